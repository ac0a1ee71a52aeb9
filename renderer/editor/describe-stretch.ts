// What a screen reader says of a stretch of the article: the types of the spans that lie on it, the innermost first.
import type { Tagset } from "../../shared/model/tagset.ts";
import type { Words } from "../../shared/words/say.ts";
import { typeName } from "../../shared/words/tagset-words.ts";

/** `types` are indexes into the tagset's types. The same combination is put into words once. */
export function stretchDescriber(
  { spanTypes }: Tagset,
  { say, tell }: Words,
): (types: readonly number[], excluded: boolean) => string {
  const known = new Map<string, string>();
  const nameOf = (type: number): string => {
    const found = spanTypes[type];
    return found ? tell(typeName(found)) : "";
  };
  const put = (types: readonly number[], excluded: boolean): string =>
    [...types.map(nameOf), ...(excluded ? [say("article.excluded")] : [])].reduceRight(
      (outer, inner) => (outer === "" ? inner : say("article.within", { inner, outer })),
      "",
    );
  return (types, excluded) => {
    const key = `${types.join()} ${excluded}`;
    const said = known.get(key) ?? put(types, excluded);
    known.set(key, said);
    return said;
  };
}
