// The conflict that is shown: what each annotator has, with the key that takes it, the other decisions, the reason, and what was
// decided.
import { Check } from "lucide-react";
import type { Tagset } from "../../../shared/model/tagset.ts";
import type { ComparedGroup } from "../../../shared/review/comparison.ts";
import { alikeTo } from "../../../shared/review/decide/alike.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { type Deciding, type DecidingState, type Decisions, reaches } from "../../state/review/deciding.ts";
import type { Session } from "../../state/sets/session.ts";
import { Press } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { Said } from "../review-compare/conflict-details.tsx";
import { PersonMark } from "../review-compare/person-mark.tsx";
import { aspectName, groupWords, saidWords, typeOfGroup } from "../review-compare/said-words.ts";
import type { ShownColumn } from "../review-compare/shown-columns.ts";
import { TypeForm } from "../span/type-form.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { CuratedCard } from "./curated-card.tsx";
import { DecidedLine } from "./decided-line.tsx";
import { EdgeEditor } from "./edge-editor.tsx";

interface Props {
  readonly review: ComparedReview;
  readonly tagset: Tagset;
  readonly columns: readonly ShownColumn[];
  readonly decisions: Decisions;
  readonly deciding: Deciding;
  readonly state: DecidingState;
  readonly session: Session;
}

export function DecidePanel(props: Props) {
  const { say, tell } = useWords();
  const { review, tagset, columns, decisions, deciding, state, session } = props;
  const { queue, current } = decisions;
  const group = current && review.comparison.groups[current.group];
  const isDone = queue.conflicts.length > 0 && queue.conflicts.every((one) => one.state === "decided");
  return (
    <section
      tabIndex={-1}
      className="compare-details decide-panel"
      data-pane="page-details"
      aria-label={say("decide.decision")}
    >
      {isDone && (
        <div className="decide-done" role="status">
          <Check size={18} aria-hidden />
          <p>
            <strong>{say("decide.all-done")}</strong> {say("decide.all-done-about")}
          </p>
        </div>
      )}
      {current && group && (
        <>
          <GroupHead {...{ review, tagset, group }} />
          {current.decision && (
            <DecidedLine
              decision={current.decision}
              isBefore={current.state === "open"}
              columns={columns}
              review={review}
              onReopen={session.readOnly ? null : deciding.reopen}
            />
          )}
          {state.refusal && (
            <p className="decide-refusal" role="alert">
              {say(`refusals.${state.refusal}`)}
            </p>
          )}
          {state.editing && group.kind === "span" ? (
            <EdgeEditor key={current.group} {...{ review, tagset, group, deciding, session }} />
          ) : (
            <>
              <Versions
                {...{
                  review,
                  tagset,
                  columns,
                  group,
                  decision: current.decision,
                  isReadOnly: session.readOnly,
                }}
              />
              <OtherChoices kind={group.kind} isReadOnly={session.readOnly} />
            </>
          )}
          <Additions
            {...props}
            alike={alikeTo(review, queue, current.group).length}
            isPhrase={group.kind === "span"}
          />
          {group.kind === "card" && current.decision?.made[0] !== undefined && (
            <CuratedCard session={session} card={current.decision.made[0]} />
          )}
        </>
      )}
      <p className="visually-hidden" role="status">
        {group && tell(aspectName(group.differences[0] ?? { aspect: "missing" }, tagset))}
      </p>
    </section>
  );
}

type OfGroup = Pick<Props, "review" | "tagset"> & { readonly group: ComparedGroup };

/** What it is about: its kind, its words, and what it differs in. */
function GroupHead({ review, tagset, group }: OfGroup) {
  const { say, tell, list } = useWords();
  const type = tagset.spanTypes.find(({ id }) => id === typeOfGroup(review, group));
  const differing = group.differences.filter(({ isPassed }) => !isPassed);
  const aspects = differing.length > 0 ? differing : group.differences;
  return (
    <header className="decide-group">
      <p className="conflict-kind">
        {type && <TypeForm tagset={tagset} type={type.id} />}
        {type ? tell(typeName(type)) : say("compare.row-card")}
        <span className="decide-aspects">
          {aspects.length === 0
            ? say("compare.all-same")
            : list(aspects.map((difference) => tell(aspectName(difference, tagset))))}
        </span>
      </p>
      <blockquote className="conflict-words">
        <OutsideText>{groupWords(review, group)}</OutsideText>
      </blockquote>
    </header>
  );
}

interface VersionsProps extends OfGroup {
  readonly columns: readonly ShownColumn[];
  readonly decision: Decisions["rows"][number]["decision"];
  readonly isReadOnly: boolean;
}

/** A button an annotator: pressing it, or its key, takes what they have. */
function Versions({ review, tagset, columns, group, decision, isReadOnly }: VersionsProps) {
  const panels = usePanels();
  const { say, tell } = useWords();
  const keyboard = useKeyboard();
  return (
    <ul className="decide-versions" aria-label={say("decide.versions")}>
      {columns.map(({ person, column }, place) => {
        const id = `decide-take-${place + 1}`;
        const [key] = keyboard.keysOf(id);
        const isTaken = decision?.taken === review.annotators[column];
        return (
          <li key={person.letter}>
            <Press
              className={isTaken ? "decide-version taken" : "decide-version"}
              isDisabled={isReadOnly}
              onPress={() => keyboard.action(id)?.run(panels)}
            >
              <span className="decide-version-head">
                {key !== undefined && <Keys combination={key} />}
                <PersonMark person={person} />
                {isTaken && (
                  <span className="decide-taken">
                    <Check size={13} aria-hidden />
                    {say("decide.taken")}
                  </span>
                )}
              </span>
              {group.members[column] == null ? (
                <span className="decide-none">{say("decide.none")}</span>
              ) : (
                <span className="decide-said">
                  {group.differences
                    .filter(({ aspect }) => aspect !== "missing" || group.differences.length === 1)
                    .map((difference) => (
                      <span key={`${difference.aspect} ${difference.field ?? ""}`} className="decide-one">
                        {group.differences.length > 1 && (
                          <span className="decide-aspect">{tell(aspectName(difference, tagset))}</span>
                        )}
                        <Said words={saidWords(review, tagset, group, difference, column)} />
                      </span>
                    ))}
                </span>
              )}
            </Press>
          </li>
        );
      })}
    </ul>
  );
}

function OtherChoices({
  kind,
  isReadOnly,
}: {
  readonly kind: ComparedGroup["kind"];
  readonly isReadOnly: boolean;
}) {
  const panels = usePanels();
  const { say } = useWords();
  const keyboard = useKeyboard();
  const choices = [
    ["decide-union", say(kind === "card" ? "decide.union-card" : "decide.union")],
    ["decide-intersection", say(kind === "card" ? "decide.intersection-card" : "decide.intersection")],
    ["decide-edit", say("decide.edit")],
    ["decide-nothing", say("decide.nothing")],
    ["decide-unsure", say("decide.not-sure")],
    ["discuss-conflict", say("decide.discuss")],
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one of inputs
    <div className="decide-choices" role="group" aria-label={say("decide.choices")}>
      {choices.map(([id, words]) => {
        const [key] = keyboard.keysOf(id);
        return (
          <Press
            key={id}
            className="button decide-choice"
            isDisabled={isReadOnly}
            onPress={() => keyboard.action(id)?.run(panels)}
          >
            {key !== undefined && <Keys combination={key} />}
            {words}
          </Press>
        );
      })}
    </div>
  );
}

/** What goes with the next decision: a reason, and whether it is for every place like this one. */
function Additions({
  deciding,
  state,
  session,
  alike,
  isPhrase,
}: Props & { readonly alike: number; readonly isPhrase: boolean }) {
  const { say } = useWords();
  return (
    <div className="decide-additions">
      {isPhrase && !session.readOnly && (
        <SegmentedField
          label={say("decide.reach")}
          options={[
            { id: "here", name: say("decide.reach-here") },
            { id: "article", name: say("decide.reach-article", { count: alike }) },
            { id: "project", name: say("decide.reach-project") },
          ]}
          value={state.reach}
          onChange={(id) => deciding.setReach(reaches.find((reach) => reach === id) ?? "here")}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key is that of the field within */}
      <div
        data-reason
        onKeyDown={(event) => {
          if (event.key !== "Enter" && event.key !== "Escape") return;
          event.preventDefault();
          event.stopPropagation();
          document.querySelector<HTMLElement>(".decide-panel")?.focus();
        }}
      >
        <TextField
          label={say("decide.reason")}
          help={say("decide.reason-about")}
          value={state.reason}
          isDisabled={session.readOnly}
          onChange={deciding.setReason}
        />
      </div>
    </div>
  );
}
