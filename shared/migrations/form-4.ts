// Form 4: a tagset may define fields for the entities of its project, and entities hold values of them. Nothing that form 3 has is said
// otherwise. It is a form of its own because readers of form 3 would leave the values out of what they export, and tell nobody.
import type { Migration } from "./migration.ts";

export const form4: Migration = { to: 4 };
