import { type Check, note, problem, type Said } from "../check";

export const hostedZone: Check = {
  id: "hosted-zone",
  title: "The hosted zone is the domain's, and answers",
  run: async ({ environment, account, nameServersOf }) => {
    const { domainName, hostedZoneId } = environment.ingress;
    if (hostedZoneId === undefined) {
      const found = `gets a zone of its own: the first apply waits for its certificate until ${domainName} is delegated to the output name_servers`;
      return [note("ingress.domainName", found)];
    }
    const zone = await account.hostedZone(hostedZoneId);
    if (zone === undefined) return [problem("ingress.hostedZoneId", `there is no hosted zone ${hostedZoneId}`)];
    const said: Said[] = [];
    if (zone.isPrivate) {
      said.push(
        problem(hostedZoneId, "is a private zone: no certificate can be proven in it, and nobody outside finds it"),
      );
    }
    if (domainName !== zone.name && !domainName.endsWith(`.${zone.name}`)) {
      said.push(problem("ingress.domainName", `${domainName} isn't in ${hostedZoneId}, the zone of ${zone.name}`));
    }
    if (nameServersOf === undefined || zone.isPrivate) return said;
    const public_ = (await nameServersOf(zone.name)).map((server) => server.replace(/\.$/, "").toLowerCase());
    const own = zone.nameServers.map((server) => server.toLowerCase());
    if (!own.some((server) => public_.includes(server))) {
      const answering = public_.length === 0 ? "nobody" : public_.join(", ");
      const found = `the public DNS sends for ${zone.name} to ${answering}, not to the zone's ${own.join(", ")}`;
      said.push(problem(hostedZoneId, found, "Delegate the domain to the zone's name servers"));
    }
    return said;
  },
};
