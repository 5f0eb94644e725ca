import { parseSession } from "../../src/environments/session";

test("Terraform applies, unless told to plan", () => {
  expect(parseSession({})).toEqual({ role: "apply" });
  expect(parseSession({ BALLAST_ROLE: "" })).toEqual({ role: "apply" });
  expect(parseSession({ BALLAST_ROLE: "plan" })).toEqual({ role: "plan" });
});

test("a pipeline's token is taken along", () => {
  expect(parseSession({ BALLAST_ROLE: "plan", AWS_WEB_IDENTITY_TOKEN_FILE: "/token" })).toEqual({
    role: "plan",
    webIdentityTokenFile: "/token",
  });
  expect(parseSession({ AWS_WEB_IDENTITY_TOKEN_FILE: "" })).toEqual({ role: "apply" });
});

test("another role is refused", () => {
  expect(() => parseSession({ BALLAST_ROLE: "admin" })).toThrow(/BALLAST_ROLE.*"admin".*plan, apply/s);
});
