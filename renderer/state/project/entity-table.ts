// The table of entities as a person works in it: how it is narrowed and ordered, and what is entered in its cells, each entry as one step
// of the history, one after the other.
import type { Command, RefusalCode } from "../../../shared/commands/command.ts";
import { draftOf, newProvenance, refuse } from "../../../shared/commands/draft.ts";
import type { CellEdit } from "../../../shared/interchange/cell-block.ts";
import { cellWords, type EntityColumn, planCells } from "../../../shared/interchange/entity-columns.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { Origin } from "../../../shared/model/provenance.ts";
import { keepGridRows, orderGridRows } from "../../lib/grid-rows.ts";
import { createGridState, type GridOrder, type GridState } from "../../lib/grid-state.ts";
import type { Store } from "../../lib/store.ts";
import { entityFit } from "../session/find-entities.ts";
import type { Workspace } from "./workspace.ts";

interface FillEntities {
  readonly edits: readonly CellEdit[];
  /** Entities that nothing mentions: a name that they had is not kept. */
  readonly unmentioned: ReadonlySet<Id>;
  /** Ids of rows that make new entities. */
  readonly added: ReadonlySet<Id>;
}

/** Enters words in cells of the table of entities: all of them or nothing. */
const fillEntities: Command<FillEntities> = {
  id: "fill-entity-fields",
  run(context, { edits, unmentioned, added }) {
    const { tagset, annotations } = context;
    const planned = planCells(
      edits,
      { tagset, entities: annotations.entities },
      {
        provenance: newProvenance(context),
        isMentioned: (entity) => !unmentioned.has(entity),
        added,
      },
    );
    if (!planned.ok) return refuse("unknown-value");
    const draft = draftOf(context);
    for (const entity of planned.entities.added) draft.entities.put(entity);
    for (const { to } of planned.entities.updated) draft.entities.put(to);
    return draft.outcome();
  },
};

export interface EntityTable {
  readonly state: Store<GridState>;
  /**
   * Enters the words, after what was entered before. `null` once they stand there; else the refusal, or that it failed, which has been
   * shown.
   */
  enter(entry: EnteredWords): Promise<RefusalCode | "failed" | null>;
}

interface EnteredWords extends FillEntities {
  /** Where they come from, if not typed. */
  readonly origin?: Origin;
}

export const entityTableOf = memoize((workspace: Workspace): EntityTable => {
  let latest: Promise<unknown> = Promise.resolve();
  return {
    state: createGridState("name"),
    enter({ origin, ...filling }) {
      const entered = latest.then(() =>
        workspace.registry.runToEnd(fillEntities, filling, origin && { origin }),
      );
      latest = entered.catch(() => null);
      return entered;
    },
  };
});

type Groups = ReadonlyMap<Id, EntityGroup>;

/** The rows in their order: those whose names match what is typed. A cell without a value comes last in either direction. */
export function orderRows(
  groups: Groups,
  columns: readonly EntityColumn[],
  { typed, by, isDescending }: GridOrder,
  compare: (one: string, other: string) => number,
): readonly Id[] {
  const column = columns.find(({ id }) => id === by) ?? columns[0];
  const isNumber = column !== undefined && "field" in column && column.field.kind === "number";
  const rows = [...groups.values()]
    .filter((group) => isListed(group, typed))
    .map((group) => ({
      ...{ id: group.entity.id, name: group.entity.name },
      words: column ? cellWords(column, group) : "",
    }));
  return orderGridRows(rows, isDescending, compare, (one, other) => {
    const [a, b] = [Number(one), Number(other)];
    const isComparable = isNumber && !Number.isNaN(a) && !Number.isNaN(b);
    return isComparable ? a - b : compare(one, other);
  });
}

/**
 * The rows as they stood, so that none moves while it is filled in: without those that are gone, and with new ones at the end. `own`: those that
 * were added in the table, which are there whatever it is narrowed by.
 */
export function keepRows(
  before: readonly Id[],
  groups: Groups,
  typed: string,
  own: ReadonlySet<Id> = new Set(),
): readonly Id[] {
  return keepGridRows(before, groups.keys(), (id) => {
    const group = groups.get(id);
    return own.has(id) || (group !== undefined && isListed(group, typed));
  });
}

const isListed = (group: EntityGroup, typed: string): boolean =>
  typed.trim() === "" || entityFit(group, typed) !== null;
