// Candidates whose cue is no verb: "according to", a colon behind a name, a noun with "that", a name in a line of its own
// behind a quotation.
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate, Features, SuggestionRule } from "./candidate.ts";
import { claimEnd } from "./claim-edges.ts";
import { startsClause } from "./claims.ts";
import { phraseEnd } from "./noun-phrases.ts";
import type { Sentence } from "./sentence.ts";
import { isNominal, rangeOf, type Token } from "./token.ts";
import { voiceKind } from "./verb-candidates.ts";
import { documentNouns, possessives, words } from "./word-lists.ts";

/** Nouns that hold what somebody says or thinks: "her claim that", "a warning that". */
const claimNouns = words(
  "claim claims allegation allegations belief fear fears concern concerns hope hopes warning warnings assertion assertions suggestion " +
    "suggestions argument accusation accusations promise promises pledge vow statement announcement insistence contention view opinion " +
    "conviction admission prediction predictions rumor rumors rumour rumours speculation complaint complaints threat assurance assurances " +
    "notion doubt doubts conclusion finding findings theory recommendation report reports charge charges message narrative acknowledgment acknowledgement reports indication rule",
);
const callNouns = words(
  "call calls support criticism endorsement opposition plan proposal decision comments remarks views attack attacks praise demand demands refusal willingness vow promise promises pledge desire request condemnation denial concerns concern fears questions",
);
const callPrepositions = /^(?:for|of|to|about|on|against|over)$/u;

/** All of one sentence. */
export function otherCandidates(
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
): Candidate[] {
  const read = sentences[sentence];
  if (!read) return [];
  return [
    ...accordingTo(article, read, sentence),
    ...nounClaims(article, read, sentence),
    ...speakerLabel(article, read, sentence),
    ...headline(article, read, sentence),
    ...creditLine(sentences, sentence),
  ];
}

/** What a cue without a verb has no part in. */
const plain = {
  farVoice: false,
  modal: false,
  negated: false,
  present: false,
  form: "none",
  subordinate: false,
  question: false,
  quoted: false,
  shortClaim: false,
  headline: false,
} as const;

const features = (
  article: ArticleText,
  read: Sentence,
  rule: SuggestionRule,
  voice: Features["voice"],
  share: number,
): Features => ({
  ...plain,
  rule,
  share,
  voice,
  question: article.text.charAt(read.end - 1) === "?",
  headline: read.start === 0,
});

function accordingTo(article: ArticleText, read: Sentence, sentence: number): Candidate[] {
  const { tokens, groups } = read;
  return tokens.flatMap((token, at): Candidate[] => {
    if (token.lower !== "according" || tokens[at + 1]?.lower !== "to" || token.quoted) return [];
    const last = voiceEnd(tokens, groups, at + 2);
    if (last === null) return [];
    const claim = (besideAccording(tokens, groups, at, last) ?? []).filter(([first, to]) => first <= to);
    if (claim.length === 0) return [];
    const subject = { first: at + 2, last, way: "near" as const };
    return [
      {
        voice: rangeOf(tokens, at + 2, last),
        cue: rangeOf(tokens, at, at + 1),
        claim: claim.map(([first, to]) => rangeOf(tokens, first, to)),
        features: features(article, read, "according-to", voiceKind(tokens, subject), 0.9),
        sentence,
      },
    ];
  });
}

/** The phrase with the aside or the relative clause that names it more closely. */
function voiceEnd(tokens: readonly Token[], groups: Sentence["groups"], first: number): number | null {
  const last = phraseEnd(tokens, first);
  if (last === null) return null;
  const next = tokens[last + 1];
  const isClose = (at: number): boolean =>
    tokens[at] === undefined || /^[,.?!;]$/u.test(tokens[at]?.text ?? "");
  if (next?.pos === "VERB" || /^(?:who|that|which)$/u.test(next?.lower ?? "")) {
    let at = last + 1;
    while (!isClose(at + 1)) at += 1;
    return at;
  }
  const opening = tokens[last + 2];
  if (next?.text !== "," || !opening || !(opening.pos === "DET" || opening.lower === "who")) return last;
  let close = last + 2;
  while (!isClose(close)) close += 1;
  const hasVerb = groups.some(({ first: from, form }) => from > last && from < close && form === "finite");
  return (hasVerb && opening.lower !== "who") || close - last > 20 ? last : close - 1;
}

type Segment = readonly [first: number, last: number];

/** "According to X, CLAIM", "CLAIM, according to X", "CLAIM-A, according to X, CLAIM-B". */
function besideAccording(
  tokens: readonly Token[],
  groups: Sentence["groups"],
  at: number,
  last: number,
): Segment[] | null {
  const isFirst = tokens
    .slice(0, at)
    .every(({ pos, lower }) => pos === "CCONJ" || pos === "PUNCT" || pos === "ADV" || lower === "but");
  if (isFirst) {
    const from = tokens[last + 1]?.text === "," ? last + 2 : last + 1;
    if (from >= tokens.length) return null;
    return [[from, claimEnd(tokens, groups, from, true)]];
  }
  let to = at - 1;
  while (tokens[to]?.text === "," || tokens[to]?.pos === "ADV" || /^[—–(]$/u.test(tokens[to]?.text ?? ""))
    to -= 1;
  let from = 0;
  for (let index = to; index >= 0; index -= 1)
    if (tokens[index]?.text === ";") {
      from = index + 1;
      break;
    }
  if (to < from) return null;
  const before: Segment = [from, to];
  const next = tokens[last + 2];
  const isOver =
    tokens[last + 1]?.text !== "," ||
    !next ||
    next.pos === "CCONJ" ||
    next.pos === "SCONJ" ||
    /^(?:who|which)$/u.test(next.lower) ||
    next.pos === "ADP";
  return isOver ? [before] : [before, [last + 2, claimEnd(tokens, groups, last + 2, true)]];
}

/** "her claim that …", "Smith’s call for …", "fears that …" */
function nounClaims(article: ArticleText, read: Sentence, sentence: number): Candidate[] {
  const { tokens, groups } = read;
  return tokens.flatMap((token, at): Candidate[] => {
    if (token.pos !== "NOUN" || token.quoted) return [];
    const next = tokens[at + 1];
    const takesThat =
      next?.lower === "that" && claimNouns.has(token.lower) && startsClause(tokens, groups, at + 2);
    const takesOf =
      next !== undefined &&
      callNouns.has(token.lower) &&
      (callPrepositions.test(next.lower) || (next.lower === "to" && tokens[at + 2]?.pos === "VERB"));
    if (!takesThat && !takesOf) return [];
    const owner = ownerOf(tokens, at);
    if (!owner) return [];
    const from = takesThat
      ? at + 1
      : next?.lower === "to" && tokens[at + 2]?.pos === "VERB"
        ? at + 1
        : at + 2;
    const to = claimEnd(tokens, groups, from, takesThat);
    if (to < from) return [];
    const subject = owner && { ...owner, way: "near" as const };
    return [
      {
        voice: owner && rangeOf(tokens, owner.first, owner.last),
        cue: rangeOf(tokens, at, takesThat || from === at + 1 ? at : at + 1),
        claim: [rangeOf(tokens, from, to)],
        features: features(
          article,
          read,
          "noun",
          subject ? voiceKind(tokens, subject) : "none",
          takesThat ? 0.6 : 0.3,
        ),
        sentence,
      },
    ];
  });
}

/** "his", "the mayor’s": whose noun it is. Without the mark of the possessive. */
function ownerOf(
  tokens: readonly Token[],
  noun: number,
): { readonly first: number; readonly last: number } | null {
  let at = noun - 1;
  while (tokens[at]?.pos === "ADJ" || tokens[at]?.pos === "NOUN") at -= 1;
  const token = tokens[at];
  if (!token) return null;
  if (token.pos === "PRON" && possessives.has(token.lower)) return { first: at, last: at };
  if (token.pos !== "PART" || !/^'s?$/u.test(token.lower)) return null;
  let first = at - 1;
  while (
    first > 0 &&
    (isNominal(tokens[first - 1]) || tokens[first - 1]?.pos === "ADJ" || tokens[first - 1]?.pos === "DET")
  )
    first -= 1;
  return first < at ? { first, last: at } : null;
}

const label = /^["“]?(?<name>\p{Lu}[\p{Lu}.'’ -]{1,30}\p{Lu}\.?)(?<colon>:)\s+(?<words>\S)/u;

const notices =
  /^(?:CLARIFICATION|CORRECTION|UPDATE|UPDATED|NOTE|EDITOR.S NOTE|READ MORE|WATCH|PHOTOS?|VIDEO|BREAKING|EXCLUSIVE|LIVE|MORE|RELATED|SEE ALSO)\b/u;

/** "REPORTER: …": a line of a transcript is what the name before the colon says. */
function speakerLabel(article: ArticleText, read: Sentence, sentence: number): Candidate[] {
  const paragraph = article.paragraphs[read.paragraph];
  if (!paragraph || !read.startsParagraph) return [];
  const found = label.exec(
    article.text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 60)),
  );
  if (!found?.groups) return [];
  const { name = "" } = found.groups;
  if (notices.test(name)) return [];
  const start = paragraph.start + found[0].indexOf(name);
  const colon = start + name.length;
  return [
    {
      voice: { start, end: colon },
      cue: { start: colon, end: colon + 1 },
      claim: [
        { start: paragraph.start + found[0].length - 1, end: withoutStop(article.text, paragraph.end) },
      ],
      features: features(article, read, "colon", "name", 0.7),
      sentence,
    },
  ];
}

const withoutStop = (text: string, end: number): number =>
  /[^.]\.$/u.test(text.slice(end - 2, end)) ? end - 1 : end;

/** "Mayor: Bridge to close" in the headline. */
function headline(article: ArticleText, read: Sentence, sentence: number): Candidate[] {
  const { tokens } = read;
  const colon = tokens.findIndex(({ text }) => text === ":");
  if (read.start > 5 || colon < 1 || colon > 5) return [];
  const phrase = tokens.slice(0, colon);
  const to = lastWord(tokens);
  const isNamed = phrase.every((token) => /^\p{Lu}/u.test(token.text) || token.pos === "PUNCT");
  if (to <= colon || !isNamed || !isVoice(article, tokens, phrase)) return [];
  const subject = { first: 0, last: colon - 1, way: "near" as const };
  return [
    {
      voice: rangeOf(tokens, 0, colon - 1),
      cue: rangeOf(tokens, colon, colon),
      claim: [rangeOf(tokens, colon + 1, to)],
      features: features(article, read, "colon", voiceKind(tokens, subject), 0.7),
      sentence,
    },
  ];
}

/** A study, or somebody whom the article names again. */
function isVoice(article: ArticleText, tokens: readonly Token[], phrase: readonly Token[]): boolean {
  const head = phrase.at(-1);
  if (!head) return false;
  if (documentNouns.has(head.lower)) return true;
  if (phrase[0]?.pos === "DET" || head.pos !== "PROPN") return false;
  return (
    head.text.length > 3 && article.text.indexOf(head.text, tokens.at(-1)?.end ?? 0) >= 0 && phrase.length < 5
  );
}

function lastWord(tokens: readonly Token[]): number {
  let last = tokens.length - 1;
  while (last > 0 && /^[.?!]$/u.test(tokens[last]?.text ?? "")) last -= 1;
  return last;
}

/** "― Jane Doe, teacher" in a line of its own behind a quotation. */
function creditLine(sentences: readonly Sentence[], sentence: number): Candidate[] {
  const [read, before] = [sentences[sentence], sentences[sentence - 1]];
  if (!read?.endsParagraph) return [];
  const { tokens } = read;
  const dash = tokens.findLastIndex(({ text }) => /^[—–―]$|^--$/u.test(text));
  const own = tokens[dash - 1];
  const claim = dash === 0 ? before?.tokens.findLast(({ pos }) => pos === "QUOTE") : own;
  if (dash < 0 || claim?.pos !== "QUOTE" || tokens.length - dash > 24) return [];
  const last = lastWord(tokens);
  const comma = tokens.findIndex(({ text }, at) => at > dash && text === ",");
  const name = tokens.slice(dash + 1, (comma < 0 ? last : comma - 1) + 1);
  const isName =
    name.length > 0 &&
    name.length < 7 &&
    name.every(({ text }) => /^(?:\p{Lu}|(?:de|van|von|der|al|bin|la)$)/u.test(text));
  if (last <= dash || !isName) return [];
  return [
    {
      voice: rangeOf(tokens, dash + 1, last),
      cue: rangeOf(tokens, dash, dash),
      claim: [{ start: claim.start, end: claim.end }],
      features: { ...plain, rule: "credit-line", share: 0.8, voice: "name", quoted: true },
      sentence,
    },
  ];
}
