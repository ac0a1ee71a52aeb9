// The English catalogue. It defines which messages there are; every other language has the same ones.
import { about } from "./about.ts";
import { actions } from "./actions.ts";
import { agreement } from "./agreement.ts";
import { article } from "./article.ts";
import { articles } from "./articles.ts";
import { beside } from "./beside.ts";
import { bookmarks } from "./bookmarks.ts";
import { cards } from "./cards.ts";
import { changes } from "./changes.ts";
import { checks } from "./checks.ts";
import { cli } from "./cli.ts";
import { compare } from "./compare.ts";
import { connection } from "./connection.ts";
import { convert } from "./convert.ts";
import { decide } from "./decide.ts";
import { dialogs } from "./dialogs.ts";
import { doctor } from "./doctor.ts";
import { entities } from "./entities.ts";
import { feedback } from "./feedback.ts";
import { figures } from "./figures.ts";
import { filters } from "./filters.ts";
import { findings } from "./findings.ts";
import { foreign } from "./foreign.ts";
import { formats } from "./formats.ts";
import { gathered } from "./gathered.ts";
import { guide } from "./guide.ts";
import { handover } from "./handover.ts";
import { history } from "./history.ts";
import { importing } from "./importing.ts";
import { insight } from "./insight.ts";
import { interchange } from "./interchange.ts";
import { keys } from "./keys.ts";
import { losses } from "./losses.ts";
import { measuring } from "./measuring.ts";
import { menu } from "./menu.ts";
import { method } from "./method.ts";
import { models } from "./models.ts";
import { orphans } from "./orphans.ts";
import { outside } from "./outside.ts";
import { problems } from "./problems.ts";
import { program } from "./program.ts";
import { progress } from "./progress.ts";
import { projects } from "./projects.ts";
import { proposals } from "./proposals.ts";
import { refusals } from "./refusals.ts";
import { release } from "./release.ts";
import { review } from "./review.ts";
import { revisions } from "./revisions.ts";
import { saving } from "./saving.ts";
import { search } from "./search.ts";
import { sets } from "./sets.ts";
import { settings } from "./settings.ts";
import { shipped } from "./shipped.ts";
import { sidebar } from "./sidebar.ts";
import { span } from "./span.ts";
import { statements } from "./statements.ts";
import { suggestions } from "./suggestions.ts";
import { synonyms } from "./synonyms.ts";
import { tabs } from "./tabs.ts";
import { tagset } from "./tagset.ts";
import { talk } from "./talk.ts";
import { team } from "./team.ts";
import { todo } from "./todo.ts";
import { trash } from "./trash.ts";
import { ui } from "./ui.ts";
import { versions } from "./versions.ts";
import { violations } from "./violations.ts";
import { welcome } from "./welcome.ts";
import { workbench } from "./workbench.ts";

export const en = {
  about,
  actions,
  agreement,
  article,
  articles,
  beside,
  bookmarks,
  cards,
  changes,
  checks,
  cli,
  compare,
  connection,
  convert,
  decide,
  dialogs,
  doctor,
  entities,
  feedback,
  figures,
  filters,
  findings,
  foreign,
  formats,
  guide,
  handover,
  history,
  importing,
  insight,
  interchange,
  keys,
  losses,
  measuring,
  menu,
  method,
  models,
  orphans,
  outside,
  problems,
  program,
  progress,
  projects,
  proposals,
  refusals,
  release,
  review,
  revisions,
  saving,
  search,
  sets,
  settings,
  shipped,
  sidebar,
  span,
  statements,
  suggestions,
  gathered,
  synonyms,
  tabs,
  tagset,
  team,
  todo,
  trash,
  talk,
  ui,
  versions,
  violations,
  welcome,
  workbench,
};

export type Catalogue = typeof en;
