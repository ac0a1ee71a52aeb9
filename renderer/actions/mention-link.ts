// The link of a new mark to the entity that it mentions: for the command that makes the mark, and as the notice that tells of it.
import type { Change } from "../../shared/model/change.ts";
import { entityBehind } from "../../shared/model/entity.ts";
import type { Id } from "../../shared/model/id.ts";
import { shortened } from "../../shared/model/shortened.ts";
import { spanText } from "../../shared/model/span.ts";
import { spanTypeOf } from "../../shared/model/tagset.ts";
import type { ResolvedMention } from "../../shared/suggestions/resolve-mention.ts";
import type { Session } from "../state/session/session.ts";

/** Nobody where it is open who is meant; nothing is said where nothing tells: then a name is still its own. */
export const linkOption = (meant: ResolvedMention | null): { readonly who?: Id | null } => {
  if (meant?.known) return { who: meant.known.id };
  return meant && meant.candidates.length > 0 ? { who: null } : {};
};

/** So much of a mention is said again. */
const longest = 60;

/** Says with whom the new mark of a step was linked and how sure that is, or who may be meant where that was left open. */
export function tellMentionLink(session: Session, { spans }: Change, meant: ResolvedMention | null): void {
  if (session.readOnly || !meant) return;
  const { entities } = session.annotations();
  const mention = spans?.added.find(({ type, entity }) =>
    meant.known
      ? entityBehind(entities, entity ?? "")?.id === meant.known.id
      : entity === undefined && spanTypeOf(session.tagset, type)?.refersToEntity,
  );
  if (!mention) return;
  const words = shortened(spanText(mention), longest);
  if (meant.known) session.say({ kind: "linked", words, name: meant.known.name, sure: meant.sure });
  else if (meant.candidates.length > 0)
    session.say({ kind: "who-is-open", words, names: meant.candidates.map(({ name }) => name) });
}
