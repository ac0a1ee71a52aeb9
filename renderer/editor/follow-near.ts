// Follows the part of the article that is near the screen, for what is drawn over or beside it there alone: says which part of the text
// that is, and says so again when scrolling comes near its end or the text is laid out anew.
import type { Range } from "../../shared/model/range.ts";
import type { FollowedRef } from "../lib/store.ts";
import type { ArticleEditorHandle } from "./editor-model.ts";

/** The part that is near reaches so many screens beyond what is in view; it is told anew when less is left. */
const spare = 1;
const least = 0.25;

/** Calls `place` at once, and right after the frame in which another part of the text came near; returns how to stop. */
export function followNear(
  handle: ArticleEditorHandle,
  place: (near: Range, scroller: HTMLElement) => void,
): () => void {
  const scroller = handle.scroller();
  if (!scroller) return () => undefined;
  let covered = { top: 0, bottom: 0 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const updatePlace = (): void => {
    const { scrollTop, clientHeight } = scroller;
    const reach = spare * clientHeight;
    covered = { top: scrollTop - reach, bottom: scrollTop + clientHeight + reach };
    const { top, bottom } = scroller.getBoundingClientRect();
    place(handle.rangeBetween(top - reach, bottom + reach), scroller);
  };
  const scrolled = (): void => {
    const { scrollTop, clientHeight } = scroller;
    const remainingHeight = Math.min(scrollTop - covered.top, covered.bottom - scrollTop - clientHeight);
    if (remainingHeight < least * clientHeight) afterFrame();
  };
  // Both are told of within a frame, which is the text's: it does not wait for what stands beside it.
  const afterFrame = (): void => {
    clearTimeout(timer);
    timer = setTimeout(updatePlace);
  };
  const sizes = new ResizeObserver(afterFrame);
  for (const element of scroller.children) sizes.observe(element);
  scroller.addEventListener("scroll", scrolled, { passive: true });
  updatePlace();
  return () => {
    clearTimeout(timer);
    sizes.disconnect();
    scroller.removeEventListener("scroll", scrolled);
  };
}

// Keeps ranges of an article lit up in its text, whenever it is shown: those near the screen, anew when another part of the text comes
// there, when paragraphs are drawn anew, which have lost their light, and in another view of it.

/** Gives, for names of `::highlight()`, the ranges that are lit up of those that begin in a part of the text. */
export type Lights = (near: Range) => Readonly<Record<string, readonly Range[]>>;

/** Returns how to put out all of `names`. */
export function keepLit(
  view: FollowedRef<ArticleEditorHandle>,
  names: readonly string[],
  lights: Lights,
  follow: typeof followNear = followNear,
): () => void {
  let leave = (): void => undefined;
  const enter = (): void => {
    leave();
    const handle = view.current;
    leave = handle ? lightIn(handle, lights, follow) : () => undefined;
  };
  enter();
  const stop = view.subscribe(enter);
  return () => {
    stop();
    leave();
    for (const name of names) view.current?.highlight(name, []);
  };
}

function lightIn(handle: ArticleEditorHandle, lights: Lights, follow: typeof followNear): () => void {
  let nearRange: Range | null = null;
  const light = (): void => {
    if (!nearRange) return;
    for (const [name, ranges] of Object.entries(lights(nearRange))) handle.highlight(name, ranges);
  };
  const stops = [
    follow(handle, (near) => {
      nearRange = near;
      light();
    }),
    handle.onDrawn(light),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
