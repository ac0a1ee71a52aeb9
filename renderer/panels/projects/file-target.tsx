// Choosing where a file is written: the desktop's own dialog, or a folder and a name in the window. A file that is there
// already is replaced only when that was said.
import { type ReactNode, useState } from "react";
import { useStore } from "../../lib/store.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively } from "../opening.ts";
import type { FolderEntry } from "./entry-list.tsx";
import { FolderBrowser } from "./folder-browser.tsx";
import { joinPath } from "./paths.ts";
import { type Folder, useFolder } from "./use-folder.ts";

export interface FileTarget {
  /** Whether the window's own picker is shown, in which a place must be chosen first. */
  readonly own: boolean;
  readonly isReady: boolean;
  /** Whether the next `go` replaces a file that is there. */
  readonly replaces: boolean;
  /** The picker, in which Enter behind the file's name does `onEnter`; nothing where the desktop's dialog comes with `go`. */
  fields(onEnter: () => void): ReactNode;
  go(): Promise<void>;
  /** Goes back to the suggested name, as when another ending is chosen. */
  forgetName(): void;
}

/** `write` is true when the file was written, `null` when that was stopped; `done` follows unless the person has to choose again. */
export function useFileTarget(
  suggestedName: string,
  write: (path: string, overwrite: boolean) => Promise<boolean | null>,
  done: () => void,
): FileTarget {
  const panels = usePanels();
  const { workspace } = panels;
  const native = useStore(workspace.state, ({ host }) => host.nativeDialogs);
  const [own, setOwn] = useState(!native);
  const [typedName, setTypedName] = useState<string | null>(null);
  const [overwrite, setOverwrite] = useState<string | null>(null);
  const [chosen, setChosen] = useState<FolderEntry | null>(null);
  const folder = useFolder("write");
  const name = typedName ?? suggestedName;
  const at = folder.typed?.trim() || folder.listing?.path;
  const path = at !== undefined && name.trim() !== "" ? joinPath(at, name.trim()) : null;
  const replaces = overwrite !== null && overwrite === path;

  async function writeTo(to: string, mayReplace: boolean): Promise<void> {
    const wasWritten = await write(to, mayReplace);
    if (wasWritten === null) return;
    if (!wasWritten && workspace.state.get().problem?.problem === "export-exists") {
      workspace.dismiss();
      setOverwrite(to);
    } else done();
  }

  async function go(): Promise<void> {
    if (own) {
      const settledFolder = await folder.settle();
      if (settledFolder === null || name.trim() === "") return;
      const to = joinPath(settledFolder.path, name.trim());
      await writeTo(to, to === overwrite);
      return;
    }
    const place = await chooseNatively(panels, "save-export", name);
    if (place === "no-dialog") setOwn(true);
    // The desktop's dialog has asked already whether a file that is there may be replaced.
    else if (place !== null) await writeTo(place.path, true);
  }

  function choose(entry: FolderEntry | null): void {
    setChosen(entry);
    if (entry?.kind === "file") setTypedName(entry.name);
  }
  return {
    own,
    isReady: !own || (path !== null && !folder.isMoving),
    replaces,
    fields: (onEnter) =>
      own && (
        <TargetFields
          {...{ folder, chosen, name, onEnter }}
          replaced={replaces ? overwrite : null}
          onChoose={choose}
          onName={setTypedName}
        />
      ),
    go,
    forgetName: () => setTypedName(null),
  };
}

interface TargetFieldsProps {
  readonly folder: Folder;
  readonly chosen: FolderEntry | null;
  readonly name: string;
  /** The path of the file that the next `go` replaces; `null`: none. */
  readonly replaced: string | null;
  onChoose(entry: FolderEntry | null): void;
  onName(name: string): void;
  onEnter(): void;
}

/** The picker and the file's name, and that a file which is there will be replaced. */
function TargetFields({ folder, chosen, name, replaced, onChoose, onName, onEnter }: TargetFieldsProps) {
  const { say, parts } = useWords();
  return (
    <>
      <FolderBrowser
        folder={folder}
        shows={["folder", "project", "file"]}
        chosen={chosen}
        onChoose={onChoose}
        onTake={(entry) => {
          if (entry.kind === "project") void folder.go(entry.path);
        }}
      />
      <TextField
        label={say("dialogs.file-name")}
        value={name}
        onChange={onName}
        maxLength={200}
        onEnter={onEnter}
      />
      {replaced !== null && (
        <div className="note caution" role="alert">
          <p className="note-title">{say("dialogs.file-exists")}</p>
          <p>
            {parts("dialogs.will-be-replaced", { path: <OutsideText key="path">{replaced}</OutsideText> })}
          </p>
        </div>
      )}
    </>
  );
}

// Choosing where one page to print or send is written, and, where the host prints, whether as HTML or as PDF.

interface PageTarget {
  readonly target: FileTarget;
  /** The choice between the two; nothing where there is none. */
  readonly formatField: ReactNode;
}

/** `name`: what is suggested, without an ending. The rest is as with any file. */
export function usePageTarget(
  name: string,
  write: (path: string, overwrite: boolean) => Promise<boolean>,
  done: () => void,
): PageTarget {
  const { workspace } = usePanels();
  const { say } = useWords();
  const printsPdf = useStore(workspace.state, ({ host }) => host.host === "electron");
  const [ending, setEnding] = useState<"html" | "pdf">("html");
  const target = useFileTarget(`${name}.${ending}`, write, done);
  const formatField = printsPdf && (
    <SegmentedField
      label={say("dialogs.page-as")}
      value={ending}
      options={[
        { id: "html", name: "HTML" },
        { id: "pdf", name: "PDF" },
      ]}
      onChange={(id) => {
        setEnding(id);
        target.forgetName();
      }}
    />
  );
  return { target, formatField };
}
