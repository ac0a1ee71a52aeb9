// German words of what a person can do: titles and groups, in the list of keys, the palette and the menu.
import type { actions as english } from "../en/actions.ts";
import type { Translated } from "../translated.ts";

export const actions = {} as const satisfies Translated<typeof english>;
