// What stands beside the title of the list: which articles it shows and in what order, and the way to bring another in.
import { ListFilter, Plus } from "lucide-react";
import { Button, Menu, MenuTrigger, Popover } from "react-aria-components";
import { articleSorts } from "../../../shared/api/preferences.ts";
import { articleStates } from "../../../shared/model/progress.ts";
import { useStore } from "../../lib/store.ts";
import { IconButton } from "../../ui/button.tsx";
import { MenuChoices } from "../../ui/menu-choices.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { ViewProps } from "../sidebar-view.ts";
import { useKeyboard } from "../use-keyboard.ts";

export function ArticleTools({ project }: ViewProps) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const { keysOf } = useKeyboard();
  const listing = useStore(workspace.state, ({ settings }) => settings.articleListing);
  return (
    <span className="pane-tools">
      <MenuTrigger>
        <Button
          className={`button quiet-button icon tiny${listing.states.length > 0 ? " active" : ""}`}
          aria-label={say("articles.filter-and-sort")}
          data-hint={say("articles.filter-and-sort")}
        >
          <ListFilter size={16} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Menu className="choices" aria-label={say("articles.filter-and-sort")}>
            <MenuChoices
              title={say("articles.show-only")}
              several
              options={articleStates.map((id) => ({ id, name: say(`articles.state-${id}`) }))}
              chosen={listing.states}
              onChoose={(states) => void workspace.setPreferences({ articleListing: { ...listing, states } })}
            />
            <MenuChoices
              title={say("articles.sort-by")}
              options={articleSorts.map((id) => ({ id, name: say(`articles.sort-${id}`) }))}
              chosen={[listing.sort]}
              onChoose={([sort]) => {
                if (sort) void workspace.setPreferences({ articleListing: { ...listing, sort } });
              }}
            />
          </Menu>
        </Popover>
      </MenuTrigger>
      {!project.readOnly && (
        <IconButton
          label={say("articles.bring-in-one")}
          keys={keysOf("bring-in")}
          tiny
          onPress={() => ui.patch({ dialog: "bring-in" })}
        >
          <Plus size={16} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}
