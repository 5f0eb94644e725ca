/**
 * The platform of `src/environments/production.ts` as one would write it in AWS CDK, with the constructs that it comes
 * with. JavaScript, with submodules imported on their own, so that the peer is not charged for loading TypeScript or
 * what it doesn't use. Reads no account and no network: zones are in the context, images and AMIs are by name.
 *
 * Environment variables: CDK_OUTDIR, the folder to write to; SERVICES, their number (default 2).
 */
const { App, Tags } = require("aws-cdk-lib");
const { PlatformStack } = require("./platform-stack");
const { ACCOUNT, DOMAIN, NAME, REGION } = require("./settings");
const { StateStack } = require("./state-stack");

const ENVIRONMENT = { account: ACCOUNT, region: REGION };

/** Bridge and awsvpc in turns, as `bench/environment.ts` has them. */
const services = Array.from({ length: Number(process.env.SERVICES ?? 2) }, (_, index) => ({
  name: `service-${index + 1}`,
  isAwsvpc: index % 2 === 1,
  containerPort: 8080,
  host: `www.${DOMAIN}`,
  paths: index === 0 ? ["/*"] : [`/service-${index + 1}/*`],
  priority: index === 0 ? 1000 : index,
}));

const app = new App({
  outdir: process.env.CDK_OUTDIR,
  context: {
    [`availability-zones:account=${ACCOUNT}:region=${REGION}`]: ["a", "b", "c"].map((letter) => `${REGION}${letter}`),
    // CloudFormation allows 500 a stack, which is reached at 30 services; the measured growth goes on.
    "@aws-cdk/core:stackResourceLimit": 0,
  },
});
Tags.of(app).add("Environment", NAME);
new StateStack(app, `${NAME}-state`, { env: ENVIRONMENT });
new PlatformStack(app, `${NAME}-platform`, { env: ENVIRONMENT, services });
app.synth();
