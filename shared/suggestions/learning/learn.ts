// Learns from the cards that one person made in a project, and measures on cards held out whether suggestions became better by it. Pure: the
// same articles, in the same order, give the same.
import { type ArticleText, articleTextOf } from "../../model/article-text.ts";
import type { ArticleLanguage } from "../../model/language.ts";
import { overlaps, type Range } from "../../model/range.ts";
import { sentencesIn } from "../../model/sentences.ts";
import type { Work } from "../../model/work.ts";
import type { LineAttribution } from "../../schema/attribution-lines.ts";
import { exactKey, lineOf, matchTriples } from "../evaluate.ts";
import { sayingForms } from "../german/saying-verbs.ts";
import { shareOf } from "../make-candidate.ts";
import { plainCue } from "../pattern.ts";
import type { ReadQuotation } from "../speech.ts";
import { quotationsOf, type RuleSuggestion, suggestFor } from "../suggest.ts";
import { leastSure } from "../suggested-card.ts";
import { tagText } from "../tag-text.ts";
import { adaptedSuggestions, judgedBy } from "./adapted.ts";
import {
  type Learned,
  type LearningGate,
  leastLearnable,
  noLearned,
  type OwnName,
  type OwnPattern,
  type OwnVerb,
} from "./learned.ts";
import { voiceByName } from "./own-names.ts";
import { formOfCard, type MarkedCard, type PatternForm, patternFormKey, readerOf } from "./own-patterns.ts";
import { formsLike, modelVerbs, ownVerbIn, verbsByForm } from "./own-verbs.ts";
import { fitWeights } from "./refit.ts";

/** An article that the person has worked on. */
export interface LearningArticle {
  readonly text: string;
  readonly language: ArticleLanguage | null;
  readonly cards: readonly MarkedCard[];
  /** Up to here, in UTF-16 code units, all that is said has a card: what is suggested there and has none is wrong. */
  readonly readUntil: number;
  /** What the person rejected is wrong, wherever it stands. */
  readonly rejected: readonly Range[];
}

export interface LearningOutcome {
  readonly learned: Learned;
  readonly gate: LearningGate;
}

/** Parts that the articles are divided into, each held out in turn. */
const folds = 5;
/** In percentage points of exact F1 on cards held out: where there is no style of its own, chance came to 1.4 in 70 divisions of our gold. */
const leastGain = 2;

/** What the articles teach, and whether suggestions are better by it on articles that were held out. */
export function* learnFrom(articles: readonly LearningArticle[]): Work<LearningOutcome> {
  const total = 2 + folds;
  const read = articles.map(readArticle);
  yield { done: 1, of: total };
  if (read.length < leastLearnable) return { learned: noLearned, gate: gateOf(read, [], []) };
  const before: Figures[] = [];
  const after: Figures[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const heldOut = read.filter((_, at) => at % folds === fold);
    const learned = learnedFrom(read.filter((_, at) => at % folds !== fold));
    before.push(figuresOf(heldOut, noLearned));
    after.push(figuresOf(heldOut, learned));
    yield { done: 2 + fold, of: total };
  }
  const learned = learnedFrom(read);
  yield { done: total, of: total };
  return { learned, gate: gateOf(read, before, after) };
}

/** An article with what every part of the learning asks of it. */
interface ReadArticle extends LearningArticle {
  readonly article: ArticleText;
  readonly quotations: readonly ReadQuotation[];
  readonly sentences: readonly Range[];
  readonly lines: readonly LineAttribution[];
  /** The cards as `exactKey` has them. */
  readonly exact: ReadonlySet<string>;
  /** By the rules alone. */
  readonly suggested: readonly RuleSuggestion[];
}

function readArticle(one: LearningArticle): ReadArticle {
  const article = articleTextOf(one.text, one.language);
  const lines = one.cards.map(lineOf);
  return {
    ...one,
    article,
    quotations: quotationsOf(article),
    sentences: article.paragraphs.flatMap((paragraph) => sentencesIn(article, paragraph)),
    lines,
    exact: new Set(lines.map((line) => exactKey(one.text, line))),
    suggested: judgedBy(article, []),
  };
}

const lineOfRule = ({ voice, cue, apart, claim }: RuleSuggestion): LineAttribution =>
  lineOf({ voice: voice ? [voice] : [], cue: [cue, ...apart], claim });

/** Whether the person has said what they think of what stands there. */
const isJudged = ({ readUntil, rejected }: LearningArticle, cue: Range): boolean =>
  cue.start < readUntil || rejected.some((range) => overlaps(range, cue));

function learnedFrom(read: readonly ReadArticle[]): Learned {
  const verbs = learnVerbs(read);
  const again = read.map((one) => ({ ...one, suggested: suggestedBy(one, verbs) }));
  const names = learnNames(again);
  const patterns = learnPatterns(again);
  const judged = again.flatMap((one) => {
    const right = new Set(matchTriples(one.text, one.lines, one.suggested.map(lineOfRule)).values());
    return one.suggested.flatMap(({ confidence, rule, cue, pattern }, at) =>
      isJudged(one, cue) ? [{ confidence, rule, cue: plainCue(pattern.cue), right: right.has(at) }] : [],
    );
  });
  return { verbs, patterns, names, weights: fitWeights(judged) };
}

/** As `judgedBy`; an article without a form of the verbs is not read again. */
const suggestedBy = (one: ReadArticle, verbs: readonly OwnVerb[]): readonly RuleSuggestion[] =>
  hasForm(one, verbsByForm(verbs)) ? judgedBy(one.article, verbs) : one.suggested;

const hasForm = ({ text }: LearningArticle, byForm: ReadonlyMap<string, unknown>): boolean =>
  byForm.size > 0 && (text.toLowerCase().match(/[\p{L}’'-]+/gu) ?? []).some((word) => byForm.has(word));

// Verbs: a cue of one word or two that no list of the rules knows, and the verb whose frames read most of its cards to the last word.

function learnVerbs(read: readonly ReadArticle[]): readonly OwnVerb[] {
  const seen = new Map<
    string,
    { forms: Set<string>; articles: Set<ReadArticle>; language: ArticleLanguage }
  >();
  for (const one of read) {
    const known = new Set(one.suggested.map((rule) => exactKey(one.text, lineOfRule(rule))));
    for (const [at, card] of one.cards.entries()) {
      const line = one.lines[at];
      if (!line || known.has(exactKey(one.text, line))) continue;
      const verb = unknownVerb(one, card);
      if (!verb || one.language === null) continue;
      const entry = seen.get(verb.lemma) ?? { forms: new Set(), articles: new Set(), language: one.language };
      entry.forms.add(verb.form);
      entry.articles.add(one);
      seen.set(verb.lemma, entry);
    }
  }
  return [...seen]
    .flatMap(([lemma, { forms, articles, language }]): OwnVerb[] => {
      if (articles.size < 2) return [];
      const all = [...new Set([...forms, ...formsLike(lemma, language)])].sort();
      const tried = (modelVerbs[language] ?? []).map((like) =>
        proofOfVerb(read, { lemma, forms: all, like, right: 0, all: 0 }),
      );
      const best = tried.toSorted((a, b) => score(b) - score(a))[0];
      return best && best.right >= 2 && 2 * best.right >= best.all ? [best] : [];
    })
    .toSorted((a, b) => (a.lemma < b.lemma ? -1 : 1));
}

const score = ({ right, all }: Pick<OwnVerb, "right" | "all">): number => 2 * right - all;

function unknownVerb(
  { text, language }: ReadArticle,
  { cue }: MarkedCard,
): { readonly lemma: string; readonly form: string } | null {
  const [range] = cue;
  if (!range || cue.length !== 1) return null;
  const words = text.slice(range.start, range.end).split(/\s+/u);
  if (words.length > 2) return null;
  if (language === "de") {
    const form = words[0]?.toLowerCase().replaceAll("ß", "ss") ?? "";
    return words.length > 1 || !/^\p{Ll}{3,}$/u.test(form) || sayingForms.has(form)
      ? null
      : { lemma: form, form };
  }
  if (language !== "en") return null;
  const tokens = tagText(text, range);
  const token = tokens.find(({ lower }) => /^[\p{L}-]{3,}$/u.test(lower));
  if (!token || !/^\p{Ll}/u.test(token.text)) return null;
  // The tagger cuts a mute "e" that it does not know of: "minut" of "minuted".
  const lemma = /[^aeiou][aeiou][^aeiou]+[au]t$/u.test(token.lemma) ? `${token.lemma}e` : token.lemma;
  return shareOf(lemma) > 0 || modelVerbs.en?.includes(lemma) ? null : { lemma, form: token.lower };
}

/** How the verb does over the articles that have it, as the verb that it is like. */
function proofOfVerb(read: readonly ReadArticle[], verb: OwnVerb): OwnVerb {
  const byForm = verbsByForm([verb]);
  let [right, all] = [0, 0];
  for (const one of read) {
    if (!hasForm(one, byForm)) continue;
    for (const rule of suggestFor(one.article, { atLeast: leastSure, nested: true, verbs: [verb] })) {
      if (!ownVerbIn(one.text, rule.cue, byForm) || !isJudged(one, rule.cue)) continue;
      all += 1;
      if (one.exact.has(exactKey(one.text, lineOfRule(rule)))) right += 1;
    }
  }
  return { ...verb, right, all };
}

// Patterns: sentences whose card the rules do not find, of a form that is there twice or more and is mostly right wherever it fits.

function learnPatterns(read: readonly ReadArticle[]): readonly OwnPattern[] {
  const forms = new Map<string, { form: PatternForm; articles: Set<ReadArticle> }>();
  for (const one of read) {
    const known = new Set(one.suggested.map((rule) => exactKey(one.text, lineOfRule(rule))));
    for (const [at, card] of one.cards.entries()) {
      const line = one.lines[at];
      const form = line && !known.has(exactKey(one.text, line)) && formOfCard(one.text, one.sentences, card);
      if (!form) continue;
      const entry = forms.get(patternFormKey(form)) ?? { form, articles: new Set() };
      entry.articles.add(one);
      forms.set(patternFormKey(form), entry);
    }
  }
  return [...forms.values()]
    .flatMap(({ form, articles }): OwnPattern[] => {
      if (articles.size < 2) return [];
      const pattern = proofOfPattern(read, form);
      return pattern.right >= 2 && 3 * pattern.right >= 2 * pattern.all ? [pattern] : [];
    })
    .toSorted((a, b) => score(b) - score(a) || (patternFormKey(a) < patternFormKey(b) ? -1 : 1));
}

function proofOfPattern(read: readonly ReadArticle[], form: PatternForm): OwnPattern {
  const readSentence = readerOf(form);
  let [right, all] = [0, 0];
  for (const one of read)
    for (const sentence of one.sentences) {
      if (!isJudged(one, sentence)) continue;
      const card = readSentence(one.article, one.quotations, sentence);
      if (!card) continue;
      all += 1;
      const line = lineOf({ voice: [card.voice], cue: [card.cue], claim: [card.claim] });
      if (one.exact.has(exactKey(one.text, line))) right += 1;
    }
  return { ...form, right, all };
}

// Names: how the person marks a voice that the rules take less or more of.

function learnNames(read: readonly ReadArticle[]): readonly OwnName[] {
  const found = read.flatMap((one) =>
    [...matchTriples(one.text, one.lines, one.suggested.map(lineOfRule))].flatMap(([card, at]) => {
      const [voice, marked] = [one.suggested[at]?.voice, one.cards[card]?.voice];
      const [only] = marked?.length === 1 ? marked : [];
      return voice && only ? [{ one, voice, marked: only }] : [];
    }),
  );
  const words = ({ text }: LearningArticle, { start, end }: Range): string =>
    text.slice(start, end).replace(/^[\s,.;:]+|[\s,.;:]+$/gu, "");
  const missed = new Map<string, Set<ReadArticle>>();
  for (const { one, voice, marked } of found) {
    const name = words(one, marked);
    if (name === words(one, voice) || name.length > 80 || !/\p{Lu}/u.test(name)) continue;
    missed.set(name, (missed.get(name) ?? new Set()).add(one));
  }
  return [...missed]
    .flatMap(([name, articles]): OwnName[] => {
      if (articles.size < 2) return [];
      let [right, all] = [0, 0];
      for (const { one, voice, marked } of found) {
        const named = voiceByName(one.text, voice, [name]);
        if (named === voice) continue;
        all += 1;
        if (words(one, named) === words(one, marked)) right += 1;
      }
      return right >= 2 && 4 * right >= 3 * all ? [{ name, right, all }] : [];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

// The gate.

interface Figures {
  readonly exact: Counts;
  readonly overlap: Counts;
}

interface Counts {
  readonly matched: number;
  /** Of what is suggested and of the cards together. */
  readonly both: number;
}

/** Of all cards of these articles, as far as the person has read. */
function figuresOf(read: readonly ReadArticle[], learned: Learned): Figures {
  let [exact, overlap, both] = [0, 0, 0];
  for (const one of read) {
    const predicted = linesBy(
      one.article,
      learned,
      (cue) => isJudged(one, cue),
      suggestedBy(one, learned.verbs),
    );
    const cards = one.lines.filter(
      ({ cue, content }) => (cue?.length ?? 0) > 0 && (content?.length ?? 0) > 0,
    );
    both += predicted.length + cards.length;
    overlap += matchTriples(one.text, cards, predicted).size;
    const ours = new Set(predicted.map((line) => exactKey(one.text, line)));
    exact += cards.filter((line) => ours.has(exactKey(one.text, line))).length;
  }
  return { exact: { matched: exact, both }, overlap: { matched: overlap, both } };
}

/** What is suggested for an article by what was learned, as attributions. `counts`: whether a cue is looked at. `suggested`: as in `adaptedSuggestions`. */
export function linesBy(
  article: ArticleText,
  learned: Learned,
  counts: (cue: Range) => boolean = () => true,
  suggested: readonly RuleSuggestion[] = judgedBy(article, learned.verbs),
): readonly LineAttribution[] {
  const { rules, patterns } = adaptedSuggestions(article, learned, suggested);
  return [
    ...rules.filter(({ cue }) => counts(cue)).map(lineOfRule),
    ...patterns.filter(({ cue }) => cue.every(counts)).map(lineOf),
  ];
}

const f1 = ({ matched, both }: Counts): number => (both === 0 ? 0 : (200 * matched) / both);

const sum = (counts: readonly Counts[]): Counts => ({
  matched: counts.reduce((all, { matched }) => all + matched, 0),
  both: counts.reduce((all, { both }) => all + both, 0),
});

const tenths = (value: number): number => Math.round(value * 10) / 10;

function gateOf(
  read: readonly ReadArticle[],
  before: readonly Figures[],
  after: readonly Figures[],
): LearningGate {
  const of = (folded: readonly Figures[]) => ({
    exact: f1(sum(folded.map(({ exact }) => exact))),
    overlap: f1(sum(folded.map(({ overlap }) => overlap))),
  });
  const [old, anew] = [of(before), of(after)];
  const changes = before.map(({ exact }, at) => f1(after[at]?.exact ?? exact) - f1(exact));
  const better = changes.filter((change) => change > 0).length;
  const worse = changes.filter((change) => change < 0).length;
  return {
    articles: read.length,
    cards: read.reduce((all, { cards }) => all + cards.length, 0),
    before: { exact: tenths(old.exact), overlap: tenths(old.overlap) },
    after: { exact: tenths(anew.exact), overlap: tenths(anew.overlap) },
    better,
    worse,
    passed: anew.exact - old.exact >= leastGain && anew.overlap >= old.overlap && better > worse,
  };
}
