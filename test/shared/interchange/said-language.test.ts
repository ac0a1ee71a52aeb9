// What a person says of an article’s language goes before what its words look like, wherever its text is read again: in exports by sentences, and
// where annotators are measured.
import { expect, test } from "vitest";
import { measuredIn } from "../../../main/cli/commands/agreement.ts";
import { labelledSentences } from "../../../shared/interchange/word-tags.ts";
import type { ArticleFact } from "../../../shared/model/article.ts";
import { tableOf } from "../../../shared/model/table.ts";
import { finish } from "../../../shared/model/work.ts";
import { comparedArticle } from "../../../shared/review/agreement/compared-article.ts";
import { plantedProject } from "../../helpers/planted-statements.ts";

const text =
  "Der Umzug der Stadt war am 3. Mai, und die Straße ist für den Verkehr gesperrt, wie die Polizei mit dem Amt sagte. Er kam nicht, und das war gut so.";

const said = (value: string, from: ArticleFact["from"]): readonly ArticleFact[] => [
  { field: "language", value, from },
];

test("sentences of a table of words end where they do in the language that is said", () => {
  const sentences = (about?: readonly ArticleFact[]): number =>
    labelledSentences(
      {
        article: "a",
        title: "",
        text,
        annotator: null,
        spans: [],
        relations: [],
        ...(about && { about }),
      },
      [],
    ).length;
  expect(sentences()).toBe(2);
  expect(sentences(said("de", "person"))).toBe(2);
  expect(sentences(said("en", "person"))).toBe(3);
  // A page calls itself by the language of its publisher’s program.
  expect(sentences(said("en", "file"))).toBe(2);
});

test("annotators are compared over a text of the language that is said of it, or of its project", () => {
  const languageIn = (about: readonly ArticleFact[], articleLanguage?: string) => {
    const bundle = plantedProject([{ id: "A1", text, cards: [] }], []);
    const [planted] = bundle.articles;
    const [set] = planted?.sets ?? [];
    if (!planted || !set) throw new RangeError("An article was planted.");
    const sets = [set, { ...set, annotatorId: "second" }];
    const { articles, tagset, entities } = measuredIn(
      [
        {
          ...bundle,
          annotators: [...bundle.annotators, { id: "second", name: "Ben" }],
          tagset: { ...bundle.tagset, ...(articleLanguage !== undefined && { articleLanguage }) },
          articles: [{ ...planted, article: { ...planted.article, about }, sets }],
        },
      ],
      [],
    );
    const [article] = articles;
    if (!article) throw new RangeError("It is measured.");
    const choice = { entities: tableOf(entities), tagset, policies: [], types: null };
    return finish(comparedArticle(article, choice)).text.language;
  };
  expect(languageIn([])).toBe("de");
  expect(languageIn(said("fr", "person"))).toBe("fr");
  expect(languageIn([], "es")).toBe("es");
  expect(languageIn(said("fr", "person"), "es")).toBe("fr");
});
