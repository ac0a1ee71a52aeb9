// The threads on the span and the card in focus, beside all else that can be said of them.
import { MessageSquarePlus } from "lucide-react";
import { memo, useMemo } from "react";
import { subjectIds } from "../../../shared/model/remark.ts";
import { beginThread, goToThread, subjectInFocus } from "../../actions/talk.ts";
import { useStore } from "../../lib/store.ts";
import { type ListedThread, talkOf } from "../../state/review/talk.ts";
import type { Session } from "../../state/session/session.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Kept } from "../../ui/kept.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { ThreadDetail } from "./thread-detail.tsx";
import "../../styles/opening-list.css";
import "../../styles/talk.css";

export function FocusThreads({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const threads = useStore(talkOf(usePanels().workspace).state, (state) => state.threads);
  const articleThreads = useMemo(
    () => threads.filter(({ article }) => article === session.article.id),
    [threads, session],
  );
  const isSomething = useStore(session.shown, ({ focus }) => focus.span !== null || focus.card !== null);
  const focusThreads = useStore(session.shown, ({ focus: { span, card } }) =>
    articleThreads.filter(({ on }) => subjectIds(on).some((id) => id === span || id === card)),
  );
  return (
    <Kept shown={isSomething}>
      <section className="focus-threads" aria-label={say("talk.threads")}>
        <ThreadsHead session={session} readOnly={session.readOnly} />
        {focusThreads.map((thread) => (
          <FocusThread key={thread.id} thread={thread} />
        ))}
      </section>
    </Kept>
  );
}

interface HeadProps {
  readonly session: Session;
  readonly readOnly: boolean;
}

/** Most of the time nobody has said anything: this is all that stands there, whatever is in focus. */
const ThreadsHead = memo(function ThreadsHead({ session, readOnly }: HeadProps) {
  const panels = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  return (
    <header className="pane-head">
      <h2 className="pane-title">{say("talk.threads")}</h2>
      {!readOnly && (
        <IconButton
          label={say("talk.begin")}
          keys={keysOf("start-thread")}
          tiny
          onPress={() => beginThread(panels, subjectInFocus(session))}
        >
          <MessageSquarePlus size={14} aria-hidden />
        </IconButton>
      )}
    </header>
  );
});

/** An open one in full, a resolved one as the way to it. */
function FocusThread({ thread }: { readonly thread: ListedThread }) {
  const panels = usePanels();
  const { say } = useWords();
  if (!thread.isResolved)
    return (
      <div className="opening-detail">
        <ThreadDetail thread={thread} />
      </div>
    );
  return (
    <Button
      look="quiet-button"
      onPress={() => {
        talkOf(panels.workspace).query.patch({ show: "all" });
        void goToThread(panels, thread);
      }}
    >
      {say("talk.resolved-thread", { count: thread.remarks.length })}
    </Button>
  );
}
