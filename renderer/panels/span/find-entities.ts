// Finds entities of the registry by what is typed: names first, then aliases; beginnings before middles.
import { isPronoun } from "../../../shared/commands/entity-names.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { records, type Table } from "../../../shared/model/table.ts";

/** Lower case without accents, so that "sanchez" finds "Sánchez". */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();

/** How well one of an entity's names fits: 0 the name itself, then ever worse; `null` not at all. */
function nameFit(name: string, typed: string): number | null {
  const whole = folded(name);
  if (whole === typed) return 0;
  if (whole.startsWith(typed)) return 1;
  if (whole.split(/[\s\p{Punctuation}]+/u).some((word) => word.startsWith(typed))) return 2;
  return whole.includes(typed) ? 3 : null;
}

function bestFit(entity: Entity, typed: string): number | null {
  const own = nameFit(entity.name, typed);
  const others = entity.aliases.flatMap((alias) => nameFit(alias, typed) ?? []);
  const best = Math.min(own ?? Number.POSITIVE_INFINITY, ...others.map((value) => value + 0.5));
  return Number.isFinite(best) ? best : null;
}

/** Words that tell nothing about who is meant. */
const commonWords = new Set(["the", "of", "and", "for", "his", "her", "its", "their", "who", "said"]);

const tellingWords = (text: string): ReadonlySet<string> =>
  new Set(
    folded(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !commonWords.has(word)),
  );

/** The number of words that a mention shares with an entity's names. */
function sharedWords(entity: Entity, mention: ReadonlySet<string>): number {
  const words = new Set(
    [entity.name, ...entity.aliases].flatMap((name) => folded(name).split(/[^\p{L}\p{N}]+/u)),
  );
  return [...words].filter((word) => mention.has(word)).length;
}

export interface FoundEntities {
  /** Those that fit what is typed, or, with nothing typed, share words with the mention. */
  readonly fitting: readonly Entity[];
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
  const query = folded(typed.trim());
  const words = tellingWords(mention);
  // A pronoun says nothing of whom it means, and is hardly ever somebody new.
  const anybody = isPronoun(mention);
  const fitting: { readonly entity: Entity; readonly rank: number }[] = [];
  const others: Entity[] = [];
  for (const entity of records(entities)) {
    const shared = sharedWords(entity, words);
    const rank = query !== "" ? bestFit(entity, query) : shared > 0 || anybody ? -shared : null;
    if (rank !== null) fitting.push({ entity, rank });
    else if (query === "") others.push(entity);
  }
  const byName = (a: Entity, b: Entity): number => a.name.localeCompare(b.name, "en");
  return {
    fitting: fitting
      .sort((a, b) => a.rank - b.rank || byName(a.entity, b.entity))
      .slice(0, limit)
      .map(({ entity }) => entity),
    others: others.sort(byName).slice(0, limit),
  };
}
