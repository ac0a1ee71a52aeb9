// The tagset of the project, to be changed: nothing happens to it until what the change does to annotations has been
// looked at and agreed to, and no edit is given up without being asked.
import { useMemo, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { OpenProject, TagsetPreview } from "../../../shared/api/contract.ts";
import { checkReason, checkTitle } from "../../../shared/checks/check.ts";
import { checks } from "../../../shared/checks/index.ts";
import { articleLanguages } from "../../../shared/model/language.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { Tagset } from "../../../shared/model/tagset.ts";
import { partsUndecided } from "../../../shared/model/tagset-moves.ts";
import { limits } from "../../../shared/schema/limits.ts";
import {
  idFor,
  removeFlag,
  removeRole,
  startDraft,
  type TagsetDraft,
  withTagset,
} from "../../../shared/tagsets/tagset-draft.ts";
import { type TagsetProblem, tagsetProblems } from "../../../shared/tagsets/tagset-problems.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import { hasShippedNames, tagsetName } from "../../../shared/words/tagset-words.ts";
import type { TagsetPlace } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { chooseNatively } from "../opening.ts";
import { useFileTarget } from "../projects/file-target.tsx";
import { FileTargetDialog } from "../projects/file-target-dialog.tsx";
import { FolderPicker } from "../projects/folder-browser.tsx";
import { safeFileName } from "../projects/paths.ts";
import { EntityFieldPage, FieldPage } from "./field-page.tsx";
import { GuidelinePage } from "./guideline-page.tsx";
import { ChoiceRows } from "./item-list.tsx";
import { MigrationPreview, UndecidedParts } from "./migration-preview.tsx";
import { TypePage } from "./type-page.tsx";

interface Props {
  readonly project: OpenProject;
  readonly place: TagsetPlace;
  onClose(): void;
}

const tabs = ["types", "fields", "entities", "roles", "checks", "words", "guideline"] as const;

export function TagsetDialog({ project, place, onClose }: Props) {
  const { workspace } = usePanels();
  const { say, tell, language } = useWords();
  const [draft, setDraft] = useState<TagsetDraft>(() => startDraft(project.project.tagset));
  const [preview, setPreview] = useState<TagsetPreview | null>(null);
  const problems = useMemo(() => tagsetProblems(draft.tagset), [draft.tagset]);
  const undecided = useMemo(
    () => partsUndecided(draft.before, draft.tagset, draft.moves),
    [draft.before, draft.tagset, draft.moves],
  );
  const isChanged = !sameValue(draft.tagset, draft.before);

  const [isLeaving, setLeaving] = useState(false);
  const leave = (): void => (isChanged ? setLeaving(true) : onClose());

  async function previewChanges(): Promise<void> {
    setPreview(await workspace.tagsets.preview(draft));
  }
  async function applyDraft(): Promise<void> {
    if (await workspace.tagsets.put(draft)) onClose();
  }

  return (
    <ModalDialog
      title={say("tagset.edit-title", { name: tagsetName(project.project.tagset) })}
      large
      onClose={leave}
      foot={
        <>
          <BringInTagset
            onRead={(tagset) => setDraft(withTagset(draft, { ...tagset, id: draft.tagset.id }))}
          />
          <ExportTagset name={tell(tagsetName(project.project.tagset))} isDisabled={isChanged} />
          <ProblemList problems={problems} />
          <Button onPress={leave}>{say("tagset.cancel")}</Button>
          <Button
            look="primary"
            isDisabled={!isChanged || problems.length > 0 || undecided.length > 0}
            onPress={() => void previewChanges()}
          >
            {say("tagset.look-at-changes")}
          </Button>
        </>
      }
    >
      {language !== "en" && hasShippedNames(draft.tagset) && (
        <p className="small quiet">{say("tagset.shipped-names")}</p>
      )}
      {undecided.length > 0 && <UndecidedParts draft={draft} parts={undecided} onChange={setDraft} />}
      <TagsetTabs draft={draft} place={place} onChange={setDraft} />
      {preview && (
        <ChangesDialog
          preview={preview}
          draft={draft}
          onApply={() => void applyDraft()}
          onClose={() => setPreview(null)}
        />
      )}
      {isLeaving && <GiveUpDialog onGiveUp={onClose} onClose={() => setLeaving(false)} />}
    </ModalDialog>
  );
}

interface TabsProps extends Pick<Props, "place"> {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

function TagsetTabs({ draft, place, onChange }: TabsProps) {
  const { say } = useWords();
  const [tab, setTab] = useState<string>(place.tab);
  return (
    <Tabs className="tagset-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
      <TabList className="tab-list" aria-label={say("tagset.parts")}>
        {tabs.map((id) => (
          <Tab key={id} id={id} className="tab">
            {say(`tagset.tab-${id}`)}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="types" className="tab-panel">
        <TypePage draft={draft} onChange={onChange} />
      </TabPanel>
      <TabPanel id="fields" className="tab-panel">
        <FieldPage draft={draft} onChange={onChange} />
      </TabPanel>
      <TabPanel id="entities" className="tab-panel">
        <EntityFieldPage draft={draft} onChange={onChange} />
      </TabPanel>
      <TabPanel id="roles" className="tab-panel">
        <RolePage draft={draft} onChange={onChange} />
      </TabPanel>
      <TabPanel id="checks" className="tab-panel">
        <CheckPage draft={draft} onChange={onChange} />
      </TabPanel>
      <TabPanel id="words" className="tab-panel">
        <OwnWordsPage draft={draft} onChange={onChange} />
      </TabPanel>
      <TabPanel id="guideline" className="tab-panel">
        <GuidelinePage draft={draft} first={place.page} onChange={onChange} />
      </TabPanel>
    </Tabs>
  );
}

interface ChangesDialogProps {
  readonly preview: TagsetPreview;
  readonly draft: TagsetDraft;
  onApply(): void;
  onClose(): void;
}

/** What the change does to annotations, to be agreed to. */
function ChangesDialog({ preview, draft, onApply, onClose }: ChangesDialogProps) {
  const { say } = useWords();
  return (
    <ModalDialog
      title={say("tagset.changes")}
      wide
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{say("tagset.back")}</Button>
          <Button look="primary" autoFocus onPress={onApply}>
            {say("tagset.put-to-use")}
          </Button>
        </>
      }
    >
      <MigrationPreview preview={preview} draft={draft} />
    </ModalDialog>
  );
}

/** Whether edits are given up. */
function GiveUpDialog({ onGiveUp, onClose }: { onGiveUp(): void; onClose(): void }) {
  const { say } = useWords();
  return (
    <ModalDialog
      title={say("tagset.give-up-title")}
      onClose={onClose}
      foot={
        <>
          <Button look="danger" onPress={onGiveUp}>
            {say("tagset.give-up")}
          </Button>
          <Button look="primary" autoFocus onPress={onClose}>
            {say("tagset.go-on-editing")}
          </Button>
        </>
      }
    >
      <p>{say("tagset.give-up-about")}</p>
    </ModalDialog>
  );
}

/** More than these fill the foot of the dialog. */
const most = 3;

/** What keeps a tagset from being put to use: the first problems in words, and how many more there are. */
function ProblemList({ problems }: { readonly problems: readonly TagsetProblem[] }) {
  const { say, tell } = useWords();
  const shownProblems = problems.slice(0, most).map((problem) => tell(problemWords(problem)));
  const more = problems.length - shownProblems.length;
  return (
    <p className="tagset-problems" role="status">
      {[...shownProblems, ...(more > 0 ? [say("tagset.more-problems", { count: more })] : [])].join(" ")}
    </p>
  );
}

interface CheckPageProps {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

/** Which checks the project holds its articles to. */
function CheckPage({ draft, onChange }: CheckPageProps) {
  const { say, tell } = useWords();
  const off = draft.tagset.checksOff ?? [];
  const setCheck = (id: string, on: boolean): void => {
    const others = off.filter((one) => one !== id);
    onChange(withTagset(draft, { ...draft.tagset, checksOff: on ? others : [...others, id] }));
  };
  return (
    <div className="tagset-stack">
      <p className="quiet">{say("tagset.checks-about")}</p>
      {checks.map((check) => (
        <div key={check.id}>
          <SwitchField
            label={tell(checkTitle(check))}
            value={!off.includes(check.id)}
            onChange={(on) => setCheck(check.id, on)}
          />
          <p className="field-help check-why">{tell(checkReason(check))}</p>
        </div>
      ))}
    </div>
  );
}

/** The words for what is wrong with a tagset. */
function problemWords({ code, name, other }: TagsetProblem): Message {
  switch (code) {
    case "no-value":
      return message("tagset.problem-no-value", { name });
    case "no-type":
      return message("tagset.problem-no-type");
    case "name-empty":
      return message("tagset.problem-name-empty");
    case "id-repeated":
    case "slot-repeated":
      return message("tagset.problem-id-repeated", { name });
    case "name-repeated":
      return message("tagset.problem-name-repeated", { name });
    case "key-repeated":
      return message("tagset.problem-key-repeated", { name, other });
    case "key-not-one-character":
      return message("tagset.problem-key-not-one", { name });
    case "slot-accepts-unknown":
      return message("tagset.problem-slot-accepts", { name, other });
    case "default-unknown":
      return message("tagset.problem-default", { name });
    case "when-unknown":
      return message("tagset.problem-when", { name });
    case "when-circle":
      return message("tagset.problem-when-circle", { name });
  }
}

interface BringInTagsetProps {
  onRead(tagset: Tagset): void;
}

/** Brings a tagset in from a file into the one that is being edited. */
function BringInTagset({ onRead }: BringInTagsetProps) {
  const panels = usePanels();
  const { say } = useWords();
  const [picking, setPicking] = useState(false);
  async function readTagset(path: string): Promise<void> {
    setPicking(false);
    const tagset = await panels.workspace.tagsets.read(path);
    if (tagset) onRead(tagset);
  }
  async function chooseFile(): Promise<void> {
    const choice = await chooseNatively(panels, "open-tagset");
    if (choice === "no-dialog") setPicking(true);
    else if (choice !== null) await readTagset(choice.path);
  }
  return (
    <>
      <Button onPress={() => void chooseFile()}>{say("tagset.bring-in")}</Button>
      {picking && (
        <ModalDialog title={say("tagset.choose-file")} wide onClose={() => setPicking(false)}>
          <FolderPicker
            purpose="file"
            takeLabel={say("tagset.bring-in")}
            onTake={(path) => void readTagset(path)}
            onCancel={() => setPicking(false)}
          />
        </ModalDialog>
      )}
    </>
  );
}

interface RolePageProps {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

/** The via roles and the flags of the tagset. */
function RolePage({ draft, onChange }: RolePageProps) {
  const { say } = useWords();
  const { before, tagset } = draft;
  return (
    <div className="tagset-stack">
      <ChoiceRows
        label={say("tagset.roles")}
        addLabel={say("tagset.new-role")}
        removeLabel={say("tagset.remove-role")}
        question={say("tagset.links-become")}
        needsOne
        choices={tagset.viaRoles}
        onChange={(viaRoles) => onChange(withTagset(draft, { ...tagset, viaRoles }))}
        onAdd={(name) => {
          const id = idFor(name, [...before.viaRoles, ...tagset.viaRoles]);
          onChange(withTagset(draft, { ...tagset, viaRoles: [...tagset.viaRoles, { id, name }] }));
        }}
        onRemove={(id, to) => {
          if (to !== null) onChange(removeRole(draft, id, to));
        }}
      />
      <ChoiceRows
        label={say("tagset.flags")}
        addLabel={say("tagset.new-flag")}
        removeLabel={say("tagset.remove-flag")}
        question={say("tagset.flagged-become")}
        nothing={say("tagset.flags-go")}
        choices={tagset.flags}
        onChange={(flags) => onChange(withTagset(draft, { ...tagset, flags }))}
        onAdd={(name) => {
          const id = idFor(name, [...before.flags, ...tagset.flags]);
          onChange(withTagset(draft, { ...tagset, flags: [...tagset.flags, { id, name }] }));
        }}
        onRemove={(id, to) => onChange(removeFlag(draft, id, to))}
      />
    </div>
  );
}

interface ExportTagsetProps {
  readonly name: string;
  /** What is written is what is in use, so nothing may be changed that is not. */
  readonly isDisabled: boolean;
}

/** Writes the project's tagset to a file, for other projects to bring in. */
function ExportTagset({ name, isDisabled }: ExportTagsetProps) {
  const { say } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        isDisabled={isDisabled}
        data-hint={isDisabled ? say("tagset.export-later") : undefined}
        onPress={() => setOpen(true)}
      >
        {say("tagset.export")}
      </Button>
      {isOpen && <ExportDialog name={name} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ name, onClose }: { readonly name: string; onClose(): void }) {
  const { workspace } = usePanels();
  const { say, tell } = useWords();
  const base = safeFileName(name) || say("tagset.file-name");
  const target = useFileTarget(
    `${base}.tagset`,
    async (path, overwrite) => {
      const noFilter = { articles: null, annotators: null };
      return (await workspace.exportTo({ path, format: "tagset", ...noFilter, overwrite })) === "written";
    },
    onClose,
  );
  return (
    <FileTargetDialog
      title={say("tagset.export-title")}
      target={target}
      writeLabel={say("dialogs.export")}
      onClose={onClose}
    >
      <p className="quiet">{tell(message("formats.tagset-about"))}</p>
    </FileTargetDialog>
  );
}

interface OwnWordsPageProps {
  readonly draft: TagsetDraft;
  onChange(draft: TagsetDraft): void;
}

/** What suggestions go by in this project: its articles' language, words that say that something is said, and names. */
function OwnWordsPage({ draft, onChange }: OwnWordsPageProps) {
  const { say } = useWords();
  const { ownCues = [], ownNames = [], articleLanguage, ...others } = draft.tagset;
  const putWords = (cues: readonly string[], names: readonly string[], language = articleLanguage): void =>
    onChange(
      withTagset(draft, {
        ...others,
        ...(cues.length > 0 && { ownCues: cues }),
        ...(names.length > 0 && { ownNames: names }),
        ...(language !== undefined && language !== "own" && { articleLanguage: language }),
      }),
    );
  return (
    <div className="tagset-stack">
      <ChoiceField
        label={say("tagset.article-language")}
        options={(["own", ...articleLanguages] as const).map((id) => ({
          id,
          name: say(`tagset.article-language-${id}`),
        }))}
        value={articleLanguage ?? "own"}
        onChange={(language) => putWords(ownCues, ownNames, language)}
      />
      <p className="quiet">{say("tagset.own-about")}</p>
      <WordList
        label={say("tagset.own-cues")}
        words={ownCues}
        onChange={(cues) => putWords(cues, ownNames)}
      />
      <WordList
        label={say("tagset.own-names")}
        words={ownNames}
        onChange={(names) => putWords(ownCues, names)}
      />
    </div>
  );
}

interface ListProps {
  readonly label: string;
  readonly words: readonly string[];
  onChange(words: readonly string[]): void;
}

/** One a line; what is typed stays as it is until the page is left. */
function WordList({ label, words, onChange }: ListProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState(words.join("\n"));
  return (
    <TextField
      label={label}
      help={say("tagset.own-help")}
      rows={8}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        onChange(wordsIn(text));
      }}
    />
  );
}

const wordsIn = (text: string): readonly string[] =>
  [...new Set(text.split("\n").map((line) => line.trim().slice(0, limits.keyLength)))]
    .filter((word) => word !== "")
    .slice(0, limits.ownWords);
