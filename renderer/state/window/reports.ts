// Reports of what an import, an export or the like did. One that asks for nothing goes by itself once somebody goes on working, and the
// last one can be shown again for as long as its project is open: nobody has to read against the clock.

import type { Id } from "../../../shared/model/id.ts";
import { memoize } from "../../../shared/model/memoize.ts";
import { createStore, type ReadableStore } from "../../lib/store.ts";
import { whenIdle } from "../../lib/when-idle.ts";
import { latestRecord } from "../history/history.ts";
import type { Workspace } from "../project/workspace.ts";
import { followProject, needsLook, type Report } from "../project/workspace-state.ts";

/** What would be nowhere else: the trash and the history have the rest, with the way back from it. */
const isOnlyHere = ({ kind }: Report): boolean =>
  kind === "imported" || kind === "exported" || kind === "copied" || kind === "taken-in";

/** The last report of the open project that is found nowhere else, whether it is still shown or not: the same store every time. */
export const lastReportOf = memoize(followReports);

function followReports({ state }: Workspace): ReadableStore<Report | null> {
  const lastReport = createStore<Report | null>(null);
  const follow = (): void => {
    const { report } = state.get();
    if (report && isOnlyHere(report)) lastReport.set(report);
  };
  followProject(state, () => lastReport.set(null));
  state.subscribe(follow);
  follow();
  return lastReport;
}

/**
 * Lets a report go: one about the article that was imported, or was there already, once another article is on the screen; any other
 * with the next step that is done after it was shown, unless it asks for a look, or offers a way back that follows undo and redo.
 * Returns how to call it off.
 */
export function expireReport(workspace: Workspace, report: Report): () => void {
  const hide = (): void => {
    if (workspace.state.get().report === report) workspace.showReport(null);
  };
  const stops = [
    ...(report.kind === "imported" || report.kind === "article-twin"
      ? [onOtherArticle(workspace, hide)]
      : []),
    ...(needsLook(report) || report.kind === "restored" ? [] : [onNextStep(workspace, hide)]),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function onOtherArticle({ state }: Workspace, hide: () => void): () => void {
  const articleShown = (): Id | undefined => state.get().session?.article.id;
  const atFirst = articleShown();
  return state.subscribe(() => {
    if (articleShown() !== atFirst) hide();
  });
}

function onNextStep({ history, now }: Workspace, hide: () => void): () => void {
  const { at: latestAt = "" } = latestRecord(history.state.get().history) ?? {};
  // Many steps in one millisecond are written as later than it is.
  const shownAt = [now(), latestAt].sort().at(-1) ?? latestAt;
  let stopWaiting: (() => void) | null = null;
  const stop = history.shown.subscribe(() => {
    const latest = latestRecord(history.shown.get().history);
    // What is drawn with the step itself should not wait for this.
    if (latest && latest.at > shownAt) stopWaiting ??= whenIdle(hide);
  });
  return () => {
    stop();
    stopWaiting?.();
  };
}
