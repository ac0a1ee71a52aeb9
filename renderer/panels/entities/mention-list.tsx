// The list of an entity's mentions, in every article: each row goes there, and those that are ticked can become another entity.
import { ArrowRight, Check, Split } from "lucide-react";
import { useMemo, useState } from "react";
import { Checkbox, GridList, GridListItem } from "react-aria-components";
import { ListLayout, Virtualizer } from "react-aria-components/Virtualizer";
import type { Mention } from "../../../shared/api/contract.ts";
import type { RefusalCode } from "../../../shared/commands/command.ts";
import { isPronoun, nameIn } from "../../../shared/commands/entity-names.ts";
import type { EntityGroup } from "../../../shared/model/entity-groups.ts";
import type { Id } from "../../../shared/model/id.ts";
import { spanHull, spanText } from "../../../shared/model/span.ts";
import { enterPaneOnceShown } from "../../actions/panes.ts";
import { useStore } from "../../lib/store.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmButtons, ModalDialog } from "../../ui/modal-dialog.tsx";
import { OutsideText, plainText } from "../../ui/outside-text.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useWords } from "../../ui/words.tsx";
import { usePanels } from "../app-context.tsx";
import { InContext } from "../suggestions/in-context.tsx";
import { useMentions } from "./use-mentions.ts";

interface Props {
  readonly group: EntityGroup;
  readonly isReadOnly: boolean;
}

/** CSS pixels that a row is high. */
const rowSizes = { comfortable: 80, compact: 68 } as const;

export function MentionList({ group, isReadOnly }: Props) {
  const { say } = useWords();
  const mentions = useMentions([group.entity.id, ...group.merged.map(({ id }) => id)]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isSplitting, setSplitting] = useState(false);
  const [made, setMade] = useState<{ readonly id: Id; readonly name: string } | null>(null);
  const rows = useMemo(
    () => mentions?.map((mention) => ({ id: mention.span.id, mention })) ?? [],
    [mentions],
  );
  const of = (isTicked: boolean): readonly Mention[] =>
    rows.filter(({ id }) => ticked.has(id) === isTicked).map(({ mention }) => mention);
  const tickedMentions = of(true);

  if (mentions === null) return <p className="pane-empty quiet">{say("entities.looking")}</p>;
  if (mentions.length === 0) return <p className="pane-empty quiet">{say("entities.no-mentions")}</p>;
  return (
    <>
      {!isReadOnly && (
        <div className="mention-tools">
          <span className="quiet small" role="status">
            {tickedMentions.length > 0
              ? say("entities.ticked", { count: tickedMentions.length, all: mentions.length })
              : say("entities.own-mentions", { count: mentions.length })}
          </span>
          <Button
            look="quiet-button"
            isDisabled={tickedMentions.length === 0}
            onPress={() => setSplitting(true)}
          >
            <Split size={14} aria-hidden /> {say("entities.split")}
          </Button>
        </div>
      )}
      {made && <ShowEntity entity={made} />}
      <MentionGrid {...{ group, rows, ticked, isReadOnly }} onTick={setTicked} />
      {isSplitting && (
        <SplitDialog
          from={group}
          mentions={tickedMentions}
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

function ShowEntity({
  entity: { id, name },
}: {
  readonly entity: { readonly id: Id; readonly name: string };
}) {
  const { ui } = usePanels();
  const { say } = useWords();
  return (
    <div className="mention-tools">
      <Button
        look="quiet-button"
        autoFocus
        onPress={() => {
          ui.patch({ entity: id });
          enterPaneOnceShown("sidebar");
        }}
      >
        <ArrowRight size={14} aria-hidden />
        <span className="cut">{say("entities.split-show", { name: plainText(name) })}</span>
      </Button>
    </div>
  );
}

interface MentionGridProps extends Props {
  readonly rows: readonly { readonly id: string; readonly mention: Mention }[];
  /** By the ids of rows. */
  readonly ticked: ReadonlySet<string>;
  onTick(ticked: ReadonlySet<string>): void;
}

function MentionGrid({ group, rows, ticked, isReadOnly, onTick }: MentionGridProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const { articles, density } = useStore(workspace.state, ({ articles: all, settings }) => ({
    articles: all,
    density: settings.looks.density,
  }));
  const titleOf = ({ article }: Mention): string => articles.find(({ id }) => id === article)?.title ?? "";
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: rowSizes[density] }}>
      <GridList
        aria-label={say("entities.mentions-of", { name: group.entity.name })}
        className="mention-list"
        items={rows}
        selectionMode={isReadOnly ? "none" : "multiple"}
        selectionBehavior="toggle"
        selectedKeys={ticked}
        onSelectionChange={(keys) =>
          onTick(new Set(keys === "all" ? rows.map(({ id }) => id) : Array.from(keys, String)))
        }
        onAction={(key) => {
          const row = rows.find(({ id }) => id === key);
          if (row) void workspace.openArticleAt(row.mention.article, spanHull(row.mention.span), row.id);
        }}
      >
        {({ mention }) => <MentionRow mention={mention} title={titleOf(mention)} isReadOnly={isReadOnly} />}
      </GridList>
    </Virtualizer>
  );
}

interface MentionRowProps {
  readonly mention: Mention;
  readonly title: string;
  readonly isReadOnly: boolean;
}

/** One mention: its words among those around them, and the article it stands in. */
function MentionRow({ mention, title, isReadOnly }: MentionRowProps) {
  const { say } = useWords();
  const { segments } = mention.span;
  const quote = spanText(mention.span);
  const [prefix = "", suffix = ""] = [segments[0]?.prefix, segments.at(-1)?.suffix];
  return (
    <GridListItem id={mention.span.id} className="mention-row" textValue={plainText(quote)}>
      {!isReadOnly && (
        <Checkbox slot="selection" className="tick" aria-label={say("entities.tick")}>
          <Check size={12} aria-hidden />
        </Checkbox>
      )}
      <span className="mention-words">
        <span className="mention-context">
          <InContext segment={{ prefix, quote, suffix }} lead={24} />
        </span>
        <span className="mention-place cut">
          <OutsideText cut>{title}</OutsideText>
        </span>
      </span>
    </GridListItem>
  );
}

interface SplitDialogProps {
  readonly from: EntityGroup;
  readonly mentions: readonly Mention[];
  /** Those that stay what they are. */
  readonly staying: readonly Mention[];
  /** `made`: the other entity, where one was made. */
  onClose(made: { readonly id: Id; readonly name: string } | null): void;
}

/** How many of the ways in which the mentions read are shown. */
const mostReadings = 6;

/** Makes another entity of the mentions that were ticked: its name, and what moves. */
function SplitDialog({ from, mentions, staying, onClose }: SplitDialogProps) {
  const { workspace } = usePanels();
  const { say } = useWords();
  const readings = readingsOf(mentions);
  const [name, setName] = useState(() => readings.find((one) => !isPronoun(one)) ?? readings[0] ?? "");
  const [refusal, setRefusal] = useState<RefusalCode | null>(null);
  const articles = new Set(mentions.map(({ article }) => article)).size;

  async function split(): Promise<void> {
    const { entity, merged } = from;
    const done = await workspace.registry.split({ from: [entity, ...merged], mentions, staying, name });
    if ("refusal" in done) setRefusal(done.refusal);
    else onClose({ id: done.entity, name: name.trim() });
  }

  return (
    <ModalDialog
      title={say("entities.split-title")}
      onClose={() => onClose(null)}
      foot={
        <ConfirmButtons onCancel={() => onClose(null)} onPress={() => void split()}>
          {say("entities.split-now")}
        </ConfirmButtons>
      }
    >
      <TextField
        autoFocus
        label={say("entities.split-name")}
        value={name}
        onChange={setName}
        // What is proposed is a guess: typing takes its place.
        onFocus={({ target }) => {
          if (target instanceof HTMLInputElement) target.select();
        }}
        error={refusal && say(`refusals.${refusal}`)}
        onEnter={() => void split()}
      />
      <p className="merge-preview">
        {say("entities.split-preview", {
          count: mentions.length,
          all: mentions.length + staying.length,
          articles,
          name: plainText(from.entity.name),
        })}
      </p>
      <ul className="aliases" aria-label={say("entities.split-readings")}>
        {readings.slice(0, mostReadings).map((reading) => (
          <li key={reading} className="alias whole">
            <OutsideText cut>{reading}</OutsideText>
          </li>
        ))}
      </ul>
    </ModalDialog>
  );
}

/** The ways in which the mentions read, the most frequent first. */
function readingsOf(mentions: readonly Mention[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { span } of mentions) {
    const words = nameIn(span);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([words]) => words);
}
