// The queue of what is left to do in an article, over a real core: whatever the checks, the suggestions and the tray have is in it, once,
// in the order of the text; one key goes through all of it.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { actionsFor } from "../../../renderer/actions/index.ts";
import { acceptAll, suggestionInFocus, waiveMissed } from "../../../renderer/actions/suggest.ts";
import { liveChecksOf } from "../../../renderer/state/articles/live-checks.ts";
import {
  currentTodo,
  type TodoItem,
  todoCounts,
  todoListOf,
} from "../../../renderer/state/articles/todo-list.ts";
import { keepCaretAtFocus, leaveFocus } from "../../../renderer/state/session/cursor.ts";
import { suggestingOf } from "../../../renderer/state/suggestions/suggesting.ts";
import { createUiState } from "../../../renderer/state/window/ui-state.ts";
import { findingKey } from "../../../shared/checks/finding.ts";
import { rejectSuggestions, tagSelection } from "../../../shared/commands/index.ts";
import { gapsOf } from "../../../shared/model/gaps.ts";
import { overlaps } from "../../../shared/model/range.ts";
import { get } from "../../../shared/model/table.ts";
import { uncovered } from "../../../shared/suggestions/new-suggestions.ts";
import { cardParts, cardPlace } from "../../../shared/suggestions/suggested-card.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { runs } from "../../helpers/tier.ts";
import { type Desk, desk, shownSession } from "./desk.ts";
import { viewOf } from "./line-view.ts";

const article = readFileSync("test/fixtures/journeys/harbour-bridge.txt", "utf8");

/** Words of which nothing is suggested. */
const lastWords = "“Steel and stone” is all there is.";

let here: Desk;
beforeEach(async () => {
  // There is no page whose fields could be given the keyboard with the next frame.
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("requestIdleCallback", (run: (deadline: unknown) => void) =>
    setTimeout(() => run({ didTimeout: false, timeRemaining: () => 50 })),
  );
  vi.stubGlobal("window", new EventTarget());
  for (const name of ["cancelAnimationFrame", "cancelIdleCallback"]) vi.stubGlobal(name, clearTimeout);
  here = await desk();
  await here.workspace.importText(`${article}\n${article}\n\n${lastWords}`, "long.txt");
  await expect.poll(() => suggestingOf(here.workspace).state.get().offered.length).toBeGreaterThan(2);
});

/** The article with some suggestions accepted and a lone mark, and its queue once all has been looked at. */
async function worked() {
  const session = shownSession(here);
  const suggesting = suggestingOf(here.workspace);
  const { offered } = suggesting.state.get();
  acceptAll(
    session,
    offered.filter((_, at) => at % 3 === 0),
  );
  const start = session.text.text.indexOf(lastWords);
  session.run(tagSelection, { type: "claim", range: { start, end: start + 17 }, snap: true, card: null });
  suggesting.settle();
  const todo = todoListOf(here.workspace, session);
  const unwatch = todo.state.subscribe(() => undefined);
  await expect.poll(() => todo.state.get()?.length ?? 0).toBeGreaterThan(2);
  await expect
    .poll(() =>
      liveChecksOf(session)
        .state.get()
        .open.map(({ of }) => of),
    )
    .toEqual(expect.arrayContaining(["quotation", "span"]));
  return { session, suggesting, todo, unwatch };
}

test("findings, suggestions and what is possibly missed are in one queue, and one fact is in it once", async () => {
  const { session, suggesting, todo } = await worked();
  const items = todo.items() ?? [];
  expect(items.map(({ place }) => place)).toEqual(items.map(({ place }) => place).sort((a, b) => a - b));
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  const { offered } = suggesting.state.get();
  expect(items.flatMap((item) => (item.kind === "suggestion" ? [item.offered] : []))).toEqual(offered);
  const claims = offered.flatMap(({ card }) => card.claim);
  const { open } = liveChecksOf(session).state.get();
  const listedFindings = items.flatMap((item) => (item.kind === "finding" ? [item.finding] : []));
  expect(listedFindings.length).toBeGreaterThan(0);
  for (const finding of open) {
    const { of, range } = finding;
    const isAnswered = of === "quotation" && range !== null && claims.some((claim) => overlaps(claim, range));
    expect(listedFindings.includes(finding)).toBe(!isAnswered);
  }
  const quotations = listedFindings.flatMap(({ of, range }) => (of === "quotation" && range ? [range] : []));
  for (const item of items)
    if (item.kind === "missed")
      for (const range of [...claims, ...quotations]) expect(overlaps(range, item.missed.range)).toBe(false);
});

/** The window over it, with a view of its lines. */
async function opened() {
  const { session, suggesting, todo, unwatch } = await worked();
  const ui = createUiState();
  const context = { workspace: here.workspace, ui, session };
  const view = viewOf(session, (selection) => leaveFocus(session, selection, suggestionInFocus(suggesting)));
  session.view.current = view.handle;
  const stop = keepCaretAtFocus(session);
  view.setSelection(0, 0);
  const press = (id: string): string | null => {
    actionsFor(newsAttribution)
      .find((action) => action.id === id)
      ?.run(context);
    return currentTodo(todo.chosen.get(), suggesting.chosen.get());
  };
  const items = todo.items() ?? [];
  return { suggesting, todo, view, stop, press, items, keys: items.map(({ key }) => key), ui, unwatch };
}

test("one key goes through the whole queue and comes round, and another goes back", async () => {
  const { press, stop, keys } = await opened();
  expect(keys.map(() => press("next-todo"))).toEqual(keys);
  expect(press("next-todo")).toBe(keys[0]);
  expect(press("previous-todo")).toBe(keys.at(-1));
  stop();
});

test("the item that is looked at is the suggestion on which the keys act, wherever that was chosen", async () => {
  const { press, stop, suggesting, view, items } = await opened();
  const current = (): string => `suggestion:${suggesting.chosen.get()}`;
  const suggestions = items.filter(({ kind }) => kind === "suggestion").map(({ key }) => key);
  expect(press("next-suggestion")).toBe(suggestions[0]);
  expect(press("next-suggestion")).toBe(suggestions[1]);
  expect(current()).toBe(suggestions[1]);
  const next = items[items.findIndex(({ key }) => key === suggestions[1]) + 1];
  expect(press("next-todo")).toBe(next?.key);
  expect(press("next-suggestion")).toBe(current());
  // Who clicks elsewhere looks at none.
  view.setSelection(0, 0);
  expect(suggesting.chosen.get()).toBeNull();
  stop();
});

test("a gap of the marks is in the queue once, unless a finding tells of it", async () => {
  const { session, todo } = await worked();
  const { text } = session.text;
  const start = text.lastIndexOf("there.");
  const loneSpeaker = session.run(tagSelection, {
    ...{ type: "speaker", range: { start, end: start + 5 }, snap: true, card: null },
  });
  const spoken = "change" in loneSpeaker ? loneSpeaker.change.spans?.added[0]?.id : null;
  const listed = () =>
    (todo.items() ?? []).flatMap((item) => (item.kind === "gap" ? [JSON.stringify(item.gap)] : []));
  await expect.poll(() => listed().some((gap) => gap.includes(`${spoken}`))).toBe(true);
  const { open } = liveChecksOf(session).state.get();
  const quoted = open.find(({ check }) => check === "claim-without-card");
  const { set } = session.annotations();
  const startOf = (span: string | null) => get(set.spans, span ?? "")?.segments[0]?.start;
  const gaps = gapsOf(set, session.tagset);
  expect(gaps.some(({ span }) => span === quoted?.on)).toBe(true);
  for (const gap of gaps) {
    const count = listed().filter((one) => one === JSON.stringify(gap)).length;
    const subject = gap.card ?? gap.span;
    if (subject === quoted?.on) expect(count).toBe(0);
    else if (!open.some(({ on, range }) => on === subject || range?.start === startOf(gap.span)))
      expect(count).toBe(1);
    else expect(count).toBeLessThanOrEqual(1);
  }
  expect(listed().filter((gap) => gap.includes(`${spoken}`))).toHaveLength(1);
});

test("a press that comes while the article is looked at leads to its item once it has been, unless one has gone elsewhere", async () => {
  const { press, stop, suggesting, todo, view, keys } = await opened();
  const current = () => currentTodo(todo.chosen.get(), suggesting.chosen.get());
  const lookedAt = () => expect.poll(() => todo.items()).not.toBeNull();
  suggesting.again();
  expect(press("next-todo")).toBeNull();
  await expect.poll(current).toBe(keys[0]);
  // Once is once: the next time nothing is waiting any more.
  view.setSelection(0, 0);
  suggesting.again();
  await lookedAt();
  expect(current()).not.toBe(keys[0]);

  suggesting.again();
  press("next-todo");
  view.setSelection(4, 4);
  const round = todo.state.get();
  await expect.poll(() => todo.state.get()).not.toBe(round);
  await lookedAt();
  expect(current()).not.toBe(keys[0]);
  stop();
});

test("a press that waits leads nowhere once a dialog is open, or nobody looks any more", async () => {
  const { press, stop, suggesting, todo, view, keys, ui, unwatch } = await opened();
  const current = () => currentTodo(todo.chosen.get(), suggesting.chosen.get());
  async function pressThen(goElsewhere: () => void): Promise<string | null> {
    view.setSelection(0, 0);
    suggesting.again();
    expect(press("next-todo")).toBeNull();
    goElsewhere();
    const round = todo.state.get();
    await expect.poll(() => todo.state.get()).not.toBe(round);
    return current();
  }
  expect(await pressThen(() => ui.patch({ dialog: "palette" }))).toBeNull();
  ui.patch({ dialog: null });
  expect(
    await pressThen(() => {
      unwatch();
      todo.state.subscribe(() => undefined);
    }),
  ).toBeNull();
  expect(await pressThen(() => undefined)).toBe(keys[0]);
  stop();
});

test.each([
  [true, "leads to the first one once they are"],
  [false, "leads nowhere once one has gone elsewhere"],
])("a press of the key of findings that comes before the checks are done (stays: %s) %s", async (stays) => {
  const session = shownSession(here);
  const view = viewOf(session, () => undefined);
  session.view.current = view.handle;
  view.setSelection(0, 0);
  const checks = liveChecksOf(session);
  const rounds: boolean[] = [];
  checks.state.subscribe(() => rounds.push(checks.state.get().done));
  expect(checks.state.get().done).toBe(false);
  const context = { workspace: here.workspace, ui: createUiState(), session };
  actionsFor(newsAttribution)
    .find(({ id }) => id === "next-finding")
    ?.run(context);
  expect(checks.chosen.get()).toBeNull();
  if (!stays) view.setSelection(4, 4);
  await expect.poll(() => rounds).toContain(true);
  await expect.poll(() => checks.state.get().open.length).toBeGreaterThan(0);
  const [first] = checks.state.get().open;
  expect(checks.chosen.get()?.key ?? null).toBe(stays && first ? findingKey(first) : null);
});

test("it is not said that nothing is left while suggestions are looked for", async () => {
  const { suggesting, todo } = await worked();
  suggesting.again();
  expect(suggesting.state.get().status).toBe("looking");
  expect(todo.items()).toBeNull();
  await expect.poll(() => todo.items()?.length ?? 0).toBeGreaterThan(0);
});

test("law: what is possibly missed is listed and counted where nothing else tells of it, whenever the queue is another", async () => {
  const { session, suggesting, todo } = await worked();
  const { workspace } = here;
  /** What the queue says at this moment, and what it should say. */
  const look = () => {
    const items = todo.state.get() ?? [];
    const { proposed, offered } = suggesting.state.get();
    const { set } = session.annotations();
    const { open } = liveChecksOf(session).state.get();
    const told = [
      ...offered.flatMap(({ card }) => cardParts(card)),
      ...open.flatMap(({ of, range }) => (of === "quotation" && range ? [range] : [])),
    ];
    const expected = uncovered(proposed?.missed ?? [], set, session.tagset, session.article.metadata)
      .map(({ range }) => range)
      .filter((range) => !told.some((other) => overlaps(range, other)));
    const counts = new Map(todoCounts(items).map(({ kind, count }) => [kind, count]));
    return {
      says: {
        missed: missedIn(items).map(({ range }) => range),
        counted: [counts.get("missed") ?? 0, counts.get("suggestion") ?? 0],
      },
      expected: { missed: expected, counted: [expected.length, offered.length] },
    };
  };
  const missedIn = (items: readonly TodoItem[]) =>
    items.flatMap((item) => (item.kind === "missed" ? [item.missed] : []));
  const looks: ReturnType<typeof look>[] = [];
  todo.state.subscribe(() => looks.push(look()));
  const acts = {
    accept: (at: number) => void acceptAll(session, suggesting.state.get().offered.slice(at, at + 1)),
    reject(at: number) {
      const card = suggesting.state.get().offered[at]?.card;
      if (card) session.run(rejectSuggestions, { rejected: [{ place: cardPlace(card), pattern: null }] });
    },
    dismiss(at: number) {
      const missed = missedIn(todo.state.get() ?? [])[at];
      if (missed) waiveMissed(session, missed);
    },
    undo: () => workspace.history.undo(),
    redo: () => workspace.history.redo(),
  } as const;
  const act = fc.record({
    what: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
    at: fc.nat({ max: 5 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (all) => {
      for (const { what, at } of all) {
        const [before, seen] = [session.annotations(), looks.length];
        await acts[what](at);
        if (session.annotations() !== before) await expect.poll(() => looks.length).toBeGreaterThan(seen);
      }
      expect(looks.map(({ says }) => says)).toEqual(looks.map(({ expected }) => expected));
      looks.length = 0;
    }),
    { numRuns: runs(10) },
  );
});
