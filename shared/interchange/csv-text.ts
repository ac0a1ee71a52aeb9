// CSV as it is written (RFC 4180), with an apostrophe before a cell that a spreadsheet would take for a formula
// (https://owasp.org/www-community/attacks/CSV_Injection). It also goes before a cell that begins with apostrophes of its own, so that it can be
// taken away again.
import Papa from "papaparse";

/** As files have it; a spreadsheet takes cells between tabs from the clipboard. */
export const csvForm = { delimiter: ",", newline: "\r\n" };

/** The rows as text; each line ends, the last one too. */
export const csvText = (
  rows: readonly (readonly (string | number | boolean | null | undefined)[])[],
  form = csvForm,
): string =>
  `${Papa.unparse(
    rows.map((cells) => [...cells]),
    { escapeFormulae: formulaLike, ...form },
  )}${form.newline}`;

/** What the apostrophe goes before. */
export const formulaLike = /^'*\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** The cell as it was before the apostrophe. */
export const withoutGuard = (cell: string): string =>
  cell.startsWith("'") && formulaLike.test(cell) ? cell.slice(1) : cell;

/** Whether the cell would have the apostrophe if its table had been written as CSV. */
export const isUnguarded = (cell: string): boolean => !cell.startsWith("'") && formulaLike.test(cell);
