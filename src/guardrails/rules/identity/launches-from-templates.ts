import type { Check } from "../../rule";
import { judgePermissions, textOf } from "../../vocabulary/permissions";
import { conditionsOn, isAbout, isNarrow } from "../../vocabulary/statements";

/** The template that it is launched from, or the marks and owner of what is used or made. */
const NARROWING = /^(ec2:(LaunchTemplate|ResourceTag\/.+)|aws:(Request|Resource)Tag\/.+)$/i;

/** Of what is named by a wildcard: a subnet that is named by its id is narrow enough. */
export const launchesFromTemplates: Check = (plan) =>
  judgePermissions(plan, (statement) => {
    const any = statement.resources.map(textOf).filter((resource) => resource.includes("*"));
    return any.length > 0 &&
      isAbout(statement, "ec2:RunInstances") &&
      !conditionsOn(statement, NARROWING).some(isNarrow)
      ? [`ec2:RunInstances on ${any.join(", ")} from any template, or from none`]
      : [];
  });
