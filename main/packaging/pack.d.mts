export type PackedSystem = "linux" | "win" | "mac";
export function unpacked(
  system: PackedSystem,
  output: string,
): { readonly folder: string; readonly program: string; readonly archive: string };
