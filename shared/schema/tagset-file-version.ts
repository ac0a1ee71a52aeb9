// The name and version that a tagset file carries, apart from its schema: whoever writes one needs no validator.
export const tagsetFormat = "sayso-tagset";
export const tagsetFormatVersion = 1;
