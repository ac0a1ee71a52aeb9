// The content of the table of article sets: what it shows, and where what is entered in it goes. A set asks something: a row with a name and no condition waits here until
// one is entered.
import { useMemo, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { type CellEdit, cellFinding } from "../../../shared/interchange/cell-block.ts";
import {
  type KnownSets,
  planSets,
  type SavedSet,
  type SetColumn,
  setColumns,
  setWords,
} from "../../../shared/interchange/set-columns.ts";
import { isSetTable } from "../../../shared/interchange/set-values.ts";
import { filterWork, nobody } from "../../../shared/model/article-filter.ts";
import { type ArticleSet, setsNamed } from "../../../shared/model/article-set.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import { foldedName } from "../../../shared/model/folded-name.ts";
import type { Id } from "../../../shared/model/id.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { filteringOf } from "../../state/articles/filtering.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Entry, GridColumn, GridContent } from "../grid/use-grid.ts";

export interface SetContent extends GridContent {
  readonly known: KnownSets;
  /** `undefined`: it is not saved. */
  setOf(row: Id): ArticleSet | undefined;
}

const titles: Readonly<Record<SetColumn["id"], Text>> = {
  name: message("filters.name"),
  words: message("sets.column-words"),
  publishers: message("filters.publishers"),
  tags: message("filters.tags"),
  from: message("filters.from"),
  to: message("filters.to"),
  work: message("filters.work"),
  assigned: message("filters.assigned"),
  annotated: message("filters.annotated"),
  articles: message("filters.articles"),
};

export const setColumnTitle = ({ id }: Pick<SetColumn, "id">): Text => titles[id];

const columns: readonly GridColumn[] = setColumns.map((column) => ({
  ...{ id: column.id, title: setColumnTitle(column) },
  width: { name: 220, from: 110, to: 110, articles: 260 }[column.id as string] ?? 180,
}));

const columnOf = ({ id }: GridColumn): SetColumn | undefined => setColumns.find((column) => column.id === id);

/** What sets can be about in the project. */
function knownSetsOf({ project, articles }: OpenProject, sets: readonly ArticleSet[]): KnownSets {
  return { sets, people: project.annotators.filter(isPerson), articles };
}

const noSets: readonly ArticleSet[] = [];

/** `onProblem`: what came of saving the sets; `null`: they are. */
export function useSetContent(
  project: OpenProject,
  onProblem: (problem: ApiErrorData | null) => void,
): SetContent {
  const { workspace } = usePanels();
  const words = useWords();
  const filtering = filteringOf(workspace);
  const sets = project.project.articleSets ?? noSets;
  const articles = useStore(workspace.state, (state) => state.articles);
  const known = useMemo(() => knownSetsOf({ ...project, articles }, sets), [project, articles, sets]);
  const spoken = useMemo(() => ({ ...known, names: namesIn(words) }), [known, words]);
  const drafts = useDrafts();
  const rows = useSetRows(spoken, waitingOf(drafts, sets));
  const canEdit = project.readOnly === null;
  const said =
    (by: KnownSets) =>
    (row: Id, gridColumn: GridColumn): string => {
      const [set, column] = [sets.find(({ id }) => id === row), columnOf(gridColumn)];
      if (set && column) return setWords(column, set, by);
      return drafts.edits.find((one) => one.row === row && one.column === gridColumn.id)?.words ?? "";
    };
  const save = async (saved: readonly SavedSet[]): Promise<boolean> => {
    const problem = await filtering.saveSets(saved);
    onProblem(problem);
    return problem === null;
  };
  return {
    ...{ state: filtering.table, columns, rows, nextId: drafts.nextId, canEdit, known: spoken },
    newId: workspace.newId,
    setOf: (row) => sets.find(({ id }) => id === row),
    shown: said(spoken),
    copied: said(known),
    choices: () => null,
    isTable: isSetTable,
    enter: (edits, added) => enter({ known: spoken, drafts, save }, edits, added),
  };
}

/** What states and nobody are called. */
const namesIn = ({ say }: Words): ReadonlyMap<string, string> =>
  new Map([
    ...filterWork.map((id) => [id, say(id === nobody ? "filters.nobody" : `progress.state-${id}`)] as const),
  ]);

interface Drafts {
  /** What was entered in rows that ask nothing yet. */
  readonly edits: readonly CellEdit[];
  readonly rows: readonly Id[];
  /** Of the row that makes a new set. */
  readonly nextId: Id;
  /** What was entered in these rows, with what is now. */
  with(edits: readonly CellEdit[]): readonly CellEdit[];
  hold(edits: readonly CellEdit[]): void;
  /** These rows are no drafts any more. */
  drop(rows: ReadonlySet<Id>): void;
}

function useDrafts(): Drafts {
  const { workspace } = usePanels();
  const [edits, setEdits] = useState<readonly CellEdit[]>([]);
  const [nextId, setNextId] = useState(() => workspace.newId());
  const rows = useMemo(() => [...new Set(edits.map(({ row }) => row))], [edits]);
  const renew = (used: ReadonlySet<Id>): void => {
    if (used.has(nextId)) setNextId(workspace.newId());
  };
  return {
    ...{ edits, nextId, rows },
    with(entered) {
      const touched = new Set(entered.map(({ row }) => row));
      return latest([...edits.filter(({ row }) => touched.has(row)), ...entered]);
    },
    hold(entered) {
      setEdits(latest([...edits, ...entered]).filter(({ words }) => words.trim() !== ""));
      renew(new Set(entered.map(({ row }) => row)));
    },
    drop(finished) {
      setEdits((before) => before.filter(({ row }) => !finished.has(row)));
      renew(finished);
    },
  };
}

/** The drafts that are not among the sets: one that was just saved is there already when its draft goes. */
const waitingOf = ({ rows, edits }: Drafts, sets: readonly ArticleSet[]): readonly Id[] => {
  const isSaved = (row: Id): boolean =>
    edits.some(
      (one) => one.row === row && one.column === "name" && setsNamed(sets, one.words.trim()).length > 0,
    );
  return rows.some(isSaved) ? rows.filter((row) => !isSaved(row)) : rows;
};

/** Of each cell what was entered last. */
const latest = (edits: readonly CellEdit[]): readonly CellEdit[] => [
  ...new Map(edits.map((edit) => [JSON.stringify([edit.row, edit.column]), edit])).values(),
];

interface Entering {
  readonly known: KnownSets;
  readonly drafts: Drafts;
  save(sets: readonly SavedSet[]): Promise<boolean>;
}

function enter(
  { known, drafts, save }: Entering,
  ...[edits, added]: Parameters<GridContent["enter"]>
): Entry {
  const fresh = new Set([...added, ...drafts.rows]);
  const all = drafts.with(edits);
  const planned = planSets(all, known, fresh);
  const rows = new Set(all.map(({ row }) => row));
  if (!planned.ok) {
    const { problems, unfinished } = planned;
    const isWaiting = problems.length === unfinished.size && [...rows].every((row) => fresh.has(row));
    if (!isWaiting) return { problems: problems.map((problem) => cellFinding(problem, all, namesOf(known))) };
    drafts.hold(all);
    return { count: edits.length, done: Promise.resolve(message("sets.unfinished")) };
  }
  const count = planned.cells.length;
  if (planned.save.length === 0) {
    // A row of which nothing is left is no draft any more.
    drafts.drop(new Set([...rows].filter((row) => fresh.has(row))));
    return { count: 0, done: Promise.resolve(null) };
  }
  return { count, done: saved(planned.save) };

  async function saved(sets: readonly SavedSet[]): Promise<Message | null> {
    if (!(await save(sets))) return null;
    drafts.drop(rows);
    return message("entities.table-changed", { count });
  }
}

const namesOf = ({ sets }: KnownSets) => ({
  nameOfRow: (row: Id) => sets.find(({ id }) => id === row)?.name,
  nameOfColumn(id: string) {
    const column = setColumns.find((one) => one.id === id);
    return column && setColumnTitle(column);
  },
});

/** The rows that are shown, which keep their places until they are sorted or narrowed anew; drafts come last. */
function useSetRows(known: KnownSets, drafts: readonly Id[]): readonly Id[] {
  const { compare } = useWords();
  const { typed, by, isDescending } = useStore(filteringOf(usePanels().workspace).table, (state) => state);
  const { sets } = known;
  const orderKey = JSON.stringify([typed, by, isDescending]);
  const order = (): readonly Id[] => orderSets(known, { typed, by, isDescending }, compare);
  const [kept, setKept] = useState(() => ({ orderKey, sets, rows: order() }));
  if (kept.orderKey !== orderKey) setKept({ orderKey, sets, rows: order() });
  else if (kept.sets !== sets) {
    const earlier = kept.rows.filter((row) => sets.some(({ id }) => id === row));
    const fresh = sets.filter(({ id }) => !kept.sets.some((set) => set.id === id)).map(({ id }) => id);
    setKept({ orderKey, sets, rows: [...earlier, ...fresh] });
  }
  return useMemo(() => [...kept.rows, ...drafts], [kept.rows, drafts]);
}

interface SetOrder {
  readonly typed: string;
  readonly by: string;
  readonly isDescending: boolean;
}

function orderSets(
  known: KnownSets,
  { typed, by, isDescending }: SetOrder,
  compare: (one: string, other: string) => number,
): readonly Id[] {
  const column = setColumns.find(({ id }) => id === by) ?? setColumns[0];
  return known.sets
    .filter(({ name }) => foldedName(name).includes(foldedName(typed)))
    .map((set) => ({ set, words: setWords(column, set, known) }))
    .sort(
      (one, other) =>
        Number(one.words === "") - Number(other.words === "") ||
        compare(one.words, other.words) * (isDescending ? -1 : 1) ||
        compare(one.set.name, other.set.name),
    )
    .map(({ set }) => set.id);
}
