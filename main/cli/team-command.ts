// The common part of the commands about a shared project: who is at work, on which machine, and how an outcome is told.
import { visibleText } from "../../shared/errors/visible-text.ts";
import { message } from "../../shared/words/message.ts";
import { isBranchName, type TeamConflict, type TeamContext } from "../core/team/team-store.ts";
import { nodeDisk } from "../storage/files/disk.ts";
import { openSettings } from "../storage/home/settings.ts";
import { type CommandLine, UsageError } from "./cli-command.ts";
import { introduce, newId, openTakingOver, requireWritable, withClient } from "./core-client.ts";

/** Throws an `ApiError` where this person has no name yet, and none is given. */
export async function teamContext(commandLine: CommandLine, as: string | undefined): Promise<TeamContext> {
  const { home, version } = commandLine;
  if (as !== undefined) await withClient(commandLine, (client) => introduce(client, as));
  const settings = await openSettings(nodeDisk, home, newId);
  return {
    ...{ disk: nodeDisk, home, version, device: settings.device },
    name: settings.get().annotatorName ?? "",
    now: () => new Date().toISOString(),
  };
}

/** Whether colleagues' sets are held back, as the option says: `on` or `off`; nothing where it is not given. */
export function blindIn(how: string | undefined): { readonly blind?: boolean } {
  if (how === undefined) return {};
  if (how !== "on" && how !== "off")
    throw new UsageError(message("team.cli-blind-wrong", { how: visibleText(how) }));
  return { blind: how === "on" };
}

/** The name of a branch, as an option says it. */
export function branchIn(name: string | undefined): string | undefined {
  if (name !== undefined && !isBranchName(name))
    throw new UsageError(message("team.cli-branch-wrong", { name: visibleText(name) }));
  return name;
}

/** Opens the project once, so that its journals are recovered before its files are kept. Gives its name. */
export async function recoverProject(
  commandLine: CommandLine,
  path: string,
  takeOver: boolean,
): Promise<string> {
  return withClient(commandLine, async (client) => {
    const openProject = await openTakingOver(client, path, takeOver);
    requireWritable(openProject);
    return openProject.project.name;
  });
}

/** A line for each, and one with both values where there are two. */
export function teamConflictLines(
  conflicts: readonly TeamConflict[],
  { words }: Pick<CommandLine, "words">,
): string {
  return conflicts
    .map(({ file, path, why, by, ours, theirs }) => {
      const line = words.say("team.conflict", {
        ...{ file: visibleText(file), path: visibleText(path), by: visibleText(by) },
        hasPath: path === "" ? "no" : "yes",
        why: why.replaceAll("-", "_"),
      });
      const sides = { ours: shown(ours), theirs: shown(theirs), by: visibleText(by) };
      const isTwo = why === "both-changed" && path !== "";
      return `${line}\n${isTwo ? `  ${words.say("team.conflict-sides", sides)}\n` : ""}`;
    })
    .join("");
}

/** Characters of a value that a line has room for. */
const most = 80;

function shown(value: unknown): string {
  const text = visibleText(typeof value === "string" ? value : JSON.stringify(value));
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
