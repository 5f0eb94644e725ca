import type { Rule } from "../rule";

export const task: readonly Rule[] = [];
