import { committedCatalogue, serverTypeOf } from "../../environment/catalogue.ts";
import { allocatable, overheads } from "../../environment/overhead.ts";
import type { EnvironmentDocument } from "../../environment/read.ts";
import type { Finding } from "../../model/finding.ts";
import type { DeployedApplication, Platform } from "../platform.ts";
import { finding } from "../rules.ts";
import { type Load, loadsOf, total } from "./load.ts";
import { type Amount, plus } from "./requests.ts";

/** Whether what each Environment's Applications request fits on each of its server types, with all that runs beside them. */
export function checkFit({ applications, environments }: Platform): Finding[] {
  return environments.flatMap((environment) => {
    const members = membersOf(environment, applications);
    return members.length === 0 ? [] : tooSmall(environment, members);
  });
}

/** Everything below the Applications of the bootstrap file that goes to the cluster they are in. */
function membersOf(
  { bootstrap }: EnvironmentDocument,
  applications: readonly DeployedApplication[],
): DeployedApplication[] {
  const roots = new Set(
    applications.filter(({ at }) => bootstrap !== undefined && at[0]?.file === bootstrap).map(({ name }) => name),
  );
  const here = new Set(["https://kubernetes.default.svc", "in-cluster", ""]);
  return applications.filter(({ root, destination }) => roots.has(root) && here.has(destination));
}

function tooSmall(
  { name, serverTypes: types }: EnvironmentDocument,
  members: readonly DeployedApplication[],
): Finding[] {
  const loads = loadsOf(members);
  const besides = overheads.map(({ cpu, memory }): Amount => ({ cpu, memory }));
  const needed = besides.reduce(plus, total(loads));
  const small = types.flatMap((type) => {
    const size = serverTypeOf(committedCatalogue(), type.name);
    const has = size && allocatable(size);
    return has !== undefined && (needed.memory > has.memory || needed.cpu > has.cpu) ? [{ ...type, has }] : [];
  });
  const [first] = small.toSorted((a, b) => b.has.memory - a.has.memory || b.has.cpu - a.has.cpu);
  const [place] = small;
  if (first === undefined || place === undefined) return [];
  const missing = members.filter(({ complete }) => !complete).length;
  const least = missing > 0 ? "at least " : "";
  const lacks = [
    ...(needed.memory > first.has.memory
      ? [`${least}${gib(needed.memory)} of ${gib(first.has.memory)} of memory`]
      : []),
    ...(needed.cpu > first.has.cpu ? [`${least}${cores(needed.cpu)} of ${cores(first.has.cpu)}`] : []),
  ];
  const names = small.map((type) => type.name).join(" or ");
  const largest = largestOf(loads, needed.memory > first.has.memory);
  const message = `Environment ${name} does not fit ${names}: it needs ${lacks.join(" and ")} allocatable${largest}`;
  return [finding("fit/server", message, { at: [place.at], ...said(missing), detail: sumOf(loads) })];
}

function said(missing: number): Pick<Finding, "hint"> {
  const bound = `The sum is a lower bound: ${missing} of its Applications could not be rendered in full. `;
  return { hint: `${missing > 0 ? bound : ""}Choose a larger type, or request less.` };
}

function largestOf(loads: readonly Load[], byMemory: boolean): string {
  const ordered = byMemory ? loads : loads.toSorted((a, b) => b.amount.cpu - a.amount.cpu);
  const named = ordered
    .slice(0, 3)
    .map(({ name, amount }) => `${name} (${byMemory ? mib(amount.memory) : cores(amount.cpu)})`);
  return named.length === 0 ? "" : `; the largest are ${named.join(", ")}`;
}

/** How the sum comes about. */
function sumOf(loads: readonly Load[]): string {
  const requests = total(loads);
  const lines = [`requests of ${loads.length} workloads: ${mib(requests.memory)}, ${cores(requests.cpu)}`];
  for (const { name, memory, cpu } of overheads)
    lines.push(`${name}: ${mib(memory)}${cpu > 0 ? `, ${cores(cpu)}` : ""}`);
  return lines.join("\n");
}

const gib = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
const mib = (bytes: number): string => `${Math.round(bytes / 1024 ** 2)} MiB`;
const cores = (count: number): string => `${Math.round(count * 1000) / 1000} ${count === 1 ? "core" : "cores"}`;
