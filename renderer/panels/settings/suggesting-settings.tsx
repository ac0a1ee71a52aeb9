// How bold suggestions are, and by which rules they are made.
import type { SuggestingHabits } from "../../../shared/api/preferences.ts";
import { suggestionRules } from "../../../shared/suggestions/candidate.ts";
import { leastSure } from "../../../shared/suggestions/proposed-card.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { SliderField } from "../../ui/slider-field.tsx";
import { SwitchField } from "../../ui/switch-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";

const rules = [...suggestionRules, "own-word"];

export function SuggestingSettings() {
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
