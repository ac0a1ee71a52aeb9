// `sayso sets`: the sets of articles that a project's people share: listed, shown with their articles, made, renamed, removed, and as a table.
import { resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { Input, OpenProject } from "../../../shared/api/contract.ts";
import { progressOfProject } from "../../../shared/api/project-progress.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { knownSetsOf, type SavedSet } from "../../../shared/interchange/set-columns.ts";
import { readSetValues, setValuesCsv } from "../../../shared/interchange/set-values.ts";
import { filterWork, nobody } from "../../../shared/model/article-filter.ts";
import {
  type ArticleSet,
  isInSet,
  type SharedFacts,
  type SharedFilter,
  setsNamed,
  sharedConditions,
} from "../../../shared/model/article-set.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import { sharedFactsOf } from "../../../shared/review/article-facts.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { atMost, type CliCommand, dayFrom, parse, required, UsageError } from "../cli-command.ts";
import { introduce, newId, newStep, openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { annotatorNamed, articleNamed, articleSetNamed } from "../find-by-name.ts";
import { FileRefused, readTextFile } from "../read-bundle.ts";
import { alignedTable, jsonOf, lineOf, reported } from "../report.ts";

const cliOptions = [
  ["--make NAME", message("sets.cli-make")],
  ["--rename NAME", message("sets.cli-rename")],
  ["--to NAME", message("sets.cli-to")],
  ["--remove NAME", message("sets.cli-remove")],
  ["--csv", message("sets.cli-csv")],
  ["--fill FILE", message("sets.cli-fill")],
  ["--dry-run", message("sets.cli-dry-run")],
  ["--article TITLE", message("sets.cli-article"), "many"],
  ["--title WORDS", message("sets.cli-title")],
  ["--tag TAG", message("insight.cli-tag"), "many"],
  ["--publisher NAME", message("insight.cli-publisher"), "many"],
  ["--since, --until DAY", message("insight.cli-days")],
  ["--state STATE", message("sets.cli-state", { states: filterWork.join(", ") }), "many"],
  ["--assigned NAME", message("sets.cli-assigned", { nobody }), "many"],
  ["--annotated NAME", message("sets.cli-annotated", { nobody }), "many"],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

type SetsValues = ReturnType<typeof parse<typeof cliOptions>>["values"];

export const setsCommand: CliCommand = {
  name: "sets",
  synopsis: "PROJECT [SET]",
  summary: message("sets.cli"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(2, positionals);
    const path = resolve(required(positionals[0], "PROJECT"));
    const asked = [values.make, values.rename, values.remove, values.fill].filter((one) => one !== undefined);
    const isDry = values["dry-run"] === true;
    holdTogether(values, asked.length + (values.csv === true ? 1 : 0) + positionals.slice(1).length);
    const { words, out, err } = commandLine;
    await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const isChange = asked.length > 0 && !isDry;
      const openProject = isChange
        ? await openTakingOver(client, path, values["take-over"] === true)
        : await client.call("project.open", { path, mode: "read" });
      for (const warning of openProject.warnings) err(lineOf(reported(warning, path, words)));
      if (isChange) requireWritable(openProject);
      if (values.fill !== undefined) {
        const filled = await setsIn(values.fill, openProject);
        if (!isDry && filled.save.length > 0) await saveSets(client, openProject, filled.save);
        const counts = { cells: filled.cells.length, sets: filled.save.length };
        out(`${words.say(isDry ? "sets.cli-would-fill" : "sets.cli-filled", counts)}\n`);
        return;
      }
      if (values.csv === true) {
        out(setValuesCsv(knownSetsOf(openProject)));
        return;
      }
      const sets = await setsAfter(client, openProject, values);
      const facts = await factsOf(client, openProject);
      const shown = positionals[1] === undefined ? null : articleSetNamed(sets, positionals[1]);
      const filled = (shown ? [shown] : sets).map((set) => ({
        ...set,
        articles: facts.filter((one) => isInSet(set, one)),
      }));
      if (values.json === true) out(jsonOf({ sets: filled.map(setJson) }));
      else out(shown ? articlesText(filled, words) : setsText(filled, openProject, words));
    });
    return 0;
  },
};

/** The options that say something of another one. */
const belonging = [
  ["--dry-run", "--fill"],
  ["--to", "--rename"],
  ...["article", "title", "tag", "publisher", "since", "until", "state", "assigned", "annotated"].map(
    (name) => [`--${name}`, "--make"] as const,
  ),
] as const;

/** Throws a `UsageError` for options of which one would be passed over. `asked`: how many things are to be done. */
function holdTogether(values: SetsValues, asked: number): void {
  if (asked > 1) throw new UsageError(message("sets.cli-one"));
  if (values.csv === true && values.json === true)
    throw new UsageError(message("cli.exclude-each-other", { one: "--csv", other: "--json" }));
  const given = new Map(Object.entries(values).map(([name, value]) => [`--${name}`, value]));
  for (const [option, other] of belonging)
    if (given.has(option) && !given.has(other))
      throw new UsageError(message("cli.belongs-to", { option, other }));
}

/** What a table asks of sets. Throws `FileRefused` where anything in it does not fit. */
async function setsIn(file: string, opened: OpenProject) {
  const read = readSetValues(await readTextFile(file), knownSetsOf(opened), newId);
  if (!read.ok) throw new FileRefused(file, read.problems);
  return read;
}

async function saveSets(
  client: Client,
  { handle: project }: OpenProject,
  sets: readonly SavedSet[],
): Promise<void> {
  await client.call("articleSets.save", {
    ...{ project, ...newStep("save-article-set"), save: [...sets], remove: [] },
  });
}

interface FilledSet extends ArticleSet {
  readonly articles: readonly SharedFacts[];
}

const setJson = ({ id, name, filter, articles }: FilledSet) => ({
  ...{ id, name, filter },
  articles: articles.map(({ article, title, publisher, date, tags }) => ({
    ...{ id: article, title, publisher, date, tags },
  })),
});

/** The sets of the project once what was asked for is done. Throws where it cannot be, and nothing is then. */
async function setsAfter(
  client: Client,
  opened: OpenProject,
  { make, rename, remove, to, ...values }: SetsValues,
): Promise<readonly ArticleSet[]> {
  const { handle: project } = opened;
  const { articleSets: sets = [] } = opened.project;
  const save = async (
    command: string,
    change: Pick<Input<"articleSets.save">, "save" | "remove">,
  ): Promise<readonly ArticleSet[]> =>
    (await client.call("articleSets.save", { project, ...newStep(command), ...change })).articleSets;
  if (make !== undefined) {
    if (setsNamed(sets, make).length > 0) throw new ApiError("article-set-there", { name: make });
    const one = { id: null, name: make, filter: filterFrom(values, opened) };
    return save("save-article-set", { save: [one], remove: [] });
  }
  if (rename !== undefined) {
    const { id, filter } = articleSetNamed(sets, rename);
    const one = { id, name: required(to, "--to"), filter };
    return save("rename-article-set", { save: [one], remove: [] });
  }
  if (remove !== undefined)
    return save("remove-article-set", { save: [], remove: [articleSetNamed(sets, remove).id] });
  return sets;
}

/** What a new set asks. Throws for people, articles, days and states that there are not. */
function filterFrom(values: SetsValues, opened: OpenProject): SharedFilter {
  const people = (names: readonly string[] = []): readonly string[] =>
    names.map((name) => (name === nobody ? nobody : annotatorNamed(opened, name).id));
  const states = (values.state ?? []).map((text) => {
    const state = filterWork.find((one) => one === text);
    if (!state) throw new UsageError(message("sets.cli-no-state", { text, states: filterWork.join(", ") }));
    return state;
  });
  const [from, to] = [dayFrom(values.since), dayFrom(values.until)];
  const articles = (values.article ?? []).map((wanted) => articleNamed(opened, wanted).id);
  return {
    ...(values.title !== undefined && { words: values.title }),
    ...(states.length > 0 && { work: states }),
    ...(values.assigned && { assigned: people(values.assigned) }),
    ...(values.annotated && { annotated: people(values.annotated) }),
    ...(values.publisher && { publishers: values.publisher }),
    ...(values.tag && { tags: values.tag }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(articles.length > 0 && { articles }),
  };
}

/** What sets can ask of the articles, in the order of the project. */
async function factsOf(client: Client, opened: OpenProject): Promise<readonly SharedFacts[]> {
  const { sets, publications } = await client.call("project.progress", { project: opened.handle });
  const progress = progressOfProject(opened.project, opened.articles, sets);
  const progressById = new Map(progress.articles.map((one) => [one.article, one]));
  const publicationById = new Map(publications.map((one) => [one.article, one]));
  return opened.articles.map((article) =>
    sharedFactsOf(article, progressById.get(article.id), publicationById.get(article.id)),
  );
}

function setsText(sets: readonly FilledSet[], opened: OpenProject, words: Words): string {
  const { say } = words;
  if (sets.length === 0) return `${say("sets.none")}\n`;
  const head = [say("sets.cli-name"), say("sets.cli-articles"), say("sets.cli-asks")];
  const rows = sets.map((set) => [
    visibleText(set.name),
    words.number(set.articles.length),
    conditionsText(set, opened, words),
  ]);
  return alignedTable([head, ...rows]);
}

/** What a set asks, in words. */
function conditionsText({ filter }: ArticleSet, { project }: OpenProject, { say, list }: Words): string {
  const nameOf = (id: string): string =>
    project.annotators.find((one) => one.id === id && isPerson(one))?.name ?? id;
  const valuesOf = (name: (typeof sharedConditions)[number]): readonly string[] => {
    const values = [filter[name] ?? []].flat().map(String);
    if (name === "articles") return [String(values.length)];
    return name === "assigned" || name === "annotated" ? values.map(nameOf) : values;
  };
  return sharedConditions
    .filter((name) => filter[name] !== undefined)
    .map((name) => {
      const values = list(valuesOf(name).map(visibleText));
      const title = say(name === "words" ? "about.field-title" : `filters.${name}`);
      return say("filters.condition", { title, values });
    })
    .join("; ");
}

function articlesText([set]: readonly FilledSet[], words: Words): string {
  const { say, list } = words;
  if (!set || set.articles.length === 0) return `${say("sets.no-articles")}\n`;
  const head = [
    say("sets.cli-id"),
    say("about.field-title"),
    say("about.publisher"),
    say("about.date"),
    say("about.tags"),
  ];
  const rows = set.articles.map(({ article, title, publisher, date, tags }) =>
    [article, title, publisher ?? "–", date ?? "–", list(tags)].map(visibleText),
  );
  return alignedTable([head, ...rows]);
}
