// What the menu at a place of the article offers, in its order: ids of the registry of actions. What is not enabled is left
// out there.
import type { Tagset } from "../../../shared/model/tagset.ts";

const behindMarks = [
  "take-proposal",
  "next-proposal",
  "propose",
  "open-card",
  "link-to-card",
  "move-to-card",
  "take-out-of-card",
  "nest-card",
  "merge-cards",
  "flag-card",
  "choose-entity",
  "add-segment",
  "join-segments",
  "split-span",
  "merge-with-next",
  "merge-with-previous",
  "exclude-selection",
  "history-of-span",
  "history-of-card",
  "delete",
];

/** Marking, which gives the span in focus another type where nothing is selected, comes first. */
export const offeredIn = ({ spanTypes }: Tagset): readonly string[] => [
  ...spanTypes.map(({ id }) => `mark-${id}`),
  ...behindMarks,
];
