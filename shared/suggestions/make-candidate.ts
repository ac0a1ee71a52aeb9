// A candidate from a verb, its subject and its claim, with the features that its confidence is made from.
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate, Features, FoundClaim, SuggestionRule, VoiceKind } from "./candidate.ts";
import { bodies } from "./read-mention.ts";
import { reportingShare } from "./reporting-shares.ts";
import type { Sentence } from "./sentence.ts";
import type { Subject } from "./subjects.ts";
import { rangeOf, type TaggedToken } from "./token.ts";
import { clauseVerbs, hearerVerbs, objectVerbs, quotingVerbs, thatVerbs } from "./verb-frames.ts";
import type { VerbGroup } from "./verb-groups.ts";
import {
  documentNouns,
  personalPronouns,
  personNouns,
  subordinators,
  timeNouns,
  words,
} from "./word-lists.ts";

/** Verbs that a list of frames knows and nobody has counted. */
const uncounted = 0.25;

/** How often the verb reports; 0 for one that no list knows. */
export const shareOf = (lemma: string): number => {
  const share = reportingShare(lemma);
  if (share > 0) return share;
  return clauseVerbs.has(lemma) ||
    thatVerbs.has(lemma) ||
    hearerVerbs.has(lemma) ||
    objectVerbs.has(lemma) ||
    quotingVerbs.has(lemma)
    ? uncounted
    : 0;
};

/** `null` where voice, cue and claim do not go together. */
export function makeCandidate(
  article: ArticleText,
  read: Sentence,
  sentence: number,
  group: VerbGroup,
  cueFirst: number,
  subject: Subject | null,
  claim: FoundClaim,
): Candidate | null {
  const { tokens, groups } = read;
  const segments = claim.segments.filter(([first, last]) => first <= last);
  if (segments.length === 0 || segments.some(([first, last]) => first <= group.main && group.main <= last))
    return null;
  const isInside =
    subject && segments.some(([first, last]) => first <= subject.first && subject.last <= last);
  if (isInside && claim.rule !== "passive") return null;
  if (subject && takesThing(claim.rule) && isDeed(tokens, subject)) return null;
  const voice = subject && !isInside ? rangeOf(tokens, subject.first, subject.last) : null;
  const cueLast = Math.max(claim.cueLast, group.last);
  if (subject && subject.first <= cueLast && cueFirst <= subject.last && claim.rule !== "passive")
    return null;
  const ranges = segments.map(([first, last]) => rangeOf(tokens, first, last));
  return {
    voice,
    cue: rangeOf(tokens, cueFirst, cueLast),
    claim: ranges,
    features: featuresOf(article, read, group, subject, claim, groups),
    lemma: group.lemma,
    sentence,
  };
}

const takesThing = (rule: SuggestionRule): boolean =>
  rule === "object" || rule === "preposition" || rule === "gerund";

/** "The divergent characterizations highlighted the risks": what people do and are shows something by itself, and nobody says it. */
function isDeed(tokens: readonly TaggedToken[], subject: Subject): boolean {
  const head = headOf(tokens, subject);
  if (head?.pos !== "NOUN" || subject.way === "relative") return false;
  const singular = head.lower.replace(/s$/u, "");
  const isSpeaker = [head.lower, singular].some(
    (noun) =>
      bodies.has(noun) ||
      documentNouns.has(noun) ||
      personNouns.has(noun) ||
      crowdNouns.has(noun) ||
      timeNouns.has(noun),
  );
  return !isSpeaker && /(?:tion|sion|ment|ness|[ae]nce|ism)$/u.test(singular);
}

/** Nouns for many people that look like nouns for what is done. */
const crowdNouns = words(
  "opposition coalition delegation population nation generation congregation convention audience intelligence management regiment establishment " +
    "contingent constituent conference conscience resident",
);

export function featuresOf(
  article: ArticleText,
  { tokens, start, end }: Sentence,
  group: VerbGroup,
  subject: Subject | null,
  claim: FoundClaim,
  groups: readonly VerbGroup[],
): Features {
  const closing = article.text.charAt(end - 1);
  const length = claim.segments.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return {
    rule: claim.rule,
    share: shareOf(group.lemma),
    voice: voiceKind(tokens, subject),
    farVoice: subject?.way === "shared",
    modal: group.modal,
    negated: group.negated,
    present: group.present,
    form: group.form,
    subordinate: isSubordinate(tokens, subject?.first ?? group.first),
    question: closing === "?",
    quoted: claim.segments.some(([first, last]) =>
      tokens.slice(first, last + 1).some(({ quoted }) => quoted),
    ),
    shortClaim: length < 2 && !claim.rule.startsWith("quotation"),
    headline: start === 0 && groups.length > 0,
  };
}

const isSubordinate = (tokens: readonly TaggedToken[], first: number): boolean => {
  const previousToken = tokens[first - 1];
  return (
    previousToken !== undefined &&
    subordinators.has(previousToken.lower) &&
    previousToken.lower !== "while" &&
    previousToken.lower !== "although" &&
    previousToken.lower !== "though"
  );
};

// The features of a cue that is no verb.

/** What a cue without a verb has no part in. */
export const plain = {
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

export const plainFeatures = (
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

// The kind of name that a voice has, as far as its words tell.

/** The last word of the phrase before what hangs on it. */
function headOf(
  tokens: readonly TaggedToken[],
  { first, last }: Pick<Subject, "first" | "last">,
): TaggedToken | undefined {
  const phrase = tokens.slice(first, last + 1);
  const commaIndex = phrase.findIndex(({ text }) => text === ",");
  const core = commaIndex > 0 ? phrase.slice(0, commaIndex) : phrase;
  const hanging = core.findIndex(({ pos }, at) => pos === "ADP" && at > 0);
  return (hanging > 0 ? core.slice(0, hanging) : core).at(-1);
}

export function voiceKind(
  tokens: readonly TaggedToken[],
  subject: Pick<Subject, "first" | "last" | "way"> | null,
): VoiceKind {
  if (!subject) return "none";
  const phrase = tokens.slice(subject.first, subject.last + 1);
  const [first] = phrase;
  if (!first) return "none";
  if (subject.way === "relative" || (/^(?:who|which|that)$/u.test(first.lower) && phrase.length === 1))
    return "relative";
  if (first.pos === "PRON" && phrase.length === 1)
    return personalPronouns.has(first.lower) && first.lower !== "it" ? "pronoun" : "other";
  const head = headOf(tokens, subject);
  if (!head) return "other";
  if (documentNouns.has(head.lower)) return "document";
  if (head.pos === "PROPN" || head.text === ")") return "name";
  if (personNouns.has(head.lower)) return "person";
  return /[^s]s$/u.test(head.lower) && head.pos === "NOUN" ? "person" : "other";
}
