// The list of the to-do queue, or of its gaps alone. The item that is looked at is open, with its actions; one key goes through all of them.
// Shows only the rows in view.
import { CircleDashed, CircleHelp, MapPinOff, Sparkles } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { orphanQuote } from "../../../shared/model/orphan.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { takeSuggestion, waiveMissed } from "../../actions/suggest.ts";
import { goToTodo } from "../../actions/todo.ts";
import { useStore } from "../../lib/store.ts";
import { currentTodo, likeTodo, type TodoItem, todoListOf } from "../../state/articles/todo-list.ts";
import type { Session } from "../../state/session/session.ts";
import { sessionKey } from "../../state/session/session-key.ts";
import { suggestingOf } from "../../state/suggestions/suggesting.ts";
import { setPaneShown, showView } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { GroupedList } from "../../ui/grouped-list.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionKeys } from "../action-keys.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { FindingDetail, FindingRow, FindingsRow } from "../checks/checks-pane.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { InContext, leadInRow } from "../suggestions/in-context.tsx";
import { missedTitle, partWords } from "../suggestions/part-words.ts";
import { speakerWords } from "../suggestions/use-suggestions.ts";
import { useTodo } from "../use-todo.ts";

/** Pixels of a closed row. */
const rowHeight = 72;
/** Code units of the article that a row shows. */
const longest = 160;

function TodoPane() {
  const { say } = useWords();
  const session = useSession();
  if (!session) return <p className="pane-empty quiet">{say("todo.no-article")}</p>;
  return <TodoQueue key={sessionKey(session)} session={session} />;
}

function TodoQueue({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const items = useTodo();
  if (items === null) return <p className="pane-empty quiet">{say("todo.looking")}</p>;
  if (items.length === 0)
    return (
      <div className="pane-empty">
        <p className="checks-none">{say("todo.none")}</p>
        <p className="quiet">{say("todo.none-about")}</p>
      </div>
    );
  return (
    <>
      <p className="todo-help quiet">
        <ActionKeys action="next-todo" /> {say("todo.how")}
      </p>
      <TodoItems session={session} items={items} label={say("todo.list")} />
    </>
  );
}

function GapsPane() {
  const { say } = useWords();
  const session = useSession();
  const items = useGaps();
  if (!session) return <p className="pane-empty quiet">{say("todo.no-article")}</p>;
  if (items === null) return <p className="pane-empty quiet">{say("todo.looking")}</p>;
  if (items.length === 0) return <p className="pane-empty quiet">{say("todo.no-gaps")}</p>;
  return <TodoItems key={sessionKey(session)} session={session} items={items} label={say("sidebar.gaps")} />;
}

/** The gaps of the queue; `null` as in `useTodo`. */
function useGaps(): readonly TodoItem[] | null {
  const items = useTodo();
  return useMemo(() => items?.filter(({ kind }) => kind === "gap") ?? null, [items]);
}

interface TodoItemsProps {
  readonly session: Session;
  readonly items: readonly TodoItem[];
  readonly label: string;
}

function TodoItems({ session, items, label }: TodoItemsProps) {
  const panels = usePanels();
  const context = { ...panels, session };
  const todo = todoListOf(panels.workspace, session);
  const chosen = useStore(todo.chosen, (one) => one);
  const suggestion = useStore(suggestingOf(panels.workspace).chosen, (key) => key);
  const current = currentTodo(chosen, suggestion);
  return (
    <GroupedList
      label={label}
      items={items}
      rowHeight={rowHeight}
      open={items.findIndex(({ key }) => key === current)}
      keyOf={({ key }) => key}
      groupOf={likeTodo}
      groupRow={(alike) => <AlikeRow items={alike} />}
      goTo={(item) => goToTodo(context, item)}
      close={() => todo.chosen.set(null)}
      row={(item, isInGroup) => <TodoRow session={session} item={item} isInGroup={isInGroup} />}
      // Of a suggestion the inspector has all.
      detail={(item) =>
        item.kind === "suggestion" ? null : <TodoDetail key={item.key} session={session} item={item} />
      }
      onPress={({ kind }) => {
        if (kind === "suggestion") setPaneShown(panels.ui, "cards", true);
      }}
      onOpenRowKey={(item, event) => {
        if (event.key !== "Enter" || item.kind !== "suggestion" || session.readOnly) return;
        event.preventDefault();
        void takeSuggestion(context, event.shiftKey ? "open" : "next");
      }}
    />
  );
}

interface Props<Kind extends TodoItem["kind"] = TodoItem["kind"]> {
  readonly session: Session;
  readonly item: Extract<TodoItem, { readonly kind: Kind }>;
}

/** Several things to do that are alike, in one row. */
function AlikeRow({ items }: { readonly items: readonly [TodoItem, ...TodoItem[]] }) {
  const { say } = useWords();
  const [first] = items;
  const [finding, ...others] = items.flatMap((item) => (item.kind === "finding" ? [item.finding] : []));
  if (finding) return <FindingsRow findings={[finding, ...others]} />;
  if (first.kind !== "gap") throw new RangeError(`Nothing is like ${first.key}.`);
  return (
    <TwoLineRow
      icon={<CircleDashed size={14} aria-hidden className="todo-icon" />}
      what={say(`todo.gap-${first.gap.kind}`)}
      words={<span className="opening-count">{say("workbench.gap-count", { count: items.length })}</span>}
    />
  );
}

/** One thing to do: what it is, and the words of the article. */
function TodoRow({ session, item, isInGroup }: Props & { readonly isInGroup: boolean }) {
  const { say } = useWords();
  const { text } = session.text;
  switch (item.kind) {
    case "finding":
      return <FindingRow session={session} finding={item.finding} isInGroup={isInGroup} />;
    case "gap":
      return (
        <TwoLineRow
          icon={<CircleDashed size={14} aria-hidden className="todo-icon" />}
          what={say(`todo.gap-${item.gap.kind}`)}
          isInGroup={isInGroup}
          words={item.range ? partWords(text, [item.range]) : ""}
        />
      );
    case "suggestion": {
      const { cue, claim } = item.offered.card;
      const speaker = speakerWords(text, item.offered) || say("suggestions.nobody");
      return (
        <TwoLineRow
          icon={<Sparkles size={14} aria-hidden className="todo-icon" />}
          what={say("todo.suggestion", { who: speaker, cue: partWords(text, cue) })}
          words={partWords(text, claim)}
        />
      );
    }
    case "missed": {
      const { kind, range } = item.missed;
      return (
        <TwoLineRow
          icon={<CircleHelp size={14} aria-hidden className="todo-icon" />}
          what={say(missedTitle(item.missed))}
          words={
            kind === "quotation" ? (
              partWords(text, [range])
            ) : (
              <InContext segment={selectorOf(text, range)} lead={leadInRow} />
            )
          }
        />
      );
    }
    case "orphan":
      return (
        <TwoLineRow
          icon={<MapPinOff size={14} aria-hidden className="todo-icon" />}
          what={say("todo.orphan")}
          words={shortened(orphanQuote(item.orphan.orphan), longest)}
        />
      );
  }
}

interface TwoLineRowProps {
  /** The row of its group says what it is. */
  readonly isInGroup?: boolean;
  readonly icon: ReactNode;
  readonly what: string;
  readonly words: ReactNode;
}

const TwoLineRow = ({ icon, what, words, isInGroup = false }: TwoLineRowProps) => (
  <>
    {icon}
    <span className="opening-says">
      <span className={isInGroup && words !== "" ? "visually-hidden" : "cut"}>
        <OutsideText>{what}</OutsideText>
      </span>
      <span className="opening-quote cut-after-three">
        {typeof words === "string" ? <OutsideText>{words.trim()}</OutsideText> : words}
      </span>
    </span>
  </>
);

/** What can be done about one of them. */
function TodoDetail({ session, item }: Props<"finding" | "gap" | "missed" | "orphan">) {
  const { ui } = usePanels();
  const { say } = useWords();
  if (item.kind === "finding") return <FindingDetail session={session} finding={item.finding} />;
  if (item.kind === "gap") return <p className="quiet">{say(`todo.gap-${item.gap.kind}-why`)}</p>;
  if (item.kind === "orphan")
    return (
      <Button look="primary" onPress={() => showView(ui, "orphans")}>
        {say("todo.find-place")}
      </Button>
    );
  return (
    <>
      <p className="quiet">{say("suggestions.missed-about")}</p>
      {!session.readOnly && (
        <Button onPress={() => void waiveMissed(session, item.missed)}>{say("gathered.waive")}</Button>
      )}
    </>
  );
}

export const todoView: SidebarView = {
  Body: TodoPane,
  useCount: () => useTodo()?.length ?? null,
};

/** What is still to be said of marks, as far as no finding says it. */
export const gapsView: SidebarView = {
  Body: GapsPane,
  useCount: () => useGaps()?.length || null,
};
