// All that was said in a thread, and the field to answer. What a thread of another article is on is opened first.
import { useState } from "react";
import { addRemark, reopenThread, resolveThread } from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { lastOf } from "../../../shared/review/threads.ts";
import type { ListedThread } from "../../state/review/talk.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { useSession } from "../app-context.tsx";
import { RemarkField } from "./remark-field.tsx";
import { RemarkItem } from "./remark-item.tsx";

interface Props {
  readonly thread: ListedThread;
  /** Whether the key for answering comes here. */
  readonly takesKey?: boolean;
}

/** Remarks that are shown at first: a thread can be as long as people are patient. */
const mostShown = 40;

export function ThreadDetail({ thread, takesKey = false }: Props) {
  const { say } = useWords();
  const shown = useSession();
  const [all, setAll] = useState(false);
  const session = shown?.article.id === thread.article && !shown.readOnly ? shown : null;
  const me = session?.opened.set.annotatorId ?? null;
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
