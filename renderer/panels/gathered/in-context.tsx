// Words with what stands around them, without words that are cut in two.
import type { Selector } from "../../../shared/model/selector.ts";
import { OutsideText } from "../../ui/outside-text.tsx";

export function InContext({ segment: { prefix, quote, suffix } }: { readonly segment: Selector }) {
  return (
    <>
      <OutsideText>{prefix.replace(/^\S*\s/u, "")}</OutsideText>
      <mark>
        <OutsideText>{quote}</OutsideText>
      </mark>
      <OutsideText>{suffix.replace(/\s\S*$/u, "")}</OutsideText>
    </>
  );
}
