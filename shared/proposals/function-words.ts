// Small words of English that tell where a subject begins and ends, as data.

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

export const subjectPronouns = wordSet("he she they it i we you everyone somebody someone nobody others");

export const articles = wordSet("the a an his her its their our my your");

export const determiners = wordSet(
  "the a an his her its their our my your this that these those some several many most two three four five six " +
    "seven eight nine ten another one both all each no",
);

/** May stand before a claim or a subject, and is no part of either. */
export const prepositions = wordSet(
  "in on at of for to from with by about against over under during after before since until within into through " +
    "via amid among between near despite without following as",
);

/** Prepositions that tell more about the noun before them: "a spokesman for the ministry". */
export const attaching = wordSet("of for from at in with on to close familiar near behind");

/** Where another clause begins. */
export const clauseStarts = wordSet(
  "that but while when if because although though which who whom whose where whether than unless how why what so yet",
);

export const auxiliaries = wordSet(
  "has have had is are was were be been being am will would may might could can should must shall did does do " +
    "hasn’t haven’t hadn’t isn’t aren’t wasn’t weren’t won’t wouldn’t couldn’t can’t cannot didn’t doesn’t don’t " +
    "hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't couldn't can't didn't doesn't don't",
);
export const formsOfBe = wordSet(
  "is are was were be been being am isn’t aren’t wasn’t weren’t isn't aren't wasn't weren't",
);
export const negations = wordSet("not never");

/** Stand between subject and verb, or between auxiliary and verb. */
export const adverbs = wordSet(
  "also then still again now later once often even just ever always previously too first",
);

/** Verbs by which another one is done: "declined to say", "went on to say". */
export const carriers = wordSet(
  "declined refused continued went failed began started agreed seemed appeared wanted",
);

export const particles = wordSet("out down up off");

/** Words of time and place that stand alone: "said Tuesday". */
export const timeWords = wordSet(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later recently " +
    "morning afternoon evening night week weeks month months year years day days hour hours weekend last next this early late ago january february march " +
    "april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec",
);

export const weekdays = wordSet("monday tuesday wednesday thursday friday saturday sunday");

/** Begin sentences, and are no part of the subject behind them. */
export const openers = wordSet(
  "but and yet so still also meanwhile however instead earlier later then now again separately asked speaking " +
    "indeed moreover nevertheless though although once only even",
);

/** Nouns without an article that speak. */
export const speakingNouns = wordSet(
  "police people government congress parliament management staff public anyone everybody counsel researchers",
);
