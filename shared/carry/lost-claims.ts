// Claims that an annotator had marked in an article and that its new version no longer has: who said what, and where.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { articleTextOf, paragraphAt } from "../model/article-text.ts";
import type { Id } from "../model/id.ts";
import { type Span, spanText } from "../model/span.ts";
import type { PlacedMark, SetCarried } from "./carry-set.ts";

/** `gone`: nothing of it is left. `cut`: a part is. `other-words`: other words stand in its place. `unclear`: it may be elsewhere. */
export interface LostClaim {
  /** Of the card; of the claim itself where it is in none. */
  readonly id: Id;
  readonly how: "gone" | "cut" | "other-words" | "unclear";
  readonly claim: string;
  /** What stands there now, where that is known. */
  readonly now: string | null;
  readonly voice: string;
  readonly cue: string;
  /** Of the old text, from 1. */
  readonly paragraph: number;
}

/** In the order of the old text. `text`: that the set was made on. */
export function lostClaims(
  set: AnnotationSetJson,
  text: string,
  { doubtful, lost }: SetCarried,
): readonly LostClaim[] {
  const spans = new Map(set.spans.map((span) => [span.id, span]));
  const doubtfulById = new Map(doubtful.map((one) => [one.id, one]));
  const lostIds = new Set(lost.map(({ id }) => id));
  const article = articleTextOf(text);
  const words = (ids: readonly (Id | null)[]): string =>
    ids
      .flatMap((id) => spans.get(id ?? "") ?? [])
      .map(spanText)
      .join(", ");
  const lostClaimFor = (id: Id, span: Span | undefined, voice: string, cue: string) => {
    const doubt = doubtfulById.get(span?.id ?? "");
    const start = span?.segments[0]?.start;
    if (!span || start === undefined || !(doubt || lostIds.has(span.id))) return [];
    const claim: LostClaim = {
      id,
      how: doubt ? howOf(doubt) : "gone",
      claim: spanText(span),
      now: doubt ? doubt.segments.map(({ quote }) => quote).join(" … ") : null,
      voice,
      cue,
      paragraph: paragraphAt(article, start) + 1,
    };
    return [{ claim, at: start }];
  };
  const inCards = new Set(set.attributions.flatMap(({ claim }) => claim ?? []));
  // Tagsets may have other types for claims: those that stand as one in a card.
  const types = new Set(["claim", ...[...inCards].flatMap((id) => spans.get(id)?.type ?? [])]);
  const claims = [
    ...set.attributions.flatMap((card) =>
      lostClaimFor(card.id, spans.get(card.claim ?? ""), words(card.voice), words([card.cue])),
    ),
    ...set.spans
      .filter(({ id, type }) => types.has(type) && !inCards.has(id))
      .flatMap((span) => lostClaimFor(span.id, span, "", "")),
  ];
  return claims.sort((one, other) => one.at - other.at).map(({ claim }) => claim);
}

function howOf({ reason }: PlacedMark): LostClaim["how"] {
  if (reason === "cut") return "cut";
  return reason === "replaced" || reason === "changed" ? "other-words" : "unclear";
}
