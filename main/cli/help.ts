// What `sayso help` prints, made from the commands themselves.
import type { CliCommand } from "./cli-command.ts";
import { commands } from "./commands/index.ts";

/** All commands, a line each. */
export function overview(): string {
  return `Sayso: mark who speaks, what is claimed and where it comes from.

${table(commands.map(({ name, synopsis, summary }) => [`sayso ${name} ${synopsis}`.trimEnd(), summary]))}

“sayso help COMMAND” says more. Exit status: 0 done, 1 the input was refused, 2 wrong usage, 3 a fault of Sayso's.
`;
}

/** One command and its options. */
export function helpOf({ name, synopsis, summary, options }: CliCommand): string {
  return `Usage: sayso ${name} ${synopsis}${options.length > 0 ? " [OPTIONS]" : ""}

${summary}
${options.length > 0 ? `\n${table(options)}\n` : ""}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
