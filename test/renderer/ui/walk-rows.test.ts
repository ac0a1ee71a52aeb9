// The keyboard in a list that shows only the rows in view: it comes to a row once that is there.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { focusOnceShown } from "../../../renderer/ui/walk-rows.ts";

/** The callbacks of frames that are to come, by their ids. */
const frames = new Map<number, () => void>();
let latestFrame = 0;

function runFrame(): void {
  const due = [...frames.values()];
  frames.clear();
  for (const run of due) run();
}

beforeEach(() => {
  vi.stubGlobal("requestAnimationFrame", (run: () => void) => {
    latestFrame += 1;
    frames.set(latestFrame, run);
    return latestFrame;
  });
  vi.stubGlobal("cancelAnimationFrame", (id: number) => frames.delete(id));
});

afterEach(() => {
  frames.clear();
  vi.unstubAllGlobals();
});

const row = () => ({ focus: vi.fn() }) as unknown as HTMLElement;

test("a row that is shown some frames later has the keyboard then, and only once", () => {
  const shown = row();
  const told = vi.fn();
  let frame = 0;
  focusOnceShown(() => (frame < 3 ? null : shown), told);
  for (frame = 1; frame <= 5; frame += 1) runFrame();
  expect(shown.focus).toHaveBeenCalledTimes(1);
  expect(told).toHaveBeenCalledTimes(1);
});

test("gives up in whichever frame it is told to, and by itself where the row never comes", () => {
  for (const waited of [0, 1, 2]) {
    const shown = row();
    let isThere = false;
    const giveUp = focusOnceShown(() => (isThere ? shown : null));
    for (let frame = 0; frame < waited; frame += 1) runFrame();
    giveUp();
    isThere = true;
    runFrame();
    expect(shown.focus).not.toHaveBeenCalled();
  }
  focusOnceShown(() => null);
  for (let frame = 0; frame < 100; frame += 1) runFrame();
  expect(frames.size).toBe(0);
});
