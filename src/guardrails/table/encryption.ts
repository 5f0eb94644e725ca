import type { Rule } from "../rule";

export const encryption: readonly Rule[] = [];
