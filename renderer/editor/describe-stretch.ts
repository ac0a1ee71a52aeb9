// What a screen reader says of a stretch of the article: the types of the spans that lie on it, the innermost first.
import type { Tagset } from "../../shared/model/tagset.ts";
import type { Words } from "../../shared/words/say.ts";
import { typeName } from "../../shared/words/tagset-words.ts";

/** `types` are indexes into the tagset's types. The same combination is put into words once. */
export function stretchDescriber(
  { spanTypes }: Tagset,
  { say, tell }: Words,
): (types: readonly number[], excluded: boolean) => string {
  const descriptions = new Map<string, string>();
  const nameOf = (type: number): string => {
    const spanType = spanTypes[type];
    return spanType ? tell(typeName(spanType)) : "";
  };
  const describeTypes = (types: readonly number[], excluded: boolean): string =>
    [...types.map(nameOf), ...(excluded ? [say("article.excluded")] : [])].reduceRight(
      (outer, inner) => (outer === "" ? inner : say("article.within", { inner, outer })),
      "",
    );
  return (types, excluded) => {
    const key = `${types.join()} ${excluded}`;
    const description = descriptions.get(key) ?? describeTypes(types, excluded);
    descriptions.set(key, description);
    return description;
  };
}
