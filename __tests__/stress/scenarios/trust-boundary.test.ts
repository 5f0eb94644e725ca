import { readdirSync } from "node:fs";
import { readPlan, readPlanFile } from "../../../src/plan/read";
import { platformFacts } from "../../../src/stress/model/platform";
import { trustBoundary } from "../../../src/stress/scenarios/trust-boundary";
import { measuredOf, resultOf, verdictsOf } from "../../support/claims";
import { synthesized } from "../../support/synthesized";

type Resources = { readonly [type: string]: { readonly [name: string]: { [attribute: string]: unknown } } };

/** What is said of production with something edited. */
function edited(edit: (resources: Resources) => void) {
  const document = structuredClone(synthesized("production").get("production-platform"));
  edit(document?.resource as unknown as Resources);
  return resultOf(trustBoundary, readPlan(document));
}

/** The blocks of a list. */
const listed = (blocks: unknown): readonly object[] => (Array.isArray(blocks) ? blocks : []);

const result = edited(() => {});

test("production: in by the load balancer alone, out of reach of the instances, and unencrypted behind the load balancer", () => {
  expect(verdictsOf(result)).toEqual({
    "only-by-load-balancer": true,
    "no-public-address": true,
    "ports-in-use": true,
    "tls-from-users": true,
    "encrypted-end-to-end": false,
    "containers-are-execution-role": false,
    "secrets-for-their-own": true,
    "instance-out-of-reach": true,
    "secrets-stay-inside": true,
  });
});

test("the report lists the paths, who each container is and who reads each secret", () => {
  const told = result.timeline[0]?.events.map(({ kind, subject, detail }) => `${kind} ${subject}: ${detail}`);
  expect(told).toEqual(
    expect.arrayContaining([
      "path aws_security_group.load_balancer: to aws_security_group.compute, tcp 32768-60999",
      "path aws_lb_listener.ingress_https: encrypted in, unencrypted on to aws_lb_target_group.web",
      "identity web: its containers are aws_iam_role.web_task, its agent aws_iam_role.web_execution",
      "readers arn:aws:ssm:us-east-1:000000000000:parameter/production/web/database-url: aws_iam_role.web_execution",
    ]),
  );
});

test.each<[string, string, (resources: Resources) => void]>([
  [
    "a rule for the internet",
    "only-by-load-balancer",
    ({ aws_security_group }) => {
      for (const one of listed(aws_security_group?.compute?.ingress))
        Object.assign(one, { cidr_blocks: ["0.0.0.0/0"], security_groups: null });
    },
  ],
  [
    "public addresses",
    "no-public-address",
    ({ aws_launch_template }) => {
      for (const one of listed(aws_launch_template?.capacity?.network_interfaces))
        Object.assign(one, { associate_public_ip_address: "true" });
    },
  ],
  [
    "a port that nobody listens on",
    "ports-in-use",
    ({ aws_security_group }) => {
      for (const one of listed(aws_security_group?.api?.ingress)) Object.assign(one, { from_port: 22, to_port: 22 });
    },
  ],
  [
    "a listener without TLS",
    "tls-from-users",
    ({ aws_lb_listener }) => {
      Object.assign(aws_lb_listener?.ingress_https ?? {}, { protocol: "HTTP" });
    },
  ],
  [
    "a role that reads every parameter",
    "secrets-for-their-own",
    ({ aws_iam_role_policy }) => {
      const Statement = [{ Effect: "Allow", Action: "ssm:Get*", Resource: "*" }];
      Object.assign(aws_iam_role_policy?.drain_guard_trigger ?? {}, { policy: JSON.stringify({ Statement }) });
    },
  ],
  [
    "two hops",
    "instance-out-of-reach",
    ({ aws_launch_template }) => {
      Object.assign(aws_launch_template?.capacity?.metadata_options ?? {}, { http_put_response_hop_limit: 2 });
    },
  ],
])("with %s, %s doesn't hold", (_, claim, edit) => {
  const verdict = verdictsOf(
    edited((resources) => {
      // One that isn't in the plan would leave it open what a role may do.
      for (const role of Object.values(resources.aws_iam_role ?? {})) delete role.permissions_boundary;
      edit(resources);
    }),
  );
  expect(verdict[claim]).toBe(false);
});

test("HTTPS to the targets is encryption end to end", () => {
  const encrypted = edited(({ aws_lb_target_group }) => {
    for (const group of Object.values(aws_lb_target_group ?? {})) group.protocol = "HTTPS";
  });
  expect(measuredOf(encrypted, "encrypted-end-to-end")).toBe(0);
});

test("what isn't known is left open, in foreign plans too", () => {
  const open = edited(({ aws_iam_role_policy }) => {
    Object.assign(aws_iam_role_policy?.drain_guard_trigger ?? {}, {
      policy: "${data.aws_iam_policy_document.found.json}",
    });
  });
  expect(verdictsOf(open)["secrets-for-their-own"]).toBeUndefined();
  for (const name of readdirSync("__tests__/guardrails/foreign").filter((one) => one !== "modules")) {
    const facts = platformFacts(readPlanFile(`__tests__/guardrails/foreign/${name}/plan.json`));
    if (facts.services.length > 0) expect(() => resultOf(trustBoundary, facts)).not.toThrow();
  }
});
