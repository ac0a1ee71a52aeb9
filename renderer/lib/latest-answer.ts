// A question that is asked again before it was answered: only the answer to the latest counts.

interface LatestAnswer {
  ask(): Promise<void>;
  /** No answer is taken any more. */
  stop(): void;
}

/** `take` gets the answer to the latest question alone; `null` is none. Rejects as `question` does. */
export function latestAnswer<T>(question: () => Promise<T | null>, take: (answer: T) => void): LatestAnswer {
  let questionCount = 0;
  return {
    async ask() {
      questionCount += 1;
      const questionNumber = questionCount;
      const answer = await question();
      if (questionNumber === questionCount && answer !== null) take(answer);
    },
    stop() {
      questionCount += 1;
    },
  };
}
