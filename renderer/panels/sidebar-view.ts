// The type of a view of the sidebar: one of the lists of a project.
import type { ComponentType } from "react";
import type { OpenProject } from "../../shared/api/contract.ts";

export interface ViewProps {
  readonly project: OpenProject;
}

export interface SidebarView {
  /** What stands below the tabs. It fills the sidebar, scrolls by itself, and marks with `data-pane-start` what takes
   * the keyboard first. */
  readonly Body: ComponentType<ViewProps>;
  /** Small buttons beside the tabs. */
  readonly Tools?: ComponentType<ViewProps>;
  /** The number at its tab, as a hook; `null` shows none. */
  readonly useCount?: () => number | null;
}
