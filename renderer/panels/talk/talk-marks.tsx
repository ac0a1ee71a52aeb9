// Quiet marks at the right of the article's lines on which an open thread lies. For the pointer: by keyboard one goes from
// thread to thread.
import { MessageSquare } from "lucide-react";
import { useMemo } from "react";
import { goToThread } from "../../actions/talk.ts";
import { useStore } from "../../lib/store.ts";
import { talkOf } from "../../state/review/talk.ts";
import type { Session } from "../../state/session/session.ts";
import { Press } from "../../ui/button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { useLineMarks } from "../margin/use-line-marks.ts";
import "../../styles/talk.css";

export function TalkMarks({ session }: { readonly session: Session }) {
  const panels = usePanels();
  const { say } = useWords();
  const talk = talkOf(panels.workspace);
  const { threads } = useStore(talk.state, (state) => state);
  const chosenId = useStore(talk.chosen, (id) => id);
  const placed = useMemo(
    () =>
      threads
        .filter(({ article, isResolved }) => article === session.article.id && !isResolved)
        .flatMap((thread) => {
          const range = talk.placeOf(thread);
          return range ? [{ thread, range }] : [];
        })
        .sort((a, b) => a.range.start - b.range.start),
    [threads, session, talk],
  );
  const { marks, right } = useLineMarks(session, placed);
  return (
    <div className="talk-marks" style={{ left: right }}>
      {marks.map(({ level, items }) => {
        const [first] = items;
        if (!first) return null;
        const words = say("talk.in-margin", { count: items.length });
        return (
          <Press
            key={first.thread.id}
            className="talk-mark"
            aria-label={words}
            data-hint={words}
            tabIndex={-1}
            style={{ top: level }}
            aria-current={items.some(({ thread }) => thread.id === chosenId) ? "true" : undefined}
            onPress={() => void goToThread(panels, first.thread)}
          >
            <MessageSquare size={13} aria-hidden />
          </Press>
        );
      })}
    </div>
  );
}
