const ec2 = require("aws-cdk-lib/aws-ec2");
const logs = require("aws-cdk-lib/aws-logs");
const { NAME, logging, ofThisAccount } = require("./settings");

/** A VPC over three zones, with a NAT gateway each, endpoints and flow logs. */
function addNetwork(stack, key) {
  const vpc = new ec2.Vpc(stack, "Vpc", {
    ipAddresses: ec2.IpAddresses.cidr("10.20.0.0/16"),
    maxAzs: 3,
    natGateways: 3,
    restrictDefaultSecurityGroup: false,
    subnetConfiguration: [
      { name: "public", subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false, cidrMask: 24 },
      { name: "private", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
    ],
    flowLogs: {
      all: {
        destination: ec2.FlowLogDestination.toCloudWatchLogs(
          new logs.LogGroup(stack, "FlowLogs", { logGroupName: `/${NAME}/flow-logs`, ...logging(key) }),
        ),
      },
    },
  });
  const s3Endpoint = vpc.addGatewayEndpoint("S3", { service: ec2.GatewayVpcEndpointAwsService.S3 });
  s3Endpoint.addToPolicy(ofThisAccount());
  const services = ec2.InterfaceVpcEndpointAwsService;
  const endpoints = {
    Ssm: services.SSM,
    SsmMessages: services.SSM_MESSAGES,
    SecretsManager: services.SECRETS_MANAGER,
    Kms: services.KMS,
    Logs: services.CLOUDWATCH_LOGS,
    EcrApi: services.ECR,
    EcrDocker: services.ECR_DOCKER,
  };
  const securityGroup = new ec2.SecurityGroup(stack, "EndpointsGroup", { vpc, allowAllOutbound: false });
  securityGroup.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(443));
  for (const [id, service] of Object.entries(endpoints)) {
    const endpoint = vpc.addInterfaceEndpoint(id, { service, securityGroups: [securityGroup], open: false });
    endpoint.addToPolicy(ofThisAccount());
  }
  return vpc;
}

module.exports = { addNetwork };
