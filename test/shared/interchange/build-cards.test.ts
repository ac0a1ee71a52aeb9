// Cards of what other tools tie by single relations, in whatever order and direction, and what of it does not fit is told.

import fc from "fast-check";
import { expect, it } from "vitest";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import { utf8 } from "../../../shared/files/zip.ts";
import { bundleOfDocuments } from "../../../shared/interchange/bundle-of-documents.ts";
import { guessMapping } from "../../../shared/interchange/mapping.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { hashOf } from "../../helpers/bundles.ts";

const text = "Venn said that it rains. Berg agreed, she said.";

/** The cards and what was left out of brat's lines beside `T1 Source Venn`, `T2 Cue said`, `T3 Content that it rains`. */
function cardsOf(...lines: readonly string[]) {
  const bounds = ["T1\tSource 0 4\tVenn", "T2\tCue 5 9\tsaid", "T3\tContent 10 23\tthat it rains"];
  return eventsOf(text, [...bounds, ...lines]);
}

/** The same of all lines of a file. */
function eventsOf(text: string, lines: readonly string[]) {
  const ann = [...lines, ""].join("\n");
  const files = { "a.txt": text, "a.ann": ann };
  const importer = annotationImporterById("brat");
  const named = Object.entries(files).map(([name, value]) => ({
    name,
    bytes: new TextEncoder().encode(value),
  }));
  const read = importer && readAnnotations(importer, named, hashOf);
  if (!read?.ok) throw new Error(JSON.stringify(read));
  expect(read.rejected).toEqual([]);
  const { documents } = read;
  const mapping = {
    ...guessMapping(documents, newsAttribution),
    spans: { ...guessMapping(documents, newsAttribution).spans, Source: "speaker" },
  };
  const { bundle, rejected } = bundleOfDocuments({
    ...{ documents, mapping, tagset: newsAttribution, from: "brat", at: "2026-01-01", generator: "Sayso" },
    ...{ title: "T", unnamed: "Nobody", known: [], hashOf },
  });
  const [set] = bundle.articles[0]?.sets ?? [];
  const words = (id: string | null) =>
    set?.spans
      .find((span) => span.id === id)
      ?.segments.map(({ quote }) => quote)
      .join(" ") ?? null;
  const cards = set?.attributions.map(({ voice, cue, claim }) => [
    voice.map(words),
    words(cue),
    words(claim),
  ]);
  return {
    ...{ set, cards, findings: rejected },
    rejected: rejected.map(({ what }) => (typeof what === "string" ? what : what.key)),
  };
}

const whole = [[["Venn"], "said", "that it rains"]];

it.each([
  ["claim to cue and cue to speaker", ["R1\tHas-cue Arg1:T3 Arg2:T2", "R2\tSpeaker Arg1:T2 Arg2:T1"]],
  ["cue to speaker and claim to cue", ["R1\tSpeaker Arg1:T2 Arg2:T1", "R2\tHas-cue Arg1:T3 Arg2:T2"]],
  ["cue to claim and claim to speaker", ["R1\tContent Arg1:T2 Arg2:T3", "R2\tSpeaker Arg1:T3 Arg2:T1"]],
  ["claim to both", ["R1\tHas-cue Arg1:T3 Arg2:T2", "R2\tSpeaker Arg1:T3 Arg2:T1"]],
  ["an event on the cue", ["E1\tCue:T2 Source:T1 Content:T3"]],
])("%s is one card", (_name, lines) => {
  expect(cardsOf(...lines)).toMatchObject({ cards: whole, rejected: [] });
});

it.each(["Attribution", "Cue"])("the trigger of an event is its card's cue, labelled %s or not", (label) => {
  const text = "Venn said that it rains.";
  const bounds = ["T1\tSpeaker 0 4\tVenn", `T2\t${label} 5 9\tsaid`, "T3\tClaim 10 23\tthat it rains"];
  expect(eventsOf(text, [...bounds, "E1\tAttribution:T2 Source:T1 Content:T3"])).toMatchObject({
    cards: [[["Venn"], "said", "that it rains"]],
    rejected: [],
  });
});

const roles = ["Source", "Cue", "Content"] as const;
const labels = ["Speaker", "Cue", "Claim"] as const;
const ofWord = fc.record({ word: fc.nat(9), role: fc.nat(2) });
const anyEvent = fc.record({
  trigger: fc.nat(9),
  label: fc.constantFrom("Attribution", "Cue", "Trigger"),
  fillers: fc.uniqueArray(ofWord, { maxLength: 3, selector: ({ role }) => role }),
});

it("the words of every trigger are marked in the card of its event, or told", () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { minLength: 1, maxLength: 4 }), (events) => {
      const words = Array.from({ length: 10 }, (_, at) => `word${at}`);
      const bound = (id: string, label: string, word: number) =>
        `${id}\t${label} ${word * 6} ${word * 6 + 5}\tword${word}`;
      const lines = events.flatMap(({ trigger, label, fillers }, at) => [
        bound(`T${at}9`, label, trigger),
        ...fillers.map(({ word, role }, nth) => bound(`T${at}${nth}`, labels[role] ?? "", word)),
        `E${at}\tAttribution:T${at}9${fillers.map(({ role }, nth) => ` ${roles[role]}:T${at}${nth}`).join("")}`,
      ]);
      const { cards = [], findings } = eventsOf(words.join(" "), lines);
      expect(cards).toHaveLength(events.length);
      for (const { trigger } of events) {
        const word = `word${trigger}`;
        const isTold = findings.some(
          ({ where }) => typeof where !== "string" && where.values?.words === word,
        );
        expect(isTold || cards.some((card) => card.flat().includes(word))).toBe(true);
      }
      const cues = events.map(({ trigger, fillers }) => {
        const cue = fillers.find(({ role }) => role === 1);
        const isFree = fillers.every(({ word }) => word !== trigger);
        return cue ? `word${cue.word}` : isFree ? `word${trigger}` : null;
      });
      expect(cards.map(([, cue]) => cue).sort()).toEqual(cues.sort());
    }),
  );
});

it("a cue that two events share is one span", () => {
  const text = "Venn said that it rains. Berg agreed, she said.";
  const lines = ["T1\tAttribution 5 9\tsaid", "T2\tClaim 10 23", "T3\tClaim 25 36"];
  const events = ["E1\tAttribution:T1 Content:T2", "E2\tAttribution:T1 Content:T3"];
  const { set, cards } = eventsOf(text, [...lines, ...events]);
  expect(new Set(cards?.map(String))).toEqual(new Set([",said,that it rains", ",said,Berg agreed"]));
  expect(set?.spans).toHaveLength(3);
});

it("a cue of two claims gives its speaker to both", () => {
  const lines = [
    "T4\tContent 25 36\tBerg agreed",
    "R1\tHas-cue Arg1:T3 Arg2:T2",
    "R2\tHas-cue Arg1:T4 Arg2:T2",
    "R3\tSpeaker Arg1:T2 Arg2:T1",
  ];
  expect(cardsOf(...lines)).toMatchObject({
    cards: [
      [["Venn"], "said", "that it rains"],
      [["Venn"], "said", "Berg agreed"],
    ],
    rejected: [],
  });
});

it("a second content of an event is told, and the first one kept", () => {
  const lines = ["T4\tContent 25 36\tBerg agreed", "E1\tCue:T2 Source:T1 Content:T3 Content2:T4"];
  expect(cardsOf(...lines)).toMatchObject({ cards: whole, rejected: ["interchange.slot-filled"] });
});

it("labels of PolNeAR without a source are known by the rest of their names, and a relation to what is left out is told", () => {
  const lines = [
    "T4\tContent-no-source 25 36\tBerg agreed",
    "T5\tPlace 38 41\tshe",
    "R1\tSpeaker Arg1:T3 Arg2:T5",
  ];
  const { rejected } = cardsOf(...lines);
  expect(rejected).toEqual(["interchange.label-unmapped", "interchange.relation-ends"]);
});

it("a note on a mark of a card is the card's, and one on another mark a remark on it", () => {
  const lines = [
    "T4\tSpeaker 25 29\tBerg",
    "R1\tSpeaker Arg1:T3 Arg2:T1",
    "#1\tAnnotatorNotes T3\tlook here",
    "#2\tAnnotatorNotes T4\twho is that?",
    "#3\tAnnotatorNotes T4\tand why?",
  ];
  const { set, rejected } = cardsOf(...lines);
  expect(set?.attributions.map(({ note }) => note)).toEqual(["look here"]);
  expect(set?.remarks?.map(({ text: said, on }) => [said, on.what === "span" && on.quote])).toEqual([
    ["who is that?\nand why?", "Berg"],
  ]);
  expect(rejected).toEqual([]);
});

it("relations in both directions are one card, and a second card around a card is told", () => {
  const lines = ["R1\tHas-cue Arg1:T3 Arg2:T2", "R2\tContent Arg1:T2 Arg2:T3", "R3\tSpeaker Arg1:T2 Arg2:T1"];
  expect(cardsOf(...lines)).toMatchObject({ cards: whole, rejected: [] });
});

it("RiQuA, whose relations lead from entities and cues to quotations, becomes cards", () => {
  const text = "“Rain,” said Ada to Bo. “Again.”";
  const marks = [
    ["T1", "Quotation", "“Rain,”"],
    ["T2", "Cue", "said"],
    ["T3", "Entity", "Ada"],
    ["T4", "Entity", "Bo"],
    ["T5", "Quotation", "“Again.”"],
  ] as const;
  const bounds = marks.map(([id, label, words]) => {
    const start = text.indexOf(words);
    return `${id}\t${label} ${start} ${start + words.length}\t${words}`;
  });
  const ties = ["Speaker T3 T1", "Cueing T2 T1", "Addressee T4 T1", "Speaker T3 T5"].map((tie, at) => {
    const [label, from, to] = tie.split(" ");
    return `R${at + 1}\t${label} Arg1:${from} Arg2:${to}`;
  });
  const brat = annotationImporterById("brat");
  const files = [
    { name: "emma.txt", bytes: utf8(text) },
    { name: "emma.ann", bytes: utf8([...bounds, ...ties].join("\n")) },
  ];
  const read = brat && readAnnotations(brat, files, hashOf);
  if (!read?.ok) throw new Error(JSON.stringify(read));
  const { documents } = read;
  const { bundle, rejected } = bundleOfDocuments({
    ...{
      documents,
      mapping: guessMapping(documents, newsAttribution),
      tagset: newsAttribution,
      from: "brat",
    },
    ...{ at: "2026-01-01T00:00:00.000Z", generator: "", title: "", unnamed: "Ana", known: [], hashOf },
  });
  const [set] = bundle.articles.flatMap(({ sets }) => sets);
  const words = (id: string | null) => set?.spans.find((span) => span.id === id)?.segments[0]?.quote ?? null;
  const cards = set?.attributions.map(({ voice, cue, claim }) => [
    voice.map(words),
    words(cue),
    words(claim),
  ]);
  expect(new Set(cards?.map((card) => JSON.stringify(card)))).toEqual(
    new Set([JSON.stringify([["Ada"], "said", "“Rain,”"]), JSON.stringify([["Ada"], null, "“Again.”"])]),
  );
  expect(set?.spans.length).toBe(marks.length);
  expect(rejected).toMatchObject([{ units: 1, isUnmapped: true, what: { values: { label: "Addressee" } } }]);
});
