// The stages below the rules, each by itself.
import { describe, expect, test } from "vitest";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import { withMarks } from "../../../shared/suggestions/quotation-edges.ts";
import { reportingShare } from "../../../shared/suggestions/reporting-shares.ts";
import { namesIn, readSentences, type Sentence } from "../../../shared/suggestions/sentence.ts";
import { readQuotations } from "../../../shared/suggestions/speech.ts";
import { subjectOf } from "../../../shared/suggestions/subjects.ts";
import { confidenceOf, suggest, weights } from "../../../shared/suggestions/suggest.ts";
import { tagText } from "../../../shared/suggestions/tag-text.ts";
import { formOf, lemmaOfVerb } from "../../../shared/suggestions/verb-groups.ts";

function sentencesOf(text: string): readonly Sentence[] {
  const article = articleTextOf(text);
  return readSentences(article, readQuotations(article));
}

const written = (text: string): readonly string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

describe("quotation marks", () => {
  const quoted = (text: string): readonly (readonly [string, boolean])[] =>
    readQuotations(articleTextOf(text)).map(({ start, end, isSpeech }) => [text.slice(start, end), isSpeech]);

  test.each([
    [
      "“It is,” he said, “over.”",
      [
        ["“It is,”", true],
        ["“over.”", false],
      ],
    ],
    [
      "“I think,” he said, “it is over.”",
      [
        ["“I think,”", true],
        ["“it is over.”", true],
      ],
    ],
    ["‘It is over,’ he said of the workers’ strike.", [["‘It is over,’", true]]],
    ["''It is over,'' he said.", [["''It is over,''", true]]],
    ['"Oz has a pulpit,” said Gorski.', [['"Oz has a pulpit,”', true]]],
    ["He called it a “disaster” and left.", [["“disaster”", false]]],
    ["She sang “American Skin” twice.", [["“American Skin”", false]]],
    ["“It goes on", [["“It goes on", true]]],
    ["He’s here; it’s Hart’s.", []],
  ] as const)("%s", (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});

describe("sentences", () => {
  test("a quotation of several sentences stays with who said it", () => {
    expect(written("“It is over. We lost.” That was all. “Why?” he asked.")).toEqual([
      "“It is over. We lost.”",
      "That was all.",
      "“Why?” he asked.",
    ]);
  });

  test("a quotation with its own full stop ends one, also before a verb of saying", () => {
    expect(written("He called it “a lie.” She said that it was true.")).toHaveLength(2);
  });

  test("one without end is read in pieces", () => {
    const pieces = sentencesOf("and so on ".repeat(500));
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.every(({ tokens }) => tokens.length <= 300)).toBe(true);
  });
});

describe("words", () => {
  const tags = (text: string, names?: ReadonlySet<string>): string =>
    tagText(text, { start: 0, end: text.length }, names)
      .map(({ text: word, pos }) => `${word}/${pos}`)
      .join(" ");

  test.each([
    ["The article read.", "read/VERB"],
    ["Political observers say it is.", "say/VERB"],
    ["Hart plans to go.", "plans/VERB"],
    ["It was at a campaign stop in Ohio.", "stop/NOUN"],
    ["They left, warning that it was late.", "warning/VERB"],
    ["His hope that it ends is small.", "hope/NOUN"],
    ["About 94 percent came.", "About/ADV"],
    ["It was a face-saving plan.", "face-saving/ADJ"],
  ])("%s has %s", (text, tag) => {
    expect(` ${tags(text)} `).toContain(` ${tag} `);
  });

  test("a name that the tagger does not know is one where the article writes it as one", () => {
    const text = "Lynch said no. Later a friend of Lynch came.";
    expect(namesIn(text)).toEqual(new Set(["Lynch"]));
    expect(namesIn("The cook said so, and Cook came.")).toEqual(new Set());
  });

  test("offsets hold where the tagger drops characters", () => {
    const text = "\ufeffHart\u00a0said \ufeffit was.";
    for (const { start, end, text: word } of tagText(text, { start: 0, end: text.length }))
      expect(text.slice(start, end)).toBe(word);
  });

  test("forms of verbs lead to their base", () => {
    expect(["said", "swore", "promising", "texted"].map((form) => lemmaOfVerb(form, form))).toEqual([
      "say",
      "swear",
      "promise",
      "text",
    ]);
    expect(["need", "proceed", "bring", "agreed"].map((form) => lemmaOfVerb(form, form))).toEqual([
      "need",
      "proceed",
      "bring",
      "agree",
    ]);
    expect([formOf("known", "know"), formOf("knew", "know"), formOf("says", "say")]).toEqual([
      "participle",
      "past",
      "third",
    ]);
    expect(reportingShare("say")).toBeGreaterThan(reportingShare("make"));
    expect(reportingShare("sit")).toBe(0);
  });
});

describe("verbs and their subjects", () => {
  const subjects = (text: string): readonly (readonly [string, string | null])[] =>
    sentencesOf(text).flatMap(({ tokens, groups }) =>
      groups.map(({ first, last }, at) => {
        const subject = subjectOf(tokens, groups, at);
        const words = (from: number, to: number): string =>
          text.slice(tokens[from]?.start ?? 0, tokens[to]?.end ?? 0);
        return [words(first, last), subject && words(subject.first, subject.last)] as const;
      }),
    );

  test.each([
    ["The mayor did not say so.", "did not say", "The mayor"],
    ["Hart, the mayor of Leeds, said so.", "said", "Hart, the mayor of Leeds"],
    [
      "Jo Hart, the mayor of Oslo, one of the cities that sue, said so.",
      "said",
      "Jo Hart, the mayor of Oslo, one of the cities that sue",
    ],
    ["In a statement Hart said so.", "said", "Hart"],
    ["Hart on Tuesday said so.", "said", "Hart"],
    ["Senator Jo Hart (D-Ohio) said so.", "said", "Senator Jo Hart (D-Ohio)"],
    ["Everyone I met said so.", "said", "Everyone I met"],
    ["The man who sold the boat said so.", "said", "The man who sold the boat"],
    ["People familiar with the matter said so.", "said", "People familiar with the matter"],
    ["Hart met the press and said so.", "said", "Hart"],
    ["Hart left early, saying so.", "saying", "Hart"],
    ["Citing the cold, Hart left early.", "Citing", "Hart"],
    ["Voters and officials said so.", "said", "Voters and officials"],
    ["A report released on Monday said so.", "said", "A report released on Monday"],
    ["They neither confirm nor deny it.", "neither confirm nor deny", "They"],
    ["As she put it, all is well.", "put it", "she"],
  ])("%s: %s is done by %s", (text, verb, who) => {
    expect(subjects(text)).toContainEqual([verb, who]);
  });
});

describe("kinds and edges", () => {
  const text = "He said “it is over” and left. “Why?” she asked.";
  const quotations = readQuotations(articleTextOf(text));
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  test("the marks at the edges come with the words", () => {
    expect(withMarks(text, quotations, [at("it is over")])).toEqual([at("“it is over”")]);
    expect(withMarks(text, quotations, [at("said “it is over")])).toEqual([at("said “it is over”")]);
    expect(withMarks(text, quotations, [at("it"), at("over")])).toEqual([at("“it"), at("over”")]);
  });

  test("a mark comes with its other one or not at all", () => {
    expect(withMarks(text, quotations, [at("is over")])).toEqual([at("is over")]);
    expect(withMarks(text, quotations, [at("over”")])).toEqual([at("over")]);
    expect(withMarks(text, quotations, [at("it is")])).toEqual([at("it is")]);
    expect(withMarks(text, quotations, [at("“it is")])).toEqual([at("it is")]);
    const open = "“It is over. We left.\n\n“They stay,” she said.";
    const read = readQuotations(articleTextOf(open));
    expect(withMarks(open, read, [{ start: 1, end: 20 }])).toEqual([{ start: 0, end: 21 }]);
  });
});

test("more of what speaks for a card makes it surer", () => {
  const plain = {
    rule: "object",
    share: 0.5,
    voice: "other",
    farVoice: false,
    modal: false,
    negated: false,
    present: false,
    form: "finite",
    subordinate: false,
    question: false,
    quoted: false,
    shortClaim: false,
    headline: false,
  } as const;
  const base = confidenceOf(plain);
  expect(confidenceOf({ ...plain, share: 0.9 })).toBeGreaterThan(base);
  expect(confidenceOf({ ...plain, voice: "name" })).toBeGreaterThan(base);
  expect(confidenceOf({ ...plain, rule: "quotation-before" })).toBeGreaterThan(base);
  expect(confidenceOf({ ...plain, modal: true })).toBeLessThan(base);
  expect(confidenceOf({ ...plain, share: 0 })).toBeGreaterThan(0);
  expect(confidenceOf(plain, { ...weights, bias: -100 })).toBeCloseTo(0);
});

test("what people do shows something by itself, and nobody says it, whatever verb of showing stands there", () => {
  const deeds = [
    "divergent characterizations",
    "announcement",
    "endorsements",
    "weak performance",
    "reluctance",
  ];
  const cuesOf = (text: string) => suggest(text).map(({ cue }) => text.slice(cue.start, cue.end));
  for (const verb of ["highlighted", "underscored", "confirmed", "signaled"])
    for (const deed of deeds)
      expect(
        cuesOf(`Talks went on. The ${deed} of the plans ${verb} the murky path forward for the allies.`),
      ).toEqual([]);
  for (const speaker of ["president", "government", "opposition", "organizations"])
    expect(cuesOf(`Talks went on. The ${speaker} in Oslo highlighted the murky path forward.`)).toEqual([
      "highlighted",
    ]);
});

test("“referring to” beside words that are said only tells what they mean, and “referred to” says something", () => {
  const cuesOf = (text: string) => suggest(text).map(({ cue }) => text.slice(cue.start, cue.end));
  for (const verb of ["referring", "alluding"])
    expect(cuesOf(`“They will help,” Ana Hart said, ${verb} to the European nations.`)).toEqual(["said"]);
  expect(cuesOf("On Monday Ana Hart appeared to be referring to the European nations.")).toEqual([]);
  expect(cuesOf("On Monday Ana Hart referred to the European nations.")).toEqual(["referred to"]);
});
