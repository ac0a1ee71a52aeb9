// The type of what was read from a colleague's file or folder.

import type { ExportBundle } from "../../../shared/annotated-json/bundle.ts";
import type { TakeInForm, TakeInRefused } from "../../../shared/api/take-in.ts";
import type { Finding } from "../../../shared/files/finding.ts";
import type { TallyInAll } from "../../../shared/interchange/tally.ts";
import type { ReadPackage } from "../../../shared/review/read-package.ts";
import type { HandedOver, NamedAssignment, PackagedHistory } from "../../../shared/review/review-package.ts";

export type ImportSource =
  | {
      readonly ok: true;
      readonly file: string;
      readonly form: TakeInForm;
      readonly sha256: string;
      readonly bundle: ExportBundle;
      readonly blind: boolean;
      readonly isVerified: boolean;
      readonly handedOver: readonly HandedOver[];
      readonly history: readonly PackagedHistory[];
      readonly assignments: readonly NamedAssignment[];
      readonly unfinished: number;
      readonly mended: Extract<ReadPackage, { ok: true }>["mended"];
      /** The text of a file that was not right; `null` of any other. */
      readonly raw: string | null;
      /** The format of another tool's files that it is from, which know none of our ids. */
      readonly importedFrom?: string;
      /** Of another tool's files: what came to be, and what was left out, moved or is to be known. */
      readonly foreign: {
        readonly format: string;
        readonly accepted: number;
        readonly rejected: readonly Finding[];
        readonly moved: readonly Finding[];
        readonly tally: TallyInAll;
        readonly told: readonly Finding[];
      } | null;
    }
  | ({ readonly ok: false } & TakeInRefused);
