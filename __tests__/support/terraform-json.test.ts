import { TerraformJson } from "./terraform-json";

const json = () =>
  new TerraformJson(
    new Map([
      [
        "production-platform",
        {
          resource: {
            aws_lb: {
              public: {
                internal: false,
                logs: [{ bucket: "a" }],
                ingress: [{ port: 80 }, { port: 443 }],
                policy: JSON.stringify({ Statement: [{ Effect: "Deny" }] }),
              },
            },
          },
        },
      ],
    ]),
  );
const body = (edited: TerraformJson) => edited.documents.get("production-platform")?.resource.aws_lb?.public;

test("sets by path: through a block that is there once, an index, every element, and JSON text", () => {
  const edited = json();
  edited.set("aws_lb.public", "internal", true);
  edited.set("aws_lb.public", "logs.bucket", "b");
  edited.set("aws_lb.public", "ingress.1.port", 8443);
  edited.set("aws_lb.public", "ingress.*.open", true);
  edited.set("aws_lb.public", "policy.Statement.0.Effect", "Allow");
  expect(body(edited)).toEqual({
    internal: true,
    logs: [{ bucket: "b" }],
    ingress: [
      { port: 80, open: true },
      { port: 8443, open: true },
    ],
    policy: '{"Statement":[{"Effect":"Allow"}]}',
  });
});

test("takes out a property, an element, a resource", () => {
  const edited = json();
  edited.unset("aws_lb.public", "internal");
  edited.unset("aws_lb.public", "ingress.0");
  expect(body(edited)).not.toHaveProperty("internal");
  expect(body(edited)).toMatchObject({ ingress: [{ port: 443 }] });
  edited.remove("aws_lb.public");
  expect(body(edited)).toBeUndefined();
});

test("adds a resource to the stack of another", () => {
  const edited = json();
  edited.add("aws_eip.extra", { domain: "vpc" }, "aws_lb.public");
  expect(edited.documents.get("production-platform")?.resource.aws_eip).toEqual({ extra: { domain: "vpc" } });
});

test("what isn't there can't be edited", () => {
  expect(() => json().remove("aws_lb.other")).toThrow("no aws_lb.other; of this type there are: public");
  expect(() => json().unset("aws_lb.public", "name")).toThrow("aws_lb.public has no name");
  expect(() => json().set("aws_lb.public", "tags.a.b", 1)).toThrow("aws_lb.public has no tags");
  expect(() => json().set("aws_lb.public", "ingress.port", 1)).toThrow("a list of 2; give its index");
  expect(() => json().editDocument("staging", () => {})).toThrow("no stack staging");
});

test("copies a resource, and leaves the first as it is", () => {
  const edited = json();
  edited.copy("aws_lb.public", "aws_lb.further");
  edited.set("aws_lb.further", "internal", true);
  expect([edited.get("aws_lb.public", "internal"), edited.get("aws_lb.further", "internal")]).toEqual([false, true]);
});
