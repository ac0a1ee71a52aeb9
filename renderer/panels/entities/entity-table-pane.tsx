// The entities of the project as a table: all that is known of each is typed through, pasted from a spreadsheet and imported from a file.
import { useRef } from "react";
import { entityValuesCsv } from "../../../shared/interchange/entity-values.ts";
import { namesOf } from "../../../shared/model/entity-groups.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { goToEntity } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { GridPage } from "../grid/grid-page.tsx";
import { type FilledGrid, useGrid } from "../grid/use-grid.ts";
import type { Page, PageProps } from "../page.ts";
import { madeOf } from "../span/own-fields.tsx";
import { ImportValuesDialog } from "./import-values-dialog.tsx";
import { type EntityContent, useEntityContent } from "./use-entity-content.ts";

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
