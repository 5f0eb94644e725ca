import { judge } from "../../judge";
import type { Check } from "../../rule";
import { launchers } from "../../vocabulary/launchers";

export const oneNetworkInterface: Check = (plan) =>
  launchers(plan, "network_interface").map((launcher) => {
    const count = ["network_interfaces", "network_interface"].flatMap((path) => launcher.blocks(path)).length;
    return judge(launcher.address, count <= 1, `it has ${count} network interfaces`);
  });
