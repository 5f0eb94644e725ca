import { parseSession } from "../../src/environments/session";

test("Terraform applies, unless told to plan", () => {
  expect(parseSession({})).toEqual({ role: "apply" });
  expect(parseSession({ BALLAST_ROLE: "" })).toEqual({ role: "apply" });
  expect(parseSession({ BALLAST_ROLE: "plan" })).toEqual({ role: "plan" });
});

test("a pipeline's token is taken along", () => {
  expect(parseSession({ BALLAST_ROLE: "plan", BALLAST_TOKEN_FILE: "/token" })).toEqual({
    role: "plan",
    webIdentityTokenFile: "/token",
  });
  expect(parseSession({ BALLAST_TOKEN_FILE: "" })).toEqual({ role: "apply" });
});

test("another role is refused", () => {
  expect(() => parseSession({ BALLAST_ROLE: "admin" })).toThrow(/BALLAST_ROLE.*"admin".*plan, apply/s);
});

test("AWS's own variable for a token says nothing to us: Terraform would not bear it", () => {
  const variables: { readonly [variable: string]: string } = { AWS_WEB_IDENTITY_TOKEN_FILE: "/token" };
  expect(parseSession(variables)).toEqual({ role: "apply" });
});
