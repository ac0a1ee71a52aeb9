// Reads the words of a German mention: whose they are, a name or a noun, and what that says of who it is.
import type { EntityType, Naming } from "../../model/entity.ts";
import { femaleNames, maleNames } from "../read-mention.ts";
import { words } from "../word-lists.ts";
import { documentNouns, sayingNouns } from "./word-lists.ts";

export interface GermanMention {
  /** Without article, brackets and what hangs on them, as it is written; of “Angaben des Bauamts” it is “Bauamt”. */
  readonly core: string;
  /** The proper name's words, without titles and offices. */
  readonly names: readonly string[];
  /** What it is said to be, as it is written: "Oberbürgermeisterin". */
  readonly role: string;
  /** The last noun that is no name, in small letters; one for both genders as if it were feminine. */
  readonly noun: string;
  /** In small letters; empty for anything else. */
  readonly pronoun: string;
  readonly article: "definite" | "indefinite" | "none";
  /** How it is spoken of: "er", "sie" (many, too), "es". */
  readonly gender: "er" | "sie" | "es" | null;
  readonly type: EntityType;
  readonly naming: Naming;
  /** How many an unnamed one is said to be. */
  readonly number: number | null;
}

/** Beside those that are known of all languages. */
const moreFemale = words(
  "Andrea Hanna Heike Silke Sigrid Elke Gabriele Katrin Kathrin Kerstin Anke Antje Uta Ute Jutta Renate Hannelore Annegret Annalena Nadja Ayşe Franka Manuela Cornelia " +
    "Dagmar Gudrun Hildegard Ilse Ingeborg Svenja Wiebke Friederike Magdalena Theres Ricarda Marlies Gerda Saskia Nele Katharina Steffi Bettina Christa Margot",
);
const moreMale = words(
  "Uwe Günther Wolfgang Jörg Olaf Sven Torsten Thorsten Ralf Rainer Reiner Holger Heiko Heinz Dietmar Detlef Volker Armin Bodo Winfried Cem Carsten Karsten Stefan Steffen " +
    "Tobias Florian Emre Mehmet Urs Beat Reto Ueli Albin Alois Egon Ernst Frank-Walter Gregor Gottfried Hannes Hartmut Helge Ingo Jochen Knut Lothar Markus Moritz Sebastian " +
    "Siegfried Sigmar Theo Thilo Thomas Till Timo Udo Ulrich Veit Werner Wilhelm Willi Wolfram Christof Jakob Benedikt Hubertus Erich Horst Norbert Walter",
);
export const germanGenderOf = (first: string): "er" | "sie" | null =>
  femaleNames.has(first) || moreFemale.has(first)
    ? "sie"
    : maleNames.has(first) || moreMale.has(first)
      ? "er"
      : null;
const isFirst = (word: string): boolean => germanGenderOf(word) !== null;

const pronouns = words(
  "er sie es wir ich man ihm ihn ihr ihnen der die das den dem welcher welche welches dieser diese dieses letzterer letztere jener jene " +
    "niemand jemand viele einige manche alle beide andere mehrere wer",
);
const isGermanPronoun = (written: string): boolean => pronouns.has(written.trim().toLowerCase());

const definite = /^(?:der|die|das|den|dem|des|dieser|diese|dieses|diesem|beim|vom|im)$/iu;
const possessive = /^(?:sein|ihr|unser|mein|dessen|deren)(?:e|en|em|er|es)?$/iu;
const numbers = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");
const indefinite =
  /^(?:eine?[nmrs]?|einige[rn]?|mehrere[rn]?|viele[rn]?|manche[rn]?|andere[rn]?|zahlreiche[rn]?|beide[rn]?|kein\p{Ll}*)$/iu;

/** Whoever has this as their noun is a person. */
const personNoun =
  /(?:minister(?:in|s)?|präsident(?:in|en)?|chef(?:in|s)?|sprecher(?:in|s)?|vorsitzende[rn]?|direktor(?:in|s)?|leiter(?:in|s)?|trainer(?:in|s)?|kapitän(?:in|s)?|kanzler(?:in|s)?|meister(?:in|s)?|(?<=gemeinde|stadt|land|regierungs|bundes|national|ständerats?)rat|rätin|senator(?:in|s)?|abgeordnete[rn]?|anwalt|anwältin|verteidiger(?:in|s)?|richter(?:in|s)?|(?:professor|doktor)(?:in|s)?|forscher(?:in|s)?|expert(?:e|en|in)|ärztin|arzt|autor(?:in|s)?|dezernent(?:in|en)?|kämmer(?:er|in)|sekretär(?:in|s)?|beauftragte[rn]?|hauptmann|(?:general|admiral|oberst)|kommissar(?:in|s)?|ermittler(?:in|s)?|\p{Ll}{2}log(?:e|en|in)|politiker(?:in|s)?|manager(?:in|s)?|führer(?:in|s)?|intendant(?:in|en)?|obmann|obfrau|inspektor(?:in|s)?|zeug(?:e|en|in)|gründer(?:in|s)?|könig(?:in|s)?|papst|bischof|pfarrer(?:in|s)?|lehrer(?:in|s)?|rektor(?:in|s)?|-jährige[rn]?|(?<![\p{L}])mann|frau|vater|mutter|sohn|tochter|bruder|schwester|nachbar(?:in|n)?|angeklagte[rn]?|beschuldigte[rn]?|polizist(?:in|en)?|journalist(?:in|en)?|student(?:in|en)?|assistent(?:in|en)?|kandidat(?:in|en)?|gegner(?:in|s)?|nachfolger(?:in|s)?|vorgänger(?:in|s)?|kollege|kollegin|mitglied(?:s|es)?|landeshauptmann|oppositionsführer(?:in)?|botschafter(?:in|s)?|berater(?:in|s)?|vertraute[rn]?|mitarbeiter(?:in|s)?|stürmer(?:in|s)?|spieler(?:in|s)?|künstler(?:in|s)?|regisseur(?:in|s)?|unternehmer(?:in|s)?|analyst(?:in|en)?|ökonom(?:in|en)?|diplomat(?:in|en)?|beamter|beamtin|informant(?:in|en)?|vorstand|held(?:in)?|pilot(?:in|en)?|fahrer(?:in|s)?|besitzer(?:in|s)?|bewohner(?:in|s)?)$/u;
/** Many of them, where no article says that it is one. */
const groupNoun =
  /(?:expert|patient|student|journalist|diplomat|analyst|zeug|kolleg|ökonom|demonstrant|lieferant|abgeordnet|angehörig|beschäftigt|angestellt|betroffen|hinterbliebenen?|studierend|forschend|behörd|medi|kreis|leut|fans?$|eltern|truppen|beamt|beobachter|kritiker|gegner|anwohner|anrainer|bewohner|bürger|wähler|händler|forscher|wissenschaftler|mediziner|politiker|ermittler|helfer|vertreter|befürworter|aktivist|veranstalter|nachbar|mitglieder|spieler|arbeiter|mitarbeiter|bauern|kinder|schüler|lehrer|gäste|besucher|hacker|rebellen|soldaten|terroristen|umweltschützer|tierschützer|datenschützer|naturschützer|insider|quellen)(?:e|en|n|innen)?$/u;
/** “Sprecher:in”, “Sprecher*innen”, “SprecherInnen”, “Sprecher/-in”, “Abgeordnete:r”: whoever they are. */
const inclusiveForm =
  /^(?<stem>[\p{L}-]*\p{Ll})(?:(?:[:*_·•]|\/-?)(?<ending>in|innen|[rn])|(?<inside>In|Innen))$/u;

/** A noun as the lists have it: in small letters, and for both genders as for the feminine one. */
function asNoun(word: string): string {
  const { stem = word, ending = "", inside = "" } = inclusiveForm.exec(word)?.groups ?? {};
  return `${stem}${ending}${inside}`.toLowerCase();
}

/** “Sprecherinnen”, “Kundinnen”; not “Gewinnen”. */
const femininePlural = /\p{L}{2}(?<!gew|^sp|^(?:fi|ri|zi|si|li))innen$/u;

/** “Bürgerin”, of whom the lists have only the many. */
const isOneOfGroup = (noun: string): boolean => noun.endsWith("in") && groupNoun.test(noun.slice(0, -2));
const isPersonNoun = (noun: string): boolean => personNoun.test(noun) || isOneOfGroup(noun);
const isGroupNoun = (noun: string): boolean => groupNoun.test(noun) || femininePlural.test(noun);

/** Feminine ones have the same form for one behind “die”: “die Mutter”, and “die Sprecherin”, which ends otherwise. */
const manyBehindDie = /(?<!mutt|tocht|schwest)er$/u;
/** “die Abgeordnete”: many are “die Abgeordneten”. */
const oneBehindDie = /(?:abgeordnet|angehörig|beschäftigt|angestellt|betroffen|studierend|forschend)e$/u;

const bodyNoun =
  /(?:amt(?:e?s)?|behörde|ministeriums?|verband(?:e?s)?|verein(?:s)?|gesellschaft|partei|regierung|polizei|feuerwehr|gericht(?:s|es|shof|shofs)?|rechnungshofs?|anwaltschaft|gewerkschaft|kammer|bank|konzern(?:s)?|unternehmens?|firma|hersteller(?:s)?|bundesrat|stadtrat|gemeinderat|kantonsrat|nationalrat|landtag|bundestag|parlaments?|kommission|instituts?|universität|hochschule|klinik|krankenhaus(?:es)?|spitals?|dienst(?:e?s)?|zentrale|fraktion|koalition|opposition|kirche|stiftung|departement(?:s)?|magistrat|senat|bund|stadt|gemeinde|kanton|bergrettung|rettung|wacht|wirtschaft|industrie|büros?|vorstand(?:s|es)?|elternrat|betriebsrat|union|klub|club|team|armee|militär|justiz|verwaltung|liga|bahn|airline|versicherung|betreiber|anbieter|organisation|initiative|bündnis|netzwerk|komitee|ausschuss|gremium|internationale|nato|republik|staaten)$/u;
const outletNoun =
  /(?:zeitung|blatt|magazin|sender|nachrichtenagentur|presse-agentur|anzeiger|kurier|rundfunks?|fernsehens?|radios?|presse|tagblatt|rundschau|nachrichtenseite|nachrichtenportal|tagesschau|spiegel|morgenpost|-post)$/u;
const outletNames = words(
  "ARD ZDF NDR WDR MDR SWR BR ORF SRF DLF RTL BBC CNN dpa APA sda AFP Reuters FAZ NZZ taz Spiegel Zeit Stern Focus Welt Standard Kurier Bild Tagesschau",
);
const platformNames = words(
  "X Twitter Facebook Instagram TikTok YouTube Telegram LinkedIn Bluesky Mastodon WhatsApp Reddit",
);
const partyNames = words(
  "Grünen Grüne Linke Linken Liberalen Sozialdemokraten Christdemokraten Freien Piraten Republikaner Demokraten Freisinnigen Neos",
);
const nobody = /(?:quellen?|insidern?|informant(?:in|en)?|(?:^|\p{L})kreisen?|(?:^|\s)personen?)$/iu;
const uniqueOffice =
  /^(?:bundes|minister|vize|staats|ober)?(?:kanzler|präsident|bürgermeister|ministerpräsident|könig|landeshauptmann)(?:in)?$|^papst$|\p{Ll}{4}minister(?:in)?$/u;
const titles = /^(?:Dr|Prof|Mag|Dipl|Ing|Herr|Frau|Sir|Lord|Dr\.|Prof\.|Mag\.)\.?$/u;
const particles = /^(?:von|van|de|der|den|zu|zum|zur|bin|al|el|di|da|du|del|la|le|ibn|ben)$/u;

/** “Angaben des Bauamts”, “Sicht der Patienten”, “Informationen der «Neuen Aare-Zeitung»”: whose they are. */
const owned =
  /^(?:\p{Ll}+\s)*(?:(?:Angaben|Aussagen?|Auskunft|Auskünften|Meinung|Ansicht|Auffassung|Einschätzung(?:en)?|Informationen|Worten|Darstellung|Erkenntnissen|Überzeugung|Sicht|Berechnungen|Schätzung(?:en)?|Bekunden|Lesart|Ankündigung(?:en)?)\s)(?:(?<by>von|vom|aus|aus der)\s|(?<article>des|der|einer|eines|seiner|ihrer)\s|(?=[«„»“"]))(?<whose>.+)$/u;

/** `known`: last names of people whom the article names in full. Linear in the length. */
export function readGermanMention(written: string, known: ReadonlySet<string> = new Set()): GermanMention {
  const bare = written
    .replace(/\([^)]*\)/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
  if (isGermanPronoun(bare)) return pronounMention(bare);
  const whose = owned.exec(bare)?.groups;
  const isGenitive = whose?.article === "des" || whose?.article === "eines";
  const named = whose?.whose ?? bare;
  const parts = named.split(/,\s*/u).filter((part) => part !== "");
  const readings = parts.slice(0, 3).map((part) => readPart(part, known));
  const [first = readPart(named, known)] = readings;
  const second = readings.find(({ names }, at) => at > 0 && names.length > 0);
  const one = first.names.length === 0 && second ? { ...second, role: first.core, noun: first.noun } : first;
  const core = isGenitive
    ? one.core.replace(/(?<=[^s])e?s$/u, (end) => (/(?:Haus|Kreis)$/u.test(one.core) ? end : ""))
    : one.core;
  const article =
    whose?.article === "einer" || whose?.article === "eines"
      ? "indefinite"
      : whose
        ? "definite"
        : articleOf(bare);
  const isBehindDie = /^die\s/iu.test(bare) && one.names.length === 0;
  const isMany =
    /^(?:von|aus)$/u.test(whose?.by ?? "") ||
    isPlural(bare) ||
    (isBehindDie && isPersonNoun(one.noun) && manyBehindDie.test(one.noun));
  const isOne =
    (/^(?:der|dem|des|das|sein|ihr|unser)\s/iu.test(bare) && whose === undefined) ||
    (isBehindDie && oneBehindDie.test(one.noun));
  const type = typeOf({ ...one, core }, article, { isOne, isMany });
  return {
    ...one,
    core: core.replace(/^[„“”"»«]|[„“”"»«]$/gu, ""),
    pronoun: "",
    article,
    gender: genderOf(one, bare, type),
    type,
    naming: namingOf({ ...one, core }, type, article),
    number: numberOf(bare, type),
  };
}

const pronounMention = (bare: string): GermanMention => ({
  core: bare,
  names: [],
  role: "",
  noun: "",
  pronoun: bare.toLowerCase(),
  article: "none",
  gender: /^(?:er|der|dieser|letzterer|jener|welcher)$/iu.test(bare)
    ? "er"
    : /^(?:sie|die|diese|letztere|jene|welche)$/iu.test(bare)
      ? "sie"
      : null,
  type: "person",
  naming: "described",
  number: null,
});

interface ReadPart {
  readonly core: string;
  readonly names: readonly string[];
  readonly role: string;
  readonly noun: string;
  /** Whether the noun is meant for both genders. */
  readonly isInclusive: boolean;
}

/** "Lohbeks Kapitän Jonas Witt": nouns that say what somebody is, then the name. */
function readPart(part: string, known: ReadonlySet<string>): ReadPart {
  const all = part.split(" ");
  let from = 0;
  if (isDeterminer(all[0] ?? "") && all.length > 1) from = 1;
  const core = all.slice(from, endOfCore(all, from));
  const plain = core.map((word) => word.replace(/^[„“”"»«‚‘]+|[„“”"»«‚‘.]+$/gu, ""));
  const firstName = plain.findIndex((word) => isFirst(word));
  const office = plain.findLastIndex(
    (word) => (inclusiveForm.test(word) || isPersonNoun(asNoun(word))) && /^\p{Lu}/u.test(word),
  );
  const title = plain.findLastIndex((word) => titles.test(word));
  const start = nameStart(plain, firstName, Math.max(office, title), known);
  const names =
    start < 0 ? [] : plain.slice(start).filter((word) => /^\p{Lu}/u.test(word) || particles.test(word));
  const roleWords = plain.slice(0, start < 0 ? plain.length : start).filter((word) => !titles.test(word));
  const nouns = roleWords.filter((word) => /^\p{Lu}|^\p{N}+-\p{Lu}/u.test(word));
  return {
    core: core.join(" "),
    names,
    role: names.length > 0 ? roleWords.filter((word) => /^\p{Lu}|^\p{Ll}/u.test(word)).join(" ") : "",
    noun: asNoun(nouns.at(-1) ?? ""),
    isInclusive: inclusiveForm.test(nouns.at(-1) ?? ""),
  };
}

const isDeterminer = (word: string): boolean =>
  definite.test(word) ||
  possessive.test(word) ||
  indefinite.test(word) ||
  numbers.includes(word.toLowerCase());

/** Before what hangs on the noun: "Sprecher | der Bergrettung", "Mitglied | des Wahlvorstands". */
function endOfCore(all: readonly string[], from: number): number {
  const end = all.findIndex(
    (word, at) =>
      at > from &&
      /^\p{Lu}|[“”"»«]$/u.test(all[at - 1] ?? "") &&
      (/^(?:des|der|die|dem|einer|eines|für|in|im|aus|vom|am|beim|bei|mit|zu|zum|zur|und|an|auf)$/u.test(
        word,
      ) ||
        (word === "von" && !isFirst(all[at - 1] ?? ""))) &&
      !(word === "der" && /^(?:von|van)$/u.test(all[at - 1] ?? "")),
  );
  return end < 0 ? all.length : end;
}

function nameStart(
  plain: readonly string[],
  firstName: number,
  office: number,
  known: ReadonlySet<string>,
): number {
  if (firstName > office) return firstName;
  if (office >= 0)
    return office + 1 < plain.length && /^\p{Lu}/u.test(plain[office + 1] ?? "") ? office + 1 : -1;
  const last = plain.at(-1) ?? "";
  if (plain.length === 1) return known.has(last) || (/^\p{Lu}/u.test(last) && !isNounOf(last)) ? 0 : -1;
  // Two words with capitals of which none is a noun: "Ayşe Demir".
  return plain.every((word) => /^\p{Lu}/u.test(word) || particles.test(word)) && !plain.some(isNounOf)
    ? 0
    : -1;
}

const isNounOf = (word: string): boolean => {
  const noun = asNoun(word);
  return (
    inclusiveForm.test(word) ||
    isPersonNoun(noun) ||
    isGroupNoun(noun) ||
    [bodyNoun, outletNoun, documentNouns, sayingNouns].some((list) => list.test(noun))
  );
};

const articleOf = (bare: string): GermanMention["article"] => {
  const [first = ""] = bare.split(" ");
  return definite.test(first) || possessive.test(first)
    ? "definite"
    : indefinite.test(first) || numbers.includes(first.toLowerCase())
      ? "indefinite"
      : "none";
};

/** "zwei Diplomaten", "viele Kinder" */
const isPlural = (bare: string): boolean =>
  /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|mehrere|einige|viele|manche|zahlreiche|beide|andere|alle)\s/iu.test(
    bare,
  );

interface Counted {
  /** "der Forscher", "dem Forscher": of one. */
  readonly isOne: boolean;
  readonly isMany: boolean;
}

function typeOf(
  { core, names, noun, isInclusive }: ReadPart,
  article: GermanMention["article"],
  { isOne, isMany }: Counted,
): EntityType {
  const last =
    core
      .replace(/[„“”"»«.]+/gu, "")
      .split(" ")
      .at(-1) ?? "";
  const lower = asNoun(last);
  if (platformNames.has(last)) return "platform";
  if (outletNames.has(last) || outletNoun.test(lower) || /^[„»«"]/u.test(core)) return "outlet";
  if (partyNames.has(last)) return "organization";
  if (names.length > 1 || (names.length === 1 && isPersonNoun(noun)))
    return bodyNoun.test(lower) ? "organization" : "person";
  if (documentNouns.test(noun) || (names.length === 0 && documentNouns.test(lower))) return "document";
  if (names.length === 0 && /kreisen?$|quellen$/u.test(lower)) return "group";
  if (isInclusive) return names.length > 0 || !/nen$/u.test(noun) ? "person" : "group";
  if (isMany) return isGroupNoun(lower) || /(?:en|er|e|s)$/u.test(lower) ? "group" : "organization";
  if (bodyNoun.test(lower) || bodyNoun.test(noun)) return "organization";
  if (names.length === 0 && femininePlural.test(lower)) return "group";
  if (names.length === 0 && groupNoun.test(lower) && article !== "indefinite" && !/^\p{N}/u.test(last))
    return isOne ? "person" : "group";
  if (isPersonNoun(lower) || isPersonNoun(noun)) return "person";
  return names.length === 1 ? "organization" : "person";
}

/** "„Morgenpost“", "Deutsche Presse-Agentur": more than a noun. */
const ownName = /[„»«"]|\p{Lu}{2}|-|\p{Lu}\p{Ll}+(?:en|er) \p{Lu}/u;

function namingOf(
  { core, names, noun }: ReadPart,
  type: EntityType,
  article: GermanMention["article"],
): Naming {
  if (nobody.test(core)) return "anonymous";
  if (type === "document") return "described";
  if (type === "platform") return "named";
  if (type === "outlet")
    return names.length > 0 || ownName.test(core) || outletNames.has(core) ? "named" : "described";
  if (names.length > 0) return "named";
  if (type === "organization") return article === "indefinite" ? "described" : "named";
  return type === "person" && article === "definite" && uniqueOffice.test(noun) ? "named" : "described";
}

function genderOf(
  { names, noun, isInclusive }: ReadPart,
  bare: string,
  type: EntityType,
): GermanMention["gender"] {
  const [first = ""] = bare.split(" ");
  const [name = ""] = names;
  if (type === "person") {
    const gender = germanGenderOf(name);
    if (gender) return gender;
    if (isInclusive) return null;
    if (/(?:in|frau|mutter|tochter|schwester)$/u.test(noun) || /^(?:Frau|eine|einer|die)$/iu.test(first))
      return "sie";
    return noun !== "" || /^(?:Herr|ein|der)$/iu.test(first) ? "er" : null;
  }
  if (/^(?:das|ein)$/iu.test(first)) return "es";
  if (/^(?:die|eine)$/iu.test(first) || type === "group") return "sie";
  return /^der$/iu.test(first) ? "er" : null;
}

function numberOf(bare: string, type: EntityType): number | null {
  const [first = ""] = bare.toLowerCase().split(" ");
  if (/^\p{N}{1,3}$/u.test(first)) return Number(first);
  const at = numbers.indexOf(first);
  if (at > 0) return at + 1;
  if (type !== "person") return null;
  return /^(?:eine?[nmrs]?|sein|seine[rnm]?|ihre?[rnm]?|der|die)$/u.test(first) ? 1 : null;
}
