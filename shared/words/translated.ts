// What a room of another language must hold: a message for each key of the English one, and nothing else.

export type Translated<English> = { readonly [Key in keyof English]: string };
