// Words with what stands around them, without words that are cut in two.
import type { Selector } from "../../../shared/model/selector.ts";
import { OutsideText } from "../../ui/outside-text.tsx";

/** In a row of the sidebar: code units before the words, few enough that the words themselves are not cut off. */
const leadInRow = 14;

interface Props {
  readonly segment: Selector;
  readonly isInRow?: boolean;
}

export function InContext({ segment: { prefix, quote, suffix }, isInRow = false }: Props) {
  const lead = isInRow ? leadInRow : prefix.length;
  return (
    <>
      <OutsideText>{prefix.slice(Math.max(0, prefix.length - lead)).replace(/^\S*\s/u, "")}</OutsideText>
      <mark>
        <OutsideText>{quote}</OutsideText>
      </mark>
      <OutsideText>{suffix.replace(/\s\S*$/u, "")}</OutsideText>
    </>
  );
}
