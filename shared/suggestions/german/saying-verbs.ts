// Verbs of saying, thinking and wanting, and what each takes, as data; and the forms that they have in a text.

/**
 * `quote`: somebody's own words; `that`: a clause with "dass", "ob" or a question word; `bare`: a clause without a conjunction;
 * `infinitive`: "…, zu gehen"; `object`: words in quotation marks as a part of the sentence ("nannte das „absurd“").
 */
export type Frame = "quote" | "that" | "bare" | "infinitive" | "object";

export interface SayingVerb {
  /** The infinitive, with its particle: "mitteilen". */
  readonly lemma: string;
  /** What stands apart from its finite form, as words in lower case: "mit", "zum ausdruck"; "" for none. */
  readonly particle: string;
  readonly frames: ReadonlySet<Frame>;
  /** It is one of saying whatever stands beside it; the others only with what their frames ask for. */
  readonly plain: boolean;
}

type VerbForm = "finite" | "participle" | "infinitive";

export interface FoundForm {
  readonly verb: SayingVerb;
  readonly form: VerbForm;
  /** The particle is a part of the word, as in "mitteilte". */
  readonly joined: boolean;
  /** Konjunktiv I: reported again by somebody else. */
  readonly reported: boolean;
}

const frameOf: Readonly<Record<string, Frame>> = {
  q: "quote",
  d: "that",
  b: "bare",
  z: "infinitive",
  o: "object",
};

/**
 * A verb a word: particles before "|" (several with "/", blanks as "_"), the infinitive, after ":" the forms that a rule cannot tell
 * (third person present, preterite, participle), after "=" its frames. A capital Q: of saying whatever else it takes.
 */
const verbList = `
sagen=Qqdb erklären=Qqdbz betonen=Qqdb meinen=Qqdbo mit|teilen=Qqdb hinzu|fügen=Qqdb kritisieren=Qqdbo fordern=Qqdbzo auf/dazu_auf|fordern=qdz
warnen=Qqdbo ein|räumen=Qqdb bestätigen=Qqdb berichten=Qqdb schreiben:schreibt,schrieb,geschrieben=Qqdb antworten=Qqdb fragen=Qqd an|kündigen=Qqdbz
behaupten=Qqdbz versichern=Qqdbz glauben=qdbz hoffen=qdbz fürchten=qdbz befürchten=qdb beklagen=Qqdbo twittern=Qqdb rufen:ruft,rief,gerufen=q ergänzen=Qqdb
urteilen=Qqdb mutmassen=Qqdb verkünden=Qqdb schimpfen=Qqdb spotten=Qqdb loben=Qqdo bekräftigen=Qqdb bezweifeln=dqb bestreiten:bestreitet,bestritt,bestritten=Qqdbz
versprechen:verspricht,versprach,versprochen=Qqdbz entgegnen=Qqdb erwidern=Qqdb argumentieren=Qqdb kommentieren=Qqdbo erläutern=Qqdb begründen=qdbo
äussern=qdbo melden=Qqdb vermelden=Qqdb verlautbaren=Qqdb verlauten=Qqdb vermuten=dbq schätzen=dbq empfehlen:empfiehlt,empfahl,empfohlen=qdbz
raten:rät,riet,geraten=qdzo verlangen=qdbzo beschliessen:beschliesst,beschloss,beschlossen=dz entscheiden:entscheidet,entschied,entschieden=dbz beteuern=Qqdbz gestehen:gesteht,gestand,gestanden=qdbz
leugnen=dz dementieren=dqb erzählen=Qqdb schildern=Qqdb formulieren=q resümieren=Qqdb bilanzieren=Qqdb prognostizieren=dqb konstatieren=Qqdbo bemerken=qdb
bemängeln=Qqdbo monieren=Qqdbo rügen=qdbo würdigen=qo verurteilen=qo begrüssen=qdo bedauern=qdb appellieren=qdz plädieren=qdo protestieren=q skandieren=q
beschreiben:beschreibt,beschrieb,beschrieben=qo bezeichnen=qo nennen:nennt,nannte,genannt=qo beschimpfen=o sehen:sieht,sah,gesehen=o halten:hält,hielt,gehalten=o bewerten=o werten=o ein|stufen=o titulieren=o brandmarken=o zurück|weisen:weist,wies,gewiesen=qdbo empfinden:empfindet,empfand,empfunden=o ab|tun:tut,tat,getan=o zitieren=q unterstreichen:unterstreicht,unterstrich,unterstrichen=Qqdb
mahnen=Qqdbz drohen=qdbz bitten:bittet,bat,gebeten=qdz denken:denkt,dachte,gedacht=dbq wissen:weiss,wusste,gewusst=dq erwarten=d wünschen=dq
planen=z beabsichtigen=z erwägen:erwägt,erwog,erwogen=zd verweigern=z beantragen=z vereinbaren=dz garantieren=db signalisieren=qdb informieren=qdb posten=Qqdb
kontern=Qqdb witzeln=Qqdb scherzen=Qqdb frotzeln=Qqdb poltern=Qqdb wettern=Qqdb klagen=Qqdb jubeln=Qqdb schwärmen=Qqdb staunen=q lächeln=q seufzen=q murmeln=q flüstern=q brüllen=q
analysieren=q präzisieren=Qqdb spekulieren=dbq folgern=dbq konkretisieren=q relativieren=q verdeutlichen=qdb rechtfertigen=qo erinnern=qd bekunden=qdb
verteidigen=qo beschuldigen=z bezichtigen=z verdächtigen=z zweifeln=d beweisen:beweist,bewies,bewiesen=d zeigen=d belegen=d besagen=db ergeben:ergibt,ergab,ergeben=d verraten:verrät,verriet,verraten=qdb
enthüllen=d offenbaren=dq unken=q sinnieren=q philosophieren=q orakeln=q titeln=q notieren=qdb protokollieren=qdb
lauten=q heissen:heisst,hiess,geheissen=qdb geschrieben|stehen:steht,stand,gestanden=q prahlen=qdb fluchen=q stöhnen=q danken=q grüssen=q
einigen=dz drängen=z ersuchen=z an|ordnen=dz an|weisen:weist,wies,gewiesen=z ab|raten:rät,riet,geraten=z bereit|erklären=z bereit|zeigen=z
aus|sprechen:spricht,sprach,gesprochen=dz offen|lassen:lässt,liess,gelassen=d heraus|finden:findet,fand,gefunden=d nach|weisen:weist,wies,gewiesen=d errechnen=d
feiern=o beurteilen=o preisen:preist,pries,gepriesen=o charakterisieren=o betrachten=o erachten=o interpretieren=o rühmen=qo geisseln=qo verspotten=o ab|qualifizieren=o verhöhnen=o
aus|rufen:ruft,rief,gerufen=qd ein|werfen:wirft,warf,geworfen=q nach|haken=q insistieren=qd postulieren=db suggerieren=d attestieren=qdo bescheinigen=do unterstellen=dzo vor|halten:hält,hielt,gehalten=qdzo
an|fügen=qd übermitteln=qd beruhigen=qd triumphieren=q höhnen=q ätzen=q giften=q lästern=q raunen=q schreien:schreit,schrie,geschrien=q jammern=qd attackieren=q ermahnen=qz ermuntern=z ermutigen=z
argwöhnen=dbq reagieren=q beklatschen=q bloggen=qd texten=q verlesen:verliest,verlas,verlesen=q widersprechen:widerspricht,widersprach,widersprochen=q
zu/bekannt/an/zu_verstehen/zu_protokoll/zu_bedenken|geben:gibt,gab,gegeben=Qqdbz
fest/klar|stellen=Qqdb in_frage|stellen=qdo in_aussicht|stellen=dzo richtig|stellen=Qqdb
klar/deutlich/geltend|machen=Qqdb aufmerksam|machen=d
darauf_hin/hin/von_sich|weisen:weist,wies,gewiesen=qdbo
vor|werfen:wirft,warf,geworfen=qdbzo vor|schlagen:schlägt,schlug,geschlagen=qdbzo davon_aus/hervor|gehen:geht,ging,gegangen=d
aus|sagen=Qqdb zu|sagen=dbz voraus|sagen=qdb nach|sagen=zd zu|sichern=qdbz an|deuten=qdb hervor|heben:hebt,hob,gehoben=qdbo heraus|streichen:streicht,strich,gestrichen=qd
aus|führen=Qqdb an|führen=qdb an|merken=Qqdb an|mahnen=qdo an|regen=qdz an|prangern=dqo an|nehmen:nimmt,nahm,genommen=db an|drohen=dbz an|bieten:bietet,bot,geboten=dz
auf|rufen:ruft,rief,gerufen=qdz dar|legen=Qqdb ein|gestehen:gesteht,gestand,gestanden=Qqdb ein|schränken=qdb ein|wenden=qdb ein|schätzen=qdbo nach|legen=q nach|fragen=q zusammen|fassen=q
zurück|rudern=q vor|rechnen=qd vor|tragen:trägt,trug,getragen=qdb ab|lehnen=qdzo aus|schliessen:schliesst,schloss,geschlossen=d klar|legen=d offen|legen=d fest|halten:hält,hielt,gehalten=Qqdb
für_möglich/für_unwahrscheinlich/für_wahrscheinlich/für_ausgeschlossen/für_falsch/für_richtig/für_sinnvoll/für_notwendig/entgegen/dagegen|halten:hält,hielt,gehalten=qdbzo
zum_ausdruck|bringen:bringt,brachte,gebracht=qdb ins_spiel|bringen:bringt,brachte,gebracht=do auf_den_punkt|bringen:bringt,brachte,gebracht=q
überzeugt/besorgt/zuversichtlich/optimistisch/enttäuscht/zufrieden/erfreut/bestürzt/erschüttert/verärgert/entsetzt/skeptisch|zeigen=qdb
der_meinung/der_ansicht/der_auffassung/der_überzeugung/überzeugt/sicher/zuversichtlich/davon_überzeugt/besorgt|sein:ist,war,gewesen=qdb
die_ansicht/die_meinung/die_auffassung/die_these/den_standpunkt|vertreten:vertritt,vertrat,vertreten=qdb
zu_dem_ergebnis/zu_dem_schluss/zum_schluss/zum_ergebnis|kommen:kommt,kam,gekommen=qdb
die_befürchtung/die_hoffnung/den_verdacht/die_sorge/die_kritik|äussern=qdb bekannt|werden:wird,wurde,geworden=d wissen|lassen:lässt,liess,gelassen=qdb durchblicken/verlauten/ausrichten/erkennen|lassen:lässt,liess,gelassen=qdb
davon|sprechen:spricht,sprach,gesprochen=qdb sprechen:spricht,sprach,gesprochen=o rechnen=o reden=o davon|reden=d davon|träumen=d damit|rechnen=d darauf|setzen=d darauf|bestehen:besteht,bestand,bestanden=dz darauf|hoffen=d darauf|verweisen:verweist,verwies,verwiesen=d darüber|klagen=d dafür|plädieren=dz dafür|werben=d dagegen|wehren=d
`;

const prefixed = /^(?:be|er|ver|ent|ge|zer|emp|miss|unter|wider)(?!ten$|ben$)/u;

function formsOf(
  infinitive: string,
  irregular: readonly string[],
): { finite: string[]; konjunktiv: string; participle: string } {
  const stem = infinitive.replace(/(?<=e[lr])n$|en$/u, "");
  const joint = /[td]$|(?:ch|[^lrhmnaeiouäöü])[mn]$/u.test(stem) ? "e" : "";
  const [present = `${stem}${joint}t`, preterite, participle] = irregular;
  if (infinitive === "sein")
    return { finite: ["ist", "sind", "war", "waren"], konjunktiv: "sei", participle: "gewesen" };
  const plural = infinitive;
  const past = preterite ?? `${stem}${joint}te`;
  const pasts = /te$/u.test(past) ? [past, `${past}n`] : [past, `${past}${/e$/u.test(past) ? "n" : "en"}`];
  const hasNoGe = prefixed.test(infinitive) || /ieren$/u.test(infinitive);
  return {
    finite: [present, plural, ...pasts],
    konjunktiv: `${stem}e`,
    participle: participle ?? `${hasNoGe ? "" : "ge"}${stem}${joint}t`,
  };
}

/** From a word in lower case to the verbs that it may be a form of. */
export const sayingForms: ReadonlyMap<string, readonly FoundForm[]> = readForms();

function readForms(): ReadonlyMap<string, readonly FoundForm[]> {
  const forms = new Map<string, FoundForm[]>();
  const add = (word: string, found: FoundForm): void => {
    forms.set(word, [...(forms.get(word) ?? []), found]);
  };
  for (const entry of verbList.trim().split(/\s+/u)) {
    const [head = "", letters = ""] = entry.split("=");
    const [name = "", irregular] = head.split(":");
    const [particles = "", infinitive = ""] = name.includes("|") ? name.split("|") : ["", name];
    const frames = new Set([...letters].flatMap((letter) => frameOf[letter] ?? []));
    const plain = letters.includes("Q");
    for (const particle of particles.split("/").map((one) => one.replaceAll("_", " "))) {
      const verb: SayingVerb = {
        lemma: `${particle.replaceAll(" ", "")}${infinitive}`,
        particle,
        frames,
        plain,
      };
      addForms(add, verb, infinitive, irregular?.split(",") ?? []);
    }
  }
  return forms;
}

function addForms(
  add: (word: string, found: FoundForm) => void,
  verb: SayingVerb,
  infinitive: string,
  irregular: readonly string[],
): void {
  const { finite, konjunktiv, participle } = formsOf(infinitive, irregular);
  const of = (form: VerbForm, joined: boolean, reported = false): FoundForm => ({
    verb,
    form,
    joined,
    reported,
  });
  for (const word of finite) add(word, of("finite", false));
  add(konjunktiv, of("finite", false, true));
  const last = verb.particle.split(" ").at(-1) ?? "";
  add(participle, of("participle", false));
  add(infinitive, of("infinitive", false));
  if (last === "") return;
  for (const word of finite) add(`${last}${word}`, of("finite", true));
  add(`${last}${konjunktiv}`, of("finite", true, true));
  add(`${last}${participle}`, of("participle", true));
  add(`${last}${infinitive}`, of("infinitive", true));
  add(`${last}zu${infinitive}`, of("infinitive", true));
}
