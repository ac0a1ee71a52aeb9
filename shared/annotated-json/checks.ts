// Checks of an annotated JSON file what a schema cannot say: that its parts agree with each other, that what is derived was
// derived rightly, and that every set keeps the laws of the model.
import { type FileFinding, findingOf, pointer, repeatedIds, wrong } from "../files/finding.ts";
import { type AnnotationSet, emptySet, setFromJson } from "../model/annotation-set.ts";
import { type ArticleText, articleTextOf } from "../model/article-text.ts";
import { type Entity, sourceClass } from "../model/entity.ts";
import { violations } from "../model/invariants.ts";
import { effectiveKind } from "../model/kind.ts";
import { type OffsetMap, offsetMapOf } from "../model/offsets.ts";
import { type Range, sameRange } from "../model/range.ts";
import { recordsIn, setKinds } from "../model/record-kinds.ts";
import { get, type Table, tableOf } from "../model/table.ts";
import type { Violation } from "../model/violation.ts";
import { message } from "../words/message.ts";
import { bundleFromJson, setFromFile } from "./from-json.ts";
import type { AnnotatedJson, ArticleJson, SetJson } from "./schema.ts";

/** SHA-256 of a text as UTF-8, in lower-case hexadecimal. */
export type HashOf = (text: string) => string;

/** Reading that may take seconds: it says how many articles are done, and goes on when it is asked to. */
export type Reading<T> = Generator<{ readonly done: number; readonly of: number }, T, void>;

/** Everything about a file that fits the schema which still is wrong or unfinished; article by article, since it takes a while. */
export function* findingsIn(file: AnnotatedJson, hashOf: HashOf | undefined): Reading<FileFinding[]> {
  const repeated = [
    ...repeatedIds(file.annotators, "/annotators"),
    ...repeatedIds(file.entities, "/entities"),
    ...repeatedIds(file.articles, "/articles"),
  ];
  // What refers by id means nothing while two things have the same one.
  if (repeated.length > 0) return repeated;
  const entities = tableOf(bundleFromJson(file).entities);
  const findings = [entityFindings(file, entities), evidenceFindings(file)];
  for (const [index, article] of file.articles.entries()) {
    yield { done: index, of: file.articles.length };
    findings.push(articleFindings({ file, entities, article, index }, hashOf));
  }
  return findings.flat();
}

function entityFindings({ entities, tagset }: AnnotatedJson, table: Table<Entity>): FileFinding[] {
  const place = new Map(entities.map(({ id }, at) => [id, pointer("entities", at)]));
  const annotationSet = emptySet({ articleId: "a", annotatorId: "a", textHash: "" });
  const unlawful = violations({ set: annotationSet, entities: table }, { text: "", articleId: "a", tagset });
  const derived = entities.flatMap((entity, at) => {
    const expected = sourceClass(entity);
    if (entity.sourceClass === expected) return [];
    return [
      wrong(
        pointer("entities", at, "sourceClass"),
        message("findings.source-class", { found: String(entity.sourceClass), expected }),
        message("findings.correct-class"),
      ),
    ];
  });
  return [
    ...unlawful.map((violation) => findingOf(violation, place.get(violation.id) ?? "/entities")),
    ...derived,
  ];
}

/**
 * Evidence in an article that is not in the file cannot be checked. It belongs to the text that it was found in: where that was
 * corrected since, it is no mistake of the file, and its words are looked for again (see `findSelector`).
 */
function evidenceFindings({ entities, articles }: AnnotatedJson): FileFinding[] {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  return entities.flatMap(({ anonymity }, at) => {
    const evidence = anonymity?.evidence;
    const text = evidence && texts.get(evidence.article);
    if (!evidence || text === undefined) return [];
    const { start, end, quote } = evidence.segment;
    if (text.slice(start, end) === quote) return [];
    const where = pointer("entities", at, "anonymity", "evidence", "segment");
    const what = message("findings.quote-differs", { start: String(start), end: String(end) });
    return [{ severity: "incomplete", where, what, advice: message("findings.correct-quote") }];
  });
}

interface ArticlePlace {
  readonly file: AnnotatedJson;
  readonly entities: Table<Entity>;
  readonly article: ArticleJson;
  readonly index: number;
}

function articleFindings(place: ArticlePlace, hashOf: HashOf | undefined): FileFinding[] {
  const { article, index } = place;
  const { text } = article;
  const at = pointer("articles", index);
  const damaged = message("findings.not-the-text");
  if (/\p{Surrogate}/u.test(text)) return [wrong(`${at}/text`, message("findings.half-character"), damaged)];
  if (article.length !== text.length)
    return [
      wrong(
        `${at}/length`,
        message("findings.length-differs", { found: String(text.length), stated: String(article.length) }),
        damaged,
      ),
    ];
  if (hashOf && hashOf(text) !== article.textHash)
    return [wrong(`${at}/textHash`, message("findings.hash-differs"), damaged)];
  const offsets = offsetMapOf(text);
  const shared = { ...place, offsets, articleText: articleTextOf(text) };
  return [
    ...metadataFindings(article, offsets, at),
    ...repeatedIds(
      article.sets.map((set) => ({ id: set.annotator })),
      `${at}/sets`,
    ),
    ...article.sets.flatMap((set, j) => setFindings({ ...shared, set, at: `${at}/sets/${j}` })),
  ];
}

function metadataFindings({ metadata, text }: ArticleJson, offsets: OffsetMap, at: string): FileFinding[] {
  return metadata.flatMap((part, index) => {
    const where = `${at}/metadata/${index}`;
    if (part.start >= part.end || part.end > text.length || text.slice(part.start, part.end) !== part.quote)
      return [
        wrong(
          where,
          message("findings.quote-differs", { start: String(part.start), end: String(part.end) }),
          message("findings.correct-quote"),
        ),
      ];
    return codePointFindings(part, offsets, where);
  });
}

/** A set of a file, and all that it is held against. */
interface SetPlace {
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
function setFindings(place: SetPlace): FileFinding[] {
  const { file, article, set, at, entities } = place;
  if (set.textHash !== article.textHash)
    return [
      wrong(`${at}/textHash`, message("findings.set-of-other-text"), message("findings.export-with-text")),
    ];
  const kinds = ["spans", "attributions", "exclusions"] as const;
  const repeated = setKinds.flatMap((kind) => repeatedIds(recordsIn(set, kind), `${at}/${kind}`));
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

function derivedFindings(
  { articleText, offsets, set, at }: SetPlace,
  internal: AnnotationSet,
): FileFinding[] {
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
function codePointFindings(
  range: Range & { readonly codePoints: Range },
  offsets: OffsetMap,
  where: string,
): FileFinding[] {
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
