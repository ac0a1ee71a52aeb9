// The check before a JSON text is parsed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFaultIn, lineAndColumn } from "../../../shared/files/json-syntax.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { takenByReaders } from "../../helpers/json-values.ts";
import { runs } from "../../helpers/tier.ts";

const { tell } = createWords(localeFor("en", []));

/** The place of the fault as `line:column what`. */
function faultIn(text: string): string | null {
  const fault = jsonFaultIn(text);
  if (!fault) return null;
  const { line, column } = lineAndColumn(text, fault.at);
  return `${line}:${column} ${tell(fault.what)}`;
}

describe("jsonFaultIn", () => {
  it("finds none in any JSON", () => {
    fc.assert(
      fc.property(
        takenByReaders(fc.jsonValue({ noUnicodeString: false, maxDepth: 20 })),
        fc.constantFrom(0, 2, "\t"),
        (value, indent) => {
          expect(faultIn(JSON.stringify(value, null, indent))).toBeNull();
        },
      ),
    );
  });

  it("finds one exactly where the runtime's parser refuses", () => {
    const character = fc.constantFrom(...'{}[]",:\\ \n\t-+.eE0123truefalsn/u\u0001👍é');
    const damaged = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.nat({ max: 2 }), fc.array(character, { maxLength: 3 }))
      .map(([json, at, remove, put]) => {
        const from = at % (json.length + 1);
        return json.slice(0, from) + put.join("") + json.slice(from + remove);
      })
      .filter((text) => !text.includes("__proto__"));
    fc.assert(
      fc.property(damaged, (text) => {
        const fault = jsonFaultIn(text);
        if (fault && /twice|too large/.test(tell(fault.what))) return;
        expect(fault === null).toBe(parses(text));
      }),
      { numRuns: runs(3_000) },
    );
  });

  it.each([
    ["[1,[2,3],4]", { entries: 3 }, { entries: 2 }, "entries"],
    [`{"a":1,"b":{"c":1,"d":1,"e":1}}`, { entries: 3 }, { entries: 2 }, "keys"],
    ['["abc", "\\u00e9\\n\\\\"]', { stringLength: 4 }, { stringLength: 3 }, "longer"],
    ['{"a": [1, 2]}', { values: 4 }, { values: 3 }, "values"],
    ["[[[]]]", { depth: 2 }, { depth: 1 }, "levels"],
  ])("of %s finds one where a limit is passed, and none where it is reached", (text, enough, less, what) => {
    const most = { depth: 9, entries: 9, stringLength: 9, values: 9 };
    expect(jsonFaultIn(text, { ...most, ...enough })).toBeNull();
    const fault = jsonFaultIn(text, { ...most, ...less });
    expect(fault && tell(fault.what)).toContain(what);
  });

  it.each([
    ["", "1:1 Found the end of the file where a value is expected."],
    ['{"a": 1,}', "1:9 Found “}” where a key in double quotation marks is expected."],
    ['{\n  "a": [1, 2,\n  ]\n}', "3:3 Found “]” where a value is expected."],
    ['{"a": 1} {"b": 2}', "1:10 Found “{” where the end of the file is expected."],
    ['{"a": NaN}', "1:7 Found “N” where a value is expected."],
    ["// a comment\n{}", "1:1 Found “/” where a value is expected."],
    ['{"a": "b', "1:7 A string is never closed."],
    ['{"a": "b\nc"}', "1:9 A string holds a line end or control character unescaped."],
    ['{"a": "\\x"}', "1:8 A string holds an escape that JSON does not have."],
    ['{"a": 01}', "1:8 Found “1” where a comma or a closing brace is expected."],
    ['{"a": 1e400}', "1:7 1e400 is too large for a number."],
    ['{"a" 1}', "1:6 Found “1” where a colon is expected."],
    ['{\n "a": 1,\n "\\u0061": 2\n}', "3:2 The key “a” occurs twice in one object."],
    ['{"a": {"__proto__": 1}}', "1:8 The key “__proto__” cannot be kept as data."],
  ])("says of %j: %s", (text, expected) => {
    expect(faultIn(text)).toBe(expected);
  });

  it("refuses nesting below 64 levels and survives any depth", () => {
    expect(faultIn(`${"[".repeat(65)}${"]".repeat(65)}`)).toBeNull();
    expect(faultIn(`${"[".repeat(66)}${"]".repeat(66)}`)).toBe("1:66 It nests deeper than 64 levels.");
    expect(faultIn('{"a":'.repeat(1_000_000))).toContain("deeper");
  });

  it("takes names of the language for data like any other", () => {
    expect(faultIn('{"constructor": 1, "prototype": 2, "toString": 3, "hasOwnProperty": 4}')).toBeNull();
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
