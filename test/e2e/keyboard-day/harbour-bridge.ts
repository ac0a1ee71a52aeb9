// The attributions of our own fixture test/fixtures/journeys/harbour-bridge.txt, in reading order.
import type { Described } from "./described.ts";

export const harbourBridge: readonly Described[] = [
  { paragraph: 2, claim: "5-11", voice: "12-14", cue: "15", who: 1 },
  { paragraph: 2, claim: "21-30", voice: "19", cue: "20", who: 2 },
  { paragraph: 3, claim: "0-3+9-15", voice: "4", cue: "5", via: "6-8", who: 1, throughWho: 6 },
  { paragraph: 4, claim: "2-18", voice: "0", cue: "1", via: "25-26", who: 1, throughWho: 7 },
  { paragraph: 4, claim: "8-18", voice: "3-5", cue: "6-7", within: 1, who: 3 },
  { paragraph: 5, claim: "8-12", voice: "0-4", cue: "5-7", who: 4 },
  { paragraph: 6, claim: "0-8", voice: "10-11", cue: "9", via: "20-23", who: 5, throughWho: 8 },
];
