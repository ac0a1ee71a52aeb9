// An entry of a list to choose from: what it is, and a quieter line about it.
import { OutsideText } from "../../ui/outside-text.tsx";

export function TwoLines({ main, help }: { readonly main: string; readonly help: string }) {
  return (
    <span className="finder-two">
      <span className="finder-main">
        <OutsideText cut>{main}</OutsideText>
      </span>
      <span className="choice-help">
        <OutsideText cut>{help}</OutsideText>
      </span>
    </span>
  );
}
