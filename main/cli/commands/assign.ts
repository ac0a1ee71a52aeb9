// `sayso assign`: says who is to annotate which articles, chosen by id, all of them, or drawn by a seed.

import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import type { Pair } from "../../../shared/model/assignment.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Id } from "../../../shared/model/id.ts";
import { drawAssignments } from "../../../shared/review/assignments.ts";
import { message } from "../../../shared/words/message.ts";
import { type CliCommand, parseProject, required, UsageError } from "../cli-command.ts";
import { introduce, newStep, openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { annotatorMissing } from "../find-by-name.ts";
import { jsonOf, lineOf, reported } from "../report.ts";

const cliOptions = [
  ["--to NAME", message("progress.cli-to"), "many"],
  ["--article ID", message("progress.cli-article"), "many"],
  ["--release", message("progress.cli-release")],
  ["--share PERCENT", message("progress.cli-share")],
  ["--times COUNT", message("progress.cli-times")],
  ["--others", message("progress.cli-others")],
  ["--seed TEXT", message("progress.cli-seed")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--dry-run", message("progress.cli-dry-run")],
  ["--json", message("cli.json")],
] as const;

export const assignCommand: CliCommand = {
  name: "assign",
  synopsis: "PROJECT --to NAME",
  summary: message("progress.cli-assign"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const names = required(values.to, "--to");
    const share = values.share === undefined ? null : numberIn("--share", values.share, 0, 100) / 100;
    const times = values.times === undefined ? 2 : numberIn("--times", values.times, 1, 100);
    const seed = share === null ? null : required(values.seed, "--seed");
    const release = values.release === true;
    const isDry = values["dry-run"] === true;
    if (release && share !== null) throw new UsageError(message("progress.cli-release-or-share"));
    const { words } = commandLine;
    await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const openProject = isDry
        ? await client.call("project.open", { path, mode: "read" })
        : await openTakingOver(client, path, values["take-over"] === true);
      if (!isDry) requireWritable(openProject);
      for (const warning of openProject.warnings) commandLine.err(lineOf(reported(warning, path, words)));
      const articles = articlesIn(openProject, values.article);
      const people = await peopleFor(client, openProject, names, isDry || release);
      const pairs =
        share === null
          ? articles.flatMap((article) => people.map(({ id }) => ({ article, annotator: id })))
          : drawAssignments({
              articles,
              people: people.map(({ id }) => id),
              share,
              times: Math.round(times),
              others: values.others === true,
              seed: seed ?? "",
              existing: openProject.project.assignments ?? [],
            }).pairs;
      if (!isDry) {
        const [assign, taken] = release ? [[], [...pairs]] : [[...pairs], []];
        await client.call("project.assign", {
          project: openProject.handle,
          ...newStep(release ? "release" : seed === null ? "assign" : "draw"),
          assign,
          release: taken,
          seed,
        });
      }
      if (values.json === true)
        commandLine.out(jsonOf({ ok: true, seed, [release ? "released" : "assigned"]: pairs }));
      else for (const line of linesOf(openProject, pairs, people)) commandLine.out(line);
    });
    return 0;
  },
};

interface Person {
  readonly id: Id;
  readonly name: string;
}

/** Those named; somebody new is entered, unless nothing is to be changed by it. */
async function peopleFor(
  client: Client,
  opened: OpenProject,
  names: readonly string[],
  onlyKnown: boolean,
): Promise<readonly Person[]> {
  const { handle, project } = opened;
  const people: Person[] = [];
  for (const name of names) {
    const person = project.annotators.find((one) => one.name === name && isPerson(one));
    if (person) people.push(person);
    else if (onlyKnown) throw annotatorMissing(opened, name);
    else people.push((await client.call("project.addPerson", { project: handle, name })).annotator);
  }
  return people;
}

function articlesIn({ articles }: OpenProject, asked: readonly Id[] | undefined): readonly Id[] {
  for (const id of asked ?? [])
    if (!articles.some((article) => article.id === id))
      throw new ApiError("article-missing", { article: id });
  return asked ?? articles.map(({ id }) => id);
}

function numberIn(option: string, text: string, least: number, most: number): number {
  const value = Number(text.replace(/%$/u, ""));
  if (text.trim() === "" || !(value >= least && value <= most))
    throw new UsageError(message("cli.no-number", { text, option }));
  return value;
}

function linesOf({ articles }: OpenProject, pairs: readonly Pair[], people: readonly Person[]): string[] {
  const titleOf = (id: Id): string => visibleText(articles.find((one) => one.id === id)?.title ?? id);
  const nameOf = (id: Id): string => visibleText(people.find((one) => one.id === id)?.name ?? id);
  return pairs.map(({ article, annotator }) => `${titleOf(article)}\t${nameOf(annotator)}\n`);
}
