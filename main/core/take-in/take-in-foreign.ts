// Another tool's files among what is imported: looked at, or read with what somebody said their names mean.
import { basename } from "node:path";
import type { ForeignChoice } from "../../../shared/api/take-in-schema.ts";
import type { FileFinding } from "../../../shared/files/finding.ts";
import type { NamedFile } from "../../../shared/files/zip.ts";
import type { Mapping } from "../../../shared/interchange/mapping.ts";
import { overGuess } from "../../../shared/interchange/mapping-file.ts";
import { hashOfValue, sha256 } from "../../storage/files/json-text.ts";
import type { CoreContext } from "../context.ts";
import { runJob } from "../jobs/run-job.ts";
import { exhausting } from "../processes/ask-process.ts";
import { entitiesOf, type LiveProject } from "../project/live-project.ts";
import type { ImportSource } from "./import-source.ts";
import type { TakeInWatch } from "./take-in-watch.ts";

export interface ForeignSource {
  /** A name for people. */
  readonly file: string;
  readonly files: readonly NamedFile[];
  /** ISO 8601: when they were written. */
  readonly at: string;
}

export interface ForeignOptions {
  readonly foreign: ForeignChoice | null;
  readonly unnamed: string;
}

/**
 * Without a mapping, a refusal that says what the files may hold; `null` where no reader finds anything in them. Throws an
 * `ApiError` when it was stopped.
 */
export async function readForeignSource(
  context: CoreContext,
  liveProject: LiveProject,
  { file, files, at }: ForeignSource,
  { foreign, unnamed, watch }: ForeignOptions & { readonly watch: TakeInWatch },
): Promise<ImportSource | null> {
  const { tagset, annotators } = liveProject.folder.project.data();
  const reading = await runJob(
    context.processes,
    "read-foreign",
    {
      files,
      format: foreign?.format ?? null,
      mapping: foreign?.mapping ?? null,
      tagset,
      at,
      generator: `Sayso ${context.options.version}`,
      title: basename(file),
      unnamed,
      known: annotators,
      registry: entitiesOf(liveProject),
      ...(foreign?.as == null ? {} : { as: foreign.as }),
    },
    { signal: watch.signal, onProgress: (progress) => watch.onProgress("reading", progress) },
  ).catch(exhausting(file));
  watch.signal.throwIfAborted();
  if (!reading) return null;
  if (!reading.ok) {
    const { problems, offer } = reading;
    if (!offer) return problems.length > 0 ? refused(file, problems) : null;
    const savedMapping = context.settings.mapping(mappingKey(offer.format, offer.mapping));
    const mapping = savedMapping ? overGuess(offer.mapping, savedMapping) : offer.mapping;
    return { ...refused(file, problems), offer: { ...offer, mapping } };
  }
  const { format, bundle, accepted, rejected, moved, tally, told } = reading;
  return {
    ok: true,
    file,
    form: "foreign",
    sha256: hashOfValue([format, foreign, files.map(({ name, bytes }) => [name, sha256(bytes)])]),
    bundle,
    blind: false,
    isVerified: true,
    handedOver: [],
    positions: [],
    history: [],
    assignments: [],
    unfinished: 0,
    mended: null,
    raw: null,
    importedFrom: format,
    foreign: { format, accepted, rejected, moved, tally, told },
  };
}

function refused(file: string, problems: readonly FileFinding[]): Extract<ImportSource, { ok: false }> {
  return { ok: false, file, problems, isDamaged: false, mendable: null, offer: null };
}

/** For the next files with the same names in them. That it is not remembered is no reason to fail. */
export async function rememberMapping(
  { settings, log }: CoreContext,
  format: string,
  mapping: Mapping,
): Promise<void> {
  try {
    await settings.rememberMapping(mappingKey(format, mapping), mapping);
  } catch (error) {
    log.error("remembering a mapping", error);
  }
}

/** Of files of a format with the same names in them. */
function mappingKey(format: string, mapping: Mapping): string {
  const { spans, relations, values } = mapping;
  return hashOfValue([format, ...[spans, relations, values].map((part) => Object.keys(part).sort())]);
}
