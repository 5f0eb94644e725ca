import { checkEnvironment } from "../../../src/environments/checks/check";
import production from "../../../src/environments/production";
import { edit } from "../../support/edit";

// Put together here, so that no scanner takes this file for what it tests.
const word = (length: number): string => "aB3".repeat(length).slice(0, length);
const LOOK_ALIKES: readonly (readonly [kind: string, secret: string])[] = [
  ["an AWS access key", `AKIA${"X".repeat(16)}`],
  ["an AWS access key", `ASIA${"X".repeat(16)}`],
  ["an AWS secret key", word(40)],
  ["a private key", `-----BEGIN RSA ${"PRIVATE"} KEY-----`],
  ["a private key", `-----BEGIN ${"PRIVATE"} KEY-----`],
  ["a GitHub token", `ghp_${word(36)}`],
  ["a GitHub token", `github_pat_${word(30)}`],
  ["a GitLab token", `glpat-${word(20)}`],
  ["an npm token", `npm_${word(36)}`],
  ["a Slack token", `xoxb-${word(20)}`],
  ["a Stripe key", `sk_live_${word(24)}`],
  ["a Google API key", `AIza${word(35)}`],
  ["a JSON web token", `eyJ${word(20)}.eyJ${word(20)}.${word(20)}`],
  ["a URL with a password", `postgres://user:${word(8)}@db.example.com/app`],
  ["a URL with a password", `redis://:${word(8)}@cache.example.com`],
  ["a connection string", `Server=db;Password=${word(8)};`],
  ["a connection string", `aws_secret_access_key=${word(40)}`],
  ["an authorization header", `Authorization: Basic ${word(20)}=`],
];

function check(environment: unknown, text = "") {
  return checkEnvironment(environment, text, { mode: "offline", expectedName: undefined }).findings;
}

describe("keys and passwords in an environment", () => {
  test.each(LOOK_ALIKES)("%s as a value is found by its field, and not repeated", (kind, secret) => {
    const environment = edit(production, { "services[0].environment.SETTING": secret });
    const [finding, ...others] = check(environment, JSON.stringify(environment));
    expect(others).toEqual([]);
    expect(finding?.path).toBe("services[0].environment.SETTING");
    expect(finding?.got).toContain(kind);
    expect(JSON.stringify(finding)).not.toContain(secret);
  });

  test.each(LOOK_ALIKES)("%s in a comment is found by its line, and not repeated", (kind, secret) => {
    const [finding, ...others] = check(production, `// fine\n// ${secret}\n`);
    expect(others).toEqual([]);
    expect(finding?.path).toBe("line 2");
    expect(finding?.got).toContain(kind);
    expect(JSON.stringify(finding)).not.toContain(secret);
  });

  test.each([
    "PASSWORD",
    "DB_PASSWORD",
    "PGPASSWORD",
    "dbPassword",
    "DATABASE_PASS",
    "API_KEY",
    "apiKey",
    "SESSION_SECRET",
    "GITHUB_TOKEN",
    "PASSWORD_PROD",
    "CREDENTIALS",
    "ENCRYPTION_KEY",
  ])("a text in the variable %s is taken for one", (name) => {
    const environment = edit(production, { [`services[0].environment.${name}`]: "correct horse" });
    expect(check(environment).map(({ path, got }) => [path, got])).toEqual([
      [`services[0].environment.${name}`, "what its name says (not repeated)"],
    ]);
  });

  test.each(["AUTHOR", "COMPASS", "TOKEN_TTL_SECONDS", "SECRET_NAME", "KEYSPACE", "BYPASS", "MONKEY", "PARTITION_KEY"])(
    "a text in the variable %s is not",
    (name) => {
      expect(check(edit(production, { [`services[0].environment.${name}`]: "correct horse" }))).toEqual([]);
    },
  );

  test.each([
    'const password = "hunter22";',
    "const apiKey: string = 'hunter22';",
    'connect({ "token": `hunter22` });',
  ])("a constant is found: %s", (line) => {
    const all = check(production, line);
    expect(all.map(({ path }) => path)).toEqual(["line 1"]);
    expect(JSON.stringify(all)).not.toContain("hunter22");
  });

  test.each([
    "// password: hunter22",
    "/* DB_PASSWORD = hunter22 */",
    "// the db password is hunter22, for now",
    "// api key: hunter22",
    "// pw: hunter22!",
    "const region = 'x'; // token: hunter22",
    "/*\n * secret: hunter22\n */",
  ])("a remark is found: %s", (line) => {
    const all = check(production, line);
    expect(all.map(({ path }) => path)).toEqual([line.startsWith("/*\n") ? "line 2" : "line 1"]);
    expect(JSON.stringify(all)).not.toContain("hunter22");
  });

  test("a key where something else belongs is told as a key, once", () => {
    const environment = edit(production, { name: `AKIA${"X".repeat(16)}` });
    expect(check(environment, JSON.stringify(environment)).map(({ path, got }) => [path, got])).toEqual([
      ["name", "an AWS access key (not repeated)"],
    ]);
  });

  test("a password in place of an ARN is told once, and not repeated", () => {
    const environment = edit(production, { "services[0].secrets.DB_PASSWORD": "hunter22" });
    const all = check(environment, JSON.stringify(environment));
    expect(all.map(({ path }) => path)).toEqual(["services[0].secrets.DB_PASSWORD"]);
    expect(JSON.stringify(all)).not.toContain("hunter22");
  });

  test("a password in a field that isn't known, or of the wrong type, is not repeated", () => {
    const environment = edit(production, { password: "hunter22", "services[0].environment.A_B": { x: "hunter22" } });
    const all = check(environment, JSON.stringify(environment));
    expect(all.map(({ path }) => path)).toContain("password");
    expect(JSON.stringify(all)).not.toContain("hunter22");
  });

  test("a key as a field's name is not repeated", () => {
    const key = `AKIA${"X".repeat(16)}`;
    expect(JSON.stringify(check(edit(production, { [key]: 1 })))).not.toContain(key);
  });

  test.each([
    "// da39a3ee5e6b4b0d3255bfef95601890afd80709 is the Commit",
    `const secret = \`$${"{parameters}"}/web/session-key\`;`,
    'DATABASE_PASSWORD: parameter("web/database-password"),',
    'tokenTtlSeconds: "60",',
    "// the password is in Secrets Manager",
    "// password: /production/web/database-1",
    "// token: rotated every 30 days",
    "const token: Token1 = readToken1();",
    'const url = "https://example.com/secret:version1";',
  ])("nothing is found in %s", (line) => {
    expect(check(production, line)).toEqual([]);
  });

  test("what the project's own files hold is none", () => {
    expect(check(production, JSON.stringify(production, undefined, 2))).toEqual([]);
  });
});
