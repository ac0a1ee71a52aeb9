// Form 6: a card may say whom its claim is about. Nothing that form 5 has is said otherwise. It is a form of its own because readers of form 5
// would leave that out of what they export, compare and decide, and tell nobody.
import type { Migration } from "./migration.ts";

export const form6: Migration = { to: 6 };
