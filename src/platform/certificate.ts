import { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { AcmCertificateValidation } from "@cdktf/provider-aws/lib/acm-certificate-validation";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { TerraformIterator, Token } from "cdktf";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { publicHosts } from "./hosts";

export interface CertificateProps {
  readonly environment: Environment;
  /** Zone that the records of the validation are written to. */
  readonly zoneId: string;
}

/** A certificate for every public host, which ACM validates, and renews for as long as the records stand, by DNS. */
export class Certificate extends Construct {
  readonly certificate: AcmCertificate;
  /** ARN, known once the certificate is issued: what refers to it waits. */
  readonly arn: string;

  constructor(scope: Construct, id: string, { environment, zoneId }: CertificateProps) {
    super(scope, id);
    const hosts = publicHosts(environment);
    this.certificate = new AcmCertificate(this, "Resource", {
      domainName: hosts[0],
      subjectAlternativeNames: hosts,
      validationMethod: "DNS",
      keyAlgorithm: "RSA_2048",
      options: { certificateTransparencyLoggingPreference: "ENABLED" },
      tags: { Name: environment.name },
      // The listener holds on to the old one until the new one is issued.
      lifecycle: { createBeforeDestroy: true },
    });
    // Over the set itself. fromComplexList makes a list of it, which two hosts leave unknown until apply: no plan.
    const options = TerraformIterator.fromMap(
      Token.asAnyMap(
        `\${{ for option in ${this.certificate.fqn}.domain_validation_options : option.domain_name => option }}`,
      ),
    );
    const records = new Route53Record(this, "validation", {
      forEach: options,
      zoneId,
      name: options.getString("resource_record_name"),
      type: options.getString("resource_record_type"),
      records: [options.getString("resource_record_value")],
      ttl: 60,
      // ACM asks for one and the same record for a host, whatever certificate of the account it is in.
      allowOverwrite: true,
    });
    this.arn = new AcmCertificateValidation(this, "Validation", {
      certificateArn: this.certificate.arn,
      validationRecordFqdns: Token.asList(TerraformIterator.fromResources(records).pluckProperty("fqdn")),
    }).certificateArn;
  }
}
