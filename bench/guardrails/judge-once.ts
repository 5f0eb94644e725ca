import { readFileSync } from "node:fs";
import { judgePlans } from "../../src/guardrails/engine";
import { RULES } from "../../src/guardrails/table";
import { parsePlan } from "../../src/plan/read";

/**
 * Reads and judges the plan in the file that is named, once, as a command does after it has started; prints how long that
 * took.
 */
const [, , file = ""] = process.argv;
const text = readFileSync(file, "utf8");
const cpu = process.cpuUsage();
const start = process.hrtime.bigint();
const plan = parsePlan(text, file);
judgePlans({ plans: new Map([[file, plan]]), rules: RULES, today: "2026-01-01", whole: false });
const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(JSON.stringify({ resources: plan.resources().length, wallMs, cpuMs: (user + system) / 1000 }));
