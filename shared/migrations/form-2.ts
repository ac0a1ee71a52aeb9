// Form 2: sets also hold waivers, states of articles, decisions and remarks, entities may be merged into others, and spans may
// be drawn dashed or wavy. Nothing that form 1 has is said otherwise. It is a form of its own because readers of form 1 take
// such a set for a damaged one, and with form 2 say instead that the project is newer than they are.
import type { Migration } from "./migration.ts";

export const form2: Migration = { to: 2 };
