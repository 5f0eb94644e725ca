import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironments } from "../../environments/load";
import { sandboxSite } from "../../environments/sandbox";
import type { Environment } from "../../environments/schema";
import { type Aws, awsAt } from "../../sandbox/client";
import type { Io } from "../io";
import { makeAccount } from "./account";

/**
 * What an environment says is there already, made by hand in the sandbox: its VPC with subnets, its hosted zone. Their ids
 * are the emulator's, so a copy of the environment with those ids is written to the sandbox's folder, as a user would
 * have written them into his own.
 *
 * @returns the selector to go on with: the copy's path, or the one that was given where all is made by Terraform
 */
export async function madeBeforehand(selector: string, io: Io): Promise<string> {
  const { folder, endpoint } = sandboxSite(io.env, io.project);
  const [loaded] = loadEnvironments({ selector, cwd: io.cwd, mode: "sandbox", backendFile: join(folder, "none") });
  if (loaded === undefined) throw new Error(`${selector} loaded no environment`);
  const { environment } = loaded;
  await makeAccount(environment, awsAt(endpoint, "dummy", environment.region));
  const { existing } = environment.network;
  const { hostedZoneId } = environment.ingress;
  if (existing === undefined && hostedZoneId === undefined) return selector;
  const path = join(folder, "environments", `${environment.name}.ts`);
  if (existsSync(path)) return path;
  const aws = awsAt(endpoint, "dummy", environment.region);
  const network =
    existing === undefined
      ? environment.network
      : { ...environment.network, existing: await makeNetwork(aws, existing) };
  const ingress =
    hostedZoneId === undefined
      ? environment.ingress
      : { ...environment.ingress, hostedZoneId: await makeZone(aws, environment) };
  mkdirSync(join(folder, "environments"), { recursive: true });
  const copy = { ...environment, network, ingress };
  writeFileSync(
    path,
    `// A copy with the ids that the sandbox has given to what was made beforehand.\nexport default ${JSON.stringify(copy, null, 2)};\n`,
  );
  return path;
}

type Existing = NonNullable<Environment["network"]["existing"]>;

async function makeNetwork(aws: Aws, existing: Existing): Promise<Existing> {
  const made = await aws.call("ec2", "CreateVpc", { CidrBlock: existing.cidr });
  const { vpcId } = made.vpc;
  for (const attribute of ["EnableDnsSupport", "EnableDnsHostnames"]) {
    await aws.call("ec2", "ModifyVpcAttribute", { VpcId: vpcId, [attribute]: { Value: "true" } });
  }
  const gateway = await aws.call("ec2", "CreateInternetGateway");
  const { internetGatewayId } = gateway.internetGateway;
  await aws.call("ec2", "AttachInternetGateway", { InternetGatewayId: internetGatewayId, VpcId: vpcId });
  let third = 0;
  const makeSubnets = async (given: { readonly [zone: string]: string }) => {
    const ids: { [zone: string]: string } = {};
    for (const AvailabilityZone of Object.keys(given)) {
      const CidrBlock = existing.cidr.replace(/^(\d+\.\d+)\..*$/, `$1.${third}.0/24`);
      third += 1;
      const { subnet } = await aws.call("ec2", "CreateSubnet", { VpcId: vpcId, AvailabilityZone, CidrBlock });
      ids[AvailabilityZone] = subnet.subnetId;
    }
    return ids;
  };
  const publicSubnetIds = await makeSubnets(existing.publicSubnetIds);
  const privateSubnetIds = await makeSubnets(existing.privateSubnetIds);
  return { ...existing, vpcId, publicSubnetIds, privateSubnetIds };
}

async function makeZone(aws: Aws, { name, ingress }: Environment): Promise<string> {
  const body = `<?xml version="1.0" encoding="UTF-8"?><CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>${ingress.domainName}</Name><CallerReference>${name}</CallerReference></CreateHostedZoneRequest>`;
  const answer = await aws.rest("route53", "POST", "/2013-04-01/hostedzone", body);
  const id = /<Id>\/hostedzone\/([^<]+)<\/Id>/.exec(answer)?.[1];
  if (id === undefined) throw new Error(`no id in ${answer}`);
  return id;
}

/** The selector of an environment that is deployed: the sandbox's copy of it, where there is one. */
export function selectorIn(selector: string, io: Io): string {
  const copy = join(sandboxSite(io.env, io.project).folder, "environments", `${selector}.ts`);
  return existsSync(copy) ? copy : selector;
}
