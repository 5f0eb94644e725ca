import type { Backend, Plan, Provider } from "../plan/plan";

/** What findings call the backend. */
export const S3_BACKEND = "terraform.backend.s3";

const LOOPBACK = /^https?:\/\/(127\.|localhost\b|\[::1\])/;

/** Settings of the S3 backend, if the plan has one. */
export function s3Backend({ backend }: Plan): readonly Backend["settings"][] {
  return backend?.type === "s3" ? [backend.settings] : [];
}

/** Whether what is planned would be real: a provider whose every endpoint is this machine only tries things out. */
export function reachesAws({ providers }: Plan): boolean {
  return providers.some((provider) => provider.name === "aws" && !isHere(provider));
}

function isHere({ settings }: Provider): boolean {
  const endpoints = settings.blocks("endpoints").flatMap(({ values }) => Object.values(values));
  const set = endpoints.filter((endpoint) => typeof endpoint === "string" && endpoint !== "");
  return set.length > 0 && set.every((endpoint) => LOOPBACK.test(String(endpoint)));
}
