// The voices of an article: mentions of one person, organisation, outlet or document gathered from their names, their nouns and their
// pronouns, each with the reason for which it was gathered.
import { type ArticleText, paragraphAt } from "../model/article-text.ts";
import type { EntityType } from "../model/entity.ts";
import { memoize } from "../model/memoize.ts";
import { overlaps, type Range } from "../model/range.ts";
import { type GivenReason, reasonIn } from "./anonymity-reason.ts";
import {
  type EntityGathering,
  type Found,
  genderOf,
  genderOfPronoun,
  groupByWords,
  sharesName,
} from "./entity-groups.ts";
import { genderOfName, namingOf, numberOf, typeOf } from "./entity-kind.ts";
import { gatherGermanEntities } from "./german/entities.ts";
import { type OwnOutlets, ownOutlets } from "./media.ts";
import {
  isFirstName,
  isRole,
  type MentionReading,
  namesOf,
  readMention,
  withoutSentenceCapital,
} from "./read-mention.ts";
import { namesIn, smallWordsIn } from "./sentence.ts";
import type { RuleSuggestion } from "./suggest.ts";
import type { SuggestedEntity, SuggestedMention, VoiceMention } from "./suggested-card.ts";
import { adverbialPrepositions, negations, personalPronouns, timeNouns, words } from "./word-lists.ts";

export type { MentionReason } from "./entity-groups.ts";
export type { SuggestedEntity, SuggestedMention, VoiceMention } from "./suggested-card.ts";

/** What the suggestions of an article name, in reading order. */
export function voiceMentionsIn(suggestions: readonly RuleSuggestion[]): readonly VoiceMention[] {
  const byPlace = new Map<number, VoiceMention>();
  for (const { voice, via, within } of suggestions) {
    const outer = within === null ? undefined : suggestions[within];
    const enclosing = outer?.voice ? { voice: outer.voice, direct: outer.kind === "direct" } : null;
    if (voice && !byPlace.has(voice.start)) byPlace.set(voice.start, { range: voice, via: null, enclosing });
    for (const { range, role } of via)
      if (!byPlace.has(range.start)) byPlace.set(range.start, { range, via: role, enclosing });
  }
  return [...byPlace.values()].sort((a, b) => a.range.start - b.range.start);
}

/** "He" and "nobody", of whom the article says nothing else, are nobody to keep. */
export const isSomebody = ({ name, aliases }: Pick<SuggestedEntity, "name" | "aliases">): boolean =>
  [name, ...aliases].some((written) => {
    const { pronoun, names, noun } = readMention(written);
    return (
      pronoun === "" &&
      (names.length > 0 || (noun !== "" && !isNoNoun(noun))) &&
      !nobodyMeant.test(written) &&
      !timeMeant.test(written.trim())
    );
  });
/** "News after it", "late-night": a phrase that ends in a small word or in a time of day is of nobody. */
const isNoNoun = (noun: string): boolean =>
  personalPronouns.has(noun) ||
  adverbialPrepositions.has(noun) ||
  negations.has(noun) ||
  timeNouns.has(noun.split("-").at(-1) ?? "") ||
  /^(?:of|for|with|to|about|him|her|them|us|me|himself|herself|itself|themselves)$/u.test(noun);
/** Days, months that are no first names, years and stretches of time: what is said to have brought, seen or shown something. */
const timeMeant =
  /^(?:(?:last|this|next|that|late|early|the|in|am|im|letzten?|diesen?|nächsten?)\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.|july|september|october|november|december|today|yesterday|tomorrow|tonight|(?:mid)?(?:morning|afternoon|evening|night|week|month|year|decade|century)s?|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?|januar|jänner|februar|märz|juli|september|oktober|november|dezember|heute|gestern|morgen|woche|monat|jahr|jahrzehnt|jahrhundert|\d{4}s?)(?:\s+(?:\d{1,2}|\d{4}|morning|afternoon|evening|night))*$/iu;
const nobodyMeant =
  /^(?:no one|nobody|none|each|another|\d+|having|being|(?:i|we|you|he|she|they|it)['’](?:m|re|ve|s|d|ll)|(?:as|how|in|at|of|by|for|with|from|than|because|if|when|while|and|or|but|to|where|why)\s.*|.*\sof (?:whom|which)|(?:any|every|some)(?:one|body|thing)|others?|some|many|most|both|all|one|those|these|this|that|it|people|several|few|nothing|which|what|er|sie|es|wir|ich|man|der|die|das|niemand|jemand|viele|einige|manche|alle|beide|dieser|diese|dieses|letzterer|letztere)$/iu;

/** The entities of an article's suggestions. */
export const entitiesIn = (
  article: ArticleText,
  suggestions: readonly RuleSuggestion[],
): readonly SuggestedEntity[] => gatherEntities(article, voiceMentionsIn(suggestions));

/** The voices' entities, in the order of their first mentions. `voices`: in reading order. */
export const entitiesAmong = (article: ArticleText, voices: readonly Range[]): readonly SuggestedEntity[] =>
  gatherEntities(
    article,
    voices.map((range) => ({ range, via: null, enclosing: null })),
  );

/**
 * Whom the words of a mention name: in full where the article does so elsewhere, and without the office before the name. `null` for words
 * without a name. Linear in the length of the text.
 */
export function namedIn(article: ArticleText, mention: Range): SuggestedEntity | null {
  const [entity] = entitiesAmong(article, [mention]);
  return entity && readMention(article.text.slice(mention.start, mention.end)).names.length > 0
    ? entity
    : null;
}

interface Gathered extends EntityGathering {
  readonly mentions: SuggestedMention[];
  readonly written: string[];
  label: string;
}

/** One entity a group of mentions; linear in the number of mentions times that of entities. */
export function gatherEntities(
  article: ArticleText,
  voices: readonly VoiceMention[],
): readonly SuggestedEntity[] {
  if (article.language === "de") return withRivals(article, gatherGermanEntities(article, voices));
  const { text } = article;
  const outlets = ownOutlets(article);
  const small = smallWordsIn(text);
  const knownNames = namesIn(text, small);
  /** In the order of their last mentions. */
  let groups: Gathered[] = [];
  const allGroups: Gathered[] = [];
  const byVoice = new Map<number, Gathered>();
  const mentionsInOrder = inReadingOrder(text, voices, small);
  const lastNames = lastNamesIn(text, mentionsInOrder, knownNames, outlets);
  for (const { range, via, enclosing, isVoice } of mentionsInOrder) {
    const mentionText = text.slice(range.start, range.end);
    const reading = readMention(mentionText, knownNames);
    const opens = opensSentence(text, range);
    const guessed = typeOf(
      reading,
      opens ? mentionText.replace(/^The /u, "the ") : mentionText,
      via,
      outlets,
    );
    const isLastName = reading.names.length === 1 && lastNames.has(reading.names[0] ?? "");
    const type = guessed === "organization" && isLastName ? "person" : guessed;
    const around = enclosing && byVoice.get(enclosing.voice.start);
    const groupMatch = foundFor(
      text,
      reading,
      type,
      range,
      groups,
      around ? { group: around, direct: enclosing.direct } : null,
    );
    // Somebody who is only spoken of has a name, or is nobody that is known here.
    const group =
      (groupMatch?.group as Gathered | undefined) ??
      newGroup(reading, type, {
        range,
        written: mentionText,
        plain: opens ? withoutSentenceCapital(mentionText, small) : mentionText,
      });
    if (!groupMatch) allGroups.push(group);
    addMention(
      group,
      reading,
      mentionText,
      {
        range,
        reason: groupMatch?.reason ?? "first",
        antecedent: groupMatch ? group.last : null,
        ...(groupMatch?.rival && { rival: groupMatch.rival.last }),
      },
      isVoice,
    );
    if (isVoice) byVoice.set(range.start, group);
    noteGender(text, group, range);
    groups = [...groups.filter((one) => one !== group), group].slice(-longest);
  }
  return allGroups.filter(({ mentions }) => mentions.length > 0).map((group) => entityOf(article, group));
}

/** Told which other voice a pronoun may mean: one of fitting gender who stands in its paragraph, or behind the words that it goes on from. */
const withRivals = (article: ArticleText, people: readonly SuggestedEntity[]): readonly SuggestedEntity[] =>
  people.map((person) => ({
    ...person,
    mentions: person.mentions.map((mention) => {
      const rival = mention.reason === "pronoun" ? rivalOf(article, mention, person, people) : undefined;
      return rival ? { ...mention, rival } : mention;
    }),
  }));

function rivalOf(
  article: ArticleText,
  { range, antecedent }: SuggestedMention,
  person: SuggestedEntity,
  people: readonly SuggestedEntity[],
): Range | undefined {
  const spoken = article.text.slice(range.start, range.end).toLowerCase();
  const gender = spoken === "er" ? "he" : spoken === "sie" ? "she" : null;
  const paragraph = article.paragraphs[paragraphAt(article, range.start)]?.start ?? 0;
  const from = Math.min(paragraph, antecedent?.end ?? paragraph);
  return people
    .filter(({ name, type }) => {
      const known = genderOfName(name.split(" ")[0] ?? "");
      return type === "person" && (known === null || gender === null || known === gender);
    })
    .filter((one) => one !== person)
    .flatMap(({ mentions }) => mentions.map((one) => one.range))
    .filter(({ start, end }) => start >= from && end <= range.start)
    .sort((a, b) => a.start - b.start)
    .at(-1);
}

/** The last names of people whom the article names in full somewhere: a headline has them alone. */
function lastNamesIn(
  text: string,
  all: readonly VoiceMention[],
  known: ReadonlySet<string>,
  own: OwnOutlets,
): ReadonlySet<string> {
  const lastNames = new Set<string>();
  for (const { range } of all) {
    const mentionText = text.slice(range.start, range.end);
    const reading = readMention(mentionText, known);
    if (reading.names.length > 1 && typeOf(reading, mentionText, null, own) === "person")
      lastNames.add(reading.names.at(-1) ?? "");
  }
  return lastNames;
}

/** How many entities may be open at once; keeps the work linear. */
const longest = 400;

interface Read extends VoiceMention {
  readonly isVoice: boolean;
}

function inReadingOrder(
  text: string,
  voices: readonly VoiceMention[],
  small: ReadonlySet<string>,
): readonly Read[] {
  let voiceIndex = 0;
  const others = backgroundMentions(text, small).filter((range) => {
    while ((voices[voiceIndex]?.range.end ?? Infinity) <= range.start) voiceIndex += 1;
    const near = voices[voiceIndex]?.range;
    return !near || !overlaps(near, range) || hangsOn(text, near, range);
  });
  return [
    ...voices.map((one): Read => ({ ...one, isVoice: true })),
    ...others.map((range): Read => ({ range, via: null, enclosing: null, isVoice: false })),
  ].sort((a, b) => placeToRead(text, a) - placeToRead(text, b));
}

/** "“I can assure you,” she said": whom "I" means is known once it is read who says it. */
function placeToRead(text: string, { range, enclosing }: Read): number {
  const isOwn = enclosing !== null && ownPronouns.test(text.slice(range.start, range.end).toLowerCase());
  return isOwn ? Math.max(range.start, enclosing.voice.end) : range.start;
}
const ownPronouns = /^(?:i|my|we|our|us)$/u;

/** "A senior adviser to President Halim": somebody else in the words of a mention. */
const hangsOn = (text: string, mention: Range, { start, end }: Range): boolean =>
  start > mention.start &&
  end <= mention.end &&
  /\b(?:to|of|for|with|by)\s$/u.test(text.slice(Math.max(mention.start, start - 6), start));

function foundFor(
  text: string,
  reading: MentionReading,
  type: EntityType,
  range: Range,
  groups: readonly Gathered[],
  enclosing: { readonly group: EntityGathering; readonly direct: boolean } | null,
): Found | null {
  const { pronoun } = reading;
  if (pronoun === "") return groupByWords(reading, type, groups);
  if (/^(?:who|whose)$/u.test(pronoun)) {
    const near = groups.findLast(({ last }) => last.end <= range.start && range.start - last.end < 3);
    if (near) return { group: near, reason: "relative", rival: null };
  }
  return groupOfPronoun(text, { pronoun, range, enclosing }, groups);
}

/** `plain`: the words without the capital that a sentence gives them. */
interface Words {
  readonly range: Range;
  readonly written: string;
  readonly plain: string;
}

function newGroup(reading: MentionReading, type: EntityType, { range, written, plain }: Words): Gathered {
  return {
    mentions: [],
    written: [],
    forms: new Set(),
    roles: new Map(),
    nouns: new Set(),
    names: [],
    label:
      reading.pronoun !== "" ? reading.words : plain.replace(/\s+/gu, " ").replace(/^(?:the|an?)\s/iu, ""),
    type,
    naming: namingOf(reading, type, written),
    gender: null,
    last: range,
    isVoice: false,
    count: 0,
    isRelative: /^(?:his|her|their)\s/iu.test(written),
  };
}

function addMention(
  group: Gathered,
  reading: MentionReading,
  written: string,
  mention: SuggestedMention,
  isVoice: boolean,
): void {
  if (isVoice) group.mentions.push(mention);
  group.isVoice ||= isVoice;
  group.count += 1;
  if (mention.range.start >= group.last.start) group.last = mention.range;
  group.gender ??= group.type === "person" ? genderOf(reading) : null;
  if (reading.pronoun !== "") return;
  group.forms.add(reading.words);
  for (const [role, written] of reading.roles) if (!group.roles.has(role)) group.roles.set(role, written);
  if (isVoice) group.written.push(written.replace(/\s+/gu, " "));
  if (reading.names.length > group.names.length) {
    group.names = reading.names;
    group.label = reading.names.join(" ");
    if (group.naming !== "named" && group.mentions.length > 0)
      group.naming = namingOf(reading, group.type, written);
  }
  if (reading.names.length === 0 || group.type !== "person") group.nouns.add(reading.noun);
}

/** "Hart, who took her seat in May": what the sentence goes on with tells how somebody is spoken of. */
function noteGender(text: string, group: Gathered, { end }: Range): void {
  if (group.type !== "person" || group.gender !== null) return;
  const textAfter = /^[^.?!\n“"]{0,120}/u.exec(text.slice(end, end + 120))?.[0] ?? "";
  if (/\p{Lu}/u.test(textAfter)) return;
  const pronoun = /\b(?<word>his|her|he|she|himself|herself)\b/u.exec(textAfter)?.groups?.word;
  if (pronoun !== undefined) group.gender = genderOfPronoun(pronoun);
}

function entityOf(article: ArticleText, group: Gathered): SuggestedEntity {
  const { label, type, naming, mentions, written, roles } = group;
  const isUnnamed = naming !== "named" && (type === "person" || type === "group");
  const names = written.filter((one, at) => one !== label && written.indexOf(one) === at);
  return {
    name: label,
    type,
    naming,
    mentions: mentions.toSorted((a, b) => a.range.start - b.range.start),
    aliases: names,
    role: type === "person" ? ([...roles].find(([role]) => isRole(role))?.[1] ?? null) : null,
    number: isUnnamed
      ? (written.map((one) => numberOf(one, type)).find((one) => one !== null) ?? null)
      : null,
    anonymity: isUnnamed ? reasonNear(article, mentions) : null,
  };
}

/** In the paragraph of a mention, or the next one. */
function reasonNear(article: ArticleText, mentions: readonly SuggestedMention[]): GivenReason | null {
  for (const { range } of mentions) {
    const paragraph = article.paragraphs[paragraphAt(article, range.start)];
    const givenReason =
      paragraph &&
      reasonIn(
        article.text,
        { start: range.start, end: Math.min(paragraph.end, range.end + 600) },
        article.language,
      );
    if (givenReason) return givenReason;
  }
  return null;
}

const titles = "President|Prime Minister|Senator|Mayor|Governor|Judge|Dr|Mr|Mrs|Ms|Prof|Miss|Sir|Dame";
const full = new RegExp(
  String.raw`(?<before>(?:\b(?:the|its|his|her|their|an?)\s(?:\p{Ll}[\p{L}-]*\s){0,3}\p{Ll}[\p{L}-]*,?\s)?)` +
    String.raw`(?<name>(?:(?:${titles})\.?\s(?:\p{Lu}[\p{L}’'-]+\s){0,2}|(?:\p{Lu}[\p{L}’'-]+\s){1,2}(?:\p{Lu}\.\s)?(?:(?:de|da|van|von|der|al|bin|la)\s){0,2})\p{Lu}[\p{L}’-]*\p{L})`,
  "gu",
);
const title = new RegExp(String.raw`^(?:${titles})\b`, "u");
const single = /(?<![\p{L}\p{N}’-])(?:(?:Mr|Mrs|Ms)\.?\s)?\p{Lu}[\p{L}-]+/gu;
const bodies = words(
  "Street Road Avenue University Court College Hospital School Church County City Party Bridge Prize Times Post House",
);

/** The line that says who wrote the article. It mentions nobody, and a place or paper behind the names is not part of them. */
function bylineIn(text: string): Range | null {
  const match =
    /^[ \t]*(?:(?:Words|Written|Reported|Story) by|By|BY):? \p{Lu}[^\n]{0,120}[^\s.?!:;,]\s*$/mu.exec(
      text.slice(0, 2_000),
    );
  return match && { start: match.index, end: match.index + match[0].length };
}

interface FullName {
  /** With the small words before it that say who it is. */
  readonly range: Range;
  /** `null` behind a title. */
  readonly first: string | null;
  readonly last: string;
}

/**
 * In reading order. Where no name begins, the next word is tried: "Foreign Minister | Sergei Lavrov". Words at the end that the article writes
 * without a capital are a headline's: "Sergei Lavrov | Says".
 */
function* fullNamesIn(text: string, small: ReadonlySet<string>): Iterable<FullName> {
  const pattern = new RegExp(full);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { before = "", name = "" } = match.groups ?? {};
    const nameParts = name.split(/\s/u);
    const [first = ""] = nameParts;
    const nameStart = match.index + before.length;
    const isTitled = title.test(name);
    pattern.lastIndex = nameStart + first.length;
    if (!isTitled && !isFirstName(first)) continue;
    while (nameParts.length > 2 && small.has((nameParts.at(-1) ?? "").toLowerCase())) nameParts.pop();
    const end = nameStart + nameParts.join(" ").length;
    pattern.lastIndex = end;
    yield {
      range: { start: match.index, end },
      first: isTitled ? null : first,
      last: nameParts.at(-1) ?? "",
    };
  }
}

/** The names of people that an article has in full, by their last word in lower case. */
export const fullNamesOf = memoize((article: ArticleText): ReadonlyMap<string, readonly string[]> => {
  const { text } = article;
  const byLastName = new Map<string, string[]>();
  for (const { range, first, last } of fullNamesIn(text, smallWordsIn(text))) {
    if (first === null || bodies.has(last)) continue;
    const name = namesOf(text.slice(range.start, range.end));
    const names = byLastName.get(last.toLowerCase()) ?? [];
    byLastName.set(last.toLowerCase(), names);
    if (!names.some((one) => sharesName(one.split(" "), name))) names.push(name.join(" "));
  }
  return byLastName;
});

/** In reading order. Linear in the length of the text. */
function backgroundMentions(text: string, small: ReadonlySet<string>): readonly Range[] {
  const fullNameRanges: Range[] = [];
  const knownNames = new Set<string>();
  const byline = bylineIn(text);
  for (const { range, first, last } of fullNamesIn(text, small)) {
    if ((byline && overlaps(byline, range)) || bodies.has(last)) continue;
    knownNames.add(last);
    if (first !== null) knownNames.add(first);
    fullNameRanges.push(range);
  }
  let at = 0;
  const singleNameRanges: Range[] = [];
  for (const { 0: written, index } of text.matchAll(single)) {
    const end = index + written.length;
    while ((fullNameRanges[at]?.end ?? Infinity) <= index) at += 1;
    const word = written.split(/[.\s]+/u).at(-1) ?? "";
    if (knownNames.has(word) && (fullNameRanges[at]?.start ?? Infinity) >= end)
      singleNameRanges.push({ start: index, end });
  }
  return [...fullNameRanges, ...singleNameRanges].sort((a, b) => a.start - b.start);
}

/** Where the pronoun stands. */
interface PronounPlace {
  readonly pronoun: string;
  readonly range: Range;
  /** Whose words it is a part of, and whether they are in quotation marks. */
  readonly enclosing: { readonly group: EntityGathering; readonly direct: boolean } | null;
}

/** The group that it means, and the one that is next to it; `null` where nobody fits. `groups` in the order of their last mentions. */
function groupOfPronoun(
  text: string,
  { pronoun, range, enclosing }: PronounPlace,
  groups: readonly EntityGathering[],
): Found | null {
  if (ownPronouns.test(pronoun))
    return enclosing ? { group: enclosing.group, reason: "own-words", rival: null } : null;
  const others = groups.filter((one) => !(enclosing?.direct && one === enclosing.group));
  if (/^(?:you|your)$/u.test(pronoun)) {
    const [rival, group] = enclosing ? others.filter(isPerson).slice(-2) : [];
    return group ? { group, reason: "pronoun", rival: rival ?? null } : null;
  }
  const recent = others.slice(-reach);
  const scored = recent.flatMap((group, at) => {
    if (!fits(pronoun, group)) return [];
    const score =
      scoreOf(text, pronoun, range, group) -
      (recent.length - 1 - at) * 0.45 +
      (enclosing?.group === group ? 1 : 0);
    return [{ group, score }];
  });
  // Of two that are as likely, the one that was mentioned last.
  const [best, next] = scored.reverse().sort((a, b) => b.score - a.score);
  if (!best) return null;
  const isNear = next !== undefined && best.score - next.score < clearLead;
  return { group: best.group, reason: "pronoun", rival: isNear ? next.group : null };
}

/** By so much somebody must be likelier than the next one to be the only one who is meant: as a gender that is known of one alone, and a voice, make them. */
const clearLead = 2.5;

/** How many of those who were mentioned last may be meant. */
const reach = 14;

const isPerson = ({ type }: EntityGathering): boolean => type === "person";

function scoreOf(text: string, pronoun: string, { start }: Range, group: EntityGathering): number {
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
const opensSentence = (text: string, { start }: Range): boolean =>
  /(?:^|\n|[.?!]["”’]?\s)\s*$/u.test(text.slice(Math.max(0, start - 4), start));

/** What somebody or something must be for the pronoun to mean them. */
function fits(pronoun: string, { type, naming, nouns, gender, forms }: EntityGathering): boolean {
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
