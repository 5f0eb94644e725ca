/** What a JSON writer makes of a report: nothing is left out, what is undefined is null. */
export type NoUndefined<T> = T extends (...args: never) => unknown
  ? T
  : T extends readonly (infer Item)[]
    ? readonly NoUndefined<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]-?: NoUndefined<T[Key]> }
      : T extends undefined
        ? null
        : T;
