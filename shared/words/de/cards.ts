// German words of cards and their fields.
import type { cards as english } from "../en/cards.ts";
import type { Translated } from "../translated.ts";

export const cards = {} as const satisfies Translated<typeof english>;
