// The small words of German, by what they do in a sentence. Data alone: no rule is in here. All in lower case, and with "ss" where Germany
// and Austria write "ß" and Switzerland does not: so are the words of an article read, too.
import { words } from "../word-lists.ts";

/** Begin a clause whose verb stands last. */
export const subordinators = words(
  "dass ob weil wenn als nachdem obwohl obgleich obschon während da damit sodass bevor ehe indem sobald solange falls sofern wie wonach wobei wodurch " +
    "womit wofür wogegen worauf woraus worin worüber wovon wozu seit seitdem soweit bis wer was wann warum wieso weshalb wo wohin woher welche welcher welches zumal",
);
/** Of those, the ones that begin what somebody says, asks or knows. */
export const claimOpeners = words(
  "dass ob wer was wann warum wieso weshalb wo wohin woher wie welche welcher welches welchen welchem wieviel inwieweit inwiefern worum wofür",
);

export const relatives = words(
  "der die das dem den deren dessen denen welcher welche welches welchem welchen",
);

/** Articles and their like; what may open a noun phrase. */
export const determiners = words(
  "der die das dem den des ein eine einen einem einer eines kein keine keinen keinem keiner mein meine sein seine seinen seinem seiner seines ihr ihre ihren ihrem " +
    "ihrer ihres unser unsere unseren unserer euer dieser diese dieses diesem diesen jener jene jenes jenen jeder jede jedes jeden alle allen aller beide beiden " +
    "beider mehrere mehrerer einige einiger einigen jegliche jeglicher viele vieler vielen manche mancher zahlreiche zahlreicher sämtliche etliche dessen deren zwei drei vier fünf sechs sieben acht neun zehn zwölf rund etwa knapp",
);
/** Determiners that no subject has. */
export const obliqueDeterminers = words(
  "dem den des einem einen eines seinem seinen seines ihrem ihren ihres unseren unserem diesem diesen jenem jenen keinem keinen jeden jedem",
);
/** Determiners of a genitive behind a noun. */
export const genitiveDeterminers = words(
  "des der eines einer seiner seines ihrer ihres dieser dieses deren dessen unserer unseres beider mehrerer zweier dreier jener jenes vieler einiger zahlreicher aller",
);

/** Who speaks, as a pronoun. */
export const subjectPronouns = words(
  "er sie es ich wir man dieser diese dieses letzterer letztere beide jener jene niemand jemand viele einige manche alle",
);
export const otherPronouns = words(
  "ihm ihn ihnen ihr uns mir mich dir dich sich euch einander ihm selbst dies das dazu darauf daran davon damit darüber dafür dagegen dahingehend hierzu",
);

export const prepositions = words(
  "in im an am auf bei beim mit nach von vom vor zu zum zur für gegen über unter um durch aus ohne zwischen während wegen trotz seit bis gegenüber laut neben hinter " +
    "innerhalb ausserhalb angesichts aufgrund anlässlich bezüglich hinsichtlich mittels per pro entgegen statt anstatt samt dank ins ans aufs mitsamt zufolge gemäss entlang ab",
);
export const conjunctions = words("und oder sowie aber denn sondern doch bzw jedoch");

/** Adverbs and particles, which stand anywhere between the parts of a clause. */
export const adverbs = words(
  "auch nur noch schon bereits nun jetzt heute gestern morgen dann danach zuvor anschliessend daraufhin zudem ausserdem ferner weiter weiterhin dabei hier dort da so " +
    "nicht nie niemals kaum eher sehr hierzu hierauf hierin ebenfalls ebenso gleichzeitig zugleich allerdings jedoch hingegen dagegen dennoch trotzdem deshalb daher darum deswegen somit " +
    "inzwischen mittlerweile unterdessen derzeit zurzeit momentan aktuell damals einst früher später bald zunächst zuerst zuletzt schliesslich endlich erneut wieder immer " +
    "oft häufig mehrfach wiederholt einmal zweimal offenbar offensichtlich anscheinend angeblich vermutlich wahrscheinlich möglicherweise vielleicht wohl zwar etwa rund " +
    "ungefähr knapp fast beinahe insgesamt besonders insbesondere vor allem ausdrücklich lediglich bloss erst allein selbst sogar gar überhaupt zumindest mindestens " +
    "höchstens abends morgens mittags nachmittags vormittags nachts montags wörtlich offiziell öffentlich schriftlich telefonisch persönlich grundsätzlich unter anderem " +
    "entsprechend demgegenüber demzufolge demnach mithin folglich übrigens nämlich ja eben halt mal hinzu vorab nochmals abermals seinerseits ihrerseits gemeinsam " +
    "einstimmig knapp klar deutlich kürzlich jüngst neulich seinerzeit bislang bisher seither vorerst dadurch hierbei hiermit hierfür dafür damit dazu darin darauf darüber davon daran",
);
/** Days and parts of the day behind "am", and the like, are no voices. */
export const timeNouns = words(
  "stunden minuten sekunden stunde augenblick montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz april juni juli september oktober november dezember " +
    "morgen abend nachmittag vormittag mittag nacht woche wochen jahr jahre jahren monat monate monaten tag tage tagen wochenende uhr montagabend dienstagabend " +
    "mittwochabend donnerstagabend freitagabend samstagabend sonntagabend frühjahr ende anfang mitte beginn",
);

/** What stands apart from its verb, at the end of a clause. */
export const separableParticles = words(
  "ab an auf aus bei dar durch ein entgegen fest fort her heran heraus herum hervor hin hinaus hinzu los mit nach nahe statt teil um unter vor voran voraus vorbei weg weiter wieder zu zurück zusammen",
);

export const auxiliaries = words(
  "hat haben habe hatte hatten hätte hätten ist sind sei seien war waren wäre wären wird werden werde wurde wurden würde würden",
);
const modals =
  "kann können könne konnte konnten könnte könnten will wollen wolle wollte wollten soll sollen solle sollte sollten muss müssen müsse musste mussten müsste müssten darf dürfen dürfe durfte durften dürfte dürften mag mögen möge mochte möchte möchten";
/** Forms that are verbs wherever they stand small, apart from those of saying. */
export const finiteVerbs = words(
  `hat haben habe hatte hatten hätte hätten ist sind sei seien war waren wäre wären wird werden werde wurde wurden würde würden ${modals} ` +
    "gibt gab gäbe gebe geht ging gehe gehen gingen ginge kommt kam käme komme kommen kamen steht stand stehe stehen standen stünde stünden liegt lag läge liege liegen lagen " +
    "bleibt blieb bleibe bleiben blieben lässt liess lasse lassen liessen nimmt nahm nehme nehmen nahmen findet fand finde fanden hält hielt halte halten hielten führt führte führe " +
    "führten macht machte mache machen machten bringt brachte bringe brachten braucht brauche brauchte brauchen besteht bestand bestehe bestehen bestanden beträgt betrug betrage " +
    "gehört gehörte gehöre gehören gilt galt gelte gelten gälten zeigt zeigte zeige zeigten fällt fiel falle fielen steigt stieg steige stiegen sinkt sank sinke sanken " +
    "beginnt begann beginne begannen endet endete ende stirbt starb starben verliert verlor verlören gewinnt gewann gewannen erhält erhielt erhalte erhielten trägt trug trage trugen " +
    "tritt trat trete traten wirkt wirkte wirke lebt lebte lebe leben lebten arbeitet arbeitete arbeite arbeiten handelt handelte handle handele leidet litt leide litten " +
    "sieht sah sehe sehen sahen weiss wusste wisse wissen wussten tut tat tue tun taten läuft lief laufe liefen kostet kostete koste kosten droht drohte drohe drohten fehlt fehlte fehle fehlen " +
    "plant plante plane planen planten versucht versuchte versuche versuchten setzt setzte setze setzten stellt stelle entsteht entstand entstehe entstanden verfügt verfügte verfüge " +
    "bedeutet bedeutete bedeute hängt hing hänge wächst wuchs wachse zahlt zahlte zahle zahlten verletzt entspricht entspräche entspreche betrifft betreffe betraf ergibt ergebe ergab erfolgt " +
    "erfolge erfolgte existiert existiere reicht reiche reichte benötigt benötige benötigen trifft treffe traf fordere nutzt nutze nutzten schliesst schliesse schloss schlossen",
);
/** Konjunktiv I, or a form that stands for it: the mark of reported speech. */
export const konjunktiv = words(
  "sei seien habe werde würde würden hätte hätten wäre wären könne könnte könnten müsse müsste müssten solle sollten wolle dürfe dürfte dürften möge gebe gäbe gehe ginge komme käme stehe " +
    "stünde stünden liege läge bleibe lasse nehme finde halte führe mache bringe brauche bestehe betrage gehöre gelte zeige falle steige sinke beginne trage trete wirke lebe arbeite handle " +
    "handele leide sehe wisse tue laufe koste drohe fehle plane versuche setze stelle entstehe verfüge bedeute hänge wachse zahle entspreche betreffe ergebe erfolge existiere reiche benötige " +
    "treffe nutze schliesse resultiere verbreite rechne gelange verstehe erwarte begrüsse bedauere unterstütze lehne spreche denke glaube freue hoffe fordere bitte befinde biete schaffe kenne diene " +
    "folge verhalte scheine erscheine besitze erfülle verletze verstosse schade helfe hoffe stimme sorge gewinne verliere gefährde steige biete trauere nähmen gingen kämen blieben liessen",
);
/** "Nach Angaben", "laut Auskunft", "ihrer Meinung nach": nouns of what somebody says, also as the end of a compound. */
export const sayingNouns =
  /(?:angaben?|aussagen?|auskunft|auskünften|meinung|ansicht|auffassung|einschätzung(?:en)?|informationen|information|berichte?n?s?|worten|darstellung|schätzung(?:en)?|berechnung(?:en)?|erkenntnis(?:sen)?|ermittlungen|umfragen?|studien?|untersuchung(?:en)?|meldung(?:en)?|medienberichten|zeugenaussagen|überzeugung|vorstellung(?:en)?|experten|expertenmeinung|statistik(?:en)?|prognosen?|hochrechnung(?:en)?|mitteilung(?:en)?|pressemitteilung|erklärung|behauptung(?:en)?|quellen|gutachten|bekunden|analysen?|beobachtern|vernehmen|lesart|sicht|grundgesetz|verfassung|stellungnahme|gerüchten|medien|endergebnis|hinweis(?:en)?|nachricht(?:en)?|ankündigung(?:en)?|idee|erfahrung(?:en)?|wunsch|kenntnisstand|erkenntnisstand|plänen|planungen|artikel)$/u;
/** "die Behauptung, dass": nouns of what somebody says, thinks or wants, of which the clause behind them tells what it is. */
export const claimingNouns =
  /^(?:behauptung(?:en)?|aussagen?|vorw[uü]rfe?s?|these|hypothese|meinung|ansicht|auffassung|überzeugung|einschätzung|forderung(?:en)?|ankündigung|warnung(?:en)?|befürchtung(?:en)?|hoffnung|vermutung|versprechen|zusicherung|zusage|erklärung|mitteilung|feststellung|einwand|hinweis|kritik|verdacht|anschuldigung(?:en)?)$/u;
/** What somebody wrote, which says something itself. */
export const documentNouns =
  /(?:berichte?[ns]?|studien?|umfragen?|gutachtens?|mitteilung(?:en)?|anklage|anklageschrift|urteils?|brief(?:e|s|es)?|schreibens?|papiere?s?|analysen?|statistik(?:en)?|prognosen?|hochrechnung(?:en)?|erhebung(?:en)?|vertrag(?:s|es)?|gesetzentwurfs?|verfassung|grundgesetz|untersuchung(?:en)?|protokolls?|dokument(?:s|e|en|es)?|resolution|artikels?|entwurfs?|memos?)$/u;
/** Endings of feminine nouns: behind "der" they are no subject. */
export const feminineEnding =
  /(?:ung|heit|keit|schaft|ion|tät|(?<!e)ur|ei|ik|(?<!e)in|agentur|stadt|zeitung|presse|post|behörde|gruppe|redaktion)$/u;
