// Details of an article and of those who are named in it, as names and values, for formats that have a place for such pairs and no element
// for each: facts beside the text of an article (`author`, `author_2`), details of an entity on its first mention (`entity_role`). A number
// parts what has one name. Writers put them where their format keeps what is not a mark; `readStandoff` takes them back.
import { type ArticleFact, articleFacts, type Metadata } from "../model/article.ts";
import { tidyTags } from "../model/article-about.ts";
import { entityTypes } from "../model/entity.ts";
import { selectorOf } from "../model/selector.ts";
import { limits } from "../schema/limits.ts";
import { entity as entitySchema, metadata as metadataSchema } from "../schema/model.ts";
import type { Capabilities } from "./capabilities.ts";
import { at, listIn, objectIn, textOf } from "./json-value.ts";
import { attributionLabel, detailPrefix, valueNames } from "./labels.ts";
import {
  type NamedValue,
  namedValue,
  type Standoff,
  type StandoffEntity,
  type StandoffSpan,
} from "./standoff.ts";
import type { PassedOver } from "./tally.ts";
import { type Counting, countingOf, type OffsetUnit } from "./units.ts";

/** What the file of the article was called. */
export const originalName = "original_file";
/** A label that somebody put on the article. Other tools call much else a tag. */
export const tagName = "article_tag";
/** What was said of the marks and the article, or beside them. */
const remarksName = "remarks";
/** Before the name of what a stretch of the text says of the article, e.g. `metadata_byline`. */
const stretchPrefix = "metadata_";

/** The name without the number that parts it from others. */
const baseOf = (name: string): string => name.replace(/_[1-9]\d{0,3}$/u, "");

const isStretchName = (name: string): boolean =>
  name.startsWith(stretchPrefix) &&
  metadataSchema.safeParse({ field: name.slice(stretchPrefix.length), start: 0, end: 1 }).success;

/** Whether a value of this name says something of an article. */
export function isFactName(name: string): boolean {
  const base = baseOf(name);
  return (
    [originalName, tagName, remarksName].includes(base) ||
    articleFacts.some((field) => field === base) ||
    isStretchName(base)
  );
}

/** In which unit places in such values are counted: the format's, or ours where it has none. */
export const unitOfDetails = ({ unit }: Pick<Capabilities, "unit">): OffsetUnit =>
  unit === "words" || unit === "none" ? "utf-16" : unit;

/** Each name once: the second of a name has a 2 behind it, and so on. */
function withNumbers(values: readonly NamedValue[]): readonly NamedValue[] {
  const counts = new Map<string, number>();
  return values.map(({ name, value }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { name: count === 1 ? name : `${name}_${count}`, value };
  });
}

/** What is known of an article beside its title; places count `unit`. */
export function factValues(document: Standoff, unit: OffsetUnit): readonly NamedValue[] {
  const { text, about = [], tags = [], metadata = [], original, remarks = [] } = document;
  const counting = countingOf(text, unit);
  return withNumbers([
    ...about.map(({ field, value }) => ({ name: field, value })),
    ...tags.map((value) => ({ name: tagName, value })),
    ...(original === undefined ? [] : [{ name: originalName, value: original }]),
    ...metadata.map((part) => ({
      name: stretchPrefix + part.field,
      value: placeValue(text, part, counting),
    })),
    ...(remarks.length === 0 ? [] : [{ name: remarksName, value: remarks.join("\n") }]),
  ]);
}

/** The first standoff of an article with what was said in all of them, for formats that say once what is known of an article. */
export function withRemarksOfAll(documents: readonly Standoff[]): Standoff | undefined {
  const [first] = documents;
  const remarks = documents.flatMap((document) => document.remarks ?? []);
  return first && (remarks.length === 0 ? first : { ...first, remarks });
}

/** The same as members of a JSON object. */
export const factMembers = (document: Standoff, unit: OffsetUnit): Readonly<Record<string, string>> =>
  Object.fromEntries(factValues(document, unit).map(({ name, value }) => [name, value]));

/** Whether a member of a JSON object says something of an article: a text, or a list of them. */
export const isFactMember = (name: string, value: unknown): boolean =>
  isFactName(name) && textsIn(value) !== null;

/** What the members of a JSON object say of an article, in their order. */
export function factsAmong(value: unknown): readonly NamedValue[] {
  return Object.keys(objectIn(value) ?? {}).flatMap((name) =>
    isFactName(name) ? (textsIn(at(value, name)) ?? []).map((one) => ({ name, value: one })) : [],
  );
}

function textsIn(value: unknown): readonly string[] | null {
  const texts = (Array.isArray(value) ? listIn(value) : [value]).map(textOf);
  return texts.every((one) => one !== undefined) ? texts : null;
}

/** As many code points of the words of a place as stand in a value. */
const shownWords = 80;
const wordsShown = (words: string): string =>
  [
    ...words
      .slice(0, 8 * shownWords)
      .replace(/\s+/gu, " ")
      .replace(/[\ud800-\udbff]$/u, "")
      .trim(),
  ]
    .slice(0, shownWords)
    .join("")
    .trim();

/** Where something stands, and its first words for whoever reads it. */
const placeValue = (
  text: string,
  { start, end }: Pick<Metadata, "start" | "end">,
  counting: Counting,
): string => `${counting.to(start)}-${counting.to(end)} ${wordsShown(text.slice(start, end))}`;

/** The place that a value says; `null` where other words stand there, or it says none. */
function placeIn(value: string, text: string, counting: Counting): Pick<Metadata, "start" | "end"> | null {
  const parts = /^(\d{1,9})-(\d{1,9})(?: (.*))?$/su.exec(value);
  const [start, end] = [counting.from(Number(parts?.[1])), counting.from(Number(parts?.[2]))];
  if (!parts || start === null || end === null || start >= end) return null;
  return wordsShown(parts[3] ?? "") === wordsShown(text.slice(start, end)) ? { start, end } : null;
}

/** How much a value says that is not taken: of remarks each line. */
const linesIn = (name: string, value: string): number =>
  baseOf(name) === remarksName ? value.trim().split("\n").length : 1;

/** What values say of an article, and those of them that say nothing that can be taken, by their names. */
export function factsOf(
  values: readonly NamedValue[],
  text: string,
  counting: Counting,
): {
  readonly facts: Pick<Standoff, "about" | "tags" | "metadata" | "original">;
  readonly unread: readonly PassedOver[];
} {
  const about = new Map<string, ArticleFact>();
  const metadata: Metadata[] = [];
  const tags: string[] = [];
  const unread: PassedOver[] = [];
  let original: string | undefined;
  const takeFact = (field: ArticleFact["field"], value: string): boolean => {
    // Each but an author is said once.
    const key = field === "author" ? `${field} ${value}` : field;
    const earlierFact = about.get(key);
    if (earlierFact || value.length > limits.factLength || about.size >= limits.articleFacts)
      return earlierFact?.value === value;
    about.set(key, { field, value, from: "file", found: "properties" });
    return true;
  };
  const takeTag = (value: string): boolean => {
    const isTaken = value.length <= limits.factLength && tags.length < limits.articleFacts;
    if (isTaken) tags.push(value);
    return isTaken;
  };
  const takeStretch = (field: string, value: string): boolean => {
    const place = placeIn(value, text, counting);
    const part = metadataSchema.safeParse({ ...place, field });
    if (part.success) metadata.push(part.data);
    return part.success;
  };
  const take = (base: string, value: string): boolean => {
    const field = articleFacts.find((one) => one === base);
    if (field !== undefined) return takeFact(field, value);
    if (base === tagName) return takeTag(value);
    if (base === remarksName) return false;
    if (base !== originalName) return takeStretch(base.slice(stretchPrefix.length), value);
    original ??= value;
    return original === value;
  };
  for (const { name, value } of values)
    if (value.trim() !== "" && !take(baseOf(name), value))
      unread.push({ name, why: "not-read", count: linesIn(name, value) });
  const stretches = withoutOverlaps(metadata);
  const crossing = metadata.length - stretches.length;
  if (crossing > 0) unread.push({ name: stretchPrefix, why: "not-read", count: crossing });
  return {
    facts: {
      ...(about.size > 0 && { about: [...about.values()] }),
      ...(tags.length > 0 && { tags: tidyTags(tags) }),
      ...(stretches.length > 0 && { metadata: stretches }),
      ...(original !== undefined && { original }),
    },
    unread,
  };
}

/** In reading order; of those that share characters the first. */
export function withoutOverlaps(metadata: readonly Metadata[]): readonly Metadata[] {
  let end = 0;
  return [...metadata]
    .sort((one, other) => one.start - other.start)
    .filter((part) => {
      if (part.start < end) return false;
      end = part.end;
      return true;
    });
}

const detailNames = {
  naming: `${detailPrefix}naming`,
  alias: `${detailPrefix}alias`,
  role: `${detailPrefix}role`,
  affiliation: `${detailPrefix}affiliation`,
  externalId: `${detailPrefix}id`,
  terms: `${detailPrefix}terms`,
  reason: `${detailPrefix}reason`,
  evidence: `${detailPrefix}evidence`,
  /** Words of another article, which have no place in this one. */
  elsewhere: `${detailPrefix}evidence_elsewhere`,
} as const;

/** Whether evidence stands in the text of its standoff; what was read with it says no article. */
export const isEvidenceIn = (
  { article }: Pick<Standoff, "article">,
  evidence: { readonly article: string },
): boolean => evidence.article === "" || evidence.article === article;

/** What is known of an entity, as texts; empty: nothing. */
type Details = Readonly<Partial<Record<Exclude<keyof typeof detailNames, "alias">, string | undefined>>> & {
  readonly aliases: readonly string[];
};

/** The same as values of a mention. */
export function valuesOfDetails({ aliases, ...details }: Details): readonly NamedValue[] {
  const { alias, ...names } = detailNames;
  const single = (Object.keys(names) as (keyof typeof names)[]).map((key) => ({
    name: names[key],
    value: details[key] ?? "",
  }));
  const said = [...single, ...aliases.map((value) => ({ name: alias, value }))];
  const isUsual = ({ name, value }: NamedValue): boolean => name === names.naming && value === "named";
  return withNumbers(said.filter((one) => one.value !== "" && !isUsual(one)));
}

function detailValues(document: Standoff, entity: StandoffEntity, counting: Counting): readonly NamedValue[] {
  const { naming, aliases, role, affiliation, externalId, anonymity } = entity;
  const evidence = anonymity?.evidence;
  const isHere = evidence !== undefined && isEvidenceIn(document, evidence);
  return valuesOfDetails({
    ...{ naming, aliases, role, affiliation, externalId },
    ...{ terms: anonymity?.terms, reason: anonymity?.reason },
    evidence: evidence && isHere ? placeValue(document.text, evidence.segment, counting) : "",
    elsewhere: evidence && !isHere ? evidence.segment.quote : "",
  });
}

/** Whom a span mentions, by the key; `undefined` of cards and of what names nobody. */
const keyOf = (span: StandoffSpan): string | undefined =>
  span.label === attributionLabel || namedValue(span, valueNames.entity) === undefined
    ? undefined
    : namedValue(span, valueNames.entityKey);

/**
 * The standoff with the details of each entity as values of its first mention, for formats that have no records of entities; `lost` gets each
 * one that nothing mentions any more, or whose mention has other values of these names.
 */
export function withDetailsOnMentions(
  document: Standoff,
  unit: OffsetUnit,
  lost: (entity: StandoffEntity) => void,
): Standoff {
  const { entities = [], ...rest } = document;
  if (entities.length === 0) return rest;
  const counting = countingOf(document.text, unit);
  const waiting = new Map(entities.map((entity) => [entity.id, entity]));
  const spans = document.spans.map((span) => {
    const entity = waiting.get(keyOf(span) ?? "");
    if (!entity) return span;
    waiting.delete(entity.id);
    const details = detailValues(document, entity, counting);
    const free = details.filter(({ name }) => namedValue(span, name) === undefined);
    if (free.length < details.length) lost(entity);
    return { ...span, values: [...span.values, ...free] };
  });
  for (const entity of waiting.values()) lost(entity);
  return { ...rest, spans };
}

/** Spans without such values, and the entities of which they say something. What cannot be taken stays a value of its span. */
export function withDetailsApart(
  spans: readonly StandoffSpan[],
  text: string,
  counting: Counting,
): { readonly spans: readonly StandoffSpan[]; readonly entities: readonly StandoffEntity[] } {
  const saidByKey = new Map<string, { readonly mention: StandoffSpan; readonly said: Map<string, string> }>();
  for (const span of spans) {
    const key = keyOf(span);
    const details = key === undefined ? [] : span.values.filter(({ name }) => isDetailName(name));
    if (key === undefined || details.length === 0) continue;
    const { said } = saidByKey.get(key) ?? { said: new Map<string, string>() };
    for (const { name, value } of details) if (!said.has(name)) said.set(name, value);
    saidByKey.set(key, { mention: saidByKey.get(key)?.mention ?? span, said });
  }
  const entities: StandoffEntity[] = [];
  for (const [key, { mention, said }] of saidByKey) {
    const entity = entityOf(key, mention, said, { text, counting });
    if (entity) entities.push(entity);
    else saidByKey.delete(key);
  }
  if (entities.length === 0) return { spans, entities };
  const isTaken = (span: StandoffSpan, { name, value }: NamedValue): boolean =>
    saidByKey.get(keyOf(span) ?? "")?.said.get(name) === value;
  return {
    entities,
    spans: spans.map((span) => {
      const values = span.values.filter((one) => !isDetailName(one.name) || !isTaken(span, one));
      return values.length === span.values.length ? span : { ...span, values };
    }),
  };
}

/** What is said of an entity and not known of it: an alias too many, or another role. */
export function detailsBeyond(said: StandoffEntity, entity: StandoffEntity): readonly NamedValue[] {
  const names = new Set([entity.name, ...entity.aliases]);
  const inWords = ({ naming, role, affiliation, externalId, anonymity }: StandoffEntity) =>
    valuesOfDetails({
      ...{ aliases: [], naming, role, affiliation, externalId },
      ...{ terms: anonymity?.terms, reason: anonymity?.reason, evidence: anonymity?.evidence?.segment.quote },
    });
  const knownValues = new Map(inWords(entity).map(({ name, value }) => [name, value]));
  return [
    ...valuesOfDetails({ aliases: said.aliases.filter((alias) => !names.has(alias)) }),
    ...inWords(said).filter(({ name, value }) => knownValues.get(name) !== value),
  ];
}

/** Names of what can be taken; of several there are only aliases. */
const takenNames: readonly string[] = Object.values(detailNames).filter(
  (name) => name !== detailNames.elsewhere,
);
const isDetailName = (name: string): boolean =>
  takenNames.includes(name) || baseOf(name) === detailNames.alias;

/** `null` where something that is said cannot be so. */
function entityOf(
  id: string,
  mention: StandoffSpan,
  said: ReadonlyMap<string, string>,
  { text, counting }: { readonly text: string; readonly counting: Counting },
): StandoffEntity | null {
  const stated = namedValue(mention, valueNames.entityType);
  const value = (name: keyof typeof detailNames): string | undefined => said.get(detailNames[name]);
  const [role, affiliation, externalId] = [value("role"), value("affiliation"), value("externalId")];
  const aliases = Array.from(said).flatMap(([name, alias]) =>
    baseOf(name) === detailNames.alias ? [alias] : [],
  );
  // The key of another tool need not be an id of ours.
  const checked = entitySchema.safeParse({
    ...{ id: "entity", name: namedValue(mention, valueNames.entity) },
    type: entityTypes.find((one) => one === stated) ?? "person",
    naming: value("naming") ?? "named",
    aliases: [...new Set(aliases)],
    ...(role !== undefined && { role }),
    ...(affiliation !== undefined && { affiliation }),
    ...(externalId !== undefined && { externalId }),
  });
  const evidence = value("evidence");
  const place = evidence === undefined ? undefined : placeIn(evidence, text, counting);
  if (!checked.success || place === null) return null;
  const [terms, reason] = [value("terms"), value("reason")];
  const isUnnamed = terms !== undefined || reason !== undefined || place !== undefined;
  const anonymity = {
    ...{ terms: terms ?? "", reason: reason ?? "" },
    ...(place && { evidence: { article: "", segment: selectorOf(text, place) } }),
  };
  return { ...checked.data, id, ...(isUnnamed && { anonymity }) };
}
