import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../helpers/every-command.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

describe("every command", () => {
  it("is reached by the random work, so that the laws hold of it", () => {
    const worked = fc.sample(work, { numRuns: 900, seed: 7 }).flatMap((of) => carriedOut(of).done);
    const reached = new Set(worked.map(({ command }) => command));
    expect(commands.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([]);
  });
});
