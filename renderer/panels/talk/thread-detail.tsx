// All that was said in a thread, and the field to answer. What a thread of another article is on is opened first.

import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import {
  addRemark,
  editRemark,
  removeRemark,
  reopenThread,
  resolveThread,
} from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { lastOf, type SaidRemark } from "../../../shared/model/threads.ts";
import type { ListedThread } from "../../state/review/talk.ts";
import type { Session } from "../../state/session/session.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ClippedMarkdown } from "../../ui/markdown.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { useSession } from "../app-context.tsx";
import { useNameOf } from "../use-annotators.ts";
import { RemarkField } from "./remark-field.tsx";

interface Props {
  readonly thread: ListedThread;
  /** Whether the key for answering comes here. */
  readonly takesKey?: boolean;
}

/** Remarks that are shown at first: a thread can be as long as people are patient. */
const mostShown = 40;

export function ThreadDetail({ thread, takesKey = false }: Props) {
  const { say } = useWords();
  const shownSession = useSession();
  const [all, setAll] = useState(false);
  const session = shownSession?.article.id === thread.article && !shownSession.readOnly ? shownSession : null;
  const me = session?.annotations().set.annotatorId ?? null;
  const earlier = all ? 0 : Math.max(0, thread.remarks.length - mostShown);
  return (
    <>
      {earlier > 0 && (
        <Button look="quiet-button" onPress={() => setAll(true)}>
          {say("talk.show-earlier", { count: earlier })}
        </Button>
      )}
      <ol className="remarks" aria-label={say("talk.remarks")}>
        {thread.remarks.slice(earlier).map((remark) => (
          <RemarkItem
            key={`${remark.by} ${remark.id}`}
            remark={remark}
            session={remark.by === me ? session : null}
          />
        ))}
      </ol>
      {session && <Answer key={thread.id} thread={thread} session={session} takesKey={takesKey} />}
    </>
  );
}

interface AnswerProps extends Props {
  readonly session: Session;
}

function Answer({ thread, session, takesKey = false }: AnswerProps) {
  const { say } = useWords();
  const [text, setText] = useState("");
  const isEmpty = text.trim() === "";
  const settle = thread.isResolved ? reopenThread : resolveThread;
  function send(command: typeof addRemark | typeof settle, words: string, mentions: readonly Id[]): void {
    const outcome = session.run(command, {
      thread: thread.id,
      after: lastOf(thread).id,
      on: thread.on,
      text: words,
      mentions,
    });
    if ("change" in outcome) setText("");
  }
  return (
    <RemarkField
      label={say("talk.answer")}
      placeholder={say("talk.answer-placeholder")}
      value={text}
      isAnswer={takesKey}
      onChange={setText}
      onLeave={() => session.view.current?.focus()}
      onSend={(words, mentions) => send(addRemark, words, mentions)}
    >
      <div className="remark-buttons">
        <button type="submit" className="button primary" disabled={isEmpty}>
          {say(thread.isResolved ? "talk.answer-and-reopen" : "talk.answer")}
        </button>
        <Button isDisabled={!isEmpty} onPress={() => send(settle, "", [])}>
          {say(thread.isResolved ? "talk.reopen" : "talk.resolve")}
        </Button>
      </div>
    </RemarkField>
  );
}

interface RemarkItemProps {
  readonly remark: SaidRemark;
  /** The article's session, where the remark is this person's own and can be changed; `null` where not. */
  readonly session: Session | null;
}

/** One remark: who said it and when, and what. One's own can be changed and taken back. */
function RemarkItem({ remark, session }: RemarkItemProps) {
  const { say, parts } = useWords();
  const nameOf = useNameOf();
  const [draft, setDraft] = useState<string | null>(null);
  const { kind, text, provenance } = remark;
  const name = nameOf(remark.by);
  const who = name === null ? say("talk.you") : <OutsideText key="who">{name}</OutsideText>;
  return (
    <li className={`remark ${kind}`}>
      <p className="remark-head">
        <span className="remark-who">{kind === "remark" ? who : parts(`talk.did-${kind}`, { who })}</span>{" "}
        <When remark={remark} />
        {session && draft === null && (
          <span className="remark-tools">
            <IconButton label={say("talk.edit")} tiny onPress={() => setDraft(text)}>
              <Pencil size={13} aria-hidden />
            </IconButton>
            <IconButton
              label={say("talk.remove")}
              tiny
              onPress={() => void session.run(removeRemark, { remark: remark.id })}
            >
              <Trash2 size={13} aria-hidden />
            </IconButton>
          </span>
        )}
      </p>
      {draft === null
        ? text !== "" && <ClippedMarkdown text={text} />
        : session && (
            <RemarkField
              label={say("talk.edit")}
              value={draft}
              autoFocus
              onChange={setDraft}
              onLeave={() => setDraft(null)}
              onSend={(words, mentions) => {
                if (words.trim() === text) return setDraft(null);
                const outcome = session.run(editRemark, { remark: remark.id, text: words, mentions });
                if ("change" in outcome) setDraft(null);
              }}
            >
              <div className="remark-buttons">
                <button type="submit" className="button primary">
                  {say("talk.keep")}
                </button>
                <button type="button" className="button plain" onClick={() => setDraft(null)}>
                  {say("ui.cancel")}
                </button>
              </div>
            </RemarkField>
          )}
      {provenance.editedAt !== undefined && <p className="quiet remark-edited">{say("talk.edited")}</p>}
    </li>
  );
}

/** When it was said, by the clock of whoever said it, which may say anything. */
function When({ remark: { provenance } }: { readonly remark: SaidRemark }) {
  const { when } = useWords();
  const at = new Date(provenance.at);
  if (Number.isNaN(at.getTime())) return null;
  return (
    <time className="quiet" dateTime={provenance.at}>
      {when(at, new Date())}
    </time>
  );
}
