// The record of changes in words: a value that was given, changed or taken away reads as a person would say it.
import { expect, test } from "vitest";
import { detailWords } from "../../../shared/api/reply-words.ts";
import type { RecordedField, RecordedLine } from "../../../shared/review/record.ts";
import { newsAttribution } from "../../../shared/tagsets/news-attribution.ts";
import { createWords } from "../../../shared/words/say.ts";

const inEnglish = createWords({ language: "en", tag: "en-GB" });
const inGerman = createWords({ language: "de", tag: "de-DE" });

const field = (name: string, from: string, to: string): RecordedField => ({ name, from, to });
const details = (what: RecordedLine["what"], fields: readonly RecordedField[], words = inEnglish) =>
  detailWords({ kind: "spans", id: "a", what, quote: "the board", fields }, newsAttribution, words);

test("a new value stands alone, a changed one beside the old one, and one that is gone is said to be", () => {
  const changes = [
    field("type", "cue", "speaker"),
    field("fields.channel", "", "interview"),
    field("note", "Ask her.", ""),
    // Of an entity.
    field("type", "", "person"),
  ];
  expect(details("changed", changes)).toEqual([
    "type: Cue → Speaker",
    "Channel: interview",
    "Cleared note (was Ask her.)",
    "type: person",
  ]);
});

test("of a mark that was made or removed it says what it is or was, and not again where", () => {
  const made = [field("type", "", "speaker"), field("segments", "", "the board")];
  expect(details("added", made)).toEqual(["Tagged as Speaker"]);
  expect(details("added", made, inGerman)).toEqual(["Als Sprecher markiert"]);
  const gone = made.map(({ name, to }) => field(name, to, ""));
  expect(details("removed", gone)).toEqual(["type: Speaker"]);
  expect(details("changed", [field("segments", "the board", "board")])).toEqual(["place: the board → board"]);
});
