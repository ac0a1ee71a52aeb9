// Learning: what suggestions take from the cards that this person made in the project.
import { z } from "zod";
import type { LearnedSuggestions } from "../replies.ts";
import { method, project } from "./method.ts";

export const learningMethods = {
  /** What was learned, and whether suggestions go by it. */
  "learning.get": method<LearnedSuggestions>()(z.strictObject({ project })),
  /**
   * Learns from all articles that this person has worked on, and measures the outcome on articles held out; suggestions go by it from then on
   * where it is better, and stay as they were where it is not. The next call ends it; its answer is `null` then.
   */
  "learning.learn": method<LearnedSuggestions | null>()(z.strictObject({ project })),
  /** Makes suggestions go by what was learned, or by the rules alone; nothing is forgotten. */
  "learning.turn": method<LearnedSuggestions>()(z.strictObject({ project, on: z.boolean() })),
  /** Back to what suggestions went by before something was last learned. */
  "learning.undo": method<LearnedSuggestions>()(z.strictObject({ project })),
} as const;
