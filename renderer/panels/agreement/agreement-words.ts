// The words of the agreement page for questions, for measures, and for what annotators say.
import { continuumMeasures, ratingMeasures } from "../../../shared/agreement/index.ts";
import type { Measure } from "../../../shared/agreement/measure.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { nothing, type QuestionId } from "../../../shared/review/agreement/answers.ts";
import type { DisputeFilter } from "../../../shared/review/agreement/disputed.ts";
import type { MeasuredBy, QuestionReport } from "../../../shared/review/agreement/report.ts";
import { isKey } from "../../../shared/words/keys.ts";
import { message, type Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, typeName } from "../../../shared/words/tagset-words.ts";

export function questionName(question: QuestionId, tagset: Tagset): Text {
  if (question.startsWith("field:")) {
    const id = question.slice("field:".length);
    const field = tagset.fields.find((one) => one.id === id);
    return message("measuring.question-field", { field: field ? fieldName(field) : id });
  }
  const key = `measuring.question-${question}`;
  return isKey(key) ? { key, values: {} } : question;
}

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
