export const id = 907;
export const ids = [907];
export const modules = {

/***/ 64907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runSweep: () => (/* binding */ runSweep)
});

// EXTERNAL MODULE: ./build/src/environment/money.js
var money = __webpack_require__(71531);
// EXTERNAL MODULE: ./build/src/environments.js
var src_environments = __webpack_require__(74715);
// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(81729);
// EXTERNAL MODULE: ./build/src/report/text/style.js
var style = __webpack_require__(36179);
// EXTERNAL MODULE: ./build/src/hetzner/apply/apply.js + 12 modules
var apply = __webpack_require__(77110);
// EXTERNAL MODULE: ./build/src/hetzner/apply/ports.js
var apply_ports = __webpack_require__(64195);
// EXTERNAL MODULE: ./build/src/hetzner/claim.js
var claim = __webpack_require__(90620);
// EXTERNAL MODULE: ./build/src/hetzner/estate-items.js
var estate_items = __webpack_require__(82651);
// EXTERNAL MODULE: ./build/src/hetzner/labels.js
var hetzner_labels = __webpack_require__(77485);
;// CONCATENATED MODULE: ./build/src/hetzner/classify.js



const isOrphan = ({ verdict }) => verdict === "orphan";
function classifyEstate({ labelled, madeByControllers }, knowledge, catalogue) {
    const { servers, networks } = labelled;
    const balanced = (one) => servers.find((server) => (0,claim/* balancesFor */.tB)({ servers: [server], networks: [] }, one)) ??
        networks.find((network) => (0,claim/* balancesFor */.tB)({ servers: [], networks: [network] }, one));
    const attachedTo = (one) => servers.find((server) => (0,claim/* isAttachedTo */.Ix)({ servers: [server] }, one));
    return [
        ...classify((0,estate_items/* itemsOf */.S3)(labelled, catalogue), knowledge),
        ...madeByControllers.loadBalancers.map((one) => unlabelled((0,estate_items/* balancerItem */.m0)(one, catalogue), balanced(one), knowledge)),
        ...madeByControllers.volumes.map((one) => unlabelled((0,estate_items/* volumeItem */.cj)(one, catalogue), attachedTo(one), knowledge)),
    ];
}
function unlabelled(item, tiedTo, { repository }) {
    const environment = tiedTo?.labels[hetzner_labels/* environmentLabel */.WG];
    if (environment === undefined) {
        return {
            ...item,
            environment,
            verdict: "unclear",
            why: "a controller made it for some cluster; which, nothing tells",
        };
    }
    const verdict = (0,hetzner_labels/* isOwn */.NP)(tiedTo?.labels ?? {}, { environment, repository }) ? "in use" : "another repository's";
    return { ...item, environment, verdict, why: `a controller made it for the cluster of ${environment}` };
}
function classify(items, knowledge) {
    const served = new Set(items.filter(({ kind }) => kind === "server").map(({ resource }) => resource.labels[hetzner_labels/* environmentLabel */.WG]));
    return items.map((item) => {
        const environment = item.resource.labels[hetzner_labels/* environmentLabel */.WG];
        return { ...item, environment, ...judge(item, environment ?? "", knowledge, served) };
    });
}
function judge(item, environment, knowledge, served) {
    const { labels } = item.resource;
    const made = labels[hetzner_labels/* repositoryLabel */.v7];
    if (made !== undefined && made !== knowledge.repository) {
        return { verdict: "another repository's", why: `it was made for ${made}` };
    }
    const parts = knowledge.environments[environment];
    if (parts === undefined) {
        if (made === undefined)
            return { verdict: "unclear", why: `no file declares ${environment}, and no label says which repository made it` };
        return { verdict: "orphan", why: `no file declares ${environment} any more` };
    }
    const part = labels[hetzner_labels/* partLabel */.G5];
    if (part === undefined)
        return controllerMade(item, environment, knowledge, served);
    if (parts.includes(part))
        return { verdict: "in use", why: useOf(item, environment, served) };
    if (item.attached)
        return { verdict: "in use", why: `${environment} no longer declares it; slipway provision removes it` };
    return { verdict: "orphan", why: `${environment} no longer declares it` };
}
function useOf({ kind, detail }, environment, served) {
    if (kind === "server" && detail.endsWith(", off"))
        return "off, and billed in full: teardown deletes it";
    if (served.has(environment))
        return "declared";
    return "declared; waits for its server";
}
function controllerMade(item, environment, { previews }, served) {
    if (!(0,claim/* isMadeByController */.Tr)(item.resource.labels))
        return { verdict: "unclear", why: "it has the label of an Environment and says not what it is" };
    const namespace = item.resource.labels[claim/* claimNamespaceLabel */.QT];
    const isOfPreview = previews && namespace?.startsWith(previews.prefix) === true;
    if (isOfPreview && !item.attached && !previews.open.includes(namespace)) {
        return { verdict: "orphan", why: `the preview ${namespace} is closed` };
    }
    if (item.attached || served.has(environment))
        return { verdict: "in use", why: `a controller made it for the cluster of ${environment}` };
    return { verdict: "orphan", why: `the cluster of ${environment} that it was made for is gone` };
}

// EXTERNAL MODULE: ./build/src/hetzner/inventory.js
var inventory = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/src/hetzner/plan/declared.js
var declared = __webpack_require__(89814);
// EXTERNAL MODULE: ./build/src/hetzner/plan/removal.js
var removal = __webpack_require__(96258);
;// CONCATENATED MODULE: ./build/src/hetzner/plan/sweep-plan.js


function sweepPlans(found, repository) {
    const names = [...new Set(found.flatMap(({ environment }) => environment ?? []))];
    return names.flatMap((environment) => {
        const owner = { environment, repository };
        const here = found.filter((one) => one.environment === environment);
        const orphans = here.filter(({ verdict }) => verdict === "orphan");
        const unlabelled = here.filter(({ resource, verdict }) => verdict === "in use" && resource.labels[hetzner_labels/* environmentLabel */.WG] === undefined);
        const steps = [...unlabelled.map((item) => (0,removal/* claim */.B7)(item, owner)), ...orphans.map((item) => (0,removal/* removal */.r2)(item, item.why))];
        return steps.length === 0 ? [] : [{ owner, plan: (0,removal/* removalPlan */.GO)(owner, [...unlabelled, ...orphans], steps) }];
    });
}

// EXTERNAL MODULE: ./build/src/hetzner/survivors.js
var survivors = __webpack_require__(51003);
// EXTERNAL MODULE: ./build/src/hetzner-access.js + 10 modules
var hetzner_access = __webpack_require__(22665);
;// CONCATENATED MODULE: ./build/src/sweep.js









async function sweep(options, ports) {
    const { access, mode, environments, repository, previews } = options;
    const client = (0,hetzner_access/* openHetzner */.xK)(access, ports);
    const { catalogue } = await (0,hetzner_access/* marketOf */.mG)(client, access, ports);
    const knowledge = { repository, environments: declaredParts(environments), previews };
    const look = async () => classifyEstate(await (0,inventory/* takeInventory */.O)(client, hetzner_labels/* environmentLabel */.WG, ports.signal), knowledge, catalogue);
    const found = await look();
    ports.onFound(found);
    if (mode === "list")
        return { found, orphans: found.filter(isOrphan), catalogue };
    for (const { owner, plan } of sweepPlans(found, repository)) {
        await (0,apply/* apply */.B)(plan, { ...ports, client, ...(0,hetzner_access/* waiting */.eg)(ports.random), owner, ...apply_ports/* makingNothing */.V });
    }
    const left = await (0,survivors/* survivors */.Q)(async () => (await look()).filter(isOrphan), ports);
    if (left.length > 0)
        throw (0,survivors/* orphanError */.v)(left, catalogue);
    return { found, orphans: [], catalogue };
}
function declaredParts(environments) {
    return Object.fromEntries(environments.map((environment) => {
        const { server } = environment.spec;
        return [environment.metadata.name, server.provider === "hetzner" ? (0,declared/* partsOf */.C)(environment, server) : []];
    }));
}

// EXTERNAL MODULE: ./build/src/repository-label.js
var repository_label = __webpack_require__(57054);
// EXTERNAL MODULE: ./build/src/cli/environment/grid.js
var grid = __webpack_require__(85740);
// EXTERNAL MODULE: ./build/src/cli/hetzner/ports.js
var ports = __webpack_require__(71537);
// EXTERNAL MODULE: ./build/src/cli/hetzner/progress.js
var progress = __webpack_require__(10466);
;// CONCATENATED MODULE: ./build/src/cli/hetzner/sweep.js









async function runSweep(options, terminal, signal) {
    const { root, format } = options;
    const { documents } = await (0,src_environments/* checkedEnvironments */.ID)(root);
    const environments = documents.flatMap(({ environment }) => environment ?? []);
    const paint = terminal.colour ? style.coloured : style.plain;
    const { found, orphans, catalogue } = await sweep({
        access: (0,ports/* accessFrom */.l)(terminal),
        mode: options.delete ? "delete" : "list",
        environments,
        repository: await (0,repository_label/* repositoryOf */._)(root, terminal.env),
    }, {
        ...(0,ports/* hetznerPorts */.r)(terminal, signal),
        report: (0,progress/* applyProgress */.k)(terminal),
        onFound: (found) => (format === "text" ? terminal.out(`${sweepText(found, paint).join("\n")}\n`) : undefined),
        onWait: (left) => terminal.err(`waiting until Hetzner has let go of ${left.length} more\n`),
    });
    if (format === "json")
        terminal.out(`${JSON.stringify({ found, orphans }, null, 2)}\n`);
    else
        terminal.out(`Euros a month, net, by prices of ${catalogue.date} from ${catalogue.source}.\n`);
    return orphans.length > 0 ? error/* exitCodes */.hS.findings : error/* exitCodes */.hS.fine;
}
const tones = {
    orphan: "error",
    unclear: "warning",
    "in use": "added",
    "another repository's": "dim",
};
function sweepText(found, paint) {
    if (found.length === 0)
        return ["nothing with slipway's labels is at Hetzner"];
    const sorted = found.toSorted((a, b) => order(a.verdict) - order(b.verdict));
    const rows = sorted.map(({ verdict, environment, kind, resource, detail, monthly, why }) => [
        verdict,
        environment ?? "",
        `${kind} ${resource.name}${detail === "" ? "" : `, ${detail}`}`,
        monthly === undefined ? "?" : (0,money/* formatEuro */.fI)(monthly),
        why,
    ]);
    const lines = (0,grid/* grid */.V)([["", "environment", "", "€/month", "why"], ...rows], ["left", "left", "left", "right", "left"]);
    const orphans = found.filter(({ verdict }) => verdict === "orphan");
    const sum = (some) => (0,money/* formatEuro */.fI)(some.reduce((total, { monthly = 0 }) => total + monthly, 0));
    return [
        paint("dim", lines[0] ?? ""),
        ...sorted.map(({ verdict }, index) => paint(tones[verdict], lines[index + 1] ?? "")),
        "",
        paint("heading", `${orphans.length} of ${found.length} are orphans: €${sum(orphans)} of €${sum(found)} a month`),
    ];
}
const order = (verdict) => Object.keys(tones).indexOf(verdict);


/***/ }),

/***/ 64195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ makingNothing)
/* harmony export */ });
const nothingIsMade = () => {
    throw new TypeError("a plan that only removes has made something");
};
const makingNothing = {
    allow: new Set(["destroy"]),
    prepareServer: nothingIsMade,
    afterCreate: nothingIsMade,
};


/***/ }),

/***/ 90620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ isAttachedTo),
/* harmony export */   QT: () => (/* binding */ claimNamespaceLabel),
/* harmony export */   Tr: () => (/* binding */ isMadeByController),
/* harmony export */   eP: () => (/* binding */ loadBalancerSelector),
/* harmony export */   nU: () => (/* binding */ csiSelector),
/* harmony export */   tB: () => (/* binding */ balancesFor)
/* harmony export */ });
const serviceLabel = "hcloud-ccm/service-uid";
const loadBalancerSelector = serviceLabel;
const csiSelector = "managed-by=csi-driver";
const claimNamespaceLabel = "pvc-namespace";
const isMadeByController = (labels) => labels[serviceLabel] !== undefined || labels["managed-by"] === "csi-driver";
function balancesFor({ servers, networks }, balancer) {
    return (balancer.servers.some((id) => servers.some((one) => one.id === id)) ||
        balancer.networks.some((id) => networks.some((one) => one.id === id)));
}
const isAttachedTo = ({ servers }, { server }) => servers.some(({ id }) => id === server);


/***/ }),

/***/ 82651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   cj: () => (/* binding */ volumeItem),
/* harmony export */   m0: () => (/* binding */ balancerItem)
/* harmony export */ });
/* harmony import */ var _plan_price_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39701);

const balancerItem = (one, catalogue) => ({
    kind: "load balancer",
    resource: one,
    monthly: (0,_plan_price_of_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOfLoadBalancer */ .Zy)(catalogue, one),
    detail: `${one.type} in ${one.location}`,
    attached: one.servers.length > 0,
});
const volumeItem = (one, catalogue) => ({
    kind: "volume",
    resource: one,
    monthly: (0,_plan_price_of_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOfVolume */ .H1)(catalogue, one),
    detail: `${one.sizeGB} GB in ${one.location}`,
    attached: one.server !== undefined,
});
const serverItem = (one, catalogue) => ({
    kind: "server",
    resource: one,
    monthly: (0,_plan_price_of_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOfServer */ .gR)(catalogue, one),
    detail: `${one.type} in ${one.location}${one.status === "running" ? "" : `, ${one.status}`}`,
    attached: true,
});
const addressItem = (one, catalogue) => ({
    kind: "primary ip",
    resource: one,
    monthly: (0,_plan_price_of_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOfAddress */ .zR)(catalogue, one),
    detail: `${one.address} in ${one.location}`,
    attached: one.server !== undefined,
});
const imageItem = (one, catalogue) => ({
    kind: "image",
    resource: one,
    monthly: (0,_plan_price_of_js__WEBPACK_IMPORTED_MODULE_0__/* .priceOfImage */ .yu)(catalogue, one),
    detail: `${one.type}, ${one.sizeGB} GB`,
    attached: false,
});
const freeItem = (kind) => (resource) => ({ kind, resource, monthly: 0, detail: "", attached: false });
function itemsOf(inventory, catalogue) {
    return [
        ...inventory.loadBalancers.map((one) => balancerItem(one, catalogue)),
        ...inventory.servers.map((one) => serverItem(one, catalogue)),
        ...inventory.volumes.map((one) => volumeItem(one, catalogue)),
        ...inventory.images.map((one) => imageItem(one, catalogue)),
        ...inventory.primaryIps.map((one) => addressItem(one, catalogue)),
        ...inventory.networks.map(freeItem("network")),
        ...inventory.placementGroups.map(freeItem("placement group")),
        ...inventory.firewalls.map(freeItem("firewall")),
        ...inventory.sshKeys.map(freeItem("ssh key")),
    ];
}


/***/ }),

/***/ 7084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ takeInventory)
/* harmony export */ });
/* harmony import */ var _client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25948);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(90620);


async function takeInventory(client, selector, signal) {
    const list = (type, label_selector = selector) => client.list(type, { label_selector }, signal);
    const [labelled, balancers, csiVolumes] = await Promise.all([
        everyKind(list),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .loadBalancers */ .Cm, _claim_js__WEBPACK_IMPORTED_MODULE_1__/* .loadBalancerSelector */ .eP),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .volumes */ .on, _claim_js__WEBPACK_IMPORTED_MODULE_1__/* .csiSelector */ .nU),
    ]);
    const ids = (all) => new Set(all.map(({ id }) => id));
    const [known, knownVolumes] = [ids(labelled.loadBalancers), ids(labelled.volumes)];
    return {
        labelled,
        madeByControllers: {
            loadBalancers: balancers.filter(({ id }) => !known.has(id)),
            volumes: csiVolumes.filter(({ id }) => !knownVolumes.has(id)),
        },
    };
}
async function everyKind(list) {
    const [keys, walls, nets, groups, ips, disks, machines, balancers, snapshots] = await Promise.all([
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .sshKeys */ .BK),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .firewalls */ .gk),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .networks */ .o8),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .placementGroups */ .qy),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryIps */ .LX),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .volumes */ .on),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .servers */ .b0),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .loadBalancers */ .Cm),
        list(_client_resource_types_js__WEBPACK_IMPORTED_MODULE_0__/* .images */ .zC),
    ]);
    return {
        sshKeys: keys,
        firewalls: walls,
        networks: nets,
        placementGroups: groups,
        primaryIps: ips,
        volumes: disks,
        servers: machines,
        loadBalancers: balancers,
        images: snapshots,
    };
}


/***/ }),

/***/ 95826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ canonicalCidr)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

function canonicalCidr(cidr) {
    const [address = "", prefix = ""] = cidr.split("/");
    const length = Number(prefix);
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address)
        ? `${ipv6(masked(groupsOf(address), 16, length))}/${length}`
        : `${masked(address.split(".").map(Number), 8, length).join(".")}/${length}`;
}
function masked(parts, bits, length) {
    return parts.map((part, index) => {
        const kept = Math.min(Math.max(length - index * bits, 0), bits);
        return part & (((1 << bits) - 1) ^ ((1 << (bits - kept)) - 1));
    });
}
function groupsOf(address) {
    const short = ipv6Text(address).slice(1, -1);
    const [head = "", tail] = short.split("::");
    const parse = (text) => text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16));
    const [first, last] = [parse(head), parse(tail ?? "")];
    return [...first, ...Array(8 - first.length - last.length).fill(0), ...last];
}
const ipv6 = (groups) => ipv6Text(groups.map((group) => group.toString(16)).join(":")).slice(1, -1);
const ipv6Text = (address) => new URL(`http://[${address}]/`).hostname;


/***/ }),

/***/ 89814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ partsOf),
/* harmony export */   x: () => (/* binding */ declare)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77485);
/* harmony import */ var _cidr_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95826);



function declare(environment, server, options) {
    const owner = { environment: environment.metadata.name, repository: options.repository };
    const part = (part) => ({
        part,
        name: `${owner.environment}-${part}`,
        labels: { ...(0,_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerLabels */ .H0)(owner), [_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .partLabel */ .G5]: part },
    });
    const nodes = nodesOf(environment, server, part);
    const [first] = nodes;
    const protection = server.protection ? "on" : "off";
    return {
        owner,
        sshKey: { ...part("ssh-key"), ...keyOf(options.sshPublicKey) },
        firewall: { ...part("firewall"), rules: rulesOf(server) },
        ...((server.network !== undefined || nodes.length > 1) && {
            network: { ...part("network"), cidr: (0,_cidr_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalCidr */ .Z)(server.network?.cidr ?? "10.0.0.0/16") },
        }),
        ...(server.placementGroup && { placementGroup: part("placement-group") }),
        addresses: nodes.flatMap((node) => addressTypes(server).map((type) => ({
            ...part(`${node.part}-${type}`),
            type,
            node: node.name,
            protection: node.protection,
        }))),
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
function partsOf(environment, server) {
    const { sshKey, firewall, network, placementGroup, addresses, volumes, nodes } = declare(environment, server, {
        sshPublicKey: "",
    });
    return [sshKey, firewall, network, placementGroup, ...addresses, ...volumes, ...nodes].flatMap((one) => one?.part ?? []);
}
function nodesOf({ spec: { agents } }, server, part) {
    const count = (length) => Array.from({ length }, (_, index) => index + 1);
    const { image, types, locations } = server;
    return [
        ...count(server.count).map((number) => ({
            ...part(`server-${number}`),
            role: "server",
            types,
            locations,
            image,
            protection: server.protection ? "on" : "off",
            spread: server.placementGroup,
        })),
        ...count(agents?.count ?? 0).map((number) => ({
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
const addressTypes = ({ publicIPv4, publicIPv6 }) => [
    ...(publicIPv4 ? ["ipv4"] : []),
    ...(publicIPv6 ? ["ipv6"] : []),
];
const anywhere = ["0.0.0.0/0", "::/0"];
function rulesOf({ sshFrom, webFrom }) {
    const open = (protocol, port, from, description) => ({
        direction: "in",
        protocol,
        port,
        from: from.map(_cidr_js__WEBPACK_IMPORTED_MODULE_2__/* .canonicalCidr */ .Z),
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
function keyOf(line) {
    const [type = "", key = ""] = line.trim().split(/\s+/);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("md5").update(Buffer.from(key, "base64")).digest("hex");
    return { publicKey: `${type} ${key}`, fingerprint: (digest.match(/../g) ?? []).join(":") };
}


/***/ }),

/***/ 96258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B7: () => (/* binding */ claim),
/* harmony export */   GO: () => (/* binding */ removalPlan),
/* harmony export */   r2: () => (/* binding */ removal)
/* harmony export */ });
/* harmony import */ var _labels_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77485);
/* harmony import */ var _draft_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59540);
/* harmony import */ var _price_of_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39701);



function removalPlan({ environment }, items, steps) {
    const known = items.map(({ kind, resource }) => ({ ...(0,_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)(kind, resource.name), id: resource.id }));
    return { environment, ...(0,_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .emptyDraft */ .xW)(), known, steps };
}
function removal({ kind, resource, monthly, detail }, why) {
    const on = (0,_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)(kind, resource.name);
    const before = kind === "volume" ? [{ do: "detach volume", on }] : [];
    return (0,_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .stepOn */ .QM)("delete", on, {
        title: `${kind} ${resource.name}${detail === "" ? "" : `, ${detail}`}`,
        why,
        operations: [...before, { do: "delete", on }],
        ...(0,_price_of_js__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .ho)(monthly, 0),
        ...(resource.protected === true && { guarded: true }),
    });
}
function claim({ kind, resource: { name, labels }, monthly }, owner) {
    const on = (0,_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .ref */ .KR)(kind, name);
    return (0,_draft_js__WEBPACK_IMPORTED_MODULE_1__/* .stepOn */ .QM)("update", on, {
        why: "a controller made it for the cluster; the Environment's label says so when the cluster is gone",
        operations: [{ do: "label", on, name, labels: { ...labels, ...(0,_labels_js__WEBPACK_IMPORTED_MODULE_0__/* .ownerLabels */ .H0)(owner) } }],
        ...(0,_price_of_js__WEBPACK_IMPORTED_MODULE_2__/* .costOf */ .ho)(monthly, monthly),
    });
}


/***/ }),

/***/ 51003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ survivors),
/* harmony export */   v: () => (/* binding */ orphanError)
/* harmony export */ });
/* harmony import */ var _environment_money_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71531);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);


const patience = 60_000;
const pause = 2000;
async function survivors(list, { clock, signal, onWait }) {
    const started = clock.now();
    for (;;) {
        const left = await list();
        if (left.length === 0 || clock.now() - started > patience)
            return left;
        onWait(left);
        await clock.sleep(pause, signal);
    }
}
function orphanError(left, { date }) {
    const lines = left.map(({ kind, resource, detail, monthly }) => {
        const price = monthly === undefined ? "price not known" : `€${(0,_environment_money_js__WEBPACK_IMPORTED_MODULE_1__/* .formatEuro */ .fI)(monthly)} a month`;
        return `  ${kind} ${resource.name} (${resource.id})${detail === "" ? "" : `, ${detail}`}: ${price}`;
    });
    const sum = left.reduce((total, { monthly = 0 }) => total + monthly, 0);
    const count = left.length === 1 ? "1 resource is" : `${left.length} resources are`;
    return new _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ("SLW-HETZNER-ORPHANS", `${count} left, €${(0,_environment_money_js__WEBPACK_IMPORTED_MODULE_1__/* .formatEuro */ .fI)(sum)} a month at prices of ${date}:\n${lines.join("\n")}`, { hint: "Run again. What stays is in use by something else, or protected: look at it in the Hetzner Console." });
}


/***/ })

};
