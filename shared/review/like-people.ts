// Two annotators who look like one person: renamed, imported blind beside the open work, or at work on two machines. Three things speak
// for it, each counted over all articles of which both have a set on the same text:
//
// * the same ids: ids are random, so that a mark of one id in two sets is one mark;
// * the same moments: marks on the same words made in the same millisecond, which copies keep where ids are new;
// * the same marks by hand: so many spans alike to the letter that two people would hardly make them. Accepted suggestions say nothing here:
//   two people who accept the same proposals have the same marks.
//
// It is asked about, never acted on.

import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { isPerson } from "../model/curation.ts";
import type { Id } from "../model/id.ts";
import type { Annotator } from "../model/project.ts";
import { type Span, typeAndPlace } from "../model/span.ts";
import { type Message, message } from "../words/message.ts";
import { personOf } from "./one-person.ts";

/** Which share of the smaller work has to have ids or moments of the other. */
export const copiedShare = 0.5;
/** At how many different moments both must have marked the same. */
export const fewestMoments = 3;
/** From which strict F1 on works by hand are nearly the same, and how many spans each must have for that to mean anything. */
export const alikeF1 = 0.95;
export const fewestByHand = 20;

export interface LikePair {
  /** As who they are counted, the one that comes first in the project's order first. */
  readonly people: readonly [Id, Id];
  /** Articles of which both have a set on the same text. */
  readonly articles: number;
  /** Spans of each in these. */
  readonly spans: readonly [number, number];
  /** Spans of the same type on the same stretches in both. */
  readonly same: number;
  /** Spans whose id is in both. */
  readonly sameIds: number;
  /** Different moments at which both marked the same. */
  readonly sameMoments: number;
}

/** What speaks for their being one person. */
export const alikeEvidence = ({ articles, spans, same, sameIds, sameMoments }: Evidence): Message =>
  message("review.alike-evidence", {
    same,
    ones: spans[0],
    others: spans[1],
    articles,
    ids: sameIds,
    moments: sameMoments,
  });

type Evidence = Omit<LikePair, "people">;

interface Counts {
  articles: number;
  readonly spans: [number, number];
  readonly byHand: [number, number];
  same: number;
  sameByHand: number;
  sameIds: number;
  readonly moments: Set<string>;
}

/**
 * Of those about whom nobody has answered yet. The curation is nobody. Who is counted as somebody else is asked about as that person, and
 * each pair of persons once, by those two of their annotators for whom most speaks.
 */
export function likePeople(
  articles: readonly { readonly sets: readonly AnnotationSetJson[] }[],
  annotators: readonly Annotator[],
): readonly LikePair[] {
  const order = new Map(annotators.filter(isPerson).map(({ id }, at) => [id, at]));
  const person = personOf(annotators);
  const inOrder = (a: Id, b: Id): number => (order.get(a) ?? 0) - (order.get(b) ?? 0);
  const different = new Set(
    annotators.flatMap(({ id, notSameAs = [] }) =>
      notSameAs.flatMap((other) => [`${person(id)} ${person(other)}`, `${person(other)} ${person(id)}`]),
    ),
  );
  const isAnswered = (one: Id, other: Id): boolean => one === other || different.has(`${one} ${other}`);
  const pairs = new Map<string, Counts & { readonly people: readonly [Id, Id] }>();
  for (const { sets } of articles) {
    const indices = sets
      .filter(({ annotatorId }) => order.has(annotatorId))
      .sort((a, b) => inOrder(a.annotatorId, b.annotatorId))
      .map(indexed);
    for (const [at, one] of indices.entries())
      for (const otherIndexed of indices.slice(at + 1)) {
        const annotatorIds = [one.set.annotatorId, otherIndexed.set.annotatorId] as const;
        const [a, b] = annotatorIds.map(person).sort(inOrder) as [Id, Id];
        if (one.set.textHash !== otherIndexed.set.textHash || isAnswered(a, b)) continue;
        const key = annotatorIds.join(" ");
        const counts = pairs.get(key) ?? { people: [a, b], ...nothing() };
        pairs.set(key, counts);
        count(counts, person(one.set.annotatorId) === a ? [one, otherIndexed] : [otherIndexed, one]);
      }
  }
  const strongest = new Map<string, LikePair>();
  for (const { people, articles: both, spans, same, sameIds, moments } of [...pairs.values()].filter(
    looksLikeOne,
  )) {
    const pair = { people, articles: both, spans, same, sameIds, sameMoments: moments.size };
    const strongestPair = strongest.get(people.join(" "));
    if (!strongestPair || isStronger(pair, strongestPair)) strongest.set(people.join(" "), pair);
  }
  return [...strongest.values()];
}

/** Ids speak before moments, and those before marks. */
function isStronger(one: LikePair, other: LikePair): boolean {
  const weights = (pair: LikePair): number[] => [pair.sameIds, pair.sameMoments, pair.same];
  const others = weights(other);
  const more = weights(one).map((weight, at) => weight - (others[at] ?? 0));
  return (more.find((difference) => difference !== 0) ?? 0) > 0;
}

interface Indexed {
  readonly set: AnnotationSetJson;
  readonly ids: ReadonlySet<Id>;
  readonly places: ReadonlyMap<string, Span>;
  readonly byHand: number;
}

function indexed(set: AnnotationSetJson): Indexed {
  return {
    set,
    ids: new Set(set.spans.map(({ id }) => id)),
    places: new Map(set.spans.map((span) => [typeAndPlace(span), span])),
    byHand: set.spans.filter(isByHand).length,
  };
}

const nothing = (): Counts => ({
  articles: 0,
  spans: [0, 0],
  byHand: [0, 0],
  same: 0,
  sameByHand: 0,
  sameIds: 0,
  moments: new Set(),
});

function count(counts: Counts, [one, other]: readonly [Indexed, Indexed]): void {
  counts.articles += 1;
  for (const [at, { set, byHand }] of [one, other].entries()) {
    counts.spans[at] = (counts.spans[at] ?? 0) + set.spans.length;
    counts.byHand[at] = (counts.byHand[at] ?? 0) + byHand;
  }
  for (const id of one.ids) if (other.ids.has(id)) counts.sameIds += 1;
  for (const [place, span] of one.places) {
    const twin = other.places.get(place);
    if (!twin) continue;
    counts.same += 1;
    if (isByHand(span) && isByHand(twin)) counts.sameByHand += 1;
    const { at, origin } = span.provenance;
    // What comes in from another tool is stamped with the moment at which it came.
    if (at === twin.provenance.at && origin.by !== "imported") counts.moments.add(`${counts.articles} ${at}`);
  }
}

function looksLikeOne({ spans, byHand, same, sameIds, sameByHand, moments }: Counts): boolean {
  const smaller = Math.min(...spans);
  const isCopied = sameIds > 0 && sameIds >= smaller * copiedShare;
  const isOfOneMoment =
    moments.size >= fewestMoments && same >= smaller * copiedShare && moments.size >= same * copiedShare;
  const f1 = (2 * sameByHand) / (byHand[0] + byHand[1]);
  return isCopied || isOfOneMoment || (Math.min(...byHand) >= fewestByHand && f1 >= alikeF1);
}

const isByHand = ({ provenance: { origin } }: Span): boolean => origin.by !== "suggested";
