// The part of every runtime of ours (Node, Electron, browsers) that the bare ES library does not name. Only what `shared` uses, so that
// nothing else of the DOM or of Node can slip in.

declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean; readonly ignoreBOM: boolean });
  /** Throws a `TypeError` for bytes that are not the encoding when `fatal` is set. */
  decode(bytes: Uint8Array): string;
}
