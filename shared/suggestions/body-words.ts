// Words for bodies of people: ministries, firms, countries.
import { words } from "./word-lists.ts";

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
export const isBodyWord = (word: string): boolean =>
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
