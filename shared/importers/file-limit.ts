// How large a file may be that somebody wants to bring in, told before it is read.

import { endingOf, endings } from "../files/endings.ts";
import { limits } from "../schema/limits.ts";

/** Bytes. A text beyond this has more characters than an article can have: one takes three bytes of UTF-8 at most. */
export const mostBytesOf = (fileName: string): number =>
  (endings.text as readonly string[]).includes(endingOf(fileName))
    ? Math.min(limits.articleBytes, limits.articleLength * 3)
    : limits.articleBytes;
