// Precision, recall and F1 of the suggestions against the analyst's own cards, of the article or of the project.
import { useCallback, useEffect, useRef, useState } from "react";
import type { MeasuredTogether } from "../../../shared/api/own-models.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { OriginFigures } from "../../../shared/suggestions/measure-against.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { suggestingOf } from "../../state/suggestions/suggesting.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ModelProblem } from "../models/model-problem.tsx";

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
type Shown = MeasuredTogether | "failed" | null;

export function MeasuredFigures({ session }: { readonly session: Session }) {
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
  const [shown, setShown] = useState<Shown>(null);
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
                  <td />
                  <td>{number(row.recall)}</td>
                  <td />
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
