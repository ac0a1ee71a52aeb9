// Words with what stands around them, without words that are cut in two.
import { contextLength, type Selector } from "../../../shared/model/selector.ts";
import { OutsideText } from "../../ui/outside-text.tsx";

/** In a row of the sidebar: code units before the words, few enough that the words themselves are not cut off. */
export const leadInRow = 14;

interface Props {
  readonly segment: Pick<Selector, "prefix" | "quote" | "suffix">;
  /** Code units before the words, at most. */
  readonly lead?: number;
}

export function InContext({ segment: { prefix, quote, suffix }, lead = contextLength }: Props) {
  return (
    <>
      <OutsideText>{wordsBefore(prefix, lead)}</OutsideText>
      <mark>
        <OutsideText>{quote}</OutsideText>
      </mark>
      <OutsideText>{wordsAfter(suffix)}</OutsideText>
    </>
  );
}

/** A shorter context reaches the edge of the text: one that would part a character in two lacks a code unit. */
const shortestCut = contextLength - 1;

/** The end of a prefix. */
export function wordsBefore(prefix: string, lead: number): string {
  const end = prefix.slice(-lead);
  const isCut = end.length < prefix.length || prefix.length >= shortestCut;
  return isCut ? end.replace(/^\S*\s/u, "") : end;
}

/** A suffix up to its last whole word. */
export const wordsAfter = (suffix: string): string =>
  suffix.length < shortestCut ? suffix : suffix.replace(/\s\S*$/u, "");
