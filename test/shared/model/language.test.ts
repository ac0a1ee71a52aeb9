// By which language an article is read: as a person says, as its words tell, as its file says, in this order.
import { expect, test } from "vitest";
import type { ArticleFact } from "../../../shared/model/article.ts";
import { languageOf, languageOfArticle } from "../../../shared/model/language.ts";
import { goldArticles } from "../../helpers/gold.ts";

const german =
  "Der Haushalt wird im kommenden Jahr steigen, und das gefällt nicht jedem im Parlament. Der Bürgermeister sagte, dass die Brücke gesperrt werde.";
const french =
  "Le budget augmentera l’an prochain, et cela ne plaît pas à tout le monde dans la majorité. Le maire a affirmé que le pont serait fermé au printemps.";
const spanish =
  "El presupuesto subirá el año que viene, y eso no gusta a todos en la mayoría del Congreso. El alcalde dijo que el puente se cerrará en primavera.";
const italian =
  "Il bilancio aumenterà nel prossimo anno e questo non piace a tutti nella maggioranza, che lo ha detto più volte. Il sindaco ha affermato che il ponte sarà chiuso per la primavera.";
const numbers = "12 40 87 13\n22 41 86 12\n".repeat(8);

test("the small words of a text tell", () => {
  expect([german, french, spanish, italian].map(languageOf)).toEqual(["de", "fr", "es", null]);
  expect([languageOf("Hart said no."), languageOf("قال الوزير إن الميزانية"), languageOf("")]).toEqual([
    "en",
    null,
    null,
  ]);
  for (const { id, text } of goldArticles()) expect([id, languageOf(text)]).toEqual([id, "en"]);
});

const fact = (value: string, from: ArticleFact["from"]): ArticleFact => ({ field: "language", value, from });

test("a person goes before the text, and the text before the file", () => {
  const read = (text: string, ...about: ArticleFact[]) => languageOfArticle({ about }, text, undefined);
  expect(read(german)).toBe("de");
  expect(read(german, fact("en-US", "file"))).toBe("de");
  expect(read(german, fact("FR_ca", "person"))).toBe("fr");
  expect(read(german, fact("en", "file"), fact("it", "person"))).toBe(null);
  expect(read(german, fact("", "person"))).toBe("de");
  expect(read(numbers, fact("de-CH", "file"))).toBe("de");
  expect(read(numbers)).toBe(null);
});

test("what somebody said of the project stands between the article's own and the text", () => {
  expect(languageOfArticle({}, german, "fr")).toBe("fr");
  expect(languageOfArticle({ about: [fact("es", "person")] }, german, "fr")).toBe("es");
  expect(languageOfArticle({ about: [fact("es", "file")] }, german, "fr")).toBe("fr");
  // A language that a later version knows.
  expect(languageOfArticle({}, german, "it")).toBe("de");
});
