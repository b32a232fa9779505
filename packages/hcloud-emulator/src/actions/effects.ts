import { closeBills, openBill } from "../billing/bills.ts";
import { removeRecord } from "../resources/removal.ts";
import type { Effect, Project } from "../state/state.ts";

/** Carries out one effect of an action that finished at a moment. What it is about may be gone by then: that is fine. */
export function applyEffect(project: Project, effect: Effect, at: number): void {
  if (effect.do === "remove") return removeRecord(project, effect.kind, effect.id, at);
  if (effect.do === "bill") return openBill(project, at, effect.billed);
  if (effect.do === "unbill") return closeBills(project, at, effect.kind, effect.id);
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
