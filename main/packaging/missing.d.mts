export interface Machine {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  hasProgram(name: string): boolean;
  hasElectron(system: string): boolean;
  hasTool(name: string): boolean;
}
export function missing(
  wanted: readonly ("linux" | "win" | "mac")[],
  purpose: "trial" | "part" | "release",
  machine: Machine,
): readonly string[];
