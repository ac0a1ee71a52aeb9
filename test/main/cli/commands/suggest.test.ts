import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { linesOf } from "../../../../main/cli/commands/suggest.ts";
import { type Workplace, workplace } from "../../../helpers/command-line.ts";

let here: Workplace;
beforeEach(async () => {
  here = await workplace();
});
afterEach(() => here.remove());

const text = "“The bridge will open,” Mayor Ada Hart said on Monday.\n\nCritics say that it is too late.\n";

test("articles in JSON lines get their suggestions in JSON lines, and can be measured", async () => {
  const gold = await here.file(
    "in.jsonl",
    `${JSON.stringify({ id: "a", text, attributions: [] })}\n\n${JSON.stringify({ id: "b", text: "", attributions: [] })}\n`,
  );
  const out = here.at("out.jsonl");
  expect(await here.sayso("suggest", "--jsonl", gold, "--out", out)).toEqual({ status: 0, out: "", err: "" });
  const lines = (await readFile(out, "utf8"))
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toEqual([
    {
      id: "a",
      attributions: [
        {
          source: [[24, 38]],
          cue: [[39, 43]],
          content: [[0, 23]],
          type: "direct",
          confidence: expect.any(Number),
          rule: "quotation-before",
        },
        {
          source: [[56, 63]],
          cue: [[64, 67]],
          content: [[68, 87]],
          type: "indirect",
          confidence: expect.any(Number),
          rule: "that-clause",
        },
      ],
      entities: [
        { name: "Ada Hart", type: "person", naming: "named", mentions: [[24, 38]], role: "Mayor" },
        { name: "critics", type: "group", naming: "described", mentions: [[56, 63]] },
      ],
    },
    { id: "b", attributions: [], entities: [] },
  ]);
  const measured = await here.sayso("evaluate", out, out);
  expect(measured.status).toBe(1);
  expect(measured.err).toContain("out.jsonl: line 1: The field “text” is missing");
  const itself = await here.sayso("evaluate", gold, out);
  expect(itself.out).toContain("triple overlap   P 0.0  R 0.0  F1 0.0");
});

test("a text file gets a list for people, or JSON", async () => {
  const file = await here.file("bridge.txt", text);
  const { out } = await here.sayso("suggest", file);
  expect(out).toContain("bridge.txt:1: Mayor Ada Hart | said | “The bridge will open,”");
  expect(out).toContain("direct, 0.99: The words after the quotation say who says it.");
  expect(out).toContain("Ada Hart (person, named): Mayor Ada Hart\n");
  expect(out).toContain("2 suggestions");
  const json = JSON.parse((await here.sayso("suggest", file, "--json", "--at-least", "1")).out);
  expect(json).toEqual({ id: file, attributions: [], entities: [] });
});

test("a line that is no article is refused with its number, and nothing is written", async () => {
  const file = await here.file("in.jsonl", `{"id":"a","text":"x"}\nnot json\n`);
  const ran = await here.sayso("suggest", "--jsonl", file, "--out", here.at("out.jsonl"));
  expect(ran.status).toBe(1);
  expect(ran.err).toContain("line 2: Found “n” where a value is expected.");
  await expect(readFile(here.at("out.jsonl"))).rejects.toThrow();
});

test.each([
  [["suggest"], "Give files, or --jsonl"],
  [["suggest", "a.txt", "--jsonl", "b"], "Give files, or --jsonl"],
  [["suggest", "a.txt", "--at-least", "2"], "is not a number that --at-least accepts"],
  [["evaluate", "a.jsonl"], "PREDICTED is missing"],
])("%j is wrong usage", async (args, says) => {
  const ran = await here.sayso(...args);
  expect([ran.status, ran.err]).toEqual([2, expect.stringContaining(says)]);
});

test("files and folders that are not there are named", async () => {
  const missing = await here.sayso("suggest", "--jsonl", here.at("none.jsonl"), "--out", here.at("out"));
  expect([missing.status, missing.err]).toEqual([1, expect.stringContaining("none.jsonl")]);
  const file = await here.file("in.jsonl", `{"id":"a","text":"x"}\n`);
  const nowhere = await here.sayso("suggest", "--jsonl", file, "--out", here.at("no", "out.jsonl"));
  expect([nowhere.status, nowhere.err.length > 0]).toEqual([1, true]);
});

/** A stream that gives a text in pieces of so many bytes, which cut its characters, too. */
const inPieces = (text: string, size: number): Readable => {
  const bytes = Buffer.from(text);
  const count = Math.ceil(bytes.length / size);
  return Readable.from(
    Array.from({ length: count }, (_, at) => bytes.subarray(at * size, (at + 1) * size)),
    {
      objectMode: false,
    },
  );
};

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

test("lines are those of the text, however it comes", async () => {
  const line = fc
    .string({ unit: fc.constantFrom("a", "é", "😀", " ", "\r") })
    .filter((one) => !one.endsWith("\r"));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1 }),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 9 }),
      async (lines, end, size) => {
        const text = lines.map((one) => `${one}${end}`).join("");
        expect(await all(linesOf(inPieces(text, size), 1_000))).toEqual(lines);
        expect(await all(linesOf(inPieces(`${text}x`, size), 1_000))).toEqual([...lines, "x"]);
      },
    ),
  );
});

test("a line that is longer than it may be is refused by its number, before it has ended", async () => {
  const endless = Readable.from(
    (function* () {
      yield "one\ntw";
      for (;;) yield "o".repeat(100);
    })(),
  );
  const found: string[] = [];
  const reading = (async () => {
    for await (const line of linesOf(endless, 1_000)) found.push(line);
  })();
  await expect(reading).rejects.toMatchObject({ number: 2 });
  expect(found).toEqual(["one"]);
});
