// Files of which the window has the bytes, made ready for calls.
import type { RefusedFile } from "../../../shared/api/bringing-in.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { ChosenFile } from "../window/ui-state.ts";

/** Bytes and files of one call. */
const callBytes = 24 * 1024 * 1024;
const callFiles = 200;

/** The bytes of a file for a call. Rejects with an `ApiError` where the file cannot be read any more. */
export const base64Of = ({ name, file }: ChosenFile): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(afterComma(String(reader.result)));
    reader.onerror = () => reject(new ApiError("file-lost", { file: name }, { cause: reader.error }));
    reader.readAsDataURL(file);
  });

const afterComma = (address: string): string => address.slice(address.indexOf(",") + 1);

interface CarriedFiles {
  readonly files: { readonly fileName: string; readonly base64: string }[];
  /** Those that cannot be read any more. */
  readonly refused: readonly RefusedFile[];
}

/** The same of several, with their names. */
export async function encodeFiles(chosen: readonly ChosenFile[], read = base64Of): Promise<CarriedFiles> {
  const files: CarriedFiles["files"] = [];
  const refused: RefusedFile[] = [];
  const settledReads = await Promise.allSettled(chosen.map(read));
  for (const [at, { name }] of chosen.entries()) {
    const settledRead = settledReads[at];
    if (settledRead?.status === "fulfilled") files.push({ fileName: name, base64: settledRead.value });
    else if (settledRead?.reason instanceof ApiError)
      refused.push({ file: name, error: settledRead.reason.toData() });
    else throw settledRead?.reason;
  }
  return { files, refused };
}

/** The files in parts that one call can carry, in their order. */
export function* portionsOf(files: readonly ChosenFile[]): Generator<ChosenFile[]> {
  let part: ChosenFile[] = [];
  let bytes = 0;
  for (const chosenFile of files) {
    if (part.length > 0 && (part.length >= callFiles || bytes + chosenFile.file.size > callBytes)) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(chosenFile);
    bytes += chosenFile.file.size;
  }
  if (part.length > 0) yield part;
}
