// Copying: the words of the selection or the mark in focus, and the card in focus as a citation.
import { ApiError } from "../../shared/errors/errors.ts";
import { explain } from "../../shared/errors/explain.ts";
import { type Citation, citationOf } from "../../shared/interchange/citation.ts";
import { saidIn } from "../../shared/model/article-about.ts";
import { spanText } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { localeFor } from "../../shared/words/language.ts";
import { message } from "../../shared/words/message.ts";
import { createWords } from "../../shared/words/say.ts";
import { writeClipboard } from "../lib/clipboard.ts";
import { knownOfArticle } from "../state/articles/describing.ts";
import { titleOfArticle } from "../state/project/workspace-state.ts";
import type { Session } from "../state/session/session.ts";
import { type ActionContext, type ActionEntry, inSession, type SessionContext } from "./action.ts";

/** The selection, or else the words of the mark in focus; empty for neither. */
function wordsToCopy(session: Session): string {
  const range = session.view.current?.selection() ?? null;
  if (range) return session.text.text.slice(range.start, range.end);
  const span = get(session.annotations().set.spans, session.focus().span ?? "");
  return span ? spanText(span) : "";
}

/** `forms`: by media type. */
function copy(session: Session | null, forms: Readonly<Record<string, string>>): void {
  const isCopied = writeClipboard(forms);
  const says = message(isCopied ? "ui.copied" : "ui.copy-failed");
  session?.say({ kind: "result", says, isRefused: !isCopied });
}

/** Copies the card in focus, with what the core knows of the article now. */
async function copyCard(
  { session, workspace }: SessionContext,
  formsOf: (citation: Citation) => Readonly<Record<string, string>>,
): Promise<void> {
  const annotations = session.annotations();
  const card = get(annotations.set.attributions, session.focus().card ?? "");
  if (!card) return;
  const article = session.article.id;
  try {
    const { known } = await knownOfArticle(workspace, article);
    const { settings, host } = workspace.state.get();
    const words = createWords(localeFor(settings.language, host.languages ?? navigator.languages));
    copy(session, formsOf(citationOf(card, annotations, saidIn(known), words)));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const reason = explain(error).what;
    session.say({ kind: "result", says: message("cards.citation-failed", { reason }), isRefused: true });
  }
}

const hasCard = ({ session }: SessionContext): boolean => session.focus().card !== null;

function titleToCopy({ workspace, article }: ActionContext): string | null {
  const state = workspace.state.get();
  const other = state.articles.find(({ id }) => id === article);
  return other ? other.title : titleOfArticle(state);
}

export const copyActions: readonly ActionEntry[] = [
  inSession({
    id: "copy-words",
    group: "mark",
    keys: [],
    changesNothing: true,
    enabled: ({ session }) => wordsToCopy(session) !== "",
    run: ({ session }) => copy(session, { "text/plain": wordsToCopy(session) }),
  }),
  inSession({
    id: "copy-card",
    group: "card",
    keys: ["Alt+q"],
    changesNothing: true,
    enabled: hasCard,
    run: (context) =>
      void copyCard(context, ({ plain, html }) => ({ "text/plain": plain, "text/html": html })),
  }),
  inSession({
    id: "copy-card-as-markdown",
    group: "card",
    keys: [],
    changesNothing: true,
    enabled: hasCard,
    run: (context) => void copyCard(context, ({ markdown }) => ({ "text/plain": markdown })),
  }),
  {
    id: "copy-title",
    group: "project",
    keys: [],
    changesNothing: true,
    anyArticle: true,
    enabled: (context) => titleToCopy(context) !== null,
    run: (context) =>
      copy(context.workspace.state.get().session, { "text/plain": titleToCopy(context) ?? "" }),
  },
];
