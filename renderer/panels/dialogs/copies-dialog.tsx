// Copies that synchronisation programs made of files that were changed in two places: what differs in each, and its merging.
import "../../styles/exchange.css";
import "../../styles/trash.css";
import { useCallback, useEffect, useState } from "react";
import type { ConflictCopy } from "../../../shared/api/copies.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { Conflict } from "../exchange/take-in-set.tsx";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { safeFileName } from "../projects/paths.ts";

export function CopiesDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const [copies, setCopies] = useState<readonly ConflictCopy[] | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const list = useCallback(async (): Promise<void> => {
    const listedCopies = await workspace.listCopies();
    if (listedCopies === null) onClose();
    else setCopies(listedCopies);
  }, [workspace, onClose]);
  useEffect(() => void list(), [list]);
  async function settle(merge: readonly string[], aside: readonly string[]): Promise<void> {
    const settled = await workspace.settleCopies(merge, aside);
    if (settled === null) return onClose();
    const { merged, aside: moved } = settled;
    setDone(
      say("outside.copies-merged", { count: merged.length, aside: moved.length, folder: ".quarantine" }),
    );
    await list();
  }
  const mergeable = (copies ?? []).filter(({ state }) => state === "mergeable").map(({ file }) => file);
  return (
    <ModalDialog
      title={say("outside.copies-title")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.close")}</Button>
          {mergeable.length > 0 && (
            <Button look="primary" onPress={() => void settle(mergeable, [])}>
              {say("outside.copy-merge")}
            </Button>
          )}
        </>
      }
    >
      <p className="quiet">{say("outside.copies-about")}</p>
      {done !== null && <p role="status">{done}</p>}
      {copies?.length === 0 && <p className="trash-empty">{say("outside.copies-none")}</p>}
      {copies !== null && copies.length > 0 && (
        <ul className="trash-list" aria-label={say("outside.copies-title")}>
          {copies.map((copy) => (
            <CopyRow
              key={copy.file}
              copy={copy}
              onMerge={() => void settle([copy.file], [])}
              onAside={() => void settle([], [copy.file])}
            />
          ))}
        </ul>
      )}
    </ModalDialog>
  );
}

interface RowProps {
  readonly copy: ConflictCopy;
  onMerge(): void;
  onAside(): void;
}

function CopyRow({ copy, onMerge, onAside }: RowProps) {
  const words = useWords();
  const { say } = words;
  const { file, state, conflicts } = copy;
  const name = plainText(file.split("/").at(-1) ?? file);
  return (
    <li className="trash-row">
      <div className="trash-words">
        <p className="note-title">
          <OutsideText>{aboutOf(copy, words)}</OutsideText>
        </p>
        <p className="quiet">
          <OutsideText>{file}</OutsideText>
        </p>
        <p>{stateOf(copy, words)}</p>
        {conflicts.length > 0 && (
          <details>
            <summary>{say("outside.copy-conflicts", { count: conflicts.length })}</summary>
            <ul className="exchange-conflicts">
              {conflicts.map((conflict) => (
                <Conflict key={conflict.key} conflict={conflict} decided={[]} onDecided={() => undefined} />
              ))}
            </ul>
          </details>
        )}
      </div>
      {state === "mergeable" && (
        <Button aria-label={say("outside.copy-merge-of", { file: name })} onPress={onMerge}>
          {say("outside.copy-merge-short")}
        </Button>
      )}
      <Button aria-label={say("outside.copy-aside-of", { file: name })} onPress={onAside}>
        {say("outside.copy-aside")}
      </Button>
    </li>
  );
}

function aboutOf({ about, title, annotator, original }: ConflictCopy, { say }: Words): string {
  if (about === "set") return say("outside.copy-of-set", { annotator: annotator ?? "", title: title ?? "" });
  if (about === "other") return say("outside.copy-of", { original });
  return say(`outside.copy-of-${about}`);
}

function stateOf({ state, ...copy }: ConflictCopy, { say, list }: Words): string {
  if (state === "not-own" || state === "unreadable") return say(`outside.copy-${state}`);
  if (state === "other") return say("outside.copy-only-aside");
  const { differingSets = [] } = copy;
  const differing =
    differingSets.length > 0 ? [say("outside.copy-article-sets", { names: list(differingSets) })] : [];
  if (copy.added + copy.updated + copy.removed > 0)
    return [say("outside.copy-differs", copy), ...differing].join(". ");
  return differing[0] ?? say("outside.copy-same");
}

// Saves a copy of the whole project elsewhere, with what is not saved: the way out when the project cannot be written.

export function SaveCopyDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const project = useStore(workspace.state, (state) => state.project?.project.name ?? "");
  const suggested = `${safeFileName(say("saving.copy-name", { project })) || "Sayso"}.json`;
  const target = useFileTarget(suggested, workspace.saveCopy, onClose);
  return (
    <FileTargetDialog
      title={say("saving.copy-title")}
      target={target}
      writeLabel={say("saving.copy-save")}
      onClose={onClose}
    >
      <p className="quiet">{say("saving.copy-about")}</p>
    </FileTargetDialog>
  );
}
