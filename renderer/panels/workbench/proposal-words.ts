// The proposal that is shown, in words: what the status line shows and a screen reader hears.
import type { Range } from "../../../shared/model/range.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { Proposed } from "../../state/session/proposal-flow.ts";

/** `key`: what shows the next one, as a person reads it. */
export function proposalMessage({ proposals, at }: Proposed, text: string, key: string): Message | null {
  const proposal = proposals[at];
  if (!proposal) return null;
  const words = (mark: Range): string => text.slice(mark.start, mark.end);
  const which = { at: at + 1, count: proposals.length, key };
  const several = proposals.length > 1;
  const { voice, cue } = proposal;
  if (voice && cue) {
    const both = { voice: words(voice), cue: words(cue) };
    return several ? message("proposals.both-of", { ...both, ...which }) : message("proposals.both", both);
  }
  if (voice) {
    const one = { voice: words(voice) };
    return several ? message("proposals.voice-of", { ...one, ...which }) : message("proposals.voice", one);
  }
  const one = { cue: cue ? words(cue) : "" };
  return several ? message("proposals.cue-of", { ...one, ...which }) : message("proposals.cue", one);
}
