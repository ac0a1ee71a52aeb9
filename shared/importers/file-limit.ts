// How large a file may be that somebody wants to bring in, told before it is read.
import { limits } from "../schema/limits.ts";
import { endingOf, endings } from "./endings.ts";

/** Bytes. A text beyond this has more characters than an article can have: one takes three bytes of UTF-8 at most. */
export const mostBytesOf = (fileName: string): number =>
  (endings.text as readonly string[]).includes(endingOf(fileName))
    ? Math.min(limits.articleBytes, limits.articleLength * 3)
    : limits.articleBytes;
