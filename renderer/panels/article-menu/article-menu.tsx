// The menu at a place of the article: an outline of the spans that lie there, innermost first, and what can be done. Opens at
// the pointer or, by key, at the caret.
import { useRef } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover } from "react-aria-components";
import { keyboardOf } from "../../actions/keyboard.ts";
import { goToLayer, stackAt } from "../../actions/stack.ts";
import { useStore } from "../../lib/store.ts";
import type { Session } from "../../state/session/session.ts";
import type { ArticleMenu as Place } from "../../state/window/ui-state.ts";
import { Keys } from "../../ui/keys.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { offeredIn } from "./offered-actions.ts";
import { StackItem, stackItemText } from "./stack-item.tsx";

export function ArticleMenu({ session }: { readonly session: Session }) {
  const place = useStore(usePanels().ui, (state) => state.articleMenu);
  return place && <OpenMenu session={session} place={place} />;
}

function OpenMenu({ session, place }: { readonly session: Session; readonly place: Place }) {
  const panels = usePanels();
  const words = useWords();
  const { say, tell } = words;
  const anchor = useRef<HTMLDivElement>(null);
  const stack = stackAt(session, place.offset);
  const actions = offeredIn(session.tagset)
    .flatMap((id) => keyboardOf(panels).action(id) ?? [])
    .filter((action) => action.enabled(panels));
  const close = (): void => panels.ui.patch({ articleMenu: null });
  const take = (key: string): void => {
    close();
    if (stack.includes(key)) goToLayer(session, key, place.offset);
    else actions.find(({ id }) => id === key)?.run(panels);
  };
  return (
    <>
      <div ref={anchor} className="menu-anchor" style={{ left: place.left, top: place.top }} aria-hidden />
      <Popover
        isOpen
        aria-label={say("proposals.menu")}
        triggerRef={anchor}
        className="popover"
        placement="bottom start"
        onOpenChange={(open) => {
          if (!open) close();
        }}
      >
        <Menu
          className="choices"
          aria-label={say("proposals.menu")}
          autoFocus="first"
          onAction={(key) => take(String(key))}
        >
          {stack.length > 0 && (
            <MenuSection>
              <Header className="choice-header">{say("proposals.menu-spans")}</Header>
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
          )}
          <MenuSection>
            <Header className="choice-header">{say("proposals.menu-actions")}</Header>
            {actions.map(({ id, title }) => {
              const [keys] = keyboardOf(panels).keysOf(id);
              return (
                <MenuItem key={id} id={id} className="choice" textValue={tell(title)}>
                  <span className="choice-text">{tell(title)}</span>
                  {keys && <Keys combination={keys} />}
                </MenuItem>
              );
            })}
          </MenuSection>
        </Menu>
      </Popover>
    </>
  );
}
