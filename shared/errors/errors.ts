// The errors behind the door, as data that survives any transport. `explain.ts` chooses from it the words
// that a person reads.

/** The class of failure, by which a caller decides what to do next. */
type ErrorCode =
  | "conflict"
  | "notFound"
  | "locked"
  | "storage"
  | "invalidInput"
  | "forbidden"
  | "unreachable"
  | "internal";

/** What exactly happened, by which the words are chosen; each belongs to one class. */
export const problems = {
  "file-missing": "notFound",
  "file-is-folder": "invalidInput",
  "file-not-regular": "invalidInput",
  "file-name-unreadable": "invalidInput",
  "copy-misfit": "conflict",
  "file-unreadable": "forbidden",
  "file-lost": "notFound",
  "file-empty": "invalidInput",
  "file-binary": "invalidInput",
  "file-encoding": "invalidInput",
  "file-too-large": "invalidInput",
  "file-format": "invalidInput",
  "file-damaged": "invalidInput",
  "file-kind": "invalidInput",
  "file-locked": "invalidInput",
  "file-exhausting": "invalidInput",
  "file-set-aside": "invalidInput",
  "take-in-exhausting": "invalidInput",
  "file-fault": "internal",
  "table-unreadable": "invalidInput",
  "row-unreadable": "invalidInput",
  "table-too-long": "invalidInput",
  "about-invalid": "invalidInput",
  "watch-own-folder": "invalidInput",
  "article-no-page": "invalidInput",
  "archive-unreadable": "invalidInput",
  "too-many-files": "invalidInput",
  "nothing-brought-in": "notFound",
  "pdf-no-text": "invalidInput",
  "pdf-too-long": "invalidInput",
  "tagset-unreadable": "invalidInput",
  "text-empty": "invalidInput",
  "article-twin": "conflict",
  "text-too-long": "invalidInput",
  "facts-too-long": "invalidInput",
  "text-too-many-lines": "invalidInput",
  "folder-missing": "notFound",
  "folder-not-empty": "conflict",
  "folder-unreadable": "forbidden",
  "folder-not-writable": "forbidden",
  "project-missing": "notFound",
  "project-not-one": "invalidInput",
  "project-newer": "invalidInput",
  "project-damaged": "storage",
  "project-locked": "locked",
  "project-read-only": "forbidden",
  "project-not-open": "notFound",
  "article-missing": "notFound",
  "article-lost": "storage",
  "article-there": "conflict",
  "version-missing": "notFound",
  "version-damaged": "storage",
  "version-lacks-article": "notFound",
  "article-damaged": "storage",
  "set-damaged": "storage",
  "nothing-learned": "notFound",
  "article-set-missing": "notFound",
  "article-set-there": "conflict",
  "article-set-open": "invalidInput",
  "article-set-empty": "invalidInput",
  "article-sets-too-many": "invalidInput",
  "annotator-missing": "notFound",
  "annotator-own": "forbidden",
  "entity-missing": "notFound",
  "entity-mentioned": "conflict",
  "entity-awaited": "conflict",
  "nothing-curated": "notFound",
  "pdf-unsupported": "invalidInput",
  "pdf-not-printed": "storage",
  "identity-missing": "invalidInput",
  "format-unknown": "notFound",
  "model-unknown": "notFound",
  "model-there": "conflict",
  "models-too-many": "invalidInput",
  "bookmarks-too-many": "invalidInput",
  "filters-too-many": "invalidInput",
  "model-not-allowed": "forbidden",
  "model-failed": "storage",
  "pattern-invalid": "invalidInput",
  "revision-conflict": "conflict",
  "revision-past": "conflict",
  "article-revised": "conflict",
  "revision-on-its-way": "conflict",
  "nothing-revised": "invalidInput",
  "change-misfit": "conflict",
  "change-invalid": "invalidInput",
  "changes-waiting": "storage",
  "changes-kept": "conflict",
  "changes-crossed": "conflict",
  "file-in-conflict": "conflict",
  "step-unfinished": "conflict",
  "take-in-itself": "invalidInput",
  "folder-empty": "invalidInput",
  "folder-too-many": "invalidInput",
  "take-in-refused": "invalidInput",
  "take-in-changed": "conflict",
  "take-in-stopped": "conflict",
  "export-exists": "conflict",
  "export-stopped": "conflict",
  "export-too-large": "invalidInput",
  "export-page-too-long": "invalidInput",
  "export-database-too-large": "invalidInput",
  "git-missing": "notFound",
  "git-failed": "unreachable",
  "team-address": "invalidInput",
  "team-nothing": "notFound",
  "team-taken": "conflict",
  "team-shared": "conflict",
  "team-here": "conflict",
  "team-not-shared": "notFound",
  "team-large": "invalidInput",
  "team-refused": "invalidInput",
  "team-not-allowed": "forbidden",
  "disk-full": "storage",
  "quota-full": "storage",
  "storage-failed": "storage",
  "link-refused": "forbidden",
  "link-unreadable": "invalidInput",
  "link-elsewhere": "notFound",
  "dialog-unsupported": "forbidden",
  "page-not-opened": "invalidInput",
  "method-unknown": "invalidInput",
  "input-invalid": "invalidInput",
  "limit-passed": "invalidInput",
  "call-too-large": "invalidInput",
  "session-expired": "forbidden",
  "session-missing": "forbidden",
  "host-unreachable": "unreachable",
  internal: "internal",
} as const satisfies Record<string, ErrorCode>;

export type Problem = keyof typeof problems;

/** Facts for the words: a path, a size, a name. Values from outside are shown as text, never as markup. */
export type ProblemDetail = Readonly<Record<string, string | number | boolean | null>>;

/** The error as it travels: a plain value. */
export interface ApiErrorData {
  readonly code: ErrorCode;
  readonly problem: Problem;
  readonly detail: ProblemDetail;
}

/** Thrown by handlers and storage, and by the client on a failed reply. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: ErrorCode;
  readonly problem: Problem;
  readonly detail: ProblemDetail;

  constructor(problem: Problem, detail: ProblemDetail = {}, options?: { cause?: unknown }) {
    super(`${problem} ${JSON.stringify(detail)}`, options);
    this.problem = problem;
    this.code = problems[problem];
    this.detail = detail;
  }

  toData(): ApiErrorData {
    return { code: this.code, problem: this.problem, detail: this.detail };
  }
}
