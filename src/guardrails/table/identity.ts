import type { Rule } from "../rule";

export const identity: readonly Rule[] = [];
