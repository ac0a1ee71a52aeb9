// Documents that were refused because they are locked, and can be opened here with their password: PDF alone.
import type { ApiErrorData } from "../errors/errors.ts";
import { endingOf, endings } from "../files/endings.ts";

/** `file`: the name of the file that was refused. */
export const isLockedPdf = ({ problem }: Pick<ApiErrorData, "problem">, file: string): boolean =>
  problem === "file-locked" && (endings.pdf as readonly string[]).includes(endingOf(file));
