import { TerraformOutput } from "cdktf";
import type { EnvironmentInput } from "../../src/environments/schema";
import { Certificate } from "../../src/platform/certificate";
import { service } from "../support/edge";
import { environmentWith, resource, synthesizeStack } from "../support/stack";

function certificate(...hosts: string[]) {
  const services: EnvironmentInput["services"] = hosts.map((host, index) =>
    service({ name: `service-${index}`, routing: { host, priority: index + 1 } }),
  );
  const environment = environmentWith({ services });
  return synthesizeStack((stack) => {
    const { arn } = new Certificate(stack, "certificate", { environment, zoneId: "Z00000000000000DUMMY" });
    new TerraformOutput(stack, "arn", { value: arn });
  }, environment);
}

describe("Certificate", () => {
  test("covers every host once, whatever the order of the services", () => {
    const expected = {
      domain_name: "api.example.com",
      subject_alternative_names: ["api.example.com", "www.example.com"],
    };
    for (const hosts of [
      ["www.example.com", "api.example.com", "www.example.com"],
      ["api.example.com", "www.example.com"],
    ]) {
      expect(resource(certificate(...hosts), "aws_acm_certificate.certificate")).toMatchObject(expected);
    }
  });

  test("is replaced without a gap, validated by DNS, and logged", () => {
    expect(resource(certificate("www.example.com"), "aws_acm_certificate.certificate")).toMatchObject({
      validation_method: "DNS",
      key_algorithm: "RSA_2048",
      options: { certificate_transparency_logging_preference: "ENABLED" },
      lifecycle: { create_before_destroy: true },
    });
  });

  test("has a record for each host's validation, written to the zone", () => {
    expect(resource(certificate("www.example.com"), "aws_route53_record.certificate_validation")).toMatchObject({
      for_each:
        "${{ for option in aws_acm_certificate.certificate.domain_validation_options : option.domain_name => option }}",
      zone_id: "Z00000000000000DUMMY",
      name: "${each.value.resource_record_name}",
      type: "${each.value.resource_record_type}",
      records: ["${each.value.resource_record_value}"],
    });
  });

  test("hands on its ARN only once it is issued", () => {
    const stack = certificate("www.example.com");
    expect(stack.output?.arn?.value).toBe("${aws_acm_certificate_validation.certificate.certificate_arn}");
    expect(resource(stack, "aws_acm_certificate_validation.certificate").certificate_arn).toBe(
      "${aws_acm_certificate.certificate.arn}",
    );
  });
});
