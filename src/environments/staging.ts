import type { EnvironmentInput } from "./schema";

/** The same platform in a VPC that is there already, smaller. Ids, ARNs and domains are dummies. */
const staging: EnvironmentInput = {
  name: "staging",
  region: "us-east-1",
  network: {
    existing: {
      vpcId: "vpc-00000000000000000",
      cidr: "10.40.0.0/16",
      publicSubnetIds: {
        "us-east-1a": "subnet-0000000000000000a",
        "us-east-1b": "subnet-0000000000000000b",
      },
      privateSubnetIds: {
        "us-east-1a": "subnet-0000000000000001a",
        "us-east-1b": "subnet-0000000000000001b",
      },
    },
  },
  ingress: {
    domainName: "staging.example.com",
    hostedZoneId: "Z00000000000000DUMMY",
  },
  capacity: {
    instanceTypes: ["t3.large", "t3a.large", "m5.large", "m5a.large"],
    minInstances: 2,
    maxInstances: 6,
  },
  services: [
    {
      name: "web",
      networkMode: "bridge",
      image: "000000000000.dkr.ecr.us-east-1.amazonaws.com/web",
      imageTag: "1.0.0",
      cpuUnits: 256,
      memoryMiB: 512,
      containerPort: 8080,
      desiredTasks: 2,
      scaling: { minTasks: 2, maxTasks: 6 },
      routing: { host: "www.staging.example.com", priority: 100 },
      secrets: {
        DATABASE_URL: "arn:aws:ssm:us-east-1:000000000000:parameter/staging/web/database-url",
      },
    },
  ],
};

export default staging;
