const { Duration, Stack } = require("aws-cdk-lib");
const dynamodb = require("aws-cdk-lib/aws-dynamodb");
const kms = require("aws-cdk-lib/aws-kms");
const s3 = require("aws-cdk-lib/aws-s3");
const { NAME, expiring, privateBucket } = require("./settings");

/** Terraform's state has no place in CDK; a like number of like resources has. */
class StateStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    const encryptionKey = new kms.Key(this, "Key", { alias: `${NAME}-state`, enableKeyRotation: true });
    new s3.Bucket(this, "Bucket", {
      ...privateBucket,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90), noncurrentVersionsToRetain: 100 }],
      serverAccessLogsBucket: new s3.Bucket(this, "AccessLogs", { ...privateBucket, ...expiring }),
      serverAccessLogsPrefix: "state/",
    });
    new dynamodb.Table(this, "Locks", {
      partitionKey: { name: "LockID", type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryptionKey,
      deletionProtection: true,
    });
  }
}

module.exports = { StateStack };
