// Reads what a colleague hands over: a review package, or plain annotated JSON, by what the file says it is. All of it or
// nothing; everything that is wrong is told by place and with advice.
import type { ExportBundle, ExportedArticle } from "../annotated-json/bundle.ts";
import { type ReadAnnotatedJson, readingAnnotatedJson } from "../annotated-json/read.ts";
import { formatName } from "../annotated-json/version.ts";
import { type FileFinding, pointer, wrong } from "../files/finding.ts";
import { jsonValueIn } from "../files/json-syntax.ts";
import type { Entity } from "../model/entity.ts";
import { records, type Table, tableOf } from "../model/table.ts";
import type { Work } from "../model/work.ts";
import { limits } from "../schema/limits.ts";
import * as model from "../schema/model.ts";
import { parsed } from "../schema/parsed.ts";
import { message } from "../words/message.ts";
import { mendSet } from "./mend-set.ts";
import { stretchFinder } from "./mend-stretch.ts";
import { hashedText } from "./package-text.ts";
import {
  type HandOverTime,
  type NamedAssignment,
  type PackagedHistory,
  packageFormat,
  packageVersion,
  packageWrapper,
  type SetPosition,
} from "./review-package.ts";

export type ReadPackage =
  | {
      readonly ok: true;
      readonly form: "package" | "annotated-json";
      readonly bundle: ExportBundle;
      readonly blind: boolean;
      readonly history: readonly PackagedHistory[];
      readonly handedOver: readonly HandOverTime[];
      readonly positions: readonly SetPosition[];
      readonly assignments: readonly NamedAssignment[];
      /** False for a package whose hash is not that of what it holds, which was read all the same. */
      readonly isVerified: boolean;
      /** Work that is not finished. */
      readonly unfinished: readonly FileFinding[];
      /** What was moved and left out of a file that was not right; `null` for one that was. */
      readonly mended: Pick<Mended, "moved" | "left"> | null;
    }
  | {
      readonly ok: false;
      readonly problems: readonly FileFinding[];
      /** True when nothing is wrong but the package's own hash, so that it may be read unverified. */
      readonly isDamaged?: true;
      /** What can be read of it all the same: how many spans and cards, how many of them moved, how much left out. */
      readonly mendable?: { readonly records: number; readonly moved: number; readonly left: number };
    };

export interface ReadOptions {
  /** Reads a package also where its hash is not that of what it holds; texts and their hashes are checked all the same. */
  readonly unverified?: boolean;
  /** Reads what can be read where not all of it can (see `mendAnnotatedJson`); what is no JSON is refused all the same. */
  readonly mend?: boolean;
}

/** Shares of the time that reading takes, out of ten: the JSON, its hash, its form, and then the articles. */
const doneAfter = { json: 3, hash: 4, form: 6, articles: 10 };

/** Reads a package in steps. `hashOf`: SHA-256 of a text as UTF-8, in lower-case hexadecimal. */
export function* readingPackage(
  file: string,
  hashOf: (text: string) => string,
  { unverified = false, mend = false }: ReadOptions = {},
): Work<ReadPackage> {
  yield { done: 0, of: doneAfter.articles };
  const json = jsonValueIn(file);
  if (!json.ok) return json;
  const { value } = json;
  yield { done: doneAfter.json, of: doneAfter.articles };
  if (!isWrapper(value)) return yield* readContent(value, "", hashOf, mend);
  if (typeof value.version === "number" && value.version > packageVersion)
    return refused(
      wrong(
        "/version",
        message("findings.newer", { version: String(value.version), supported: String(packageVersion) }),
        message("findings.update"),
      ),
    );
  const wrapper = parsed(packageWrapper, value);
  if (!wrapper.success)
    return refused(
      ...wrapper.issues.map((issue) =>
        wrong(
          pointer(...issue.path),
          message("findings.misfit", { why: issue.message }),
          message("findings.see-format"),
        ),
      ),
    );
  const { content, history, blind, sha256, handedOver = [], positions = [], assignments = [] } = wrapper.data;
  // The hash is of what stands in the file, not of what the schema made of it.
  const isVerified = hashOf(hashedText(value)) === sha256;
  yield { done: doneAfter.hash, of: doneAfter.articles };
  const outcome = yield* readContent(content, "/content", hashOf, mend);
  if (!isVerified && !unverified && !(mend && outcome.ok)) {
    const damaged = wrong("/sha256", message("review.damaged"), message("review.damaged-advice"));
    return outcome.ok
      ? { ...refused(damaged), isDamaged: true }
      : { ...outcome, problems: [damaged, ...outcome.problems] };
  }
  return outcome.ok
    ? { ...outcome, form: "package", blind, history, handedOver, positions, assignments, isVerified }
    : outcome;
}

type Wrapper = { readonly version?: unknown; readonly content?: unknown; readonly history?: unknown };

const isWrapper = (value: unknown): value is Wrapper =>
  typeof value === "object" && value !== null && "format" in value && value.format === packageFormat;

const refused = (...problems: readonly FileFinding[]): Extract<ReadPackage, { ok: false }> => ({
  ok: false,
  problems,
});

/** What a file of annotated JSON says, or what can be made of it. */
function* readContent(
  value: unknown,
  at: string,
  hashOf: (text: string) => string,
  mend: boolean,
): Work<ReadPackage> {
  const outcome = withoutWrapper(yield* byArticle(readingAnnotatedJson(value, hashOf)), at);
  if (outcome.ok) return outcome;
  const mended = mendAnnotatedJson(value, hashOf, at);
  if (!mended) return outcome;
  const { bundle, moved, left } = mended;
  if (mend)
    return {
      ok: true,
      form: "annotated-json",
      bundle,
      blind: false,
      history: [],
      handedOver: [],
      positions: [],
      assignments: [],
      isVerified: true,
      unfinished: [],
      mended: { moved, left },
    };
  const sets = bundle.articles.flatMap((article) => article.sets);
  const records = sets.reduce((sum, set) => sum + set.spans.length + set.attributions.length, 0);
  return records === 0
    ? outcome
    : { ...outcome, mendable: { records, moved: moved.length, left: left.length } };
}

/** The last part of reading, how far it is seen from the whole. */
function* byArticle(reading: ReturnType<typeof readingAnnotatedJson>): Work<ReadAnnotatedJson> {
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    const { done, of } = step.value;
    yield {
      done: doneAfter.form + ((doneAfter.articles - doneAfter.form) * done) / of,
      of: doneAfter.articles,
    };
  }
}

/** What a file of annotated JSON says, its places seen from the whole file. */
function withoutWrapper(read: ReadAnnotatedJson, at: string): ReadPackage {
  const placed = (findings: readonly FileFinding[]): FileFinding[] =>
    findings.map((finding) =>
      typeof finding.where === "string" ? { ...finding, where: `${at}${finding.where}` } : finding,
    );
  return read.ok
    ? {
        ok: true,
        form: "annotated-json",
        bundle: read.bundle,
        blind: false,
        history: [],
        handedOver: [],
        positions: [],
        assignments: [],
        isVerified: true,
        unfinished: placed(read.unfinished),
        mended: null,
      }
    : { ok: false, problems: placed(read.problems) };
}

/** Reads of a file of annotated JSON what can be read of it, where all of it cannot: for files that other tools made, that count in another unit, or that were edited by hand. What was moved and what is left out is told, record by record. */
interface Mended {
  readonly bundle: ExportBundle;
  /** Stretches that were counted anew or found elsewhere. */
  readonly moved: readonly FileFinding[];
  /** Records that are left out. */
  readonly left: readonly FileFinding[];
}

type Values = Readonly<Record<string, unknown>>;

/** `null` where nothing can be read of it: no annotated JSON, no tagset, more than a file may hold. */
export function mendAnnotatedJson(value: unknown, hashOf: (text: string) => string, at = ""): Mended | null {
  const file = valuesIn(value);
  const tagset = model.tagset.safeParse(file.tagset);
  if (file.format !== formatName || !tagset.success || isTooMuch(file)) return null;
  const moved: FileFinding[] = [];
  const omissions: FileFinding[] = [];
  const entities = entitiesIn(file);
  const inCodePoints = typeof file.offsetUnit === "string" && /code[- ]?points?$/iu.test(file.offsetUnit);
  const articles = listIn(file.articles).flatMap((one, index): ExportedArticle[] => {
    const raw = valuesIn(one);
    const where = `${at}${pointer("articles", index)}`;
    const text = typeof raw.text === "string" && !/\p{Surrogate}/u.test(raw.text) ? raw.text : "";
    const textHash = hashOf(text);
    const { text: _text, sets: _sets, ...rest } = raw;
    const asOurs = { ...rest, textHash, length: text.length, metadata: [], original: null };
    const article = model.article.safeParse(asOurs);
    if (!article.success || text === "" || text.length > limits.articleLength) {
      omissions.push({
        severity: "error",
        where,
        what: message("handover.mend-unread"),
        advice: message("handover.mend-kept"),
      });
      return [];
    }
    const context = {
      finder: stretchFinder(text, inCodePoints),
      articleId: article.data.id,
      textHash,
      tagset: tagset.data,
      entities,
      moved: (finding: FileFinding) => void moved.push(finding),
      left: (finding: FileFinding) => void omissions.push(finding),
    };
    const sets = listIn(raw.sets).flatMap(
      (set, at) => mendSet(set, { ...context, at: `${where}${pointer("sets", at)}` }) ?? [],
    );
    return [{ article: article.data, text, sets }];
  });
  return { bundle: bundleOf(file, tagset.data, [...records(entities)], articles), moved, left: omissions };
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const valuesIn = (value: unknown): Values =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

/** Whether any list is longer than one may be. */
const isTooMuch = (file: Values): boolean =>
  [file.entities, file.articles, file.annotators].some((list) => listIn(list).length > limits.annotations) ||
  listIn(file.articles)
    .flatMap((article) => listIn(valuesIn(article).sets))
    .some((set) => Object.values(valuesIn(set)).some((list) => listIn(list).length > limits.annotations));

function entitiesIn(file: Values): Table<Entity> {
  const entityById = new Map<string, Entity>();
  for (const value of listIn(file.entities)) {
    const { sourceClass: _derived, ...raw } = valuesIn(value);
    const entity = model.entity.safeParse(raw);
    if (entity.success && !entityById.has(entity.data.id)) entityById.set(entity.data.id, entity.data);
  }
  return tableOf(entityById.values());
}

function bundleOf(
  file: Values,
  tagset: ExportBundle["tagset"],
  entities: readonly Entity[],
  articles: readonly ExportedArticle[],
): ExportBundle {
  const project = valuesIn(file.project);
  const id = model.id.safeParse(project.id);
  const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
  return {
    project: { id: id.success ? id.data : "unknown", name: textOf(project.name) },
    annotators: listIn(file.annotators).flatMap((one) => {
      const annotator = model.annotator.safeParse(one);
      return annotator.success ? [annotator.data] : [];
    }),
    tagset,
    entities,
    articles,
    exportedAt: textOf(file.exportedAt),
    generator: textOf(file.generator),
  };
}
