// German words of choosing, making and opening projects.
import type { projects as english } from "../en/projects.ts";
import type { Translated } from "../translated.ts";

export const projects = {} as const satisfies Translated<typeof english>;
