// JSON as text: pretty for people and git, canonical for hashes.
import { createHash } from "node:crypto";
import { sorted } from "../../../shared/files/canonical.ts";

/** Two spaces, one final line end; keys in the order in which they stand. */
export function prettyJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** SHA-256 in lower-case hexadecimal of bytes, or of a text as UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}

/** The same for equal JSON values, whatever the order of their keys. */
export function hashOfValue(value: unknown): string {
  return sha256(JSON.stringify(sorted(value)));
}

/** True when objects and arrays are nested more than `limit` deep. Ends on cyclic values too. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return limit === 0 || Object.values(value).some((member) => isDeeperThan(member, limit - 1));
}
