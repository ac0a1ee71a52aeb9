// Articles as a Word document: each paragraph as the article has it, each comment on its words and in all parts that know of it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import { docxExporter } from "../../../shared/exporters/docx.ts";
import { exportOf, packed } from "../../../shared/exporters/index.ts";
import { cleanXml, elementsIn, readXml, textIn, type XmlElement } from "../../../shared/files/xml.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { type Remark, subjectIds } from "../../../shared/model/remark.ts";
import { spanHull } from "../../../shared/model/span.ts";
import { threadsOf } from "../../../shared/model/threads.ts";
import { paragraphsOf, plainArticle, randomBundle, sampleBundle } from "../../helpers/bundles.ts";
import { fullBundle } from "../../helpers/full-bundle.ts";
import { kitBundle } from "../../helpers/kit-bundle.ts";
import { runs } from "../../helpers/tier.ts";

/** The root of each part of the document, by its name. */
function partsOf(bundle: ExportBundle): ReadonlyMap<string, XmlElement> {
  return new Map(
    exportOf(docxExporter, bundle).files.map(({ name, bytes }) => {
      const read = readXml(Buffer.from(bytes).toString("utf8"));
      if (!read.ok) throw new Error(`${name}, line ${read.line}: ${read.why}`);
      return [name, read.root];
    }),
  );
}

const all = (element: XmlElement): XmlElement[] => [element, ...elementsIn(element).flatMap(all)];
const named = (root: XmlElement | undefined, name: string): readonly XmlElement[] =>
  root ? all(root).filter((element) => element.name === name) : [];
const valuesOf = (elements: readonly XmlElement[], attribute: string) =>
  elements.map(({ attributes }) => attributes.get(attribute));
const styleOf = (paragraph: XmlElement): string => valuesOf(named(paragraph, "w:pStyle"), "w:val")[0] ?? "";

function wordsOf(element: XmlElement): string {
  if (element.name === "w:t") return textIn(element);
  if (element.name === "w:tab") return "\t";
  return element.name === "w:br" ? "\n" : elementsIn(element).map(wordsOf).join("");
}

const bodyOf = (parts: ReadonlyMap<string, XmlElement>): readonly XmlElement[] => {
  const root = parts.get("word/document.xml");
  return root ? elementsIn(elementsIn(root)[0] ?? root) : [];
};

/** The paragraphs of the text of a document with one article, between what is known of it and what is behind it. */
function textParagraphs(parts: ReadonlyMap<string, XmlElement>): readonly XmlElement[] {
  const [, ...body] = bodyOf(parts);
  const behind = body.findIndex(
    (one, at) => at > 0 && (/^Heading[12]$/u.test(styleOf(one)) || one.name === "w:sectPr"),
  );
  return body.slice(1, behind).filter((one) => styleOf(one) !== "Facts");
}

const commentPartNames = ["comments", "commentsExtended", "commentsIds", "commentsExtensible"] as const;
const commentsIn = (parts: ReadonlyMap<string, XmlElement>) =>
  named(parts.get("word/comments.xml"), "w:comment");

const doneIn = (parts: ReadonlyMap<string, XmlElement>) =>
  new Set(valuesOf(named(parts.get("word/commentsExtended.xml"), "w15:commentEx"), "w15:done"));

/** The words between where each comment begins and ends, by its id. */
function anchoredWords(parts: ReadonlyMap<string, XmlElement>): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const open = new Set<string>();
  const walk = (element: XmlElement): void => {
    const id = element.attributes.get("w:id") ?? "";
    if (element.name === "w:commentRangeStart") open.add(id);
    if (element.name === "w:commentRangeStart") words.set(id, "");
    if (element.name === "w:commentRangeEnd") open.delete(id);
    const own = ["w:t", "w:tab", "w:br"].includes(element.name) ? wordsOf(element) : "";
    for (const one of open) words.set(one, (words.get(one) ?? "") + own);
    for (const child of elementsIn(element)) walk(child);
  };
  for (const one of bodyOf(parts)) walk(one);
  return words;
}

describe("the text", () => {
  it("has every character of every paragraph, and one comment for each card, mark in no card, exclusion and remark", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const parts = partsOf(bundle);
        const text = bundle.articles[0]?.text ?? "";
        expect(textParagraphs(parts).map(wordsOf)).toEqual(paragraphsOf(cleanXml(text)));
        const sets = bundle.articles.flatMap((article) => article.sets);
        expect(commentsIn(parts).length).toBe(sets.flatMap(subjectsOf).length);
      }),
      { numRuns: runs(30) },
    );
  });

  it("reads from right to left where it does, with the words of the other direction among them", () => {
    const parts = partsOf(plainArticle("He said “שלום”.\nאמר (BBC) השר.\n"));
    const [first, second] = textParagraphs(parts);
    expect(named(first, "w:bidi")).toEqual([]);
    expect(named(second, "w:bidi")).toHaveLength(1);
    const rightToLeft = [first, second].map((one) =>
      named(one, "w:r")
        .filter((run) => named(run, "w:rtl").length > 0)
        .map(wordsOf),
    );
    expect(rightToLeft).toEqual([["שלום"], ["אמר (", ") השר."]]);
  });

  it("has one direction over words of one direction, wherever marks part them", () => {
    const [article] = kitBundle().articles;
    if (!article) throw new Error("The kit has articles.");
    const [, second] = textParagraphs(partsOf({ ...kitBundle(), articles: [article] }));
    const leftToRight = named(second, "w:r").filter(
      (run) => wordsOf(run) !== "" && named(run, "w:rtl").length === 0,
    );
    expect(leftToRight.map(wordsOf).join("")).toBe("soft\u00adhyphen and 👩‍👩‍👧‍👦 too");
  });

  it.each([
    [{ kind: "heading", level: 1 }, "Heading2", 0],
    [{ kind: "heading", level: 6 }, "Heading3", 0],
    [{ kind: "quote" }, "Quote", 0],
    [{ kind: "caption" }, "Caption", 0],
    [{ kind: "preformatted" }, "HTMLPreformatted", 0],
    [{ kind: "list-item" }, "ListParagraph", 1],
    [{ kind: "row" }, "", 0],
  ] as const)("that is %j has the style %j", (block, style, signs) => {
    const text = "cell\tcell";
    const body = bodyOf(partsOf(plainArticle(text, [{ start: 0, end: text.length, ...block }])));
    const paragraph = body.find((one) => wordsOf(one) === text);
    expect(paragraph && styleOf(paragraph)).toBe(style);
    expect(named(paragraph, "w:numPr")).toHaveLength(signs);
  });

  it("counts the characters that XML cannot hold", () => {
    expect(exportOf(docxExporter, plainArticle("a\u0001b\u0000")).losses).toEqual([
      { what: "characters", count: 2, examples: ["U+0001", "U+0000"] },
    ]);
  });
});

describe("marks", () => {
  it("that cross or lie on the same words are shaded and underlined as their types, the shortest in front", () => {
    const bundle = kitBundle();
    const article = bundle.articles.find(({ article }) => article.title.startsWith("Kit 2"));
    if (!article) throw new Error("The kit has a second article.");
    const parts = partsOf({ ...bundle, articles: [article] });
    const looks = textParagraphs(parts)
      .flatMap((one) => named(one, "w:r"))
      .filter((run) => wordsOf(run) !== "")
      .map((run) => [
        wordsOf(run),
        ...["w:rStyle", "w:u", "w:shd"].map((name) => {
          const [property] = named(run, name);
          return property?.attributes.get("w:fill") ?? property?.attributes.get("w:val") ?? "";
        }),
      ]);
    expect(looks).toMatchInlineSnapshot(`
      [
        [
          "The mayor",
          "Mark1",
          "",
          "",
        ],
        [
          " ",
          "Mark1",
          "",
          "",
        ],
        [
          "of",
          "Mark1",
          "",
          "ecdabf",
        ],
        [
          " Rhyl said ",
          "Mark3",
          "",
          "",
        ],
        [
          "the bank",
          "Mark3",
          "",
          "",
        ],
        [
          " ",
          "Mark3",
          "",
          "",
        ],
        [
          "told",
          "Mark2",
          "",
          "ecdabf",
        ],
        [
          " her ",
          "Mark3",
          "",
          "",
        ],
        [
          "that ",
          "Mark3",
          "",
          "",
        ],
        [
          "rates",
          "Mark3",
          "",
          "",
        ],
        [
          " would fall, would fall",
          "Mark3",
          "",
          "",
        ],
        [
          ", soon",
          "Mark3",
          "",
          "",
        ],
        [
          ".",
          "",
          "",
          "",
        ],
      ]
    `);
    const styles = named(parts.get("word/styles.xml"), "w:style");
    const used = new Set(looks.map(([, style]) => style).filter((style) => style !== ""));
    expect([...used].filter((id) => !valuesOf(styles, "w:styleId").includes(id))).toEqual([]);
  });
});

describe("comments", () => {
  it("begin, end and are referred to once each, and are in all four parts", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => expectSound(partsOf(bundle))),
      { numRuns: runs(30) },
    );
    for (const bundle of [sampleBundle(), kitBundle(), fullBundle()]) expectSound(partsOf(bundle));
  });

  it("stand on the words that they are about", () => {
    fc.assert(
      fc.property(randomBundle, (bundle) => {
        const text = bundle.articles[0]?.text ?? "";
        const subjects = bundle.articles.flatMap(({ sets }) => sets.flatMap(subjectsOf));
        const anchored = [...anchoredWords(partsOf(bundle)).values()].map(withoutSpace).sort();
        const title = bundle.articles[0]?.article.title ?? "";
        const expected = subjects.map((place) =>
          withoutSpace(place && text.trim() !== "" ? cleanXml(text.slice(place.start, place.end)) : title),
        );
        expect(anchored).toEqual(expected.sort());
      }),
      { numRuns: runs(30) },
    );
  });

  it("say who made them and when, and what stands on the card", () => {
    const [comment] = commentsIn(partsOf(sampleBundle()));
    expect(Object.fromEntries(comment?.attributes ?? [])).toMatchInlineSnapshot(`
      {
        "w:author": "Anna Lind",
        "w:date": "2026-01-01T12:00:04Z",
        "w:id": "0",
        "w:initials": "AL",
      }
    `);
    expect(comment && elementsIn(comment).map(wordsOf)).toMatchInlineSnapshot(`
      [
        "Card 1",
        "Kind: indirect",
        "Voice: “Mayor Ana Ruiz” = Ana Ruiz (Speaker)",
        "Cue: “said”",
        "Claim: “The harbour bridge will close for at least a year from January”",
        "Claim type: plan",
        "Entity: Ana Ruiz (named person, mayor, Port Ellery)",
      ]
    `);
  });

  it("of a discussion are replies to the first, and done once it is resolved", () => {
    const parts = partsOf(discussed(["remark", "remark", "resolve"]));
    const replies = named(parts.get("word/commentsExtended.xml"), "w15:commentEx").filter(({ attributes }) =>
      attributes.has("w15:paraIdParent"),
    );
    expect(replies.length).toBe(2);
    const [parent] = new Set(valuesOf(replies, "w15:paraIdParent"));
    const first = commentsIn(parts).find(
      (one) => named(one, "w:p").at(-1)?.attributes.get("w14:paraId") === parent,
    );
    expect(first && wordsOf(first)).toBe("Word 0");
    expect(valuesOf(replies, "w15:done")).toEqual(["1", "1"]);
    const words = anchoredWords(parts);
    const thread = commentsIn(parts).filter((one) => /^(?:Word \d|Resolved)/u.test(wordsOf(one)));
    expect(new Set(valuesOf(thread, "w:id").map((id) => words.get(id ?? "")))).toEqual(
      new Set([words.get(first?.attributes.get("w:id") ?? "")]),
    );
    const inline = named(parts.get("word/document.xml"), "w:p").flatMap((one) => elementsIn(one));
    const end = inline.findIndex(
      ({ name, attributes }) =>
        name === "w:commentRangeEnd" && attributes.get("w:id") === first?.attributes.get("w:id"),
    );
    expect(inline.slice(end, end + 3).map(({ name }) => name)).toEqual(Array(3).fill("w:commentRangeEnd"));
  });

  it("of a discussion that was opened again are not done", () => {
    expect(doneIn(partsOf(discussed(["remark", "resolve", "reopen"])))).toEqual(new Set(["0"]));
  });

  it("of a discussion that somebody answered after it was resolved are not done, as in the window", () => {
    const parts = partsOf(discussed(["remark", "resolve", "remark"]));
    expect(doneIn(parts)).toEqual(new Set(["0"]));
  });

  it("of a discussion stand after what their author had read, whatever the clocks say", () => {
    const bundle = discussed(["remark", "remark", "remark"], (remark, at) =>
      at < 2 ? remark : { ...remark, after: "r1", provenance: { ...remark.provenance, at: longAgo } },
    );
    const words = commentsIn(partsOf(bundle)).map(wordsOf);
    expect(words.filter((one) => one.startsWith("Word"))).toEqual(["Word 0", "Word 1", "Word 2"]);
  });

  it("of a discussion are by whose set they lie in, whatever they claim", () => {
    const bundle = discussed(["remark"], (remark) => ({
      ...remark,
      provenance: { ...remark.provenance, annotator: "somebody" },
    }));
    const [remark] = commentsIn(partsOf(bundle)).filter((one) => wordsOf(one) === "Word 0");
    expect(remark?.attributes.get("w:author")).toBe("Anna Lind");
  });

  it("of a discussion about a mark that two sets have stand once, in the first of them", () => {
    const bundle = discussed(["remark"]);
    const [article] = bundle.articles;
    const [set] = article?.sets ?? [];
    if (!article || !set) throw new Error("The sample is annotated.");
    const same = { ...set, annotatorId: "somebody", remarks: [] };
    const comments = commentsIn(partsOf({ ...bundle, articles: [{ ...article, sets: [set, same] }] }));
    const places = comments.flatMap((one, at) => (wordsOf(one) === "Word 0" ? [at] : []));
    expect(places).toHaveLength(1);
    expect(places[0]).toBeLessThan(comments.length / 2);
  });

  it("of a colleague on somebody’s mark stand beside that mark", () => {
    const bundle = discussed(["remark"]);
    const [article] = bundle.articles;
    const [set] = article?.sets ?? [];
    if (!article || !set) throw new Error("The sample is annotated.");
    const { remarks = [], ...own } = set;
    const theirs: AnnotationSetJson = {
      ...set,
      annotatorId: "bo",
      spans: [],
      attributions: [],
      exclusions: [],
      remarks,
    };
    const annotators = [...bundle.annotators, { id: "bo", name: "Bo Berg" }];
    const parts = partsOf({ ...bundle, annotators, articles: [{ ...article, sets: [own, theirs] }] });
    const [remark] = commentsIn(parts).filter((one) => wordsOf(one) === "Word 0");
    const before = partsOf(bundle);
    const [beforeRemark] = commentsIn(before).filter((one) => wordsOf(one) === "Word 0");
    const place = (of: typeof parts, one: XmlElement | undefined) =>
      anchoredWords(of).get(one?.attributes.get("w:id") ?? "");
    expect(place(parts, remark)).toBe(place(before, beforeRemark));
  });

  it("are the same bytes for the same project", () => {
    const bytes = () => Buffer.from(packed(docxExporter, exportOf(docxExporter, fullBundle())));
    expect(bytes().equals(bytes())).toBe(true);
  });
});

function expectSound(parts: ReadonlyMap<string, XmlElement>): void {
  const [comments, extended, ids, extensible] = commentPartNames.map((name) => {
    const root = parts.get(`word/${name}.xml`);
    return root ? elementsIn(root) : [];
  }) as [XmlElement[], XmlElement[], XmlElement[], XmlElement[]];
  const own = valuesOf(comments, "w:id");
  expect(new Set(own).size).toBe(own.length);
  const paragraphIds = comments.map((one) => named(one, "w:p").at(-1)?.attributes.get("w14:paraId"));
  expect(new Set(paragraphIds).size).toBe(own.length);
  for (const id of paragraphIds) expect(id).toMatch(/^[0-7][0-9A-F]{7}$/u);
  expect(valuesOf(extended, "w15:paraId")).toEqual(paragraphIds);
  expect(valuesOf(ids, "w16cid:paraId")).toEqual(paragraphIds);
  expect(valuesOf(ids, "w16cid:durableId")).toEqual(valuesOf(extensible, "w16cex:durableId"));
  const document = parts.get("word/document.xml");
  const sorted = (values: readonly (string | undefined)[]) => [...values].sort();
  for (const name of ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"])
    expect(sorted(valuesOf(named(document, name), "w:id"))).toEqual(sorted(own));
  const open = new Set<string | undefined>();
  for (const { name, attributes } of document ? all(document) : []) {
    if (name === "w:commentRangeStart") open.add(attributes.get("w:id"));
    if (name === "w:commentRangeEnd") expect(open.delete(attributes.get("w:id"))).toBe(true);
    if (name === "w:commentReference") expect(open.has(attributes.get("w:id"))).toBe(false);
  }
}

const withoutSpace = (text: string): string => text.replace(/\s+/gu, "");

/** The stretches that a comment is expected on; `null` for a card without words. */
function subjectsOf(set: AnnotationSetJson) {
  const spans = new Map(set.spans.map((span) => [span.id, span]));
  const membersOf = ({ claim, cue, voice, via }: AnnotationSetJson["attributions"][number]) =>
    [claim, cue, ...voice, ...via.map(({ span }) => span)].flatMap((id) =>
      id === null ? [] : (spans.get(id) ?? []),
    );
  const inCards = new Set(set.attributions.flatMap(membersOf));
  return [
    ...set.attributions.map((card) => {
      const [member] = membersOf(card);
      return member ? spanHull(member) : null;
    }),
    ...set.spans.filter((span) => !inCards.has(span)).map(spanHull),
    ...set.exclusions.map(({ segment }) => segment),
    // A reply stands where its thread does, whatever it says that it is on.
    ...threadsOf([set]).flatMap(({ on, remarks }) => {
      const [id] = subjectIds(on);
      const card = set.attributions.find((one) => one.id === id);
      const span = spans.get(id ?? "") ?? (card && membersOf(card)[0]);
      return remarks.map(() => (span ? spanHull(span) : null));
    }),
  ];
}

const longAgo = "2020-01-01T00:00:00.000Z";

/** The first article of the sample with a discussion of its first mark. `changed`: each remark made into another. */
function discussed(
  kinds: readonly Remark["kind"][],
  changed: (remark: Remark, at: number) => Remark = (remark) => remark,
): ExportBundle {
  const bundle = sampleBundle();
  const [article] = bundle.articles;
  const [set] = article?.sets ?? [];
  const [span] = set?.spans ?? [];
  if (!article || !set || !span) throw new Error("The sample is annotated.");
  const remarks = kinds.map(
    (kind, at): Remark => ({
      ...{ id: `r${at}`, thread: "r0", kind, text: kind === "remark" ? `Word ${at}` : "", mentions: [] },
      on: { what: "span", id: span.id, quote: "a" },
      provenance: {
        annotator: set.annotatorId,
        at: `2026-01-0${at + 1}T00:00:00.000Z`,
        origin: { by: "human" },
      },
    }),
  );
  return { ...bundle, articles: [{ ...article, sets: [{ ...set, remarks: remarks.map(changed) }] }] };
}
