// Reads annotated JSON back: all of it or nothing, and everything that is wrong with it by place and with advice.

import { type FileFinding, pointer, wrong } from "../files/finding.ts";
import { jsonValueIn } from "../files/json-syntax.ts";
import { parsed } from "../schema/parsed.ts";
import { message, type Text } from "../words/message.ts";
import type { ExportBundle } from "./bundle.ts";
import { findingsIn, type HashOf, type Reading } from "./checks.ts";
import { bundleFromJson } from "./from-json.ts";
import { annotatedJson } from "./schema.ts";
import { formatName, formatVersion } from "./version.ts";

export type ReadAnnotatedJson =
  | {
      readonly ok: true;
      readonly bundle: ExportBundle;
      /** Work that is not finished, e.g. a card without a claim. */
      readonly unfinished: readonly FileFinding[];
    }
  /** At least one, in the order they were found; at most `mostProblems` and one that counts the rest. */
  | { readonly ok: false; readonly problems: readonly FileFinding[] };

/** How many problems of one file are listed. */
export const mostProblems = 100;

/**
 * Reads the text of an annotated JSON file. The bundle is the value it was written from. `hashOf` (SHA-256 of a text as
 * UTF-8, in hexadecimal) checks that the articles' texts are the ones annotated; without it that is not checked.
 */
export function parseAnnotatedJson(file: string, hashOf?: HashOf): ReadAnnotatedJson {
  const json = jsonValueIn(file);
  return json.ok ? readAnnotatedJson(json.value, hashOf) : json;
}

/** The same of a value that was parsed already (see `jsonValueIn`). */
export function readAnnotatedJson(value: unknown, hashOf?: HashOf): ReadAnnotatedJson {
  const reading = readingAnnotatedJson(value, hashOf);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** The same article by article. */
export function* readingAnnotatedJson(value: unknown, hashOf?: HashOf): Reading<ReadAnnotatedJson> {
  const formatRefusal = otherFormat(value);
  if (formatRefusal) return formatRefusal;
  const parseResult = parsed(annotatedJson, value);
  if (!parseResult.success) {
    return problems(
      parseResult.issues.map((issue) =>
        wrong(
          pointer(...issue.path),
          message("findings.misfit", { why: issue.message }),
          message("findings.see-format"),
        ),
      ),
    );
  }
  const findings = yield* findingsIn(parseResult.data, hashOf);
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.length > 0
    ? problems(errors)
    : { ok: true, bundle: bundleFromJson(parseResult.data), unfinished: findings };
}

/** A refusal of what is not this format, or not in a form this version reads; `null` for what may be. */
function otherFormat(value: unknown): ReadAnnotatedJson | null {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refusal(message("findings.no-object"), message("findings.choose-export"));
  const { format, version, offsetUnit }: { format?: unknown; version?: unknown; offsetUnit?: unknown } =
    value;
  if (format !== formatName)
    return refusal(
      message("findings.other-format", { format: formatName }),
      message("findings.choose-export"),
      "/format",
    );
  if (typeof version === "number" && version > formatVersion)
    return refusal(
      message("findings.newer", { version: String(version), supported: String(formatVersion) }),
      message("findings.update"),
      "/version",
    );
  if (offsetUnit !== "utf-16-code-units")
    return refusal(message("findings.other-unit"), message("findings.convert-offsets"), "/offsetUnit");
  return null;
}

function refusal(
  what: Text,
  advice: Text,
  where = "",
): { readonly ok: false; readonly problems: readonly FileFinding[] } {
  return { ok: false, problems: [wrong(where, what, advice)] };
}

function problems(all: readonly FileFinding[]): ReadAnnotatedJson {
  const more = all.length - mostProblems;
  const moreFindings =
    more > 0 ? [wrong("", message("findings.more", { count: more }), message("findings.correct-first"))] : [];
  return { ok: false, problems: [...all.slice(0, mostProblems), ...moreFindings] };
}
