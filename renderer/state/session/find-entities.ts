// Finds entities of the registry by what is typed: names first, then aliases and the names of what was merged into them;
// beginnings before middles, other spellings last. Only those that stand for themselves are offered.

import { distance } from "fastest-levenshtein";
import { isPronoun } from "../../../shared/commands/entity-names.ts";
import type { ArticleText } from "../../../shared/model/article-text.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { type EntityGroup, entityGroups, namesOf } from "../../../shared/model/entity-groups.ts";
import { folded } from "../../../shared/model/folded-name.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import type { Range } from "../../../shared/model/range.ts";
import { type Span, spanText } from "../../../shared/model/span.ts";
import type { Table } from "../../../shared/model/table.ts";
import { namedIn, type SuggestedEntity } from "../../../shared/suggestions/entities.ts";
import { type ResolvedMention, resolveMention } from "../../../shared/suggestions/resolve-mention.ts";
import type { Session } from "./session.ts";

/** How well one of an entity's names fits: 0 the name itself, then ever worse; `null` not at all. */
function nameFit(name: string, typed: string): number | null {
  const foldedName = folded(name);
  if (foldedName === typed) return 0;
  if (foldedName.startsWith(typed)) return 1;
  if (foldedName.split(/[\s\p{Punctuation}]+/u).some((word) => word.startsWith(typed))) return 2;
  if (foldedName.includes(typed)) return 3;
  const far = spellingDistance(name, typed);
  return far === null ? null : 4 + far / 10;
}

/** How well an entity fits what is typed, by the best of its names: the smaller the better; `null` not at all. */
export function entityFit(group: EntityGroup, typed: string): number | null {
  const query = folded(typed.trim());
  const [own = "", ...others] = namesOf(group);
  const fits = [nameFit(own, query), ...others.map((name) => plus(nameFit(name, query), 0.5))];
  const best = Math.min(...fits.map((fit) => fit ?? Number.POSITIVE_INFINITY));
  return Number.isFinite(best) ? best : null;
}

const plus = (fit: number | null, more: number): number | null => (fit === null ? null : fit + more);

/** Words that tell nothing about who is meant. */
const commonWords = new Set(["the", "of", "and", "for", "his", "her", "its", "their", "who", "said"]);

const wordsOf = (text: string): readonly string[] => folded(text).split(/[^\p{L}\p{N}]+/u);

const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).filter((word) => word.length > 2 && !commonWords.has(word)));

/** The words of each of an entity’s own names. */
const nameWords = memoize(({ name, aliases }: Entity): readonly (readonly string[])[] =>
  [name, ...aliases].map(wordsOf),
);

const allNameWords = memoize((entity: Entity): ReadonlySet<string> => new Set(nameWords(entity).flat()));

/** The number of words that a mention shares with an entity's names. */
function sharedWords({ entity, merged }: EntityGroup, mention: ReadonlySet<string>): number {
  const named = [entity, ...merged].map(allNameWords);
  return [...mention].filter((word) => named.some((words) => words.has(word))).length;
}

const isTelling = (word: string): boolean => word !== "" && word !== "the";

/**
 * Whether the mention of these words is this one's name beyond reasonable doubt, and not only has a word in common with it: the very
 * name, or for a person their name with something before it ("press secretary Karoline Leavitt"), or a part of it with the last name.
 */
function isSurely({ entity, merged }: EntityGroup, mentionWords: readonly string[]): boolean {
  const lastWord = mentionWords.at(-1);
  return [entity, ...merged].flatMap(nameWords).some((name) => {
    const words = name.filter(isTelling);
    if (words.join(" ") === mentionWords.join(" ")) return true;
    if (entity.type !== "person" || words.length === 0 || words.at(-1) !== lastWord) return false;
    return (
      words.every((word) => mentionWords.includes(word)) || mentionWords.every((word) => words.includes(word))
    );
  });
}

/** Those whom a mention names beyond reasonable doubt; where there are none, those whose names have all of its words. In no order. */
function entitiesNamedBy(entities: Table<Entity>, mention: string): readonly Entity[] {
  const mentionWords = wordsOf(mention).filter(isTelling);
  const words = tellingWords(mention);
  const groups = [...entityGroups(entities).values()];
  const sure = groups.filter((group) => isSurely(group, mentionWords));
  const named =
    sure.length > 0 || words.size === 0
      ? sure
      : groups.filter((group) => sharedWords(group, words) === words.size);
  return named.map(({ entity }) => entity);
}

interface FoundEntities {
  /** With nothing typed: those that the mention names beyond reasonable doubt. */
  readonly sure: readonly Entity[];
  /** Those that fit what is typed, or, with nothing typed, share words with the mention. */
  readonly fitting: readonly Entity[];
  /** With nothing typed: those of `fitting` whose names have all words of the mention, as “Fox News” has of “Fox”. */
  readonly likely: readonly Entity[];
  /** With nothing typed: all others, by name. */
  readonly others: readonly Entity[];
}

/** The entities to choose from for a mention and what is typed, best first, `limit` of each sort at most. */
export function findEntities(
  entities: Table<Entity>,
  typed: string,
  mention: string,
  limit = 50,
): FoundEntities {
  const nothingTyped = typed.trim() === "";
  const words = tellingWords(mention);
  const mentionWords = wordsOf(mention).filter(isTelling);
  // A pronoun says nothing of whom it means, and is hardly ever somebody new.
  const anybody = isPronoun(mention);
  const fitting: { readonly entity: Entity; readonly rank: number; readonly isLikely: boolean }[] = [];
  const sure: Entity[] = [];
  const others: Entity[] = [];
  for (const group of entityGroups(entities).values()) {
    const { entity } = group;
    if (nothingTyped && (anybody || isSurely(group, mentionWords))) {
      sure.push(entity);
      continue;
    }
    const shared = nothingTyped ? sharedWords(group, words) : 0;
    const rank = !nothingTyped ? entityFit(group, typed) : shared > 0 ? -shared : null;
    const isLikely = nothingTyped && shared === words.size;
    if (rank !== null) fitting.push({ entity, rank, isLikely });
    else if (nothingTyped) others.push(entity);
  }
  const byName = (a: Entity, b: Entity): number => a.name.localeCompare(b.name, "en");
  const best = fitting.sort((a, b) => a.rank - b.rank || byName(a.entity, b.entity)).slice(0, limit);
  return {
    sure: sure.sort(byName).slice(0, limit),
    fitting: best.map(({ entity }) => entity),
    likely: best.filter(({ isLikely }) => isLikely).map(({ entity }) => entity),
    others: others.sort(byName).slice(0, limit),
  };
}

// Finds whom a mention is linked with when nobody is searched for: the first one that is offered, where that is plain.

/** An entity that the words of a mention would become: its full name, where the article has it, without the office before it. */
type NewEntity = Pick<SuggestedEntity, "name" | "type" | "naming">;

/** `known`: an entity of the registry; otherwise the mention becomes one of this name. `values`: what is known of it beside its words. */
export type FirstEntity =
  | { readonly known: Entity; readonly name: string }
  | { readonly known: null; readonly name: string; readonly values: NewEntity | null };

/** What the article says of an entity that a mention would become; `null` where its words are no name, or apart from each other. */
export function newEntityOf(text: ArticleText, { segments }: Span): NewEntity | null {
  const [segment, ...more] = segments;
  const named = segment && more.length === 0 ? namedIn(text, segment) : null;
  return named && { name: named.name, type: named.type, naming: named.naming };
}

/** An article as far as it tells whom its words mean. */
type ArticleWithPeople = Pick<Session, "text" | "suggested" | "annotations">;

/** Whom the words at a place mean; `null` where nothing tells. */
export const meantAt = (session: ArticleWithPeople, range: Range): ResolvedMention | null =>
  resolveMention(session.text, session.suggested.get().people, session.annotations(), range);

/**
 * The first ones that are offered for a mention: whom it means, or all of whom any may be meant; empty where nobody is more likely than
 * another, as for a pronoun of which nothing is known.
 */
export function firstEntitiesFor(session: ArticleWithPeople, mention: Span): readonly FirstEntity[] {
  const words = spanText(mention);
  const [segment, ...more] = mention.segments;
  const meant = segment && more.length === 0 ? meantAt(session, segment) : null;
  const those = meant?.known ? [meant.known] : (meant?.candidates ?? []);
  if (those.length > 0) return those.map(asFirst);
  if (isPronoun(words)) return [];
  const named = entitiesNamedBy(session.annotations().entities, words);
  if (named.length > 0) return named.length > 1 ? [] : named.map(asFirst);
  const values = newEntityOf(session.text, mention);
  return [{ known: null, name: values?.name ?? words, values }];
}

const asFirst = (known: Entity): FirstEntity => ({ known, name: known.name });

// Names that are spelt in several ways: how near a name comes to what is typed when accents, case, punctuation, doubled
// letters, the usual transliterations and a slip or two do not count.

/** What different transliterations write for the same sound. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/sch|sh/gu, "s"],
  [/tch|ch/gu, "c"],
  [/kh/gu, "h"],
  [/gh/gu, "g"],
  [/zh/gu, "z"],
  [/ph/gu, "f"],
  [/th/gu, "t"],
  [/dh/gu, "d"],
  [/ck|q|c(?![eiy])/gu, "k"],
  [/x/gu, "ks"],
  [/w/gu, "v"],
  [/ou|oo/gu, "u"],
  [/ee|ie|yi|iy|ij|y|j/gu, "i"],
  [/(.)\1+/gu, "$1"],
];

const spellingWords = (text: string): readonly string[] =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

const sound = (word: string): string => sounds.reduce((rest, [from, to]) => rest.replace(from, to), word);

const soundsByName = new Map<string, readonly string[]>();
/** How many names are remembered by their sound. */
const most = 20_000;

function soundsOf(text: string): readonly string[] {
  const cachedSounds = soundsByName.get(text);
  if (cachedSounds) return cachedSounds;
  if (soundsByName.size > most) soundsByName.clear();
  const nameSounds = spellingWords(text).map(sound);
  soundsByName.set(text, nameSounds);
  return nameSounds;
}

/** Letters that may differ in a word of this many. */
const slips = (length: number): number => (length >= 7 ? 2 : length >= 4 ? 1 : 0);

/**
 * How far a name is from what is typed, in letters that differ, each word of what is typed held against the nearest of the
 * name: 0 for another spelling of the same; `null` when it is too far to be the same.
 */
export function spellingDistance(name: string, typed: string): number | null {
  const words = soundsOf(name);
  const typedWords = soundsOf(typed);
  if (typedWords.length === 0 || typedWords.length > words.length) return null;
  let sum = 0;
  for (const word of typedWords) {
    const nearest = Math.min(...words.map((one) => distance(one, word)));
    if (nearest > slips(word.length)) return null;
    sum += nearest;
  }
  return sum;
}
