// One of a kind at a time: what is asked for next ends what runs, and so do its window's wish and the closing of its project.
import { expect, test } from "vitest";
import { latestOf } from "../../../../main/core/changes/opening.ts";

const opening = (handle = "one") => ({ handle, closing: new AbortController() });
/** Runs until it is ended, and gives why. */
const ended = (signal: AbortSignal): Promise<unknown> =>
  new Promise((done) => signal.addEventListener("abort", () => done(signal.reason)));

test("the next one ends the one before, of the same window alone", async () => {
  const work = latestOf(() => new Error("stopped"));
  const [here, there] = [opening("one"), opening("two")];
  const first = work.run(here, ended);
  const other = work.run(there, async (signal) => {
    await new Promise((done) => setTimeout(done, 10));
    return signal.aborted;
  });
  const second = work.run(here, ended);
  expect(await first).toEqual(new Error("stopped"));
  expect(await other).toBe(false);
  work.stop("one");
  expect(await second).toEqual(new Error("stopped"));
});

test("closing its project ends it, for the same reason", async () => {
  const work = latestOf(() => new Error("stopped"));
  const here = opening();
  const running = work.run(here, ended);
  here.closing.abort();
  expect(await running).toEqual(new Error("stopped"));
});
