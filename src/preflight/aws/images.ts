import { BatchGetImageCommand, ECRClient, GetDownloadUrlForLayerCommand } from "@aws-sdk/client-ecr";
import { z } from "zod";
import { unlessMissing } from "../../aws/answers";
import type { Connection } from "../../aws/connection";
import type { Account, ImageName } from "../account";

/** An index of images for several platforms, or one image (OCI image specification, Docker's schema 2). */
const manifest = z.object({
  manifests: z.array(z.object({ platform: z.object({ architecture: z.string() }).optional() })).optional(),
  config: z.object({ digest: z.string() }).optional(),
});
const configuration = z.object({ architecture: z.string() });

const MEDIA_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];

/** Images of Amazon ECR, by their manifests. */
export function images(connection: Connection): Pick<Account, "image"> {
  return {
    image: async (image) => {
      const { registryId, region, repository: repositoryName, tag: imageTag } = image;
      const client = new ECRClient({ ...connection, region });
      const found = await unlessMissing(
        client.send(
          new BatchGetImageCommand({
            registryId,
            repositoryName,
            imageIds: [{ imageTag }],
            acceptedMediaTypes: MEDIA_TYPES,
          }),
        ),
        "RepositoryNotFoundException",
        "ImageNotFoundException",
      );
      const text = found?.images?.[0]?.imageManifest;
      if (text === undefined) return undefined;
      const { manifests, config } = manifest.parse(JSON.parse(text));
      if (manifests === undefined) return { architectures: await architectureOf(client, image, config?.digest) };
      const named = manifests.flatMap(({ platform }) => platform?.architecture ?? []);
      // Attestations stand beside the images as "unknown".
      return { architectures: [...new Set(named)].filter((architecture) => architecture !== "unknown") };
    },
  };
}

/** A single image says it in its configuration, a layer of its own. */
async function architectureOf(
  client: ECRClient,
  { registryId, repository: repositoryName }: ImageName,
  layerDigest: string | undefined,
): Promise<readonly string[]> {
  if (layerDigest === undefined) return [];
  try {
    const asked = new GetDownloadUrlForLayerCommand({ registryId, repositoryName, layerDigest });
    const { downloadUrl } = await client.send(asked);
    if (downloadUrl === undefined) return [];
    const answer = await fetch(downloadUrl);
    return [configuration.parse(await answer.json()).architecture];
  } catch {
    // Who may see that an image is there needn't be allowed to load it: then it isn't said.
    return [];
  }
}
