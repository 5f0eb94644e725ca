import type { Problem } from "../problem";

/** A problem before it is known which file it is in. */
export type Finding = Omit<Problem, "file">;

/** What is known to be valid of a value: each field whose own value is, nothing of the others. */
export type Draft<T> = T extends readonly (infer Element)[]
  ? readonly (Draft<Element> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: Draft<T[Key]> | undefined }
    : T;
