// Enters what a table of entities says into the registry: all of it or nothing, as one step.
import type { Command } from "../../../shared/commands/command.ts";
import { draftOf, newProvenance, refuse } from "../../../shared/commands/draft.ts";
import { readEntityValues } from "../../../shared/interchange/entity-values.ts";

interface FillEntities {
  /** CSV, or cells copied from a spreadsheet. */
  readonly table: string;
}

export const fillEntities: Command<FillEntities> = {
  id: "fill-entity-fields",
  run(context, { table }) {
    const { tagset, annotations } = context;
    const read = readEntityValues(table, { tagset, entities: annotations.entities }, newProvenance(context));
    if (!read.ok) return refuse("unknown-value");
    const draft = draftOf(context);
    for (const { to } of read.entities.updated) draft.entities.put(to);
    return draft.outcome();
  },
};
