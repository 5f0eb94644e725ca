import { known } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";

const version = known("a version", () => true);
/** Exact, or with an upper bound. */
const bounded = known("a version with an upper bound", (wanted) => /^=?\s*v?\d|~>|</.test(String(wanted)));

export const versionsPinned: Check = ({ versions }) => [
  allOf("terraform", [
    judgeValue("terraform", "required_version", versions.terraform, version),
    judgeValue("terraform", "required_providers.aws.version", versions.aws, bounded),
  ]),
];
