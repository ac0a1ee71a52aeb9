// Archives that are written piece by piece.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unpackZip, ZipFull, zipWriter } from "../../../shared/files/zip.ts";
import { runs } from "../../helpers/tier.ts";

const limits = { entries: 100, bytes: 10_000_000 };
const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

describe("an archive that grows", () => {
  it("holds every file, byte for byte, in how many pieces it came", () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 2000 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (given) => {
        const zip = zipWriter();
        const made: Uint8Array[] = [];
        for (const [at, parts] of given.entries())
          for (const bytes of parts) made.push(...zip.add({ name: `${at}/né.txt`, bytes }));
        made.push(...zip.end());
        const expected = given.map((parts, at) => ({ name: `${at}/né.txt`, bytes: joined(parts) }));
        const read = unpackZip(joined(made), limits);
        // An archive without a file is none to the reader.
        expect(read).toEqual(
          given.length === 0 ? { ok: false, why: "damaged" } : { ok: true, files: expected },
        );
      }),
      { numRuns: runs(60) },
    );
  });

  it("says that it is full, by files and by bytes", () => {
    const few = zipWriter({ files: 1, bytes: 1000 });
    few.add({ name: "a", bytes: new Uint8Array(3) });
    expect(() => few.add({ name: "b", bytes: new Uint8Array() })).toThrow(ZipFull);
    const small = zipWriter({ files: 9, bytes: 10 });
    expect(() => [small.add({ name: "a", bytes: new Uint8Array(3) }), small.end()]).toThrow(ZipFull);
  });
});
