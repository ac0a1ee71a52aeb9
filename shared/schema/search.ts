// The schema of what is looked for.
import { z } from "zod";
import { longestQuery, mostTexts, type Query } from "../search/query.ts";

const words = z.string().min(1).max(longestQuery);

export const query: z.ZodType<Query> = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("plain"),
    any: z.array(words).min(1).max(mostTexts),
    wholeWords: z.boolean(),
    matchCase: z.boolean(),
    ignoreAccents: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("pattern"),
    pattern: words,
    wholeWords: z.boolean(),
    matchCase: z.boolean(),
  }),
]);
