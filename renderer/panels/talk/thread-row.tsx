// One thread in the list: what it is on, and who said the last word.
import { Bell, CircleCheck, MessageSquare } from "lucide-react";
import { lastOf } from "../../../shared/review/threads.ts";
import { useStore } from "../../lib/store.ts";
import type { ListedThread } from "../../state/review/talk.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { SubjectWords } from "./subject-words.tsx";
import { useNameOf } from "./use-annotators.ts";

interface Props {
  readonly thread: ListedThread;
  /** Whether the title of its article is said too. */
  readonly withArticle: boolean;
}

/** Code units of the last remark that a row shows. */
const longest = 120;

export function ThreadRow({ thread, withArticle }: Props) {
  const panels = usePanels();
  const { say } = useWords();
  const nameOf = useNameOf();
  const title = useStore(
    panels.workspace.state,
    ({ articles }) => articles.find(({ id }) => id === thread.article)?.title ?? thread.article,
  );
  const last = lastOf(thread);
  const [who, words] = [nameOf(last.by) ?? say("talk.you"), last.text.slice(0, longest)];
  return (
    <>
      <ThreadState thread={thread} />
      <span className="opening-says">
        <span className="cut">
          <SubjectWords on={thread.on} />
        </span>
        <span className="thread-last quiet cut">
          <OutsideText>{who}</OutsideText>
          {words === "" ? (
            last.kind !== "remark" && `: ${say(`talk.last-${last.kind}`)}`
          ) : (
            <>
              : <OutsideText>{words}</OutsideText>
            </>
          )}
        </span>
        {withArticle && (
          <span className="thread-article quiet cut">
            <OutsideText>{title}</OutsideText>
          </span>
        )}
      </span>
      <span className="thread-count quiet">
        {thread.remarks.length}
        <span className="visually-hidden"> {say("talk.remarks")}</span>
      </span>
    </>
  );
}

/** Whether it waits for this person, is open, or is resolved. */
function ThreadState({ thread: { waits, isResolved } }: { readonly thread: ListedThread }) {
  const { say } = useWords();
  const Icon = waits ? Bell : isResolved ? CircleCheck : MessageSquare;
  return (
    <span className={`thread-state ${waits ? "waits" : ""}`}>
      <Icon size={14} aria-hidden />
      <span className="visually-hidden">
        {say(waits ? `talk.waits-${waits}` : isResolved ? "talk.resolved" : "talk.open")}{" "}
      </span>
    </span>
  );
}
