// The suggestions of an article; and, in their place when one asks for it, what was rejected, what was learned from one's cards, and how good they are.
import { ArrowLeft, Undo2 } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { MeasuredTogether } from "../../../shared/api/own-models.ts";
import { takeBackRejection } from "../../../shared/commands/index.ts";
import type { Id } from "../../../shared/model/id.ts";
import { has } from "../../../shared/model/table.ts";
import type { OriginFigures } from "../../../shared/suggestions/measure-against.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { enterPaneOnceShown } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { type AskedModels, type KeptRejection, suggestingOf } from "../../state/suggestions/suggesting.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { NoValue } from "../../ui/no-value.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels, useSession } from "../app-context.tsx";
import { ModelProblem, RefusedReasons } from "../models/model-problem.tsx";
import type { SidebarView } from "../sidebar-view.ts";
import { LearnedPage } from "./learned-page.tsx";
import { OfferedList } from "./offered-list.tsx";
import { useSuggestionCount, useSuggestions } from "./use-suggestions.ts";
import "../../styles/suggestions.css";
import "../../styles/models.css";

/** The pages that take the place of the suggestions when one asks for them. */
const pages = ["rejected", "learned", "measure"] as const;

type SuggestionsPage = (typeof pages)[number];

function SuggestionsPane() {
  const { say } = useWords();
  const session = useSession();
  if (!session) return <p className="pane-empty quiet">{say("suggestions.no-article")}</p>;
  return <ArticleSuggestions key={session.article.id} session={session} />;
}

function ArticleSuggestions({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const { status, proposed, models } = useSuggestions();
  const [page, setPage] = useState<SuggestionsPage | null>(null);
  const turnTo = (next: SuggestionsPage | null): void => {
    setPage(next);
    enterPaneOnceShown("sidebar");
  };
  if (page !== null)
    return (
      <div className="suggestions">
        <div className="suggestions-head">
          <IconButton label={say("suggestions.back")} tiny data-pane-start onPress={() => turnTo(null)}>
            <ArrowLeft size={16} aria-hidden />
          </IconButton>
          <h3>{say(`suggestions.list-${page}`)}</h3>
        </div>
        {page === "measure" && <MeasuredFigures session={session} />}
        {page === "learned" && <LearnedPage session={session} />}
        {page === "rejected" && <RejectedList session={session} />}
      </div>
    );
  const language = proposed ? (proposed.language ?? "none") : "en";
  return (
    <div className="suggestions">
      {status === "off" && <SuggestingSwitch session={session} />}
      {(status === "looking" || status === "failed") && (
        <p className="pane-empty quiet" role="status">
          {say(`suggestions.${status}`)}
        </p>
      )}
      {status === "ready" && (
        <>
          {language !== "en" && (
            <p className="suggestions-note quiet">{say(`suggestions.language-${language}`)}</p>
          )}
          <ModelsLine models={models} />
          <OfferedList session={session} />
        </>
      )}
      <div className="suggestions-foot">
        {pages.map((id) => (
          <Button key={id} look="quiet-button" onPress={() => turnTo(id)}>
            {say(`suggestions.list-${id}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Why there are no suggestions, and the way to have some. */
function SuggestingSwitch({ session }: { readonly session: Session }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const habits = useStore(workspace.state, ({ settings }) => settings.suggesting);
  if (session.readOnly) return <p className="pane-empty quiet">{say("suggestions.read-only")}</p>;
  return (
    <div className="pane-empty">
      <p className="quiet">{say("suggestions.off")}</p>
      <Button
        look="primary"
        onPress={() => void workspace.setPreferences({ suggesting: { ...habits, shown: true } })}
      >
        {say("suggestions.turn-on")}
      </Button>
    </div>
  );
}

/** How models of the person's own are with the article: at work, with a way to stop them, or what came of it. */
function ModelsLine({ models }: { readonly models: AskedModels }) {
  const { workspace } = usePanels();
  const { say, list } = useWords();
  const suggesting = suggestingOf(workspace);
  if (models.status === "none") return null;
  const againButton = <Button onPress={suggesting.again}>{say("models.ask-again")}</Button>;
  if (models.status !== "answered") {
    const values = { names: list(models.names), count: models.names.length };
    return (
      <div className="models-line">
        <p className="quiet" role="status">
          <OutsideText>{say(`models.${models.status}`, values)}</OutsideText>
        </p>
        {models.status === "asking" ? (
          <Button onPress={suggesting.stopModels}>{say("models.stop")}</Button>
        ) : (
          againButton
        )}
      </div>
    );
  }
  return (
    <>
      {models.runs.map(({ model, report, problem }) => (
        <div key={model} className="models-line">
          {problem && <ModelProblem problem={problem} />}
          {problem && againButton}
          {report && (
            <div role="status">
              <p className="quiet">
                <OutsideText>{say("models.proposed", { name: model, taken: report.taken })}</OutsideText>
              </p>
              <RefusedReasons report={report} />
            </div>
          )}
        </div>
      ))}
    </>
  );
}

/** More than these are not listed: the list is not virtual. */
const most = 300;

/** What was rejected: patterns that are no longer offered in the project, and single places; each can be taken back. */
function RejectedList({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const rejections = useStore(suggestingOf(usePanels().workspace).rejections, (value) => value);
  const patterns = rejections.filter(({ rejection }) => rejection.pattern !== null);
  const places = rejections.filter(({ rejection }) => rejection.pattern === null);
  if (rejections.length === 0)
    return (
      <div className="pane-empty">
        <p className="suggestions-none">{say("suggestions.nothing-rejected-title")}</p>
        <p className="quiet">{say("suggestions.nothing-rejected")}</p>
      </div>
    );
  return (
    <div className="suggestions-scroller">
      <Rejected session={session} title={say("suggestions.rejected-patterns")} rejected={patterns} />
      <Rejected session={session} title={say("suggestions.rejected-places")} rejected={places} />
    </div>
  );
}

interface Props {
  readonly session: Session;
  readonly title: string;
  readonly rejected: readonly KeptRejection[];
}

function Rejected({ session, title, rejected }: Props) {
  if (rejected.length === 0) return null;
  return (
    <section className="rejected" aria-label={title}>
      <h3 className="rejected-title">{title}</h3>
      <ul className="rejected-list">
        {rejected.slice(0, most).map((one) => (
          <RejectedItem key={one.rejection.id} session={session} one={one} />
        ))}
      </ul>
    </section>
  );
}

function RejectedItem({ session, one }: { readonly session: Session; readonly one: KeptRejection }) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const { segment, pattern } = one.rejection;
  const title = useStore(
    workspace.state,
    ({ articles }) => articles.find(({ id }) => id === one.article)?.title ?? "",
  );
  const isHere = one.article === session.article.id;
  const show = async (): Promise<void> => {
    if (isHere) session.reveal(segment, "center");
    else await workspace.openArticleAt(one.article, segment);
  };
  const takeBack = async (): Promise<void> => {
    if (!isHere) await workspace.openArticleAt(one.article, segment);
    const openSession = workspace.state.get().session;
    if (openSession && has(openSession.annotations().set.rejections, one.rejection.id))
      openSession.run(takeBackRejection, { rejection: one.rejection.id });
  };
  return (
    <li className="rejected-item">
      <Press className="rejected-words" onPress={() => void show()}>
        <span className="cut">
          <OutsideText>
            {pattern
              ? say("suggestions.pattern", { cue: pattern.cue })
              : `${segment.prefix.slice(-20)}${segment.quote}${segment.suffix.slice(0, 20)}`}
          </OutsideText>
        </span>
        <span className="quiet cut">
          <OutsideText>
            {pattern ? `${tell(reasonOf(pattern.rule))} ${isHere ? "" : title}` : title}
          </OutsideText>
        </span>
      </Press>
      {!session.readOnly && (
        <IconButton label={say("suggestions.take-back")} tiny onPress={() => void takeBack()}>
          <Undo2 size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

/** What is scored, and in which way; as `evaluate` names it, and as the row is called. */
const rows = [
  { of: "triple", way: "overlap", row: "triple" },
  { of: "triple", way: "exact", row: "exact" },
  { of: "source", way: "overlap", row: "source" },
  { of: "cue", way: "overlap", row: "cue" },
  { of: "content", way: "overlap", row: "content" },
] as const;
const kinds = ["direct", "mixed", "indirect"] as const;

/** `null`: being worked out. */
type ShownMeasure = MeasuredTogether | "failed" | null;

/** Precision, recall and F1 of the suggestions against the analyst's own cards, of the article or of the project. */
function MeasuredFigures({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const [where, setWhere] = useState<"article" | "project">("article");
  /** Of whom the figures are: of all, of the rules, or of a model (`@` and its name). */
  const [origin, setOrigin] = useState("all");
  const article = where === "article" ? session.article.id : null;
  const { shown, measure } = useMeasured(article);
  const measured = shown === "failed" ? null : shown;
  const figures = measured && figuresOf(measured, origin);
  return (
    <div className="suggestions-scroller measured">
      <SegmentedField
        label={say("suggestions.measure-where")}
        labelHidden
        value={where}
        options={[
          { id: "article", name: say("suggestions.measure-article") },
          { id: "project", name: say("suggestions.measure-project") },
        ]}
        onChange={setWhere}
      />
      <div role="status">
        {shown === null && <p className="quiet">{say("suggestions.measuring")}</p>}
        {shown === "failed" && <p className="quiet">{say("suggestions.measure-failed")}</p>}
        {measured && figures && (
          <p>
            {say("suggestions.measured", {
              cards: measured.cards,
              articles: measured.articles,
              suggested: figures.suggested,
            })}
          </p>
        )}
      </div>
      {measured?.runs.map(({ model, problem }) => problem && <ModelProblem key={model} problem={problem} />)}
      {measured && measured.origins.length > 0 && (
        <ChoiceField
          label={say("models.origin")}
          value={origin}
          options={[
            { id: "all", name: say("models.all-origins") },
            ...measured.origins.map(({ model }) => ({
              id: originId(model),
              name: model === null ? say("models.rules") : plainText(model),
            })),
          ]}
          onChange={setOrigin}
        />
      )}
      {measured && figures && measured.cards > 0 && <FiguresTable figures={figures} />}
      <Button onPress={() => void measure()}>{say("suggestions.measure-again")}</Button>
    </div>
  );
}

function useMeasured(article: Id | null) {
  const { workspace } = usePanels();
  const { atLeast } = useStore(workspace.state, ({ settings }) => settings.suggesting);
  const [shown, setShown] = useState<ShownMeasure>(null);
  /** Of the latest measurement, so that an overtaken one is forgotten. */
  const latest = useRef(0);
  const measure = useCallback(async () => {
    latest.current += 1;
    const measurementNumber = latest.current;
    setShown(null);
    const figures = await suggestingOf(workspace).measure(article, atLeast);
    if (measurementNumber === latest.current) setShown(figures ?? "failed");
  }, [workspace, article, atLeast]);
  useEffect(() => void measure(), [measure]);
  return { shown, measure };
}

function FiguresTable({ figures }: { readonly figures: OriginFigures }) {
  const { say, number } = useWords();
  return (
    <>
      <table className="measured-table">
        <thead>
          <tr>
            <th scope="col">{say("suggestions.measure-what")}</th>
            <th scope="col">{say("suggestions.precision")}</th>
            <th scope="col">{say("suggestions.recall")}</th>
            <th scope="col">{say("suggestions.f1")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ of, way, row }) => {
            const score = figures.scores[`${of} ${way}`];
            return (
              score && (
                <tr key={row}>
                  <th scope="row">{say(`suggestions.measure-${row}`)}</th>
                  <td>{number(score.precision)}</td>
                  <td>{number(score.recall)}</td>
                  <td>{number(score.f1)}</td>
                </tr>
              )
            );
          })}
          {kinds.map((kind) => {
            const row = figures.tripleRecallByType[kind];
            return (
              row && (
                <tr key={kind}>
                  <th scope="row">{say(`cards.kind-${kind}`)}</th>
                  <td>
                    <NoValue />
                  </td>
                  <td>{number(row.recall)}</td>
                  <td>
                    <NoValue />
                  </td>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
      <p className="quiet">
        {say("suggestions.measure-accepted", { accepted: figures.accepted, edited: figures.edited })}
      </p>
    </>
  );
}

const originId = (model: string | null): string => (model === null ? "rules" : `@${model}`);

/** Of all where the one that was chosen proposes nothing there. */
const figuresOf = (shown: MeasuredTogether, origin: string): OriginFigures =>
  shown.origins.find(({ model }) => originId(model) === origin) ?? shown;

export const suggestionsView: SidebarView = {
  Body: SuggestionsPane,
  useCount: useSuggestionCount,
};
