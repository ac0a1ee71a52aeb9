export const supportEnds: Readonly<Record<string, string>>;
export function whyUnsupported(version: string, today: string): string | null;
export function pinnedElectron(): string;
export default function beforePack(): void;
