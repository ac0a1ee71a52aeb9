// German words of proposed voices, cues and gaps.
import type { proposals as english } from "../en/proposals.ts";
import type { Translated } from "../translated.ts";

export const proposals = {} as const satisfies Translated<typeof english>;
