// Which of the other texts that somebody has put into a correction are in it when it is saved: undo, or a hand, may have taken one out.
import type { Article } from "../../../shared/model/article.ts";
import type { Id } from "../../../shared/model/id.ts";
import { takesFrom } from "../../../shared/revise/rebase-text.ts";
import { revisionsOf } from "../../storage/articles/revision-files.ts";
import { valueIfAny } from "../../storage/files/storage-error.ts";
import type { CoreContext } from "../context.ts";
import { otherRevisions, otherText } from "../merge/other-texts.ts";
import type { ProjectInUse } from "../project/project-in-use.ts";

/** Of the revisions `asked`, those of which anything is in the text `wanted`. One that is no other text of the article is passed over. */
export async function takenInto(
  context: CoreContext,
  inUse: Pick<ProjectInUse, "folder" | "awaited">,
  present: { readonly article: Article; readonly text: string },
  asked: readonly Id[],
  wanted: string,
): Promise<readonly Id[]> {
  if (asked.length === 0) return [];
  const { article, text } = present;
  const led = await revisionsOf(context.disk, inUse.folder.root, article);
  const others = await otherRevisions(context, inUse, article, led);
  const taken: Id[] = [];
  for (const { id } of others) {
    if (!asked.includes(id)) continue;
    const other = await valueIfAny(() => otherText(context, inUse, article, id));
    if (other && (other.base === null || takesFrom(other.base, other.text, text, wanted))) taken.push(id);
  }
  return taken;
}
