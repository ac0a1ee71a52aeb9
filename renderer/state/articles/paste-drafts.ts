// Drafts of pasted text, kept while the window is open until they are imported or discarded.

import { proposedTitle } from "../../../shared/importers/proposed-title.ts";
import { recogniseMetadata } from "../../../shared/importers/recognise-metadata.ts";
import type { ConfirmedAbout } from "../../../shared/model/article-about.ts";
import { factsIn } from "../../../shared/model/article-about.ts";
import { limits } from "../../../shared/schema/limits.ts";

/** What was copied: its text, and what it looked like where it came from. */
export interface Copied {
  readonly text: string;
  readonly html: string;
}

export interface PasteDraft {
  readonly text: string;
  /** What it looks like where it came from; `null` when it came without. */
  readonly form: string | null;
  readonly keepsForm: boolean;
  /** As they were typed; `null`: as the text has them. */
  readonly title: string | null;
  readonly authors: string | null;
  /** The dialog was closed over it. */
  readonly isKept: boolean;
}

export const emptyDraft: PasteDraft = {
  text: "",
  form: null,
  keepsForm: false,
  title: null,
  authors: null,
  isKept: false,
};

const formed = (html: string): string | null => (html.trim() === "" ? null : html);

/** What is imported of it: HTML with its form, or text. */
export const pastedWords = ({ text, form, keepsForm }: PasteDraft): string =>
  keepsForm && form !== null ? form : text;

export const isPasteable = (draft: PasteDraft): boolean =>
  pastedWords(draft).trim() !== "" && pastedWords(draft).length <= limits.articleLength;

const isEmpty = ({ text, form, title, authors }: PasteDraft): boolean =>
  `${text}${form ?? ""}${title ?? ""}${authors ?? ""}`.trim() === "";

/**
 * The drafts with what was pasted where nothing takes words. With the dialog open it goes to the end of what stands there; else it is a
 * draft of its own.
 */
export function withCopied(
  drafts: readonly PasteDraft[],
  { text, html }: Copied,
  isOpen: boolean,
): readonly PasteDraft[] {
  const lastDraft = drafts.at(-1);
  const form = formed(html);
  const copied = { ...emptyDraft, text, form, keepsForm: form !== null };
  if (!lastDraft || isEmpty(lastDraft))
    return [
      ...drafts.slice(0, -1),
      { ...copied, title: lastDraft?.title ?? null, authors: lastDraft?.authors ?? null },
    ];
  if (!isOpen) return [...drafts, copied];
  const joinedForm = lastDraft.form !== null && form !== null ? `${lastDraft.form}\n${form}` : null;
  return [
    ...drafts.slice(0, -1),
    {
      ...lastDraft,
      text: `${lastDraft.text.trimEnd()}\n\n${text}`,
      form: joinedForm,
      keepsForm: lastDraft.keepsForm && joinedForm !== null,
    },
  ];
}

/** The drafts with the one in the dialog changed. */
export const withDraft = (drafts: readonly PasteDraft[], draft: PasteDraft): readonly PasteDraft[] => [
  ...drafts.slice(0, -1),
  draft,
];

/** The drafts when the dialog closes: what holds something is kept, what was imported or discarded is not. */
export const whenClosed = (
  drafts: readonly PasteDraft[],
  done: PasteDraft | null = null,
): readonly PasteDraft[] =>
  drafts
    .filter((draft) => draft !== done && !isEmpty(draft))
    .map((draft) => (draft.isKept ? draft : { ...draft, isKept: true }));

/** Code units in which a title and a byline are looked for. */
const headLength = 20_000;

interface GuessedAbout {
  readonly title: string;
  /** Whether the text has a title: else these are its first words. */
  readonly isTitled: boolean;
  readonly authors: readonly string[];
}

/** The title and authors that an article of this text gets unless somebody says otherwise. */
export function guessedAbout(text: string): GuessedAbout {
  const head = text.slice(0, headLength);
  const metadata = recogniseMetadata(head);
  return {
    title: proposedTitle(head, metadata),
    isTitled: metadata.some(({ field }) => field === "title"),
    authors: factsIn({ metadata }, head).flatMap(({ field, value }) => (field === "author" ? [value] : [])),
  };
}

/** What was typed or shown of the title and the authors; of what comes with its form only what is sure or was typed. */
export function confirmedAbout(draft: PasteDraft): ConfirmedAbout {
  const proposed = guessedAbout(draft.text);
  const hasForm = draft.keepsForm && draft.form !== null;
  const title = draft.title ?? (hasForm && !proposed.isTitled ? "" : proposed.title);
  const authors = (draft.authors?.split("\n") ?? proposed.authors)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const isSaid = draft.authors !== null || (hasForm && authors.length > 0);
  return { title: title.trim() === "" ? null : title.trim(), author: isSaid ? authors : null };
}
