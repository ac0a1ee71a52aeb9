import type { Plugin } from "vite";
export const parts: readonly string[];
export function noteBundledPackages(part: string): Plugin;
export function packagesOf(modules: readonly string[]): readonly string[];
export function bundledPackages(): readonly string[];
