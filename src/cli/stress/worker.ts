import { parentPort, workerData } from "node:worker_threads";
import { SCENARIOS } from "../../stress/scenarios";
import { perform, type Work } from "../../stress/work";
import type { WorkerData } from "./pool";
import { subjectOf } from "./subject";

// A thread of the pool: work in, answers out.
const { inputs, scenarios: ids }: WorkerData = workerData;
const subject = subjectOf(inputs);
const scenarios = SCENARIOS.filter(({ id }) => ids.includes(id));
parentPort?.on("message", (work: Work) => parentPort?.postMessage(perform(work, scenarios, subject)));
