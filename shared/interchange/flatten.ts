// From our articles, sets and entities to standoffs: a span becomes a span; a card an anchor, labelled `attribution`, on the
// words of its claim, with a relation a slot; an exclusion a span of that label. `build-sets.ts` leads back.
import type { ExportBundle, ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Article } from "../model/article.ts";
import { type Attribution, spansOf } from "../model/attribution.ts";
import { aboutOf } from "../model/card-about.ts";
import { type Entity, entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { orphanQuote } from "../model/orphan.ts";
import type { Provenance } from "../model/provenance.ts";
import { type Span, spanText } from "../model/span.ts";
import { get, type Table, tableOf } from "../model/table.ts";
import { type Loss, type LossCount, lossCount } from "./capabilities.ts";
import {
  attributionLabel,
  exclusionLabel,
  flagPrefix,
  labelOfType,
  nameOfField,
  valueNames,
  viaPrefix,
  withinLabel,
} from "./labels.ts";
import type { MarkProvenance } from "./provenance-value.ts";
import type { NamedValue, Standoff, StandoffRelation, StandoffSpan } from "./standoff.ts";
import { remarkLines } from "./table-of-remarks.ts";

interface Flattened {
  /** In the order of the articles and their sets; an article without a set has one without an annotator. */
  readonly documents: readonly Standoff[];
  /** What no standoff holds. */
  readonly losses: readonly Loss[];
}

export function flatten(bundle: ExportBundle): Flattened {
  const count = lossCount();
  const documents = bundle.articles.flatMap(flattening(bundle, count));
  return { documents, losses: count.losses() };
}

/** The same an article at a time: its standoffs, with what no standoff holds counted. */
export function flattening(
  head: ExportHead,
  count: LossCount,
): (exported: ExportedArticle) => readonly Standoff[] {
  const context: FlattenContext = {
    names: new Map(head.annotators.map(({ id, name }) => [id, name])),
    entities: tableOf(head.entities),
    count,
    countFields: fieldsCount(count),
  };
  return (exported) => {
    if (exported.sets.length === 0) return [plain(exported)];
    return exported.sets.map((set) => withSet(exported, set, context));
  };
}

interface FlattenContext {
  readonly names: ReadonlyMap<Id, string>;
  readonly entities: Table<Entity>;
  readonly count: LossCount;
  readonly countFields: (entity: Entity) => void;
}

/** Counts what was entered in the project's own fields of entities, of each of them once. */
export function fieldsCount(count: LossCount): (entity: Entity) => void {
  const counted = new Set<Id>();
  return ({ id, name, fields = {} }) => {
    if (!counted.has(id)) count.add("entity-fields", name, Object.keys(fields).length);
    counted.add(id);
  };
}

function plain({ article, text }: ExportedArticle): Standoff {
  const { id, title, about = [], tags = [], metadata, original } = article;
  return {
    ...{ article: id, title, text, annotator: null, spans: [], relations: [] },
    ...(about.length > 0 && { about }),
    ...(tags.length > 0 && { tags }),
    ...(metadata.length > 0 && { metadata }),
    ...(original && { original: original.fileName }),
  };
}

function withSet(exported: ExportedArticle, set: AnnotationSetJson, known: FlattenContext): Standoff {
  const { names, count } = known;
  const made = provenanceFor(set, names);
  const spans = new Map(set.spans.map((span) => [span.id, span]));
  const anchors = set.attributions.flatMap((card) =>
    anchorOf(card, { spans, made, count, entities: known.entities }),
  );
  const anchored = new Set(anchors.map(({ id }) => id));
  for (const orphan of set.orphans ?? []) count.add("orphans", orphanQuote(orphan));
  const remarks = remarkLines(exported, set, names);
  const mentioned = new Map(
    set.spans.flatMap((span) => entityOf(span, known) ?? []).map((one) => [one.id, one]),
  );
  for (const card of set.attributions)
    for (const id of card.about ?? []) {
      const entity = entityBehind(known.entities, id);
      if (!entity) count.add("values", id);
      else if (entity.id !== id) count.add("merged-entities", id);
    }
  const spokenOf = set.attributions.flatMap((card) => aboutOf(card, known.entities));
  for (const entity of [...mentioned.values(), ...spokenOf]) known.countFields(entity);
  // Of one whom nothing mentions, a card has the name and the type and nothing else.
  for (const entity of new Set(spokenOf)) if (!mentioned.has(entity.id)) countDetails(entity, count);
  return {
    ...plain(exported),
    ...(mentioned.size > 0 && {
      entities: Array.from(mentioned.values(), ({ mergedInto: _of, fields: _lost, ...entity }) => entity),
    }),
    ...(remarks.length > 0 && { remarks }),
    annotator: names.get(set.annotatorId) ?? null,
    spans: [
      ...set.spans.map((span) => ({
        id: span.id,
        label: labelOfType(span.type),
        segments: rangesOf(span),
        values: entityValues(span, known),
        provenance: made(span.provenance),
      })),
      ...set.exclusions.map(({ id, segment, reason }) => ({
        id,
        label: exclusionLabel,
        segments: [{ start: segment.start, end: segment.end }],
        values: named([valueNames.reason, reason]),
      })),
      ...anchors,
    ],
    relations: set.attributions.flatMap((card) =>
      anchored.has(card.id) ? relationsOf(card, spans, anchored, count) : [],
    ),
  };
}

/** Who made something is said where that is not the annotator of its set. */
const provenanceFor =
  ({ annotatorId }: AnnotationSetJson, names: ReadonlyMap<Id, string>) =>
  ({ annotator, ...rest }: Provenance): MarkProvenance => ({
    ...rest,
    ...(annotator !== annotatorId && { by: names.get(annotator) ?? annotator }),
  });

const rangesOf = ({ segments }: Span) => segments.map(({ start, end }) => ({ start, end }));

/** What is known of an article beside its title. */
export function countFacts(
  {
    title,
    metadata = [],
    about = [],
    tags = [],
    original,
  }: Pick<Article, "title"> &
    Partial<Pick<Article, "metadata" | "about" | "tags"> & { readonly original: unknown }>,
  count: LossCount,
): void {
  count.add("metadata", title, metadata.length + about.length + tags.length + (original ? 1 : 0));
}

/** What formats without a place for it lose of a set: what was said of it or beside it, and what waits for its place. */
export function countBeside(set: AnnotationSetJson, count: LossCount): void {
  count.add("remarks", undefined, remarksIn(set));
  for (const orphan of set.orphans ?? []) count.add("orphans", orphanQuote(orphan));
}

/** What the annotator said of the set or beside it, whatever tables later versions add. */
function remarksIn({
  articleId,
  annotatorId,
  textHash,
  spans,
  attributions,
  exclusions,
  progress,
  orphans: _orphans,
  ...tables
}: AnnotationSetJson): number {
  return (
    (progress ? 1 : 0) +
    Object.values(tables).reduce((sum, table) => sum + (Array.isArray(table) ? table.length : 0), 0)
  );
}

interface Anchoring {
  readonly spans: ReadonlyMap<Id, Span>;
  readonly made: (provenance: Provenance) => MarkProvenance;
  readonly count: LossCount;
  readonly entities: Table<Entity>;
}

function anchorOf(card: Attribution, { spans, made, count, entities }: Anchoring): StandoffSpan[] {
  const at = [card.claim, card.cue, ...spansOf(card)].flatMap((id) =>
    id === null ? [] : (spans.get(id) ?? []),
  )[0];
  if (!at) {
    count.add("empty-cards", card.note);
    return [];
  }
  return [
    {
      ...{ id: card.id, label: attributionLabel, segments: rangesOf(at) },
      ...{ values: cardValues(card, entities), provenance: made(card.provenance) },
    },
  ];
}

function cardValues(card: Attribution, entities: Table<Entity>): NamedValue[] {
  const about = aboutOf(card, entities);
  return named(
    ...Object.keys(card.fields)
      .sort()
      .map((field) => [nameOfField(field), textOf(card.fields[field])] as const),
    [valueNames.kind, card.kind ?? ""],
    [valueNames.about, about.map(nameOnALine).join("\n")],
    [valueNames.aboutType, about.map(({ type }) => type).join("\n")],
    [valueNames.aboutKey, about.map(({ id }) => id).join("\n")],
    [valueNames.note, card.note],
    ...card.flags.map((flag) => [`${flagPrefix}${flag}`, "true"] as const),
  );
}

const nameOnALine = ({ name }: Entity): string => name.replace(/\s+/gu, " ").trim();

const textOf = (value: string | boolean | null | undefined): string => String(value ?? "");

/** Those that say something. */
function named(...values: readonly (readonly [name: string, value: string])[]): NamedValue[] {
  const once = new Map(values.filter(([, value]) => value !== ""));
  return Array.from(once, ([name, value]) => ({ name, value }));
}

function relationsOf(
  card: Attribution,
  spans: ReadonlyMap<Id, Span>,
  anchored: ReadonlySet<Id>,
  count: LossCount,
): StandoffRelation[] {
  if (card.within !== null && !anchored.has(card.within)) count.add("relations", withinLabel);
  const to = (label: string, id: Id | null, known: { has(id: Id): boolean } = spans): StandoffRelation[] =>
    id !== null && known.has(id) ? [{ label, from: card.id, to: id }] : [];
  return [
    ...card.voice.flatMap((id) => to("voice", id)),
    ...to("cue", card.cue),
    ...to("claim", card.claim),
    ...card.via.flatMap(({ span, role }) => to(`${viaPrefix}${role}`, span)),
    ...to(withinLabel, card.within, anchored),
  ];
}

function entityOf({ entity }: Span, { entities }: FlattenContext): Entity | undefined {
  return entity === undefined ? undefined : (entityBehind(entities, entity) ?? get(entities, entity));
}

function entityValues(span: Span, known: FlattenContext): NamedValue[] {
  const entity = entityOf(span, known);
  if (!entity) return [];
  if (entity.id !== span.entity) known.count.add("merged-entities", spanText(span));
  return named(
    [valueNames.entity, entity.name],
    [valueNames.entityType, entity.type],
    [valueNames.entityKey, entity.id],
  );
}

/** What is known of an entity beside its name and type. */
export function countDetails(
  { name, naming, aliases, role, affiliation, anonymity, externalId }: Omit<Entity, "mergedInto" | "fields">,
  count: LossCount,
): void {
  const more = [role, affiliation, anonymity, externalId].some((one) => one !== undefined);
  if (naming !== "named" || aliases.length > 0 || more) count.add("entity-details", name);
}
