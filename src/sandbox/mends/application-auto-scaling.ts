import type { Parameters } from "../protocol/call";
import { jsonAnswer } from "../protocol/errors";
import { otherJson } from "./edit";
import type { Memory } from "./memory";
import type { Mend } from "./mend";

type Tags = { readonly [key: string]: string };
const tags = (memory: Memory) => memory.of<Tags>("scalable target tags");
const keyOf = ({ ServiceNamespace, ResourceId, ScalableDimension }: Parameters): string =>
  [ServiceNamespace, ResourceId, ScalableDimension].join(" ");

export const applicationAutoScaling: readonly Mend[] = [
  {
    service: "application-autoscaling",
    what: "knows no tags of scalable targets",
    why: "the provider reads them after each target that it makes, and tries again without end",
    on: {
      RegisterScalableTarget: {
        response: async (call, answer, { memory, ask }) => {
          const { ServiceNamespace, ResourceId, ScalableDimension, Tags: sent } = call.parameters;
          const asked = { ServiceNamespace, ResourceIds: [ResourceId], ScalableDimension };
          const found = await ask(otherJson(call, "DescribeScalableTargets", asked));
          const [target] = Object(JSON.parse(found.body.toString())).ScalableTargets ?? [];
          const arn: string = target?.ScalableTargetARN;
          memory.of<string>("scalable target").set(keyOf(call.parameters), arn);
          if (sent !== undefined) tags(memory).set(arn, Object(sent));
          return jsonAnswer({ ...JSON.parse(answer.body.toString() || "{}"), ScalableTargetARN: arn });
        },
      },
      DeregisterScalableTarget: {
        response: (call, answer, { memory }) => {
          const arn = memory.of<string>("scalable target").get(keyOf(call.parameters));
          if (arn !== undefined) tags(memory).delete(arn);
          return answer;
        },
      },
      ListTagsForResource: {
        answer: ({ parameters }, { memory }) =>
          jsonAnswer({ Tags: tags(memory).get(String(parameters.ResourceARN)) ?? {} }),
      },
      TagResource: {
        answer: ({ parameters }, { memory }) => {
          const arn = String(parameters.ResourceARN);
          tags(memory).set(arn, { ...tags(memory).get(arn), ...Object(parameters.Tags) });
          return jsonAnswer({});
        },
      },
      UntagResource: {
        answer: ({ parameters }, { memory }) => {
          const arn = String(parameters.ResourceARN);
          const gone = new Set((parameters.TagKeys ?? []) as string[]);
          const kept = Object.entries(tags(memory).get(arn) ?? {}).filter(([key]) => !gone.has(key));
          tags(memory).set(arn, Object.fromEntries(kept));
          return jsonAnswer({});
        },
      },
    },
  },
];
