import type { Plan, Resource } from "../../plan/plan";
import { allows } from "./grants";

/** The roles that apply plans, by what nobody else needs: to make roles. */
export const pipelines = (plan: Plan): readonly Resource[] =>
  plan.resources("aws_iam_role").filter((role) => allows(plan, role, "iam:CreateRole"));

const MAKING = /^(CreateOrUpdate|Allocate|Associate|Attach|Authorize|Create|Put|Register|Request|Add|Tag)(?=[A-Z]|$)/;
const UNDOING = /^(Delete|Deregister|Detach|Disassociate|Release|Remove|Revoke|Untag)(?=[A-Z]|$)/;
const READING = /^(BatchGet|Describe|Get|List|Query|Scan|Validate)/;

/** What these change is read as a part of something else, or isn't read at all. */
export const READ_ELSEWHERE =
  /^(ec2:Create(Tags|Route)$|ecs:PutCluster|events:PutTargets|iam:(CreateServiceLinkedRole|Put)|kms:(Create(Alias|Grant)|Put)|logs:PutRetention|autoscaling:CreateOrUpdate)/;

/** What these take away was made on another resource, comes with something else, or was put there by hand. */
export const MADE_ELSEWHERE =
  /^(s3:DeleteObject|events:RemoveTargets$|ec2:DisassociateAddress$|elasticloadbalancing:Delete(Listener|Rule)$|iam:(DeleteRolePolicy|DeleteServiceLinkedRole|DetachRolePolicy)$)/;
/** What these make goes with something else, or is never taken away. */
const UNDONE_ELSEWHERE = /^(ec2:CreateLaunchTemplateVersion|kms:CreateKey|iam:CreateServiceLinkedRole)$/;

export const serviceOf = (action: string) => action.split(":")[0] ?? "";
export const isReading = (action: string) => READING.test(verbOf(action));

/** Pairs of verbs; a link between two things is another matter than the things. */
const KINDS: readonly (readonly [kind: string, verbs: RegExp])[] = [
  ["link", /^(Associate|Attach|Detach|Disassociate)/],
  ["rule", /^(Authorize|Revoke)/],
  ["part", /^(Add|Remove|Tag|Untag)/],
];

/** What an action makes or takes away, in words that are the same for both: `"part acm:tagcertificate"`. */
export function madeAndUndone(action: string): { readonly made?: string; readonly undone?: string } {
  const kind = KINDS.find(([, verbs]) => verbs.test(verbOf(action)))?.[0] ?? "thing";
  const thing = `${kind} ${serviceOf(action)}:${nounOf(action)}`;
  if (MAKING.test(verbOf(action))) return UNDONE_ELSEWHERE.test(action) ? {} : { made: thing };
  return UNDOING.test(verbOf(action)) ? { undone: thing } : {};
}

/** `"RemoveTagsFromCertificate"` → `"tagcertificate"`. */
export const nounOf = (action: string): string =>
  verbOf(action)
    .replace(MAKING, "")
    .replace(UNDOING, "")
    .replace(/(To|From)(?=[A-Z])/, "")
    .replace(/(Metric|Composite)(?=Alarm)/, "")
    .replace(/^Tags(?=[A-Z])/, "Tag")
    .replace(/s$/, "")
    .toLowerCase();

const verbOf = (action: string) => action.split(":")[1] ?? "";
