import { formatEuro } from "../../src/environment/money.ts";
import type { Allowance } from "../../src/hetzner/apply/ports.ts";
import type { Planned, ProvisionOutputs } from "../../src/provision.ts";
import { costMarkdown, planMarkdown, refusalsMarkdown } from "../hetzner/markdown.ts";
import type { Inputs } from "./inputs.ts";

export const allowances = (inputs: Inputs): Allowance[] => [
  ...(inputs["allow-destroy"] ? (["destroy"] as const) : []),
  ...(inputs.adopt ? (["adopt"] as const) : []),
  ...(inputs["over-budget"] ? (["over-budget"] as const) : []),
];

export function summaryOf(environment: string, mode: Inputs["mode"], { plan, cost, refusals }: Planned): string {
  const title = mode === "plan" ? `What ${environment} needs` : `Provisioning ${environment}`;
  const stops =
    refusals.length === 0 ? [] : ["", "**This plan is not carried out as it is:**", "", refusalsMarkdown(refusals)];
  return [`## ${title}`, "", planMarkdown(plan), "", costMarkdown(cost), ...stops, ""].join("\n");
}

export function outputsOf({ plan, cost, refusals, servers, knownHosts }: ProvisionOutputs): Record<string, string> {
  const [first] = servers;
  return {
    "server-ip": first?.ipv4 ?? first?.ipv6 ?? "",
    "server-id": first === undefined ? "" : String(first.id),
    "known-hosts": knownHosts,
    "monthly-cost": formatEuro(cost.monthly),
    changed: String(plan.steps.some(({ action }) => action !== "nothing")),
    refusals: JSON.stringify(refusals),
    plan: JSON.stringify(plan),
  };
}
