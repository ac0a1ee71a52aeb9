// The visible history: every step, newest first, with those that were taken back dimmed. A row that is chosen only opens: it says what
// was done, shows where, and offers the way to the moment right after it.
import "../../styles/history.css";
import { useMemo, useState } from "react";
import { stepMessage } from "../../../shared/api/reply-words.ts";
import type { Pair } from "../../../shared/model/assignment.ts";
import { type Attribution, type FieldValue, spansOf } from "../../../shared/model/attribution.ts";
import type { Change, RecordsChange } from "../../../shared/model/change.ts";
import { type Entity, entityBehind } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { orphanQuote } from "../../../shared/model/orphan.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { Range } from "../../../shared/model/range.ts";
import type { Selector } from "../../../shared/model/selector.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { type Span, spanText } from "../../../shared/model/span.ts";
import type { Step } from "../../../shared/model/step.ts";
import { get, type Table } from "../../../shared/model/table.ts";
import type { CardField, Tagset } from "../../../shared/model/tagset.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { choiceName, fieldName, flagName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import { type History, type HistoryEntry, wayTo } from "../../state/history/history.ts";
import type { Session } from "../../state/session/session.ts";
import { Button } from "../../ui/button.tsx";
import { OpeningList } from "../../ui/opening-list.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { SidebarView, ViewProps } from "../sidebar-view.ts";
import { titleInSentence } from "../title-in-sentence.tsx";

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
      <OutsideText cut>
        {say("history.open-article", { title: titleInSentence(elsewhere.title) })}
      </OutsideText>
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

// The words for a step of the history: what was done, to which words or which entity, and where.

/** Code units of the article that a row shows. */
const longest = 120;

/** What the ids in a step stand for. */
interface Names {
  readonly entities: Table<Entity>;
  readonly tagset: Tagset;
}

/** A card before and after a step. */
interface Edited {
  readonly from: Attribution;
  readonly to: Attribution;
}

/** A step in one sentence that has its words already: who was entered or linked, and which value or flag was set. `null`: it is none of these. */
export function sentenceOfStep({ command, parts }: Step, { entities, tagset }: Names): Message | null {
  const changes = parts.map(({ change }) => change);
  if (command === "link-entity" || command === "create-entity") {
    const span = changes.flatMap(({ spans }) => spans?.updated ?? []).find(isLinked)?.to;
    const added = changes.flatMap((change) => change.entities?.added ?? []);
    const id = span?.entity ?? "";
    const entity = added.find((one) => one.id === id) ?? entityBehind(entities, id);
    if (!span || !entity) return null;
    const values = { words: short(spanText(span)), name: short(entity.name) };
    return message(command === "link-entity" ? "history.linked-to" : "history.added-for", values);
  }
  const countOfMany = countedRecords[command];
  if (countOfMany) return sentenceOfMany(changes, countOfMany);
  if (command === "set-appearance") return sentenceOfRole(changes, entities);
  if (command === "add-about" || command === "remove-about") return sentenceOfAbout(changes, entities);
  const [card] = changes.flatMap(({ attributions }) => attributions?.updated ?? []);
  if (command === "toggle-flag") return card ? sentenceOfFlag(card, tagset) : null;
  if (command !== "set-field") return null;
  const field = card && tagset.fields.find(({ id }) => valueIn(card.from, id) !== valueIn(card.to, id));
  return field ? sentenceOfValue(field, valueIn(card.to, field.id)) : null;
}

/** What a step made that may be about many at once: how many it left, and the message that says so. */
interface CountedRecords {
  readonly says: "history.accepted-many" | "history.rejected-many" | "history.tagged-many";
  readonly count: (change: Change) => number;
}

const countedRecords: Readonly<Record<string, CountedRecords>> = {
  "accept-suggestions": {
    says: "history.accepted-many",
    count: ({ attributions }) => attributions?.added.length ?? 0,
  },
  "reject-suggestions": {
    says: "history.rejected-many",
    count: ({ rejections }) => (rejections?.added.length ?? 0) + (rejections?.updated.length ?? 0),
  },
  "tag-all": { says: "history.tagged-many", count: ({ spans }) => spans?.added.length ?? 0 },
};

/** How many there were; `null` for one, of which the words are said. */
function sentenceOfMany(
  changes: readonly Change[],
  { says, count: countIn }: CountedRecords,
): Message | null {
  const count = changes.reduce((sum, change) => sum + countIn(change), 0);
  return count > 1 ? message(says, { count }) : null;
}

/** In which role somebody appears since. */
function sentenceOfRole(changes: readonly Change[], entities: Table<Entity>): Message | null {
  const parts = changes.flatMap(({ appearances }) => appearances ?? []);
  const [given] = parts.flatMap(({ added, updated }) => [...added, ...updated.map(({ to }) => to)]);
  const appearance = given ?? parts.flatMap(({ removed }) => removed)[0];
  const entity = appearance && entityBehind(entities, appearance.entity);
  if (!entity) return null;
  return message("cards.facet-value", {
    facet: short(entity.name),
    value: message(given ? `entities.role-${given.role}` : "entities.role-here-none"),
  });
}

/** Whom a claim is about since, or is no longer about. */
function sentenceOfAbout(changes: readonly Change[], entities: Table<Entity>): Message | null {
  const [edited] = changes.flatMap(({ attributions }) => attributions?.updated ?? []);
  const added = changes.flatMap((change) => change.entities?.added ?? []);
  const [before, after] = [edited?.from.about ?? [], edited?.to.about ?? []];
  const nameOf = (ids: readonly Id[], others: readonly Id[]): string | undefined => {
    const id = ids.find((one) => !others.includes(one)) ?? "";
    return (added.find((one) => one.id === id) ?? entityBehind(entities, id))?.name;
  };
  const [come, gone] = [nameOf(after, before), nameOf(before, after)];
  if (come !== undefined) return message("history.about-whom", { name: short(come) });
  return gone === undefined ? null : message("history.no-longer-about", { name: short(gone) });
}

/** The flag that was set or removed. */
function sentenceOfFlag({ from, to }: Edited, tagset: Tagset): Message | null {
  const flag = tagset.flags.find(({ id }) => from.flags.includes(id) !== to.flags.includes(id));
  return flag
    ? message("cards.facet-value", {
        facet: flagName(flag),
        value: message(to.flags.includes(flag.id) ? "cards.yes" : "cards.no"),
      })
    : null;
}

const isLinked = ({ from, to }: { readonly from: Span; readonly to: Span }): boolean =>
  to.entity !== undefined && to.entity !== from.entity;

const valueIn = ({ fields }: Attribution, id: string): FieldValue => fields[id] ?? null;

/** The value that a card was given, or that it was taken away. */
function sentenceOfValue(field: CardField, value: FieldValue): Message {
  const facet = fieldName(field);
  if (field.input === "switch")
    return message("cards.facet-value", { facet, value: message(value === true ? "cards.yes" : "cards.no") });
  const choice = field.choices.find(({ id }) => id === value);
  return choice
    ? message("cards.facet-value", { facet, value: choiceName(field, choice) })
    : message("history.cleared-field", { field: facet });
}

/**
 * The words of the article, else the names of the article sets, the entities or the people who were assigned, that the step was about; empty where
 * it was about none of them.
 */
export function wordsOfStep(
  { parts, entities, assignments, articleSets, about }: Step,
  people: readonly Annotator[],
): string {
  for (const { change } of parts) {
    const segments = touched(change.spans).flatMap((span) => span.segments);
    const excluded = touched(change.exclusions).map(({ segment }) => segment);
    const placed = (segments.length > 0 ? segments : excluded).map(({ quote }) => quote);
    const rejected = touched(change.rejections).map(({ segment }) => wordsAround(segment));
    const [quotes = []] = [placed, rejected, touched(change.orphans).map(orphanQuote)].filter(
      (candidates) => candidates.length > 0,
    );
    if (quotes.length > 0) return short(quotes.join(" … "));
  }
  if (about) return short(about.map(({ to }) => to.title).join(", "));
  if (articleSets)
    return short(
      touched(articleSets)
        .map(({ name }) => name)
        .join(", "),
    );
  const named = [entities, ...parts.map(({ change }) => change.entities)].flatMap(touched);
  const assigned = new Set(assignmentsOf(assignments).map(({ annotator }) => annotator));
  const names = [...named, ...people.filter(({ id }) => assigned.has(id))].map(({ name }) => name);
  return short(names.join(", "));
}

/** Words with those around them that are whole: of a rejected suggestion its verb alone is known, which tells nothing. */
const wordsAround = ({ prefix, quote, suffix }: Selector): string =>
  `…${prefix.replace(/^\S*\s/u, "")}${quote}${suffix.replace(/\s\S*$/u, "")}…`;

/** Where the step was in the article of a session; `null` where that is not known, or the words are not there any more. */
export function rangeOfStep(
  { parts }: Step,
  { article, text, annotations }: Pick<Session, "article" | "text" | "annotations">,
): Range | null {
  const { spans } = annotations().set;
  const changes = parts.filter((part) => part.article === article.id).map(({ change }) => change);
  const tied = changes.flatMap((change) => touched(change.attributions)).flatMap(spansOf);
  const selectors = changes.flatMap((change) => [
    ...touched(change.spans).flatMap(({ segments }) => segments),
    ...[...touched(change.exclusions), ...touched(change.rejections)].map(({ segment }) => segment),
  ]);
  const places = [...selectors, ...tied.flatMap((id) => get(spans, id)?.segments ?? [])];
  return places.find(({ start, end, quote }) => text.text.slice(start, end) === quote) ?? null;
}

/** The articles that the step was about. */
export const articlesOfStep = ({
  parts,
  assignments,
  about = [],
  articles,
  revised,
}: Step): ReadonlySet<Id> =>
  new Set([
    ...[...parts, ...assignmentsOf(assignments), ...about].map(({ article }) => article),
    ...(articles ? [...articles.back, ...articles.away] : []),
    ...(revised ? [revised.article] : []),
  ]);

const assignmentsOf = (change: Step["assignments"]): readonly Pair[] =>
  change ? [...change.added, ...change.removed] : [];

function touched<T extends { readonly id: string }>(part: RecordsChange<T> | undefined): readonly T[] {
  return part ? [...part.added, ...part.updated.map(({ to }) => to), ...part.removed] : [];
}

const short = (text: string): string => shortened(text, longest);
