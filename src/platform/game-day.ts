import { FisExperimentTemplate } from "@cdktf/provider-aws/lib/fis-experiment-template";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { type Experiment, experimentsOf } from "./game-day/experiments";
import { gameDayStatements } from "./game-day/permissions";
import { Identity } from "./identity";
import { standardTags } from "./tags";

/**
 * AWS FIS experiments of what the stress suite simulates, and the role that runs them. Nothing happens by itself: a person starts an
 * experiment. Each ends as soon as users see errors.
 */
export class GameDay extends Construct {
  constructor(scope: Construct, id: string, { environment }: { readonly environment: Environment }) {
    super(scope, id);
    const { name, region, accountId } = environment;
    const { role } = new Identity(this, "Role", {
      environment,
      name: `${name}-game-day`,
      description: `Experiments on ${name}, and on nothing else`,
      service: "fis.amazonaws.com",
      trustCondition: {
        StringEquals: { "aws:SourceAccount": accountId },
        ArnLike: { "aws:SourceArn": `arn:aws:fis:${region}:${accountId}:experiment/*` },
      },
      // An administrator makes it: the boundary of the platform's roles has no room for what breaks the platform.
      isBounded: false,
      statements: gameDayStatements(environment),
    });
    for (const experiment of experimentsOf(environment)) {
      new FisExperimentTemplate(this, experiment.id, {
        description: experiment.title,
        roleArn: role.arn,
        // By their names: the alarms are in the platform's stack, which stands before this one.
        stopCondition: stopAlarms(environment).map((alarm) => ({
          source: "aws:cloudwatch:alarm",
          value: `arn:aws:cloudwatch:${region}:${accountId}:alarm:${alarm}`,
        })),
        ...blocks(experiment, environment),
        experimentOptions: { accountTargeting: "single-account", emptyTargetResolutionMode: "fail" },
        tags: { ...standardTags(environment), Name: `${name}-${experiment.id}` },
      });
    }
  }
}

/** Metric alarms of the platform on what users see; a composite one FIS's documents don't name. */
function stopAlarms({ name, services }: Environment): readonly string[] {
  return [`${name}-requests-fail`, ...services.map((service) => `${name}-${service.name}-server-errors`)];
}

function blocks({ actions }: Experiment, environment: Environment) {
  const named = actions.map((action, index) => ({
    ...action,
    name: `action-${index + 1}`,
    reached: `target-${index + 1}`,
  }));
  return {
    action: named.map(({ id, key, name, reached, parameters = {} }) => ({
      name,
      actionId: id,
      target: { key, value: reached },
      parameter: Object.entries(parameters).map(([parameter, value]) => ({ key: parameter, value })),
    })),
    target: named.map(({ reached, target: { type, selectionMode = "ALL", filters = {}, parameters } }) => ({
      name: reached,
      resourceType: type,
      selectionMode,
      // Only what is marked as the environment's.
      resourceTag: [
        { key: "Environment", value: environment.name },
        { key: "ManagedBy", value: "ballast" },
      ],
      filter: Object.entries(filters).map(([path, value]) => ({ path, values: [value] })),
      ...(parameters === undefined ? {} : { parameters }),
    })),
  };
}
