// Sentences as newspapers write them, marked as they should be read: what each rule finds, exactly, and what it leaves.
import { expect, test } from "vitest";
import { type SuggestionRule, suggestionRules } from "../../../shared/suggestions/candidate.ts";
import { suggest } from "../../../shared/suggestions/suggest.ts";
import { isKey } from "../../../shared/words/keys.ts";
import { parseGold } from "../../helpers/gold.ts";

const examples: readonly (readonly [rule: SuggestionRule, marked: string])[] = [
  ["quotation-before", "{k1|“It will hold,”} {v1|Hart} {c1|said} on Monday."],
  ["quotation-before", "{k1|“Will it hold?”} {c1|asked} {v1|the mayor}."],
  ["quotation-before", "{k1|“I think,”} {v1|she} {c1|said}, {k1|“that it will hold.”}"],
  ["quotation-before", "{k1|‘It will hold,’} {v1|he} {c1|told} reporters in Leeds."],
  ["quotation-before", "{k1|''It will hold,''} {c1|said} {v1|Mr. Hart}."],
  ["quotation-before", "{k1|“It will hold,”} {v1|Hart} {c1|said}. {k1|“It always has.”}"],
  ["clause-before", "{k1|It was “a disaster,”} {v1|she} {c1|said}."],
  ["quotation-before", "{k1|“It will hold,”} {c1|said} {v1|Ada Hart, the mayor of the town}."],
  ["quotation-after", "{v1|The mayor} {c1|warned}: {k1|“It will not hold for long.”}"],
  ["quotation-after", "{v1|She} {c1|told} the council on Tuesday, {k1|“We will wait for spring.”}"],
  ["quotation-after", "{v1|The paper} {c1|wrote}:\n\n{k1|“It will not hold for long.”}"],
  ["clause-before", "{k1|The bridge will close in May}, {v1|two officials} {c1|said}."],
  ["clause-before", "{k1|The bridge will close in May}, {c1|said} {v1|Ada Hart, who heads the council}."],
  ["clause-around", "{k1|The bridge}, {v1|he} {c1|said}, {k1|will close in May}."],
  ["that-clause", "{v1|The ministry} {c1|said} on Friday {k1|that the bridge would close}."],
  ["that-clause", "{v1|Hart, who was elected in May,} {c1|also insisted} {k1|that it would hold}."],
  ["that-clause", "{v1|The owner} {c1|told} police {k1|that he had been asleep}."],
  ["bare-clause", "{v1|Officials} {c1|say} {k1|the bridge is safe}."],
  ["bare-clause", "{v1|Hart} {c1|did not say} {k1|the bridge was safe}."],
  ["question-clause", "{v1|Critics} {c1|asked} {k1|why the cracks had been missed}."],
  ["infinitive", "{v1|The mayor} {c1|has vowed} {k1|to rebuild the wall}."],
  ["infinitive", "{v1|A spokesman} {c1|declined} {k1|to comment}."],
  ["object", "{v1|Moreno} {c1|accused} {k1|the mayor of hiding behind consultants}."],
  ["object", "{v1|Moreno} {c1|called} {k1|the plan “a bad joke.”}"],
  ["preposition", "{v1|Moreno} {c1|called for} {k1|an emergency session}."],
  ["according-to", "{c1|According to} {v1|the report}, {k1|water had begun to move}."],
  [
    "according-to",
    "{k1|Water had begun to move}, {c1|according to} {v1|two people familiar with the matter}.",
  ],
  ["colon", "{v1|REPORTER}{c1|:} {k1|Is it safe?}"],
  [
    "quotation-after",
    "{v1|Hart} {c1|said} on the other hand, {k1|“the wall is old and it will hold for another year.”}",
  ],
  ["quotation-after", "{v1|She} {c1|said} things like, {k1|“It will hold for another year.”}"],
  ["clause-around", "As {v1|Hart} {c1|put it} in a speech, {k1|the wall is old}."],
  ["bare-clause", "The fire destroyed a wall that {v1|engineers} {c1|said} {k1|was cracked}."],
  ["bare-clause", "{v1|Fans} {c1|fear} {k1|the show could suffer}."],
  ["bare-clause", "The man was held after {v1|police} {c1|said} {k1|he had shot a neighbour}."],
  ["that-clause", "{v1|An earlier study} {c1|had concluded} {k1|that the wall was cracked}."],
  ["object", "{v1|The owner} {c1|did not return} {k1|calls seeking comment}."],
  ["credit-line", "{k1|“I will miss the old bridge.”} {c1|―} {v1|Jane Doe}"],
  ["adjective", "{v1|Hart} {c1|is confident} {k1|that the wall will hold}."],
  ["light-verb", "{v1|The mayor} {c1|made the case} {k1|that the wall would hold}."],
  ["light-verb", "{v1|The mayor} {c1|made it very clear} {k1|the wall would hold}."],
  ["light-verb", "{v1|Officials} {c1|made plain} {k1|that they would not pay}."],
  ["clause-around", "{k1|Too often}, {v1|Hart} {c1|said}, {k1|the debate over the wall is lost}."],
  ["clause-around", "{k1|The difference now}, {v1|he} {c1|told} me on Friday, {k1|is that the wall is old}."],
  ["that-clause", "{v1|Those close to him} {c1|say} {k1|that he would have to go}."],
  ["that-clause", "{v1|Leaders who have been against the wall} {c1|said} {k1|that it would fail}."],
  ["noun", "The report put an end to {v1|Hart’s} {c1|claim} {k1|that the wall would hold}."],
  ["noun", "{v1|Hart’s} {c1|hope is} {k1|that the wall will hold}."],
  ["noun", "The city was shaken by a {v1|Harbour Times} {c1|report} {k1|that the wall was cracked}."],
  ["noun", "Nobody likes {v1|Hart’s} repeated {c1|emphasis} {k1|that the wall is old}."],
  ["object", "{v1|The mayor} {c1|said} {k1|as much} in a letter to the council."],
  ["object", "{v1|Hart} {c1|said} {k1|so} in May."],
  ["object", "{v1|The paper} {c1|has also detailed} {k1|spending on the wall}."],
  ["that-clause", "{v1|The city} later {c1|disclosed} {k1|that the wall was cracked}."],
  ["that-clause", "{v1|The report} {c1|underlines} {k1|that the wall is old}."],
  ["that-clause", "The crews (and {v1|the mayor} {c1|said} {k1|that they were late}) came at noon."],
  ["preposition", "{v1|A court} {c1|ruled} Friday {k1|against the plan for the wall}."],
  ["adjective", "{v1|Officials} {c1|are confident} {k1|they will find the money}."],
  ["clause-before", "{k1|People like Moreno}, {v1|she} {c1|said}."],
  [
    "clause-before",
    "{k1|After some delay, the work has been meeting its aims}, {v1|one official} {c1|said}.",
  ],
  ["object", "{v1|The film ― which was made in May} ― {c1|explains} {k1|the fall of the wall}."],
  ["passive", "{k1|The plan} {c1|is supported} by {v1|Hart}."],
  ["gerund", "{v1|Hart} {c1|denied} {k1|taking the money}."],
  ["seeming", "{k1|The council} {c1|seems} {k1|to think the wall will hold}."],
];

test("each rule has an example here, and says why it proposes what it does", () => {
  const shown = new Set(examples.map(([rule]) => rule));
  expect(suggestionRules.filter((rule) => !shown.has(rule))).toEqual([]);
  expect(suggestionRules.filter((rule) => !isKey(`suggestions.because-${rule}`))).toEqual([]);
});

test("what is said in an aside of somebody’s ends with it", () => {
  expect(found("Hart, who understood that the wall would break, told the council to pay.")).toEqual([
    ["who", "understood", "that the wall would break"],
    ["Hart, who understood that the wall would break", "told", "to pay"],
  ]);
});

test("a quotation behind a colon is theirs who say it behind it", () => {
  expect(found("The union said the wall would break: “We told them so,” its chair wrote.")).toEqual([
    ["The union", "said", "the wall would break"],
    ["its chair", "wrote", "“We told them so,”"],
  ]);
});

test("what a letter says at a sentence’s beginning is over where the sentence begins", () => {
  expect(found("In a letter announcing the closure, the board said it was sorry.")).toEqual([
    ["a letter", "announcing", "the closure"],
    ["the board", "said", "it was sorry"],
  ]);
});

test("what somebody else reported first does not speak", () => {
  expect(
    found("An official told us the bill could pass 40 million, a figure first reported by the Post."),
  ).toEqual([["An official", "told", "the bill could pass 40 million"]]);
});

test("two verbs of one subject do not make its object speak", () => {
  expect(found("Hart praised a plan that had failed for years and said it would hold.")).toEqual([
    ["Hart", "praised", "a plan that had failed for years"],
    ["Hart", "said", "it would hold"],
  ]);
});

/** Voice, cue and claim in words. */
const found = (text: string) =>
  suggest(text).map(({ voice, cue, claim }) =>
    [voice ? [voice] : [], [cue], claim].map((ranges) =>
      ranges.map(({ start, end }) => text.slice(start, end)).join(" … "),
    ),
  );

test.each(examples)("%s: %s", (rule, marked) => {
  const { text, cards } = parseGold("example", marked);
  const words = (ranges: readonly { start: number; end: number }[]): readonly string[] =>
    ranges.map(({ start, end }) => text.slice(start, end));
  const bare = (all: readonly string[]): readonly string[] => all.map((one) => one.replace(/,$/u, ""));
  const found = suggest(text).map((one) => ({
    rule: one.rule,
    voice: bare(words(one.voice ? [one.voice] : [])),
    cue: words([one.cue]),
    claim: words(one.claim),
  }));
  expect(found).toEqual(
    cards.map(({ voice, cue, claim }) => ({
      rule,
      voice: bare(words(voice)),
      cue: words(cue ? [cue] : []),
      claim: words(claim),
    })),
  );
});

test("two cues of one voice are two cards, each with its own claim", () => {
  const found = suggest("Hart said that the wall was safe and promised to publish the report.");
  expect(found.map(({ rule }) => rule)).toEqual(["that-clause", "infinitive"]);
});

test("an inner voice lies within the outer one when it is asked for", () => {
  const text = "Hart said that two engineers had warned that the wall would break.";
  expect(suggest(text)).toHaveLength(1);
  expect(suggest(text, { nested: true }).map(({ within }) => within)).toEqual([null, 0]);
  const quoted = "“The engineers said that the wall would break,” Hart said.";
  expect(suggest(quoted)).toHaveLength(1);
  expect(suggest(quoted, { nested: true }).map(({ rule, within }) => [rule, within])).toEqual([
    ["that-clause", 1],
    ["quotation-before", null],
  ]);
});

test.each([
  "The bridge was built in 1968 and has four lanes.",
  "He walked onto the stage and sat down.",
  "The film “The Long Way Home” opens on Friday.",
  "Say what you like.",
  "Let’s say it costs a million.",
  "It goes without saying that the sea is wet.",
  "The base that overlooks the bay was closed.",
  "UPDATE: The first sentence was changed.",
  "That was what he said when he left.",
  "The wall will need to be rebuilt.",
])("%s says nothing of anybody’s", (text) => {
  expect(suggest(text)).toEqual([]);
});
