// What colleagues' files may hold that must do no harm: the rows 28 to 48 of the list of hostile inputs, as far as they are
// about reading. What is imported or not is in take-in.test.ts, bytes and sizes are in the tests of the command line.
import { describe, expect, it } from "vitest";
import { limits } from "../../../shared/schema/limits.ts";
import { hashOf, sampleBundle } from "../../helpers/bundles.ts";
import { tier } from "../../helpers/tier.ts";
import { packaged, problemsOf, read, rehashed, replaced } from "./packages.ts";

const whole = packaged(sampleBundle());
const firstSpan = /"start": (\d+),\s+"end": (\d+),\s+"codePoints"/u.exec(
  whole.slice(whole.indexOf('"spans": [\n            ')),
);
const [, start = ""] = firstSpan ?? [];

describe("row 28: what is not JSON is refused by line and column", () => {
  for (const [name, text] of [
    ["no JSON", "annotations: 1"],
    ["cut off", whole.slice(0, whole.length / 2)],
    ["two documents", `${whole}${whole}`],
    ["a comma too many", whole.replace(/\}\s*$/u, ",}")],
    ["a comment", whole.replace("{", "{ // a comment\n")],
    ["NaN", whole.replace(/"length": \d+/u, '"length": NaN')],
  ] as const)
    it(name, () => {
      const [problem, ...more] = problemsOf(text);
      expect(problem).toMatch(/^line \d+, column \d+: /u);
      expect(more).toEqual([]);
    });
});

describe("row 29: a byte order mark is passed over", () => {
  it("and the package is whole", () => {
    expect(read(`\ufeff${whole}`).ok).toBe(true);
  });
});

describe("row 30: too much is refused by its size", () => {
  it("names the limit, before it reads", () => {
    const huge = { length: limits.jsonBytes + 1 } as string;
    expect(problemsOf(huge)).toEqual([": The file is larger than 100 MB."]);
  });

  it("two million annotations are refused where the list gets too long, before anything is made of them", () => {
    const many = whole.replace('"spans": [', `"spans": [${"{},\n".repeat(2_000_000)}`);
    const line = whole.slice(0, whole.indexOf('"spans": [')).split("\n").length + limits.annotations;
    expect(problemsOf(many)).toEqual([
      `line ${line - 1}, column 4: Here a list has more than 200,000 entries.`,
    ]);
  });

  it("as many as a set may hold are not refused for their number", () => {
    const most = `[${"0,".repeat(limits.annotations - 1)}0]`;
    const problems = problemsOf(
      rehashed(whole.replace(/"exclusions": \[[^\]]*\]/u, `"exclusions": ${most}`)),
    );
    expect(problems).toEqual([
      "/content: It does not fit the format: More is wrong with it than can be listed.",
    ]);
  });

  it.runIf(tier === "all")(
    "two million annotations in lists that are each short enough are refused by all values together",
    () => {
      const lists = `[${"0,".repeat(99_999)}0],\n`.repeat(100);
      const text = whole.replace('"history": []', `"history": [${lists}[]]`);
      expect(problemsOf(text)[0]).toMatch(
        /^line \d+, column \d+: Up to here the file holds more than 10,000,000 values\.$/u,
      );
    },
  );

  it("100 MB of one string are refused at the length that an article may have", () => {
    const text = whole.replace('"note": ""', `"note": "${"x".repeat(99_000_000)}"`);
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(
        /^line \d+, column \d+: The text that begins here is longer than 10,000,000 characters\.$/u,
      ),
    ]);
  });
});

describe("row 31: deep nesting is refused", () => {
  it("at the depth that can still be written", () => {
    const deep = "[".repeat(100_000);
    const text = whole.replace('"history": []', `"history": ${deep}${"]".repeat(100_000)}`);
    expect(problemsOf(text)[0]).toContain("It nests deeper than 64 levels.");
  });
});

describe("row 32: names of the language are data", () => {
  it("`__proto__` as a key is refused, and changes no object", () => {
    expect(problemsOf(replaced('"note": ""', '"__proto__": {"x": 1}, "note": ""'))[0]).toContain("__proto__");
    expect(Reflect.get({}, "x")).toBeUndefined();
  });

  for (const name of ["constructor", "prototype", "hasOwnProperty", "toString"])
    it(`\`${name}\` as a key stays a key, as a type is no type of the tagset`, () => {
      const kept = read(replaced('"note": ""', `"${name}": {"x": 1}, "note": ""`));
      expect(kept.ok).toBe(true);
      expect(problemsOf(replaced('"type": "speaker"', `"type": "${name}"`)).length).toBeGreaterThan(0);
      expect(Reflect.get({}, "x")).toBeUndefined();
    });
});

describe("row 33: a key twice is refused", () => {
  it("by its place", () => {
    const [problem] = problemsOf(replaced('"note": ""', '"note": "", "note": ""'));
    expect(problem).toMatch(/^line \d+, column \d+: The key “note” occurs twice/u);
  });
});

describe("row 34: an id twice in a file is refused, item by item", () => {
  it("by its place in the list", () => {
    const ids = [...whole.matchAll(/"id": "(n[a-z]+)",\s+"type": "speaker",\s+"entity"/gu)].map(
      ([, id]) => id,
    );
    const [first = "", second = ""] = ids;
    expect(problemsOf(replaced(`"id": "${second}"`, `"id": "${first}"`)).length).toBeGreaterThan(0);
  });
});

describe("row 35: ids that could be paths or are none are refused", () => {
  for (const id of [
    '"../x"',
    '"a/b"',
    '"a\\\\b"',
    '"a\\u0000"',
    '"CON"',
    '"a\\nb"',
    `"${"a".repeat(1_000_000)}"`,
    "5",
    "{}",
  ])
    it(id.slice(0, 20), () => {
      const { id: known } = sampleBundle().articles[0]?.article ?? { id: "" };
      expect(problemsOf(replaced(`"id": "${known}"`, `"id": ${id}`)).length).toBeGreaterThan(0);
    });
});

describe("row 36: offsets that are none are refused", () => {
  for (const offset of ["-1", "1.5", '"5"', "1e400", "-0.5", "9007199254740993", "99999999", "null"])
    it(offset, () => {
      expect(problemsOf(replaced(`"start": ${start},`, `"start": ${offset},`)).length).toBeGreaterThan(0);
    });
});

describe("row 37: stretches that are none are refused", () => {
  const [, from = "", to = ""] = firstSpan ?? [];
  for (const [name, changed] of [
    ["inverted", `"start": ${to},\n"end": ${from}`],
    ["empty", `"start": ${from},\n"end": ${from}`],
  ] as const)
    it(name, () => {
      const text = whole.replace(new RegExp(`"start": ${from},\\s+"end": ${to}`, "u"), changed);
      expect(problemsOf(rehashed(text)).length).toBeGreaterThan(0);
    });
});

describe("row 37: a stretch that begins within a character is refused", () => {
  it("with its place", () => {
    const bundle = sampleBundle();
    const [one] = bundle.articles;
    const [set] = one?.sets ?? [];
    const [span] = set?.spans ?? [];
    if (!one || !set || !span) throw new Error("The sample has a span.");
    const text = `👍${one.text.slice(2)}`;
    const textHash = hashOf(text);
    const [start, end] = [1, 5];
    const segment = {
      start,
      end,
      quote: text.slice(start, end),
      prefix: "",
      suffix: text.slice(end, end + 32),
    };
    const alone = {
      ...set,
      textHash,
      spans: [{ ...span, segments: [segment] }],
      attributions: [],
      exclusions: [],
    };
    const article = { ...one.article, textHash, metadata: [] };
    const problems = problemsOf(
      packaged({ ...bundle, articles: [{ ...one, article, text, sets: [alone] }] }),
    );
    expect(problems).toEqual([
      "/content/articles/0/sets/0/spans/0/segments/0: 1 to 5 cuts a character in two.",
    ]);
  });
});

describe("row 38: offsets of another unit are refused, since they are not what the file declares", () => {
  it("by the unit", () => {
    expect(problemsOf(replaced('"utf-16-code-units"', '"code-points"'))).toEqual([
      "/content/offsetUnit: “offsetUnit” is not “utf-16-code-units”.",
    ]);
  });
});

describe("row 39: a quote that is not the text is refused, with its place", () => {
  it("and nothing is moved in silence", () => {
    const text = rehashed(
      whole.replace(new RegExp(`("start": ${start},[^}]*\\},\\s+"quote": ")`, "u"), "$1never said "),
    );
    expect(problemsOf(text)[0]).toMatch(/^\/content\/articles\/\d+\//u);
  });
});

describe("row 40: a set of another text is refused", () => {
  it("by its hash", () => {
    const text = whole.replace(
      /("annotator": "[a-z]+",\s+"textHash": ")[0-9a-f]{64}/u,
      `$1${"0".repeat(64)}`,
    );
    expect(text).not.toBe(whole);
    expect(problemsOf(rehashed(text))[0]).toContain("The set was made for another version of the text.");
  });
});

describe("row 41: a text that does not have its declared hash is refused as damaged", () => {
  it("by the article", () => {
    const text = whole.replace(/("addedAt": "[^"]+",\s+"textHash": ")[0-9a-f]{64}/u, `$1${"0".repeat(64)}`);
    expect(problemsOf(rehashed(text))).toContain(
      "/content/articles/0/textHash: The text does not have this hash.",
    );
  });
});

describe("row 43: links to what is not there, and circles, are refused, and end", () => {
  it("within a card that is not there, or itself", () => {
    for (const within of ['"missing"', '"nowhere"'])
      expect(problemsOf(replaced('"within": null', `"within": ${within}`)).length).toBeGreaterThan(0);
    const id = /"attributions": \[\s+\{\s+"id": "([a-z0-9]+)"/u.exec(whole)?.[1] ?? "";
    expect(problemsOf(replaced('"within": null', `"within": "${id}"`)).length).toBeGreaterThan(0);
  });
});

describe("row 44: colours are colours", () => {
  for (const colour of ["url(https://example.invalid)", "expression(1)", "</style>", "red"])
    it(colour, () => {
      expect(problemsOf(replaced('"light": "#0b66b5"', `"light": "${colour}"`)).length).toBeGreaterThan(0);
    });
});

describe("row 45: a note is text, however it looks", () => {
  for (const [name, note] of [
    ["an image with a handler", "<img onerror=alert(1)>"],
    ["a script link", "[x](javascript:alert(1))"],
    ["a long line", "x".repeat(90_000)],
    ["stacked accents", "a\u0301\u0302\u0303".repeat(1_000)],
  ] as const)
    it(name, () => {
      const result = read(replaced('"note": ""', `"note": ${JSON.stringify(note)}`));
      const notes = result.ok
        ? result.bundle.articles.flatMap(({ sets }) => sets.flatMap(({ attributions }) => attributions))
        : [];
      expect(notes.some((card) => card.note === note)).toBe(true);
    });

  it("a longer one than can be shown is refused", () => {
    expect(problemsOf(replaced('"note": ""', `"note": "${"x".repeat(100_001)}"`)).length).toBeGreaterThan(0);
  });
});

describe("row 48: times are text", () => {
  for (const at of ["9999-12-31T23:59:59.999Z", "0000-00-00", "yesterday"])
    it(`${at} is kept`, () => {
      expect(read(replaced(/"at": "[^"]+"/u.exec(whole)?.[0] ?? "", `"at": "${at}"`)).ok).toBe(true);
    });
});
