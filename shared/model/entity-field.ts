// Fields of a project's own on its entities, such as gender or party: what the tagset asks, and what was answered. An answer that its field
// does not take (any more) stays where it is and counts as unknown, so that taking a field away loses nothing.
import { isPlainDate } from "./article-about.ts";
import type { Entity, EntityValue } from "./entity.ts";
import type { EntityGroup } from "./entity-groups.ts";
import { foldedName } from "./folded-name.ts";
import { sameValue } from "./same-value.ts";
import type { EntityField, Tagset } from "./tagset.ts";

/** What is entered, without who entered it. */
export type EntityAnswer = { readonly value: string | number } | { readonly declined: true };

/** What stands for "declined to say" where a value is typed or stands in a table, in each language. The first is what is written. */
const declinedWords = ["declined to say", "keine angabe gewünscht"] as const;

export const entityFieldsOf = ({ entityFields = [] }: Pick<Tagset, "entityFields">): readonly EntityField[] =>
  entityFields;

/** The answer without who gave it. */
export const answerOf = (answer: EntityAnswer): EntityAnswer =>
  "declined" in answer ? { declined: true } : { value: answer.value };

/** Whether the field takes the answer. Each field takes "declined to say". */
export function isAnswerOf(field: EntityField, answer: EntityAnswer): boolean {
  if ("declined" in answer) return true;
  const { value } = answer;
  if (field.kind === "number") return typeof value === "number";
  if (typeof value !== "string") return false;
  if (field.kind === "choice") return field.choices.some(({ id }) => id === value);
  return field.kind === "date" ? isPlainDate(value) : value.trim() !== "";
}

/** What the field takes words as; `null` where it does not take them. Choices are known by their names, or by their ids. */
export function answerIn(field: EntityField, words: string): EntityAnswer | null {
  const said = words.trim();
  if (declinedWords.some((one) => one === foldedName(said))) return { declined: true };
  const value = valueIn(field, said);
  return value !== undefined && isAnswerOf(field, { value }) ? { value } : null;
}

function valueIn(field: EntityField, said: string): string | number | undefined {
  if (field.kind === "number")
    return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?$/iu.test(said) && Number.isFinite(Number(said))
      ? Number(said)
      : undefined;
  if (field.kind !== "choice") return said;
  const named = field.choices.find(({ name }) => foldedName(name) === foldedName(said));
  return (named ?? field.choices.find(({ id }) => id === said))?.id;
}

/** The words for an answer, which `answerIn` takes for the same; what the field does not take (any more) as it stands. */
export function wordsOfAnswer(field: EntityField | undefined, answer: EntityAnswer): string {
  if ("declined" in answer) return declinedWords[0];
  const choices = field?.kind === "choice" ? field.choices : [];
  return choices.find(({ id }) => id === answer.value)?.name ?? String(answer.value);
}

/** What stands in the field of one record of the registry, whether the field takes it or not. */
export const enteredIn = ({ fields = {} }: Pick<Entity, "fields">, field: string): EntityValue | undefined =>
  Object.hasOwn(fields, field) ? fields[field] : undefined;

/**
 * What is known of an entity: what was entered on itself, else on those that were merged into it, where they all say the same. `undefined`:
 * nothing that the field takes. `differing`: what else was entered on those merged, for people to see.
 */
export function knownIn(
  { entity, merged }: EntityGroup,
  field: EntityField,
): { readonly known: EntityValue | undefined; readonly differing: readonly EntityValue[] } {
  const [own, ...others] = [entity, ...merged].map((one) => {
    const entered = enteredIn(one, field.id);
    return entered && isAnswerOf(field, entered) ? entered : undefined;
  });
  const entered = others.filter((one) => one !== undefined);
  const isOther = (one: EntityValue, than: EntityValue): boolean => !sameValue(answerOf(one), answerOf(than));
  const [first] = entered;
  const known = own ?? (first && entered.some((one) => isOther(one, first)) ? undefined : first);
  return { known, differing: entered.filter((one) => known === undefined || isOther(one, known)) };
}
