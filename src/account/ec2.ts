import {
  DescribeLaunchTemplateVersionsCommand,
  EC2Client,
  type Instance,
  type LaunchTemplate,
  paginateDescribeInstances,
  paginateDescribeLaunchTemplates,
  paginateDescribeSecurityGroups,
  type ResponseLaunchTemplateData,
  type SecurityGroup,
} from "@aws-sdk/client-ec2";
import { allOf } from "../aws/answers";
import type { Connection } from "../aws/connection";
import { type Existing, present, tagsOf } from "./existing";

/** Launch templates, security groups, and instances that run. */
export async function ec2Resources(connection: Connection): Promise<readonly Existing[]> {
  const client = new EC2Client(connection);
  const found: Existing[] = [];
  const templates = await allOf(paginateDescribeLaunchTemplates({ client }, {}), (page) => page.LaunchTemplates);
  for (const template of templates) found.push(templateOf(template, await dataOf(client, template)));
  const groups = await allOf(paginateDescribeSecurityGroups({ client }, {}), (page) => page.SecurityGroups);
  const reservations = await allOf(paginateDescribeInstances({ client }, {}), (page) => page.Reservations);
  const instances = reservations
    .flatMap(({ Instances = [] }) => Instances)
    .filter(({ State }) => State?.Name !== "terminated");
  return [...found, ...groups.map(securityGroupOf), ...instances.map(instanceOf)];
}

async function dataOf(client: EC2Client, template: LaunchTemplate): Promise<ResponseLaunchTemplateData> {
  const command = new DescribeLaunchTemplateVersionsCommand({
    LaunchTemplateId: template.LaunchTemplateId,
    Versions: ["$Latest"],
  });
  return (await client.send(command)).LaunchTemplateVersions?.[0]?.LaunchTemplateData ?? {};
}

function templateOf(template: LaunchTemplate, data: ResponseLaunchTemplateData): Existing {
  const { LaunchTemplateId: id = "", LaunchTemplateName: name = "", Tags } = template;
  const groups = (data.NetworkInterfaces ?? []).flatMap(({ Groups = [] }) => Groups);
  return {
    type: "aws_launch_template",
    id,
    arn: undefined,
    name,
    attributes: { name },
    uses: [...(data.SecurityGroupIds ?? []), ...groups, ...present(data.IamInstanceProfile?.Name)],
    tags: tagsOf(Tags),
  };
}

function securityGroupOf(group: SecurityGroup): Existing {
  const { GroupId: id = "", GroupName: name = "", VpcId = "", IpPermissions = [], Tags } = group;
  const sources = IpPermissions.flatMap(({ UserIdGroupPairs = [] }) => UserIdGroupPairs.map(({ GroupId }) => GroupId));
  return {
    type: "aws_security_group",
    id,
    arn: undefined,
    name,
    attributes: { name, vpc_id: VpcId },
    uses: present(VpcId, ...sources).filter((used) => used !== id),
    tags: tagsOf(Tags),
    // Every VPC has one that can't be deleted.
    ...(name === "default" ? { madeBy: "the VPC" } : {}),
  };
}

function instanceOf({ InstanceId: id = "", VpcId = "", SubnetId = "", SecurityGroups = [], Tags }: Instance): Existing {
  const tags = tagsOf(Tags);
  const group = tags["aws:autoscaling:groupName"];
  return {
    type: "aws_instance",
    id,
    arn: undefined,
    name: tags.Name ?? id,
    attributes: { vpc_id: VpcId },
    uses: present(VpcId, SubnetId, group, ...SecurityGroups.map(({ GroupId }) => GroupId)),
    tags,
    ...(group === undefined ? {} : { madeBy: `the Auto Scaling group ${group}` }),
  };
}
