// `sayso agreement`: the agreement between annotators of projects and annotated JSON files, or of anybody's ratings and units.
import { basename } from "node:path";
import { type Interval, intervalOf } from "../../../shared/agreement/bootstrap.ts";
import { continuumMeasures, ratingMeasures } from "../../../shared/agreement/index.ts";
import {
  defaultOptions,
  type Figure,
  type Measure,
  type MeasureOptions,
  measureName,
} from "../../../shared/agreement/measure.ts";
import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import type { AnnotationSetJson } from "../../../shared/model/annotation-set.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { languageOfArticle } from "../../../shared/model/language.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { finish } from "../../../shared/model/work.ts";
import { type QuestionId, questionIds } from "../../../shared/review/agreement/answers.ts";
import type { MeasuredArticle } from "../../../shared/review/agreement/compared-article.ts";
import { agreementReport, defaultChoice } from "../../../shared/review/agreement/report.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import { type LikePair, likePeople } from "../../../shared/review/like-people.ts";
import { oneSetEach, personOf } from "../../../shared/review/one-person.ts";
import { sameArticles } from "../../../shared/review/same-articles.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { readApart } from "../../core/jobs/run-job.ts";
import { type CliCommand, type CommandLine, parse, required, UsageError } from "../cli-command.ts";
import { FileRefused, readBundle, readTextFile } from "../read-bundle.ts";
import { jsonOf } from "../report.ts";
import { alikeLines, passedOverIn, passedOverLines, saidSame, type UncountedMarks } from "../same-people.ts";

interface Row extends Figure {
  readonly id: string;
  readonly interval?: Interval;
}

const numberOptions = ["alpha", "beta", "empty", "seed", "samples"] as const;

const cliOptions = [
  ["--measure ID", message("cli.agreement-measure"), "many"],
  ["--ratings FILE", message("cli.agreement-ratings")],
  ["--continuum FILE", message("cli.agreement-continuum")],
  ["--policy ID", message("cli.agreement-policy"), "many"],
  ["--on QUESTION", message("cli.agreement-on")],
  ["--annotator NAME", message("cli.agreement-annotator"), "many"],
  ["--same NAME=NAME", message("review.cli-same"), "many"],
  ["--type TYPE", message("cli.agreement-type"), "many"],
  ["--macro", message("cli.agreement-macro")],
  ["--intervals", message("cli.agreement-intervals")],
  ["--alpha, --beta, --empty N", message("cli.agreement-weights")],
  ["--seed, --samples N", message("cli.agreement-seed")],
  ["--json", message("cli.json")],
] as const;

export const agreementCommand: CliCommand = {
  name: "agreement",
  synopsis: "PROJECT|FILE… | --ratings FILE.csv | --continuum FILE.json",
  summary: message("cli.agreement"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    const { out, words } = commandLine;
    const options = optionsOf(values);
    const sources = [values.ratings, values.continuum, positionals[0]].filter((one) => one !== undefined);
    if (sources.length > 1) throw new UsageError(message("cli.agreement-one-source"));
    required(sources[0], "PROJECT");
    const ids = values.measure ?? [];
    const draws = values.intervals === true ? defaultChoice.intervals.draws : 0;
    const rows =
      values.ratings !== undefined
        ? await rated(values.ratings, ids, { commandLine, withIntervals: draws > 0 })
        : values.continuum !== undefined
          ? await placed(values.continuum, ids, { commandLine, options })
          : await ofSets(positionals, commandLine, { ...values, ids, options, draws });
    if (values.json === true) out(jsonOf({ measures: rows.map((row) => jsonRow(row, words)) }));
    else for (const row of rows) out(lineFor(row, words));
    return 0;
  },
};

function optionsOf(
  values: Readonly<Partial<Record<(typeof numberOptions)[number], string>>>,
): MeasureOptions {
  const optionEntries = numberOptions.flatMap((name) => {
    const text = values[name];
    if (text === undefined) return [];
    const value = Number(text);
    const isFit = Number.isFinite(value) && value >= 0 && text.trim() !== "";
    const isWhole = name !== "seed" && name !== "samples" ? true : Number.isInteger(value);
    if (!isFit || !isWhole || (name === "samples" && value > 10_000))
      throw new UsageError(message("cli.no-number", { option: `--${name}`, text }));
    return [[name, value] as const];
  });
  return { ...defaultOptions, ...Object.fromEntries(optionEntries) };
}

async function rated(
  file: string,
  ids: readonly string[],
  {
    commandLine: { processes },
    withIntervals,
  }: { readonly commandLine: CommandLine; readonly withIntervals: boolean },
): Promise<readonly Row[]> {
  const measures = chooseMeasures(ratingMeasures, ids);
  const parseResult = await readApart(processes, "read-ratings", await readTextFile(file), basename(file));
  if (!parseResult.ok) throw new FileRefused(file, parseResult.problems);
  return measures.map((measure) => {
    const interval = withIntervals ? intervalOf(measure, parseResult.ratings) : null;
    return { id: measure.id, ...measure.measure(parseResult.ratings), ...(interval && { interval }) };
  });
}

async function placed(
  file: string,
  ids: readonly string[],
  {
    commandLine: { processes },
    options,
  }: { readonly commandLine: CommandLine; readonly options: MeasureOptions },
): Promise<readonly Row[]> {
  const measures = chooseMeasures(continuumMeasures, ids);
  const parseResult = await readApart(processes, "read-continuum", await readTextFile(file), basename(file));
  if (!parseResult.ok) throw new FileRefused(file, parseResult.problems);
  return measures.map((measure) => ({ id: measure.id, ...measure.measure(parseResult.continuum, options) }));
}

interface SetsChoice {
  readonly ids: readonly string[];
  readonly options: MeasureOptions;
  readonly draws: number;
  readonly policy?: readonly string[];
  readonly on?: string;
  readonly annotator?: readonly string[];
  readonly same?: readonly string[];
  readonly type?: readonly string[];
  readonly macro?: boolean;
}

/** Measures of marks, and those of ratings on what is said of aligned marks: their type unless `--on` says otherwise. */
async function ofSets(
  paths: readonly string[],
  commandLine: CommandLine,
  { ids, options, draws, policy = [], on, annotator = [], same = [], type, macro = false }: SetsChoice,
): Promise<readonly Row[]> {
  const policies = policiesOf(policy);
  const placedHere = on === undefined || on === "marks" ? continuumMeasures : [];
  const isPlaced = (id: string): boolean => placedHere.some((measure) => measure.id === id);
  const ratedHere = on === "marks" ? [] : ratingMeasures.filter(({ id }) => !isPlaced(id));
  const measures = chooseMeasures<Measure>([...placedHere, ...ratedHere], ids).map(({ id }) => id);
  const bundles: ExportBundle[] = [];
  for (const path of paths) bundles.push(await readBundle(path, commandLine));
  const [first, ...others] = bundles;
  if (!first) return [];
  const measured = measuredIn([first, ...others], annotator, same);
  const { annotators, articles, entities, tagset, leftOut } = measured;
  const knownQuestions = questionIds(tagset);
  const questionId = on ?? "type";
  if (!knownQuestions.some((id) => id === questionId))
    throw new UsageError(
      message("cli.agreement-no-question", { id: questionId, known: knownQuestions.join(", ") }),
    );
  const { err, words } = commandLine;
  if (leftOut.length > 0 && annotators.length > 1)
    err(`${words.say("cli.agreement-left-out", { count: leftOut.length })}\n`);
  for (const line of alikeLines(measured.alike, measured.everybody, words)) err(line);
  for (const line of passedOverLines(measured.passedOver, measured.everybody, words)) err(line);
  const { questions } = finish(
    agreementReport({
      annotators,
      articles,
      entities,
      tagset,
      choice: {
        types: type ?? null,
        questions: [...(placedHere.length > 0 ? (["marks"] as const) : []), questionId as QuestionId],
        policies,
        measures,
        gamma: true,
        options,
        intervals: { seed: options.seed, draws },
        parts: macro ? ["macro"] : [],
      },
    }),
  );
  return measures.map((id): Row => {
    const report = questions.find(({ question }) => (question === "marks") === isPlaced(id));
    const measurement = report?.measures.find(({ measure }) => measure === id);
    const figures =
      measurement && (policies.length > 0 ? (measurement.lenient ?? measurement.strict) : measurement.strict);
    if (!figures)
      return {
        id,
        value: null,
        n: report?.units ?? 0,
        note: message(`agreement.${measurement ? "too-few" : noteFor(report !== undefined)}`),
      };
    return macro ? { id, ...figures.macro } : { id, ...figures.pooled };
  });
}

const noteFor = (isAsked: boolean): "not-of-this" | "too-few" => (isAsked ? "not-of-this" : "too-few");

/** `all` is every one of them. */
function policiesOf(ids: readonly string[]): readonly string[] {
  const policyIds = edgePolicies.map(({ id }) => id);
  if (ids.includes("all")) return policyIds;
  const unknown = ids.find((id) => !policyIds.includes(id));
  if (unknown !== undefined)
    throw new UsageError(
      message("cli.agreement-no-policy", { id: unknown, known: [...policyIds, "all"].join(", ") }),
    );
  return ids;
}

/** The measures asked for, in their own order, before anything is computed; all where none is. */
function chooseMeasures<M extends Measure>(measures: readonly M[], ids: readonly string[]): readonly M[] {
  const unknown = ids.find((id) => !measures.some((measure) => measure.id === id));
  if (unknown !== undefined)
    throw new UsageError(
      message("cli.no-measure", { id: unknown, known: measures.map(({ id }) => id).join(", ") }),
    );
  return ids.length === 0 ? measures : measures.filter(({ id }) => ids.includes(id));
}

const jsonRow = ({ id, value, n, interval, note }: Row, { tell }: Words) => ({
  id,
  value,
  n,
  ...(interval && { interval }),
  ...(note && { note: tell(note) }),
});

function lineFor({ id, value, n, interval, note }: Row, { say, tell }: Words): string {
  const measure = [...continuumMeasures, ...ratingMeasures].find((one) => one.id === id);
  const figure = value === null ? say("cli.undefined") : value.toFixed(4);
  const range = interval ? ` [${interval.map((end) => end.toFixed(4)).join(", ")}]` : "";
  const noteSuffix = note ? ` ${tell(note)}` : "";
  return `${id.padEnd(22)} ${figure}${range} (n = ${n})  ${measure ? tell(measureName(measure)) : id}.${noteSuffix}\n`;
}

// What of several projects and files is measured together: the articles of which everybody chosen has a set.

interface Measured {
  readonly annotators: readonly Annotator[];
  readonly articles: readonly MeasuredArticle[];
  readonly entities: readonly Entity[];
  readonly tagset: ExportBundle["tagset"];
  /** Titles of articles that not everybody has a set of. */
  readonly leftOut: readonly string[];
  /** Everybody of all sources, and who of them looks like one person. */
  readonly everybody: readonly Annotator[];
  readonly alike: readonly LikePair[];
  readonly passedOver: readonly UncountedMarks[];
}

/**
 * `named`: names or ids of annotators; none: all who have a set, but the curation. An article is one wherever it comes
 * from (`sameArticles`); of two sets by one annotator the first counts. `same`: pairs that are one person, as `NAME=NAME`, beside those that the
 * sources say are. Throws a `UsageError` for a name nobody has.
 */
export function measuredIn(
  bundles: readonly [ExportBundle, ...ExportBundle[]],
  named: readonly string[],
  same: readonly string[] = [],
): Measured {
  const people = new Map(bundles.flatMap((bundle) => bundle.annotators.map((one) => [one.id, one] as const)));
  const everybody = saidSame([...people.values()], same);
  const person = personOf(everybody);
  const { articleLanguage } = bundles[0].tagset;
  const articleGroups = sameArticles(bundles).map((group) => {
    const { article, text } = group[0];
    const { id, title, metadata } = article;
    const firstSetByAnnotator = new Map<Id, AnnotationSetJson>();
    for (const annotationSet of group.flatMap((one) => one.sets))
      if (!firstSetByAnnotator.has(annotationSet.annotatorId))
        firstSetByAnnotator.set(annotationSet.annotatorId, annotationSet);
    const every = [...firstSetByAnnotator.values()].map((set) => ({ set }));
    const personSets = oneSetEach(every, person);
    return {
      article: { id, title, text, language: languageOfArticle(article, text, articleLanguage), metadata },
      every: every.map(({ set }) => set),
      sets: new Map(personSets.map(({ set }) => [set.annotatorId, set])),
      passedOver: passedOverIn(title, every, person),
    };
  });
  const chosenIds = chosenFrom(
    everybody.filter(({ id }) => articleGroups.some(({ sets }) => sets.has(person(id)))),
    named,
  ).map(({ id }) => person(id));
  const annotators = [...new Set(chosenIds)].flatMap((id) => everybody.find((one) => one.id === id) ?? []);
  const measuredArticles = articleGroups.map(({ article, sets }) => ({
    ...article,
    sets: annotators.flatMap(({ id }) => sets.get(id) ?? []),
  }));
  const isWhole = ({ sets }: MeasuredArticle): boolean =>
    sets.length === annotators.length && sets.length > 1;
  return {
    annotators,
    articles: measuredArticles.filter(isWhole),
    entities: [...new Map(bundles.flatMap(({ entities }) => entities.map((one) => [one.id, one]))).values()],
    tagset: bundles[0].tagset,
    everybody,
    alike: likePeople(
      articleGroups.map(({ every }) => ({ sets: every })),
      everybody,
    ),
    passedOver: articleGroups.flatMap(({ passedOver }) => passedOver),
    leftOut: measuredArticles.filter((article) => !isWhole(article)).map(({ title }) => title),
  };
}

function chosenFrom(people: readonly Annotator[], named: readonly string[]): readonly Annotator[] {
  if (named.length === 0) return people.filter(isPerson);
  return named.map((name) => {
    const annotator = people.find((person) => person.id === name || person.name === name);
    if (!annotator)
      throw new UsageError(
        message("cli.agreement-no-annotator", {
          name,
          known: people.map((person) => person.name).join(", "),
        }),
      );
    return annotator;
  });
}
