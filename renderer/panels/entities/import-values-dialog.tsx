// A table of values for entities, from a file or the clipboard, before it is taken. Names that nobody has become new entities where that is said.
import { useMemo, useState } from "react";
import { readEntityValues } from "../../../shared/interchange/entity-values.ts";
import { noProvenance } from "../../../shared/model/provenance.ts";
import { get } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { useStore } from "../../lib/store.ts";
import { entityTableOf } from "../../state/project/entity-table.ts";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { TableSource } from "../grid/grid-page.tsx";
import { ImportDialog, type TablePreview } from "../grid/import-dialog.tsx";
import { columnTitle } from "./table-words.ts";

interface Props {
  readonly source: TableSource;
  readonly tagset: Tagset;
  onClose(): void;
}

const noIds: ReadonlySet<string> = new Set();

export function ImportValuesDialog({ source: { file, text }, tagset, onClose }: Props) {
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
