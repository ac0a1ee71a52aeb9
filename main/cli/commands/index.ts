// The registry of commands, in the order in which help lists them.
import type { CliCommand } from "../cli-command.ts";
import { agreementCommand } from "./agreement.ts";
import { assignCommand } from "./assign.ts";
import { cloneCommand } from "./clone.ts";
import { compareCommand } from "./compare.ts";
import { compareVersionsCommand } from "./compare-versions.ts";
import { convertCommand } from "./convert.ts";
import { doctorCommand } from "./doctor.ts";
import { entitiesCommand } from "./entities.ts";
import { evaluateCommand } from "./evaluate.ts";
import { exportCommand } from "./export.ts";
import { feedbackCommand } from "./feedback.ts";
import { formatsCommand } from "./formats.ts";
import { historyCommand } from "./history.ts";
import { importCommand } from "./import.ts";
import { importAnnotationsCommand } from "./import-annotations.ts";
import { insightCommand } from "./insight.ts";
import { learnCommand } from "./learn.ts";
import { mergeCommand } from "./merge.ts";
import { modelsCommand } from "./models.ts";
import { openCommand } from "./open.ts";
import { packageCommand } from "./package.ts";
import { peopleCommand } from "./people.ts";
import { progressCommand } from "./progress.ts";
import { restoreCommand } from "./restore.ts";
import { reviseCommand } from "./revise.ts";
import { revisionsCommand } from "./revisions.ts";
import { schemaCommand } from "./schema.ts";
import { serveCommand } from "./serve.ts";
import { setsCommand } from "./sets.ts";
import { shareCommand } from "./share.ts";
import { snapshotCommand } from "./snapshot.ts";
import { snapshotsCommand } from "./snapshots.ts";
import { suggestCommand } from "./suggest.ts";
import { syncCommand } from "./sync.ts";
import { takeInCommand } from "./take-in.ts";
import { validateCommand } from "./validate.ts";
import { verifyReleaseCommand } from "./verify-release.ts";
import { watchCommand } from "./watch.ts";

export const commands: readonly CliCommand[] = [
  openCommand,
  serveCommand,
  importCommand,
  watchCommand,
  exportCommand,
  importAnnotationsCommand,
  convertCommand,
  formatsCommand,
  validateCommand,
  packageCommand,
  takeInCommand,
  mergeCommand,
  shareCommand,
  cloneCommand,
  syncCommand,
  compareCommand,
  compareVersionsCommand,
  revisionsCommand,
  reviseCommand,
  assignCommand,
  progressCommand,
  peopleCommand,
  entitiesCommand,
  setsCommand,
  doctorCommand,
  snapshotCommand,
  snapshotsCommand,
  restoreCommand,
  historyCommand,
  agreementCommand,
  insightCommand,
  feedbackCommand,
  suggestCommand,
  learnCommand,
  modelsCommand,
  evaluateCommand,
  schemaCommand,
  verifyReleaseCommand,
];
