/** What the parts of the platform have in common. */
const { Duration, RemovalPolicy } = require("aws-cdk-lib");
const iam = require("aws-cdk-lib/aws-iam");
const logs = require("aws-cdk-lib/aws-logs");
const s3 = require("aws-cdk-lib/aws-s3");

const ACCOUNT = "000000000000";
const REGION = "us-east-1";
const NAME = "production";
const DOMAIN = "production.example.com";

const privateBucket = {
  versioned: true,
  enforceSSL: true,
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  encryption: s3.BucketEncryption.S3_MANAGED,
  removalPolicy: RemovalPolicy.RETAIN,
};
const expiring = {
  lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
};
const logging = (encryptionKey) => ({ encryptionKey, retention: logs.RetentionDays.ONE_YEAR });
const ofThisAccount = () =>
  new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ["*"],
    resources: ["*"],
    conditions: { StringEquals: { "aws:PrincipalAccount": ACCOUNT } },
  });

module.exports = { ACCOUNT, DOMAIN, NAME, REGION, expiring, logging, ofThisAccount, privateBucket };
