// German words of saved, saving, not saved, backups and the journal for emergencies.
import type { saving as english } from "../en/saving.ts";
import type { Translated } from "../translated.ts";

export const saving = {} as const satisfies Translated<typeof english>;
