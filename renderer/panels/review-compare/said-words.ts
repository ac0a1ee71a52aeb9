// An annotator's answers about a span or card, in the words of the article, the tagset and the registry.

import { cardWords } from "../../../shared/model/card-words.ts";
import { entityBehind } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { overlaps, type Range } from "../../../shared/model/range.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { ComparedGroup } from "../../../shared/review/comparison.ts";
import type { Difference } from "../../../shared/review/difference.ts";
import { type Message, message, type Text } from "../../../shared/words/message.ts";
import { choiceName, fieldName, typeName } from "../../../shared/words/tagset-words.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";

/** A piece of a quote; `apart`: not everybody has it. `around`: it stands before or after and is not marked. */
interface QuotePart {
  readonly text: string;
  readonly how: "shared" | "apart" | "around" | "gap";
}

export type SaidWords =
  | { readonly kind: "words"; readonly text: Text }
  | { readonly kind: "quote"; readonly parts: readonly QuotePart[] }
  /** There is nothing to be said of, since they do not have it. */
  | { readonly kind: "none" };

export const aspectName = (
  { aspect, field }: Pick<Difference, "aspect" | "field">,
  tagset: Tagset,
): Message => {
  if (aspect !== "field") return message(`compare.aspect-${aspect}`);
  const cardField = tagset.fields.find(({ id }) => id === field);
  return message("compare.aspect-field", { field: cardField ? fieldName(cardField) : (field ?? "") });
};

export function saidWords(
  review: ComparedReview,
  tagset: Tagset,
  group: ComparedGroup,
  { aspect, field, said, classes }: Difference,
  column: number,
): SaidWords {
  const value = said[column] ?? null;
  const words = (text: Text): SaidWords => ({ kind: "words", text });
  if (aspect === "missing") return words(message(value === true ? "compare.has-it" : "compare.lacks-it"));
  if (classes[column] === null) return { kind: "none" };
  if (Array.isArray(value)) {
    const ranges = value as readonly Range[];
    if (ranges.length === 0) return words(message("compare.nothing-there"));
    const everybody = said.flatMap((one) => (Array.isArray(one) ? [one as readonly Range[]] : []));
    return { kind: "quote", parts: quoteParts(review.text.text, ranges, everybody) };
  }
  if (aspect === "type") {
    const type = tagset.spanTypes.find(({ id }) => id === value);
    return words(type ? typeName(type) : String(value));
  }
  if (aspect === "kind")
    return words(
      value === "direct" || value === "indirect" || value === "mixed"
        ? message(`cards.kind-${value}`)
        : message("ui.not-said"),
    );
  if (aspect === "entity")
    return words(
      typeof value === "string"
        ? (entityBehind(review.entities, value)?.name ?? message("compare.unknown-entity"))
        : message("cards.nobody"),
    );
  if (aspect === "about")
    return words(
      typeof value === "string" ? namesOf(review, value.split(" ")) : message("compare.about-nobody"),
    );
  if (aspect === "nesting")
    return words(
      typeof value === "string" ? enclosing(review, value, column) : message("compare.within-none"),
    );
  const cardField = tagset.fields.find(({ id }) => id === field);
  const choice = cardField?.input === "choice" ? cardField.choices.find(({ id }) => id === value) : undefined;
  if (cardField && choice) return words(choiceName(cardField, choice));
  if (typeof value === "boolean") return words(message(value ? "cards.yes" : "cards.no"));
  return words(value === null || group.members[column] == null ? message("ui.not-said") : String(value));
}

/** The names of entities, as a text that any language lists with commas. */
const namesOf = ({ entities }: ComparedReview, ids: readonly string[]): string =>
  ids.flatMap((id) => entityBehind(entities, id)?.name ?? []).join(", ");

function enclosing({ sets, entities }: ComparedReview, id: Id, column: number): Text {
  const annotationSet = sets[column]?.set;
  const card = annotationSet && get(annotationSet.attributions, id);
  return card ? cardWords(card, { set: annotationSet, entities }) : message("compare.within-unknown");
}

/** Code units of a quote that are shown at each of its ends, and of what stands around it. */
const shownEnd = 110;
const shownAround = 28;

/** A quote with what stands around it, in which what not everybody has is told apart. */
export function quoteParts(
  text: string,
  ranges: readonly Range[],
  everybody: readonly (readonly Range[])[],
): readonly QuotePart[] {
  const isShared = (range: Range): boolean =>
    everybody.every((others) => others.some((other) => overlaps(other, range)));
  const edges = everybody.flat().flatMap(({ start, end }) => [start, end]);
  const parts: QuotePart[] = [];
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last) return [];
  parts.push({ text: contextBefore(text, first.start), how: "around" });
  for (const [at, range] of ranges.entries()) {
    if (at > 0) parts.push({ text: " … ", how: "gap" });
    const cuts = [...new Set([range.start, ...edges, range.end])]
      .filter((edge) => edge >= range.start && edge <= range.end)
      .sort((a, b) => a - b);
    for (const [number, start] of cuts.entries()) {
      const end = cuts[number + 1];
      if (end === undefined) continue;
      parts.push({
        text: shortened(text.slice(start, end)),
        how: isShared({ start, end }) ? "shared" : "apart",
      });
    }
  }
  parts.push({ text: contextAfter(text, last.end), how: "around" });
  return parts.filter((part) => part.text !== "");
}

/** Some whole words of the same line before an offset. */
function contextBefore(text: string, offset: number): string {
  const from = Math.max(0, offset - shownAround);
  const line = text.slice(from, offset).replace(/^[\s\S]*[\r\n]/u, "");
  return from === 0 || line.length < offset - from ? line : line.replace(/^\S*\s/u, "");
}

function contextAfter(text: string, offset: number): string {
  const to = Math.min(text.length, offset + shownAround);
  const line = text.slice(offset, to).replace(/[\r\n][\s\S]*$/u, "");
  return to === text.length || line.length < to - offset ? line : line.replace(/\s\S*$/u, "");
}

const shortened = (text: string): string =>
  text.length <= 2 * shownEnd + 20 ? text : `${text.slice(0, shownEnd)} … ${text.slice(-shownEnd)}`;

/** What a group is about, in the article's words: those of the first who has it. */
export function groupWords({ sets, entities, text }: ComparedReview, group: ComparedGroup): string {
  for (const [column, id] of group.members.entries()) {
    const annotationSet = sets[column]?.set;
    if (id === null || !annotationSet) continue;
    if (group.kind === "span") {
      const span = get(annotationSet.spans, id);
      if (span) return spanText(span).slice(0, 300);
    } else {
      const card = get(annotationSet.attributions, id);
      if (card) return cardWords(card, { set: annotationSet, entities });
    }
  }
  return group.place
    ? text.text.slice(group.place.start, Math.min(group.place.end, group.place.start + 300))
    : "";
}

/** What is marked: the type of its span, by most who have it; `null` for a card. */
export function typeOfGroup(
  { sets }: Pick<ComparedReview, "sets">,
  { kind, members }: ComparedGroup,
): string | null {
  if (kind === "card") return null;
  for (const [column, id] of members.entries()) {
    const annotationSet = sets[column]?.set;
    const span = id !== null && annotationSet ? get(annotationSet.spans, id) : undefined;
    if (span) return span.type;
  }
  return null;
}
