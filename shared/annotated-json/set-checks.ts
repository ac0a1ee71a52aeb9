// Holds one annotation set of an annotated JSON file to the laws of the model, and what was derived to what it was derived
// from.

import { type Finding, findingOf, repeatedIds, wrong } from "../files/finding.ts";
import { type AnnotationSet, setFromJson } from "../model/annotation-set.ts";
import type { ArticleText } from "../model/article-text.ts";
import type { Entity } from "../model/entity.ts";
import { violations } from "../model/invariants.ts";
import { effectiveKind } from "../model/kind.ts";
import type { OffsetMap } from "../model/offsets.ts";
import { type Range, sameRange } from "../model/range.ts";
import { get, type Table } from "../model/table.ts";
import type { Violation } from "../model/violation.ts";
import { message } from "../words/message.ts";
import { setFromFile } from "./from-json.ts";
import type { AnnotatedJson, ArticleJson, SetJson } from "./schema.ts";

/** A set of a file, and all that it is held against. */
export interface SetPlace {
  readonly file: AnnotatedJson;
  readonly entities: Table<Entity>;
  readonly article: ArticleJson;
  readonly articleText: ArticleText;
  readonly offsets: OffsetMap;
  readonly set: SetJson;
  /** The set's JSON pointer. */
  readonly at: string;
}

/** What is wrong or unfinished in a set. */
export function setFindings(place: SetPlace): Finding[] {
  const { file, article, set, at, entities } = place;
  if (set.textHash !== article.textHash)
    return [
      wrong(`${at}/textHash`, message("findings.set-of-other-text"), message("findings.export-with-text")),
    ];
  const kinds = ["spans", "attributions", "exclusions"] as const;
  const repeated = [
    ...kinds.flatMap((kind) => repeatedIds(set[kind], `${at}/${kind}`)),
    ...repeatedIds(set.waivers ?? [], `${at}/waivers`),
    ...repeatedIds(set.decisions ?? [], `${at}/decisions`),
    ...repeatedIds(set.remarks ?? [], `${at}/remarks`),
    ...repeatedIds(set.rejections ?? [], `${at}/rejections`),
    ...repeatedIds(set.orphans ?? [], `${at}/orphans`),
  ];
  if (repeated.length > 0) return repeated;
  const internal = setFromJson(setFromFile(set, article.id));
  const setViolations = violations(
    { set: internal, entities },
    {
      text: article.text,
      articleId: article.id,
      annotatorIds: file.annotators.map(({ id }) => id),
      tagset: file.tagset,
    },
  ).filter(({ kind }) => kind !== "entities");
  const indexes = new Map(
    kinds.flatMap((kind) => set[kind].map(({ id }, index) => [`${kind} ${id}`, `/${kind}/${index}`])),
  );
  const whereOf = ({ kind, id, detail }: Violation): string =>
    `${at}${indexes.get(`${kind} ${id}`) ?? ""}${kind === "spans" && detail.segment !== undefined ? `/segments/${detail.segment}` : ""}`;
  const lawful = setViolations.map((violation) => findingOf(violation, whereOf(violation)));
  // Derived values of records that are wrong themselves would only say it again.
  return setViolations.some(({ severity }) => severity === "error")
    ? lawful
    : [...lawful, ...derivedFindings(place, internal)];
}

function derivedFindings({ articleText, offsets, set, at }: SetPlace, internal: AnnotationSet): Finding[] {
  const segments = [
    ...set.spans.flatMap((span, i) =>
      span.segments.map((segment, j) => ({ segment, where: `${at}/spans/${i}/segments/${j}` })),
    ),
    ...set.exclusions.map(({ segment }, i) => ({ segment, where: `${at}/exclusions/${i}/segment` })),
  ];
  return [
    ...segments.flatMap(({ segment, where }) => codePointFindings(segment, offsets, where)),
    ...set.attributions.flatMap((card, index) => {
      const stored = get(internal.attributions, card.id);
      const expected = stored ? effectiveKind(stored, internal, articleText) : null;
      if (card.kind === expected && (card.kindFrom !== "annotator" || card.kind !== null)) return [];
      return [
        wrong(
          `${at}/attributions/${index}/kind`,
          message("findings.kind-differs", { found: String(card.kind), expected: String(expected) }),
          message("findings.correct-kind"),
        ),
      ];
    }),
  ];
}

/** Whether a range's code points are those of its offsets. */
export function codePointFindings(
  range: Range & { readonly codePoints: Range },
  offsets: OffsetMap,
  where: string,
): Finding[] {
  const expected = { start: offsets.toCodePoints(range.start), end: offsets.toCodePoints(range.end) };
  if (sameRange(range.codePoints, expected)) return [];
  const { start, end } = range.codePoints;
  return [
    wrong(
      `${where}/codePoints`,
      message("findings.code-points-differ", {
        start: String(start),
        end: String(end),
        from: String(range.start),
        to: String(range.end),
      }),
      message("findings.correct-code-points", {
        start: String(expected.start),
        end: String(expected.end),
      }),
    ),
  ];
}
