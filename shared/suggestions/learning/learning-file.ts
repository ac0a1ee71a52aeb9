// The schema of the file that keeps what suggestions have learned. It comes from a project, so it is outside input.
import { z } from "zod";
import type { LearnedState, LearningFile, LearningGate } from "./learned.ts";

const count = z.number().int().min(0);
const proof = { right: count, all: count };
const words = z.string().min(1).max(200);
const weight = z.number().min(-20).max(20);
const most = 500;

const part = z.enum(["voice", "cue", "claim"]);
const percent = z.number().min(0).max(100);
const figures = z.strictObject({ exact: percent, overlap: percent });

const gate: z.ZodType<LearningGate> = z.strictObject({
  articles: count,
  cards: count,
  before: figures,
  after: figures,
  better: count,
  worse: count,
  passed: z.boolean(),
});

const state: z.ZodType<LearnedState> = z.strictObject({
  at: z.iso.datetime(),
  learned: z.strictObject({
    verbs: z
      .array(z.strictObject({ lemma: words, forms: z.array(words).max(40), like: words, ...proof }))
      .max(most),
    patterns: z
      .array(
        z.strictObject({
          order: z.tuple([part, part, part]).refine((order) => new Set(order).size === order.length),
          cue: words,
          between: z.tuple([z.string().max(20), z.string().max(20)]),
          ...proof,
        }),
      )
      .max(most),
    names: z.array(z.strictObject({ name: words, ...proof })).max(most),
    weights: z.strictObject({
      slope: weight,
      bias: weight,
      rules: z.record(words, weight),
      cues: z.record(words, weight),
    }),
  }),
  gate,
});

export const learningFile: z.ZodType<LearningFile> = z.looseObject({
  format: z.literal("sayso-learned-suggestions"),
  on: z.boolean(),
  used: state.nullable(),
  before: z.array(state.nullable()).max(20),
  last: z.strictObject({ at: z.iso.datetime(), gate }).nullable(),
});
