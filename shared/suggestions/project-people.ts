// The people who speak in the articles of a project: what the articles tell of them put together by name, held against the registry and
// against what is marked, with those who may be the same under another name.
import { type Entity, type EntityType, entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { overlaps, type Range } from "../model/range.ts";
import { patternKey, type SuggestionPattern } from "../model/rejection.ts";
import type { Span } from "../model/span.ts";
import { records, type Table } from "../model/table.ts";
import { isAcronym, isSpellingOf, sharesName } from "./entity-groups.ts";
import type { GatheredMention, GatheredPerson } from "./gather-article.ts";
import { personRule, plainCue } from "./pattern.ts";
import {
  type EntityNames,
  entitiesOfGroup,
  entitiesOfMentions,
  entityNames,
  isByName,
  isMarkOf,
  type LinkedMention,
  type LinkedRange,
  meantOf,
} from "./resolve-entities.ts";

/** What this person marked in an article that can be somebody's mention, each in the order of the text. */
export interface OwnMarks {
  readonly linked: readonly LinkedRange[];
  readonly unlinked: readonly Span[];
}

export interface PeopleOfArticle {
  readonly article: Id;
  readonly people: readonly GatheredPerson[];
  readonly marks: OwnMarks;
}

/** A marked mention that has no entity yet. */
export interface MarkedMention {
  readonly article: Id;
  readonly span: Span;
}

export interface PlacedMention extends GatheredMention {
  readonly article: Id;
}

/** Somebody who may be meant: in the registry already (`entity`), or another one of the list (`key`). */
export interface PerhapsSame {
  readonly entity: Id | null;
  readonly key: string | null;
  readonly name: string;
  readonly likeness: Likeness;
}

export interface SuggestedPerson extends Omit<GatheredPerson, "mentions" | "anonymity"> {
  readonly key: string;
  /** The entity that they are, where the registry has one of this name or a mention is linked to it. */
  readonly known: Id | null;
  readonly anonymity: (NonNullable<GatheredPerson["anonymity"]> & { readonly article: Id }) | null;
  /** How many mentions there are, and in how many articles. */
  readonly mentions: number;
  readonly articles: number;
  /** The first of the mentions. */
  readonly places: readonly PlacedMention[];
  /** The nearest first. */
  readonly perhaps: readonly PerhapsSame[];
  readonly marks: readonly MarkedMention[];
}

/** `count`: how many there are, also beyond those that are told. */
export interface SuggestedPeople {
  readonly people: readonly SuggestedPerson[];
  readonly count: number;
}

/** By what somebody is not proposed again. */
export const personPattern = ({ name, type }: Pick<SuggestedPerson, "name" | "type">): SuggestionPattern => ({
  rule: personRule,
  cue: plainCue(name),
  shape: type,
});

/** Mentions that are told by their words: more are counted. */
const mostPlaces = 12;
const mostPerhaps = 5;

interface Gathered {
  readonly key: string;
  readonly people: { readonly article: Id; readonly person: GatheredPerson }[];
}

/**
 * Those who are no entity yet, or of whom marked mentions have none, the most frequent first, so many at most, and how many there are. `rejected`: keys of patterns. Those who are
 * described belong to their article: nobody knows whether "a senior official" is the same one in two. Linear in the number of mentions
 * but for names that look alike.
 */
export function projectPeople(
  articles: readonly PeopleOfArticle[],
  entities: Table<Entity>,
  rejected: ReadonlySet<string>,
  most = Infinity,
): SuggestedPeople {
  const gathered = new Map<string, Gathered>();
  const lastNames = lastNamesIn(articles);
  for (const { article, people } of articles)
    for (const gatheredPerson of people) {
      const person = withPersonType(gatheredPerson, lastNames);
      const key = keyOf(article, person);
      const group = gathered.get(key) ?? { key, people: [] };
      group.people.push({ article, person });
      gathered.set(key, group);
    }
  const marks = new Map(articles.map((one) => [one.article, one.marks]));
  const registry = entityNames(entities);
  const proposedPeople = [...gathered.values()].flatMap(
    (one) => proposePerson(one, marks, entities, registry) ?? [],
  );
  const remainingPeople = proposedPeople.filter(
    (one) => !rejected.has(patternKey(personPattern(one))) && (one.known === null || one.marks.length > 0),
  );
  const findAlike = likenessIndex([
    ...[...records(entities)]
      .filter((entity) => entity.mergedInto === undefined)
      .map(({ id, name, aliases, type }) => ({
        entity: id,
        key: null,
        name,
        names: [name, ...aliases],
        type,
      })),
    ...remainingPeople
      .filter(({ known, naming }) => known === null && naming === "named")
      .map(({ key, name, type }) => ({ entity: null, key, name, names: [name], type })),
  ]);
  const sorted = remainingPeople.sort(
    (a, b) => b.articles - a.articles || b.mentions - a.mentions || (a.name < b.name ? -1 : 1),
  );
  const people = sorted.slice(0, most).map((one) => ({
    ...one,
    perhaps:
      one.known === null && one.naming === "named"
        ? findAlike(one)
            .filter(({ key }) => key !== one.key)
            .slice(0, mostPerhaps)
        : [],
  }));
  return { people, count: remainingPeople.length };
}

const keyOf = (article: Id, { name, type, naming, mentions }: GatheredPerson): string =>
  naming === "named" ? `${kindOf(type)} ${plainName(name)}` : `${article} ${mentions[0]?.segment.start ?? 0}`;

/** The last names of those whom some article names in full. */
function lastNamesIn(articles: readonly PeopleOfArticle[]): ReadonlySet<string> {
  const lastNames = new Set<string>();
  for (const { people } of articles)
    for (const { name, type } of people) {
      const lastName = name.split(" ").at(-1);
      if (type === "person" && lastName !== undefined && lastName !== name) lastNames.add(lastName);
    }
  return lastNames;
}

/** "Ruiz" alone may be a firm in its article; where another one tells of Ana Ruiz, it is more likely a person. */
const withPersonType = (person: GatheredPerson, lastNames: ReadonlySet<string>): GatheredPerson =>
  person.type === "organization" && lastNames.has(person.name) ? { ...person, type: "person" } : person;

/** Without the initials in the middle, which articles leave out as they like. */
const plainName = (name: string): string => name.toLowerCase().replace(/(?<=\s)\p{L}\.\s/gu, "");

/** Rules may take a body for a group in one article and for an organisation in the next; a person they rarely take for either. */
export const kindOf = (type: EntityType): "person" | "other" => (type === "person" ? "person" : "other");

/** `null` where every mention of them turned out to be somebody else's. */
function proposePerson(
  { key, people }: Gathered,
  marks: ReadonlyMap<Id, OwnMarks>,
  entities: Table<Entity>,
  registry: EntityNames,
): SuggestedPerson | null {
  const name = mostOften(people.map(({ person }) => person.name));
  const naming = mostOften(people.map(({ person }) => person.naming));
  const aliases = [...new Set(people.flatMap(({ person }) => [person.name, ...person.aliases]))];
  const linkOn = (article: Id, place: Range, words: string): Entity | null => {
    const [link] = marksOf(marks.get(article)?.linked ?? [], place, words, ({ range }) => [range]);
    return (link && entityBehind(entities, link.entity)) ?? null;
  };
  const placedMentions = people.flatMap(({ article, person }) =>
    person.mentions.map((mention): PlacedMention => ({ article, ...mention })),
  );
  const links = placedMentions.flatMap(({ article, segment }): LinkedMention[] => {
    const entity = linkOn(article, segment, segment.quote);
    return entity ? [{ words: segment.quote, entity }] : [];
  });
  const names = placedMentions.filter(({ reason }) => isByName(reason)).map(({ segment }) => segment.quote);
  const { known: knownEntity } = meantOf(
    entitiesOfGroup({ name, naming, aliases }, [...aliases, ...names], links, registry),
  );
  const mentions = people.flatMap(({ article, person }) =>
    mentionsOfPerson(article, person, knownEntity, linkOn),
  );
  if (mentions.length === 0) return null;
  const unlinked = new Map<Id, MarkedMention>();
  for (const { article, segment } of mentions)
    for (const span of marksOf(
      marks.get(article)?.unlinked ?? [],
      segment,
      segment.quote,
      (one) => one.segments,
    ))
      unlinked.set(span.id, { article, span });
  const roles = people.flatMap(({ person }) => person.role ?? []);
  const often = roles.length > 0 ? mostOften(roles.map((role) => role.toLowerCase())) : null;
  const anonymity = people.find(({ person }) => person.anonymity !== null);
  return {
    key,
    name,
    type: mostOften(people.map(({ person }) => person.type)),
    naming,
    aliases: aliases.filter((alias) => alias !== name),
    role: roles.find((role) => role.toLowerCase() === often) ?? null,
    number: people.find(({ person }) => person.number !== null)?.person.number ?? null,
    anonymity: anonymity?.person.anonymity
      ? { ...anonymity.person.anonymity, article: anonymity.article }
      : null,
    known: knownEntity?.id ?? null,
    mentions: mentions.length,
    articles: new Set(mentions.map(({ article }) => article)).size,
    places: mentions.slice(0, mostPlaces),
    perhaps: [],
    marks: [...unlinked.values()],
  };
}

/** The mentions in an article that are not said to be somebody else, nor go on from one that is. */
function mentionsOfPerson(
  article: Id,
  { mentions }: GatheredPerson,
  known: Entity | null,
  linkOn: (article: Id, place: Range, words: string) => Entity | null,
): readonly PlacedMention[] {
  const words = new Map(
    mentions.flatMap(({ segment, antecedent, before }) => [
      ...(antecedent ? [[antecedent.start, before] as const] : []),
      [segment.start, segment.quote] as const,
    ]),
  );
  const resolved = entitiesOfMentions(
    mentions.map(({ segment, reason, antecedent }) => ({ range: segment, reason, antecedent })),
    known,
    (place) => linkOn(article, place, words.get(place.start) ?? ""),
  );
  return mentions
    .filter(({ segment }) => resolved.get(segment.start)?.id === known?.id)
    .map((mention) => ({ article, ...mention }));
}

/** The first of those that come up most often. */
function mostOften<T>(all: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const candidate of all) counts.set(candidate, (counts.get(candidate) ?? 0) + 1);
  const [best] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  return best;
}

/** Which marks, in the order of the text, are of the one who is mentioned there by these words. */
function marksOf<T>(
  marks: readonly T[],
  mention: Range,
  words: string,
  rangesOf: (one: T) => readonly Range[],
): readonly T[] {
  return marks.filter((one) =>
    rangesOf(one).some((mark) => overlaps(mark, mention) && isMarkOf(words, mention, mark)),
  );
}

// Who of a project may be one person: by other spellings, the same name, or its first letters.

type Likeness = "spelling" | "same-name" | "acronym";

/** Somebody with all names that they have. */
interface NamedOne {
  readonly entity: Id | null;
  readonly key: string | null;
  readonly name: string;
  readonly names: readonly string[];
  readonly type: EntityType;
}

interface Alike {
  readonly entity: Id | null;
  readonly key: string | null;
  readonly name: string;
  readonly likeness: Likeness;
}

/** Of one ending, this many are compared: more would be of one common word, such as "University". */
const mostCompared = 200;
/** Letters of the last word by which names are looked up; spellings that differ earlier are other names. */
const sharedLetters = 3;

/** Looks for those who are like somebody, the likeliest first. */
export function likenessIndex(
  all: readonly NamedOne[],
): (one: { readonly name: string; readonly type: EntityType }) => readonly Alike[] {
  const byEnding = new Map<string, { readonly words: readonly string[]; readonly one: NamedOne }[]>();
  for (const namedPerson of all)
    for (const name of new Set(namedPerson.names)) {
      const words = wordsOf(name);
      for (const ending of new Set([endingOf(words), lettersOf(words)])) {
        if (ending === "") continue;
        const list = byEnding.get(ending) ?? [];
        byEnding.set(ending, list);
        if (list.length < mostCompared) list.push({ words, one: namedPerson });
      }
    }
  return ({ name, type }) => {
    const nameWords = wordsOf(name);
    const likenessByPerson = new Map<NamedOne, Likeness>();
    for (const ending of new Set([endingOf(nameWords), lettersOf(nameWords)]))
      for (const { words, one } of byEnding.get(ending) ?? []) {
        if (likenessByPerson.has(one) || (one.type === "person") !== (type === "person")) continue;
        const likeness = likenessOf(nameWords, words, type === "person");
        if (likeness) likenessByPerson.set(one, likeness);
      }
    return Array.from(likenessByPerson, ([{ entity, key, name: other }, likeness]) => ({
      entity,
      key,
      name: other,
      likeness,
    })).sort((a, b) => Number(a.entity === null) - Number(b.entity === null));
  };
}

const wordsOf = (name: string): readonly string[] => name.split(/\s+/u).filter((word) => word !== "");

const endingOf = (words: readonly string[]): string =>
  (words.at(-1) ?? "").toLowerCase().slice(0, sharedLetters);

/** The name that its first letters are, or itself where it is that. */
const lettersOf = (words: readonly string[]): string =>
  words.length > 1
    ? `~${words.map(([first = ""]) => first).join("")}`
    : /^\p{Lu}{2,6}$/u.test(words[0] ?? "")
      ? `~${words[0]}`
      : "";

/** Of as many words, or of a last name alone: "Trump campaign" is no spelling of "campaign". */
const isOtherSpelling = (own: readonly string[], other: readonly string[]): boolean =>
  (own.length === other.length || (own.length === 1) !== (other.length === 1)) &&
  own.at(-1)?.toLowerCase() !== (own.length === other.length ? null : other.at(-1)?.toLowerCase()) &&
  isSpellingOf(own, other);

function likenessOf(own: readonly string[], other: readonly string[], isPerson: boolean): Likeness | null {
  if (isPerson && sharesName(own, other)) return "same-name";
  if (isOtherSpelling(own, other)) return "spelling";
  return isAcronym(own, other) || isAcronym(other, own) ? "acronym" : null;
}
