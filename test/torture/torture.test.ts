// Every part of the harness with small numbers, and that it finds the mistakes that are put under the storage on purpose. The long
// run is `npm run torture`.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundle, childPrograms } from "./bundle.mjs";
import { parts } from "./parts.ts";
import { plants } from "./planted.ts";
import { powerCuts } from "./power-cuts.ts";

const children = mkdtempSync(join(tmpdir(), "sayso-torture-children-"));
beforeAll(() => bundle(childPrograms, children), 60_000);
afterAll(() => rmSync(children, { recursive: true, force: true }));

/** How much of the long run each part does here. */
const scales: Readonly<Record<string, number>> = {
  kills: 0.01,
  "power-cuts": 0.01,
  faults: 0.01,
  "tiny-disk": 0.03,
  writers: 0.005,
  outside: 0.05,
  walk: 0.02,
  soak: 0.01,
  cost: 0.05,
  beside: 0.02,
};

const tell = (): void => undefined;

describe("nothing is ever lost", () => {
  it.each(parts.map((part) => [part.title, part] as const))(
    "%s",
    { timeout: 120_000 },
    async (_title, part) => {
      const { failures, figures } = await part.run({ seed: 1, scale: scales[part.id] ?? 0, children, tell });
      expect(failures).toEqual([]);
      expect(figures.length).toBeGreaterThan(figures[0]?.[0].startsWith("skipped") ? 0 : 2);
    },
  );
});

describe("the harness finds a storage that", () => {
  it.each(plants)("has the mistake: %s", { timeout: 120_000 }, async (plant) => {
    const found = powerCuts.run({ seed: 1, scale: 0.01, children, plant, tell });
    // A storage that is wrong enough is found before anything is cut off.
    const failures = await found.then(
      (outcome) => outcome.failures,
      (error: unknown) => [String(error)],
    );
    expect(failures.length).toBeGreaterThan(0);
  });
});
