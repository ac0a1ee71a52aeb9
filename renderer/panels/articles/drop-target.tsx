// Takes files and text that are dropped on the window: brings them in as articles, or, of a colleague's package, shows what it
// holds.
import { useEffect, useRef, useState } from "react";
import { packageEnding } from "../../../shared/api/opening.ts";
import { ApiError, type Problem, type ProblemDetail } from "../../../shared/errors/errors.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { endingOf, isSeveral } from "../../../shared/files/endings.ts";
import { decode } from "../../../shared/importers/decode.ts";
import { isLockedPdf, mostBytesOf } from "../../../shared/importers/without-readers.ts";
import { limits } from "../../../shared/schema/limits.ts";
import { middleButton } from "../../actions/tabs.ts";
import { useStore } from "../../lib/store.ts";
import { base64Of } from "../../state/articles/carried-files.ts";
import { withCopied } from "../../state/articles/paste-drafts.ts";
import { bringInMany, type ChosenFile, type ToBringIn } from "../../state/window/ui-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { type Panels, usePanels } from "../app-context.tsx";
import { type DroppedFiles, filesOf } from "./chosen-files.ts";

interface Refusal {
  readonly problem: Problem;
  readonly detail: ProblemDetail;
}

/** Refusals that are shown at once; the others once these were seen. */
const maxShown = 5;

export function DropTarget() {
  const panels = usePanels();
  const { workspace, ui } = panels;
  const { say } = useWords();
  const writable = useStore(workspace.state, ({ project }) => project !== null && project.readOnly === null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const refuse = (...more: readonly Refusal[]): void => setRefusals((known) => [...known, ...more]);

  async function importDropped(text: string, html: string, dropped: Promise<DroppedFiles>): Promise<void> {
    setRefusals([]);
    const { files, unread } = await dropped;
    refuse(...unread.map((file): Refusal => ({ problem: "file-lost", detail: { file } })));
    if (files.length === 0 && unread.length === 0 && html !== "") await workspace.importPasted(html, null);
    else if (files.length === 0 && unread.length === 0 && text !== "") await workspace.importText(text, null);
    const articles = await takeInReviews(ui, files);
    const [first] = articles;
    if (!first) return;
    if (articles.length > 1 || isSeveral(first.name) || first.name.includes("/")) {
      bringInMany(ui, { files: articles });
      return;
    }
    const refusal = await importFile(workspace, first);
    if (refusal) refuse(refusal);
    else askForPassword(panels, { files: articles, paths: [] });
  }
  usePaste(writable, {
    onFiles: (files) => void importDropped("", "", files),
    onRefuse: (refusal) => setRefusals([refusal]),
  });

  // What is dropped can be read only during the event itself, so it is taken out of it before anything is waited for.
  const over = useDrop(
    writable,
    (data) => void importDropped(data.getData("text/plain"), data.getData("text/html"), filesOf(data)),
  );
  const more = refusals.length - maxShown;
  return (
    <>
      {refusals.slice(0, maxShown).map((refusal) => (
        <RefusalBanner
          key={JSON.stringify([refusal.problem, refusal.detail])}
          refusal={refusal}
          onDismiss={() => setRefusals(refusals.filter((one) => one !== refusal))}
        />
      ))}
      {more > 0 && (
        <p className="quiet" role="status">
          {say("workbench.more-problems", { count: more })}
        </p>
      )}
      {over && <div className="drop-veil">{say("articles.drop")}</div>}
    </>
  );
}

/** Puts colleagues' packages into the queue of what is imported; the rest are articles. */
async function takeInReviews(ui: Panels["ui"], files: readonly ChosenFile[]): Promise<ChosenFile[]> {
  const articles: ChosenFile[] = [];
  for (const { file, name } of files) {
    const review = await readReview(file);
    if (review !== null) {
      const { takeInQueue } = ui.get();
      ui.patch({ dialog: "take-in", takeInQueue: [...takeInQueue, { name: file.name, text: review }] });
      continue;
    }
    articles.push({ file, name });
  }
  return articles;
}

/** `null`: the workspace has it, or says itself what is wrong with it. */
async function importFile(workspace: Panels["workspace"], chosen: ChosenFile): Promise<Refusal | null> {
  const { file } = chosen;
  const limit = mostBytesOf(file.name);
  if (file.size > limit)
    return { problem: "file-too-large", detail: { fileName: file.name, bytes: file.size, limit } };
  try {
    await workspace.importDropped(file.name, await base64Of(chosen));
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error;
  }
}

interface PasteHandlers {
  onFiles(files: Promise<DroppedFiles>): void;
  onRefuse(refusal: Refusal): void;
}

/** What is pasted where nobody types: files are imported, text is put into the dialog that imports it. */
function usePaste(writable: boolean, handlers: PasteHandlers): void {
  const panels = usePanels();
  const { ui } = panels;
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { clipboardData: data } = event;
      const { dialog } = ui.get();
      const isOpen = dialog === "bring-in";
      if (!data || !writable || takesWords(event) || event.defaultPrevented) return;
      if (dialog !== null && !isOpen) return;
      const [text, html] = [data.getData("text/plain"), data.getData("text/html")];
      if (data.files.length > 0) latest.current.onFiles(filesOf(data));
      else if (text.length > limits.articleLength)
        latest.current.onRefuse({
          problem: "text-too-long",
          detail: { file: null, length: text.length, limit: limits.articleLength },
        });
      else if (text.trim() !== "") {
        panels.drafts.set(withCopied(panels.drafts.get(), { text, html }, isOpen));
        ui.patch({ dialog: "bring-in" });
      }
    };
    window.addEventListener("paste", onPaste);
    window.addEventListener("mouseup", keepSelectionOut);
    return () => {
      window.removeEventListener("paste", onPaste);
      window.removeEventListener("mouseup", keepSelectionOut);
    };
  }, [panels, ui, writable]);
}

const takesWords = ({ target }: Event): boolean =>
  target instanceof Element && target.closest("input, textarea, [contenteditable=true]") !== null;

/** On Linux the middle button, which opens and closes tabs here, would also paste what is selected. */
function keepSelectionOut(event: MouseEvent): void {
  if (event.button === middleButton && !takesWords(event)) event.preventDefault();
}

function RefusalBanner({ refusal, onDismiss }: { readonly refusal: Refusal; onDismiss(): void }) {
  const { tell } = useWords();
  const { what, advice } = explain(refusal);
  return (
    <Banner tone="danger" title={<OutsideText>{tell(what)}</OutsideText>} onDismiss={onDismiss}>
      <p>
        <OutsideText>{tell(advice)}</OutsideText>
      </p>
    </Banner>
  );
}

/**
 * Calls `onDrop` for a drop that may be taken (`enabled`), and tells whether something is being held over the window. A
 * drag that began in the window itself moves nothing in.
 */
export function useDrop(enabled: boolean, onDrop: (data: DataTransfer) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });
  useEffect(() => {
    let isOwnDrag = false;
    const stop = new AbortController();
    const listen = (type: string, listener: (event: DragEvent) => void): void =>
      window.addEventListener(type, (event) => event instanceof DragEvent && listener(event), {
        signal: stop.signal,
      });
    const dataOf = ({ dataTransfer }: DragEvent): DataTransfer | null =>
      !isOwnDrag && dataTransfer?.types.some((type) => type === "Files" || type === "text/plain")
        ? dataTransfer
        : null;
    listen("dragstart", () => {
      isOwnDrag = true;
    });
    listen("dragend", () => {
      isOwnDrag = false;
    });
    listen("dragover", (event) => {
      if (!dataOf(event)) return;
      // Without this the browser would leave the page and show the file.
      event.preventDefault();
      setOver(enabled);
    });
    listen("dragleave", (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    listen("drop", (event) => {
      const data = dataOf(event);
      setOver(false);
      if (!data) return;
      event.preventDefault();
      if (enabled) latest.current(data);
    });
    return () => stop.abort();
  }, [enabled]);
  return over;
}

// A file that was dropped on the window, if it is a colleague's work.

/** Whether a file says of itself, at its beginning, that it is a review package or annotated JSON. */
const saysReview = (text: string): boolean =>
  /^\ufeff?\s*\{/u.test(text) &&
  /"format"\s*:\s*"sayso-(?:review-package|annotated-json)"/u.test(text.slice(0, 1_000));

/** The text of a dropped file that is a colleague's work; `null` for any other. */
export async function readReview(file: File): Promise<string | null> {
  if (file.size > limits.jsonBytes || !["json", packageEnding].includes(endingOf(file.name))) return null;
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    // Whoever reads it next says so.
    if (error instanceof DOMException) return null;
    throw error;
  }
  const decoded = decode(new Uint8Array(bytes), file.name);
  return decoded.ok && saysReview(decoded.text) ? decoded.text : null;
}

// Where a document that was to be imported turned out to be locked: asks for its password, in the dialog for many.

/** True when the last thing that was imported was refused for that. */
export function askForPassword({ workspace, ui }: Panels, what: Omit<ToBringIn, "locked">): boolean {
  const { problem } = workspace.state.get();
  const file = problem?.detail.file;
  if (!problem || typeof file !== "string" || !isLockedPdf(problem, file)) return false;
  workspace.dismiss();
  bringInMany(ui, { ...what, locked: [file] });
  return true;
}
