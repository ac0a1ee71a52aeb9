// The entities of the project as a table: all that is known of each is typed through, pasted from a spreadsheet and imported from a file.
// It shows the entities that stand for themselves, what the registry knows of each, and the project's own fields.
import { useMemo, useRef, useState } from "react";
import { cellFinding } from "../../../shared/interchange/cell-block.ts";
import {
  cellWords,
  type EntityColumn,
  entityColumns,
  planCells,
} from "../../../shared/interchange/entity-columns.ts";
import {
  entityValuesCsv,
  isEntityTable,
  readEntityValues,
} from "../../../shared/interchange/entity-values.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type EntityGroup, entityGroups, namesOf } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { noProvenance } from "../../../shared/model/provenance.ts";
import { get, type Table, withRecords } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { type EntityTable, entityTableOf, keepRows, orderRows } from "../../state/project/entity-table.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { GridPage, type TableSource } from "../grid/grid-page.tsx";
import { ImportDialog, type TablePreview } from "../grid/import-dialog.tsx";
import { type Entry, type FilledGrid, type GridColumn, type GridContent, useGrid } from "../grid/use-grid.ts";
import { useKeptRows } from "../grid/use-kept-rows.ts";
import type { Page, PageProps } from "../page.ts";
import { madeOf } from "../span/own-fields.tsx";
import { mentionCount } from "./entity-listing.ts";
import { choicesOf, columnTitle, shownWords } from "./table-words.ts";
import { useCounts } from "./use-mentions.ts";

function EntityTablePane({ project }: PageProps) {
  const { say } = useWords();
  const { tagset, annotators } = project.project;
  const canEdit = project.readOnly === null;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useEntityContent(tagset, canEdit);
  const grid = useGrid(content, scroller);
  return (
    <GridPage
      {...{ grid, scroller }}
      label={say("entities.table")}
      newLabel={say("entities.table-new")}
      findLabel={say("entities.find")}
      counted={say("entities.found", { count: content.rows.length })}
      none={say("entities.none")}
      tools={<TableTools grid={grid} />}
      note={useCellNote(content, grid, annotators)}
      keys={say(canEdit ? "entities.table-keys" : "entities.table-keys-reading")}
      importDialog={(source, onClose) => <ImportValuesDialog {...{ source, tagset, onClose }} />}
    />
  );
}

function TableTools({ grid: { currentRow } }: { readonly grid: FilledGrid }) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset ?? {});
  return (
    <>
      {currentRow !== undefined && (
        <Button look="quiet-button" onPress={() => goToEntity(ui, currentRow)}>
          {say("entities.show")}
        </Button>
      )}
      <CopyButton
        label={say("entities.table-copy")}
        text={() => entityValuesCsv({ tagset, entities }, { delimiter: "\t", newline: "\n" })}
      />
    </>
  );
}

/** Of the cell that has the keyboard: who entered its value, and how the entity is also called. */
function useCellNote(
  { groups, columns, columnOf }: EntityContent,
  { current, currentRow }: FilledGrid,
  annotators: readonly Annotator[],
): readonly string[] {
  const words = useWords();
  const gridColumn = columns[current.column];
  const [group, column] = [groups.get(currentRow ?? ""), gridColumn && columnOf(gridColumn)];
  if (!group || !column) return [];
  const [, ...others] = namesOf(group);
  const made = "field" in column ? madeOf(column.field, group, annotators, words) : null;
  const also = column.id === "name" && others.length > 0;
  return [
    words.say("entities.table-cell", {
      name: group.entity.name,
      column: words.tell(gridColumn?.title ?? ""),
    }),
    ...(made === null ? [] : [made]),
    ...(also ? [words.say("entities.merge-names", { names: words.list(others) })] : []),
  ];
}

export const entityTablePage: Page = { Body: EntityTablePane };

interface ImportProps {
  readonly source: TableSource;
  readonly tagset: Tagset;
  onClose(): void;
}

const noIds: ReadonlySet<string> = new Set();

/** A table of values before it is taken. Names that nobody has become new entities where that is said. */
function ImportValuesDialog({ source: { file, text }, tagset, onClose }: ImportProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const [isAdding, setAdding] = useState(false);
  const read = useMemo(
    () =>
      readEntityValues(
        text,
        { tagset, entities },
        { provenance: noProvenance, ...(isAdding && { newId: workspace.newId }) },
      ),
    [text, tagset, entities, isAdding, workspace],
  );
  async function run(): Promise<Message | "failed" | null> {
    if (!read.ok) return null;
    const refused = await entityTableOf(workspace).enter({
      ...{ edits: read.edits, unmentioned: noIds },
      added: new Set(read.entities.added.map(({ id }) => id)),
      ...(file !== null && { origin: { by: "imported", from: file } as const }),
    });
    return refused === null || refused === "failed" ? refused : message(`refusals.${refused}`);
  }
  return (
    <ImportDialog
      {...{ file, onClose }}
      rowTitle={say("entities.import-entity")}
      preview={previewOf(read)}
      onImport={run}
    >
      {read.unknownNames.length > 0 && (
        <SwitchField
          label={say("entities.import-add", { count: read.unknownNames.length })}
          value={isAdding}
          onChange={setAdding}
        />
      )}
    </ImportDialog>
  );

  function previewOf(table: typeof read): TablePreview {
    if (!table.ok) return table;
    const { cells, same, empty } = table;
    const { added } = table.entities;
    const names = new Map(added.map(({ id, name }) => [id, name]));
    return {
      ...{ ok: true, same, empty },
      added: added.length > 0 ? message("entities.import-added", { count: added.length }) : null,
      changes: cells.map(({ entity, column, before, after }) => ({
        name: get(entities, entity)?.name ?? names.get(entity) ?? entity,
        ...{ column: columnTitle(column), before, after },
      })),
    };
  }
}

interface EntityContent extends GridContent {
  readonly groups: ReadonlyMap<Id, EntityGroup>;
  columnOf(column: GridColumn): EntityColumn | undefined;
}

const widthOf = (column: EntityColumn): number => {
  if ("field" in column) return column.field.kind === "text" ? 180 : 150;
  return { name: 220, type: 120, naming: 120 }[column.fact as string] ?? 180;
};

function useEntityContent(tagset: Tagset, canEdit: boolean): EntityContent {
  const { workspace } = usePanels();
  const words = useWords();
  const table = entityTableOf(workspace);
  const newRows = useNewRows(useStore(workspace.state, (state) => state.entities));
  const { entities, nextId } = newRows;
  const entityColumnsNow = useMemo(() => entityColumns({ tagset }), [tagset]);
  const columns = useMemo(
    () =>
      entityColumnsNow.map((column) => ({
        id: column.id,
        title: columnTitle(column),
        width: widthOf(column),
      })),
    [entityColumnsNow],
  );
  const columnsById = new Map(entityColumnsNow.map((column) => [column.id, column]));
  const columnOf = ({ id }: GridColumn): EntityColumn | undefined => columnsById.get(id);
  const groups = entityGroups(entities);
  const rows = useKeptRows(table.state, groups, {
    order: (by) => orderRows(groups, entityColumnsNow, by, words.compare),
    keep: (before, typed) => keepRows(before, groups, typed, newRows.own),
  });
  const unmentioned = useUnmentioned(groups);
  const said =
    (wordsOf: (column: EntityColumn, group: EntityGroup) => string) =>
    (row: Id, gridColumn: GridColumn): string => {
      const [group, column] = [groups.get(row), columnOf(gridColumn)];
      return group && column ? wordsOf(column, group) : "";
    };
  return {
    ...{ state: table.state, columns, rows, nextId, canEdit, groups, columnOf },
    newId: workspace.newId,
    shown: said((column, group) => shownWords(column, group, words)),
    copied: said(cellWords),
    choices(gridColumn) {
      const column = columnOf(gridColumn);
      return column ? choicesOf(column, words) : null;
    },
    isTable: (text) => isEntityTable(text, { tagset, entities }),
    enter: (edits, added) => enter({ tagset, entities, table, newRows, unmentioned }, edits, added),
  };
}

interface Entering {
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
  readonly table: EntityTable;
  readonly newRows: NewRows;
  readonly unmentioned: ReadonlySet<Id>;
}

function enter(
  { tagset, entities, table, newRows, unmentioned }: Entering,
  ...[edits, added]: Parameters<GridContent["enter"]>
): Entry {
  const planned = planCells(edits, { tagset, entities }, { provenance: noProvenance, added });
  if (!planned.ok) {
    const columns = new Map(entityColumns({ tagset }).map((column) => [column.id, columnTitle(column)]));
    const names = {
      nameOfRow: (row: Id) => get(entities, row)?.name,
      nameOfColumn: (column: string) => columns.get(column),
    };
    return { problems: planned.problems.map((problem) => cellFinding(problem, edits, names)) };
  }
  const count = planned.cells.length;
  if (count === 0) return { count, done: Promise.resolve(null) };
  newRows.begin(planned.entities.added);
  // What was added just before is known by the time that this is entered.
  const fresh = new Set([...added, ...newRows.own]);
  return { count, done: settled() };

  async function settled(): Promise<Message | null> {
    try {
      const refusal = await table.enter({ edits, unmentioned, added: fresh });
      if (refusal === "failed") return null;
      return refusal === null ? message("entities.table-changed", { count }) : message(`refusals.${refusal}`);
    } finally {
      newRows.settle(planned.ok ? planned.entities.added : []);
    }
  }
}

interface NewRows {
  /** The registry with the entities that are being added. */
  readonly entities: Table<Entity>;
  /** All that were added here. */
  readonly own: ReadonlySet<Id>;
  /** Of the row that makes a new entity. */
  readonly nextId: Id;
  /** These are there from now on, until `settle` where the registry did not get them. */
  begin(added: readonly Entity[]): void;
  settle(added: readonly Entity[]): void;
}

/** The rows that make new entities: one is there at once, so that typing goes on in it and in the next one before it is saved. */
function useNewRows(known: Table<Entity>): NewRows {
  const { workspace } = usePanels();
  const [pending, setPending] = useState<readonly Entity[]>([]);
  const [own, setOwn] = useState<ReadonlySet<Id>>(() => new Set());
  const [nextId, setNextId] = useState(() => workspace.newId());
  const entities = useMemo(
    () =>
      withRecords(
        known,
        pending.filter(({ id }) => !get(known, id)),
      ),
    [known, pending],
  );
  return {
    ...{ entities, own, nextId },
    begin(added) {
      if (added.length === 0) return;
      setPending((before) => [...before, ...added]);
      setOwn((before) => new Set([...before, ...added.map(({ id }) => id)]));
      setNextId(workspace.newId());
    },
    settle(added) {
      const ids = new Set(added.map(({ id }) => id));
      if (ids.size > 0) setPending((before) => before.filter(({ id }) => !ids.has(id)));
    },
  };
}

/** Ids of those that nothing mentions, as far as that is known. */
function useUnmentioned(groups: ReadonlyMap<Id, EntityGroup>): ReadonlySet<Id> {
  const counts = useCounts();
  return useMemo(
    () =>
      new Set(
        [...groups.values()]
          .filter((group) => mentionCount(group, counts) === 0)
          .map(({ entity }) => entity.id),
      ),
    [groups, counts],
  );
}
