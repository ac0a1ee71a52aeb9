// A mapping as a file that people edit: three tables from their names to ours, or from the values of a feature.

import { z } from "zod";
import { type FileFinding, pointer, wrong } from "../files/finding.ts";
import { jsonValueIn } from "../files/json-syntax.ts";
import { limits } from "../schema/limits.ts";
import { parsed } from "../schema/parsed.ts";
import { message } from "../words/message.ts";
import { isByValue, type Mapping, type Meaning, type TheirNames, type TypedPart } from "./mapping.ts";

const name = z.string().max(limits.stringLength);
const target = name.nullable();
const byValue = z.strictObject({ by: name, values: z.record(name, target) });
const table = z.record(name, target).default({});
const meanings = z.record(name, z.union([target, byValue])).default({});
export const mappingSchema = z.strictObject({ spans: meanings, relations: meanings, values: table });

/** The mapping of a file's text; tables that are absent are empty. */
export function readMapping(
  text: string,
):
  | { readonly ok: true; readonly mapping: Mapping }
  | { readonly ok: false; readonly problems: readonly FileFinding[] } {
  const json = jsonValueIn(text);
  if (!json.ok) return json;
  const parsedFile = parsed(mappingSchema, json.value);
  if (parsedFile.success) return { ok: true, mapping: parsedFile.data };
  const problems = parsedFile.issues.map((issue) =>
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
    spans: overMeanings(guess.spans, file.spans),
    relations: overMeanings(guess.relations, file.relations),
    values: { ...guess.values, ...file.values },
  };
}

/** Of a label that both have by the same feature also the values that the file does not know. */
function overMeanings(guess: Mapping[TypedPart], file: Mapping[TypedPart]): Mapping[TypedPart] {
  const meaningEntries = Object.entries(file).map(([label, meaning]): [string, Meaning] => {
    const guessedMeaning = Object.hasOwn(guess, label) ? guess[label] : undefined;
    const isSame = isByValue(meaning) && isByValue(guessedMeaning) && meaning.by === guessedMeaning.by;
    return [
      label,
      isSame ? { ...meaning, values: { ...guessedMeaning.values, ...meaning.values } } : meaning,
    ];
  });
  return { ...guess, ...Object.fromEntries(meaningEntries) };
}

/** The names of a mapping that none of the files has; `file`: the mapping's. */
export function unmetNames(mapping: Mapping, names: TheirNames, file: string): FileFinding[] {
  return (["spans", "relations", "values"] as const).flatMap((part) =>
    Object.keys(mapping[part]).flatMap((name): FileFinding[] =>
      names[part].has(name)
        ? []
        : [
            {
              severity: "incomplete",
              where: file,
              what: message("interchange.mapping-unmet", { name: name.slice(0, 60), part }),
              advice: message("interchange.mapping-unmet-advice"),
            },
          ],
    ),
  );
}
