// The state of the whole window, as a value.
import type {
  ArticleSummary,
  CopyReport,
  ExportReport,
  HostInfo,
  ImportReport,
  OpenProject,
  Settings,
} from "../../../shared/api/contract.ts";
import type { OutsideNews } from "../../../shared/api/outside-news.ts";
import type { TakenIn } from "../../../shared/api/take-in.ts";
import type { ProjectInTrash, TrashItem } from "../../../shared/api/trash.ts";
import type { Restored } from "../../../shared/api/versions.ts";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id } from "../../../shared/model/id.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Table } from "../../../shared/model/table.ts";
import type { Message } from "../../../shared/words/message.ts";
import type { ReadableStore } from "../../lib/store.ts";
import type { WentTo } from "../history/walk-history.ts";
import type { Session } from "../session/session.ts";

/**
 * Changes of one set that could not be kept. `opIds`: of those that the page keeps until somebody has seen them; `isDeleted`: its article
 * was deleted for good.
 */
export interface Dropped {
  readonly article: Id;
  readonly isDeleted?: true;
  readonly title: string;
  readonly changes: readonly Change[];
  readonly opIds: readonly Id[];
}

export type ConnectionState = "up" | "down" | "expired";

/** What an import, an export or the like did. */
export type Report =
  | { readonly kind: "imported"; readonly report: ImportReport }
  /** It was not imported, since the project has it: whether it is to come in all the same. */
  | {
      readonly kind: "article-twin";
      readonly article: Id;
      readonly title: string;
      importAgain(): Promise<unknown>;
    }
  | {
      readonly kind: "exported";
      readonly report: ExportReport;
      /** What the file is, where it is more than articles with their sets. */
      readonly page?: "comparison" | "feedback" | "chart" | "figures" | "report";
    }
  | { readonly kind: "copied"; readonly report: CopyReport }
  | { readonly kind: "taken-in"; readonly report: TakenIn }
  | { readonly kind: "restored"; readonly report: Restored; readonly named: string }
  | { readonly kind: "went-to"; readonly report: WentTo }
  | { readonly kind: "put-away"; readonly report: TrashItem }
  | { readonly kind: "taken-back"; readonly report: TrashItem }
  | { readonly kind: "project-put-away"; readonly report: ProjectInTrash };

/** Whether the folder of the project that is open cannot be found. */
export const isFolderAway = ({
  project,
  folderAway,
}: Pick<WorkspaceState, "project" | "folderAway">): boolean =>
  project !== null && project.handle === folderAway;

export interface WorkspaceState {
  readonly host: HostInfo;
  readonly settings: Settings;
  readonly connection: ConnectionState;
  /** Whether something that was asked for waits until it is known who writes. */
  readonly isNameAsked: boolean;
  readonly project: OpenProject | null;
  /** By which the core knows a project whose folder cannot be found; see `isFolderAway`. */
  readonly folderAway: Id | null;
  readonly articles: readonly ArticleSummary[];
  readonly entities: Table<Entity>;
  readonly session: Session | null;
  /** What is being waited for; `null` when nothing is. */
  readonly busy: Message | null;
  /** The failure to show until it is dismissed or another action begins. */
  readonly problem: ApiErrorData | null;
  /** What was said of the project's files when they were read, each until it is dismissed; the first is shown. */
  readonly warnings: readonly ApiErrorData[];
  /** What of this person's own work could not be kept, whatever is shown or open meanwhile, until they have seen it. */
  readonly dropped: readonly Dropped[];
  /** Of articles that another window put in the trash before all of theirs was saved: what waits for their coming back. */
  readonly stranded: readonly Session[];
  /** What came into the project from outside, until somebody has seen it. */
  readonly news: readonly OutsideNews[];
  /** The project was of an older form until now, until somebody has seen it; `copy`: where it is as it was. */
  readonly migrated: { readonly copy: string } | null;
  /** What the last import or export did. */
  readonly report: Report | null;
}

/** Calls whenever another project is open, or none. */
export function followProject(state: ReadableStore<WorkspaceState>, onOther: () => void): void {
  let project = openProjectId(state);
  state.subscribe(() => {
    if (openProjectId(state) === project) return;
    project = openProjectId(state);
    onOther();
  });
}

/** Of the project that is open, whatever handle it has; `null` where none is. */
export const openProjectId = (state: ReadableStore<WorkspaceState>): Id | null =>
  state.get().project?.project.id ?? null;

/** The title of the article on the screen, as it is said now; `null` where there is none. */
export function titleOfArticle({ session, articles }: WorkspaceState): string | null {
  if (!session) return null;
  return articles.find(({ id }) => id === session.article.id)?.title ?? session.article.title;
}

/** What is to be said of a project with more of it, each thing once. */
export const withWarnings = (
  before: readonly ApiErrorData[],
  more: readonly ApiErrorData[],
): readonly ApiErrorData[] => [
  ...before,
  ...more.filter((one) => !before.some((other) => sameValue(one, other))),
];

/** The rows of a package that one would have expected to be imported, and that were not. */
export const leftRows = ({ rows }: TakenIn): TakenIn["rows"] =>
  rows.filter(({ outcome }) => !["new", "newer", "own", "same", "left"].includes(outcome));

/** Whether somebody should look at it: not all went as one would expect. */
export function needsLook(report: Report): boolean {
  switch (report.kind) {
    case "imported": {
      const { replacedCharacters, sameTextAs, versionOf, notes } = report.report;
      return replacedCharacters > 0 || sameTextAs !== null || versionOf !== null || notes.length > 0;
    }
    case "article-twin":
      return true;
    case "exported":
      return report.report.losses.length > 0;
    case "copied":
      return report.report.leftOut.length > 0;
    case "taken-in":
      return leftRows(report.report).length > 0;
    default:
      return false;
  }
}
