import { paginateGetResources, ResourceGroupsTaggingAPIClient } from "@aws-sdk/client-resource-groups-tagging-api";
import { allOf } from "../aws/answers";
import type { Connection } from "../aws/connection";
import { type Existing, tagsOf } from "./existing";

/** What has all of these tags, of whatever kind: known by its ARN alone. */
export async function taggedResources(
  connection: Connection,
  tags: { readonly [key: string]: string },
): Promise<readonly Existing[]> {
  const client = new ResourceGroupsTaggingAPIClient(connection);
  const TagFilters = Object.entries(tags).map(([Key, value]) => ({ Key, Values: [value] }));
  const pages = paginateGetResources({ client }, { TagFilters });
  const tagged = await allOf(pages, (page) => page.ResourceTagMappingList);
  return tagged.map(({ ResourceARN: arn = "", Tags }) => {
    const name = arn.slice(Math.max(arn.lastIndexOf("/"), arn.lastIndexOf(":")) + 1);
    return { type: "", id: name, arn, name, attributes: {}, uses: [], tags: tagsOf(Tags) };
  });
}
