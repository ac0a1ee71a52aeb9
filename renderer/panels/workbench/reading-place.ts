// Keeps where somebody was in an article: brings them back when it is shown again, and notes it while they read.
import type { Place } from "../../../shared/api/contract.ts";
import type { Session } from "../../state/session.ts";
import type { Workspace } from "../../state/workspace.ts";

/** Milliseconds of rest after which the place is noted. */
const rest = 500;

/** The latest place of each session in this window: newer than what the session was opened with. */
const latest = new WeakMap<Session, Place>();

/** Restores the place now and notes it from now on; returns how to stop. */
export function keepPlace(workspace: Workspace, session: Session): () => void {
  const handle = session.view.current;
  const scroller = handle?.scroller();
  if (!handle || !scroller) return () => undefined;
  const back = latest.get(session) ?? session.opened.place;
  if (back && back.offset > 0) {
    const end = Math.min(back.offset + 1, session.text.text.length);
    handle.reveal({ start: Math.min(back.offset, end), end }, "start");
  }
  // What was asked for before the article was shown comes before where somebody was.
  if (session.wanted.current) handle.reveal(session.wanted.current, "center");
  session.wanted.current = null;

  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = (): void => {
    const place: Place = { offset: handle.firstVisibleOffset(), ...session.focus() };
    latest.set(session, place);
    workspace.savePlace(session.article.id, place);
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(note, rest);
  };
  scroller.addEventListener("scroll", wait, { passive: true });
  const stop = session.subscribe(wait);
  return () => {
    clearTimeout(timer);
    scroller.removeEventListener("scroll", wait);
    stop();
  };
}
