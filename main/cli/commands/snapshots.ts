// `sayso snapshots`: lists the versions of a project. It only reads, so it works while the application has it open.
import { sizeMessage, versionName } from "../../../shared/api/reply-words.ts";
import type { Version, Versions } from "../../../shared/api/versions.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { type CliCommand, parseProject } from "../cli-command.ts";
import { withClient } from "../core-client.ts";
import { jsonOf } from "../report.ts";

const cliOptions = [["--json", message("cli.json")]] as const;

export const snapshotsCommand: CliCommand = {
  name: "snapshots",
  synopsis: "PROJECT",
  summary: message("versions.cli-snapshots"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, path } = parseProject(args, cliOptions);
    const { words, out } = commandLine;
    const versionList = await withClient(commandLine, async (client) => {
      const { handle } = await client.call("project.open", { path, mode: "read" });
      return client.call("versions.list", { project: handle });
    });
    if (values.json === true) out(jsonOf(versionList));
    else out(versionsText(versionList, words));
    return versionList.versions.some(({ problem }) => problem !== null) ? 1 : 0;
  },
};

function versionsText({ versions, keptBytes, automaticBytes, plan }: Versions, words: Words): string {
  const { say, tell } = words;
  const lines = versions.map((version) => lineOf(version, words));
  if (lines.length === 0) lines.push(say("versions.none"));
  const totals = { kept: tell(sizeMessage(keptBytes)), automatic: tell(sizeMessage(automaticBytes)) };
  return [...lines, say("versions.totals", totals), say("versions.plan", plan), ""].join("\n");
}

function lineOf(version: Version, words: Words): string {
  const { kind, id, at, by, bytes, problem } = version;
  const name = kind === "kept" ? visibleText(versionName(version, words)) : "";
  return [
    words.say("versions.cli-kind", { kind }).padEnd(12),
    (at === "" ? "" : at).padEnd(24),
    words.tell(sizeMessage(bytes)).padStart(10),
    ...(kind === "kept" ? [id, `${name}${by === "" ? "" : ` (${visibleText(by)})`}`] : []),
    ...(problem ? [visibleText(words.tell(explain(problem).what))] : []),
  ]
    .join("  ")
    .trimEnd();
}
