// The changes made here and outside that could not be merged, record by record: both versions, which one stands now, and one key to put
// the other in its place.
import "../../styles/exchange.css";
import "../../styles/trash.css";
import { useCallback, useEffect, useState } from "react";
import type { ConflictSideName, OutsideConflict } from "../../../shared/api/outside-news.ts";
import type { TeamDifference } from "../../../shared/api/team.ts";
import type { ConflictStanding } from "../../../shared/merge/take-side.ts";
import type { Change } from "../../../shared/model/change.ts";
import { recordKinds } from "../../../shared/model/record-kinds.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { fieldName, valueName } from "../../../shared/words/field-words.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import type { Dropped } from "../../state/project/workspace-state.ts";
import { Button } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function ConflictsDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { team } = workspace;
  const [conflicts, setConflicts] = useState<readonly OutsideConflict[] | null>(null);
  const [differences, setDifferences] = useState<readonly TeamDifference[]>([]);
  const list = useCallback(async (): Promise<void> => {
    const listedConflicts = await workspace.listConflicts();
    const listedDifferences = await team.listDifferences();
    if (listedConflicts === null || listedDifferences === null) return onClose();
    setConflicts(listedConflicts);
    setDifferences(listedDifferences);
  }, [workspace, team, onClose]);
  useEffect(() => void list(), [list]);
  /** What fails is shown by the window, for which the dialog makes room. */
  const listOrClose = async (done: Promise<boolean>): Promise<void> => ((await done) ? list() : onClose());
  const keys = (conflicts ?? []).map(({ key }) => key);
  const settleAll = async (): Promise<boolean> =>
    (keys.length === 0 || (await workspace.settleConflicts(keys))) &&
    (differences.length === 0 || (await team.settle(differences.map(({ key }) => key))));
  const count = keys.length + differences.length;
  return (
    <ModalDialog
      title={say("outside.conflicts-title")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.close")}</Button>
          {count > 0 && (
            <Button onPress={() => void listOrClose(settleAll())}>
              {say("outside.conflicts-settle-all")}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet">{say("outside.conflicts-about")}</p>
      {conflicts !== null && count === 0 && <p className="trash-empty">{say("outside.conflicts-none")}</p>}
      {conflicts !== null && count > 0 && (
        <ul className="exchange-conflicts" aria-label={say("outside.conflicts-title")}>
          {conflicts.map((conflict) => (
            <ConflictRow
              key={conflict.key}
              conflict={conflict}
              onTake={(side) => void listOrClose(workspace.takeSide(conflict.key, side))}
              onSettle={() => void listOrClose(workspace.settleConflicts([conflict.key]))}
            />
          ))}
          {differences.map((difference) => (
            <DifferenceRow
              key={difference.key}
              difference={difference}
              onTake={(side) => void listOrClose(team.takeSide(difference.key, side))}
              onSettle={() => void listOrClose(team.settle([difference.key]))}
            />
          ))}
        </ul>
      )}
    </ModalDialog>
  );
}

interface RowProps {
  readonly conflict: OutsideConflict;
  onTake(side: ConflictSideName): void;
  onSettle(): void;
}

function ConflictRow({ conflict, onTake, onSettle }: RowProps) {
  const { say, tell } = useWords();
  const { kind, quote, title, why, stands, isDecidable, removedBy } = conflict;
  const what = tell({ key: `handover.kind-${kind}`, values: {} });
  const named = { what, quote: plainText(short(quote)) };
  return (
    <li className="exchange-conflict">
      <p className="note-title">
        {what} {quote !== "" && <q>{<OutsideText>{short(quote)}</OutsideText>}</q>}
      </p>
      <p className="quiet">
        <OutsideText>
          {[...(title === "" ? [] : [title]), say(`handover.conflict-${why}`)].join(" · ")}
        </OutsideText>
      </p>
      <Versions conflict={conflict} />
      <Decision {...{ stands, removedBy, named, isDecidable, onTake, onSettle }} />
    </li>
  );
}

interface DecisionProps extends Omit<RowProps, "conflict"> {
  readonly stands: OutsideConflict["stands"];
  /** Who removed it; `null`: both have it. */
  readonly removedBy: OutsideConflict["removedBy"];
  /** What it is about, for those who hear the buttons. */
  readonly named: { readonly what: string; readonly quote: string };
  readonly isDecidable: boolean;
}

/** Which side stands, and the buttons that take the other one or leave it at that. */
function Decision({ stands, removedBy, named, isDecidable, onTake, onSettle }: DecisionProps) {
  const { say } = useWords();
  const side: ConflictSideName = stands === "theirs" ? "ours" : "theirs";
  const taking = removedBy === null ? "take" : removedBy === side ? "remove" : "bring-back";
  return (
    <>
      <p role="status">{say("outside.conflict-stands", { side: stands })}</p>
      <div className="exchange-conflict-buttons">
        {isDecidable && (
          <Button
            look="primary"
            aria-label={say(`outside.conflict-${taking}-of`, { side, ...named })}
            onPress={() => onTake(side)}
          >
            {taking === "take" ? say("outside.conflict-take", { side }) : say(`outside.conflict-${taking}`)}
          </Button>
        )}
        <Button aria-label={say("outside.conflict-settle-of", named)} onPress={onSettle}>
          {say("outside.conflict-settle")}
        </Button>
      </div>
    </>
  );
}

interface DifferenceProps extends Omit<RowProps, "conflict"> {
  readonly difference: TeamDifference;
}

/** A field of a shared file that both sides changed, as a sync has found it. */
function DifferenceRow({ difference, onTake, onSettle }: DifferenceProps) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset ?? null);
  const { title, field, file, path, why, by, ours, theirs, stands, isDecidable } = difference;
  const part = file.startsWith("articles/") ? "article" : (path.split(".")[0] ?? "");
  const what = say("team.difference-of", { part });
  const [first = ""] = field.split(".");
  const ofField = say("team.difference-field", { field: first });
  const isOfEntity = part === "entities" && tagset !== null;
  const fieldWords = isOfEntity ? tell(fieldName(field, tagset)) : ofField === "" ? field : ofField;
  const quote = path === "" ? file : [title, part === "name" ? "" : fieldWords].filter(Boolean).join(": ");
  const named = { what, quote: plainText(short(quote === "" ? fieldWords : quote)) };
  return (
    <li className="exchange-conflict">
      <p className="note-title">
        {what} <OutsideText>{quote}</OutsideText>
      </p>
      <p className="quiet">
        <OutsideText>
          {say("team.difference-why", { why: why.replaceAll("-", "_"), by: plainText(by) })}
        </OutsideText>
      </p>
      {(ours !== "" || theirs !== "") && (
        <SideTable
          rows={[
            {
              name: path,
              head: fieldWords === "" ? what : fieldWords,
              ours: short(ours),
              theirs: short(theirs),
            },
          ]}
          stands={stands}
        />
      )}
      <Decision {...{ stands, removedBy: null, named, isDecidable, onTake, onSettle }} />
    </li>
  );
}

/** What differs, side by side; the one that stands is marked. */
function Versions({ conflict: { kind, fields, stands, removedBy } }: { readonly conflict: OutsideConflict }) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const tagset = useStore(workspace.state, ({ project }) => project?.project.tagset ?? null);
  if (!tagset || (fields.length === 0 && removedBy === null)) return null;
  const value = (name: string, said: string): string => short(tell(valueName(name, said, tagset)));
  const isHere = (side: ConflictSideName): string =>
    say(removedBy === side ? "outside.conflict-gone" : "outside.conflict-there");
  const rows =
    fields.length > 0
      ? fields.map(({ name, ours, theirs }) => ({
          name,
          head: tell(fieldName(name, tagset)),
          ours: value(name, ours),
          theirs: value(name, theirs),
        }))
      : [
          {
            name: "",
            head: tell({ key: `handover.kind-${kind}`, values: {} }),
            ours: isHere("ours"),
            theirs: isHere("theirs"),
          },
        ];
  return <SideTable rows={rows} stands={stands} />;
}

interface SideTableProps {
  readonly rows: readonly {
    readonly name: string;
    readonly head: string;
    readonly ours: string;
    readonly theirs: string;
  }[];
  readonly stands: ConflictStanding;
}

function SideTable({ rows, stands }: SideTableProps) {
  const { say } = useWords();
  return (
    <table className="exchange-fields">
      <thead>
        <tr>
          <th scope="col">{say("handover.column-what")}</th>
          <th scope="col" data-stands={stands === "ours"}>
            {say("handover.column-ours")}
          </th>
          <th scope="col" data-stands={stands === "theirs"}>
            {say("outside.conflict-column-theirs")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, head, ours, theirs }) => (
          <tr key={name}>
            <th scope="row">{head}</th>
            <td data-stands={stands === "ours"}>
              <OutsideText>{ours}</OutsideText>
            </td>
            <td data-stands={stands === "theirs"}>
              <OutsideText>{theirs}</OutsideText>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Code units of a text that a row shows. */
const longest = 160;
const short = (text: string): string => shortened(text, longest);

// Own changes that could not be kept, because another window had changed the same things: shown, never lost in silence.

export function DroppedChangesDialog() {
  const { workspace } = usePanels();
  const dropped = useStore(workspace.state, (state) => state.dropped);
  const words = useWords();
  const { say } = words;
  if (dropped.length === 0) return null;
  const close = workspace.dismissDropped;
  const details = JSON.stringify(dropped, null, 2);
  const count = dropped.reduce((sum, { changes }) => sum + changes.length, 0);
  return (
    <ModalDialog
      title={say("dialogs.not-kept", { count })}
      wide
      onClose={close}
      foot={
        <>
          <CopyButton label={say("ui.copy-details")} text={details} />
          <Button look="primary" onPress={close}>
            {say("dialogs.understood")}
          </Button>
        </>
      }
    >
      {dropped.some(({ isDeleted }) => !isDeleted) && <p>{say("dialogs.not-kept-why")}</p>}
      {[...byArticle(dropped)].map(([article, { title, changes, isDeleted }]) => (
        <section key={article}>
          <p className="note-title">
            <OutsideText cut="after-two">{title}</OutsideText>
          </p>
          {isDeleted && <p>{say("dialogs.not-kept-deleted")}</p>}
          <ul className="note">
            {changes.map((change) => (
              <li key={JSON.stringify(change)}>{changeWords(change, words)}</li>
            ))}
          </ul>
        </section>
      ))}
      <pre className="details">{details}</pre>
    </ModalDialog>
  );
}

type OfArticle = Pick<Dropped, "title" | "changes" | "isDeleted">;

function byArticle(dropped: readonly Dropped[]): ReadonlyMap<string, OfArticle> {
  const changesByArticle = new Map<string, OfArticle>();
  for (const { article, changes, ...one } of dropped)
    changesByArticle.set(article, {
      ...one,
      changes: [...(changesByArticle.get(article)?.changes ?? []), ...changes],
    });
  return changesByArticle;
}

function changeWords(change: Change, { say, list }: Words): string {
  const parts = recordKinds.flatMap((kind) => {
    const records = change[kind];
    if (!records) return [];
    return (["added", "updated", "removed"] as const).flatMap((way) => {
      const count = records[way].length;
      if (count === 0) return [];
      return [say(`dialogs.change-${way}`, { what: message(`dialogs.${kind}-counted`, { count }) })];
    });
  });
  return list(parts);
}
