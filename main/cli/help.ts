// What `sayso help` prints, made from the commands themselves.
import type { Words } from "../../shared/words/say.ts";
import type { CliCommand } from "./cli-command.ts";
import { commands } from "./commands/index.ts";

/** All commands, each with what it does under it: beside it no terminal has room for that. */
export function overview({ say, tell }: Words): string {
  const entries = commands.map(
    ({ name, synopsis, summary }) => `  sayso ${`${name} ${synopsis}`.trimEnd()}\n      ${tell(summary)}`,
  );
  return `${say("cli.lead")}\n\n${entries.join("\n")}\n\n${say("cli.more")}\n`;
}

/** One command and its options. */
export function helpOf({ name, synopsis, summary, options }: CliCommand, { say, tell }: Words): string {
  const line = [`sayso ${name}`, synopsis, options.length > 0 ? say("cli.options") : ""]
    .filter((part) => part !== "")
    .join(" ");
  const rows = options.map(([option, meaning]) => [option, tell(meaning)] as const);
  return `${say("cli.usage", { line })}\n\n${tell(summary)}\n${rows.length > 0 ? `\n${table(rows)}\n` : ""}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
