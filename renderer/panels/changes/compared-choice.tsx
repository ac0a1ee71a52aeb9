// The choice of the two versions to compare: any revisions of the article, the article as it is, or a copy that was chosen.
import type { ReactNode } from "react";
import type { ArticleVersionRef } from "../../../shared/api/methods/comparisons.ts";
import { revisionLabel } from "../../../shared/api/reply-words.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Text } from "../../../shared/words/message.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface ChosenVersion {
  readonly ref: ArticleVersionRef;
  readonly label: Text;
}

interface Props {
  readonly revisions: readonly ListedRevision[];
  readonly before: ChosenVersion;
  readonly after: ChosenVersion;
  choose(before: ArticleVersionRef, after: ArticleVersionRef): void;
  /** What more is to be chosen of them. */
  readonly children?: ReactNode;
}

export const refOf = ({ id, isPresent }: ListedRevision): ArticleVersionRef =>
  isPresent ? { kind: "present" } : { kind: "revision", revision: id };

export function ComparedChoice({ revisions, before, after, choose, children }: Props) {
  const { say, tell } = useWords();
  const versions: readonly ChosenVersion[] = revisions.map((one) => ({
    ref: refOf(one),
    label: revisionLabel(one),
  }));
  const nameOf = ({ ref, label }: ChosenVersion): string =>
    ref.kind === "present" ? say("changes.present-made", { made: tell(label) }) : tell(label);
  const fieldOf = (chosen: ChosenVersion, name: "old" | "new", take: (ref: ArticleVersionRef) => void) => {
    // A file, or another article, is there for as long as it is chosen.
    const isListed = versions.some(({ ref }) => sameValue(ref, chosen.ref));
    const offered = isListed ? versions : [...versions, chosen];
    return (
      <ChoiceField
        label={say(`changes.${name}`)}
        options={offered.map(({ ref, label }, at) => ({
          id: String(at),
          name: plainText(nameOf({ ref, label })),
        }))}
        value={String(offered.findIndex(({ ref }) => sameValue(ref, chosen.ref)))}
        onChange={(id) => {
          const chosenVersion = offered[Number(id)];
          if (chosenVersion) take(chosenVersion.ref);
        }}
      />
    );
  };
  return (
    <div className="changes-choice">
      {fieldOf(before, "old", (ref) => choose(ref, after.ref))}
      {fieldOf(after, "new", (ref) => choose(before.ref, ref))}
      {children}
    </div>
  );
}
