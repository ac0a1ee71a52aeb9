// GUIDs for formats that ask for them: the same for the same export, and different for different ones.

/** The nth GUID of what the seed names (version 8 of RFC 9562: made by a rule of our own, FNV-1a over n and the seed). */
export function guidOf(seed: string, n: number): string {
  const words = [0x811c9dc5, 0xdeadbeef, 0x5f356495, 0x9e3779b9].map((start, part) => {
    let hash = start;
    for (const character of `${part} ${n} ${seed}`)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return (spread(hash) >>> 0).toString(16).padStart(8, "0");
  });
  const hex = words.join("");
  const variant = (Number.parseInt(hex.charAt(16), 16) & 3) | 8;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant.toString(16) + hex.slice(17, 20),
    hex.slice(20),
  ].join("-");
}

/** Every bit of the result depends on every bit of the number (MurmurHash3's last step). */
function spread(number: number): number {
  let hash = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
