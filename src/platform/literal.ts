/** Text of the user's that Terraform takes as it is. Without this, `${` in an environment variable is a reference. */
export function literal(text: string): string {
  return text.replaceAll("${", "$$${").replaceAll("%{", "%%{");
}
