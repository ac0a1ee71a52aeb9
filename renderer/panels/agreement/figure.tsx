// Figures: a number that opens its disagreements, or the word that it is undefined, with the reason; its interval; and tables of them.
import type { ReactNode } from "react";
import { continuumMeasures, ratingMeasures } from "../../../shared/agreement/index.ts";
import type { Measure, Figure as Measured } from "../../../shared/agreement/measure.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { nothing, type QuestionId } from "../../../shared/review/agreement/answers.ts";
import type { DisputeFilter } from "../../../shared/review/agreement/disputed.ts";
import type { PooledFigure } from "../../../shared/review/agreement/figures.ts";
import type { MeasuredBy, QuestionReport } from "../../../shared/review/agreement/report.ts";
import { message, type Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, typeName } from "../../../shared/words/tagset-words.ts";
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

// The words of the agreement page for questions, for measures, and for what annotators say.

export function questionName(question: QuestionId, tagset: Tagset): Text {
  if (isOfField(question)) {
    const id = question.slice("field:".length);
    const field = tagset.fields.find((one) => one.id === id);
    return message("measuring.question-field", { field: field ? fieldName(field) : id });
  }
  return message(`measuring.question-${question}`);
}

const isOfField = (question: QuestionId): question is `field:${string}` => question.startsWith("field:");

/** Throws a `RangeError` for a measure that there is not. */
export function measureOf(question: QuestionId, id: string): Measure {
  const measures: readonly Measure[] = question === "marks" ? continuumMeasures : ratingMeasures;
  const measure = measures.find((one) => one.id === id);
  if (!measure) throw new RangeError(`There is no measure ${id}.`);
  return measure;
}

const headlines = ["span-f1-strict", "alpha-nominal", "observed"];

/** The measure by which a question is shown in a line. */
export const headlineOf = ({ measures }: QuestionReport): MeasuredBy | undefined =>
  headlines.map((id) => measures.find(({ measure }) => measure === id)).find((one) => one !== undefined) ??
  measures[0];

/** What somebody says, in words; `null`: they have no such unit. */
export function saidName(question: QuestionId, said: string | null, tagset: Tagset): Text {
  if (said === null) return message("measuring.no-unit");
  if (said === nothing) return message("ui.not-said");
  if (question === "type") {
    const type = tagset.spanTypes.find(({ id }) => id === said);
    return type ? typeName(type) : said;
  }
  if (question === "kind" && (said === "direct" || said === "indirect" || said === "mixed"))
    return message(`cards.kind-${said}`);
  const field = tagset.fields.find(({ id }) => `field:${id}` === question);
  if (field?.input === "switch") return message(said === "true" ? "cards.yes" : "cards.no");
  const choice = field?.input === "choice" ? field.choices.find(({ id }) => id === said) : undefined;
  return field && choice ? choiceName(field, choice) : said;
}

/** Of a cell of the table of confusions. */
export const cellFilter = (
  base: DisputeFilter,
  question: QuestionId,
  pair: readonly [number, number],
  said: readonly [string | null, string | null],
): DisputeFilter => ({
  ...base,
  ...(question === "type" && { aspects: ["type", "missing"] as const }),
  pair,
  said,
});
