// Two versions of an article with what became of somebody's tags between them, and all of it in words.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { articleTextOf, paragraphAt } from "../model/article-text.ts";
import type { Id } from "../model/id.ts";
import { type Span, spanText } from "../model/span.ts";
import { message, type Text } from "../words/message.ts";
import { alignTexts } from "./alignment.ts";
import { carrySet, type PlacedMark, type SetCarried } from "./carry-set.ts";
import { type ComparedRow, type ComparedTexts, compareTexts } from "./compare-texts.ts";

export interface ArticleVersion {
  readonly title: string;
  /** Whether its title is one, and not only the name of a file or its first words. */
  readonly isTitled: boolean;
  readonly text: string;
  /** What tells this version from the other: a date, a file, a revision. */
  readonly label: Text;
}

export interface VersionComparison {
  readonly before: ArticleVersion;
  readonly after: ArticleVersion;
  readonly texts: ComparedTexts;
  readonly summary: readonly Text[];
  /** `null`: nobody's tags were given. */
  readonly tags: {
    readonly placed: number;
    readonly moved: number;
    readonly doubtful: number;
    readonly lost: number;
    readonly claims: readonly LostClaim[];
  } | null;
}

/** `set`: of the old text. */
export function comparisonOf(
  before: ArticleVersion,
  after: ArticleVersion,
  set: AnnotationSetJson | null = null,
): VersionComparison {
  const alignment = alignTexts(before.text, after.text);
  const texts = compareTexts(before.text, after.text, alignment);
  const carriedSet = set && carrySet(set, alignment);
  return {
    before,
    after,
    texts,
    summary: summaryOf(before, after, texts),
    tags: set &&
      carriedSet && {
        placed: carriedSet.placed.length,
        moved: carriedSet.placed.filter(({ moved }) => moved).length,
        doubtful: carriedSet.doubtful.length,
        lost: carriedSet.lost.length,
        claims: lostClaims(set, before.text, carriedSet),
      },
  };
}

/** Figures that are told in the summary. */
const mostFigures = 6;

function summaryOf(
  before: ArticleVersion,
  after: ArticleVersion,
  { counts, words, figures }: ComparedTexts,
): Text[] {
  const { changed, added, removed, moved, written } = counts;
  const isOther = words.removed + words.added + changed + added + removed + moved + written > 0;
  const messages: (Text | false)[] = [
    before.isTitled &&
      after.isTitled &&
      before.title !== after.title &&
      message("changes.title-changed", { before: before.title, after: after.title }),
    !isOther && message("changes.nothing"),
    isOther && message("changes.words", words),
    added > 0 && message("changes.added", { count: added }),
    removed > 0 && message("changes.removed", { count: removed }),
    moved > 0 && message("changes.moved", { count: moved }),
    changed > 0 && message("changes.changed", { count: changed }),
    written > 0 && message("changes.written", { count: written }),
    ...figures.slice(0, mostFigures).map((one) =>
      message("changes.figures", {
        before: one.before.join(", "),
        after: one.after.join(", "),
        paragraph: one.paragraph,
      }),
    ),
  ];
  return messages.filter((one) => one !== false);
}

// Claims that an annotator had marked in an article and that its new version no longer has: who said what, and where.

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
function lostClaims(
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

// Paragraphs that are the same are folded away where many of them follow each other, so that what changed is seen at once; one stays
// beside each change, to tell where it is.

export interface RowGroup {
  readonly folded: boolean;
  readonly rows: readonly ComparedRow[];
}

/** Fewer paragraphs in a row are not worth folding. */
const least = 3;

export function rowGroups(rows: readonly ComparedRow[]): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  let sameRows: ComparedRow[] = [];
  const close = (isLast: boolean): void => {
    const lead = groups.length === 0 ? 0 : 1;
    const tail = isLast ? 0 : 1;
    const folded = sameRows.slice(lead, sameRows.length - tail);
    if (folded.length < least) groups.push({ folded: false, rows: sameRows });
    else {
      groups.push({ folded: false, rows: sameRows.slice(0, lead) });
      groups.push({ folded: true, rows: folded });
      groups.push({ folded: false, rows: sameRows.slice(sameRows.length - tail) });
    }
    sameRows = [];
  };
  for (const row of rows) {
    if (row.kind === "same") {
      sameRows.push(row);
      continue;
    }
    close(false);
    groups.push({ folded: false, rows: [row] });
  }
  close(true);
  return groups.filter((group) => group.rows.length > 0);
}
