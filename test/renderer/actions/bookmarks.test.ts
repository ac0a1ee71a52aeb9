// Bookmarks: what is marked by the key for them, in which order they are gone through, and what they are called.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ActionContext } from "../../../renderer/actions/action.ts";
import {
  bookmarkActions,
  bookmarksInOrder,
  bookmarkTitle,
  goToBookmark,
} from "../../../renderer/actions/bookmarks.ts";
import { createStore } from "../../../renderer/lib/store.ts";
import type { Workspace } from "../../../renderer/state/project/workspace.ts";
import { deskOf } from "../../../renderer/state/window/desk.ts";
import { createUiState } from "../../../renderer/state/window/ui-state.ts";
import { type Bookmark, emptyDesk } from "../../../shared/api/desk.ts";
import type { Range } from "../../../shared/model/range.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { entity, markedArticle } from "../../helpers/marked-article.ts";
import { idSource } from "../../helpers/sources.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("document", { activeElement: null });
  vi.stubGlobal("requestAnimationFrame", () => 0);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const { text, annotations, span } = markedArticle(
  "{o:speaker|Ana Ruiz} said that {c:claim|the bridge is shut}.\nNobody asked the harbour board 👩🏽‍🚒 about it, or about anything else that it might have known or said.",
  { cards: { k: { voice: ["o"], claim: "c" } }, entities: [entity("ruiz", "Ana Ruiz")] },
);

function scene(bookmarks: readonly Bookmark[] = []) {
  const ui = createUiState();
  const at: { caret: number; selection: Range | null } = { caret: 0, selection: null };
  const focus = createStore<{ span: string | null; card: string | null }>({ span: null, card: null });
  const said: unknown[] = [];
  const revealed: Range[] = [];
  const session = {
    article: { id: "b" },
    text,
    annotations: () => annotations,
    focus: focus.get,
    setFocus: focus.set,
    selected: createStore<Range>({ start: 0, end: 0 }),
    view: {
      current: {
        caret: () => at.caret,
        selection: () => at.selection,
        firstVisibleOffset: () => 0,
      },
    },
    reveal(range: Range) {
      revealed.push(range);
      if (at.caret < range.start || at.caret > range.end) at.caret = range.start;
    },
    say: (notice: unknown) => said.push(notice),
  };
  let all = bookmarks;
  const articles = [
    { id: "a", title: "Ferries" },
    { id: "b", title: "Bridge" },
  ];
  const state = createStore({
    project: { project: { id: "p" }, articles, recentArticles: ["b"], desk: { ...emptyDesk, bookmarks } },
    ...{ articles, entities: annotations.entities, session },
  });
  const workspace = {
    state,
    newId: idSource(),
    openArticle: async (id: string) => state.patch({ session: { ...session, article: { id } } }),
    bookmark: async (add: readonly Bookmark[], remove: readonly string[]) => {
      all = [...all.filter(({ id }) => !remove.includes(id)), ...add];
      return all;
    },
  } as unknown as Workspace;
  const context: ActionContext = { workspace, ui };
  const desk = deskOf(workspace, ui);
  desk.follow();
  return {
    ...{ context, desk, at, focus, session, said, revealed, workspace },
    async toggle(article?: string) {
      bookmarkActions
        .find(({ id }) => id === "toggle-bookmark")
        ?.run({ ...context, ...(article && { article }) });
      for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
      return desk.state.get().bookmarks.at(-1);
    },
  };
}

const wordsOf = (bookmark: Bookmark | undefined): string | undefined =>
  bookmark?.kind === "article" ? bookmark.segment?.quote : undefined;
const caretIn = (words: string): number => text.text.indexOf(words) + 2;

test("at the caret it keeps the line from its word on, cut between words; once more there takes it away", async () => {
  const { at, toggle } = scene();
  at.caret = caretIn("harbour");
  expect(wordsOf(await toggle())).toBe(
    "harbour board 👩🏽‍🚒 about it, or about anything else that it might have known",
  );
  at.caret = caretIn("anything");
  expect(await toggle()).toBeUndefined();
});

test("selected words come first, then what is in focus where the caret is, and then the words at the caret", async () => {
  const { at, focus, session, toggle } = scene();
  const claim = span("c").segments[0] as Range;
  focus.set({ span: "c", card: "k" });
  at.caret = claim.start;
  session.selected.set({ start: claim.start, end: claim.start });
  expect(await toggle()).toMatchObject({ span: "c", card: "k", segment: { quote: "the bridge is shut" } });
  at.selection = { start: 0, end: 3 };
  expect(await toggle()).toMatchObject({ span: null, card: null, segment: { quote: "Ana" } });
  at.selection = null;
  focus.set({ span: null, card: "k" });
  at.caret = caretIn("Nobody");
  session.selected.set({ start: at.caret, end: at.caret });
  expect(await toggle()).toMatchObject({ span: null, card: null });
});

test("the one of an article in the list, or of what has the keyboard beside, is on the whole of it", async () => {
  const { toggle, context } = scene();
  expect(await toggle("a")).toMatchObject({ kind: "article", article: "a", segment: null });
  vi.stubGlobal("document", {
    activeElement: { closest: (pane: string) => pane.includes("beside") || null },
  });
  context.ui.patch({ beside: { kind: "revision", article: "b", revision: null, offset: 0 } });
  expect(await toggle()).toMatchObject({ kind: "article", article: "b", segment: null });
  context.ui.patch({ beside: { kind: "entity", entity: "ruiz" } });
  expect(await toggle()).toMatchObject({ kind: "entity", entity: "ruiz" });
});

const on = (id: string, article: string, words: string | null): Bookmark => {
  const start = words === null ? -1 : text.text.indexOf(words);
  const segment = words === null ? null : selectorOf(text.text, { start, end: start + words.length });
  return { kind: "article", id, article, segment, span: null, card: null };
};

test("they come in the order of the articles and their texts, entities last; those of what is gone do not come", () => {
  const { context, workspace } = scene([
    { kind: "entity", id: "e", entity: "ruiz" },
    { kind: "entity", id: "gone", entity: "nobody" },
    on("late", "b", "harbour"),
    on("early", "b", "said"),
    on("whole", "b", null),
    on("first", "a", "Nobody"),
    on("lost", "trash", null),
  ]);
  const ordered = bookmarksInOrder(context);
  expect(ordered.map(({ id }) => id)).toEqual(["first", "whole", "early", "late", "e"]);
  expect(ordered.map((one) => bookmarkTitle(workspace, one))).toEqual([
    "Nobody",
    "Bridge",
    "said",
    "harbour",
    "Ana Ruiz",
  ]);
});

test("it leads to its words where they stand now, and says so where they are gone", async () => {
  const { context, revealed, said } = scene();
  const moved = {
    ...on("x", "b", "harbour board"),
    segment: { ...selectorOf(text.text, { start: 0, end: 3 }) },
  };
  const start = text.text.indexOf("harbour board");
  const segment = { start: 4, end: 17, quote: "harbour board", prefix: "asked the ", suffix: " " };
  await goToBookmark(context, { ...moved, segment } as Bookmark);
  expect(revealed).toEqual([{ start, end: start + 13 }]);
  await goToBookmark(context, { ...moved, segment: { ...segment, quote: "ferry company" } } as Bookmark);
  expect(revealed).toHaveLength(1);
  expect(said).toMatchObject([{ kind: "result", says: { key: "bookmarks.words-gone" } }]);
});

test("law: the key for the next one goes through all of them, whatever has become of their words, and so does the one back", async () => {
  const moved = { start: 0, end: 13, quote: "harbour board", prefix: "asked the ", suffix: " " };
  const gone = { start: 40, end: 53, quote: "ferry company", prefix: "of the ", suffix: "" };
  const all = [
    on("whole", "b", null),
    on("early", "b", "said"),
    { ...on("moved", "b", null), segment: moved } as Bookmark,
    { ...on("gone", "b", null), segment: gone } as Bookmark,
    on("other", "a", "bridge"),
    on("other whole", "a", null),
  ];
  const press = async (
    key: "next-bookmark" | "previous-bookmark",
    { context, desk }: ReturnType<typeof scene>,
  ) => {
    bookmarkActions.find(({ id }) => id === key)?.run(context);
    for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
    return desk.visitedBookmark.current;
  };
  for (const key of ["next-bookmark", "previous-bookmark"] as const)
    for (const caret of [0, caretIn("said"), caretIn("harbour"), text.text.length]) {
      const window = scene(all);
      window.at.caret = caret;
      const visited = new Set<string | null>();
      for (const _one of all) visited.add(await press(key, window));
      expect([...visited].toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    }
});

test("the key for the one before leads on from the one that was just set", async () => {
  const { context, at, desk, toggle } = scene([on("early", "b", "said")]);
  at.caret = caretIn("harbour");
  await toggle();
  bookmarkActions.find(({ id }) => id === "previous-bookmark")?.run(context);
  expect(desk.visitedBookmark.current).toBe("early");
});
