// What is guessed, taken and turned down, over a real core: what is proposed beside a claim comes back with an undo and cures a card
// that has neither voice nor cue; the plain key turns down one suggestion, the same key with Shift all like it.
import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import { openCard } from "../../../renderer/actions/card.ts";
import { goToFinding } from "../../../renderer/actions/checks.ts";
import { keyboardFor } from "../../../renderer/actions/keyboard.ts";
import { chooseSuggestion, suggestionInFocus, takeProposal } from "../../../renderer/actions/suggest.ts";
import { liveChecksOf } from "../../../renderer/state/articles/live-checks.ts";
import { keepCaretAtFocus, leaveFocus } from "../../../renderer/state/session/cursor.ts";
import { suggestingOf } from "../../../renderer/state/suggestions/suggesting.ts";
import { createUiState } from "../../../renderer/state/window/ui-state.ts";
import { createAttribution, createEntity, tagSelection } from "../../../shared/commands/index.ts";
import { patternKey } from "../../../shared/model/rejection.ts";
import { records } from "../../../shared/model/table.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { type Desk, desk, shownSession } from "./desk.ts";
import { viewOf } from "./line-view.ts";

const article = readFileSync("test/fixtures/journeys/harbour-bridge.txt", "utf8");
const ending = "Nobody agreed, and “the bridge will hold for years,” Ana Hart said. “It is safe,” Hart said.";

let here: Desk;
beforeEach(async () => {
  vi.stubGlobal("requestAnimationFrame", () => 0);
  vi.stubGlobal("requestIdleCallback", (run: (deadline: unknown) => void) =>
    setTimeout(() => run({ didTimeout: false, timeRemaining: () => 50 })),
  );
  vi.stubGlobal("window", new EventTarget());
  for (const name of ["cancelAnimationFrame", "cancelIdleCallback"]) vi.stubGlobal(name, clearTimeout);
  here = await desk();
  await here.workspace.importText(`${article}\n${article}\n\n${ending}`, "long.txt");
  await expect.poll(() => suggestingOf(here.workspace).state.get().offered.length).toBeGreaterThan(2);
});

function opened() {
  const session = shownSession(here);
  const suggesting = suggestingOf(here.workspace);
  const elsewhere = suggestionInFocus(suggesting);
  session.view.current = viewOf(session, (selection) => leaveFocus(session, selection, elsewhere)).handle;
  keepCaretAtFocus(session);
  const context = { workspace: here.workspace, ui: createUiState() };
  const keyboard = keyboardFor(newsAttribution, here.workspace.state.get().settings.keys);
  const press = (key: string): void => keyboard.actionAt(key, null)?.run(context);
  return { session, suggesting, context, press };
}

/** The quotation of the last sentence, tagged as a claim. */
function tagged() {
  const state = opened();
  const start = state.session.text.text.indexOf("“the bridge will hold");
  const outcome = state.session.run(tagSelection, {
    type: "claim",
    range: { start, end: start + "“the bridge will hold for years,”".length },
    snap: true,
    card: null,
  });
  if (!("change" in outcome) || outcome.focus.span === null) throw new Error("It is tagged.");
  return { ...state, claim: outcome.focus.span };
}

test("what was proposed is proposed again, beside the claim in focus, when taking it is undone", async () => {
  const { session, claim, press } = tagged();
  session.proposals.propose(claim);
  expect(takeProposal(session)).toBe(true);
  expect(session.focus().card).not.toBeNull();
  press("Mod+z");
  await expect.poll(() => session.annotations().set.attributions.size).toBe(0);
  expect(session.focus().span).toBe(claim);
  await expect.poll(() => session.proposals.current()?.claim).toBe(claim);
});

test("a last name that is marked is linked in the same step with whom a mark of the article knows, and that is said", async () => {
  const { session, press } = opened();
  const { text } = session.text;
  const full = text.lastIndexOf("Ana Hart");
  const known = session.run(tagSelection, {
    type: "speaker",
    range: { start: full, end: full + "Ana Hart".length },
    snap: true,
    card: null,
  });
  if (!("change" in known) || known.focus.span === null) throw new Error("It is tagged.");
  session.run(createEntity, { span: known.focus.span });
  session.setFocus({ span: null, card: null });
  const last = text.lastIndexOf("Hart said");
  session.view.current?.select({ start: last, end: last + "Hart".length });
  press("1");
  expect([...records(session.annotations().set.spans)].map(({ entity }) => entity !== undefined)).toEqual([
    true,
    true,
  ]);
  expect(session.state.get().notice).toMatchObject({ kind: "linked", words: "Hart", name: "Ana Hart" });
  press("Mod+z");
  await expect.poll(() => session.annotations().set.spans.size).toBe(1);
  expect([...records(session.annotations().entities)].map(({ aliases }) => aliases)).toEqual([[]]);
});

test("the button that opens a card takes what is proposed first, as its key does", () => {
  const { session, claim } = tagged();
  session.proposals.propose(claim);
  openCard(session);
  const { attributions } = session.annotations().set;
  expect([...records(attributions)]).toMatchObject([{ claim, voice: [{}], cue: {} }]);
  const [card] = records(attributions);
  session.setFocus({ span: claim, card: null });
  openCard(session);
  expect([session.focus().card, session.annotations().set.attributions.size]).toEqual([card?.id, 1]);
});

test("going to a card without voice and cue proposes both, and deleting it comes last", async () => {
  const { session, claim } = tagged();
  session.run(createAttribution, { span: claim });
  const checks = liveChecksOf(session);
  checks.state.subscribe(() => undefined);
  const find = () => checks.state.get().open.find(({ check }) => check === "voice-and-cue-missing");
  await expect.poll(find).toBeDefined();
  const finding = find();
  if (!finding) throw new Error("The card lacks both.");
  goToFinding(session, finding);
  expect(session.focus()).toEqual({ span: claim, card: finding.on });
  expect(session.proposals.current()?.claim).toBe(claim);
  expect(checks.fixes(finding).map(({ deletes }) => deletes ?? false)).toEqual([true]);
  takeProposal(session);
  await expect.poll(find).toBeUndefined();
});

test("the plain key turns down one suggestion, the same key with Shift all like it, and says how many", () => {
  const { session, suggesting, context, press } = opened();
  const offered = () => suggesting.state.get().offered;
  const first = offered().find((one) =>
    offered().some(
      (other) => other !== one && patternKey(other.card.pattern) === patternKey(one.card.pattern),
    ),
  );
  if (!first) throw new Error("The article stands there twice.");
  const key = patternKey(first.card.pattern);
  const alike = () => offered().filter(({ card }) => patternKey(card.pattern) === key);
  const count = alike().length;
  chooseSuggestion(context, first);
  press("Backspace");
  suggesting.settle();
  expect(alike()).toHaveLength(count - 1);
  chooseSuggestion(context, alike()[0] ?? null);
  press("Shift+Backspace");
  suggesting.settle();
  expect(alike()).toEqual([]);
  expect(session.state.get().notice).toMatchObject({ kind: "rejected-alike", count: count - 1 });
});
