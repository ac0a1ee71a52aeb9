// `sayso schema`: the JSON Schema of annotated JSON, made from the schemas that `validate` checks with.
import { annotatedJsonSchema } from "../../../shared/annotated-json/schema.ts";
import { message } from "../../../shared/words/message.ts";
import { atMost, type CliCommand, parse } from "../cli-command.ts";
import { writeNamed } from "../written-file.ts";

const cliOptions = [
  ["--out PATH", message("cli.schema-out")],
  ["--force", message("cli.export-force")],
] as const;

export const schemaCommand: CliCommand = {
  name: "schema",
  synopsis: "",
  summary: message("cli.schema"),
  options: cliOptions,
  async run(args, { out }) {
    const { values, positionals } = parse(args, cliOptions);
    atMost(0, positionals);
    if (values.out === undefined) out(annotatedJsonSchema());
    else await writeNamed(values.out, Buffer.from(annotatedJsonSchema(), "utf8"), values.force === true);
    return 0;
  },
};
