// Words of cues by which a text keeps its distance from what is said, in English and German. Data: a scope may go by a list of its own.
const english = [
  ...["allege", "alleges", "alleged", "alleging", "allegedly", "assert", "asserts", "asserted", "asserting"],
  ...["claim", "claims", "claimed", "claiming", "contend", "contends", "contended", "contending"],
  ...["insist", "insists", "insisted", "insisting", "maintain", "maintains", "maintained", "maintaining"],
  ...["purport", "purports", "purported", "purportedly", "reportedly", "supposedly"],
];

const german = [
  ...["angeblich", "beharrt", "beharrte", "beharren", "behaupten", "behauptet", "behauptete", "behaupteten"],
  ...["beteuern", "beteuert", "beteuerte", "beteuerten", "vorgeblich"],
];

export const cuesOfDistance: readonly string[] = [...english, ...german];
