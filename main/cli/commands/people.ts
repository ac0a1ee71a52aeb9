// `sayso people`: who annotates in a project, who of them is counted as one person, and who looks like one; and the answer to that.

import type { Client } from "../../../shared/api/client.ts";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import type { LikePair } from "../../../shared/review/like-people.ts";
import { personOf, type SamePersonAnswer } from "../../../shared/review/one-person.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, parseProject } from "../cli-command.ts";
import { introduce, requireWritable, withClient } from "../core-client.ts";
import { jsonOf, lineOf, reported } from "../report.ts";
import { alikeLines, pairNamed } from "../same-people.ts";

const answers = { same: "same", different: "different", ask: null } as const;

const cliOptions = [
  ["--same NAME=NAME", message("review.cli-people-same"), "many"],
  ["--different NAME=NAME", message("review.cli-people-different"), "many"],
  ["--ask NAME=NAME", message("review.cli-people-ask"), "many"],
  ["--as NAME", message("cli.import-as")],
  ["--json", message("cli.json")],
] as const;

export const peopleCommand: CliCommand = {
  name: "people",
  synopsis: "PROJECT",
  summary: message("review.cli-people"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const { words, out, err } = commandLine;
    const pairAnswers = (["same", "different", "ask"] as const).flatMap((how) =>
      (values[how] ?? []).map((pair) => ({ pair, answer: answers[how] })),
    );
    await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const mode = pairAnswers.length > 0 ? "write" : "read";
      const openProject = await client.call("project.open", { path, mode });
      for (const warning of openProject.warnings) err(lineOf(reported(warning, path, words)));
      if (pairAnswers.length > 0) requireWritable(openProject);
      const annotators = await answered(client, openProject, pairAnswers);
      const { alike } = await client.call("review.likePeople", { project: openProject.handle });
      if (values.json === true) out(jsonOf({ annotators, alike }));
      else for (const line of linesOf(annotators, alike, words)) out(line);
    });
    return 0;
  },
};

/** The annotators of the project once all of it is answered; nothing is where one of the pairs is not understood. */
async function answered(
  client: Client,
  { handle: project, project: { annotators } }: OpenProject,
  asked: readonly { readonly pair: string; readonly answer: SamePersonAnswer }[],
): Promise<readonly Annotator[]> {
  const pairs = asked.map(({ pair, answer }) => ({ people: pairNamed(annotators, pair), answer }));
  let currentAnnotators = annotators;
  for (const { people, answer } of pairs) {
    const of: [string, string] = [people[0].id, people[1].id];
    ({ annotators: currentAnnotators } = await client.call("review.samePerson", {
      project,
      people: of,
      answer,
    }));
  }
  return currentAnnotators;
}

function linesOf(annotators: readonly Annotator[], alike: readonly LikePair[], words: Words): string[] {
  const person = personOf(annotators);
  const nameOf = (id: string): string => visibleText(annotators.find((one) => one.id === id)?.name ?? id);
  return [
    ...annotators
      .filter(isPerson)
      .map(({ id }) =>
        person(id) === id
          ? `${nameOf(id)}\n`
          : `${words.say("review.cli-counted-as", { name: nameOf(id), person: nameOf(person(id)) })}\n`,
      ),
    ...alikeLines(alike, annotators, words, "project"),
  ];
}
