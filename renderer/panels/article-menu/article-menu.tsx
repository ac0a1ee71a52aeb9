// The menu at a place of the article: an outline of the spans that lie there, innermost first, and what can be done. Opens at
// the pointer or, by key, at the caret.
import { Header, MenuItem, MenuSection } from "react-aria-components";
import { usersOf } from "../../../shared/model/annotation-set.ts";
import { cardWords } from "../../../shared/model/card-words.ts";
import type { Id } from "../../../shared/model/id.ts";
import { shortened } from "../../../shared/model/shortened.ts";
import { spanText } from "../../../shared/model/span.ts";
import { get } from "../../../shared/model/table.ts";
import { spanTypeOf } from "../../../shared/model/tagset.ts";
import { reasonOf } from "../../../shared/suggestions/reasons.ts";
import type { Words } from "../../../shared/words/say.ts";
import { typeName } from "../../../shared/words/tagset-words.ts";
import type { ActionContext } from "../../actions/action.ts";
import { keyboardOf, runAction } from "../../actions/keyboard.ts";
import { goToLayer, stackAt } from "../../actions/stack.ts";
import { isSuggestionChosen } from "../../actions/suggest.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import { type Offered, sureOfOffered } from "../../state/suggestions/suggesting.ts";
import type { ArticleMenu as Place } from "../../state/window/ui-state.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { ActionItems, MenuAt } from "../action-menu.tsx";
import { usePanels } from "../app-context.tsx";
import { TypeForm } from "../span/type-form.tsx";
import { useChosenSuggestion } from "../suggestions/use-suggestions.ts";

export function ArticleMenu({ session }: { readonly session: Session }) {
  const place = useStore(usePanels().ui, (state) => state.articleMenu);
  return place && <OpenMenu session={session} place={place} />;
}

function OpenMenu({ session, place }: { readonly session: Session; readonly place: Place }) {
  const panels = usePanels();
  const { say } = useWords();
  const stack = stackAt(session, place.offset);
  const suggestion = useChosenSuggestion()?.suggestion;
  const groups = menuSections(panels, session);
  const isOfSuggestion = groups[0]?.group === "suggestion";
  const stackSection = stack.length > 0 && <StackSection session={session} stack={stack} />;
  return (
    <MenuAt
      label={say("proposals.menu")}
      place={place}
      onClose={() => panels.ui.patch({ articleMenu: null })}
      onAction={(id) => {
        if (stack.includes(id)) goToLayer(session, id, place.offset);
        else runAction(panels, id);
      }}
    >
      {!isOfSuggestion && stackSection}
      {groups.map(({ group, actions }) => (
        <MenuSection key={group}>
          <Header className="choice-header">
            {group === "suggestion" ? (
              <WhySuggested suggestion={suggestion} />
            ) : (
              say(`actions.group-${group}`)
            )}
          </Header>
          <ActionItems actions={actions} />
        </MenuSection>
      ))}
      {isOfSuggestion && stackSection}
    </MenuAt>
  );
}

/** That it is a suggestion, how sure it is, and why it is made. */
function WhySuggested({ suggestion }: { readonly suggestion: Offered | undefined }) {
  const { say, tell, percent } = useWords();
  if (!suggestion) return null;
  const { rule, model } = suggestion.card;
  return (
    <>
      {say("proposals.toolbar-suggestion")},{" "}
      {say("suggestions.sure", { share: percent(sureOfOffered(suggestion)) })}
      <span className="choice-why">
        <OutsideText>{tell(reasonOf(rule, model))}</OutsideText>
      </span>
    </>
  );
}

/** The spans that lie at the place. */
function StackSection({ session, stack }: { readonly session: Session; readonly stack: readonly Id[] }) {
  const words = useWords();
  return (
    <MenuSection>
      <Header className="choice-header">{words.say("proposals.menu-spans")}</Header>
      {stack.map((id) => (
        <MenuItem
          key={id}
          id={id}
          className="choice"
          textValue={stackItemText(session, id, words)}
          aria-current={id === session.focus().span ? "true" : undefined}
        >
          <StackItem session={session} span={id} />
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** What the menu offers beside tagging, which gives the span in focus another type where nothing is selected; by its sections. */
const sections = [
  {
    group: "suggestion",
    ids: [
      "accept-suggestion",
      "edit-suggestion",
      "choose-entity",
      "reject-suggestion",
      "reject-suggestions-alike",
    ],
  },
  {
    group: "mark",
    ids: ["tag-in-new-card", "add-segment", "exclude-selection", "copy-words"],
  },
  {
    group: "span",
    ids: [
      "choose-entity",
      "entity-beside",
      "split-span",
      "join-segments",
      "merge-with-next",
      "merge-with-previous",
      "history-of-span",
      "delete",
    ],
  },
  {
    group: "card",
    ids: [
      "take-proposal",
      "propose",
      "open-card",
      "link-to-card",
      "move-to-card",
      "take-out-of-card",
      "nest-card",
      "choose-about",
      "merge-cards",
      "flag-card",
      "write-note",
      "copy-card",
      "copy-card-as-markdown",
      "copy-link",
      "history-of-card",
    ],
  },
] as const;

/** What can be done now, by section; those in which nothing can are left out. A suggestion that is looked at has a section to itself. */
export function menuSections(panels: ActionContext, session: Session) {
  const keyboard = keyboardOf(panels);
  const isOfSuggestion = isSuggestionChosen({ ...panels, session }) && !session.view.current?.selection();
  return sections
    .filter(({ group }) => (group === "suggestion") === isOfSuggestion)
    .map(({ group, ids }) => {
      const types = session.tagset.spanTypes.map(({ id }) => `mark-${id}`);
      const all = group === "mark" ? [...types, ...ids] : ids;
      const actions = all
        .flatMap((id) => keyboard.action(id) ?? [])
        .filter((action) => action.enabled(panels));
      return { group, actions };
    })
    .filter(({ actions }) => actions.length > 0);
}

interface Props {
  readonly session: Session;
  readonly span: Id;
}

/** Code units of a span that a line of the menu could ever show. */
const longest = 120;

/** One span of those that lie at a place: its type, its words, and the card it stands in. */
function StackItem({ session, span }: Props) {
  const { tell } = useWords();
  const { type, words, card } = describe(session, span, useWords());
  return (
    <>
      <TypeForm tagset={session.tagset} type={get(session.annotations().set.spans, span)?.type ?? ""} />
      <span className="choice-text stack-words">
        <span className="cut">
          <span className="quiet">{tell(type)} </span>
          <OutsideText>{words}</OutsideText>
        </span>
        <span className="quiet cut">
          <OutsideText>{card}</OutsideText>
        </span>
      </span>
    </>
  );
}

function stackItemText(session: Session, span: Id, words: Words): string {
  const description = describe(session, span, words);
  return `${words.tell(description.type)} ${plainText(description.words)}, ${plainText(description.card)}`;
}

function describe(session: Session, id: Id, { say }: Words) {
  const annotations = session.annotations();
  const span = get(annotations.set.spans, id);
  const spanType = spanTypeOf(session.tagset, span?.type ?? "");
  const [user] = usersOf(annotations.set, id);
  return {
    type: spanType ? typeName(spanType) : (span?.type ?? ""),
    words: span ? shortened(spanText(span), longest) : "",
    card: user ? shortened(cardWords(user, annotations), longest) : say("proposals.in-no-card"),
  };
}
