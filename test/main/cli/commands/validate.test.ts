// `sayso validate`: a line for every problem, with its place and what to do.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { annotatedJsonText } from "../../../../shared/exporters/annotated-json.ts";
import { sampleBundle } from "../../../helpers/bundles.ts";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";

const sample = annotatedJsonText(sampleBundle());

let place: Workplace;
beforeEach(async () => {
  place = await workplace();
});
afterEach(() => place.remove());

describe("validate", () => {
  it("accepts what Sayso exports, in UTF-16 and with a byte order mark too", async () => {
    const files = [
      await place.file("a.json", sample),
      await place.file("b.json", `\ufeff${sample}`),
      await place.file("c.json", Buffer.from(`\ufeff${sample}`, "utf16le")),
    ];
    const { status, out, err } = await place.sayso("validate", ...files);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out.trimEnd().split("\n")).toEqual(
      files.map((file) => `${file}: valid (articles: 2, annotation sets: 2)`),
    );
  });

  it.each<[string, string | Uint8Array, string]>([
    ["an empty file", "", "is empty"],
    ["half a file", sample.slice(0, 5_000), "line "],
    ["another JSON file", "{}", "/format: “format” is not “sayso-annotated-json”."],
    [
      "a text that was changed",
      sample.replace("People cross this bridge", "People cross that bridge"),
      "does not have this hash",
    ],
    [
      "a moved offset",
      sample.replace(
        /("spans": [\s\S]*?"start": )(\d+)/,
        (_all, before, start) => `${before}${Number(start) + 1}`,
      ),
      "is not the quote",
    ],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), "a PNG picture"],
    [
      "a byte that is no UTF-8",
      Buffer.concat([Buffer.from(sample), Uint8Array.of(0xff)]),
      "is not valid UTF-8",
    ],
    ["two documents in one", `${sample}${sample}`, "the end of the file is expected"],
  ])("refuses %s", async (_name, content, message) => {
    const file = await place.file("x.json", content);
    const { status, out, err } = await place.sayso("validate", file);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(message);
    for (const line of err.trimEnd().split("\n")) expect(line).toMatch(/^.*x\.json: /);
  });

  it("says of what is no text which file it wants, not how articles are imported", async () => {
    const file = await place.file("x.json", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    const { err } = await place.sayso("validate", file);
    expect(err).toContain("Name a file of annotated JSON.");
    expect(err).not.toContain("import that");
  });

  it("refuses what is not there and a folder, and goes on with the other files", async () => {
    const good = await place.file("a.json", sample);
    const { status, out } = await place.sayso("validate", place.at("no.json"), place.at(), good, "--json");
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      files: [
        { ok: false, problems: [{ problem: "file-missing" }] },
        { ok: false, problems: [{ problem: "file-is-folder" }] },
        { ok: true, articles: 2, sets: 2, problems: [], unfinished: [] },
      ],
    });
  });

  it("goes on with the other files of another tool’s format as well", async () => {
    await place.file("a.txt", "Ana spoke.");
    await place.file("a.ann", "T1\tPerson 0 3\tAna\n");
    const { status, out } = await place.sayso(
      ...["validate", "--from", "brat", place.at("no.ann"), place.at("a.ann"), "--json"],
    );
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      files: [
        { ok: false, problems: [{ problem: "file-missing" }] },
        { ok: true, articles: 1, taken: 1 },
      ],
    });
  });
});
