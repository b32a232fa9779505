import { createHash } from "node:crypto";
import type { Environment, HetznerServer } from "../../environment/schema.ts";
import type { FirewallRule, Labels } from "../client/resource-types.ts";
import { type Owner, ownerLabels, partLabel } from "../labels.ts";
import { canonicalCidr } from "./cidr.ts";

export type AddressType = "ipv4" | "ipv6";
export type Protection = "on" | "off";

/** One resource that should exist. `part` is what it is within the Environment, `name` what Hetzner calls it. */
interface Part {
  part: string;
  name: string;
  labels: Labels;
}

export interface DeclaredSshKey extends Part {
  /** `ssh-ed25519 AAAA…`, without a comment. */
  publicKey: string;
  fingerprint: string;
}

export interface DeclaredFirewall extends Part {
  rules: FirewallRule[];
}

export interface DeclaredNetwork extends Part {
  cidr: string;
}

export interface DeclaredAddress extends Part {
  type: AddressType;
  node: string;
  protection: Protection;
}

export interface DeclaredVolume extends Part {
  sizeGB: number;
  format: "ext4" | "xfs";
  node: string;
  protection: Protection;
}

export interface DeclaredNode extends Part {
  role: "server" | "agent";
  /** Both in order of preference. */
  types: readonly string[];
  locations: readonly string[];
  image: string;
  protection: Protection;
  spread: boolean;
}

/** Everything an Environment should have at Hetzner. */
export interface Declared {
  owner: Owner;
  sshKey: DeclaredSshKey;
  firewall: DeclaredFirewall;
  network?: DeclaredNetwork;
  placementGroup?: Part;
  addresses: DeclaredAddress[];
  volumes: DeclaredVolume[];
  nodes: DeclaredNode[];
}

export interface DeclareOptions {
  /** The user's public key, as a line of authorized_keys. */
  sshPublicKey: string;
  repository?: string | undefined;
}

export function declare(environment: Environment, server: HetznerServer, options: DeclareOptions): Declared {
  const owner: Owner = { environment: environment.metadata.name, repository: options.repository };
  const part = (part: string): Part => ({
    part,
    name: `${owner.environment}-${part}`,
    labels: { ...ownerLabels(owner), [partLabel]: part },
  });
  const nodes = nodesOf(environment, server, part);
  const [first] = nodes;
  const protection = server.protection ? "on" : "off";
  return {
    owner,
    sshKey: { ...part("ssh-key"), ...keyOf(options.sshPublicKey) },
    firewall: { ...part("firewall"), rules: rulesOf(server) },
    ...((server.network !== undefined || nodes.length > 1) && {
      network: { ...part("network"), cidr: canonicalCidr(server.network?.cidr ?? "10.0.0.0/16") },
    }),
    ...(server.placementGroup && { placementGroup: part("placement-group") }),
    addresses: nodes.flatMap((node) =>
      addressTypes(server).map((type) => ({
        ...part(`${node.part}-${type}`),
        type,
        node: node.name,
        protection: node.protection,
      })),
    ),
    volumes: server.volumes.map(({ name, sizeGB, format }) => ({
      ...part(`volume-${name}`),
      sizeGB,
      format,
      node: first?.name ?? "",
      protection,
    })),
    nodes,
  };
}

/** What an Environment is made of, by the names that labels give it. */
export function partsOf(environment: Environment, server: HetznerServer): string[] {
  const { sshKey, firewall, network, placementGroup, addresses, volumes, nodes } = declare(environment, server, {
    sshPublicKey: "",
  });
  return [sshKey, firewall, network, placementGroup, ...addresses, ...volumes, ...nodes].flatMap(
    (one) => one?.part ?? [],
  );
}

function nodesOf(
  { spec: { agents } }: Environment,
  server: HetznerServer,
  part: (part: string) => Part,
): DeclaredNode[] {
  const count = (length: number): number[] => Array.from({ length }, (_, index) => index + 1);
  const { image, types, locations } = server;
  return [
    ...count(server.count).map((number): DeclaredNode => ({
      ...part(`server-${number}`),
      role: "server",
      types,
      locations,
      image,
      protection: server.protection ? "on" : "off",
      spread: server.placementGroup,
    })),
    ...count(agents?.count ?? 0).map((number): DeclaredNode => ({
      ...part(`agent-${number}`),
      role: "agent",
      types: agents?.types ?? types,
      locations: agents?.locations ?? locations,
      image,
      protection: "off",
      spread: false,
    })),
  ];
}

const addressTypes = ({ publicIPv4, publicIPv6 }: HetznerServer): AddressType[] => [
  ...(publicIPv4 ? (["ipv4"] as const) : []),
  ...(publicIPv6 ? (["ipv6"] as const) : []),
];

const anywhere = ["0.0.0.0/0", "::/0"];

/** What is not listed is closed: 6443 above all, because the Kubernetes API is reached through SSH. */
function rulesOf({ sshFrom, webFrom }: HetznerServer): FirewallRule[] {
  const open = (
    protocol: string,
    port: string | undefined,
    from: readonly string[],
    description: string,
  ): FirewallRule => ({
    direction: "in",
    protocol,
    port,
    from: from.map(canonicalCidr),
    to: [],
    description,
  });
  return [
    open("tcp", "22", sshFrom, "SSH"),
    open("tcp", "80", webFrom, "HTTP"),
    open("tcp", "443", webFrom, "HTTPS"),
    open("icmp", undefined, anywhere, "ping and path MTU discovery"),
  ];
}

/** The fingerprint that Hetzner shows and keeps unique in a project: MD5 of the key itself, in pairs. */
function keyOf(line: string): { publicKey: string; fingerprint: string } {
  const [type = "", key = ""] = line.trim().split(/\s+/);
  const digest = createHash("md5").update(Buffer.from(key, "base64")).digest("hex");
  return { publicKey: `${type} ${key}`, fingerprint: (digest.match(/../g) ?? []).join(":") };
}
