// A review package: what a colleague needs to look at somebody's work, in one file. Article, tagset with its guideline, sets
// and entities as annotated JSON, a hash over all, and on demand what was done when. `read-package.ts` reads it back.

import type { ExportBundle } from "../annotated-json/bundle.ts";
import { annotatedJsonOf } from "../exporters/annotated-json.ts";
import { sorted } from "../files/canonical.ts";
import type { Id } from "../model/id.ts";
import type { Step } from "../model/step.ts";
import {
  type HandOverTime,
  type NamedAssignment,
  type PackagedHistory,
  type PackagedStep,
  packageFormat,
  packageVersion,
  type ReviewPackage,
  type SetPosition,
} from "./review-package.ts";

export interface PackageOptions {
  readonly bundle: ExportBundle;
  readonly blind: boolean;
  readonly history: readonly PackagedHistory[];
  /** Of sets that are handed on; absent: there are none. */
  readonly handedOver?: readonly HandOverTime[];
  /** Of sets that have journals; absent: none has. */
  readonly positions?: readonly SetPosition[];
  readonly assignments?: readonly NamedAssignment[];
  /** SHA-256 of a text as UTF-8, in lower-case hexadecimal. */
  readonly hashOf: (text: string) => string;
}

/** The same package always gives the same text, byte for byte. */
export function packageText({
  bundle,
  blind,
  history,
  handedOver = [],
  positions = [],
  assignments = [],
  hashOf,
}: PackageOptions): string {
  const file: ReviewPackage = {
    format: packageFormat,
    version: packageVersion,
    generator: bundle.generator,
    exportedAt: bundle.exportedAt,
    blind,
    sha256: "",
    history,
    ...(handedOver.length > 0 && { handedOver }),
    ...(positions.length > 0 && { positions }),
    ...(assignments.length > 0 && { assignments }),
    content: annotatedJsonOf(bundle),
  };
  return `${JSON.stringify({ ...file, sha256: hashOf(hashedText(file)) }, null, 2)}\n`;
}

/** What the hash of a package is taken of: all that stands in it but the hash. */
export function hashedText(file: object): string {
  const { sha256: _hash, ...rest } = file as Partial<ReviewPackage>;
  const { version, content, history } = rest;
  return JSON.stringify(sorted(version === 1 ? { content, history } : rest));
}

/** The part of an annotator's history that is about these articles. */
export function packagedHistory(
  annotator: Id,
  steps: readonly Step[],
  articles: readonly Id[],
): PackagedHistory {
  const articleIds = new Set(articles);
  return {
    annotator,
    steps: steps.flatMap(({ id, command, at, undoes, redoes, parts }): PackagedStep[] => {
      const touched = parts.map(({ article }) => article).filter((article) => articleIds.has(article));
      const ties = { ...(undoes !== undefined && { undoes }), ...(redoes !== undefined && { redoes }) };
      return touched.length > 0 ? [{ id, command, at, ...ties, articles: touched }] : [];
    }),
  };
}
