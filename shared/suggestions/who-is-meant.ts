// Which entity of the registry a proposed voice is: the one that a mention of the same person is linked to already, or the one
// that has the name.
import type { AnnotationSet } from "../model/annotation-set.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { overlaps, type Range } from "../model/range.ts";
import { records, type Table } from "../model/table.ts";
import type { SuggestedEntity } from "./entities.ts";

/** Somebody of the article, and the entity that they are; `null`: they would be a new one. */
export interface MeantEntity {
  readonly known: Entity | null;
  readonly suggested: SuggestedEntity;
}

/** For each of the people, in their order. */
export function whoIsMeant(
  people: readonly SuggestedEntity[],
  { set, entities }: { readonly set: AnnotationSet; readonly entities: Table<Entity> },
  text: string,
): readonly MeantEntity[] {
  const linked: { readonly range: Range; readonly entity: Id }[] = [];
  for (const span of records(set.spans)) {
    if (span.entity === undefined) continue;
    for (const range of span.segments) linked.push({ range, entity: span.entity });
  }
  linked.sort((a, b) => a.range.start - b.range.start);
  const byName = namesOf(entities);
  return people.map((suggested) => {
    const mentioned = suggested.mentions.flatMap(({ range }) => linkedAt(linked, range) ?? []);
    const names = [
      suggested.name,
      ...suggested.mentions
        .filter(({ reason }) => reason === "first" || reason === "same-words" || reason === "same-name")
        .map(({ range }) => text.slice(range.start, range.end)),
    ];
    const [found] = [
      ...mentioned.flatMap((id) => entityBehind(entities, id) ?? []),
      ...(suggested.naming === "named" ? names.flatMap((name) => byName.get(name.toLowerCase()) ?? []) : []),
    ];
    return { suggested, known: found ?? null };
  });
}

function linkedAt(
  linked: readonly { readonly range: Range; readonly entity: Id }[],
  range: Range,
): Id | undefined {
  let [low, high] = [0, linked.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((linked[middle]?.range.start ?? 0) < range.start - 400) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < linked.length; at += 1) {
    const one = linked[at];
    if (!one || one.range.start >= range.end) return undefined;
    if (overlaps(one.range, range)) return one.entity;
  }
  return undefined;
}

/** By name or alias in lower case; a name that several have tells nothing. */
function namesOf(entities: Table<Entity>): ReadonlyMap<string, Entity> {
  const found = new Map<string, Entity | null>();
  for (const entity of records(entities)) {
    const behind = entityBehind(entities, entity.id);
    if (!behind) continue;
    for (const name of [entity.name, ...entity.aliases]) {
      const lower = name.toLowerCase();
      const before = found.get(lower);
      found.set(lower, before === undefined || before?.id === behind.id ? behind : null);
    }
  }
  return new Map([...found].flatMap(([name, entity]) => (entity ? [[name, entity] as const] : [])));
}
