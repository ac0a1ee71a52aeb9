// The JSON value in the text of a file, whatever it is about.
import { limits } from "../schema/limits.ts";
import { message, type Text } from "../words/message.ts";
import { type Finding, wrong } from "./finding.ts";
import { jsonFaultIn, lineAndColumn } from "./json-syntax.ts";

type JsonValueIn =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Finding[] };

/** The one JSON value that a file holds, or what is wrong with its JSON, by line and column. */
export function jsonValueIn(file: string): JsonValueIn {
  if (file.length > limits.jsonBytes)
    return refused(
      message("findings.too-large", { size: limits.jsonBytes / 1024 / 1024 }),
      message("findings.export-fewer"),
      "",
    );
  const text = file.startsWith("\ufeff") ? file.slice(1) : file;
  const fault = jsonFaultIn(text);
  if (fault) {
    const { line, column } = lineAndColumn(text, fault.at);
    const place = message("findings.place", { line: String(line), column: String(column) });
    return refused(fault.what, fault.advice, place);
  }
  return { ok: true, value: JSON.parse(text) };
}

const refused = (what: Text, advice: Text, where: Text): JsonValueIn => ({
  ok: false,
  problems: [wrong(where, what, advice)],
});
