// Keys and signatures in the format of minisign, as `minisign -G` and `minisign -S` make them.
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

const id = Buffer.from("0123456789abcdef", "hex");

export interface Signer {
  /** The line of the public key. */
  readonly key: string;
  /** The text of a `.minisig` of these bytes. */
  signed(bytes: Uint8Array, comment?: string): string;
}

/** A new pair of keys; all of them have the same id unless another is given. */
export function signer(keyId = id): Signer {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    key: Buffer.concat([Buffer.from("Ed"), keyId, Buffer.from(x, "base64url")]).toString("base64"),
    signed: (bytes, comment = "timestamp:1 file:SHA256SUMS") =>
      signatureOf(bytes, comment, privateKey, keyId),
  };
}

function signatureOf(bytes: Uint8Array, comment: string, by: KeyObject, keyId: Buffer): string {
  const ofFile = sign(null, createHash("blake2b512").update(bytes).digest(), by);
  const ofComment = sign(null, Buffer.concat([ofFile, Buffer.from(comment)]), by);
  return [
    "untrusted comment: signature from minisign secret key",
    Buffer.concat([Buffer.from("ED"), keyId, ofFile]).toString("base64"),
    `trusted comment: ${comment}`,
    ofComment.toString("base64"),
    "",
  ].join("\n");
}
