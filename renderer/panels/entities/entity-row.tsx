// One entity in the registry's list: its name, what it counts as, and how often it is mentioned.
import { ListBoxItem } from "react-aria-components";
import { sourceClass } from "../../../shared/model/entity.ts";
import { namesOf } from "../../../shared/model/entity-groups.ts";
import { classKey } from "../../../shared/words/entity-words.ts";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import type { ListedEntity } from "./entity-listing.ts";

export function EntityRow({ listed }: { readonly listed: ListedEntity }) {
  const { say, number } = useWords();
  const { group, mentions, id } = listed;
  const [, ...others] = namesOf(group);
  return (
    <ListBoxItem id={id} className="entity-row" textValue={plainText(group.entity.name)}>
      <span className="entity-row-name">
        <OutsideText cut>{group.entity.name}</OutsideText>
        {mentions !== null && (
          <span className="entity-row-count">
            <span aria-hidden>{number(mentions)}</span>
            <span className="visually-hidden">{say("entities.mentions", { count: mentions })}</span>
          </span>
        )}
      </span>
      <span className="entity-row-more cut">
        {say(classKey(sourceClass(group.entity)))}
        {others.length > 0 && (
          <>
            {" · "}
            <OutsideText>{others.join(", ")}</OutsideText>
          </>
        )}
      </span>
    </ListBoxItem>
  );
}
