// The name and version of the tagset file, apart from its schema, so that the page can write one without a validator.
export const tagsetFormat = "sayso-tagset";
export const tagsetFormatVersion = 1;
