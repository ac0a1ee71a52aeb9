// Small words of English and of newsrooms, as data: first what several lists have in common, then the lists for words that are tagged
// with their parts of speech, at the end those for bare words, as the proposals beside a claim read them (`shared/proposals`).
// Where both have a list of one name, they are not the same: a tagger splits "didn’t" and knows a verb "may" from a month.

export const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const people = "he she they it i we you";
const owners = "his her its their our my your";
const weekdayList = "monday tuesday wednesday thursday friday saturday sunday";
const daysFromNow = "today yesterday tonight tomorrow";
const times =
  `${weekdayList} ${daysFromNow} morning afternoon evening night week weeks weekend month months year years day days hour hours ` +
  "january february march april may june july august september october november december";
const modalVerbs = "will would may might could can must shall should cannot";
const be = "be is are was were been being am";
const circumstances =
  "in on at during after before over from by through via since until amid following under without despite within";
const clauseOpeners = "that because although though when if unless whether while where so";

/** Forms that are verbs wherever they stand in news prose. */
export const alwaysVerbs = words("said says told wrote insisted argued warned believes thinks knew found");

/** Titles before names, in small letters. */
export const titles = words(
  "mr mr. mrs mrs. ms ms. dr dr. prof prof. rev rev. sir dame lord lady sen sen. rep rep. gov gov. gen gen. lt lt. col col. " +
    "sgt sgt. capt capt. adm adm. hon hon. del del. amb amb. justice judge",
);

/** Frequent first names that the tagger takes for other words. */
export const firstNames = words(
  "Bill Mark Grace Hope Faith Joy Will Rob Jack Pat Sue Drew Chase Grant Pierce Guy Rich Frank Art Dean Earl Jay Ray Rose Dawn April June",
);

export const timeNouns = words(
  `${times} minute minutes moment moments jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. ` +
    "summer autumn fall winter spring noon midnight",
);
export const weekdays = words(`${weekdayList} ${daysFromNow}`);

export const timeAdverbs = words(
  "later earlier recently then now again afterwards afterward once soon ago already previously last early late",
);

export const modals = words(`${modalVerbs} 'll 'd ca wo`);

export const negations = words("not n't never");

export const formsOfBe = words(`${be} 's 're 'm`);
export const formsOfHave = words("have has had having 've");

export const possessives = words(`${owners} whose`);

export const subjectPronouns = words(
  `${people} who everyone everybody someone somebody anyone nobody others one many some few most several both all none another this that these those`,
);

/** Pronouns that may stand for somebody who speaks. */
export const personalPronouns = words(people);

/** Words that open a clause of its own. */
export const subordinators = words(`${clauseOpeners} whenever until since as whereas after before once lest`);

/** Nouns for those who speak for others or themselves, as the last word of a phrase. */
export const personNouns = words(
  "spokesman spokeswoman spokesperson spokespeople official officials minister president chairman chairwoman chair chief director " +
    "officer officers leader leaders member members aide aides adviser advisers advisor advisors analyst analysts expert experts " +
    "critic critics supporter supporters source sources witness witnesses lawyer lawyers attorney attorneys prosecutor prosecutors " +
    "judge judges police secretary senator senators congressman congresswoman lawmaker lawmakers lawmaker governor mayor councillor " +
    "candidate candidates nominee nominees voter voters author authors professor professors researcher researchers scientist scientists " +
    "economist economists historian historians reporter reporters journalist journalists editor editors columnist columnists writer writers " +
    "doctor doctors nurse nurses teacher teachers parent parents mother father son daughter brother sister wife husband widow friend friends " +
    "neighbour neighbours neighbor neighbors resident residents worker workers farmer farmers fisherman fishermen owner owners manager managers " +
    "executive executives founder co-founder ceo cfo head heads boss bosses activist activists campaigner campaigners protester protesters " +
    "democrat democrats republican republicans liberal liberals conservative conservatives diplomat diplomats ambassador envoy negotiator negotiators " +
    "commissioner inspector investigator investigators detective sheriff captain coach player players athlete star actor actress singer " +
    "bishop pope priest pastor rabbi imam host moderator commentator commentators pundit pundits pollster pollsters strategist strategists " +
    "student students graduate people person man men woman women boy girl child children family families union unions company companies " +
    "firm firms bank banks agency agencies ministry department government administration campaign party committee commission court courts council " +
    "group groups organization organisation association team office board panel parliament congress senate house newspaper paper magazine website " +
    "network station channel report reports study studies survey surveys poll polls statement letter document documents memo ruling order filing " +
    "complaint lawsuit indictment article story post tweet book ad email emails review analysis data figures statistics research evidence",
);

/** Nouns for texts that speak: "a report found". */
export const documentNouns = words(
  "report reports study studies survey surveys poll polls statement letter document documents memo ruling order filing complaint lawsuit " +
    "indictment article story post tweet book ad email emails review analysis data figures statistics research evidence records transcript " +
    "decision law bill resolution agreement treaty headline op-ed editorial video footage audit account accounts",
);

export const adverbialPrepositions = words(`${circumstances} upon while`);

/** Bare words that are a subject by themselves. */
export const plainSubjects = words(`${people} everyone somebody someone nobody others`);

export const articles = words(`the a an ${owners}`);

export const determiners = words(
  `the a an ${owners} this that these those some several many most two three four five six seven eight nine ten another one ` +
    "both all each no",
);

/** May stand before a claim or a subject, and is no part of either. */
export const prepositions = words(`${circumstances} of for to with about against into among between near as`);

/** Prepositions that tell more about the noun before them: "a spokesman for the ministry". */
export const attachingPrepositions = words("of for from at in with on to close familiar near behind");

/** Where another clause begins. */
export const clauseStarts = words(`${clauseOpeners} but which who whom whose than how why what yet`);

/** With both apostrophes. */
const contracted = (list: string): string => `${list} ${list.replaceAll("’", "'")}`;
const contractedBe = contracted("isn’t aren’t wasn’t weren’t");

export const auxiliaries = words(
  `has have had ${be} ${modalVerbs} did does do ${contractedBe} ` +
    contracted("hasn’t haven’t hadn’t won’t wouldn’t couldn’t can’t didn’t doesn’t don’t"),
);
export const formsOfBeAsWritten = words(`${be} ${contractedBe}`);
export const negationsAsWritten = words("not never");

/** Stand between subject and verb, or between auxiliary and verb. */
export const plainAdverbs = words(
  "also then still again now later once often even just ever always previously too first",
);

/** Verbs by which another one is done: "declined to say", "went on to say". */
export const carrierForms = words(
  "declined refused continued went failed began started agreed seemed appeared wanted",
);

export const reportingParticles = words("out down up off");

/** Words of time and place that stand alone: "said Tuesday". */
export const timeWords = words(
  `${times} earlier later recently last next this early late ago jan feb mar apr jun jul aug sept sep oct nov dec`,
);

export const weekdayNames = words(weekdayList);

/** Begin sentences, and are no part of the subject after them. */
export const sentenceOpeners = words(
  "but and yet so still also meanwhile however instead earlier later then now again separately asked speaking " +
    "indeed moreover nevertheless though although once only even",
);

/** Nouns without an article that speak. */
export const speakingNouns = words(
  "police people government congress parliament management staff public anyone everybody counsel researchers",
);
