import { errorAnswer, jsonAnswer } from "../protocol/errors";
import { otherJson } from "./edit";
import type { Mend } from "./mend";

export const containerInstances: readonly Mend[] = [
  {
    service: "ecs",
    what: "lists all container instances of a cluster, whatever was asked for",
    why: "the drain guard asks for the one of an EC2 instance, and for those that are draining",
    on: {
      ListContainerInstances: {
        response: async (call, answer, { ask }) => {
          const { filter, status, cluster } = call.parameters;
          const { containerInstanceArns } = JSON.parse(answer.body.toString());
          if ((filter === undefined && status === undefined) || containerInstanceArns.length === 0) return answer;
          const [, wanted] = /^ec2InstanceId == (\S+)$/.exec(String(filter ?? "")) ?? [];
          if (filter !== undefined && wanted === undefined) {
            const message = `the sandbox knows no filter but "ec2InstanceId == ID"; got ${filter}`;
            return errorAnswer(call, { status: 400, code: "SandboxNotImplemented", message });
          }
          const about = { cluster, containerInstances: containerInstanceArns };
          const described = await ask(otherJson(call, "DescribeContainerInstances", about));
          const found = JSON.parse(described.body.toString()).containerInstances.filter(
            (one: { readonly status: string; readonly ec2InstanceId: string }) =>
              (status === undefined || one.status === status) && (wanted === undefined || one.ec2InstanceId === wanted),
          );
          return jsonAnswer({
            containerInstanceArns: found.map(
              (one: { readonly containerInstanceArn: string }) => one.containerInstanceArn,
            ),
          });
        },
      },
    },
  },
];
