// Finds the entity that a mention belongs to among those so far, the surest reason first.
import type { EntityType, Naming } from "../model/entity.ts";
import type { Range } from "../model/range.ts";
import { genderOfName } from "./entity-kind.ts";
import { isBodyNoun, type MentionReading } from "./read-mention.ts";
import { documentNouns, words } from "./word-lists.ts";

export type MentionReason =
  | "first"
  | "same-words"
  | "same-name"
  | "spelling"
  | "acronym"
  | "same-noun"
  | "role"
  | "only-one"
  | "pronoun"
  | "own-words"
  | "relative";

/** An entity that is being gathered. */
export interface EntityGathering {
  readonly forms: Set<string>;
  /** As they are written, by the same in lower case. */
  readonly roles: Map<string, string>;
  readonly nouns: Set<string>;
  names: readonly string[];
  type: EntityType;
  naming: Naming;
  gender: "he" | "she" | null;
  /** How often it was mentioned so far. */
  count: number;
  /** It is told by its relation to somebody: "his father". */
  readonly isRelative: boolean;
  /** The last mention so far, of any kind. */
  last: Range;
  /** At least one of its mentions is asked for: the others are only spoken of. */
  isVoice: boolean;
}

export interface Found {
  readonly group: EntityGathering;
  readonly reason: MentionReason;
  /** Somebody else whom the words fit as well; `null` where there is nobody. */
  readonly rival: EntityGathering | null;
}

/** The last of those that fit, and the one before it, whom the same words might mean; `null` where nobody fits. */
function lastOf(
  groups: readonly EntityGathering[],
  reason: MentionReason,
  fits: (one: EntityGathering) => boolean,
): Found | null {
  const [rival, group] = [null, null, ...groups.filter(fits)].slice(-2);
  return group ? { group, reason, rival: rival ?? null } : null;
}

const female =
  /\b(?:mrs|ms|miss|lady|dame|mother|mum|mom|daughter|wife|widow|sister|aunt|niece|woman|\p{L}+woman|girl|actress|queen|landlady|seamstress)\b/iu;
const male =
  /\b(?:mr|sir|lord|father|dad|son|husband|brother|uncle|nephew|man|(?:spokes|chair|congress|council|police|fire|business|gentle|trawler|crafts)man|boy|king|landlord)\b/iu;

export const genderOf = ({ words: said, names, title, pronoun }: MentionReading): EntityGathering["gender"] =>
  genderOfPronoun(pronoun) ??
  genderOfTitle(title) ??
  (names.length > 1 ? genderOfName(names[0] ?? "") : null) ??
  (female.test(said) ? "she" : male.test(said) ? "he" : null) ??
  (names.length === 1 ? genderOfName(names[0] ?? "") : null);

export const genderOfPronoun = (pronoun: string): EntityGathering["gender"] =>
  /^(?:he|his|him|himself)$/u.test(pronoun) ? "he" : /^(?:she|her|herself)$/u.test(pronoun) ? "she" : null;

const genderOfTitle = (title: string): EntityGathering["gender"] =>
  /^(?:Mr|Sir|Lord)$/u.test(title) ? "he" : title === "" ? null : "she";

/** By its name, its words, its noun or its role: no pronouns. `groups` in the order of their last mentions. */
export function groupByWords(
  reading: MentionReading,
  type: EntityType,
  groups: readonly EntityGathering[],
): Found | null {
  const { names, noun, article, ownName, words: said } = reading;
  if (names.length > 0) return groupByName(reading, type, groups);
  const bare =
    article === "indefinite" && type === "document"
      ? lastOf(groups, "same-noun", (one) => one.forms.size === 1 && one.forms.has(noun) && one.type === type)
      : null;
  if (bare) return bare;
  if (article === "indefinite" || /^(?:one|another|some|others|both|many)\b/u.test(said)) return null;
  const byWords = lastOf(groups, "same-words", ({ forms }) => forms.has(said));
  if (byWords) return byWords;
  if (noun === "") return null;
  const byRole = lastOf(groups, "role", (one) => isPerson(one) && hasRole(one, noun));
  if (byRole && type === "person") return byRole;
  const byNoun = lastOf(
    groups,
    "same-noun",
    (one) => ownName !== "quoted" && one.nouns.has(noun) && (one.type === type || one.naming !== "named"),
  );
  if (byNoun) return byNoun;
  if (ownName !== null) return null;
  const inName = lastOf(
    groups,
    "same-name",
    (one) => !isPerson(one) && one.names.some((name) => name.toLowerCase() === noun),
  );
  if (inName) return inName;
  return article === "definite" ? lastOf(groups, "only-one", (one) => mayBeCalled(noun, one)) : null;
}

const hasRole = ({ roles }: EntityGathering, noun: string): boolean =>
  [...roles.keys()].some((role) => role === noun || role.endsWith(` ${noun}`));

const isPerson = ({ type }: EntityGathering): boolean => type === "person";

function groupByName(
  reading: MentionReading,
  type: EntityType,
  groups: readonly EntityGathering[],
): Found | null {
  const { names, words: said } = reading;
  const gender = genderOf(reading);
  const fits = (one: EntityGathering): boolean =>
    (one.gender === null || gender === null || one.gender === gender) &&
    isPerson(one) === (type === "person" || (names.length === 1 && isPerson(one)));
  const sharing = lastOf(groups, "same-name", (one) => fits(one) && sharesName(names, one.names));
  const named = lastOf(groups, "same-words", (one) => one.forms.has(said) && fits(one)) ?? sharing;
  // A last name that two have may be either's, whoever was called by it alone before.
  if (named) return { ...named, rival: names.length > 1 ? null : otherThan(named.group, sharing) };
  const byFirstName = lastOf(
    groups,
    "same-name",
    (one) =>
      isPerson(one) &&
      (names.length === 1) !== (one.names.length === 1) &&
      one.names[0] === names[0] &&
      fits(one),
  );
  if (byFirstName) return byFirstName;
  const office = lastOf(
    groups,
    "role",
    (one) =>
      isPerson(one) &&
      one.names.length === 0 &&
      one.naming === "named" &&
      [...reading.roles.keys()].some((role) => one.nouns.has(role)),
  );
  if (office) return office;
  return (
    lastOf(groups, "spelling", (one) => fits(one) && isSpellingOf(names, one.names)) ??
    lastOf(groups, "acronym", (one) => isAcronym(names, one.names) || isAcronym(one.names, names))
  );
}

const otherThan = (one: EntityGathering, found: Found | null): EntityGathering | null =>
  found?.group === one ? found.rival : (found?.group ?? null);

/** "Moreno" is "Luis Moreno"; "Ana Moreno" is another. */
export function sharesName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = (a.length <= b.length ? [a, b] : [b, a]).map((names) =>
    names.map((name) => name.toLowerCase()),
  );
  if (!short || !long) return false;
  return short.length === 1 ? long.at(-1) === short[0] : short.every((word) => long.includes(word));
}

/** "Zelensky" and "Zelenskyy", "Oleksii" and "Oleksiy" with the same last name: two letters, not the first ones. */
export function isSpellingOf(a: readonly string[], b: readonly string[]): boolean {
  const [own, other] = [a.at(-1) ?? "", b.at(-1) ?? ""];
  if (a.length === b.length && a.length > 1)
    return a.every((word, at) => word === b[at] || isNear(word, b[at] ?? ""));
  return own.length > 5 && isNear(own, other);
}

function isNear(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let behind = 0;
  while (behind < Math.min(a.length, b.length) - from && a.at(-1 - behind) === b.at(-1 - behind)) behind += 1;
  const differingLength = Math.max(a.length, b.length) - from - behind;
  return from > 2 && differingLength <= 2 && Math.min(a.length, b.length) > 4;
}

/** "ACLU" of "American Civil Liberties Union" */
export function isAcronym(short: readonly string[], long: readonly string[]): boolean {
  const [word = ""] = short;
  if (short.length !== 1 || long.length < 2 || !/^\p{Lu}{2,6}$/u.test(word)) return false;
  return long.map((one) => one[0]).join("") === word;
}

/** What an organisation may be called whose name tells no such noun. */
const organisationNouns = words(
  "company firm group club organisation organization charity retailer operator airline carmaker chipmaker maker lender bank insurer manufacturer " +
    "supplier startup team",
);
const outletNouns = words("paper newspaper magazine outlet broadcaster station website site channel network");

/** "the company", of whoever was the last that it can mean. */
function mayBeCalled(noun: string, { type, names, nouns }: EntityGathering): boolean {
  if (type === "organization")
    return (
      organisationNouns.has(noun) &&
      names.length > 0 &&
      !isBodyNoun(names.at(-1) ?? "") &&
      ![...nouns].some(isBodyNoun)
    );
  if (type === "outlet") return outletNouns.has(noun);
  return type === "document" && (documentNouns.has(noun) || noun === "paper") && isLike(noun, nouns);
}

const alike: readonly ReadonlySet<string>[] = [
  words("report study document paper review analysis assessment audit findings research"),
  words("poll survey"),
  words("memo letter document email note"),
  words("filing complaint lawsuit indictment affidavit document"),
  words("post tweet message blog"),
];
const isLike = (noun: string, nouns: ReadonlySet<string>): boolean =>
  alike.some((some) => some.has(noun) && [...nouns].some((one) => some.has(one)));
