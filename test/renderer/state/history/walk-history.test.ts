// Going back and forth in the history, over a text that each step extends: whatever is done after going back, every state that
// there ever was can be had back whole, also after a restart.
import fc from "fast-check";
import { expect, test } from "vitest";
import { historyOf } from "../../../../renderer/state/history/history.ts";
import {
  createHistoryWalk,
  type HistoryPorts,
  type HistoryWalk,
  type WentTo,
} from "../../../../renderer/state/history/walk-history.ts";
import type { Session } from "../../../../renderer/state/session/session.ts";
import type { Change } from "../../../../shared/model/change.ts";
import type { Step, StepNote } from "../../../../shared/model/step.ts";
import { runs } from "../../../helpers/tier.ts";

const changing = (from: string, to: string): Change => ({
  progress: {
    added: [],
    updated: [{ from: { id: "a", state: null, note: from }, to: { id: "a", state: null, note: to } }],
    removed: [],
  },
});

/** A window on one article, of which only a text is kept. */
interface Writer {
  readonly walk: HistoryWalk;
  readonly records: Step[];
  /** The text right after each step, by its id, and before all of them, as `null`. */
  readonly texts: Map<string | null, string>;
  readonly reports: WentTo[];
  text: string;
}

function writer(): Writer {
  const apply = (change: Change, note: StepNote): boolean => {
    const { from, to } = change.progress?.updated[0] ?? {};
    expect(here.text).toBe(from?.note);
    here.text = to?.note ?? "";
    const step: Step = { ...note, id: `s${here.records.length}`, parts: [{ article: "a", change }] };
    here.records.push(step);
    here.walk.record(step);
    if (!step.undoes && !step.redoes) here.texts.set(step.id, here.text);
    return true;
  };
  const session = { takeStep: apply } as unknown as Session;
  const unexpected = (): never => {
    throw new Error("The article is shown, and all of it fits.");
  };
  const ports: HistoryPorts = {
    now: () => "2026-01-01T00:00:00.000Z",
    session: () => ({ session, isShown: true }),
    show: unexpected,
    apply: unexpected,
    takeRevisionBack: unexpected,
    say: unexpected,
    wentTo: (report) => here.reports.push(report),
  };
  const here: Writer = {
    walk: createHistoryWalk(ports),
    records: [],
    texts: new Map([[null, ""]]),
    reports: [],
    text: "",
  };
  return here;
}

function write(here: Writer, words: string): void {
  const note = here.walk.note("set-note");
  const step: Step = {
    ...note,
    id: `s${here.records.length}`,
    parts: [{ article: "a", change: changing(here.text, here.text + words) }],
  };
  here.text += words;
  here.records.push(step);
  here.texts.set(step.id, here.text);
  here.walk.record(step);
}

const acts = fc.array(fc.oneof(fc.constantFrom("do", "do", "undo", "redo"), fc.nat(100)), { maxLength: 40 });

/** A number goes to the moment after one of the steps that there have been. */
async function play(what: readonly (string | number)[]): Promise<Writer> {
  const here = writer();
  for (const [at, act] of what.entries()) {
    if (act === "undo") await here.walk.undo();
    else if (act === "redo") await here.walk.redo();
    else if (typeof act === "string") write(here, `${at} `);
    else await goAndCheck(here, [...here.texts.keys()][act % here.texts.size] ?? null);
  }
  return here;
}

async function goAndCheck(here: Writer, step: string | null): Promise<void> {
  await here.walk.goTo(step);
  expect(here.text).toBe(here.texts.get(step));
}

test("every state that there ever was can be had back whole, whatever was done after going back", async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (what) => {
      const here = await play(what);
      for (const step of here.texts.keys()) await goAndCheck(here, step);
      expect(historyOf(here.records)).toEqual(here.walk.state.get().history);
    }),
    { numRuns: runs(200) },
  );
});

test("a window that reads the history anew finds the same ways back", async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (what) => {
      const before = await play(what);
      const here = writer();
      here.walk.load(before.records);
      here.records.push(...before.records);
      Object.assign(here, { texts: before.texts, text: before.text });
      for (const step of here.texts.keys()) await goAndCheck(here, step);
    }),
    { numRuns: runs(50) },
  );
});

test("reports how many steps went with more than one, and the way to where one was leads there", async () => {
  const here = await play(["do", "do", "do", "undo"]);
  expect(here.reports).toEqual([]);
  await here.walk.goTo(null);
  expect(here.reports).toEqual([{ undone: 2, redone: 0, from: "s1" }]);
  await here.walk.goTo("s1");
  expect(here.reports).toHaveLength(1);
  await here.walk.goTo("s2");
  expect(here.text).toBe(here.texts.get("s2"));
});

test("going to what was overtaken reports both, and leads back to the work that overtook it", async () => {
  const here = await play(["do", "do", "do", "undo", "undo", "do"]);
  const [last] = [...here.texts.keys()].slice(-1);
  const text = here.text;
  await here.walk.goTo("s2");
  expect(here.reports).toEqual([{ undone: 1, redone: 2, from: last }]);
  await here.walk.goTo(here.reports[0]?.from ?? null);
  expect(here.text).toBe(text);
});
