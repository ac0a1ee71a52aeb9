// What suggestions gain by learning from some articles, on the ones after them.
import { noLearned } from "../../../shared/suggestions/learning/learned.ts";
import type { GoldArticle } from "../../helpers/gold.ts";
import { exactF1, learnedFrom } from "../../helpers/learning.ts";

/** As text for people. `count`: how many articles are learned from. */
export function learningReport(name: string, articles: readonly GoldArticle[], count: number): string {
  const [learnt, next] = [articles.slice(0, count), articles.slice(count)];
  const started = process.cpuUsage();
  const { learned, gate } = learnedFrom(learnt);
  const { user, system } = process.cpuUsage(started);
  const used = gate.passed ? learned : noLearned;
  return [
    `learning from ${count} articles, ${name}: ${((user + system) / 1_000_000).toFixed(1)} s of one core`,
    `  gate, held out    exact F1 ${gate.before.exact} before, ${gate.after.exact} after: ${gate.passed ? "passes" : "stays closed"}`,
    `  the next ${String(next.length).padEnd(9)}exact F1 ${exactF1(next, noLearned)} before, ${exactF1(next, used)} after`,
    "",
  ].join("\n");
}
