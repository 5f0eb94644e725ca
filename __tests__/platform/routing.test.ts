import type { EnvironmentInput } from "../../src/environments/schema";
import { existingNetwork, service } from "../support/edge";
import { platform } from "../support/platform";
import { resource } from "../support/stack";

type Fields = Partial<EnvironmentInput["services"][number]>;

function targetGroup(fields: Fields = {}, environment: Partial<EnvironmentInput> = {}) {
  const stack = platform({ ...environment, services: [service({ name: "web", ...fields })] });
  return resource(stack, "aws_lb_target_group.web");
}

describe("a service's target group", () => {
  test("has instances with their dynamic ports for targets in bridge mode, tasks' addresses in awsvpc mode", () => {
    expect(targetGroup({ networkMode: "bridge" })).toMatchObject({ target_type: "instance", port: 80 });
    expect(targetGroup({ networkMode: "awsvpc", containerPort: 9090 })).toMatchObject({
      target_type: "ip",
      port: 9090,
    });
  });

  test("asks for health as the service says", () => {
    const healthCheck = { path: "/health", intervalSeconds: 20, timeoutSeconds: 3, unhealthyThreshold: 4 };
    expect(targetGroup({ healthCheck }).health_check).toMatchObject({
      path: "/health",
      interval: 20,
      timeout: 3,
      unhealthy_threshold: 4,
      matcher: "200",
    });
  });

  test("lets connections end, binds no client to a task, and asks the idlest", () => {
    expect(targetGroup({ deregistrationDelaySeconds: 20 })).toMatchObject({
      deregistration_delay: "20",
      stickiness: { enabled: false },
      load_balancing_algorithm_type: "least_outstanding_requests",
    });
  });

  test("has another name where it would be replaced, and is replaced by one that stands already", () => {
    const names = [
      targetGroup(),
      targetGroup({ networkMode: "awsvpc" }),
      targetGroup({ networkMode: "awsvpc", containerPort: 80 }),
      targetGroup({ networkMode: "awsvpc", containerPort: 9090 }),
      targetGroup({}, { network: existingNetwork }),
    ].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^production-web-[0-9a-f]{4}$/);
    expect(targetGroup().lifecycle).toMatchObject({ create_before_destroy: true });
  });

  test("keeps its name whatever else of the service changes", () => {
    const changed = targetGroup({ containerPort: 9090, healthCheck: { path: "/" }, deregistrationDelaySeconds: 5 });
    expect(changed.name).toBe(targetGroup().name);
  });
});

test("a listener rule leads a service's host and paths to its targets, in its priority", () => {
  const routing = { host: "www.production.example.com", paths: ["/api/*", "/v2/*"], priority: 7 };
  const stack = platform({ services: [service({ name: "web", routing })] });
  expect(resource(stack, "aws_lb_listener_rule.web")).toMatchObject({
    listener_arn: "${aws_lb_listener.ingress_https.arn}",
    priority: 7,
    condition: [
      { host_header: { values: ["www.production.example.com"] } },
      { path_pattern: { values: ["/api/*", "/v2/*"] } },
    ],
    action: [{ type: "forward", target_group_arn: "${aws_lb_target_group.web.arn}" }],
  });
});
