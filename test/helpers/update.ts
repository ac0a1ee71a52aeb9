// Updates as `npm run dist -- --release` writes them, small enough for tests.
import { createHash } from "node:crypto";
import { zipSync } from "fflate";
import type { Signer } from "./minisign.ts";

export interface MadeUpdate {
  readonly version?: string;
  readonly system?: string;
  /** The package's name. */
  readonly file?: string;
  /** Over the files that were signed, by name; `null` takes one away. */
  readonly changed?: Readonly<Record<string, string | null>>;
  /** Over what the description says. */
  readonly described?: Readonly<Record<string, unknown>>;
  /** Whether its files are compressed, as no update's are. */
  readonly isDeflated?: boolean;
  /** Whether the list stands behind what it lists. */
  readonly isListLast?: boolean;
}

/** Of an update the list and its signature, and nothing behind them. */
export const beginningOf = (update: Uint8Array): Uint8Array =>
  update.subarray(0, Buffer.from(update).indexOf('release.json{"') - localHeaderLength);

/** Bytes before the name of a file in a zip. */
const localHeaderLength = 30;

const sumOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** The bytes of an update to a version, signed by `by`. */
export function updateOf(by: Signer, made: MadeUpdate = {}): Uint8Array {
  const { version = "2.0.0", system = "linux", file = "sayso.deb", changed = {}, described = {} } = made;
  const sum = "0".repeat(64);
  const release = {
    ...{ name: "sayso", version, archive: sum, header: sum, fuses: "01001010", applications: [] },
    ...{ packages: [{ file, system }], bill: "sayso.cdx.json", changes: "CHANGES.md" },
    ...described,
  };
  const signed: Record<string, string> = {
    "release.json": JSON.stringify(release),
    "CHANGES.md": "## 2.0.0\n\n- Links.\n",
    [file]: "an installer",
  };
  const sums = Object.entries(signed)
    .map(([name, text]) => `${sumOf(text)}  ${name}\n`)
    .join("");
  const list = {
    SHA256SUMS: sums,
    "SHA256SUMS.minisig": by.signed(Buffer.from(sums), "Sayso’s maintainers"),
  };
  const files = { ...(made.isListLast ? { ...signed, ...list } : { ...list, ...signed }), ...changed };
  const entries = Object.entries(files).flatMap(([name, text]) =>
    text === null ? [] : [[name, Buffer.from(text)] as const],
  );
  return zipSync(Object.fromEntries(entries), { level: made.isDeflated ? 9 : 0 });
}
