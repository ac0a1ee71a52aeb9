// Keeps ranges of an article lit up in its text, whenever it is shown: those near the screen, anew when another part of the text comes
// there, when paragraphs are drawn anew, which have lost their light, and in another view of it.
import type { Range } from "../../shared/model/range.ts";
import type { FollowedRef } from "../lib/store.ts";
import type { ArticleEditorHandle } from "./editor-model.ts";
import { followNear } from "./follow-near.ts";

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
