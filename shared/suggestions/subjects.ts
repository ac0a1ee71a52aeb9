// The subject of a verb of saying: the phrase before it, across adverbs, asides and other verbs of the same subject, or behind it where the
// order is turned.
import { phraseStart } from "./noun-phrases.ts";
import { reportingShare } from "./reporting-shares.ts";
import { isNominal, type TaggedToken } from "./token.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { documentNouns, possessives, subordinators, timeAdverbs, timeNouns } from "./word-lists.ts";

/** `way`: how it was found, which tells how sure it is. Indexes are of tokens. */
export interface Subject {
  readonly first: number;
  readonly last: number;
  readonly way: "near" | "aside" | "relative" | "shared" | "turned";
}

const longestAside = 45;

/** The subject of the group at this index. */
export function subjectOf(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  at: number,
  depth = 0,
): Subject | null {
  const group = groups[at];
  if (!group || depth > 4) return null;
  if (group.form === "infinitive" || group.form === "ing" || group.form === "participle")
    return sharedSubject(tokens, groups, at, depth);
  return (
    subjectBefore(tokens, groups, group.first, depth) ??
    behindRelativeClause(tokens, groups, group) ??
    sharedIfJoined(tokens, groups, at, depth)
  );
}

const longestRelative = 30;

/** "Leaders who have been against taking in anybody said": the phrase before a clause of its own that no comma parts from it. */
function behindRelativeClause(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  group: VerbGroup,
): Subject | null {
  // "a plan that failed and said": another verb of whoever did what came before.
  if (tokens[group.first - 1]?.pos === "CCONJ") return null;
  for (let at = group.first - 1; at > 0 && group.first - at < longestRelative; at -= 1) {
    const token = tokens[at];
    if (!token || token.pos === "QUOTE" || /^[,;:()—–]$/u.test(token.text)) return null;
    if (!/^(?:who|which|that)$/u.test(token.lower) || !isNominal(tokens[at - 1])) continue;
    // "told investors that demand …": no relative clause.
    if (!/^(?:AUX|VERB|ADV)$/u.test(tokens[at + 1]?.pos ?? "")) return null;
    const isClause = groups.some(
      ({ first, last, form }) => first > at && last < group.first - 1 && form === "finite",
    );
    const firstIndex = isClause ? phraseStart(tokens, groups, at - 1) : null;
    return firstIndex === null ? null : { first: firstIndex, last: group.first - 1, way: "near" };
  }
  return null;
}

function subjectBefore(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  end: number,
  depth: number,
): Subject | null {
  let lastIndex = end - 1;
  while (
    lastIndex >= 0 &&
    (tokens[lastIndex]?.pos === "ADV" || timeAdverbs.has(tokens[lastIndex]?.lower ?? ""))
  )
    lastIndex -= 1;
  lastIndex = beforeTime(tokens, lastIndex);
  const token = tokens[lastIndex];
  if (!token) return null;
  // The comma of a quotation that ends here: what stands before it is said.
  if (token.pos === "PUNCT" && token.quoted) return null;
  if (token.text === ",") return acrossAside(tokens, groups, lastIndex, ",", depth);
  if (/^[—–-]+$/u.test(token.text)) return acrossAside(tokens, groups, lastIndex, token.text, depth);
  if (token.text === ")") {
    for (let openIndex = lastIndex - 1; openIndex > 0 && lastIndex - openIndex < 14; openIndex -= 1)
      if (tokens[openIndex]?.text === "(") {
        const firstIndex = phraseStart(tokens, groups, openIndex - 1);
        return firstIndex === null ? null : { first: firstIndex, last: lastIndex, way: "near" };
      }
    return null;
  }
  if (token.pos === "PRON" && /^(?:who|which|that)$/u.test(token.lower))
    return { first: lastIndex, last: lastIndex, way: "relative" };
  if (token.pos === "SCONJ" && token.lower === "that")
    return { first: lastIndex, last: lastIndex, way: "relative" };
  if (token.pos === "PRON" && possessives.has(token.lower) && token.lower !== "her") return null;
  const close = /^(?:him|her|me|us|them)$/u.test(token.lower) ? closeTo(tokens, lastIndex) : null;
  if (close !== null) return { first: close, last: lastIndex, way: "near" };
  if (/^(?:him|me|us|them|the|a|an)$/u.test(token.lower) && tokens[lastIndex - 1]?.lower !== "of")
    return null;
  if (token.pos === "PRON" && tokens[lastIndex - 1]?.pos !== "ADP")
    return { first: lastIndex, last: lastIndex, way: "near" };
  if (token.pos === "VERB") return behindContactClause(tokens, groups, lastIndex);
  const firstIndex = phraseStart(tokens, groups, lastIndex);
  return firstIndex === null ? null : { first: firstIndex, last: lastIndex, way: "near" };
}

/** "Those close to him", "people familiar with it": where the phrase begins that ends here; `null` for any other. */
function closeTo(tokens: readonly TaggedToken[], last: number): number | null {
  const prepositions = /^(?:to|with|on|by)$/u;
  for (let at = last - 1; at > 1 && last - at < 6; at -= 1)
    if (
      prepositions.test(tokens[at]?.lower ?? "") &&
      /^(?:close|familiar|near|briefed)$/u.test(tokens[at - 1]?.lower ?? "")
    )
      return /^(?:those|people|persons?|someone|somebody|anyone|everyone|sources?|officials?)$/u.test(
        tokens[at - 2]?.lower ?? "",
      )
        ? at - 2
        : null;
  return null;
}

/** "Everyone I interviewed said" */
function behindContactClause(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  last: number,
): Subject | null {
  const group = groups.find((one) => one.last === last);
  if (!group || tokens[group.first - 1]?.pos !== "PRON") return null;
  const firstIndex = phraseStart(tokens, groups, group.first - 2);
  return firstIndex === null ? null : { first: firstIndex, last, way: "near" };
}

/** "Trump on Tuesday said" */
function beforeTime(tokens: readonly TaggedToken[], last: number): number {
  let at = last;
  while (isTime(tokens[at])) at -= 1;
  if (at === last) return last;
  while (tokens[at]?.pos === "DET" || tokens[at]?.pos === "ADJ") at -= 1;
  if (tokens[at]?.pos === "ADP") at -= 1;
  while (tokens[at]?.pos === "ADV") at -= 1;
  return at >= 0 && (isNominal(tokens[at]) || tokens[at]?.text === "," || tokens[at]?.pos === "PRON")
    ? at
    : last;
}

const isTime = (token: TaggedToken | undefined): boolean =>
  token !== undefined &&
  ((timeNouns.has(token.lower) && token.lower !== "may") || /^(?:19|20)\d\d$/u.test(token.text));

/** Steps over ", the ministry’s spokesman," to the phrase before it; the aside belongs to the voice. */
function acrossAside(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  closing: number,
  mark: string,
  depth: number,
): Subject | null {
  let nearest: Subject | null = null;
  for (let openIndex = closing - 1; openIndex > 0 && closing - openIndex <= longestAside; openIndex -= 1) {
    const token = tokens[openIndex];
    if (token?.pos === "QUOTE" || token?.text === ";" || token?.text === ":") break;
    if (token?.text !== mark) continue;
    if (
      !isNominal(tokens[openIndex - 1]) &&
      tokens[openIndex - 1]?.text !== ")" &&
      tokens[openIndex - 1]?.pos !== "PRON"
    )
      continue;
    const kind = asideKind(tokens, groups, openIndex + 1, closing);
    if (kind === "none") continue;
    const previousSubject = subjectBefore(tokens, groups, openIndex, depth + 1);
    if (!previousSubject || previousSubject.way === "relative") continue;
    const asideSubject: Subject = {
      first: chained(tokens, groups, previousSubject.first, depth),
      last: closing - 1,
      way: "aside",
    };
    if (kind === "sure") return asideSubject;
    nearest ??= asideSubject;
  }
  return nearest;
}

/** "Jo Hart, the mayor of Oslo, one of the cities that sue, said": an aside that has one of its own. */
function chained(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  first: number,
  depth: number,
): number {
  if (tokens[first - 1]?.text !== "," || !isNominal(tokens[first - 2]) || tokens[first]?.pos !== "DET")
    return first;
  const previousSubject = subjectBefore(tokens, groups, first - 1, depth + 1);
  return previousSubject && previousSubject.way === "near" && tokens[previousSubject.last]?.pos === "PROPN"
    ? previousSubject.first
    : first;
}

function asideKind(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  first: number,
  closing: number,
): "sure" | "maybe" | "none" {
  const openingToken = tokens[first];
  if (!openingToken || closing <= first) return "none";
  if (/^(?:who|whose|whom|which|where)$/u.test(openingToken.lower)) return "sure";
  const relative = tokens.findIndex(
    ({ lower }, at) => at > first && at < closing && /^(?:who|which|that|where|whose|whom)$/u.test(lower),
  );
  const isClause = groups.some(
    ({ first: from, form, last }) =>
      from >= first && last < closing && form === "finite" && !(relative > 0 && relative < from),
  );
  if (isClause) return "none";
  if (openingToken.pos === "DET" || (openingToken.pos === "PRON" && possessives.has(openingToken.lower)))
    return "sure";
  if (openingToken.pos === "CCONJ" || subordinators.has(openingToken.lower)) return "none";
  return openingToken.pos === "PROPN" ? "maybe" : "sure";
}

/** "met reporters and said": the subject of the verb that it is joined to. */
function sharedIfJoined(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  at: number,
  depth: number,
): Subject | null {
  const group = groups[at];
  let index = (group?.first ?? 0) - 1;
  while (tokens[index]?.pos === "ADV") index -= 1;
  const isJoined =
    tokens[index]?.pos === "CCONJ" ||
    (tokens[index]?.text === "," && !tokens[index]?.quoted && tokens[index - 1]?.pos !== "QUOTE");
  return isJoined ? sharedSubject(tokens, groups, at, depth) : null;
}

/** "In a statement announcing it": a document says by itself what its participle says, whatever small word it hangs on. */
function documentBefore(tokens: readonly TaggedToken[], noun: number): number | null {
  if (!documentNouns.has(tokens[noun]?.lower ?? "")) return null;
  let firstIndex = noun;
  while (/^(?:NOUN|PROPN|ADJ|PART)$/u.test(tokens[firstIndex - 1]?.pos ?? "")) firstIndex -= 1;
  return tokens[firstIndex - 1]?.pos === "DET" ? firstIndex - 1 : firstIndex;
}

/** The subject of a verb before that has one: the nearest where two are joined, else that of the main clause. */
function sharedSubject(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  at: number,
  depth: number,
): Subject | null {
  const ownGroup = groups[at];
  if (!ownGroup) return null;
  const previousToken = tokens[ownGroup.first - 1];
  if (ownGroup.form !== "finite" && ownGroup.form !== "infinitive" && isNominal(previousToken)) {
    const firstIndex =
      phraseStart(tokens, groups, ownGroup.first - 1) ?? documentBefore(tokens, ownGroup.first - 1);
    return firstIndex === null ? null : { first: firstIndex, last: ownGroup.first - 1, way: "near" };
  }
  if (ownGroup.form === "ing" && previousToken?.lower === "each")
    return { first: ownGroup.first - 1, last: ownGroup.first - 1, way: "near" };
  if (ownGroup.form === "ing" && ownGroup.first <= 1) return subjectBehindComma(tokens, groups, at, depth);
  const isJoined = ownGroup.form === "finite" && reportingShare(ownGroup.lemma) >= 0.5;
  const isLoose =
    (ownGroup.form === "ing" &&
      (previousToken?.text === "," ||
        (previousToken?.pos === "ADV" && tokens[ownGroup.first - 2]?.text === ","))) ||
    (isJoined && followsReport(groups, at));
  let farthest: Subject | null = null;
  let nearest: Subject | null = null;
  for (let index = at - 1; index >= 0 && at - index < 12; index -= 1) {
    const group = groups[index];
    if (!group) continue;
    if (crossesQuotation(tokens, group.last, ownGroup.first)) break;
    if (group.form !== "finite") continue;
    // What somebody else says within quotation marks has no part in who goes on outside them.
    if (tokens[group.main]?.quoted && !tokens[ownGroup.main]?.quoted) continue;
    const subject =
      subjectBefore(tokens, groups, group.first, depth + 1) ?? behindRelativeClause(tokens, groups, group);
    if (!subject) continue;
    // A relative clause that is over lends its subject to nothing behind its comma.
    if (subject.way === "relative" && isOver(tokens, group.last, ownGroup.first)) continue;
    const tokenBefore = tokens[subject.first - 1];
    if (!isLoose) return { ...subject, way: "shared" };
    nearest ??= { ...subject, way: "shared" };
    if (tokenBefore && opensInner.test(tokenBefore.lower)) continue;
    farthest = { ...subject, way: "shared" };
    if (tokenBefore?.pos === "CCONJ" || tokenBefore?.text === ";") break;
  }
  return farthest ?? nearest;
}

/** "Citing the report, she left": the subject of the main clause behind it. */
function subjectBehindComma(
  tokens: readonly TaggedToken[],
  groups: readonly VerbGroup[],
  at: number,
  depth: number,
): Subject | null {
  const from = groups[at]?.last ?? 0;
  const comma = tokens.findIndex(({ text }, index) => index > from && text === ",");
  const main = groups.find(({ first, form }) => first > comma && form === "finite");
  const subject = comma > 0 && main ? subjectBefore(tokens, groups, main.first, depth + 1) : null;
  return subject && subject.first > comma ? { ...subject, way: "shared" } : null;
}

/** "She says that he left and said he would return": who reports first goes on. */
const followsReport = (groups: readonly VerbGroup[], at: number): boolean =>
  groups.slice(0, at).some(({ lemma, form }) => form === "finite" && reportingShare(lemma) >= 0.4);

const opensInner =
  /^(?:that|if|whether|because|how|why|what|which|who|when|after|before|as|while|although|though)$/u;

const crossesQuotation = (tokens: readonly TaggedToken[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ text }) => text === ";");

const isOver = (tokens: readonly TaggedToken[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ text }) => text === ",");
