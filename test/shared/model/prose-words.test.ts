// Sentences, clauses and words in the article's language: its abbreviations, its quotation marks, what is written together in it.
import { describe, expect, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { articleLanguages } from "../../../shared/model/language.ts";
import { proseWordsOf } from "../../../shared/model/prose-words.ts";
import type { Range } from "../../../shared/model/range.ts";
import { sentencesIn } from "../../../shared/model/sentences.ts";
import { snapToWords } from "../../../shared/model/text-units.ts";
import { clausesIn } from "../../../shared/model/unit-ranges.ts";

type Language = (typeof articleLanguages)[number];

const parts = (language: Language, text: string, read: typeof sentencesIn): readonly string[] => {
  const article = articleTextOf(text, language);
  return article.paragraphs
    .flatMap((paragraph) => read(article, paragraph))
    .map(({ start, end }: Range) => text.slice(start, end));
};

/** The words that a selection of these letters is taken to mean. */
const snapped = (language: Language, text: string, letters: string): string | null => {
  const start = text.indexOf(letters);
  const range = snapToWords(articleTextOf(text, language), { start, end: start + letters.length });
  return range && text.slice(range.start, range.end);
};

describe("German", () => {
  test("ordinals and abbreviations end no sentence, and quotation marks close one", () => {
    expect(
      parts(
        "de",
        "Am 3. Mai kam Dr. Hart z.B. nach Bern. „Es ist aus.“ Dann ging er. Das war 2019. Es blieb so.",
        sentencesIn,
      ),
    ).toEqual([
      "Am 3. Mai kam Dr. Hart z.B. nach Bern.",
      "„Es ist aus.“",
      "Dann ging er.",
      "Das war 2019.",
      "Es blieb so.",
    ]);
    expect(parts("de", "«Es ist aus.» Sagte er das? Am 3. Er kam.", sentencesIn)).toEqual([
      "«Es ist aus.»",
      "Sagte er das?",
      "Am 3.",
      "Er kam.",
    ]);
  });

  test("clauses are cut at commas alone, and not at English words", () => {
    expect(parts("de", "Er sagte, dass er, wenn es regnet, die Who hört.", clausesIn)).toEqual([
      "Er sagte",
      "dass er",
      "wenn es regnet",
      "die Who hört.",
    ]);
  });

  test("abbreviations and inclusive forms are one word", () => {
    const text = "Viele Bürger:innen, z.B. Dr. Hart, kamen am 3. Mai.";
    expect([snapped("de", text, "ürge"), snapped("de", text, "z"), snapped("de", text, "3")]).toEqual([
      "Bürger:innen",
      "z.B.",
      "3.",
    ]);
  });
});

describe("French", () => {
  test("what is written together with the next word is a word of its own", () => {
    const text = "Il dit qu’il a vu l’homme d'affaires aujourd’hui.";
    expect(["homm", "il a", "ffaires", "ujour"].map((letters) => snapped("fr", text, letters))).toEqual([
      "homme",
      "il a",
      "affaires",
      "aujourd’hui",
    ]);
    expect(snapped("en", text, "homm")).toBe("l’homme");
  });

  test("clauses begin at “que”, and M. ends no sentence", () => {
    expect(parts("fr", "M. Hart a dit que le pont est fermé. Il part.", sentencesIn)).toEqual([
      "M. Hart a dit que le pont est fermé.",
      "Il part.",
    ]);
    expect(parts("fr", "M. Hart a dit que le pont est fermé.", clausesIn)).toEqual([
      "M. Hart a dit",
      "que le pont est fermé.",
    ]);
  });
});

test("a language without words of its own is read as English is", () => {
  expect(proseWordsOf(null)).toBe(proseWordsOf("en"));
  expect(parts("es", "El Sr. Ruiz dijo that no.", clausesIn)).toEqual(["El Sr. Ruiz dijo", "that no."]);
});

test("every list is written in small letters", () => {
  for (const language of articleLanguages) {
    const { leading, trailing, numbered, plain, openers } = proseWordsOf(language);
    for (const word of [leading, trailing, numbered, plain, openers].flatMap((list) => [...list]))
      expect([language, word]).toEqual([language, word.toLowerCase()]);
  }
});
