import { simulateQueue } from "../../__tests__/support/queueing-system";
import { exponential } from "../../src/simulator/distributions";

/** The M/M/c queue of `bench/peers/mmc.py`, with the same arguments, once. */
const [customers = 0, servers = 0, arrivals = 0, services = 0] = process.argv.slice(2).map(Number);
const cpu = process.cpuUsage();
const start = process.hrtime.bigint();
const { meanWait } = simulateQueue({
  ...{ customers, servers, seed: 1 },
  arrivals: exponential(1 / arrivals),
  services: exponential(1 / services),
});
const wallMs = Number(process.hrtime.bigint() - start) / 1e6;
const { user, system } = process.cpuUsage(cpu);
process.stdout.write(JSON.stringify({ meanWait, wallMs, cpuMs: (user + system) / 1000 }));
