import type { Rule } from "../rule";

export const logging: readonly Rule[] = [];
