// The type of what was read from a colleague's file or folder.

import type { TakeInForm, TakeInRefused } from "../../../shared/api/take-in.ts";
import type { ReadPackage } from "../../../shared/review/read-package.ts";
import type { ReadForeign } from "../jobs/read-foreign-job.ts";

export type ImportSource =
  | (Omit<Extract<ReadPackage, { ok: true }>, "form" | "unfinished"> & {
      readonly file: string;
      readonly form: TakeInForm;
      readonly sha256: string;
      readonly unfinished: number;
      /** The text of a file that was not right; `null` of any other. */
      readonly raw: string | null;
      /** The format of another tool's files that it is from, which know none of our ids. */
      readonly importedFrom?: string;
      /** Of another tool's files: what came to be, and what was left out, moved or is to be known. */
      readonly foreign: Omit<Extract<ReadForeign, { ok: true }>, "ok" | "bundle"> | null;
    })
  | ({ readonly ok: false } & TakeInRefused);
