// "…,” Orban said", "…,” said the mayor": voice and cue right behind a claim, or between two of its segments.
import { clauseStarts, determiners, subjectPronouns, timeWords } from "./function-words.ts";
import type { Candidate, Rule } from "./proposal.ts";
import { subjectBefore, subjectBehind } from "./subject.ts";
import type { Token } from "./tokens.ts";
import { isAdverb, rangeOf, type VerbGroup, verbGroupAt } from "./verb-group.ts";

/** How far behind the claim the verb may stand: "…,” White House press secretary Karoline Leavitt said". */
const farthest = 32;

/** `tokens` begin right behind the claim. `quoted`: it ends with a quotation mark. */
export function candidateBehind(
  tokens: readonly Token[],
  { quoted, rule, score }: { readonly quoted: boolean; readonly rule: Rule; readonly score: number },
): Candidate | null {
  const start = tokens.findIndex(({ mark }) => mark === null);
  const marks = tokens.slice(0, Math.max(0, start));
  if (start < 0 || marks.some(({ mark }) => mark === "stop" || mark === "colon")) return null;
  // Without a comma or a quotation mark the sentence simply goes on.
  if (!quoted && marks.length === 0) return null;
  return turned(tokens, start, rule, score) ?? straight(tokens, start, rule, score);
}

/** "said the mayor" */
function turned(tokens: readonly Token[], start: number, rule: Rule, score: number): Candidate | null {
  const at = isAdverb(tokens[start]) ? start + 1 : start;
  const group = verbGroupAt(tokens, at);
  if (!group?.verb.followsQuotation || !group.finite || group.verb.form === "base" || group.verb.isNounToo)
    return null;
  const who = subjectBehind(tokens, group.last + 1);
  return who && { voice: who.range, cue: rangeOf(tokens, group.first, group.last), rule, score };
}

/** "the mayor said" */
function straight(tokens: readonly Token[], start: number, rule: Rule, score: number): Candidate | null {
  for (let at = start + 1; at <= start + farthest && at < tokens.length; at += 1) {
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
function takesAnotherClaim(tokens: readonly Token[], { last, verb }: VerbGroup): boolean {
  const behind = tokens.slice(last + 1).filter(({ mark }) => mark !== "comma");
  const nextToken = behind[0];
  if (!nextToken || behind.slice(0, 3).some(({ lower }) => timeWords.has(lower))) return false;
  if (nextToken.mark === "quote" || nextToken.mark === "colon") return true;
  if (nextToken.mark !== null || verb.takesHearer) return nextToken.lower === "that";
  return clauseStarts.has(nextToken.lower)
    ? nextToken.lower !== "while" && nextToken.lower !== "when"
    : subjectPronouns.has(nextToken.lower) || determiners.has(nextToken.lower);
}
