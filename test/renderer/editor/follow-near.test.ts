// What is lit up in the text stays lit, whatever is drawn anew under it.
import { expect, test } from "vitest";
import type { ArticleEditorHandle } from "../../../renderer/editor/editor-model.ts";
import { keepLit } from "../../../renderer/editor/follow-near.ts";
import { followedRef } from "../../../renderer/lib/store.ts";
import type { Range } from "../../../shared/model/range.ts";

/** A view of an article that notes what is lit up in it, and loses that when it is drawn anew. */
function fakeView() {
  const lit = new Map<string, readonly Range[]>();
  const drawn = new Set<() => void>();
  const handle = {
    highlight: (name: string, ranges: readonly Range[]) => void lit.set(name, ranges),
    onDrawn(listener: () => void) {
      drawn.add(listener);
      return () => drawn.delete(listener);
    },
  } as unknown as ArticleEditorHandle;
  return {
    handle,
    lit: () => lit.get("found") ?? [],
    draw() {
      lit.clear();
      for (const listener of drawn) listener();
    },
  };
}

function scene() {
  const places = new Map<ArticleEditorHandle, (near: Range) => void>();
  const view = followedRef<ArticleEditorHandle>();
  const stop = keepLit(
    view,
    ["found"],
    (near) => ({ found: [near] }),
    (handle, place) => {
      places.set(handle, (near) => place(near, null as never));
      return () => places.delete(handle);
    },
  );
  return { view, stop, scrollTo: (near: Range) => places.forEach((place) => void place(near)) };
}

const [first, second] = [
  { start: 0, end: 5 },
  { start: 5, end: 9 },
];

test("in a view that comes later, after scrolling, and after it was drawn anew", () => {
  const { view, scrollTo } = scene();
  const one = fakeView();
  view.current = one.handle;
  scrollTo(first);
  expect(one.lit()).toEqual([first]);
  scrollTo(second);
  one.draw();
  expect(one.lit()).toEqual([second]);
});

test("in another view of the same article, and in the one before no more", () => {
  const { view, scrollTo } = scene();
  const [one, two] = [fakeView(), fakeView()];
  view.current = one.handle;
  scrollTo(first);
  view.current = null;
  view.current = two.handle;
  scrollTo(second);
  one.draw();
  expect([one.lit(), two.lit()]).toEqual([[], [second]]);
});

test("until nothing is to be lit up any more", () => {
  const { view, stop, scrollTo } = scene();
  const one = fakeView();
  view.current = one.handle;
  scrollTo(first);
  stop();
  expect(one.lit()).toEqual([]);
  scrollTo(second);
  one.draw();
  expect(one.lit()).toEqual([]);
});
