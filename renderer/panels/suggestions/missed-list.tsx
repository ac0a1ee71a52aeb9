// The list of what is possibly missed in the article, as the to-do queue has it: quotations and words of saying that are in no card, and
// that nothing else tells of. Each leads to its place, ready to be marked, or is said to need nothing.
import { CircleOff } from "lucide-react";
import { useMemo } from "react";
import { selectorOf } from "../../../shared/model/selector.ts";
import type { Missed } from "../../../shared/suggestions/missed.ts";
import { enterPaneOnceShown } from "../../actions/panes.ts";
import { goToMissed, waiveMissed } from "../../actions/suggest.ts";
import type { TodoItem } from "../../state/articles/todo-list.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { useTodo } from "../use-todo.ts";
import { InContext, leadInRow } from "./in-context.tsx";
import { missedTitle, partWords } from "./part-words.ts";
import { useSuggestions } from "./use-suggestions.ts";

import "../../styles/suggestions.css";

/** More than these are not listed: the list is not virtual. */
const most = 300;

const missedOf = (items: readonly TodoItem[]): readonly Missed[] =>
  items.flatMap((item) => (item.kind === "missed" ? [item.missed] : []));

const keyOf = ({ range, kind }: Missed): string => `${range.start} ${kind}`;

function MissedList({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const { status } = useSuggestions();
  const items = useTodo();
  const missed = useMemo(() => items && missedOf(items), [items]);
  if (status === "off" || status === "failed")
    return <p className="pane-empty quiet">{say("suggestions.missed-off")}</p>;
  if (missed === null) return <p className="pane-empty quiet">{say("todo.looking")}</p>;
  return (
    <>
      <div className="suggestions-all">
        <span role="status">{say("suggestions.missed-count", { count: missed.length })}</span>
      </div>
      <p className="suggestions-note quiet">{say("suggestions.missed-about")}</p>
      <div className="suggestions-scroller">
        <ol className="rejected-list" aria-label={say("sidebar.uncarded")}>
          {missed.slice(0, most).map((one) => (
            <MissedRow key={keyOf(one)} session={session} one={one} />
          ))}
        </ol>
      </div>
    </>
  );
}

interface MissedRowProps {
  readonly session: Session;
  readonly one: Missed;
}

function MissedRow({ session, one }: MissedRowProps) {
  const { say, percent } = useWords();
  const { text } = session.text;
  const waive = (): void => {
    if (!session.readOnly) waiveMissed(session, one);
  };
  return (
    <li
      className="rejected-item"
      onKeyDown={(event) => {
        if (event.key !== "Backspace" && event.key !== "Delete") return;
        event.preventDefault();
        waive();
      }}
    >
      <Press className="rejected-words missed-words" onPress={() => goToMissed(session, one)}>
        <span className="opening-quote cut">
          {one.kind === "quotation" ? (
            <OutsideText>{partWords(text, [one.range])}</OutsideText>
          ) : (
            <InContext segment={selectorOf(text, one.range)} lead={leadInRow} />
          )}
        </span>
        <span className="suggestion-sure">{percent(one.likely)}</span>
        <span className="missed-title quiet cut">{say(missedTitle(one))}</span>
      </Press>
      {!session.readOnly && (
        <IconButton label={say("gathered.waive")} tiny onPress={waive}>
          <CircleOff size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

function UncardedPane() {
  const { ui } = usePanels();
  const { say } = useWords();
  const session = useSession();
  if (!session) return <p className="pane-empty quiet">{say("suggestions.no-article")}</p>;
  return (
    <div className="suggestions">
      <MissedList key={sessionKey(session)} session={session} />
      <div className="suggestions-foot">
        <Button
          look="quiet-button"
          onPress={() => {
            showPage(ui, "missed");
            enterPaneOnceShown("page");
          }}
        >
          {say("sidebar.missed")}
        </Button>
      </div>
    </div>
  );
}

export const uncardedView: SidebarView = {
  Body: UncardedPane,
  useCount() {
    const items = useTodo();
    return items && missedOf(items).length;
  },
};
