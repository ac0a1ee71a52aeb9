/** What the build reads. */
export const sources: readonly string[];
/** What tells whether something must be built again: a hash of these files and folders of the project. */
export function hashOf(paths: readonly string[]): string;
