import { type PolicyStatement, withoutActions } from "../support/iam/policy";
import { statementsOfTerraformRole } from "../support/iam/terraform-roles";
import { type TestSandbox, testSandbox } from "../support/sandbox";
import { applyPart } from "../support/terraform-part";
import { describeWith, MOTO_SERVER, TERRAFORM } from "../support/tools";

const NAME = "demo-terraform-apply";
const ROLE = `arn:aws:iam::000000000000:role/${NAME}`;

describeWith("a deployment in Terraform's own role", [TERRAFORM, MOTO_SERVER], () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await testSandbox();
    await sandbox.aws.call("iam", "CreateRole", { RoleName: NAME, AssumeRolePolicyDocument: "{}" });
  });
  afterAll(() => sandbox.stop());

  /** Gives the role the derived statements, what they refer to left open. */
  async function give(statements: readonly PolicyStatement[]): Promise<void> {
    for (const [index, statement] of statements.entries()) {
      const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] }).replaceAll(/\$\{[^}]*\}/g, "*");
      const about = { RoleName: NAME, PolicyName: String(index) };
      await sandbox.aws.call("iam", "PutRolePolicy", { ...about, PolicyDocument: text });
    }
  }
  const applyQueue = async () => {
    await sandbox.control.enforce("deny");
    const applied = applyPart(sandbox, (address) => address === "aws_sqs_queue.undelivered_events", ROLE);
    await sandbox.control.enforce("off");
    return applied;
  };

  test("fails without a grant, and names the action that is missing; with it, it goes through", async () => {
    const derived = statementsOfTerraformRole("demo", "apply").filter((one) =>
      /(sqs|kms):/.test(JSON.stringify(one.Action)),
    );
    const creates = derived.findIndex(({ Action }) => [Action].flat().includes("sqs:CreateQueue"));
    const lacking = derived.map((statement, index) => {
      if (index !== creates) return statement;
      const [kept] = withoutActions({ Version: "", Statement: [statement] }, statement.Sid ?? "1", [
        "sqs:CreateQueue",
      ]).Statement;
      if (kept === undefined) throw new Error("nothing is left of the statement");
      return kept;
    });
    await give(lacking);
    const refused = await applyQueue();
    expect(refused.exitCode).toBe(1);
    expect(refused.output.replaceAll(/\s*\n[│\s]*/g, " ")).toMatch(
      /assumed-role\/demo-terraform-apply\/\S+ is not authorized to perform: sqs:CreateQueue on resource: arn:aws:sqs:us-east-1:000000000000:demo-undelivered-events/,
    );

    await give(derived);
    expect(await applyQueue()).toMatchObject({ exitCode: 0 });
  });
});
