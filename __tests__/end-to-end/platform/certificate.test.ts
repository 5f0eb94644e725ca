import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Certificate } from "../../../src/platform/certificate";
import { service } from "../../support/edge";
import { environmentWith, synthesizeStack } from "../../support/stack";
import { describeWith, TERRAFORM } from "../../support/tools";

describeWith("a certificate for two hosts, with the real Terraform", [TERRAFORM], () => {
  const directory = mkdtempSync(join(tmpdir(), "ballast-certificate-"));
  afterAll(() => rmSync(directory, { recursive: true }));

  test("has a record planned for each, before either is known", () => {
    const environment = environmentWith({
      services: ["api.example.com", "www.example.com"].map((host, index) =>
        service({ name: `service-${index}`, routing: { host, priority: index + 1 } }),
      ),
    });
    const stack = synthesizeStack((scope) => {
      new Certificate(scope, "certificate", { environment, zoneId: "Z00000000000000DUMMY" });
    }, environment);
    writeFileSync(join(directory, "cdk.tf.json"), JSON.stringify(stack));
    const terraform = (...parameters: readonly string[]): string =>
      execFileSync("terraform", [`-chdir=${directory}`, ...parameters], { encoding: "utf8", stdio: "pipe" });
    terraform("init", "-input=false");
    terraform("plan", "-input=false", "-out=plan.tfplan");
    const plan: { readonly resource_changes: readonly { readonly address: string }[] } = JSON.parse(
      terraform("show", "-json", "plan.tfplan"),
    );
    expect(plan.resource_changes.map(({ address }) => address)).toEqual(
      expect.arrayContaining([
        'aws_route53_record.certificate_validation["api.example.com"]',
        'aws_route53_record.certificate_validation["www.example.com"]',
      ]),
    );
  });
});
