// The frames of reporting verbs, which say how each takes its claim, as data: a verb may stand in several lists.
import { words } from "./word-lists.ts";

/** Take a clause without "that", or stand behind what was said: "said it was over", "…, she added". */
export const clauseVerbs = words(
  "say add note argue claim believe think know insist acknowledge suggest report announce show find explain declare state reveal " +
    "indicate conclude predict admit warn assert concede reiterate stress emphasize emphasise maintain contend confirm deny allege imply " +
    "complain speculate recall remark observe joke lament boast caution hope fear worry wonder realize realise understand feel learn " +
    "remember expect estimate project demonstrate prove guess figure suspect assume imagine hint signal testify write tweet post reply " +
    "respond answer retort quip shout yell chant scream exclaim ask continue agree vow pledge promise swear propose urge demand decide " +
    "rule determine hear see read reckon muse opine counter recount affirm proclaim decry scoff mutter whisper murmur sigh snap " +
    "rejoin grumble gripe fume enthuse gush marvel ponder repeat confess concur warn elaborate advise estimate calculate discover notice " +
    "point spell advocate plead beg cry sing reason theorize theorise surmise postulate presume wish doubt regret " +
    "disclose divulge foresee forecast bet hypothesize hypothesise recognize recognise judge trust",
);

/** Take a clause with "that" alone: "underlined that it was over". */
export const thatVerbs = words(
  "clarify highlight insinuate intimate outline posit recommend reaffirm specify stipulate underline underscore verify charge document fret " +
    "attest certify threaten volunteer comment illustrate protest blog detail establish",
);

/** Stand behind a quotation: "…,” she said". */
export const quotingVerbs = words(
  "say add note argue claim insist acknowledge suggest report announce explain declare state conclude predict admit warn assert concede " +
    "reiterate stress emphasize emphasise maintain contend confirm complain speculate recall remark observe joke lament boast caution " +
    "wonder testify write tweet post reply respond answer retort quip shout yell chant scream exclaim ask continue agree vow pledge promise " +
    "tell read muse opine counter recount affirm proclaim scoff mutter whisper murmur sigh snap rejoin grumble gripe fume enthuse gush marvel ponder " +
    "repeat confess elaborate plead beg cry sing think believe demand urge point go reason rail rage thunder laugh begin finish conclude " +
    "reveal deny allege imply hope fear worry propose mean deadpan crow protest object sum email text comment recite implore interject " +
    "reflect remember recall promise assure estimate advise direct offer cite describe",
);

/** Take a hearer before the claim: "told reporters that". */
export const hearerVerbs = words(
  "tell ask remind assure warn inform advise persuade convince urge notify promise order instruct encourage press implore beg exhort " +
    "beseech reassure brief counsel caution exhort lobby petition",
);

/** Take "to" and a verb: "wants to go". */
export const infinitiveVerbs = words(
  "want plan promise vow refuse decline seek hope pledge agree threaten offer intend propose decide expect wish ask demand prefer resolve " +
    "swear opt choose aim aspire claim seem appear need try attempt prepare volunteer like love hate mean beg vote push fight move",
);

/** Look at somebody or something and judge or name it: the claim is what they speak of. */
export const objectVerbs = words(
  "accuse acknowledge admire address advocate affirm allege announce applaud approve assail attack attribute back back bash bemoan blame blast boast " +
    "brand call castigate celebrate challenge champion characterise characterize chide cite claim commend condemn confirm congratulate " +
    "consider contradict contest credit criticise criticize debate decry deem defend demand denounce deny deplore deride describe detail disavow " +
    "discuss dismiss disparage dispute document doubt downplay dub echo embrace emphasise emphasize endorse envision espouse explain expose express " +
    "extol favor favour fear highlight hail identify imply indicate insult introduce invoke label lambast lambaste lament laud like liken list mention " +
    "mock name note oppose outline overrule paint pledge point portray praise predict prefer present proclaim promise promote propose protest " +
    "question quote rebuff rebuke rebut recall recommend recount reference refute regard reiterate reject relish renounce report repudiate request " +
    "reveal ridicule rip salute savage scold seek see signal slam sound state stress suggest support tout trash trumpet underline underscore " +
    "urge veto view voice welcome weigh want order disclose describe share uphold overturn allow impress compare recognize recognise admit " +
    "remember repeat thank share threaten justify raise show demonstrate illustrate document prove find project estimate expect know understand " +
    "describe grill hammer chronicle understate overstate dub release issue deliver unveil introduce sign present file publish preach rate",
);

/** With which word they take what they speak of: "called for", "pointed to". */
export const prepositionalVerbs: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    call: "for on",
    refer: "to",
    point: "to",
    speak: "of about against out",
    talk: "about of",
    complain: "about of that",
    worry: "about",
    respond: "to by with",
    reply: "to by with",
    agree: "with to on",
    disagree: "with on",
    focus: "on",
    comment: "on about",
    push: "for back",
    argue: "for against",
    vote: "for against",
    warn: "of about against",
    joke: "about of",
    hint: "at",
    allude: "to",
    object: "to",
    insist: "on",
    rail: "against at",
    lash: "at out",
    apologize: "for",
    apologise: "for",
    plead: "for with",
    dream: "of about",
    boast: "of about",
    brag: "about of",
    muse: "about on",
    testify: "about to",
    write: "about of",
    elaborate: "on",
    press: "for",
    ask: "for about",
    lobby: "for against",
    advocate: "for",
    react: "to",
    approve: "of",
    side: "with",
    wonder: "about",
    decide: "on against",
    balk: "at",
    bristle: "at",
    scoff: "at",
    marvel: "at",
    lean: "toward towards",
    care: "about",
    hope: "for",
    opt: "for",
    campaign: "for against on",
    protest: "against",
    fret: "about over",
    lament: "over",
    cheer: "for",
    dwell: "on",
    touch: "on",
    inquire: "about",
    vouch: "for",
    attest: "to",
    dissent: "from",
    concur: "with",
    speculate: "about on",
    know: "about of",
    learn: "of about",
    think: "of about",
    hear: "of about",
    aim: "at for",
    rule: "on against out",
    appeal: "for to",
    consent: "to",
    admit: "to",
    confess: "to",
    look: "into forward",
    wait: "for",
    subscribe: "to",
    report: "on",
    describe: "as",
    dismiss: "as",
    denounce: "as",
    portray: "as",
    condemn: "as",
    hail: "as",
    label: "as",
    reflect: "on",
    pray: "for",
    settle: "on",
    demand: "of",
    express: "",
    go: "after",
  }).map(([lemma, list]) => [lemma, words(list)] as const),
);

/** Take an object and "as", "of" or "for": the claim is both. */
export const passiveWith: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    accuse: "of",
    blame: "for",
    describe: "as",
    criticize: "for as",
    criticise: "for as",
    praise: "for as",
    know: "as",
    regard: "as",
    see: "as",
    view: "as",
    portray: "as",
    charge: "with",
    cite: "as",
    hail: "as",
    mock: "for as",
    report: "to",
    expect: "to",
    believe: "to",
    say: "to",
    think: "to",
    estimate: "to at",
    call: "",
    dub: "",
    condemn: "for as",
  }).map(([lemma, list]) => [lemma, words(list)] as const),
);

/** By which another verb is done: "declined to say", "went on to say", "began by saying". */
export const carrierVerbs = words(
  "decline refuse continue go fail begin start try seek want need appear seem agree use attempt proceed hesitate hasten struggle come get stop avoid resist keep like love use",
);
