import { Readable } from "node:stream";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linesOf } from "../../../main/cli/lines-of.ts";

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
