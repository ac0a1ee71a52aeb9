// Small words of English and of newsrooms, as data.

export const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

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
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight morning afternoon evening night " +
    "week weeks weekend month months year years day days hour hours minute minutes moment moments january february march april " +
    "may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. " +
    "summer autumn fall winter spring noon midnight",
);
export const weekdays = words(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow",
);

export const timeAdverbs = words(
  "later earlier recently then now again afterwards afterward once soon ago already previously last early late",
);

export const modals = words("will would may might can could shall should must 'll 'd ca wo cannot");

export const negations = words("not n't never");

export const formsOfBe = words("be is are was were been being am 's 're 'm");
export const formsOfHave = words("have has had having 've");

export const possessives = words("his her its their our my your whose");

export const subjectPronouns = words(
  "he she they it i we you who everyone everybody someone somebody anyone nobody others one many some few most several both all none another this that these those",
);

/** Pronouns that may stand for somebody who speaks. */
export const personalPronouns = words("he she they it i we you");

/** Words that open a clause of its own. */
export const subordinators = words(
  "that because although though while when whenever if unless until since as whereas whether after before once so lest where",
);

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

export const adverbialPrepositions = words(
  "in on at during after before over from by through via since until amid following upon while under without despite within",
);
