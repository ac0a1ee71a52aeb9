// German words of the tagset: its editor, migrations and guideline.
import type { tagset as english } from "../en/tagset.ts";
import type { Translated } from "../translated.ts";

export const tagset = {} as const satisfies Translated<typeof english>;
