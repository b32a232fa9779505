import { generateKeyPairSync } from "node:crypto";

/** A call, with `{name}` for the id and `{name-address}` for the address that an earlier call left under that name. */
export interface Call {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  body?: Record<string, unknown>;
  /** Where to keep the id of what was made: the key of the answer. */
  keep?: string;
  /** Where the answer has to be an error. */
  refused?: true;
}

function publicKey(): string {
  const { publicKey } = generateKeyPairSync("ed25519");
  const raw = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
  const part = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);
  return `ssh-ed25519 ${Buffer.concat([part(Buffer.from("ssh-ed25519")), part(raw)]).toString("base64")}`;
}

const kinds = [
  "certificate",
  "firewall",
  "floating_ip",
  "image",
  "load_balancer",
  "network",
  "primary_ip",
  "server",
  "volume",
];
const listed = [...kinds, "ssh_key", "placement_group"];

const get = (path: string): Call => ({ method: "GET", path });
const post = (path: string, body: Record<string, unknown> = {}): Call => ({ method: "POST", path, body });
const make = (path: string, body: Record<string, unknown>): Call => ({ ...post(path, body), keep: path.slice(1, -1) });
const put = (path: string): Call => ({ method: "PUT", path, body: { labels: { a: "b" } } });
const remove = (path: string): Call => ({ method: "DELETE", path });

const service = {
  protocol: "http",
  listen_port: 80,
  destination_port: 80,
  proxyprotocol: false,
  health_check: { protocol: "http", port: 80, interval: 15, timeout: 10, retries: 3, http: { domain: "", path: "/" } },
};

const made: Call[] = [
  make("/ssh_keys", { name: "key", public_key: publicKey() }),
  make("/placement_groups", { name: "group", type: "spread" }),
  make("/networks", {
    name: "inside",
    ip_range: "10.0.0.0/16",
    subnets: [{ type: "cloud", ip_range: "10.0.0.0/24", network_zone: "eu-central" }],
  }),
  make("/primary_ips", { name: "address", type: "ipv4", location: "nbg1" }),
  make("/firewalls", { name: "wall" }),
  make("/servers", {
    name: "web",
    server_type: "cx23",
    image: "ubuntu-24.04",
    location: "nbg1",
    public_net: { enable_ipv4: false },
  }),
  make("/volumes", { name: "data", size: 10, location: "nbg1", format: "xfs" }),
  make("/floating_ips", { name: "float", type: "ipv4", home_location: "nbg1" }),
  make("/certificates", { name: "tls", type: "managed", domain_names: ["example.org"] }),
  make("/load_balancers", { name: "balancer", load_balancer_type: "lb11", location: "nbg1", services: [service] }),
  { ...post("/servers/{server}/actions/create_image", { description: "snapshot" }), keep: "image" },
];

const server = (command: string, body: Record<string, unknown> = {}): Call =>
  post(`/servers/{server}/actions/${command}`, body);
const balancer = (command: string, body: Record<string, unknown> = {}): Call =>
  post(`/load_balancers/{load_balancer}/actions/${command}`, body);
const network = (command: string, body: Record<string, unknown> = {}): Call =>
  post(`/networks/{network}/actions/${command}`, body);

const acted: Call[] = [
  server("reboot"),
  server("reset"),
  server("reset_password"),
  server("shutdown"),
  server("poweroff"),
  post("/primary_ips/{primary_ip}/actions/assign", { assignee_id: "{server}", assignee_type: "server" }),
  post("/primary_ips/{primary_ip}/actions/change_dns_ptr", { ip: "{primary_ip-address}", dns_ptr: "a.example.org" }),
  post("/primary_ips/{primary_ip}/actions/unassign"),
  server("change_type", { server_type: "cx33", upgrade_disk: false }),
  server("add_to_placement_group", { placement_group: "{placement_group}" }),
  server("remove_from_placement_group"),
  server("poweron"),
  server("attach_to_network", { network: "{network}" }),
  server("change_alias_ips", { network: "{network}", alias_ips: ["10.0.0.77"] }),
  get("/networks/{network}/members"),
  server("detach_from_network", { network: "{network}" }),
  server("enable_backup"),
  server("disable_backup"),
  server("enable_rescue", { type: "linux64" }),
  server("disable_rescue"),
  server("attach_iso", { iso: "debian-12.5.0-amd64-netinst.iso" }),
  server("detach_iso"),
  server("request_console"),
  server("change_dns_ptr", { ip: "2001:db8:0:2::1", dns_ptr: "six.example.org" }),
  server("rebuild", { image: "debian-12" }),
  post("/volumes/{volume}/actions/attach", { server: "{server}" }),
  post("/volumes/{volume}/actions/resize", { size: 20 }),
  post("/volumes/{volume}/actions/detach"),
  post("/floating_ips/{floating_ip}/actions/assign", { server: "{server}" }),
  post("/floating_ips/{floating_ip}/actions/unassign"),
  post("/floating_ips/{floating_ip}/actions/change_dns_ptr", { ip: "{floating_ip-address}", dns_ptr: null }),
  post("/firewalls/{firewall}/actions/apply_to_resources", {
    apply_to: [{ type: "server", server: { id: "{server}" } }],
  }),
  post("/firewalls/{firewall}/actions/set_rules", {
    rules: [{ direction: "in", protocol: "tcp", port: "22", source_ips: ["0.0.0.0/0"] }],
  }),
  get("/firewalls/{firewall}"),
  get("/servers/{server}"),
  post("/firewalls/{firewall}/actions/remove_from_resources", {
    remove_from: [{ type: "server", server: { id: "{server}" } }],
  }),
  post("/certificates/{certificate}/actions/retry"),
  network("add_subnet", { type: "cloud", ip_range: "10.0.9.0/24", network_zone: "eu-central" }),
  network("delete_subnet", { ip_range: "10.0.9.0/24" }),
  network("add_route", { destination: "10.9.0.0/24", gateway: "10.0.0.2" }),
  network("delete_route", { destination: "10.9.0.0/24", gateway: "10.0.0.2" }),
  network("change_ip_range", { ip_range: "10.0.0.0/12" }),
  balancer("attach_to_network", { network: "{network}" }),
  balancer("add_target", { type: "server", server: { id: "{server}" }, use_private_ip: true }),
  balancer("disable_public_interface"),
  balancer("enable_public_interface"),
  get("/load_balancers/{load_balancer}"),
  balancer("remove_target", { type: "server", server: { id: "{server}" } }),
  balancer("detach_from_network", { network: "{network}" }),
  balancer("add_service", { protocol: "tcp", listen_port: 81, destination_port: 81 }),
  balancer("update_service", { listen_port: 81, destination_port: 82 }),
  balancer("delete_service", { listen_port: 81 }),
  balancer("change_algorithm", { type: "least_connections" }),
  balancer("change_type", { load_balancer_type: "lb21" }),
  balancer("change_dns_ptr", { ip: "{load_balancer-address}", dns_ptr: null }),
  ...["floating_ip", "image", "load_balancer", "network", "primary_ip", "volume"].map((kind) =>
    post(`/${kind}s/{${kind}}/actions/change_protection`, { delete: false }),
  ),
  server("change_protection", { delete: false, rebuild: false }),
];

const catalogue: Call[] = [
  "isos",
  "isos/8637",
  "load_balancer_types",
  "load_balancer_types/1",
  "locations",
  "locations/1",
  "server_types",
  "server_types/114",
  "pricing",
].map((path) => get(`/${path}`));

const refused: Call[] = [
  "datacenters",
  "datacenters/1",
  "servers/{server}/metrics?type=cpu",
  "load_balancers/{load_balancer}/metrics?type=requests_per_second",
].map((path) => ({ ...get(`/${path}`), refused: true }));

/** Every operation of the API at least once, in an order in which each can be done. `{action}` is the last action on a server. */
export const everyOperation: readonly Call[] = [
  ...made,
  ...acted,
  ...listed.flatMap((kind) => [get(`/${kind}s`), get(`/${kind}s/{${kind}}`), put(`/${kind}s/{${kind}}`)]),
  ...kinds.flatMap((kind) => [
    get(`/${kind}s/actions`),
    get(`/${kind}s/{${kind}}/actions`),
    get(`/${kind}s/actions/{action-of-${kind}}`),
    get(`/${kind}s/{${kind}}/actions/{action-of-${kind}}`),
  ]),
  get("/actions?id={action-of-server}"),
  get("/actions/{action-of-server}"),
  ...catalogue,
  ...refused,
  ...["load_balancer", "server", "volume", "floating_ip", "primary_ip", "firewall", "certificate", "image"].map(
    (kind) => remove(`/${kind}s/{${kind}}`),
  ),
  ...["network", "placement_group", "ssh_key"].map((kind) => remove(`/${kind}s/{${kind}}`)),
];
