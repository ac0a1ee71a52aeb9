// The visible history: every step, newest first, with those that were taken back dimmed. Choosing one goes to the moment
// right after it, whichever way that is.

import { useMemo } from "react";
import { ListBox, ListBoxItem } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import type { Annotator } from "../../../shared/model/project.ts";
import type { Step } from "../../../shared/model/step.ts";
import { useStore } from "../../lib/store.ts";
import type { History, HistoryEntry } from "../../state/history/history.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { SidebarView, ViewProps } from "../sidebar-view.ts";
import { articlesOfStep, stepMessage, wordsOfStep } from "./step-words.ts";

import "../../styles/history.css";

/** CSS pixels that a row is high. */
const rowSizes = { comfortable: 76, compact: 68 } as const;

function HistoryPane({ project }: ViewProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { history, walk } = useStore(workspace.history.shown, (state) => state);
  const density = useStore(workspace.state, ({ settings }) => settings.looks.density);
  const rows = useMemo(() => historyRows(history), [history]);
  if (project.readOnly) return <p className="pane-empty quiet">{say("history.read-only")}</p>;
  if (rows.length === 1) return <p className="pane-empty quiet">{say("history.none")}</p>;
  return (
    <>
      {walk && (
        <p className="history-walk" role="status">
          {say(`history.walking-${walk.direction}`, { done: walk.done, steps: walk.steps })}
          <progress value={walk.done} max={walk.steps} aria-label={say("history.progress")} />
        </p>
      )}
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowSizes[density] }}>
        <ListBox
          aria-label={say("history.list")}
          className="history-list"
          data-pane-start
          items={rows}
          selectionMode="none"
          onAction={(key) => void workspace.history.goTo(key === startRow ? null : String(key))}
        >
          {(row) => <HistoryItem row={row} />}
        </ListBox>
      </Virtualizer>
    </>
  );
}

const nobody: readonly Annotator[] = [];

/** One step in the visible history: what was done, to which words or entity, when and by whom; and where, if that is not on the screen. */
function HistoryItem({ row }: { readonly row: HistoryRow }) {
  const { say, tell } = useWords();
  const step = row.entry?.step;
  const what = step ? tell(stepMessage(step)) : say("history.start");
  const people = useStore(
    usePanels().workspace.state,
    ({ project }) => project?.project.annotators ?? nobody,
  );
  const words = step ? wordsOfStep(step, people) : "";
  const stateWords = row.state === "done" ? "" : say(`history.${row.state}`);
  return (
    <ListBoxItem
      id={row.id}
      className={`history-row ${row.state}`}
      textValue={[what, plainText(words), stateWords].filter(Boolean).join(", ")}
    >
      <span className="history-what cut-after-two">
        {row.state === "now" && <span className="history-now" aria-hidden />}
        <span className="visually-hidden">{stateWords} </span>
        <span className="history-did">{what}</span> {words && <OutsideText>{words}</OutsideText>}
      </span>
      {step && <WhereAndWhen step={step} />}
    </ListBoxItem>
  );
}

function WhereAndWhen({ step }: { readonly step: Step }) {
  const { say, when } = useWords();
  const { workspace } = usePanels();
  const articles = articlesOfStep(step);
  const [only] = articles.size === 1 ? articles : [];
  const { title, isOpen, who } = useStore(workspace.state, ({ articles: all, project, session }) => ({
    title: all.find(({ id }) => id === only)?.title ?? null,
    isOpen: only !== undefined && session?.article.id === only,
    who: project?.annotator?.name ?? "",
  }));
  const place =
    articles.size > 0 ? say("history.articles", { count: articles.size }) : say("history.project");
  return (
    <span className="history-where">
      <span className="history-when">{when(new Date(step.at), new Date())}</span>
      <span className="cut">
        <OutsideText>{who}</OutsideText>
      </span>
      {!isOpen && (
        <span className="history-place cut">
          {title === null ? place : <OutsideText>{title}</OutsideText>}
        </span>
      )}
    </span>
  );
}

/** The rows of the visible history, newest first: what was taken back, what stands, and the beginning before all of it. */
interface HistoryRow {
  /** The step's id, or `startRow`. */
  readonly id: string;
  readonly entry: HistoryEntry | null;
  readonly state: "undone" | "now" | "done";
}

const startRow = "start";

export function historyRows({ done, undone }: History): readonly HistoryRow[] {
  const rows: HistoryRow[] = undone.map((entry) => ({ id: entry.step.id, entry, state: "undone" }));
  for (const [at, entry] of [...done].reverse().entries())
    rows.push({ id: entry.step.id, entry, state: at === 0 ? "now" : "done" });
  rows.push({ id: startRow, entry: null, state: done.length === 0 ? "now" : "done" });
  return rows;
}

export const historyView: SidebarView = { Body: HistoryPane };
