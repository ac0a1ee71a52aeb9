// `sayso formats`: which formats are written and read, and what each can hold.
import {
  capabilityColumns,
  type FormatRow,
  fileScopeMessage,
  formatRows,
} from "../../../shared/formats/format-table.ts";
import { message } from "../../../shared/words/message.ts";
import type { Words } from "../../../shared/words/say.ts";
import { atMost, type CliCommand, parse } from "../cli-command.ts";
import { alignedTable, jsonOf } from "../report.ts";

const cliOptions = [["--json", message("cli.json")]] as const;

export const formatsCommand: CliCommand = {
  name: "formats",
  synopsis: "",
  summary: message("convert.formats"),
  options: cliOptions,
  async run(args, { out, words }) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(0, positionals);
    if (values.json === true)
      out(jsonOf({ formats: formatRows.map((row) => ({ ...row, name: words.tell(row.name) })) }));
    else out(table(words));
    return 0;
  },
};

function table(words: Words): string {
  const { say, tell } = words;
  const head = [
    say("convert.formats-id"),
    say("convert.formats-reads"),
    say("convert.formats-writes"),
    ...capabilityColumns.map(({ title }) => tell(title)),
    say("formats.column-size"),
  ];
  return alignedTable([head, ...formatRows.map((row) => cells(row, words))]);
}

function cells(row: FormatRow, { say, tell }: Words): string[] {
  const { id, reads, writes, capabilities } = row;
  const yes = (holds: boolean): string => say(holds ? "formats.yes" : "formats.no");
  return [
    id,
    yes(reads),
    yes(writes),
    ...capabilityColumns.map(({ answer }) => (capabilities ? tell(answer(capabilities)) : "–")),
    tell(fileScopeMessage(row)),
  ];
}
