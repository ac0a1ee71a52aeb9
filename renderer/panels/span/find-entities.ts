// Finds entities of the registry by what is typed: names first, then aliases; beginnings before middles.
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

/** True when a mention shares a word with an entity's names, so that it may well mean it. */
export const mayMean = (mention: string, entity: Entity): boolean =>
  sharedWords(entity, tellingWords(mention)) > 0;

/** The number of words that a mention shares with an entity's names. */
function sharedWords(entity: Entity, mention: ReadonlySet<string>): number {
  const words = new Set(
    [entity.name, ...entity.aliases].flatMap((name) => folded(name).split(/[^\p{L}\p{N}]+/u)),
  );
  return [...words].filter((word) => mention.has(word)).length;
}

/**
 * The entities for what is typed, best first; with nothing typed, those that share words with the mention come first,
 * then all by name.
 */
export function findEntities(
  entities: Table<Entity>,
  typed: string,
  mention: string,
  limit = 50,
): readonly Entity[] {
  const query = folded(typed.trim());
  const byName = (a: Entity, b: Entity): number => a.name.localeCompare(b.name, "en");
  const words = tellingWords(mention);
  const ranked = [...records(entities)].flatMap((entity) => {
    const rank = query === "" ? -sharedWords(entity, words) : bestFit(entity, query);
    return rank === null ? [] : [{ entity, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || byName(a.entity, b.entity))
    .slice(0, limit)
    .map(({ entity }) => entity);
}
