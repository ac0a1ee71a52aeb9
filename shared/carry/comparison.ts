// Two versions of an article with what became of somebody's tags between them, and all of it in words.
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import { message, type Text } from "../words/message.ts";
import { alignTexts } from "./alignment.ts";
import { carrySet } from "./carry-set.ts";
import { type ComparedTexts, compareTexts } from "./compare-texts.ts";
import { type LostClaim, lostClaims } from "./lost-claims.ts";

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
