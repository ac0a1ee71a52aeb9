// The computations that take too long for the thread which answers calls, and the readers of what comes from outside: pure functions of
// plain data. `runJob` does them in a process of their own; a new one is a function of `shared` as a job here, and one line in the list below.
import type { z } from "zod";
import { readContinuum, readRatings } from "../../../shared/agreement/read-files.ts";
import { parseAnnotatedJson } from "../../../shared/annotated-json/read.ts";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import type { FileFinding } from "../../../shared/files/finding.ts";
import type { NamedFile } from "../../../shared/files/zip.ts";
import {
  type ComparedProject,
  type DisagreementQuery,
  type Disagreements,
  disagreementsOn,
} from "../../../shared/insight/disagreements.ts";
import { readMapping } from "../../../shared/interchange/mapping-file.ts";
import { type AnnotationSetJson, setFromJson } from "../../../shared/model/annotation-set.ts";
import { type ArticleText, articleTextOf } from "../../../shared/model/article-text.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import { tableOf } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { Work } from "../../../shared/model/work.ts";
import {
  type AgreementInput,
  type AgreementReport,
  agreementReport,
} from "../../../shared/review/agreement/report.ts";
import { compareSets } from "../../../shared/review/compare.ts";
import type { Comparison } from "../../../shared/review/comparison.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import { type ReadOptions, type ReadPackage, readingPackage } from "../../../shared/review/read-package.ts";
import { goldLine, predictedLine } from "../../../shared/schema/attribution-lines.ts";
import { type Evaluation, evaluate } from "../../../shared/suggestions/evaluate.ts";
import { type GatheredArticle, gatherArticle } from "../../../shared/suggestions/gather-article.ts";
import {
  type LearningArticle,
  type LearningOutcome,
  learnFrom,
} from "../../../shared/suggestions/learning/learn.ts";
import type { OwnWords } from "../../../shared/suggestions/own-words.ts";
import {
  type PeopleOfArticle,
  projectPeople,
  type SuggestedPeople,
} from "../../../shared/suggestions/project-people.ts";
import { type ModelLines, readingModelLines, readLine } from "../../../shared/suggestions/read-lines.ts";
import { type ArticleSuggestions, suggestCards } from "../../../shared/suggestions/suggest-cards.ts";
import type { SuggestedCard } from "../../../shared/suggestions/suggested-card.ts";
import { readTagset } from "../../../shared/tagsets/tagset-file.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { readForeignJob } from "./read-foreign-job.ts";

export interface CompareInput {
  readonly text: string;
  readonly sets: readonly AnnotationSetJson[];
  readonly entities: readonly Entity[];
  readonly tagset: Tagset;
  /** Ids of policies for edges. */
  readonly policies: readonly string[];
}

function compareJob({ text, sets, entities, tagset, policies }: CompareInput): Work<Comparison> {
  const registry = tableOf(entities);
  return compareSets(
    sets.map((json) => ({ set: setFromJson(json), entities: registry })),
    {
      article: articleTextOf(text),
      tagset,
      policies: edgePolicies.filter(({ id }) => policies.includes(id)),
    },
  );
}

interface DisagreementsInput {
  readonly project: ComparedProject;
  readonly query: DisagreementQuery;
}

const disagreementsJob = ({ project, query }: DisagreementsInput): Work<Disagreements> =>
  disagreementsOn(project, query);

const agreementJob = (input: AgreementInput): Work<AgreementReport> => agreementReport(input);

interface ReadPackageInput {
  readonly text: string;
  readonly options: ReadOptions;
}

const readPackageJob = ({ text, options }: ReadPackageInput): Work<ReadPackage> =>
  readingPackage(text, sha256, options);

/** The texts of two files of JSON lines. */
interface EvaluateInput {
  readonly gold: string;
  readonly predicted: string;
}

type Evaluated =
  | { readonly ok: true; readonly evaluation: Evaluation }
  | { readonly ok: false; readonly in: keyof EvaluateInput; readonly problem: FileFinding };

/** Predicted attributions against gold ones: both files are read here, since either may have been made to exhaust memory. */
function* evaluateJob({ gold, predicted }: EvaluateInput): Work<Evaluated> {
  yield { done: 0, of: 3 };
  const golds = valuesOf(gold, goldLine);
  if (!golds.ok) return { ...golds, in: "gold" };
  yield { done: 1, of: 3 };
  const predictions = valuesOf(predicted, predictedLine);
  if (!predictions.ok) return { ...predictions, in: "predicted" };
  yield { done: 2, of: 3 };
  return { ok: true, evaluation: evaluate(golds.values, predictions.values) };
}

function valuesOf<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
):
  | { readonly ok: true; readonly values: readonly z.infer<Schema>[] }
  | { readonly ok: false; readonly problem: FileFinding } {
  const values: z.infer<Schema>[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    const parsedLine = readLine(schema, line, at + 1);
    if (parsedLine && !parsedLine.ok) return parsedLine;
    if (parsedLine) values.push(parsedLine.value);
  }
  return { ok: true, values };
}

/** A text, and its language as `languageOfArticle` has it. */
export type SuggestedText = Pick<ArticleText, "text" | "language">;

interface SuggestInput {
  readonly texts: readonly SuggestedText[];
  readonly own: OwnWords;
  /** For each text what models of the person's own propose. */
  readonly others: readonly (readonly (readonly SuggestedCard[])[])[];
}

/** In the order of the texts. */
function* suggestJob({ texts, own, others }: SuggestInput): Work<readonly ArticleSuggestions[]> {
  const proposals: ArticleSuggestions[] = [];
  for (const [at, { text, language }] of texts.entries()) {
    proposals.push(suggestCards(text, own, others[at], language));
    yield { done: proposals.length, of: texts.length };
  }
  return proposals;
}

interface ModelAnswerInput {
  readonly model: string;
  readonly output: string;
  readonly articles: readonly { readonly id: string; readonly text: string }[];
}

/** As much as a model of the person's own likes to say, so that it is looked at beside the calls. */
const modelAnswerJob = ({ model, output, articles }: ModelAnswerInput): Work<ModelLines> =>
  readingModelLines(output, articles, model);

interface GatherInput {
  readonly texts: readonly SuggestedText[];
  readonly own: OwnWords;
}

/** In the order of the texts. */
function* gatherJob({ texts, own }: GatherInput): Work<readonly GatheredArticle[]> {
  const gatheredArticles: GatheredArticle[] = [];
  for (const { text, language } of texts) {
    gatheredArticles.push(gatherArticle(text, own, language));
    yield { done: gatheredArticles.length, of: texts.length };
  }
  return gatheredArticles;
}

interface PeopleInput {
  readonly articles: readonly PeopleOfArticle[];
  readonly entities: readonly Entity[];
  /** Keys of the patterns that were rejected. */
  readonly rejected: readonly string[];
  readonly most: number;
}

function* peopleJob({ articles, entities, rejected, most }: PeopleInput): Work<SuggestedPeople> {
  yield { done: 0, of: 1 };
  return projectPeople(articles, tableOf(entities), new Set(rejected), most);
}

interface LearnInput {
  readonly articles: readonly LearningArticle[];
}

const learnJob = ({ articles }: LearnInput): Work<LearningOutcome> => learnFrom(articles);

/** A computation that cannot say how far it is. */
const inOneStep = <Input, Result>(compute: (input: Input) => Result) =>
  function* (input: Input): Work<Result> {
    yield { done: 0, of: 1 };
    return compute(input);
  };

export interface ReadAnnotationsInput {
  /** The id of its importer. */
  readonly format: string;
  /** Each can be read alone. */
  readonly parts: readonly (readonly NamedFile[])[];
}

/** Part by part. Throws a `RangeError` for a format that has no importer. */
function annotationsIn({ format, parts }: ReadAnnotationsInput) {
  const importer = annotationImporterById(format);
  if (!importer) throw new RangeError(`There is no importer ${format}.`);
  return parts.map((files) => readAnnotations(importer, files, sha256));
}

export const jobs = {
  compare: compareJob,
  agreement: agreementJob,
  disagreements: disagreementsJob,
  "read-package": readPackageJob,
  // The same of what was written here of one's own project.
  "own-package": readPackageJob,
  "read-foreign": readForeignJob,
  "read-annotations": inOneStep(annotationsIn),
  "read-annotated-json": inOneStep((text: string) => parseAnnotatedJson(text, sha256)),
  "read-mapping": inOneStep(readMapping),
  "read-tagset": inOneStep(readTagset),
  "read-ratings": inOneStep(readRatings),
  "read-continuum": inOneStep(readContinuum),
  evaluate: evaluateJob,
  suggest: suggestJob,
  "model-answer": modelAnswerJob,
  gather: gatherJob,
  people: peopleJob,
  learn: learnJob,
} as const;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobResult<Name extends JobName> =
  ReturnType<(typeof jobs)[Name]> extends Generator<unknown, infer Result, void> ? Result : never;
