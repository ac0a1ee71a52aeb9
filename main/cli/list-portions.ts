// One long list of JSON in portions that are lists themselves, cut behind a value. What is wrong with the whole is wrong with a portion, on
// the line where it stands: nothing is mended here.

interface ListPortion {
  readonly bytes: Uint8Array;
  /** The number of its first value in the whole list. */
  readonly first: number;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const lineFeed = 0x0a;
const isOpening = (byte: number): boolean => byte === 0x5b || byte === 0x7b;
const isClosing = (byte: number): boolean => byte === 0x5d || byte === 0x7d;
const isWhite = (byte: number): boolean =>
  byte === 0x20 || byte === 0x09 || byte === lineFeed || byte === 0x0d;

/** Of the pieces of a file in UTF-8 that begins with `[`. A portion has at least `least` bytes, but for the last. */
export async function* listPortions(
  pieces: AsyncIterable<Uint8Array>,
  least: number,
): AsyncIterable<ListPortion> {
  const step = startSteps();
  let pendingPieces: Uint8Array[] = [];
  let length = 0;
  let commas = 0;
  let lines = 0;
  /** Of the present portion. */
  let begun = { first: 1, before: "", hasValue: false };
  const portion = (end: string): ListPortion => ({
    bytes: new Uint8Array(Buffer.concat([Buffer.from(begun.before), ...pendingPieces, Buffer.from(end)])),
    first: begun.first,
  });
  for await (const piece of pieces) {
    let from = 0;
    for (const [at, byte] of piece.entries()) {
      if (byte === lineFeed) lines += 1;
      const of = step(byte);
      if (of === "value") begun.hasValue = true;
      if (of !== "comma") continue;
      commas += 1;
      // A comma without a value before it is a fault, which stays where it is.
      if (!begun.hasValue || length + at - from < least) continue;
      pendingPieces.push(piece.subarray(from, at));
      yield portion("]");
      pendingPieces = [];
      length = 0;
      from = at + 1;
      begun = { first: commas + 1, before: `${"\n".repeat(lines)}[`, hasValue: false };
    }
    pendingPieces.push(piece.subarray(from));
    length += piece.length - from;
  }
  // A comma before the end is a fault, which must not be lost with the cut.
  if (commas > 0 && !begun.hasValue) begun = { ...begun, before: `${begun.before},` };
  yield portion("");
}

/** Tells of byte after byte whether it is a comma between two values of the outermost list, or of a value in it. */
function startSteps(): (byte: number) => "comma" | "value" | "other" {
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  return (byte) => {
    if (isString) {
      if (isEscaped) isEscaped = false;
      else if (byte === backslash) isEscaped = true;
      else if (byte === quote) isString = false;
      return "value";
    }
    const inside = depth > 0;
    if (byte === quote) isString = true;
    else if (isOpening(byte)) depth += 1;
    else if (isClosing(byte)) depth -= 1;
    if (byte === comma && depth === 1) return "comma";
    return inside && depth > 0 && !isWhite(byte) ? "value" : "other";
  };
}
