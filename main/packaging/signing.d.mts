type Env = Readonly<Record<string, string | undefined>>;
export function isByAzure(env: Env): boolean;
export function missingOfAzure(env: Env): readonly string[];
export function signingSettings(env: Env): {
  readonly win?: { readonly azureSignOptions: Readonly<Record<string, string | undefined>> };
};
