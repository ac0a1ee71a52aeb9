// German words of the visible history of undo.
import type { history as english } from "../en/history.ts";
import type { Translated } from "../translated.ts";

export const history = {} as const satisfies Translated<typeof english>;
