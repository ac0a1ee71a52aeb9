// Limits on what comes from outside, for all rooms; what one format alone is held to stands with its reader. Each exists so
// that a hostile or broken input is refused with a sentence instead of exhausting memory.

import { longestNote, mostAbout } from "../model/card-laws.ts";

export const limits = {
  /** Bytes of a file imported as an article. */
  articleBytes: 50 * 1024 * 1024,
  /** Files and rows that are imported at once, and folders within folders that are looked into for them. */
  broughtFiles: 50_000,
  broughtDepth: 20,
  /** Bytes of an archive that articles are imported from, unpacked. */
  broughtArchiveBytes: 400 * 1024 * 1024,
  /** UTF-16 code units of an article's text. */
  articleLength: 10_000_000,
  /** Lines of it, each of which the window draws as an element of its own. */
  articleLines: 50_000,
  /** Elements of a web page, with their attributes. */
  pageParts: 2_000_000,
  /** Bytes of a JSON file of ours or a colleague's. */
  jsonBytes: 100 * 1024 * 1024,
  /** Files of an archive of annotations, and bytes of all of them, unpacked. */
  archiveEntries: 10_000,
  archiveBytes: 400 * 1024 * 1024,
  /** The same of what is gone through part by part, unpacked onto the disk. */
  partEntries: 500_000,
  partBytes: 4 * 1024 * 1024 * 1024,
  /** UTF-16 code units of a report for those who mend Sayso: as many as somebody may read before they hand it on. */
  reportLength: 100_000,
  /** Nesting of a JSON file: deeper ones can be read but overflow the stack when written. */
  jsonDepth: 64,
  /** Values in a JSON file, of which lists of short ones are many times as large in memory as on the disk. */
  jsonValues: 10_000_000,
  /** Records of one kind in one set. */
  annotations: 200_000,
  /** Places that are proposed for what lost its own. */
  orphanProposals: 20,
  /** Sets that are compared with each other: more cannot be told apart on a screen. */
  comparedSets: 9,
  /** Other texts of an article that one correction takes in. */
  joinedTexts: 100,
  /** Annotators whose work one decision is about. */
  annotators: 1_000,
  /** Fields of a project's own for its entities. */
  entityFields: 200,
  /** Facts of one article, and characters of one of them. */
  articleFacts: 1_000,
  factLength: 2_000,
  /** What a person keeps for one project: articles in tabs, bookmarks, and filters of articles. */
  openTabs: 200,
  bookmarks: 1_000,
  savedFilters: 200,
  /** Sets of articles that a project keeps, and characters of a name of one. */
  articleSets: 1_000,
  setNameLength: 200,
  /** Articles that one step may change. */
  stepParts: 10_000,
  /** Cards that one step may give other values, and rows of a list of cards that are sent at once. */
  editedCards: 5_000,
  listedRows: 500,
  /** Lanes of a chart, each of a source. */
  chartLanes: 100,
  /** Characters of a chart as a picture, in Base64. */
  chartLength: 40 * 1024 * 1024,
  /** Steps that the history goes back, and bytes of them. */
  historySteps: 1_000,
  historyBytes: 16 * 1024 * 1024,
  /** Code units of any one string in a record. */
  stringLength: 1_000_000,
  /** Code units of a key: a tagset's ids, a flag. */
  keyLength: 128,
  /** Code units of a note. */
  noteLength: longestNote,
  /** Entities that one claim can be about. */
  cardAbout: mostAbout,
  /** Annotators that one remark can mention, and spans or cards that it can be on. */
  remarkMentions: 1_000,
  /** Cue words, and names, of a project's own. */
  ownWords: 1_000,
  /** Pages of a guideline; each is no longer than a note. */
  guidelinePages: 200,
  /** Bytes of a page that is printed to PDF: a browser has all of it in memory. */
  printedBytes: 20 * 1024 * 1024,
  /** Bytes of a database, all of which is in memory while it is written, two to three times over. */
  databaseBytes: 512 * 1024 * 1024,
  /** Code units of a path. */
  pathLength: 4_096,
  /** Bytes of the body of one call over the loopback host: the largest file of an article fits in, as Base64. */
  callBytes: 68 * 1024 * 1024,
  /** Entries of a folder that the picker lists. */
  folderEntries: 2_000,
} as const;
