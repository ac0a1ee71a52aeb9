// The hash of a review package can be computed by somebody else, from what docs/review.md says of it.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ExportBundle } from "../../shared/annotated-json/bundle.ts";
import { packageText } from "../../shared/review/package-text.ts";
import { hashOf, randomBundle, sampleBundle } from "../helpers/bundles.ts";
import { fullBundle } from "../helpers/full-bundle.ts";
import { kitBundle } from "../helpers/kit-bundle.ts";
import { runs } from "../helpers/tier.ts";

const script = fileURLToPath(new URL("check_package.py", import.meta.url));
const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython)
  console.error("Skipped: python3 is not here, so that nobody else computes the hash of a package.");

/** The hash that a package states, and the one that Python finds. */
function hashes(bundle: ExportBundle): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "sayso-package-"));
  try {
    const path = join(folder, "package.json");
    writeFileSync(path, packageText({ bundle, blind: false, history: [], hashOf }));
    const { stdout, stderr } = spawnSync("python3", [script, path], {
      encoding: "utf8",
      env: { ...process.env, PYTHONUTF8: "1" },
    });
    expect(stderr).toBe("");
    return stdout.trim().split(" ");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** With names that JavaScript has in an order of its own. */
const oddNames = (bundle: ExportBundle): ExportBundle => ({
  ...bundle,
  articles: bundle.articles.map((one) => ({
    ...one,
    sets: one.sets.map((set) => ({
      ...set,
      attributions: set.attributions.map((card) => ({
        ...card,
        fields: {
          ...card.fields,
          "10": "a",
          "9": "b",
          "01": "c",
          Z: "d",
          é: "e",
          "\u{1f44d}": "f",
          "\uffee": "g",
        },
      })),
    })),
  })),
});

test.runIf(hasPython)("of the sample, of what trips programs up, and of names in an odd order", () => {
  for (const bundle of [sampleBundle(), kitBundle(), fullBundle(), oddNames(sampleBundle())]) {
    const [stated, found] = hashes(bundle);
    expect(stated).toMatch(/^[0-9a-f]{64}$/);
    expect(found).toBe(stated);
  }
});

test.runIf(hasPython)("of whatever was done", () => {
  for (const bundle of fc.sample(randomBundle, runs(5))) {
    const [stated, found] = hashes(bundle);
    expect(found).toBe(stated);
  }
});
