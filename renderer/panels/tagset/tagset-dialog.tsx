// The tagset of the project, to be changed: nothing happens to it until what the change does to annotations has been
// looked at and agreed to, and no edit is given up without being asked.
import { useMemo, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { OpenProject, TagsetPreview } from "../../../shared/api/contract.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import { partsUndecided } from "../../../shared/model/tagset-moves.ts";
import { startDraft, type TagsetDraft, withTagset } from "../../../shared/tagsets/tagset-draft.ts";
import { tagsetProblems } from "../../../shared/tagsets/tagset-problems.ts";
import { hasShippedNames, tagsetName } from "../../../shared/words/tagset-words.ts";
import type { TagsetPlace } from "../../state/window/ui-state.ts";
import { Button } from "../../ui/button.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { BringInTagset } from "./bring-in-tagset.tsx";
import { CheckPage } from "./check-page.tsx";
import { ExportTagset } from "./export-tagset.tsx";
import { FieldPage } from "./field-page.tsx";
import { GuidelinePage } from "./guideline-page.tsx";
import { MigrationPreview } from "./migration-preview.tsx";
import { OwnWordsPage } from "./own-words-page.tsx";
import { ProblemList } from "./problem-list.tsx";
import { RolePage } from "./role-page.tsx";
import { TypePage } from "./type-page.tsx";
import { UndecidedParts } from "./undecided-parts.tsx";

interface Props {
  readonly project: OpenProject;
  readonly place: TagsetPlace;
  onClose(): void;
}

const tabs = ["types", "fields", "roles", "checks", "words", "guideline"] as const;

export function TagsetDialog({ project, place, onClose }: Props) {
  const { workspace } = usePanels();
  const { say, tell, language } = useWords();
  const [draft, setDraft] = useState<TagsetDraft>(() => startDraft(project.project.tagset));
  const [tab, setTab] = useState<string>(place.tab);
  const [preview, setPreview] = useState<TagsetPreview | null>(null);
  const problems = useMemo(() => tagsetProblems(draft.tagset), [draft.tagset]);
  const undecided = useMemo(
    () => partsUndecided(draft.before, draft.tagset, draft.moves),
    [draft.before, draft.tagset, draft.moves],
  );
  const isChanged = !sameValue(draft.tagset, draft.before);

  const [isLeaving, setLeaving] = useState(false);
  const leave = (): void => (isChanged ? setLeaving(true) : onClose());

  async function look(): Promise<void> {
    setPreview(await workspace.tagsets.preview(draft));
  }
  async function put(): Promise<void> {
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
            onPress={() => void look()}
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
      <Tabs className="tagset-tabs" selectedKey={tab} onSelectionChange={(key) => setTab(String(key))}>
        <TabList className="tab-list" aria-label={say("tagset.parts")}>
          {tabs.map((id) => (
            <Tab key={id} id={id} className="tab">
              {say(`tagset.tab-${id}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="types" className="tab-panel">
          <TypePage draft={draft} onChange={setDraft} />
        </TabPanel>
        <TabPanel id="fields" className="tab-panel">
          <FieldPage draft={draft} onChange={setDraft} />
        </TabPanel>
        <TabPanel id="roles" className="tab-panel">
          <RolePage draft={draft} onChange={setDraft} />
        </TabPanel>
        <TabPanel id="checks" className="tab-panel">
          <CheckPage draft={draft} onChange={setDraft} />
        </TabPanel>
        <TabPanel id="words" className="tab-panel">
          <OwnWordsPage draft={draft} onChange={setDraft} />
        </TabPanel>
        <TabPanel id="guideline" className="tab-panel">
          <GuidelinePage draft={draft} first={place.page} onChange={setDraft} />
        </TabPanel>
      </Tabs>
      {preview && (
        <ModalDialog
          title={say("tagset.changes")}
          wide
          onClose={() => setPreview(null)}
          foot={
            <>
              <Button onPress={() => setPreview(null)}>{say("tagset.back")}</Button>
              <Button look="primary" autoFocus onPress={() => void put()}>
                {say("tagset.put-to-use")}
              </Button>
            </>
          }
        >
          <MigrationPreview preview={preview} draft={draft} />
        </ModalDialog>
      )}
      {isLeaving && (
        <ModalDialog
          title={say("tagset.give-up-title")}
          onClose={() => setLeaving(false)}
          foot={
            <>
              <Button look="danger" onPress={onClose}>
                {say("tagset.give-up")}
              </Button>
              <Button look="primary" autoFocus onPress={() => setLeaving(false)}>
                {say("tagset.go-on-editing")}
              </Button>
            </>
          }
        >
          <p>{say("tagset.give-up-about")}</p>
        </ModalDialog>
      )}
    </ModalDialog>
  );
}
