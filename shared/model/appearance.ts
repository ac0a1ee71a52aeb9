// The role in which a source appears in an article, as one annotator sees it. It belongs to the article and not to the entity: a minister
// is official in one, and an expert whom the newsroom chose in another.
import { type Entity, entityBehind } from "./entity.ts";
import { type Id, idFromText } from "./id.ts";
import { get, has, records, type Table } from "./table.ts";

/**
 * `chosen`: the newsroom could have asked somebody else, such as an expert or a passer-by; `newsmaker`: what they did or what befell them is
 * the news; `official`: speaks for an office, an authority or a company.
 */
export const appearanceRoles = ["chosen", "newsmaker", "official"] as const;
export type AppearanceRole = (typeof appearanceRoles)[number];

/** One at most for each entity of a set. It says something as long as the set mentions the entity. */
export interface Appearance {
  /** That of `appearanceId`, so that two machines enter one record and no two. */
  readonly id: Id;
  readonly entity: Id;
  readonly role: AppearanceRole;
}

/** What of a set tells roles: what it says, and all that its spans mention. */
interface RoleTables {
  readonly appearances: Table<Appearance>;
  readonly uses: Table<{ readonly id: Id; readonly by: readonly Id[] }>;
  readonly spans: Table<{ readonly id: Id }>;
}

/** The id of what a set says of the appearance of an entity. */
export const appearanceId = (entity: Id): Id => idFromText(`appearance\n${entity}`);

/**
 * The roles of a set by the entity that counts after merges: what is said of that one itself, else of those merged into it, where all say the
 * same. Nothing is known of any other.
 */
export function rolesIn(tables: RoleTables, entities: Table<Entity>): ReadonlyMap<Id, AppearanceRole> {
  const mentioned = [...records(tables.appearances)].filter(({ entity }) => isMentioned(tables, entity));
  return rolesAmong(mentioned, entities);
}

/** Whether a span of the set points to the entity. That a claim is about it is no mention. */
export const isMentioned = ({ uses, spans }: Pick<RoleTables, "uses" | "spans">, entity: Id): boolean =>
  get(uses, entity)?.by.some((id) => has(spans, id)) ?? false;

/** The same of appearances of entities that are mentioned. */
export function rolesAmong(
  mentioned: readonly Pick<Appearance, "entity" | "role">[],
  entities: Table<Entity>,
): ReadonlyMap<Id, AppearanceRole> {
  const saidOf = new Map<Id, { own?: AppearanceRole; readonly merged: Set<AppearanceRole> }>();
  for (const { entity, role } of mentioned) {
    const id = entityBehind(entities, entity)?.id;
    if (id === undefined) continue;
    const said = saidOf.get(id) ?? { merged: new Set() };
    if (id === entity) said.own = role;
    else said.merged.add(role);
    saidOf.set(id, said);
  }
  return new Map(
    [...saidOf].flatMap(([id, { own, merged }]) => {
      const [first, ...others] = merged;
      const role = own ?? (others.length === 0 ? first : undefined);
      return role === undefined ? [] : [[id, role]];
    }),
  );
}

/** What one record says of an entity, whether it counts or not. */
export const appearanceOf = (
  { appearances }: Pick<RoleTables, "appearances">,
  entity: Id,
): Appearance | undefined => get(appearances, appearanceId(entity));
