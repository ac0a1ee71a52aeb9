// A table from a file or the clipboard, before it is taken: what in it is new, what it changes and what it says that is known already; or where it
// does not fit. Taken as a whole, as one step.
import { type ReactNode, useState } from "react";
import type { FileFinding } from "../../../shared/files/finding.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { ProblemList } from "./problem-list.tsx";

/** What one cell said, and what it says from then on. */
interface ListedChange {
  /** What the row is called. */
  readonly name: string;
  readonly column: Text;
  readonly before: string;
  readonly after: string;
}

/** What the table says. */
export type TablePreview =
  | {
      readonly ok: true;
      readonly changes: readonly ListedChange[];
      /** Rows that make new ones; `null`: none. */
      readonly added: Message | null;
      /** Cells that say what is known already, and those that say nothing. */
      readonly same: number;
      readonly empty: number;
    }
  | { readonly ok: false; readonly problems: readonly FileFinding[] };

interface Props {
  /** The name of the file; `null`: pasted. */
  readonly file: string | null;
  /** What the rows are. */
  readonly rowTitle: string;
  readonly preview: TablePreview;
  /** What may be asked of the table before it is taken. */
  readonly children?: ReactNode;
  /** `null`: done; else why not, or that it failed, which has been shown. */
  onImport(): Promise<Message | "failed" | null>;
  onClose(): void;
}

/** Changes that are listed. */
const mostListed = 200;

export function ImportDialog({ file, rowTitle, preview, children, onImport, onClose }: Props) {
  const { say, tell } = useWords();
  const [refusal, setRefusal] = useState<Message | null>(null);
  const [isRunning, setRunning] = useState(false);
  const count = preview.ok ? preview.changes.length : 0;
  async function run(): Promise<void> {
    setRunning(true);
    setRefusal(null);
    try {
      const refused = await onImport();
      if (refused === null) onClose();
      else if (refused !== "failed") setRefusal(refused);
    } finally {
      setRunning(false);
    }
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
        <ConfirmButtons onCancel={onClose} isDisabled={count === 0 || isRunning} onPress={() => void run()}>
          {say("entities.import-now", { count })}
        </ConfirmButtons>
      }
    >
      {children}
      {preview.ok ? <Preview {...{ rowTitle, preview }} /> : <ProblemList problems={preview.problems} />}
      {refusal && (
        <p className="field-error" role="alert">
          {tell(refusal)}
        </p>
      )}
    </ModalDialog>
  );
}

interface PreviewProps extends Pick<Props, "rowTitle"> {
  readonly preview: Extract<TablePreview, { readonly ok: true }>;
}

function Preview({ rowTitle, preview }: PreviewProps) {
  const { say, tell } = useWords();
  const { changes, added, same, empty } = preview;
  const fresh = changes.filter(({ before }) => before === "").length;
  const counts = [
    ...(added ? [added] : []),
    message("entities.import-new", { count: fresh }),
    message("entities.import-changed", { count: changes.length - fresh }),
    message("entities.import-same", { count: same }),
    message("entities.import-empty", { count: empty }),
  ];
  return (
    <>
      <div role="status">
        <ul className="entity-import-counts">
          {counts.map((counted) => (
            <li key={counted.key}>{tell(counted)}</li>
          ))}
        </ul>
      </div>
      <p className="quiet">{say("entities.import-about")}</p>
      {changes.length > 0 && <Changes {...{ rowTitle, changes }} />}
    </>
  );
}

interface ChangesProps extends Pick<Props, "rowTitle"> {
  readonly changes: readonly ListedChange[];
}

function Changes({ rowTitle, changes }: ChangesProps) {
  const { say, tell } = useWords();
  const more = changes.length - mostListed;
  const heads = ["field", "before", "after"] as const;
  return (
    <ScrollRegion label={say("entities.import-changes")} className="entity-import-scroll">
      <table className="entity-import-table">
        <caption className="visually-hidden">{say("entities.import-changes")}</caption>
        <thead>
          <tr>
            <th scope="col">{rowTitle}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {say(`entities.import-${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {numbered(changes.slice(0, mostListed)).map(({ key, item: { name, column, before, after } }) => (
            <tr key={key}>
              <th scope="row">
                <OutsideText>{name}</OutsideText>
              </th>
              {[tell(column), before, after].map((words, at) => (
                <td key={heads[at]}>
                  <OutsideText>{words}</OutsideText>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="quiet">{say("ui.more", { count: more })}</p>}
    </ScrollRegion>
  );
}
