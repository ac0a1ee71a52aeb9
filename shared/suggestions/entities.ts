// Who the voices of an article are: mentions of one person, organisation or document gathered from their names, their nouns and
// their pronouns, each with the reason for which it was gathered.
import type { EntityType, Naming } from "../model/entity.ts";
import type { Range } from "../model/range.ts";
import { documentNouns, personNouns, titles, weekdays, words } from "./word-lists.ts";

export type MentionReason = "first" | "same-words" | "same-name" | "same-noun" | "pronoun";

export interface SuggestedMention {
  readonly range: Range;
  readonly reason: MentionReason;
}

export interface SuggestedEntity {
  /** The longest name that the article gives, else the words of the first mention. */
  readonly name: string;
  readonly type: EntityType;
  readonly naming: Naming;
  /** In reading order; at least one. */
  readonly mentions: readonly SuggestedMention[];
}

interface Group {
  readonly mentions: SuggestedMention[];
  readonly forms: Set<string>;
  names: readonly string[];
  noun: string;
  label: string;
  type: EntityType;
  naming: Naming;
  /** As words and pronouns have told it so far. */
  gender: "he" | "she" | null;
}

/** What a mention's words tell. */
interface Reading {
  readonly words: string;
  /** The proper name's words, without titles. */
  readonly names: readonly string[];
  /** The noun of a description, in lower case. */
  readonly noun: string;
  readonly pronoun: string;
}

const organisations = words(
  "department council agency association institute party ministry court university union company bank commission committee board office service " +
    "federation club corps church school group society house senate congress chapter coastguard embassy insurers insurer government police authority",
);
const anonymous =
  /\b(?:sources?|people familiar|person familiar|condition of anonymity|not to be named|knowledge of)\b/iu;
const female =
  /\b(?:mrs|ms|lady|dame|mother|daughter|wife|widow|sister|woman|\p{L}+woman|girl|actress|queen)\b/iu;
const male =
  /\b(?:mr|sir|lord|father|son|husband|brother|man|(?:spokes|chair|congress|council|police|fire|business|gentle|trawler)man|boy|king)\b/iu;
const suffixes = words("jr sr kc qc mp mep phd md obe ii iii");

/** The voices' entities, in the order of their first mentions. `voices`: in reading order. Linear in their number times that of entities. */
export function entitiesOf(text: string, voices: readonly Range[]): readonly SuggestedEntity[] {
  const groups: Group[] = [];
  const order: Group[] = [];
  for (const range of voices) {
    const reading = readMention(text.slice(range.start, range.end));
    const found = groupOf(reading, groups, order);
    const group = found?.group ?? emptyGroup(reading);
    if (!found) groups.push(group);
    add(group, reading, { range, reason: found?.reason ?? "first" });
    order.push(group);
  }
  return groups.map(({ label, type, naming, mentions }) => ({ name: label, type, naming, mentions }));
}

/** "Jo Hart, the mayor of Leeds", "a spokeswoman, Ellen Price": the name is in either part. */
function readMention(written: string): Reading {
  const bare = written.replace(/\([^)]*\)/gu, " ").replace(/['’]s?$/u, "");
  const parts = bare.split(/,\s*/u).filter((part) => part.trim() !== "");
  const [first = ""] = parts;
  const names = parts.map(namesOf).find(({ length }) => length > 0) ?? [];
  const lower = first.toLowerCase().trim();
  const core = lower.split(/\s+(?:of|for|at|from|in|with|to|on|who|that|which)\s+/u)[0] ?? lower;
  return {
    words: lower.replace(/^(?:the|a|an)\s+/u, ""),
    names,
    noun: core.split(/\s+/u).at(-1) ?? "",
    pronoun: /^(?:he|she|his|her|they|their|it|its|who|i|we)$/u.test(lower) ? lower : "",
  };
}

/** The last run of words with capitals: the first word's capital counts only where another follows or nothing else does. */
function namesOf(part: string): readonly string[] {
  const all = part
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[^\p{L}\p{N}'’.&-]/gu, ""));
  const isName = (word: string): boolean =>
    /^\p{Lu}/u.test(word) &&
    !/-(?:based|led|born)$/u.test(word) &&
    !weekdays.has(word.toLowerCase()) &&
    !titles.has(word.toLowerCase()) &&
    !suffixes.has(word.toLowerCase().replace(/\./gu, ""));
  const core = all.slice(0, stopAt(all));
  const end = core.findLastIndex(isName);
  if (end < 0) return [];
  let start = end;
  while (start > 0 && isName(core[start - 1] ?? "")) start -= 1;
  const run = core
    .slice(start, end + 1)
    .filter((word) => !(personNouns.has(word.toLowerCase()) && core.length > 1));
  if (start === 0 && run.length === 1 && core.length > end + 1) return [];
  return run.filter(
    (word, at) => !(at === 0 && /^(?:The|A|An|His|Her|Their|Its|He|She|They|It|I|We|Some|Many)$/u.test(word)),
  );
}

const stopAt = (all: readonly string[]): number => {
  const at = all.findIndex(
    (word, index) => index > 0 && /^(?:of|for|at|from|in|with|who|that|which)$/u.test(word),
  );
  return at < 0 ? all.length : at;
};

/** The group that the mention belongs to, the surest reason first. */
function groupOf(
  reading: Reading,
  groups: readonly Group[],
  order: readonly Group[],
): { group: Group; reason: MentionReason } | null {
  const { pronoun, names, noun } = reading;
  if (pronoun !== "") {
    const group = order.findLast((one) => fits(pronoun, one));
    return group ? { group, reason: "pronoun" } : null;
  }
  const same = groups.findLast(({ forms }) => forms.has(reading.words));
  if (same) return { group: same, reason: "same-words" };
  const named = names.length > 0 ? groups.findLast((one) => sharesName(names, one.names)) : undefined;
  if (named) return { group: named, reason: "same-name" };
  if (names.length > 0 || /s$/u.test(noun) || noun === "") return null;
  const described = groups.findLast((one) => one.noun === noun);
  return described ? { group: described, reason: "same-noun" } : null;
}

/** "Moreno" is "Luis Moreno"; "Ana Moreno" is another. */
function sharesName(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length === 1 ? long.at(-1) === short[0] : short.every((word) => long.includes(word));
}

function fits(pronoun: string, { type, noun, gender }: Group): boolean {
  const asked = genderOf(pronoun);
  if (asked) return type === "person" && (gender === null || gender === asked);
  if (/^(?:who|i)$/u.test(pronoun)) return type === "person";
  if (/^(?:they|their|we)$/u.test(pronoun))
    return type === "group" || type === "organization" || /s$/u.test(noun);
  return type === "organization" || type === "document";
}

const genderOf = (pronoun: string): Group["gender"] =>
  /^(?:he|his)$/u.test(pronoun) ? "he" : /^(?:she|her)$/u.test(pronoun) ? "she" : null;

function emptyGroup({ words: label }: Reading): Group {
  return {
    mentions: [],
    forms: new Set(),
    names: [],
    noun: "",
    label,
    type: "person",
    naming: "described",
    gender: null,
  };
}

function add(group: Group, reading: Reading, mention: SuggestedMention): void {
  group.mentions.push(mention);
  group.gender ??=
    genderOf(reading.pronoun) ??
    (female.test(reading.words) ? "she" : male.test(reading.words) ? "he" : null);
  if (reading.pronoun !== "") return;
  group.forms.add(reading.words);
  if (reading.names.length > group.names.length) {
    group.names = reading.names;
    group.label = reading.names.join(" ");
  }
  if (group.noun === "") group.noun = reading.noun;
  if (mention.reason !== "first") return;
  group.type = typeOf(reading);
  group.naming = anonymous.test(reading.words)
    ? "anonymous"
    : reading.names.length > 0
      ? "named"
      : "described";
}

function typeOf({ names, noun, words: all }: Reading): EntityType {
  if (documentNouns.has(noun)) return "document";
  if (organisations.has(noun) || names.some((name) => organisations.has(name.toLowerCase())))
    return "organization";
  if (names.length > 0) return "person";
  if (/[^s]s$/u.test(noun) || /^(?:some|many|most|two|three|several|people)\b/u.test(all)) return "group";
  return "person";
}
