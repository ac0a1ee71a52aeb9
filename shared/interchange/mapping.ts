// Which of their labels, relations and values mean which of ours: plain data that is guessed from names and can be edited and
// kept as a file.
import type { Tagset } from "../model/tagset.ts";
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
import type { Standoff } from "./standoff.ts";

/** Theirs to ours (`labels.ts`); `null`, or none at all: it is left out, and the report says so. */
export interface Mapping {
  readonly spans: Readonly<Record<string, string | null>>;
  readonly relations: Readonly<Record<string, string | null>>;
  readonly values: Readonly<Record<string, string | null>>;
}

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
  cue: ["hascue", "verb", "trigger", "cues", "intexpr"],
  claim: ["content", "hascontent", "target", "says", "quote", "contents"],
  within: ["nestedin", "partof", "parent"],
};

/** Theirs, as they come up. */
export interface TheirNames {
  readonly spans: Set<string>;
  readonly relations: Set<string>;
  readonly values: Set<string>;
}

export const noNames = (): TheirNames => ({ spans: new Set(), relations: new Set(), values: new Set() });

export function addNames(names: TheirNames, { spans, relations }: Standoff): void {
  for (const { label, values } of spans) {
    names.spans.add(label);
    for (const { name } of values) names.values.add(name);
  }
  for (const { label } of relations) names.relations.add(label);
}

/** What the labels of these standoffs most likely mean in the tagset; `null` where nothing suggests anything. */
export function guessMapping(documents: readonly Standoff[], tagset: Tagset): Mapping {
  const names = noNames();
  for (const document of documents) addNames(names, document);
  return guessFor(names, tagset);
}

/** The same of names alone. */
export function guessFor({ spans, relations, values }: TheirNames, tagset: Tagset): Mapping {
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
  return {
    spans: table(spans, spanGuess),
    relations: table(relations, relationGuess),
    values: table(values, valueGuess),
  };
}

/** The standoff in our labels, and what was left out of it, by their labels. */
export interface Mapped {
  readonly document: Standoff;
  readonly leftOut: {
    readonly spans: ReadonlyMap<string, number>;
    readonly relations: ReadonlyMap<string, number>;
    readonly values: ReadonlyMap<string, number>;
    /** Relations that have a counterpart, but lead from or to a span that has none. */
    readonly ends: ReadonlyMap<string, number>;
    /** Values for which another one of the same span was taken. */
    readonly beside: ReadonlyMap<string, number>;
  };
}

export function mapped(document: Standoff, mapping: Mapping): Mapped {
  const leftOut = {
    spans: new Map<string, number>(),
    relations: new Map<string, number>(),
    values: new Map<string, number>(),
    ends: new Map<string, number>(),
    beside: new Map<string, number>(),
  };
  const leave = (part: keyof typeof leftOut, theirs: string): void => {
    leftOut[part].set(theirs, (leftOut[part].get(theirs) ?? 0) + 1);
  };
  const ours = (part: keyof Mapping, theirs: string): string | null => {
    const target = Object.hasOwn(mapping[part], theirs) ? (mapping[part][theirs] ?? null) : null;
    if (target === null) leave(part, theirs);
    return target;
  };
  const spans = document.spans.flatMap((span) => {
    const label = ours("spans", span.label);
    if (label === null) return [];
    const values = new Map<string, string>();
    for (const { name, value } of span.values) {
      const target = ours("values", name);
      if (target === null) continue;
      const before = values.get(target);
      if (before === undefined) values.set(target, value);
      else if (target === valueNames.note) values.set(target, `${before}\n${value}`);
      else if (before !== value) leave("beside", name);
    }
    return [{ ...span, label, values: Array.from(values, ([name, value]) => ({ name, value })) }];
  });
  const left = new Set(spans.map(({ id }) => id));
  const relations = document.relations.flatMap((relation) => {
    const label = ours("relations", relation.label);
    if (label === null) return [];
    if (left.has(relation.from) && left.has(relation.to)) return [{ ...relation, label }];
    leave("ends", relation.label);
    return [];
  });
  return { document: { ...document, spans, relations }, leftOut };
}

interface Target {
  readonly target: string;
  readonly names: readonly string[];
}

type Guess = (theirs: string) => string | null;

function guesser(targets: readonly Target[], others: Readonly<Record<string, readonly string[]>>): Guess {
  const exact = new Map<string, string>();
  const rough = new Map<string, string>();
  for (const { target, names } of targets)
    for (const name of names) if (!exact.has(name)) exact.set(name, target);
  for (const { target, names } of targets)
    for (const name of names) if (!rough.has(folded(name))) rough.set(folded(name), target);
  for (const { target } of targets)
    if (Object.hasOwn(others, target))
      for (const name of others[target] ?? []) if (!rough.has(name)) rough.set(name, target);
  return (theirs) => {
    const name = folded(theirs);
    return exact.get(theirs) ?? rough.get(name) ?? rough.get(name.replace(withoutSource, "")) ?? null;
  };
}

/** PolNeAR's labels of what nobody is named as saying. */
const withoutSource = /nosource$/u;

const folded = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

function table(theirs: ReadonlySet<string>, guess: Guess): Record<string, string | null> {
  return Object.fromEntries(Array.from(theirs, (one) => [one, guess(one)]));
}
