// The settings of a person: the looks, the language, and what is suggested. Everything takes effect at once.
import {
  densities,
  type Looks,
  measures,
  motions,
  type SuggestingHabits,
  textSizes,
} from "../../../shared/api/preferences.ts";
import { suggestionRules } from "../../../shared/suggestions/candidate.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { leastSure } from "../../../shared/suggestions/suggested-card.ts";
import { languageNames, languages } from "../../../shared/words/language.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { ChoiceField } from "../../ui/choice-field.tsx";
import { ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText } from "../../ui/outside-text.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { themeChoices } from "../../ui/theme.ts";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

export function SettingsDialog({ onClose }: { onClose(): void }) {
  const { workspace, ui } = usePanels();
  const { theme, language, looks, annotatorName } = useStore(workspace.state, ({ settings }) => settings);
  const { say } = useWords();
  const change = (part: Partial<Looks>): void =>
    void workspace.setPreferences({ looks: { ...looks, ...part } });
  return (
    <ModalDialog title={say("settings.title")} onClose={onClose}>
      <div className="settings-name">
        <span className="field-label">{say("dialogs.your-name")}</span>
        <span className="cut">
          {annotatorName === null ? say("settings.no-name") : <OutsideText>{annotatorName}</OutsideText>}
        </span>
        <Button onPress={() => ui.patch({ dialog: "name" })}>
          {say(annotatorName === null ? "settings.give-name" : "settings.change-name")}
        </Button>
      </div>
      <ChoiceField
        label={say("settings.language")}
        options={[
          { id: "system", name: say("settings.as-system") },
          ...languages.map((id) => ({ id, name: languageNames[id] })),
        ]}
        value={language}
        onChange={(chosenLanguage) => void workspace.setLanguage(chosenLanguage)}
      />
      <SegmentedField
        label={say("settings.theme")}
        options={themeChoices.map((id) => ({ id, name: say(`settings.theme-${id}`) }))}
        value={theme}
        onChange={(chosenTheme) => void workspace.setTheme(chosenTheme)}
      />
      <SliderField
        label={say("settings.text-size")}
        {...textSizes}
        value={looks.textSize}
        said={say("settings.pixels", { size: looks.textSize })}
        onChange={(textSize) => change({ textSize })}
      />
      <SliderField
        label={say("settings.measure")}
        {...measures}
        value={looks.measure}
        said={say("settings.characters", { count: looks.measure })}
        onChange={(measure) => change({ measure })}
      />
      <SegmentedField
        label={say("settings.density")}
        options={densities.map((id) => ({ id, name: say(`settings.density-${id}`) }))}
        value={looks.density}
        onChange={(density) => change({ density })}
      />
      <SegmentedField
        label={say("settings.motion")}
        options={motions.map((id) => ({ id, name: say(`settings.motion-${id}`) }))}
        value={looks.motion}
        onChange={(motion) => change({ motion })}
      />
      <SuggestingSettings />
    </ModalDialog>
  );
}

const rules = [...suggestionRules, "own-word", "own-pattern"];

/** How bold suggestions are, and by which rules they are made. */
function SuggestingSettings() {
  const { workspace, ui } = usePanels();
  const { say, tell, percent } = useWords();
  const habits = useStore(workspace.state, ({ settings }) => settings.suggesting);
  const change = (part: Partial<SuggestingHabits>): void =>
    void workspace.setPreferences({ suggesting: { ...habits, ...part } });
  return (
    <fieldset className="settings-group">
      <legend className="field-label">{say("suggestions.settings")}</legend>
      <SwitchField
        label={say("suggestions.settings-shown")}
        value={habits.shown}
        onChange={(shown) => change({ shown })}
      />
      <SliderField
        label={say("suggestions.settings-bold")}
        value={Math.round(habits.atLeast * 100)}
        least={leastSure * 100}
        most={95}
        said={say("suggestions.at-least", { share: percent(habits.atLeast) })}
        onChange={(share) => change({ atLeast: share / 100 })}
      />
      <p className="field-help">{say("suggestions.settings-languages")}</p>
      <details className="settings-rules">
        <summary>{say("suggestions.settings-rules")}</summary>
        {rules.map((rule) => (
          <SwitchField
            key={rule}
            label={tell(reasonOf(rule))}
            value={!habits.rulesOff.includes(rule)}
            onChange={(on) =>
              change({
                rulesOff: on ? habits.rulesOff.filter((other) => other !== rule) : [...habits.rulesOff, rule],
              })
            }
          />
        ))}
      </details>
      <Button onPress={() => ui.patch({ dialog: "own-models" })}>{say("models.manage")}</Button>
    </fieldset>
  );
}
