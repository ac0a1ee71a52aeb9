// The log of what went wrong without being anybody's fault but ours: one line of JSON each, in one file that is turned over
// when it grows long.
import { appendFile, mkdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { createQueue } from "../storage/files/queue.ts";
import { ignoreFailure, isMissing, readError } from "../storage/files/storage-error.ts";

export interface Log {
  /** Writes an error in full. `id` is what people are shown to find it by. Never throws. */
  error(what: string, error: unknown, id?: string): void;
  /** The last lines, the oldest first, of at most so many UTF-16 code units in all. Throws an `ApiError` where they cannot be read. */
  lastLines(most: number): Promise<readonly string[]>;
  /** Resolves when everything is written. */
  flushed(): Promise<void>;
}

const maxBytes = 1024 * 1024;

export function openLog(home: string, now: () => string): Log {
  const folder = join(home, "log");
  const path = join(folder, "sayso.log");
  const queue = createQueue();

  async function write(line: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const size = await stat(path).then(
      (status) => status.size,
      () => 0,
    );
    if (size + line.length > maxBytes) await ignoreFailure(() => rename(path, `${path}.1`));
    await appendFile(path, line, { mode: 0o600 });
  }

  return {
    error(what, error, id) {
      const line = `${JSON.stringify({ at: now(), id, what, error: described(error) })}\n`;
      // A log that cannot be written must not stop the work it would tell of.
      void queue.run(() => ignoreFailure(() => write(line)));
    },
    lastLines: (most) =>
      queue.run(async () => {
        const lines = [...(await linesOf(`${path}.1`)), ...(await linesOf(path))];
        let [first, length] = [lines.length, 0];
        while (first > 0 && length + (lines[first - 1] ?? "").length + 1 <= most) {
          first -= 1;
          length += (lines[first] ?? "").length + 1;
        }
        return lines.slice(first);
      }),
    flushed: () => queue.run(async () => undefined),
  };
}

async function linesOf(path: string): Promise<readonly string[]> {
  try {
    return (await readFile(path, "utf8")).split("\n").filter((line) => line !== "");
  } catch (error) {
    if (isMissing(error)) return [];
    throw readError(error, path);
  }
}

function described(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? {} : { cause: described(error.cause) };
  return { name: error.name, message: error.message, stack: error.stack, ...cause };
}
