// Accepts together what so many annotators have just alike, but for a share that somebody is to look at.
import { useState } from "react";
import type { AcceptOptions } from "../../../shared/review/accept.ts";
import { unanimousExclusions } from "../../../shared/review/decide/exclusions.ts";
import { unanimousRoles } from "../../../shared/review/decide/roles.ts";
import { comparingOf, shownPeople } from "../../state/review/comparing.ts";
import { acceptableIn, decidingOf, decisionsIn, usualAccept } from "../../state/review/deciding.ts";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { saidPerson } from "../review-compare/person-mark.tsx";
import { shownColumns } from "../review-compare/shown-columns.ts";

type AcceptChoice = Omit<AcceptOptions, "seed">;

/** Of the choice whose notes count: nobody's, so that such cards stay open. */
const nobody = "nobody";

export function AcceptDialog({ onClose }: { onClose(): void }) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const decisions = decisionsIn(workspace);
  const most = decisions?.review.annotators.length ?? 2;
  /** `audited` in percent. */
  const [options, setOptions] = useState<AcceptChoice>({
    threshold: most,
    audited: usualAccept.audited * 100,
    notesFrom: null,
  });
  const acceptOptions = { ...options, audited: options.audited / 100 };
  const acceptable = decisions && acceptableIn(workspace, decisions, acceptOptions);
  const [accepted, audit] = [acceptable?.accepted.length ?? 0, acceptable?.audit.length ?? 0];
  const [first] = [...(acceptable?.audit ?? []), ...(acceptable?.notesOpen ?? [])];
  const deciding = decidingOf(workspace);
  const isReadOnly = deciding.state.get().session?.readOnly !== false;
  const { session: curated } = deciding.state.get();
  const exclusions =
    decisions && curated ? unanimousExclusions(decisions.review, curated.annotations().set).length : 0;
  const roles = decisions && curated ? unanimousRoles(decisions.review, curated.annotations()).length : 0;
  const isNothing = accepted + exclusions + roles === 0;
  const isLookedAt = isNothing && first !== undefined;
  return (
    <ModalDialog
      title={say("decide.accept-title")}
      onClose={onClose}
      foot={
        <ConfirmButtons
          onCancel={onClose}
          autoFocus
          isDisabled={isReadOnly || (isNothing && !isLookedAt)}
          onPress={() => {
            onClose();
            if (isLookedAt) deciding.showQuestion(first);
            else deciding.accept(acceptOptions);
          }}
        >
          {say(isLookedAt ? "decide.look" : "decide.accept")}
        </ConfirmButtons>
      }
    >
      <p>{say("decide.accept-about")}</p>
      <AcceptFields
        options={options}
        most={most}
        notesDiffer={acceptable?.notesDiffer.length ?? 0}
        onChange={(part) => setOptions({ ...options, ...part })}
      />
      <p className="accept-count" role="status">
        {say("decide.accept-count", { count: accepted, left: audit })}
        {exclusions > 0 && <> {say("decide.accept-exclusions", { count: exclusions })}</>}
        {roles > 0 && <> {say("decide.accept-roles", { count: roles })}</>}
        {acceptable && acceptable.notesOpen.length > 0 && (
          <> {say("decide.accept-notes-open", { count: acceptable.notesOpen.length })}</>
        )}
      </p>
    </ModalDialog>
  );
}

interface AcceptFieldsProps {
  /** `audited` in percent. */
  readonly options: AcceptChoice;
  /** How many annotators there are. */
  readonly most: number;
  /** How many cards are alike in all but notes or flags. */
  readonly notesDiffer: number;
  onChange(part: Partial<AcceptChoice>): void;
}

function AcceptFields({ options, most, notesDiffer, onChange }: AcceptFieldsProps) {
  const { say, percent } = useWords();
  const { threshold, audited, notesFrom } = options;
  return (
    <div className="accept-fields">
      <SliderField
        label={say("decide.threshold")}
        value={threshold}
        least={1}
        most={most}
        said={say("decide.threshold-said", { count: threshold })}
        onChange={(count) => onChange({ threshold: count })}
      />
      <SliderField
        label={say("decide.audited")}
        value={audited}
        least={0}
        most={50}
        said={percent(audited / 100)}
        onChange={(share) => onChange({ audited: share })}
      />
      {notesDiffer > 0 && (
        <NotesFrom
          count={notesDiffer}
          value={notesFrom}
          onChange={(annotator) => onChange({ notesFrom: annotator })}
        />
      )}
    </div>
  );
}

interface NotesFromProps {
  /** How many cards are alike in all but notes or flags. */
  readonly count: number;
  /** By number of the annotator. */
  readonly value: number | null;
  onChange(value: number | null): void;
}

function NotesFrom({ count, value, onChange }: NotesFromProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const comparing = comparingOf(workspace).state.get();
  const people = shownPeople(comparing, workspace.state.get().project?.project.id ?? "");
  const columns = shownColumns(people, comparing.review?.annotators ?? []);
  return (
    <ChoiceField
      label={say("decide.notes-from", { count })}
      options={[
        { id: nobody, name: say("decide.notes-from-nobody") },
        ...columns.map(({ person, column }) => ({
          id: String(column),
          name: say("decide.notes-from-person", { person: saidPerson(person, say) }),
        })),
      ]}
      value={value === null ? nobody : String(value)}
      onChange={(id) => onChange(id === nobody ? null : Number(id))}
    />
  );
}
