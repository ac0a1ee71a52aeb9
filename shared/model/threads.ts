// The threads that the remarks of several sets make up. Who reads the same sets, in whatever order and however often, sees
// the same threads in the same order.
import type { AnnotationSetJson } from "./annotation-set.ts";
import { compareCodeUnits } from "./compare-code-units.ts";
import type { Id } from "./id.ts";
import { type Remark, type RemarkSubject, subjectIds } from "./remark.ts";

/** A remark with who said it: the annotator of the set that it lies in, whatever its provenance claims. */
export interface SaidRemark extends Remark {
  readonly by: Id;
}

export interface Thread {
  readonly id: Id;
  readonly article: Id;
  /** What its first remark is on. */
  readonly on: RemarkSubject;
  /** By time, but each after the one its author had read last; never empty. */
  readonly remarks: readonly SaidRemark[];
  /** True when the last word resolves it: whoever answers without having seen that opens it again. */
  readonly isResolved: boolean;
}

/** Why a thread waits for somebody, the most personal reason first. */
export type WaitReason = "mentioned" | "answered" | "on-yours";

/** The remarks of one set. */
export type SetRemarks = Pick<AnnotationSetJson, "articleId" | "annotatorId" | "remarks">;

/** Those of all articles of these sets, the one with the latest word first. */
export function threadsOf(sets: readonly SetRemarks[]): Thread[] {
  const byThread = new Map<string, { article: Id; remarks: Map<string, SaidRemark> }>();
  for (const { articleId: article, annotatorId: by, remarks = [] } of sets)
    for (const remark of remarks) {
      const key = `${article} ${remark.thread}`;
      const thread = byThread.get(key) ?? { article, remarks: new Map() };
      byThread.set(key, thread);
      const remarkKey = `${by} ${remark.id}`;
      thread.remarks.set(remarkKey, newer(thread.remarks.get(remarkKey), { ...remark, by }));
    }
  const threads = [...byThread.values()].flatMap(({ article, remarks }) => threadOf(article, remarks));
  return threads.sort(
    (a, b) =>
      compareCodeUnits(lastOf(b).provenance.at, lastOf(a).provenance.at) ||
      compareCodeUnits(a.article, b.article) ||
      compareCodeUnits(a.id, b.id),
  );
}

/** Why a thread waits for this annotator; `null` when it does not. `theirs`: whether an id is of a span or card of their set. */
export function waitsFor(annotator: Id, thread: Thread, theirs: (id: Id) => boolean): WaitReason | null {
  if (thread.isResolved || lastOf(thread).by === annotator) return null;
  const sinceIndex = thread.remarks.findLastIndex(({ by }) => by === annotator) + 1;
  const since = thread.remarks.slice(sinceIndex);
  if (since.some(({ mentions }) => mentions.includes(annotator))) return "mentioned";
  if (sinceIndex > 0) return "answered";
  return subjectIds(thread.on).some(theirs) ? "on-yours" : null;
}

/** The last word in a thread. */
export function lastOf({ remarks }: Thread): SaidRemark {
  const lastRemark = remarks.at(-1);
  if (!lastRemark) throw new RangeError("A thread has remarks.");
  return lastRemark;
}

function threadOf(article: Id, found: ReadonlyMap<string, SaidRemark>): Thread[] {
  const remarks = inOrder([...found.values()]);
  const [first] = remarks;
  if (!first) return [];
  const isResolved = remarks.at(-1)?.kind === "resolve";
  return [{ id: first.thread, article, on: first.on, remarks, isResolved }];
}

/** Where a remark stands: the latest time up to it, and how many it follows at that time. */
interface RemarkPlace {
  readonly at: string;
  readonly depth: number;
}

/** By time, but each after the one that its author had read last, since clocks differ. */
function inOrder(remarks: readonly SaidRemark[]): SaidRemark[] {
  const byClock = [...remarks].sort(
    (a, b) =>
      compareCodeUnits(a.provenance.at, b.provenance.at) ||
      compareCodeUnits(a.id, b.id) ||
      compareCodeUnits(a.by, b.by),
  );
  const byId = new Map(byClock.toReversed().map((remark) => [remark.id, remark]));
  const standings = new Map<SaidRemark, RemarkPlace>();
  for (const remark of byClock) {
    // From the remark back to one that is known, or to where the way ends or comes back to itself, as only a forged one does.
    const way: SaidRemark[] = [];
    const seen = new Set<SaidRemark>();
    let at: SaidRemark | undefined = remark;
    while (at && !standings.has(at) && !seen.has(at)) {
      way.push(at);
      seen.add(at);
      at = at.after === undefined ? undefined : byId.get(at.after);
    }
    let previousStanding = at && standings.get(at);
    for (const laterRemark of way.toReversed()) {
      const isLater =
        !previousStanding || compareCodeUnits(laterRemark.provenance.at, previousStanding.at) > 0;
      previousStanding = isLater
        ? { at: laterRemark.provenance.at, depth: 0 }
        : { at: previousStanding?.at ?? "", depth: (previousStanding?.depth ?? 0) + 1 };
      standings.set(laterRemark, previousStanding);
    }
  }
  const standingOf = (one: SaidRemark): RemarkPlace => standings.get(one) ?? { at: "", depth: 0 };
  return byClock.sort((a, b) => {
    const [one, other] = [standingOf(a), standingOf(b)];
    return compareCodeUnits(one.at, other.at) || one.depth - other.depth;
  });
}

/** Of two versions of one remark the one that was edited later; two of one time are told apart by what they say. */
function newer(one: SaidRemark | undefined, other: SaidRemark): SaidRemark {
  if (!one) return other;
  const [a, b] = [one, other].map(({ provenance }) => provenance.editedAt ?? provenance.at);
  return (compareCodeUnits(a ?? "", b ?? "") || compareCodeUnits(contentOf(one), contentOf(other))) >= 0
    ? one
    : other;
}

const contentOf = ({ after, on, kind, text, mentions, provenance }: Remark): string =>
  JSON.stringify([
    on.what,
    subjectIds(on),
    "quote" in on && on.quote,
    after ?? "",
    kind,
    text,
    mentions,
    provenance.annotator,
    provenance.at,
  ]);
