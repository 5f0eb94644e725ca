/** Text as it is: `kms:ReEncrypt*` isn't the beginning of an emphasis. Underscores inside a word never are; a code span stays one. */
export const plain = (text: string): string => text.replaceAll(/[\\*<[]|(?<!\w)_|_(?!\w)/g, "\\$&");
