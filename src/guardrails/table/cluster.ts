import type { Rule } from "../rule";

export const cluster: readonly Rule[] = [];
