import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportLaw } from "./laws-in-brief.ts";

const brief = { interruptAfterTimeLimit: 1, reporter: reportLaw } as const;
/** Takes longer to make than the moment that a law has. */
const slowly = fc.integer().map((value) => {
  const end = performance.now() + 20;
  while (performance.now() < end);
  return value;
});

describe("a law that is tried for a moment", () => {
  it("is not broken where the moment was too short to try it", () => {
    expect(() =>
      fc.assert(
        fc.property(slowly, () => false),
        brief,
      ),
    ).not.toThrow();
    const alone = fc.check(
      fc.property(slowly, () => false),
      { interruptAfterTimeLimit: 1 },
    );
    expect(alone).toMatchObject({ failed: true, numRuns: 0 });
  });

  it("is told with its counterexample where it is broken, and why", () => {
    const why = new Error("two is no sum");
    const law = fc.property(fc.constant(2), () => {
      throw why;
    });
    expect(() => fc.assert(law, { ...brief, interruptAfterTimeLimit: 10_000 })).toThrow(
      expect.objectContaining({ message: expect.stringContaining("Counterexample: [2]"), cause: why }),
    );
  });

  it("holds silently", async () => {
    const holds = fc.asyncProperty(fc.integer(), async () => true);
    await expect(fc.assert(holds, { reporter: reportLaw })).resolves.toBeUndefined();
  });
});
