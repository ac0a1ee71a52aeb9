// The head of the comparison: whose sets, how they are shown, which policies, whether names are hidden, and how much is the same.
// Every number opens what it counts.
import { EyeOff, RefreshCw } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Id } from "../../../shared/model/id.ts";
import { edgePolicies } from "../../../shared/review/edge-policies.ts";
import {
  type DifferenceQuery,
  everyDifference,
  questionCounts,
} from "../../../shared/review/list-differences.ts";
import type { Person } from "../../../shared/review/people.ts";
import {
  type Comparing,
  type ComparingState,
  isReadAlone,
  mostCompared,
} from "../../state/review/comparing.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ChoicesMenu } from "../../ui/choices-menu.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { PersonMark, saidPerson } from "./person-mark.tsx";

interface Props {
  readonly comparing: Comparing;
  readonly state: ComparingState;
  readonly people: readonly Person[];
  readonly lanes: boolean;
}

export function CompareHead({ comparing, state, people, lanes }: Props) {
  const { say, date } = useWords();
  /** From which file a colleague's set came; nothing while that would tell whose it is. */
  function comesFrom({ id, name }: Person): string | undefined {
    const from = state.sets?.sets.find(({ annotator }) => annotator.id === id)?.takenFrom;
    if (!from || name === null) return undefined;
    const when = date(new Date(from.at));
    return say("compare.taken-from", { name: plainText(name), from: plainText(from.from), when });
  }
  return (
    <header className="compare-head">
      <div className="compare-line">
        <SetChoice
          label={say("compare.sets-label")}
          people={people}
          chosen={state.chosen}
          hintOf={comesFrom}
          onChoose={comparing.choose}
        />
        {people.length > mostCompared && (
          <span className="quiet">{say("compare.at-most", { count: mostCompared })}</span>
        )}
        <span className="spring" />
        {state.chosen.length === 2 && (
          <SegmentedField
            label={say("compare.show-as")}
            labelHidden
            options={[
              { id: "columns", name: say("compare.columns") },
              { id: "lanes", name: say("compare.lanes") },
            ]}
            value={lanes ? "lanes" : "columns"}
            onChange={(id) => comparing.setColumns(id === "columns")}
          />
        )}
        <PolicyMenu comparing={comparing} state={state} />
        <SwitchField
          label={say("compare.blind")}
          title={say("compare.blind-on")}
          value={state.blind}
          onChange={comparing.setBlind}
        />
        <IconButton label={say("compare.refresh")} onPress={() => void comparing.refresh()}>
          <RefreshCw size={15} aria-hidden />
        </IconButton>
      </div>
      <div className="compare-line">
        {state.review && isReadAlone(state.review) ? (
          <ReadAlone people={people} chosen={state.chosen} />
        ) : (
          <Counts state={state} onAsk={comparing.ask} />
        )}
        <span className="spring" />
        {state.blind && (
          <p className="blind-state" role="status">
            <EyeOff size={13} aria-hidden />
            {say(
              people.some(({ role }) => role === "hidden") ? "compare.blind-on" : "compare.blind-revealed",
            )}
          </p>
        )}
        {state.progress && <Running state={state} onStop={comparing.stop} />}
      </div>
    </header>
  );
}

/** Whose marks these are, where there is nothing to compare them with. */
function ReadAlone({ people, chosen }: Pick<Props, "people"> & Pick<ComparingState, "chosen">) {
  const { say } = useWords();
  const person = people.find(({ id }) => chosen.includes(id));
  if (!person) return null;
  const name = saidPerson(person, say);
  return (
    <p className="quiet" role="status">
      {people.length === 1
        ? say(person.role === "own" ? "compare.only-own" : "compare.only", { name })
        : say("compare.read-alone", { name })}
    </p>
  );
}

function Running({ state: { progress }, onStop }: { readonly state: ComparingState; onStop(): void }) {
  const { say, percent } = useWords();
  const share = progress && progress.of > 0 ? percent(progress.done / progress.of) : null;
  return (
    <p className="compare-running" role="status">
      {share === null ? say("compare.comparing") : say("compare.comparing-at", { share })}
      <Button look="quiet-button" onPress={onStop}>
        {say("compare.stop")}
      </Button>
    </p>
  );
}

function Counts({
  state: { review, query },
  onAsk,
}: {
  readonly state: ComparingState;
  onAsk(query: Partial<DifferenceQuery>): void;
}) {
  const { say } = useWords();
  if (!review) return null;
  const { all, strict, lenient, parts } = questionCounts(review.comparison, review.questions);
  const door = (shown: DifferenceQuery["shown"], words: string) => (
    <button
      type="button"
      className="status-door"
      aria-pressed={query.shown === shown}
      onClick={() => onAsk({ ...everyDifference, shown, sort: query.sort })}
    >
      {words}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one of inputs
    <div className="compare-counts" role="group" aria-label={say("compare.counts")}>
      {door("same", say("compare.count-strict", { count: strict, all }))}
      {door("passed", say("compare.count-lenient", { count: lenient }))}
      {door("lenient", say("compare.count-different", { count: all - lenient, parts }))}
      {!review.comparison.isExact && (
        <span className="quiet" data-hint={say("compare.not-exact-about")}>
          {say("compare.not-exact")}
        </span>
      )}
    </div>
  );
}

function PolicyMenu({ comparing, state }: Pick<Props, "comparing" | "state">) {
  const { say, tell, list } = useWords();
  const policies = edgePolicies.map(({ id, name, about }) => ({ id, name: tell(name), about: tell(about) }));
  const chosenPolicies = policies.filter(({ id }) => state.policies.includes(id));
  return (
    <ChoicesMenu
      label={say("compare.policies-chosen", { count: state.policies.length })}
      hint={list(chosenPolicies.map(({ name }) => name)) || undefined}
      placement="bottom end"
      title={say("compare.policies-title")}
      options={policies}
      chosen={state.policies}
      onChoose={comparing.setPolicies}
    />
  );
}

// The choice of sets that are compared or measured.

interface SetChoiceProps {
  readonly label: string;
  readonly people: readonly Person[];
  readonly chosen: readonly string[];
  hintOf?(person: Person): string | undefined;
  onChoose(annotators: readonly Id[]): void;
}

export function SetChoice({ label, people, chosen, hintOf, onChoose }: SetChoiceProps) {
  return (
    <ToggleButtonGroup
      className="set-choice"
      aria-label={label}
      selectionMode="multiple"
      selectedKeys={people.filter(({ id }) => chosen.includes(id)).map(({ letter }) => letter)}
      onSelectionChange={(letters) =>
        onChoose(people.filter(({ letter }) => letters.has(letter)).map(({ id }) => id))
      }
    >
      {people.map((person) => (
        <ToggleButton
          key={person.letter}
          id={person.letter}
          className="set-toggle"
          data-hint={hintOf?.(person)}
          isDisabled={chosen.length >= mostCompared && !chosen.includes(person.id)}
        >
          <PersonMark person={person} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
