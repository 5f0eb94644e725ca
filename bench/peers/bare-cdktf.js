/**
 * The floor under any CDKTF app: a stack with the AWS provider and nothing else. Run with the project's own `cdktf` and
 * provider, so that the two differ only in what is built on them. Writes to the folder that CDKTF_OUTDIR names.
 */
const { AwsProvider } = require("@cdktf/provider-aws/lib/provider");
const { App, TerraformStack } = require("cdktf");

const app = new App();
const stack = new TerraformStack(app, "bare");
new AwsProvider(stack, "aws", { region: "us-east-1" });
app.synth();
