// What signs the packages for Windows where it is not a certificate in a file: Azure Trusted Signing. All of it comes from the environment, so
// that nothing of it lies in the repository.

/** Of Microsoft's own client: who signs in. */
const signIn = ["AZURE_TENANT_ID", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET"];

/** Electron-builder's `azureSignOptions` by the variables that they come from. */
const options = {
  endpoint: "SAYSO_AZURE_ENDPOINT",
  codeSigningAccountName: "SAYSO_AZURE_ACCOUNT",
  certificateProfileName: "SAYSO_AZURE_PROFILE",
  publisherName: "SAYSO_PUBLISHER",
};

const isSet = (env, name) => env[name] !== undefined && env[name] !== "";

/** Whether somebody means to sign by Azure: any of its variables is set. */
export const isByAzure = (env) => [...signIn, ...Object.values(options)].some((name) => isSet(env, name));

/** The variables that signing by Azure still needs. */
export const missingOfAzure = (env) =>
  [...signIn, ...Object.values(options)].filter((name) => !isSet(env, name));

/** What goes over electron-builder's configuration: nothing where Azure does not sign. */
export function signingSettings(env) {
  if (!isByAzure(env)) return {};
  const azureSignOptions = Object.fromEntries(
    Object.entries(options).map(([option, name]) => [option, env[name]]),
  );
  return { win: { azureSignOptions } };
}
