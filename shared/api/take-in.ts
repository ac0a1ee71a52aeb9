// Describes what importing a colleague's file would do, or did, as it travels to whoever asked.

import type { FileFinding } from "../files/finding.ts";
import type { FoundLabels } from "../interchange/found-labels.ts";
import type { Mapping } from "../interchange/mapping.ts";
import type { FileTally, LeftValues, PassedOver, Tally } from "../interchange/tally.ts";
import type { MergeConflict } from "../merge/merge-sets.ts";
import type { Id } from "../model/id.ts";
import type { Annotator } from "../model/project.ts";
import type { RecordKind } from "../model/record-kinds.ts";
import type { Step } from "../model/step.ts";
import type { CarryReport } from "../review/carry-to-text.ts";
import type { AgainCounts } from "../review/keep-ids.ts";
import type { LikePair } from "../review/like-people.ts";
import type { TakeInOutcome } from "../review/take-in.ts";
import type { BesideCurated } from "../review/take-in-curated.ts";
import type { Text } from "../words/message.ts";

export type TakeInForm = "package" | "annotated-json" | "project" | "foreign";

/** What is being done: the file or folder is read, what it means here is found out, or what it holds is written. */
export type TakeInStage = "reading" | "planning" | "writing";

/** A conflict of our own work with that from another machine. */
export interface TakeInConflict {
  /** By which it is decided (see `conflictKey`). */
  readonly key: string;
  readonly kind: RecordKind;
  readonly why: MergeConflict["why"];
  /** The words it is about; empty where it is about none. */
  readonly quote: string;
  /** What differs, with both values in words of the record; all of it where one side removed it. */
  readonly fields: readonly { readonly name: string; readonly ours: string; readonly theirs: string }[];
  /** Which side has no such record. */
  readonly removedBy: "ours" | "theirs" | null;
  /** Whether a choice is possible; otherwise ours stays. */
  readonly isDecidable: boolean;
}

/** One person's set of one article of the file. */
export interface TakeInRow {
  readonly outcome: TakeInOutcome;
  /** Under which id its article came; by it `places` says which article here it is. */
  readonly cameAs: Id;
  /** The article here; `null` where there is none. */
  readonly article: Id | null;
  readonly title: string;
  readonly isBrought: boolean;
  /** It comes with its article, and an article here has that one's title and really another text. */
  readonly isNamesake?: true;
  readonly annotator: Annotator;
  /** It is a curated set that is kept as somebody's: why it cannot become the project's. */
  readonly besideCurated?: BesideCurated;
  /** Where that is because the one here came from the same tool and they differ by now: how. */
  readonly againstCurated?: AgainCounts;
  readonly spans: number;
  readonly cards: number;
  /** Of what was made on another version of the text; `lost` names the first ones, `lostInAll` counts, and of them those in doubt. */
  readonly carried: (CarryReport & { readonly lostInAll: number; readonly doubtfulInAll: number }) | null;
  /** Of a colleague's set that was here in an earlier version from another tool: what became of its units. */
  readonly again: AgainCounts | null;
  readonly merge: {
    readonly added: number;
    readonly updated: number;
    readonly removed: number;
    readonly conflicts: readonly TakeInConflict[];
  } | null;
}

/** Two annotators who look like one person. */
export interface LikePeople extends LikePair {
  readonly names: readonly [string, string];
}

/** What a file holds, and what taking it in does. */
export interface TakeInPlanned {
  readonly file: string;
  readonly form: TakeInForm;
  /** Of the file; whoever takes it in says it again, so that nothing else is imported than what was shown. */
  readonly sha256: string;
  readonly project: string;
  readonly exportedAt: string;
  readonly generator: string;
  readonly blind: boolean;
  readonly isVerified: boolean;
  /** Whether its tagset is another one than the project's. */
  readonly otherTagset: boolean;
  readonly rows: readonly TakeInRow[];
  /** Articles of the file whose text several here have, and nothing tells which one it is: somebody has to say. */
  readonly twins: readonly {
    readonly id: Id;
    readonly title: string;
    readonly among: readonly { readonly id: Id; readonly title: string; readonly addedAt: string }[];
  }[];
  /** Articles that come along, or would if that were wanted. */
  readonly missing: readonly {
    readonly id: Id;
    readonly title: string;
    readonly length: number;
    readonly isBrought: boolean;
    /** Whether an article here has its title, and really another text. */
    readonly isNamesake: boolean;
  }[];
  /** Colleagues whom the project does not know yet. */
  readonly annotators: readonly Annotator[];
  /** Who of those whose sets are taken looks like somebody who is here already, or like one another; of the first articles. */
  readonly alike: readonly LikePeople[];
  /** How many entities come into the registry with colleagues' sets. */
  readonly entities: number;
  /** How many assignments of people to articles come along. */
  readonly assignments: number;
  /**
   * What the file says and this project does not, and what is not taken over: of articles that are here already (who wrote them, when and
   * the like), of entities that are, and which sets of articles there are.
   */
  readonly otherFacts: readonly FileFinding[];
  /** Of how many articles that is; the first of it is told. */
  readonly otherFactsInAll: number;
  /** How many records of the file are not finished. */
  readonly unfinished: number;
  /** Of a file that was not right, what was moved and left out; the first of them are told. */
  readonly mended: {
    readonly movedInAll: number;
    readonly leftInAll: number;
    readonly findings: readonly FileFinding[];
  } | null;
  /** Of another tool's files: what came to be, and what was left out or moved; the first of it is told. */
  readonly foreign: {
    readonly format: Text;
    readonly accepted: number;
    readonly rejectedInAll: number;
    /** In spans and relations of the files, which add up. */
    readonly tally: Tally;
    /** The same of each file, those first of which something is left out; the first of them. */
    readonly files: readonly FileTally[];
    readonly filesInAll: number;
    /** What was passed over beside the marks; the first of it. */
    readonly passedOver: readonly PassedOver[];
    /** Values that were left out of what was taken; the first of them. */
    readonly leftValues: readonly LeftValues[];
    readonly findings: readonly FileFinding[];
  } | null;
}

/** What files of another tool hold, for whoever says what each of its names means here. */
export interface ForeignOffer {
  /** Formats that the files may be of, the likeliest first. */
  readonly formats: readonly { readonly id: string; readonly name: Text }[];
  /** The one that they were read as. */
  readonly format: string;
  readonly articles: number;
  /** Whom the files name. */
  readonly annotators: readonly string[];
  /** Spans and relations that were understood, and what was not; the first of it is told. */
  readonly taken: number;
  readonly rejectedInAll: number;
  readonly rejected: readonly FileFinding[];
  /** What somebody has to know of how it was read; the first of it is told. */
  readonly toldInAll: number;
  readonly told: readonly FileFinding[];
  readonly found: FoundLabels;
  /** As it was last told for files with the same names, else as the names suggest. */
  readonly mapping: Mapping;
}

/** `isDamaged`: nothing is wrong but the package's own hash, so that it may be imported unverified. */
export interface TakeInRefused {
  readonly file: string;
  readonly problems: readonly FileFinding[];
  readonly isDamaged: boolean;
  /** What can be imported all the same: how many spans and cards, how many of them moved, how much left out. */
  readonly mendable: { readonly records: number; readonly moved: number; readonly left: number } | null;
  /** Of another tool's files, which somebody has to say the meaning of. */
  readonly offer: ForeignOffer | null;
}

/** What a package or annotated JSON says of itself, read where no project is open yet. */
export interface PackageHead {
  readonly file: string;
  /** What its project is called. */
  readonly project: string;
  readonly articles: number;
  readonly sets: number;
  /** Those with sets in it, the curation not among them. */
  readonly people: readonly Annotator[];
}

export type PackageRead = ({ readonly ok: true } & PackageHead) | ({ readonly ok: false } & TakeInRefused);

export type TakeInPreview =
  | ({ readonly ok: true } & TakeInPlanned)
  | ({ readonly ok: false } & TakeInRefused);

/** What was done. `step`: of our own work that was merged; `null` where none was. */
export interface TakenIn extends TakeInPlanned {
  readonly step: Step | null;
  readonly revisions: Readonly<Record<Id, number>>;
}
