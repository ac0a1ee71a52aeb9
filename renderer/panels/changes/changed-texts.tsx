// The texts of two versions, a row a paragraph: beside each other, or in one. Rows that are the same are folded away.
import { memo, type ReactNode, useEffect, useRef } from "react";
import type { ComparedRow, Piece, TextPiece } from "../../../shared/carry/compare-texts.ts";
import { rowGroups } from "../../../shared/carry/row-groups.ts";
import { numbered } from "../../ui/numbered.ts";
import { OutsideText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";

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

interface ChangedRowProps {
  readonly row: ComparedRow;
  readonly columns: boolean;
  readonly isCurrent: boolean;
}

/** One paragraph of two versions. */
const ChangedRow = memo(function ChangedRow({ row, columns, isCurrent }: ChangedRowProps) {
  const note = useNote(row);
  const { kind, before, after, inline } = row;
  if (columns)
    return (
      <div className={`changes-row ${kind}`} data-current={isCurrent || undefined}>
        <Cell side={before} note={after === null ? note : null} tag="del" />
        <Cell side={after} note={before === null ? note : null} tag="ins" />
      </div>
    );
  const number = after?.number ?? before?.number;
  return (
    <div className={`changes-row ${kind}`} data-current={isCurrent || undefined}>
      <div className="changes-cell">
        <span className="changes-number">{number}</span>
        <p>
          {note}
          <Pieces pieces={inline} />
        </p>
      </div>
    </div>
  );
});

interface CellProps {
  readonly side: ComparedRow["before"];
  readonly note: ReactNode;
  readonly tag: "del" | "ins";
}

function Cell({ side, note, tag }: CellProps) {
  if (!side) return <div className="changes-cell" />;
  return (
    <div className="changes-cell">
      <span className="changes-number">{side.number}</span>
      <p>
        {note}
        <Pieces
          pieces={side.pieces.map(
            ({ text, kind }: Piece): TextPiece => ({
              text,
              kind: kind === "gone" ? (tag === "del" ? "removed" : "added") : kind,
            }),
          )}
        />
      </p>
    </div>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return numbered(pieces).map(({ key, item }) => <PieceOfText key={key} {...item} />);
}

function PieceOfText({ text, kind }: TextPiece) {
  const words = <OutsideText>{text}</OutsideText>;
  if (kind === "removed") return <del>{words}</del>;
  if (kind === "added") return <ins>{words}</ins>;
  return kind === "written" ? <span className="changes-written">{words}</span> : words;
}

/** What became of a paragraph that has no partner beside it. */
function useNote({ kind, elsewhere = 0 }: ComparedRow): ReactNode {
  const { say } = useWords();
  switch (kind) {
    case "left":
      return <Note look="moved">{say("changes.moved-to", { number: elsewhere })}</Note>;
    case "moved":
      return <Note look="moved">{say("changes.moved-from", { number: elsewhere })}</Note>;
    case "removed":
      return <Note look="out">{say("changes.paragraph-gone")}</Note>;
    case "added":
      return <Note look="in">{say("changes.paragraph-new")}</Note>;
    default:
      return null;
  }
}

const Note = ({ look, children }: { readonly look: string; readonly children: ReactNode }) => (
  <span className={`changes-note ${look}`}>{children} </span>
);
