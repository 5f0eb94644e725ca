const { CfnOutput, RemovalPolicy, Stack } = require("aws-cdk-lib");
const iam = require("aws-cdk-lib/aws-iam");
const kms = require("aws-cdk-lib/aws-kms");
const route53 = require("aws-cdk-lib/aws-route53");
const targets = require("aws-cdk-lib/aws-route53-targets");
const { addCapacity } = require("./capacity");
const { addIngress } = require("./ingress");
const { addNetwork } = require("./network");
const { addService } = require("./service");
const { ACCOUNT, NAME, REGION } = require("./settings");

class PlatformStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, { ...props, terminationProtection: true });
    const key = this.key();
    const vpc = addNetwork(this, key);
    const ingress = addIngress(this, vpc);
    const { cluster, capacityProvider } = addCapacity(this, vpc, key, ingress.loadBalancer);
    for (const service of props.services) addService(this, service, { cluster, capacityProvider, ingress, key });
    this.names(ingress, new Set(props.services.map(({ host }) => host)));
    new CfnOutput(this, "LoadBalancerName", { value: ingress.loadBalancer.loadBalancerName });
    new CfnOutput(this, "ClusterName", { value: cluster.clusterName });
  }

  key() {
    const key = new kms.Key(this, "Key", { alias: NAME, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    const groups = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/${NAME}/*`;
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal(`logs.${REGION}.amazonaws.com`)],
        actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        resources: ["*"],
        conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": groups } },
      }),
    );
    const autoScaling = iam.Role.fromRoleArn(
      this,
      "AutoScalingRole",
      `arn:aws:iam::${ACCOUNT}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
    );
    key.grantEncryptDecrypt(autoScaling);
    key.grant(autoScaling, "kms:CreateGrant");
    return key;
  }

  names({ loadBalancer, zone }, hosts) {
    const target = route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(loadBalancer));
    for (const host of hosts) new route53.ARecord(this, `Name-${host}`, { zone, recordName: host, target });
  }
}

module.exports = { PlatformStack };
