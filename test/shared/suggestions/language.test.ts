import { expect, test } from "vitest";
import { supportOf } from "../../../shared/suggestions/language-support.ts";
import { suggest } from "../../../shared/suggestions/suggest.ts";

const german = `Der Haushalt wird im kommenden Jahr steigen, und das gefällt nicht jedem im Parlament.
„Wir geben nicht nach“, sagte Finanzministerin Anna Krug am Montag in Berlin. Der Sprecher der Opposition erklärte dazu: „Das ist ein Scherz.“
Der Bürgermeister sagte, dass die Brücke gesperrt werde. Laut dem Ministerium sind zwölf Orte betroffen. »Es reicht«, so Krug.`;
const french = `Le budget augmentera l’an prochain, et cela ne plaît pas à tout le monde dans la majorité.
« Nous ne céderons pas », a déclaré la ministre Anne Leroy lundi à Paris. « C’est notre devoir », a-t-elle ajouté.
Le maire a affirmé que le pont serait fermé au printemps. Selon le ministère, douze communes sont concernées.`;
const spanish = `El presupuesto subirá el año que viene, y eso no gusta a todos en la mayoría del Congreso.
«No vamos a ceder», afirmó la ministra Ana Ruiz el lunes en Madrid. El portavoz de la oposición respondió: «Es una broma».
El alcalde dijo que el puente se cerrará en primavera. Según el ministerio, doce municipios están afectados.`;
const italian = `Il bilancio aumenterà nel prossimo anno e questo non piace a tutti nella maggioranza, che lo ha detto più volte. «Non cederemo», ha detto la ministra Anna Rossi lunedì a Roma. Il sindaco ha affermato che il ponte sarà chiuso per la primavera.`;

const found = (text: string): readonly string[] =>
  suggest(text).map(({ voice, cue, claim, kind }) =>
    [voice, cue, ...claim]
      .map((one) => (one ? text.slice(one.start, one.end) : "–"))
      .concat(kind)
      .join(" | "),
  );

test("what is suggested in each language", () => {
  expect((["en", "de", "fr", null] as const).map(supportOf)).toEqual([
    "complete",
    "cards",
    "lexicon",
    "none",
  ]);
  for (const text of [german, french, spanish]) expect(suggest(text).length).toBeGreaterThan(2);
  expect(suggest(italian)).toEqual([]);
});

test("German: quotations with their voices, clauses with “dass”, “laut”", () => {
  expect(found(german)).toEqual([
    "Finanzministerin Anna Krug | sagte | „Wir geben nicht nach“ | direct",
    "Der Sprecher der Opposition | erklärte | „Das ist ein Scherz.“ | direct",
    "Der Bürgermeister | sagte | dass die Brücke gesperrt werde | indirect",
    "dem Ministerium | Laut | sind zwölf Orte betroffen | indirect",
    "Krug | so | »Es reicht« | direct",
  ]);
});

test("French: inverted pronouns too", () => {
  expect(found(french)).toEqual([
    "la ministre Anne Leroy | a déclaré | « Nous ne céderons pas » | direct",
    "elle | ajouté | « C’est notre devoir » | direct",
    "Le maire | a affirmé | que le pont serait fermé au printemps | indirect",
    "le ministère | Selon | douze communes sont concernées | indirect",
  ]);
});

test("Spanish", () => {
  expect(found(spanish)).toEqual([
    "la ministra Ana Ruiz | afirmó | «No vamos a ceder» | direct",
    "El portavoz de la oposición | respondió | «Es una broma» | direct",
    "El alcalde | dijo | que el puente se cerrará en primavera | indirect",
    "el ministerio | Según | doce municipios están afectados | indirect",
  ]);
});

test("a language that is not known gets nothing", () => {
  expect(found(italian)).toEqual([]);
});
