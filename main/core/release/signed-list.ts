// The list of sums and the description by which a release is believed, as its maintainers have signed them.
import { createHash } from "node:crypto";
import { z } from "zod";
import { checkMinisign, type MinisignKey } from "./minisign.ts";

/** The names of the files in a release by which it is believed. */
export const releaseFiles = {
  sums: "SHA256SUMS",
  signature: "SHA256SUMS.minisig",
  description: "release.json",
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** What a release says of itself; `main/packaging/release.mjs` writes it. */
export const Description = z.strictObject({
  name: z.string(),
  version: z.string().regex(/^\d{1,9}\.\d{1,9}\.\d{1,9}$/u),
  /** The sums of the archive, `app.asar`, and of its header, which macOS and Windows check at each start. */
  archive: sha256,
  header: sha256,
  /** A letter a fuse, `1` for on, in the order of Electron's wire. */
  fuses: z.string().regex(/^[01]{8}$/u),
  /** Of each archive that can be looked into: the paths in it of the program and of `app.asar`. */
  applications: z.array(z.strictObject({ file: z.string(), program: z.string(), archive: z.string() })),
  /** What the system installs, and of which system. */
  packages: z.array(z.strictObject({ file: z.string(), system: z.enum(["linux", "win", "mac"]) })),
  bill: z.string(),
  /** The file that says what is new. */
  changes: z.string(),
});
export type Description = z.infer<typeof Description>;

/** In hexadecimal digits. */
export const sumOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The lines of `sha256sum`: sums by name; `null` where a line is none, or a name is a path or stands twice. */
export function readSums(text: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>();
  if (!text.endsWith("\n")) return null;
  for (const line of text.slice(0, -1).split("\n")) {
    const [, sum, name] = /^([0-9a-f]{64}) {2}([^/\\]+)$/u.exec(line) ?? [];
    if (sum === undefined || name === undefined || found.has(name)) return null;
    found.set(name, sum);
  }
  return found;
}

/** Of a list and its signature: what does not hold of the signature, or what the signer wrote beside it. */
export const checkList = (
  list: Uint8Array,
  signature: Uint8Array,
  key: MinisignKey,
): ReturnType<typeof checkMinisign> => checkMinisign(list, Buffer.from(signature).toString("latin1"), key);

/** What JSON says; `null` for anything else. */
export function parsedJson(bytes: Uint8Array | null): unknown {
  try {
    return bytes === null ? null : JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return null;
  }
}
