import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../helpers/every-command.ts";
import { carriedOut, work } from "../../helpers/random-commands.ts";

describe("every command", () => {
  it("is reached by the random work, so that the laws hold of it", () => {
    const missing = new Set<string>(commands.map(({ id }) => id));
    for (const of of fc.sample(work, { numRuns: 4_000, seed: 7 })) {
      for (const { command } of carriedOut(of).done) missing.delete(command);
      if (missing.size === 0) break;
    }
    expect([...missing]).toEqual([]);
  });
});
