// What the reader of annotated JSON refuses, and what it says of it.
import { describe, expect, it } from "vitest";
import { mostProblems, parseAnnotatedJson } from "../../../shared/annotated-json/read.ts";
import { annotatedJsonText } from "../../../shared/exporters/annotated-json.ts";
import { selectorOf } from "../../../shared/model/selector.ts";
import { localeFor } from "../../../shared/words/language.ts";
import { createWords } from "../../../shared/words/say.ts";
import { hashOf, sampleBundle } from "../../helpers/bundles.ts";

const { tell } = createWords(localeFor("en", []));

const sample = annotatedJsonText(sampleBundle());

/** The problems of a file, each as `where: what`. */
function problemsOf(text: string): string[] {
  const read = parseAnnotatedJson(text, hashOf);
  return read.ok ? [] : read.problems.map(({ where, what }) => `${tell(where)}: ${tell(what)}`);
}

/** The sample's file with one value put in another's place. */
function withValue(path: string, value: unknown): string {
  const file: unknown = JSON.parse(sample);
  const steps = path.split("/").slice(1);
  const last = steps.pop() ?? "";
  const parent = steps.reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), file);
  if (typeof parent !== "object" || parent === null || !(last in parent)) throw new RangeError(`No ${path}.`);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return JSON.stringify(file);
}

/** The value at a path of the sample's file. */
function valueAt(path: string): unknown {
  return path
    .split("/")
    .slice(1)
    .reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), JSON.parse(sample));
}

const span = "/articles/0/sets/0/spans/0";
const card = "/articles/0/sets/0/attributions/0";

describe("parseAnnotatedJson", () => {
  it("finds nothing wrong or unfinished with the sample, with a byte order mark too", () => {
    expect(parseAnnotatedJson(sample, hashOf)).toMatchObject({ ok: true, unfinished: [] });
    expect(parseAnnotatedJson(`\ufeff${sample}`, hashOf)).toMatchObject({ ok: true, unfinished: [] });
  });

  it("says where a file stops being JSON", () => {
    expect(problemsOf(sample.slice(0, 20))).toEqual(["line 2, column 13: A string is never closed."]);
    expect(problemsOf(`${sample}x`)).toEqual([
      `line ${sample.split("\n").length}, column 1: Found “x” where the end of the file is expected.`,
    ]);
  });

  it.each([
    ["null", ": The file holds no JSON object."],
    ["[]", ": The file holds no JSON object."],
    ["{}", "/format: “format” is not “sayso-annotated-json”."],
    [
      withValue("/version", 2),
      "/version: The file is of version 2 of the format; this Sayso reads version 1.",
    ],
    [withValue("/offsetUnit", "bytes"), "/offsetUnit: “offsetUnit” is not “utf-16-code-units”."],
    [withValue("/offsetUnit", undefined), "/offsetUnit: “offsetUnit” is not “utf-16-code-units”."],
  ])("refuses another format (%#)", (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it.each<[string, unknown]>([
    [`${span}/id`, "../../etc"],
    [`${span}/id`, 7],
    [`${span}/segments`, []],
    [`${span}/segments/0/start`, -1],
    [`${span}/segments/0/start`, 0.5],
    [`${span}/segments/0/end`, "5"],
    [`${span}/segments/0/codePoints`, undefined],
    [`${card}/kind`, "loud"],
    [`${card}/voice`, null],
    ["/articles/0/textHash", "abc"],
    ["/articles/0/text", undefined],
    ["/tagset/spanTypes/0/colour/light", "url(x)"],
    ["/entities/0/type", "robot"],
  ])("refuses by the schema: %s as %j", (path, value) => {
    expect(problemsOf(withValue(path, value)).map((problem) => problem.split(": ")[0])).toEqual([path]);
  });

  it.each<[string, string, unknown, string, string]>([
    [
      "a changed text",
      "/articles/0/text",
      `${valueAt("/articles/0/text")} `,
      "/articles/0/length",
      "code units, not",
    ],
    [
      "a hash of another text",
      "/articles/0/textHash",
      "0".repeat(64),
      "/articles/0/textHash",
      "does not have this hash",
    ],
    ["half a character", "/articles/0/text", "\ud800", "/articles/0/text", "half a character"],
    [
      "a set of another text",
      "/articles/0/sets/0/textHash",
      "0".repeat(64),
      "/articles/0/sets/0/textHash",
      "another version of the text",
    ],
    [
      "an end past the text",
      `${span}/segments/0/end`,
      9_999_999,
      `${span}/segments/0`,
      "not a stretch of the text",
    ],
    [
      "an end before the start",
      `${span}/segments/0/end`,
      0,
      `${span}/segments/0`,
      "not a stretch of the text",
    ],
    ["another quote", `${span}/segments/0/quote`, "Nobody", `${span}/segments/0`, "is not the quote"],
    [
      "another context",
      `${span}/segments/0/prefix`,
      "Nobody",
      `${span}/segments/0`,
      "not what stands around",
    ],
    [
      "wrong code points",
      `${span}/segments/0/codePoints/start`,
      1,
      `${span}/segments/0/codePoints`,
      "The code points 1 to",
    ],
    ["an unknown type", `${span}/type`, "shout", span, "no span type “shout”"],
    ["a missing entity", "/entities", [], "/articles/0/sets/0/spans/1", "is not in the registry"],
    ["an unknown span", `${card}/cue`, "nowhere", card, "the span nowhere, which is not there"],
    ["a card within itself", `${card}/within`, valueAt(`${card}/id`), card, "lies within"],
    ["an unknown value", `${card}/fields/polarity`, "shouts", card, "cannot have the value “shouts”"],
    [
      "a kind that is not computed so",
      `${card}/kind`,
      "mixed",
      `${card}/kind`,
      "the quotation marks make it indirect",
    ],
    [
      "a wrong source class",
      "/entities/0/sourceClass",
      "platform",
      "/entities/0/sourceClass",
      "make it “named person”",
    ],
    ["a nameless entity", "/entities/0/name", " ", "/entities/0", "has no name"],
    [
      "a wrong metadata quote",
      "/articles/0/metadata/0/quote",
      "Nobody",
      "/articles/0/metadata/0",
      "is not the quote",
    ],
    [
      "a stranger's set",
      "/articles/0/sets/0/annotator",
      "stranger",
      "/articles/0/sets/0",
      "not among the annotators",
    ],
    ["an id twice", "/entities/1/id", valueAt("/entities/0/id"), "/entities/1", "occurs twice"],
    [
      "a span twice",
      "/articles/0/sets/0/spans/1",
      valueAt(span),
      "/articles/0/sets/0/spans/1",
      "occurs twice",
    ],
  ])("refuses %s", (_name, path, value, where, what) => {
    const problems = problemsOf(withValue(path, value));
    expect(
      problems.find((problem) => problem.startsWith(`${where}: `) && problem.includes(what)),
      problems.join("\n"),
    ).toBeDefined();
  });

  it("takes evidence of a text that was corrected since, and says so", () => {
    const read = parseAnnotatedJson(
      withValue("/entities/5/anonymity/evidence/segment/quote", "Nobody"),
      hashOf,
    );
    expect(read).toMatchObject({
      ok: true,
      unfinished: expect.arrayContaining([
        expect.objectContaining({ where: "/entities/5/anonymity/evidence/segment" }),
      ]),
    });
  });

  it("says once what is wrong with an entity, however many sets mention it", () => {
    expect(problemsOf(withValue("/entities/0/name", " "))).toEqual(["/entities/0: The entity has no name."]);
  });

  it("checks the hash only when it is given a way to", () => {
    expect(parseAnnotatedJson(withValue("/articles/0/textHash", "0".repeat(64)))).toMatchObject({
      ok: false,
      problems: [expect.objectContaining({ where: "/articles/0/sets/0/textHash" })],
    });
  });

  it("takes unfinished cards for unfinished, not for wrong", () => {
    const read = parseAnnotatedJson(
      withValue(`${card}/claim`, null).replace(
        /"kind":"[a-z]+","kindFrom":"quotation-marks"/,
        '"kind":null,"kindFrom":"quotation-marks"',
      ),
      hashOf,
    );
    expect(read).toMatchObject({ ok: true, unfinished: [{ where: card, severity: "incomplete" }] });
  });

  it("gives back what it reads without touching any prototype", () => {
    const text = sample.replace(
      '"generator"',
      '"constructor": {"prototype": {"polluted": true}}, "generator"',
    );
    expect(parseAnnotatedJson(text, hashOf).ok).toBe(true);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(
      problemsOf(sample.replace('"generator"', '"__proto__": {"polluted": true}, "generator"')),
    ).toHaveLength(1);
  });

  it("lists so many problems and counts the rest", () => {
    const text = String(valueAt("/articles/0/text"));
    const spans = Array.from({ length: 300 }, (_, at) => ({
      id: `x${"abcdefghij".charAt(at % 10)}${"abcdefghij".charAt(Math.floor(at / 10) % 10)}${"abc".charAt(at / 100)}`,
      type: "shout",
      segments: [{ ...selectorOf(text, { start: 0, end: 7 }), codePoints: { start: 0, end: 7 } }],
      provenance: valueAt(`${span}/provenance`),
    }));
    const problems = problemsOf(withValue("/articles/0/sets/0/spans", spans));
    expect(problems).toHaveLength(mostProblems + 1);
    expect(problems.at(-1)).toMatch(/^: There are \d+ more problems\.$/);
  });
});
