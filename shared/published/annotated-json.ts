// The module that programmers import as `sayso/annotated-json`: the types of an annotated JSON file, its check, and its offsets in other
// units. What is exported here keeps its meaning (docs/programmers.md); everything else in the package may change.

import { readAnnotatedJson } from "../annotated-json/read.ts";
import type { AnnotatedJson } from "../annotated-json/schema.ts";
import type { FileFinding } from "../files/finding.ts";
import { jsonValueIn } from "../files/json-syntax.ts";
import { localeFor } from "../words/language.ts";
import { createWords } from "../words/say.ts";

export type {
  AnnotatedJson,
  ArticleJson,
  AttributionJson,
  EntityJson,
  ExclusionJson,
  MetadataJson,
  SegmentJson,
  SetJson,
  SpanJson,
} from "../annotated-json/schema.ts";
export { formatName, formatVersion } from "../annotated-json/version.ts";
export { type Counting, countingOf, type OffsetUnit, offsetUnits } from "../interchange/units.ts";

/** Something that is wrong with a file, or not finished in it; in English. */
export interface FileProblem {
  /** A JSON pointer (RFC 6901), or a line and a column; empty: the whole file. */
  readonly where: string;
  readonly what: string;
  readonly advice: string;
}

export type CheckedFile =
  | {
      readonly ok: true;
      readonly file: AnnotatedJson;
      /** Work that is not finished, e.g. a card without a claim: no reason to refuse the file. */
      readonly unfinished: readonly FileProblem[];
    }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/**
 * Holds the text of an annotated JSON file to its schema, its quotes and the laws of the annotations: all of it, or what is
 * wrong with it (at most 100 problems and one that counts the rest). Never throws for any text. `hashOf` (SHA-256 of a text
 * as UTF-8, in lower-case hexadecimal) also checks that the texts are the ones annotated.
 */
export function checkAnnotatedJson(text: string, hashOf?: (text: string) => string): CheckedFile {
  const { tell } = createWords(localeFor("en", []));
  const toFileProblem = ({ where, what, advice }: FileFinding): FileProblem => ({
    where: tell(where),
    what: tell(what),
    advice: tell(advice),
  });
  const json = jsonValueIn(text);
  if (!json.ok) return { ok: false, problems: json.problems.map(toFileProblem) };
  const outcome = readAnnotatedJson(json.value, hashOf);
  return outcome.ok
    ? { ok: true, file: json.value as AnnotatedJson, unfinished: outcome.unfinished.map(toFileProblem) }
    : { ok: false, problems: outcome.problems.map(toFileProblem) };
}
