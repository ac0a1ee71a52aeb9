// Every part of the harness with small numbers, and that it finds the mistakes that are put under the storage on purpose. The long
// run is `npm run torture`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tier } from "../helpers/tier.ts";
import { actsWith } from "./acts/index.ts";
import { bundle, childPrograms } from "./bundle.mjs";
import { parts } from "./parts.ts";
import { plants } from "./planted.ts";
import { powerCuts } from "./power-cuts.ts";

const children = mkdtempSync(join(tmpdir(), "sayso-torture-children-"));
beforeAll(() => bundle(childPrograms, children), 60_000);
afterAll(() => rmSync(children, { recursive: true, force: true }));

/** How much of the long run a part does here, from which seed, and with how many of the seeds that failed once. */
interface Share {
  readonly scale: number;
  readonly seed?: number;
  readonly keptSeeds?: number;
}

/** In the short tiers the first of the kept seeds are those that meet most kinds of acts and of changes from outside. */
const shares: Readonly<Record<string, Share>> =
  tier === "all"
    ? {
        kills: { scale: 0.01 },
        "power-cuts": { scale: 0.01 },
        faults: { scale: 0.01 },
        "tiny-disk": { scale: 0.03 },
        writers: { scale: 0.005 },
        outside: { scale: 0.05 },
        walk: { scale: 0.006 },
        soak: { scale: 0.01 },
        cost: { scale: 0.05 },
        beside: { scale: 0.02 },
        team: { scale: 0.001 },
      }
    : {
        kills: { scale: 0.003 },
        "power-cuts": { scale: 0.01 },
        faults: { scale: 0.001 },
        "tiny-disk": { scale: 0.03 },
        writers: { scale: 0.003 },
        outside: { scale: 0.02, seed: 3, keptSeeds: 2 },
        walk: { scale: 0.02, keptSeeds: 1 },
        soak: { scale: 0.003 },
        cost: { scale: 0.05 },
        beside: { scale: 0.02 },
        team: { scale: 0.0002, keptSeeds: 1 },
      };

const tell = (): void => undefined;

describe("nothing is ever lost", () => {
  const hurt = new Set<string>();

  it.each(parts.map((part) => [part.title, part] as const))(
    "%s",
    { timeout: 900_000 },
    async (_title, part) => {
      const share = shares[part.id];
      if (!share) throw new Error(`It is not said how much of ${part.id} is done here.`);
      const { failures, figures, acts } = await part.run({ seed: 1, ...share, children, tell });
      for (const act of acts ?? []) hurt.add(act);
      expect(failures).toEqual([]);
      expect(figures.length).toBeGreaterThan(figures[0]?.[0].startsWith("skipped") ? 0 : 2);
    },
  );

  it("in any of the acts", () => {
    expect([...hurt].sort()).toEqual(
      actsWith([])
        .map(({ name }) => name)
        .sort(),
    );
  });
});

describe("the harness finds a storage that", () => {
  it.each(plants)("has the mistake: %s", async (plant) => {
    const found = powerCuts.run({ seed: 1, scale: 0.01, children, plant, tell });
    // A storage that is wrong enough is found before anything is cut off.
    const failures = await found.then(
      (outcome) => outcome.failures,
      (error: unknown) => [String(error)],
    );
    expect(failures.length).toBeGreaterThan(0);
  });
});
