// Whose sets are there and cannot be read. The others are compared all the same.
import type { ReviewSets } from "../../../shared/api/contract.ts";
import { Banner } from "../../ui/banner.tsx";
import { useWords } from "../../ui/words.tsx";

interface Props {
  readonly sets: ReviewSets;
  readonly areNamesHidden: boolean;
}

export function DamagedSets({ sets: { damaged }, areNamesHidden }: Props) {
  const { say } = useWords();
  if (damaged.length === 0) return null;
  return (
    <Banner
      tone="caution"
      title={
        areNamesHidden
          ? say("compare.damaged-hidden", { count: damaged.length })
          : damaged.map(({ annotator }) => say("compare.damaged", { name: annotator.name })).join(" ")
      }
    />
  );
}
