// The colour of a span type: one of those that can be told apart by everybody, or one's own for each theme.

import { sameValue } from "../../../shared/model/same-value.ts";
import type { ThemedColour } from "../../../shared/model/tagset.ts";
import { colourChoices, contrastOf, leastContrast, pageColours } from "../../../shared/tagsets/colours.ts";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly value: ThemedColour;
  onChange(value: ThemedColour): void;
}

const themes = ["light", "dark", "highContrast"] as const satisfies readonly (keyof ThemedColour)[];

export function ColourField({ value, onChange }: Props) {
  const { say, number } = useWords();
  const plain: ThemedColour = { light: value.light, dark: value.dark, highContrast: value.highContrast };
  return (
    <fieldset className="colour-field">
      <legend className="field-label">{say("tagset.colour")}</legend>
      <div className="colour-choices">
        {colourChoices.map(({ id, ...colour }) => (
          <label key={id} className="colour-choice" title={say(`tagset.colour-${id}`)}>
            <input
              type="radio"
              name="type-colour"
              className="visually-hidden"
              aria-label={say(`tagset.colour-${id}`)}
              checked={sameValue(plain, colour)}
              onChange={() => onChange(colour)}
            />
            <span className="colour-sample" style={{ background: colour.light }} />
          </label>
        ))}
      </div>
      <div className="colour-own">
        {themes.map((theme) => {
          const contrast = contrastOf(value[theme], pageColours[theme]);
          return (
            <label key={theme} className="colour-theme">
              <input
                type="color"
                value={value[theme]}
                onChange={(event) => onChange({ ...plain, [theme]: event.target.value })}
              />
              <span>{say(`tagset.theme-${theme}`)}</span>
              <span className={contrast < leastContrast ? "field-error" : "quiet"}>
                {say(contrast < leastContrast ? "tagset.contrast-faint" : "tagset.contrast", {
                  ratio: number(contrast),
                })}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
