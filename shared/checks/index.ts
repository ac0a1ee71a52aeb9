// The registry of checks, in the order in which lists and settings show them.
import type { Tagset } from "../model/tagset.ts";
import { aboutGone } from "./about-gone.ts";
import type { Check } from "./check.ts";
import { claimFullStop } from "./claim-full-stop.ts";
import { claimLacksMarks } from "./claim-lacks-marks.ts";
import { claimLacksThat } from "./claim-lacks-that.ts";
import { claimMissing } from "./claim-missing.ts";
import { claimWithoutCard } from "./claim-without-card.ts";
import { cueWithThat } from "./cue-with-that.ts";
import { cueWithTime } from "./cue-with-time.ts";
import { declinedYetQuoted } from "./declined-yet-quoted.ts";
import { descriptionMissing } from "./description-missing.ts";
import { fieldRequired } from "./field-required.ts";
import { outletUncredited } from "./outlet-uncredited.ts";
import { quotationOutsideClaims } from "./quotation-outside-claims.ts";
import { quotationWithoutVoice } from "./quotation-without-voice.ts";
import { reasonMissing } from "./reason-missing.ts";
import { sourceAlone } from "./source-alone.ts";
import { spanWithoutCard } from "./span-without-card.ts";
import { voiceAndCueMissing } from "./voice-and-cue-missing.ts";
import { voiceWithoutEntity } from "./voice-without-entity.ts";

/** Every check. */
export const checks: readonly Check[] = distinct([
  claimMissing,
  voiceAndCueMissing,
  fieldRequired,
  voiceWithoutEntity,
  aboutGone,
  spanWithoutCard,
  claimWithoutCard,
  quotationOutsideClaims,
  quotationWithoutVoice,
  sourceAlone,
  descriptionMissing,
  reasonMissing,
  outletUncredited,
  declinedYetQuoted,
  claimFullStop,
  claimLacksThat,
  claimLacksMarks,
  cueWithThat,
  cueWithTime,
]);

const byId: ReadonlyMap<string, Check> = new Map(checks.map((check) => [check.id, check]));

export const checkOf = (id: string): Check | undefined => byId.get(id);

/** The checks that a project holds its articles to. */
export function checksFor({ checksOff = [] }: Pick<Tagset, "checksOff">): readonly Check[] {
  const off = new Set(checksOff);
  return checks.filter(({ id }) => !off.has(id));
}

/** Throws a `RangeError` when two checks have the same id. */
function distinct(all: readonly Check[]): readonly Check[] {
  const ids = new Set<string>();
  for (const { id } of all) {
    if (ids.has(id)) throw new RangeError(`Two checks have the id ${id}.`);
    ids.add(id);
  }
  return all;
}
