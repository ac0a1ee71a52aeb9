// The page of what suggestions have learned from the person’s cards: learned anew, measured, looked at, switched off and taken back.
import { useEffect } from "react";
import { type Learned, outcomeOf, patternText } from "../../../shared/suggestions/learning/learned.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { learningOf } from "../../state/suggestions/learning.ts";
import { Button } from "../../ui/button.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";

export function LearnedPage({ session }: { readonly session: Session }) {
  const { say, tell, when } = useWords();
  const { workspace } = usePanels();
  const project = useStore(workspace.state, (state) => state.project?.project.id ?? null);
  const learning = learningOf(workspace);
  const { learned, isLearning, problem } = useStore(learning.state, (state) => state);
  useEffect(() => {
    if (project !== null) void learning.load();
  }, [learning, project]);
  const { used = null, last = null } = learned ?? {};
  return (
    <div className="suggestions-scroller measured">
      <p className="quiet">{say("suggestions.learned-about")}</p>
      {problem && <ProblemLine problem={problem} />}
      {learned?.damaged && <p>{say("suggestions.learned-damaged")}</p>}
      {!session.readOnly && (
        <Button look="primary" onPress={() => void learning.learn()}>
          {say("suggestions.learn")}
        </Button>
      )}
      <div role="status">
        {isLearning && <p className="quiet">{say("suggestions.learning")}</p>}
        {!isLearning && last && (
          <p>
            {tell(outcomeOf(last.gate))} <span className="quiet">{when(new Date(last.at), new Date())}</span>
          </p>
        )}
        {learned && !last && <p className="quiet">{say("suggestions.learned-nothing")}</p>}
      </div>
      {used && !session.readOnly && (
        <SwitchField
          label={say("suggestions.learned-on")}
          value={learned?.on ?? true}
          onChange={(on) => void learning.turn(on)}
        />
      )}
      {used && <LearnedParts learned={used.learned} />}
      {learned?.canUndo && !session.readOnly && (
        <Button onPress={() => void learning.undo()}>{say("suggestions.learned-undo")}</Button>
      )}
    </div>
  );
}

function LearnedParts({ learned }: { readonly learned: Learned }) {
  const { say, tell, number } = useWords();
  const { verbs, patterns, names, weights } = learned;
  const changed = [
    ...Object.entries(weights.cues).map(([cue, weight]) => ({
      name: say("suggestions.pattern", { cue }),
      weight,
    })),
    ...Object.entries(weights.rules).map(([rule, weight]) => ({ name: tell(reasonOf(rule)), weight })),
  ];
  return (
    <>
      <ProvenList
        title={say("suggestions.learned-verbs")}
        rows={verbs.map((verb) => ({
          ...verb,
          words: say("suggestions.learned-verb", { verb: verb.lemma, like: verb.like }),
        }))}
      />
      <ProvenList
        title={say("suggestions.learned-patterns")}
        rows={patterns.map((pattern) => ({
          ...pattern,
          words: patternText(pattern, say("suggestions.measure-source"), say("suggestions.measure-content")),
        }))}
      />
      <ProvenList
        title={say("suggestions.learned-names")}
        rows={names.map((name) => ({ ...name, words: name.name }))}
      />
      {changed.length > 0 && (
        <details>
          <summary>{say("suggestions.learned-weights")}</summary>
          <ul className="learned-list">
            {changed.map(({ name, weight }) => (
              <li key={name}>
                <OutsideText>{name}</OutsideText>{" "}
                <span className="quiet">
                  {say(weight > 0 ? "suggestions.learned-surer" : "suggestions.learned-less-sure", {
                    by: number(Math.abs(weight)),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface ProvenRow {
  readonly words: string;
  readonly right: number;
  readonly all: number;
}

function ProvenList({ title, rows }: { readonly title: string; readonly rows: readonly ProvenRow[] }) {
  const { say } = useWords();
  if (rows.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="learned-title">{title}</h3>
      <ul className="learned-list">
        {rows.map(({ words, right, all }) => (
          <li key={words}>
            <OutsideText>{words}</OutsideText>{" "}
            <span className="quiet">{say("suggestions.learned-proof", { right, all })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
