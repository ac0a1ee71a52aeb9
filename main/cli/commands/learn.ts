// `sayso learn`: has suggestions learn from one's own cards in a project, shows what they learned, switches it off or takes it back.
import { resolve } from "node:path";
import type { Client } from "../../../shared/api/client.ts";
import type { LearnedSuggestions } from "../../../shared/api/replies.ts";
import { visibleText } from "../../../shared/errors/visible-text.ts";
import type { Id } from "../../../shared/model/id.ts";
import { outcomeOf, patternText } from "../../../shared/suggestions/learning/learned.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { atMost, type CliCommand, parse, required, UsageError } from "../cli-command.ts";
import { introduce, openTakingOver, requireWritable, withClient } from "../core-client.ts";
import { jsonOf, lineOf, reported } from "../report.ts";

const cliOptions = [
  ["--show", message("suggestions.cli-learn-show")],
  ["--on", message("suggestions.cli-learn-on")],
  ["--off", message("suggestions.cli-learn-off")],
  ["--undo", message("suggestions.cli-learn-undo")],
  ["--as NAME", message("cli.import-as")],
  ["--take-over", message("outside.cli-take-over")],
  ["--json", message("cli.json")],
] as const;

export const learnCommand: CliCommand = {
  name: "learn",
  synopsis: "PROJECT",
  summary: message("suggestions.cli-learn"),
  options: cliOptions,
  async run(args, commandLine) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(1, positionals);
    const path = resolve(required(positionals[0], "PROJECT"));
    const { out, err, words } = commandLine;
    const asked = (["show", "on", "off", "undo"] as const).filter((name) => values[name] === true);
    const [what = "learn"] = asked;
    if (asked.length > 1) throw new UsageError(message("suggestions.cli-learn-one"));
    await withClient(commandLine, async (client) => {
      if (values.as !== undefined) await introduce(client, values.as);
      const opened =
        what === "show"
          ? await client.call("project.open", { path, mode: "read" })
          : await openTakingOver(client, path, values["take-over"] === true);
      for (const warning of opened.warnings) err(lineOf(reported(warning, path, words)));
      if (what !== "show") requireWritable(opened);
      const learned = await call(client, opened.handle, what);
      if (learned) out(values.json === true ? jsonOf(learned) : textOf(learned, words));
    });
    return 0;
  },
};

async function call(
  client: Client,
  project: Id,
  what: "show" | "on" | "off" | "undo" | "learn",
): Promise<LearnedSuggestions | null> {
  switch (what) {
    case "show":
      return client.call("learning.get", { project });
    case "undo":
      return client.call("learning.undo", { project });
    case "learn":
      return client.call("learning.learn", { project });
    default:
      return client.call("learning.turn", { project, on: what === "on" });
  }
}

function textOf({ on, used, last, damaged }: LearnedSuggestions, { say, tell }: Words): string {
  const lines: string[] = [];
  if (damaged) lines.push(say("suggestions.learned-damaged"));
  lines.push(last ? tell(outcomeOf(last.gate)) : say("suggestions.learned-nothing"));
  if (used) {
    if (!on) lines.push(say("suggestions.cli-learned-off"));
    const { verbs, patterns, names } = used.learned;
    const proof = ({ right, all }: { readonly right: number; readonly all: number }): string =>
      say("suggestions.learned-proof", { right, all });
    for (const verb of verbs)
      lines.push(
        `${visibleText(say("suggestions.learned-verb", { verb: verb.lemma, like: verb.like }))}: ${proof(verb)}`,
      );
    for (const pattern of patterns)
      lines.push(
        `${visibleText(patternText(pattern, say("suggestions.measure-source"), say("suggestions.measure-content")))}: ${proof(pattern)}`,
      );
    for (const name of names) lines.push(`${visibleText(name.name)}: ${proof(name)}`);
  }
  return lines.map((line) => `${line}\n`).join("");
}
