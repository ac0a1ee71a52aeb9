// The registry of entities as its view works with it: where each is mentioned, and changes that are no article's own.
import type { Client } from "../../../shared/api/client.ts";
import type { Mention, MentionCount } from "../../../shared/api/contract.ts";
import type { Command, CommandContext, RefusalCode } from "../../../shared/commands/command.ts";
import { splitEntity } from "../../../shared/commands/entities.ts";
import { ApiError } from "../../../shared/errors/errors.ts";
import { emptySet } from "../../../shared/model/annotation-set.ts";
import { articleTextOf } from "../../../shared/model/article-text.ts";
import type { Entity } from "../../../shared/model/entity.ts";
import type { Id, NewId, Now } from "../../../shared/model/id.ts";
import type { StepDraft } from "./project-history.ts";
import type { ProjectLink } from "./project-link.ts";
import type { WorkspaceState } from "./workspace-state.ts";

export interface Registry {
  /** How often each entity is mentioned in what is saved; `null` when that cannot be told now. */
  counts(): Promise<ReadonlyMap<Id, MentionCount> | null>;
  /** The mentions of these entities in what is saved; `null` when they cannot be told now. */
  mentions(entities: readonly Id[]): Promise<readonly Mention[] | null>;
  /** The names of the colleagues whose sets mention one of these entities; `null` when that cannot be told now. */
  colleagues(entities: readonly Id[]): Promise<readonly string[] | null>;
  /**
   * Runs a command on the registry alone, as one step. The refusal, if there is one; what failed has been shown.
   */
  run<Args>(command: Command<Args>, args: Args): Promise<RefusalCode | null>;
  /** The same, and whether it failed. `origin`: where that comes from which is not entered by a person. */
  runToEnd<Args>(
    command: Command<Args>,
    args: Args,
    from?: Pick<CommandContext, "origin">,
  ): Promise<RefusalCode | "failed" | null>;
  /** Makes another entity of some mentions of one, as one step. Answers with the other entity, or the refusal. */
  split(split: SplitMentions): Promise<{ readonly entity: Id } | { readonly refusal: RefusalCode }>;
}

interface SplitMentions {
  /** The entity, with those that were merged into it. */
  readonly from: readonly [Entity, ...Entity[]];
  /** Those that become another's. */
  readonly mentions: readonly Mention[];
  readonly staying: readonly Mention[];
  readonly name: string;
}

interface RegistryOptions {
  readonly client: Client;
  readonly newId: NewId;
  readonly now: Now;
  readonly link: ProjectLink;
  state(): WorkspaceState;
  /** See `NamePrompt`. */
  requireName(): Promise<boolean>;
  applyStep(step: StepDraft): Promise<boolean>;
}

const noText = articleTextOf("");

export function createRegistry(options: RegistryOptions): Registry {
  const { client, newId, now, link, state, requireName, applyStep } = options;

  async function answerOf<T>(call: (project: Id) => Promise<T>): Promise<T | null> {
    try {
      return await link.call(call);
    } catch (error) {
      if (error instanceof ApiError) return null;
      throw error;
    }
  }

  async function runToEnd<Args>(
    command: Command<Args>,
    args: Args,
    from: Pick<CommandContext, "origin"> = {},
  ): Promise<RefusalCode | "failed" | null> {
    if (!(await requireName())) return "name-missing";
    const { project, annotator } = link.project();
    const annotationSet = emptySet({ articleId: "", annotatorId: annotator?.id ?? "", textHash: "" });
    const outcome = command.run(
      {
        annotations: { set: annotationSet, entities: state().entities },
        text: noText,
        tagset: project.tagset,
        annotator: annotator?.id ?? "",
        focus: { span: null, card: null },
        newId,
        now,
        ...from,
      },
      args,
    );
    if ("refusal" in outcome) return outcome.refusal;
    const { entities } = outcome.change;
    if (!entities) return null;
    const isApplied = await applyStep({ command: command.id, parts: [], entities });
    return isApplied ? null : "failed";
  }

  return {
    async counts() {
      const answer = await answerOf((project) => client.call("entities.counts", { project }));
      return answer && new Map(answer.counts.map((count) => [count.entity, count]));
    },
    async mentions(entities) {
      const entityIds = [...entities];
      const answer = await answerOf((project) =>
        client.call("entities.mentions", { project, entities: entityIds }),
      );
      return answer?.mentions ?? null;
    },
    async colleagues(entities) {
      const entityIds = [...entities];
      const answer = await answerOf((project) =>
        client.call("entities.colleagues", { project, entities: entityIds }),
      );
      return answer?.names ?? null;
    },
    async run(command, args) {
      const outcome = await runToEnd(command, args);
      return outcome === "failed" ? null : outcome;
    },
    runToEnd,
    async split({ from, mentions, staying, name }) {
      const stay = staying.map(({ span }) => span);
      const split = splitEntity({ from, mentions, staying: stay, name }, { newId, now });
      if ("refusal" in split) return split;
      const revisions = new Map(mentions.map(({ article, revision }) => [article, revision]));
      const { parts, entities } = split.work;
      await applyStep({
        command: "split-entity",
        parts: parts.map((part) => {
          const revision = revisions.get(part.article);
          return { ...part, ...(revision === undefined ? {} : { revision }) };
        }),
        ...(entities && { entities }),
      });
      return { entity: split.entity.id };
    },
  };
}
