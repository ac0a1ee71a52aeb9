export const wantedFuses: Readonly<Record<string, boolean>>;
export function settingOf(name: string): string;
export function fuseFaults(wire: Readonly<Record<number, number>>): readonly string[];
export function readFuseFaults(path: string): Promise<readonly string[]>;
