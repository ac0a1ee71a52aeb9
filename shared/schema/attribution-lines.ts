// The JSON lines in which attributions are measured and handed over: an article a line. Offsets are UTF-16 code units of the
// article's text, end exclusive.
import { z } from "zod";

const range = z
  .tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
  .refine(([start, end]) => start <= end)
  .readonly();
const ranges = z.array(range).max(10_000).readonly();

const attribution = z
  .object({
    source: ranges.nullish(),
    cue: ranges.nullish(),
    content: ranges.nullish(),
    type: z.string().nullish(),
  })
  .readonly();

const id = z.string().min(1);

/** A line to be read for suggestions. */
export const textLine = z.object({ id, text: z.string() });

/** A line of predicted attributions; what else stands in it is passed over. */
export const predictedLine = z.object({ id, attributions: z.array(attribution).readonly() }).readonly();

/** A line of attributions that somebody holds to be right, with the text they speak of. */
export const goldLine = z
  .object({ id, text: z.string(), attributions: z.array(attribution).readonly() })
  .readonly();

export type LineAttribution = z.infer<typeof attribution>;
export type PredictedLine = z.infer<typeof predictedLine>;
export type GoldLine = z.infer<typeof goldLine>;
export type LineRange = z.infer<typeof range>;
