// Who annotates what: filters, and the table of articles and people.
import { useEffect, useMemo, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { explain } from "../../../shared/errors/explain.ts";
import { workStates } from "../../../shared/review/assignments.ts";
import { useStore } from "../../lib/store.ts";
import { assigningOf, type ProgressQuery, progressIn } from "../../state/review/assigning.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { usePeople } from "../talk/use-annotators.ts";
import { AddPersonDialog } from "./add-person-dialog.tsx";
import { DrawDialog } from "./draw-dialog.tsx";
import { ProgressTable } from "./progress-table.tsx";
import { shownArticles } from "./shown-articles.ts";
import { StateBar } from "./state-bar.tsx";
import "../../styles/progress.css";

const states = [...workStates, "nobody"] as const;

export function ProgressPane({ project }: { readonly project: OpenProject }) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const assigning = assigningOf(workspace);
  const { sets, done, problem } = useStore(assigning.state, (state) => state);
  const query = useStore(assigning.query, (value) => value);
  const articles = useStore(workspace.state, (state) => state.articles);
  const people = usePeople();
  const progress = useMemo(() => progressIn({ project, articles }, sets), [project, articles, sets]);
  const shown = useMemo(() => shownArticles(articles, progress.articles, query), [articles, progress, query]);
  const [dialog, setDialog] = useState<"draw" | "person" | null>(null);
  const readOnly = project.readOnly !== null;
  useEffect(() => void assigning.refresh(), [assigning]);
  const patch = (part: Partial<ProgressQuery>): void => assigning.query.patch(part);
  const countOf = (state: (typeof states)[number]): number =>
    state === "nobody"
      ? progress.articles.filter((one) => one.state === null).length
      : progress.totals[state];

  return (
    <div className="progress-page" data-pane="page" tabIndex={-1}>
      <header className="progress-head">
        <div className="progress-line">
          <div className="progress-search">
            <SearchField
              label={say("progress.find")}
              value={query.typed}
              onChange={(typed) => patch({ typed })}
            />
          </div>
          <ChoiceField
            label={say("progress.show")}
            labelHidden
            value={query.state ?? "all"}
            options={[
              { id: "all", name: say("progress.show-all", { count: progress.articles.length }) },
              ...states.map((id) => ({
                id,
                name: say("progress.show-state", {
                  state: say(id === "nobody" ? "progress.nobody" : `progress.state-${id}`),
                  count: countOf(id),
                }),
              })),
            ]}
            onChange={(id) => patch({ state: states.find((one) => one === id) ?? null })}
          />
          <ChoiceField
            label={say("progress.whose")}
            labelHidden
            value={query.person ?? "all"}
            options={[
              { id: "all", name: say("progress.everybody") },
              ...people.map(({ id, name }) => ({ id, name: plainText(name) })),
            ]}
            onChange={(id) => patch({ person: people.find((one) => one.id === id)?.id ?? null })}
          />
          <span className="spring" />
          {!readOnly && (
            <>
              <Button onPress={() => setDialog("person")}>{say("progress.add-person")}</Button>
              <Button look="primary" isDisabled={shown.length === 0} onPress={() => setDialog("draw")}>
                {say("progress.draw")}
              </Button>
            </>
          )}
        </div>
        <div className="progress-line">
          <span className="quiet">{say("progress.total")}</span>
          <StateBar totals={progress.totals} />
          <span className="quiet">{say("progress.counted", { count: shown.length })}</span>
        </div>
        {problem && (
          <p className="progress-problem" role="alert">
            <OutsideText>{tell(explain(problem).what)}</OutsideText> {tell(explain(problem).advice)}
          </p>
        )}
      </header>
      {articles.length === 0 ? (
        <p className="pane-empty quiet">{say("progress.no-articles")}</p>
      ) : !done ? (
        <p className="pane-empty quiet">{say("progress.reading")}</p>
      ) : (
        <ProgressTable project={project} people={people} articles={shown} progress={progress} />
      )}
      <p className="progress-help quiet">{say("progress.key-help")}</p>
      {dialog === "draw" && (
        <DrawDialog
          project={project}
          people={people}
          articles={shown.map(({ id }) => id)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === "person" && <AddPersonDialog onClose={() => setDialog(null)} />}
    </div>
  );
}
