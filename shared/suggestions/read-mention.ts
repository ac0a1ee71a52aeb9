// Reads the words of a mention: a name, a noun, a title, a pronoun.
import { personNouns, titles, weekdays, words } from "./word-lists.ts";

export interface MentionReading {
  /** In lower case, without an article before it. */
  readonly words: string;
  /** The proper name's words, without titles. */
  readonly names: readonly string[];
  /** The noun of a description, in lower case; empty where it is missing, as in "a senior administration told us". */
  readonly noun: string;
  /** What it is said to be: "mayor" of "Mayor Ada Hart", "head coach" of "the head coach, Maria Lund". In lower case. */
  /** As they are written, by the same in lower case. */
  readonly roles: ReadonlyMap<string, string>;
  readonly pronoun: string;
  readonly article: "definite" | "indefinite" | "none";
  /** Of a description: the name within it that tells which one is meant, as in "the “Patriot” YouTube channel". */
  readonly ownName: "quoted" | "capital" | null;
  /** "Mr", "Ms", "Dame": as it is written. */
  readonly title: string;
}

const none: ReadonlySet<string> = new Set();

/** "Critics", "Health officials": a capital that the sentence's beginning gives, not a name. */
function isPlainNoun(part: string, known: ReadonlySet<string>): boolean {
  const partWords = part.trim().replace(cut, "").split(/\s+/u);
  const [first = ""] = partWords;
  return (
    partWords.length === 1 &&
    !known.has(first.replace(/['’]s?$/u, "")) &&
    (personNouns.has(first.toLowerCase()) || /^\p{Lu}\p{Ll}+[^sui\W]s$/u.test(first))
  );
}

const suffixes = words("jr sr kc qc mp mep phd md obe ii iii");
const pronouns =
  /^(?:he|she|his|her|him|they|their|them|it|its|who|whose|i|my|we|our|us|you|your|himself|herself)$/u;
const determiners = /^(?:the|this|that|these|those|his|her|its|their|our|my|your)\s+/u;
const indefinite =
  /^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|most|few|another|other|both|\d+)\b/u;

/** "Jo Hart, the mayor of Leeds", "a spokeswoman, Ellen Price": the name is in either part. Linear in the length. */
export function readMention(written: string, known: ReadonlySet<string> = none): MentionReading {
  const bare = written.replace(/\([^)]*\)/gu, " ").replace(/['’]s?$/u, "");
  const parts = bare.split(/,\s*/u).filter((part) => part.trim() !== "");
  const [first = ""] = parts;
  const named = parts.findIndex((part) => namesOf(part).length > 0 && !isPlainNoun(part, known));
  const names = namesOf(parts[named] ?? "");
  const lower = first.toLowerCase().trim();
  return {
    words: lower.replace(/^(?:the|a|an)\s+/u, ""),
    names,
    noun: names.length === 0 && lacksPerson(lower) ? "" : headOf(lower),
    roles: names.length > 0 ? rolesOf(parts, named, names) : new Map(),
    pronoun: pronouns.test(lower) ? lower : "",
    article: determiners.test(lower) ? "definite" : indefinite.test(lower) ? "indefinite" : "none",
    ownName: names.length > 0 ? null : ownNameIn(first),
    title: /^(?:The )?(?<title>Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\b/u.exec(first)?.groups?.title ?? "",
  };
}

/** "The Dutch company" may be whoever was named before. */
const peoples =
  /^(?:\p{Lu}\p{L}+(?:ish|ese|ian|ean|ican)|German|Dutch|French|Greek|Swiss|Israeli|Iraqi|Pakistani|Saudi|Czech|Thai)$/u;

function ownNameIn(part: string): MentionReading["ownName"] {
  if (/[“”„‟«»"]/u.test(part)) return "quoted";
  const [, ...behindFirst] = part.trim().replace(cut, "").split(/\s+/u);
  const isOwn = (word: string): boolean => isName(word) && !/-\p{Ll}+$/u.test(word) && !peoples.test(word);
  return behindFirst.some(isOwn) ? "capital" : null;
}

/**
 * "Critics" at a sentence's beginning is "critics", and "Republicans" is itself: without the capital of a first word that is known to
 * need none, or that the article writes without one (`small`).
 */
export function withoutSentenceCapital(written: string, small: ReadonlySet<string>): string {
  const firstWord = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}-])/u.exec(written)?.[0] ?? "";
  const lower = firstWord.toLowerCase();
  const isParty = bodyNames.has(firstWord) || bodyNames.has(`${firstWord}s`);
  const isSmall =
    small.has(lower) ||
    (isBeforeName(lower) && !isParty) ||
    indefinite.test(lower) ||
    determiners.test(`${lower} `);
  return firstWord !== "" && isSmall ? lower + written.slice(firstWord.length) : written;
}

const cut =
  /\s+(?:(?:of|for|at|from|in|with|to|on|by|who|that|which|whose|close|familiar|briefed|near)\s|\p{L}+(?:ed|en|wn)\s+(?:by|on|in|at|from|last|this|with|to|only|\p{L}+day)\b|(?:released|published)\b).*$/u;

/** The last word of a phrase before what hangs on it, and before a number: "article" of "Article 5 of the treaty". */
const headOf = (lower: string): string =>
  lower
    .replace(cut, "")
    .replace(/\s+\d+\p{L}?$/u, "")
    .split(/\s+/u)
    .at(-1) ?? "";

/** Ranks that people have, and bodies never. */
const ranks = words("senior veteran retired acting deputy vice fellow");

/** "A senior administration": a person's rank before a body, whose person was left out. */
const lacksPerson = (lower: string): boolean =>
  ranks.has(lower.replace(/^(?:the|an?)\s+/u, "").split(/\s+/u)[0] ?? "") && bodies.has(headOf(lower));

/** The words before the name, and the parts beside it that are phrases of their own. */
function rolesOf(
  parts: readonly string[],
  named: number,
  names: readonly string[],
): ReadonlyMap<string, string> {
  const namedPart = parts[named] ?? "";
  const wordsBefore = namedPart.slice(0, Math.max(0, namedPart.indexOf(names[0] ?? ""))).trim();
  const beside = parts.filter(
    (part, at) => at !== named && /^(?:the |a |an |its |his |her |their |\p{Ll})/u.test(part),
  );
  const roles = [wordsBefore, ...beside]
    .map((role) =>
      role
        .replace(/^(?:the|a|an|its|his|her|their|\S+[’']s)\s+/iu, "")
        .replace(cut, "")
        .trim(),
    )
    .filter((role) => /^[\p{L}][\p{L} .’'-]+$/u.test(role) && !titles.has(role.toLowerCase()));
  return new Map(roles.map((role) => [role.toLowerCase(), role]));
}

const openingWord =
  /^(?:The|A|An|His|Her|Their|Its|He|She|They|It|I|We|You|Some|Many|Most|One|Two|But|And|Both)$/u;

/** The last run of words with capitals: the first word's capital counts only where another follows or nothing else does. */
export function namesOf(part: string): readonly string[] {
  const partWords = part
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[^\p{L}\p{N}'’.&-]/gu, "").replace(/['’]s?$/u, ""));
  const core = partWords.slice(0, stopAt(partWords));
  const last = core.findLastIndex(isName);
  if (last < 0) return [];
  // "Article 5", "Channel 4"
  const end = isNumber(core[last + 1] ?? "") ? last + 1 : last;
  let start = last;
  while (start > 0 && (isName(core[start - 1] ?? "") || isParticle(core, start - 1))) start -= 1;
  while (start < last && isBeforeName((core[start] ?? "").toLowerCase())) start += 1;
  start = behindOffice(core, start, end);
  const run = core.slice(start, end + 1);
  // "Orlanda's central bank", "A Fernway spokesperson": the name is of something else.
  if (end < core.length - 1 && /^\p{Ll}/u.test(core.at(-1) ?? "")) return [];
  return run.filter((word, at) => !(at === 0 && openingWord.test(word)));
}

/** A name's number, unless it is a year or an age. */
export const isNumber = (word: string): boolean => /^\d{1,3}\p{L}?$/u.test(word);

const isBeforeName = (lower: string): boolean => personNouns.has(lower) || beforeOffices.has(lower);

/** Whether words beside a name say what somebody is: "former mayor", "head coach", not "last week". */
export function isRole(words: string): boolean {
  const roleWords = words.split(" ");
  const lastWord = roleWords.at(-1) ?? "";
  return (
    !/^(?:who|whose|which|that|last|next|this|including|like|both|in|at|of|on|by|for|from|to|with|\d.*)$/u.test(
      roleWords[0] ?? "",
    ) &&
    (personNouns.has(lastWord) ||
      offices.has(lastWord) ||
      /(?:er|or|ist|ian|man|woman|ant|ent|eer)$/u.test(lastWord))
  );
}

export const isFirstName = (word: string): boolean => femaleNames.has(word) || maleNames.has(word);

/** What stands before an office that somebody has or had, with a capital where a sentence begins or in a headline. */
const beforeOffices = words("former ex then late rival fellow veteran retired acting deputy vice senior");
/** Offices that names stand behind. */
const offices = words(
  "president minister secretary senator congressman congresswoman governor mayor councillor chairman chairwoman chair chief director leader " +
    "general speaker ambassador commissioner attorney chancellor premier judge officer spokesman spokeswoman spokesperson editor professor " +
    "captain coach candidate nominee rival democrat republican colonel lieutenant sergeant major admiral whip pollster strategist miss sheriff " +
    "inspector detective adviser advisor manager executive counsel coordinator",
);

/** "Majority Leader | Ada Hart": where the name itself begins, as long as two words of it are left and they are nobody's body. */
function behindOffice(core: readonly string[], start: number, end: number): number {
  const office = core.findLastIndex(
    (word, at) => at >= start && at <= end - 2 && offices.has(word.toLowerCase()),
  );
  if (office < 0 || core.slice(office + 1, end + 1).some(isBodyWord)) return start;
  const firstNameIndex = core.findIndex((word, at) => at > office && at < end && isFirstName(word));
  return firstNameIndex < 0 ? office + 1 : firstNameIndex;
}

const isName = (word: string): boolean =>
  /^\p{Lu}/u.test(word) &&
  !/-(?:based|led|born|elect)$/u.test(word) &&
  !weekdays.has(word.toLowerCase()) &&
  !titles.has(word.toLowerCase()) &&
  !suffixes.has(word.toLowerCase().replace(/\./gu, ""));

/** "Ursula von der Leyen": small words within a name. */
const isParticle = (core: readonly string[], at: number): boolean =>
  at > 0 &&
  /^(?:de|da|di|van|von|der|den|al|bin|ben|la|le|el|du)$/u.test(core[at] ?? "") &&
  isAnyName(core, at - 1);

const isAnyName = (core: readonly string[], at: number): boolean =>
  isName(core[at] ?? "") || isParticle(core, at);

const stopAt = (all: readonly string[]): number => {
  const at = all.findIndex(
    (word, index) =>
      index > 0 &&
      /^(?:of|for|at|from|in|with|who|that|which|and|on|to|by|released|published|reviewed|seen|obtained)$/u.test(
        word,
      ),
  );
  return at < 0 ? all.length : at;
};

// Words for bodies of people: ministries, firms, countries.

export const bodies = words(
  "department council agency association institute party ministry court university union company bank commission committee board office service " +
    "federation club corps church school group society house senate congress chapter coastguard embassy insurers insurer government police authority " +
    "administration parliament guild alliance army bureau cabinet centre center chamber college corporation directorate firm force forces foundation " +
    "fund hospital institution operator airline league team treasury exchange airport regulator watchdog charity retailer supplier startup carmaker " +
    "kremlin pentagon white house campaign organisation organization network trust assembly tribunal prosecution navy military lender utility institution",
);
/** "Ministry", "council", but not "company" or "group", which may stand for any. */
export const isBodyNoun = (word: string): boolean =>
  bodies.has(word.toLowerCase()) &&
  !/^(?:company|firm|group|club|organi[sz]ation|operator|airline|bank|team)$/iu.test(word);

/** A word of a body's name, where it stands in one. */
const isBodyWord = (word: string): boolean =>
  bodies.has(word.toLowerCase()) || bodyNames.has(word) || countries.has(word);

/** Last words of organisations' names that are no nouns for them. */
export const bodyNames = words(
  "Mutual Grid Lines Rovers United City Labs Group Holdings Systems Partners Capital Securities Industries Technologies Airlines Motors Energy Foods " +
    "Pharma Health Insurance Records Studios Trust Watch Inc Ltd Corp Co LLC plc AG SE GmbH Lab Works Metall Metal Wire Pharmaceuticals Brothers Sons " +
    "Management Greens Democrats Republicans Labour Conservatives Tories Liberals Commons Lords Nations Street States Kingdom Republic Commission Physicians " +
    "Rescue ACLU UN EU NATO FBI CIA NASA WHO IMF FDA CDC NHS",
);
export const countries = words(
  "Afghanistan Argentina Australia Austria Belgium Brazil Britain Canada Chile China Colombia Cuba Denmark Egypt England Ethiopia Finland France Germany Greece " +
    "Hungary India Indonesia Iran Iraq Ireland Israel Italy Japan Jordan Kenya Korea Lebanon Libya Mexico Morocco Netherlands Nigeria Norway Pakistan Peru " +
    "Philippines Poland Portugal Qatar Romania Russia Scotland Serbia Spain Sudan Sweden Switzerland Syria Taiwan Thailand Turkey Uganda Ukraine Venezuela " +
    "Vietnam Wales Yemen Beijing Berlin Brussels Kyiv London Moscow Paris Tehran Washington",
);

// First names that tell how a person is spoken of, and that a name is a person's. Common ones of many languages; names that are as
// often the other's are left out.

export const femaleNames = words(
  "Ada Adele Agatha Agnes Aisha Alexandra Alice Alicia Alina Alison Amanda Amara Amelia Amina Amy Ana Anastasia Angela Angelika Anita Anja Anna Anne " +
    "Annette Antonia April Asha Audrey Aung Ava Ayesha Barbara Beatrice Beatriz Becky Bella Bernadette Beth Betty Beverly Bianca Birgit Bonnie Brenda " +
    "Bridget Brigitte Camila Carla Carmen Carol Caroline Carolyn Catherine Cecilia Celia Chantal Charlotte Chelsea Cheryl Chloe Christina Christine Cindy " +
    "Clara Claire Claudia Colette Cora Cristina Cynthia Daisy Dana Daniela Danielle Daria Dawn Deborah Debbie Deepa Denise Diana Diane Dolores Donna Dora " +
    "Doris Dorothy Edith Eileen Elaine Elena Eleanor Elisabeth Elise Eliza Elizabeth Ella Ellen Elsa Emily Emma Erica Erika Erin Esther Eva Eve Evelyn " +
    "Faith Farida Fatima Fiona Flora Florence Folake Frances Francesca Franziska Freya Gabriela Gabrielle Gail Georgia Geraldine Gina Giulia Giorgia Gisela Gladys " +
    "Gloria Grace Greta Gwen Hadiza Halina Hannah Harriet Heather Heidi Helen Helena Helene Hilary Hillary Holly Ida Imogen Ines Inés Inge Ingrid Irena Irene Irina " +
    "Iris Isabel Isabella Ivana Jackie Jacqueline Jane Janet Janice Jasmine Jean Jeanne Jennifer Jenny Jessica Jill Joan Joanna Jocelyn Johanna Josephine Joy " +
    "Joyce Juanita Judith Judy Julia Juliana Julie Juliet June Kamala Karen Karin Karoline Kate Katherine Kathleen Kathryn Kathy Katie Katja Kayla Keiko " +
    "Kim Kirsten Kristen Kristina Lara Laura Lauren Leila Lena Leonie Leslie Leticia Lidia Lili Lily Linda Lindsay Linh Lisa Liv Lois Lola Loretta Lorraine Louise Lucia " +
    "Lucille Lucy Luisa Lydia Lynn Madeleine Maggie Mairi Malala Mara Marcia Margaret Margarita Maria María Marie Marianne Marilyn Marina Marion Marjorie Marlene Marta " +
    "Martha Martina Mary Matilda Maureen Maya Megan Mei Melanie Melissa Mercedes Mia Michelle Mildred Miriam Mona Monica Monika Nadia Nancy Naomi Natalia " +
    "Natalie Natasha Ngozi Nicola Nicole Nina Nora Norma Olga Olivia Olena Paola Patricia Paula Pauline Peggy Penelope Penny Petra Philippa Phyllis Pilar Priya Rachel " +
    "Ramona Raquel Rebecca Regina Regula Renata Rita Roberta Rosa Rosalind Rose Rosemary Roxana Ruth Sabine Sally Samantha Sandra Sara Sarah Selma Shannon Sharon Sheila " +
    "Shirley Silvia Simone Sofia Sonia Sonja Sophia Sophie Stacey Stella Stephanie Sue Susan Susanne Suzanne Svetlana Sylvia Tamara Tania Tara Tatiana Teresa " +
    "Tessa Theresa Tina Tracy Ulrike Ursula Valentina Valerie Vanessa Vera Veronica Victoria Viktoria Violet Virginia Vivian Wanda Wendy Xiomara Yasmin Yolanda Yuki " +
    "Yulia Yvonne Zara Zoe Judit Kelly Bex Becca Liz Meg Dee Cat Kat",
);

export const maleNames = words(
  "Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Alan Albert Alejandro Aleksandr Alex Alexander Alexei Alfred Ali Allen Álvaro Amir Amit Anders Andre Andreas " +
    "Andrei Andrew Andrzej Anil Angus Ansel Anthony Antoine Anton Antonio Archie Arjun Arnold Arthur Arturo Ashok Bart Ben Benedict Benjamin Bernard Bernd Bernie Bill Björn Bob Boris " +
    "Brad Brandon Brendan Brent Brett Brian Bruce Bruno Bryan Byron Callum Calvin Cameron Carl Carlos Cedric Cesar Charles Charlie Chester Christian Christoph Christopher " +
    "Chuck Clark Claude Clifford Clive Colin Conor Craig Curtis Cyril Dale Damian Damien Daniel Dario Darren Darryl Dave David Dean Dennis Derek Dex Diego " +
    "Dieter Dimitri Dirk Dmitri Dmitry Dominic Don Donal Donald Doug Douglas Duncan Dustin Dwight Eamon Earl Ed Eddie Edgar Eduardo Edward Edwin Elias Elliot Emil Emilio Emmanuel Enrique " +
    "Eric Erik Ernest Ernesto Erwin Esteban Ethan Eugene Evan Fabian Felipe Felix Ferdinand Fergus Fernando Filip Floyd Francesco Francis Francisco Frank François Franz Fred " +
    "Frederick Friedrich Gabriel Gareth Gary Gavin Geoff Geoffrey George Georg Gerald Gerard Gerhard Gilbert Giovanni Giuseppe Glen Glenn Gordon Graham Greg Gregory " +
    "Guillermo Günter Gustavo Hans Harold Harry Harvey Hassan Hector Heinrich Helmut Hendrik Henri Henrik Henry Herbert Herman Hiroshi Horst Howard Hubert Hugh Hugo Hussein " +
    "Ian Ibrahim Igor Ignacio Ilya Immanuel Isaac Ismail István Ivan Jack Jacob Jacques Jaime Jake Jakob Jamal James Jan Jared Jason Javier Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse " +
    "Jesús Jim Jimmy Joachim Joe Joel Johan Johannes John Johnny Jonas Jonathan Jorge José Joseph Josh Joshua Joss Juan Juergen Jürgen Julian Julio Julius Junior Justin Kai Karl " +
    "Keith Ken Kenneth Kevin Khalid Klaus Konrad Kurt Kyle Lamar Lance Larry Lars László Laurence Lawrence Lee Leo Leon Leonard Leopold Lewis Liam Lloyd Lorenzo Louis Luca Lucas Ludwig " +
    "Luigi Luis Lukas Luke Magnus Malcolm Manfred Manuel Marc Marcel Marco Marcos Marcus Mariano Mario Mark Markus Martin Marvin Massimo Mathieu Matt Matteo Matthew Matthias Maurice Max Maximilian " +
    "Michael Michel Miguel Mike Mikhail Miklós Milan Mitch Mohamed Mohammed Mohammad Muhammad Mustafa Narendra Nasser Nathan Neil Nicholas Nick Nicolas Nigel Nikolai Noah Noel Norbert Norman Oleg Oleksandr " +
    "Oleksii Oleksiy Oliver Omar Oscar Oskar Otto Ove Owen Pablo Paolo Pascal Patrick Paul Pavel Pedro Percy Pete Peter Phil Philip Philipp Pierre Piet Piotr Rafael Rahul Raj Rajesh Ralph Ramon Randy Raphael Rashid " +
    "Raúl Ravi Ray Raymond Reinhard Rene René Ricardo Richard Rick Rob Robert Roberto Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Rory Ross Roy Rudolf Rupert Russell Ryan Sajid Salvatore Salman Sam " +
    "Samuel Sanjay Sani Santiago Saul Scott Sean Sebastian Serge Sergei Sergey Sergio Shane Shaun Sidney Sigmund Simon Stanislav Stanley Stefan Stephan Stephen Steve Steven Stuart Sven Tariq Ted Terence Terry Theo " +
    "Theodore Thomas Tiago Tim Timothy Tobias Toby Todd Tom Tomás Tomas Tommy Toni Tony Travis Trevor Tyler Ulrich Uwe Václav Vern Vernon Victor Viktor Vincent Vincenzo Vittorio Vladimir Volodymyr Walter Warren Wayne " +
    "Werner Wes Wilhelm Will William Winston Wolfgang Xavier Yanis Yusuf Yuri Zachary Zoltán Josip Cole Gerard Graeme Hamish Seamus Niall Rhys",
);
