import type { Effect, Project } from "../state/state.ts";

/** Carries out one effect of a finished action. What it is about may be gone by then: that is fine. */
export function applyEffect(project: Project, effect: Exclude<Effect, { do: "remove" }>): void {
  if (effect.do === "set") {
    const record = project[effect.kind][String(effect.id)];
    if (record !== undefined) Object.assign(record, effect.fields);
    return;
  }
  const server = project.servers[String(effect.server)];
  if (effect.do === "power-down") {
    if (server?.status === "stopping") server.status = "off";
    return;
  }
  const { network, ip, alias_ips } = effect;
  server?.private_net.push({ network, ip, alias_ips, mac_address: macOf(ip) });
}

/** Locally administered, and the same for the same address. */
const macOf = (ip: string): string =>
  ["86", "00", ...ip.split(".").map((part) => Number(part).toString(16).padStart(2, "0"))].join(":");
