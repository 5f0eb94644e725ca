import type { EnvironmentInput } from "./schema";

/** Three zones, two services, everything protected. Ids, ARNs and domains are dummies: replace them with yours. */
const production: EnvironmentInput = {
  name: "production",
  region: "us-east-1",
  network: {
    create: {
      cidr: "10.20.0.0/16",
      availabilityZones: ["us-east-1a", "us-east-1b", "us-east-1c"],
      interfaceEndpoints: ["ssm", "ssmmessages", "secretsmanager", "kms", "logs", "ecr.api", "ecr.dkr"],
    },
    egress: [{ description: "PostgreSQL", port: 5432, cidr: "10.30.0.0/16" }],
  },
  ingress: {
    domainName: "production.example.com",
  },
  capacity: {
    instanceTypes: ["m6i.large", "m6a.large", "m5.large", "m5a.large", "m7i.large"],
    onDemandBase: 3,
    minInstances: 3,
    maxInstances: 18,
  },
  services: [
    {
      name: "web",
      networkMode: "bridge",
      image: "000000000000.dkr.ecr.us-east-1.amazonaws.com/web",
      imageTag: "1.0.0",
      cpuUnits: 512,
      memoryMiB: 1024,
      containerPort: 8080,
      desiredTasks: 6,
      scaling: {
        minTasks: 6,
        maxTasks: 24,
        schedules: [
          { name: "night", schedule: "cron(0 22 * * ? *)", timezone: "America/New_York", minTasks: 3, maxTasks: 24 },
          { name: "morning", schedule: "cron(0 6 * * ? *)", timezone: "America/New_York", minTasks: 6, maxTasks: 24 },
        ],
      },
      routing: { host: "www.production.example.com", priority: 200 },
      environment: { LOG_LEVEL: "info" },
      secrets: {
        DATABASE_URL: "arn:aws:ssm:us-east-1:000000000000:parameter/production/web/database-url",
        SESSION_KEY: "arn:aws:secretsmanager:us-east-1:000000000000:secret:production/web/session-key-AbCdEf",
      },
    },
    {
      name: "api",
      networkMode: "awsvpc",
      image: "000000000000.dkr.ecr.us-east-1.amazonaws.com/api",
      imageTag: "1.0.0",
      cpuUnits: 512,
      memoryMiB: 1024,
      containerPort: 9090,
      desiredTasks: 3,
      scaling: { minTasks: 3, maxTasks: 9 },
      routing: { host: "www.production.example.com", paths: ["/api/*"], priority: 100 },
      secrets: {
        DATABASE_URL: "arn:aws:ssm:us-east-1:000000000000:parameter/production/api/database-url",
      },
    },
  ],
};

export default production;
