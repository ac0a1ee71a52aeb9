// The texts of two versions, a row a paragraph: beside each other, or in one. Rows that are the same are folded away.
import { memo, useEffect, useRef } from "react";
import type { ComparedRow } from "../../../shared/carry/compare-texts.ts";
import { rowGroups } from "../../../shared/carry/row-groups.ts";
import { useWords } from "../../ui/words.tsx";
import { ChangedRow } from "./changed-row.tsx";

interface Props {
  readonly rows: readonly ComparedRow[];
  readonly columns: boolean;
  /** The row of the change that is shown. */
  readonly current: ComparedRow | null;
  /** What tells the versions apart, the old one first. */
  readonly labels: readonly [string, string];
}

export function ChangedTexts({ rows, columns, current, labels }: Props) {
  const { say } = useWords();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current) place.current?.querySelector("[data-current]")?.scrollIntoView({ block: "center" });
  }, [current]);
  return (
    <div ref={place} className={columns ? "changes-texts in-columns" : "changes-texts"}>
      <div className="changes-row changes-heads">
        <h2>
          {say("changes.before")} <small>{labels[0]}</small>
        </h2>
        <h2>
          {say("changes.after")} <small>{labels[1]}</small>
        </h2>
      </div>
      {rowGroups(rows).map(({ folded, rows: members }) => {
        const key = keyOf(members[0]);
        if (!folded) return <Rows key={key} {...{ rows: members, columns, current }} />;
        return (
          <details key={key}>
            <summary>{say("changes.same-left", { count: members.length })}</summary>
            <Rows {...{ rows: members, columns, current: null }} />
          </details>
        );
      })}
    </div>
  );
}

const keyOf = (row: ComparedRow | undefined): string =>
  row ? `${row.kind} ${row.before?.number ?? ""} ${row.after?.number ?? ""}` : "";

const Rows = memo(function Rows({ rows, columns, current }: Omit<Props, "labels">) {
  return rows.map((row) => (
    <ChangedRow key={keyOf(row)} row={row} columns={columns} isCurrent={row === current} />
  ));
});
