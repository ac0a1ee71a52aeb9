// What is about an article rather than of it, recognised by its form. All examples are invented, but for the real article
// that lies outside the project.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { recogniseMetadata } from "../../../shared/importers/recognise-metadata.ts";

/** The metadata as `field: words`. */
function found(text: string): string[] {
  return recogniseMetadata(text).map(({ field, start, end }) => `${field}: ${text.slice(start, end)}`);
}

const body =
  "The council will meet again on Thursday, the mayor said, because nobody had read the report that was to be discussed this week.";

describe("recogniseMetadata", () => {
  it.each<[string, string, string[]]>([
    ["nothing in plain paragraphs", `${body}\n\n${body}`, []],
    ["a title before a paragraph", `Council to meet again\n\n${body}`, ["title: Council to meet again"]],
    [
      "a title that asks, with a byline",
      `Who read the report?\nBy Ana Ruiz\n\n${body}`,
      ["title: Who read the report?", "byline: By Ana Ruiz"],
    ],
    ["a title by its label", `Title: Council to meet\n\n${body}`, ["title: Council to meet"]],
    ["no title in a first sentence", `The council met. It was short.\n\n${body}`, []],
    ["no title in a first line that is all there is", "Council to meet again", []],
    [
      "a byline with a publisher after a comma",
      `By Lena Marsh, The Ellery Courier\n\n${body}`,
      ["byline: By Lena Marsh", "publisher: The Ellery Courier"],
    ],
    [
      "a byline that runs into its publisher",
      `By Lena Marsh and Tom Okafor Harbour Post\n\n${body}`,
      ["byline: By Lena Marsh and Tom Okafor", "publisher: Harbour Post"],
    ],
    [
      "a publisher of three words after a middle initial",
      `By Lena B. Marsh New Ellery Times\n\n${body}`,
      ["byline: By Lena B. Marsh", "publisher: New Ellery Times"],
    ],
    [
      "a byline whole where its publisher cannot be told from a name",
      `By Lena Anna Marsh Old Harbour Post\n\n${body}`,
      ["byline: By Lena Anna Marsh Old Harbour Post"],
    ],
    [
      "a byline with a particle, a role and a publisher below",
      `By Joris van der Berg, political editor\nThe Northern Herald\n\n${body}`,
      ["byline: By Joris van der Berg, political editor", "publisher: The Northern Herald"],
    ],
    [
      "a byline and a date on one line",
      `By Ana Ruiz | 19 August 2025\n\n${body}`,
      ["byline: By Ana Ruiz", "date: 19 August 2025"],
    ],
    ["a byline without a person", `By Staff Writer\n\n${body}`, ["byline: By Staff Writer"]],
    [
      "no byline in a sentence",
      `By Monday the council had met twice, and nobody said why it had.\n\n${body}`,
      [],
    ],
    [
      "no byline in a sentence that begins with a name",
      `By Ana Ruiz and Tom Ley was the book.\n\n${body}`,
      [],
    ],
    ["an ISO date", `2025-08-19\n\n${body}`, ["date: 2025-08-19"]],
    ["a date with a time", `Published 19 August 2025, 14:05 CET\n\n${body}`, ["date: 19 August 2025"]],
    ["an American date", `Updated: Tuesday, Aug. 19, 2025 at 2:05 p.m.\n\n${body}`, ["date: Aug. 19, 2025"]],
    ["a leap day", `29 February 2024\n\n${body}`, ["date: 29 February 2024"]],
    ["no date of a day that was not", `30 February 2024\n\n${body}`, []],
    [
      "no date in a sentence",
      `On 19 August 2025 the council met twice, and nobody said why it had.\n\n${body}`,
      [],
    ],
    [
      "a dateline with a country and an agency",
      `KYIV, Ukraine (AP) — ${body}`,
      ["dateline: KYIV, Ukraine (AP)"],
    ],
    ["a dateline alone", `WASHINGTON — ${body}`, ["dateline: WASHINGTON"]],
    [
      "a dateline with a day",
      `PORT ELLERY, Aug 19 (Reuters) - ${body}`,
      ["dateline: PORT ELLERY, Aug 19 (Reuters)"],
    ],
    [
      "a dateline after a title and a byline",
      `Bridge shut again\nBy Ana Ruiz\n\nSÃO PAULO, Brazil – ${body}`,
      ["title: Bridge shut again", "byline: By Ana Ruiz", "dateline: SÃO PAULO, Brazil"],
    ],
    ["no dateline in an announcement", `BREAKING — ${body}`, []],
    ["no dateline further down", `${body}\n\nWASHINGTON — ${body}`, []],
    [
      "a caption with its credit, after a date on the same line",
      ` date 2025-08-19 The mayor crosses the bridge on Monday, in Port Ellery. (Ines Vidal/For the Harbour Post)\n\n${body}`,
      [
        "date: 2025-08-19",
        "caption: The mayor crosses the bridge on Monday, in Port Ellery.",
        "credit: (Ines Vidal/For the Harbour Post)",
      ],
    ],
    [
      "captions between paragraphs",
      `${body}\n\nA crane at the quay. (AP Photo/Ines Vidal)\n\n${body}\n\nThe old cables. Photo: Ines Vidal/CPA`,
      [
        "caption: A crane at the quay.",
        "credit: (AP Photo/Ines Vidal)",
        "caption: The old cables.",
        "credit: Photo: Ines Vidal/CPA",
      ],
    ],
    ["a credit alone", `${body}\n\nImage: Ines Vidal\n\n${body}`, ["credit: Image: Ines Vidal"]],
    ["no credit in an aside", `${body}\n\nThe council (and/or the mayor) will meet (or not)\n\n${body}`, []],
    ["no credit in a sentence's end", `${body}\n\nThey met twice (Ana Ruiz/Tom Ley).\n\n${body}`, []],
  ])("finds %s", (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(found(text.replaceAll("\n", "\r\n"))).toEqual(expected);
  });

  it("gives ranges in reading order that do not overlap", () => {
    const parts = recogniseMetadata(
      `Bridge shut again\nBy Ana Ruiz | 19 August 2025\nA crane. (Ines Vidal/CPA)\n\nKYIV — ${body}`,
    );
    expect(parts.map(({ field }) => field)).toEqual([
      "title",
      "byline",
      "date",
      "caption",
      "credit",
      "dateline",
    ]);
    for (const [at, part] of parts.entries())
      expect(part.start).toBeGreaterThanOrEqual(parts[at - 1]?.end ?? 0);
  });
});

const article = new URL("../../../../shared/articles/peace-talks.txt", import.meta.url);

describe("the article of the main job", () => {
  if (!existsSync(article)) process.stdout.write("skipped: the real article is not here\n");
  it.runIf(existsSync(article))(
    "has a date, a caption with its credit, a byline, a publisher, and no title",
    () => {
      const text = readFileSync(article, "utf8");
      const fields = recogniseMetadata(text).map(({ field, start, end }) => [field, text.slice(start, end)]);
      expect(fields.map(([field]) => field)).toEqual(["date", "caption", "credit", "byline", "publisher"]);
      const [date, caption, credit, byline, publisher] = fields.map(([, words = ""]) => words);
      expect(date).toBe("2025-08-19");
      expect(caption).toMatch(/^President .* D\.C\.$/);
      expect(credit).toMatch(/^\([A-Z][a-z]+ [A-Z][a-z]+\/For the [A-Z][a-z]+ Post\)$/);
      expect(byline).toMatch(/^By \w+ \w+ and \w+ \w+$/);
      expect(publisher).toMatch(/^[A-Z][a-z]+ Post$/);
    },
  );
});
