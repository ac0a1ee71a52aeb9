// The frame of every view of Insight: over what is counted, how far counting is, what was left out, and beside the view the cards that
// somebody asked for.
import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { Group, Panel, Separator } from "react-resizable-panels";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { leastArticles } from "../../../shared/insight/interval.ts";
import {
  type ChosenSets,
  defaultScope,
  duplicatePolicies,
  type InsightScope,
} from "../../../shared/insight/scope.ts";
import { isPerson } from "../../../shared/model/curation.ts";
import { useStore } from "../../lib/store.ts";
import { annotator, type InsightState, insightOf, queryKey } from "../../state/insight/insight.ts";
import { comparingOf } from "../../state/review/comparing.ts";
import { showView } from "../../state/window/ui-state.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { SidePanel } from "../../ui/side-panel.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";
import { ArticlesPanel, CardsPanel } from "./cards-panel.tsx";
import { FactsPanel, UnknownPart } from "./unknown-values.tsx";

import "../../styles/compare.css";
import "../../styles/insight.css";

interface Props {
  readonly project: OpenProject;
  readonly title: string;
  /** What the view shows; not drawn where nothing can be counted. */
  readonly children: ReactNode;
}

export function InsightFrame({ project, title, children }: Props) {
  const { workspace } = usePanels();
  const state = useStore(insightOf(workspace).state, (value) => value);
  const hasArticles = useStore(workspace.state, ({ articles }) => articles.length > 0);
  return (
    <div className="insight" data-pane="page" tabIndex={-1}>
      <h1 className="visually-hidden">{title}</h1>
      <header className="insight-head">
        <ScopeBar scope={state.scope} project={project} write={<WriteButton state={state} />} />
        <BlindLine />
        <CountingLine state={state} />
        <ProblemLine problem={state.problem} />
      </header>
      <DamagedArticles state={state} />
      <Group className="compare-panes" disableCursor>
        <Panel id="view" className="pane insight-view" minSize={360}>
          <InsightBody {...{ state, project, hasArticles }}>{children}</InsightBody>
        </Panel>
        <Details {...{ state, project }} />
      </Group>
    </div>
  );
}

/** What one of the numbers opened, beside the view. */
function Details({ state, project }: Pick<BodyProps, "state" | "project">) {
  const { chosenCards, chosenArticles, missingFact } = state;
  if (!chosenCards && !chosenArticles && missingFact === null) return null;
  return (
    <>
      <Separator className="pane-edge" disableDoubleClick />
      <SidePanel id="cards-behind" width={{ least: 240, first: 360, most: 640 }}>
        {missingFact !== null && <FactsPanel fact={missingFact} isReadOnly={project.readOnly !== null} />}
        {chosenArticles && <ArticlesPanel chosen={chosenArticles} />}
        {chosenCards && <CardsPanel chosen={chosenCards} unknown={<UnknownPart {...{ project }} />} />}
      </SidePanel>
    </>
  );
}

interface BodyProps {
  readonly state: InsightState;
  readonly project: OpenProject;
  readonly hasArticles: boolean;
  readonly children: ReactNode;
}

/** The view, or why there is none and what to do. */
function InsightBody({ state, project, hasArticles, children }: BodyProps) {
  const { ui } = usePanels();
  const { say, tell } = useWords();
  if (!hasArticles)
    return (
      <EmptyPlace title={say("figures.no-articles")} advice={say("figures.no-articles-advice")}>
        <Button onPress={() => showView(ui, "articles")}>{say("figures.go-to-articles")}</Button>
      </EmptyPlace>
    );
  if (state.refusal?.key === "insight.several-people")
    return (
      <EmptyPlace title={say("figures.whose-advice")} advice={tell(state.refusal)}>
        <WhoseButtons project={project} />
      </EmptyPlace>
    );
  if (state.refusal) return <EmptyPlace title={tell(state.refusal)} advice="" />;
  return state.problem === null ? children : null;
}

interface EmptyProps {
  readonly title: string;
  readonly advice: string;
  readonly children?: ReactNode;
}

/** What stands in the place of a view that has nothing to show. */
export function EmptyPlace({ title, advice, children }: EmptyProps) {
  return (
    <div className="insight-empty">
      <h2>
        <OutsideText>{title}</OutsideText>
      </h2>
      <p className="quiet">
        <OutsideText>{advice}</OutsideText>
      </p>
      {children && <div className="insight-empty-buttons">{children}</div>}
    </div>
  );
}

/** Whose annotations can be chosen: everybody's, by id, with the curated sets where there are any. */
function useWhose({
  project: { annotators },
  annotator,
}: OpenProject): readonly { readonly id: string; readonly name: string }[] {
  const { say } = useWords();
  const isBlind = useStore(insightOf(usePanels().workspace).state, (state) => state.isBlind);
  const people = annotators
    .filter((one) => isPerson(one) && (!isBlind || one.id === annotator?.id))
    .map(({ id, name }) => ({ id, name: plainText(name) }));
  const isCurated = annotators.some(({ kind }) => kind === "curation");
  return [...(isCurated ? [{ id: "curation", name: say("figures.whose-curation") }] : []), ...people];
}

const setsOf = (whose: string): ChosenSets =>
  whose === "either" || whose === "curation" ? { of: whose } : { of: "person", id: whose };

/** Asks whose annotations are meant. */
export function WhoseButtons({ project }: { readonly project: OpenProject }) {
  const insight = insightOf(usePanels().workspace);
  return useWhose(project).map(({ id, name }) => (
    <Button key={id} onPress={() => insight.choose({ sets: setsOf(id) })}>
      {name}
    </Button>
  ));
}

interface ScopeProps {
  readonly scope: InsightScope;
  readonly project: OpenProject;
  /** Whether the rules of counting are offered. */
  readonly hasPolicies?: boolean;
  /** What writes the figures to a file. */
  readonly write?: ReactNode;
}

/** Over what is counted. */
export function ScopeBar({ scope, project, hasPolicies = true, write }: ScopeProps) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  const { articleSets = [] } = project.project;
  const whose = useWhose(project);
  const isBlind = useStore(insight.state, (state) => state.isBlind);
  const either = isBlind ? [] : [{ id: "either", name: say("figures.whose-either") }];
  return (
    <div className="insight-line">
      <ChoiceField
        label={say("figures.articles")}
        value={scope.set?.id ?? "all"}
        options={[
          { id: "all", name: say("figures.all-articles") },
          ...articleSets.map(({ id, name }) => ({ id, name: plainText(name) })),
        ]}
        onChange={(chosen) => {
          const set = articleSets.find(({ id }) => id === chosen);
          insight.choose({ set: set ? { id: set.id, name: set.name } : null });
        }}
      />
      {whose.length > 1 && (
        <ChoiceField
          label={say("figures.whose")}
          value={scope.sets.of === "person" ? scope.sets.id : scope.sets.of}
          options={[...either, ...whose]}
          onChange={(id) => insight.choose({ sets: setsOf(id) })}
        />
      )}
      {hasPolicies && (
        <PopoverButton
          label={say("figures.policies")}
          word={say("figures.policies")}
          icon={SlidersHorizontal}
          isActive={isAdjusted(scope)}
        >
          {() => <Policies scope={scope} />}
        </PopoverButton>
      )}
      {write}
    </div>
  );
}

/** That colleagues’ annotations are hidden, and the way out of it. */
export function BlindLine() {
  const { workspace } = usePanels();
  const { say } = useWords();
  const isBlind = useStore(insightOf(workspace).state, (state) => state.isBlind);
  if (!isBlind) return null;
  return (
    <div className="insight-line insight-counting">
      <span role="status">{say("figures.blind")}</span>
      <Button onPress={() => comparingOf(workspace).setBlind(false)}>{say("figures.blind-off")}</Button>
    </div>
  );
}

/** The button that writes the figures of the view, where it has any; it waits until they are counted. */
function WriteButton({ state: { shown, figures, refusal, problem } }: { readonly state: InsightState }) {
  const { ui } = usePanels();
  const { say } = useWords();
  if (shown === null) return null;
  return (
    <Button
      isDisabled={!figures.has(queryKey(shown)) || refusal !== null || problem !== null}
      onPress={() => ui.patch({ dialog: "write-figures" })}
    >
      {say("figures.write")}
    </Button>
  );
}

const isAdjusted = ({ nested, weights, duplicates }: InsightScope): boolean =>
  nested !== defaultScope.nested ||
  weights !== defaultScope.weights ||
  duplicates !== defaultScope.duplicates;

function Policies({ scope }: { readonly scope: InsightScope }) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  return (
    <>
      <ChoiceField
        label={say("figures.duplicates")}
        value={scope.duplicates}
        options={duplicatePolicies.map((id) => ({ id, name: say(`figures.duplicates-${id}`) }))}
        onChange={(duplicates) => insight.choose({ duplicates })}
      />
      <SwitchField
        label={say("figures.nested")}
        value={scope.nested}
        onChange={(nested) => insight.choose({ nested })}
      />
      <SwitchField
        label={say("figures.fractional")}
        value={scope.weights === "fractional"}
        onChange={(isShared) => insight.choose({ weights: isShared ? "fractional" : "full" })}
      />
    </>
  );
}

/** How far counting is, or what was counted. */
function CountingLine({ state: { progress, isStopped, shown, figures } }: { readonly state: InsightState }) {
  const insight = insightOf(usePanels().workspace);
  const { say } = useWords();
  if (progress && progress.of > 0)
    return (
      <div className="insight-line insight-counting">
        <span role="status">{say("figures.counting", { done: progress.done, of: progress.of })}</span>
        <progress aria-label={say("figures.progress")} max={progress.of} value={progress.done} />
        <Button onPress={insight.stop}>{say("ui.cancel")}</Button>
      </div>
    );
  if (isStopped)
    return (
      <div className="insight-line">
        <span role="status">{say("figures.stopped")}</span>
        <Button onPress={insight.again}>{say("figures.go-on")}</Button>
      </div>
    );
  const scope = shown && figures.get(queryKey(shown))?.[0]?.scope;
  // Who annotated which articles is told beside such figures.
  const isByAnnotator = shown?.by.includes(annotator) ?? false;
  return (
    <p className="quiet insight-counted" role="status">
      {scope && say("figures.counted", isByAnnotator ? { ...scope, leftOut: 0 } : scope)}
      {scope &&
        scope.articles < leastArticles &&
        ` ${say("insight.cli-few-articles", { least: leastArticles })}`}
    </p>
  );
}

function DamagedArticles({ state: { damaged } }: { readonly state: InsightState }) {
  const { workspace } = usePanels();
  const { say, tell, list } = useWords();
  const articles = useStore(workspace.state, (value) => value.articles);
  const [first] = damaged;
  if (!first) return null;
  const titles = damaged.map(({ article }) => articles.find(({ id }) => id === article)?.title ?? article);
  return (
    <Banner
      tone="caution"
      title={
        <OutsideText>{say("figures.damaged", { count: damaged.length, titles: list(titles) })}</OutsideText>
      }
    >
      <p>
        <OutsideText>{tell(explain(first.problem).what)}</OutsideText>
      </p>
    </Banner>
  );
}
