// An article's part of the lists over a whole project: who speaks in it, and what may be missed in it, with the words, so that nobody needs
// its text again.
import type { EntityType, Naming } from "../model/entity.ts";
import { type ArticleLanguage, languageOf } from "../model/language.ts";
import type { Range } from "../model/range.ts";
import { type Selector, selectorOf } from "../model/selector.ts";
import { isSomebody, type SuggestedEntity } from "./entities.ts";
import type { MentionReason } from "./entity-groups.ts";
import type { Missed } from "./missed.ts";
import type { OwnWords } from "./own-words.ts";
import { namesOf } from "./read-mention.ts";
import { suggestCards } from "./suggest-cards.ts";

/** A mention where it stands, and why it is taken for this one's. */
export interface GatheredMention {
  readonly segment: Selector;
  readonly reason: MentionReason;
  /** The words before it that it goes on from; empty where there are none. */
  readonly before: string;
  /** Where they stand, in UTF-16 code units. */
  readonly antecedent: Range | null;
}

/** Who they are as far as one article tells. */
export interface GatheredPerson {
  readonly name: string;
  readonly type: EntityType;
  readonly naming: Naming;
  readonly aliases: readonly string[];
  readonly role: string | null;
  /** How many an unnamed source is. */
  readonly number: number | null;
  readonly anonymity: { readonly terms: string; readonly reason: string; readonly segment: Selector } | null;
  /** In reading order; at least one. */
  readonly mentions: readonly GatheredMention[];
}

/** Something that may be missed, with its words. */
export interface GatheredMiss extends Omit<Missed, "range" | "inClaim"> {
  readonly segment: Selector;
}

export interface GatheredArticle {
  readonly people: readonly GatheredPerson[];
  readonly missed: readonly GatheredMiss[];
}

/** Linear in the length of the text; never throws. */
export function gatherArticle(
  text: string,
  own: OwnWords,
  language: ArticleLanguage | null = languageOf(text),
): GatheredArticle {
  const { people, missed } = suggestCards(text, own, [], language);
  return {
    people: people.filter(isSomebody).map((one) => personIn(text, one)),
    missed: missed.map(({ kind, range, likely, stretch }) => ({
      kind,
      likely,
      stretch,
      segment: selectorOf(text, range),
    })),
  };
}

const longestAlias = 5;

/** The words of a mention without what hangs on them, such as ", who asked not to be named". */
const coreOf = (written: string): string =>
  (written.replace(/\([^)]*\)/gu, " ").split(/,|;|\s(?:who|which|that)\s/u)[0] ?? "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^(?:the|an?)\s/iu, "")
    .replace(/(?:['’]s|(?<=s)['’])$/iu, "");

/** The words by which an entity may be called elsewhere; `null` for those of this article alone, and for two names in one. */
function aliasIn(written: string, naming: Naming): string | null {
  const plain = coreOf(written);
  if (plain === "" || plain.split(" ").length > longestAlias || /\sand\s/u.test(plain)) return null;
  return naming === "named" && namesOf(plain).length === 0 ? null : plain;
}

function personIn(text: string, person: SuggestedEntity): GatheredPerson {
  const words = ({ start, end }: Range): string => text.slice(start, end);
  const { type, naming, aliases, role, number, anonymity, mentions } = person;
  const name = naming === "named" ? person.name : coreOf(person.name) || person.name;
  return {
    name,
    type,
    naming,
    aliases: [...new Set(aliases.flatMap((alias) => aliasIn(alias, naming) ?? []))].filter(
      (alias) => alias.toLowerCase() !== name.toLowerCase(),
    ),
    role,
    number,
    anonymity: anonymity && {
      terms: anonymity.terms,
      reason: anonymity.reason,
      segment: selectorOf(text, anonymity.range),
    },
    mentions: mentions.map(({ range, reason, antecedent }) => ({
      segment: selectorOf(text, range),
      reason,
      before: antecedent ? words(antecedent) : "",
      antecedent,
    })),
  };
}
