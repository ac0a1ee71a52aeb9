// Candidates whose cue is a verb of little meaning with the word that says what is meant: "is confident that", "was critical
// of", "made the case that", "raised questions about".
import type { ArticleText } from "../model/article-text.ts";
import type { Candidate, SuggestionRule } from "./candidate.ts";
import { claimEnd, startsClause } from "./claim-edges.ts";
import { voiceKind } from "./make-candidate.ts";
import type { Sentence } from "./sentence.ts";
import { subjectOf } from "./subjects.ts";
import { rangeOf, type TaggedToken } from "./token.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { words } from "./word-lists.ts";

/** Words for what somebody thinks or wants, with what they take. */
const adjectives: ReadonlyMap<string, RegExp> = new Map([
  ...list(
    "confident sure certain convinced hopeful optimistic pessimistic adamant doubtful unsure uncertain worried concerned",
    /^(?:that|about|of|whether|how)$/u,
  ),
  ...list(
    "afraid aware unaware proud glad happy sorry disappointed surprised angry furious frustrated sceptical skeptical wary mindful fearful",
    /^(?:that|about|of|by|with)$/u,
  ),
  ...list("critical dismissive supportive scornful contemptuous tolerant", /^(?:of)$/u),
  ...list("opposed committed sympathetic open resistant hostile", /^(?:to)$/u),
  ...list("willing unwilling eager reluctant determined keen ready prepared", /^(?:to)$/u),
  ...list("clear vague coy frank candid silent outspoken", /^(?:that|about|on)$/u),
  ...list("against", /^(?:the|a|an|any|\p{Lu}.*)$/u),
]);

function list(all: string, takes: RegExp): [string, RegExp][] {
  return all.split(" ").map((word) => [word, takes]);
}

const lightVerbs = words(
  "make give issue express voice raise show offer take send hold have deliver lay put bring level launch mount set reach",
);

/** Words that name what such a verb brings about. */
const lightNouns = words(
  "case point claim claims comment comments remark remarks statement statements argument arguments promise promises pledge pledges vow " +
    "call calls announcement suggestion suggestions support concern concerns doubt doubts question questions opposition criticism " +
    "praise hope hopes fear fears interest reservations misgivings illusions view views warning warnings threat threats objection " +
    "objections confidence faith optimism skepticism scepticism outrage anger regret disappointment surprise message accusation " +
    "accusations allegation allegations charges charge attack attacks position stance belief idea ideas plan plans doubt denial " +
    "apology apologies assurance assurances recommendation recommendations demand demands proposal proposals decision agreement",
);
const nounTakes =
  /^(?:that|for|of|about|against|on|over|to|with|saying|urging|calling|announcing|condemning|whether)$/u;

/** All of one sentence. */
export function phraseCandidates(
  article: ArticleText,
  sentences: readonly Sentence[],
  sentence: number,
): Candidate[] {
  const parsedSentence = sentences[sentence];
  if (!parsedSentence) return [];
  return parsedSentence.groups.flatMap((group, at) => {
    if (parsedSentence.tokens[group.main]?.quoted || group.form === "participle" || group.passive) return [];
    const reportingPhrase =
      afterBe(parsedSentence.tokens, parsedSentence.groups, group) ??
      madeClear(parsedSentence.tokens, group) ??
      afterLightVerb(parsedSentence.tokens, group);
    return reportingPhrase
      ? (candidateFrom(article, parsedSentence, sentence, at, reportingPhrase) ?? [])
      : [];
  });
}

interface Found {
  readonly cueLast: number;
  readonly claimFirst: number;
  readonly rule: SuggestionRule;
  readonly share: number;
}

/** "is not sure that" */
function afterBe(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
): Found | null {
  if (
    !/^(?:be|remain|seem|appear|feel|sound|become|grow)$/u.test(group.lemma) &&
    tokens[group.main]?.pos !== "AUX"
  )
    return null;
  let at = group.last + 1;
  while (tokens[at]?.pos === "ADV" || /^(?:not|n't|very|more)$/u.test(tokens[at]?.lower ?? "")) at += 1;
  const nextToken = tokens[at + 1];
  const takes = adjectives.get(tokens[at]?.lower ?? "");
  if (!takes || !nextToken) return null;
  // "is confident she will win"
  const isBare = takes.test("that") && nextToken.pos === "PRON" && startsClause(tokens, groups, at + 1);
  if (!isBare && !takes.test(nextToken.lower)) return null;
  const isClause =
    isBare ||
    nextToken.lower === "that" ||
    nextToken.lower === "to" ||
    nextToken.lower === "whether" ||
    nextToken.lower === "how" ||
    tokens[at]?.lower === "against";
  const isInfinitive = nextToken.lower === "to" && tokens[at + 2]?.pos === "VERB";
  const staysOut = isClause && (nextToken.lower !== "to" || isInfinitive);
  return {
    cueLast: staysOut ? at : at + 1,
    claimFirst: staysOut ? at + 1 : at + 2,
    rule: "adjective",
    share: 0.5,
  };
}

/** "made clear that", "made it very clear she would" */
function madeClear(tokens: readonly TaggedToken[], group: VerbGroup): Found | null {
  if (group.lemma !== "make") return null;
  let at = group.last + 1;
  const hasIt = tokens[at]?.lower === "it";
  if (hasIt) at += 1;
  while (tokens[at]?.pos === "ADV" || /^(?:very|quite)$/u.test(tokens[at]?.lower ?? "")) at += 1;
  if (!/^(?:clear|plain|known)$/u.test(tokens[at]?.lower ?? "")) return null;
  const nextToken = tokens[at + 1];
  const isClause =
    nextToken?.lower === "that" ||
    (hasIt && nextToken !== undefined && /^(?:PRON|DET|PROPN)$/u.test(nextToken.pos));
  return isClause ? { cueLast: at, claimFirst: at + 1, rule: "light-verb", share: 0.7 } : null;
}

/** "made the case that", "has no doubts about" */
function afterLightVerb(tokens: readonly TaggedToken[], group: VerbGroup): Found | null {
  if (!lightVerbs.has(group.lemma) || (tokens[group.main]?.pos === "AUX" && group.lemma !== "have"))
    return null;
  for (let at = group.last + 1; at < group.last + 7; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (!token || !next || token.quoted) return null;
    if (lightNouns.has(token.lower) && nounTakes.test(next.lower)) {
      const isClause =
        next.lower === "that" ||
        next.lower === "whether" ||
        (next.lower === "to" && tokens[at + 2]?.pos === "VERB");
      return {
        cueLast: isClause ? at : at + 1,
        claimFirst: isClause ? at + 1 : at + 2,
        rule: "light-verb",
        share: 0.5,
      };
    }
    if (!["DET", "ADJ", "NOUN", "ADV", "PRON", "NUM", "PART", "CCONJ"].includes(token.pos)) return null;
  }
  return null;
}

function candidateFrom(
  article: ArticleText,
  read: Sentence,
  sentence: number,
  at: number,
  found: Found,
): Candidate | null {
  const { tokens, groups } = read;
  const group = groups[at];
  const subject = subjectOf(tokens, groups, at);
  const lastIndex = claimEnd(tokens, groups, found.claimFirst, tokens[found.claimFirst]?.lower === "that");
  if (!group || lastIndex < found.claimFirst || !subject || subject.last >= group.first) return null;
  return {
    voice: rangeOf(tokens, subject.first, subject.last),
    cue: rangeOf(tokens, group.first, found.cueLast),
    claim: [rangeOf(tokens, found.claimFirst, lastIndex)],
    features: {
      rule: found.rule,
      share: found.share,
      voice: voiceKind(tokens, subject),
      farVoice: subject.way === "shared",
      modal: group.modal,
      negated: group.negated,
      present: group.present,
      form: group.form,
      subordinate: false,
      question: article.text.charAt(read.end - 1) === "?",
      quoted: tokens.slice(found.claimFirst, lastIndex + 1).some(({ quoted }) => quoted),
      shortClaim: lastIndex - found.claimFirst < 2,
      headline: read.start === 0,
    },
    sentence,
  };
}
