// `sayso doctor`: examines a project's folder, and repairs a copy of it where that is asked for.

import { resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { ConflictCopy, SettledCopies } from "../../../shared/api/copies.ts";
import { type Examination, kindOfFinding, type ProjectFinding } from "../../../shared/api/examination.ts";
import { foldAlike } from "../../../shared/errors/fold-alike.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { atMost, type CliCommand, parse, required } from "../cli-command.ts";
import { introduce, newStep, openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { conflictLine, jsonOf } from "../report.ts";

const cliOptions = [
  ["--repair FOLDER", message("cli.doctor-repair")],
  ["--merge-copies", message("outside.cli-merge-copies")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

export const doctorCommand: CliCommand = {
  name: "doctor",
  synopsis: "PROJECT",
  summary: message("cli.doctor"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    const path = resolve(required(positionals[0], "PROJECT"));
    atMost(1, positionals);
    const { out, words } = commandLine;
    return withClient(commandLine, async (client) => {
      if (values["merge-copies"] === true) {
        if (values.as !== undefined) await introduce(client, values.as);
        const settled = await mergeCopies(client, path, values["take-over"] === true);
        out(values.json === true ? jsonOf(settled) : settledLines(settled, words));
        return settled.left.length === 0 ? 0 : 1;
      }
      if (values.repair === undefined) {
        const examination = await client.call("project.examine", { path });
        if (values.json === true) out(jsonOf(plain(examination, words)));
        else out(examinationText(examination, words));
        return isSound(examination) ? 0 : 1;
      }
      const copy = await client.call("project.repairCopy", { path, out: resolve(values.repair) });
      const { say } = words;
      if (values.json === true)
        out(
          jsonOf({
            path: copy.path,
            mended: copy.mended.map((finding) => plainFinding(finding, words)),
            after: plain(copy.after, words),
          }),
        );
      else {
        out(`${say("doctor.repaired", { path: visibleText(copy.path), count: copy.mended.length })}\n`);
        for (const finding of copy.mended)
          out(`  ${visibleText(finding.file)}: ${visibleText(words.tell(finding.what))}\n`);
        out(examinationText(copy.after, words));
      }
      return isSound(copy.after) ? 0 : 1;
    });
  },
};

const isSound = ({ findings }: Examination): boolean => findings.every(({ weight }) => weight === "note");

function examinationText(found: Examination, words: Words): string {
  const { say } = words;
  const { findings, ...counts } = found;
  const lines = foldAlike(findings, kindOfFinding).flatMap(({ item, more }) => {
    const { weight, file, what, advice, mends } = item;
    const line = say("cli.doctor-finding", {
      weight,
      file: visibleText(file),
      what: visibleText(words.tell(what)),
      advice: visibleText(words.tell(advice)),
      mends: mends ? "yes" : "no",
    });
    return more > 0 ? [line, say("cli.more-alike", { count: more })] : [line];
  });
  if (findings.length === 0) lines.push(say("doctor.healthy"));
  return [...lines, say("doctor.counts", counts), ""].join("\n");
}

const plainFinding = ({ what, advice, ...rest }: ProjectFinding, { tell }: Words) => ({
  ...rest,
  what: tell(what),
  advice: tell(advice),
});

const plain = ({ findings, ...counts }: Examination, words: Words) => ({
  ...counts,
  findings: findings.map((finding) => plainFinding(finding, words)),
});

interface MergedCopies extends Pick<SettledCopies, "merged" | "aside"> {
  /** Copies that cannot be merged; they are where they were. */
  readonly left: readonly ConflictCopy[];
}

/** Merges the copies that synchronisation programs made of conflicts. Throws an `ApiError`, also for a project that can only be read. */
async function mergeCopies(client: Client, path: string, takeOver: boolean): Promise<MergedCopies> {
  const openProject = await openTakingOver(client, path, takeOver);
  requireWritable(openProject);
  const project = openProject.handle;
  const { copies } = await client.call("copies.list", { project });
  const merge = copies.flatMap(({ file, state }) => (state === "mergeable" ? [file] : []));
  const request = { project, merge, aside: [], ...newStep("merge-copies") };
  const { merged, aside } = await client.call("copies.settle", request);
  return { merged, aside, left: copies.filter(({ file }) => !merge.includes(file)) };
}

/** A line for each copy, and one for each conflict in it. */
function settledLines({ merged, aside, left }: MergedCopies, words: Words): string {
  const { say } = words;
  const whyLeft = ({ state }: ConflictCopy) =>
    state === "not-own" || state === "unreadable"
      ? say(`outside.copy-${state}`)
      : say("outside.copy-only-aside");
  const lines = [
    ...merged.flatMap((copy) => [
      say("outside.cli-merged", { ...copy, file: visibleText(copy.file) }),
      ...(copy.differingSets
        ? [
            `  ${say("outside.copy-article-sets", { names: words.list(copy.differingSets.map(visibleText)) })}`,
          ]
        : []),
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
