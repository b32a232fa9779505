export const id = 589;
export const ids = [589];
export const modules = {

/***/ 4589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openProvisioned: () => (/* binding */ openProvisioned)
});

// EXTERNAL MODULE: ./build/src/cluster/kubeconfig.js
var kubeconfig = __webpack_require__(65061);
// EXTERNAL MODULE: ./build/src/download.js
var src_download = __webpack_require__(79157);
// EXTERNAL MODULE: ./build/src/first-contact.js + 16 modules
var first_contact = __webpack_require__(77688);
// EXTERNAL MODULE: ./build/src/hetzner/own-servers.js
var own_servers = __webpack_require__(25721);
// EXTERNAL MODULE: ./build/src/hetzner-access.js + 10 modules
var hetzner_access = __webpack_require__(22665);
// EXTERNAL MODULE: ./build/src/hetzner-server.js
var hetzner_server = __webpack_require__(49243);
// EXTERNAL MODULE: ./build/src/k3s-lock.js
var k3s_lock = __webpack_require__(41120);
// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(81729);
// EXTERNAL MODULE: ./build/src/hetzner/labels.js
var hetzner_labels = __webpack_require__(77485);
// EXTERNAL MODULE: ./build/src/hetzner/plan/declared.js
var plan_declared = __webpack_require__(89814);
;// CONCATENATED MODULE: ./build/src/provisioned-machines.js





function machinesOf(environment, own) {
    const { name } = environment.metadata;
    if (own.length === 0)
        throw notProvisioned(name, `Environment ${name} has no servers at Hetzner`);
    const machines = own.map((server) => ({ server, part: partOf(server, name) }));
    const parts = (0,plan_declared/* partsOf */.C)(environment, (0,hetzner_server/* hetznerServer */.q)(environment)).filter((part) => /^(server|agent)-\d+$/.test(part));
    const declared = parts.map((part) => {
        const found = machines.find((one) => one.part === part)?.server;
        if (found === undefined)
            throw notProvisioned(name, `${name}-${part} is declared, and not there`);
        if (found.labels[hetzner_labels/* readyLabel */.uB] === undefined) {
            throw notProvisioned(name, `${found.name} was never logged in to: its first contact is not over`);
        }
        if (found.status === "off")
            throw notProvisioned(name, `${found.name} is switched off`);
        return machineOf(found, `${name}-${part}`);
    });
    const leaving = machines
        .filter(({ part, server }) => !parts.includes(part) && server.labels[hetzner_labels/* readyLabel */.uB] !== undefined)
        .map(({ part, server }) => machineOf(server, `${name}-${part}`));
    return { declared, leaving };
}
const partOf = ({ labels, name }, environment) => labels[hetzner_labels/* partLabel */.G5] ?? name.replace(`${environment}-`, "");
function machineOf(server, name) {
    const [privateNetwork] = server.networks;
    return {
        server,
        node: {
            name,
            role: (0,hetzner_labels/* roleOf */.kp)(server),
            publicAddresses: (0,first_contact/* publicAddresses */.yw)(server),
            ...(privateNetwork && { privateAddress: privateNetwork.ip }),
        },
    };
}
const notProvisioned = (environment, what) => new error/* SlipwayError */.GQ("SLW-NOT-PROVISIONED", what, {
    hint: `slipway provision ${environment} --mode apply makes what is missing; then run this again`,
});

// EXTERNAL MODULE: ./build/src/server/ssh/remote.js
var ssh_remote = __webpack_require__(6380);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/server/ssh/upload.js



const wrongHash = 65;
const receive = `# write a file whole or not at all
set -eu
umask 077
mkdir -p "$(dirname "$1")"
new="$1.$$.new"
trap 'rm -f "$new"' EXIT
cat > "$new"
[ "$(sha256sum < "$new" | cut -d ' ' -f 1)" = "$2" ] || exit ${wrongHash}
chmod "$3" "$new"
sync "$new"
mv -f "$new" "$1"`;
async function upload(remote, { path, content, mode }, options = {}) {
    const hash = (0,external_node_crypto_.createHash)("sha256").update(content).digest("hex");
    const { code, stderr } = await remote.attempt((0,ssh_remote/* script */.K)(receive, path, hash, mode), { ...options, stdin: content });
    if (code === 0)
        return;
    const why = code === wrongHash ? "it arrived damaged" : stderr.trim();
    throw new error/* SlipwayError */.GQ("SLW-SERVER-COMMAND", `${path} could not be written on the server: ${why}`, {
        hint: "Run again; if it stays, look at the server's free space.",
    });
}

;// CONCATENATED MODULE: ./build/src/server/k3s/paths.js
const k3sPaths = {
    binary: "/usr/local/bin/k3s",
    config: "/etc/rancher/k3s/config.yaml",
    audit: "/etc/rancher/k3s/audit.yaml",
    admission: "/etc/rancher/k3s/admission.yaml",
    kubeconfig: "/etc/rancher/k3s/k3s.yaml",
    joinToken: "/etc/rancher/k3s/join-token",
    nodeToken: "/var/lib/rancher/k3s/server/node-token",
    auditLog: "/var/lib/rancher/k3s/server/logs/audit.log",
    etcd: "/var/lib/rancher/k3s/server/db/etcd",
    installer: "/usr/local/lib/slipway/k3s-install.sh",
    unfinished: "/var/lib/slipway/k3s-unfinished",
};
const serviceOf = (role) => (role === "server" ? "k3s" : "k3s-agent");

// EXTERNAL MODULE: ./build/src/server/k3s/lock.js
var server_k3s_lock = __webpack_require__(68634);
;// CONCATENATED MODULE: ./build/src/server/k3s/place.js




const exits = { unreachable: 70, wrongHash: 65 };
const fetchThere = `# fetch a pinned file
set -eu
umask 022
[ ! -f "$3" ] || [ "$(sha256sum < "$3" | cut -d ' ' -f 1)" != "$2" ] || exit 0
mkdir -p "$(dirname "$3")"
trap 'rm -f "$3.new"' EXIT
curl --fail --silent --show-error --location --retry 3 --connect-timeout 10 --output "$3.new" "$1" || exit ${exits.unreachable}
[ "$(sha256sum < "$3.new" | cut -d ' ' -f 1)" = "$2" ] || exit ${exits.wrongHash}
chmod 755 "$3.new"
sync "$3.new"
mv -f "$3.new" "$3"`;
async function placeProgram(remote, { url, sha256: pinned }, path, { download, log, ...options }) {
    const { code, stderr } = await remote.attempt((0,ssh_remote/* script */.K)(fetchThere, url, pinned, path), options);
    if (code === 0)
        return;
    if (code === exits.wrongHash)
        throw place_wrongHash(url);
    if (code !== exits.unreachable)
        throw new error/* SlipwayError */.GQ("SLW-SERVER-COMMAND", `${path} could not be written: ${stderr.trim()}`);
    log.info(`the server cannot fetch ${url} itself (${stderr.trim().split("\n").at(-1) ?? ""}), so it is sent from here`);
    const content = await download(url);
    if ((0,server_k3s_lock/* sha256 */.sc)(content) !== pinned)
        throw place_wrongHash(url);
    await upload(remote, { path, content, mode: "0755" }, options);
}
const place_wrongHash = (url) => new error/* SlipwayError */.GQ("SLW-K3S-HASH", `${url} does not have the pinned hash; nothing was installed`, {
    hint: "Either the file was changed since it was pinned, or somebody is in between. Compare with the release's own page before pinning again.",
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
;// CONCATENATED MODULE: ./build/src/server/k3s/health.js


async function unhealthy(remote, node, service, what) {
    const { stdout, stderr } = await remote.attempt((0,ssh_remote/* script */.K)(examine, service), { timeout: 30_000 });
    const report = stdout.trim() || stderr.trim();
    return new error/* SlipwayError */.GQ("SLW-K3S-HEALTH", `${node} is not ready: ${what}\n${report}`, { hint: advice(report) });
}
const causes = [
    [
        /no space left on device|^disk .* (9[5-9]|100)% /im,
        "The disk is full: free some space or take a larger server type, then run again.",
    ],
    [/address already in use/i, "Another program has a port that k3s needs; it is in the list of ports above."],
    [/out of memory|oom-kill|Killed process/i, "Memory ran out: take a larger server type."],
    [
        /certificate (has expired|is not yet valid)/i,
        "Look at the server's clock: timedatectl. k3s renews its certificates when it starts.",
    ],
    [
        /kernel parameter|protect-kernel-defaults|invalid kernel flag/i,
        "A kernel setting is not what the kubelet insists on: sysctl -p /etc/sysctl.d/90-slipway.conf",
    ],
    [
        /token CA hash does not match|invalid token|not authorized/i,
        "The token of the cluster is another: was a server restored or made anew?",
    ],
    [
        /flag provided but not defined|unknown flag|error parsing/i,
        "This version of k3s does not know a setting of /etc/rancher/k3s/config.yaml.",
    ],
];
const advice = (report) => causes.find(([pattern]) => pattern.test(report))?.[1] ??
    "On the server: journalctl -u k3s -u k3s-agent -e; k3s check-config";
const examine = `# why k3s is not ready
service=$1
echo "service $service: $(systemctl is-active "$service"), $(systemctl show -P NRestarts "$service" 2> /dev/null) restarts, result $(systemctl show -P Result "$service" 2> /dev/null)"
awk '/^(MemTotal|MemAvailable|SwapFree):/ {printf "%s %d MiB  ", $1, $2 / 1024} END {print ""}' /proc/meminfo
df -hP / /var/lib/rancher 2> /dev/null | awk 'NR > 1 && !seen[$1]++ {print "disk " $6 ": " $5 " of " $2 " used"}'
ss -Hltnp 2> /dev/null | awk '{n = split($4, a, ":"); if (a[n] ~ /^(6443|6444|10250|2379|2380)$/) print "port " a[n] ": " $6}' | sort -u
journalctl --no-pager -o cat -u "$service" -n 200 2> /dev/null | grep -iE 'fatal|error|fail|level=(warn|err)|denied|expired|in use|no space' | tail -n 15
journalctl --no-pager -o cat -k -n 50 2> /dev/null | grep -iE 'oom|killed process' | tail -n 3
exit 0`;

;// CONCATENATED MODULE: ./build/src/server/k3s/ready.js




const limits = { ready: 300_000, pause: 1_000, report: 10_000 };
const hopeless = 5;
async function waitForNode(ports, { name, service, version }) {
    const { remote, server, clock, log, signal, readyWithin = limits.ready } = ports;
    const options = { timeout: 30_000, ...(signal && { signal }) };
    const start = clock.now();
    const elapsed = () => `${((clock.now() - start) / 1000).toFixed(1)} s`;
    let told = { at: -Infinity, what: "" };
    let what = "";
    for (;;) {
        const state = await stateOf(remote, service, options);
        const unit = unitVerdict(state);
        what = unit ?? (await memberVerdict(server, name, version, options)) ?? "";
        if (what === "")
            break;
        if (state.restarts >= hopeless)
            throw await unhealthy(remote, name, service, `its service failed ${state.restarts} times`);
        if (clock.now() - start >= readyWithin)
            throw await unhealthy(remote, name, service, `after ${readyWithin / 1000} s still waiting for ${what}`);
        if (what !== told.what || clock.now() - told.at >= limits.report) {
            log.info(`${elapsed()}: ${name}: waiting for ${what}`);
            told = { at: clock.now(), what };
        }
        await clock.sleep(limits.pause, signal);
    }
    log.info(`${elapsed()}: ${name} is ready with ${version}`);
}
async function stateOf(remote, service, options) {
    const show = `systemctl show -P ActiveState "$1"; systemctl show -P NRestarts "$1"`;
    const [active = "", restarts = ""] = (await remote.run((0,ssh_remote/* script */.K)(show, service), options)).split("\n");
    return { active, restarts: Number(restarts) };
}
const unitVerdict = ({ active }) => active === "active" ? undefined : `its service, which is ${active}`;
const nodeSchema = schemas/* object */.Ikc({
    status: schemas/* object */.Ikc({
        conditions: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), status: schemas/* string */.YjP(), message: schemas/* string */.YjP().optional() })).default([]),
        nodeInfo: schemas/* object */.Ikc({ kubeletVersion: schemas/* string */.YjP() }),
    }),
});
async function memberVerdict(server, name, version, options) {
    const asked = await server.attempt([k3sPaths.binary, "kubectl", "get", "node", name, "-o", "json", "--request-timeout=10s"], options);
    if (asked.code !== 0)
        return asked.stderr.includes("NotFound") ? "it to join" : "the API server to answer";
    const { conditions, nodeInfo } = nodeSchema.parse(JSON.parse(asked.stdout)).status;
    const ready = conditions.find(({ type }) => type === "Ready");
    if (ready?.status !== "True")
        return `it to be Ready${ready?.message ? ` (${ready.message})` : ""}`;
    return nodeInfo.kubeletVersion === version
        ? undefined
        : `version ${version}, while it runs ${nodeInfo.kubeletVersion}`;
}

;// CONCATENATED MODULE: ./build/src/server/k3s/apply.js





async function applyCluster({ first, steps }, ports) {
    for (const [index, step] of steps.entries()) {
        ports.signal?.throwIfAborted();
        ports.log.info(`${index + 1} of ${steps.length}: ${step.title} (${step.why})`);
        if (step.kind === "remove")
            await removeNode(step, reached(ports, first), ports);
        else
            await settleNode(step, first, ports);
    }
}
function reached({ remoteOf }, name) {
    const remote = remoteOf(name);
    if (!remote)
        throw new Error(`there is no connection to ${name}`);
    return remote;
}
async function settleNode(step, first, ports) {
    const { node, files, programs, joins, version } = step;
    const remote = reached(ports, node.name);
    const options = ports.signal ? { signal: ports.signal } : {};
    await remote.run((0,ssh_remote/* script */.K)(`mkdir -p "$(dirname "$1")" && touch "$1" && sync "$1"`, k3sPaths.unfinished), options);
    for (const file of files)
        await upload(remote, file, options);
    if (joins !== undefined)
        await passToken(reached(ports, joins), remote, options);
    if (programs) {
        await placeProgram(remote, programs.installer, k3sPaths.installer, { ...ports, ...options });
        await placeProgram(remote, programs.binary, k3sPaths.binary, { ...ports, ...options });
        await remote.run(installer(node.role, version), options);
    }
    const service = serviceOf(node.role);
    await remote.run((0,ssh_remote/* script */.K)(restart, service), options);
    await waitForNode({ ...ports, remote, server: reached(ports, first) }, { name: node.name, service, version });
    await remote.run(["rm", "-f", k3sPaths.unfinished], options);
}
async function passToken(from, to, options) {
    const token = await from.run(["cat", k3sPaths.nodeToken], options);
    await upload(to, { path: k3sPaths.joinToken, content: token, mode: "0600" }, options);
}
const installer = (role, version) => [
    "env",
    "INSTALL_K3S_SKIP_DOWNLOAD=true",
    "INSTALL_K3S_SKIP_START=true",
    `INSTALL_K3S_VERSION=${version}`,
    `INSTALL_K3S_EXEC=${role}`,
    "sh",
    k3sPaths.installer,
];
const restart = `# restart k3s
set -eu
install -d -m 700 /var/lib/rancher/k3s/server/logs
systemctl daemon-reload
systemctl reset-failed "$1" 2> /dev/null || :
systemctl enable --quiet "$1"
systemctl restart --no-block "$1"`;
async function removeNode({ name, drain }, server, { remoteOf, signal }) {
    const options = signal ? { signal } : {};
    const kubectl = (...args) => [k3sPaths.binary, "kubectl", ...args];
    if (drain === "first") {
        const how = ["--ignore-daemonsets", "--delete-emptydir-data", "--timeout=300s"];
        await server.run(kubectl("drain", name, ...how), { ...options, timeout: 330_000 });
    }
    await server.run(kubectl("delete", "node", name, "--ignore-not-found"), options);
    await remoteOf(name)?.run((0,ssh_remote/* script */.K)(uninstall), options);
}
const uninstall = `# take k3s off a machine that left the cluster
for one in k3s-agent-uninstall.sh k3s-uninstall.sh; do
  if [ -x /usr/local/bin/$one ]; then exec /usr/local/bin/$one > /dev/null 2>&1; fi
done
exit 0`;

;// CONCATENATED MODULE: ./build/src/server/k3s/cluster-of.js
function clusterOf({ spec }, machines) {
    const rank = ({ role, name }) => `${role === "server" ? 0 : 1} ${name}`;
    const nodes = machines.toSorted((one, other) => rank(one).localeCompare(rank(other), "en", { numeric: true }));
    return { version: spec.kubernetes.version, nodes };
}

;// CONCATENATED MODULE: ./build/src/server/k3s/observed.js




async function observeNode(remote) {
    const output = await remote.run((0,ssh_remote/* script */.K)(observe), { timeout: 60_000 });
    const fields = new Map();
    for (const line of output.split("\n")) {
        const space = line.indexOf(" ");
        if (space > 0)
            fields.set(line.slice(0, space), [...(fields.get(line.slice(0, space)) ?? []), line.slice(space + 1)]);
    }
    const one = (name) => fields.get(name)?.[0]?.trim() ?? "";
    const version = /v\d+\.\d+\.\d+\+k3s\d+/.exec(one("version"))?.[0];
    return {
        architecture: architectureOf(one("machine")),
        memory: Number(one("memory")) * 1024,
        cores: Number(one("cores")),
        version,
        hashes: Object.fromEntries((fields.get("hash") ?? []).map((line) => [line.slice(66), line.slice(0, 64)])),
        datastore: one("datastore") === "etcd" ? "etcd" : one("datastore") === "sqlite" ? "sqlite" : "none",
        service: one("service") || "inactive",
        joinsAnother: fields.has("joins"),
        isUnfinished: fields.has("unfinished"),
        members: membersOf(one("nodes")),
    };
}
function architectureOf(machine) {
    if (machine === "x86_64")
        return "amd64";
    if (machine === "aarch64")
        return "arm64";
    throw new error/* SlipwayError */.GQ("SLW-SERVER-COMMAND", `k3s is not installed on machines of type "${machine}"`, {
        hint: "Use a server type with x86 or Arm processors.",
    });
}
const nodeList = schemas/* object */.Ikc({
    items: schemas/* array */.YOg(schemas/* object */.Ikc({
        metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), labels: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}) }),
        status: schemas/* object */.Ikc({
            conditions: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), status: schemas/* string */.YjP() })).default([]),
            nodeInfo: schemas/* object */.Ikc({ kubeletVersion: schemas/* string */.YjP() }),
        }),
    })),
});
function membersOf(json) {
    if (json === "")
        return [];
    return nodeList.parse(JSON.parse(json)).items.map(({ metadata, status }) => ({
        name: metadata.name,
        isReady: status.conditions.some(({ type, status: value }) => type === "Ready" && value === "True"),
        version: status.nodeInfo.kubeletVersion,
        isServer: "node-role.kubernetes.io/control-plane" in metadata.labels,
    }));
}
const files = [k3sPaths.binary, k3sPaths.config, k3sPaths.audit, k3sPaths.admission];
const observe = `# what there is of k3s
echo "machine $(uname -m)"
echo "memory $(awk '/^MemTotal:/ {print $2}' /proc/meminfo)"
echo "cores $(nproc)"
if [ -x ${k3sPaths.binary} ]; then echo "version $(${k3sPaths.binary} --version 2> /dev/null | head -n 1)"; fi
for file in ${files.join(" ")}; do [ ! -f "$file" ] || echo "hash $(sha256sum "$file")"; done
if [ -d ${k3sPaths.etcd} ]; then echo "datastore etcd"; elif [ -d /var/lib/rancher/k3s/server/db ]; then echo "datastore sqlite"; fi
unit=k3s; [ ! -e /etc/systemd/system/k3s-agent.service ] || unit=k3s-agent
state=$(systemctl is-active $unit 2> /dev/null)
echo "service \${state:-inactive}"
if grep -q '^server:' ${k3sPaths.config} 2> /dev/null; then echo "joins yes"; fi
[ ! -e ${k3sPaths.unfinished} ] || echo "unfinished yes"
if [ "$state" = active ] && [ $unit = k3s ]; then
  nodes=$(timeout 10 ${k3sPaths.binary} kubectl get nodes -o json 2> /dev/null | tr -d '\\n')
  [ -z "$nodes" ] || printf 'nodes %s\\n' "$nodes"
fi
exit 0`;

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/src/server/k3s/reservations.js
const mebibyte = 1024 ** 2;
const measured = { server: 800, etcd: 300, agent: 300, system: 250 };
const largestShare = { kubernetes: 0.35, system: 0.12 };
function reservations({ memory, cores }, role, datastore) {
    const total = memory / mebibyte;
    const wanted = role === "agent" ? measured.agent : measured.server + (datastore === "etcd" ? measured.etcd : 0);
    const kubernetes = Math.floor(Math.min(wanted, total * largestShare.kubernetes));
    const system = Math.floor(Math.min(measured.system, total * largestShare.system));
    const cpu = Math.max(50, Math.floor(cores * 50));
    return { kubeReserved: `cpu=${cpu}m,memory=${kubernetes}Mi`, systemReserved: `cpu=${cpu}m,memory=${system}Mi` };
}

;// CONCATENATED MODULE: ./build/src/server/k3s/config.js



function nodeFiles(config) {
    const text = `${header}${(0,dist/* stringify */.As)(config.node.role === "server" ? serverConfig(config) : agentConfig(config))}`;
    const own = { path: k3sPaths.config, content: text, mode: "0600" };
    if (config.node.role === "agent")
        return [own];
    return [
        own,
        { path: k3sPaths.audit, content: header + (0,dist/* stringify */.As)(auditPolicy), mode: "0600" },
        { path: k3sPaths.admission, content: header + (0,dist/* stringify */.As)(admission), mode: "0600" },
    ];
}
const header = "# Written by slipway from the Environment; a change here is undone.\n";
function agentConfig({ node, size, datastore, joins }) {
    const { kubeReserved, systemReserved } = reservations(size, node.role, datastore);
    const [external] = node.publicAddresses;
    return {
        "node-name": node.name,
        ...(node.privateAddress !== undefined && { "node-ip": node.privateAddress }),
        ...(node.privateAddress !== undefined && external !== undefined && { "node-external-ip": external }),
        ...(joins !== undefined && { server: joins, "token-file": k3sPaths.joinToken }),
        "protect-kernel-defaults": true,
        "kubelet-arg": [
            `kube-reserved=${kubeReserved}`,
            `system-reserved=${systemReserved}`,
            "eviction-hard=memory.available<100Mi,nodefs.available<5%,imagefs.available<5%,nodefs.inodesFree<5%",
            "streaming-connection-idle-timeout=5m",
            "image-gc-high-threshold=75",
            "image-gc-low-threshold=60",
        ],
    };
}
function serverConfig(config) {
    const { node, datastore, joins } = config;
    return {
        ...agentConfig(config),
        ...(datastore === "etcd" && joins === undefined && { "cluster-init": true }),
        ...(node.privateAddress !== undefined && { "advertise-address": node.privateAddress }),
        "tls-san": [...node.publicAddresses, ...(node.privateAddress === undefined ? [] : [node.privateAddress])],
        "write-kubeconfig-mode": "0600",
        "secrets-encryption": true,
        "kube-apiserver-arg": [
            "enable-admission-plugins=NodeRestriction,EventRateLimit",
            `admission-control-config-file=${k3sPaths.admission}`,
            `audit-policy-file=${k3sPaths.audit}`,
            `audit-log-path=${k3sPaths.auditLog}`,
            "audit-log-maxage=30",
            "audit-log-maxbackup=5",
            "audit-log-maxsize=50",
        ],
        "kube-controller-manager-arg": ["terminated-pod-gc-threshold=100"],
    };
}
const auditPolicy = {
    apiVersion: "audit.k8s.io/v1",
    kind: "Policy",
    omitStages: ["RequestReceived"],
    rules: [
        { level: "None", nonResourceURLs: ["/healthz*", "/livez*", "/readyz*", "/version", "/openapi/*"] },
        {
            level: "None",
            resources: [
                { group: "coordination.k8s.io", resources: ["leases"] },
                { group: "", resources: ["events"] },
            ],
        },
        { level: "Metadata", resources: [{ group: "", resources: ["secrets", "serviceaccounts/token"] }] },
        { level: "None", verbs: ["get", "list", "watch"] },
        { level: "Metadata" },
    ],
};
const admission = {
    apiVersion: "apiserver.config.k8s.io/v1",
    kind: "AdmissionConfiguration",
    plugins: [
        {
            name: "EventRateLimit",
            configuration: {
                apiVersion: "eventratelimit.admission.k8s.io/v1alpha1",
                kind: "Configuration",
                limits: [
                    { type: "Server", qps: 500, burst: 5000 },
                    { type: "Namespace", qps: 50, burst: 500, cacheSize: 200 },
                ],
            },
        },
    ],
};

;// CONCATENATED MODULE: ./build/src/server/k3s/declared.js

function checkDeclared({ nodes }) {
    const servers = nodes.filter(({ role }) => role === "server");
    if (servers.length !== 1 && servers.length !== 3) {
        throw new error/* SlipwayError */.GQ("SLW-CONFIG", `a cluster has 1 or 3 servers, not ${servers.length}`, {
            hint: "Set spec.server.count to 1 or 3; further nodes are agents.",
        });
    }
    const lonely = nodes.length > 1 ? nodes.find(({ privateAddress }) => privateAddress === undefined) : undefined;
    if (lonely) {
        throw new error/* SlipwayError */.GQ("SLW-CONFIG", `${lonely.name} has no private address, and the other nodes reach it there`, {
            hint: "More than one node needs spec.server.network.",
        });
    }
    const names = nodes.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice)
        throw new error/* SlipwayError */.GQ("SLW-CONFIG", `two nodes are called ${twice}`);
}

;// CONCATENATED MODULE: ./build/src/server/k3s/version.js

function parseVersion(text) {
    const match = /^v(\d+)\.(\d+)\.(\d+)\+k3s(\d+)$/.exec(text);
    if (!match) {
        throw new error/* SlipwayError */.GQ("SLW-K3S-VERSION", `"${text}" is not a version of k3s`, {
            hint: "A version looks like v1.36.2+k3s1: https://github.com/k3s-io/k3s/releases",
        });
    }
    const [major = 0, minor = 0, patch = 0, build = 0] = match.slice(1).map(Number);
    return [major, minor, patch, build];
}
function compareVersions(one, other) {
    const [left, right] = [parseVersion(one), parseVersion(other)];
    const at = left.findIndex((part, index) => part !== right[index]);
    return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
function checkUpgrade(node, running, declared) {
    const order = compareVersions(running, declared);
    if (order === 0)
        return "same";
    if (order > 0) {
        throw new error/* SlipwayError */.GQ("SLW-K3S-VERSION", `${node} runs ${running}, and ${declared} is older`, {
            hint: `Declare ${running} or newer. To go back, restore a backup on a new server.`,
        });
    }
    const [[major, minor], [toMajor, toMinor]] = [parseVersion(running), parseVersion(declared)];
    if (toMajor === major && toMinor - minor <= 1)
        return "upgrade";
    const next = `v${major}.${minor + 1}`;
    throw new error/* SlipwayError */.GQ("SLW-K3S-VERSION", `${node} runs ${running}, and ${declared} skips ${next}`, {
        hint: `One minor at a time: declare the newest ${next} first, apply, then the next.`,
    });
}

;// CONCATENATED MODULE: ./build/src/server/k3s/plan.js






function planCluster(declared, observed, lock) {
    checkDeclared(declared);
    const servers = declared.nodes.filter(({ role }) => role === "server");
    const members = Object.values(observed).find((one) => one.members.length > 0)?.members ?? [];
    const datastore = servers.length > 1 || servers.some(({ name }) => plan_stateOf(observed, name).datastore === "etcd") ? "etcd" : "sqlite";
    const first = firstServer(servers, observed);
    const render = (node) => nodeFiles({ node, size: plan_stateOf(observed, node.name), datastore, ...(node !== first && { joins: apiOf(first) }) });
    const settled = declared.nodes.flatMap((node) => {
        const state = plan_stateOf(observed, node.name);
        const member = members.find(({ name }) => name === node.name);
        const files = render(node).filter(({ path, content }) => state.hashes[path] !== (0,server_k3s_lock/* sha256 */.sc)(content));
        const programs = (0,server_k3s_lock/* pinnedFiles */.OF)(lock, declared.version, state.architecture);
        const change = changeOf(node, declared.version, state, member, files, programs.binary);
        if (change === undefined)
            return [];
        const { kind, why } = change;
        return [
            {
                id: `${node.name}/${kind}`,
                title: titles[kind](node, declared.version),
                why,
                kind,
                node,
                version: declared.version,
                files,
                ...((kind === "install" || kind === "upgrade") && { programs }),
                ...(node !== first && { joins: first.name }),
            },
        ];
    });
    return {
        first: first.name,
        steps: [...inOrder(settled, first, observed), ...removals(declared, members, servers, observed)],
    };
}
const apiOf = ({ privateAddress, publicAddresses }) => `https://${privateAddress ?? publicAddresses[0] ?? ""}:6443`;
function plan_stateOf(observed, name) {
    const state = observed[name];
    if (!state)
        throw new Error(`${name} was not observed`);
    return state;
}
function firstServer(servers, observed) {
    const holders = servers.filter(({ name }) => plan_stateOf(observed, name).datastore !== "none");
    const first = holders.find(({ name }) => !plan_stateOf(observed, name).joinsAnother) ?? holders[0] ?? servers[0];
    if (!first)
        throw new Error("checkDeclared lets no cluster without servers through");
    return first;
}
function changeOf(node, version, state, member, files, binary) {
    if (state.version === undefined)
        return { kind: "install", why: "k3s is not installed" };
    const running = member?.version ?? state.version;
    if (checkUpgrade(node.name, running, version) === "upgrade")
        return { kind: "upgrade", why: `it runs ${running}` };
    if (state.hashes[k3sPaths.binary] !== binary.sha256)
        return { kind: "upgrade", why: "its program does not have the pinned hash" };
    if (state.isUnfinished)
        return { kind: "install", why: "an earlier run was interrupted" };
    if (files.length > 0)
        return { kind: "configure", why: `${files.map(({ path }) => path).join(", ")} changed` };
    if (state.service !== "active")
        return { kind: "restart", why: `its service is ${state.service}` };
    return undefined;
}
const titles = {
    install: ({ name, role }, version) => `install k3s ${version} on ${name}, ${role === "server" ? "a server" : "an agent"}`,
    upgrade: ({ name }, version) => `bring ${name} to k3s ${version}; its pods go on running`,
    configure: ({ name }) => `write the configuration of ${name} and restart k3s; its pods go on running`,
    restart: ({ name }) => `start k3s on ${name}`,
};
function inOrder(steps, first, observed) {
    const rank = ({ node }) => {
        const { version, service } = plan_stateOf(observed, node.name);
        const isDown = version !== undefined && service !== "active";
        if (node.role === "agent")
            return 4;
        if (isDown)
            return 0;
        if (version === undefined)
            return node === first ? 1 : 3;
        return node === first ? 1 : 2;
    };
    return steps.toSorted((one, other) => rank(one) - rank(other));
}
function removals(declared, members, servers, observed) {
    const gone = members.filter(({ name }) => declared.nodes.every((node) => node.name !== name));
    if (gone.some(({ isServer }) => isServer) &&
        servers.every(({ name }) => plan_stateOf(observed, name).datastore === "none")) {
        throw new error/* SlipwayError */.GQ("SLW-CONFIG", "none of the declared servers has the cluster's state, and those that have it would be removed", {
            hint: "Replace servers one at a time: declare the new beside the old, apply, then leave the old out.",
        });
    }
    return gone.map(({ name, isReady, isServer }) => ({
        id: `${name}/remove`,
        title: `${isReady ? "drain and remove" : "remove"} ${name}, ${isServer ? "a server" : "an agent"}`,
        why: "it is not declared",
        destroys: "what its pods keep on its own disk",
        kind: "remove",
        name,
        drain: isReady ? "first" : "not possible",
    }));
}

;// CONCATENATED MODULE: ./build/src/provisioned-cluster.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});















const apiPort = 6443;
async function provisionedCluster(environment, options, ports) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        (0,hetzner_server/* hetznerServer */.q)(environment);
        const { lock } = await (0,k3s_lock/* readK3sLock */.ve)(options.root);
        if (options.k3s === "settle")
            (0,server_k3s_lock/* pinnedReleaseOf */.Nu)(lock, environment.spec.kubernetes.version);
        const owner = { environment: environment.metadata.name, repository: options.repository };
        const own = await (0,own_servers/* ownServers */.d)((0,hetzner_access/* openHetzner */.xK)(options.access, ports), owner, ports.signal);
        const machines = machinesOf(environment, own);
        const cleanup = __addDisposableResource(env_1, new AsyncDisposableStack(), true);
        const connections = new Map();
        const reached = options.k3s === "settle" ? [...machines.declared, ...machines.leaving] : machines.declared.slice(0, 1);
        for (const { server, node } of reached) {
            connections.set(node.name, cleanup.use(await (0,first_contact/* reachServer */.VN)(server, { ...ports, ...options })));
        }
        const nodes = machines.declared.map(({ node }) => node);
        const first = options.k3s === "settle"
            ? await settle(clusterOf(environment, nodes), connections, lock, ports)
            : (nodes[0]?.name ?? "");
        const connection = connections.get(first);
        if (connection === undefined)
            throw new Error(`there is no connection to "${first}"`);
        const ownKubeconfig = await kubeconfigOn(connection, first, environment);
        const tunnel = cleanup.use(await connection.forward(apiPort));
        ports.log.info(`the API of ${first} is reached through SSH`);
        const taken = cleanup.move();
        return {
            ownKubeconfig,
            kubeconfig: (0,kubeconfig/* redirected */.cP)(ownKubeconfig, `https://127.0.0.1:${tunnel.port}`),
            [Symbol.asyncDispose]: () => taken.disposeAsync(),
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function settle(cluster, connections, lock, ports) {
    const observed = await Promise.all([...connections].map(async ([name, connection]) => [name, await observeNode(connection)]));
    const plan = planCluster(cluster, Object.fromEntries(observed), lock);
    if (plan.steps.length === 0)
        ports.log.info(`k3s ${cluster.version} is as declared; nothing to do`);
    const download = (0,src_download/* downloadBy */.O)(ports.fetch, ports.signal);
    await applyCluster(plan, { ...ports, download, remoteOf: (name) => connections.get(name) });
    return plan.first;
}
async function kubeconfigOn(connection, name, environment) {
    const { code, stdout, stderr } = await connection.attempt(["cat", k3sPaths.kubeconfig], { timeout: 30_000 });
    if (code === 0)
        return stdout;
    throw new error/* SlipwayError */.GQ("SLW-KUBECONFIG", `${name} has no kubeconfig: ${stderr.trim()}`, {
        hint: `slipway bootstrap ${environment.metadata.name} installs k3s`,
    });
}

// EXTERNAL MODULE: ./build/src/repository-label.js
var repository_label = __webpack_require__(57054);
// EXTERNAL MODULE: ./build/src/server/processes.js
var processes = __webpack_require__(68248);
// EXTERNAL MODULE: ./build/src/cli/hetzner/ports.js
var ports = __webpack_require__(71537);
// EXTERNAL MODULE: ./build/src/cli/hetzner/private-key.js
var private_key = __webpack_require__(94748);
;// CONCATENATED MODULE: ./build/src/cli/hetzner/open-provisioned.js





async function openProvisioned(environment, { root, sshKey, k3s }, terminal, signal) {
    const sshPrivateKey = await (0,private_key/* privateKey */.t)(sshKey, terminal);
    const repository = await (0,repository_label/* repositoryOf */._)(root, terminal.env);
    return provisionedCluster(environment, { root, access: (0,ports/* accessFrom */.l)(terminal), sshPrivateKey, repository, k3s }, { ...(0,ports/* hetznerPorts */.r)(terminal, signal), processes: processes/* systemProcesses */.x });
}


/***/ }),

/***/ 79157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ downloadBy)
/* harmony export */ });
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);

const limit = 300_000;
function downloadBy(fetch, signal) {
    return async (url) => {
        const time = AbortSignal.timeout(limit);
        try {
            const response = await fetch(new URL(url), { signal: AbortSignal.any([signal, time]) });
            if (response.ok)
                return new Uint8Array(await response.arrayBuffer());
            throw new _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ("SLW-SOURCE", `${url} answered ${response.status}`);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ)
                throw error;
            const why = time.aborted ? `did not arrive within ${limit / 1000} s` : `could not be read: ${wordsOf(error)}`;
            throw new _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ("SLW-SOURCE", `${url} ${why}`, { hint: "is it reachable from here?", cause: error });
        }
    };
}
function wordsOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? wordsOf(error.cause) : error.message;
}


/***/ }),

/***/ 41120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ k3sVersions),
/* harmony export */   aF: () => (/* binding */ planK3sLock),
/* harmony export */   ve: () => (/* binding */ readK3sLock)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81729);
/* harmony import */ var _server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80205);




async function readK3sLock(root) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, _server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_3__/* .k3sLockFile */ .Fw), "utf8").catch((error) => {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    });
    return text === undefined ? { lock: { releases: {} } } : { lock: (0,_server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseK3sLock */ .Qp)(text), text };
}
function k3sVersions(environments) {
    const made = environments.filter(({ spec }) => spec.server.provider !== "none");
    return [...new Set(made.map(({ spec }) => spec.kubernetes.version))].toSorted();
}
async function planK3sLock({ current, versions, pinned }, pin) {
    const releases = {};
    const changes = [];
    for (const version of versions) {
        const before = current.releases[version];
        const name = `k3s ${version}`;
        const after = before && pinned === "keep" ? before : await pin(version).catch(reasonOf);
        const release = typeof after === "string" ? before : after;
        if (release)
            releases[version] = release;
        changes.push(typeof after === "string" ? { kind: "failed", name, reason: after } : changeOf(name, before, after));
    }
    for (const version of Object.keys(current.releases)) {
        if (!versions.includes(version))
            changes.push({ kind: "removed", name: `k3s ${version}` });
    }
    return { lock: { releases }, changes };
}
function changeOf(name, before, after) {
    const to = hashesOf(after);
    if (before === undefined)
        return { kind: "added", name, to };
    if (JSON.stringify(before) === JSON.stringify(after))
        return { kind: "kept", name };
    return { kind: "updated", name, from: hashesOf(before), to };
}
function hashesOf({ installer, binaries }) {
    const files = Object.entries({ ...binaries, installer });
    return files.flatMap(([file, pin]) => (pin ? `${file} ${pin.sha256.slice(0, 12)}` : [])).join(", ");
}
function reasonOf(error) {
    if (error instanceof _model_error_js__WEBPACK_IMPORTED_MODULE_2__/* .SlipwayError */ .GQ)
        return error.message;
    throw error;
}


/***/ }),

/***/ 80205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ k3sLockFile),
/* harmony export */   Qp: () => (/* binding */ parseK3sLock),
/* harmony export */   gg: () => (/* binding */ formatK3sLock)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2503);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81729);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68634);




const k3sLockFile = "manifests/k3s.lock.yaml";
const head = { apiVersion: "slipway.dev/v1alpha1", kind: "K3sLock" };
const schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    apiVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(head.apiVersion),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(head.kind),
    ..._lock_js__WEBPACK_IMPORTED_MODULE_2__/* .k3sLockSchema */ .m_.shape,
});
function parseK3sLock(text) {
    const parsed = schema.safeParse(yamlOf(text));
    if (parsed.success)
        return { releases: parsed.data.releases };
    throw notValid(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
}
function yamlOf(text) {
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    }
    catch (error) {
        throw notValid(error instanceof Error ? error.message : String(error));
    }
}
const notValid = (what) => new _model_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ("SLW-CONFIG", `${k3sLockFile}: ${what}`, {
    hint: "`slipway lock --k3s` writes it anew once it is gone",
});
const header = '# Written by "slipway lock --k3s": the files that k3s is installed from, pinned to their content.\n\n';
function formatK3sLock({ releases }) {
    const sorted = Object.fromEntries(Object.entries(releases).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    return header + (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ ...head, releases: sorted }, { lineWidth: 0 });
}


/***/ }),

/***/ 68634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ pinRelease),
/* harmony export */   Nu: () => (/* binding */ pinnedReleaseOf),
/* harmony export */   OF: () => (/* binding */ pinnedFiles),
/* harmony export */   m_: () => (/* binding */ k3sLockSchema),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2503);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81729);



const architectures = ["amd64", "arm64"];
const pinnedFile = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    url: zod__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ5().describe("Where the file is."),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[0-9a-f]{64}$/)
        .describe("Its SHA-256; another file is refused."),
});
const pinnedRelease = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    installer: pinnedFile.describe("The install script, as of the release's tag."),
    binaries: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ amd64: pinnedFile, arm64: pinnedFile })
        .partial()
        .describe("The program, by architecture."),
});
const k3sLockSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ releases: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), pinnedRelease) });
function pinnedFiles(lock, version, architecture) {
    const { installer, binaries } = pinnedReleaseOf(lock, version);
    const binary = binaries[architecture];
    if (binary)
        return { installer, binary };
    throw notPinned(`k3s ${version} on ${architecture}`, lock);
}
function pinnedReleaseOf(lock, version) {
    const release = lock.releases[version];
    if (release)
        return release;
    throw notPinned(`k3s ${version}`, lock);
}
const notPinned = (what, { releases }) => new _model_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ("SLW-K3S-HASH", `no hashes are pinned for ${what}; there are: ${Object.keys(releases).join(", ") || "none"}`, {
    hint: "`slipway lock --k3s` pins what the Environments declare; look at the change, commit it, and run this again",
});
const official = {
    releases: "https://github.com/k3s-io/k3s/releases/download",
    sources: "https://raw.githubusercontent.com/k3s-io/k3s",
};
const binaryNames = { amd64: "k3s", arm64: "k3s-arm64" };
async function pinRelease(version, download, { releases, sources } = official) {
    const tag = encodeURIComponent(version);
    const installerUrl = `${sources}/${tag}/install.sh`;
    const installer = { url: installerUrl, sha256: sha256(await download(installerUrl)) };
    const binaries = await Promise.all(architectures.map(async (architecture) => {
        const sums = new TextDecoder().decode(await download(`${releases}/${tag}/sha256sum-${architecture}.txt`));
        const name = binaryNames[architecture];
        return [architecture, { url: `${releases}/${tag}/${name}`, sha256: hashOf(sums, name, version) }];
    }));
    return pinnedRelease.parse({ installer, binaries: Object.fromEntries(binaries) });
}
function hashOf(sums, name, version) {
    const found = sums
        .split("\n")
        .map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line.trim()))
        .find((match) => match?.[2] === name);
    if (found?.[1])
        return found[1];
    throw new _model_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ("SLW-K3S-HASH", `the release ${version} has no hash of ${name}`);
}
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex");


/***/ })

};
