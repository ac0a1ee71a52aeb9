export interface Mistake {
  readonly title: string;
  readonly file: string;
  readonly original: string;
  readonly mutated: string;
  readonly journey: string;
  readonly host?: "browser" | "stand-in";
}
export const mistakes: readonly Mistake[];
