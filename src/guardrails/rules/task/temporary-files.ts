import { entry, isList, type MaybeValue, Unknown, type ValueRecord } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { isOnLinux, judgeContainers, recordsAt, valueAt } from "../../vocabulary/containers";

const OPTIONS = ["noexec", "nosuid", "nodev"];
const LEAST_MIB = 16;

export const temporaryFiles: Check = (plan) =>
  judgeContainers(plan, (definition, fact, what) => {
    if (!isOnLinux(fact) || String(valueAt(definition, "readonlyRootFilesystem")) !== "true") return [];
    const { address } = fact.taskDefinition;
    const places = recordsAt(definition, "linuxParameters.tmpfs");
    const elsewhere = recordsAt(definition, "mountPoints").some(
      (mount) => String(entry(mount, "containerPath")) === "/tmp",
    );
    const isThere = elsewhere || places.some((place) => entry(place, "containerPath") === "/tmp");
    if (!isThere) return judge(address, false, `${what} has no place for temporary files: no tmpfs at /tmp`);
    return places.map((place) => {
      const missing = wrongWith(place, valueAt(definition, "memory"));
      return judge(
        address,
        missing.length === 0,
        `tmpfs ${String(entry(place, "containerPath"))} of ${what} ${missing.join(", ")}`,
      );
    });
  });

function wrongWith(place: ValueRecord, memory: MaybeValue): readonly string[] {
  const [options, size] = [entry(place, "mountOptions"), entry(place, "size")];
  const missing =
    options instanceof Unknown ? [] : OPTIONS.filter((option) => !(isList(options) && options.includes(option)));
  const most = (Number(memory) || Number.POSITIVE_INFINITY) / 2;
  return [
    ...(missing.length > 0 ? [`lacks ${missing.join(", ")}`] : []),
    ...(size instanceof Unknown || (Number(size) >= LEAST_MIB && Number(size) < most)
      ? []
      : [`has ${String(size)} MiB`]),
  ];
}
