import type { Aws } from "../client";
import type { Memory } from "../mends/memory";
import type { Parameters } from "../protocol/call";

export type Tags = ReadonlyMap<string, string>;

/** Tags that a call puts on what it makes or marks, in any of the forms that services have for them. */
export function requestTags(parameters: Parameters): Tags {
  const specifications = [parameters.TagSpecification ?? parameters.TagSpecifications ?? []].flat();
  const inner = specifications.map((specification) => Object(specification).Tag ?? Object(specification).Tags);
  const given = [parameters.Tags, parameters.tags, parameters.Tag, parameters.TagList, parameters.AddTags, ...inner];
  return new Map(given.flatMap(pairs));
}

function pairs(tags: unknown): readonly (readonly [string, string])[] {
  if (typeof tags !== "object" || tags === null) return [];
  if (!Array.isArray(tags)) return Object.entries(tags).map(([key, value]) => [key, String(value)]);
  return tags.map((tag) => {
    const { Key, key, TagKey, Value, value, TagValue } = Object(tag);
    return [String(Key ?? key ?? TagKey), String(Value ?? value ?? TagValue ?? "")];
  });
}

/** Tags of a resource as the emulator has them; `undefined`: it isn't asked for those. One that isn't there has none. */
export async function resourceTags(arn: string, aws: Aws, memory: Memory): Promise<Tags | undefined> {
  const [, , service, , , resource = ""] = arn.split(/:(?=.*)/, 6);
  const id = arn
    .split(":")
    .slice(5)
    .join(":")
    .replace(/^[^/]*\//, "");
  if (arn.endsWith("/new")) return new Map();
  try {
    switch (service) {
      case "ec2": {
        const { tagSet } = await aws.call("ec2", "DescribeTags", { Filter: [{ Name: "resource-id", Value: [id] }] });
        return new Map([tagSet || []].flat().map(({ key, value }: { key: string; value: string }) => [key, value]));
      }
      case "kms":
        if (!resource.startsWith("key/")) return undefined;
        return new Map(pairs((await aws.call("kms", "ListResourceTags", { KeyId: id })).Tags));
      case "acm":
        return new Map(pairs((await aws.call("acm", "ListTagsForCertificate", { CertificateArn: arn })).Tags));
      case "application-autoscaling":
        return new Map(Object.entries(memory.of<{ [key: string]: string }>("scalable target tags").get(arn) ?? {}));
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
