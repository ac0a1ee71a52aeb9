// The type of a room in another language: a message for each key of the English one, and nothing else.

export type Translated<English> = { readonly [Key in keyof English]: string };
