// `sayso sync`: sends what is new in a shared project and receives what others have sent, once or again and again, or says what waits.
import { setTimeout as pause } from "node:timers/promises";
import { ApiError, type Problem } from "../../../shared/errors/errors.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import { statusOfProject, syncProject } from "../../core/team/sync.ts";
import type { TeamContext } from "../../core/team/team-store.ts";
import {
  type CliCommand,
  type CommandLine,
  type ExitStatus,
  parseProject,
  UsageError,
} from "../cli-command.ts";
import { jsonOf, lineOf, reported } from "../report.ts";
import { whenStopped } from "../stop-signal.ts";
import { blindIn, branchIn, recoverProject, teamConflictLines, teamContext } from "../team-command.ts";

const cliOptions = [
  ["--status", message("team.cli-status")],
  ["--watch", message("team.cli-watch")],
  ["--every SECONDS", message("team.cli-every")],
  ["--blind HOW", message("team.cli-blind")],
  ["--large", message("team.cli-large")],
  ["--branch NAME", message("team.cli-branch")],
  ["--from BRANCH", message("team.cli-from")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

/** 4 where both sides changed the same, which a person is to look at. */
export const syncCommand: CliCommand = {
  name: "sync",
  synopsis: "PROJECT",
  summary: message("team.cli-sync"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const every = secondsIn(values.every ?? "60");
    const isJson = values.json === true;
    const [branch, from] = [branchIn(values.branch), branchIn(values.from)];
    const choice = {
      ...{ ...blindIn(values.blind), ...(values.large === true && { large: true }) },
      ...{ ...(branch !== undefined && { branch }), ...(from !== undefined && { from }) },
    };
    const context = await teamContext(commandLine, values.as);
    await recoverProject(commandLine, path, values["take-over"] === true);
    if (values.status === true) return tellStatus(commandLine, context, path, isJson);
    if (values.watch === true) return keepInSync(commandLine, context, path, { every, isJson, choice });
    return told(commandLine, await syncProject(context, path, choice), isJson);
  },
};

function secondsIn(text: string): number {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400)
    throw new UsageError(message("cli.no-number", { option: "--every", text }));
  return seconds;
}

async function tellStatus(
  commandLine: CommandLine,
  context: TeamContext,
  path: string,
  isJson: boolean,
): Promise<ExitStatus> {
  const { out, words } = commandLine;
  const { address, waiting, conflicts } = await statusOfProject(context, path);
  const line = words.say("team.waiting", { where: visibleText(address), waiting });
  if (isJson) out(jsonOf({ ok: true, address, waiting, conflicts }));
  else out(`${line}\n${teamConflictLines(conflicts, commandLine)}`);
  return 0;
}

type Report = Awaited<ReturnType<typeof syncProject>>;

function told(commandLine: CommandLine, report: Report, isJson: boolean): ExitStatus {
  const { out, words } = commandLine;
  const { sent, came, articles, changes, conflicts } = report;
  if (isJson) out(jsonOf({ ok: true, ...report }));
  else {
    const cameWords =
      came === 0 ? words.say("team.nothing-came") : words.say("team.came", { came, articles, changes });
    out(`${words.say("team.sent", { sent })} ${cameWords}\n${teamConflictLines(conflicts, commandLine)}`);
  }
  return conflicts.length > 0 ? 4 : 0;
}

/** What may be over the next time: the line is down, or a window has the project open. */
const passing: readonly Problem[] = ["git-failed", "project-locked"];

/** Synchronises again and again until it is ended, and tells what went and what came. What is refused ends it too. */
async function keepInSync(
  commandLine: CommandLine,
  context: TeamContext,
  path: string,
  {
    every,
    isJson,
    choice,
  }: { readonly every: number; readonly isJson: boolean; readonly choice: Parameters<typeof syncProject>[2] },
): Promise<ExitStatus> {
  const { words, err } = commandLine;
  const ended = new AbortController();
  void whenStopped().promise.then(() => ended.abort());
  err(`${words.say("team.watching", { every })}\n`);
  let status: ExitStatus = 0;
  let hindrance = "";
  while (!ended.signal.aborted) {
    try {
      const report = await syncProject(context, path, choice);
      hindrance = "";
      if (report.sent + report.came > 0) status = told(commandLine, report, isJson) || status;
    } catch (error) {
      if (!(error instanceof ApiError) || !passing.includes(error.problem)) throw error;
      const line = lineOf(reported(error.toData(), path, words));
      if (line !== hindrance) err(line);
      hindrance = line;
    }
    await pause(every * 1_000, undefined, { signal: ended.signal }).catch(() => undefined);
  }
  return status;
}
