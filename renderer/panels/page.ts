// The type of a page, which takes the place of the article.
import type { ComponentType } from "react";
import type { OpenProject } from "../../shared/api/contract.ts";

export interface PageProps {
  readonly project: OpenProject;
}

export interface Page {
  /** It fills the place. An element of it with `data-pane="page"` takes the keyboard; `page-list` and `page-details` are for
   * parts beside it. */
  readonly Body: ComponentType<PageProps>;
}
