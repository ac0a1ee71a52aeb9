// Notes and flags of cards: what annotators write beside what is compared. No card is another one because of them, in no figure and
// no count; but they come along with the card that is taken, so whoever decides is shown where they differ.
import type { Attribution } from "../model/attribution.ts";
import { sameValue } from "../model/same-value.ts";
import { get } from "../model/table.ts";
import type { ComparedGroup } from "./comparison.ts";
import type { Review } from "./decide/review.ts";

/** In the order in which they are shown. */
const noteAspects = ["note", "flags"] as const;
export type NoteAspect = (typeof noteAspects)[number];

type CardNote = Pick<Attribution, NoteAspect>;

/** By number of the annotator; `null` for one who lacks the card. Empty for a group of spans. */
export function notesOf({ sets }: Pick<Review, "sets">, group: ComparedGroup): readonly (CardNote | null)[] {
  if (group.kind !== "card") return [];
  return group.members.map((id, at) => {
    const annotationSet = sets[at]?.set;
    const card = id !== null && annotationSet ? get(annotationSet.attributions, id) : undefined;
    return card ? { note: card.note, flags: card.flags } : null;
  });
}

/** In which of the two those who have the card differ; the order of flags means nothing. */
export function notesDiffering(review: Pick<Review, "sets">, group: ComparedGroup): readonly NoteAspect[] {
  const [first, ...others] = notesOf(review, group).filter((one) => one !== null);
  if (!first) return [];
  const saidIn = (one: CardNote, aspect: NoteAspect): unknown =>
    aspect === "note" ? one.note : [...one.flags].sort();
  return noteAspects.filter((aspect) =>
    others.some((one) => !sameValue(saidIn(one, aspect), saidIn(first, aspect))),
  );
}

/** `union`: all notes, one below the other, and all flags; `intersection`: what all of them have. */
export function notesTogether(all: readonly CardNote[], how: "union" | "intersection"): CardNote {
  const [first, ...others] = all;
  if (!first) return { note: "", flags: [] };
  if (how === "union")
    return {
      note: [...new Set(all.map(({ note }) => note).filter((note) => note !== ""))].join("\n\n"),
      flags: [...new Set(all.flatMap(({ flags }) => flags))],
    };
  return {
    note: others.every(({ note }) => note === first.note) ? first.note : "",
    flags: first.flags.filter((flag) => others.every(({ flags }) => flags.includes(flag))),
  };
}
