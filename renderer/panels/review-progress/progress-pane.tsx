// The table of articles and people: who annotates what.

import { useMemo, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { drawAssignments } from "../../../shared/review/assignments.ts";
import { assigningOf } from "../../state/review/assigning.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ArticleFilters } from "../articles/article-filters.tsx";
import { NoArticles } from "../articles/no-articles.tsx";
import { useListedArticles } from "../articles/use-listed-articles.ts";
import { NameForm } from "../dialogs/name-dialog.tsx";
import type { Page } from "../page.ts";
import { usePeople } from "../use-annotators.ts";
import { ProgressTable, StateBar } from "./progress-table.tsx";

import "../../styles/progress.css";

function ProgressPane({ project }: { readonly project: OpenProject }) {
  const { say } = useWords();
  const people = usePeople();
  const listing = useListedArticles(true);
  const { shown, progress, isKnown } = listing;
  const [dialog, setDialog] = useState<"draw" | "person" | null>(null);
  const readOnly = project.readOnly !== null;

  return (
    <div className="progress-page" data-pane="page" tabIndex={-1}>
      <header className="progress-head">
        <div className="progress-line">
          <ArticleFilters listing={listing} />
          <span className="spring" />
          {!readOnly && (
            <>
              <Button onPress={() => setDialog("person")}>{say("progress.add-person")}</Button>
              <Button
                look="primary"
                isDisabled={!listing.areRowsKnown || shown.length === 0}
                onPress={() => setDialog("draw")}
              >
                {say("progress.draw")}
              </Button>
            </>
          )}
        </div>
        <div className="progress-line">
          <span className="quiet">{say("progress.total")}</span>
          <StateBar totals={isKnown ? progress.totals : null} />
          <span className="quiet">
            {isKnown ? say("progress.counted", { count: listing.all.length }) : say("progress.reading")}
          </span>
        </div>
      </header>
      {listing.all.length === 0 ? (
        <NoArticles project={project} />
      ) : !listing.areRowsKnown ? (
        <p className="pane-empty quiet">{say("progress.reading")}</p>
      ) : (
        <ProgressTable
          project={project}
          people={people}
          articles={shown}
          progress={progress}
          isKnown={isKnown}
        />
      )}
      {listing.all.length > 0 && <p className="progress-help quiet">{say("progress.key-help")}</p>}
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

/** Asks for the name of somebody who is to take part and has not opened the project yet. */
function AddPersonDialog({ onClose }: { onClose(): void }) {
  const assigning = assigningOf(usePanels().workspace);
  const { say } = useWords();
  return (
    <NameForm
      title={say("progress.add-person")}
      label={say("progress.name")}
      help={say("progress.add-person-about")}
      saveLabel={say("progress.add")}
      onSave={async (name) => {
        if (await assigning.addPerson(name)) onClose();
      }}
      onClose={onClose}
    />
  );
}

interface Props {
  readonly project: OpenProject;
  readonly people: readonly Annotator[];
  readonly articles: readonly Id[];
  onClose(): void;
}

/** Articles that the preview names. */
const mostNamed = 8;

/** Draws a share of the articles shown for several people: what comes out is seen before it is assigned. */
function DrawDialog({ project, people, articles, onClose }: Props) {
  const { workspace } = usePanels();
  const assigning = assigningOf(workspace);
  const { say, number } = useWords();
  const draw = useDraw({ project, people, articles });
  const { share, times, seed, leftOut, drawn } = draw;
  const assign = async (): Promise<void> => {
    if (await assigning.change({ assign: drawn.pairs, release: [] }, seed.trim())) onClose();
  };
  return (
    <ModalDialog
      title={say("progress.draw-title")}
      onClose={onClose}
      foot={
        <ConfirmButtons
          onCancel={onClose}
          isDisabled={drawn.pairs.length === 0 || seed.trim() === ""}
          onPress={() => void assign()}
        >
          {say("progress.assign")}
        </ConfirmButtons>
      }
    >
      <p>{say("progress.draw-about")}</p>
      <SliderField
        label={say("progress.share")}
        value={share}
        least={0}
        most={100}
        said={say("progress.share-said", { share })}
        onChange={draw.setShare}
      />
      <SliderField
        label={say("progress.times")}
        value={times}
        least={2}
        most={Math.max(3, people.length)}
        said={number(times)}
        onChange={draw.setTimes}
      />
      <SwitchField label={say("progress.others")} value={draw.others} onChange={draw.setOthers} />
      <DrawPeople people={people} leftOut={leftOut} onLeaveOut={draw.setLeftOut} />
      <TextField
        label={say("progress.seed")}
        help={say("progress.seed-about")}
        value={seed}
        onChange={draw.setSeed}
        maxLength={200}
      />
      <DrawPreview people={people} articles={articles} drawn={drawn} />
    </ModalDialog>
  );
}

/** What is to be drawn, and what comes out. */
function useDraw({ project, people, articles }: Omit<Props, "onClose">) {
  const { workspace } = usePanels();
  const [share, setShare] = useState(20);
  const [times, setTimes] = useState(2);
  const [others, setOthers] = useState(true);
  const [seed, setSeed] = useState(() => workspace.newId().slice(0, 6));
  const [leftOut, setLeftOut] = useState<readonly Id[]>([]);
  const among = useMemo(
    () => people.filter(({ id }) => !leftOut.includes(id)).map(({ id }) => id),
    [people, leftOut],
  );
  const drawn = useMemo(
    () =>
      drawAssignments({
        articles,
        people: among,
        share: share / 100,
        times,
        others,
        seed: seed.trim(),
        existing: project.project.assignments ?? [],
      }),
    [articles, among, share, times, others, seed, project],
  );
  return { share, setShare, times, setTimes, others, setOthers, seed, setSeed, leftOut, setLeftOut, drawn };
}

interface DrawPeopleProps extends Pick<Props, "people"> {
  /** Who is not to get any. */
  readonly leftOut: readonly Id[];
  onLeaveOut(leftOut: readonly Id[]): void;
}

function DrawPeople({ people, leftOut, onLeaveOut }: DrawPeopleProps) {
  const { say } = useWords();
  return (
    <fieldset className="draw-people">
      <legend className="field-label">{say("progress.people")}</legend>
      {people.map(({ id, name }) => (
        <SwitchField
          key={id}
          label={plainText(name)}
          value={!leftOut.includes(id)}
          onChange={(isIn) => onLeaveOut(isIn ? leftOut.filter((one) => one !== id) : [...leftOut, id])}
        />
      ))}
    </fieldset>
  );
}

interface DrawPreviewProps extends Pick<Props, "people" | "articles"> {
  readonly drawn: ReturnType<typeof drawAssignments>;
}

/** How many articles are drawn, how many each gets, and the first of them. */
function DrawPreview({ people, articles, drawn }: DrawPreviewProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const titles = drawn.sampled.map(
    (id) => workspace.state.get().articles.find((article) => article.id === id)?.title ?? id,
  );
  return (
    <div className="draw-preview" role="status">
      <p>
        {say("progress.draw-preview", {
          sampled: drawn.sampled.length,
          articles: articles.length,
          count: drawn.pairs.length,
        })}
      </p>
      <ul>
        {people.map(({ id, name }) => (
          <li key={id}>
            {say("progress.draw-load", {
              name: plainText(name),
              count: drawn.pairs.filter(({ annotator }) => annotator === id).length,
            })}
          </li>
        ))}
      </ul>
      <ul className="draw-titles">
        {titles.slice(0, mostNamed).map((title, at) => (
          <li key={drawn.sampled[at]}>
            <OutsideText cut>{title}</OutsideText>
          </li>
        ))}
        {titles.length > mostNamed && (
          <li className="quiet">{say("ui.more", { count: titles.length - mostNamed })}</li>
        )}
      </ul>
    </div>
  );
}

export const progressPage: Page = { Body: ProgressPane };
