import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { beforeNextFrame, createStore, whenCalm } from "../../../renderer/state/store.ts";

const frames = new Map<number, FrameRequestCallback>();
const paint = (): void => {
  const waiting = [...frames.values()];
  frames.clear();
  for (const callback of waiting) callback(0);
};

beforeEach(() => {
  let requested = 0;
  frames.clear();
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (callback: FrameRequestCallback) => {
    requested += 1;
    frames.set(requested, callback);
    return requested;
  });
  vi.stubGlobal("cancelAnimationFrame", (handle: number) => frames.delete(handle));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("however many changes the work at hand makes, they are told once, when it is over", () => {
  const source = createStore(0);
  const shown = beforeNextFrame(source);
  const told: number[] = [];
  shown.subscribe(() => told.push(shown.get()));
  source.set(1);
  source.set(2);
  expect([shown.get(), told]).toEqual([0, []]);
  vi.advanceTimersByTime(0);
  expect([shown.get(), told]).toEqual([2, [2]]);
  source.set(3);
  source.set(2);
  paint();
  vi.advanceTimersByTime(0);
  expect(told).toEqual([2]);
});

test("a frame that begins before then has them as well", () => {
  const source = createStore(0);
  const shown = beforeNextFrame(source);
  const told: number[] = [];
  shown.subscribe(() => told.push(shown.get()));
  source.set(1);
  source.set(2);
  expect([shown.get(), told]).toEqual([0, []]);
  paint();
  expect([shown.get(), told]).toEqual([2, [2]]);
});

test("without a listener the value is the source's, and nothing waits for a frame", () => {
  const source = createStore(0);
  const shown = beforeNextFrame(source);
  source.set(1);
  expect(shown.get()).toBe(1);
  const leave = shown.subscribe(() => undefined);
  source.set(2);
  leave();
  expect(shown.get()).toBe(2);
  expect(frames.size).toBe(0);
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
