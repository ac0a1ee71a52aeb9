// The registry of the pages: one line a page here, and one in `state/window/pages.ts` for its place and title.
import type { PageId } from "../../state/window/pages.ts";
import { agreementPage } from "../agreement/agreement-page.ts";
import { changesPage } from "../changes/changes-page.ts";
import { correctPage } from "../correct/correct-page.ts";
import { missedPage } from "../gathered/missed-page.ts";
import { peoplePage } from "../gathered/people-page.ts";
import type { Page } from "../page.ts";
import { comparePage } from "../review-compare/compare-page.ts";
import { decidePage } from "../review-decide/decide-page.ts";
import { progressPage } from "../review-progress/progress-page.ts";

export const pageParts: Readonly<Record<PageId, Page>> = {
  compare: comparePage,
  decide: decidePage,
  agreement: agreementPage,
  progress: progressPage,
  people: peoplePage,
  missed: missedPage,
  changes: changesPage,
  correct: correctPage,
};
