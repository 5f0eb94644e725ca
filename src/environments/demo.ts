import type { EnvironmentInput } from "./schema";

/** To try things out: protection against deletion is off, one command destroys it. */
const demo: EnvironmentInput = {
  name: "demo",
  region: "us-east-1",
  disposable: true,
  network: {
    create: {
      cidr: "10.60.0.0/16",
      availabilityZones: ["us-east-1a", "us-east-1b"],
    },
  },
  ingress: {
    domainName: "demo.example.com",
  },
  capacity: {
    instanceTypes: ["t3.large", "t3a.large", "m5.large", "m5a.large"],
    minInstances: 2,
    maxInstances: 4,
  },
  services: [
    {
      name: "web",
      networkMode: "bridge",
      image: "public.ecr.aws/nginx/nginx-unprivileged",
      imageTag: "1.27-alpine",
      cpuUnits: 256,
      memoryMiB: 256,
      containerPort: 8080,
      user: "101:101",
      desiredTasks: 2,
      scaling: { minTasks: 2, maxTasks: 4 },
      routing: { host: "www.demo.example.com", priority: 100 },
      healthCheck: { path: "/" },
      secrets: {
        GREETING: "arn:aws:ssm:us-east-1:000000000000:parameter/demo/web/greeting",
      },
    },
  ],
};

export default demo;
