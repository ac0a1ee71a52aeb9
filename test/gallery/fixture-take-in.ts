// What a colleague's package would do, in every way that a set can be met with.
import type { TakeInPreview, TakeInRow } from "../../shared/api/take-in.ts";

const row = (more: Partial<TakeInRow> & Pick<TakeInRow, "outcome">): TakeInRow => ({
  cameAs: "harbour",
  article: "harbour",
  title: "Harbour bridge to reopen in May",
  isBrought: false,
  annotator: { id: "kim", name: "Kim Osei" },
  spans: 42,
  cards: 14,
  carried: null,
  again: null,
  merge: null,
  ...more,
});

export const takeInPreview: TakeInPreview = {
  ok: true,
  file: "Harbour – Kim Osei.json",
  form: "package",
  sha256: "0".repeat(64),
  project: "Harbour",
  exportedAt: "2026-03-03T09:12:00.000Z",
  generator: "Sayso 0.1.0",
  blind: false,
  isVerified: true,
  otherTagset: true,
  twins: [],
  rows: [
    row({ outcome: "new" }),
    row({
      outcome: "own",
      annotator: { id: "dana", name: "Dana Analyst" },
      carried: {
        from: "2".repeat(64),
        unmoved: 11,
        moved: 29,
        lost: [
          { kind: "spans", id: "w", quote: "a spokesman for the port", why: "missing" },
          { kind: "spans", id: "z", quote: "told", why: "ambiguous" },
        ],
        lostInAll: 2,
        doubtfulInAll: 1,
        confidence: 0.98,
      },
      merge: {
        added: 3,
        updated: 1,
        removed: 0,
        conflicts: [
          {
            key: "harbour attributions a",
            kind: "attributions",
            why: "both-changed",
            quote: "The bridge will be safe by May",
            fields: [
              { name: "fields.polarity", ours: "asserts", theirs: "denies" },
              { name: "note", ours: "", theirs: "Asked again on Monday." },
            ],
            removedBy: null,
            isDecidable: true,
          },
          {
            key: "harbour spans b",
            kind: "spans",
            why: "removed-and-changed",
            quote: "according to the harbour office",
            fields: [],
            removedBy: "ours",
            isDecidable: true,
          },
        ],
      },
    }),
    row({ outcome: "older", annotator: { id: "lea", name: "Lea Brandt" }, spans: 12, cards: 4 }),
    row({
      outcome: "newer",
      cameAs: "quota",
      article: "quota",
      title: "Fishers and ministry at odds over cod quota",
      carried: {
        from: "1".repeat(64),
        unmoved: 5,
        moved: 34,
        lost: [
          { kind: "spans", id: "x", quote: "the ministry’s own scientists", why: "missing" },
          { kind: "spans", id: "y", quote: "said", why: "ambiguous" },
        ],
        lostInAll: 2,
        doubtfulInAll: 1,
        confidence: 0.93,
      },
    }),
    row({
      outcome: "new",
      cameAs: "ferry",
      article: "ferry",
      title: "Ferry strike enters second week",
      isBrought: true,
    }),
  ],
  missing: [
    {
      id: "ferry",
      title: "Ferry strike enters second week",
      length: 3_204,
      isBrought: true,
      isNamesake: false,
    },
  ],
  annotators: [{ id: "kim", name: "Kim Osei" }],
  alike: [],
  entities: 7,
  assignments: 0,
  unfinished: 2,
  mended: null,
  foreign: null,
};
