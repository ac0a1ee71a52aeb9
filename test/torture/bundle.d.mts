export declare function bundle(names: readonly string[], out: string): Promise<void>;
