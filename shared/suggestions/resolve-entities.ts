// Resolves the people of an article to entities of the registry, mention by mention. A name outranks whatever was only gathered under
// it: a link on a pronoun, a description or a last name never says who the full name means.
import type { AnnotationSet } from "../model/annotation-set.ts";
import { type Entity, entityBehind, type Naming } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { memoize } from "../model/memoize.ts";
import { overlaps, type Range } from "../model/range.ts";
import { records, type Table } from "../model/table.ts";
import type { SuggestedEntity, SuggestedMention } from "./entities.ts";
import { isAcronym, isSpellingOf, type MentionReason, sharesName } from "./entity-groups.ts";
import { mayBeLastName } from "./entity-kind.ts";
import { namesOf, readMention } from "./read-mention.ts";

/** Somebody of the article, and the entity that they are; `null`: they would be a new one, or it is open who of several they are. */
export interface MeantEntity {
  readonly known: Entity | null;
  /** Those of the registry any of whom the name may mean; empty unless it is open. */
  readonly candidates: readonly Entity[];
  readonly suggested: SuggestedEntity;
}

/** The mark on some words, linked to an entity. */
export interface LinkedRange {
  readonly range: Range;
  readonly entity: Id;
}

/** A mention whose mark is linked to an entity. */
export interface LinkedMention {
  readonly words: string;
  readonly entity: Entity;
}

/** The name that a group of mentions has, and its other words; no pronouns. */
interface NamedGroup {
  readonly name: string;
  readonly naming: Naming;
  readonly aliases: readonly string[];
}

/**
 * Who the mentions of an article's people are: `who(person, start)` for the mention of the person at that index which begins at `start`
 * (UTF-16 code units), or for the person where no such mention is theirs; `null` where there is no such person.
 */
export function resolveEntities(
  people: readonly SuggestedEntity[],
  { set, entities }: { readonly set: AnnotationSet; readonly entities: Table<Entity> },
  text: string,
): (person: number | null, start?: number) => MeantEntity | null {
  const linked = linkedRanges(set);
  const registry = entityNames(entities);
  const behind = (range: Range): Entity | null => {
    const id = linkedAt(linked, range, text.slice(range.start, range.end));
    return id === undefined ? null : (entityBehind(entities, id) ?? null);
  };
  const resolve = (suggested: SuggestedEntity) => {
    const links = suggested.mentions.flatMap(({ range }): LinkedMention[] => {
      const entity = behind(range);
      return entity ? [{ words: text.slice(range.start, range.end), entity }] : [];
    });
    const names = suggested.mentions
      .filter(({ reason }) => isByName(reason))
      .map(({ range }) => text.slice(range.start, range.end));
    const whole = { suggested, ...meantOf(entitiesOfGroup(suggested, names, links, registry)) };
    return { whole, mentions: entitiesOfMentions(suggested.mentions, whole.known, behind) };
  };
  const resolved = new Map<number, ReturnType<typeof resolve>>();
  const resolvedAt = (person: number | null) => {
    const suggested = people[person ?? -1];
    if (person === null || !suggested) return undefined;
    const kept = resolved.get(person) ?? resolve(suggested);
    resolved.set(person, kept);
    return kept;
  };
  return (person, start) => {
    const resolvedPerson = resolvedAt(person);
    if (!resolvedPerson) return null;
    const mentionEntity = start === undefined ? undefined : resolvedPerson.mentions.get(start);
    return mentionEntity === undefined || mentionEntity === resolvedPerson.whole.known
      ? resolvedPerson.whole
      : { ...resolvedPerson.whole, known: mentionEntity, candidates: [] };
  };
}

/** One alone is who is meant; of several nobody is, until somebody says who. */
export const meantOf = (found: readonly Entity[]): Pick<MeantEntity, "known" | "candidates"> =>
  found.length > 1 ? { known: null, candidates: found } : { known: found[0] ?? null, candidates: [] };

/** The registry by its names: whole ones and aliases, and the last names of people, each in lower case. */
export interface EntityNames {
  readonly byName: ReadonlyMap<string, readonly Entity[]>;
  readonly byLastName: ReadonlyMap<string, readonly Entity[]>;
}

/**
 * Those whom a group of mentions may be: one is known, several leave it open. Of somebody with a name: the one that the full name is linked
 * to most often, the first of several; else the one in the registry that has the name; else the only one there that has one of `names`, the
 * words of the named mentions, and may have the full name too; else the one of these that is linked to most often; else the people of the
 * registry with a fuller form of the name. A last name alone may be anybody's who has it. Of those who go unnamed, links on the words
 * that name the group, and links to an entity that is called as they are.
 */
export function entitiesOfGroup(
  { name, naming, aliases }: NamedGroup,
  names: readonly string[],
  links: readonly LinkedMention[],
  registry: EntityNames,
): readonly Entity[] {
  if (naming !== "named") {
    const words = new Set([name, ...aliases].map((one) => one.toLowerCase()));
    return mostOften(
      links.filter((link) => saysSame(link.words, name) || words.has(link.entity.name.toLowerCase())),
    );
  }
  const full = mostOften(links.filter(({ words }) => hasAllOf(words, name)));
  if (full.length > 0) return full;
  const exact = registry.byName.get(name.toLowerCase()) ?? [];
  const fuller = fullerNamed(name, registry);
  const isPlain = (found: readonly Entity[]): boolean =>
    found.length === 1 && (wordsOf(name).length > 1 || fuller.every((one) => found.includes(one)));
  if (isPlain(exact)) return exact;
  for (const words of names) {
    const agreeing = (registry.byName.get(words.toLowerCase()) ?? []).filter((one) => mayHave(one, name));
    if (isPlain(agreeing)) return agreeing;
  }
  const linked = mostOften(
    links.filter(({ words, entity }) => namesOf(words).length > 0 && mayHave(entity, name)),
  );
  return linked.length > 0 ? linked : [...new Set([...exact, ...fuller])];
}

/** People of the registry whose own name is a fuller form of this one: "Karoline Leavitt" of "Leavitt", never of "David Leavitt". */
function fullerNamed(name: string, { byLastName }: EntityNames): readonly Entity[] {
  const words = wordsOf(name);
  if (words.length < 2 && !mayBeLastName(name)) return [];
  return (byLastName.get((words.at(-1) ?? "").toLowerCase()) ?? []).filter((one) =>
    personNames(one).some((names) => names.length > 1 && sharesName(words, names)),
  );
}

/** The names of a person, without offices and titles, word by word. */
const personNames = memoize(({ name, aliases, type }: Entity): readonly (readonly string[])[] =>
  type === "person" ? [name, ...aliases].map((one) => namesOf(one)) : [],
);

/** The last name of a mention or name, in lower case; empty where it names nobody. */
export const lastNameIn = (words: string): string => (namesOf(words).at(-1) ?? "").toLowerCase();

/**
 * The entity of each mention, by where it begins: its own link; of a pronoun the entity of the words that it goes on from; else `group`.
 * `mentions`: of one group, in the order of the text.
 */
export function entitiesOfMentions<One>(
  mentions: readonly Pick<SuggestedMention, "range" | "reason" | "antecedent">[],
  group: One | null,
  linkedTo: (range: Range) => One | null,
): ReadonlyMap<number, One | null> {
  const resolved = new Map<number, One | null>();
  for (const { range, reason, antecedent } of mentions) {
    const antecedentEntity =
      antecedent && isPronoun(reason) ? (resolved.get(antecedent.start) ?? linkedTo(antecedent)) : null;
    resolved.set(range.start, linkedTo(range) ?? antecedentEntity ?? group);
  }
  return resolved;
}

const isPronoun = (reason: MentionReason): boolean =>
  reason === "pronoun" || reason === "own-words" || reason === "relative";
export const isByName = (reason: MentionReason): boolean =>
  reason === "first" || reason === "same-words" || reason === "same-name";

/** Whether the words of a description are the name of its group, but for an article before them. */
const saysSame = (words: string, name: string): boolean =>
  plain(words) === plain(name) && readMention(words).pronoun === "";
const plain = (words: string): string => words.toLowerCase().replace(/^(?:the|an?)\s+/u, "");

/** Whether a mention gives the whole name, whatever title stands beside it. */
function hasAllOf(words: string, name: string): boolean {
  const lowerNames = readMention(words).names.map((one) => one.toLowerCase());
  return wordsOf(name).every((word) => lowerNames.includes(word.toLowerCase()));
}

const wordsOf = (name: string): readonly string[] => name.split(/\s+/u).filter((word) => word !== "");

/** Whether an entity has the name, or its own may be another form of it: "Putin" of "Vladimir Putin", never "Donald Trump". */
function mayHave({ name, aliases }: Entity, full: string): boolean {
  if ([name, ...aliases].some((one) => one.toLowerCase() === full.toLowerCase())) return true;
  const [a, b] = [wordsOf(name), wordsOf(full)];
  const isComparable = a.length === b.length || a.length === 1 || b.length === 1;
  return sharesName(a, b) || (isComparable && isSpellingOf(a, b)) || isAcronym(a, b) || isAcronym(b, a);
}

/** The first of those that are linked to most often; empty where there is none. */
function mostOften(links: readonly LinkedMention[]): readonly Entity[] {
  const counts = new Map<Id, { readonly entity: Entity; count: number }>();
  for (const { entity } of links) {
    const entityCount = counts.get(entity.id) ?? { entity, count: 0 };
    entityCount.count += 1;
    counts.set(entity.id, entityCount);
  }
  let best: { readonly entity: Entity; count: number } | null = null;
  for (const entityCount of counts.values()) if (!best || entityCount.count > best.count) best = entityCount;
  return best ? [best.entity] : [];
}

function linkedRanges(set: AnnotationSet): readonly LinkedRange[] {
  const linked: LinkedRange[] = [];
  for (const { entity, segments } of records(set.spans))
    if (entity !== undefined) for (const range of segments) linked.push({ range, entity });
  return linked.sort((a, b) => a.range.start - b.range.start);
}

/**
 * Whether a mark that overlaps a mention is of the one who is mentioned: "Viktor Orban" in "its prime minister, Viktor Orban", not "Putin"
 * in "Orban, who has met Putin". `words`: the mention's.
 */
export function isMarkOf(words: string, mention: Range, mark: Range): boolean {
  if (mark.start <= mention.start) return true;
  const at = mark.start - mention.start;
  if (!/,|\b(?:and|to|of|for|with|by|from|at|in|on|who|whose|that|which)\s/iu.test(words.slice(0, at)))
    return true;
  const markedNames = namesOf(words.slice(at, mark.end - mention.start));
  return readMention(words).names.some((name) => markedNames.includes(name));
}

function linkedAt(linked: readonly LinkedRange[], range: Range, words: string): Id | undefined {
  let [low, high] = [0, linked.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((linked[middle]?.range.start ?? 0) < range.start - 400) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < linked.length; at += 1) {
    const linkedRange = linked[at];
    if (!linkedRange || linkedRange.range.start >= range.end) return undefined;
    if (overlaps(linkedRange.range, range) && isMarkOf(words, range, linkedRange.range))
      return linkedRange.entity;
  }
  return undefined;
}

/** One that was merged into another counts as that. The same names for the same registry. */
export const entityNames = memoize((entities: Table<Entity>): EntityNames => {
  const byName = new Map<string, Entity[]>();
  const byLastName = new Map<string, Entity[]>();
  const add = (index: Map<string, Entity[]>, name: string, entity: Entity): void => {
    const having = index.get(name) ?? [];
    index.set(name, having);
    if (!having.some(({ id }) => id === entity.id)) having.push(entity);
  };
  for (const entity of records(entities)) {
    const behind = entityBehind(entities, entity.id);
    if (!behind) continue;
    for (const name of [entity.name, ...entity.aliases]) add(byName, name.toLowerCase(), behind);
    for (const names of personNames(entity)) {
      const lastName = names.at(-1);
      if (lastName !== undefined) add(byLastName, lastName.toLowerCase(), behind);
    }
  }
  return { byName, byLastName };
});
