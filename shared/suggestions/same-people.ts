// Who may be the same under another name: another spelling, a last name alone, first letters. Compares only names that end alike.
import type { EntityType } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { isAcronym, isSpellingOf, sharesName } from "./entity-groups.ts";

export type Likeness = "spelling" | "same-name" | "acronym";

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
