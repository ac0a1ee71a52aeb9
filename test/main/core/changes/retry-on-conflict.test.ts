import { describe, expect, it } from "vitest";
import { retryOnConflict } from "../../../../main/core/changes/retry-on-conflict.ts";
import { ApiError, type Problem } from "../../../../shared/errors/errors.ts";

/** Fails as it is told, one call after the other, and then gives what it is given. */
const failing = (...problems: readonly Problem[]) => {
  const left = [...problems];
  return async (made: number): Promise<number> => {
    const problem = left.shift();
    if (problem) throw new ApiError(problem);
    return made;
  };
};

describe("a step that is built from what stands", () => {
  it("is rebuilt when something else was saved meanwhile", async () => {
    expect(
      await retryOnConflict(async (attempt) => attempt, failing("revision-conflict", "change-misfit")),
    ).toBe(3);
  });

  it("tells the conflict when that happens again and again", async () => {
    let made = 0;
    const conflicts = Array.from({ length: 9 }, (): Problem => "revision-conflict");
    await expect(retryOnConflict(async () => ++made, failing(...conflicts))).rejects.toMatchObject({
      problem: "revision-conflict",
    });
    expect(made).toBe(5);
  });

  it("is not rebuilt for anything else, nor when the building itself says no", async () => {
    await expect(retryOnConflict(async () => 1, failing("disk-full"))).rejects.toMatchObject({
      problem: "disk-full",
    });
    let made = 0;
    const refuse = async (): Promise<number> => {
      made += 1;
      throw new ApiError("entity-mentioned");
    };
    await expect(retryOnConflict(refuse, failing())).rejects.toMatchObject({ problem: "entity-mentioned" });
    expect(made).toBe(1);
  });
});
