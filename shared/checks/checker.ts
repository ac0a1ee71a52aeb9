// Holds an article's annotations to the checks, and keeps what they found up to date: it is told of every new state, notes
// what that touches, and looks at it again in portions as small as the caller has time for.
import { type Annotations, mentionsOf, usersOf } from "../model/annotation-set.ts";
import type { Metadata } from "../model/article.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Change, RecordsChange } from "../model/change.ts";
import { changeBetween } from "../model/difference.ts";
import { entityBehind } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { Quotation } from "../model/quotations.ts";
import { overlaps, type Range } from "../model/range.ts";
import { stretchId } from "../model/selector.ts";
import { createSpanPlaces } from "../model/span-places.ts";
import { get, records } from "../model/table.ts";
import type { Tagset } from "../model/tagset.ts";
import { quotationsTouching } from "../model/text-units.ts";
import type { Check, CheckContext, Fix, SubjectKind, Subjects } from "./check.ts";
import { compareFindings, type Finding } from "./finding.ts";
import { checkOf, checksFor } from "./index.ts";

interface CheckerOptions {
  readonly text: ArticleText;
  readonly metadata: readonly Metadata[];
  readonly tagset: Tagset;
  readonly annotations: Annotations;
}

export interface Checker {
  /** What was found, in reading order: another array whenever it is another finding. */
  findings(): readonly Finding[];
  /** Takes a new state in and notes what is to be looked at again. */
  take(annotations: Annotations): void;
  /** Looks on while there is time, at one subject at least. True when nothing is left to look at. */
  work(hasTime: () => boolean): boolean;
  /** How to put a finding right, in the state as it is now. */
  fixes(finding: Finding): readonly Fix[];
}

interface CheckerParts extends Omit<CheckContext, "annotations"> {
  annotations: Annotations;
  readonly checks: readonly Check[];
  readonly quotations: Map<Id, Quotation>;
  findings: readonly Finding[];
  /** The same by the subject, where anything was found. */
  readonly foundOn: Map<Id, readonly Finding[]>;
  /** What is to be looked at, with its kind. */
  readonly pendingSubjects: Map<Id, SubjectKind>;
  /** What was looked at since `findings` was last made, with what was found. */
  freshFindings: Map<Id, readonly Finding[]>;
}

export function createChecker({ text, metadata, tagset, annotations }: CheckerOptions): Checker {
  const parts: CheckerParts = {
    text,
    metadata,
    tagset,
    annotations,
    checks: checksFor(tagset),
    places: createSpanPlaces(text, annotations.set),
    quotations: new Map(),
    findings: [],
    foundOn: new Map(),
    pendingSubjects: new Map(),
    freshFindings: new Map(),
  };
  waitFor(parts, "card", idsIn(annotations.set.attributions));
  waitFor(parts, "span", idsIn(annotations.set.spans));
  waitFor(parts, "entity", idsIn(annotations.entities));
  waitForQuotations(parts, text.quotations);
  return {
    findings: () => parts.findings,
    take: (next) => takeIn(parts, next),
    work(hasTime) {
      const { pendingSubjects } = parts;
      for (const [id, kind] of pendingSubjects) {
        pendingSubjects.delete(id);
        parts.freshFindings.set(id, findingsOf(parts, id, kind));
        if (!hasTime()) break;
      }
      if (pendingSubjects.size === 0) takeFindings(parts);
      return pendingSubjects.size === 0;
    },
    fixes: (finding) => fixesOf(parts, finding),
  };
}

function waitFor({ pendingSubjects }: CheckerParts, kind: SubjectKind, ids: Iterable<Id>): void {
  for (const id of ids) pendingSubjects.set(id, kind);
}

function waitForQuotations(
  { text, quotations, pendingSubjects }: CheckerParts,
  toCheck: Iterable<Quotation>,
): void {
  for (const quotation of toCheck) {
    const id = stretchId(text.text, quotation);
    quotations.set(id, quotation);
    pendingSubjects.set(id, "quotation");
  }
}

const idsIn = (table: Parameters<typeof records>[0]): Id[] => Array.from(records(table), ({ id }) => id);

function takeIn(parts: CheckerParts, next: Annotations): void {
  const { text, annotations, places } = parts;
  if (next === annotations) return;
  const change = changeBetween(annotations, next);
  const touched = touchedBy(change, annotations, next);
  if (change.spans) places.apply(change.spans);
  parts.annotations = next;
  waitFor(parts, "span", touched.spans);
  waitFor(parts, "card", touched.cards);
  waitFor(parts, "entity", touched.entities);
  for (const range of touched.ranges)
    waitForQuotations(
      parts,
      quotationsTouching(text, range).filter((quotation) => overlaps(quotation, range)),
    );
}

function findingsOf(parts: CheckerParts, id: Id, kind: SubjectKind): readonly Finding[] {
  return parts.checks.flatMap((check) => {
    const finding = check.of === kind ? findBy(parts, check, id) : null;
    return finding ? [{ check: check.id, severity: check.severity, of: kind, on: id, ...finding }] : [];
  });
}

function findBy(parts: CheckerParts, check: Check, id: Id) {
  // The compiler cannot follow that the subject is of the check's own kind.
  const subject = subjectOf(parts, check.of, id) as never;
  return subject === undefined ? null : check.find(subject, contextOf(parts));
}

function subjectOf<Kind extends SubjectKind>(
  { annotations, quotations }: CheckerParts,
  kind: Kind,
  id: Id,
): Subjects[Kind] | undefined {
  const subjects = {
    span: () => get(annotations.set.spans, id),
    card: () => get(annotations.set.attributions, id),
    entity: () => get(annotations.entities, id),
    quotation: () => quotations.get(id),
  } satisfies { [K in SubjectKind]: () => Subjects[K] | undefined };
  return subjects[kind]() as Subjects[Kind] | undefined;
}

const contextOf = ({ annotations, text, metadata, tagset, places }: CheckerParts): CheckContext => ({
  annotations,
  text,
  metadata,
  tagset,
  places,
});

/** What was looked at takes the place of what was found on it before. */
function takeFindings(parts: CheckerParts): void {
  const { findings, foundOn, freshFindings } = parts;
  const staleFindings = [...freshFindings.keys()].flatMap((id) => foundOn.get(id) ?? []);
  const fresh = [...freshFindings.values()].flat();
  for (const [id, found] of freshFindings)
    if (found.length > 0) foundOn.set(id, found);
    else foundOn.delete(id);
  parts.freshFindings = new Map();
  if (staleFindings.length + fresh.length > 0) parts.findings = exchanged(findings, staleFindings, fresh);
}

function fixesOf(parts: CheckerParts, finding: Finding): readonly Fix[] {
  const check = checkOf(finding.check);
  const subject = subjectOf(parts, finding.of, finding.on) as never;
  const fixes = (subject !== undefined && check?.fixes?.(subject, contextOf(parts))) || [];
  // Two that read the same could not be told apart: the nearer one stays.
  return [...new Map(fixes.toReversed().map((fix) => [JSON.stringify(fix.says), fix])).values()].reverse();
}

/** More than this is put in order as a whole. */
const few = 64;

/** The findings with some taken out and others put in where they belong: searches, and one copy. */
function exchanged(
  findings: readonly Finding[],
  gone: readonly Finding[],
  fresh: readonly Finding[],
): readonly Finding[] {
  if (gone.length + fresh.length > few) {
    const out = new Set(gone);
    return [...findings.filter((finding) => !out.has(finding)), ...fresh].sort(compareFindings);
  }
  const updatedFindings = findings.slice();
  for (const finding of gone) updatedFindings.splice(indexFor(updatedFindings, finding), 1);
  for (const finding of fresh) updatedFindings.splice(indexFor(updatedFindings, finding), 0, finding);
  return updatedFindings;
}

/** The index of the first that does not stand before the finding. */
function indexFor(findings: readonly Finding[], finding: Finding): number {
  let low = 0;
  let high = findings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const middleFinding = findings[middle];
    if (
      middleFinding !== undefined &&
      middleFinding !== finding &&
      compareFindings(middleFinding, finding) < 0
    )
      low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which subjects a change can have made right or wrong: what it names, what refers to that, and what that refers to. */
interface Touched {
  readonly spans: ReadonlySet<Id>;
  readonly cards: ReadonlySet<Id>;
  readonly entities: ReadonlySet<Id>;
  /** Stretches in which spans or exclusions came or went. */
  readonly ranges: readonly Range[];
}

/** `change` leads from `before` to `after`. Costs what the change and its neighbours cost. */
function touchedBy(change: Change, before: Annotations, after: Annotations): Touched {
  const states = [before, after];
  const spans = new Set(idsOf(change.spans));
  const cards = new Set(idsOf(change.attributions));
  const entities = new Set<Id>();
  for (const id of withMerged(idsOf(change.entities), after)) {
    entities.add(id);
    for (const { set } of states) {
      for (const span of mentionsOf(set, id)) spans.add(span.id);
      for (const card of usersOf(set, id)) cards.add(card.id);
    }
  }
  for (const { set } of states) {
    for (const id of spans) for (const card of usersOf(set, id)) cards.add(card.id);
    for (const id of idsOf(change.attributions)) {
      const card = get(set.attributions, id);
      const spanIds = card ? [...card.voice, card.cue, card.claim, ...card.via.map(({ span }) => span)] : [];
      for (const span of spanIds) if (span !== null) spans.add(span);
    }
  }
  for (const { set, entities: registry } of states)
    for (const id of spansOfVoices(spans, cards, set)) {
      const entity = get(set.spans, id)?.entity;
      if (entity === undefined) continue;
      entities.add(entity);
      const behind = entityBehind(registry, entity);
      if (behind) entities.add(behind.id);
    }
  const ranges = [
    ...everyRecord(change.spans).flatMap(({ segments }) => segments),
    ...everyRecord(change.exclusions).map(({ segment }) => segment),
  ];
  return { spans, cards, entities, ranges };
}

/** The spans, and the voices of the cards: what an entity is held to depends on both. */
function* spansOfVoices(spans: Iterable<Id>, cards: Iterable<Id>, set: Annotations["set"]): Generator<Id> {
  yield* spans;
  for (const id of cards) yield* get(set.attributions, id)?.voice ?? [];
}

/** Entities, and those that were merged into one of them. */
function withMerged(ids: readonly Id[], { entities }: Annotations): ReadonlySet<Id> {
  const allIds = new Set(ids);
  if (ids.length > 0)
    for (const entity of records(entities))
      if (entity.mergedInto !== undefined && allIds.has(entityBehind(entities, entity.id)?.id ?? ""))
        allIds.add(entity.id);
  return allIds;
}

function everyRecord<T extends { readonly id: Id }>(change: RecordsChange<T> | undefined): T[] {
  if (!change) return [];
  return [...change.added, ...change.removed, ...change.updated.flatMap(({ from, to }) => [from, to])];
}

const idsOf = <T extends { readonly id: Id }>(change: RecordsChange<T> | undefined): Id[] =>
  everyRecord(change).map(({ id }) => id);
