// The spread of a figure between annotators, as it stands beside the figure. While names are hidden nothing of it is told: a figure by annotator
// says who is who.
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { InsightGroup } from "../../../shared/insight/report.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import type { Words } from "../../../shared/words/say.ts";
import { useStore } from "../../lib/store.ts";
import { annotator, insightOf } from "../../state/insight/insight.ts";
import { comparingOf } from "../../state/review/comparing.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { measureTitle, type ShownMeasure, valueText } from "./figure-door.tsx";

export const byAnnotator: readonly string[] = [annotator];

/** Whether annotators are told apart: there are several, and their names are not hidden. */
export function useMayTellApart(project: OpenProject): boolean {
  const isBlind = useStore(comparingOf(usePanels().workspace).state, ({ blind }) => blind);
  return !isBlind && project.project.annotators.filter(isPerson).length > 1;
}

interface SpreadProps {
  readonly measure: ShownMeasure;
  /** The figure by annotator. */
  readonly groups: readonly InsightGroup[];
}

/** Between which values the figure lies by annotator; leads to the page that shows each of them. */
export function SpreadButton({ measure, groups }: SpreadProps) {
  const { workspace, ui } = usePanels();
  const insight = insightOf(workspace);
  const words = useWords();
  const { say, tell, list } = words;
  const common = useStore(insight.state, (state) => state.common);
  const [first] = groups;
  if (!common || first?.least == null) return null;
  const names = list(common.annotators.map(({ name }) => plainText(name)));
  const spread = spreadWords(measure, groups, words);
  return (
    <button
      type="button"
      className="insight-door"
      title={say("figures.spread-about", { articles: common.articles.length, names })}
      aria-label={say("figures.open-spread", { measure: tell(measureTitle(measure)), spread })}
      onClick={() => {
        insight.pick("between", measure);
        showPage(ui, "between");
      }}
    >
      {spread}
    </button>
  );
}

/** How far the values of all annotators lie apart; empty where there are none. */
export function spreadWords(
  measure: string,
  [first, ...others]: readonly InsightGroup[],
  words: Words,
): string {
  if (first?.least == null || first.most == null) return "";
  const [least, most] = [valueText(measure, first.least, words), valueText(measure, first.most, words)];
  const count = others.length + 1;
  return first.least === first.most
    ? words.say("figures.spread-same", { count })
    : words.say("figures.spread", { least, most, count });
}
