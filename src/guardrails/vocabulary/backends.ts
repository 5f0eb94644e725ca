import { ValueBlock } from "../../plan/block";
import type { Backend, Block, Plan } from "../../plan/plan";

/** What findings call the backend. */
export const S3_BACKEND = "terraform.backend.s3";

const LOOPBACK = /^https?:\/\/(127\.|localhost\b|\[::1\])/;

/** Settings of the S3 backend, if the plan has one. */
export function s3Backend({ backend }: Plan): readonly Backend["settings"][] {
  return backend?.type === "s3" ? [backend.settings] : [];
}

/** What reaches AWS under settings of its own: a provider, or the S3 backend. */
export interface Connection {
  /** What findings call it. */
  readonly address: string;
  readonly settings: Block;
}

/** The connections that reach AWS; one whose every endpoint is this machine only tries things out. */
export function connections(plan: Plan): readonly Connection[] {
  const backends = s3Backend(plan).map((settings) => ({ address: S3_BACKEND, settings: new ValueBlock(settings) }));
  return [...awsProviders(plan), ...backends].filter(({ settings }) => !isHere(settings));
}

/** Whether what is planned would be real. */
export function reachesAws(plan: Plan): boolean {
  return awsProviders(plan).some(({ settings }) => !isHere(settings));
}

/** Every provider for AWS, reaching it or not. */
export function awsProviders({ providers }: Plan): readonly Connection[] {
  return providers
    .filter(({ name }) => name === "aws")
    .map(({ name, settings }) => ({ address: `provider.${name}`, settings }));
}

function isHere(settings: Block): boolean {
  const endpoints = settings.blocks("endpoints").flatMap(({ values }) => Object.values(values));
  const set = endpoints.filter((endpoint) => typeof endpoint === "string" && endpoint !== "");
  return set.length > 0 && set.every((endpoint) => LOOPBACK.test(String(endpoint)));
}
