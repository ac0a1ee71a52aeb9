// The record of changes in words: a value that was given, changed or taken away reads as a person would say it.
import { expect, test } from "vitest";
import { fieldsBesideQuote, fieldWords } from "../../../shared/api/reply-words.ts";
import type { RecordedField, RecordedLine } from "../../../shared/review/record.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { createWords } from "../../../shared/words/say.ts";

const inEnglish = createWords({ language: "en", tag: "en-GB" });
const inGerman = createWords({ language: "de", tag: "de-DE" });
const field = (name: string, from: string, to: string): RecordedField => ({ name, from, to });
const says = (name: string, from: string, to: string): string =>
  fieldWords(field(name, from, to), newsAttribution, inEnglish);

test("a new value stands alone, a changed one beside the old one, and one that is gone is said to be", () => {
  expect(says("type", "", "speaker")).toBe("Tagged as Speaker");
  expect(fieldWords(field("type", "", "speaker"), newsAttribution, inGerman)).toBe("Als Sprecher markiert");
  expect(says("type", "cue", "speaker")).toBe("type: Cue → Speaker");
  // Of an entity.
  expect(says("type", "", "person")).toBe("type: person");
  expect(says("fields.channel", "", "interview")).toBe("Channel: interview");
  expect(says("note", "Ask her.", "")).toBe("note removed: Ask her.");
});

test("where a new mark is, its quote says", () => {
  const line: RecordedLine = {
    ...{ kind: "spans", id: "a", what: "added", quote: "the board" },
    fields: [field("type", "", "speaker"), field("segments", "", "the board")],
  };
  expect(fieldsBesideQuote(line)).toEqual([field("type", "", "speaker")]);
  const moved = [field("segments", "the board", "board")];
  expect(fieldsBesideQuote({ ...line, what: "changed", fields: moved })).toEqual(moved);
});
