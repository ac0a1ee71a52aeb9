// Keeps where somebody was in an article: brings them back when it is shown again or laid out anew, and notes it while they read.
import type { ReadingPlace } from "../../../shared/api/contract.ts";
import type { ArticleEditorHandle } from "../../editor/editor-model.ts";
import type { Workspace } from "../../state/project/workspace.ts";
import type { Session } from "../../state/session/session.ts";

/** Milliseconds of rest after which the place is noted. */
const restTime = 500;

/** Milliseconds of rest after a scroll before the line is another. */
const pause = 100;

/** What somebody does who scrolls, or who asks for another place. */
const deeds = ["wheel", "pointerdown", "touchmove", "keydown"] as const;

/** The latest place of each session in this window: newer than what the session was opened with. */
const latest = new WeakMap<Session, ReadingPlace>();

/** Restores the place now and notes it from now on; returns how to stop. */
export function keepPlace(workspace: Workspace, session: Session): () => void {
  const handle = session.view.current;
  const scroller = handle?.scroller();
  if (!handle || !scroller) return () => undefined;
  const goTo = (offset: number): void => {
    const end = Math.min(offset + 1, session.text.text.length);
    handle.reveal({ start: Math.min(offset, end), end }, "start");
  };
  const back = latest.get(session) ?? session.opened.place;
  if (back && back.offset > 0) goTo(back.offset);
  // What was asked for before the article was shown comes before where somebody was.
  if (session.wanted.current) session.reveal(session.wanted.current, "center");
  session.wanted.current = null;
  const at = session.caret.current;
  if (at !== null) handle.select({ start: at, end: at });
  session.caret.current = null;

  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (): void => {
    const place: ReadingPlace = { offset: handle.firstVisibleOffset(), ...session.focus() };
    latest.set(session, place);
    workspace.savePlace(session.article.id, place);
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(note, restTime);
  };
  scroller.addEventListener("scroll", wait, { passive: true });
  const stop = session.subscribe(wait);
  // An article that comes back to the screen without being opened anew was looked at, too.
  wait();
  const letGo = holdLine(handle, scroller, goTo);
  return () => {
    clearTimeout(timer);
    scroller.removeEventListener("scroll", wait);
    letGo();
    stop();
  };
}

/**
 * Keeps the first line in view at the top while the lines become longer or shorter; returns how to stop. A new layout scrolls by
 * itself, as long as it takes: until somebody does something, it is led back to the line.
 */
function holdLine(
  handle: ArticleEditorHandle,
  scroller: HTMLElement,
  goTo: (offset: number) => void,
): () => void {
  const text = scroller.querySelector(".article");
  /** At the very beginning there is more in view than the text. */
  const firstLine = (): number | null => (scroller.scrollTop < 1 ? null : handle.firstVisibleOffset());
  let line = firstLine();
  let width = text?.clientWidth ?? 0;
  let isHeld = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const scrolled = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isHeld || line === null) line = firstLine();
      else if (line !== firstLine()) goTo(line);
    }, pause);
  };
  const sizes = new ResizeObserver(() => {
    // A pane that is put away for a while has no width.
    const nextWidth = text?.clientWidth ?? 0;
    if (nextWidth === width || nextWidth === 0) return;
    width = nextWidth;
    isHeld = true;
    if (line !== null) goTo(line);
  });
  const letGo = (): void => {
    isHeld = false;
  };
  if (text) sizes.observe(text);
  scroller.addEventListener("scroll", scrolled, { passive: true });
  for (const deed of deeds) window.addEventListener(deed, letGo, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    scroller.removeEventListener("scroll", scrolled);
    for (const deed of deeds) window.removeEventListener(deed, letGo, { capture: true });
  };
}
