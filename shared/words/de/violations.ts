// German words of the laws of the annotations that data can break.
import type { violations as english } from "../en/violations.ts";
import type { Translated } from "../translated.ts";

export const violations = {} as const satisfies Translated<typeof english>;
