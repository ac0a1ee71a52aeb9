// Reads what a colleague hands over: a review package, or plain annotated JSON, by what the file says it is. All of it or
// nothing; everything that is wrong is told by place and with advice.
import type { ExportBundle } from "../exporters/bundle.ts";
import { jsonValueIn, readAnnotatedJson } from "../importers/annotated-json.ts";
import { type Finding, pointer, wrong } from "../importers/finding.ts";
import { type PackagedHistory, packageWrapper } from "../schema/review-package.ts";
import { packageFormat, packageVersion } from "../schema/review-package-version.ts";
import { message } from "../words/message.ts";
import { hashedText } from "./package-text.ts";

export type ReadPackage =
  | {
      readonly ok: true;
      readonly bundle: ExportBundle;
      readonly blind: boolean;
      readonly history: readonly PackagedHistory[];
      /** Work that is not finished. */
      readonly unfinished: readonly Finding[];
    }
  | { readonly ok: false; readonly problems: readonly Finding[] };

/** `hashOf`: SHA-256 of a text as UTF-8, in lower-case hexadecimal. */
export function readPackage(file: string, hashOf: (text: string) => string): ReadPackage {
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
  const { content, history, blind, sha256 } = parsed.data;
  // The hash is of what stands in the file, not of what the schema made of it.
  if (hashOf(hashedText({ content: value.content, history: value.history })) !== sha256)
    return refused(wrong("/sha256", message("review.damaged"), message("review.damaged-advice")));
  const read = withoutWrapper(readAnnotatedJson(content, hashOf), "/content");
  return read.ok ? { ...read, blind, history } : read;
}

type Wrapper = { readonly version?: unknown; readonly content?: unknown; readonly history?: unknown };

const isWrapper = (value: unknown): value is Wrapper =>
  typeof value === "object" && value !== null && "format" in value && value.format === packageFormat;

const refused = (...problems: readonly Finding[]): ReadPackage => ({ ok: false, problems });

/** What a file of annotated JSON says, its places seen from the whole file. */
function withoutWrapper(read: ReturnType<typeof readAnnotatedJson>, at: string): ReadPackage {
  const placed = (findings: readonly Finding[]): Finding[] =>
    findings.map((finding) =>
      typeof finding.where === "string" ? { ...finding, where: `${at}${finding.where}` } : finding,
    );
  return read.ok
    ? { ok: true, bundle: read.bundle, blind: false, history: [], unfinished: placed(read.unfinished) }
    : { ok: false, problems: placed(read.problems) };
}
