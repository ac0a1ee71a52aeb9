// The kind of an entity, and the way it is named, as far as the words of a mention tell.
import type { EntityType, Naming } from "../model/entity.ts";
import { mediumOf, type OwnOutlets } from "./media.ts";
import {
  bodies,
  bodyNames,
  countries,
  femaleNames,
  isNumber,
  type MentionReading,
  maleNames,
  readMention,
} from "./read-mention.ts";
import type { ViaRole } from "./via.ts";
import { documentNouns, personNouns, words } from "./word-lists.ts";

/** An office that only one can hold. */
const offices =
  /^(?:the )?(?:\p{L}+ )?(?:mayor|president|prime minister|premier|pope|king|queen|chancellor|speaker|governor|(?:\p{L}+ )?secretary|(?:\p{L}+ )?minister|attorney general|chief justice|police chief|district attorney)(?: of .*)?$/u;
/** Nouns for texts that the stages before do not take for voices of their own. */
const furtherDocuments = words(
  "draft drafts projection projections images minutes guide forecast forecasts census papers dossier spreadsheet",
);
const isDocument = (noun: string): boolean => documentNouns.has(noun) || furtherDocuments.has(noun);
const share = /\b(?:percent|per cent|thirds?|quarters?|half|in (?:ten|five|three|four|10|5))\b|%/u;
const many = words("opposition family families couple crowd public jury electorate crew");
const singularHead = /(?:[^s]|ss|us|is)$/u;
const nobody =
  /\b(?:sources?|people familiar|person familiar|people close|people briefed|people with (?:direct )?knowledge|insiders?)\b|^(?:(?:a|an|one|two|three|four|five|some|several)\s+)?(?:people|persons?|someone|somebody|individuals?)(?: (?:who|with|close|in)\b.*)?$/iu;
const plural =
  /[^sui]s$|^(?:people|men|women|children|police|parents|some|many|most|others|few|several|all|both|they|critics|fishermen|lawmen|half)$/u;

/** `via`: as what the words came through it, where it is no voice. */
export function typeOf(
  reading: MentionReading,
  written: string,
  via: ViaRole | null,
  own: OwnOutlets,
): EntityType {
  const { names, noun, roles } = reading;
  const medium = mediumOf(written.split(/\s+|(?=,)|(?=[’']s?\s)/u), own);
  const isNamed = names.at(-1)?.toLowerCase() === noun;
  if (via !== null) {
    if (medium === "published" || (via === "published-in" && medium === null && names.length === 0))
      return "document";
    return medium === "outlet" || via !== "published-in" ? "outlet" : "platform";
  }
  if ((isDocument(noun) || medium === "published") && !(isNamed && medium === "outlet")) return "document";
  if (names.length === 0 && (share.test(reading.words) || many.has(noun))) return "group";
  if (isPersonName(names) && !isBody(reading)) return "person";
  if (isBody(reading) && !(isNamed && medium === "outlet" && !written.startsWith("The ")))
    return "organization";
  if (medium === "outlet" && !personNouns.has(noun)) return "outlet";
  if (medium === "outlet" && /paper|magazine|newspaper|website|station|network|channel/u.test(noun))
    return "outlet";
  if (isBody(reading)) return "organization";
  if ([...roles.keys()].some((role) => bodies.has(role.split(" ").at(-1) ?? ""))) return "organization";
  if (names.length > 0 && isThing(reading)) return "organization";
  if (names.length > 0)
    return names.length > 1 || roles.size > 0 || reading.title !== "" ? "person" : "organization";
  if (
    plural.test(noun) ||
    /^(?:some|many|most|two|three|four|five|several|both|\d+)\b/u.test(reading.words) ||
    /\bin (?:ten|five|three|four|10|5)\b/u.test(reading.words)
  )
    return /^(?:one|another)\b/u.test(reading.words) ? "person" : "group";
  return "person";
}

/** A single name that nothing but a title before it would tell to be a person's: "Leavitt", not "Ukraine", "Politico" or "NATO". */
export const mayBeLastName = (name: string): boolean =>
  /^\p{Lu}/u.test(name) && typeOf(readMention(`Ms ${name}`), name, null, new Set()) === "person";

/** "The West", "Channel 4": an article right before a name that is no office, or a number behind it, is never a person's. */
function isThing({ names, article, words: said }: MentionReading): boolean {
  const lower = names.join(" ").toLowerCase();
  return (
    isNumber(names.at(-1) ?? "") || (article === "definite" && said.startsWith(lower) && !offices.test(lower))
  );
}

/** A first name that many have; a title. */
const isPersonName = (names: readonly string[]): boolean => genderOfName(names[0] ?? "") !== null;

export const genderOfName = (first: string): "he" | "she" | null =>
  femaleNames.has(first) ? "she" : maleNames.has(first) ? "he" : null;

function isBody({ names, noun, article }: MentionReading): boolean {
  if (names.length === 0) return bodies.has(noun) && !/^(?:spokes|secretary)/u.test(noun);
  const lastName = names.at(-1) ?? "";
  return (
    names.some((name) => bodies.has(name.toLowerCase())) ||
    bodyNames.has(lastName) ||
    bodies.has(noun) ||
    (countries.has(lastName) && !(names.length > 1 && isPersonName(names))) ||
    (names.length === 1 && /^(?:\p{Lu}\.?){2,5}$/u.test(lastName)) ||
    (article === "definite" && names.length > 1 && !isPersonName(names) && /s$/u.test(lastName))
  );
}

/** `type`: what it is already known to be. */
export function namingOf(reading: MentionReading, type: EntityType, written: string): Naming {
  const { names, noun, article, words: said } = reading;
  if (nobody.test(said)) return "anonymous";
  if (type === "document" && names.length === 0)
    return /^(?:poll|survey)s?$/u.test(noun) && /\p{Lu}/u.test(written.slice(2)) ? "named" : "described";
  if (names.length > 0) return "named";
  if (type === "organization") return article === "indefinite" ? "described" : "named";
  if (type === "person" && article !== "indefinite" && offices.test(said) && singularHead.test(noun))
    return "named";
  return "described";
}

const numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** How many an unnamed source is said to be; `null` where it is not said. */
export function numberOf(written: string, type: EntityType): number | null {
  const [first = "", second = ""] = written.toLowerCase().split(/\s+/u);
  const digits = /^\d{1,3}$/u.exec(first)?.[0];
  if (digits !== undefined) return Number(digits);
  const at = numbers.indexOf(first);
  if (at > 0) return at + 1;
  if (type !== "person") return null;
  return /^(?:a|an|one|another|the|his|her|its|their)$/u.test(first) && second !== "" ? 1 : null;
}
