// What the German rules find in sentences of our own, and where they are silent. Voice | cue | claim.
import { describe, expect, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { sayingForms } from "../../../shared/suggestions/german/saying-verbs.ts";
import { readGermanQuotations, readGermanSentences } from "../../../shared/suggestions/german/sentences.ts";
import { suggest } from "../../../shared/suggestions/suggest.ts";

/** Small words enough for the language to be known, in which nobody says a thing. */
const prelude =
  "Der Regen ist in der Nacht über das Land gezogen, und die Straßen sind auch am Morgen noch nass.\n";

const found = (text: string): readonly string[] =>
  suggest(`${prelude}${text}`).map(({ voice, cue, apart, claim }) =>
    [voice ? [voice] : [], [cue, ...apart], claim]
      .map((part) => part.map(({ start, end }) => `${prelude}${text}`.slice(start, end)).join(" … ") || "–")
      .join(" | "),
  );

describe("quotations", () => {
  test.each([
    ["„Es reicht jetzt“, sagte Krug am Montag.", "Krug | sagte | „Es reicht jetzt“"],
    ["»Es reicht jetzt«, sagte die Ministerin.", "die Ministerin | sagte | »Es reicht jetzt«"],
    [
      "«Es reicht jetzt», äusserte sich Stadtrat Urs Frei.",
      "Stadtrat Urs Frei | äusserte sich | «Es reicht jetzt»",
    ],
    ['"Es reicht jetzt", so Krug weiter.', 'Krug | so | "Es reicht jetzt"'],
    ["Krug sagte: „Er hat ‚nein‘ gesagt.“", "Krug | sagte | „Er hat ‚nein‘ gesagt.“"],
    ["Dazu teilte das Amt mit: „Wir prüfen das.“", "das Amt | teilte … mit | „Wir prüfen das.“"],
    [
      "„Es reicht“, sagte Krug, „und zwar jetzt gleich.“",
      "Krug | sagte | „Es reicht“ … „und zwar jetzt gleich.“",
    ],
    ["Krug nannte den Plan „absurd und teuer“.", "Krug | nannte | „absurd und teuer“"],
    ["Das Gericht hat den Einwand als „abwegig“ bezeichnet.", "Das Gericht | hat … bezeichnet | „abwegig“"],
    ["Der Rat bezeichnete den Plan als ein „gutes Zeichen“.", "Der Rat | bezeichnete | „gutes Zeichen“"],
    ["Koppel wörtlich: „Das war es.“", "Koppel | wörtlich | „Das war es.“"],
    ["Krug sparte nicht mit Kritik: „Das reicht nicht.“", "Krug | sparte | „Das reicht nicht.“"],
    ["Dabei griff Krug die Stadt an: „Das reicht nicht.“", "Krug | griff … an | „Das reicht nicht.“"],
    ["Das Fazit von Anna Krug: „Das reicht nicht.“", "Anna Krug | Das Fazit | „Das reicht nicht.“"],
    ["„Das reicht uns allen“, freute sich Krug.", "Krug | freute sich | „Das reicht uns allen“"],
    ["Krug warf der Stadt „Wortbruch“ vor.", "Krug | warf … vor | „Wortbruch“"],
    ["Als „verpasste Chance“ bezeichnete Krug den Plan.", "Krug | bezeichnete | „verpasste Chance“"],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ["„Es reicht jetzt“, sagte Krug. „Wir gehen heim.“ Das Fest war aus.", ["„Wir gehen heim.“"]],
    [
      "„Es reicht jetzt“, sagte Krug. Der Saal sei zu klein. „Wir gehen heim.“ Er ging. „Nun ja.“",
      ["„Wir gehen heim.“"],
    ],
    ["„Es reicht jetzt“, sagte Krug. Der Saal sei zu klein: „Wir gehen heim.“", ["„Wir gehen heim.“"]],
    ["„Es reicht jetzt“, sagte Krug. Der Saal war zu klein. „Wir gehen heim.“", []],
    ["„Es reicht jetzt“, sagte Krug.\n„Wir gehen heim.“", []],
  ])(
    "one that goes on with what was said is a card of its own with the same voice and cue: %s",
    (text, more) => {
      expect(found(text)).toEqual(["„Es reicht jetzt“", ...more].map((claim) => `Krug | sagte | ${claim}`));
    },
  );

  test.each([
    ["Krug rief: „Es reicht jetzt!“ und „Wir gehen heim!“", "rief", "„Es reicht jetzt!“"],
    ["Der Saal sei zu klein, so Krug weiter: „Wir gehen heim!“", "so", "Der Saal sei zu klein"],
  ])("two in a sentence have a card each: %s", (text, cue, first) => {
    expect(found(text)).toEqual([`Krug | ${cue} | ${first}`, `Krug | ${cue} | „Wir gehen heim!“`]);
  });

  test("a title is no speech, and a full stop within one ends no sentence", () => {
    const article = articleTextOf(
      "Der „Spiegel“ berichtet. „Es ist aus. Ende.“ Dann ging er am 3. Mai zu Dr. Hart.",
    );
    const quotations = readGermanQuotations(article);
    expect(quotations.map(({ isSpeech }) => isSpeech)).toEqual([false, true]);
    expect(readGermanSentences(article, quotations)).toHaveLength(3);
  });
});

describe("clauses", () => {
  test.each([
    [
      "Die Polizei teilte am Abend mit, dass niemand verletzt sei.",
      "Die Polizei | teilte … mit | dass niemand verletzt sei",
    ],
    ["Er fragte den Rat, ob das Geld reiche.", "Er | fragte | ob das Geld reiche"],
    ["Krug hatte am Freitag erklärt, er sei unschuldig.", "Krug | hatte … erklärt | er sei unschuldig"],
    ["Sie forderte die Stadt auf, neue Bäume zu pflanzen.", "Sie | forderte … auf | neue Bäume zu pflanzen"],
    ["Der Mann sei tot, sagte ein Sprecher.", "ein Sprecher | sagte | Der Mann sei tot"],
    ["Der Mann, sagte ein Sprecher, sei tot.", "ein Sprecher | sagte | Der Mann … sei tot"],
    ["Krug, der lange krank war, sagte, dass er bleibe.", "Krug | sagte | dass er bleibe"],
    ["Der Vorsitzende, Elmar Gesse, sagte, er bleibe.", "Der Vorsitzende, Elmar Gesse | sagte | er bleibe"],
    ["Krug traf den Rat und sagte, dass er bleibe.", "Krug | sagte | dass er bleibe"],
    ["Am Montag sagte der Zeitung ein Sprecher, er bleibe.", "ein Sprecher | sagte | er bleibe"],
    ["Die Behörde geht davon aus, dass es regnet.", "Die Behörde | geht davon aus | dass es regnet"],
    ["Krug ist der Ansicht, dass es reicht.", "Krug | ist der Ansicht | dass es reicht"],
    ["Er glaube, dass es reiche, sagte Krug.", "Krug | sagte | Er glaube, dass es reiche"],
    ["Krug sagte, er sei müde, und ging nach Hause.", "Krug | sagte | er sei müde"],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

describe("phrases", () => {
  test.each([
    ["Laut Polizei brannte ein Auto aus.", "Polizei | Laut | brannte ein Auto aus"],
    ["Ein Auto brannte nach Angaben der Polizei aus.", "Angaben der Polizei | nach | Ein Auto brannte … aus"],
    ["Gemäss einer Mitteilung brannte ein Auto aus.", "einer Mitteilung | Gemäss | brannte ein Auto aus"],
    ["Ersten Berichten zufolge brannte ein Auto aus.", "Ersten Berichten | zufolge | brannte ein Auto aus"],
    ["Seiner Meinung nach brannte ein Auto aus.", "Seiner Meinung | nach | brannte ein Auto aus"],
    [
      "Wie die Polizei mitteilte, brannte ein Auto aus.",
      "die Polizei | Wie … mitteilte | brannte ein Auto aus",
    ],
    [
      "Ein Auto brannte aus, wie die Polizei mitteilte.",
      "die Polizei | wie … mitteilte | Ein Auto brannte aus",
    ],
    ["Das Auto sei alt gewesen, so die Polizei.", "die Polizei | so | Das Auto sei alt gewesen"],
    [
      "In dem Bericht heißt es, ein Auto sei ausgebrannt.",
      "dem Bericht | heißt es | ein Auto sei ausgebrannt",
    ],
  ])("%s", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });
});

test.each([
  "Er meldete einen Schaden, der am Morgen entstanden war.",
  "So viele Autos wurden verkauft, so viele wie noch nie.",
  "Damit bestätigt sich die Sorge, dass es regnet.",
  "Zwei Monate nach dem Bericht liegt das Urteil vor.",
  "Wenn es regnet, droht ihm eine Strafe.",
  "Nach dem Spiel ging er heim, und die Fans sangen.",
])("says nothing of “%s”", (text) => {
  expect(found(text)).toEqual([]);
});

test("forms of verbs come from their infinitives", () => {
  const verbs = (word: string) =>
    sayingForms.get(word)?.map(({ verb, form }) => `${verb.lemma} ${form}`) ?? [];
  expect(verbs("äusserte")).toContain("äussern finite");
  expect(verbs("bezeichnete")).toEqual(["bezeichnen finite"]);
  expect(verbs("mitgeteilt")).toEqual(["mitteilen participle"]);
  expect(verbs("mitzuteilen")).toEqual(["mitteilen infinitive"]);
  expect(verbs("schrieb")).toEqual(["schreiben finite"]);
  expect(verbs("geteilt")).toEqual(["mitteilen participle"]);
});
