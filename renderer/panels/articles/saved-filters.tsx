// The filters kept by name, one's own and those that the project shares as article sets: one is set by choosing it; the one that is set can be
// kept, and one that is kept deleted.
import { Bookmark, X } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import type { ApiErrorData } from "../../../shared/errors/errors.ts";
import { type ArticleFilter, activeConditions, isSameFilter } from "../../../shared/model/article-filter.ts";
import {
  type ArticleSet,
  filterOfSet,
  personalConditions,
  setsNamed,
  sharedFilter,
} from "../../../shared/model/article-set.ts";
import { useStore } from "../../lib/store.ts";
import { filteringOf } from "../../state/articles/filtering.ts";
import { showPage } from "../../state/window/ui-state.ts";
import { Button, IconButton, Press } from "../../ui/button.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { ProblemLine } from "../problem-line.tsx";
import type { useListedArticles } from "./use-listed-articles.ts";

interface Props {
  readonly listing: ReturnType<typeof useListedArticles>;
  /** What the conditions are called. */
  readonly conditions: Readonly<Record<Exclude<keyof ArticleFilter, "words">, { readonly title: string }>>;
}

export function SavedFilters({ listing, conditions }: Props) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const saved = useStore(filteringOf(workspace).saved, (value) => value);
  const sets = useArticleSets();
  const { filter } = listing;
  return (
    <SavedFiltersButton
      canSave={activeConditions(filter).length > 0}
      list={(onChoose, onProblem) => (
        <>
          {saved.length === 0 && sets.length === 0 && <p className="quiet">{say("filters.none-saved")}</p>}
          <SavedList {...{ filter, onProblem, onChoose }} />
          {sets.length > 0 && <SetList {...{ filter, sets, onProblem, onChoose }} />}
          <Button
            look="quiet-button"
            onPress={() => {
              onChoose();
              showPage(ui, "set-table");
            }}
          >
            {say("sets.table-action")}
          </Button>
        </>
      )}
      dialog={(onClose) => <SaveFilterDialog {...{ listing, conditions, onClose }} />}
    />
  );
}

interface ButtonProps {
  /** Whether what is set can be kept. */
  readonly canSave: boolean;
  /** The filters that are kept; `onChoose`: one was set, and the list goes. */
  list(onChoose: () => void, onProblem: (problem: ApiErrorData | null) => void): ReactNode;
  /** The one that asks by what name the filter is kept. */
  dialog(onClose: () => void): ReactNode;
}

/** Opens the list of the filters that are kept by a name, and asks by what name the one that is set is kept. */
export function SavedFiltersButton({ canSave, list, dialog }: ButtonProps) {
  const { say } = useWords();
  const [isNaming, setNaming] = useState(false);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const label = say("filters.saved");
  return (
    <>
      <PopoverButton label={label} word={label} icon={Bookmark}>
        {(close) => (
          <>
            {list(close, setProblem)}
            <ProblemLine problem={problem} />
            <Button
              isDisabled={!canSave}
              onPress={() => {
                close();
                setNaming(true);
              }}
            >
              {say("filters.save")}
            </Button>
          </>
        )}
      </PopoverButton>
      {isNaming && dialog(() => setNaming(false))}
    </>
  );
}

/** The article sets of the project, in the order in which they were made. */
const useArticleSets = (): readonly ArticleSet[] =>
  useStore(usePanels().workspace.state, ({ project }) => project?.project.articleSets ?? noSets);

const noSets: readonly ArticleSet[] = [];

interface ListProps {
  /** The one that is set. */
  readonly filter: ArticleFilter;
  onProblem(problem: ApiErrorData | null): void;
  onChoose(): void;
}

function SavedList({ filter, onProblem, onChoose }: ListProps) {
  const filtering = filteringOf(usePanels().workspace);
  const { say } = useWords();
  const saved = useStore(filtering.saved, (value) => value);
  return (
    <ul className="saved-filters" aria-label={say("filters.saved")}>
      {saved.map((one) => (
        <FilterRow
          key={one.name}
          name={one.name}
          isChosen={isSameFilter(one.filter, filter)}
          deleteLabel={say("filters.delete", { name: plainText(one.name) })}
          onChoose={() => {
            filtering.filter.set(one.filter);
            onChoose();
          }}
          onDelete={() => filtering.remove(one.name)}
          onProblem={onProblem}
          onNoneLeft={onChoose}
        />
      ))}
    </ul>
  );
}

function SetList({
  filter,
  sets,
  onProblem,
  onChoose,
}: ListProps & { readonly sets: readonly ArticleSet[] }) {
  const { workspace } = usePanels();
  const filtering = filteringOf(workspace);
  const { say } = useWords();
  const isReadOnly = useStore(workspace.state, ({ project }) => project?.readOnly !== null);
  return (
    <>
      <p className="quiet">{say("sets.title")}</p>
      <ul className="saved-filters" aria-label={say("sets.title")}>
        {sets.map((set) => (
          <FilterRow
            key={set.id}
            name={set.name}
            isChosen={isSameFilter(filterOfSet(set), filter)}
            deleteLabel={say("sets.remove", { name: plainText(set.name) })}
            onChoose={() => {
              filtering.filter.set(filterOfSet(set));
              onChoose();
            }}
            {...(!isReadOnly && { onDelete: () => filtering.removeSet(set.id) })}
            onProblem={onProblem}
            onNoneLeft={onChoose}
          />
        ))}
      </ul>
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly isChosen: boolean;
  readonly deleteLabel: string;
  onChoose(): void;
  /** Absent: it cannot be deleted. */
  onDelete?(): Promise<ApiErrorData | null>;
  onProblem(problem: ApiErrorData | null): void;
  /** Once it is deleted, where nothing is left that could have the keyboard. */
  onNoneLeft(): void;
}

/** One of the filters that are kept by a name. */
export function FilterRow({
  name,
  isChosen,
  deleteLabel,
  onChoose,
  onDelete,
  onProblem,
  onNoneLeft,
}: RowProps) {
  const row = useRef<HTMLLIElement>(null);
  async function remove(action: () => Promise<ApiErrorData | null>): Promise<void> {
    const beside = row.current?.nextElementSibling ?? row.current?.previousElementSibling;
    const fields = row.current?.closest(".filter-fields");
    const problem = await action();
    onProblem(problem);
    if (problem) return;
    const next =
      beside?.querySelector("button") ?? fields?.querySelector<HTMLElement>(":scope > button:enabled");
    if (next) next.focus();
    else onNoneLeft();
  }
  return (
    <li ref={row}>
      <Press className="button quiet-button saved-filter" aria-pressed={isChosen} onPress={onChoose}>
        <OutsideText cut>{name}</OutsideText>
      </Press>
      {onDelete && (
        <IconButton label={deleteLabel} tiny onPress={() => void remove(onDelete)}>
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

interface DialogProps extends Props {
  onClose(): void;
}

/** Names the filter that is set, for this person or as a set of the project, of which the articles shown can be kept exactly. */
function SaveFilterDialog({ listing, conditions, onClose }: DialogProps) {
  const { workspace } = usePanels();
  const { say, list } = useWords();
  const canShare = useStore(workspace.state, ({ project }) => project?.readOnly === null);
  const saving = useSaving({ listing, conditions, onClose });
  const { name, isShared, titles } = saving;
  const about = isShared ? "sets.about" : "filters.save-about";
  const replaces = isShared ? "sets.replaces" : "filters.replaces";
  return (
    <FilterNameDialog
      name={name}
      help={say(saving.isTaken ? replaces : about)}
      isUsable={saving.isUsable}
      problem={saving.problem}
      onName={saving.setName}
      onSave={saving.save}
      onClose={onClose}
    >
      {canShare && <SwitchField label={say("sets.share")} value={isShared} onChange={saving.setShared} />}
      {isShared && (
        <SwitchField
          label={say("sets.picked", { count: listing.shown.length })}
          value={saving.isPicked}
          onChange={saving.setPicked}
        />
      )}
      {titles.length > 0 && (
        <p className="field-error" role="alert">
          {say("sets.personal", { conditions: list(titles) })}
        </p>
      )}
    </FilterNameDialog>
  );
}

interface NameProps {
  readonly name: string;
  /** What is said of the name. */
  readonly help: string;
  readonly isUsable: boolean;
  readonly problem: ApiErrorData | null;
  /** What is asked beside the name. */
  readonly children?: ReactNode;
  onName(name: string): void;
  onSave(): Promise<void>;
  onClose(): void;
}

/** Asks by what name a filter is kept. */
export function FilterNameDialog({
  name,
  help,
  isUsable,
  problem,
  children,
  onName,
  onSave,
  onClose,
}: NameProps) {
  const { say } = useWords();
  return (
    <ModalDialog
      title={say("filters.save-title")}
      onClose={onClose}
      foot={
        <ConfirmButtons onCancel={onClose} isDisabled={!isUsable} onPress={() => void onSave()}>
          {say("filters.keep")}
        </ConfirmButtons>
      }
    >
      <TextField
        autoFocus
        label={say("filters.name")}
        help={help}
        value={name}
        onChange={onName}
        maxLength={200}
        onEnter={() => void onSave()}
      />
      {children}
      <ProblemLine problem={problem} />
    </ModalDialog>
  );
}

/** What is to be saved and how, and why it cannot be. */
function useSaving({ listing, conditions, onClose }: DialogProps) {
  const filtering = filteringOf(usePanels().workspace);
  const saved = useStore(filtering.saved, (value) => value);
  const sets = useArticleSets();
  const [name, setName] = useState("");
  const [isShared, setShared] = useState(false);
  const [isPicked, setPicked] = useState(false);
  const [problem, setProblem] = useState<ApiErrorData | null>(null);
  const { filter, shown, isKnown } = listing;
  const picks = isShared && isPicked;
  const personal = isShared && !picks ? personalConditions(filter) : [];
  const titles = personal.flatMap((one) => (one === "words" ? [] : [conditions[one].title]));
  const isUsable = name.trim() !== "" && personal.length === 0 && (!picks || (isKnown && shown.length > 0));
  const isTaken = isShared
    ? setsNamed(sets, name.trim()).length > 0
    : saved.some((one) => one.name === name.trim());
  async function save(): Promise<void> {
    if (!isUsable) return;
    const articles = shown.map(({ id }) => id);
    const failed = isShared
      ? await filtering.saveSet(name.trim(), picks ? { articles } : sharedFilter(filter))
      : await filtering.save(name.trim());
    if (failed) setProblem(failed);
    else onClose();
  }
  return {
    name,
    setName,
    isShared,
    setShared,
    isPicked,
    setPicked,
    isUsable,
    isTaken,
    titles,
    problem,
    save,
  };
}
