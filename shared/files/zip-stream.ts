// A zip archive written piece by piece: no more of it is held than what is being compressed, and a line for each file.
import { Deflate, Zip, ZipPassThrough } from "fflate";
import type { NamedFile } from "./zip.ts";
import { mtime } from "./zip.ts";

/** What a zip archive of the common form can hold. */
const zipCapacity = { files: 65_535, bytes: 4_294_967_295 } as const;

/** More files or bytes than an archive can hold. */
export class ZipFull extends Error {
  override readonly name = "ZipFull";
}

interface ZipWriter {
  /** The bytes that the archive grows by. The parts of one file come one after the other. */
  add(part: NamedFile): readonly Uint8Array[];
  end(): readonly Uint8Array[];
}

/** Throws a `ZipFull` when there is no room. */
export function zipWriter(
  capacity: { readonly files: number; readonly bytes: number } = zipCapacity,
): ZipWriter {
  let chunks: Uint8Array[] = [];
  let total = 0;
  let files = 0;
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    total += bytes.length;
    if (bytes.length > 0) chunks.push(bytes);
  });
  let currentFile: {
    readonly name: string;
    readonly push: (bytes: Uint8Array, final: boolean) => void;
  } | null = null;
  const takeChunks = (): readonly Uint8Array[] => {
    if (total > capacity.bytes) throw new ZipFull(`more than ${capacity.bytes} bytes`);
    const writtenChunks = chunks;
    chunks = [];
    return writtenChunks;
  };
  return {
    add({ name, bytes }) {
      if (currentFile?.name !== name) {
        currentFile?.push(new Uint8Array(), true);
        files += 1;
        if (files > capacity.files) throw new ZipFull(`more than ${capacity.files} files`);
        currentFile = { name, push: begin(zip, name) };
      }
      currentFile.push(bytes, false);
      return takeChunks();
    },
    end() {
      currentFile?.push(new Uint8Array(), true);
      currentFile = null;
      zip.end();
      return takeChunks();
    },
  };
}

/** The archive keeps what it is given of each file until its end, so that the compressor, which is large, must not be in it. */
function begin(zip: Zip, name: string): (bytes: Uint8Array, final: boolean) => void {
  const file = new ZipPassThrough(name);
  let deflate: Deflate | null = new Deflate({ level: 6 }, (bytes, final) => file.ondata(null, bytes, final));
  Object.assign(file, {
    mtime,
    compression: 8,
    process(bytes: Uint8Array, final: boolean) {
      deflate?.push(bytes, final);
      if (final) deflate = null;
    },
  });
  zip.add(file);
  return (bytes, final) => file.push(bytes, final);
}
