// A file that was dropped on the window, if it is a colleague's work.
import { decode } from "../../../shared/importers/decode.ts";
import { limits } from "../../../shared/schema/limits.ts";

/** Whether a file says of itself, at its beginning, that it is a review package or annotated JSON. */
const saysReview = (text: string): boolean =>
  /^\ufeff?\s*\{/u.test(text) &&
  /"format"\s*:\s*"sayso-(?:review-package|annotated-json)"/u.test(text.slice(0, 1_000));

/** The text of a dropped file that is a colleague's work; `null` for any other. */
export async function readReview(file: File): Promise<string | null> {
  if (file.size > limits.jsonBytes || !/\.json$/iu.test(file.name)) return null;
  let bytes: ArrayBuffer;
  try {
    bytes = await file.arrayBuffer();
  } catch (error) {
    // Whoever reads it next says so.
    if (error instanceof DOMException) return null;
    throw error;
  }
  const decoded = decode(new Uint8Array(bytes), file.name);
  return decoded.ok && saysReview(decoded.text) ? decoded.text : null;
}
