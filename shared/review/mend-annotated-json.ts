// Reads of a file of annotated JSON what can be read of it, where all of it cannot: for files that other tools made, that count in
// another unit, or that were edited by hand. What was moved and what is left out is told, record by record.
import type { ExportBundle, ExportedArticle } from "../annotated-json/bundle.ts";
import { formatName } from "../annotated-json/version.ts";
import { type Finding, pointer } from "../files/finding.ts";
import type { Entity } from "../model/entity.ts";
import { records, type Table, tableOf } from "../model/table.ts";
import { limits } from "../schema/limits.ts";
import * as model from "../schema/model.ts";
import { message } from "../words/message.ts";
import { mendSet } from "./mend-set.ts";
import { stretchFinder } from "./mend-stretch.ts";

export interface Mended {
  readonly bundle: ExportBundle;
  /** Stretches that were counted anew or found elsewhere. */
  readonly moved: readonly Finding[];
  /** Records that are left out. */
  readonly left: readonly Finding[];
}

type Values = Readonly<Record<string, unknown>>;

/** `null` where nothing can be read of it: no annotated JSON, no tagset, more than a file may hold. */
export function mendAnnotatedJson(value: unknown, hashOf: (text: string) => string, at = ""): Mended | null {
  const file = valuesIn(value);
  const tagset = model.tagset.safeParse(file.tagset);
  if (file.format !== formatName || !tagset.success || isTooMuch(file)) return null;
  const moved: Finding[] = [];
  const omissions: Finding[] = [];
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
      moved: (finding: Finding) => void moved.push(finding),
      left: (finding: Finding) => void omissions.push(finding),
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
