// `sayso watch`: brings in what arrives in a folder, until it is ended.
import { resolve } from "node:path";
import type { BroughtIn } from "../../../shared/api/bringing-in.ts";
import { nothingBroughtIn } from "../../../shared/api/watching.ts";
import { message } from "../../../shared/words/message.ts";
import { atMost, type CliCommand, parse, required } from "../cli-command.ts";
import { introduce, openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { lineOf, reported, skippedLine, takenLine } from "../report.ts";
import { whenStopped } from "../stop-signal.ts";

const cliOptions = [
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
] as const;

export const watchCommand: CliCommand = {
  name: "watch",
  synopsis: "PROJECT FOLDER",
  summary: message("cli.watch"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(2, positionals);
    const [project, folder] = positionals;
    const path = resolve(required(project, "PROJECT"));
    const watched = resolve(required(folder, "FOLDER"));
    const { words, out, err } = commandLine;
    const stopped = whenStopped();
    await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const openProject = await openTakingOver(client, path, values["take-over"] === true);
      requireWritable(openProject);
      let lastAnnounced: BroughtIn = nothingBroughtIn;
      let problem: string | null = null;
      client.subscribe((event) => {
        if (event.type !== "watching" || event.project !== openProject.handle) return;
        const { broughtIn } = event.state;
        for (const takenFile of newIn(broughtIn.taken, lastAnnounced.taken))
          out(`${takenLine(takenFile, words)}\n`);
        for (const skippedFile of newIn(broughtIn.skipped, lastAnnounced.skipped))
          out(`${skippedLine(skippedFile, words)}\n`);
        for (const { file, error } of newIn(broughtIn.refused, lastAnnounced.refused))
          err(lineOf(reported(error, file, words)));
        lastAnnounced = broughtIn;
        const wrong = event.state.problem?.problem ?? null;
        if (event.state.problem && wrong !== problem)
          err(lineOf(reported(event.state.problem, watched, words)));
        problem = wrong;
      });
      err(`${words.say("cli.watching", { folder: watched })}\n`);
      await client.call("watch.set", {
        project: openProject.handle,
        path: watched,
        how: "take",
        remember: false,
      });
      await stopped.promise;
      // What is on its way is told before the end.
      await client.call("watch.set", {
        project: openProject.handle,
        path: null,
        how: "take",
        remember: false,
      });
    });
    return 0;
  },
};

/** Those at the end that were not there before; of very many the beginning is no longer told. */
function newIn<Of>(now: readonly Of[], before: readonly Of[]): readonly Of[] {
  const previousLast = before.at(-1);
  return previousLast === undefined ? now : now.slice(now.lastIndexOf(previousLast) + 1);
}
