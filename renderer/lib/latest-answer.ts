// A question that is asked again before it was answered: only the answer to the latest counts.

export interface LatestAnswer {
  ask(): Promise<void>;
  /** No answer is taken any more. */
  stop(): void;
}

/** `take` gets the answer to the latest question alone; `null` is none. Rejects as `question` does. */
export function latestAnswer<T>(question: () => Promise<T | null>, take: (answer: T) => void): LatestAnswer {
  let asked = 0;
  return {
    async ask() {
      asked += 1;
      const own = asked;
      const answer = await question();
      if (own === asked && answer !== null) take(answer);
    },
    stop() {
      asked += 1;
    },
  };
}
