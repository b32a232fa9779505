import type { Severity } from "../model/finding.ts";
import { overlap } from "./cidr.ts";
import { type Environment, environmentSchema } from "./schema.ts";

export interface Conflict {
  path: readonly string[];
  message: string;
  hint: string;
  severity: Severity;
}

type Spec = Environment["spec"];
/** Fields of `spec` that are right in themselves; the others are somebody else's problem. */
type Parts = { [Key in keyof Spec]?: Spec[Key] };
type Rule = (parts: Parts) => Conflict | undefined;

/** What does not go together, as far as the fields that it is about are right each for itself. */
export function conflictsIn(file: unknown): Conflict[] {
  const parts = partsOf(file);
  return rules.flatMap((rule) => rule(parts) ?? []);
}

function partsOf(file: unknown): Parts {
  const spec = fieldOf(file, "spec");
  const { shape } = environmentSchema.shape.spec;
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) => {
      const parsed = schema.safeParse(fieldOf(spec, key));
      return parsed.success && parsed.data !== undefined ? [[key, parsed.data]] : [];
    }),
  );
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;

const error = (path: string, message: string, hint: string): Conflict => ({
  path: path.split("."),
  message,
  hint,
  severity: "error",
});
const warning = (path: string, message: string, hint: string): Conflict => ({
  ...error(path, message, hint),
  severity: "warning",
});

const serverless =
  (section: "agents" | "sleep" | "budget", what: string): Rule =>
  (parts) =>
    parts.server?.provider === "none" && parts[section] !== undefined
      ? error(
          `spec.${section}`,
          `spec.${section} ${what}, but with provider: none slipway has no server there`,
          `Leave spec.${section} out, or describe the server`,
        )
      : undefined;

const rules: readonly Rule[] = [
  serverless("agents", "asks for more nodes"),
  serverless("sleep", "says when the server is torn down"),
  serverless("budget", "limits what the server may cost"),
  ({ server, sleep }) =>
    server?.provider === "hetzner" && server.count === 3 && sleep
      ? error(
          "spec.sleep",
          "Three servers cannot sleep: their etcd would be gone every night",
          "Use count: 1, which comes back from Git and the backup, or leave spec.sleep out",
        )
      : undefined,
  ({ server, sleep, backup }) =>
    server?.provider === "hetzner" && server.volumes.length === 0 && sleep && backup === undefined
      ? warning(
          "spec.sleep",
          "At every down the server is deleted with its disk, and nothing of it is kept",
          "Declare spec.backup, or spec.server.volumes for what must stay",
        )
      : undefined,
  ({ server }) =>
    server?.provider === "hetzner" && server.volumes.length > 0 && server.locations.length > 1
      ? warning(
          "spec.server.locations",
          `A volume stays in its location: once it is there, only ${server.locations[0]} is tried`,
          "List one location, or keep the data in backups",
        )
      : undefined,
  ({ server }) =>
    server?.provider === "hetzner" && !server.publicIPv4 && !server.publicIPv6
      ? error(
          "spec.server.publicIPv4",
          "A server without public addresses can neither be reached nor fetch an image",
          "Set publicIPv4 or publicIPv6 to true",
        )
      : undefined,
  ({ server }) =>
    server?.provider === "hetzner" && !server.publicIPv4 && server.publicIPv6
      ? warning(
          "spec.server.publicIPv4",
          "GitHub has no IPv6 address: without publicIPv4 neither k3s nor Argo CD can fetch from it",
          "Set publicIPv4 to true, or give the server a way to IPv4 (NAT64)",
        )
      : undefined,
  ({ server }) =>
    server?.provider === "hetzner" && !server.publicIPv4 && !server.sshFrom.some((network) => network.includes(":"))
      ? error(
          "spec.server.sshFrom",
          "No network may reach SSH: the server has an IPv6 address only, and the networks are all IPv4",
          "Add an IPv6 network such as ::/0",
        )
      : undefined,
  ({ server, kubernetes }) =>
    server?.provider === "hetzner" && kubernetes && !kubernetes.version.includes("+k3s")
      ? error(
          "spec.kubernetes.version",
          `${kubernetes.version} names no release of k3s, so nothing can be installed`,
          `Add k3s' own number, such as ${kubernetes.version}+k3s1`,
        )
      : undefined,
  ({ server }) => {
    const { cidr } = (server?.provider === "hetzner" && server.network) || {};
    const taken = cidr === undefined ? undefined : clusterRanges.find((one) => overlap(one.cidr, cidr));
    return cidr !== undefined && taken
      ? error(
          "spec.server.network.cidr",
          `${cidr} overlaps ${taken.cidr}, from which k3s gives addresses to ${taken.what}`,
          "Choose another range, such as 10.0.0.0/16",
        )
      : undefined;
  },
  ({ server, agents }) =>
    server?.provider === "hetzner" && server.placementGroup && server.count + (agents?.count ?? 0) > spreadLimit
      ? error(
          "spec.server.placementGroup",
          `A placement group spreads at most ${spreadLimit} servers, and here are ${server.count + (agents?.count ?? 0)}`,
          "Set placementGroup to false, or have fewer agents",
        )
      : undefined,
];

/** https://docs.hetzner.com/cloud/placement-groups/overview/ */
const spreadLimit = 10;

/** https://docs.k3s.io/cli/server#networking */
const clusterRanges = [
  { cidr: "10.42.0.0/16", what: "pods" },
  { cidr: "10.43.0.0/16", what: "Services" },
] as const;
