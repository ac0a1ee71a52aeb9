// The reporting verb with its auxiliaries, its "not" and its particle: what the cue is.
import type { Range } from "../model/range.ts";
import { adverbs, auxiliaries, carriers, formsOfBe, negations, particles } from "./function-words.ts";
import { type ReportingVerb, reportingVerbs } from "./reporting-verbs.ts";
import type { Token } from "./tokens.ts";

/** `first` and `last` are indexes of tokens. A participle alone ("…, saying that") is not `finite`. */
export interface VerbGroup {
  readonly first: number;
  readonly last: number;
  readonly verb: ReportingVerb;
  readonly finite: boolean;
}

const isHelper = (token: Token | undefined): boolean =>
  token !== undefined && (auxiliaries.has(token.lower) || negations.has(token.lower));

export const isAdverb = (token: Token | undefined): boolean =>
  token !== undefined && !token.capital && (adverbs.has(token.lower) || /\p{L}{3}ly$/u.test(token.lower));

/** The group whose verb stands at this index; `null` where none does, or where somebody else speaks ("was told"). */
export function verbGroupAt(tokens: readonly Token[], at: number): VerbGroup | null {
  const token = tokens[at];
  const verb = token && !token.possessive && !token.capital ? reportingVerbs.get(token.lower) : undefined;
  if (!verb) return null;
  const nextWord = tokens[at + 1]?.lower ?? "";
  const lastIndex = particles.has(nextWord) ? at + 1 : at;
  if (verb.needsParticle && lastIndex === at) return null;
  let firstIndex = withHelpers(tokens, at);
  if (tokens[firstIndex - 1]?.lower === "to" && verb.form === "base") {
    if (!carriers.has(tokens[firstIndex - 2]?.lower ?? "")) return null;
    firstIndex = withHelpers(tokens, firstIndex - 2);
    return { first: firstIndex, last: lastIndex, verb, finite: true };
  }
  const helpers = tokens.slice(firstIndex, at);
  const isPassive = formsOfBe.has(helpers.findLast(isAuxiliary)?.lower ?? "") && verb.form !== "ing";
  if (isPassive) return null;
  if (verb.form === "base" && helpers.length === 0 && verb.isNounToo) return null;
  return { first: firstIndex, last: lastIndex, verb, finite: verb.form !== "ing" || helpers.length > 0 };
}

export const rangeOf = (tokens: readonly Token[], first: number, last: number): Range | null => {
  const [from, to] = [tokens[first], tokens[last]];
  return from && to && first <= last ? { start: from.start, end: to.end } : null;
};

const isAuxiliary = (token: Token): boolean => auxiliaries.has(token.lower);

/** The first of the auxiliaries and negations before a verb, with the adverbs among them. */
function withHelpers(tokens: readonly Token[], at: number): number {
  let firstIndex = at;
  for (let index = at - 1; index >= 0; index -= 1) {
    if (isHelper(tokens[index])) firstIndex = index;
    else if (!isAdverb(tokens[index])) break;
  }
  return firstIndex;
}
