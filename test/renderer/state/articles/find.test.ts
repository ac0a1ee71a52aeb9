import { afterEach, describe, expect, it, vi } from "vitest";
import { createStore } from "../../../../renderer/lib/store.ts";
import {
  findOf,
  hitKey,
  hitsIn,
  neighbouringHit,
  queryOf,
} from "../../../../renderer/state/articles/find.ts";
import { hitsToTag } from "../../../../renderer/state/articles/tag-found.ts";
import { emptyHistory, type History, withStep } from "../../../../renderer/state/history/history.ts";
import type { Workspace, WorkspaceState } from "../../../../renderer/state/project/workspace.ts";
import type { Session } from "../../../../renderer/state/session/session.ts";
import { selectorOf } from "../../../../shared/model/selector.ts";
import { type ArticleHits, longestQuery, type SearchResult } from "../../../../shared/search/query.ts";
import { markedArticle } from "../../../helpers/marked-article.ts";

const options = {
  words: "",
  names: null,
  isPattern: false,
  wholeWords: true,
  matchCase: false,
  ignoreAccents: true,
  scope: "article",
} as const;

describe("what is looked for", () => {
  it("is the words, the pattern, or the names, and nothing where they are blank", () => {
    const flags = { wholeWords: true, matchCase: false };
    expect(queryOf(options)).toBe(null);
    expect(queryOf({ ...options, words: "  " })).toBe(null);
    expect(queryOf({ ...options, words: "a b" })).toEqual({
      kind: "plain",
      any: ["a b"],
      ignoreAccents: true,
      ...flags,
    });
    expect(queryOf({ ...options, words: "a|b", isPattern: true })).toEqual({
      kind: "pattern",
      pattern: "a|b",
      ...flags,
    });
    const names = { of: "Prado", texts: ["Prado", " ", "Ms. Prado", "x".repeat(longestQuery + 1)] };
    expect(queryOf({ ...options, words: "a", names, isPattern: true })).toMatchObject({
      any: ["Prado", "Ms. Prado"],
    });
    expect(queryOf({ ...options, names: { of: "", texts: [] } })).toBe(null);
  });
});

/** Two articles with so many spans. */
const summaries = (counts: Readonly<Record<string, number>> = {}) =>
  ["a", "b"].map((id) => ({ id, spans: counts[id] ?? 1 }));

describe("a search", () => {
  afterEach(() => void vi.useRealTimers());

  /** A workspace whose searches are answered by hand. */
  function window() {
    vi.useFakeTimers();
    const state = createStore({
      project: { project: { id: "p" } },
      session: { article: { id: "a" } },
      articles: summaries(),
    } as unknown as WorkspaceState);
    const asked: { readonly words: unknown; answer(result: SearchResult): void }[] = [];
    const client = {
      call: (_method: string, { query }: { query?: { any: readonly string[] } }) =>
        new Promise((resolve) => asked.push({ words: query?.any[0], answer: resolve })),
    };
    const call = (make: (project: string) => unknown) => make("handle");
    const history = { state: createStore<{ history: History }>({ history: emptyHistory }) };
    const workspace = { state, client, call, history } as unknown as Workspace;
    const found = (searched: number): SearchResult => ({ articles: [], searched, stopped: null, unread: [] });
    const settle = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
    return { find: findOf(workspace), state, history, asked, found, settle };
  }

  it("waits for a pause in typing, and is overtaken by the next one", async () => {
    const { find, asked, found, settle } = window();
    find.look({ words: "a" }, "soon");
    find.look({ words: "ab" }, "soon");
    await settle(300);
    find.look({ words: "abc" }, "now");
    await settle(0);
    expect(asked.map(({ words }) => words)).toEqual(["ab", "abc"]);
    asked[1]?.answer(found(2));
    await settle(0);
    asked[0]?.answer(found(1));
    await settle(0);
    expect(find.state.get()).toMatchObject({ searching: false, result: { searched: 2 } });
  });

  it("is made again, with what is left out, when an article changes that is not on the screen", async () => {
    const { find, state, asked, found, settle } = window();
    find.look({ words: "a", scope: "project" }, "now");
    await settle(0);
    asked[0]?.answer({ ...found(2), articles: ["a", "b"].map((article) => ({ article, hits: [] })) });
    await settle(0);
    find.leaveOut(["b 0 5"], true);
    find.show("b 0 5");
    const change = async (counts: Readonly<Record<string, number>>): Promise<void> => {
      state.patch({ articles: summaries(counts) as unknown as WorkspaceState["articles"] });
      await settle(1000);
    };
    await change({ a: 2 });
    expect(asked).toHaveLength(1);
    await change({ a: 2, b: 2 });
    expect(asked).toHaveLength(2);
    asked[1]?.answer(found(2));
    await settle(0);
    expect(find.state.get()).toMatchObject({ leftOut: new Set(["b 0 5"]), current: "b 0 5" });
  });

  it("is made again when a mark is retyped in an article that is not on the screen", async () => {
    const { find, state, history, asked, found, settle } = window();
    const retype = async (id: string, article: string): Promise<void> => {
      const step = {
        id,
        command: "retype-span",
        at: `2026-01-01T00:00:0${id}.000Z`,
        parts: [{ article, change: {} }],
      };
      history.state.set({ history: withStep(history.state.get().history, step) });
      await settle(1000);
    };
    find.look({ words: "a", scope: "project" }, "now");
    await settle(0);
    const both = { ...found(2), articles: ["a", "b"].map((article) => ({ article, hits: [] })) };
    asked[0]?.answer(both);
    await settle(0);
    await retype("1", "a");
    expect(asked).toHaveLength(1);
    // As soon as another article is shown, too.
    state.patch({ session: { article: { id: "b" } } as unknown as Session });
    await settle(1000);
    expect(asked).toHaveLength(2);
    asked[1]?.answer(both);
    await settle(0);
    await retype("2", "a");
    expect(asked).toHaveLength(3);
  });

  it("is forgotten with the project that it was about", async () => {
    const { find, state, asked, found, settle } = window();
    find.look({ words: "a" }, "now");
    await settle(0);
    state.patch({ project: null });
    asked[0]?.answer(found(1));
    await settle(0);
    expect(find.state.get()).toMatchObject({ words: "a", searching: false, result: null });
  });
});

const article = markedArticle("{o:speaker|Prado} and Prado and Prado.");
const { text } = article.text;
const at = (start: number, marked: readonly string[] = []) => ({
  ...selectorOf(text, { start, end: start + 5 }),
  marked,
});
const places = [...text.matchAll(/Prado/gu)].map(({ index }) => index);
const found: readonly ArticleHits[] = [
  { article: "a", hits: places.map((start) => at(start)) },
  { article: "b", hits: [at(0, ["speaker"]), at(10)] },
];
const starts = (articles: readonly ArticleHits[]) =>
  articles.map(({ article, hits }) => [article, ...hits.map(({ start }) => start)]);

describe("going from hit to hit", () => {
  const hits = hitsIn(found);
  const from = (more: object) => ({ current: null, article: "a", offset: 0, ...more });
  const reached = (more: object, direction: 1 | -1) => neighbouringHit(hits, from(more), direction)?.key;

  it("begins at the caret of the open article, or at the first", () => {
    expect(reached({ offset: 1 }, 1)).toBe(hitKey("a", at(10)));
    expect(reached({ offset: 15 }, -1)).toBe(hitKey("a", at(10)));
    expect(reached({ article: null }, 1)).toBe(hitKey("a", at(0)));
    expect(reached({ article: "a", offset: 99 }, 1)).toBe(hitKey("a", at(0)));
  });

  it("goes on from the one that is shown, into the next article and round at the end", () => {
    expect(reached({ current: hitKey("a", at(20)) }, 1)).toBe(hitKey("b", at(0)));
    expect(reached({ current: hitKey("b", at(10)) }, 1)).toBe(hitKey("a", at(0)));
    expect(reached({ current: hitKey("a", at(0)) }, -1)).toBe(hitKey("b", at(10)));
    expect(neighbouringHit([], from({}), 1)).toBe(null);
  });
});

it("the hits to tag are those not left out and not marked so, as the open article has them now", () => {
  const result: SearchResult = { articles: found, searched: 2, stopped: null, unread: [] };
  const session = { article: { id: "a" }, annotations: () => article.annotations } as unknown as Session;
  const state = { result, type: "speaker", leftOut: new Set([hitKey("a", at(10))]) };
  expect(starts(hitsToTag(state, session))).toEqual([
    ["a", 20],
    ["b", 10],
  ]);
  expect(starts(hitsToTag(state, null))).toEqual([
    ["a", 0, 20],
    ["b", 10],
  ]);
  expect(hitsToTag({ ...state, type: null }, session)).toEqual([]);
});
