// "Orban said that …", "Orban told Politico on Monday: “…”", "…, saying that …": voice and cue before the claim.
import type { Surroundings } from "./around-claim.ts";
import { auxiliaries, clauseStarts, prepositions, timeWords } from "./function-words.ts";
import type { Candidate } from "./proposal.ts";
import { subjectBefore } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { rangeOf, type VerbGroup, verbGroupAt } from "./verb-group.ts";

/** How many words may stand between verb and claim. */
const farthest = 14;

const claimOpeners = new Set(["that", "whether", "if", "how", "why", "what"]);

/** The nearest verb before the claim that can take it. */
export function candidateBefore(around: Surroundings): Candidate | null {
  const tokens = withoutOpening(around.before);
  for (let at = tokens.length - 1; at >= 0 && tokens.length - at <= farthest + 1; at -= 1) {
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
function scoreOf(tokens: readonly Token[], group: VerbGroup, around: Surroundings): number {
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
const plain = (verb: VerbGroup["verb"]): number => (verb.isNounToo || verb.takesObject ? 0 : 0.75);

/** A clause of its own begins here, so that a verb farther left has another claim. */
const isFiniteElsewhere = (tokens: readonly Token[], at: number): boolean =>
  auxiliaries.has(tokens[at]?.lower ?? "") && !verbGroupAt(tokens, at + 1) && !verbGroupAt(tokens, at + 2);

function participle(tokens: readonly Token[], group: VerbGroup, score: number): Candidate | null {
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
function voiceEarlier(tokens: readonly Token[], end: number): Candidate["voice"] {
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
