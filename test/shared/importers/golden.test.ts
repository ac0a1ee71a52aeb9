// Every article among the fixtures, as it comes in: byte order marks, line ends, scripts and spaces included.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importerFor } from "../../../shared/importers/index.ts";

const folder = new URL("../../fixtures/articles/", import.meta.url);

describe("importing", () => {
  it.each(readdirSync(folder))("gives of %s what its golden file holds", async (fileName) => {
    const bytes = readFileSync(new URL(fileName, folder));
    const result = await importerFor(fileName).read({ bytes, fileName });
    const words = result.ok
      ? result.metadata.map(({ field, start, end }) => `${field}: ${result.text.slice(start, end)}`)
      : [];
    const golden = `${JSON.stringify({ ...result, words }, null, 2)}\n`;
    await expect(golden).toMatchFileSnapshot(`../../golden/import/${fileName}.json`);
  });
});
