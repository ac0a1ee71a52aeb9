// The table of formats in the documentation is the one that the capabilities make.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { annotationImporters } from "../../../shared/annotation-importers/index.ts";
import { exporterById } from "../../../shared/exporters/index.ts";
import { capabilityColumns, fileScopeMessage, formatRows } from "../../../shared/formats/format-table.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";

const page = new URL("../../../docs/formats.md", import.meta.url);
const between = /(<!-- made from [^>]*-->\n)[\s\S]*(<!-- end -->)/u;

function tableInMarkdown(): string {
  const { say, tell } = createWords(localeFor("en", []));
  const yes = (holds: boolean): string => say(holds ? "formats.yes" : "formats.no");
  const rows = [
    [
      "format",
      "id",
      "written",
      "read",
      ...capabilityColumns.map(({ title }) => tell(title)),
      say("formats.column-size"),
    ],
    ["---", "---", "---", "---", ...capabilityColumns.map(() => "---"), "---"],
    ...formatRows.map(({ id, name, reads, writes, capabilities, ...row }) => [
      tell(name),
      `\`${id}\``,
      yes(writes),
      yes(reads),
      ...capabilityColumns.map(({ answer }) => (capabilities ? tell(answer(capabilities)) : "–")),
      tell(fileScopeMessage({ id, name, reads, writes, capabilities, ...row })),
    ]),
  ];
  return rows.map((row) => `| ${row.join(" | ")} |\n`).join("");
}

describe("the page of formats", () => {
  it("has the table that the capabilities make (npx vitest run format-table -u writes it)", async () => {
    const text = readFileSync(page, "utf8");
    const made = text.replace(
      between,
      (_whole, first: string, last: string) => `${first}\n${tableInMarkdown()}\n${last}`,
    );
    await expect(made).toMatchFileSnapshot("../../../docs/formats.md");
  });

  it("has a line for every format of other tools", () => {
    const text = readFileSync(page, "utf8").split("## The formats")[1] ?? "";
    for (const { id, capabilities } of formatRows)
      if (capabilities && id !== "json") expect(text).toContain(`| \`${id}\` |`);
  });
});

describe("the registries of formats", () => {
  it("have each format once, and a name for those that are only read", () => {
    const ids = annotationImporters.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, readOnly } of annotationImporters)
      expect(readOnly === undefined, id).toBe(exporterById(id) !== undefined);
  });
});
