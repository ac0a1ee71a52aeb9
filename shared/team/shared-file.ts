// The files of a project that a team shares, by their paths, and how two states of each become one. What is not listed here never leaves the
// machine, and never comes from another one: locks, leftovers, the quarantine, copies that synchronisation programs make, strangers.

/**
 * `project`, `registry`, `article`: several people write them; merged by id and field. `journal`: of one person at one machine, who alone
 * writes it; never merged. `snapshot`: of a set; shared only where its journals do not tell all of it. `fixed`: never changed once it is
 * there, such as a text. `copy`: a compressed copy of what its name says, whoever made it. `whole`: of one person, written anew as a whole.
 */
export type SharedKind =
  | "project"
  | "registry"
  | "article"
  | "journal"
  | "snapshot"
  | "fixed"
  | "copy"
  | "whole";

const id = "[a-z2-7]{1,32}";
const journal = `${id}\\.${id}\\.journal(?:\\.[1-9]\\d*(?:-[1-9]\\d*\\.gz)?)?`;
const original = "original(?:\\.[a-z0-9]{1,8})?";
/** Of a file that another one lists or that is known by its folder; none is hidden, as leftovers are. */
const plainName = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
/** The same in the project and, of an article in the trash, under its folder there. */
const ofArticle: readonly (readonly [path: string, kind: SharedKind])[] = [
  ["article\\.json", "article"],
  [`(?:text\\.txt|${original})`, "fixed"],
  [`revisions/${id}/(?:text\\.txt|${original}|${id}\\.json\\.gz)`, "fixed"],
  [`revisions/${id}/revision\\.json`, "whole"],
];
const ofSets: readonly (readonly [path: string, kind: SharedKind])[] = [
  [`(?:${id}/)?${journal}`, "journal"],
  [`(?:${id}/)?${id}\\.json`, "snapshot"],
];

const kinds: readonly (readonly [form: RegExp, kind: SharedKind])[] = (
  [
    ["project\\.json", "project"],
    ["entities\\.json", "registry"],
    ...ofArticle.map(([path, kind]) => [`articles/${id}/${path}`, kind] as const),
    ...ofSets.map(([path, kind]) => [`annotations/${id}/${path}`, kind] as const),
    [`reviews/${id}/${id}(?:\\.taken|\\.imported|\\.as-it-came|\\.history)?\\.json`, "whole"],
    [`history/${journal}`, "journal"],
    [`learned/${id}\\.json`, "whole"],
    [`versions/original-files/[0-9a-f]{64}\\.gz`, "copy"],
    [`versions/${id}/${plainName}`, "whole"],
    [`trash/(?:${id}|annotator-${id})/(?:[a-z2-7][a-z2-7-]{0,63}/){0,4}${plainName}`, "whole"],
  ] as const
).map(([path, kind]) => [new RegExp(`^${path}$`, "u"), kind]);

/** `null` for a file that is not the project's, or is nobody else's business. `path`: from the project's folder, with `/`. */
export function sharedKind(path: string): SharedKind | null {
  return kinds.find(([form]) => form.test(path))?.[1] ?? null;
}

/** Of a set, also of an article in the trash: each machine has its own, which its journals can make anew. */
export const isSnapshot = (path: string): boolean =>
  sharedKind(path) === "snapshot" ||
  /^trash\/[a-z2-7]+\/annotations\/(?:[a-z2-7]+\/)?[a-z2-7]+\.json$/u.test(path);

/** Whose journal it is, and of which machine; `null` for any other file. */
export function journalWriter(path: string): { readonly annotator: string; readonly device: string } | null {
  const [, annotator, device] = /(?:^|\/)([a-z2-7]+)\.([a-z2-7]+)\.journal(?:\.|$)/u.exec(path) ?? [];
  return annotator !== undefined && device !== undefined ? { annotator, device } : null;
}
