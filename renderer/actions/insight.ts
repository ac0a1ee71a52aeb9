// From a card that figures count to its words.
import type { CountedCard } from "../../shared/insight/figure-cards.ts";
import { has } from "../../shared/model/table.ts";
import type { ActionContext } from "./action.ts";
import { goToArticle } from "./articles.ts";
import { openPlace } from "./gathered.ts";

/** Shows a card in its article: in focus where it is this person's own, else its words, selected. */
export async function openCountedCard(
  context: ActionContext,
  { article, card, place }: CountedCard,
): Promise<void> {
  if (place) await openPlace(context, article, place);
  else await goToArticle(context, article);
  const { session } = context.workspace.state.get();
  if (session?.article.id === article && has(session.annotations().set.attributions, card))
    session.setFocus({ span: null, card });
}
