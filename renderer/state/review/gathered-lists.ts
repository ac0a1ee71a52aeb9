// The rows of the lists over the project, in their order. Pure.
import type { GatheredPeople, MissedInProject, PlacedMiss } from "../../../shared/api/contract.ts";
import type { EntityType, Naming } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { SuggestedPerson } from "../../../shared/suggestions/project-people.ts";

export interface PeopleQuery {
  readonly typed: string;
  readonly naming: Naming | null;
  readonly type: EntityType | null;
}

export const everybody: PeopleQuery = { typed: "", naming: null, type: null };

export function listPeople(
  found: GatheredPeople | null,
  { typed, naming, type }: PeopleQuery,
): readonly SuggestedPerson[] {
  const parts = typed.toLocaleLowerCase().split(/\s+/u);
  return (found?.people ?? []).filter((one) => {
    if (naming !== null && one.naming !== naming) return false;
    if (type !== null && one.type !== type) return false;
    const names = [one.name, ...one.aliases, one.role ?? ""].join(" ").toLocaleLowerCase();
    return parts.every((part) => names.includes(part));
  });
}

/** Something that may be missed, with its article. */
export interface ListedMiss extends PlacedMiss {
  readonly article: Id;
  readonly key: string;
}

/** `only`: the one article that is meant; `null`: all. */
export function listMissed(found: MissedInProject | null, only: Id | null): readonly ListedMiss[] {
  return (found?.articles ?? [])
    .filter(({ article }) => only === null || article === only)
    .flatMap(({ article, missed }) =>
      missed.map((one) => ({ ...one, article, key: `${article} ${one.kind} ${one.segment.start}` })),
    );
}

/** The item after the one of this key, or before it at the end; `null` where there is no other. */
export function nextOf<T extends { readonly key: string }>(all: readonly T[], key: string | null): T | null {
  const at = all.findIndex((one) => one.key === key);
  return all[at + 1] ?? (at > 0 ? (all[at - 1] ?? null) : null);
}
