// The replies of the core, as values: what the contract's methods give and its events tell.
import type { ApiErrorData } from "../errors/errors.ts";
import type { Loss } from "../interchange/capabilities.ts";
import type { AnnotationSetJson } from "../model/annotation-set.ts";
import type { Article, Original } from "../model/article.ts";
import type { KnownFact } from "../model/article-about.ts";
import type { Change } from "../model/change.ts";
import type { Entity } from "../model/entity.ts";
import type { Id } from "../model/id.ts";
import type { ArticleLanguage } from "../model/language.ts";
import type { Orphan } from "../model/orphan.ts";
import type { ArticleState } from "../model/progress.ts";
import type { Annotator, Project } from "../model/project.ts";
import type { Range } from "../model/range.ts";
import type { Rejection } from "../model/rejection.ts";
import type { Span } from "../model/span.ts";
import type { StepNote } from "../model/step.ts";
import type { SetRemarks } from "../model/threads.ts";
import type { Comparison } from "../review/comparison.ts";
import type { FeedbackCounts } from "../review/feedback/feedback.ts";
import type { LikePair } from "../review/like-people.ts";
import type { GatheredMiss } from "../suggestions/gather-article.ts";
import type { LearnedState, LearningGate } from "../suggestions/learning/learned.ts";
import type { SuggestedPerson } from "../suggestions/project-people.ts";
import type { CarryOverCounts } from "../tagsets/carry-over.ts";
import type { LanguageSetting } from "../words/language.ts";
import type { Message, Text } from "../words/message.ts";
import type { Desk } from "./desk.ts";
import type { Preferences } from "./preferences.ts";

export const themes = ["system", "light", "dark", "high-contrast"] as const;
export type Theme = (typeof themes)[number];

/** Where somebody was in an article. */
export interface ReadingPlace {
  /** UTF-16 offset of the first character on the screen. */
  readonly offset: number;
  /** What was in focus. */
  readonly span: Id | null;
  readonly card: Id | null;
}

/** What a person has set on this machine; kept outside every project. */
export interface Settings extends Preferences {
  /** Asked once; `null` until then. */
  readonly annotatorName: string | null;
  readonly theme: Theme;
  /** The language of the words; never of the articles. */
  readonly language: LanguageSetting;
  readonly recentProjects: readonly {
    readonly path: string;
    /** By which links find it; absent until it is opened with a Sayso that notes it. */
    readonly id?: Id;
    readonly name: string;
    readonly openedAt: string;
  }[];
}

/** A work of somebody else that is built into Sayso. `licence`: SPDX; `text`: of the licence, empty where another work's covers it. */
export interface BundledWork {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

export interface HostInfo {
  readonly version: string;
  readonly host: "electron" | "browser" | "cli";
  /** Whether `dialog.choose` works; otherwise the interface shows its own picker over `files.list`. */
  readonly nativeDialogs: boolean;
  /** The system's, BCP 47 tags, where the host knows them better than a browser does, which may have been built for fewer. */
  readonly languages?: readonly string[];
  /**
   * Where the person is asked whether a model of their own may be started: by a dialog of the system's, in the terminal in which the host was
   * started, or not at all, so that they have to say it themselves with `sayso models allow`.
   */
  readonly modelsAllowedIn: "dialog" | "terminal" | "command";
}

/** People whom the articles name: the most frequent of them, and how many there are in how many articles. */
export interface GatheredPeople {
  readonly people: readonly SuggestedPerson[];
  readonly count: number;
  readonly articles: number;
}

/** What suggestions learned from this person's cards in the project. */
export interface LearnedSuggestions {
  /** Whether suggestions go by `used`. */
  readonly on: boolean;
  /** `null`: nothing that made them better. */
  readonly used: LearnedState | null;
  /** The latest attempt, whether or not it made suggestions better; `null` before the first. */
  readonly last: { readonly at: string; readonly gate: LearningGate } | null;
  readonly canUndo: boolean;
  /** The file makes no sense: suggestions go by the rules until something is learned anew, which sets it aside. */
  readonly damaged: boolean;
}

/** What may be missed in the articles that were begun, in their order and that of their texts. */
export interface MissedInProject {
  readonly articles: readonly { readonly article: Id; readonly missed: readonly PlacedMiss[] }[];
  readonly count: number;
  /** How many articles have no card of this person's yet: all would be missed in them. */
  readonly unbegun: number;
}

/** `inClaim`: within a claim there is, so that an inner card may be missing. */
export interface PlacedMiss extends GatheredMiss {
  readonly inClaim: boolean;
}

/** What this person rejected in an article, by id. */
export interface ArticleRejections {
  readonly article: Id;
  readonly rejections: readonly Rejection[];
}

export interface FolderListing {
  readonly path: string;
  readonly parent: string | null;
  /** Where one may start: the home folder, the documents, the disks. */
  readonly places: readonly { readonly name: Text; readonly path: string }[];
  readonly entries: readonly {
    readonly name: string;
    readonly path: string;
    readonly kind: "folder" | "project" | "file";
  }[];
  /** True when the folder holds more than `limits.folderEntries`. */
  readonly truncated: boolean;
}

/** What lists show of an annotator's set. */
export interface SetSummary {
  readonly spans: number;
  readonly attributions: number;
  readonly state: ArticleState;
  readonly hasNote: boolean;
  /** UTF-16 offset behind the last mark; 0 without marks. */
  readonly markedTo: number;
}

/** What lists show of an article, with the summary of this annotator's set of it. All of it comes with every article that changes. */
export interface ArticleSummary extends Omit<Article, "metadata" | "blocks" | "about">, SetSummary {
  /** The language that a person said it is in. */
  readonly language?: string;
}

/**
 * Why a project or an article can only be read, with who holds it where somebody does. Of what is damaged `copiedAt` says
 * when the backup was made from which it can be recovered, `recoverable` whether an article's set can be.
 */
export interface ReadOnly {
  readonly why: "asked" | "locked" | "newer" | "not-writable" | "damaged";
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export interface OpenProject {
  readonly handle: Id;
  readonly path: string;
  readonly project: Project;
  /**
   * Who annotates here: the person of the settings, entered into the project when it was opened for writing. `null` where they only read
   * and are not in it, and while they have given no name: then articles can come in, and whatever is written in a name fails with
   * `identity-missing`.
   */
  readonly annotator: Annotator | null;
  readonly readOnly: ReadOnly | null;
  /** It is this person's copy of the sample project. */
  readonly isSample?: true;
  readonly articles: readonly ArticleSummary[];
  /** The articles this person looked at, the latest first, as far as they are still there. */
  readonly recentArticles: readonly Id[];
  /** What lay open in this person's window. */
  readonly desk: Desk;
  readonly entities: readonly Entity[];
  /** What was found wrong and set aside or left alone, each to be shown. */
  readonly warnings: readonly ApiErrorData[];
  /** What it held when it was last open here, and does not hold now. */
  readonly missing: readonly MissingWork[];
}

/** What is known of an article beside its text: each value with who or what says so, and the file that it came from. */
export interface KnownArticle {
  readonly known: readonly KnownFact[];
  /** By which it is read; `null`: one of which no words are known. */
  readonly language: ArticleLanguage | null;
  readonly original: Original | null;
}

export interface OpenArticle {
  readonly article: Article;
  readonly text: string;
  readonly set: AnnotationSetJson;
  /** The project's registry as it stands with this set. */
  readonly entities: readonly Entity[];
  /** Counts the changes acknowledged; a change is applied on top of the revision it was made on. */
  readonly revision: number;
  readonly place: ReadingPlace | null;
  readonly readOnly: ReadOnly | null;
  readonly warnings: readonly ApiErrorData[];
}

/** The answer to a saved change, given only once the bytes are safe. */
export interface Saved {
  readonly revision: number;
  readonly savedAt: string;
}

/** What became of changes that a window could not save. */
export interface AppliedUnsaved {
  /** How many were applied. */
  readonly applied: number;
  /** Those that do not fit any more, or not all of them. */
  readonly unfitting: readonly Id[];
  /** Of changes that were made on an earlier text: those that were applied, as they are on the present one. */
  readonly carried?: readonly { readonly opId: Id; readonly change: Change; readonly step?: StepNote }[];
}

/** The answer to a step that spans articles: the new revision of each set that it changed, by `setKey`. */
export interface AppliedStep {
  readonly revisions: Readonly<Record<Id, number>>;
  readonly savedAt: string;
}

/** What becomes of annotations when a tagset is put to use. */
export interface TagsetPreview {
  /** Articles of which this person's set changes. */
  readonly articles: readonly {
    readonly article: Id;
    readonly title: string;
    readonly counts: CarryOverCounts;
  }[];
  /** How many records of each colleague's sets do not fit the tagset. They are never changed. */
  readonly others: readonly { readonly annotator: string; readonly records: number }[];
}

export interface MentionCount {
  readonly entity: Id;
  readonly mentions: number;
  readonly articles: number;
}

/** A mention where it stands, with the revision of the set that it was read from. */
export interface Mention {
  readonly article: Id;
  readonly revision: number;
  readonly span: Span;
}

/** An annotator as those who review see them. */
export interface ReviewedAnnotator extends Annotator {
  readonly role: "own" | "colleague" | "curation";
}

/** A set that can be read and compared. Those of colleagues are never changed. */
export interface ReviewSet {
  readonly annotator: ReviewedAnnotator;
  readonly set: AnnotationSetJson;
  /** Whose set it is, where the annotator's own gives way to that of another who counts as them. */
  readonly source?: Id;
  readonly revision: number;
  /** The file that it came with, and when; `null` for one whose owner works in this folder. */
  readonly takenFrom: { readonly from: string; readonly at: string } | null;
}

export interface ReviewSets {
  readonly article: Article;
  readonly text: string;
  /** The project's registry as it stands with these sets. */
  readonly entities: readonly Entity[];
  /** One of each person: who is said to be somebody else is counted as them. */
  readonly sets: readonly ReviewSet[];
  /** The ids of the spans in those that are there beside: of each person another set counts. */
  readonly besideSpans: readonly Id[];
  /** Who of this article looks like one person, as long as nobody answered that. */
  readonly alike: readonly LikePair[];
  /** Whose sets are there and cannot be read, with the reason. */
  readonly damaged: readonly { readonly annotator: ReviewedAnnotator; readonly problem: ApiErrorData }[];
}

/** What of somebody's set of an article waits for a place. */
export interface WaitingSet {
  readonly annotator: ReviewedAnnotator;
  readonly orphans: readonly Orphan[];
}

/** `comparison` null: it was stopped. `revisions`: what was compared, in the order of the annotators asked for. */
export interface ComparedSets {
  readonly comparison: Comparison | null;
  readonly revisions: readonly number[];
}

/** Where a span or card that a thread is on stands, and in whose set. Offsets; `end` exclusive. */
export interface SubjectPlace extends Range {
  readonly id: Id;
  readonly annotator: Id;
}

/** What everybody said about an article. `threadsOf` makes threads of it. */
export interface ArticleTalk {
  readonly article: Id;
  readonly sets: readonly SetRemarks[];
  readonly places: readonly SubjectPlace[];
}

/** An article in the trash. `by`: the name of whoever put it there; empty where that cannot be read. */
export interface ArticlePutAway {
  readonly id: Id;
  readonly title: string;
  readonly putAwayAt: string;
  readonly by: string;
}

/** How far one set of a project is. */
export interface SetProgress {
  readonly article: Id;
  readonly annotator: ReviewedAnnotator;
  readonly summary: SetSummary;
  /** How much is still to be said of its marks. */
  readonly gaps: number;
}

/** What is known of an article for lists. `date` is in ISO 8601, a day or less, perhaps with a time. */
export interface Publication {
  readonly article: Id;
  readonly publisher: string | null;
  readonly date: string | null;
}

/** An article that another may be a version of: nearly the same text, or from the same address. */
export interface KnownVersion {
  readonly id: Id;
  readonly title: string;
  readonly by: "text" | "address";
}

/** What a text lost or kept on its way in: counts of things a person may want to know. */
export interface ImportReport {
  readonly article: ArticleSummary;
  /** Lone surrogates that UTF-8 cannot hold, replaced by U+FFFD. */
  readonly replacedCharacters: number;
  /** An article of the project with the same text, if there is one. */
  readonly sameTextAs: string | null;
  /** An article of the project that it may be another version of. */
  readonly versionOf: KnownVersion | null;
  /** What a person should know of how it was read. */
  readonly notes: readonly Message[];
}

/** What people are told of a format before they choose it. */
export interface ExportFormat {
  readonly id: string;
  readonly name: Message;
  /** Of its file, without the dot. */
  readonly extension: string;
  readonly description: Message;
  /** Nothing of any article goes into it. */
  readonly tagsetOnly: boolean;
  /** Whether it holds annotations, so that what it cannot hold can be counted. */
  readonly holdsAnnotations: boolean;
}

export interface ExportPreview {
  readonly losses: readonly Loss[];
}

export interface ExportReport {
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly articles: number;
  readonly sets: number;
  /** What the format could not hold. */
  readonly losses: readonly Loss[];
  /** The tagset was written, and nothing of the articles. */
  readonly tagsetOnly?: true;
}

/** What a copy of the whole project holds. */
export interface CopyReport extends ExportReport {
  /** Titles of the articles that could not be read. */
  readonly leftOut: readonly string[];
}

/** What came of a feedback report. `losses`: none, as with all that is written. */
export interface FeedbackReport {
  readonly paths: readonly string[];
  readonly bytes: number;
  readonly articles: number;
  readonly sets: number;
  readonly losses: readonly never[];
  readonly counts: FeedbackCounts;
}

// Work missing from a project's folder: it was there when it was last open on this machine and is not now, although nothing that is there
// is damaged.

export interface MissingWork {
  /**
   * `changes`: the last ones of a set; `set`: all of somebody's annotations of the article; `article`: the article with all of them; `steps`:
   * what can be undone.
   */
  readonly what: "changes" | "set" | "article" | "steps";
  /** Of steps: the project. */
  readonly article: Id;
  /** Of the article; its id where no copy says how it was called. */
  readonly title: string;
  /** Whose set it is; `null` for an article. */
  readonly annotator: { readonly id: Id; readonly name: string } | null;
  /** How many changes are missing, where that is known. */
  readonly count: number | null;
  /** When the copy was made from which it can be brought back, ISO 8601; `null` where there is none. */
  readonly copiedAt: string | null;
}
