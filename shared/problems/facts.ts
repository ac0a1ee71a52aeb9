// The facts of a problem as words for its sentences: names in quotation marks and made visible, sizes in megabytes.
import type { ProblemDetail } from "../api/errors.ts";
import { visibleText } from "./visible-text.ts";

export interface Facts {
  /** The file or folder it is about, in quotation marks; `otherwise` when none is named. */
  file(otherwise: string): string;
  /** A fact as text; `otherwise` when it is not known. */
  say(key: string, otherwise?: string): string;
  /** A count of bytes as megabytes. */
  megabytes(key: string, otherwise: string): string;
  is(key: string, value: string): boolean;
}

export function factsOf(detail: ProblemDetail): Facts {
  const text = (key: string): string | null => {
    const value = Object.hasOwn(detail, key) ? detail[key] : null;
    return value === null || value === undefined || value === "" ? null : visibleText(String(value));
  };
  return {
    file(otherwise) {
      const name = text("file") ?? text("fileName") ?? text("folder");
      return name === null ? otherwise : `“${name}”`;
    },
    say: (key, otherwise = "") => text(key) ?? otherwise,
    megabytes(key, otherwise) {
      const bytes = Number(text(key) ?? Number.NaN);
      if (Number.isNaN(bytes)) return otherwise;
      const megabytes = bytes / (1024 * 1024);
      return `${megabytes < 10 ? Math.ceil(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
    },
    is: (key, value) => text(key) === value,
  };
}
