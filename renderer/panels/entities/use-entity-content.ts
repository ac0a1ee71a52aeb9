// The content of the table of entities, and where what is entered in it goes: the entities that stand for themselves, what the registry knows of each, and
// the project's own fields.
import { useMemo, useState } from "react";
import { cellFinding } from "../../../shared/interchange/cell-block.ts";
import {
  cellWords,
  type EntityColumn,
  entityColumns,
  planCells,
} from "../../../shared/interchange/entity-columns.ts";
import { isEntityTable } from "../../../shared/interchange/entity-values.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type EntityGroup, entityGroups } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import { noProvenance } from "../../../shared/model/provenance.ts";
import { get, type Table, withRecords } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import { type EntityTable, entityTableOf, keepRows, orderRows } from "../../state/project/entity-table.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { Entry, GridColumn, GridContent } from "../grid/use-grid.ts";
import { useKeptRows } from "../grid/use-kept-rows.ts";
import { mentionCount } from "./entity-listing.ts";
import { choicesOf, columnTitle, shownWords } from "./table-words.ts";
import { useCounts } from "./use-mentions.ts";

export interface EntityContent extends GridContent {
  readonly groups: ReadonlyMap<Id, EntityGroup>;
  columnOf(column: GridColumn): EntityColumn | undefined;
}

const widthOf = (column: EntityColumn): number => {
  if ("field" in column) return column.field.kind === "text" ? 180 : 150;
  return { name: 220, type: 120, naming: 120 }[column.fact as string] ?? 180;
};

export function useEntityContent(tagset: Tagset, canEdit: boolean): EntityContent {
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
