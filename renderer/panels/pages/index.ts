// The registry of the pages: one line a page here, and in `state/window/places.ts` its title and its place.
import type { PageId } from "../../state/window/places.ts";
import { agreementPage } from "../agreement/agreement-pane.tsx";
import { boardPage } from "../articles/board-pane.tsx";
import { setTablePage } from "../articles/set-table-pane.tsx";
import { changesPage } from "../changes/changes-pane.tsx";
import { correctPage } from "../correct/correct-pane.tsx";
import { entityTablePage } from "../entities/entity-table-pane.tsx";
import { missedPage } from "../gathered/missed-pane.tsx";
import { peoplePage } from "../gathered/people-pane.tsx";
import { guidePage } from "../guide/guide-page.tsx";
import { anonymityPage } from "../insight/anonymity-pane.tsx";
import { betweenPage } from "../insight/between-pane.tsx";
import { mixPage } from "../insight/mix-pane.tsx";
import { overviewPage } from "../insight/overview-pane.tsx";
import { sidesPage } from "../insight/sides-pane.tsx";
import { speakersPage } from "../insight/speakers-pane.tsx";
import { stripsPage } from "../insight/strips-pane.tsx";
import { timelinePage } from "../insight/timeline-pane.tsx";
import { togetherPage } from "../insight/together-pane.tsx";
import type { Page } from "../page.ts";
import { comparePage } from "../review-compare/compare-pane.tsx";
import { decidePage } from "../review-decide/decide-pane.tsx";
import { progressPage } from "../review-progress/progress-pane.tsx";
import { statementsPage } from "../statements/statements-pane.tsx";

export const pageParts: Readonly<Record<PageId, Page>> = {
  compare: comparePage,
  decide: decidePage,
  agreement: agreementPage,
  progress: progressPage,
  people: peoplePage,
  missed: missedPage,
  changes: changesPage,
  board: boardPage,
  overview: overviewPage,
  statements: statementsPage,
  speakers: speakersPage,
  mix: mixPage,
  anonymity: anonymityPage,
  together: togetherPage,
  between: betweenPage,
  sides: sidesPage,
  timeline: timelinePage,
  strips: stripsPage,
  "entity-table": entityTablePage,
  "set-table": setTablePage,
  correct: correctPage,
  guide: guidePage,
};
