// Keeps in the home by what a project's texts are found again, so that none is read only to be found the same or nearly the same: their
// sketches, and the hashes of their words. Derived and found by the hash of the text: where the file is gone or damaged, they are made anew.
import { join } from "node:path";
import { z } from "zod";
import { ApiError } from "../../../shared/errors/errors.ts";
import {
  type Sketch,
  sketchFromBytes,
  sketchKind,
  sketchToBytes,
} from "../../../shared/importers/likeness.ts";
import { type Id, isId } from "../../../shared/model/id.ts";
import type { Disk } from "../files/disk.ts";
import { makeFolders } from "../files/durable-file.ts";
import { openJsonFile } from "../files/json-file.ts";
import { ignoreFailure, orNull } from "../files/storage-error.ts";

export interface TextTraces {
  /** `null`: the text is too short for one. */
  readonly sketch: Sketch | null;
  /** The SHA-256 of each of its wordings (see `wordingsOf`). */
  readonly wordings: readonly string[];
}

export interface SketchStore {
  /** `undefined`: not known. */
  get(textHash: string): TextTraces | undefined;
  set(textHash: string, traces: TextTraces): void;
  /** Writes what is known of these texts and forgets the rest, once there is enough new to be worth it. Never throws. */
  keep(textHashes: Iterable<string>): Promise<void>;
}

/** New ones that are worth writing all of them: fewer are made again in less time. */
const worthKeeping = 20;

interface SketchFile {
  /** How they were made; of another kind, they say nothing. */
  readonly kind: string;
  /** By the SHA-256 of the text, in Base64; empty: too short for one. */
  readonly sketches: Readonly<Record<string, string>>;
  /** By the same, parted by blanks. */
  readonly wordings?: Readonly<Record<string, string>> | undefined;
}

const file: z.ZodType<SketchFile> = z.looseObject({
  kind: z.string(),
  sketches: z.record(z.string(), z.string()),
  wordings: z.record(z.string(), z.string()).optional(),
});

/** Where the file cannot be read or written, they last as long as this. */
export async function openSketches(disk: Disk, home: string, project: Id): Promise<SketchStore> {
  if (!isId(project)) throw new ApiError("input-invalid", { path: "project", problem: "is no id" });
  const folder = await makeFolders(disk, home, "sketches").catch(() => join(home, "sketches"));
  const path = join(folder, `${project}.json`);
  const none: SketchFile = { kind: sketchKind, sketches: {} };
  const options = { disk, path, schema: file, damaged: "storage-failed" as const };
  const stored = await openJsonFile(options, none).catch(async () => {
    // Nothing is lost with it.
    await ignoreFailure(() => disk.remove(path));
    return orNull(() => openJsonFile(options, none));
  });
  const present = new Map<string, TextTraces>();
  const sketchFile = stored?.data() ?? none;
  const wordings = new Map(Object.entries(sketchFile.wordings ?? {}));
  if (sketchFile.kind === sketchKind)
    for (const [textHash, words] of Object.entries(sketchFile.sketches)) {
      const sketch = words === "" ? null : sketchFromBytes(Buffer.from(words, "base64"));
      const hashes = wordings.get(textHash)?.split(" ");
      if (sketch !== undefined && hashes) present.set(textHash, { sketch, wordings: hashes });
    }
  let fresh = 0;
  return {
    get: (textHash) => present.get(textHash),
    set(textHash, traces) {
      if (!present.has(textHash)) fresh += 1;
      present.set(textHash, traces);
    },
    async keep(textHashes) {
      if (fresh < worthKeeping) return;
      fresh = 0;
      const sketches: Record<string, string> = {};
      const wordings: Record<string, string> = {};
      for (const textHash of textHashes) {
        const traces = present.get(textHash);
        if (traces === undefined) continue;
        const { sketch } = traces;
        sketches[textHash] = sketch ? Buffer.from(sketchToBytes(sketch)).toString("base64") : "";
        wordings[textHash] = traces.wordings.join(" ");
      }
      await stored
        ?.update((data) => ({ ...data, kind: sketchKind, sketches, wordings }))
        .catch(() => undefined);
    },
  };
}
