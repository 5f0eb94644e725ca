import type { Command } from "commander";
import { driftReport, driftVerdict } from "../../drift/report";
import { sandboxSite } from "../../environments/sandbox";
import { readPlan } from "../../plan/read";
import { driftTable } from "../../reports/drift-table";
import { type Aws, awsAt } from "../../sandbox/client";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { plannedDocument } from "../planned-document";
import { UserError } from "../user-error";
import { selectorIn } from "./beforehand";
import { failed } from "./deploy";
import { addTerraformOptions, inSandbox } from "./enforced";
import { initialize, type SandboxStack, sandboxStack } from "./stack";

export function configure(command: Command): void {
  addTerraformOptions(command)
    .summary("break something by hand, and show that it is found")
    .description("Changes a deployed environment by hand, as somebody in a console would, and shows that it is found.")
    .addHelpText(
      "after",
      `
It opens SSH to the world on the instances, and deletes an alarm. Exit codes:
0 both were found, 1 one wasn't or a step failed, 2 bad input or no sandbox.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  return inSandbox(command, io, "plan", drift);
}

/** Breaks an environment in the sandbox of `io` by hand, and says what a plan finds. */
export async function drift(given: string, io: Io): Promise<ExitCode> {
  const stack = await sandboxStack(selectorIn(given, io), io);
  const { failure } = await initialize(stack);
  if (failure !== undefined) return failed(io, "terraform init", [failure]);
  const { name } = stack.environment;
  const broken = await breakByHand(name, awsAt(sandboxSite(io.env, io.project).endpoint));
  io.stdout.write(`By hand:\n${broken.map(({ what }) => `  ${what}\n`).join("")}\n`);
  const found = await differences(stack);
  if ("failed" in found) return failed(io, `${found.failed} ${stack.name}`, [found.output]);
  io.stdout.write(driftTable(found, colorsFor(io)));
  const missed = broken.filter(({ type }) => !found.differences.some(({ address }) => address.startsWith(`${type}.`)));
  for (const { what } of missed) io.stderr.write(`Not found: ${what}\n`);
  io.stdout.write(`\nTo restore it: npm run sandbox -- deploy ${name}\n`);
  return driftVerdict(found) === "drift" && missed.length === 0 ? ExitCode.OK : ExitCode.FINDINGS;
}

/** Plans an initialized stack, and says what differs. */
export async function differences({ environment, name, terraform, directory }: SandboxStack) {
  const planned = await plannedDocument(terraform, directory);
  if (planned.failed !== undefined) return planned;
  const { document } = planned;
  const sources = [{ name, document, plan: readPlan(document, name) }];
  const today = new Date().toISOString().slice(0, 10);
  return driftReport({ environment: environment.name, sources, exemptions: [], today });
}

/** What was changed by hand. */
export interface Broken {
  readonly what: string;
  /** Type of the resource that differs now. */
  readonly type: string;
}

/** Opens SSH to the world, and deletes an alarm. @throws UserError where the environment isn't deployed */
export async function breakByHand(environment: string, aws: Aws): Promise<readonly Broken[]> {
  const group = `${environment}-compute`;
  const found = await aws.call("ec2", "DescribeSecurityGroups", { Filter: [{ Name: "tag:Name", Value: [group] }] });
  const [securityGroup] = found.securityGroupInfo || [];
  if (securityGroup === undefined) {
    throw new UserError(`${environment} isn't deployed; deploy it first: npm run sandbox -- deploy ${environment}`);
  }
  const ssh = { IpProtocol: "tcp", FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: "0.0.0.0/0" }] };
  await aws.call("ec2", "AuthorizeSecurityGroupIngress", { GroupId: securityGroup.groupId, IpPermissions: [ssh] });
  const alarm = `${environment}-load-balancer-errors`;
  await aws.call("monitoring", "DeleteAlarms", { AlarmNames: [alarm] });
  return [
    { what: `port 22 of security group ${group} opened to 0.0.0.0/0`, type: "aws_security_group" },
    { what: `alarm ${alarm} deleted`, type: "aws_cloudwatch_metric_alarm" },
  ];
}
