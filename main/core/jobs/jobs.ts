// The computations that take too long for the thread which answers calls, and the readers of what comes from outside: pure functions of
// plain data. `runJob` does them in a process of their own; a new one is one line here.
import { readContinuum } from "../../../shared/agreement/read-continuum.ts";
import { readRatings } from "../../../shared/agreement/read-ratings.ts";
import { parseAnnotatedJson } from "../../../shared/annotated-json/read.ts";
import { annotationImporterById, readAnnotations } from "../../../shared/annotation-importers/index.ts";
import type { NamedFile } from "../../../shared/files/zip.ts";
import { readMapping } from "../../../shared/interchange/mapping-file.ts";
import type { Work } from "../../../shared/model/work.ts";
import { readTagset } from "../../../shared/tagsets/tagset-file.ts";
import { sha256 } from "../../storage/files/json-text.ts";
import { agreementJob } from "./agreement-job.ts";
import { compareJob } from "./compare-job.ts";
import { evaluateJob } from "./evaluate-job.ts";
import { gatherJob } from "./gather-job.ts";
import { modelAnswerJob } from "./model-answer-job.ts";
import { peopleJob } from "./people-job.ts";
import { readForeignJob } from "./read-foreign-job.ts";
import { readPackageJob } from "./read-package-job.ts";
import { suggestJob } from "./suggest-job.ts";

/** A computation that cannot say how far it is. */
const inOneStep = <Input, Result>(compute: (input: Input) => Result) =>
  function* (input: Input): Work<Result> {
    yield { done: 0, of: 1 };
    return compute(input);
  };

export interface ReadAnnotationsInput {
  /** The id of its importer. */
  readonly format: string;
  /** Each can be read alone. */
  readonly parts: readonly (readonly NamedFile[])[];
}

/** Part by part. Throws a `RangeError` for a format that has no importer. */
function annotationsIn({ format, parts }: ReadAnnotationsInput) {
  const importer = annotationImporterById(format);
  if (!importer) throw new RangeError(`There is no importer ${format}.`);
  return parts.map((files) => readAnnotations(importer, files, sha256));
}

export const jobs = {
  compare: compareJob,
  agreement: agreementJob,
  "read-package": readPackageJob,
  // The same of what was written here of one's own project.
  "own-package": readPackageJob,
  "read-foreign": readForeignJob,
  "read-annotations": inOneStep(annotationsIn),
  "read-annotated-json": inOneStep((text: string) => parseAnnotatedJson(text, sha256)),
  "read-mapping": inOneStep(readMapping),
  "read-tagset": inOneStep(readTagset),
  "read-ratings": inOneStep(readRatings),
  "read-continuum": inOneStep(readContinuum),
  evaluate: evaluateJob,
  suggest: suggestJob,
  "model-answer": modelAnswerJob,
  gather: gatherJob,
  people: peopleJob,
} as const;

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobResult<Name extends JobName> =
  ReturnType<(typeof jobs)[Name]> extends Generator<unknown, infer Result, void> ? Result : never;
