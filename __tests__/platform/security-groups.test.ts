import type { EnvironmentInput } from "../../src/environments/schema";
import { SecurityGroups } from "../../src/platform/security-groups";
import { existingNetwork, network, service } from "../support/edge";
import { addresses, environmentWith, type JsonObject, resource, synthesizeStack } from "../support/stack";

const ANY = "0.0.0.0/0";
const LOAD_BALANCER = ["${aws_security_group.load_balancer.id}"];

function groups(fields: Partial<EnvironmentInput> = {}) {
  const environment = environmentWith(fields);
  return synthesizeStack((stack) => {
    new SecurityGroups(stack, "SecurityGroups", { environment, network: network(stack, environment) });
  }, environment);
}

/** The rules of a group as `ports source`, e.g. `443 0.0.0.0/0`. */
function rules(stack: ReturnType<typeof groups>, name: string, direction: "ingress" | "egress"): string[] {
  const list = resource(stack, `aws_security_group.${name}`)[direction];
  return (list as readonly JsonObject[]).map(({ from_port, to_port, cidr_blocks, security_groups, protocol }) => {
    expect(protocol).toBe("tcp");
    const ports = from_port === to_port ? `${from_port}` : `${from_port}-${to_port}`;
    return `${ports} ${[cidr_blocks ?? [], security_groups ?? []].flat().join(" ")}`;
  });
}

describe("SecurityGroups", () => {
  const stack = groups();

  test("chain the internet, the load balancer, compute and tasks, and the endpoints", () => {
    expect(addresses(stack, "aws_security_group")).toEqual([
      "aws_security_group.api",
      "aws_security_group.compute",
      "aws_security_group.endpoints",
      "aws_security_group.load_balancer",
    ]);
    expect(rules(stack, "load_balancer", "ingress")).toEqual([`443 ${ANY}`, `80 ${ANY}`]);
    expect(rules(stack, "compute", "ingress")).toEqual([`32768-60999 ${LOAD_BALANCER}`]);
    expect(rules(stack, "api", "ingress")).toEqual([`9090 ${LOAD_BALANCER}`]);
    expect(rules(stack, "endpoints", "ingress")).toEqual([
      "443 ${aws_security_group.compute.id} ${aws_security_group.api.id}",
    ]);
  });

  test("let the load balancer out to targets in the private subnets alone", () => {
    const subnets = "10.20.0.0/19 10.20.32.0/19 10.20.64.0/19";
    expect(rules(stack, "load_balancer", "egress")).toEqual([`32768-60999 ${subnets}`, `9090 ${subnets}`]);
  });

  test("let compute and tasks out to HTTPS and to what the environment names", () => {
    for (const name of ["compute", "api"]) {
      expect(rules(stack, name, "egress")).toEqual([`443 ${ANY}`, "5432 10.30.0.0/16"]);
    }
  });

  test("let nothing out of the endpoints, in so many words, so that a rule added by hand shows", () => {
    expect(resource(stack, "aws_security_group.endpoints").egress).toEqual([]);
  });

  test("admit the addresses that the environment allows, and no others", () => {
    const allowed = groups({ ingress: { domainName: "example.com", allowedCidrs: ["192.0.2.0/24"] } });
    expect(rules(allowed, "load_balancer", "ingress")).toEqual(["443 192.0.2.0/24", "80 192.0.2.0/24"]);
  });

  test("open no dynamic ports without a service in bridge mode", () => {
    const awsvpc = groups({ services: [service({ name: "api", networkMode: "awsvpc", containerPort: 9090 })] });
    expect(resource(awsvpc, "aws_security_group.compute").ingress).toEqual([]);
    expect(rules(awsvpc, "load_balancer", "egress")).toEqual(["9090 10.20.0.0/19 10.20.32.0/19 10.20.64.0/19"]);
  });

  test("let the load balancer out once to a port that several services share", () => {
    const two = groups({
      services: ["one", "two"].map((name) => service({ name, networkMode: "awsvpc", containerPort: 9090 })),
    });
    expect(rules(two, "load_balancer", "egress")).toHaveLength(1);
    expect(rules(two, "two", "ingress")).toEqual([`9090 ${LOAD_BALANCER}`]);
  });

  test("know an existing VPC by its whole range, and leave its endpoints to its owner", () => {
    const existing = groups({ network: existingNetwork });
    expect(rules(existing, "load_balancer", "egress")).toEqual(["32768-60999 10.40.0.0/16", "9090 10.40.0.0/16"]);
    expect(addresses(existing)).not.toContain("aws_security_group.endpoints");
  });

  test("survive a replacement while they are in use", () => {
    for (const address of addresses(stack, "aws_security_group")) {
      const group = resource(stack, address);
      expect(group.lifecycle).toEqual({ create_before_destroy: true });
      expect(group.name_prefix).toMatch(/^production-[a-z-]+-$/);
    }
  });

  test("say what each group and each rule is for", () => {
    for (const address of addresses(stack, "aws_security_group")) {
      const { description, ingress, egress } = resource(stack, address);
      expect(description).toMatch(/\w/);
      for (const rule of [ingress, egress].flat() as JsonObject[]) expect(rule.description).toMatch(/\w/);
    }
  });

  test("have no group for the tasks of a service in bridge mode", () => {
    const environment = environmentWith();
    synthesizeStack((scope) => {
      const built = new SecurityGroups(scope, "SecurityGroups", { environment, network: network(scope, environment) });
      expect(built.task("api").node.id).toBe("api");
      expect(() => built.task("web")).toThrow("web has no security group: it isn't a service in awsvpc mode");
    }, environment);
  });
});
