// What other tools' files say of marks is a value of them, or told one by one with its place.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takenByReaders } from "../../helpers/json-values.ts";
import { runs } from "../../helpers/tier.ts";
import { allSaid, takenFrom } from "./reading.ts";

type Taken = ReturnType<typeof takenFrom>;

/** The values of all spans and relations. */
const valuesIn = ({ documents }: Taken): readonly string[] =>
  documents.flatMap(({ spans, relations }) =>
    [...spans, ...relations].flatMap(({ values = [] }) => values.map(({ value }) => value)),
  );

describe("brat standoff", () => {
  const anId = fc.constantFrom("T1", "T2", "T3", "E1", "E2", "E3", "R1", "T9", "E9");
  const something = fc.record({
    of: anId,
    line: fc.constantFrom(
      (nth: number, of: string) => `A${nth}\tname${nth} ${of} said-${nth}`,
      (nth: number, of: string) => `M${nth}\tname${nth} ${of} said-${nth}`,
      (nth: number, of: string) => `#${nth}\tNote${nth} ${of}\tsaid-${nth}`,
      (nth: number, of: string) => `N${nth}\tReference ${of} base:id-${nth}\tsaid-${nth}`,
    ),
  });

  it("each attribute, note and reference is a value of its mark, or told by its line", () => {
    fc.assert(
      fc.property(fc.array(something, { maxLength: 12 }), fc.boolean(), (all, isTriggerTwice) => {
        const marks = [
          ...["T1\tSay 0 3\tAnn", "T2\tPerson 4 8\tsaid", "T3\tOrg 9 12\tyes", "R1\tof Arg1:T2 Arg2:T3"],
          ...["E1\tSay:T1 Who:T2", isTriggerTwice ? "E2\tSay:T1 Who:T3" : "E2\tSay:T2"],
        ];
        const lines = all.map(({ of, line }, nth) => line(nth, of));
        const read = takenFrom("brat", {
          "a.txt": "Ann said yes.",
          "a.ann": [...marks, ...lines].join("\n"),
        });
        const values = valuesIn(read);
        const told = read.rejected.map(({ where, what }) => JSON.stringify([where, what]));
        for (const nth of all.keys()) {
          const isTold = told.some(
            (one) => one.includes(`"${nth + marks.length + 1}"`) || one.includes(`"said-${nth}"`),
          );
          expect([nth, values.includes(`said-${nth}`) || isTold]).toEqual([nth, true]);
        }
        // Of what stands in the file nothing is told that is taken.
        for (const nth of all.keys())
          if (["T1", "T2", "T3", "E1", "E2", "R1"].includes(all[nth]?.of ?? ""))
            expect(told.some((one) => one.includes(`"${nth + marks.length + 1}"`))).toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });

  it("gives what is said of a trigger to its first event, and tells what the event says already", () => {
    const ann = [
      ...["T1\tSay 4 8\tsaid", "E1\tSay:T1", "E2\tDeny:T1", "A1\tsure T1 yes", "#1\tAnnotatorNotes T1\tlook"],
      ...["A2\tmood E1 calm", "A3\tmood T1 angry", "N1\tReference T1 Wikidata:Q1\tSaying"],
    ].join("\n");
    const { documents, rejected } = takenFrom("brat", { "a.txt": "Ann said yes.", "a.ann": ann });
    expect(documents[0]?.spans.map(({ id, values }) => [id, values])).toEqual([
      [
        "E1",
        [
          { name: "mood", value: "calm" },
          { name: "sure", value: "yes" },
          { name: "note", value: "look" },
          { name: "entity", value: "Saying" },
          { name: "entity_key", value: "Wikidata:Q1" },
        ],
      ],
      ["E2", []],
    ]);
    expect(rejected).toMatchObject([
      { what: { key: "interchange.value-again", values: { name: "mood", value: "angry" } }, units: 0 },
    ]);
  });
});

describe("PubAnnotation", () => {
  const text = "Ann said yes.";
  const denotation = (id: string, begin: number, end: number) => ({ id, span: { begin, end }, obj: "A" });
  const anId = fc.constantFrom("T1", "T2", "R1", "T9", 7, null, undefined);
  const saying = fc.record({ subj: anId, obj: takenByReaders(fc.jsonValue()) }, { requiredKeys: ["obj"] });

  it("each attribute and modification is a value of its denotation or relation, or told by its place", () => {
    fc.assert(
      fc.property(fc.array(saying), fc.array(anId), fc.boolean(), (said, modified, isInTrack) => {
        const attributes = said.map((one, nth) => ({ id: `A${nth}`, pred: `p${nth}`, ...one }));
        const modifications = modified.map((obj, nth) => ({ id: `M${nth}`, pred: `m${nth}`, obj }));
        const marks = {
          denotations: [denotation("T1", 0, 3), denotation("T2", 4, 8)],
          relations: [{ id: "R1", subj: "T1", pred: "of", obj: "T2" }],
          ...{ attributes, modifications },
        };
        const file = isInTrack ? { text, tracks: [marks] } : { text, ...marks };
        const { documents, rejected } = takenFrom("pubannotation", { "a.json": file });
        const values = documents.flatMap(({ spans, relations }) =>
          [...spans, ...relations].flatMap((one) => one.values ?? []),
        );
        const names = values.map(({ name }) => name);
        const places = rejected.map(({ where }) => String(where).replace("/tracks/0", ""));
        const expected = (of: unknown, name: string, where: string): void => {
          const isThere = ["T1", "T2", "R1"].includes(String(of));
          expect([name, names.includes(name), places.includes(where)]).toEqual([name, isThere, !isThere]);
        };
        for (const [nth, { subj }] of attributes.entries()) expected(subj, `p${nth}`, `/attributes/${nth}`);
        for (const [nth, { obj }] of modifications.entries())
          expected(obj, `m${nth}`, `/modifications/${nth}`);
        for (const { name, value } of values) {
          const { obj } = attributes[Number(name.slice(1))] ?? {};
          if (name.startsWith("p") && typeof obj === "object" && obj !== null)
            expect(value).toBe(JSON.stringify(JSON.parse(JSON.stringify(obj))));
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it("relations and attributes at the root beside tracks are read or told, and objects are labels as they stand", () => {
    const track = { project: "p", denotations: [{ ...denotation("T1", 0, 3), obj: { type: "A" } }] };
    const beside = {
      relations: [{ id: "R1", subj: "T1", pred: "of", obj: "T2" }],
      attributes: [{ subj: "T1", pred: "sure", obj: "yes" }],
    };
    const { documents, rejected } = takenFrom("pubannotation", {
      "a.json": { text, tracks: [track], ...beside },
    });
    expect(documents.flatMap(({ spans }) => spans.map(({ label }) => label))).toEqual(['{"type":"A"}']);
    expect(rejected.map(({ where, units = 1 }) => [where, units])).toEqual([
      ["/relations/0", 1],
      ["/attributes/0", 0],
    ]);
  });
});

describe("Label Studio", () => {
  it("takes notes that are no list, and not the words of a region for what is said of it", () => {
    const place = { start: 0, end: 3, text: "Ann" };
    const result = [
      { id: "a", type: "labels", value: { ...place, labels: ["A"] }, meta: { text: "who?" } },
      { id: "a", type: "choices", from_name: "sure", value: { ...place, choices: ["no"] } },
      { id: "a", type: "textarea", from_name: "why", value: { ...place, text: ["because"] } },
    ];
    const task = { data: { text: "Ann said yes." }, annotations: [{ result }] };
    expect(allSaid("label-studio", { "a.json": [task] })).toEqual([["A: Ann note=who? sure=no why=because"]]);
  });
});

describe("UIMA CAS JSON", () => {
  it("takes arrays of texts and numbers for values, and only those of structures for relations", () => {
    const mark = (id: number, more: object) => ({
      ...{ "%ID": id, "%TYPE": "a.Mark", "@sofa": 1, begin: 0, end: 3, ...more },
    });
    const file = {
      "%FEATURE_STRUCTURES": [
        { "%ID": 1, "%TYPE": "uima.cas.Sofa", sofaID: "_InitialView", sofaString: "Ann said yes." },
        mark(2, { "@names": 5, "@numbers": 6, "@others": 7 }),
        mark(3, {}),
        { "%ID": 5, "%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["x", "y"] },
        { "%ID": 6, "%TYPE": "uima.cas.IntegerArray", "%ELEMENTS": [3] },
        { "%ID": 7, "%TYPE": "uima.cas.FSArray", "%ELEMENTS": [3] },
      ],
    };
    expect(allSaid("cas-json", { "a.json": file })).toEqual([
      ["Mark: Ann names=x; y numbers=3", "Mark: Ann", "Ann –others→ Ann"],
    ]);
  });
});

describe("Web Annotation", () => {
  const target = { source: "a.txt", selector: { type: "TextPositionSelector", start: 0, end: 3 } };
  it("refuses a mark whose pieces lie on several texts", () => {
    const pieces = [target, { ...target, source: "b.txt" }];
    const files = { "a.txt": "Ann said yes.", "b.txt": "Bo said no." };
    const { documents, rejected } = takenFrom("web-annotation", {
      ...files,
      "a.json": { items: [{ target: pieces }, { target: [target, target] }] },
    });
    expect(documents.map(({ article, spans }) => [article, spans.length])).toEqual([
      ["a", 1],
      ["b", 0],
    ]);
    expect(rejected.map(({ where }) => where)).toEqual(["/items/0"]);
  });

  it("takes tags and comments that are addresses, and a body that is a text alone", () => {
    const items = [
      { body: { purpose: "tagging", source: "http://a/Person" }, bodyValue: "look", target },
      { body: [{ purpose: "identifying", source: { id: "http://a/Ann" } }, "http://a/note"], target },
    ];
    expect(allSaid("web-annotation", { "a.json": { items }, "a.txt": "Ann said yes." })).toEqual([
      ["http://a/Person: Ann note=look", "annotation: Ann identifying=http://a/Ann note=http://a/note"],
    ]);
  });
});

describe("UIMA CAS XMI", () => {
  const xmi = (more: string) =>
    `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:a="http:///a.ecore">${more}<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="Ann said yes."/></xmi:XMI>`;
  const types = `<typeSystemDescription><types><typeDescription><name>a.Mark</name><features><featureDescription><name>names</name><rangeTypeName>uima.cas.StringArray</rangeTypeName></featureDescription></features></typeDescription><typeDescription><name>a.Other</name><features><featureDescription><name>label</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features></typeDescription></types></typeSystemDescription>`;

  it("takes features of several texts for a value, in elements of their own or in an array", () => {
    const within = xmi(
      '<a:Mark xmi:id="2" sofa="1" begin="0" end="3"><names>x</names><names>y</names></a:Mark>',
    );
    expect(allSaid("cas-xmi", { "a.xmi": within })).toEqual([["Mark: Ann names=x; y"]]);
    const array = (type: string, content: string) =>
      xmi(`<a:Mark xmi:id="2" sofa="1" begin="0" end="3" names="5"/><cas:${type} xmi:id="5"${content}`);
    for (const one of [
      array("StringArray", "><elements>x</elements><elements>y</elements></cas:StringArray>"),
      array("IntegerArray", ' elements="x y"/>'),
    ])
      expect(allSaid("cas-xmi", { "a.xmi": one, "TypeSystem.xml": types })).toEqual([
        ["Mark: Ann names=x; y"],
      ]);
  });
});

it("segments that overlap as often as you like are refused, not put together", () => {
  const count = 6_000;
  const text = "word ".repeat(20_000);
  const whole = `0 ${text.length}`;
  const ann = `T1\tA ${Array(count).fill(whole).join(";")}\tword`;
  const { documents, rejected } = takenFrom("brat", { "a.txt": text, "a.ann": ann });
  expect(documents[0]?.spans).toEqual([]);
  expect(rejected).toMatchObject([{ what: { key: "findings.quote-differs" } }]);
  const target = {
    source: "a.txt",
    selector: [
      { type: "TextPositionSelector", start: 0, end: text.length },
      { type: "TextQuoteSelector", exact: "word" },
    ],
  };
  const annotation = { target: Array(count).fill(target) };
  const web = takenFrom("web-annotation", { "a.txt": text, "a.jsonld": annotation });
  expect(web.rejected).toMatchObject([{ what: { key: "findings.quote-differs" } }]);
});
