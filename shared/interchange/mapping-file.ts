// A mapping as a file that people edit: three tables from their names to ours.

import { z } from "zod";
import { type Finding, pointer, wrong } from "../importers/finding.ts";
import { jsonValueIn } from "../importers/json-file.ts";
import { limits } from "../schema/limits.ts";
import { parsed } from "../schema/parsed.ts";
import { message } from "../words/message.ts";
import type { Mapping } from "./mapping.ts";

const table = z
  .record(z.string().max(limits.stringLength), z.string().max(limits.stringLength).nullable())
  .default({});
export const mappingSchema = z.strictObject({ spans: table, relations: table, values: table });

/** The mapping of a file's text; tables that are absent are empty. */
export function readMapping(
  text: string,
):
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly Finding[] } {
  const json = jsonValueIn(text);
  if (!json.ok) return json;
  const read = parsed(mappingSchema, json.value);
  if (read.success) return { ok: true, mapping: read.data };
  const problems = read.issues.map((issue) =>
    wrong(
      pointer(...issue.path),
      message("findings.misfit", { why: issue.message }),
      message("interchange.see-mapping"),
    ),
  );
  return { ok: false, problems };
}

/** What a guess is, with what a file says in its place. */
export function overGuess(guess: Mapping, file: Mapping): Mapping {
  return {
    spans: { ...guess.spans, ...file.spans },
    relations: { ...guess.relations, ...file.relations },
    values: { ...guess.values, ...file.values },
  };
}
