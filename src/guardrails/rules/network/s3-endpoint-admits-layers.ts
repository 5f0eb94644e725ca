import { decodeJson } from "../../../plan/expression/json";
import { endpoints } from "../../../plan/facts/network";
import { statementsOf } from "../../../plan/facts/policies";
import { Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { textOf } from "../../vocabulary/permissions";
import { coversArn, isAbout } from "../../vocabulary/statements";
import { clustersOnInstances } from "../../vocabulary/watched";

/** Where ECR keeps the layers of images: `prod-<region>-starport-layer-bucket`. */
const LAYERS = /prod-[\w-]+-starport-layer-bucket\/\*$/;
const ANY_BUCKET = "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/layer";

/** Of VPCs where ECS runs on instances; a statement with conditions on accounts leaves AWS's own buckets out. */
export const s3EndpointAdmitsLayers: Check = (plan) => {
  if (clustersOnInstances(plan).length === 0) return [];
  return endpoints(plan)
    .filter(({ service, type }) => service === "s3" && type === "Gateway")
    .flatMap(({ endpoint }) => {
      const policy = endpoint.get("policy");
      if (policy === undefined || decodeJson(policy) instanceof Unknown) return [];
      const statements = statementsOf(policy);
      if (statements instanceof Unknown) return [];
      const admits = statements.some(
        (statement) =>
          statement.effect === "Allow" &&
          statement.conditions.length === 0 &&
          isAbout(statement, "s3:GetObject") &&
          statement.resources.map(textOf).some((one) => LAYERS.test(one) || coversArn(one, ANY_BUCKET)),
      );
      return [judge(endpoint.address, admits, "its policy doesn't let s3:GetObject on ECR's bucket of layers pass")];
    });
};
