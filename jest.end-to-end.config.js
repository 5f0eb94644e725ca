const unit = require("./jest.config.js");

/** What needs the real Terraform (and, where it says so, the emulated AWS); a case says why it is skipped. */
module.exports = {
  ...unit,
  testPathIgnorePatterns: [],
  testMatch: ["**/end-to-end/**/*.test.ts"],
  testTimeout: 300_000,
  // Much of the time is waited away: the provider looks again and again whether what it made is there.
  maxWorkers: 3,
};
