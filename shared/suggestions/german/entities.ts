// The entities of a German article: mentions of its voices gathered by names, nouns, offices and pronouns, each with the reason. What capitals and
// endings leave open stays apart: a pronoun means the last one whom it fits, not far back, or nobody.
import { type ArticleText, paragraphAt } from "../../model/article-text.ts";
import type { Range } from "../../model/range.ts";
import { reasonIn } from "../anonymity-reason.ts";
import type { MentionReason } from "../entity-groups.ts";
import type { SuggestedEntity, SuggestedMention, VoiceMention } from "../suggested-card.ts";
import { type GermanMention, germanGenderOf, readGermanMention } from "./read-mention.ts";

interface Group {
  readonly mentions: SuggestedMention[];
  readonly written: string[];
  /** In small letters. */
  readonly forms: Set<string>;
  readonly nouns: Set<string>;
  first: GermanMention;
  names: readonly string[];
  role: string;
  gender: GermanMention["gender"];
  last: Range;
}

/** How many may be open at once; keeps the work linear. */
const longest = 400;

/** One entity a group of mentions, in the order of their first ones. `voices`: in reading order. */
export function gatherGermanEntities(
  article: ArticleText,
  voices: readonly VoiceMention[],
): readonly SuggestedEntity[] {
  const { text } = article;
  const others = fullNamesIn(text);
  const known = new Set(others.map(({ last }) => last));
  const groups: Group[] = [];
  let open: Group[] = [];
  const isVoiceAt = new Set(voices.map(({ range }) => range.start));
  const all = [
    ...voices.map(({ range, via }) => ({ range, via, isVoice: true })),
    ...others
      .filter(
        ({ range }) => !voices.some((one) => one.range.start <= range.start && range.end <= one.range.end),
      )
      .map(({ range }) => ({ range, via: null, isVoice: false })),
  ].sort((a, b) => a.range.start - b.range.start || (isVoiceAt.has(a.range.start) ? -1 : 1));
  for (const { range, via, isVoice } of all) {
    const written = text.slice(range.start, range.end).replace(/\s+/gu, " ");
    const read = readGermanMention(written, known);
    const mention =
      via === null || read.type === "platform" || read.type === "outlet"
        ? read
        : { ...read, type: via === "published-in" ? ("document" as const) : ("outlet" as const) };
    const found = groupFor(article, mention, range, open);
    const group = found?.group ?? newGroup(mention, range);
    if (!found) groups.push(group);
    addTo(group, mention, written, isVoice, {
      range,
      reason: found?.reason ?? "first",
      antecedent: found ? group.last : null,
    });
    open = [...open.filter((one) => one !== group), group].slice(-longest);
  }
  return groups.filter(({ mentions }) => mentions.length > 0).map((group) => entityOf(article, group));
}

const newGroup = (first: GermanMention, last: Range): Group => ({
  mentions: [],
  written: [],
  forms: new Set(),
  nouns: new Set(),
  first,
  names: [],
  role: "",
  gender: first.gender,
  last,
});

function addTo(
  group: Group,
  { core, names, noun, role, pronoun, gender, type, naming }: GermanMention,
  written: string,
  isVoice: boolean,
  mention: SuggestedMention,
): void {
  if (isVoice) {
    group.mentions.push(mention);
    if (pronoun === "") group.written.push(written);
  }
  group.last = mention.range;
  group.gender ??= gender;
  if (pronoun !== "") return;
  group.forms.add(core.toLowerCase());
  if (noun !== "") group.nouns.add(noun);
  if (group.role === "") group.role = role;
  if (names.length > group.names.length) {
    group.names = names;
    group.first = { ...group.first, type, naming };
  }
}

interface Found {
  readonly group: Group;
  readonly reason: MentionReason;
}

/** `open`: in the order of their last mentions. */
function groupFor(
  article: ArticleText,
  mention: GermanMention,
  range: Range,
  open: readonly Group[],
): Found | null {
  const { core, names, noun, pronoun, article: determiner, type } = mention;
  if (pronoun !== "") return groupOfPronoun(article, mention, range, open);
  if (names.length > 0) return byName(mention, open);
  if (determiner === "indefinite") return null;
  const same = open.findLast(({ forms, first }) => forms.has(core.toLowerCase()) && first.type === type);
  if (same) return { group: same, reason: "same-words" };
  if (/-jährigen?$/iu.test(noun)) return onlyOne(article, mention, range, open);
  const head = noun || (core.split(" ").at(-1) ?? "").toLowerCase();
  if (head.length < 4) return null;
  const byRole = open.findLast(
    ({ first, nouns }) => first.type === type && [...nouns].some((one) => isLike(one, head)),
  );
  if (byRole) return { group: byRole, reason: type === "person" ? "role" : "same-noun" };
  const byForm =
    type === "organization" || type === "document"
      ? open.findLast(
          ({ first, forms }) => first.type === type && [...forms].some((one) => isLike(one, head)),
        )
      : undefined;
  return byForm ? { group: byForm, reason: "same-noun" } : null;
}

/** "Minister" and "Verkehrsminister", "Bericht" and "Berichts" */
const isLike = (one: string, head: string): boolean => {
  const [a, b] = [one, head].map((word) => word.replace(/(?<=\p{Ll}{4})e?s$/u, ""));
  return (
    a !== undefined && b !== undefined && (a.endsWith(b) || b.endsWith(a)) && Math.min(a.length, b.length) > 3
  );
};

/** "Rösch" is "Albin Rösch", and so is "Röschs"; "Anna Rösch" is another. */
function byName({ names, gender }: GermanMention, open: readonly Group[]): Found | null {
  const last = (names.at(-1) ?? "").toLowerCase();
  const isSame = (one: Group): boolean => {
    const known = (one.names.at(-1) ?? "").toLowerCase();
    if (known === "" || !(known === last || `${known}s` === last || known === `${last}s`)) return false;
    if (gender !== null && one.gender !== null && gender !== one.gender && names.length > 1) return false;
    return names.length === 1 || one.names.length === 1 || names[0] === one.names[0];
  };
  const group = open.findLast(isSame);
  return group ? { group, reason: "same-name" } : null;
}

/** How far back somebody may be meant, in paragraphs. */
const farthest = 2;

/** Those who were mentioned in this paragraph or the ones before, the last first. */
const nearIn = (article: ArticleText, { start }: Range, open: readonly Group[]): readonly Group[] => {
  const here = paragraphAt(article, start);
  return open
    .filter(({ last }) => last.end <= start && here - paragraphAt(article, last.start) <= farthest)
    .toReversed();
};

/** "Er" is the last man who was mentioned; "der" and "die" are who stands right before. */
function groupOfPronoun(
  article: ArticleText,
  { pronoun, gender }: GermanMention,
  range: Range,
  open: readonly Group[],
): Found | null {
  if (/^(?:der|die|das|welche[rs]?)$/u.test(pronoun)) {
    const near = open.findLast(({ last }) => last.end <= range.start && range.start - last.end < 3);
    return near ? { group: near, reason: "relative" } : null;
  }
  if (!/^(?:er|sie|dieser|diese|letzterer|letztere)$/u.test(pronoun)) return null;
  const near = nearIn(article, range, open);
  const fits = near.filter((one) => isMeant(one, gender));
  const [first, second] = fits;
  if (!first) return null;
  // Whoever spoke in the sentence before goes before somebody who was only named since.
  const isVoice = ({ mentions }: Group): boolean => mentions.length > 0;
  if (second && !isVoice(first) && isVoice(second) && sentencesBetween(article.text, second.last, range) < 2)
    return { group: second, reason: "pronoun" };
  return { group: first, reason: "pronoun" };
}

const sentencesBetween = (text: string, { end }: Range, { start }: Range): number =>
  text.slice(end, start).split(/[.?!]["“«»]?\s/u).length - 1;

const isMeant = ({ first: { type }, gender }: Group, pronoun: GermanMention["gender"]): boolean => {
  if (type === "document" || type === "outlet" || type === "platform") return false;
  return type === "person" ? gender === null || gender === pronoun : gender === pronoun;
};

/** "der 31-Jährige": the only one of that gender in whose paragraphs it stands. */
function onlyOne(
  article: ArticleText,
  { gender }: GermanMention,
  range: Range,
  open: readonly Group[],
): Found | null {
  const people = nearIn(article, range, open).filter(
    (one) => one.first.type === "person" && one.gender === gender && one.names.length > 0,
  );
  const here = paragraphAt(article, range.start);
  const inParagraph = people.filter(({ last }) => paragraphAt(article, last.start) === here);
  const [only] = inParagraph.length === 1 ? inParagraph : people.length === 1 ? people : [];
  return only ? { group: only, reason: "only-one" } : null;
}

function entityOf(
  article: ArticleText,
  { first, names, role, mentions, written, nouns }: Group,
): SuggestedEntity {
  const { type, naming, core, number } = first;
  const isUnnamed = naming !== "named" && (type === "person" || type === "group");
  const label = type === "person" && names.length > 0 ? names.join(" ") : core;
  const isNamed = type === "person" && names.length > 0;
  return {
    name: label,
    type,
    naming: isNamed ? "named" : naming,
    mentions,
    aliases: written.filter((one, at) => one !== label && written.indexOf(one) === at),
    role: type === "person" ? role || (isNamed ? firstOf(nouns) : null) || null : null,
    number: isUnnamed && !isNamed ? number : null,
    anonymity: isUnnamed && !isNamed ? reasonNear(article, mentions) : null,
  };
}

/** As a word of its own begins. */
const firstOf = (nouns: ReadonlySet<string>): string | null => {
  const [noun] = nouns;
  return noun === undefined ? null : noun.charAt(0).toUpperCase() + noun.slice(1);
};

function reasonNear(article: ArticleText, mentions: readonly SuggestedMention[]) {
  for (const { range } of mentions) {
    const paragraph = article.paragraphs[paragraphAt(article, range.start)];
    const end = Math.min(paragraph?.end ?? range.end, range.end + 600);
    const found = reasonIn(article.text, { start: range.start, end }, article.language);
    if (found) return found;
  }
  return null;
}

interface FullName {
  readonly range: Range;
  readonly last: string;
}

const capitals =
  /(?<![\p{L}-])(?<first>\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?) (?:(?:von|van|de|der|den|zu|bin|al) ){0,2}(?<last>\p{Lu}[\p{L}-]*\p{L})/gu;

/** People whom the article names in full, by first names that many have. Where none begins, the next word is tried: "Kämmerer | Jörg Lütke". */
function fullNamesIn(text: string): readonly FullName[] {
  const full: FullName[] = [];
  const pattern = new RegExp(capitals);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { first = "", last = "" } = match.groups ?? {};
    const isFirst = (germanGenderOf(first) ?? germanGenderOf(first.split("-")[0] ?? "")) !== null;
    if (isFirst) full.push({ range: { start: match.index, end: match.index + match[0].length }, last });
    else pattern.lastIndex = match.index + first.length;
  }
  return full;
}
