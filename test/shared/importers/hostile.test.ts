// Whatever bytes a file has, an importer answers: every file of the corpus, cut short, with bytes changed, and under the name of
// every other kind.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importerFor, importers } from "../../../shared/importers/index.ts";
import { runs } from "../../helpers/tier.ts";

const folder = new URL("../../fixtures/articles/", import.meta.url);
const corpus = readdirSync(folder).map((fileName) => ({
  fileName,
  bytes: readFileSync(new URL(fileName, folder)),
}));

async function answers(fileName: string, bytes: Uint8Array): Promise<void> {
  const result = await importerFor(fileName).read({ bytes, fileName });
  if (!result.ok) return expect(result.problem).toMatch(/^[a-z-]+$/);
  expect(/\p{Surrogate}/u.test(result.text)).toBe(false);
  expect(/\S/u.test(result.text)).toBe(true);
  for (const { start, end } of [...result.metadata, ...(result.blocks ?? [])])
    expect(0 <= start && start < end && end <= result.text.length).toBe(true);
  const blocks = result.blocks ?? [];
  expect(blocks.every(({ start }, at) => at === 0 || start >= (blocks[at - 1]?.end ?? 0))).toBe(true);
}

describe("an importer answers", () => {
  it.each(importers)("$id to every file of the corpus under its own ending", async ({ extensions }) => {
    for (const { bytes } of corpus) await answers(`x.${extensions[0]}`, bytes);
  });

  it("to files that were cut short or changed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...corpus),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 20 }),
        async ({ fileName, bytes }, share, changes) => {
          const changed = Uint8Array.from(bytes);
          for (const [at, byte] of changes)
            if (changed.length > 0) changed[Math.floor(at * changed.length)] = byte;
          await answers(fileName, changed.subarray(0, Math.ceil(share * changed.length)));
        },
      ),
      { numRuns: runs(150) },
    );
  });
});
