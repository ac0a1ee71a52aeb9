// The question that is shown, or the part of it that was opened: what each annotator has, with the key that takes it, the other
// decisions, the parts, the reason, and what was decided.

import { Check, HelpCircle, Undo2 } from "lucide-react";
import { type Decision, isSettled } from "../../../shared/model/decision.ts";
import type { Id } from "../../../shared/model/id.ts";
import { get } from "../../../shared/model/table.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { type NoteAspect, notesDiffering, notesOf } from "../../../shared/review/card-notes.ts";
import type { ComparedGroup } from "../../../shared/review/comparison.ts";
import { alikeTo } from "../../../shared/review/decide/alike.ts";
import { takenBy } from "../../../shared/review/decide/decided-marks.ts";
import type { Question, QuestionPart } from "../../../shared/review/questions.ts";
import { flagName, typeName } from "../../../shared/words/tagset-words.ts";
import { runAction } from "../../actions/keyboard.ts";
import { useStore } from "../../lib/store.ts";
import type { ComparedReview } from "../../state/review/comparing.ts";
import { type Deciding, type DecidingState, type Decisions, reaches } from "../../state/review/deciding.ts";
import type { Session } from "../../state/session/session.ts";
import { IconButton, Press } from "../../ui/button.tsx";
import { Keys } from "../../ui/keys.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { CardForm } from "../cards/card-form.tsx";
import { Said } from "../review-compare/conflict-details.tsx";
import { PersonMark, saidPerson } from "../review-compare/person-mark.tsx";
import {
  allDifferences,
  askedDifferences,
  differenceName,
  type ListedDifference,
} from "../review-compare/question-differences.ts";
import { groupWords, saidWords, typeOfGroup } from "../review-compare/said-words.ts";
import type { ShownColumn } from "../review-compare/shown-columns.ts";
import { TypeForm } from "../span/type-form.tsx";
import { useKeyboard } from "../use-keyboard.ts";
import { ExclusionList, RoleList } from "./beside-parts.tsx";
import { EdgeEditor, PartList } from "./part-list.tsx";
import { UnfinishedList } from "./unfinished-list.tsx";
import "../../styles/cards.css";

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
  const { say } = useWords();
  const { review, tagset, columns, decisions, deciding, session } = props;
  const { current, part } = decisions;
  const shownQuestion = current && shownIn(review, current, part);
  const group = shownQuestion && review.comparison.groups[shownQuestion.number];
  return (
    <section
      tabIndex={-1}
      className="compare-details decide-panel"
      data-pane="page-details"
      aria-label={say("decide.decision")}
    >
      <UnfinishedList {...{ review, decisions }} />
      {shownQuestion && group && (
        <QuestionToDecide {...props} question={current} {...{ shownQuestion, group }} />
      )}
      <ExclusionList
        {...{ review, columns, deciding }}
        curated={session.annotations()}
        isReadOnly={session.readOnly}
      />
      <RoleList
        {...{ review, columns, deciding }}
        curated={session.annotations()}
        isReadOnly={session.readOnly}
      />
      <ShownAspects {...{ review, tagset, columns, shown: shownQuestion }} />
    </section>
  );
}

interface QuestionToDecideProps extends Props {
  readonly question: Question;
  readonly shownQuestion: ShownQuestion;
  readonly group: ComparedGroup;
}

/** What was decided on the question, what there is to choose from, and the card that has been made of it. */
function QuestionToDecide({ question, shownQuestion, group, ...props }: QuestionToDecideProps) {
  const { say } = useWords();
  const { review, tagset, columns, decisions, deciding, state, session } = props;
  const { queue, part } = decisions;
  const made = question.decision?.about === "card" ? question.decision.made[0] : undefined;
  const curatedCard = made === undefined ? null : <CuratedCard session={session} card={made} />;
  // What is made by hand is at hand: it stands before what others made.
  const isByHand = question.decision?.how === "edit";
  return (
    <>
      <GroupHead {...{ review, tagset, columns, group, shown: shownQuestion }} isPart={part !== null} />
      {shownQuestion.decision ? (
        <DecidedLine
          decision={shownQuestion.decision}
          isBefore={shownQuestion.state === "open"}
          columns={columns}
          review={review}
          onReopen={session.readOnly ? null : deciding.reopen}
        />
      ) : (
        part?.state === "decided" && <p className="decided-line quiet">{say("decide.along")}</p>
      )}
      {state.refusal && (
        <p className="decide-refusal" role="alert">
          {say(`refusals.${state.refusal}`)}
        </p>
      )}
      {isByHand && curatedCard}
      {state.editing && group.kind === "span" ? (
        <EdgeEditor key={shownQuestion.number} {...{ review, tagset, group, deciding, session }} />
      ) : (
        <>
          <Versions
            {...{ review, tagset, columns, group, shown: shownQuestion }}
            isReadOnly={session.readOnly}
          />
          <OtherChoices kind={group.kind} isReadOnly={session.readOnly} />
        </>
      )}
      <PartList {...{ review, tagset, columns, deciding, question }} opened={part?.group ?? null} />
      <Additions
        {...props}
        alike={alikeTo(review, queue, shownQuestion.number).length}
        isPhrase={group.kind === "span"}
      />
      {!isByHand && curatedCard}
    </>
  );
}

/** What is decided on: the question as a whole, or one of its parts by itself. */
interface ShownQuestion {
  readonly number: number;
  readonly state: Question["state"];
  readonly decision: Question["decision"];
  /** What people differ in there; where nothing has to be decided, what differs all the same. */
  readonly differing: readonly ListedDifference[];
}

function shownIn(review: ComparedReview, question: Question, part: QuestionPart | null): ShownQuestion {
  const { group: number, state, decision } = part ?? question;
  const of = part ? { parts: [part] } : question;
  const askedAspects = part ? allDifferences(review, of) : askedDifferences(review, of);
  return {
    number,
    state,
    decision,
    differing: askedAspects.length > 0 ? askedAspects : allDifferences(review, of),
  };
}

/** For those who cannot see it: what the question that has come is about. */
function ShownAspects({
  review,
  shown,
  ...named
}: Pick<Props, "review" | "tagset" | "columns"> & { readonly shown: ShownQuestion | null }) {
  const { tell, list } = useWords();
  const [first] = shown?.differing ?? [];
  return (
    <p className="visually-hidden" role="status">
      {first && tell(differenceName(review, { ...named, list }, first))}
    </p>
  );
}

type OfGroup = Pick<Props, "review" | "tagset" | "columns"> & {
  readonly group: ComparedGroup;
  readonly shown: ShownQuestion;
};

/** What it is about: its kind, its words, and what it differs in. */
function GroupHead({
  review,
  tagset,
  columns,
  group,
  shown,
  isPart,
}: OfGroup & { readonly isPart: boolean }) {
  const { say, tell, list } = useWords();
  const type = tagset.spanTypes.find(({ id }) => id === typeOfGroup(review, group));
  const aspects = new Set([
    ...shown.differing.map((asked) => tell(differenceName(review, { tagset, columns, list }, asked))),
    ...notesDiffering(review, group).map((aspect) => say(`decide.aspect-${aspect}`)),
  ]);
  return (
    <header className="decide-group">
      <p className="conflict-kind">
        {type && <TypeForm tagset={tagset} type={type.id} />}
        {type ? tell(typeName(type)) : say("compare.row-card")}
        {isPart && <span className="quiet"> · {say("decide.part-of")}</span>}
        <span className="decide-aspects">
          {aspects.size === 0 ? say("compare.all-same") : list([...aspects])}
        </span>
      </p>
      <blockquote className="conflict-words">
        <OutsideText>{groupWords(review, group)}</OutsideText>
      </blockquote>
    </header>
  );
}

interface VersionsProps extends OfGroup {
  readonly isReadOnly: boolean;
}

/** A button an annotator: pressing it, or its key, takes what they have. */
function Versions({ review, tagset, columns, group, shown, isReadOnly }: VersionsProps) {
  const panels = usePanels();
  const { say } = useWords();
  const keyboard = useKeyboard();
  const noteAspects = notesDiffering(review, group);
  return (
    <>
      <ul className="decide-versions" aria-label={say("decide.versions")}>
        {columns.map(({ person, column }, place) => {
          const id = `decide-take-${place + 1}`;
          const [key] = keyboard.keysOf(id);
          const isTaken = shown.decision !== null && takenBy(review, shown.decision) === column;
          return (
            <li key={person.letter}>
              <Press
                className={isTaken ? "decide-version taken" : "decide-version"}
                isDisabled={isReadOnly}
                onPress={() => runAction(panels, id)}
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
                <VersionOf {...{ review, tagset, columns, group, shown, column, noteAspects }} />
              </Press>
            </li>
          );
        })}
      </ul>
      {noteAspects.length > 0 && <p className="field-help">{say("decide.notes-along")}</p>}
    </>
  );
}

interface VersionProps extends OfGroup {
  readonly column: number;
  /** Of notes and flags those in which they differ. */
  readonly noteAspects: readonly NoteAspect[];
}

/** What one annotator has of all that differs, notes and flags among it. */
function VersionOf({ review, tagset, columns, group, shown, column, noteAspects }: VersionProps) {
  const { say, tell, list } = useWords();
  const versionAspects = shown.differing.filter(
    ({ difference, group: part }) =>
      part.members[column] != null && (difference.aspect !== "missing" || shown.differing.length === 1),
  );
  if (group.members[column] == null && versionAspects.length === 0)
    return <span className="decide-none">{say("decide.none")}</span>;
  return (
    <span className="decide-said">
      {versionAspects.map((asked) => (
        <span key={asked.key} className="decide-one">
          {shown.differing.length > 1 && (
            <span className="decide-aspect">
              {tell(differenceName(review, { tagset, columns, list }, asked))}
            </span>
          )}
          <Said words={saidWords(review, tagset, asked.group, asked.difference, column)} />
        </span>
      ))}
      {noteAspects.map((aspect) => (
        <NoteOf key={aspect} {...{ review, tagset, group, column, aspect }} />
      ))}
    </span>
  );
}

type NoteProps = Omit<VersionProps, "shown" | "columns" | "noteAspects"> & { readonly aspect: NoteAspect };

function NoteOf({ review, tagset, group, column, aspect }: NoteProps) {
  const { say, tell, list } = useWords();
  const cardNote = notesOf(review, group)[column];
  if (!cardNote) return null;
  const flags = tagset.flags
    .filter(({ id }) => cardNote.flags.includes(id))
    .map((flag) => tell(flagName(flag)));
  const words = aspect === "note" ? cardNote.note : list(flags);
  return (
    <span className="decide-one">
      <span className="decide-aspect">{say(`decide.aspect-${aspect}`)}</span>
      {words === "" ? (
        <span className="quiet">{say(`cards.no-${aspect === "note" ? "note" : "flag"}`)}</span>
      ) : (
        <OutsideText>{words}</OutsideText>
      )}
    </span>
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
            onPress={() => runAction(panels, id)}
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

/** The card that a decision made, as it stands in the curated set, to be changed like any other card. */
function CuratedCard({ session, card: id }: { readonly session: Session; readonly card: Id }) {
  const { say } = useWords();
  const card = useStore(session.shown, ({ annotations }) => get(annotations.set.attributions, id));
  if (!card) return null;
  return (
    <section className="decide-card" aria-label={say("decide.curated")}>
      <h2 className="conflict-aspect">{say("decide.curated")}</h2>
      <CardForm session={session} card={card} />
    </section>
  );
}

interface DecidedLineProps {
  readonly decision: Decision;
  /** It was made on what has become something else since. */
  readonly isBefore: boolean;
  readonly columns: readonly ShownColumn[];
  readonly review: ComparedReview;
  /** `null` where nothing can be changed. */
  readonly onReopen: (() => void) | null;
}

/** Says what was decided on the conflict that is shown: how, by whom, when and why, and the way back. */
function DecidedLine({ decision, isBefore, columns, review, onReopen }: DecidedLineProps) {
  const { say, when } = useWords();
  const keyboard = useKeyboard();
  const { how, provenance, reason } = decision;
  const decider = useStore(usePanels().workspace.state, ({ project }) =>
    project?.annotator?.id === provenance.annotator
      ? null
      : (project?.project.annotators.find(({ id }) => id === provenance.annotator)?.name ?? "?"),
  );
  const column = columns.find((one) => one.column === takenBy(review, decision));
  const person = column ? saidPerson(column.person, say) : "?";
  const words =
    how === "take" || how === "accepted-together"
      ? say(`decide.decided-${how}`, { person })
      : say(`decide.decided-${how}`);
  const Picture = isSettled(decision) ? Check : HelpCircle;
  return (
    <div className={`decided-line ${isBefore ? "before" : how === "unsure" ? "unsure" : "settled"}`}>
      <Picture size={15} aria-hidden />
      <div className="decided-words">
        <p>
          <strong>{words}</strong>{" "}
          <span className="quiet">
            {say("decide.decided-by", {
              who: decider === null ? say("decide.you") : plainText(decider),
              when: when(new Date(provenance.at), new Date()),
            })}
          </span>
        </p>
        {reason !== "" && (
          <p>
            <OutsideText>{reason}</OutsideText>
          </p>
        )}
        {isBefore && <p className="quiet">{say("decide.decided-before")}</p>}
      </div>
      {onReopen && (
        <IconButton
          tiny
          label={say("decide.reopen")}
          keys={keyboard.keysOf("decide-reopen")}
          onPress={onReopen}
        >
          <Undo2 size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
