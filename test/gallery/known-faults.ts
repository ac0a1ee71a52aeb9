// German words that have no room today, by exhibit and language. What is mended goes from here, and nothing comes in unseen.

const aspects = (words: string) => `cut off: .difference-row .difference-head .difference-aspects “${words}”`;
const choice = (words: string) => `cut off: .field .choice-field .choice-select “${words}”`;
const differing = choice("was sich unterscheidet");
const inDecisions = [aspects("Haltung und Abgeschwächt")];

export const knownFaults: Readonly<Record<string, readonly string[]>> = {
  "card de": [choice("Pressekonferenz")],
  "hits de": [choice("nach Namen")],
  "compare-lanes de": [differing],
  "compare-columns de": [differing],
  "compare-blind de": [differing],
  "decide de": inDecisions,
  "decide-edges de": inDecisions,
  "decide-together de": inDecisions,
};
