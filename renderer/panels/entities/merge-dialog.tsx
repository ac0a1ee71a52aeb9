// Merges entities that turned out to be the same: which others, which one stays, and what that moves.
import { X } from "lucide-react";
import { useState } from "react";
import type { RefusalCode } from "../../../shared/commands/command.ts";
import { mergeEntities } from "../../../shared/commands/index.ts";
import { type Entity, sourceClass } from "../../../shared/model/entity.ts";
import { entityFieldsOf, knownIn } from "../../../shared/model/entity-field.ts";
import { type EntityGroup, entityGroups, namesOf } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import { spanText } from "../../../shared/model/span.ts";
import { classKey } from "../../../shared/words/field-words.ts";
import { useStore } from "../../lib/store.ts";
import { findEntities } from "../../state/session/find-entities.ts";
import { IconButton } from "../../ui/button.tsx";
import { Finder } from "../../ui/finder.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { TwoLines } from "../dialogs/two-lines.tsx";
import { answerWords } from "../span/own-fields.tsx";
import { type Counts, mentionCount } from "./entity-listing.ts";
import { useMentions } from "./use-mentions.ts";

interface Props {
  readonly group: EntityGroup;
  readonly counts: Counts | null;
  onClose(): void;
}

export function MergeDialog({ group, counts, onClose }: Props) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const [chosen, setChosen] = useState<readonly Id[]>([group.entity.id]);
  const [into, setInto] = useState<Id>(group.entity.id);
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const groups = entityGroups(entities);
  const merging = chosen.flatMap((id) => groups.get(id) ?? []);
  const target = groups.get(into);
  const moved = merging.filter(({ entity }) => entity.id !== into);
  const sum = moved.reduce((all, one) => all + (mentionCount(one, counts) ?? 0), 0);

  async function merge(): Promise<void> {
    const refused = await workspace.registry.run(mergeEntities, {
      entities: moved.map(({ entity }) => entity.id),
      into,
    });
    setRefusal(refused);
    if (refused) return;
    ui.patch({ entity: into });
    onClose();
  }
  function leaveOut(entity: Id): void {
    setChosen(chosen.filter((id) => id !== entity));
    if (into === entity) setInto(group.entity.id);
  }

  return (
    <ModalDialog
      title={say("entities.merge-title")}
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={moved.length === 0} onPress={() => void merge()}>
          {moved.length === 0
            ? say("entities.merge-none")
            : say("entities.merge-now", { count: merging.length })}
        </ConfirmButtons>
      }
    >
      <EntityFinder group={group} chosen={chosen} onChoose={(id) => setChosen([...chosen, id])} />
      <StayingEntity {...{ group, counts, merging, into }} onStay={setInto} onLeaveOut={leaveOut} />
      <p className="merge-preview" role="status">
        {moved.length === 0 || !target
          ? say("entities.merge-choose")
          : say("entities.merge-preview", {
              count: sum,
              name: plainText(target.entity.name),
              others: moved.length,
              other: plainText(moved[0]?.entity.name ?? ""),
            })}
      </p>
      {target && moved.length > 0 && <FieldsAfter target={target} moved={moved} />}
      {moved.length > 0 && <MergePreview moved={moved} />}
      {refusal && (
        <p className="field-error" role="alert">
          {say(`refusals.${refusal}`)}
        </p>
      )}
    </ModalDialog>
  );
}

interface EntityFinderProps extends Pick<Props, "group"> {
  readonly chosen: readonly Id[];
  onChoose(entity: Id): void;
}

/** Finds the others that it is to be merged with. */
function EntityFinder({ group, chosen, onChoose }: EntityFinderProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const entities = useStore(workspace.state, (state) => state.entities);
  const [typed, setTyped] = useState("");
  const { sure, fitting, others } = findEntities(entities, typed, group.entity.name);
  const helpOf = (entity: Entity): string =>
    [say(classKey(sourceClass(entity))), ...entity.aliases.slice(0, 4)].join(" · ");
  const offered = [...sure, ...fitting, ...others].filter(({ id }) => !chosen.includes(id));
  return (
    <Finder
      // Anew for each that was taken: the key that took it must not take another one as it comes up.
      key={chosen.join(" ")}
      label={say("entities.merge-find")}
      placeholder={say("entities.merge-find")}
      typed={typed}
      items={offered.map((entity) => ({
        id: entity.id,
        text: plainText(entity.name),
        content: <TwoLines main={entity.name} help={helpOf(entity)} />,
      }))}
      empty={say("entities.none-fits")}
      onType={setTyped}
      onTake={(id) => {
        onChoose(id);
        setTyped("");
      }}
    />
  );
}

interface StayingEntityProps extends Pick<Props, "group" | "counts"> {
  readonly merging: readonly EntityGroup[];
  /** Which one stays. */
  readonly into: Id;
  onStay(entity: Id): void;
  onLeaveOut(entity: Id): void;
}

/** The entities that are merged: which one stays, and which ones after all are not the same. */
function StayingEntity({ group, counts, merging, into, onStay, onLeaveOut }: StayingEntityProps) {
  const { say } = useWords();
  return (
    <fieldset className="merge-choice">
      <legend className="field-label">{say("entities.merge-stays")}</legend>
      {merging.map((one) => (
        <div key={one.entity.id} className="merge-item">
          <label>
            <input
              type="radio"
              name="stays"
              checked={one.entity.id === into}
              onChange={() => onStay(one.entity.id)}
            />
            <OutsideText cut>{one.entity.name}</OutsideText>
            <span className="quiet small">
              {say("entities.mentions", { count: mentionCount(one, counts) ?? 0 })}
            </span>
          </label>
          {one.entity.id !== group.entity.id && (
            <IconButton
              label={say("entities.merge-leave-out", { name: plainText(one.entity.name) })}
              tiny
              onPress={() => onLeaveOut(one.entity.id)}
            >
              <X size={12} aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
    </fieldset>
  );
}

interface FieldsAfterProps {
  readonly target: EntityGroup;
  readonly moved: readonly EntityGroup[];
}

/** In which of the project's own fields the entities differ, and what will be known then. */
function FieldsAfter({ target, moved }: FieldsAfterProps) {
  const { workspace } = usePanels();
  const words = useWords();
  const project = useStore(workspace.state, (state) => state.project?.project);
  const merged = [...target.merged, ...moved.flatMap((one) => [one.entity, ...one.merged])];
  const lines = (project ? entityFieldsOf(project.tagset) : []).flatMap((field) => {
    const { known, differing } = knownIn({ entity: target.entity, merged }, field);
    if (differing.length === 0) return [];
    const others = words.list([...new Set(differing.map((one) => answerWords(field, one, words)))]);
    return known
      ? [
          words.say("entities.merge-differs", {
            field: field.name,
            value: answerWords(field, known, words),
            others,
          }),
        ]
      : [words.say("entities.merge-differs-unknown", { field: field.name, others })];
  });
  return lines.map((line) => (
    <p key={line} className="note caution">
      <OutsideText>{line}</OutsideText>
    </p>
  ));
}

interface MergePreviewProps {
  readonly moved: readonly EntityGroup[];
}

/** More than these are counted and not listed. */
const most = 200;

/** What a merge moves: every mention with its words and its article, and the names that the one that stays takes over. */
function MergePreview({ moved }: MergePreviewProps) {
  const { workspace } = usePanels();
  const { say, list } = useWords();
  const articles = useStore(workspace.state, (state) => state.articles);
  const mentions = useMentions(
    moved.flatMap(({ entity, merged }) => [entity.id, ...merged.map(({ id }) => id)]),
  );
  const titleOf = (article: string): string => articles.find(({ id }) => id === article)?.title ?? article;
  const names = [...new Set(moved.flatMap(namesOf))];
  return (
    <>
      <p className="quiet small">
        <OutsideText>{say("entities.merge-names", { names: list(names) })}</OutsideText>
      </p>
      {mentions && mentions.length > 0 && (
        <ScrollRegion className="merge-mentions" label={say("entities.merge-moves")}>
          <ul>
            {mentions.slice(0, most).map(({ article, span }) => (
              <li key={span.id}>
                <OutsideText cut>{spanText(span)}</OutsideText>
                <span className="quiet small cut">
                  <OutsideText>{titleOf(article)}</OutsideText>
                </span>
              </li>
            ))}
          </ul>
          {mentions.length > most && (
            <p className="quiet small">{say("ui.more", { count: mentions.length - most })}</p>
          )}
        </ScrollRegion>
      )}
    </>
  );
}
