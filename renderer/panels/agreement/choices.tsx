// The choices at the head of the page: whose sets, which articles and types, which policies, and whether gamma is sampled.
import { RefreshCw } from "lucide-react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import type { Person } from "../../../shared/review/people.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import { useStore } from "../../lib/store.ts";
import type { Measuring, MeasuringState } from "../../state/review/measuring.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ChoicesMenu } from "../../ui/choices-menu.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { SetChoice } from "../review-compare/compare-head.tsx";

interface Props {
  readonly measuring: Measuring;
  readonly state: MeasuringState;
  readonly project: OpenProject;
  readonly people: readonly Person[];
  readonly chosen: readonly string[];
  onFeedback(): void;
}

export function Choices({ measuring, state, project, people, chosen, onFeedback }: Props) {
  const { say } = useWords();
  const { choice, progress, result, isStale } = state;
  return (
    <header className="compare-head">
      <div className="compare-line">
        <SetChoice
          label={say("measuring.people")}
          people={people}
          chosen={chosen}
          onChoose={(annotators) => measuring.choose({ annotators })}
        />
        <span className="spring" />
        {progress && (
          <p className="compare-running" role="status">
            <Running done={progress.done} of={progress.of} />
            <Button look="quiet-button" onPress={measuring.stop}>
              {say("measuring.stop")}
            </Button>
          </p>
        )}
      </div>
      <div className="compare-line">
        <SubjectChoice {...{ measuring, choice, project }} />
        <span className="spring" />
        {result && result.leftOut.length > 0 && chosen.length > 1 && (
          <p className="quiet">{say("measuring.left-out", { count: result.leftOut.length })}</p>
        )}
        {isStale && (
          <>
            <p className="measuring-stale" role="status">
              {say("measuring.stale")}
            </p>
            <Button onPress={measuring.refresh}>{say("measuring.again")}</Button>
          </>
        )}
        <Button look="quiet-button" onPress={onFeedback}>
          {say("feedback.action")}
        </Button>
        {!isStale && (
          <IconButton label={say("measuring.refresh")} onPress={measuring.refresh}>
            <RefreshCw size={15} aria-hidden />
          </IconButton>
        )}
      </div>
    </header>
  );
}

interface SubjectChoiceProps extends Pick<Props, "measuring" | "project"> {
  readonly choice: MeasuringState["choice"];
}

/** Which articles and types are measured, by which policies, and whether gamma is. */
function SubjectChoice({ measuring, choice, project }: SubjectChoiceProps) {
  const { say, tell } = useWords();
  // Those of the project are of when it was opened.
  const present = useStore(usePanels().workspace.state, (state) => state.articles);
  const articles = present.map(({ id, title }) => ({ id, name: plainText(title) }));
  const types = project.project.tagset.spanTypes.map((type) => ({ id: type.id, name: tell(typeName(type)) }));
  const nullIfAll = (ids: readonly string[], all: readonly unknown[]) =>
    ids.length === all.length ? null : ids;
  return (
    <>
      <ChoicesMenu
        label={say("measuring.articles", { count: choice.articles?.length ?? articles.length })}
        title={say("measuring.articles-title")}
        options={articles}
        chosen={choice.articles ?? articles.map(({ id }) => id)}
        onChoose={(ids) => measuring.choose({ articles: nullIfAll(ids, articles) })}
      />
      <ChoicesMenu
        label={say("measuring.types", {
          all: choice.types === null ? "yes" : "no",
          count: choice.types?.length ?? types.length,
        })}
        title={say("measuring.types-title")}
        options={types}
        chosen={choice.types ?? types.map(({ id }) => id)}
        onChoose={(ids) => measuring.choose({ types: nullIfAll(ids, types) })}
      />
      <ChoicesMenu
        label={say("compare.policies-chosen", { count: choice.policies.length })}
        title={say("measuring.policies-title")}
        options={edgePolicies.map(({ id, name, about }) => ({ id, name: tell(name), about: tell(about) }))}
        chosen={choice.policies}
        onChoose={(policies) => measuring.choose({ policies })}
      />
      <SwitchField
        label={say("measuring.gamma")}
        title={say("measuring.gamma-about")}
        value={choice.gamma}
        onChange={(gamma) => measuring.choose({ gamma })}
      />
    </>
  );
}

function Running({ done, of }: { readonly done: number; readonly of: number }) {
  const { say, percent } = useWords();
  return (
    <>{of > 0 ? say("measuring.running-at", { share: percent(done / of) }) : say("measuring.running")}</>
  );
}
