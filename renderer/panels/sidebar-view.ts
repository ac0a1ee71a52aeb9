// The type of a view of the sidebar: one of the lists of a project, with its picture on the rail.
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { OpenProject } from "../../shared/api/contract.ts";

export interface ViewProps {
  readonly project: OpenProject;
}

export interface SidebarView {
  readonly icon: LucideIcon;
  /** What stands below the title. It fills the sidebar, scrolls by itself, and marks with `data-pane-start` what takes
   * the keyboard first. */
  readonly Body: ComponentType<ViewProps>;
  /** Small buttons beside the title. */
  readonly Tools?: ComponentType<ViewProps>;
  /** The number beside the title, as a hook; `null` shows none. */
  readonly useCount?: () => number | null;
  /** The number on the button of the rail, as a hook: of what waits for this person. `null` shows none. */
  readonly useBadge?: () => number | null;
}
