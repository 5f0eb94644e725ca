/** Required into a contestant: tells the harness, on a pipe of its own, what the process used. */
const { writeSync } = require("node:fs");

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMemoryMiB: maxRSS / 1024 }));
});
