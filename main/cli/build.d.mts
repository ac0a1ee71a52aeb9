/** What Node runs is built of these, and what is built beside it. */
export const programSources: readonly string[];
/** What tells whether something must be built again: a hash of these files and folders of the project. */
export function hashOf(paths: readonly string[]): string;
