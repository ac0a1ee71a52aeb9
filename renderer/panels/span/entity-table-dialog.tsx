// The registry as one table of cells: typed through, or copied into a spreadsheet, filled in there and pasted back. What does not fit is told by
// row and column, and nothing is entered until all of it fits.
import { useDeferredValue, useMemo, useState } from "react";
import type { Command, RefusalCode } from "../../../shared/commands/command.ts";
import { draftOf, newProvenance, refuse } from "../../../shared/commands/draft.ts";
import type { FileFinding } from "../../../shared/files/finding.ts";
import { entityValuesCsv, readEntityValues } from "../../../shared/interchange/entity-values.ts";
import type { Provenance } from "../../../shared/model/provenance.ts";
import { useStore } from "../../lib/store.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  onClose(): void;
}

/** Of what is only looked at. */
const nobody: Provenance = { annotator: "", at: "", origin: { by: "human" } };
/** So many problems are listed. */
const mostListed = 20;

export function EntityTableDialog({ onClose }: Props) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset);
  const [table, setTable] = useState(() =>
    tagset ? entityValuesCsv({ tagset, entities }, { delimiter: "\t", newline: "\n" }) : "",
  );
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const typed = useDeferredValue(table);
  const read = useMemo(
    () => (tagset ? readEntityValues(typed, { tagset, entities }, nobody) : null),
    [typed, tagset, entities],
  );
  const isReady = typed === table && read?.ok === true && read.values > 0;
  async function save(): Promise<void> {
    if (!isReady) return;
    const refused = await workspace.registry.run(fillEntities, { table });
    if (refused) setRefusal(refused);
    else onClose();
  }
  return (
    <ModalDialog
      title={say("entities.table-title")}
      wide
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={!isReady} onPress={() => void save()}>
          {say("entities.table-save")}
        </ConfirmButtons>
      }
    >
      <p>{say("entities.table-about")}</p>
      <TextField
        autoFocus
        label={say("entities.table")}
        rows={14}
        value={table}
        onChange={setTable}
        help={say("entities.table-help")}
      />
      <div className="row">
        <CopyButton label={say("entities.table-copy")} text={table} />
      </div>
      {refusal && (
        <p className="field-error" role="alert">
          {say(`refusals.${refusal}`)}
        </p>
      )}
      <div role="status">
        {read?.ok && (
          <p>
            {say("entities.cli-would-fill", { values: read.values, entities: read.entities.updated.length })}
          </p>
        )}
        {read && !read.ok && <Problems problems={read.problems} />}
      </div>
    </ModalDialog>
  );
}

/** What does not fit: where in the table, what it is, and what would. */
function Problems({ problems }: { readonly problems: readonly FileFinding[] }) {
  const { say, tell } = useWords();
  return (
    <div className="note caution">
      <p>{say("entities.table-unfit", { count: problems.length })}</p>
      <ul>
        {numbered(problems.slice(0, mostListed)).map(({ key, item: { where, what, advice } }) => (
          <li key={key}>
            <OutsideText>{`${tell(where)}: ${tell(what)} ${tell(advice)}`}</OutsideText>
          </li>
        ))}
      </ul>
    </div>
  );
}

// Enters what a table of entities says into the registry: all of it or nothing, as one step.

interface FillEntities {
  /** CSV, or cells copied from a spreadsheet. */
  readonly table: string;
}

const fillEntities: Command<FillEntities> = {
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
