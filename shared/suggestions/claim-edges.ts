// Where a claim without quotation marks ends: at the sentence's end, or before what is no part of it any more.

import { reportingShare } from "./reporting-shares.ts";
import { isNominal, type Token } from "./token.ts";
import { clauseVerbs, hearerVerbs, infinitiveVerbs, quotingVerbs } from "./verb-frames.ts";
import type { VerbGroup } from "./verb-groups.ts";

const joining = /^(?:but|and|while|although|though|whereas|as|yet|even)$/u;
const stops = /^[;]$|^[.?!]+$|^…$/u;

/** The index of the last token of a claim that begins at `first`. `wide`: a whole clause, not only an object. */
export function claimEnd(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  first: number,
  wide: boolean,
): number {
  let depth = 0;
  for (let at = first; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.text === "(" || token.text === "[") depth += 1;
    const closes = token.text === ")" || token.text === "]";
    // The bracket that the whole sentence stands in.
    if (closes && depth === 0 && at > first) return at - 1;
    if (closes && depth > 0) depth -= 1;
    if (depth > 0 && depth < 2 && at - first < 200) continue;
    if (stops.test(token.text) && (token.text === ";" || at === tokens.length - 1)) return at - 1;
    if (token.text === "," && endsAtComma(tokens, groups, at, wide)) return at - 1;
    if (tokens[first]?.lower === "to" && at > first && goesOn(tokens, groups, at)) return at - 1;
    if (at > first && token.pos === "CCONJ" && !token.quoted && joinsReport(tokens, groups, at))
      return at - 1;
    if (!wide && at > first && endsObject(tokens, groups, at)) return at - 1;
    if (/^[—–―:]$|^--$/u.test(token.text) && !wide && at > first) return at - 1;
    if (token.text === ":" && at > first && isSaidBehind(tokens, groups, at + 1)) return at - 1;
    if (at > first && at + 1 < tokens.length && token.lower === "according" && tokens[at + 1]?.lower === "to")
      return at - 1;
  }
  let last = tokens.length - 1;
  while (last > first && tokens[last]?.pos === "PUNCT" && /^[.?!,;:…—–-]+$/u.test(tokens[last]?.text ?? ""))
    last -= 1;
  return last;
}

/** What behind a comma belongs to somebody else again. */
function endsAtComma(
  tokens: readonly Token[],
  groups: readonly VerbGroup[],
  comma: number,
  wide: boolean,
): boolean {
  const next = tokens[comma + 1];
  if (!next) return true;
  if (next.lower === "according") return true;
  if (next.pos === "QUOTE") return false;
  const group = groups.find(({ first }) => first >= comma + 1);
  if (!group) return false;
  const isNext = group.first === comma + 1 || (group.first === comma + 2 && next.pos === "ADV");
  if (group.form === "ing" && isNext) return !wide || reportingShare(group.lemma) >= 0.4;
  if (!wide && group.form === "finite" && group.first === comma + 1) return true;
  if (group.first - comma > 30) return false;
  const between = tokens.slice(comma + 1, group.first);
  const reports =
    reportingShare(group.lemma) >= 0.4 && (clauseVerbs.has(group.lemma) || hearerVerbs.has(group.lemma));
  const share = reportingShare(group.lemma);
  // ", a figure first reported by the paper"
  if (reports && group.form === "participle" && between.length < 5 && tokens[group.last + 1]?.lower === "by")
    return true;
  if (joining.test(next.lower)) {
    const hasSubject = between.some((token) => isNominal(token) || token.pos === "PRON");
    if (reports && group.form === "finite") return hasSubject || next.lower !== "as";
    const turns = next.lower !== "and" && next.lower !== "as" && share >= 0.4;
    if (turns && hasSubject && group.form === "finite") return true;
    return !wide && hasSubject && group.form === "finite";
  }
  const opensClause =
    /^(?:DET|PROPN|PRON|NOUN)$/u.test(next.pos) && !/^(?:who|which|that|whose)$/u.test(next.lower);
  if (
    !wide &&
    opensClause &&
    group.form === "finite" &&
    between.length < 9 &&
    between.every(({ text, pos }) => text !== "," && pos !== "CCONJ")
  )
    return true;
  if (/^(?:who|which)$/u.test(next.lower)) return !wide && share >= 0.4;
  const closing = tokens[group.last + 1];
  // ", the mayor said." and ", he said, "
  if (reports && group.form === "finite" && between.every(({ text }) => text !== ",") && between.length < 9)
    return (
      closing === undefined ||
      closing.pos === "PUNCT" ||
      closing.pos === "ADP" ||
      closing.pos === "NOUN" ||
      closing.pos === "PROPN"
    );
  return false;
}

/** "…: “It will hold,” the mayor wrote": the quotation behind the colon has somebody of its own who says it. */
const isSaidBehind = (tokens: readonly Token[], groups: readonly VerbGroup[], quotation: number): boolean =>
  tokens[quotation]?.pos === "QUOTE" &&
  groups.some(
    ({ first, lemma, form }) =>
      first > quotation && first - quotation < 8 && form === "finite" && quotingVerbs.has(lemma),
  );

/** "urged them to join, and criticized": behind what somebody wants done, a past form has another subject again. */
function goesOn(tokens: readonly Token[], groups: readonly VerbGroup[], at: number): boolean {
  const conjunction = tokens[at]?.text === "," ? at + 1 : at;
  if (!/^(?:and|but)$/u.test(tokens[conjunction]?.lower ?? "")) return false;
  const next = groups.find(({ first }) => first > conjunction);
  return (
    next !== undefined &&
    next.first === conjunction + 1 &&
    next.form === "finite" &&
    !next.present &&
    !next.modal &&
    reportingShare(next.lemma) >= 0.4
  );
}

/** "… and said that", "… but noted that": the same voice speaks again. */
function joinsReport(tokens: readonly Token[], groups: readonly VerbGroup[], conjunction: number): boolean {
  const next = groups.find(({ first }) => first > conjunction);
  return (
    next !== undefined &&
    next.first === conjunction + 1 &&
    (next.form === "finite" || next.form === "ing") &&
    !next.modal &&
    ((reportingShare(next.lemma) >= 0.55 && (clauseVerbs.has(next.lemma) || hearerVerbs.has(next.lemma))) ||
      (reportingShare(next.lemma) >= 0.35 &&
        infinitiveVerbs.has(next.lemma) &&
        tokens[next.last + 1]?.lower === "to"))
  );
}

/** Where an object ends: before another verb of the same subject, or a clause that says when or why. */
function endsObject(tokens: readonly Token[], groups: readonly VerbGroup[], at: number): boolean {
  const token = tokens[at];
  if (!token) return true;
  if (token.lower === "by") {
    const next = groups.find(({ first }) => first === at + 1);
    return next?.form === "ing" && reportingShare(next.lemma) >= 0.4;
  }
  if (token.pos === "CCONJ") {
    const next = groups.find(({ first }) => first === at + 1);
    return next !== undefined && next.form === "finite";
  }
  return false;
}
