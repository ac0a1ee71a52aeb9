// Ids are made by Sayso and have a form of their own: what has another form is refused, so that no foreign name can become a path or a
// key.

/** A lower-case base32 id (RFC 4648 alphabet, no padding) of 1 to 32 characters, e.g. `k3q7…`. */
export type Id = string;

/** Makes a fresh id. The core never makes randomness itself: whoever calls it passes this in. */
export type NewId = () => Id;

/** Returns the current time as an ISO 8601 string in UTC. Passed in for the same reason as `NewId`. */
export type Now = () => string;

const idPattern = /^[a-z2-7]{1,32}$/;

/** True when `value` has the form of an id of ours. */
export function isId(value: string): boolean {
  return idPattern.test(value);
}

/** The characters of ids. */
export const idAlphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** Writes bytes as an id, one character a byte (5 bits of each are used): 16 random bytes make 80 random bits. */
export function idFromBytes(bytes: Uint8Array): Id {
  return Array.from(bytes, (byte) => idAlphabet.charAt(byte & 31)).join("");
}

/** The same text gives the same id everywhere, and two different ones practically never do (64 bits). */
export function idFromText(text: string): Id {
  const bytes = new Uint8Array(13);
  let [low, high] = [0x811c9dc5, 0xdeadbeef];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(at), 0x5f356495);
  }
  for (let at = 0; at < bytes.length; at += 1) {
    const half = at < 7 ? low ^ (low >>> 15) : high ^ (high >>> 15);
    bytes[at] = half >>> ((at % 7) * 4);
  }
  return idFromBytes(bytes);
}
