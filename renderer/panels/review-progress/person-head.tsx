// A person at the head of their column: name, how far they are, and what can be done for all articles shown.
import { ChevronDown } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { Annotator } from "../../../shared/model/project.ts";
import { type Totals, workStates } from "../../../shared/review/assignments.ts";
import { useStore } from "../../lib/store.ts";
import { assigningOf } from "../../state/review/assigning.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import type { ShownArticle } from "./shown-articles.ts";
import { StateBar } from "./state-bar.tsx";

const sum = (totals: Totals): number => workStates.reduce((count, state) => count + totals[state], 0);
const finished = ({ done, "in-review": inReview, curated }: Totals): number => done + inReview + curated;

interface Props {
  readonly person: Annotator;
  readonly totals: Totals;
  readonly articles: readonly ShownArticle[];
  readonly readOnly: boolean;
}

export function PersonHead({ person, totals, articles, readOnly }: Props) {
  const { workspace } = usePanels();
  const assigning = assigningOf(workspace);
  const isOwn = useStore(workspace.state, ({ project }) => project?.annotator?.id === person.id);
  const { say } = useWords();
  const workOn = ({ work }: ShownArticle) => work.find(({ annotator }) => annotator === person.id);
  const pairOf = ({ id }: ShownArticle) => ({ article: id, annotator: person.id });
  const toAssign = articles.filter((article) => !workOn(article)?.isAssigned).map(pairOf);
  const toRelease = articles
    .filter((article) => workOn(article)?.isAssigned && workOn(article)?.state === "assigned")
    .map(pairOf);
  const run: Readonly<Record<string, () => void>> = {
    assign: () => void assigning.change({ assign: toAssign, release: [] }, null),
    release: () => void assigning.change({ assign: [], release: toRelease }, null),
    "put-away": () => void workspace.trash.putAway("annotator", person.id),
    own: () => assigning.query.patch({ person: person.id }),
  };
  const disabled = [
    ...(readOnly || toAssign.length === 0 ? ["assign"] : []),
    ...(readOnly || toRelease.length === 0 ? ["release"] : []),
    ...(readOnly || isOwn ? ["put-away"] : []),
  ];
  return (
    <th scope="col" className="person-head">
      <MenuTrigger>
        <Button
          className="button quiet-button person-button"
          aria-label={say("progress.of-person", { name: plainText(person.name) })}
        >
          <OutsideText cut>{person.name}</OutsideText>
          <ChevronDown size={13} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom start" offset={4}>
          <Menu className="choices" disabledKeys={disabled} onAction={(id) => run[String(id)]?.()}>
            <MenuItem id="assign" className="choice" textValue={say("progress.assign-shown")}>
              <span className="choice-text">{say("progress.assign-shown")}</span>
            </MenuItem>
            <MenuItem id="release" className="choice" textValue={say("progress.release-shown")}>
              <span className="choice-text">{say("progress.release-shown")}</span>
            </MenuItem>
            <MenuItem
              id="put-away"
              className="choice"
              textValue={say("trash.put-away-person", { name: plainText(person.name) })}
            >
              <span className="choice-text">
                {say("trash.put-away-person", { name: plainText(person.name) })}
              </span>
            </MenuItem>
            <MenuItem id="own" className="choice" textValue={say("progress.show-own")}>
              <span className="choice-text">{say("progress.show-own")}</span>
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <StateBar totals={totals} />
      <span className="person-done quiet">
        {say("progress.done-of", { done: finished(totals), all: sum(totals) })}
      </span>
    </th>
  );
}
