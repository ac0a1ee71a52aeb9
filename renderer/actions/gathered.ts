// Deciding in the lists over the project: one key a decision, on the row that is open; then the next one is.
import type { Entity } from "../../shared/model/entity.ts";
import type { Id } from "../../shared/model/id.ts";
import type { Range } from "../../shared/model/range.ts";
import type { SuggestedPerson } from "../../shared/suggestions/project-people.ts";
import type { PlainName } from "../../shared/words/message.ts";
import { registryHas, rejectPerson, takePeople, waiveMissed } from "../state/review/decide-gathered.ts";
import { type ListedMiss, listMissed, listPeople, nextOf } from "../state/review/gathered-lists.ts";
import { type GatheredList, gatheringOf } from "../state/review/gathering.ts";
import type { ActionContext, ActionEntry } from "./action.ts";
import { showArticle } from "./panes.ts";

const isWritable = ({ workspace }: ActionContext): boolean => {
  const { project } = workspace.state.get();
  return project !== null && project.readOnly === null;
};

function whenWritable(context: ActionContext, run: () => void): void {
  if (isWritable(context)) context.workspace.whenNamed(run);
}

/** The people as they are listed. */
function listedPeople({ workspace }: ActionContext): readonly SuggestedPerson[] {
  const gathering = gatheringOf(workspace);
  return listPeople(gathering.state.get().people, gathering.view.get().query);
}

function listedMissed({ workspace }: ActionContext): readonly ListedMiss[] {
  const gathering = gatheringOf(workspace);
  const { session } = workspace.state.get();
  const only = gathering.view.get().onlyHere ? (session?.article.id ?? null) : null;
  return listMissed(gathering.state.get().missed, only);
}

function openPerson(context: ActionContext): SuggestedPerson | null {
  const { person, isAside } = gatheringOf(context.workspace).view.get();
  return isAside ? null : (listedPeople(context).find(({ key }) => key === person) ?? null);
}

function openMiss(context: ActionContext): ListedMiss | null {
  const { miss, isAside } = gatheringOf(context.workspace).view.get();
  return isAside ? null : (listedMissed(context).find(({ key }) => key === miss) ?? null);
}

/** Links to the entity that they are, or enters them; where others have the name it asks, so that nobody is entered twice unseen. */
export function acceptPerson(context: ActionContext, person: SuggestedPerson): void {
  const { known, namesakes } = registryHas(context.workspace.state.get().entities, person);
  if (known === null && namesakes.length > 0 && isWritable(context))
    gatheringOf(context.workspace).view.patch({ person: person.key, isJoining: true });
  else joinPerson(context, person, known);
}

/** `into`: an entity, or others of the list with whom they are entered as one; `null`: alone. */
export function joinPerson(
  context: ActionContext,
  person: SuggestedPerson,
  into: Entity | SuggestedPerson | null,
): void {
  whenWritable(context, () => {
    goOn(context, person);
    if (into && "places" in into) void takePeople(context.workspace, [into, person], null);
    else void takePeople(context.workspace, [person], into);
  });
}

export function dropPerson(context: ActionContext, person: SuggestedPerson): void {
  whenWritable(context, () => {
    goOn(context, person);
    void rejectPerson(context.workspace, person);
  });
}

export function dropMiss(context: ActionContext, miss: ListedMiss): void {
  whenWritable(context, () => {
    const nextMiss = nextOf(listedMissed(context), miss.key);
    gatheringOf(context.workspace).view.patch({ miss: nextMiss?.key ?? null });
    void waiveMissed(context.workspace, miss);
  });
}

/** Opens the next one before the list loses this one, so that the keyboard stays in it. */
function goOn(context: ActionContext, { key }: SuggestedPerson): void {
  const nextPerson = nextOf(listedPeople(context), key);
  gatheringOf(context.workspace).view.patch({ person: nextPerson?.key ?? null, isJoining: false });
}

/** Shows the words in their article, selected. */
export async function openPlace({ workspace, ui }: ActionContext, article: Id, range: Range): Promise<void> {
  await workspace.openArticleAt(article, range);
  showArticle(ui);
  // React shows the article with the next frame.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => workspace.state.get().session?.view.current?.select(range)),
  );
}

/** What is done to the row that is open in one of the lists. */
const onRowOf =
  <Row>(scope: GatheredList, openRow: (context: ActionContext) => Row | null) =>
  (
    id: PlainName<"actions">,
    keys: readonly string[],
    run: (context: ActionContext, row: Row) => void,
    isForReaders = false,
  ): ActionEntry => ({
    id,
    group: "review",
    keys,
    scope,
    enabled: (context) => (isForReaders || isWritable(context)) && openRow(context) !== null,
    run(context) {
      const row = openRow(context);
      if (row) run(context, row);
    },
  });

const onPeople = onRowOf("people", openPerson);
const onMissed = onRowOf("missed", openMiss);

export const gatheredActions: readonly ActionEntry[] = [
  onPeople("accept-person", ["a"], acceptPerson),
  onPeople("join-person", ["m"], ({ workspace }) => gatheringOf(workspace).view.patch({ isJoining: true })),
  onPeople("reject-person", ["Backspace", "Delete"], dropPerson),
  onPeople(
    "open-person",
    ["v"],
    (context, { places: [place] }) => place && void openPlace(context, place.article, place.segment),
    true,
  ),
  onMissed("waive-missed", ["Backspace", "Delete"], dropMiss),
  onMissed(
    "open-missed",
    ["v"],
    (context, { article, segment }) => void openPlace(context, article, segment),
    true,
  ),
];
