/**
 * The arrows between the rooms (docs/decisions.md, "Rooms"). What a room may import is listed once, here; everything
 * else of ours is forbidden to it.
 * @type {Record<string, string[]>}
 */
const rooms = {
  account: ["aws"],
  catalogue: [],
  environments: ["catalogue"],
  platform: ["catalogue", "environments"],
  stacks: ["environments", "platform"],
  plan: [],
  cloudwatch: ["plan", "states-language"],
  guardrails: ["catalogue", "cloudwatch", "plan"],
  iam: ["plan"],
  simulator: [],
  "states-language": [],
  stress: ["catalogue", "cloudwatch", "iam", "plan", "simulator", "states-language"],
  cost: ["catalogue", "cloudwatch", "plan", "stress"],
  drift: ["account", "plan"],
  adopt: ["account", "drift", "plan"],
  aws: [],
  release: [],
  "game-day": ["stress"],
  preflight: ["aws", "catalogue", "environments", "plan", "stress"],
  sandbox: ["cloudwatch", "iam", "plan", "states-language"],
  reports: ["adopt", "catalogue", "cost", "drift", "guardrails", "plan", "preflight", "simulator", "stress"],
};

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `arrows-of-${room}`,
      severity: "error",
      from: { path: `^src/${room}/` },
      to: { path: "^(src/|main\\.ts)", pathNot: `^src/(${[room, ...allowed].join("|")})/` },
    })),
    {
      name: "arrows-of-main",
      comment: "main.ts reads the environment, builds its stacks, synthesizes",
      severity: "error",
      from: { path: "^main\\.ts$" },
      to: { path: "^src/", pathNot: "^src/(environments|stacks|guardrails)/" },
    },
    {
      name: "cdktf-in-its-rooms",
      comment: "so that a move to cdktn is a change of two package names, and the rest works on anybody's plan",
      severity: "error",
      from: { pathNot: "^(src/(platform|stacks)/|main\\.ts$)" },
      to: { path: "node_modules/(cdktf|@cdktf|constructs)/" },
    },
    {
      name: "no-copyleft-in-src",
      severity: "error",
      from: { path: "^(src/|main\\.ts)" },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
  },
};
