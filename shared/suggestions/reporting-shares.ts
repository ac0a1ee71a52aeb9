// The shares in which English verbs report words, thoughts or wishes where news prose uses them, in hundredths, rounded to steps. Facts
// about the language, counted and estimated; what a single use is, the stages find out.

const shares: readonly (readonly [hundredths: number, lemmas: string])[] = [
  [93, "accord note"],
  [85, "argue blast cite insist lament retort say tout vow warn"],
  [
    75,
    "accuse acknowledge add announce assail bemoan castigate caution concede criticise criticize decry " +
      "denounce deplore dismiss enthuse excoriate grill indicate lambaste laud praise rail recall reiterate " +
      "remark reply stress suggest tell tweet urge vouch write",
  ],
  [
    65,
    "acquiesce admonish brand exhort allude ask assert attest avow balk berate bewail boast chastise chide claim " +
      "commend complain conclude concur confess declare describe editorialise editorialize emphasise " +
      "emphasize explain express fret fume gripe grumble hypothesise hypothesize joke lambast mention mock " +
      "muse order point portray predict promise question rebut reckon refer refute relish report retweet " +
      "reveal scoff scold slam speculate surmise utter",
  ],
  [
    55,
    "allege applaud assure bill blame brag call chant condemn confirm conjecture declaim decline deduce " +
      "deem deride discuss dispute divulge dub echo elaborate endorse envision expect expound extol exult " +
      "foresee gloat gush hail hint inform lash liken list moan moot mull murmur mutter object opine " +
      "outline plead ponder posit postulate preach proclaim propound quip reaffirm rebuke recount reject " +
      "remind reprimand repudiate revile signal sneer specify state stipulate summarise summarize swear " +
      "theorise theorize title underline voice whisper wisecrack",
  ],
  [
    45,
    "admit agree anger apprise attribute beg blog brush characterise characterize clarify congratulate " +
      "contemplate contend convince corroborate counsel credit crow defend deny detail disclose disown " +
      "dissent distance document dread dwell doubt espouse forecast forswear frame herald highlight hammer chronicle understate overstate hope imply " +
      "infer instruct interject interpret jibe label marvel name notify observe offer oppose pillory post " +
      "prefer presume proffer propose query quote rage rebuff recap recite reference refuse renounce " +
      "respond salute savage seem shout show shrug spell spurn vent vilify wonder worry yell",
  ],
  [
    35,
    "abhor advocate aim alert apologise apologize appear aspire attack back brief cable certify charge " +
      "chuckle clear command contradict contrast demand despair detest disavow disparage display downplay " +
      "estimate explore fear float forbid identify impress insult invoke lay loathe persuade pledge pray " +
      "press prohibit project promote push reassure recognise recognize recommend rejoice rejoin remember " +
      "repeat request resist resolve rethink rue rule seek sigh snap sound talk tease telegraph thank " +
      "threaten trash trumpet underscore unveil venture veto view wish witness word",
  ],
  [
    25,
    "rate admire affirm alarm answer anticipate appoint approve authorize believe boo broadcast calculate " +
      "challenge champion cheer circulate comment consider counter crave decide dedicate demonstrate " +
      "determine devote disagree double email embrace encourage enjoy expose favor find fire focus greet " +
      "guess ignore illustrate imagine intend introduce judge justify know learn mandate message " +
      "mount mourn notice opt paint present protest publicise publicize react read realise realize recuse " +
      "regard renew resent restrict rip see share shun spot submit sue support suspect testify text unleash " +
      "upset weigh welcome withhold",
  ],
  [
    15,
    "accept address adopt advise align allow assume block campaign care cast celebrate compare continue " +
      "count cover debate define deliver depose direct discover draw erupt establish experience exploit " +
      "feature feel figure file forget grant hate hit impose invite issue knock laugh launch lean like link " +
      "lobby maintain mark negotiate nominate pass perceive permit pivot plan position prove provide " +
      "publish pursue reflect regret release rely require resonate reverse satisfy seize shock sign speak " +
      "strike surprise table target think touch understand vote waive want withdraw",
  ],
  [8, "attract avoid ban confront emerge investigate love make put raise trust"],
];

const byLemma: ReadonlyMap<string, number> = new Map(
  shares.flatMap(([hundredths, lemmas]) =>
    lemmas.split(" ").map((lemma) => [lemma, hundredths / 100] as const),
  ),
);

/** From 0 to 1; 0 for a verb that is none of them. */
export const reportingShare = (lemma: string): number => byLemma.get(lemma) ?? 0;
