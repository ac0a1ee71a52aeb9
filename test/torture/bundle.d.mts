export declare function bundle(names: readonly string[], out: string): Promise<void>;
export declare const childPrograms: readonly string[];
