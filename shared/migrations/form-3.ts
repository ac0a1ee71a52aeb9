// Form 3: an article may have revisions, with which its text and its sets lie in folders of their own, and a set may hold what lost
// its place when the text changed. Nothing that form 2 has is said otherwise. It is a form of its own because readers of form 2
// would take the text of before for that of the article, and such a set for a damaged one.
import type { Migration } from "./migration.ts";

export const form3: Migration = { to: 3 };
