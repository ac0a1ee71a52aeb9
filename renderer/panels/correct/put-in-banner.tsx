// That something was put into the correction, and what gave way or found no place; gone where undo took it out.
import { Banner } from "../../ui/banner.tsx";
import { useWords } from "../../ui/words.tsx";
import { ClashList } from "./clash-list.tsx";
import type { PutIn } from "./use-put-in.ts";

interface Props {
  readonly putIn: PutIn;
  /** What is in the editor. */
  readonly text: string;
  onDismiss(): void;
}

export function PutInBanner({ putIn: { what, before, now, clashes }, text, onDismiss }: Props) {
  const { say } = useWords();
  const isNothing = before === now;
  if (isNothing && (clashes?.length ?? 0) === 0)
    return <Banner tone="plain" title={say(`revisions.${what}-nothing`)} onDismiss={onDismiss} />;
  if (!isNothing && text === before) return null;
  const title = say(`revisions.${what}-taken`);
  const how = say("revisions.taken-how");
  if (clashes?.length === 0)
    return (
      <Banner tone="plain" title={title} onDismiss={onDismiss}>
        <p>{how}</p>
      </Banner>
    );
  const count = clashes?.length ?? 0;
  const gone = what === "left" ? "revisions.clashes" : "revisions.other-gave-way";
  return (
    <Banner tone="caution" title={title} onDismiss={onDismiss}>
      <p>
        {clashes ? say(gone, { count }) : say("revisions.other-in-full")} {how}
      </p>
      {clashes && <ClashList clashes={clashes} />}
    </Banner>
  );
}
