// Revisions of the articles of the open project: made, looked at before, listed, compared, taken back.
import type { Client } from "../../../shared/api/client.ts";
import type { CopyRef } from "../../../shared/api/methods/comparisons.ts";
import type {
  ListedRevisions,
  OtherText,
  RevisedReply,
  RevisionPreview,
  RevisionText,
} from "../../../shared/api/revisions.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import type { Article } from "../../../shared/model/article.ts";
import type { Id, NewId } from "../../../shared/model/id.ts";
import type { RevisionReason } from "../../../shared/model/revision.ts";
import { sameValue } from "../../../shared/model/same-value.ts";
import type { RevisedArticle, StepNote } from "../../../shared/model/step.ts";
import { type Message, message } from "../../../shared/words/message.ts";
import type { Store } from "../../lib/store.ts";
import { nextEntry } from "../history/history.ts";
import type { HistoryWalk } from "../history/walk-history.ts";
import type { WorkspacePorts } from "./attempts.ts";
import type { OpenSessions } from "./open-sessions.ts";
import type { ProjectLink } from "./project-link.ts";
import type { WorkspaceState } from "./workspace-state.ts";

/** What a text is to become, and of which article as it was known. */
export interface Correction {
  readonly article: Pick<Article, "id" | "revision">;
  readonly text: string;
  readonly why: Exclude<RevisionReason, "taken-back">;
  /** Revisions whose other texts were put into it. */
  readonly joins?: readonly Id[];
}

/** A copy of an article that is to become its new version. */
interface TakenCopy {
  readonly article: Pick<Article, "id" | "revision">;
  readonly of: CopyRef;
  readonly textHash: string;
}

/** A revision of an article that did not lead to its present text. */
export interface OtherTextRef {
  readonly article: Id;
  readonly revision: Id;
}

export interface Revising {
  /** What it would do to everybody's marks. Rejects with an `ApiError`. */
  preview(correction: Correction): Promise<RevisionPreview>;
  /** Saves what waits, makes the revision, and shows the article as it is then. True when it is made; else why not is shown. */
  revise(correction: Correction, note: string): Promise<boolean>;
  /** The same with the text of a copy of the article, with what is known of it and its file; `textHash`: of the text that was seen. */
  takeCopy(copy: TakenCopy): Promise<boolean>;
  /** Takes the present revision back, whoever made it; what was done since stays. True when it is done; else why not is shown. */
  takeBack(revised: RevisedArticle): Promise<boolean>;
  /** Rejects with an `ApiError`. */
  list(article: Id): Promise<ListedRevisions>;
  /** Of a revision that did not lead to the present text. `null` when it cannot be told, which the window shows. */
  otherText(of: OtherTextRef): Promise<OtherText | null>;
  /** `revision` null: as it was imported. Rejects with an `ApiError`. */
  textOf(article: Id, revision: Id | null): Promise<RevisionText>;
}

interface RevisingOptions extends Omit<WorkspacePorts, "state"> {
  readonly history: Pick<HistoryWalk, "state" | "note" | "record" | "undo" | "redo">;
}

/** The command under which the history knows a revision. */
const reviseCommand = "revise-article";

export function createRevising(options: RevisingOptions): Revising {
  const { client, newId, link, sessions, attempt } = options;
  return {
    async preview(correction) {
      await sessions.allSaved();
      return link.call((project) =>
        client.call("article.revisePreview", { project, ...correctionInput(correction) }),
      );
    },
    revise: (correction, note) =>
      makeRevision(options, (project, step) => {
        const { joins = [] } = correction;
        const input = { ...correctionInput(correction), note, opId: newId(), step, joins: [...joins] };
        return client.call("article.revise", { project, ...input });
      }),
    takeCopy: ({ article, of, textHash }) =>
      makeRevision(options, (project, step) => {
        const what = { article: article.id, from: article.revision ?? null, of, textHash };
        const input = { ...what, why: "new-version" as const, note: "", opId: newId(), step };
        return client.call("article.reviseFrom", { project, ...input });
      }),
    takeBack: (revised) => takeBack(options, revised),
    list: (article) => link.call((project) => client.call("article.revisions", { project, article })),
    async otherText({ article, revision }) {
      let otherText: OtherText | null = null;
      await attempt(message("revisions.other-reading"), async () => {
        otherText = await link.call((project) =>
          client.call("article.otherText", { project, article, revision }),
        );
      });
      return otherText;
    },
    textOf: (article, revision) =>
      link.call((project) => client.call("article.revisionText", { project, article, revision })),
  };
}

const correctionInput = ({ article, text, why }: Correction) => ({
  article: article.id,
  from: article.revision ?? null,
  text,
  why,
});

/** Saves what waits, has a revision made, and shows the article as it is then. */
function makeRevision(
  { link, sessions, history, attempt }: RevisingOptions,
  call: (project: Id, step: StepNote) => Promise<RevisedReply>,
  busy: Message = message("revisions.saving"),
): Promise<boolean> {
  return attempt(busy, async () => {
    await sessions.allSaved();
    const step = history.note(reviseCommand);
    const reply = await link.call((project) => call(project, step));
    history.record(reply.step);
    await sessions.openAgain(reply.article.id);
  });
}

async function takeBack(options: RevisingOptions, revised: RevisedArticle): Promise<boolean> {
  const { client, newId, history } = options;
  const isLast = (direction: "undo" | "redo"): boolean =>
    sameValue(nextEntry(history.state.get().history, direction)?.last.revised, revised);
  // Where the history comes to it next, so that it goes on from there.
  if (isLast("undo") || isLast("redo")) {
    await (isLast("undo") ? history.undo() : history.redo());
    return true;
  }
  return makeRevision(
    options,
    (project, step) => {
      const input = { ...revised, opId: newId(), step };
      return client.call("article.takeRevisionBack", { project, ...input });
    },
    message("changes.taking-back"),
  );
}

interface TakingBack {
  readonly client: Client;
  readonly newId: NewId;
  readonly link: ProjectLink;
  readonly sessions: OpenSessions;
  readonly state: Pick<Store<WorkspaceState>, "patch">;
}

/** Takes a revision back, or what took it back. `null` where it is not the present one any more; "failed" was shown. */
export async function takeRevisionBack(
  { client, newId, link, sessions, state }: TakingBack,
  revised: RevisedArticle,
  step: StepNote,
): Promise<RevisedReply | null | "failed"> {
  try {
    await sessions.allSaved();
    const opId = newId();
    const reply = await link.call((project) =>
      client.call("article.takeRevisionBack", { project, ...revised, opId, step }),
    );
    await sessions.openAgain(revised.article);
    return reply;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.problem === "revision-past" || error.problem === "article-missing") return null;
    state.patch({ problem: error.toData() });
    return "failed";
  }
}
