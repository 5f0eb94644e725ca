import { type Access, type AccessTable, actionsOf } from "../grant";
import { listed } from "../listed";

const acm = actionsOf("acm");
const route53 = actionsOf("route53");

const certificate: Access = ({ body }, scope) => {
  const hosts = [...new Set([body.domain_name, ...listed(body.subject_alternative_names)].map(String))].sort();
  return {
    read: [scope.ownOnes(acm("DescribeCertificate", "ListTagsForCertificate"), "acm", "certificate")],
    create: [
      {
        actions: acm("RequestCertificate"),
        resources: ["*"],
        condition: { ...scope.making, "ForAllValues:StringEquals": { "acm:DomainNames": hosts } },
      },
      {
        actions: acm("AddTagsToCertificate"),
        resources: [scope.arn("acm", "certificate/*")],
        condition: scope.claiming,
      },
    ],
    update: [
      scope.ownOnes(
        acm("AddTagsToCertificate", "RemoveTagsFromCertificate", "UpdateCertificateOptions"),
        "acm",
        "certificate",
      ),
    ],
    delete: [scope.ownOnes(acm("DeleteCertificate"), "acm", "certificate")],
  };
};

const certificateValidation: Access = (_, scope) => ({
  read: [scope.ownOnes(acm("DescribeCertificate"), "acm", "certificate")],
});

/** The provider waits until a change is in all name servers; a plan changes nothing. */
const waiting = { actions: route53("GetChange"), resources: ["arn:aws:route53:::change/*"] };

/** A zone carries no mark that IAM looks at, and its id is AWS's. */
const zone: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [{ actions: route53("GetHostedZone", "ListTagsForResource"), resources }],
    create: [
      { actions: route53("CreateHostedZone"), resources: ["*"] },
      { actions: route53("ChangeTagsForResource"), resources },
      waiting,
    ],
    update: [{ actions: route53("UpdateHostedZoneComment"), resources }],
    // It asks first whether there are keys of DNSSEC, with which no zone can be deleted.
    delete: [{ actions: route53("DeleteHostedZone", "GetDNSSEC"), resources }, waiting],
  };
};

/** Only records of the environment's own domain, in whatever zone they stand. */
const record: Access = ({ body }, scope) => {
  const { domainName } = scope.environment.ingress;
  const resources = [`arn:aws:route53:::hostedzone/${scope.text(body.zone_id)}`];
  const names = [domainName, `*.${domainName}`];
  const change = {
    actions: route53("ChangeResourceRecordSets"),
    resources,
    condition: {
      "ForAllValues:StringLike": { "route53:ChangeResourceRecordSetsNormalizedRecordNames": names },
    },
  };
  return {
    read: [{ actions: route53("GetHostedZone", "ListResourceRecordSets"), resources }],
    create: [change, waiting],
    update: [change, waiting],
    delete: [change, waiting],
  };
};

export const domain: AccessTable = {
  aws_acm_certificate: certificate,
  aws_acm_certificate_validation: certificateValidation,
  aws_route53_record: record,
  aws_route53_zone: zone,
};
