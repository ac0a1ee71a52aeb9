// Other words by which people look for a command.
import { synonyms } from "./en/synonyms.ts";
import type { Words } from "./say.ts";

const hasSynonyms = (id: string): id is keyof typeof synonyms => Object.hasOwn(synonyms, id);

/** Those of the command with this id, in the language of `words`; empty for none. */
export const synonymsOf = (id: string, { say }: Words): string =>
  hasSynonyms(id) ? say(`synonyms.${id}`) : "";
