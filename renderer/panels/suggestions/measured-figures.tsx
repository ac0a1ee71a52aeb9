// Precision, recall and F1 of the suggestions against the analyst's own cards, of the article or of the project.
import { useCallback, useEffect, useRef, useState } from "react";
import type { SuggestionFigures } from "../../../shared/suggestions/measure-against.ts";
import type { Session } from "../../state/session.ts";
import { useStore } from "../../state/store.ts";
import { suggestingOf } from "../../state/suggesting.ts";
import { Button } from "../../ui/button.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

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
type Shown = SuggestionFigures | "failed" | null;

export function MeasuredFigures({ session }: { readonly session: Session }) {
  const { workspace } = usePanels();
  const { say, number } = useWords();
  const { atLeast } = useStore(workspace.state, ({ settings }) => settings.suggesting);
  const [where, setWhere] = useState<"article" | "project">("article");
  const [shown, setShown] = useState<Shown>(null);
  const article = where === "article" ? session.article.id : null;
  /** Of the latest measurement, so that an overtaken one is forgotten. */
  const latest = useRef(0);
  const measure = useCallback(async () => {
    latest.current += 1;
    const own = latest.current;
    setShown(null);
    const figures = await suggestingOf(workspace).measure(article, atLeast);
    if (own === latest.current) setShown(figures ?? "failed");
  }, [workspace, article, atLeast]);
  useEffect(() => void measure(), [measure]);
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
        onChange={(id) => setWhere(id === "project" ? "project" : "article")}
      />
      <div role="status">
        {shown === null && <p className="quiet">{say("suggestions.measuring")}</p>}
        {shown === "failed" && <p className="quiet">{say("suggestions.measure-failed")}</p>}
        {shown !== null && shown !== "failed" && (
          <p>
            {say("suggestions.measured", {
              cards: shown.cards,
              articles: shown.articles,
              suggested: shown.suggested,
            })}
          </p>
        )}
      </div>
      {shown !== null && shown !== "failed" && shown.cards > 0 && (
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
                const score = shown.scores[`${of} ${way}`];
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
                const row = shown.tripleRecallByType[kind];
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
            {say("suggestions.measure-accepted", { accepted: shown.accepted, edited: shown.edited })}
          </p>
        </>
      )}
      <Button onPress={() => void measure()}>{say("suggestions.measure-again")}</Button>
    </div>
  );
}
