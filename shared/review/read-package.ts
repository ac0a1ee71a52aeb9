// Reads what a colleague hands over: a review package, or plain annotated JSON, by what the file says it is. All of it or
// nothing; everything that is wrong is told by place and with advice.
import type { ExportBundle } from "../exporters/bundle.ts";
import { readAnnotatedJson } from "../importers/annotated-json.ts";
import { type Finding, pointer, wrong } from "../importers/finding.ts";
import { jsonValueIn } from "../importers/json-file.ts";
import {
  type HandedOver,
  type NamedAssignment,
  type PackagedHistory,
  packageWrapper,
} from "../schema/review-package.ts";
import { packageFormat, packageVersion } from "../schema/review-package-version.ts";
import { message } from "../words/message.ts";
import { hashedText } from "./package-text.ts";

export type ReadPackage =
  | {
      readonly ok: true;
      readonly form: "package" | "annotated-json";
      readonly bundle: ExportBundle;
      readonly blind: boolean;
      readonly history: readonly PackagedHistory[];
      readonly handedOver: readonly HandedOver[];
      readonly assignments: readonly NamedAssignment[];
      /** False for a package whose hash is not that of what it holds, which was read all the same. */
      readonly isVerified: boolean;
      /** Work that is not finished. */
      readonly unfinished: readonly Finding[];
    }
  | {
      readonly ok: false;
      readonly problems: readonly Finding[];
      /** True when nothing is wrong but the package's own hash, so that it may be read unverified. */
      readonly isDamaged?: true;
    };

/**
 * `hashOf`: SHA-256 of a text as UTF-8, in lower-case hexadecimal. `unverified`: reads a package also where its hash is not that of
 * what it holds; texts and their hashes are checked all the same.
 */
export function readPackage(file: string, hashOf: (text: string) => string, unverified = false): ReadPackage {
  const json = jsonValueIn(file);
  if (!json.ok) return json;
  const { value } = json;
  if (!isWrapper(value)) return withoutWrapper(readAnnotatedJson(value, hashOf), "");
  if (typeof value.version === "number" && value.version > packageVersion)
    return refused(
      wrong(
        "/version",
        message("findings.newer", { version: String(value.version), supported: String(packageVersion) }),
        message("findings.update"),
      ),
    );
  const parsed = packageWrapper.safeParse(value);
  if (!parsed.success)
    return refused(
      ...parsed.error.issues.map((issue) =>
        wrong(
          pointer(...issue.path),
          message("findings.misfit", { why: issue.message }),
          message("findings.see-format"),
        ),
      ),
    );
  const { content, history, blind, sha256, handedOver = [], assignments = [] } = parsed.data;
  // The hash is of what stands in the file, not of what the schema made of it.
  const isVerified = hashOf(hashedText({ content: value.content, history: value.history })) === sha256;
  const read = withoutWrapper(readAnnotatedJson(content, hashOf), "/content");
  if (!isVerified && !unverified) {
    const damaged = wrong("/sha256", message("review.damaged"), message("review.damaged-advice"));
    return { ...refused(damaged), ...(read.ok && { isDamaged: true }) };
  }
  return read.ok ? { ...read, form: "package", blind, history, handedOver, assignments, isVerified } : read;
}

type Wrapper = { readonly version?: unknown; readonly content?: unknown; readonly history?: unknown };

const isWrapper = (value: unknown): value is Wrapper =>
  typeof value === "object" && value !== null && "format" in value && value.format === packageFormat;

const refused = (...problems: readonly Finding[]): Extract<ReadPackage, { ok: false }> => ({
  ok: false,
  problems,
});

/** What a file of annotated JSON says, its places seen from the whole file. */
function withoutWrapper(read: ReturnType<typeof readAnnotatedJson>, at: string): ReadPackage {
  const placed = (findings: readonly Finding[]): Finding[] =>
    findings.map((finding) =>
      typeof finding.where === "string" ? { ...finding, where: `${at}${finding.where}` } : finding,
    );
  return read.ok
    ? {
        ok: true,
        form: "annotated-json",
        bundle: read.bundle,
        blind: false,
        history: [],
        handedOver: [],
        assignments: [],
        isVerified: true,
        unfinished: placed(read.unfinished),
      }
    : { ok: false, problems: placed(read.problems) };
}
