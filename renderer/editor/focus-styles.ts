// The style sheets of what moves fast: the focus and the layer under the pointer. A few rules that name the spans in
// question, so that neither touches the document, its decorations or the selection.
import type { Focus } from "../../shared/commands/command.ts";
import type { AnnotationSet, Annotations } from "../../shared/model/annotation-set.ts";
import type { Id } from "../../shared/model/id.ts";
import { get } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import type { Words } from "../../shared/words/say.ts";
import { roleName, slotName } from "../../shared/words/tagset-words.ts";
import { beginClass, endClass, laneCount, placeClass, placeName, spanClass } from "./mark-classes.ts";
import { typeColour } from "./mark-styles.ts";

/** Every place a span can be drawn in: the ground and the lanes. */
const places = [null, ...Array.from({ length: laneCount }, (_, lane) => lane)];

/** A span of the card in focus, with what it is there. */
interface Part {
  readonly id: Id;
  readonly slot: string;
}

/** Rules for the focus: its card's parts stand out and are named, all else steps back, the span gets a ring. */
export function focusStyles(
  focus: Focus,
  { set }: Annotations,
  tagset: Tagset,
  { tell }: Pick<Words, "tell">,
): string {
  const card = focus.card === null ? undefined : get(set.attributions, focus.card);
  const nameOf = (id: string): string => {
    const slot = tagset.slots.find((one) => one.id === id);
    return slot ? tell(slotName(slot)) : id;
  };
  const roleOf = (id: string): string => {
    const role = tagset.viaRoles.find((one) => one.id === id);
    return role ? tell(roleName(role)) : id;
  };
  const parts: Part[] = card
    ? [
        ...card.voice.map((id) => ({ id, slot: nameOf("voice") })),
        ...(card.cue === null ? [] : [{ id: card.cue, slot: nameOf("cue") }]),
        ...(card.claim === null ? [] : [{ id: card.claim, slot: nameOf("claim") }]),
        ...card.via.map(({ span, role }) => ({ id: span, slot: roleOf(role) })),
      ]
    : [];
  const kept = [...parts.map(({ id }) => id), ...(focus.span === null ? [] : [focus.span])];
  return [
    ...(parts.length > 0 ? [".article .mark{--strength:0.4}"] : []),
    ...(parts.length > 0 ? kept.map(full) : []),
    ...parts.map(({ id, slot }) => label([id], slot, colourOf(id, { set }, tagset))),
    ...pairsThatBeginTogether(parts, set).map(([a, b]) =>
      label([a.id, b.id], `${a.slot}, ${b.slot}`, colourOf(a.id, { set }, tagset)),
    ),
    ...(focus.span === null ? [] : [ring(focus.span)]),
  ].join("\n");
}

/** Rules for the span under the pointer: all its segments are washed in its colour, the layers over them step back. */
export function hoverStyles(span: Id | null, annotations: Pick<Annotations, "set">, tagset: Tagset): string {
  if (span === null) return "";
  const wash = `color-mix(in srgb,${colourOf(span, annotations, tagset)} 16%,transparent)`;
  return [
    `.article .${spanClass(span)}{--strength:0.3;${places.map((lane) => `--strength-${placeName(lane)}:initial`).join(";")};background-color:${wash}}`,
    full(span),
  ].join("\n");
}

function colourOf(id: Id, { set }: Pick<Annotations, "set">, tagset: Tagset): string {
  const type = get(set.spans, id)?.type;
  const index = tagset.spanTypes.findIndex((spanType) => spanType.id === type);
  return index === -1 ? "currentColor" : `var(${typeColour(index)})`;
}

/** Draws a span at full strength, in whichever place it is drawn. */
function full(id: Id): string {
  return places
    .map((lane) => `.article .${placeClass(id, lane)}{--strength-${placeName(lane)}:1}`)
    .join("\n");
}

/** One closed outline around each segment, open where it goes on in the next line or another element. */
function ring(id: Id): string {
  const [part, begin, end] = [spanClass(id), beginClass(id), endClass(id)];
  return [
    `.article .${part}{box-shadow:var(--ring-middle)}`,
    `.article .${begin}{--ring-begin:var(--ring-begin-edge);border-start-start-radius:3px;border-end-start-radius:3px}`,
    `.article .${end}{--ring-end:var(--ring-end-edge);border-start-end-radius:3px;border-end-end-radius:3px}`,
  ].join("\n");
}

/** Names what begins at an element at which segments of all these spans begin. */
function label(ids: readonly Id[], slot: string, colour: string): string {
  const begins = ids.map((id) => `.${beginClass(id)}`).join("");
  return `.article ${begins}::before{content:${cssString(slot)};--label-colour:${colour}}`;
}

/** Two parts that begin at one character share one label there. */
function pairsThatBeginTogether(parts: readonly Part[], set: AnnotationSet): [Part, Part][] {
  const starts = parts.map(({ id }) => get(set.spans, id)?.segments.map(({ start }) => start) ?? []);
  return parts.flatMap((a, at) =>
    parts
      .slice(at + 1)
      .filter(
        (b, after) => b.id !== a.id && starts[at]?.some((start) => starts[at + 1 + after]?.includes(start)),
      )
      .map((b): [Part, Part] => [a, b]),
  );
}

/** A CSS string literal: every character that could end it is written as its code. */
export function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}
