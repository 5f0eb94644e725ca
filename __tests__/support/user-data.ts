import type { TerraformJson } from "./terraform-json";

/** Edits the script that instances start with. */
export function editUserData(json: TerraformJson, template: string, edit: (script: string) => string): void {
  const script = Buffer.from(String(json.get(template, "user_data")), "base64").toString();
  const edited = edit(script);
  if (edited === script) throw new Error(`${template}: the edit changes nothing in ${script}`);
  json.set(template, "user_data", Buffer.from(edited).toString("base64"));
}

/** Sets a setting of the ECS agent, or takes it out. */
export function setAgent(json: TerraformJson, template: string, key: string, value?: string): void {
  editUserData(json, template, (script) =>
    script.replace(new RegExp(`^${key}=.*\\n`, "m"), value === undefined ? "" : `${key}=${value}\n`),
  );
}
