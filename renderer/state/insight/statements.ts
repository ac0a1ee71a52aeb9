// The list of all statements in a window: what is asked for, the rows that were loaded of it, the one that is looked at, and those that are
// selected. It is listed again whenever something was saved while it is on the screen. One a window.
import type { DamagedArticle } from "../../../shared/api/methods/insight.ts";
import type { EditedCards } from "../../../shared/api/methods/statements.ts";
import type { CardEdit } from "../../../shared/commands/card-values.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { WorkProgress } from "../../../shared/model/work.ts";
import { limits } from "../../../shared/schema/limits.ts";
import {
  type CardOfSet,
  type CardPlace,
  cardKey,
  type ListedRows,
  type SavedStatementFilter,
  type StatementFilter,
  type StatementQuery,
  type StatementRow,
} from "../../../shared/statements/list-statements.ts";
import type { Message } from "../../../shared/words/message.ts";
import { message } from "../../../shared/words/message.ts";
import { createStore, type ReadableStore, type Store } from "../../lib/store.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject, openProjectId } from "../project/workspace-state.ts";
import { type ChosenCards, followWork, insightOf } from "./insight.ts";

export const everyStatement: StatementFilter = {
  ...{ typed: "", where: {}, sort: { by: "text", isDescending: false }, node: null },
  ...{ from: null, to: null },
};

interface Selected {
  /** By `cardKey`. */
  readonly cards: ReadonlyMap<string, CardOfSet>;
  /** The keys of those among them that the listing does not have, as after another filter was set. */
  readonly notListed: ReadonlySet<string>;
  /** The card from which a range is extended; `null` before the first. */
  readonly anchor: CardPlace | null;
}

export interface StatementsState {
  readonly filter: StatementFilter;
  /** The listing on the screen; `null` before the first. */
  readonly listing: Pick<
    ListedRows & { readonly ok: true },
    "listing" | "total" | "all" | "leftOut" | "curatedInPart"
  > | null;
  /** For each facet the number of cards for each value. */
  readonly counts: NonNullable<(ListedRows & { readonly ok: true })["counts"]>;
  /** Those that were loaded, by their place. */
  readonly rows: ReadonlyMap<number, StatementRow>;
  /** The row that is looked at: its place and its card. */
  readonly current: { readonly at: number; readonly place: CardPlace } | null;
  readonly selected: Selected;
  readonly progress: WorkProgress | null;
  readonly isListing: boolean;
  readonly isStopped: boolean;
  readonly problem: ApiErrorData | null;
  readonly refusal: Message | null;
  readonly damaged: readonly DamagedArticle[];
  /** What came of the latest change of values. */
  readonly outcome: Message | null;
  /** Whether values for those that are selected are being chosen. */
  readonly isEditing: boolean;
}

interface Statements {
  readonly state: ReadableStore<StatementsState>;
  readonly saved: ReadableStore<readonly SavedStatementFilter[]>;
  /** Lists now, and again whenever something else is to be listed, until what is returned is called. */
  follow(): () => void;
  ask(part: Partial<StatementFilter>): void;
  /** Counts the values of the facets from now on, or no more: they cost a look at each of them for every card. */
  count(isCounting: boolean): void;
  again(): void;
  stop(): void;
  /** Loads rows that are not there yet. */
  load(from: number, to: number): void;
  lookAt(at: number): void;
  /** Selects a card or not any more. */
  toggle(at: number): void;
  /** Selects from the card that was toggled last, wherever it is listed now, to this row; where it is not, from the row that is looked at. */
  extend(at: number): Promise<void>;
  selectAll(): Promise<void>;
  clearSelection(): void;
  /** Keeps of the selection what is listed. */
  deselectNotListed(): void;
  setEditing(isEditing: boolean): void;
  edit(cards: readonly CardOfSet[], edit: CardEdit): Promise<EditedCards>;
  /** Saves the filter that is set by this name, in the place of one that has it. `null` when that is done; else why not. */
  save(name: string): Promise<ApiErrorData | null>;
  remove(name: string): Promise<ApiErrorData | null>;
}

/** The list of a window: the same one every time. */
export const statementsOf = memoize(createStatements);

/** Rows that are loaded at once. */
const pageSize = 100;

const noneSelected: Selected = { cards: new Map(), notListed: new Set(), anchor: null };
const nothing: StatementsState = {
  ...{ filter: everyStatement, listing: null, counts: [], rows: new Map(), current: null },
  ...{ selected: noneSelected, progress: null, isListing: false, isStopped: false },
  ...{ problem: null, refusal: null, damaged: [], outcome: null, isEditing: false },
};

interface Parts {
  readonly workspace: Workspace;
  readonly state: Store<StatementsState>;
  followers: number;
  isCounting: boolean;
  /** Of the latest question, so that an overtaken one is forgotten. */
  asked: number;
  /** Pages of the listing that were asked for. */
  pages: Set<number>;
}

function createStatements(workspace: Workspace): Statements {
  const state = createStore(nothing);
  const saved = createStore<readonly SavedStatementFilter[]>(savedBefore(workspace));
  const parts: Parts = { workspace, state, followers: 0, isCounting: false, asked: 0, pages: new Set() };
  followProject(workspace.state, () => {
    parts.asked += 1;
    state.set(nothing);
    saved.set(savedBefore(workspace));
    listFollowed(parts);
  });
  followWork(workspace, {
    onChange: () => listFollowed(parts),
    onProgress(progress) {
      if (state.get().isListing) state.patch({ progress });
    },
  });
  followInsight(parts);
  return {
    state,
    saved,
    follow() {
      parts.followers += 1;
      void list(parts);
      return () => {
        parts.followers -= 1;
      };
    },
    ask(part) {
      state.patch({ filter: { ...state.get().filter, ...part }, current: null, outcome: null });
      void list(parts);
    },
    count(isCounting) {
      if (parts.isCounting === isCounting) return;
      parts.isCounting = isCounting;
      if (isCounting) void list(parts);
    },
    again: () => void list(parts),
    stop: () => workspace.stop((project) => workspace.client.call("statements.stop", { project })),
    load: (from, to) => load(parts, from, to),
    ...selection(parts),
    setEditing: (isEditing) => state.patch({ isEditing }),
    edit: (cards, edit) => editCards(parts, cards, edit),
    save: (name) => saveFilters(parts, saved, [{ name, filter: state.get().filter }], []),
    remove: (name) => saveFilters(parts, saved, [], [name]),
  };
}

const savedBefore = ({ state }: Workspace): readonly SavedStatementFilter[] =>
  state.get().project?.desk.statementFilters ?? [];

/** What is counted, and the cards behind a figure, are chosen for all of Insight. */
function followInsight(parts: Parts): void {
  const { workspace, state } = parts;
  const insight = insightOf(workspace).state;
  let { scope, chosenCards, isBlind } = insight.get();
  insight.subscribe(() => {
    const chosen = insight.get();
    if (chosen.scope === scope && chosen.chosenCards === chosenCards) return;
    // What is listed, or on its way, may be of those whose work must not show.
    if (chosen.isBlind !== isBlind) {
      parts.asked += 1;
      const { filter } = state.get();
      state.set({ ...nothing, filter });
    }
    ({ scope, chosenCards, isBlind } = chosen);
    listFollowed(parts);
  });
}

function listFollowed(parts: Parts): void {
  if (parts.followers > 0) void list(parts);
}

/** What is asked of the core. */
function queryOf({ workspace, state }: Parts): StatementQuery {
  const { scope, chosenCards } = insightOf(workspace).state.get();
  const { from, to, ...filter } = state.get().filter;
  return {
    ...filter,
    scope: { sets: scope.sets, set: scope.set, filter: { ...scope.filter, from, to } },
    cards: chosenCards && cardsOf(chosenCards),
  };
}

const cardsOf = memoize(({ cards }: ChosenCards): readonly CardPlace[] =>
  cards.map(({ article, card }) => ({ article, card })),
);

/** Lists anew. The row that is looked at stays so where its card is listed. */
async function list(parts: Parts): Promise<void> {
  const { workspace, state } = parts;
  if (!workspace.state.get().project) return;
  parts.asked += 1;
  const { asked } = parts;
  const { current, selected } = state.get();
  state.patch({ isListing: true, isStopped: false, problem: null });
  try {
    const { listed, damaged } = await workspace.call((project) =>
      workspace.client.call("statements.list", {
        ...{ project, query: queryOf(parts), isCounting: parts.isCounting },
        ...{ window: { from: 0, count: pageSize }, around: current?.place ?? null },
        selected: [...selected.cards.values()].map(({ article, card }) => ({ article, card })),
      }),
    );
    if (asked !== parts.asked) return;
    take(parts, listed, damaged);
    // What was selected meanwhile was not asked about.
    if (listed?.ok && state.get().selected.cards !== selected.cards) listFollowed(parts);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (asked === parts.asked) state.patch({ problem: error.toData(), isListing: false, progress: null });
  }
}

function take(
  { state, ...parts }: Parts,
  listed: ListedRows | null,
  damaged: readonly DamagedArticle[],
): void {
  const done = { damaged, isListing: false, progress: null, isStopped: listed === null };
  if (!listed?.ok) {
    state.patch({
      ...done,
      refusal: listed?.problem ?? null,
      ...(listed && { listing: null, rows: new Map() }),
    });
    return;
  }
  const { listing, total, all, leftOut, curatedInPart, counts, at, notListed, from, rows } = listed;
  const { current, selected } = state.get();
  parts.pages.clear();
  for (let page = Math.ceil(from / pageSize); (page + 1) * pageSize <= from + rows.length; page += 1)
    parts.pages.add(page);
  state.patch({
    ...{
      ...done,
      refusal: null,
      listing: { listing, total, all, leftOut, curatedInPart },
      counts: counts ?? [],
    },
    rows: new Map(rows.map((row, offset) => [from + offset, row])),
    current: current && at !== null ? { ...current, at } : null,
    selected: { ...selected, notListed: new Set(notListed.map(cardKey)) },
  });
}

function load(parts: Parts, from: number, to: number): void {
  const { state, pages } = parts;
  const { listing } = state.get();
  if (!listing) return;
  const last = Math.min(to, listing.total) - 1;
  for (let page = Math.floor(from / pageSize); page * pageSize <= last; page += 1) {
    if (pages.has(page)) continue;
    pages.add(page);
    void loadPage(parts, listing.listing, page);
  }
}

async function loadPage(parts: Parts, listing: string, page: number): Promise<void> {
  const { workspace, state } = parts;
  const from = page * pageSize;
  const window = { listing, from, count: pageSize };
  const isPresent = (): boolean => state.get().listing?.listing === listing;
  try {
    const { rows } = await workspace.call((project) =>
      workspace.client.call("statements.rows", { project, ...window }),
    );
    if (!isPresent()) return;
    // It is not kept any more, since other windows listed so much.
    if (!rows) return void list(parts);
    state.patch({
      rows: new Map([...state.get().rows, ...rows.map((row, offset) => [from + offset, row] as const)]),
    });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    parts.pages.delete(page);
    if (isPresent()) state.patch({ problem: error.toData() });
  }
}

function selection(
  parts: Parts,
): Pick<Statements, "lookAt" | "toggle" | "extend" | "selectAll" | "clearSelection" | "deselectNotListed"> {
  const { state } = parts;
  const select = (cards: readonly CardOfSet[], anchor: CardPlace | null): void => {
    const { selected } = state.get();
    const all = new Map([...selected.cards, ...cards.map((one) => [cardKey(one), one] as const)]);
    if (all.size > limits.editedCards) {
      state.patch({ outcome: message("statements.too-many", { most: limits.editedCards }) });
      return;
    }
    state.patch({ selected: { ...selected, cards: all, anchor }, outcome: null });
  };
  return {
    lookAt(at) {
      const row = state.get().rows.get(at);
      if (row) state.patch({ current: { at, place: { article: row.article, card: row.card } } });
    },
    toggle(at) {
      const row = state.get().rows.get(at);
      if (!row) return;
      const { selected } = state.get();
      const cards = new Map(selected.cards);
      if (!cards.delete(cardKey(row))) return select([cardOf(row)], cardOf(row));
      state.patch({ selected: { ...selected, cards, anchor: cardOf(row) }, outcome: null });
    },
    async extend(at) {
      const { rows, selected, current } = state.get();
      const anchored = rowOfCard(rows, selected.anchor) ?? current?.at ?? at;
      const first = rows.get(anchored);
      const places = await placesFrom(parts, Math.min(anchored, at), Math.abs(anchored - at) + 1);
      select(places, first ? cardOf(first) : selected.anchor);
    },
    async selectAll() {
      const total = state.get().listing?.total ?? 0;
      if (total > limits.editedCards)
        state.patch({ outcome: message("statements.too-many", { most: limits.editedCards }) });
      else if (total > 0) {
        const places = await placesFrom(parts, 0, total);
        select(places, places[0] ?? null);
      }
    },
    clearSelection: () => state.patch({ selected: noneSelected }),
    deselectNotListed() {
      const { cards, notListed, anchor } = state.get().selected;
      const listed = new Map([...cards].filter(([key]) => !notListed.has(key)));
      state.patch({ selected: { cards: listed, notListed: new Set(), anchor } });
    },
  };
}

/** Where a card is listed, as far as its row was loaded. */
function rowOfCard(rows: StatementsState["rows"], card: CardPlace | null): number | null {
  if (!card) return null;
  const key = cardKey(card);
  for (const [at, row] of rows) if (cardKey(row) === key) return at;
  return null;
}

/** How many of the cards that are selected are not listed. */
export const countNotListed = ({ cards, notListed }: Selected): number =>
  [...notListed].filter((key) => cards.has(key)).length;

const cardOf = ({ article, annotator, card }: CardOfSet): CardOfSet => ({ article, annotator, card });

/** The cards of rows that need not be loaded; none where they cannot be told, which is shown. */
async function placesFrom(parts: Parts, from: number, count: number): Promise<readonly CardOfSet[]> {
  const { workspace, state } = parts;
  const listing = state.get().listing?.listing;
  if (listing === undefined) return [];
  const window = { listing, from, count: Math.min(count, limits.editedCards) };
  try {
    const { places } = await workspace.call((project) =>
      workspace.client.call("statements.places", { project, ...window }),
    );
    if (!places) void list(parts);
    return places ?? [];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    state.patch({ problem: error.toData() });
    return [];
  }
}

async function editCards(parts: Parts, cards: readonly CardOfSet[], edit: CardEdit): Promise<EditedCards> {
  const { workspace, state } = parts;
  const edited = await workspace.editCards(cards, edit);
  if (edited.refused.length > 0) return edited;
  const count = edited.step?.parts.reduce(
    (sum, { change }) => sum + (change.attributions?.updated.length ?? 0),
    0,
  );
  state.patch({
    outcome:
      count === undefined ? message("statements.all-had-it") : message("statements.changed", { count }),
  });
  listFollowed(parts);
  return edited;
}

async function saveFilters(
  { workspace }: Parts,
  saved: Store<readonly SavedStatementFilter[]>,
  save: readonly SavedStatementFilter[],
  remove: readonly string[],
): Promise<ApiErrorData | null> {
  const projectBefore = openProjectId(workspace.state);
  try {
    const { filters } = await workspace.call((project) =>
      workspace.client.call("desk.saveStatementFilters", { project, save, remove: [...remove] }),
    );
    if (openProjectId(workspace.state) === projectBefore) saved.set(filters);
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.toData();
  }
}
