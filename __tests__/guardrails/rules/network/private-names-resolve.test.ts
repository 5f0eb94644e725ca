import { testRule } from "../../../support/rule-test";

testRule("network/private-names-resolve", {
  fails: {
    "host names are off": {
      at: "aws_vpc.network",
      edit: (json) => json.set("aws_vpc.network", "enable_dns_hostnames", false),
    },
    "nothing is said of host names": {
      at: "aws_vpc.network",
      edit: (json) => json.unset("aws_vpc.network", "enable_dns_hostnames"),
    },
    "DNS is off": { at: "aws_vpc.network", edit: (json) => json.set("aws_vpc.network", "enable_dns_support", false) },
  },
  passes: {
    "nothing is said of DNS, which is on": (json) => json.unset("aws_vpc.network", "enable_dns_support"),
  },
});
