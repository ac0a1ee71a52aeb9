// The history of the article, or of the span or card in focus: everything that was ever done to it, by whom and when, with what
// it said before and after.
import "../../styles/record.css";
import { useEffect, useState } from "react";
import { changeWords, detailWords, lineWords } from "../../../shared/api/reply-words.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { ChangeRecord, RecordedChange } from "../../../shared/review/record.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly session: Session;
  readonly of: "span" | "card" | "article";
  onClose(): void;
}

/** Changes that are shown at first, and that come with each press. */
const page = 200;

export function RecordDialog({ session, of, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [most, setMost] = useState(page);
  const [found, setFound] = useState<ChangeRecord | null>(null);
  // What is in focus when it opens: the dialog is about that, whatever is in focus later.
  const [record] = useState<Id | null>(() => (of === "article" ? null : session.focus()[of]));
  const article = session.article.id;
  useEffect(() => {
    let isOpen = true;
    void workspace.readRecord({ article, record, most }).then((read) => {
      if (!isOpen) return;
      if (read === null) onClose();
      else setFound(read);
    });
    return () => {
      isOpen = false;
    };
  }, [workspace, article, record, most, onClose]);
  const older = found ? found.count - found.changes.length : 0;
  return (
    <ModalDialog
      title={say(`history.record-${of}`)}
      wide
      onClose={onClose}
      foot={<Button onPress={onClose}>{say("ui.close")}</Button>}
    >
      {found === null ? (
        <p role="status" className="quiet">
          {say("history.record-reading")}
        </p>
      ) : found.count === 0 ? (
        <p className="record-empty quiet">{say("history.record-none")}</p>
      ) : (
        <ScrollRegion className="record-list" label={say(`history.record-${of}`)}>
          <ol>
            {found.changes.map((change) => (
              <RecordItem key={`${change.id} ${change.annotator}`} session={session} change={change} />
            ))}
          </ol>
        </ScrollRegion>
      )}
      {older > 0 && (
        <p className="record-older">
          {say("history.record-more", { count: older })}{" "}
          <Button onPress={() => setMost(most + page)}>{say("history.record-show-more")}</Button>
        </p>
      )}
      {found?.isIncomplete && <p>{say("history.record-incomplete")}</p>}
      <p className="quiet">{say("history.record-about")}</p>
    </ModalDialog>
  );
}

function RecordItem({ session, change }: { readonly session: Session; readonly change: RecordedChange }) {
  const words = useWords();
  const { say, when, date, time } = words;
  const { at, annotator, by, lines, more, isHandedOver } = change;
  const moment = new Date(at);
  return (
    <li className="record-change">
      <p className="record-head">
        <span className="note-title">{changeWords(change, words)}</span>
        <span className="quiet" title={`${date(moment)}, ${time(moment)}`}>
          <OutsideText>{by ?? annotator}</OutsideText> · {when(moment, new Date())}
        </span>
      </p>
      {by !== null && (
        <p className="quiet">
          <OutsideText>{say("history.record-in-set", { name: annotator })}</OutsideText>
        </p>
      )}
      {isHandedOver && <p className="quiet">{say("history.record-handed-over")}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={`${line.kind} ${line.id}`}>
              <OutsideText>{lineWords(line, words)}</OutsideText>
              {detailWords(line, session.tagset, words).map((detail) => (
                <p key={detail} className="record-field quiet">
                  <OutsideText>{detail}</OutsideText>
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
      {more > 0 && <p className="quiet">{say("history.record-more-lines", { count: more })}</p>}
    </li>
  );
}
