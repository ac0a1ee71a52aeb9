// Texts of the article on the screen that did not become its present one, since it was corrected in two places at once.
import { useId } from "react";
import { revisionLabel } from "../../../shared/api/revision-words.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import type { Id } from "../../../shared/model/id.ts";
import { Button } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { RevisionRow } from "./revision-row.tsx";

interface Props {
  readonly others: readonly ListedRevision[];
  readonly isReadOnly: boolean;
  compare(revision: Id): void;
  take(revision: Id): void;
}

export function OtherTextsList({ others, isReadOnly, compare, take }: Props) {
  const { say, tell } = useWords();
  const title = useId();
  return (
    <section className="revisions" aria-labelledby={title}>
      <h2 id={title}>{say("changes.others-title")}</h2>
      <p className="quiet">{say("changes.others-about")}</p>
      <ol>
        {others.map((revision) => {
          const { id } = revision;
          const named = { revision: plainText(tell(revisionLabel(revision))) };
          return (
            id !== null && (
              <RevisionRow key={id} revision={revision}>
                <Button
                  look="quiet-button"
                  aria-label={say("changes.against-present-of", named)}
                  onPress={() => compare(id)}
                >
                  {say("changes.against-present")}
                </Button>
                {!isReadOnly && (
                  <Button aria-label={say("changes.take-into-of", named)} onPress={() => take(id)}>
                    {say("changes.take-into")}
                  </Button>
                )}
              </RevisionRow>
            )
          );
        })}
      </ol>
    </section>
  );
}
