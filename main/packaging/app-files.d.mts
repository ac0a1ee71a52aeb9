export function neededFiles(names: readonly string[], read: (name: string) => string): readonly string[];
export function brokenImports(file: string, text: string, names: readonly string[]): readonly string[];
