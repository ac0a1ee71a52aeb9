// Files as other tools write them: facts of their formats, rebuilt here. Offsets behind an emoji tell which unit is meant.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noNames } from "../../../shared/interchange/mapping.ts";
import { unmetNames } from "../../../shared/interchange/mapping-file.ts";
import { allSaid, emoji, said, takenFrom } from "./reading.ts";

describe("W3C Web Annotation", () => {
  const annotation = (start: number, end: number, more: object = {}) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: "#a1",
    type: "Annotation",
    creator: { type: "Person", name: "Bo" },
    body: [
      { type: "TextualBody", purpose: "tagging", value: "claim" },
      { type: "TextualBody", purpose: "commenting", value: "look again" },
    ],
    target: {
      source: "http://example.org/text.txt",
      selector: [
        { type: "TextQuoteSelector", exact: "annotation", prefix: "an ", suffix: "." },
        { type: "TextPositionSelector", start, end },
      ],
    },
    ...more,
  });

  it("counts code points, as the model says", () => {
    const { documents, moved } = takenFrom("web-annotation", {
      "a.jsonld": annotation(12, 22),
      "text.txt": emoji,
    });
    expect(documents.map(said)).toEqual([["claim: annotation note=look again"]]);
    expect([documents[0]?.annotator, moved]).toEqual(["Bo", []]);
  });

  it("takes code units where the quotes say that these were counted", () => {
    const { documents, moved } = takenFrom("web-annotation", {
      "a.jsonld": [annotation(13, 23)],
      "text.txt": emoji,
    });
    expect([documents.map(said), moved]).toEqual([[["claim: annotation note=look again"]], []]);
  });

  it("finds by its quote what has no position, or one that is wrong", () => {
    const quote = { type: "TextQuoteSelector", exact: "annotation", prefix: "an ", suffix: "." };
    const target = { source: "text.txt", selector: quote };
    const { documents, moved } = takenFrom("web-annotation", {
      "a.jsonld": { items: [annotation(0, 0, { id: "#a2", target }), annotation(3, 9)] },
      "text.txt": emoji,
    });
    expect(documents.map(said)).toEqual([
      ["claim: annotation note=look again", "claim: annotation note=look again"],
    ]);
    expect(moved.map(({ where }) => where)).toEqual(["/items/0", "/items/1"]);
  });
});

describe("brat standoff", () => {
  it("reads events, relations, attributes, notes, references and spans in pieces", () => {
    const files = {
      "a.txt": "👍 Lorem ipsum dolor sit, Venn said.",
      "a.ann": [
        "T1\tOrg 2 7;14 19\tLorem dolor",
        "T2\tPerson 25 29\tVenn",
        "T3\tSay 30 34\tsaid",
        "E1\tSay:T3 Speaker:T2 Theme:T1 Theme2:T2",
        "A1\tNegation E1",
        "A2\tConfidence T1 L1",
        "N1\tReference T2 Wikipedia:42\tMara Venn",
        "#1\tAnnotatorNotes T2\tlook again",
        "R1\tWorks-for Arg1:T2 Arg2:T1",
        "*\tEquiv T1 T2",
        "",
      ].join("\r\n"),
    };
    expect(allSaid("brat", files)).toEqual([
      [
        "Org: Lorem … dolor Confidence=L1",
        "Person: Venn entity=Mara Venn entity_key=Wikipedia:42 note=look again",
        "Say: said Negation=true",
        "Venn –Works-for→ Lorem … dolor",
        "Lorem … dolor –Equiv→ Venn",
        "said –Speaker→ Venn",
        "said –Theme→ Lorem … dolor",
        "said –Theme→ Venn",
      ],
    ]);
  });

  it("accounts for lines of one id, and for what is said of relations or of nothing", () => {
    const ann = [
      "T1\tclaim 0 3\tone",
      "T1\tcue 4 7\ttwo",
      "T2\tcue 4 7\ttwo",
      "R1\tcue Arg1:T1 Arg2:T2",
      ...["A1\tsure R1", "A2\tsure T1", "A3\tsure T9", "# a comment", "N1\tmisread"],
    ].join("\n");
    const { documents, rejected } = takenFrom("brat", { "a.txt": "one two", "a.ann": ann });
    expect(documents[0]).toMatchObject({
      file: "a.ann",
      spans: [{ id: "T1", values: [{ name: "sure", value: "true" }] }, { id: "T2" }],
      relations: [{ from: "T1", to: "T2", values: [{ name: "sure", value: "true" }] }],
    });
    const line = ({ where, units = 1 }: (typeof rejected)[number]) =>
      typeof where === "string" ? where : [where.values?.line, units];
    expect(rejected.map(line)).toEqual([
      ["2", 1],
      ["8", 0],
      ["9", 0],
      ["7", 0],
    ]);
  });

  it("counts CR LF as two, as brat itself does", () => {
    const files = {
      "a.txt": "one\r\ntwo\r\nthree four",
      "a.ann": "T1\tclaim 5 8;10 15\ttwo three\nT2\tcue 16 20\tfour\n",
    };
    expect(allSaid("brat", files)).toEqual([["claim: two\r\nthree", "cue: four"]]);
  });

  it("counts CR LF as one, and joins the lines of a span", () => {
    const files = {
      "a.txt": "one\r\ntwo\r\nthree four",
      "a.ann": "T1\tclaim 4 7;8 13\ttwo three\nT2\tcue 14 18\tfour\n",
    };
    expect(allSaid("brat", files)).toEqual([["claim: two\r\nthree", "cue: four"]]);
  });
});

it("brat's positions are read whether they count the byte-order mark of the text or not", () => {
  const anyWord = fc.constantFrom("Ann", "said", "yes", "no", "💩", "so");
  fc.assert(
    fc.property(
      fc.array(anyWord, { minLength: 2, maxLength: 12 }),
      fc.constantFrom(" ", "\r\n"),
      fc.constantFrom(0, 1),
      fc.infiniteStream(fc.nat()),
      (words, between, mark, chosen) => {
        const starts = words.map(
          (_, at) =>
            [
              ...words
                .slice(0, at)
                .map((one) => one + between)
                .join(""),
            ].length,
        );
        const picked = [0, ...[...chosen.take(3)].map((one) => one % words.length)];
        const lines = picked.map((at, nth) => {
          const start = (starts[at] ?? 0) + mark;
          return `T${nth}\tclaim ${start} ${start + [...(words[at] ?? "")].length}\t${words[at]}\n`;
        });
        const files = { "a.txt": `\ufeff${words.join(between)}`, "a.ann": lines.join("") };
        const { documents, moved, rejected, told } = takenFrom("brat", files);
        expect([...moved, ...rejected]).toEqual([]);
        expect(told).toHaveLength(1 - mark);
        expect(documents[0]?.spans.map(({ segments }) => segments[0]?.start)).toEqual(
          picked.map(
            (at) =>
              mark +
              words
                .slice(0, at)
                .map((one) => one + between)
                .join("").length,
          ),
        );
      },
    ),
  );
});

describe("Label Studio", () => {
  it("reads regions, what is said of them, relations, and predictions", () => {
    const region = (id: string, start: number, end: number, text: string, label: string) => ({
      id,
      from_name: "label",
      to_name: "text",
      type: "labels",
      value: { start, end, text, labels: [label] },
    });
    const value = [
      {
        id: 7,
        data: { text: emoji },
        annotations: [
          {
            id: 1,
            completed_by: { id: 1, email: "bo@example.org", first_name: "Bo", last_name: "Berg" },
            result: [
              region("aB1", 13, 23, "annotation", "Claim"),
              {
                id: "aB1",
                from_name: "polarity",
                to_name: "text",
                type: "choices",
                value: { start: 13, end: 23, choices: ["denies"] },
              },
              region("c", 2, 6, "This", "Speaker"),
              { from_id: "aB1", to_id: "c", type: "relation", direction: "right", labels: ["speaker"] },
            ],
          },
        ],
        predictions: [{ model_version: "m1", score: 0.5, result: [region("p", 2, 6, "This", "Cue")] }],
      },
    ];
    const { documents } = takenFrom("label-studio", { "tasks.json": value });
    expect(documents.map(said)).toEqual([
      ["Claim: annotation polarity=denies", "Speaker: This", "annotation –speaker→ This"],
      ["Cue: This"],
    ]);
    expect(documents.map(({ annotator }) => annotator)).toEqual(["Bo Berg", "m1"]);
  });
});

describe("doccano, Prodigy and PubAnnotation", () => {
  it("reads doccano’s short shape and its relations", () => {
    const lines = [
      JSON.stringify({ text: emoji, label: [[12, 22, "ORG"]] }),
      JSON.stringify({
        id: 2,
        text: "a b",
        entities: [
          { id: 4, start_offset: 0, end_offset: 1, label: "A" },
          { id: 5, start_offset: 2, end_offset: 3, label: "B" },
        ],
        relations: [{ id: 1, from_id: 4, to_id: 5, type: "to" }],
        Comments: [],
      }),
    ].join("\n");
    expect(allSaid("doccano", { "admin.jsonl": lines })).toEqual([
      ["ORG: annotation"],
      ["A: a", "B: b", "a –to→ b"],
    ]);
  });

  it("reads Prodigy’s relations by their spans, and leaves out what was rejected there", () => {
    const lines = [
      JSON.stringify({
        text: emoji,
        spans: [{ start: 12, end: 22, label: "X", token_start: 3, token_end: 3 }],
        relations: [
          {
            head: 3,
            child: 1,
            label: "of",
            head_span: { start: 12, end: 22, label: "X" },
            child_span: { start: 1, end: 5, label: "Y" },
          },
        ],
        answer: "accept",
        _session_id: "bo",
      }),
      JSON.stringify({ text: "b", spans: [], answer: "reject" }),
    ].join("\n");
    const { documents, rejected } = takenFrom("prodigy", { "a.jsonl": lines });
    expect(documents.map(said)).toEqual([["X: annotation", "Y: This", "annotation –of→ This"]]);
    expect(rejected.length).toBe(1);
  });

  it("reads PubAnnotation’s tracks as annotators", () => {
    const track = (project: string, begin: number, end: number) => ({
      project,
      denotations: [{ id: "T1", span: { begin, end }, obj: "Claim" }],
      attributes: [{ id: "A1", subj: "T1", pred: "sure", obj: true }],
    });
    const { documents } = takenFrom("pubannotation", {
      "a.json": { text: emoji, sourceid: "1", tracks: [track("p1", 12, 22), track("p2", 1, 5)] },
    });
    expect(documents.map((one) => [one.annotator, ...said(one)])).toEqual([
      ["p1", "Claim: annotation sure=true"],
      ["p2", "Claim: This sure=true"],
    ]);
  });
});

describe("Citron", () => {
  it("makes a card of each quote", () => {
    const place = (start: number, end: number, text: string) => ({ start, end, text });
    const value = {
      text: "👍 “No,” Venn said, “never.”",
      quotes: [
        {
          id: 0,
          cue: place(13, 17, "said"),
          sources: [place(8, 12, "Venn")],
          contents: [place(2, 7, "“No,”"), place(19, 27, "“never.”")],
          confidence: 0.9,
        },
      ],
      coreference_groups: [],
    };
    expect(allSaid("citron", { "a.json": value })).toEqual([
      [
        "cue: said",
        "claim: “No,” … “never.”",
        "speaker: Venn",
        "attribution: “No,” … “never.”",
        "“No,” … “never.” –cue→ said",
        "“No,” … “never.” –claim→ “No,” … “never.”",
        "“No,” … “never.” –voice→ Venn",
      ],
    ]);
  });
});

describe("what other versions and programs write of it", () => {
  it("reads doccano’s annotations before version 1.5, each user’s for themselves", () => {
    const line = {
      id: 15,
      text: emoji,
      annotations: [
        { label: 7, start_offset: 12, end_offset: 22, user: 1 },
        { label: 6, start_offset: 1, end_offset: 5, user: 2 },
      ],
      meta: {},
    };
    const { documents } = takenFrom("doccano", { "a.jsonl": line });
    expect(documents.map((one) => [one.annotator, ...said(one)])).toEqual([
      ["1", "7: annotation"],
      ["2", "6: This"],
    ]);
  });

  it("reads doccano’s entities as lists, with the name of their annotator", () => {
    const line = { doc_id: 23, text: emoji, entities: [[1, 5, "PER"]], username: "ana" };
    const { documents } = takenFrom("doccano", { "a.jsonl": line });
    expect(documents.map((one) => [one.article, one.annotator, ...said(one)])).toEqual([
      ["23", "ana", "PER: This"],
    ]);
  });

  it.each([
    ["doccano", { "a.jsonl": { text: emoji, label: ["good", [1, 5, "X"]] } }, "good"],
    [
      "prodigy",
      { "a.jsonl": { text: emoji, accept: ["GOOD"], spans: [{ start: 1, end: 5, label: "X" }] } },
      "GOOD",
    ],
    [
      "label-studio",
      {
        "a.json": [
          {
            data: { text: emoji },
            annotations: [
              {
                result: [
                  { id: "r", type: "labels", value: { start: 2, end: 6, text: "This", labels: ["X"] } },
                  { id: "c", from_name: "tone", type: "choices", value: { choices: ["good"] } },
                ],
              },
            ],
          },
        ],
      },
      "tone: good",
    ],
  ])("tells what %s says of a whole text, and takes the rest", (format, files, label) => {
    const { documents, rejected } = takenFrom(format, files);
    expect(documents.map(said)).toEqual([["X: This"]]);
    expect(rejected).toMatchObject([{ what: { key: "interchange.whole-text", values: { label } } }]);
  });

  it("reads PubAnnotation’s denotations beside its tracks", () => {
    const denotation = (id: string, begin: number, end: number) => ({ id, span: { begin, end }, obj: id });
    const value = {
      ...{ text: emoji, sourceid: "1", project: "p0", denotations: [denotation("T1", 1, 5)] },
      tracks: [{ project: "p1", denotations: [denotation("T2", 12, 22)] }],
    };
    const { documents } = takenFrom("pubannotation", { "a.json": value });
    expect(documents.map((one) => [one.annotator, ...said(one)])).toEqual([
      ["p0", "T1: This"],
      ["p1", "T2: annotation"],
    ]);
  });

  it("reads the rows of Hypothesis’ API", () => {
    const row = {
      ...{ id: "x1", user: "acct:ana@hypothes.is", uri: "https://example.org/a", text: "look again" },
      tags: ["claim", "doubtful"],
      target: [
        {
          source: "https://example.org/a",
          selector: [
            {
              type: "RangeSelector",
              startContainer: "/p[1]",
              endContainer: "/p[1]",
              startOffset: 1,
              endOffset: 5,
            },
            { type: "TextPositionSelector", start: 13, end: 23 },
            { type: "TextQuoteSelector", exact: "annotation", prefix: "an ", suffix: "." },
          ],
        },
      ],
    };
    const files = { "hypothesis.json": { total: 1, rows: [row] }, "a.txt": emoji };
    const { documents } = takenFrom("web-annotation", files);
    expect(documents.map((one) => [one.annotator, ...said(one)])).toEqual([
      ["ana", "claim: annotation note=look again tag=doubtful"],
    ]);
  });

  it("finds the text of a Web Annotation by its whole path before any other", () => {
    const at = (source: string) => ({
      body: { purpose: "tagging", value: "X" },
      target: { source, selector: { type: "TextPositionSelector", start: 0, end: 3 } },
    });
    const textOf = (files: Record<string, unknown>) =>
      takenFrom("web-annotation", files)
        .documents.filter(({ spans }) => spans.length > 0)
        .map(({ text }) => text);
    const beside = {
      "b/notes.jsonld": at("https://h.org/a/one.txt"),
      "b/two.txt": "two",
      "a/one.txt": "one",
    };
    expect(textOf(beside)).toEqual(["one"]);
    expect(
      textOf({ "n.jsonld": at("https://h.org/a/one.txt"), "one.txt": "no!", "a/one.txt": "one" }),
    ).toEqual(["one"]);
  });

  it("reads no numbers out of what are none", () => {
    const odd = { toString: 1, valueOf: 1 };
    expect(
      takenFrom("doccano", {
        "a.jsonl": { text: "abc", entities: [{ start_offset: odd, end_offset: 2, label: "X" }] },
      }).rejected,
    ).toHaveLength(1);
    const cas = {
      "%FEATURE_STRUCTURES": [
        { "%ID": odd, "%TYPE": "uima.cas.Sofa", sofaID: "_InitialView", sofaString: "abc" },
      ],
    };
    expect(takenFrom("cas-json", { "a.json": cas }).documents.map(({ article }) => article)).toEqual(["a"]);
  });

  it("finds quotes that have other white space than the text", () => {
    const selector = { type: "TextQuoteSelector", exact: "said so, twice" };
    const annotation = { body: { purpose: "tagging", value: "X" }, target: { source: "a.txt", selector } };
    const files = { "a.jsonld": annotation, "a.txt": "They said\n   so,\u00a0twice." };
    const { documents, moved } = takenFrom("web-annotation", files);
    expect(documents.map(said)).toEqual([["X: said\n   so,\u00a0twice"]]);
    expect(moved).toHaveLength(1);
  });
});

describe("attributions as JSON lines", () => {
  const attributions = (shift: number) => [
    {
      source: [[14 + shift, 18 + shift]],
      cue: [[19 + shift, 23 + shift]],
      content: [
        [0, 1],
        [3 + shift, 13 + shift],
      ],
      type: "direct",
    },
    {
      cue: [[19 + shift, 23 + shift]],
      content: [[3 + shift, 13 + shift]],
      within: 0,
      note: "look",
      via: [{ range: [14 + shift, 18 + shift], role: "told-to" }],
    },
  ];
  const text = "“👍 it rains,” Venn said.";
  const expected = [
    "speaker: Venn",
    "cue: said",
    "claim: “ … it rains,”",
    "attribution: “ … it rains,” kind=direct",
    "claim: it rains,”",
    "source: Venn",
    "attribution: it rains,” note=look",
  ];

  it.each([
    ["UTF-16", 1],
    ["code points", 0],
  ])("are cards of source, cue and content, in %s", (_unit, shift) => {
    const line = { id: "a1", text, annotator: "ef2d", attributions: attributions(shift), discard: [[0, 1]] };
    const { documents, rejected } = takenFrom("attribution-lines", { "a.jsonl": line });
    expect(rejected).toEqual([]);
    expect(documents.map(({ article, annotator }) => [article, annotator])).toEqual([["a1", "ef2d"]]);
    const all = documents.flatMap(said);
    for (const one of [...expected, "exclusion: “"]) expect(all).toContain(one);
    expect(all.filter((one) => one.includes("→"))).toHaveLength(7);
  });

  it("tells attributions without words, and lines that are none", () => {
    const files = {
      "a.jsonl": `${JSON.stringify({ id: "a", text: "abc", attributions: [{ source: [], cue: null }] })}\n{"text":"abc"}\n`,
    };
    expect(takenFrom("attribution-lines", files).rejected).toHaveLength(2);
  });
});

it("a page note of Hypothesis is said to be about the whole page", () => {
  const source = "https://news.example/a.txt";
  const note = { id: "a", user: "acct:kim@hypothes.is", uri: source, text: "see 2", target: [{ source }] };
  const { rejected } = takenFrom("web-annotation", { "a.txt": "Ann", "a.json": { total: 1, rows: [note] } });
  expect(rejected).toMatchObject([{ what: { key: "interchange.about-whole-text" }, units: 1 }]);
});

it("names of a mapping that no file has are told, in each of its parts", () => {
  const names = noNames();
  for (const label of ["A", "B"]) names.spans.set(label, new Map());
  names.values.add("note");
  const mapping = {
    spans: { A: "claim", a: "claim" },
    relations: { A: "cue" },
    values: { note: null, x: null },
  };
  expect(unmetNames(mapping, names, "m.json").map(({ where, what }) => [where, what])).toMatchObject([
    ["m.json", { values: { name: "a", part: "spans" } }],
    ["m.json", { values: { name: "A", part: "relations" } }],
    ["m.json", { values: { name: "x", part: "values" } }],
  ]);
});
