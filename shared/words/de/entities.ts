// German words of the registry of entities.
import type { entities as english } from "../en/entities.ts";
import type { Translated } from "../translated.ts";

export const entities = {} as const satisfies Translated<typeof english>;
