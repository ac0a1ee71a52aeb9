// The focus as it shows in the text: the parts of its card are named and stand out from all else, its span gets a ring. It is a matter of
// classes on the elements of those spans, not of rules that name them: a browser that is given other rules looks through the whole page
// for what they fit.
import type { Focus } from "../../shared/commands/command.ts";
import type { Annotations } from "../../shared/model/annotation-set.ts";
import type { Id } from "../../shared/model/id.ts";
import { get } from "../../shared/model/table.ts";
import type { Tagset } from "../../shared/model/tagset.ts";
import type { Words } from "../../shared/words/say.ts";
import { roleName, slotName } from "../../shared/words/tagset-words.ts";
import { fullClass, labelClass } from "./mark-styles.ts";
import type { DrawnStretch, Layer } from "./stretches.ts";

interface FocusMark {
  /** The slots of the card in focus that the span fills; empty for the span in focus outside of it. */
  readonly slots: readonly string[];
  /** All else steps back, so this one is told to stay. */
  readonly full: boolean;
  readonly ring: boolean;
}

/** By span. None has a mark where nothing has the focus. */
export type FocusMarks = ReadonlyMap<Id, FocusMark>;

export const noFocusMarks: FocusMarks = new Map();

export function focusMarks(
  focus: Focus,
  { set }: Pick<Annotations, "set">,
  tagset: Tagset,
  { tell }: Pick<Words, "tell">,
): FocusMarks {
  const card = focus.card === null ? undefined : get(set.attributions, focus.card);
  const nameOf = (id: string): string => {
    const slot = tagset.slots.find((one) => one.id === id);
    return slot ? tell(slotName(slot)) : id;
  };
  const roleOf = (id: string): string => {
    const role = tagset.viaRoles.find((one) => one.id === id);
    return role ? tell(roleName(role)) : id;
  };
  const marks = new Map<Id, FocusMark>();
  const addMark = (id: Id, slot: string): void => {
    marks.set(id, { slots: [...(marks.get(id)?.slots ?? []), slot], full: true, ring: focus.span === id });
  };
  for (const id of card?.voice ?? []) addMark(id, nameOf("voice"));
  if (card && card.cue !== null) addMark(card.cue, nameOf("cue"));
  if (card && card.claim !== null) addMark(card.claim, nameOf("claim"));
  for (const { span, role } of card?.via ?? []) addMark(span, roleOf(role));
  if (focus.span !== null && !marks.has(focus.span))
    marks.set(focus.span, { slots: [], full: marks.size > 0, ring: true });
  return marks;
}

/** Whether anything steps back for a card in focus. */
export const stepsBack = (marks: FocusMarks): boolean => [...marks.values()].some(({ full }) => full);

/** The spans that are drawn differently under the one and the other. */
export function spansRedrawn(before: FocusMarks, after: FocusMarks): Id[] {
  const isSame = (id: Id): boolean => {
    const [a, b] = [before.get(id), after.get(id)];
    return a?.ring === b?.ring && a?.full === b?.full && a?.slots.join("\n") === b?.slots.join("\n");
  };
  return [...new Set([...before.keys(), ...after.keys()])].filter((id) => !isSame(id));
}

/** A label over words of a paragraph, by offsets in UTF-16 code units. */
export interface Label {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Pixels that a character of the article takes at least, on average, and one of a label at most. */
const [textCharacter, labelCharacter] = [6, 6];
/** Pixels around a label, and between two. */
const [labelPadding, labelGap] = [6, 3];
/** Pixels by which a label may begin before its words: so many are left beside the text. */
const mostBefore = 20;

export const labelWidth = (text: string): number => text.length * labelCharacter + labelPadding;

/**
 * Pixels by which each label is moved from where its words begin, so that it reaches into no other: over shorter words it begins before
 * them where there is room, and those behind it move on. In the order of the text.
 */
export function labelShifts(labels: readonly Label[]): readonly number[] {
  let free = Number.NEGATIVE_INFINITY;
  return labels.map(({ start, end, text }) => {
    const wordsAt = start * textCharacter;
    const excess = Math.max(0, labelWidth(text) - (end - start) * textCharacter);
    const at = Math.max(free, wordsAt - Math.min(excess, mostBefore));
    free = at + labelWidth(text) + labelGap;
    return at - wordsAt;
  });
}

interface FocusAttributes {
  readonly classes: readonly string[];
  /** Of what begins there; `null` where nothing does. */
  readonly label: string | null;
}

/** What the focus adds to the element of a stretch. What is proposed is named for its slot, by `ghostNames`. */
export function focusAttributes(
  { layers }: Pick<DrawnStretch, "layers">,
  marks: FocusMarks,
  ghostNames: ReadonlyMap<Id, string>,
): FocusAttributes {
  const ghostLabel = ghostAttributes(
    layers.find(({ id, first }) => first && ghostNames.has(id)),
    ghostNames,
  );
  if (marks.size === 0) return ghostLabel;
  const markedLayers = layers.flatMap((layer) => {
    const mark = marks.get(layer.id);
    return mark ? { ...layer, mark } : [];
  });
  const ringed = markedLayers.find(({ mark }) => mark.ring);
  const order = [...marks.keys()];
  const named = markedLayers
    .filter(({ first, mark }) => first && mark.slots.length > 0)
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return {
    classes: [
      ...markedLayers.filter(({ mark }) => mark.full).map(({ lane }) => fullClass(lane)),
      ...(ringed
        ? ["ring", ...(ringed.first ? ["ring-begins"] : []), ...(ringed.last ? ["ring-ends"] : [])]
        : []),
      ...(named[0] ? [labelClass(named[0].type)] : ghostLabel.classes),
    ],
    label: named.length === 0 ? ghostLabel.label : named.flatMap(({ mark }) => mark.slots).join(", "),
  };
}

const ghostAttributes = (ghost: Layer | undefined, ghostNames: ReadonlyMap<Id, string>): FocusAttributes => ({
  classes: ghost ? [labelClass(ghost.type)] : [],
  label: (ghost && ghostNames.get(ghost.id)) ?? null,
});
