// Where an entity is mentioned, in every article: each row goes there, and those that are ticked can become another entity.
import { ArrowRight, Split } from "lucide-react";
import { useMemo, useState } from "react";
import { GridList } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import type { Mention } from "../../../shared/api/contract.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import { spanHull } from "../../../shared/model/span.ts";
import { enterPane } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { plainText } from "../../ui/outside-text.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { MentionRow } from "./mention-row.tsx";
import { SplitDialog } from "./split-dialog.tsx";
import { useMentions } from "./use-mentions.ts";

interface Props {
  readonly group: EntityGroup;
  readonly isReadOnly: boolean;
}

/** CSS pixels that a row is high. */
const rowSizes = { comfortable: 80, compact: 68 } as const;

export function MentionList({ group, isReadOnly }: Props) {
  const { workspace, ui } = usePanels();
  const { say } = useWords();
  const { articles, density } = useStore(workspace.state, ({ articles: all, settings }) => ({
    articles: all,
    density: settings.looks.density,
  }));
  const mentions = useMentions([group.entity.id, ...group.merged.map(({ id }) => id)]);
  const rows = useMemo(
    () => mentions?.map((mention) => ({ id: mention.span.id, mention })) ?? [],
    [mentions],
  );
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isSplitting, setSplitting] = useState(false);
  const [made, setMade] = useState<{ readonly id: Id; readonly name: string } | null>(null);
  const of = (isTicked: boolean): readonly Mention[] =>
    rows.filter(({ id }) => ticked.has(id) === isTicked).map(({ mention }) => mention);
  const chosen = of(true);
  const titleOf = ({ article }: Mention): string => articles.find(({ id }) => id === article)?.title ?? "";

  if (mentions === null) return <p className="pane-empty quiet">{say("entities.looking")}</p>;
  if (mentions.length === 0) return <p className="pane-empty quiet">{say("entities.no-mentions")}</p>;
  return (
    <>
      {!isReadOnly && (
        <div className="mention-tools">
          <span className="quiet small" role="status">
            {chosen.length > 0
              ? say("entities.ticked", { count: chosen.length, all: mentions.length })
              : say("entities.mentions", { count: mentions.length })}
          </span>
          <Button look="quiet-button" isDisabled={chosen.length === 0} onPress={() => setSplitting(true)}>
            <Split size={14} aria-hidden /> {say("entities.split")}
          </Button>
        </div>
      )}
      {made && (
        <div className="mention-tools">
          <Button
            look="quiet-button"
            autoFocus
            onPress={() => {
              ui.patch({ entity: made.id });
              requestAnimationFrame(() => enterPane("sidebar"));
            }}
          >
            <ArrowRight size={14} aria-hidden />
            <span className="cut">{say("entities.split-show", { name: plainText(made.name) })}</span>
          </Button>
        </div>
      )}
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowSizes[density] }}>
        <GridList
          aria-label={say("entities.mentions-of", { name: group.entity.name })}
          className="mention-list"
          items={rows}
          selectionMode={isReadOnly ? "none" : "multiple"}
          selectionBehavior="toggle"
          selectedKeys={ticked}
          onSelectionChange={(keys) =>
            setTicked(new Set(keys === "all" ? rows.map(({ id }) => id) : Array.from(keys, String)))
          }
          onAction={(key) => {
            const row = rows.find(({ id }) => id === key);
            if (row) void workspace.openArticleAt(row.mention.article, spanHull(row.mention.span), row.id);
          }}
        >
          {({ mention }) => <MentionRow mention={mention} title={titleOf(mention)} isReadOnly={isReadOnly} />}
        </GridList>
      </Virtualizer>
      {isSplitting && (
        <SplitDialog
          from={group}
          mentions={chosen}
          staying={of(false)}
          onClose={(other) => {
            setSplitting(false);
            if (!other) return;
            setTicked(new Set());
            setMade(other);
          }}
        />
      )}
    </>
  );
}
