// The likeness of two texts, by the runs of words that they share: a sketch of each text (MinHash, Broder 1997) tells it in the time of
// comparing a few numbers, and texts that may be alike are found without looking at all.
import type { MetadataField } from "../model/article.ts";
import type { ImportedText } from "./importer.ts";

/** Words of one run. */
const run = 4;
const bands = 24;
const rowsOfBand = 4;
const size = bands * rowsOfBand;

/** Characters of a text that its sketch is made of: of a longer one its beginning says enough. */
const sketched = 200_000;

export type Sketch = Uint32Array;

/** A text in which white space parts words and says nothing else: two texts of which this is the same are one article. */
export const wordsOfText = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** Parts of a text that an import writes at its head, where the file has them beside the text. */
const headFields: ReadonlySet<MetadataField> = new Set(["title", "byline", "publisher", "date"]);

/** The words of an article's text, then what they are without the first of the lines at its head, without two, and so on. */
export function wordingsOf({ text, metadata }: Pick<ImportedText, "text" | "metadata">): readonly string[] {
  const wordings = [wordsOfText(text)];
  let from = 0;
  for (const { field, start, end } of [...metadata].sort((one, other) => one.start - other.start)) {
    if (!headFields.has(field) || start < from || text.slice(from, start).trim() !== "") break;
    // Signs of notes may stand behind a title.
    from = field === "title" ? Math.max(end, text.indexOf("\n", end)) : end;
    const rest = wordsOfText(text.slice(from));
    if (rest !== "") wordings.push(rest);
  }
  return wordings;
}

/** Names how sketches are made: those of another name cannot be compared with these. */
export const sketchKind = `words-${run}-minhash-${bands}x${rowsOfBand}-murmur3-${sketched}`;

/** Four bytes a number, the lowest first. */
export function sketchToBytes(sketch: Sketch): Uint8Array {
  const view = new DataView(new ArrayBuffer(size * 4));
  for (const [row, number] of sketch.entries()) view.setUint32(row * 4, number, true);
  return new Uint8Array(view.buffer);
}

/** `undefined` for what is none. */
export function sketchFromBytes(bytes: Uint8Array): Sketch | undefined {
  if (bytes.length !== size * 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: size }, (_, row) => view.getUint32(row * 4, true));
}

/** Texts that share this much of their runs are nearly the same: the same report with a sentence more or less. */
export const nearlyTheSame = 0.7;

/** The smallest of many differently mixed numbers of a text’s runs; `null` for a text too short to say anything of. */
export function sketchOf(text: string): Sketch | null {
  const words =
    text
      .slice(0, sketched)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{1,64}/gu) ?? [];
  if (words.length < run * 3) return null;
  const hashes = words.map(hashOf);
  const sketch = new Uint32Array(size).fill(0xffffffff);
  for (let at = 0; at + run <= hashes.length; at += 1) {
    let mixed = 0;
    for (let offset = 0; offset < run; offset += 1) mixed = mix(mixed ^ (hashes[at + offset] ?? 0)) + offset;
    for (let row = 0; row < size; row += 1) {
      const number = mix(mixed ^ Math.imul(row + 1, 0x9e3779b1)) >>> 0;
      if (number < (sketch[row] ?? 0)) sketch[row] = number;
    }
  }
  return sketch;
}

/** The share of runs that two texts have in common, as their sketches estimate it. */
export function likeness(one: Sketch, other: Sketch): number {
  let equalCount = 0;
  for (let row = 0; row < size; row += 1) if (one[row] === other[row]) equalCount += 1;
  return equalCount / size;
}

export interface LikenessIndex<Of> {
  add(sketch: Sketch, of: Of): void;
  /** The most alike that is nearly the same; `null` for none. */
  find(sketch: Sketch): Of | null;
}

export function createLikenessIndex<Of>(): LikenessIndex<Of> {
  const places = new Map<string, { readonly sketch: Sketch; readonly of: Of }[]>();
  const keysOf = (sketch: Sketch): string[] =>
    Array.from({ length: bands }, (_, band) =>
      [band, ...sketch.subarray(band * rowsOfBand, (band + 1) * rowsOfBand)].join(" "),
    );
  return {
    add(sketch, of) {
      const entry = { sketch, of };
      for (const key of keysOf(sketch)) {
        const bucket = places.get(key);
        if (bucket) bucket.push(entry);
        else places.set(key, [entry]);
      }
    },
    find(sketch) {
      let best: { readonly of: Of; readonly share: number } | null = null;
      for (const key of keysOf(sketch))
        for (const { sketch: other, of } of places.get(key) ?? []) {
          const share = likeness(sketch, other);
          if (share >= nearlyTheSame && (!best || share > best.share)) best = { of, share };
        }
      return best?.of ?? null;
    },
  };
}

function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Spreads every bit over all others (Murmur3’s last step). */
function mix(number: number): number {
  let mixed = number;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
