// Reads and changes the metadata of articles. A change is a step of the history.
import type { KnownArticle } from "../../../shared/api/replies.ts";
import { ApiError, type ApiErrorData } from "../../../shared/errors/errors.ts";
import { type SaidAbout, saidIn } from "../../../shared/model/article-about.ts";
import type { Id } from "../../../shared/model/id.ts";
import { requestStep } from "../project/request-step.ts";
import type { Workspace } from "../project/workspace.ts";

/** Rejects with an `ApiError`. */
export const knownOfArticle = ({ client, call }: Workspace, article: Id): Promise<KnownArticle> =>
  call((project) => client.call("article.known", { project, article }));

/** `null` when it is so now; else why it is not. */
export const describeArticle = (
  workspace: Workspace,
  article: Id,
  said: SaidAbout,
): Promise<ApiErrorData | null> =>
  requestStep(workspace, "describe-article", (request) =>
    workspace.client.call("article.describe", { ...request, article, said }),
  );

/** Puts tags on articles and takes others off, as one step; `null` when that is done, else why not. */
export const tagArticles = (
  workspace: Workspace,
  articles: readonly Id[],
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<ApiErrorData | null> =>
  requestStep(workspace, "tag-articles", (request) =>
    workspace.client.call("article.tag", {
      ...request,
      ...{ articles: [...articles], add: [...add], remove: [...remove] },
    }),
  );

export const renameArticle = (workspace: Workspace, article: Id, title: string) =>
  giveFact(workspace, article, "title", title);

/** Changes one thing that is known alone; all else stays as it is. `null` when it is so now; else why it is not. */
export async function giveFact(
  workspace: Workspace,
  article: Id,
  field: "title" | "publisher" | "date",
  value: string,
): Promise<ApiErrorData | null> {
  try {
    const { known } = await knownOfArticle(workspace, article);
    return await describeArticle(workspace, article, { ...saidIn(known), [field]: [value] });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.toData();
  }
}
