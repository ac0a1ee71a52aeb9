// The dialog for importing articles: files and folders, or what was copied, with its form if there is one, and a name if it has one.
import { Files, FileText, FolderInput, FolderSync, type LucideIcon, X } from "lucide-react";
import { type ClipboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { isSeveral } from "../../../shared/files/endings.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { useStore } from "../../lib/store.ts";
import {
  confirmedAbout,
  emptyDraft,
  guessedAbout,
  isPasteable,
  type PasteDraft,
  pastedWords,
  whenClosed,
  withDraft,
} from "../../state/articles/paste-drafts.ts";
import { bringInMany, type ChosenFile } from "../../state/window/ui-state.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseSeveralNatively } from "../opening.ts";
import type { FolderEntry } from "../projects/entry-list.tsx";
import { FolderBrowser } from "../projects/folder-browser.tsx";
import { useFolder } from "../projects/use-folder.ts";
import { chosenIn } from "./chosen-files.ts";
import { askForPassword } from "./drop-target.tsx";

export function BringInDialog({ onClose }: { onClose(): void }) {
  const panels = usePanels();
  const { workspace, ui, drafts } = panels;
  const { say } = useWords();
  const [picking, setPicking] = useState(false);
  const { draft, close, submit } = usePasteDraft(onClose);
  const [camePasted] = useState(!draft.isKept && isPasteable(draft));
  useSubmitKey(picking ? null : submit);

  async function importPaths(paths: readonly string[], isMany: boolean): Promise<void> {
    const [path] = paths;
    if (path === undefined) return;
    if (paths.length > 1 || isMany || isSeveral(path)) bringInMany(ui, { paths });
    else if (await workspace.importFile(path)) close();
    else askForPassword(panels, { files: [], paths });
  }
  async function choosePaths(purpose: Purpose): Promise<void> {
    const paths = await chooseSeveralNatively(panels, purpose);
    if (paths === "no-dialog") setPicking(true);
    else await importPaths(paths, purpose === "open-folders");
  }
  if (picking)
    return (
      <ModalDialog title={say("articles.choose-file")} wide onClose={close}>
        <ArticlePicker
          onTake={(paths, isList) => void importPaths(paths, isList)}
          onCancel={() => setPicking(false)}
        />
      </ModalDialog>
    );
  return (
    <ModalDialog
      title={say("articles.bring-in-one")}
      onClose={close}
      foot={
        <ConfirmButtons
          onCancel={close}
          autoFocus={camePasted}
          isDisabled={!isPasteable(draft)}
          onPress={() => void submit()}
        >
          {say("articles.bring-in-text")}
        </ConfirmButtons>
      }
    >
      <p className="quiet">{say("articles.kept-exactly")}</p>
      <FileWays autoFocus={!camePasted} choosePaths={(purpose) => void choosePaths(purpose)} />
      <PasteFields
        draft={draft}
        change={(part) => drafts.set(withDraft(drafts.get(), { ...draft, ...part }))}
        discard={() => drafts.set(drafts.get().slice(0, -1))}
      />
    </ModalDialog>
  );
}

/** What was copied, which is imported, and the ways out, which forget what was not kept. */
function usePasteDraft(onClose: () => void) {
  const { workspace, drafts } = usePanels();
  const draft = useStore(drafts, (all) => all.at(-1) ?? emptyDraft);
  const close = (): void => {
    drafts.set(whenClosed(drafts.get()));
    onClose();
  };
  const submit = async (): Promise<void> => {
    if (!isPasteable(draft)) return;
    drafts.set(whenClosed(drafts.get()));
    const keptDraft = drafts.get().at(-1) ?? draft;
    onClose();
    const options = {
      confirmed: confirmedAbout(draft),
      onIn: () => drafts.set(whenClosed(drafts.get(), keptDraft)),
    };
    if (draft.keepsForm && draft.form !== null) await workspace.importPasted(draft.form, null, options);
    else await workspace.importText(draft.text, null, options);
  };
  return { draft, close, submit };
}

type Purpose = "open-articles" | "open-folders";

interface FileWaysProps {
  readonly autoFocus: boolean;
  choosePaths(purpose: Purpose): void;
}

/** Files and folders, which a browser has to read itself. */
function FileWays({ autoFocus, choosePaths }: FileWaysProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const native = workspace.state.get().host.nativeDialogs;
  return (
    <div className="bring-in-ways">
      <Button autoFocus={autoFocus} onPress={() => choosePaths("open-articles")}>
        <FileText size={14} aria-hidden /> {say("articles.choose-file-button")}
      </Button>
      {native ? (
        <Button onPress={() => choosePaths("open-folders")}>
          <FolderInput size={14} aria-hidden /> {say("articles.choose-folder")}
        </Button>
      ) : (
        <>
          <FileChooser
            label={say("articles.choose-files")}
            picture={Files}
            onChoose={(files) => bringInMany(ui, { files })}
          />
          <FileChooser
            label={say("articles.choose-folder")}
            picture={FolderInput}
            folder
            onChoose={(files) => bringInMany(ui, { files })}
          />
        </>
      )}
      <Button onPress={() => ui.patch({ dialog: "watch" })}>
        <FolderSync size={14} aria-hidden /> {say("importing.watch-action")}
      </Button>
    </div>
  );
}

/** Ctrl/Cmd+Enter submits, wherever in the dialog the focus is. */
function useSubmitKey(submit: (() => Promise<void>) | null): void {
  const latest = useRef(submit);
  latest.current = submit;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !latest.current) return;
      event.preventDefault();
      event.stopPropagation();
      // A key that is held imports once.
      if (!event.repeat) void latest.current();
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, []);
}

interface FileChooserProps {
  readonly label: string;
  readonly picture: LucideIcon;
  readonly folder?: boolean;
  onChoose(files: readonly ChosenFile[]): void;
}

/** A button that opens the system's own dialog for several files, or for a folder. */
function FileChooser({ label, picture: Picture, folder = false, onChoose }: FileChooserProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onPress={() => input.current?.click()}>
        <Picture size={14} aria-hidden /> {label}
      </Button>
      <input
        ref={(element) => {
          input.current = element;
          // React knows no such property.
          element?.toggleAttribute("webkitdirectory", folder);
        }}
        type="file"
        aria-label={label}
        hidden
        multiple
        onChange={({ currentTarget }) => {
          const files = chosenIn(currentTarget);
          if (files.length > 0) onChoose(files);
        }}
      />
    </>
  );
}

interface ArticlePickerProps {
  /** `isList`: all that was gathered, which may be a single folder; otherwise one file. */
  onTake(paths: readonly string[], isList: boolean): void;
  onCancel(): void;
}

/** Picks articles where the host has no dialogs of the system: one file at once, or several files and folders from anywhere, gathered in a list. */
function ArticlePicker({ onTake, onCancel }: ArticlePickerProps) {
  const { say } = useWords();
  const folder = useFolder("read");
  const [chosen, setChosen] = useState<FolderEntry | null>(null);
  const [gathered, setGathered] = useState<readonly string[]>([]);
  const gather = (path: string): void =>
    setGathered((before) => (before.includes(path) ? before : [...before, path]));
  const takeFile = (path: string): void => {
    if (gathered.length === 0) onTake([path], false);
    else gather(path);
  };
  const isTyped = (folder.typed ?? "").trim() !== "" && !folder.isMoving;
  async function gatherChosen(): Promise<void> {
    const path = chosen?.path ?? (await folder.settle(gather))?.path;
    if (path !== undefined) gather(path);
  }
  async function takeAll(): Promise<void> {
    if (isTyped) await folder.settle((path) => onTake([...gathered, path], gathered.length > 0));
    else onTake(ready, gathered.length > 0);
  }
  const ready = gathered.length > 0 ? gathered : chosen?.kind === "file" ? [chosen.path] : [];
  return (
    <>
      <FolderBrowser
        folder={folder}
        shows={["project", "folder", "file"]}
        chosen={chosen}
        takesFocus
        onChoose={setChosen}
        onTake={(entry) => {
          if (entry.kind === "file") takeFile(entry.path);
          else void folder.go(entry.path);
        }}
        onTypedFile={takeFile}
      />
      {gathered.length > 0 && (
        <GatheredPaths
          paths={gathered}
          onLeaveOut={(path) => setGathered(gathered.filter((one) => one !== path))}
        />
      )}
      <div className="picker-buttons">
        <Button
          isDisabled={chosen === null ? !isTyped : gathered.includes(chosen.path)}
          onPress={() => void gatherChosen()}
        >
          {say("articles.gather")}
        </Button>
        <p className="quiet spring" role="status">
          {gathered.length > 0 ? say("articles.gathered-count", { count: gathered.length }) : ""}
        </p>
        <Button onPress={onCancel}>{say("ui.cancel")}</Button>
        {ready.length === 0 && chosen !== null ? (
          <Button look="primary" onPress={() => void folder.go(chosen.path)}>
            {say("projects.look-inside")}
          </Button>
        ) : (
          <Button look="primary" isDisabled={ready.length === 0 && !isTyped} onPress={() => void takeAll()}>
            {say("articles.bring-in")}
          </Button>
        )}
      </div>
    </>
  );
}

interface GatheredPathsProps {
  readonly paths: readonly string[];
  onLeaveOut(path: string): void;
}

function GatheredPaths({ paths, onLeaveOut }: GatheredPathsProps) {
  const { say } = useWords();
  return (
    <ul className="gathered" aria-label={say("articles.gathered")}>
      {paths.map((path) => (
        <li key={path}>
          <OutsideText cut>{path}</OutsideText>
          <IconButton
            tiny
            label={say("articles.leave-out", { path: plainText(path) })}
            onPress={() => onLeaveOut(path)}
          >
            <X size={14} aria-hidden />
          </IconButton>
        </li>
      ))}
    </ul>
  );
}

interface PasteFieldsProps {
  readonly draft: PasteDraft;
  change(part: Partial<PasteDraft>): void;
  discard(): void;
}

/** Characters that a field for words can be worked in with: of a longer text it shows the beginning. */
const workable = 100_000;

/** What was copied, to be imported: with its form (headings, lists, quotes) where it came with one, or its text alone, which can be changed before; and the title and authors that the article will have. */
function PasteFields({ draft, change, discard }: PasteFieldsProps) {
  const { say } = useWords();
  const { text, form, keepsForm } = draft;
  const isFormed = keepsForm && form !== null;
  const { length } = pastedWords(draft);
  const isLong = text.length > workable;
  const isTooLong = length > limits.articleLength;
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const html = event.clipboardData.getData("text/html");
    const words = event.clipboardData.getData("text/plain");
    const hasForm = html.trim() !== "";
    if (text !== "" || (!hasForm && words.length <= workable)) return;
    // Put into the field by us, together with its form.
    event.preventDefault();
    change({ text: words, form: hasForm ? html : null, keepsForm: hasForm });
  };
  const help = isFormed ? say("articles.paste-formed") : say("articles.paste-long", { length: text.length });
  return (
    <>
      {(isTooLong || (draft.isKept && (text !== "" || form !== null))) && (
        <p className="kept-paste quiet">
          {draft.isKept && say("articles.kept-paste")}{" "}
          <Button onPress={discard}>{say("articles.discard-paste")}</Button>
        </p>
      )}
      <div onPaste={onPaste}>
        <TextField
          label={say("articles.paste")}
          rows={9}
          value={isLong ? text.slice(0, workable) : text}
          isReadOnly={isFormed || isLong}
          onChange={(next) => change({ text: next })}
          {...((!isFormed && !isLong) || isTooLong ? {} : { help })}
          error={isTooLong ? say("articles.too-long", { length, most: limits.articleLength }) : null}
        />
      </div>
      {form !== null && (
        <SwitchField
          label={say("articles.keep-form")}
          value={keepsForm}
          onChange={(wanted) => change({ keepsForm: wanted })}
        />
      )}
      {isPasteable(draft) && <AboutFields draft={draft} change={change} />}
    </>
  );
}

/** The title and the authors as the text gives them, to be put right. */
function AboutFields({ draft, change }: Pick<PasteFieldsProps, "draft" | "change">) {
  const { say } = useWords();
  const proposed = useMemo(() => guessedAbout(draft.text), [draft.text]);
  const authors = draft.authors ?? proposed.authors.join("\n");
  return (
    <>
      <TextField
        label={say("about.field-title")}
        value={draft.title ?? proposed.title}
        onChange={(title) => change({ title })}
        maxLength={200}
        {...(draft.title === null && !proposed.isTitled ? { help: say("articles.first-words") } : {})}
      />
      <TextField
        label={say("about.author")}
        rows={Math.min(6, Math.max(2, authors.split("\n").length))}
        value={authors}
        onChange={(typed) => change({ authors: typed })}
        help={say("about.one-a-line")}
      />
    </>
  );
}
