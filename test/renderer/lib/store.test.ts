import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore, whenCalm, whenDone } from "../../../renderer/lib/store.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The work at hand is over. */
const workIsOver = (): Promise<void> => Promise.resolve();

test("however many changes the work at hand makes, they are told once, when it is over", async () => {
  const source = createStore(0);
  const shown = whenDone(source);
  const told: number[] = [];
  shown.subscribe(() => told.push(shown.get()));
  source.set(1);
  source.set(2);
  expect([shown.get(), told]).toEqual([0, []]);
  await workIsOver();
  expect([shown.get(), told]).toEqual([2, [2]]);
  source.set(3);
  source.set(2);
  await workIsOver();
  expect(told).toEqual([2]);
});

test("all that follow tell in one and the same moment", async () => {
  const sources = [createStore(0), createStore(0)];
  const told: string[] = [];
  sources.map(whenDone).forEach((store, at) => {
    store.subscribe(() => told.push(`store ${at}`));
  });
  sources[0]?.set(1);
  queueMicrotask(() => told.push("what was to be done next"));
  sources[1]?.set(1);
  await workIsOver();
  expect(told).toEqual(["store 0", "store 1", "what was to be done next"]);
});

test("without a listener the value is the source's", () => {
  const source = createStore(0);
  const shown = whenDone(source);
  source.set(1);
  expect(shown.get()).toBe(1);
  const leave = shown.subscribe(() => undefined);
  source.set(2);
  leave();
  expect(shown.get()).toBe(2);
});

test("what is calm is told once it has stood for a while, everything else at once", () => {
  const source = createStore("saved");
  const calm = whenCalm(source, (value) => value === "saved", 300);
  const told: string[] = [];
  calm.subscribe(() => told.push(calm.get()));
  source.set("saving");
  expect(told).toEqual(["saving"]);
  source.set("saved");
  vi.advanceTimersByTime(299);
  source.set("saving again");
  vi.advanceTimersByTime(300);
  expect(told).toEqual(["saving", "saving again"]);
  source.set("saved");
  vi.advanceTimersByTime(300);
  expect(told).toEqual(["saving", "saving again", "saved"]);
});
