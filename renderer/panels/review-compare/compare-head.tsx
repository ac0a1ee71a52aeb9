// The head of the comparison: whose sets, how they are shown, which policies, whether names are hidden, and how much is the same.
// Every number opens what it counts.
import { Check, EyeOff, RefreshCw } from "lucide-react";
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import {
  type DifferenceQuery,
  everyDifference,
  questionCounts,
} from "../../../shared/review/list-differences.ts";
import type { Person } from "../../../shared/review/people.ts";
import { edgePolicies } from "../../../shared/review/policies/index.ts";
import { type Comparing, type ComparingState, mostCompared } from "../../state/review/comparing.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { PersonMark } from "./person-mark.tsx";

interface Props {
  readonly comparing: Comparing;
  readonly state: ComparingState;
  readonly people: readonly Person[];
  readonly lanes: boolean;
}

export function CompareHead({ comparing, state, people, lanes }: Props) {
  const { say } = useWords();
  return (
    <header className="compare-head">
      <div className="compare-line">
        <SetChoice {...{ comparing, state, people }} />
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
        <PolicyMenu chosen={state.policies} onChoose={comparing.setPolicies} />
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
        <Counts state={state} onAsk={comparing.ask} />
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

/** Whose sets are compared. */
function SetChoice({ comparing, state, people }: Omit<Props, "lanes">) {
  const { say, date } = useWords();
  /** From which file a colleague's set came; nothing while that would tell whose it is. */
  function comesFrom({ id, name }: Person): string | undefined {
    const from = state.sets?.sets.find(({ annotator }) => annotator.id === id)?.takenFrom;
    if (!from || name === null) return undefined;
    const when = date(new Date(from.at));
    return say("compare.taken-from", { name: plainText(name), from: plainText(from.from), when });
  }
  const isFull = state.chosen.length >= mostCompared;
  return (
    <ToggleButtonGroup
      className="set-choice"
      aria-label={say("compare.sets-label")}
      selectionMode="multiple"
      selectedKeys={people.filter(({ id }) => state.chosen.includes(id)).map(({ letter }) => letter)}
      onSelectionChange={(letters) =>
        comparing.choose(people.filter(({ letter }) => letters.has(letter)).map(({ id }) => id))
      }
    >
      {people.map((person) => (
        <ToggleButton
          key={person.letter}
          id={person.letter}
          className="set-toggle"
          data-hint={comesFrom(person)}
          isDisabled={isFull && !state.chosen.includes(person.id)}
        >
          <PersonMark person={person} />
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
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

function PolicyMenu({
  chosen,
  onChoose,
}: {
  readonly chosen: readonly string[];
  onChoose(ids: readonly string[]): void;
}) {
  const { say, tell, list } = useWords();
  const names = edgePolicies.flatMap(({ id, name }) => (chosen.includes(id) ? tell(name) : []));
  return (
    <MenuTrigger>
      <AriaButton className="button quiet-button" data-hint={list(names) || undefined}>
        {say("compare.policies-chosen", { count: chosen.length })}
      </AriaButton>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu
          className="choices policy-choices"
          aria-label={say("compare.policies-title")}
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChoose(edgePolicies.flatMap(({ id }) => (keys === "all" || keys.has(id) ? [id] : [])))
          }
        >
          {edgePolicies.map(({ id, name, about }) => (
            <MenuItem key={id} id={id} className="choice" textValue={tell(name)}>
              <span className="choice-tick">{chosen.includes(id) && <Check size={14} aria-hidden />}</span>
              <span className="choice-text">
                {tell(name)}
                <span className="choice-about">{tell(about)}</span>
              </span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
