// `sayso agreement`: the agreement between annotators of projects and annotated JSON files, or of anybody's ratings and units.
import { type Interval, intervalOf } from "../../../shared/agreement/bootstrap.ts";
import type { Continuum } from "../../../shared/agreement/continuum.ts";
import { continuumMeasures, ratingMeasures } from "../../../shared/agreement/index.ts";
import {
  type ContinuumMeasure,
  defaultOptions,
  type Figure,
  type Measure,
  type MeasureOptions,
  type RatingMeasure,
} from "../../../shared/agreement/measure.ts";
import { continuumOf } from "../../../shared/agreement/of-sets.ts";
import type { Ratings } from "../../../shared/agreement/ratings.ts";
import { readContinuum } from "../../../shared/agreement/read-continuum.ts";
import { readRatings } from "../../../shared/agreement/read-ratings.ts";
import type { ExportBundle } from "../../../shared/exporters/bundle.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, type CommandLine, parse, required, UsageError } from "../cli-command.ts";
import { FileRefused, readBundle, readTextFile, tellRefused } from "../read-bundle.ts";
import { jsonOf } from "../report.ts";

interface Row extends Figure {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly interval?: Interval;
}

const numberOptions = ["alpha", "beta", "empty", "seed", "samples"] as const;

export const agreementCommand: CliCommand = {
  name: "agreement",
  synopsis: "PROJECT|FILE… | --ratings FILE.csv | --continuum FILE.json",
  summary: message("cli.agreement"),
  options: [
    ["--measure ID", message("cli.agreement-measure")],
    ["--ratings FILE", message("cli.agreement-ratings")],
    ["--continuum FILE", message("cli.agreement-continuum")],
    ["--type TYPE", message("cli.agreement-type")],
    ["--intervals", message("cli.agreement-intervals")],
    ["--alpha, --beta, --empty N", message("cli.agreement-weights")],
    ["--seed, --samples N", message("cli.agreement-seed")],
    ["--json", message("cli.json")],
  ],
  async run(args, commandLine) {
    const { values, positionals } = parse(args, {
      measure: { type: "string", multiple: true },
      ratings: { type: "string" },
      continuum: { type: "string" },
      type: { type: "string", multiple: true },
      intervals: { type: "boolean" },
      alpha: { type: "string" },
      beta: { type: "string" },
      empty: { type: "string" },
      seed: { type: "string" },
      samples: { type: "string" },
      json: { type: "boolean" },
    });
    const { out, words } = commandLine;
    const options = optionsOf(values);
    const sources = [values.ratings, values.continuum, positionals[0]].filter((one) => one !== undefined);
    if (sources.length > 1) throw new UsageError(message("cli.agreement-one-source"));
    required(sources[0], "PROJECT");
    try {
      const ids = values.measure ?? [];
      const chosen =
        values.ratings !== undefined
          ? rated(
              choose(ratingMeasures, ids),
              await ratingsIn(values.ratings),
              values.intervals === true,
              words,
            )
          : placed(
              choose(continuumMeasures, ids),
              values.continuum !== undefined
                ? await continuumIn(values.continuum)
                : await continuumOfAll(positionals, commandLine, values.type),
              options,
              words,
            );
      if (values.json === true) out(jsonOf({ measures: chosen.map((row) => jsonRow(row, words)) }));
      else for (const row of chosen) out(lineFor(row, words));
      return 0;
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      tellRefused(error, commandLine);
      return 1;
    }
  },
};

function optionsOf(
  values: Readonly<Partial<Record<(typeof numberOptions)[number], string>>>,
): MeasureOptions {
  const given = numberOptions.flatMap((name) => {
    const text = values[name];
    if (text === undefined) return [];
    const value = Number(text);
    const isFit = Number.isFinite(value) && value >= 0 && text.trim() !== "";
    const isWhole = name !== "seed" && name !== "samples" ? true : Number.isInteger(value);
    if (!isFit || !isWhole || (name === "samples" && value > 10_000))
      throw new UsageError(message("cli.no-number", { option: `--${name}`, text }));
    return [[name, value] as const];
  });
  return { ...defaultOptions, ...Object.fromEntries(given) };
}

const rated = (
  measures: readonly RatingMeasure[],
  ratings: Ratings,
  intervals: boolean,
  { tell }: Words,
): readonly Row[] =>
  measures.map((measure) => {
    const interval = intervals ? intervalOf(measure, ratings) : null;
    const { id, source } = measure;
    return {
      id,
      name: tell(measure.name),
      source,
      ...measure.measure(ratings),
      ...(interval && { interval }),
    };
  });

const placed = (
  measures: readonly ContinuumMeasure[],
  continuum: Continuum,
  options: MeasureOptions,
  { tell }: Words,
): readonly Row[] =>
  measures.map((measure) => {
    const { id, source } = measure;
    return { id, name: tell(measure.name), source, ...measure.measure(continuum, options) };
  });

/** The measures asked for, in their own order, before anything is computed; all where none is. */
function choose<M extends Measure>(measures: readonly M[], ids: readonly string[]): readonly M[] {
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

function lineFor({ id, name, value, n, interval, note }: Row, { say, tell }: Words): string {
  const figure = value === null ? say("cli.undefined") : value.toFixed(4);
  const range = interval ? ` [${interval.map((end) => end.toFixed(4)).join(", ")}]` : "";
  const rest = note ? ` ${tell(note)}` : "";
  return `${id.padEnd(22)} ${figure}${range} (n = ${n})  ${name}.${rest}\n`;
}

async function ratingsIn(file: string): Promise<Ratings> {
  const read = readRatings(await readTextFile(file));
  if (!read.ok) throw new FileRefused(file, read.problems);
  return read.ratings;
}

async function continuumIn(file: string): Promise<Continuum> {
  const read = readContinuum(await readTextFile(file));
  if (!read.ok) throw new FileRefused(file, read.problems);
  return read.continuum;
}

/** The spans of all projects and files, for annotators who have a set of the same articles. */
async function continuumOfAll(
  paths: readonly string[],
  commandLine: CommandLine,
  types: readonly string[] | undefined,
): Promise<Continuum> {
  const bundles: ExportBundle[] = [];
  for (const path of paths) bundles.push(await readBundle(path, commandLine));
  const annotators = new Map(
    bundles.flatMap((bundle) => bundle.annotators.map((one) => [one.id, one] as const)),
  );
  const texts = new Map<string, { length: number; sets: ExportBundle["articles"][number]["sets"] }>();
  for (const { articles } of bundles)
    for (const { article, text, sets } of articles) {
      const before = texts.get(article.textHash);
      texts.set(article.textHash, { length: text.length, sets: [...(before?.sets ?? []), ...sets] });
    }
  return continuumOf([...texts.values()], [...annotators.values()], types && new Set(types));
}
