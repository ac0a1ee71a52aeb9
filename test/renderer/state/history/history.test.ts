// The history as a value: any sequence of steps, undos and redos is what two stacks make of it, and the same when it is
// folded anew from its records, as after a restart.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  emptyHistory,
  type History,
  historyOf,
  nextEntry,
  wayTo,
  withoutEntry,
  withRecordReplaced,
  withStep,
} from "../../../../renderer/state/history/history.ts";
import type { Change } from "../../../../shared/model/change.ts";
import { invertWork, type Step } from "../../../../shared/model/step.ts";
import { runs } from "../../../helpers/tier.ts";

/** A change that takes a text through a value, so that undoing it can be seen. */
const changing = (from: string, to: string): Change => ({
  progress: {
    added: [],
    updated: [{ from: { id: "a", state: null, note: from }, to: { id: "a", state: null, note: to } }],
    removed: [],
  },
});

const stepOf = (id: string, change: Change, more: Partial<Step> = {}): Step => ({
  id,
  command: "set-note",
  at: `2026-01-01T00:00:00.${id.padStart(3, "0")}Z`,
  parts: [{ article: "a", change }],
  ...more,
});

const done = ({ done }: History): string[] => done.map(({ step }) => step.id);
const undone = ({ undone }: History): string[] => undone.map(({ step }) => step.id);
const noteAfter = (step: Step): string => step.parts[0]?.change.progress?.updated[0]?.to.note ?? "";

/** Does, undoes and redoes as it is told; what a model with two stacks and a text makes of it beside what the history does. */
function play(what: readonly ("do" | "undo" | "redo")[]) {
  let history = emptyHistory;
  const records: Step[] = [];
  let text = "";
  const past: { id: string; from: string; to: string }[] = [];
  let future: { id: string; from: string; to: string }[] = [];
  for (const [at, act] of what.entries()) {
    const id = String(at + 1);
    if (act === "do") {
      const step = stepOf(id, changing(text, `${text}${id}`));
      past.push({ id, from: text, to: `${text}${id}` });
      future = [];
      text = noteAfter(step);
      records.push(step);
    } else {
      const entry = nextEntry(history, act);
      const expected = act === "undo" ? past.pop() : future.pop();
      expect(entry?.step.id).toBe(expected?.id);
      if (!entry || !expected) continue;
      const link = act === "undo" ? { undoes: entry.step.id } : { redoes: entry.step.id };
      const step = { ...stepOf(id, {}), ...invertWork(entry.last), ...link };
      text = noteAfter(step);
      expect(text).toBe(act === "undo" ? expected.from : expected.to);
      (act === "undo" ? future : past).push(expected);
      records.push(step);
    }
    const last = records.at(-1);
    if (last) history = withStep(history, last);
  }
  return { history, records, past: past.map(({ id }) => id), future: future.map(({ id }) => id) };
}

const acts = fc.array(fc.constantFrom("do", "do", "undo", "redo"), { maxLength: 60 });

describe("the history", () => {
  test("is two stacks, and the same when it is read again from its records", () => {
    fc.assert(
      fc.property(acts, (what) => {
        const { history, records, past, future } = play(what);
        expect([done(history), undone(history)]).toEqual([past, future]);
        expect(historyOf(records)).toEqual(history);
        // A record that comes twice, from another window and from the disk, counts once.
        const again = records.at(-1);
        if (again) expect(withStep(history, again)).toEqual(history);
      }),
      { numRuns: runs(300) },
    );
  });

  test("read from anywhere in the middle can still be walked as far as it goes", () => {
    fc.assert(
      fc.property(acts, fc.nat(60), (what, from) => {
        const { history, records } = play(what);
        const tail = historyOf(records.slice(from));
        expect(done(history).join(" ").endsWith(done(tail).join(" "))).toBe(true);
        const kept = new Map(history.done.map((entry) => [entry.step.id, entry.last]));
        for (const { step, last } of tail.done) expect(last).toEqual(kept.get(step.id));
        for (const { step, last } of tail.undone)
          expect(last).toEqual(history.undone.find((entry) => entry.step.id === step.id)?.last);
      }),
    );
  });

  test("tells how many steps are undone and redone on the way to any moment", () => {
    const { history } = play(["do", "do", "do", "do", "undo", "undo"]);
    expect(wayTo(history, null)).toEqual({ undo: 2, redo: [] });
    expect(wayTo(history, "1")).toEqual({ undo: 1, redo: [] });
    expect(wayTo(history, "2")).toEqual({ undo: 0, redo: [] });
    expect(wayTo(history, "3")).toEqual({ undo: 0, redo: ["3"] });
    expect(wayTo(history, "4")).toEqual({ undo: 0, redo: ["3", "4"] });
    expect(wayTo(history, "9")).toBeNull();
  });

  test("keeps what was taken back before other work was done, with the way to it", () => {
    const { history } = play(["do", "do", "do", "undo", "undo", "do"]);
    expect([done(history), undone(history)]).toEqual([["1", "6"], []]);
    expect(history.branches.map(({ from }) => from)).toEqual(["1"]);
    expect(wayTo(history, "3")).toEqual({ undo: 1, redo: ["2", "3"] });
    // Where the step they parted after is given up, they part after the one before.
    expect(wayTo(withoutEntry(history, "1"), "3")).toEqual({ undo: 1, redo: ["2", "3"] });
    expect(wayTo(withoutEntry(history, "2"), "3")).toEqual({ undo: 1, redo: ["3"] });
  });

  test("forgets the ways that part before the thousand steps it remembers", () => {
    const { history, records } = play(["do", "undo", "do", "undo", ...Array(1_000).fill("do")]);
    expect(history.branches).toHaveLength(2);
    const latest = records.at(-1);
    const next = stepOf("2000", changing("", ""), { at: "2026-01-02T00:00:00Z" });
    const later = withStep(history, next);
    expect([latest?.id, later.done.length, later.branches]).toEqual(["1004", 1_000, []]);
  });

  test("gives a step up, or goes on with what of it could be kept", () => {
    const { history } = play(["do", "do", "undo"]);
    expect(done(withoutEntry(history, "1"))).toEqual([]);
    expect(undone(withRecordReplaced(history, "3", null))).toEqual([]);
    const part = stepOf("9", changing("12", "1"));
    expect(withRecordReplaced(history, "3", part).undone[0]).toMatchObject({ step: { id: "2" }, last: part });
    expect(withRecordReplaced(history, "1", part).done[0]).toMatchObject({ step: part, last: part });
  });
});

test("steps of several windows come where they were done, in whatever order they arrive", () => {
  fc.assert(
    fc.property(acts, fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 }), (what, order) => {
      const { records } = play(what.filter((act) => act === "do"));
      const shuffled = records
        .map((record, at) => ({ record, key: order[at] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ record }) => record);
      expect(done(historyOf(shuffled))).toEqual(done(historyOf(records)));
    }),
  );
});
