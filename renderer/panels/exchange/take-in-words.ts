// How a take-in's preview is told: whether it would do anything, its sets article by article, and the names of what differs.
import type { TakeInPlanned, TakeInRow } from "../../../shared/api/take-in.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { isKey } from "../../../shared/words/keys.ts";
import { message, type Text } from "../../../shared/words/message.ts";
import * as tagsetWords from "../../../shared/words/tagset-words.ts";
import type { Looked } from "../../state/exchange.ts";

export const changesAnything = (seen: Looked | null): boolean =>
  seen?.ok === true &&
  (seen.rows.some(({ outcome }) => outcome === "new" || outcome === "newer" || outcome === "own") ||
    seen.assignments > 0 ||
    seen.missing.some(({ isBrought }) => isBrought));

export interface ArticleRows {
  /** The article's id in the file. */
  readonly cameAs: string;
  readonly title: string;
  readonly rows: readonly TakeInRow[];
  /** Whether its text is that of no article here, so that somebody may say which one it is. */
  readonly isMissing: boolean;
}

/** In the order of the file, also those without sets that would come along. `placed`: those that somebody has placed. */
export function byArticle(
  { rows, missing }: Pick<TakeInPlanned, "rows" | "missing">,
  placed: ReadonlySet<string>,
): readonly ArticleRows[] {
  const ids = new Set([...rows.map(({ cameAs }) => cameAs), ...missing.map(({ id }) => id)]);
  return Array.from(ids, (cameAs) => {
    const own = rows.filter((row) => row.cameAs === cameAs);
    const gone = missing.find(({ id }) => id === cameAs);
    return {
      cameAs,
      title: gone?.title ?? own[0]?.title ?? cameAs,
      rows: own,
      isMissing: gone !== undefined || placed.has(cameAs),
    };
  });
}

/** What a field of a record is called: by the tagset where it is one of a card's. */
export function fieldName(name: string, tagset: Tagset): Text {
  const field = tagset.fields.find(({ id }) => `fields.${id}` === name);
  if (field) return tagsetWords.fieldName(field);
  const key = `handover.field-${name}`;
  return isKey(key) ? { key, values: {} } : name;
}

/** A value as people read it: a type and a choice by their names in the tagset. */
export function valueName(name: string, value: string, tagset: Tagset): Text {
  if (value === "") return message("handover.nothing");
  const type = name === "type" ? tagset.spanTypes.find(({ id }) => id === value) : undefined;
  if (type) return tagsetWords.typeName(type);
  const field = tagset.fields.find(({ id }) => `fields.${id}` === name);
  const choice = field?.input === "choice" ? field.choices.find(({ id }) => id === value) : undefined;
  return field && choice ? tagsetWords.choiceName(field, choice) : value;
}
