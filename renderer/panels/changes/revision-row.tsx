// One revision of the article in a list: what it was, when and by whom, what it did to marks, and what can be done with it.
import { FilePlus, type LucideIcon, Newspaper, PenLine, Redo2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { growthWords, marksWords } from "../../../shared/api/revision-words.ts";
import type { ListedRevision } from "../../../shared/api/revisions.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

const pictures: Readonly<Record<ListedRevision["why"], LucideIcon>> = {
  correction: PenLine,
  "new-version": Newspaper,
  "taken-back": Undo2,
  "done-again": Redo2,
  "brought-in": FilePlus,
};

interface Props {
  readonly revision: ListedRevision;
  /** Its buttons. */
  readonly children: ReactNode;
}

export function RevisionRow({ revision, children }: Props) {
  const words = useWords();
  const { say, tell, when, date, time } = words;
  const { why, at, by, note, file, isPresent, sets } = revision;
  const Picture = pictures[why];
  const moment = new Date(at);
  const growth = growthWords(revision);
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
      <div className="revisions-buttons">{children}</div>
    </li>
  );
}
