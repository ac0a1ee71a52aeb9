// From standoffs in our labels to articles, sets and entities: what `flatten.ts` made is put together again, and what another
// tool tied by single relations becomes cards. What cannot be placed is rejected with its reason, and nothing else is.
import type { ExportedArticle } from "../annotated-json/bundle.ts";
import type { HashOf } from "../annotated-json/checks.ts";
import { type FileFinding, type WhyLeft, wrong } from "../files/finding.ts";
import { recogniseMetadata } from "../importers/recognise-metadata.ts";
import { type AnnotationSetJson, setFromJson, setToJson } from "../model/annotation-set.ts";
import type { ArticleFact } from "../model/article.ts";
import { tidyTags } from "../model/article-about.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Entity } from "../model/entity.ts";
import type { Exclusion } from "../model/exclusion.ts";
import type { Id, NewId, Now } from "../model/id.ts";
import type { Progress } from "../model/progress.ts";
import type { Annotator } from "../model/project.ts";
import type { Provenance } from "../model/provenance.ts";
import type { Range } from "../model/range.ts";
import type { Remark } from "../model/remark.ts";
import { selectorOf } from "../model/selector.ts";
import { type Span, spanText } from "../model/span.ts";
import { type SpanType, spanTypeOf, type Tagset } from "../model/tagset.ts";
import { limits } from "../schema/limits.ts";
import { type Message, message } from "../words/message.ts";
import { cardsOf, ofEntities } from "./build-cards.ts";
import { type EntityBook, type EntityPlace, entityBook } from "./entity-book.ts";
import { attributionLabel, exclusionLabel, typeOfLabel, valueNames } from "./labels.ts";
import { provenanceIn, provenanceValue } from "./provenance-value.ts";
import {
  fileOf,
  type NamedValue,
  namedValue,
  type Standoff,
  type StandoffEntity,
  type StandoffSpan,
  singleValues,
  wordsOfSpan,
} from "./standoff.ts";

interface BuildContext {
  readonly tagset: Tagset;
  readonly newId: NewId;
  readonly now: Now;
  readonly hashOf: HashOf;
  /** Where it comes from, for the provenance: a format's id. */
  readonly from: string;
  /** What an annotator is called whom the files do not name. */
  readonly unnamed: string;
  /** Whom the project knows. */
  readonly registry?: readonly Entity[];
  /** The id of the annotator of this name, where it is not to be a new one. */
  readonly annotatorId?: (name: string, isCurated: boolean) => Id;
  /** The id of an article or an entity of which the files say this, where it is not to be a new one. */
  readonly idOf?: (what: "article" | "entity", said: string) => Id;
}

/** What was built so far, but for the articles themselves. */
interface BuiltAround {
  readonly annotators: readonly Annotator[];
  readonly entities: readonly Entity[];
  /** Those of them that the project knew by their names. */
  readonly met: readonly Entity[];
  /** Spans, exclusions and cards that were made. */
  readonly accepted: number;
  /** One for each that was not, or not whole. */
  readonly rejected: readonly FileFinding[];
}

interface Building {
  /** The article of these standoffs, which are all that there are of it. */
  article(group: readonly [Standoff, ...Standoff[]]): ExportedArticle;
  around(): BuiltAround;
}

/** Builds sets an article at a time: only people and entities, who go through all of them, are kept. */
export function startBuilding(context: BuildContext): Building {
  const annotators = new Map<string, Annotator>();
  const annotatorCalled = (name: string, isCurated = false): Annotator => {
    const key = JSON.stringify([name, isCurated]);
    const known = annotators.get(key) ?? {
      ...{ id: context.annotatorId?.(name, isCurated) ?? context.newId(), name },
      ...(isCurated && { kind: "curation" as const }),
    };
    annotators.set(key, known);
    return known;
  };
  const idOf = (what: "article" | "entity", said: string): Id =>
    context.idOf?.(what, said) ?? context.newId();
  const entities = entityBook((said) => idOf("entity", said), context.registry);
  const rejected: FileFinding[] = [];
  let accepted = 0;
  const article: Building["article"] = (group) => {
    const [{ text, title, article: name }] = group;
    const textHash = context.hashOf(text);
    const id = idOf("article", JSON.stringify([name, textHash]));
    const sets = new Map<Id, AnnotationSetJson>();
    for (const document of group) {
      if (document.spans.length === 0 && document.annotator === null) continue;
      const annotator = annotatorCalled(document.annotator ?? context.unnamed, document.isCurated);
      const earlierSet = sets.get(annotator.id);
      const place = { context, entities, annotator, rejected };
      const newSet = setOf(document, { articleId: id, textHash }, place);
      accepted += newSet.spans.length + newSet.attributions.length + newSet.exclusions.length;
      sets.set(annotator.id, earlierSet ? together(earlierSet, newSet) : newSet);
    }
    const metadata = group.find((one) => one.metadata)?.metadata ?? recogniseMetadata(text);
    const about = factsOf(group);
    const tags = tidyTags(group.flatMap((one) => one.tags ?? []));
    const built = {
      id,
      title: title === "" ? id : title,
      addedAt: context.now(),
      textHash,
      length: text.length,
      metadata,
      original: null,
      ...(about.length > 0 && { about }),
      ...(tags.length > 0 && { tags }),
    };
    return { article: built, text, sets: [...sets.values()] };
  };
  return {
    article,
    around: () => ({
      annotators: [...annotators.values()],
      entities: entities.all(),
      met: entities.met(),
      accepted,
      rejected,
    }),
  };
}

/** Each fact once, however many annotators' files say it. */
const factsOf = (group: readonly Standoff[]): readonly ArticleFact[] => [
  ...new Map(group.flatMap(({ about = [] }) => about.map((fact) => [JSON.stringify(fact), fact]))).values(),
];

/** Two standoffs of one annotator of one article, as other tools keep a file a layer. */
function together(before: AnnotationSetJson, more: AnnotationSetJson): AnnotationSetJson {
  const remarks = [...(before.remarks ?? []), ...(more.remarks ?? [])];
  const mergedSet = {
    ...before,
    spans: [...before.spans, ...more.spans],
    attributions: [...before.attributions, ...more.attributions],
    exclusions: [...before.exclusions, ...more.exclusions],
    ...(remarks.length > 0 && { remarks }),
    ...(more.progress && { progress: before.progress ?? more.progress }),
  };
  return setToJson(setFromJson(mergedSet));
}

interface Place {
  readonly context: BuildContext;
  readonly entities: EntityBook;
  readonly annotator: Annotator;
  readonly rejected: FileFinding[];
}

/** A set while it is built of a standoff. */
interface SetDraft extends Place {
  readonly document: Standoff;
  readonly articleId: Id;
  readonly provenance: Provenance;
  /** Our spans by their ids in the standoff. */
  readonly spansById: Map<string, Span>;
  readonly exclusions: Exclusion[];
  readonly anchors: StandoffSpan[];
}

function setOf(
  document: Standoff,
  of: Pick<AnnotationSetJson, "articleId" | "textHash">,
  place: Place,
): AnnotationSetJson {
  const { annotator, context } = place;
  const { now, from } = context;
  const provenance: Provenance = { annotator: annotator.id, at: now(), origin: { by: "imported", from } };
  const draft: SetDraft = {
    ...place,
    ...{ document, articleId: of.articleId, provenance },
    spansById: new Map(),
    exclusions: [],
    anchors: [],
  };
  placeSpans(draft);
  const spans = [...draft.spansById.values()];
  const remarks: Remark[] = [];
  const attributions = cardsIn(draft, spans, remarks);
  const more = {
    ...(remarks.length > 0 && { remarks }),
    ...(document.progress && { progress: progressOf(document.progress, of.articleId) }),
  };
  const { exclusions } = draft;
  return setToJson(
    setFromJson({ ...of, annotatorId: annotator.id, spans, attributions, exclusions, ...more }),
  );
}

/** Anchors are cards, exclusions are no spans, and all else is a span where the tagset knows its type. */
function placeSpans(draft: SetDraft): void {
  const { document, context, anchors, exclusions } = draft;
  const entities = new Map((document.entities ?? []).map((one) => [one.id, one]));
  const place = { articleId: draft.articleId, entities };
  for (const span of document.spans) {
    if (span.segments.length === 0) continue;
    if (span.label === attributionLabel) anchors.push(span);
    else if (span.label === exclusionLabel) {
      const reason = namedValue(span, valueNames.reason) ?? "";
      for (const segment of span.segments)
        exclusions.push({ id: context.newId(), segment: selectorOf(document.text, segment), reason });
      for (const one of span.values) if (one.name !== valueNames.reason) leaveValue(draft, span, one);
    } else {
      const type = spanTypeOf(context.tagset, typeOfLabel(span.label));
      if (type) placeSpan(draft, span, type, place);
      else reject(draft, span, message("interchange.type-unknown", { label: span.label }), 1);
    }
  }
}

function placeSpan(
  draft: SetDraft,
  span: StandoffSpan,
  type: SpanType,
  place: EntityPlace & { readonly entities: Map<string, StandoffEntity> },
): void {
  const { document, context, entities, spansById } = draft;
  const entity = entities.entityOf(span, type, place);
  if (entity === undefined)
    for (const one of span.values)
      if (ofEntities.includes(one.name))
        leaveValue(draft, span, one, type.refersToEntity ? "unfit" : "no-entity");
  const details = place.entities.get(namedValue(span, valueNames.entityKey) ?? "");
  if (entity !== undefined && details) {
    place.entities.delete(details.id);
    for (const value of entities.unknownOf(entity, details))
      leaveValue(draft, span, value, "known-otherwise");
  }
  spansById.set(span.id, {
    id: context.newId(),
    type: type.id,
    segments: span.segments.map((segment) => selectorOf(document.text, segment)),
    ...(entity === undefined ? {} : { entity }),
    provenance: provenanceOf(draft, span),
  });
}

/** How a span or the card that is anchored there came to be, as far as the file says it. The annotator is whose set it is. */
function provenanceOf(draft: SetDraft, span: StandoffSpan): Provenance {
  const { provenance, annotator } = draft;
  const value = span.values.find(({ name }) => name === valueNames.provenance);
  if (!value) return provenance;
  const said = provenanceIn(value.value);
  if (!said) {
    leaveValue(draft, span, value);
    return provenance;
  }
  const { by, ...rest } = said;
  if (by !== undefined && by !== annotator.name)
    leaveValue(draft, span, { name: value.name, value: provenanceValue({ by }) });
  return { ...provenance, ...rest };
}

/** Adds the marks that only cards have to the spans, and what is said of marks to the remarks. */
function cardsIn(draft: SetDraft, spans: Span[], remarks: Remark[]): readonly Attribution[] {
  const { document, context, anchors, spansById, provenance } = draft;
  const { tagset, newId } = context;
  return cardsOf({
    document,
    anchors,
    ours: spansById,
    tagset,
    provenance,
    provenanceOf: (span) => provenanceOf(draft, span),
    newId,
    markOn: markedOnce(spans, (span, type) => ({
      ...{ id: newId(), type, provenance },
      segments: span.segments.map((segment) => selectorOf(document.text, segment)),
    })),
    reject: (span, reason, units) => reject(draft, span, reason, units),
    entityCalled: draft.entities.called,
    leaveValue: (span, value) => leaveValue(draft, span, value),
    unsaid(span, values) {
      const mark = spansById.get(span.id);
      for (const one of values)
        if (mark && isRemark(one)) remarks.push(remarkOn(mark, one.value, newId(), provenance));
        else leaveValue(draft, span, one);
    },
  });
}

function reject({ document, rejected }: SetDraft, span: StandoffSpan, reason: Message, units: 0 | 1): void {
  rejected.push({
    ...wrong(placeOf(document, span), reason, message("interchange.change-mapping")),
    file: fileOf(document, span),
    units,
  });
}

function leaveValue(
  { document, rejected }: SetDraft,
  span: StandoffSpan,
  value: NamedValue,
  why: WhyLeft = "unfit",
): void {
  for (const part of singleValues(value)) {
    const reason =
      why === "no-entity"
        ? message("interchange.takes-no-entity", { label: span.label })
        : message(why === "known-otherwise" ? "interchange.known-otherwise" : "interchange.value-unfit", {
            name: part.name,
            value: part.value.slice(0, 60),
          });
    const advice = message(why === "known-otherwise" ? "interchange.left-out" : "interchange.change-mapping");
    rejected.push({
      ...wrong(placeOf(document, span), reason, advice),
      ...{ file: fileOf(document, span), units: 0, value: { of: span.label, name: part.name, why } },
    });
  }
}

/** Adds a span to these where none of its type is on the same words yet. */
function markedOnce(
  spans: Span[],
  made: (span: StandoffSpan, type: string) => Span,
): (span: StandoffSpan, type: string) => Span {
  const placeOfMark = (type: string, segments: readonly Range[]): string =>
    JSON.stringify([type, segments.map(({ start, end }) => [start, end])]);
  let places: Map<string, Span> | null = null;
  return (span, type) => {
    places ??= new Map(spans.map((mark) => [placeOfMark(mark.type, mark.segments), mark]));
    const place = placeOfMark(type, span.segments);
    const mark = places.get(place) ?? made(span, type);
    if (!places.has(place)) spans.push(mark);
    places.set(place, mark);
    return mark;
  };
}

const progressOf = ({ state, note }: NonNullable<Standoff["progress"]>, id: Id): Progress => ({
  ...{ id, state },
  note: note.slice(0, limits.noteLength),
});

/** A note on a mark is a remark on it; nothing else can be said of one. */
const isRemark = ({ name, value }: NamedValue): boolean =>
  name === valueNames.note && value.length <= limits.noteLength;

const remarkOn = (mark: Span, text: string, id: Id, provenance: Provenance): Remark => ({
  ...{ id, thread: id, kind: "remark", text, mentions: [], provenance },
  on: { what: "span", id: mark.id, quote: spanText(mark) },
});

/** Where somebody finds the span again: its article and its first words. */
function placeOf({ title, text }: Standoff, span: StandoffSpan) {
  const words = wordsOfSpan(text, span)
    .replace(/\s+/gu, " ")
    .slice(0, 60)
    .replace(/[\ud800-\udbff]$/u, "");
  return message("interchange.place", { title, start: String(span.segments[0]?.start ?? 0), words });
}
