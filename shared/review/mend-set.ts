// Makes of somebody's set in a file what can be made of it: stretches that stand elsewhere are found again, records that cannot be
// understood or break a law are left out, each with its reason, and what referred to them goes on without.
import { type Finding, findingOf, pointer } from "../files/finding.ts";
import { type AnnotationSetJson, type Exclusion, setFromJson } from "../model/annotation-set.ts";
import type { Attribution } from "../model/attribution.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import { violations } from "../model/invariants.ts";
import type { Rejection } from "../model/rejection.ts";
import type { Selector } from "../model/selector.ts";
import type { Span } from "../model/span.ts";
import { has, type Table } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { violationsOfTagset } from "../model/violation.ts";
import * as model from "../schema/model.ts";
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
  moved(finding: Finding): void;
  left(finding: Finding): void;
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
  const progress = model.progress.safeParse({ ...valuesIn(raw.progress), id: articleId });
  const readList = <T extends { readonly id: Id }>(name: string, schema: Schema<T>): readonly T[] =>
    unique(
      listIn(raw[name]).flatMap((one, index) => readRecord(one, schema, pointerTo(at, name, index), context)),
      name,
      context,
    );
  const [waivers, remarks, decisions, rejections, orphans] = [
    readList("waivers", model.waiver),
    readList("remarks", model.remark),
    readList("decisions", model.decision),
    unique(rejectionsIn(raw, context), "rejections", context),
    readList("orphans", model.orphan),
  ];
  const annotationSet: AnnotationSetJson = {
    articleId,
    annotatorId: annotator.data,
    textHash,
    spans: unique(spansIn(raw, context), "spans", context),
    attributions: unique(cardsIn(raw, context), "attributions", context),
    exclusions: unique(exclusionsIn(raw, context), "exclusions", context),
    ...(waivers.length > 0 && { waivers }),
    ...(remarks.length > 0 && { remarks }),
    ...(decisions.length > 0 && { decisions }),
    ...(rejections.length > 0 && { rejections }),
    ...(orphans.length > 0 && { orphans }),
    ...(raw.progress !== undefined && progress.success && { progress: progress.data }),
  };
  return withinTheLaws(annotationSet, context);
}

const pointerTo = (at: string, name: string, index: number): string => `${at}${pointer(name, index)}`;

const leftOut = (where: string, what: Text): Finding => ({
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

const spansIn = (raw: Values, context: MendContext): Span[] =>
  listIn(raw.spans).flatMap((value, index) => {
    const where = pointerTo(context.at, "spans", index);
    const span = valuesIn(value);
    const segments = stretches(listIn(span.segments), where, context);
    if (!segments) return [];
    const { entity, ...rest } = span;
    const isKnown = typeof entity === "string" && has(context.entities, entity);
    return readRecord({ ...rest, ...(isKnown && { entity }), segments }, model.span, where, context);
  });

const exclusionsIn = (raw: Values, context: MendContext): Exclusion[] =>
  listIn(raw.exclusions).flatMap((value, index) => {
    const where = pointerTo(context.at, "exclusions", index);
    const exclusion = valuesIn(value);
    const [segment] = stretches([exclusion.segment], where, context) ?? [];
    return segment ? readRecord({ ...exclusion, segment }, model.exclusion, where, context) : [];
  });

const rejectionsIn = (raw: Values, context: MendContext): Rejection[] =>
  listIn(raw.rejections).flatMap((value, index) => {
    const where = pointerTo(context.at, "rejections", index);
    const rejection = valuesIn(value);
    const [segment] = stretches([rejection.segment], where, context) ?? [];
    return segment ? readRecord({ ...rejection, segment }, model.rejection, where, context) : [];
  });

const cardsIn = (raw: Values, context: MendContext): Attribution[] =>
  listIn(raw.attributions).flatMap((value, index) => {
    const { kindFrom, kind, ...card } = valuesIn(value);
    const judged = kindFrom === "annotator" ? kind : null;
    return readRecord(
      { ...card, kind: judged },
      model.attribution,
      pointerTo(context.at, "attributions", index),
      context,
    );
  });

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
    const stays =
      (kind: string) =>
      ({ id }: { readonly id: Id }): boolean =>
        !bad.has(`${kind} ${id}`);
    const { waivers, remarks, decisions, rejections, orphans, progress: _progress, ...rest } = mended;
    mended = withoutTies({
      ...rest,
      spans: rest.spans.filter(stays("spans")),
      attributions: rest.attributions.filter(stays("attributions")),
      exclusions: rest.exclusions.filter(stays("exclusions")),
      ...(waivers && { waivers: waivers.filter(stays("waivers")) }),
      ...(remarks && { remarks: remarks.filter(stays("remarks")) }),
      ...(decisions && { decisions: decisions.filter(stays("decisions")) }),
      ...(rejections && { rejections: rejections.filter(stays("rejections")) }),
      ...(orphans && { orphans: orphans.filter(stays("orphans")) }),
    });
    if (errors.every(({ kind }) => kind === "set" || kind === "progress")) return mended;
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
