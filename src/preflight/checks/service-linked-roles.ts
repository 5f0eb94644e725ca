import { type Check, problem, type Subject } from "../check";
import { hasSpot } from "../needs";

/**
 * Whose roles are needed. Each is made by its service at first use, but for a caller who may not make it, as Terraform's
 * role may not, that fails; and ECS's is often too late for the first service. Auto Scaling's is the environment's own,
 * which Terraform makes.
 */
const servicesOf = ({ plans }: Subject): readonly string[] => [
  "ecs.amazonaws.com",
  "ecs.application-autoscaling.amazonaws.com",
  "elasticloadbalancing.amazonaws.com",
  ...(hasSpot(plans) ? ["spot.amazonaws.com"] : []),
];

export const serviceLinkedRoles: Check = {
  id: "service-linked-roles",
  title: "The roles by which AWS's services act for the account are there",
  run: async (subject) => {
    const services = servicesOf(subject);
    const areThere = await Promise.all(services.map(subject.account.hasServiceLinkedRole));
    return services
      .filter((_, index) => !areThere[index])
      .map((service) =>
        problem(
          service,
          "has no service-linked role, and Terraform's role may not make it",
          `aws iam create-service-linked-role --aws-service-name ${service}`,
        ),
      );
  },
};
