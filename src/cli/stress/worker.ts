import { parentPort, workerData } from "node:worker_threads";
import { SCENARIOS } from "../../stress/scenarios";
import { perform, type Work } from "../../stress/work";
import { type Inputs, subjectOf } from "./inputs";

// A thread of the pool: work in, answers out.
const subject = subjectOf(workerData as Inputs);
parentPort?.on("message", (work: Work) => parentPort?.postMessage(perform(work, SCENARIOS, subject)));
