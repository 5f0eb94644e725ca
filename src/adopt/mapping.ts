import { z } from "zod";

/** In a mapping: made by Terraform, though something like it is there. */
export const NEW = "new";

const candidate = z.strictObject({
  /** As `terraform import` takes it. */
  id: z.string(),
  /** What AWS calls it. */
  name: z.string(),
  /** What speaks for it. */
  why: z.string(),
});

const resource = z.strictObject({
  /** Terraform's. */
  address: z.string().regex(/^[a-z0-9_]+\.[A-Za-z_][\w-]*$/, "an address of Terraform's, such as aws_lb.ingress"),
  /** What is adopted, as `terraform import` takes it; `"new"`: none, one is made; null: nobody has decided yet. */
  id: z
    .string()
    .min(1)
    .nullable()
    .describe('As terraform import takes it; "new": one is made; null: nobody has decided yet.'),
  /** How it was found. */
  found: z.string().default("given by hand").describe("How it was found."),
  /**
   * `certain`: it has the name or the tags that the platform would give it, or belongs to what is adopted. `likely`: what is
   * adopted uses it, or there is no other. `open`: several may be meant. `given`: a person's choice.
   */
  sure: z
    .enum(["certain", "likely", "open", "given"])
    .default("given")
    .describe(
      "certain: by its name or the environment's tags, or part of what is adopted; likely: by what refers to it, or the only one; open: several may be meant; given: a person's choice.",
    ),
  /** All that may be meant, where it is open. @default [] */
  candidates: z.array(candidate).default([]),
});

const move = z.strictObject({
  /** Address in the state. */
  from: z.string(),
  /** Address in the code. */
  to: z.string(),
});

/** What a person reviews: which resource of the account is taken for which address. */
export const mappingSchema = z
  .strictObject({
    $schema: z.string().optional(),
    version: z.literal(1),
    environment: z.string(),
    resources: z.array(resource),
    /** What the state has under another address. */
    moved: z.array(move).default([]).describe("What the state has under another address."),
  })
  .meta({ title: "What npm run adopt takes for which address" });

/** Where its schema is in the project. */
export const ADOPTION_SCHEMA = "docs/schemas/adoption.schema.json";

/** The published JSON Schema of a mapping, for editors and reviewers. */
export function adoptionSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(mappingSchema, { io: "input" }), null, 2)}\n`;
}

export type Mapping = z.output<typeof mappingSchema>;
export type MappedResource = Mapping["resources"][number];
export type Candidate = z.output<typeof candidate>;

/** Addresses that nobody has decided about. */
export const openIn = ({ resources }: Mapping) => resources.filter(({ id }) => id === null);

/** What is imported: id by address. */
export function importsOf({ resources }: Mapping): ReadonlyMap<string, string> {
  return new Map(
    resources.flatMap(({ address, id }): readonly (readonly [string, string])[] =>
      id === null || id === NEW ? [] : [[address, id]],
    ),
  );
}
