// Draws a share of the articles shown for several people: what comes out is seen before it is assigned.
import { useMemo, useState } from "react";
import type { OpenProject } from "../../../shared/api/contract.ts";
import type { Id } from "../../../shared/model/id.ts";
import type { Annotator } from "../../../shared/model/project.ts";
import { drawAssignments } from "../../../shared/review/draw-assignments.ts";
import { assigningOf } from "../../state/review/assigning.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

interface Props {
  readonly project: OpenProject;
  readonly people: readonly Annotator[];
  readonly articles: readonly Id[];
  onClose(): void;
}

/** Articles that the preview names. */
const mostNamed = 8;

export function DrawDialog({ project, people, articles, onClose }: Props) {
  const { workspace } = usePanels();
  const assigning = assigningOf(workspace);
  const { say, number } = useWords();
  const [share, setShare] = useState(20);
  const [times, setTimes] = useState(2);
  const [others, setOthers] = useState(true);
  const [seed, setSeed] = useState(() => workspace.newId().slice(0, 6));
  const [left, setLeft] = useState<readonly Id[]>([]);
  const among = useMemo(
    () => people.filter(({ id }) => !left.includes(id)).map(({ id }) => id),
    [people, left],
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
  const titles = drawn.sampled.map(
    (id) => workspace.state.get().articles.find((article) => article.id === id)?.title ?? id,
  );
  const assign = async (): Promise<void> => {
    if (await assigning.change({ assign: drawn.pairs, release: [] }, seed.trim())) onClose();
  };
  return (
    <ModalDialog
      title={say("progress.draw-title")}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("ui.cancel")}</Button>
          <Button
            look="primary"
            isDisabled={drawn.pairs.length === 0 || seed.trim() === ""}
            onPress={() => void assign()}
          >
            {say("progress.assign")}
          </Button>
        </>
      }
    >
      <p>{say("progress.draw-about")}</p>
      <SliderField
        label={say("progress.share")}
        value={share}
        least={0}
        most={100}
        said={say("progress.share-said", { share })}
        onChange={setShare}
      />
      <SliderField
        label={say("progress.times")}
        value={times}
        least={2}
        most={Math.max(3, people.length)}
        said={number(times)}
        onChange={setTimes}
      />
      <SwitchField label={say("progress.others")} value={others} onChange={setOthers} />
      <fieldset className="draw-people">
        <legend className="field-label">{say("progress.people")}</legend>
        {people.map(({ id, name }) => (
          <SwitchField
            key={id}
            label={plainText(name)}
            value={!left.includes(id)}
            onChange={(isIn) => setLeft(isIn ? left.filter((one) => one !== id) : [...left, id])}
          />
        ))}
      </fieldset>
      <TextField
        label={say("progress.seed")}
        help={say("progress.seed-about")}
        value={seed}
        onChange={setSeed}
        maxLength={200}
      />
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
            <li className="quiet">{say("progress.draw-more", { count: titles.length - mostNamed })}</li>
          )}
        </ul>
      </div>
    </ModalDialog>
  );
}
