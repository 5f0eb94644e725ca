import { z } from "zod";

/**
 * What AWS can't change of a resource that stays, by Terraform's type: where it was made by others, it keeps theirs. A
 * launch template's, a group's or a balancer's other settings are the environment's, as ever.
 */
export const KEPT_ATTRIBUTES: { readonly [type: string]: readonly string[] } = {
  aws_autoscaling_group: ["name"],
  aws_ecs_capacity_provider: ["name"],
  aws_ecs_cluster: ["name"],
  aws_ecs_service: ["name"],
  aws_launch_template: ["name"],
  aws_lb: ["name"],
  aws_lb_target_group: ["name", "port"],
  aws_security_group: ["name", "description"],
};

/**
 * By Terraform's address, what a resource is called that was there before Ballast: `{ "aws_lb.ingress": { name: "shop" } }`.
 * `npm run adopt -- ENVIRONMENT --keep` writes it.
 */
export const adopted = z.record(
  z.string().regex(/^aws_[a-z0-9_]+\.[A-Za-z_][\w-]*$/, "an address of Terraform's, such as aws_lb.ingress"),
  z.record(z.string(), z.union([z.string().min(1).max(255), z.int().min(1).max(65535)])),
);
