// Signatures in the format of minisign (https://jedisct1.github.io/minisign/, “Signature format”): Ed25519 over the BLAKE2b sum of a file, and a
// second one over the first and a comment. Read strictly: each byte of a signature's file has to be as minisign writes it.
import { createHash, createPublicKey, verify } from "node:crypto";

/** The public key's id and its 32 bytes. */
export interface MinisignKey {
  readonly id: Buffer;
  readonly key: Buffer;
}

const untrusted = "untrusted comment: signature from minisign secret key";

/** The key in `text`: the line of base64 that `minisign -G` prints, alone or as the second line of its file; `null` for anything else. */
export function minisignKey(text: string): MinisignKey | null {
  const bytes = fromBase64(text.trim().split("\n").at(-1)?.trim() ?? "");
  if (bytes?.length !== 42 || bytes.toString("latin1", 0, 2) !== "Ed") return null;
  return { id: bytes.subarray(2, 10), key: bytes.subarray(10) };
}

/**
 * Of a file's `bytes` and the text of its `.minisig`, a character a byte (Latin-1): what does not hold, or the signer's trusted comment, which
 * is UTF-8.
 */
export function checkMinisign(
  bytes: Uint8Array,
  signature: string,
  { id, key }: MinisignKey,
): { readonly fault: "form" | "key" | "signature" } | { readonly comment: string } {
  const [first, signed = "", third = "", last = "", end, ...more] = signature.split("\n");
  const parts = fromBase64(signed);
  const overComment = fromBase64(last);
  const prefix = "trusted comment: ";
  if (first !== untrusted || end !== "" || more.length > 0 || !third.startsWith(prefix))
    return { fault: "form" };
  if (parts?.length !== 74 || overComment?.length !== 64) return { fault: "form" };
  if (parts.toString("latin1", 0, 2) !== "ED") return { fault: "form" };
  if (!parts.subarray(2, 10).equals(id)) return { fault: "key" };
  const comment = Buffer.from(third.slice(prefix.length), "latin1");
  const sum = createHash("blake2b512").update(bytes).digest();
  const ofFile = parts.subarray(10);
  const isSigned = isEd25519(sum, ofFile, key);
  const isWhole = isEd25519(Buffer.concat([ofFile, comment]), overComment, key);
  return isSigned && isWhole ? { comment: comment.toString("utf8") } : { fault: "signature" };
}

/** The bytes of canonical base64; `null` for any other text, also one that decoders would pass over. */
function fromBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : null;
}

function isEd25519(message: Uint8Array, signature: Uint8Array, key: Buffer): boolean {
  const jwk = { kty: "OKP", crv: "Ed25519", x: key.toString("base64url") };
  return verify(null, message, createPublicKey({ key: jwk, format: "jwk" }), signature);
}
