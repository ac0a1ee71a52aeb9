// German words of what went wrong, and what to do.
import type { problems as english } from "../en/problems.ts";
import type { Translated } from "../translated.ts";

export const problems = {} as const satisfies Translated<typeof english>;
