// A list in portions is the list: the same values with the same numbers, and the same faults.
import fc from "fast-check";
import { expect, it } from "vitest";
import { listPortions } from "../../../main/cli/read-parts.ts";
import { jsonValueIn } from "../../../shared/files/json-syntax.ts";

async function portionsOf(text: string, least: number, length: number) {
  async function* pieces() {
    const bytes = Buffer.from(text, "utf8");
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  }
  const found: { readonly text: string; readonly first: number }[] = [];
  for await (const { bytes, first } of listPortions(pieces(), least))
    found.push({ text: Buffer.from(bytes).toString("utf8"), first });
  return found;
}

const sizes = { least: fc.integer({ min: 1, max: 40 }), length: fc.integer({ min: 1, max: 60 }) };
const values = fc.array(fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom('[{"\\', "],[", "👍\n,")));

it("has all values, each with its number, however it is cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      values,
      fc.constantFrom(undefined, 2),
      sizes.least,
      sizes.length,
      async (list, space, least, length) => {
        const portions = await portionsOf(JSON.stringify(list, null, space), least, length);
        const read = portions.map(({ text }): unknown[] => JSON.parse(text));
        expect(read.flat()).toEqual(JSON.parse(JSON.stringify(list)));
        const before = read.map((_, at) => read.slice(0, at).flat().length + 1);
        expect(portions.map(({ first }) => first)).toEqual(before);
      },
    ),
  );
});

/** On which line it says that something is wrong; `null` where nothing is. */
function faultIn(text: string): string | null {
  const read = jsonValueIn(text);
  const [problem] = read.ok ? [] : read.problems;
  return problem ? (/"line":"(\d+)"/u.exec(JSON.stringify(problem.where))?.[1] ?? "nowhere") : null;
}

it("is at fault where the whole is", async () => {
  const whole = '[\n  {"a": 1},\n  {"b": "x,]"},\n  [2, 3],\n  "four"\n]\n';
  const spoilt = [
    whole.replace("]\n", ",]\n"),
    whole.replace('"four"', '"four",'),
    whole.replace('"four"\n]', '"four"'),
    whole.replace("},\n  {", "},,\n  {"),
    whole.replace("[2, 3]", "[2, 3"),
    whole.replace("[2, 3]", "[2 3]"),
    whole.replace('{"b"', '{"b": 1, "b"'),
    `${whole}[1, 2]`,
    `${whole},[1, 2]`,
    `${whole}]`,
    whole.replace("[\n", "[,\n"),
  ];
  for (const text of spoilt)
    for (const least of [1, 20, 1_000]) {
      const fault = (await portionsOf(text, least, 7))
        .map((one) => faultIn(one.text))
        .find((line) => line !== null);
      const away = Math.abs(Number(fault ?? Number.NaN) - Number(faultIn(text)));
      // A comma too many is found where it stands, or at what stands in the place of a value.
      expect({ text, least, isNear: away <= 1 }).toEqual({ text, least, isNear: true });
    }
});
