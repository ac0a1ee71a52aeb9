// Files of which the window has the bytes, made ready for calls.
import type { ChosenFile } from "../ui-state.ts";

/** Bytes and files of one call. */
const callBytes = 24 * 1024 * 1024;
const callFiles = 200;

/** The bytes of a file for a call. Rejects with a `DOMException` where the file cannot be read any more. */
export const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(afterComma(String(reader.result)));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });

const afterComma = (address: string): string => address.slice(address.indexOf(",") + 1);

/** The same of several, with their names. */
export const carried = (files: readonly ChosenFile[], read = base64Of) =>
  Promise.all(files.map(async ({ name, file }) => ({ fileName: name, base64: await read(file) })));

/** The files in parts that one call can carry, in their order. */
export function* partsOf(files: readonly ChosenFile[]): Generator<ChosenFile[]> {
  let part: ChosenFile[] = [];
  let bytes = 0;
  for (const one of files) {
    if (part.length > 0 && (part.length >= callFiles || bytes + one.file.size > callBytes)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(one);
    bytes += one.file.size;
  }
  if (part.length > 0) yield part;
}
