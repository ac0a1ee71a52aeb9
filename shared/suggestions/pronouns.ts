// Whom a pronoun means: of those who fit it the likeliest, by how near and how prominent they are.
import type { Range } from "../model/range.ts";
import { type Group, genderOfPronoun } from "./entity-groups.ts";

/** Where the pronoun stands. */
export interface PronounPlace {
  readonly pronoun: string;
  readonly range: Range;
  /** Whose words it is a part of, and whether they are in quotation marks. */
  readonly enclosing: { readonly group: Group; readonly direct: boolean } | null;
}

/** The group that it means; `null` where nobody fits. `groups` in the order of their last mentions. */
export function groupOfPronoun(
  text: string,
  { pronoun, range, enclosing }: PronounPlace,
  groups: readonly Group[],
): Group | null {
  const isFirstPerson = /^(?:i|my|we|our|us)$/u.test(pronoun);
  if (isFirstPerson) return enclosing?.group ?? null;
  const others = groups.filter((one) => !(enclosing?.direct && one === enclosing.group));
  if (/^(?:you|your)$/u.test(pronoun)) return enclosing ? (others.findLast(isPerson) ?? null) : null;
  let best: { group: Group; score: number } | null = null;
  const recent = others.slice(-reach);
  recent.forEach((group, at) => {
    if (!fits(pronoun, group)) return;
    const score =
      scoreOf(text, pronoun, range, group) -
      (recent.length - 1 - at) * 0.45 +
      (enclosing?.group === group ? 1 : 0);
    if (!best || score >= best.score) best = { group, score };
  });
  return (best as { group: Group } | null)?.group ?? null;
}

/** How many of those who were mentioned last may be meant. */
const reach = 14;

const isPerson = ({ type }: Group): boolean => type === "person";

function scoreOf(text: string, pronoun: string, { start }: Range, group: Group): number {
  const between = text.slice(group.last.end, start);
  const paragraphs = between.length > 4_000 ? 9 : between.split(/\n+/u).length - 1;
  const pronounGender = genderOfPronoun(pronoun);
  return (
    (pronounGender !== null && group.gender === pronounGender ? 2 : 0) +
    (group.isVoice ? 0.7 : 0) +
    (group.naming === "named" ? 0.3 : 0) -
    Math.min(paragraphs, 6) * 0.5 +
    (opensSentence(text, group.last) ? 0.3 : 0) +
    Math.min(group.count, 6) * 0.12 -
    (group.isRelative ? 1.2 : 0)
  );
}

/** Nothing stands before it in its sentence. */
export const opensSentence = (text: string, { start }: Range): boolean =>
  /(?:^|\n|[.?!]["”’]?\s)\s*$/u.test(text.slice(Math.max(0, start - 4), start));

/** What somebody or something must be for the pronoun to mean them. */
function fits(pronoun: string, { type, naming, nouns, gender, forms }: Group): boolean {
  const pronounGender = genderOfPronoun(pronoun);
  if (pronounGender !== null) return type === "person" && (gender === null || gender === pronounGender);
  if (/^(?:who|whose)$/u.test(pronoun)) return type === "person" || type === "group";
  if (/^(?:they|their|them)$/u.test(pronoun))
    return (
      type === "group" ||
      type === "organization" ||
      (type === "person" && naming !== "named" && gender === null) ||
      [...nouns].some((noun) => /[^s]s$/u.test(noun))
    );
  return (type === "organization" || type === "document" || type === "outlet") && !forms.has("us");
}
