import { instanceType } from "../../catalogue/instance-types";
import type { Environment } from "../../environments/schema";
import type { Account } from "../account";
import { type Check, note, problem, type Said } from "../check";

/** A registry of Amazon ECR, and the repository in it. */
const ECR = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/(.+)$/;

export const images: Check = {
  id: "images",
  title: "The images are there, for the instances' architecture",
  run: async ({ environment, account }) => {
    const wanted = architectureOf(environment);
    const said = environment.services.map(({ name, image, imageTag }) => about(name, image, imageTag, wanted, account));
    return (await Promise.all(said)).flat();
  },
};

async function about(
  service: string,
  image: string,
  tag: string,
  wanted: "amd64" | "arm64",
  account: Account,
): Promise<readonly Said[]> {
  const [, registryId, region, repository] = ECR.exec(image) ?? [];
  const name = `${image}:${tag}`;
  if (registryId === undefined || region === undefined || repository === undefined) {
    return [note(service, `${name} isn't in Amazon ECR: whether it is there isn't looked at`)];
  }
  const found = await account.image({ registryId, region, repository, tag });
  if (found === undefined) return [problem(service, `there is no ${name}`, "Push it, or correct image and imageTag")];
  if (found.architectures.length === 0)
    return [note(service, `${name} is there, and doesn't say for which architecture`)];
  if (found.architectures.includes(wanted)) return [];
  const fix = `docker buildx build --platform linux/${wanted} --push`;
  return [problem(service, `${name} is for ${found.architectures.join(", ")}, the instances are ${wanted}`, fix)];
}

/** The instances' architecture, in the words of images. */
function architectureOf({ capacity }: Environment): "amd64" | "arm64" {
  const isArm = capacity.instanceTypes.some((type) => instanceType(type)?.architecture === "arm64");
  return isArm ? "arm64" : "amd64";
}
