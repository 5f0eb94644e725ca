import type { Account } from "../account";
import { type Check, problem, type Said } from "../check";
import { type Needs, needsOf } from "../needs";

/** A quota, what of it is needed and what others use. Codes: Service Quotas' console, "AWS default quota value". */
interface Row {
  readonly subject: string;
  readonly service: string;
  readonly code: string;
  readonly needed: number;
  readonly used: number;
}

export const quotas: Check = {
  id: "quotas",
  title: "The quotas hold what the environment may grow to",
  run: async ({ environment, plans, account }) => {
    const rows = await rowsOf(needsOf(plans, environment), account);
    const said = rows.filter(({ needed }) => needed > 0).map((row) => about(row, account));
    return (await Promise.all(said)).flat();
  },
};

async function rowsOf(needs: Needs, { usage }: Account): Promise<readonly Row[]> {
  const [vcpus, elasticIps, gateways, networkInterfaces, vpcs, loadBalancers] = await Promise.all([
    usage.vcpus(),
    usage.elasticIps(),
    usage.natGateways(),
    usage.networkInterfaces(),
    usage.vpcs(),
    usage.loadBalancers(),
  ]);
  const row = (subject: string, service: string, code: string, needed: number, used: number): Row => ({
    subject,
    service,
    code,
    needed,
    used,
  });
  return [
    row("vCPUs On-Demand, standard families", "ec2", "L-1216C47A", needs.onDemandVcpus, vcpus.onDemand),
    row("vCPUs on Spot, standard families", "ec2", "L-34B43A08", needs.spotVcpus, vcpus.spot),
    row("Elastic IP addresses", "ec2", "L-0263D0A3", needs.elasticIps, elasticIps),
    ...[...needs.natGateways].map(([zone, needed]) =>
      row(`NAT gateways in ${zone}`, "vpc", "L-FE5A380F", needed, gateways.get(zone) ?? 0),
    ),
    row("Network interfaces", "vpc", "L-DF5E4CA3", needs.networkInterfaces, networkInterfaces),
    row("VPCs", "vpc", "L-F678F1CE", needs.vpcs, vpcs),
    row("Application Load Balancers", "elasticloadbalancing", "L-53DA6B97", needs.loadBalancers, loadBalancers),
  ];
}

async function about({ subject, service, code, needed, used }: Row, account: Account): Promise<readonly Said[]> {
  const allowed = await account.quota(service, code);
  if (needed + used <= allowed) return [];
  const others = used === 0 ? "" : ` and others use ${used}`;
  const fix = `aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${code} --desired-value ${needed + used}`;
  return [problem(subject, `the quota is ${allowed}, the environment may need ${needed}${others}`, fix)];
}
