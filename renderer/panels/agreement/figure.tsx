// Figures: a number that opens its disagreements, or the word that it is undefined, with the reason; its interval; and tables of them.
import type { ReactNode } from "react";
import type { Figure as Measured } from "../../../shared/agreement/measure.ts";
import type { PooledFigure } from "../../../shared/review/agreement/figures.ts";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly figure: Pick<Measured, "value" | "note">;
  /** What pressing it does, in a sentence with the value. */
  readonly label: (value: string) => string;
  readonly isOpen?: boolean;
  onOpen(): void;
}

export function Figure({ figure: { value, note }, label, isOpen = false, onOpen }: Props) {
  const { say, tell, figure } = useWords();
  if (value === null)
    return (
      <span className="quiet figure-undefined" title={note && tell(note)}>
        {say("measuring.undefined")}
      </span>
    );
  const figureText = figure(value);
  return (
    <button
      type="button"
      className="figure-door"
      aria-label={label(figureText)}
      aria-pressed={isOpen}
      onClick={onOpen}
    >
      {figureText}
    </button>
  );
}

/** The interval of a figure; nothing for an undefined one. */
export function Interval({ of: { value, interval } }: { readonly of: PooledFigure }) {
  const { say, figure } = useWords();
  if (interval) return say("measuring.interval-of", { low: figure(interval[0]), high: figure(interval[1]) });
  return value === null ? null : (
    <span title={say("measuring.no-interval-why")}>{say("measuring.no-interval")}</span>
  );
}

interface TableProps {
  /** The heads: `number` for one over numbers, `null` for a column of pictures. */
  readonly heads: readonly (string | { readonly number: string } | null)[];
  /** The rows. */
  readonly children: ReactNode;
}

export function FiguresTable({ heads, children }: TableProps) {
  return (
    <div className="table-scroll">
      <table className="figures">
        <thead>
          <tr>
            {heads.map((head) => {
              if (head === null) return <td key="" />;
              const isText = typeof head === "string";
              const name = isText ? head : head.number;
              return (
                <th key={name} scope="col" className={isText ? undefined : "number"}>
                  {name}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
