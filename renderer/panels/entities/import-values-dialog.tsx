// A table of values for entities, from a file or the clipboard, before it is taken: what in it is new, what it changes and what it says that
// is known already; or where it does not fit. Taken as a whole, as one step.
import { useMemo, useState } from "react";
import type { RefusalCode } from "../../../shared/commands/command.ts";
import type { CellChange } from "../../../shared/interchange/entity-columns.ts";
import { type ReadEntityValues, readEntityValues } from "../../../shared/interchange/entity-values.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { get } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { useStore } from "../../lib/store.ts";
import { entityTableOf } from "../../state/project/entity-table.ts";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemList } from "./problem-list.tsx";
import { columnTitle } from "./table-words.ts";

export interface ValueSource {
  /** The name of the file; `null`: pasted. */
  readonly file: string | null;
  readonly text: string;
}

interface Props {
  readonly source: ValueSource;
  readonly tagset: Tagset;
  onClose(): void;
}

/** Of what is only looked at. */
const nobody = { annotator: "", at: "", origin: { by: "human" } } as const;
/** Changes that are listed. */
const mostListed = 200;
const noIds: ReadonlySet<string> = new Set();

export function ImportValuesDialog({ source: { file, text }, tagset, onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const [isRunning, setRunning] = useState(false);
  const [isAdding, setAdding] = useState(false);
  const read = useMemo(
    () =>
      readEntityValues(
        text,
        { tagset, entities },
        { provenance: nobody, ...(isAdding && { newId: workspace.newId }) },
      ),
    [text, tagset, entities, isAdding, workspace],
  );
  const values = read.ok ? read.values : 0;
  async function run(): Promise<void> {
    if (!read.ok) return;
    setRunning(true);
    const origin = file === null ? undefined : ({ by: "imported", from: file } as const);
    const refused = await entityTableOf(workspace).enter({
      edits: read.edits,
      unmentioned: noIds,
      added: new Set(read.entities.added.map(({ id }) => id)),
      ...(origin && { origin }),
    });
    setRunning(false);
    if (refused === null) onClose();
    else if (refused !== "failed") setRefusal(refused);
  }
  return (
    <ModalDialog
      title={
        file === null
          ? say("entities.import-pasted-title")
          : say("entities.import-title", { file: plainText(file) })
      }
      wide
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={values === 0 || isRunning} onPress={() => void run()}>
          {say("entities.import-now", { count: values })}
        </ConfirmButtons>
      }
    >
      {read.unknownNames.length > 0 && (
        <SwitchField
          label={say("entities.import-add", { count: read.unknownNames.length })}
          value={isAdding}
          onChange={setAdding}
        />
      )}
      {read.ok ? <Preview read={read} /> : <ProblemList problems={read.problems} />}
      {refusal && (
        <p className="field-error" role="alert">
          {say(`refusals.${refusal}`)}
        </p>
      )}
    </ModalDialog>
  );
}

function Preview({ read }: { readonly read: Extract<ReadEntityValues, { readonly ok: true }> }) {
  const { say } = useWords();
  const { cells, same, empty, entities } = read;
  const fresh = cells.filter(({ before }) => before === "").length;
  return (
    <>
      <div role="status">
        <ul className="entity-import-counts">
          {entities.added.length > 0 && (
            <li>{say("entities.import-added", { count: entities.added.length })}</li>
          )}
          <li>{say("entities.import-new", { count: fresh })}</li>
          <li>{say("entities.import-changed", { count: cells.length - fresh })}</li>
          <li>{say("entities.import-same", { count: same })}</li>
          <li>{say("entities.import-empty", { count: empty })}</li>
        </ul>
      </div>
      <p className="quiet">{say("entities.import-about")}</p>
      {cells.length > 0 && <Changes cells={cells} added={entities.added} />}
    </>
  );
}

interface ChangesProps {
  readonly cells: readonly CellChange[];
  readonly added: readonly Entity[];
}

function Changes({ cells, added }: ChangesProps) {
  const { say, tell } = useWords();
  const entities = useStore(usePanels().workspace.state, (state) => state.entities);
  const more = cells.length - mostListed;
  const names = new Map(added.map(({ id, name }) => [id, name]));
  const heads = ["entity", "field", "before", "after"] as const;
  return (
    <ScrollRegion label={say("entities.import-changes")} className="entity-import-scroll">
      <table className="entity-import-table">
        <caption className="visually-hidden">{say("entities.import-changes")}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {say(`entities.import-${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, mostListed).map(({ entity, column, before, after }) => (
            <tr key={`${entity} ${column.id}`}>
              <th scope="row">
                <OutsideText>{get(entities, entity)?.name ?? names.get(entity) ?? entity}</OutsideText>
              </th>
              {[tell(columnTitle(column)), before, after].map((words, at) => (
                <td key={heads[at + 1]}>
                  <OutsideText>{words}</OutsideText>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="quiet">{say("entities.table-more", { count: more })}</p>}
    </ScrollRegion>
  );
}
