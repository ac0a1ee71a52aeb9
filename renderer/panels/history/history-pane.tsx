// The visible history: every step, newest first, with those that were taken back dimmed. A row that is chosen only opens: it says what
// was done, shows where, and offers the way to the moment right after it.

import { useMemo, useState } from "react";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { Step } from "../../../shared/model/step.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { type History, type HistoryEntry, wayTo } from "../../state/history/history.ts";
import { Button } from "../../ui/button.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { SidebarView, ViewProps } from "../sidebar-view.ts";
import { articlesOfStep, rangeOfStep, sentenceOfStep, stepMessage, wordsOfStep } from "./step-words.ts";

import "../../styles/history.css";

/** CSS pixels that a closed row is high. */
const rowHeights = { comfortable: 66, compact: 60 } as const;

function HistoryPane({ project }: ViewProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { history, walk } = useStore(workspace.history.shown, (state) => state);
  const density = useStore(workspace.state, ({ settings }) => settings.looks.density);
  const rows = useMemo(() => historyRows(history), [history]);
  const [openId, setOpenId] = useState<string | null>(null);
  if (project.readOnly) return <p className="pane-empty quiet">{say("history.read-only")}</p>;
  if (rows.length === 1) return <p className="pane-empty quiet">{say("history.none")}</p>;
  const goTo = (row: HistoryRow): void => {
    setOpenId(row.id);
    const { session } = workspace.state.get();
    const range = session && row.entry && rangeOfStep(row.entry.step, session);
    if (range) session.reveal(range, "center");
  };
  return (
    <>
      {walk && (
        <p className="history-walk" role="status">
          {say(`history.walking-${walk.direction}`, { done: walk.done, steps: walk.steps })}
          <progress value={walk.done} max={walk.steps} aria-label={say("history.progress")} />
        </p>
      )}
      <OpeningList
        label={say("history.list")}
        items={rows}
        rowHeight={rowHeights[density]}
        open={rows.findIndex(({ id }) => id === openId)}
        keyOf={({ id }) => id}
        goTo={goTo}
        close={() => setOpenId(null)}
        row={(row) => <RowFace row={row} />}
        detail={(row) => <RowDetail row={row} history={history} isWalking={walk !== null} />}
      />
    </>
  );
}

const nobody: readonly Annotator[] = [];

/** What the step was about, in words. */
function useAbout({ entry }: HistoryRow): string {
  const { workspace } = usePanels();
  const people = useStore(workspace.state, ({ project }) => project?.project.annotators ?? nobody);
  return entry ? wordsOfStep(entry.step, people) : "";
}

/** One step in the visible history: what was done, to which words or entity, when; and where, if that is not on the screen. */
function RowFace({ row }: { readonly row: HistoryRow }) {
  const { say, tell } = useWords();
  const step = row.entry?.step;
  const { entities, tagset } = useStore(usePanels().workspace.state, (state) => ({
    entities: state.entities,
    tagset: state.project?.project.tagset,
  }));
  const sentence = step && tagset ? sentenceOfStep(step, { entities, tagset }) : null;
  const what = step ? plainText(tell(sentence ?? stepMessage(step))) : say("history.start");
  const about = useAbout(row);
  const words = sentence ? "" : about;
  return (
    <span className={`history-row ${row.state}`}>
      <span className="history-what cut-after-two">
        {row.state === "now" && <span className="history-now" aria-hidden />}
        {row.state !== "done" && <span className="visually-hidden">{say(`history.${row.state}`)} </span>}
        <span className="history-did">{what}</span> {words && <OutsideText>{words}</OutsideText>}
      </span>
      {step && <WhereAndWhen step={step} />}
    </span>
  );
}

function WhereAndWhen({ step }: { readonly step: Step }) {
  const { say, when } = useWords();
  const { workspace } = usePanels();
  const articles = articlesOfStep(step);
  const [only] = articles.size === 1 ? articles : [];
  const { title, isOpen } = useStore(workspace.state, ({ articles: all, session }) => ({
    title: all.find(({ id }) => id === only)?.title ?? null,
    isOpen: only !== undefined && session?.article.id === only,
  }));
  const place =
    articles.size > 0 ? say("history.articles", { count: articles.size }) : say("history.project");
  return (
    <span className="history-where">
      <span className="history-when">{when(new Date(step.at), new Date())}</span>
      {!isOpen && (
        <span className="history-place cut">
          {title === null ? place : <OutsideText>{title}</OutsideText>}
        </span>
      )}
    </span>
  );
}

interface DetailProps {
  readonly row: HistoryRow;
  readonly history: History;
  readonly isWalking: boolean;
}

/** All about a step: its words, where it was, and what going to the moment right after it would undo and redo. */
function RowDetail({ row, history, isWalking }: DetailProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const words = useAbout(row);
  const step = row.entry?.step ?? null;
  const way = wayTo(history, step?.id ?? null);
  const [undo, redo] = [way?.undo ?? 0, way?.redo.length ?? 0];
  return (
    <>
      {words && (
        <p className="history-words">
          <OutsideText>{words}</OutsideText>
        </p>
      )}
      <p className="quiet">{sayWay(undo, redo, say)}</p>
      {undo + redo > 0 && (
        <Button
          look="primary"
          isDisabled={isWalking}
          onPress={() => void workspace.history.goTo(step?.id ?? null)}
        >
          {say(undo > 0 ? "history.go-back" : "history.redo-to")}
        </Button>
      )}
      {step && <OpenElsewhere step={step} />}
    </>
  );
}

function sayWay(undo: number, redo: number, say: Words["say"]): string {
  if (undo + redo === 0) return say("history.way-none");
  if (redo === 0) return say("history.way-undo", { undo });
  return undo === 0 ? say("history.way-redo", { redo }) : say("history.way-both", { undo, redo });
}

/** Opens the article of a step that was in another one. */
function OpenElsewhere({ step }: { readonly step: Step }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [article] = articlesOfStep(step);
  const elsewhere = useStore(workspace.state, ({ articles, session }) =>
    session?.article.id === article ? null : (articles.find(({ id }) => id === article) ?? null),
  );
  if (!elsewhere) return null;
  return (
    <Button onPress={() => void openAt(elsewhere.id)}>
      <OutsideText cut>{say("history.open-article", { title: elsewhere.title })}</OutsideText>
    </Button>
  );

  async function openAt(id: Id): Promise<void> {
    await workspace.openArticle(id);
    const { session } = workspace.state.get();
    const range = session && rangeOfStep(step, session);
    if (range) session.reveal(range, "center");
  }
}

/** The rows of the visible history, newest first: what stands, what was taken back, and the beginning before all of it. */
interface HistoryRow {
  /** The step's id, or `startRow`. */
  readonly id: string;
  readonly entry: HistoryEntry | null;
  /** `branch`: taken back, and other work was done in its place. */
  readonly state: "undone" | "now" | "done" | "branch";
}

const startRow = "start";

export function historyRows(history: History): readonly HistoryRow[] {
  const { done, undone, branches } = history;
  const rowsOf = (entries: readonly HistoryEntry[], state: HistoryRow["state"]): HistoryRow[] =>
    entries.map((entry) => ({ id: entry.step.id, entry, state }));
  const reachable = branches.filter(({ from }) => wayTo(history, from) !== null);
  const rows = [
    ...rowsOf(undone, "undone"),
    ...rowsOf(done.slice(-1), "now"),
    ...rowsOf(done.slice(0, -1).reverse(), "done"),
    ...reachable.flatMap(({ entries }) => rowsOf(entries, "branch")),
  ];
  const at = ({ entry }: HistoryRow): string => entry?.step.at ?? "";
  const inOrder = rows.sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0));
  return [...inOrder, { id: startRow, entry: null, state: done.length === 0 ? "now" : "done" }];
}

export const historyView: SidebarView = { Body: HistoryPane };
