// Form 5: a set may say in which role a source appears in its article. Nothing that form 4 has is said otherwise. It is a form of its own
// because readers of form 4 would take such a set for a damaged one.
import type { Migration } from "./migration.ts";

export const form5: Migration = { to: 5 };
