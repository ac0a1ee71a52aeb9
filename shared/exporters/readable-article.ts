// Names and values that exports for reading show of an article: what is known of it and of whom it mentions, what stands on its cards, what
// was said of its marks and how they came to be. In English, as plain text.

import type { ExportedArticle, ExportHead } from "../annotated-json/bundle.ts";
import { noteText } from "../interchange/note-text.ts";
import { madeValue, provenanceValue } from "../interchange/provenance-value.ts";
import { historyOf, remarkRows } from "../interchange/table-of-remarks.ts";
import {
  type AnnotationSet,
  type AnnotationSetJson,
  placeOf,
  setFromJson,
  usersOf,
} from "../model/annotation-set.ts";
import { type Article, articleFacts } from "../model/article.ts";
import { knownOf, saidIn } from "../model/article-about.ts";
import { type ArticleText, articleTextOf, paragraphAt } from "../model/article-text.ts";
import type { Attribution } from "../model/attribution.ts";
import { aboutOf, goneFrom } from "../model/card-about.ts";
import { type Entity, entityBehind, sourceClass } from "../model/entity.ts";
import { entityFieldsOf, wordsOfAnswer } from "../model/entity-field.ts";
import type { Exclusion } from "../model/exclusion.ts";
import type { Id } from "../model/id.ts";
import { effectiveKind } from "../model/kind.ts";
import type { Provenance } from "../model/provenance.ts";
import { compareRanges, type Range } from "../model/range.ts";
import { shortened } from "../model/shortened.ts";
import { type Span, spanHull, spanText } from "../model/span.ts";
import { get, records, type Table, tableOf } from "../model/table.ts";
import { type Slot, spanTypeOf, type Tagset } from "../model/tagset.ts";

/** A name and what it is of the article, card or entity at hand. Without a name the value says what it is. */
export type NamedRow = readonly [name: string, value: string];

export const saidHeading = "Said of the marks and beside them";
export const historyHeading = "How the marks came to be";
export const entitiesHeading = "Who and what is mentioned";

/** One annotator's annotations of an article, or an article that nobody has begun. */
export interface ReadableArticle {
  readonly about: Article;
  readonly article: ArticleText;
  /** `null`: nobody has begun. */
  readonly json: AnnotationSetJson | null;
  readonly set: AnnotationSet | null;
  /** Empty where nobody has begun. */
  readonly annotator: string;
  /** The names of all annotators. */
  readonly names: ReadonlyMap<Id, string>;
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
}

/** An article, once a set. */
export function readableArticles(head: ExportHead): (exported: ExportedArticle) => ReadableArticle[] {
  const names = new Map(head.annotators.map(({ id, name }) => [id, name]));
  const entities = tableOf(head.entities);
  return ({ article: about, text, sets }) => {
    const shared = { about, article: articleTextOf(text), names, tagset: head.tagset, entities };
    if (sets.length === 0) return [{ ...shared, json: null, set: null, annotator: "" }];
    return sets.map((json) => ({
      ...shared,
      json,
      set: setFromJson(json),
      annotator: names.get(json.annotatorId) ?? "",
    }));
  };
}

/** What is known of the article, whoever says so; what its text says stands in the text as well. */
export function factRows({ about, article: { text } }: ReadableArticle): readonly NamedRow[] {
  const knownFacts = saidIn(knownOf(about, text));
  const rows: readonly NamedRow[] = [
    ...articleFacts.map((field): NamedRow => [field, knownFacts[field].join(", ")]),
    ["tags", knownFacts.tags.join(", ")],
    ...about.metadata
      .filter(({ field }) => field === "caption" || field === "credit")
      .map(({ field, start, end }): NamedRow => [field, text.slice(start, end)]),
    ["file", about.original?.fileName ?? ""],
  ];
  return rows.flatMap(([name, value]): NamedRow[] => {
    const line = value.replace(/\s+/gu, " ").trim();
    return line === "" ? [] : [[name, line]];
  });
}

/** What was said of the marks and the article, or beside them, and the marks that wait for a place: the kind, and all else on a line. */
export function saidRows({ about, article, json, names }: ReadableArticle): readonly NamedRow[] {
  if (!json) return [];
  return remarkRows({ article: about, text: article.text, sets: [json] }, json).map((row) => {
    const [, kind = "", words, said, details] = row.cells;
    const parts = [words && `“${words}”`, said, details, historyOf(row, names)];
    return [kind, parts.filter(Boolean).join(" · ")];
  });
}

/** How each mark and card came to be: those of one origin together, each with its times. `numbers`: those of the cards. */
export function historyRows(
  { json, names }: ReadableArticle,
  numbers: ReadonlyMap<Id, number>,
): readonly NamedRow[] {
  const marksByOrigin = new Map<string, string[]>();
  const add = ({ annotator, origin, at, editedAt }: Provenance, mark: string): void => {
    const by = provenanceValue({ origin, by: names.get(annotator) ?? annotator });
    const marks = marksByOrigin.get(by) ?? [];
    marks.push(`${mark} ${at}${editedAt === undefined ? "" : `, edited ${editedAt}`}`);
    marksByOrigin.set(by, marks);
  };
  for (const span of json?.spans ?? []) add(span.provenance, `“${shortened(spanText(span), longestMark)}”`);
  for (const { id, provenance } of json?.attributions ?? []) add(provenance, `(${numbers.get(id) ?? id})`);
  return Array.from(marksByOrigin, ([by, marks]) => [by, marks.join("; ")]);
}

/** As many code units of a mark as one needs to know it again. */
const longestMark = 40;

/** Of each entity all that is known of it beside its name. */
export function entityRowsIn(
  { entities, annotators, tagset }: Pick<ExportHead, "entities" | "annotators" | "tagset">,
  titleOf: (article: Id) => string,
): (entity: Entity) => readonly NamedRow[] {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const people = new Map(annotators.map(({ id, name }) => [id, name]));
  const fields = new Map(entityFieldsOf(tagset).map((field) => [field.id, field]));
  return (entity) => [
    ...entityRows(entity, names, titleOf),
    ...Object.entries(entity.fields ?? {}).map(([id, entered]): NamedRow => {
      const field = fields.get(id);
      return [
        field?.name ?? id,
        `${wordsOfAnswer(field, entered)} (${madeValue(entered.provenance, people)})`,
      ];
    }),
  ];
}

function entityRows(
  entity: Entity,
  names: ReadonlyMap<Id, string>,
  titleOf: (article: Id) => string,
): readonly NamedRow[] {
  const { terms, reason, evidence } = entity.anonymity ?? {};
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["type", entity.type],
    ["naming", entity.naming],
    ["also called", entity.aliases.join("; ")],
    ["role", entity.role],
    ["affiliation", entity.affiliation],
    ["unnamed on these terms", terms],
    ["because", reason],
    ["by the words", evidence && `“${evidence.segment.quote}” (${titleOf(evidence.article)})`],
    ["external id", entity.externalId],
    ["is", entity.mergedInto === undefined ? undefined : (names.get(entity.mergedInto) ?? entity.mergedInto)],
  ];
  return rows.flatMap(([name, value]): NamedRow[] => (value ? [[name, value]] : []));
}

/** A card, a mark that is in no card, or a stretch that is not annotated. */
export type Note = { readonly place: Range | null } & (
  | { readonly card: Attribution }
  | { readonly span: Span }
  | { readonly exclusion: Exclusion }
);

/**
 * All cards of the set, its marks in no card, and its exclusions, in reading order; of those on the same words by id. A card stands where its
 * claim does, else where a part of it does; one without a place comes as if it stood at the beginning.
 */
export function notesInOrder(set: AnnotationSet): readonly Note[] {
  const looseSpans = [...records(set.spans)].filter(({ id }) => usersOf(set, id).length === 0);
  const notes = [
    ...Array.from(records(set.attributions), (card): Note => ({ card, place: placeOf(set, card) })),
    ...looseSpans.map((span): Note => ({ span, place: spanHull(span) })),
    ...Array.from(records(set.exclusions), (exclusion): Note => ({ exclusion, place: exclusion.segment })),
  ];
  return notes.sort(
    (a, b) =>
      compareRanges(a.place ?? nowhere, b.place ?? nowhere) || (recordOf(a).id < recordOf(b).id ? -1 : 1),
  );
}

const nowhere: Range = { start: 0, end: 0 };

const recordOf = (note: Note) => ("card" in note ? note.card : "span" in note ? note.span : note.exclusion);

/** The numbers of the cards, by which they refer to each other: in the order of the notes. */
export const cardNumbers = (notes: readonly Note[]): ReadonlyMap<Id, number> =>
  new Map(notes.flatMap((note) => ("card" in note ? [note.card.id] : [])).map((id, at) => [id, at + 1]));

/** The range with its edges in paragraphs, where it has one between two; `null` where the text has none. */
export function withinParagraphs({ start, end }: Range, article: ArticleText): Range | null {
  const { paragraphs } = article;
  const first = paragraphs[paragraphAt(article, start)];
  if (!first) return null;
  const atEnd = paragraphAt(article, end);
  const last = paragraphs.slice(Math.max(0, atEnd - 1), atEnd + 1).findLast((one) => one.start < end);
  const from = Math.min(Math.max(start, first.start), first.end);
  return { start: from, end: Math.max(from, Math.min(end, last?.end ?? from)) };
}

/** What a card is read with. */
export interface AroundCard extends Pick<ReadableArticle, "article" | "tagset" | "entities"> {
  readonly set: AnnotationSet;
  readonly numbers: ReadonlyMap<Id, number>;
}

/** Who or what a mention refers to, after all merges. */
const entityOf = ({ entity }: Span, { entities }: Pick<AroundCard, "entities">): Entity | undefined =>
  entity === undefined ? undefined : entityBehind(entities, entity);

/** The words in these slots of the card, as `wordsOf` has those of a mark. */
export function slotRows(
  card: Attribution,
  slots: readonly Slot[],
  { set, tagset }: Pick<AroundCard, "set" | "tagset">,
  wordsOf: (span: Span, slot: Slot) => string,
): readonly NamedRow[] {
  const role = (id: string): string => tagset.viaRoles.find((one) => one.id === id)?.name ?? id;
  return slots.flatMap((slot): NamedRow[] => {
    const words = (id: Id): string => {
      const span = get(set.spans, id);
      return span ? wordsOf(span, slot) : "";
    };
    const fillings: Readonly<Record<string, readonly string[]>> = {
      voice: card.voice.map(words),
      cue: card.cue === null ? [] : [words(card.cue)],
      claim: card.claim === null ? [] : [words(card.claim)],
      via: card.via.map(({ span, role: id }) => `${role(id)}: ${words(span)}`),
    };
    return (fillings[slot.id] ?? []).map((value) => [slot.name, value]);
  });
}

/** The number of the card around this one; `null` where there is none. */
export const numberAround = (
  { within }: Attribution,
  { numbers }: Pick<AroundCard, "numbers">,
): string | null => (within === null ? null : String(numbers.get(within) ?? within));

/** The names of those whom the claim is about, also by id where the registry has them no longer; `null` where nobody has said. */
export function namesAbout(card: Attribution, { entities }: Pick<AroundCard, "entities">): string | null {
  const names = [...aboutOf(card, entities).map(({ name }) => name), ...goneFrom(card, entities)];
  return names.length === 0 ? null : names.join(", ");
}

/** The words of a mark, and its entity's name where that is another one. */
export function wordsAndName(span: Span, around: Pick<AroundCard, "entities">): string {
  const entity = entityOf(span, around);
  const name = entity && entity.name !== spanText(span) ? ` (${entity.name})` : "";
  return `${spanText(span)}${name}`;
}

/** The card's fields and flags that say more than every card does. */
export function fieldsAndFlags(card: Attribution, tagset: Tagset): readonly string[] {
  return [
    ...tagset.fields.flatMap((field) => {
      const value = Object.hasOwn(card.fields, field.id) ? (card.fields[field.id] ?? null) : null;
      // What is as it always is takes no room.
      if (value === field.default) return [];
      if (field.input === "switch") return [value === true ? field.name : `${field.name} –`];
      if (value === null) return [];
      return [`${field.name}: ${field.choices.find(({ id }) => id === value)?.name ?? value}`];
    }),
    ...card.flags.map((flag) => tagset.flags.find(({ id }) => id === flag)?.name ?? flag),
  ];
}

/** All that a note says, of a card with its own note. */
export function noteRows(note: Note, around: AroundCard): readonly NamedRow[] {
  if ("exclusion" in note) return [["not annotated", note.exclusion.reason]];
  if ("card" in note) return cardRows(note.card, around);
  const entity = entityOf(note.span, around);
  return [["mark", markWords(note.span, around)], ...(entity ? sourceRows(entity) : [])];
}

function cardRows(card: Attribution, around: AroundCard): readonly NamedRow[] {
  const { set, article, tagset } = around;
  const kind = effectiveKind(card, set, article);
  const fields = fieldsAndFlags(card, tagset);
  const within = numberAround(card, around);
  const sources = [...card.voice, ...card.via.map(({ span }) => span)]
    .flatMap((id) => get(set.spans, id) ?? [])
    .flatMap((span) => entityOf(span, around) ?? []);
  const rows: readonly (readonly [string, string | null])[] = [
    ["kind", kind],
    ...slotRows(card, tagset.slots, around, (span, slot) => markWords(span, around, slot)),
    ["within", within === null ? null : `card ${within}`],
    ["about", namesAbout(card, around)],
    ["", fields.join(" · ")],
    ...[...new Set(sources)].flatMap(sourceRows),
    ["note", noteText(card.note)],
  ];
  return rows.flatMap(([name, value]): NamedRow[] => (value ? [[name, value]] : []));
}

/** What a reader has to know of a source: what it is, who it is, and why it goes without a name. */
function sourceRows(entity: Entity): readonly NamedRow[] {
  const { name, role, affiliation, anonymity } = entity;
  const says = [sourceClass(entity), role, affiliation].filter(Boolean).join(", ");
  const rows: readonly NamedRow[] = [
    ["entity", `${name} (${says})`],
    ["unnamed on these terms", anonymity?.terms ?? ""],
    ["because", anonymity?.reason ?? ""],
  ];
  return rows.filter(([, value]) => value !== "");
}

/** The words of a mark in quotation marks, whom it means by another name, and its type unless only that one fits into the slot. */
function markWords(span: Span, around: Pick<AroundCard, "tagset" | "entities">, slot?: Slot): string {
  const entity = entityOf(span, around);
  const isTypeImplied = slot?.accepts.length === 1 && slot.accepts[0] === span.type;
  const type = spanTypeOf(around.tagset, span.type)?.name ?? span.type;
  const words = spanText(span).replace(/\s+/gu, " ").trim();
  const quoted = /^[“„«"]/u.test(words) ? words : `“${words}”`;
  const name = entity && entity.name !== words ? [`= ${entity.name}`] : [];
  return [quoted, ...name, ...(isTypeImplied ? [] : [`(${type})`])].join(" ");
}

/** With a capital letter, as a name begins a line. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
