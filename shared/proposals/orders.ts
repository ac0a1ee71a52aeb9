// The orders of words in which English news says who makes a claim: "…,” Orban said", "according to Orban, …", "Orban said that …".
// Each looks at the words around a claim and answers with a voice and a cue, or with nothing where they are not plain.
import type { Range } from "../model/range.ts";
import type { ProposalRule } from "../suggestions/reasons.ts";
import { rangeOf } from "../suggestions/token.ts";
import {
  auxiliaries,
  clauseStarts,
  determiners,
  plainSubjects,
  prepositions,
  timeWords,
} from "../suggestions/word-lists.ts";
import type { Surroundings, Token } from "./around-claim.ts";
import { isAdverb, type ReportingVerbGroup, verbGroupAt } from "./reporting-verbs.ts";
import { subjectAfter, subjectBefore } from "./subject.ts";

/** What an order finds: the better, the higher the score. */
export interface ProposalCandidate {
  readonly voice: Range | null;
  readonly cue: Range | null;
  readonly rule: ProposalRule;
  readonly score: number;
}

/** How many words may stand between the claim and "according". */
const farthestAccording = 8;
/** How far after the claim the verb may stand: "…,” White House press secretary Karoline Leavitt said". */
const farthestAfter = 32;
/** How many words may stand between a claim and the verb before it. */
const farthestBefore = 14;

/** What the candidates are found by, best first where they score the same. */
export const orders: readonly ((around: Surroundings) => ProposalCandidate | null)[] = [
  betweenSegments,
  afterClaim,
  accordingTo,
  candidateBefore,
];

function betweenSegments({ between }: Surroundings): ProposalCandidate | null {
  for (const gap of between) {
    const candidate = candidateAfter(gap, { quoted: true, rule: "between-segments", score: 0.98 });
    if (candidate) return candidate;
  }
  return null;
}

function afterClaim({
  before,
  after,
  ending,
  firstWord,
  opensQuotation,
}: Surroundings): ProposalCandidate | null {
  const isMidSentence = before.some(({ mark }) => mark === null);
  // A claim without quotation marks, one that a verb before it takes, and one whose sentence is over, are followed by
  // something else.
  const isTaken = !opensQuotation && (firstWord === "to" || firstWord === "that");
  if (ending === "stopped" || (isMidSentence && (ending === "open" || isTaken))) return null;
  const quoted = ending === "quoted";
  return candidateAfter(after, { quoted, rule: "behind-claim", score: quoted ? 0.95 : 0.86 });
}

/** "…,” Orban said", "…,” said the mayor". `tokens` begin right after the claim, or between two of its segments. `quoted`: it ends with a quotation mark. */
function candidateAfter(
  tokens: readonly Token[],
  { quoted, rule, score }: { readonly quoted: boolean; readonly rule: ProposalRule; readonly score: number },
): ProposalCandidate | null {
  const start = tokens.findIndex(({ mark }) => mark === null);
  const marks = tokens.slice(0, Math.max(0, start));
  if (start < 0 || marks.some(({ mark }) => mark === "stop" || mark === "colon")) return null;
  // Without a comma or a quotation mark the sentence simply goes on.
  if (!quoted && marks.length === 0) return null;
  return turned(tokens, start, rule, score) ?? straight(tokens, start, rule, score);
}

/** "said the mayor" */
function turned(
  tokens: readonly Token[],
  start: number,
  rule: ProposalRule,
  score: number,
): ProposalCandidate | null {
  const at = isAdverb(tokens[start]) ? start + 1 : start;
  const group = verbGroupAt(tokens, at);
  if (!group?.verb.followsQuotation || !group.finite || group.verb.form === "base" || group.verb.isNounToo)
    return null;
  const who = subjectAfter(tokens, group.last + 1);
  return who && { voice: who.range, cue: rangeOf(tokens, group.first, group.last), rule, score };
}

/** "the mayor said" */
function straight(
  tokens: readonly Token[],
  start: number,
  rule: ProposalRule,
  score: number,
): ProposalCandidate | null {
  for (let at = start + 1; at <= start + farthestAfter && at < tokens.length; at += 1) {
    if (tokens[at]?.mark === "stop" || tokens[at]?.mark === "quote") return null;
    const group = verbGroupAt(tokens, at);
    if (!group?.finite || !group.verb.followsQuotation) continue;
    if (group.verb.isNounToo && tokens[at + 1]?.mark === null) continue;
    const who = subjectBefore(tokens, group.first);
    if (takesAnotherClaim(tokens, group)) return null;
    // "as the mayor said": the word between belongs to nobody.
    if (!who || who.first > start + 1 || (who.first === start + 1 && tokens[start]?.lower !== "as")) continue;
    return { voice: who.range, cue: rangeOf(tokens, group.first, group.last), rule, score };
  }
  return null;
}

/** "…, Orban said that …", "Orban said: “…”": what follows is the claim of this verb, not what went before. */
function takesAnotherClaim(tokens: readonly Token[], { last, verb }: ReportingVerbGroup): boolean {
  const wordsAfter = tokens.slice(last + 1).filter(({ mark }) => mark !== "comma");
  const nextToken = wordsAfter[0];
  if (!nextToken || wordsAfter.slice(0, 3).some(({ lower }) => timeWords.has(lower))) return false;
  if (nextToken.mark === "quote" || nextToken.mark === "colon") return true;
  if (nextToken.mark !== null || verb.takesHearer) return nextToken.lower === "that";
  return clauseStarts.has(nextToken.lower)
    ? nextToken.lower !== "while" && nextToken.lower !== "when"
    : plainSubjects.has(nextToken.lower) || determiners.has(nextToken.lower);
}

/** "According to the ministry, …", "…, according to two officials". */
function accordingTo({ before, after }: Surroundings): ProposalCandidate | null {
  return (
    named(after, after.findIndex(isAccording), farthestAccording) ??
    named(before, before.findLastIndex(isAccording), 0)
  );
}

const isAccording = ({ lower }: Token): boolean => lower === "according";

/** `within`: the greatest index at which it may stand; 0 means at the beginning of the sentence. */
function named(tokens: readonly Token[], at: number, within: number): ProposalCandidate | null {
  if (at < 0 || at > within || tokens[at + 1]?.lower !== "to") return null;
  if (tokens.slice(0, at).some(({ mark }) => mark === "stop")) return null;
  const who = subjectAfter(tokens, at + 2);
  return who && { voice: who.range, cue: rangeOf(tokens, at, at + 1), rule: "according-to", score: 0.92 };
}

const claimOpeners = new Set(["that", "whether", "if", "how", "why", "what"]);

/** "Orban said that …", "Orban told Politico on Monday: “…”", "…, saying that …": by the nearest verb that can take the claim. */
function candidateBefore(around: Surroundings): ProposalCandidate | null {
  const tokens = withoutOpening(around.before);
  for (let at = tokens.length - 1; at >= 0 && tokens.length - at <= farthestBefore + 1; at -= 1) {
    if (tokens[at]?.mark === "stop") return null;
    const group = verbGroupAt(tokens, at);
    if (!group) {
      if (isFiniteElsewhere(tokens, at)) return null;
      continue;
    }
    const score = scoreOf(tokens, group, around);
    if (score === 0) {
      if (group.verb.isNounToo) continue;
      return null;
    }
    const cue = rangeOf(tokens, group.first, group.last);
    if (!group.finite) return participle(tokens, group, score);
    const who = subjectBefore(tokens, group.first);
    if (who) return { voice: who.range, cue, rule: "before-claim", score };
    if (group.verb.isNounToo) continue;
    // "Orban met Merz and said that …": the words are clear, the voice is not.
    return score >= 0.8 && group.verb.form === "past" && tokens[group.first - 1]?.lower === "and"
      ? { voice: voiceEarlier(tokens, group.first), cue, rule: "before-claim", score: score - 0.2 }
      : null;
  }
  return null;
}

/** Without "that" and the marks that lead up to the claim. */
function withoutOpening(before: readonly Token[]): readonly Token[] {
  const lastIndex = before.findLastIndex(({ mark, lower }) => mark === null && lower !== "that");
  const trailingTokens = before.slice(lastIndex + 1);
  return trailingTokens.some(({ mark }) => mark === "stop") ? [] : before.slice(0, lastIndex + 1);
}

/** How sure it is that this verb takes the claim, by what stands between; 0 when it cannot. */
function scoreOf(tokens: readonly Token[], group: ReportingVerbGroup, around: Surroundings): number {
  const { verb, last } = group;
  const between = tokens.slice(last + 1);
  const marks = around.before.slice(tokens.length);
  const announced = marks.some(({ mark }) => mark === "colon") || claimOpeners.has(around.firstWord);
  const led = announced || marks.some(({ mark, lower }) => mark === "comma" || lower === "that");
  const sure = led || around.opensQuotation;
  if (around.firstWord === "to" && !around.opensQuotation)
    return verb.takesInfinitive && between.length === 0 ? 0.85 : 0;
  if (between.length === 0) return verb.takesHearer && !sure ? 0 : sure ? 0.9 : plain(verb);
  if (between.some(({ mark }) => mark !== null && mark !== "comma" && mark !== "other")) return 0;
  if (between.some(({ lower }) => clauseStarts.has(lower) || auxiliaries.has(lower))) return 0;
  if (between.every(({ lower, mark }) => mark === null && (timeWords.has(lower) || lower === "on")))
    return sure ? 0.88 : 0.6;
  const isAdverbial = prepositions.has(between[0]?.lower ?? "") || timeWords.has(between[0]?.lower ?? "");
  if (!isAdverbial && !verb.takesHearer && !(verb.takesObject && around.opensQuotation)) return 0;
  return led
    ? 0.8
    : around.opensQuotation && !isAdverbial
      ? 0.7
      : verb.takesHearer && between.length < 4
        ? 0.6
        : 0;
}

/** "said it was over", without anything that shows the claim's beginning. */
const plain = (verb: ReportingVerbGroup["verb"]): number => (verb.isNounToo || verb.takesObject ? 0 : 0.75);

/** A clause of its own begins here, so that a verb farther left has another claim. */
const isFiniteElsewhere = (tokens: readonly Token[], at: number): boolean =>
  auxiliaries.has(tokens[at]?.lower ?? "") && !verbGroupAt(tokens, at + 1) && !verbGroupAt(tokens, at + 2);

function participle(
  tokens: readonly Token[],
  group: ReportingVerbGroup,
  score: number,
): ProposalCandidate | null {
  const previousToken = tokens[group.first - 1];
  if (previousToken?.mark !== "comma" && previousToken?.lower !== "and") return null;
  return {
    voice: voiceEarlier(tokens, group.first),
    cue: rangeOf(tokens, group.first, group.last),
    rule: "participle",
    score: score - 0.1,
  };
}

/** Who spoke earlier in the sentence: the subject of the nearest reporting verb, else the sentence's first words. */
function voiceEarlier(tokens: readonly Token[], end: number): ProposalCandidate["voice"] {
  for (let at = end - 1; at >= 0; at -= 1) {
    const group = verbGroupAt(tokens, at);
    const who = group?.finite && !group.verb.isNounToo ? subjectBefore(tokens, group.first) : null;
    if (who) return who.range;
  }
  const verb = tokens.findIndex(
    ({ lower, capital }, at) => at > 0 && !capital && (auxiliaries.has(lower) || /[^e]ed$/u.test(lower)),
  );
  return verb > 0 && verb < end ? (subjectBefore(tokens, verb)?.range ?? null) : null;
}
