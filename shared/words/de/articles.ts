// German words of the list of articles and bringing them in.
import type { articles as english } from "../en/articles.ts";
import type { Translated } from "../translated.ts";

export const articles = {} as const satisfies Translated<typeof english>;
