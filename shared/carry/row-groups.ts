// Paragraphs that are the same are folded away where many of them follow each other, so that what changed is seen at once; one stays
// beside each change, to tell where it is.
import type { ComparedRow } from "./compare-texts.ts";

export interface RowGroup {
  readonly folded: boolean;
  readonly rows: readonly ComparedRow[];
}

/** Fewer paragraphs in a row are not worth folding. */
const least = 3;

export function rowGroups(rows: readonly ComparedRow[]): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  let sameRows: ComparedRow[] = [];
  const close = (isLast: boolean): void => {
    const lead = groups.length === 0 ? 0 : 1;
    const tail = isLast ? 0 : 1;
    const folded = sameRows.slice(lead, sameRows.length - tail);
    if (folded.length < least) groups.push({ folded: false, rows: sameRows });
    else {
      groups.push({ folded: false, rows: sameRows.slice(0, lead) });
      groups.push({ folded: true, rows: folded });
      groups.push({ folded: false, rows: sameRows.slice(sameRows.length - tail) });
    }
    sameRows = [];
  };
  for (const row of rows) {
    if (row.kind === "same") {
      sameRows.push(row);
      continue;
    }
    close(false);
    groups.push({ folded: false, rows: [row] });
  }
  close(true);
  return groups.filter((group) => group.rows.length > 0);
}
