// Actions on the rows of the list of statements: one is opened in its article, selected, or given another value with all that are.
import { has } from "../../shared/model/table.ts";
import type { StatementRow } from "../../shared/statements/list-statements.ts";
import type { PlainName } from "../../shared/words/message.ts";
import { statementsOf } from "../state/insight/statements.ts";
import type { ActionContext, ActionEntry } from "./action.ts";
import { focusCard } from "./focus.ts";
import { showArticle } from "./panes.ts";

/** Shows a card in its article, in focus; where it stands in somebody else's set, its place in the text. */
export async function openStatement(
  { workspace, ui }: ActionContext,
  { article, card, place }: Pick<StatementRow, "article" | "card" | "place">,
): Promise<void> {
  await workspace.openArticle(article);
  if (workspace.state.get().session?.article.id !== article) return;
  showArticle(ui);
  // React shows the article with the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const { session } = workspace.state.get();
      if (session?.article.id !== article) return;
      if (has(session.annotations().set.attributions, card)) focusCard(session, card);
      else if (place) session.view.current?.select(place);
    }),
  );
}

/** The row that is looked at, where it is loaded. */
function currentRow({ workspace }: ActionContext): StatementRow | null {
  const { current, rows } = statementsOf(workspace).state.get();
  return current ? (rows.get(current.at) ?? null) : null;
}

const onList = (
  id: PlainName<"actions">,
  keys: readonly string[],
  enabled: (context: ActionContext) => boolean,
  run: (context: ActionContext) => void,
): ActionEntry => ({ id, group: "review", keys, scope: "statements", enabled, run });

const hasRows = ({ workspace }: ActionContext): boolean =>
  (statementsOf(workspace).state.get().listing?.total ?? 0) > 0;

const canEdit = ({ workspace }: ActionContext): boolean =>
  workspace.state.get().project?.readOnly === null &&
  statementsOf(workspace).state.get().selected.cards.size > 0;

export const statementActions: readonly ActionEntry[] = [
  onList(
    "open-statement",
    ["v"],
    (context) => currentRow(context) !== null,
    (context) => {
      const row = currentRow(context);
      if (row) void openStatement(context, row);
    },
  ),
  onList(
    "select-statement",
    ["x"],
    (context) => currentRow(context) !== null,
    ({ workspace }) => {
      const statements = statementsOf(workspace);
      const { current } = statements.state.get();
      if (current) statements.toggle(current.at);
    },
  ),
  onList("select-all-statements", ["Mod+a"], hasRows, ({ workspace }) => void statementsOf(workspace).selectAll()),
  onList("edit-statements", ["e"], canEdit, ({ workspace }) => statementsOf(workspace).setEditing(true)),
];
