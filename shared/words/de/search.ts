// German words of finding and tagging all.
import type { search as english } from "../en/search.ts";
import type { Translated } from "../translated.ts";

export const search = {} as const satisfies Translated<typeof english>;
