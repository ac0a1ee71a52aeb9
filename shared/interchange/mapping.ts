// The mapping of another tool's labels, relations and values to ours: plain data that is guessed from names and can be edited and kept as a
// file.
import type { ValueOfMark, WhyLeft } from "../files/finding.ts";
import type { Tagset } from "../model/tagset.ts";
import {
  attributionLabel,
  bareName,
  exclusionLabel,
  flagPrefix,
  labelOfType,
  nameOfField,
  valueNames,
  viaPrefix,
  withinLabel,
} from "./labels.ts";
import { fileOf, type NamedValue, type Standoff } from "./standoff.ts";

/** What the value of one of its features makes of a label. */
interface MeaningByValue {
  /** The name of the feature. */
  readonly by: string;
  /** Its values to ours; `null`, or none at all: what has that value is left out. */
  readonly values: Readonly<Record<string, string | null>>;
}

export type Meaning = string | null | MeaningByValue;

/** Theirs to ours (`labels.ts`); `null`, or none at all: it is left out, and the report says so. */
export interface Mapping {
  readonly spans: Readonly<Record<string, Meaning>>;
  readonly relations: Readonly<Record<string, Meaning>>;
  readonly values: Readonly<Record<string, string | null>>;
}

/** The parts whose labels may mean what a feature says. */
export type TypedPart = "spans" | "relations";

export const isByValue = (meaning: Meaning | undefined): meaning is MeaningByValue =>
  typeof meaning === "object" && meaning !== null;

/** Words of other schemes for what ours are called; all without case, blanks and signs. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  speaker: [
    "person",
    "per",
    "holder",
    "opinionholder",
    "author",
    "agent",
    "who",
    "mention",
    "entity",
    "persname",
    "orgname",
  ],
  cue: ["verb", "trigger", "reportingverb", "speechverb", "predicate", "cueverb", "saying", "intexpr"],
  claim: [
    "content",
    "quote",
    "quotation",
    "statement",
    "said",
    "proposition",
    "directquote",
    "target",
    "message",
    "leftspeaker",
    "rightspeaker",
    "stwr",
    "sp",
    "q",
  ],
  source: ["document", "publication", "medium", "origin", "evidence"],
  attribution: ["attributionrelation", "quotationrelation", "speechevent", "card"],
  exclusion: ["exclude", "excluded", "ignore", "boilerplate"],
};
const otherSlots: Readonly<Record<string, readonly string[]>> = {
  voice: [
    "speaker",
    "source",
    "holder",
    "saidby",
    "hasspeaker",
    "hassource",
    "agent",
    "attributedto",
    "sources",
    "who",
  ],
  cue: ["hascue", "cueing", "verb", "trigger", "cues", "intexpr"],
  claim: ["content", "hascontent", "target", "says", "quote", "contents"],
  within: ["nestedin", "partof", "parent"],
};

/** By feature the values that it has; `null` for one that has too many of them to say what something is. */
type TheirFeatures = Map<string, Set<string> | null>;

/** Theirs, as they come up. */
export interface TheirNames {
  /** By label its features. */
  readonly spans: Map<string, TheirFeatures>;
  readonly relations: Map<string, TheirFeatures>;
  readonly values: Set<string>;
}

export const noNames = (): TheirNames => ({ spans: new Map(), relations: new Map(), values: new Set() });

export function addNames(names: TheirNames, { spans, relations }: Standoff): void {
  for (const { label, values } of spans) {
    addFeatures(names.spans, label, values);
    for (const { name } of values) names.values.add(name);
  }
  for (const { label, values = [] } of relations) addFeatures(names.relations, label, values);
}

/** As many values as somebody gives a meaning one by one, none of them a text of its own; and as many features. */
export const mostOfFeature = { values: 30, length: 80, features: 20 } as const;

function addFeatures(labels: Map<string, TheirFeatures>, label: string, values: readonly NamedValue[]): void {
  const features = labels.get(label) ?? new Map();
  labels.set(label, features);
  for (const { name, value } of values) {
    const earlierValues = features.get(name);
    if (earlierValues === null || (!earlierValues && features.size >= mostOfFeature.features)) continue;
    const featureValues = earlierValues ?? new Set();
    featureValues.add(value);
    const isType = featureValues.size <= mostOfFeature.values && value.length <= mostOfFeature.length;
    features.set(name, isType ? featureValues : null);
  }
}

/** What the labels of these standoffs most likely mean in the tagset; `null` where nothing suggests anything. */
export function guessMapping(documents: readonly Standoff[], tagset: Tagset): Mapping {
  const names = noNames();
  for (const document of documents) addNames(names, document);
  return guessFor(names, tagset);
}

/** The same of names alone. */
export function guessFor({ spans, relations, values }: TheirNames, tagset: Tagset): Mapping {
  const guess = guesses(tagset);
  return {
    spans: meanings(spans, guess.spans, new Set(mappedLabels(tagset))),
    relations: meanings(relations, guess.relations, new Set()),
    values: table(values, guess.values),
  };
}

/** Our own labels of spans, whose values are said of them and do not say what they are. */
const mappedLabels = ({ spanTypes }: Tagset): readonly string[] => [
  ...spanTypes.map(({ id }) => labelOfType(id)),
  attributionLabel,
  exclusionLabel,
];

/** What each of their names most likely means in a tagset, by part. */
export function guesses(tagset: Tagset): Readonly<Record<keyof Mapping, Guess>> {
  const spanGuess = guesser(
    [
      ...tagset.spanTypes.map(({ id, name }) => ({
        target: labelOfType(id),
        names: [labelOfType(id), id, name],
      })),
      { target: attributionLabel, names: [attributionLabel] },
      { target: exclusionLabel, names: [exclusionLabel] },
    ],
    otherNames,
  );
  const relationGuess = guesser(
    [
      ...tagset.slots
        .filter(({ id }) => id !== "via")
        .map(({ id, name }) => ({ target: id, names: [id, name] })),
      ...tagset.viaRoles.map(({ id, name }) => ({
        target: `${viaPrefix}${id}`,
        names: [`${viaPrefix}${id}`, id, name],
      })),
      { target: withinLabel, names: [withinLabel] },
    ],
    otherSlots,
  );
  const valueGuess = guesser(
    [
      ...Object.values(valueNames).map((name) => ({ target: name as string, names: [name as string] })),
      ...tagset.fields.map(({ id, name }) => ({
        target: nameOfField(id),
        names: [nameOfField(id), id, name],
      })),
      ...tagset.flags.map(({ id, name }) => ({
        target: `${flagPrefix}${id}`,
        names: [`${flagPrefix}${id}`, name],
      })),
    ],
    {
      [valueNames.note]: ["comment", "notes", "annotatornotes", "remark"],
      [valueNames.entity]: ["entityname", "identity", "coreference"],
    },
  );
  return { spans: spanGuess, relations: relationGuess, values: valueGuess };
}

/** Names of features that say what something is, rather than what is so with it. */
const typing = /^(?:role|type|kind|category|class|label|value|tag)$/iu;

/** By the feature whose values mean several things here, where a label has one; else by the label. */
function meanings(
  labels: TheirNames["spans"],
  guess: Guess,
  own: ReadonlySet<string>,
): Record<string, Meaning> {
  const meaningEntries = Array.from(labels, ([label, features]): [string, Meaning] => {
    if (own.has(label)) return [label, guess(label)];
    const typed = Array.from(features, ([by, values]) => ({ by, values: table(values ?? [], guess) }))
      .map((one) => ({
        ...one,
        targets: new Set(Object.values(one.values).filter((to) => to !== null)).size,
      }))
      .filter(({ targets, by }) => targets > 1 || (targets === 1 && typing.test(by) && guess(label) === null))
      .sort((a, b) => Number(typing.test(b.by)) - Number(typing.test(a.by)) || b.targets - a.targets);
    const [first] = typed;
    return [label, first ? { by: first.by, values: first.values } : guess(label)];
  });
  return Object.fromEntries(meaningEntries);
}

/** The standoff in our labels, and what was left out of it, by their labels. */
export interface Mapped {
  readonly document: Standoff;
  readonly leftOut: {
    readonly spans: ReadonlyMap<string, number>;
    readonly relations: ReadonlyMap<string, number>;
    /** Relations that have a counterpart, but lead from or to a span that has none. */
    readonly ends: ReadonlyMap<string, number>;
  };
  /** How many spans and relations of each file are left out. */
  readonly unmapped: ReadonlyMap<string, number>;
  /** What is left out of what is said of the others. */
  readonly values: readonly LeftValue[];
}

/** Values of one name that are left out of the marks or relations of one label. */
export interface LeftValue extends ValueOfMark {
  readonly why: WhyLeft;
  /** The file that they stand in; empty where they are from none. */
  readonly file: string;
  readonly count: number;
}

export function mapped(document: Standoff, mapping: Mapping): Mapped {
  const leftOut = {
    spans: new Map<string, number>(),
    relations: new Map<string, number>(),
    ends: new Map<string, number>(),
  };
  const leave = (part: keyof typeof leftOut, theirs: string): void => addTo(leftOut[part], theirs, 1);
  const unmapped = new Map<string, number>();
  const leftValues = countValues();
  const translate = (part: TypedPart, theirs: string, values: readonly NamedValue[]): MappedLabel | null => {
    const meaning = entryOf(mapping[part], theirs) ?? null;
    if (!isByValue(meaning)) {
      if (meaning === null) leave(part, theirs);
      return meaning === null ? null : { label: meaning, values };
    }
    const decidingValue = values.find(({ name }) => name === meaning.by);
    const target = decidingValue ? (entryOf(meaning.values, decidingValue.value) ?? null) : null;
    if (target === null) leave(part, `${theirs}, ${meaning.by}: ${decidingValue?.value.slice(0, 60) ?? "–"}`);
    return target === null ? null : { label: target, values: values.filter((one) => one !== decidingValue) };
  };
  const spans = document.spans.flatMap((span) => {
    const translation = translate("spans", span.label, span.values);
    if (translation === null) {
      addTo(unmapped, fileOf(document, span), 1);
      return [];
    }
    const values = mappedValues(translation.values, mapping, (name, why) =>
      leftValues.add({ of: span.label, name, why, file: fileOf(document, span), count: 1 }),
    );
    return [{ ...span, label: translation.label, values }];
  });
  const spanIds = new Set(spans.map(({ id }) => id));
  const files = new Map(document.spans.map((span) => [span.id, fileOf(document, span)]));
  const relations = document.relations.flatMap(({ label, from, to, values = [] }) => {
    const translation = translate("relations", label, values);
    const isTied = spanIds.has(from) && spanIds.has(to);
    if (translation === null || !isTied) {
      addTo(unmapped, files.get(from) ?? fileOf(document), 1);
      if (translation !== null) leave("ends", label);
      return [];
    }
    for (const { name } of translation.values) {
      const file = files.get(from) ?? fileOf(document);
      leftValues.add({ of: label, name, why: "of-relation", file, count: 1 });
    }
    return [{ label: translation.label, from, to }];
  });
  return { document: { ...document, spans, relations }, leftOut, unmapped, values: leftValues.all() };
}

/** Of two values for one field the first stays, unless it is the note, which holds both. */
function mappedValues(
  values: readonly NamedValue[],
  mapping: Mapping,
  leave: (name: string, why: WhyLeft) => void,
): readonly NamedValue[] {
  const valuesByTarget = new Map<string, [string, ...string[]]>();
  for (const { name, value } of values) {
    const target = entryOf(mapping.values, name) ?? null;
    if (target === null) {
      leave(name, "no-field");
      continue;
    }
    const earlierValues = valuesByTarget.get(target);
    if (!earlierValues) valuesByTarget.set(target, [value]);
    else if (target === valueNames.note) earlierValues.push(value);
    else if (earlierValues[0] !== value) leave(name, "same-field");
  }
  return Array.from(
    valuesByTarget,
    ([name, parts]): NamedValue => ({
      ...{ name, value: parts.join("\n") },
      ...(parts.length > 1 && { parts }),
    }),
  );
}

/** Adds up values that are left out, by all that is said of them. */
export function countValues() {
  const counts = new Map<string, LeftValue>();
  return {
    add(value: LeftValue): void {
      const key = JSON.stringify([value.file, value.of, value.name, value.why]);
      const before = counts.get(key);
      counts.set(key, before ? { ...before, count: before.count + value.count } : value);
    },
    all: (): readonly LeftValue[] => [...counts.values()],
  };
}

export function addTo(counts: Map<string, number>, key: string, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

/** What something is here, and what else is said of it. */
interface MappedLabel {
  readonly label: string;
  readonly values: readonly NamedValue[];
}

const entryOf = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

interface Target {
  readonly target: string;
  readonly names: readonly string[];
}

export type Guess = (theirs: string) => string | null;

function guesser(targets: readonly Target[], others: Readonly<Record<string, readonly string[]>>): Guess {
  const exact = new Map<string, string>();
  const rough = new Map<string, string>();
  for (const { target, names } of targets)
    for (const name of names) if (!exact.has(name)) exact.set(name, target);
  for (const { target, names } of targets)
    for (const name of names) if (!rough.has(bareName(name))) rough.set(bareName(name), target);
  for (const { target } of targets)
    if (Object.hasOwn(others, target))
      for (const name of others[target] ?? []) if (!rough.has(name)) rough.set(name, target);
  return (theirs) => {
    const name = bareName(theirs);
    return exact.get(theirs) ?? rough.get(name) ?? rough.get(name.replace(withoutSource, "")) ?? null;
  };
}

/** PolNeAR's labels of what nobody is named as saying. */
const withoutSource = /nosource$/u;

function table(theirs: Iterable<string>, guess: Guess): Record<string, string | null> {
  return Object.fromEntries(Array.from(theirs, (one) => [one, guess(one)]));
}
