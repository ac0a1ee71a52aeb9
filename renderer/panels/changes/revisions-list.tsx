// The revisions of the article on the screen, the latest first: what each changed, what it did to marks, and the way to compare it.
import { FilePlus, type LucideIcon, Newspaper, PenLine, Undo2 } from "lucide-react";
import { useId } from "react";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import { growthWords, marksWords, revisionLabel } from "../../../shared/words/revision-words.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly revisions: readonly ListedRevision[];
  readonly isReadOnly: boolean;
  /** What this revision made of the one before it. */
  showChange(revision: ListedRevision, before: ListedRevision): void;
  /** What became of the article since this revision. */
  showSince(revision: ListedRevision): void;
  takeBack(revision: ListedRevision): void;
}

const pictures: Readonly<Record<ListedRevision["why"], LucideIcon>> = {
  correction: PenLine,
  "new-version": Newspaper,
  "taken-back": Undo2,
  "brought-in": FilePlus,
};

export function RevisionsList({ revisions, ...rest }: Props) {
  const { say } = useWords();
  const title = useId();
  return (
    <section className="revisions" aria-labelledby={title}>
      <h2 id={title}>{say("changes.revisions-title")}</h2>
      <p className="quiet">
        {say(revisions.length > 1 ? "changes.revisions-about" : "changes.revisions-none")}
      </p>
      <ol>
        {revisions.map((revision, at) => (
          <RevisionRow
            key={revision.id ?? "brought-in"}
            {...{ revision, before: revisions[at + 1] ?? null, ...rest }}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps extends Omit<Props, "revisions"> {
  readonly revision: ListedRevision;
  /** `null` for the article as it was brought in. */
  readonly before: ListedRevision | null;
}

function RevisionRow({ revision, before, isReadOnly, showChange, showSince, takeBack }: RowProps) {
  const words = useWords();
  const { say, tell, when, date, time } = words;
  const { why, at, by, note, file, isPresent, sets } = revision;
  const Picture = pictures[why];
  const moment = new Date(at);
  const growth = growthWords(revision);
  const named = { revision: plainText(tell(revisionLabel(revision))) };
  const facts = [
    when(moment, new Date()),
    ...(by === "" ? [] : [by]),
    ...(file === null ? [] : [say("changes.from-file", { file })]),
    ...(growth ? [tell(growth)] : []),
  ];
  return (
    <li className="revisions-row" data-present={isPresent || undefined}>
      <Picture size={16} aria-hidden className="revisions-picture" />
      <div className="revisions-words">
        <p className="note-title">
          {say(`changes.made-${why}`)}{" "}
          {isPresent && <span className="changes-note moved">{say("changes.is-present")}</span>}
        </p>
        <p className="quiet" title={`${date(moment)}, ${time(moment)}`}>
          <OutsideText>{facts.join(" · ")}</OutsideText>
        </p>
        {note !== "" && (
          <p>
            <OutsideText>{note}</OutsideText>
          </p>
        )}
        {sets.map((marks) => {
          const line = marksWords(marks, words);
          return (
            line && (
              <p key={marks.annotator} className="quiet">
                <OutsideText>{line}</OutsideText>
              </p>
            )
          );
        })}
      </div>
      <div className="revisions-buttons">
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
      </div>
    </li>
  );
}
