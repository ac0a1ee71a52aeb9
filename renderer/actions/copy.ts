// Copying: the words of the selection or the mark in focus, and the card in focus as a citation.
import { saidIn } from "../../shared/model/article-about.ts";
import { spanText } from "../../shared/model/span.ts";
import { get } from "../../shared/model/table.ts";
import { localeFor } from "../../shared/words/language.ts";
import { message } from "../../shared/words/message.ts";
import { createWords } from "../../shared/words/say.ts";
import type { Session } from "../state/session/session.ts";
import { type Action, inSession, type SessionContext } from "./action.ts";
import { type Citation, citationOf } from "./citation.ts";

/** The selection, or else the words of the mark in focus; empty for neither. */
function wordsToCopy(session: Session): string {
  const range = session.view.current?.selection() ?? null;
  if (range) return session.text.text.slice(range.start, range.end);
  const span = get(session.annotations().set.spans, session.focus().span ?? "");
  return span ? spanText(span) : "";
}

/** Puts texts on the clipboard, and says what became of it. `forms`: by media type. */
function copy(session: Session, forms: Readonly<Record<string, Promise<string>>>): void {
  const item = new ClipboardItem(
    Object.fromEntries(
      Object.entries(forms).map(([type, text]) => [type, text.then((one) => new Blob([one], { type }))]),
    ),
  );
  navigator.clipboard.write([item]).then(
    () => session.say({ kind: "came-of-it", says: message("ui.copied") }),
    () => session.say({ kind: "came-of-it", says: message("ui.copy-refused") }),
  );
}

/** The citation of the card in focus, with what the core knows of the article now; `null` where no card is. */
async function citationIn({ session, workspace }: SessionContext): Promise<Citation | null> {
  const card = get(session.annotations().set.attributions, session.focus().card ?? "");
  if (!card) return null;
  const article = session.article.id;
  const { known } = await workspace.call((project) =>
    workspace.client.call("article.known", { project, article }),
  );
  const words = createWords(localeFor(workspace.state.get().settings.language, navigator.languages));
  return citationOf(card, session.annotations(), saidIn(known), words);
}

const form = async (context: SessionContext, of: keyof Citation): Promise<string> =>
  (await citationIn(context))?.[of] ?? "";

const hasCard = ({ session }: SessionContext): boolean => session.focus().card !== null;

export const copyActions: readonly Action[] = [
  inSession({
    id: "copy-words",
    title: message("actions.copy-words"),
    group: "mark",
    keys: [],
    enabled: ({ session }) => wordsToCopy(session) !== "",
    run: ({ session }) => copy(session, { "text/plain": Promise.resolve(wordsToCopy(session)) }),
  }),
  inSession({
    id: "copy-card",
    title: message("actions.copy-card"),
    group: "card",
    keys: ["Alt+q"],
    enabled: hasCard,
    run: (context) =>
      copy(context.session, { "text/plain": form(context, "plain"), "text/html": form(context, "html") }),
  }),
  inSession({
    id: "copy-card-as-markdown",
    title: message("actions.copy-card-as-markdown"),
    group: "card",
    keys: [],
    enabled: hasCard,
    run: (context) => copy(context.session, { "text/plain": form(context, "markdown") }),
  }),
];
