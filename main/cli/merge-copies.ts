// Merges the copies that synchronisation programs made of conflicts, and says what came of each.
import { randomBytes } from "node:crypto";
import type { Client } from "../../shared/api/client.ts";
import type { ConflictCopy, SettledCopies } from "../../shared/api/copies.ts";
import { visibleText } from "../../shared/errors/visible-text.ts";
import { idFromBytes } from "../../shared/model/id.ts";
import type { Words } from "../../shared/words/say.ts";
import { conflictLine } from "./conflict-line.ts";
import { openTakingOver, requireWritable } from "./core-client.ts";

export interface MergedCopies extends Pick<SettledCopies, "merged" | "aside"> {
  /** Copies that cannot be merged; they are where they were. */
  readonly left: readonly ConflictCopy[];
}

/** Throws an `ApiError`, also for a project that can only be read. */
export async function mergeCopies(client: Client, path: string, takeOver: boolean): Promise<MergedCopies> {
  const openProject = await openTakingOver(client, path, takeOver);
  requireWritable(openProject);
  const project = openProject.handle;
  const { copies } = await client.call("copies.list", { project });
  const merge = copies.flatMap(({ file, state }) => (state === "mergeable" ? [file] : []));
  const step = { command: "merge-copies", at: new Date().toISOString() };
  const opId = idFromBytes(randomBytes(16));
  const { merged, aside } = await client.call("copies.settle", { project, merge, aside: [], opId, step });
  return { merged, aside, left: copies.filter(({ file }) => !merge.includes(file)) };
}

/** A line for each copy, and one for each conflict in it. */
export function settledLines({ merged, aside, left }: MergedCopies, words: Words): string {
  const { say } = words;
  const whyLeft = ({ state }: ConflictCopy) =>
    state === "not-own" || state === "unreadable"
      ? say(`outside.copy-${state}`)
      : say("outside.copy-only-aside");
  const lines = [
    ...merged.flatMap((copy) => [
      say("outside.cli-merged", { ...copy, file: visibleText(copy.file) }),
      ...copy.conflicts.map((conflict) => `  ${conflictLine(copy.title ?? copy.original, conflict, words)}`),
    ]),
    ...aside.map(({ file, keptAs }) =>
      say("outside.cli-aside", { file: visibleText(file), kept: visibleText(keptAs) }),
    ),
    ...left.map((copy) => `${visibleText(copy.file)}: ${whyLeft(copy)}`),
    ...(merged.length + left.length === 0 ? [say("outside.copies-none")] : []),
  ];
  return `${lines.join("\n")}\n`;
}
