// The revisions of the article on the screen, the latest first: what each changed, what it did to marks, and the way to compare it.
import { useId } from "react";
import { revisionLabel } from "../../../shared/api/revision-words.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import { Button } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { RevisionRow } from "./revision-row.tsx";

interface Props {
  readonly revisions: readonly ListedRevision[];
  readonly isReadOnly: boolean;
  /** What this revision made of the one before it. */
  showChange(revision: ListedRevision, before: ListedRevision): void;
  /** What became of the article since this revision. */
  showSince(revision: ListedRevision): void;
  takeBack(revision: ListedRevision): void;
}

export function RevisionsList({ revisions, isReadOnly, showChange, showSince, takeBack }: Props) {
  const { say, tell } = useWords();
  const title = useId();
  return (
    <section className="revisions" aria-labelledby={title}>
      <h2 id={title}>{say("changes.revisions-title")}</h2>
      <p className="quiet">
        {say(revisions.length > 1 ? "changes.revisions-about" : "changes.revisions-none")}
      </p>
      <ol>
        {revisions.map((revision, at) => {
          /** None for the article as it was brought in. */
          const before = revisions[at + 1];
          const { id, isPresent } = revision;
          const named = { revision: plainText(tell(revisionLabel(revision))) };
          return (
            <RevisionRow key={id ?? "brought-in"} revision={revision}>
              {isPresent && before && !isReadOnly && (
                <Button
                  look="quiet-button"
                  aria-label={say("changes.take-back-of", named)}
                  onPress={() => takeBack(revision)}
                >
                  {say("changes.take-back")}
                </Button>
              )}
              {!isPresent && (
                <Button
                  look="quiet-button"
                  aria-label={say("changes.against-present-of", named)}
                  onPress={() => showSince(revision)}
                >
                  {say("changes.against-present")}
                </Button>
              )}
              {before && (
                <Button
                  aria-label={say("changes.what-it-changed-of", named)}
                  onPress={() => showChange(revision, before)}
                >
                  {say("changes.what-it-changed")}
                </Button>
              )}
            </RevisionRow>
          );
        })}
      </ol>
    </section>
  );
}
