// Caret and focus are one place: after any sequence of clicks, keys, jumps and scrolling, what a key changes was on the screen
// before it was pressed. Over a real core, with a view that knows lines instead of pixels.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import type { Action, ActionContext } from "../../../renderer/actions/action.ts";
import { focusSpan, keySubject } from "../../../renderer/actions/focus.ts";
import { actionsFor } from "../../../renderer/actions/index.ts";
import { doableHere, runAtCursor } from "../../../renderer/actions/keyboard.ts";
import { focusPlace } from "../../../renderer/actions/stack.ts";
import { acceptAll, chooseSuggestion, suggestionInFocus } from "../../../renderer/actions/suggest.ts";
import { aboutFocus } from "../../../renderer/actions/unavailable.ts";
import { nextInStack } from "../../../renderer/editor/pointer.ts";
import { menuSections } from "../../../renderer/panels/article-menu/article-menu.tsx";
import {
  keepCaretAtFocus,
  leaveFocus,
  selectionIn,
  touches,
} from "../../../renderer/state/session/cursor.ts";
import { suggestingOf } from "../../../renderer/state/suggestions/suggesting.ts";
import { createUiState, isPaneShown } from "../../../renderer/state/window/ui-state.ts";
import {
  deleteAttribution,
  deleteSpan,
  tagSelection,
  takeBackRejection,
} from "../../../shared/commands/index.ts";
import { type AnnotationSet, usersOf } from "../../../shared/model/annotation-set.ts";
import { spansOf } from "../../../shared/model/attribution.ts";
import type { Id } from "../../../shared/model/id.ts";
import { contains, type Range } from "../../../shared/model/range.ts";
import { type Span, spanHull } from "../../../shared/model/span.ts";
import { get, records, type Table } from "../../../shared/model/table.ts";
import { cardParts, cardPlace } from "../../../shared/suggestions/suggested-card.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { message } from "../../../shared/words/message.ts";
import { eventually } from "../../helpers/eventually.ts";
import { runs } from "../../helpers/tier.ts";
import { type Desk, desk, shownSession } from "./desk.ts";
import { lineLength, linesInView, viewOf } from "./line-view.ts";

const article = readFileSync("test/fixtures/journeys/harbour-bridge.txt", "utf8");

type Deed =
  | { readonly do: "click" | "arrow" | "scroll"; readonly share: number }
  | { readonly do: "drag"; readonly share: number; readonly size: number }
  | { readonly do: "key"; readonly key: number }
  | { readonly do: "pane" };

const share = fc.integer({ min: 0, max: 999 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("click", "arrow", "scroll"), share }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant("drag" as const), share, size: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 12, arbitrary: fc.record({ do: fc.constant("key" as const), key: fc.nat() }) },
  { weight: 1, arbitrary: fc.constant({ do: "pane" as const }) },
);

/** What is pressed in the article; a step over what was done goes where that was. */
const keys: readonly Action[] = actionsFor(newsAttribution).filter(
  ({ group, id, scope, changesNothing, keys: combinations, byKeyOf }) =>
    !changesNothing &&
    (combinations.length > 0 || byKeyOf !== undefined) &&
    ["mark", "select", "move", "span", "card"].includes(group) &&
    (scope === undefined || scope === "article") &&
    !["undo", "redo", "next-thread", "previous-thread", "start-thread", "waive-finding"].includes(id),
);

let here: Desk;
beforeEach(async () => {
  // There is no page whose fields could be given the keyboard with the next frame.
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run));
  vi.stubGlobal("window", new EventTarget());
  for (const name of ["cancelAnimationFrame", "cancelIdleCallback"]) vi.stubGlobal(name, clearTimeout);
  here = await desk();
  await here.workspace.importText(`${article}\n${article}\n${article}`, "long.txt");
  await expect.poll(() => suggestingOf(here.workspace).state.get().offered.length).toBeGreaterThan(2);
});

/** An article without marks, at its beginning, and what can be done to it. */
function opened() {
  const session = shownSession(here);
  for (const { id } of [...records(session.annotations().set.attributions)])
    session.run(deleteAttribution, { card: id });
  for (const { id } of [...records(session.annotations().set.spans)]) session.run(deleteSpan, { span: id });
  for (const { id } of [...records(session.annotations().set.rejections)])
    session.run(takeBackRejection, { rejection: id });
  session.setFocus({ span: null, card: null });
  const suggesting = suggestingOf(here.workspace);
  suggesting.chosen.set(null);
  suggesting.settle();
  const context: ActionContext = { workspace: here.workspace, ui: createUiState() };
  const elsewhere = suggestionInFocus(suggesting);
  const view = viewOf(session, (selection) => leaveFocus(session, selection, elsewhere));
  session.view.current = view.handle;
  const stop = keepCaretAtFocus(session);
  return { session, suggesting, context, view, stop };
}

type Opened = ReturnType<typeof opened>;

/** As the pointer does: the caret first, then what stands there. */
function click({ session, suggesting, context, view }: Opened, offset: number): void {
  view.setSelection(offset, offset);
  const stack = view.handle.spansAt(offset);
  const offered = suggesting.state
    .get()
    .offered.find(({ card }) => cardParts(card).some(({ start, end }) => start <= offset && offset < end));
  if (stack.length === 0 && offered) {
    chooseSuggestion(context, offered);
    return;
  }
  const next = nextInStack(stack, session.focus().span);
  if (next === session.focus().span) return;
  if (next === null) session.setFocus({ span: null, card: session.focus().card });
  else focusSpan(session, next);
}

/** The ids of the records that are other ones, or are only in one of the two. */
function changedIds<T extends { readonly id: Id }>(before: Table<T>, after: Table<T>): readonly Id[] {
  const ids = new Set([...records(before), ...records(after)].map(({ id }) => id));
  return [...ids].filter((id) => get(before, id) !== get(after, id));
}

/** A longer list of what can be done at one place would not be read. */
const mostDoable = 28;

const isWithin = (part: Span | undefined, whole: Span): boolean =>
  part?.segments.every((segment) => whole.segments.some((other) => contains(other, segment))) ?? false;

/** Presses a key and answers with what it changed that was not on the screen, and whether the list of what can be done was wrong of it. */
function unseenBy(state: Opened, action: Action): readonly string[] {
  const { session, context, view } = state;
  const before = session.annotations().set;
  const focus = session.focus();
  const wasInView = (set: AnnotationSet, id: Id): boolean => {
    const span = get(set.spans, id);
    return span?.segments.some(seen) ?? false;
  };
  const start = view.handle.firstVisibleOffset();
  const seen = (range: Range): boolean => touches({ start, end: start + linesInView * lineLength }, range);
  const inPane = isPaneShown(context.ui.get(), "cards") ? focus.card : null;
  const doable = doableHere(context);
  const isListed = doable
    .flatMap(({ actions }) => actions)
    .some(({ id, byKeyOf }) => id === action.id || byKeyOf === action.id);
  const isDone = runAtCursor(action, context, true);
  const { notice } = session.state.get();
  const isRefused = notice?.kind === "nothing-in-focus" || notice?.kind === "caret-elsewhere";
  // Ways through the article are listed where there is room for them; what changes something always is.
  const isToBeListed = aboutFocus.has(action.group) && isDone && notice?.kind !== "scrolled-back";
  const isMislisted = isListed ? isRefused : isToBeListed && !isRefused;
  context.ui.patch({ dialog: null, page: null, picking: null, articleMenu: null });
  const after = session.annotations().set;
  const spans = changedIds(before.spans, after.spans);
  const cards = changedIds(before.attributions, after.attributions);
  const isCardSeen = (id: Id): boolean => {
    const parts = [before, after].flatMap((set) => {
      const card = get(set.attributions, id);
      return card ? spansOf(card).map((span) => wasInView(set, span)) : [];
    });
    return id === inPane || parts.length === 0 || parts.includes(true);
  };
  const partOfSeen = (id: Id): boolean =>
    [...usersOf(before, id), ...usersOf(after, id)].some(({ id: card }) => isCardSeen(card));
  // What is split off stood in the mark that was in view; its words may be those of a segment far away.
  const isSplitOff = (id: Id): boolean =>
    !get(before.spans, id) &&
    [...records(before.spans)].some(
      (whole) => wasInView(before, whole.id) && isWithin(get(after.spans, id), whole),
    );
  const isSeen = (id: Id): boolean =>
    wasInView(before, id) || wasInView(after, id) || partOfSeen(id) || isSplitOff(id);
  return [
    ...[...spans.filter((id) => !isSeen(id)), ...cards.filter((id) => !isCardSeen(id))].map(
      (id) => `${action.id} changed ${id}`,
    ),
    ...(doable.length > mostDoable ? [`${doable.length} things can be done`] : []),
    ...(isMislisted
      ? [`${action.id} is ${isListed ? "listed and cannot be done" : "done and not listed"}`]
      : []),
  ];
}

function act(state: Opened, one: Deed): readonly string[] {
  const { session, view, context } = state;
  const length = session.text.text.length;
  const at = "share" in one ? Math.floor((one.share / 1000) * length) : 0;
  if (one.do === "click") {
    // Only what is on the screen can be clicked.
    const first = view.handle.firstVisibleOffset();
    click(state, Math.min(length, first + (one.share % (linesInView * lineLength))));
  } else if (one.do === "drag") view.setSelection(at, Math.min(length, at + one.size));
  else if (one.do === "arrow") {
    const next = Math.max(0, Math.min(length, (view.handle.caret() ?? 0) + (one.share % 41) - 20));
    view.setSelection(next, next);
    view.handle.reveal({ start: next, end: next });
  } else if (one.do === "scroll") view.scrollTo(one.share % view.lines);
  else if (one.do === "pane") context.ui.patch({ cardsShown: !context.ui.get().cardsShown });
  else if (one.do === "key") {
    const action = keys[one.key % keys.length];
    if (action) return unseenBy(state, action);
  }
  return [];
}

/** The end of a selection that has moved, or all of it where both have or neither has. */
function movedEnd(before: Range, after: Range): Range {
  const [hasStartMoved, hasEndMoved] = [after.start !== before.start, after.end !== before.end];
  if (hasStartMoved === hasEndMoved) return after;
  return hasEndMoved
    ? { start: Math.max(after.start, after.end - 1), end: after.end }
    : { start: after.start, end: Math.min(after.end, after.start + 1) };
}

/**
 * Where the caret must be: at the span in focus or at words that are proposed for it, at the suggestion that is looked at, and where a key selects, with the end that moved in
 * view. `before`: what was selected then.
 */
function misplaced(
  { session, suggesting, view }: Opened,
  one: Deed,
  before: Range | null,
): readonly string[] {
  const isSelecting = one.do === "key" && keys[one.key % keys.length]?.group === "select";
  const selection = selectionIn(session);
  const span = get(session.annotations().set.spans, session.focus().span ?? "");
  const suggestion = suggesting.current();
  const proposed = session.proposals.shown.get();
  const proposal = proposed?.proposals[proposed.at];
  const spanPlaces = [span && spanHull(span), proposal?.voice, proposal?.cue].filter((part) => part != null);
  return [
    ...(span && !spanPlaces.some((part) => selection && touches(part, selection))
      ? ["the caret is neither at the span nor at what is proposed for it"]
      : []),
    ...(isSelecting && selection && !view.handle.isInView(movedEnd(before ?? selection, selection))
      ? ["what the key selected is out of view"]
      : []),
    ...(suggestion && !cardParts(suggestion.card).some((part) => selection && touches(part, selection))
      ? ["the caret is not at the suggestion"]
      : []),
  ];
}

test("what a key changes was on the screen before, and the list of what can be done has it, whatever was clicked, pressed and scrolled", () => {
  let changes = 0;
  fc.assert(
    fc.property(fc.array(deed, { minLength: 12, maxLength: 60 }), (deeds) => {
      const state = opened();
      const { offered } = state.suggesting.state.get();
      acceptAll(
        state.session,
        offered.filter((_, at) => at % 2 === 0),
      );
      state.suggesting.settle();
      try {
        for (const one of deeds) {
          const before = state.session.annotations().set;
          const selectedBefore = selectionIn(state.session);
          expect(act(state, one)).toEqual([]);
          expect(misplaced(state, one, selectedBefore)).toEqual([]);
          if (state.session.annotations().set !== before) changes += 1;
        }
      } finally {
        state.stop();
        state.session.view.current = null;
      }
    }),
    { numRuns: runs(40) },
  );
  expect(changes).toBeGreaterThan(runs(40));
});

test("what the next key deletes is what the line at the foot names", () => {
  const remove = actionsFor(newsAttribution).find(({ id }) => id === "delete");
  if (!remove) throw new Error("There is a key that deletes.");
  let deleted = 0;
  fc.assert(
    fc.property(fc.array(deed, { minLength: 4, maxLength: 30 }), (deeds) => {
      const state = opened();
      const { session, suggesting, context } = state;
      acceptAll(session, suggesting.state.get().offered);
      suggesting.settle();
      try {
        for (const one of deeds) act(state, one);
        // One that is looked at is named instead, and rejected.
        suggesting.chosen.set(null);
        const subject = keySubject(session);
        const { span: spanInFocus } = session.focus();
        const { set } = session.annotations();
        const before = [...records(set.spans), ...records(set.attributions)].map(({ id }) => id);
        // The first may only scroll back to it.
        for (let press = 0; press < 2 && session.annotations().set === set; press += 1)
          runAtCursor(remove, context, true);
        const after = session.annotations().set;
        const gone = before.filter((id) => !get(after.spans, id) && !get(after.attributions, id));
        if (gone.length === 0) return;
        deleted += 1;
        // With words selected it names those first, then the mark in focus; the open card stays.
        if (subject?.kind === "selection") expect(gone).toContain(spanInFocus);
        else expect(gone).toContain(subject?.kind === "span" ? subject.span : subject?.card);
      } finally {
        state.stop();
        session.view.current = null;
      }
    }),
    { numRuns: runs(60) },
  );
  expect(deleted).toBeGreaterThan(runs(60) / 10);
});

test("the next key is about the card that was gone to, also where a mark of another one stands in its claim", () => {
  const cardKeys = actionsFor(newsAttribution).filter(({ id }) =>
    ["next-card", "previous-card"].includes(id),
  );
  let nested = 0;
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 8 }), fc.nat(), (deeds, key) => {
      const state = opened();
      const { session, suggesting, context, view } = state;
      acceptAll(session, suggesting.state.get().offered);
      suggesting.settle();
      try {
        // A card of its own in each claim, whose mark begins with it.
        for (const { claim } of [...records(session.annotations().set.attributions)]) {
          const outer = get(session.annotations().set.spans, claim ?? "");
          if (!outer) continue;
          const { start } = spanHull(outer);
          view.setSelection(start, start + 4);
          session.setFocus({ span: null, card: null });
          for (const id of ["mark-speaker", "open-card"]) {
            const action = actionsFor(newsAttribution).find((other) => other.id === id);
            if (action) runAtCursor(action, context, true);
          }
        }
        for (const one of deeds) act(state, one);
        suggesting.chosen.set(null);
        const before = session.focus().card;
        const action = cardKeys[key % cardKeys.length];
        if (action) runAtCursor(action, context, true);
        const { card } = session.focus();
        fc.pre(card !== null && card !== before);
        const caret = view.handle.caret() ?? -1;
        if (view.handle.spansAt(caret).length > 1) nested += 1;
        expect(keySubject(session)).toEqual({ kind: "card", card });
      } finally {
        state.stop();
        session.view.current = null;
      }
    }),
    { numRuns: runs(60) },
  );
  expect(nested).toBeGreaterThan(0);
});

/** The article with a card of voice, cue and claim accepted, and its parts. */
function withCard() {
  const state = opened();
  const { session, suggesting, context } = state;
  const [one] = suggesting.state.get().offered;
  if (!one) throw new Error("Something is suggested.");
  chooseSuggestion(context, one);
  const press = (id: string): void => {
    const action = actionsFor(newsAttribution).find((other) => other.id === id);
    if (action) runAtCursor(action, context, true);
  };
  press("edit-suggestion");
  const card = get(session.annotations().set.attributions, session.focus().card ?? "");
  const [voice, claim] = [
    get(session.annotations().set.spans, card?.voice[0] ?? ""),
    get(session.annotations().set.spans, card?.claim ?? ""),
  ];
  if (!card || !voice || !claim) throw new Error("The card has a voice and a claim.");
  return { ...state, press, card, voice, claim };
}

test("a mark is merged with one out of view only after the text has gone there", () => {
  const { session, context, view, stop } = opened();
  const merge = actionsFor(newsAttribution).find(({ id }) => id === "merge-with-previous");
  if (!merge) throw new Error("There is a key that merges with the mark before.");
  const { length } = session.text.text;
  const marked = [0, Math.floor(length / 2)].map((start) => {
    session.run(tagSelection, {
      ...{ range: { start, end: start + 40 }, type: "claim", snap: false, card: null },
    });
    return session.focus().span ?? "";
  });
  const [far = "", near = ""] = marked;
  focusSpan(session, near);
  const [at] = get(session.annotations().set.spans, near)?.segments ?? [];
  view.handle.reveal(at ?? { start: 0, end: 0 });
  runAtCursor(merge, context, true);
  expect(session.state.get().notice).toEqual({ kind: "scrolled-back" });
  expect(get(session.annotations().set.spans, far)).toBeDefined();
  expect(view.handle.isInView({ start: 0, end: 40 })).toBe(true);
  runAtCursor(merge, context, true);
  expect(get(session.annotations().set.spans, far)).toBeUndefined();
  expect(get(session.annotations().set.spans, near)?.segments).toHaveLength(2);
  stop();
});

test("the key for who is meant opens the voice of the open card, and no other mark's", () => {
  const { session, context, view, press, card, voice, claim, stop } = withCard();
  expect(
    contains(spanHull(claim), { start: view.handle.caret() ?? -1, end: view.handle.caret() ?? -1 }),
  ).toBe(true);
  press("choose-entity");
  expect([session.focus(), context.ui.get().dialog]).toEqual([
    { span: voice.id, card: card.id },
    "choose-entity",
  ]);
  context.ui.patch({ dialog: null });

  // With the caret in words without a mark, the card stays open and the key says why it does nothing.
  const far = session.text.text.length - 1;
  view.setSelection(far, far);
  press("choose-entity");
  expect(session.state.get().notice).toEqual({ kind: "scrolled-back" });
  press("choose-entity");
  expect([session.state.get().notice, context.ui.get().dialog]).toEqual([{ kind: "caret-elsewhere" }, null]);
  press("delete");
  expect(get(session.annotations().set.attributions, card.id)).toBeDefined();
  stop();
});

test("one key links the mention in focus with the first name offered, says whom, and does so once", () => {
  const { session, context, view, press, voice, stop } = withCard();
  const at = session.text.text.indexOf("Radio Bay", 900);
  session.setFocus({ span: null, card: null });
  view.handle.reveal({ start: at, end: at });
  view.setSelection(at, at + "Radio Bay".length);
  press("mark-speaker");
  const mention = session.focus().span ?? "";
  press("link-first-entity");
  const entity = get(session.annotations().set.spans, mention)?.entity ?? "";
  expect(get(session.annotations().entities, entity)?.name).toBe("Radio Bay");
  expect([session.state.get().notice, session.focus().span, context.ui.get().dialog]).toEqual([
    {
      kind: "result",
      says: message("workbench.entered-as", { words: "Radio Bay", name: "Radio Bay" }),
    },
    mention,
    null,
  ]);
  // The voice of the card was linked as it was accepted.
  focusSpan(session, voice.id);
  press("link-first-entity");
  expect(session.state.get().notice).toEqual({ kind: "linked-already" });
  stop();
});

test("the key for who is meant makes a card of the suggestion that is looked at, and asks for its voice", () => {
  const { session, suggesting, context, stop } = opened();
  const one = suggesting.state.get().offered.find(({ card }) => card.voice.length > 0);
  const choose = actionsFor(newsAttribution).find(({ id }) => id === "choose-entity");
  if (!one || !choose) throw new Error("A suggestion says who speaks.");
  chooseSuggestion(context, one);
  runAtCursor(choose, context, true);
  const { span, card } = session.focus();
  const { set } = session.annotations();
  expect(get(set.spans, span ?? "")?.segments.map(({ start, end }) => ({ start, end }))).toEqual(
    one.card.voice.map(({ start, end }) => ({ start, end })),
  );
  expect(get(set.attributions, card ?? "")?.voice).toEqual([span]);
  expect([context.ui.get().dialog, suggesting.current()]).toEqual(["choose-entity", null]);
  stop();
});

test("a suggestion whose acceptance or rejection is undone is looked at again", async () => {
  const { session, suggesting, context, stop } = opened();
  const press = (id: string): void => {
    const action = actionsFor(newsAttribution).find((other) => other.id === id);
    if (action) runAtCursor(action, context, true);
  };
  for (const id of [
    "accept-suggestion",
    "edit-suggestion",
    "reject-suggestion",
    "reject-suggestions-alike",
  ]) {
    for (const one of suggesting.state.get().offered.slice(0, 4)) {
      chooseSuggestion(context, one);
      press(id);
      expect(suggesting.current()?.key).not.toBe(one.key);
      press("undo");
      await eventually(() => expect(suggesting.current()?.key).toBe(one.key));
      expect(session.focus()).toEqual({ span: null, card: null });
      const caret = selectionIn(session);
      expect(cardParts(one.card).some((part) => caret && touches(part, caret))).toBe(true);
    }
  }
  // What was tagged by hand in its place is not about it.
  const [one] = suggesting.state.get().offered;
  if (!one) throw new Error("Something is suggested.");
  suggesting.chosen.set(null);
  session.run(tagSelection, { range: cardPlace(one.card), type: "claim", snap: false, card: null });
  press("undo");
  await Promise.resolve();
  expect(suggesting.current()).toBeNull();
  stop();
});

test("several suggestions are asked about at once wherever the caret is", () => {
  const { session, context, view, stop } = opened();
  const acceptSeveral = actionsFor(newsAttribution).find(({ id }) => id === "accept-suggestions");
  view.setSelection(0, 0);
  view.scrollTo(view.lines - 1);
  expect(view.handle.isInView({ start: 0, end: 0 })).toBe(false);
  if (acceptSeveral) runAtCursor(acceptSeveral, context, true);
  expect([context.ui.get().dialog, session.state.get().notice]).toEqual(["accept-suggestions", null]);
  stop();
});

test("the menu at a suggestion accepts, edits and rejects it, and at a mark is about that", () => {
  const state = opened();
  const { session, suggesting, context } = state;
  const [one, other] = suggesting.state.get().offered;
  if (!one || !other) throw new Error("Two things are suggested.");
  const menuAt = (offset: number) => {
    focusPlace({ ...context, session }, offset);
    return menuSections(context, session).map(({ group, actions }) => [group, actions.map(({ id }) => id)]);
  };
  expect(menuAt(one.card.claim[0]?.start ?? 0)).toEqual([
    [
      "suggestion",
      [
        "accept-suggestion",
        "edit-suggestion",
        ...(one.card.voice.length > 0 ? ["choose-entity"] : []),
        "reject-suggestion",
        "reject-suggestions-alike",
      ],
    ],
  ]);
  const card = acceptAll(session, [one]);
  suggesting.settle();
  const claim = get(session.annotations().set.attributions, card ?? "")?.claim;
  const start = get(session.annotations().set.spans, claim ?? "")?.segments[0]?.start ?? 0;
  expect(menuAt(start).map(([group]) => group)).toEqual(["mark", "span", "card"]);
  expect(session.focus()).toEqual({ span: claim, card });
  state.stop();
});

test("a key about marks never acts on the open card while the caret is at another mark", () => {
  const { session, context, view, press, card, stop } = withCard();
  const at = session.text.text.indexOf("Radio Bay", 900);
  session.setFocus({ span: null, card: null });
  view.setSelection(at, at + 5);
  press("mark-claim");
  if (session.state.get().notice) press("mark-claim");
  const other = session.focus().span ?? "";
  session.setFocus({ span: null, card: card.id });
  view.setSelection(at + 2, at + 2);
  view.handle.reveal({ start: at, end: at });
  for (const [id, kind] of [
    ["choose-entity", "nothing-in-focus"],
    ["join-segments", "nothing-in-focus"],
  ] as const) {
    press(id);
    expect([session.state.get().notice, context.ui.get().dialog]).toEqual([{ kind }, null]);
    expect([session.focus(), view.handle.caret()]).toEqual([{ span: null, card: card.id }, at + 2]);
  }
  press("delete");
  expect(get(session.annotations().set.spans, other)).toBeUndefined();
  expect(get(session.annotations().set.attributions, card.id)).toBeDefined();
  stop();
});

test("words selected after a click elsewhere join the claim that the caret has left", () => {
  const { session, view, press, claim, stop } = withCard();
  focusSpan(session, claim.id);
  const at = session.text.text.indexOf("Radio", spanHull(claim).end);
  view.setSelection(at + 2, at + 2);
  expect(session.focus().span).toBeNull();
  press("grow-word");
  expect(session.state.get().notice).toEqual({ kind: "scrolled-back" });
  press("grow-word");
  press("add-segment");
  if (session.state.get().notice?.kind === "scrolled-back") press("add-segment");
  const segments = get(session.annotations().set.spans, claim.id)?.segments ?? [];
  expect(segments.map(({ start, end }) => session.text.text.slice(start, end)).at(-1)).toBe("Radio");
  expect(session.focus().span).toBe(claim.id);
  stop();
});

test("the edges of the claim move while its card is open, and Tab goes through all of the card's parts", () => {
  const { session, press, card, claim, stop } = withCard();
  press("move-end-back-by-word");
  const moved = get(session.annotations().set.spans, claim.id);
  expect(moved && spanHull(moved).end).toBeLessThan(spanHull(claim).end);

  session.setFocus({ span: null, card: card.id });
  const order: (Id | null)[] = [];
  for (let step = 0; step < 3; step += 1) {
    press("next-span");
    order.push(session.focus().span);
  }
  expect([...order].sort()).toEqual([...spansOf(card)].sort());
  stop();
});

test("what a key selects is in view afterwards, also where it begins below the last line", () => {
  const { session, view, press, stop } = withCard();
  session.setFocus({ span: null, card: null });
  const { text } = session.text;
  let below = 0;
  for (const { index } of text.matchAll(/“/gu)) {
    const line = Math.floor(index / lineLength);
    const caret = line * lineLength - 1;
    if (line < linesInView || text.slice(caret, index).includes("\n")) continue;
    view.scrollTo(line - linesInView);
    view.setSelection(caret, caret);
    press("grow-quotation");
    const selection = view.handle.selection();
    if (!selection || selection.start < line * lineLength) continue;
    below += 1;
    expect(view.handle.isInView(selection)).toBe(true);
  }
  expect(below).toBeGreaterThan(0);
  stop();
});

test("a segment that snaps to less than was selected leaves the caret at it, so that its claim stays in focus", () => {
  const { session, view, press, claim, stop } = withCard();
  focusSpan(session, claim.id);
  const { text } = session.text;
  const comma = text.indexOf(", ", spanHull(claim).end + 80);
  const start = text.lastIndexOf(" ", comma) + 1;
  view.setSelection(start, comma + 1);
  view.handle.reveal({ start, end: comma });
  press("add-segment");
  const added = get(session.annotations().set.spans, claim.id)?.segments.at(-1);
  expect(added).toMatchObject({ start, end: comma });
  expect([session.focus().span, view.handle.caret()]).toEqual([claim.id, comma]);
  stop();
});

test("a proposal that is dismissed gives the caret back to its claim, but leaves words selected that were selected in it", () => {
  const { session, view, context, stop } = opened();
  const press = (id: string): void => {
    const action = actionsFor(newsAttribution).find((other) => other.id === id);
    if (action) runAtCursor(action, context, true);
  };
  const at = session.text.text.indexOf("“") + 2;
  view.setSelection(at, at);
  view.handle.reveal({ start: at, end: at });
  press("grow-quotation");
  press("mark-claim");
  const claim = get(session.annotations().set.spans, session.focus().span ?? "");
  const voice = session.proposals.current()?.proposals[0].voice;
  if (!claim || !voice) throw new Error("The words beside a quotation say who says it.");
  view.setSelection(voice.start + 1, voice.start + 1);
  expect(session.focus().span).toBe(claim.id);
  session.proposals.dismiss();
  const caret = view.handle.caret() ?? -1;
  expect([session.focus().span, touches(spanHull(claim), { start: caret, end: caret })]).toEqual([
    claim.id,
    true,
  ]);

  session.proposals.propose(claim.id);
  session.proposals.current();
  view.setSelection(voice.start, voice.end);
  session.proposals.dismiss();
  expect([session.focus().span, session.leftSpan.current]).toEqual([null, claim.id]);
  expect(view.handle.selection()).toEqual({ start: voice.start, end: voice.end });
  stop();
});
