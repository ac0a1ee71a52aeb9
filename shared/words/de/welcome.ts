// German words of the first page.
import type { welcome as english } from "../en/welcome.ts";
import type { Translated } from "../translated.ts";

export const welcome = {} as const satisfies Translated<typeof english>;
