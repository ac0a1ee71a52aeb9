// In what the spans of one group differ: who has it, its edges, its type, and whom a mention is of.
import { type Entity, entityBehind } from "../model/entity.ts";
import { get, type Table } from "../model/table.ts";
import type { AlignedUnits } from "./align.ts";
import type { CompareOptions, ReviewedSet } from "./comparison.ts";
import { bySize, classesOf, type Difference, differs } from "./difference.ts";
import { trimmedBy } from "./policies/index.ts";
import { samePlace } from "./ranges.ts";
import type { SpanUnit } from "./review-unit.ts";

/** The smallest first. */
export function spanDifferences(
  units: AlignedUnits<SpanUnit>,
  sets: readonly ReviewedSet[],
  { article, policies }: CompareOptions,
): readonly Difference[] {
  const spans = units.map((unit) => unit?.span);
  const edges = units.map((unit) => unit?.ranges);
  const trimmed = edges.map((ranges) => ranges && trimmedBy(policies, article.text, ranges));
  const entities = units.map((unit, at) => unit && mentioned(unit, sets[at]?.entities));
  return [
    ...missingDifference(units),
    ...differenceIn("edges", classesOf(edges, samePlace), edges, !differs(classesOf(trimmed, samePlace))),
    ...differenceIn(
      "type",
      classesOf(spans, (a, b) => a.type === b.type),
      spans.map((span) => span?.type),
    ),
    ...differenceIn(
      "entity",
      classesOf(
        entities.map((one) => one ?? undefined),
        sameEntity,
      ),
      entities.map((one) => one?.id ?? null),
    ),
  ].sort(bySize);
}

/** The difference that not everybody has the unit. */
export function missingDifference(units: AlignedUnits<unknown>): Difference[] {
  if (!units.includes(null)) return [];
  return [
    {
      aspect: "missing",
      classes: units.map((unit) => (unit === null ? 1 : 0)),
      said: units.map((unit) => unit !== null),
      isPassed: false,
    },
  ];
}

/** A difference, where there is one. */
export function differenceIn(
  aspect: Difference["aspect"],
  classes: Difference["classes"],
  said: readonly (Difference["said"][number] | undefined)[],
  isPassed = false,
): Difference[] {
  return differs(classes) ? [{ aspect, classes, said: said.map((one) => one ?? null), isPassed }] : [];
}

/** Whom a mention is of: an entity, by its id alone where the registry lacks it, or nobody yet. */
interface Mentioned {
  readonly id: string | null;
  readonly entity?: Entity;
  readonly registry?: Table<Entity>;
}

function mentioned({ span }: SpanUnit, registry: Table<Entity> | undefined): Mentioned {
  if (span.entity === undefined || !registry) return { id: span.entity ?? null };
  const entity = entityBehind(registry, span.entity);
  return entity ? { id: entity.id, entity, registry } : { id: span.entity };
}

/** Registries that grew apart have other ids for the same: there the id elsewhere decides, or the name. */
function sameEntity(a: Mentioned, b: Mentioned): boolean {
  if (a.id === b.id) return true;
  if (!a.entity || !b.entity || !a.registry || !b.registry) return false;
  if (get(a.registry, b.entity.id) || get(b.registry, a.entity.id)) return false;
  if (a.entity.externalId !== undefined && b.entity.externalId !== undefined)
    return a.entity.externalId === b.entity.externalId;
  return a.entity.type === b.entity.type && a.entity.name.toLowerCase() === b.entity.name.toLowerCase();
}
