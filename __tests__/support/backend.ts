import type { TerraformDocument, TerraformJson } from "./terraform-json";

const STACK = "production-platform";

/** Gives `production-platform` the backend that it has in `aws` mode, but for these settings; `null`: not set. */
export function s3Backend(json: TerraformJson, settings: { readonly [name: string]: null | boolean | string }): void {
  setBackend(json, {
    s3: {
      bucket: "production-state",
      key: `${STACK}/terraform.tfstate`,
      region: "us-east-1",
      dynamodb_table: "production-locks",
      use_lockfile: true,
      encrypt: true,
      kms_key_id: "arn:aws:kms:us-east-1:000000000000:key/00000000-0000-4000-8000-000000000000",
      allowed_account_ids: ["000000000000"],
      assume_role: { role_arn: "arn:aws:iam::000000000000:role/deploy" },
      ...settings,
    },
  });
}

/** Gives `production-platform` that backend. */
export function setBackend(json: TerraformJson, backend: TerraformDocument[string]): void {
  json.editDocument(STACK, (document) => {
    document.terraform = { ...Object(document.terraform), backend };
  });
}

/** Lets a stack's provider reach AWS, as in `aws` mode, but for these settings; `null`: not set. */
export function reachAws(json: TerraformJson, stack = STACK, settings: TerraformDocument[string] = {}): void {
  json.editDocument(stack, (document) => {
    document.provider = {
      aws: [
        {
          region: "us-east-1",
          allowed_account_ids: ["000000000000"],
          assume_role: [{ role_arn: "arn:aws:iam::000000000000:role/deploy" }],
          ...Object(settings),
        },
      ],
    };
  });
}
