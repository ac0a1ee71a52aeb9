// Makes of somebody's set in a file what can be made of it: stretches that stand elsewhere are found again, records that cannot be
// understood or break a law are left out, each with its reason, and what referred to them goes on without.
import { type FileFinding, findingOf, pointer } from "../files/finding.ts";
import { type AnnotationSetJson, setFromJson } from "../model/annotation-set.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import { mapRecords, type RecordOf, recordsJson, type SetKind } from "../model/record-kinds.ts";
import type { Selector } from "../model/selector.ts";
import { has, type Table } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { violationsOfTagset } from "../model/violation.ts";
import * as model from "../schema/model.ts";
import { recordSchema } from "../schema/record-kinds.ts";
import { message, type Text } from "../words/message.ts";
import { mendStretch, type StretchFinder } from "./mend-stretch.ts";

interface MendContext {
  readonly finder: StretchFinder;
  readonly articleId: Id;
  readonly textHash: string;
  readonly tagset: Tagset;
  readonly entities: Table<Entity>;
  /** The set's JSON pointer. */
  readonly at: string;
  moved(finding: FileFinding): void;
  left(finding: FileFinding): void;
}

type Values = Readonly<Record<string, unknown>>;
type Parsed<T> = { readonly success: true; readonly data: T } | { readonly success: false };
type Schema<T> = { safeParse(value: unknown): Parsed<T> };

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const valuesIn = (value: unknown): Values =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

/** `null` for what is no set at all. */
export function mendSet(value: unknown, context: MendContext): AnnotationSetJson | null {
  const { articleId, textHash, at } = context;
  const raw = valuesIn(value);
  const annotator = model.id.safeParse(raw.annotator);
  if (!annotator.success) {
    context.left(leftOut(at, message("handover.mend-unread")));
    return null;
  }
  const mendedSet: AnnotationSetJson = {
    articleId,
    annotatorId: annotator.data,
    textHash,
    ...recordsJson((kind) => readRecords(kind, raw, context)),
  };
  return withinTheLaws(mendedSet, context);
}

/** What is said of the article as a whole goes without a finding where it cannot be understood. */
function readRecords<Kind extends SetKind>(
  kind: Kind,
  raw: Values,
  context: MendContext,
): readonly RecordOf<Kind>[] {
  const schema = recordSchema(kind);
  if (kind === "progress") {
    const parsed = schema.safeParse({ ...valuesIn(raw.progress), id: context.articleId });
    return raw.progress !== undefined && parsed.success ? [parsed.data] : [];
  }
  const mend = menders[kind];
  const list = listIn(raw[kind]).flatMap((value, index) => {
    const where = `${context.at}${pointer(kind, index)}`;
    const mended = mend ? mend(valuesIn(value), where, context) : value;
    return mended === undefined ? [] : readRecord(mended, schema, where, context);
  });
  return unique(list, kind, context);
}

const leftOut = (where: string, what: Text): FileFinding => ({
  severity: "error",
  where,
  what,
  advice: message("handover.mend-kept"),
});

function readRecord<T>(value: unknown, schema: Schema<T>, where: string, { left }: MendContext): T[] {
  const parsed = schema.safeParse(value);
  if (parsed.success) return [parsed.data];
  left(leftOut(where, message("handover.mend-unread")));
  return [];
}

/** The first of each id. */
function unique<T extends { readonly id: Id }>(
  list: readonly T[],
  name: string,
  context: MendContext,
): readonly T[] {
  const seen = new Set<Id>();
  return list.filter(({ id }) => {
    const isFirst = !seen.has(id);
    seen.add(id);
    if (!isFirst) context.left(leftOut(`${context.at}/${name}`, message("findings.repeated-id", { id })));
    return isFirst;
  });
}

/** The stretches of a record found, or `null`, with the reason told. */
function stretches(segments: readonly unknown[], where: string, context: MendContext): Selector[] | null {
  const selectors: Selector[] = [];
  for (const segment of segments) {
    const mended = mendStretch(context.finder, segment);
    const quote = String(valuesIn(segment).quote ?? "").slice(0, 80);
    if (!("selector" in mended)) {
      context.left(leftOut(where, message(`handover.mend-${mended.how}`, { quote })));
      return null;
    }
    if (mended.how !== "same")
      context.moved({
        severity: "incomplete",
        where,
        what: message(`handover.mend-${mended.how}`, { quote }),
        advice: message("handover.mend-look"),
      });
    selectors.push(mended.selector);
  }
  return selectors.sort((a, b) => a.start - b.start);
}

type Mender = (record: Values, where: string, context: MendContext) => Values | undefined;

const mendSegment: Mender = (record, where, context) => {
  const [segment] = stretches([record.segment], where, context) ?? [];
  return segment && { ...record, segment };
};

/** What is made of records before they are read; `undefined` where their stretches are not in the text. */
const menders: { readonly [Kind in SetKind]?: Mender } = {
  spans({ entity, ...span }, where, context) {
    const segments = stretches(listIn(span.segments), where, context);
    const isKnown = typeof entity === "string" && has(context.entities, entity);
    return segments ? { ...span, ...(isKnown && { entity }), segments } : undefined;
  },
  attributions: ({ kindFrom, kind, ...card }) => ({ ...card, kind: kindFrom === "annotator" ? kind : null }),
  exclusions: mendSegment,
  rejections: mendSegment,
};

/** Without the records that break a law, until none does. Every turn leaves something out, so that it ends. */
function withinTheLaws(set: AnnotationSetJson, context: MendContext): AnnotationSetJson {
  let mended = withoutTies(set);
  for (;;) {
    const { articleId, tagset, entities, finder } = context;
    const errors = violations(
      { set: setFromJson(mended), entities },
      { text: finder.text, articleId, tagset },
    ).filter(
      ({ severity, kind, code }) =>
        severity === "error" && kind !== "entities" && !violationsOfTagset.has(code),
    );
    if (errors.length === 0) return mended;
    const bad = new Set(errors.map(({ kind, id }) => `${kind} ${id}`));
    for (const violation of errors) context.left(findingOf(violation, context.at));
    mended = withoutTies(
      mapRecords(mended, (kind, list) => list.filter(({ id }) => !bad.has(`${kind} ${id}`))),
    );
    if (errors.every(({ kind }) => kind === "set")) return mended;
  }
}

/** References to what is not there are taken out of cards. */
function withoutTies(set: AnnotationSetJson): AnnotationSetJson {
  const spans = new Set(set.spans.map(({ id }) => id));
  const cards = new Set(set.attributions.map(({ id }) => id));
  const idAmong = (id: Id | null, among: ReadonlySet<Id>): Id | null =>
    id !== null && among.has(id) ? id : null;
  return {
    ...set,
    attributions: set.attributions.map((card) => ({
      ...card,
      voice: card.voice.filter((id) => spans.has(id)),
      cue: idAmong(card.cue, spans),
      claim: idAmong(card.claim, spans),
      via: card.via.filter(({ span }) => spans.has(span)),
      within: idAmong(card.within, cards),
    })),
  };
}
