// The candidates of a German article: its verbs and phrases of saying with their voices and claims, and how sure each is.
import type { ArticleText } from "../../model/article-text.ts";
import { overlaps, type Range } from "../../model/range.ts";
import type { Candidate, Features, VoiceKind } from "../candidate.ts";
import type { OwnVerb } from "../learning/learned.ts";
import { germanLike } from "../learning/own-verbs.ts";
import type { ReadQuotation } from "../speech.ts";
import { claimOf, type GermanClaim, type Segment } from "./claims.ts";
import { isSayingNoun, objectBetween, type Phrase, phraseAt } from "./noun-phrases.ts";
import { asClause, type PhraseClaim, phrasesIn } from "./phrases.ts";
import { looseQuotations } from "./quotations.ts";
import { type GermanSentence, type GermanToken, partEnd, readGermanSentences } from "./sentences.ts";
import { type GermanVerb, sayingVerbsIn } from "./verb-groups.ts";
import { type GermanVoice, voiceOf } from "./voices.ts";
import { documentNouns, konjunktiv } from "./word-lists.ts";

interface RatedGerman {
  readonly candidate: Candidate;
  /** From 0 to 1. */
  readonly confidence: number;
  /** "Das sagte …" */
  readonly anaphoric: boolean;
  /** The sentence that its cue is in. */
  readonly around: Range;
}

/** In the order of the text. `own`: verbs of the project's own by their forms. Linear in its length. */
export function germanCandidates(
  article: ArticleText,
  quotations: readonly ReadQuotation[],
  own: ReadonlyMap<string, OwnVerb> = new Map(),
): readonly RatedGerman[] {
  const sentences = readGermanSentences(article, quotations).map((one) => withOwnVerbs(one, own));
  const found = sentences.flatMap((sentence, at) => {
    const listed = [
      ...phrasesIn(sentence.tokens).map((one) => ofPhrase(article.text, sentence, at, one)),
      ...sayingVerbsIn(sentence.tokens).flatMap((verb) => ofVerb(article.text, sentences, at, verb) ?? []),
    ];
    const own = withoutVerbsClaims(listed);
    return [...own, ...ofLooseQuotations(article.text, sentence, at, own)];
  });
  return withResumed(sentences, withoutAmbiguous(found));
}

/** The same sentence, in which each own verb is a form of "sagen". */
const withOwnVerbs = (sentence: GermanSentence, own: ReadonlyMap<string, OwnVerb>): GermanSentence =>
  own.size === 0
    ? sentence
    : {
        ...sentence,
        tokens: sentence.tokens.map((token) =>
          token.small && own.has(token.lower) ? { ...token, lower: germanLike(token.lower) } : token,
        ),
      };

/** "äußerte seine Befürchtung, dass": a clause that a verb takes is that verb's, and not its noun's. */
function withoutVerbsClaims(listed: readonly RatedGerman[]): readonly RatedGerman[] {
  const claims = listed
    .filter(({ candidate, confidence }) => candidate.lemma !== undefined && confidence >= plausible)
    .flatMap(({ candidate }) => candidate.claim);
  return listed.filter(
    ({ candidate: { features, claim } }) =>
      features.rule !== "noun" || !claim.some((one) => claims.some((other) => overlaps(one, other))),
  );
}

/** Of the quotations that are in no claim so far. */
function ofLooseQuotations(
  text: string,
  sentence: GermanSentence,
  at: number,
  listed: readonly RatedGerman[],
): readonly RatedGerman[] {
  const claims = listed
    .filter(({ confidence }) => confidence >= plausible)
    .flatMap(({ candidate }) => candidate.claim);
  const isLoose = (quotation: Range): boolean => !claims.some((claim) => overlaps(claim, quotation));
  const isTitle = ({ start, end }: Range): boolean =>
    !/[.?!…,]["“”«»]$/u.test(text.slice(start, end)) && text.slice(start, end).split(/\s+/u).length < 7;
  return looseQuotations(sentence.tokens, isLoose, isTitle).map((one) => ofPhrase(text, sentence, at, one));
}

/** What is less sure takes no quotation from another reading. */
const plausible = 0.3;

/** "Das sagte …" behind a sentence in which somebody else speaks says nothing new. */
function withoutAmbiguous(found: readonly RatedGerman[]): readonly RatedGerman[] {
  const spoken = new Set(found.map(({ candidate }) => candidate.sentence));
  return found.filter(({ candidate, anaphoric }) => !anaphoric || !spoken.has(candidate.sentence - 1));
}

function ofPhrase(text: string, sentence: GermanSentence, at: number, found: PhraseClaim): RatedGerman {
  return rate(text, sentence, at, {
    ...found,
    lemma: null,
    reported: false,
    hasObject: false,
    konjunktiv: hasKonjunktiv(sentence.tokens, found.segments),
  });
}

function ofVerb(
  text: string,
  sentences: readonly GermanSentence[],
  at: number,
  verb: GermanVerb,
): RatedGerman | null {
  const sentence = sentences[at];
  if (!sentence) return null;
  const { tokens } = sentence;
  const voice = voiceOf(tokens, verb);
  const as = asClause(tokens, verb, voice);
  const { lemma, plain } = verb.verb;
  if (as)
    return rate(text, sentence, at, {
      ...as,
      lemma,
      reported: verb.reported,
      hasObject: false,
      konjunktiv: false,
    });
  const negated = isNegated(tokens, verb);
  const claim = claimOf(tokens, verb, voice) ?? (negated ? withheldOf(tokens, verb, voice) : null);
  if (!claim || crosses(claim, verb) || isQuoting(claim, verb)) return null;
  const hasObject =
    takesNoObject.has(claim.rule) && !objectVerbs.test(lemma) && hasOwnObject(tokens, verb, voice);
  const before = claim.anaphoric ? sentences[at - 1] : undefined;
  if (claim.anaphoric && !before) return null;
  return rate(text, sentence, at, {
    voice:
      voice && claim.segments.some(([first, last]) => first <= voice.first && voice.last <= last)
        ? null
        : voice,
    cue: verb.parts,
    segments: claim.segments,
    rule: claim.rule,
    share: plain ? 0.9 : 0.6,
    lemma,
    reported: verb.reported,
    hasObject,
    negated: negated && !claim.segments.some((segment) => holdsNegation(tokens, segment)),
    konjunktiv: claim.konjunktiv === true || hasKonjunktiv(tokens, claim.segments),
    ...(before && { earlier: before }),
  });
}

const negation = /^(?:nicht|nie|niemals|keinesfalls|keineswegs)$/u;

/** In the verb's own clause. */
const isNegated = (tokens: readonly GermanToken[], { finite, end, opener }: GermanVerb): boolean =>
  tokens
    .slice(opener ?? finite, Math.max(end, opener === null ? partEnd(tokens, finite) : finite))
    .some(({ lower, kind }) => kind === "word" && negation.test(lower));

const holdsNegation = (tokens: readonly GermanToken[], [first, last]: Segment): boolean =>
  tokens.slice(first, last + 1).some(({ lower }) => negation.test(lower));

/** "wollte die Angelegenheit nicht kommentieren", "äußerte sich nicht zu den Vorwürfen": what nothing is said of. */
function withheldOf(
  tokens: readonly GermanToken[],
  { verb, finite, end, opener }: GermanVerb,
  voice: GermanVoice | null,
): GermanClaim | null {
  if (!/^(?:äussern|kommentieren|bestätigen|beantworten|antworten|reagieren|sagen)$/u.test(verb.lemma))
    return null;
  const from = Math.max(
    opener === null ? finite + 1 : opener + 1,
    voice?.way === "behind" ? voice.last + 1 : 0,
  );
  const to = Math.max(end, partEnd(tokens, finite + 1));
  const object = objectBetween(tokens, from, to);
  if (object && !/äussern|antworten|reagieren/u.test(verb.lemma))
    return { segments: [[object.first, object.last]], rule: "object" };
  for (let at = from; at < to; at += 1) {
    const lower = tokens[at]?.lower ?? "";
    if (/^(?:dazu|hierzu|darüber|darauf)$/u.test(lower)) return { segments: [[at, at]], rule: "object" };
    const phrase = /^(?:zu|zum|zur|über|auf)$/u.test(lower) ? phraseAt(tokens, at + 1) : null;
    if (phrase && phrase.last < to) return { segments: [[at, phrase.last]], rule: "object" };
  }
  return null;
}

/** "zitierte die Rede": no words of somebody's, unless they stand in front of it. */
const isQuoting = ({ rule }: GermanClaim, { verb, passive }: GermanVerb): boolean =>
  verb.lemma === "zitieren" && !passive && rule !== "quotation-before";

/** Clauses that stand in the place of an object. */
const takesNoObject: ReadonlySet<string> = new Set(["that-clause", "bare-clause", "question-clause"]);
/** Verbs with somebody as their object, too. */
const objectVerbs =
  /informieren|erinnern|fragen|bitten|warnen|heissen|äussern|zeigen|sein$|halten|vorwerfen|vertreten/u;

function hasOwnObject(
  tokens: readonly GermanToken[],
  { finite, end, opener }: GermanVerb,
  voice: GermanVoice | null,
): boolean {
  const ends = partEnd(tokens, end);
  const from =
    opener === null
      ? Math.max(finite + 1, voice?.way === "behind" ? voice.last + 1 : 0)
      : Math.max(opener + 1, (voice?.last ?? 0) + 1);
  return objectBetween(tokens, from, opener === null ? ends : finite) !== null;
}

const crosses = ({ segments }: GermanClaim, { parts }: GermanVerb): boolean =>
  segments.some(([first, last]) => parts.some(([from, to]) => first <= to && from <= last));

const hasKonjunktiv = (tokens: readonly GermanToken[], segments: readonly Segment[]): boolean =>
  segments.some(([first, last]) =>
    tokens.slice(first, last + 1).some(({ lower, capital }) => !capital && konjunktiv.has(lower)),
  );

interface FoundAttribution extends PhraseClaim {
  readonly lemma: string | null;
  readonly reported: boolean;
  readonly konjunktiv: boolean;
  /** The verb has an object, which the clause behind it may belong to: "bestätigte die Befürchtung, dass". */
  readonly hasObject: boolean;
  /** "nicht" stands with the verb. */
  readonly negated?: boolean;
  /** The sentence before, where "das" stands for what it says. */
  readonly earlier?: GermanSentence;
}

function rate(text: string, around: GermanSentence, sentence: number, found: FoundAttribution): RatedGerman {
  const { tokens } = around;
  const { voice, cue, segments, rule, share, lemma, earlier } = found;
  const range = ([first, last]: Segment): Range => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
  });
  const [main = [0, 0], ...apart] = [...cue].sort((a, b) => a[0] - b[0]);
  const features: Features = {
    rule,
    share,
    voice: voice ? voiceKindOf(tokens, voice) : "none",
    farVoice: false,
    modal: false,
    negated: found.negated ?? false,
    present: false,
    form: lemma === null ? "none" : "finite",
    subordinate: false,
    question: text.charAt((tokens.at(-1)?.end ?? 1) - 1) === "?",
    quoted: segments.some(([first, last]) => tokens.slice(first, last + 1).some(({ quoted }) => quoted)),
    shortClaim: segments.every(([first, last]) => last - first < 2),
    headline: false,
  };
  const claim = segments.map(range);
  return {
    candidate: {
      voice: voice && withBrackets(text, range([voice.first, voice.last])),
      cue: range(main),
      ...(apart.length > 0 && { apart: apart.map(range) }),
      claim: earlier ? [withoutStop(text, earlier), ...claim] : claim,
      features,
      ...(lemma !== null && { lemma }),
      sentence,
    },
    confidence: confidenceOf(found, features),
    anaphoric: earlier !== undefined,
    around: { start: around.start, end: around.end },
  };
}

/** The sentence's own full stop is no part of a claim. */
const withoutStop = (text: string, { start, end }: Range): Range => ({
  start,
  end: text.charAt(end - 1) === "." ? end - 1 : end,
});

/** "Claudia Roth (Grüne)": what stands in brackets behind a name belongs to it, as do the quotation marks around it. */
const withBrackets = (text: string, { start, end }: Range): Range => {
  const isClosedBehind = /[“”«»"]/u.test(text.charAt(end));
  const isCut = isClosedBehind && /[„»«“"][^„“”«»"]*$/u.test(text.slice(start, end));
  if (isClosedBehind && !isCut && /[„»«"]/u.test(text.charAt(start - 1)))
    return { start: start - 1, end: end + 1 };
  const closed = isCut ? end + 1 : end;
  const more = /^ \([^()]{1,40}\)/u.exec(text.slice(closed, closed + 44));
  return { start, end: closed + (more?.[0].length ?? 0) };
};

function voiceKindOf(tokens: readonly GermanToken[], { first, last }: Phrase): VoiceKind {
  const opening = tokens[first];
  if (!opening) return "none";
  if (first === last && !opening.capital)
    return /^(?:der|die|das|welche[rs]?)$/u.test(opening.lower) ? "relative" : "pronoun";
  const nouns = tokens.slice(first, last + 1).filter(({ capital }) => capital);
  if (documentNouns.test(nouns[0]?.lower ?? "")) return "document";
  if (isSayingNoun(nouns[0])) return "other";
  return opening.capital ? "name" : "person";
}

/**
 * How sure each order of words is, in log odds: by hand, so that what is right nine times in ten has 0.9; those that our own gold has
 * ten times or more are fitted to it, held to what was set by hand as in English.
 */
const byRule: Partial<Record<Features["rule"], number>> = {
  "quotation-before": 3.1,
  "quotation-after": 2.2,
  "clause-before": 1.6,
  "clause-around": 1.2,
  "that-clause": 2.1,
  "bare-clause": 0.7,
  "question-clause": 0.4,
  infinitive: 1.4,
  object: 0.2,
  noun: 1,
  "according-to": 1.8,
  colon: 1.4,
};

function confidenceOf(found: FoundAttribution, features: Features): number {
  const { konjunktiv: isReported, reported, share } = found;
  const { rule, voice, question, shortClaim } = features;
  const sum =
    (byRule[rule] ?? 0) +
    2 * (share - 0.75) +
    (voice === "none" ? -1.6 : 0) +
    (rule === "bare-clause" && isReported ? 1.4 : 0) +
    (reported ? -2.6 : 0) +
    (found.hasObject ? -2 : 0) +
    (question && rule !== "quotation-before" ? -0.5 : 0) +
    (shortClaim && !rule.startsWith("quotation") && rule !== "object" ? -1 : 0);
  return 1 / (1 + Math.exp(-sum));
}

/** So many sentences a speech may go on with what it says in Konjunktiv before it is quoted again. */
const longestReport = 3;

/**
 * Quotations that go on with what the one before said are cards of their own by the same voice and cue: "„…“ und „…“", a quotation behind a
 * reported clause and a colon, and one that is a sentence of its own. Sentences in Konjunktiv may stand between: "Die Gefahr sei groß."
 */
function withResumed(
  sentences: readonly GermanSentence[],
  found: readonly RatedGerman[],
): readonly RatedGerman[] {
  const lastCues = new Map<number, RatedGerman>();
  const claims = new Map<number, Range[]>();
  for (const one of found) {
    const { sentence, cue, claim } = one.candidate;
    if (one.confidence < plausible) continue;
    const before = lastCues.get(sentence);
    if (!before || before.candidate.cue.start < cue.start) lastCues.set(sentence, one);
    claims.set(sentence, [...(claims.get(sentence) ?? []), ...claim]);
  }
  return found.flatMap((one) => {
    const { sentence, features } = one.candidate;
    if (lastCues.get(sentence) !== one || !resumable.test(features.rule)) return [one];
    const own = sentences[sentence];
    const taken = claims.get(sentence) ?? [];
    const more = [
      ...(own ? joinedQuotations(own.tokens, taken) : []),
      ...quotationsBehind(sentences, sentence, (at) => lastCues.has(at)),
    ];
    return [one, ...more.map((claim) => resumedBy(one, claim))];
  });
}

const resumable = /^(?:quotation|clause|bare|that|according|colon)/u;

/** "„…“ und „…“", and "…, so Krug weiter: „…“": of the sentence's quotations those that no claim has. */
const joinedQuotations = (tokens: readonly GermanToken[], taken: readonly Range[]): readonly Range[] =>
  tokens.filter((token, at) => {
    if (token.kind !== "quote" || taken.some((claim) => overlaps(claim, token))) return false;
    const before = tokens[at - 1]?.lower ?? "";
    return before === ":" || (/^(?:und|oder|sowie)$/u.test(before) && tokens[at - 2]?.kind === "quote");
  });

/** The quotations of the sentences behind it, up to one in which somebody speaks or the writer goes on. */
function quotationsBehind(
  sentences: readonly GermanSentence[],
  sentence: number,
  isSpoken: (at: number) => boolean,
): readonly Range[] {
  const more: Range[] = [];
  let reports = 0;
  for (let at = sentence + 1; at < sentences.length && at - sentence < 40; at += 1) {
    const next = sentences[at];
    if (!next || isSpoken(at) || next.paragraph !== sentences[sentence]?.paragraph) break;
    const quote = next.tokens.findIndex(({ kind }) => kind === "quote");
    const isReport = hasKonjunktiv(next.tokens, [[0, next.tokens.length - 1]]);
    const isAlone = quote >= 0 && !next.tokens.some(({ kind }) => kind === "word");
    const isBehindReport = isReport && next.tokens[quote - 1]?.lower === ":";
    const token = next.tokens[quote];
    if (token && (isAlone || isBehindReport)) more.push({ start: token.start, end: token.end });
    else if (token || !isReport) break;
    if (!isAlone) reports += 1;
    if (reports > longestReport) break;
  }
  return more;
}

const resumedBy = (one: RatedGerman, claim: Range): RatedGerman => ({
  ...one,
  candidate: { ...one.candidate, claim: [claim], resumes: true },
});
