/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  // A first test loads the provider, on a busy machine for longer than the five seconds of Jest.
  testTimeout: 60_000,
  roots: ["<rootDir>/__tests__"],
  testMatch: ["**/*.test.ts"],
  testPathIgnorePatterns: ["/__tests__/end-to-end/"],
  // Jest leaves a core alone unless told.
  maxWorkers: "100%",
  // A worker runs in a thread of its own, the gateway in a process: nothing is counted there.
  collectCoverageFrom: ["src/**/*.ts", "!src/cli/stress/worker.ts", "!src/sandbox/main.ts"],
  // Together, and each file.
  coverageThreshold: { "./src/": { lines: 90, statements: 90 }, "src/**/*.ts": { lines: 80, statements: 80 } },
  // Types are checked once, by `npm run types`; here each file is only transpiled.
  transform: { "^.+\\.ts$": ["ts-jest", { tsconfig: "tsconfig.json", diagnostics: false }] },
};
