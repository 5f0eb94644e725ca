import { z } from "zod";

/** File of the released image tags, in the project's folder; in the sandbox's, of what is released there. */
export const RELEASES_FILE = "releases.json";

/** A service's release. */
export const releaseSchema = z.strictObject({
  /** Tag of its image. */
  imageTag: z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/, "an image tag"),
  /** When its deployment had ended well, as an ISO date and time in UTC. */
  releasedAt: z.iso.datetime({ error: "an ISO date and time in UTC" }),
});

/** `releases.json`: what runs, by environment and service. `npm run release` writes it. */
export const releasesFileSchema = z.record(z.string(), z.record(z.string(), releaseSchema));

export type Release = z.output<typeof releaseSchema>;
/** An environment's releases, by service. */
export type Releases = { readonly [service: string]: Release };
