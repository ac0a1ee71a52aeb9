export declare function bundle(
  names: readonly string[],
  out: string,
  mistake?: { readonly file: string; readonly original: string; readonly mistaken: string },
): Promise<void>;
export declare const childPrograms: readonly string[];
