// Compound files, in which Office keeps a document that is locked with a password as it keeps its older documents ([MS-CFB] 2.6.1;
// [MS-OFFCRYPTO] 2.3.4.4): only the names in the directory tell which.

/** The length of an entry of the directory, which sectors are a multiple of. */
const entryLength = 128;
const locked = Uint8Array.from(
  [..."EncryptedPackage\0"].flatMap((character) => [character.charCodeAt(0), 0]),
);

/** Whether a compound file holds a document that is locked. Looks where an entry may stand, wherever the directory lies. */
export function holdsLocked(bytes: Uint8Array): boolean {
  for (let at = 0; at + entryLength <= bytes.length; at += entryLength)
    if (locked.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
