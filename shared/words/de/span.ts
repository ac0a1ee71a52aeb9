// German words of the span in focus and its entity.
import type { span as english } from "../en/span.ts";
import type { Translated } from "../translated.ts";

export const span = {} as const satisfies Translated<typeof english>;
