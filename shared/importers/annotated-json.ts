// Reads annotated JSON back: all of it or nothing, and everything that is wrong with it by place and with advice.
import type { ExportBundle } from "../exporters/bundle.ts";
import { annotatedJson } from "../schema/annotated-json.ts";
import { formatName, formatVersion } from "../schema/annotated-json-version.ts";
import { limits } from "../schema/limits.ts";
import { bundleFromJson } from "./annotated-json-bundle.ts";
import { findingsIn, type HashOf } from "./annotated-json-checks.ts";
import { type Finding, pointer, wrong } from "./finding.ts";
import { jsonFaultIn, lineAndColumn } from "./json-syntax.ts";

export type ReadAnnotatedJson =
  | {
      readonly ok: true;
      readonly bundle: ExportBundle;
      /** Work that is not finished, e.g. a card without a claim. */
      readonly unfinished: readonly Finding[];
    }
  /** At least one, in the order they were found; at most `mostProblems` and one that counts the rest. */
  | { readonly ok: false; readonly problems: readonly Finding[] };

/** How many problems of one file are listed. */
export const mostProblems = 100;

/**
 * Reads the text of an annotated JSON file. The bundle is the value it was written from. `hashOf` (SHA-256 of a text as
 * UTF-8, in hexadecimal) checks that the articles' texts are the ones annotated; without it that is not checked.
 */
export function parseAnnotatedJson(file: string, hashOf?: HashOf): ReadAnnotatedJson {
  if (file.length > limits.jsonBytes)
    return refusal(`The file is larger than ${limits.jsonBytes / 1024 / 1024} MB.`, "Export fewer articles.");
  const text = file.startsWith("\ufeff") ? file.slice(1) : file;
  const fault = jsonFaultIn(text);
  if (fault) {
    const { line, column } = lineAndColumn(text, fault.at);
    return { ok: false, problems: [wrong(`line ${line}, column ${column}`, fault.what, fault.advice)] };
  }
  const value: unknown = JSON.parse(text);
  return otherFormat(value) ?? readValue(value, hashOf);
}

function readValue(value: unknown, hashOf: HashOf | undefined): ReadAnnotatedJson {
  const parsed = annotatedJson.safeParse(value);
  if (!parsed.success) {
    return problems(
      parsed.error.issues.map((issue) =>
        wrong(
          pointer(...issue.path),
          `It does not fit the format: ${issue.message}.`,
          "docs/format.md says what stands here.",
        ),
      ),
    );
  }
  const findings = findingsIn(parsed.data, hashOf);
  const errors = findings.filter(({ severity }) => severity === "error");
  return errors.length > 0
    ? problems(errors)
    : { ok: true, bundle: bundleFromJson(parsed.data), unfinished: findings };
}

/** A refusal of what is not this format, or not in a form this version reads; `null` for what may be. */
function otherFormat(value: unknown): ReadAnnotatedJson | null {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refusal("The file holds no JSON object.", "Choose a file that Sayso exported as annotated JSON.");
  const { format, version, offsetUnit }: { format?: unknown; version?: unknown; offsetUnit?: unknown } =
    value;
  if (format !== formatName)
    return refusal(
      `“format” is not “${formatName}”.`,
      "Choose a file that Sayso exported as annotated JSON.",
      "/format",
    );
  if (typeof version === "number" && version > formatVersion)
    return refusal(
      `The file is of version ${version} of the format; this Sayso reads version ${formatVersion}.`,
      "Update Sayso.",
      "/version",
    );
  if (offsetUnit !== "utf-16-code-units")
    return refusal(
      "“offsetUnit” is not “utf-16-code-units”.",
      "Convert the offsets to UTF-16 code units and say so in “offsetUnit”.",
      "/offsetUnit",
    );
  return null;
}

function refusal(what: string, advice: string, where = ""): ReadAnnotatedJson {
  return { ok: false, problems: [wrong(where, what, advice)] };
}

function problems(all: readonly Finding[]): ReadAnnotatedJson {
  const more = all.length - mostProblems;
  const rest = more > 0 ? [wrong("", `There are ${more} more problems.`, "Correct these first.")] : [];
  return { ok: false, problems: [...all.slice(0, mostProblems), ...rest] };
}
