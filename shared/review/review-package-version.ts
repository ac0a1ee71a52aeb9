// The name and version that a review package carries; apart from the schema, as with annotated JSON.

export const packageFormat = "sayso-review-package";
/** Raised when a reader of the older form would misread the newer one. In version 1 the hash was of content and history alone. */
export const packageVersion = 2;
