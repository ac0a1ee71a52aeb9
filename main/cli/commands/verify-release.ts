// `sayso verify-release`: whether the files of a release are those that its maintainers signed, examined without a network.
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import { message } from "../../../shared/words/message.ts";
import { atMost, type CliCommand, parse, required, UsageError } from "../cli-command.ts";
import { minisignKey } from "../minisign.ts";
import { examineRelease } from "../release-faults.ts";
import { jsonOf } from "../report.ts";

const cliOptions = [
  ["--key KEY", message("release.cli-key")],
  ["--json", message("cli.json")],
] as const;

export const verifyReleaseCommand: CliCommand = {
  name: "verify-release",
  synopsis: "FOLDER",
  summary: message("release.cli"),
  options: cliOptions,
  async run(args, { out, words }) {
    const { values, positionals } = parse(args, cliOptions);
    const folder = resolve(required(positionals[0], "FOLDER"));
    atMost(1, positionals);
    const named = required(values.key, "--key");
    const key = minisignKey(named) ?? minisignKey(await readFile(named, "utf8").catch(() => ""));
    if (key === null) throw new UsageError(message("release.no-key"));
    const { faults, ...counts } = await examineRelease(folder, key);
    const { say, tell } = words;
    if (values.json === true)
      out(
        jsonOf({
          ok: faults.length === 0,
          ...counts,
          faults: faults.map(({ file, what }) => ({ file, what: tell(what) })),
        }),
      );
    else {
      for (const { file, what } of faults) out(`${visibleText(file)}: ${tell(what)}\n`);
      const { comment } = counts;
      if (comment !== null) out(`${say("release.signed", { comment: visibleText(comment) })}\n`);
      out(
        `${faults.length === 0 ? say("release.sound", counts) : say("release.unsound", { count: faults.length })}\n`,
      );
    }
    return faults.length === 0 ? 0 : 1;
  },
};
