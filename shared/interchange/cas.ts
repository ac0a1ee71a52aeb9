// A UIMA CAS as far as annotations need it: the text and feature structures with strings, references and lists of references. Both of
// its file formats are written from this and read into it. Offsets are UTF-16 code units.
import { wrong } from "../importers/finding.ts";
import { message, type Text } from "../words/message.ts";
import { identifier, unescaped } from "./escapes.ts";
import { inPieces, withJoinedPieces } from "./pieces.ts";
import { type NamedValue, relationsFrom, type Standoff } from "./standoff.ts";
import { type ReadRelation, type ReadSpan, type ReadStandoff, readStandoff } from "./standoff-reader.ts";

export const spanType = "webanno.custom.SaysoSpan";
/** What INCEpTION calls a slot: a role and the span that fills it. */
export const linkType = "webanno.custom.SaysoSpanLinksLink";

export interface CasStructure {
  readonly id: number;
  /** With its package. */
  readonly type: string;
  readonly begin?: unknown;
  readonly end?: unknown;
  /** The text that it lies on; absent: on none. */
  readonly sofa?: number;
  readonly strings: readonly NamedValue[];
  readonly references: readonly { readonly name: string; readonly to: number }[];
  readonly lists: readonly { readonly name: string; readonly to: readonly number[] }[];
  readonly where: Text;
}

/** The id of the text's own structure; others follow it. */
export const sofaId = 1;

/** Every span is one structure, its relations are links. Their ids follow `sofaId` without a gap. */
export function casOf(document: Standoff): readonly CasStructure[] {
  const { spans, relations } = inPieces(document);
  const ids = new Map(spans.map(({ id }, at) => [id, sofaId + 1 + at]));
  const leaving = relationsFrom(relations);
  let next = sofaId + 1 + spans.length;
  const links: CasStructure[] = [];
  const annotations = spans.map((span): CasStructure => {
    const own = (leaving.get(span.id) ?? []).map(({ label, to }) => {
      links.push({
        id: next,
        type: linkType,
        strings: [{ name: "role", value: label }],
        references: [{ name: "target", to: ids.get(to) ?? 0 }],
        lists: [],
        where: "",
      });
      next += 1;
      return next - 1;
    });
    return {
      id: ids.get(span.id) ?? 0,
      type: spanType,
      begin: span.segments[0]?.start ?? 0,
      end: span.segments[0]?.end ?? 0,
      strings: [
        { name: "label", value: span.label },
        ...span.values.map(({ name, value }) => ({ name: featureOf(name), value })),
      ],
      references: [],
      lists: own.length === 0 ? [] : [{ name: "links", to: own }],
      where: "",
    };
  });
  return [...annotations, ...links];
}

const ownFeatures = ["sofa", "begin", "end", "label", "links", "id"];

/** What a value's feature is called: a Java identifier. */
function featureOf(name: string): string {
  const safe = identifier(name);
  return ownFeatures.includes(safe) || safe.startsWith("value_") ? `value_${safe}` : safe;
}

function nameOfFeature(feature: string): string {
  return unescaped(feature.startsWith("value_") ? feature.slice("value_".length) : feature);
}

/** The features of spans that hold values of these names. */
export function valueFeatures(names: Iterable<string>): readonly string[] {
  return [...new Set(Array.from(names, featureOf))].sort();
}

/** What a text is divided into, and what is known of it as a whole. */
const passedOver =
  /(?:^|\.)(?:Token|Sentence|Paragraph|DocumentAnnotation|DocumentMetaData|TagsetDescription|Sofa|SofaReference)$/u;
/** Layers whose label is the value of a feature. */
const labelled: Readonly<Record<string, string>> = {
  SaysoSpan: "label",
  NamedEntity: "value",
  Span: "label",
  CustomSpan: "label",
};

/** What a layer's annotation is called, and its other values. */
export function labelOfLayer(
  type: string,
  strings: readonly NamedValue[],
): { readonly label: string; readonly others: readonly NamedValue[] } {
  const shortType = type.slice(type.lastIndexOf(".") + 1);
  const feature = Object.hasOwn(labelled, shortType) ? labelled[shortType] : undefined;
  return {
    label: strings.find(({ name }) => name === feature)?.value ?? shortType,
    others: strings.filter(({ name }) => name !== feature),
  };
}

/** A text of a CAS, which may have several: translations, say, or what was there before it was normalized. */
export interface CasText {
  readonly id: number;
  /** What its view is called. */
  readonly view: string;
  /** `null`: it lies elsewhere, or is none. */
  readonly text: string | null;
}

const firstView = "_InitialView";

const isSpan = ({ type, begin, end }: CasStructure): boolean =>
  begin !== undefined && end !== undefined && !passedOver.test(type);

/** A standoff a text. The first view has the name of the file, each other one its own behind it. */
export function standoffsOfCas(
  about: Pick<Standoff, "article" | "title" | "annotator" | "folder">,
  texts: readonly CasText[],
  structures: readonly CasStructure[],
): readonly ReadStandoff[] {
  const first = texts.find(({ view }) => view === firstView) ?? texts[0];
  const byText = new Map<number | undefined, CasStructure[]>();
  for (const structure of structures) {
    const of = structure.sofa ?? first?.id;
    const own = byText.get(of);
    if (own) own.push(structure);
    else byText.set(of, [structure]);
  }
  const byId = new Map(structures.map((structure) => [structure.id, structure]));
  const there = new Set(texts.flatMap(({ id, text }) => (text === null ? [] : [id])));
  const astray = structures
    .filter((structure) => isSpan(structure) && !there.has(structure.sofa ?? first?.id ?? Number.NaN))
    .map(({ where }) =>
      wrong(where, message("interchange.no-article-text"), message("interchange.left-out")),
    );
  const read = texts.flatMap((one) => {
    const { id, view, text } = one;
    if (text === null) return [];
    const isFirst = one === first;
    const name = (of: string): string => (isFirst ? of : `${of}/${view}`);
    const { document, ...rest } = readStandoff(
      { ...about, article: name(about.article), title: name(about.title), text },
      { units: ["utf-16"], ...spansOfCas(byText.get(id) ?? [], byId) },
    );
    return [{ document: withJoinedPieces(document), ...rest }];
  });
  return read.map((one, at) => (at === 0 ? { ...one, rejected: [...one.rejected, ...astray] } : one));
}

/** The spans and relations of structures of whatever types. `byId`: with those that they refer to. */
function spansOfCas(
  structures: readonly CasStructure[],
  byId: ReadonlyMap<number, CasStructure>,
): {
  readonly spans: readonly ReadSpan[];
  readonly relations: readonly ReadRelation[];
} {
  const spans: ReadSpan[] = [];
  const relations: ReadRelation[] = [];
  for (const structure of structures) {
    const { id, type, begin, end, strings, references, lists, where } = structure;
    if (!isSpan(structure)) continue;
    const shortType = type.slice(type.lastIndexOf(".") + 1);
    const reference = (name: string): number | undefined => references.find((one) => one.name === name)?.to;
    const [governor, dependent] = [reference("Governor"), reference("Dependent")];
    if (governor !== undefined && dependent !== undefined) {
      const label = ["label", "value", "relation", "role"]
        .map((name) => strings.find((one) => one.name === name)?.value)
        .find((value) => value !== undefined);
      relations.push({ label: label ?? shortType, from: String(governor), to: String(dependent), where });
      continue;
    }
    const { label, others } = labelOfLayer(type, strings);
    spans.push({
      id: String(id),
      label,
      segments: [{ start: begin, end }],
      values: others.map(({ name, value }) => ({ name: nameOfFeature(name), value })),
      where,
    });
    for (const { name, to } of [...lists, ...references.map(({ name, to }) => ({ name, to: [to] }))])
      for (const member of to) {
        const target = byId.get(member);
        const link = target?.references.find((one) => one.name === "target");
        if (target && link && !isSpan(target)) {
          const role = target.strings.find((one) => one.name === "role")?.value ?? name;
          relations.push({ label: role, from: String(id), to: String(link.to), where });
        } else if (target && isSpan(target))
          relations.push({ label: name, from: String(id), to: String(member), where });
      }
  }
  return { spans, relations };
}
