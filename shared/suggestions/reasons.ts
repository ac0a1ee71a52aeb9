// Why a suggestion is made, in words for people.
import { type Message, message } from "../words/message.ts";
import type { SuggestionRule } from "./candidate.ts";

/** One sentence. */
export const reasonOf = (rule: SuggestionRule): Message => message(`suggestions.because-${rule}`);
