export const id = 818;
export const ids = [818];
export const modules = {

/***/ 4279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ unlessInterrupted)
/* harmony export */ });
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);

async function unlessInterrupted(terminal, signal, environment, run) {
    try {
        return await run();
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        terminal.err(`slipway: stopped\n  Run again to finish, or slipway teardown ${environment} to delete what there is so far.\n`);
        return _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.outside;
    }
}


/***/ }),

/***/ 46639:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rs: () => (/* binding */ costText),
  Pt: () => (/* binding */ planText),
  Kw: () => (/* binding */ refusalText)
});

// EXTERNAL MODULE: ./build/src/environment/money.js
var money = __webpack_require__(71531);
;// CONCATENATED MODULE: ./build/src/hetzner/plan/rows.js

const marks = {
    create: "+",
    update: "~",
    replace: "±",
    delete: "-",
    nothing: "=",
};
function planRows({ steps }) {
    return steps.map((step) => ({
        action: step.action,
        mark: marks[step.action],
        title: step.title,
        monthly: monthlyOf(step),
        why: step.why,
        destroys: step.destroys,
    }));
}
function monthlyOf({ cost }) {
    if (!cost)
        return "";
    const change = cost.after - cost.before;
    if (change === 0)
        return (0,money/* formatEuro */.fI)(cost.after);
    return change > 0 ? `+${(0,money/* formatEuro */.fI)(change)}` : (0,money/* formatEuro */.fI)(change);
}
function planCounts({ steps }) {
    const words = [
        ["create", "to create"],
        ["update", "to update"],
        ["replace", "to replace"],
        ["delete", "to delete"],
    ];
    const parts = words.flatMap(([action, word]) => {
        const count = steps.filter((step) => step.action === action).length;
        return count === 0 ? [] : [`${count} ${word}`];
    });
    return parts.length === 0 ? "nothing to do" : parts.join(", ");
}

// EXTERNAL MODULE: ./build/src/report/text/wrap.js
var wrap = __webpack_require__(78392);
// EXTERNAL MODULE: ./build/src/cli/environment/grid.js
var grid = __webpack_require__(85740);
;// CONCATENATED MODULE: ./build/src/cli/hetzner/plan-text.js




const tones = {
    create: "added",
    update: "warning",
    replace: "removed",
    delete: "removed",
    nothing: "dim",
};
function planText(plan, paint, width) {
    const rows = planRows(plan);
    if (rows.length === 0)
        return [`${plan.environment}: there is nothing at Hetzner`];
    const cells = [["", "", "€/month"], ...rows.map(({ mark, title, monthly }) => [mark, title, monthly])];
    const [head = "", ...lines] = (0,grid/* grid */.V)(cells, ["left", "left", "right"]);
    const indent = " ".repeat((0,wrap/* columns */.YB)(head) + 2);
    const steps = rows.flatMap((row, index) => {
        const [first = "", ...rest] = (0,wrap/* wrap */.LV)(row.why, indent, width);
        const left = (lines[index] ?? "").padEnd(indent.length);
        const lost = row.destroys === undefined ? [] : (0,wrap/* wrap */.LV)(`loses ${row.destroys}`, indent, width);
        return [
            ...[left + first.slice(indent.length), ...rest].map((line) => paint(tones[row.action], line)),
            ...lost.map((line) => paint("error", line)),
        ];
    });
    return [paint("dim", head), ...steps, "", paint("heading", `${plan.environment}: ${planCounts(plan)}`)];
}
function costText({ monthly, alwaysOn, dearest, budget }, { date, source }) {
    const sleeps = monthly === alwaysOn ? "" : `, €${(0,money/* formatEuro */.fI)(alwaysOn)} if it were always on`;
    const limit = budget
        ? ` Budget: €${(0,money/* formatEuro */.fI)(budget.limit)}; the dearest month takes €${(0,money/* formatEuro */.fI)(dearest.amount)}.`
        : "";
    return [`A month costs €${(0,money/* formatEuro */.fI)(monthly)} net${sleeps}, by prices of ${date} from ${source}.${limit}`];
}
function refusalText(refusals, paint, width) {
    return refusals.flatMap(({ code, message, hint }) => [
        ...(0,wrap/* wrap */.LV)(`${code} ${message}`, "", width).map((line) => paint("error", line)),
        ...(0,wrap/* wrap */.LV)(hint, "  ", width),
    ]);
}


/***/ }),

/***/ 85818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runTeardown: () => (/* binding */ runTeardown)
});

// EXTERNAL MODULE: ./build/src/environment/money.js
var money = __webpack_require__(71531);
// EXTERNAL MODULE: ./build/src/environments.js
var environments = __webpack_require__(74715);
// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(81729);
// EXTERNAL MODULE: ./build/src/report/text/style.js
var style = __webpack_require__(36179);
// EXTERNAL MODULE: ./build/src/hetzner/apply/apply.js + 12 modules
var apply = __webpack_require__(77110);
// EXTERNAL MODULE: ./build/src/hetzner/apply/ports.js
var apply_ports = __webpack_require__(64195);
// EXTERNAL MODULE: ./build/src/hetzner/estate-items.js
var estate_items = __webpack_require__(82651);
// EXTERNAL MODULE: ./build/src/hetzner/inventory.js
var inventory = __webpack_require__(7084);
// EXTERNAL MODULE: ./build/src/hetzner/labels.js
var hetzner_labels = __webpack_require__(77485);
// EXTERNAL MODULE: ./build/src/hetzner/claim.js
var claim = __webpack_require__(90620);
// EXTERNAL MODULE: ./build/src/hetzner/plan/draft.js + 1 modules
var draft = __webpack_require__(59540);
// EXTERNAL MODULE: ./build/src/hetzner/plan/price-of.js
var price_of = __webpack_require__(39701);
// EXTERNAL MODULE: ./build/src/hetzner/plan/removal.js
var removal = __webpack_require__(96258);
;// CONCATENATED MODULE: ./build/src/hetzner/plan/teardown-plan.js






function planTeardown(estate, { owner, keep, catalogue }) {
    const own = ownOf(estate.labelled, owner);
    const claimed = claimedBy(own, estate);
    const items = (0,estate_items/* itemsOf */.S3)({
        ...own,
        loadBalancers: [...own.loadBalancers, ...claimed.loadBalancers],
        volumes: [...own.volumes, ...claimed.volumes],
    }, catalogue);
    const isClaimed = ({ kind, resource }) => (kind === "volume" || kind === "load balancer") && !(0,hetzner_labels/* isOwn */.NP)(resource.labels, owner);
    return (0,removal/* removalPlan */.GO)(owner, items, [
        ...items.filter(isClaimed).map((item) => (0,removal/* claim */.B7)(item, owner)),
        ...items.map((item) => (isKept(item, keep) ? keeping(item) : (0,removal/* removal */.r2)(item, "the Environment is torn down"))),
    ]);
}
function claimedBy(own, { madeByControllers }) {
    return {
        loadBalancers: madeByControllers.loadBalancers.filter((one) => (0,claim/* balancesFor */.tB)(own, one)),
        volumes: madeByControllers.volumes.filter((one) => (0,claim/* isAttachedTo */.Ix)(own, one)),
    };
}
function ownOf(all, owner) {
    const mine = (some) => some.filter(({ labels }) => (0,hetzner_labels/* isOwn */.NP)(labels, owner));
    return {
        sshKeys: mine(all.sshKeys),
        firewalls: mine(all.firewalls),
        networks: mine(all.networks),
        placementGroups: mine(all.placementGroups),
        primaryIps: mine(all.primaryIps),
        volumes: mine(all.volumes),
        servers: mine(all.servers),
        loadBalancers: mine(all.loadBalancers),
        images: mine(all.images),
    };
}
function isKept({ kind, resource }, keep) {
    if (kind === "volume" || kind === "image")
        return keep.includes("volumes");
    return (kind === "primary ip" && keep.includes("primary-ip") && (resource.labels[hetzner_labels/* partLabel */.G5] ?? "").startsWith("server-"));
}
function keeping({ kind, resource, monthly }) {
    return (0,draft/* stepOn */.QM)("nothing", (0,draft/* ref */.KR)(kind, resource.name), { why: "kept", operations: [], ...(0,price_of/* costOf */.ho)(monthly, monthly) });
}

// EXTERNAL MODULE: ./build/src/hetzner/survivors.js
var survivors = __webpack_require__(51003);
// EXTERNAL MODULE: ./build/src/hetzner-access.js + 10 modules
var hetzner_access = __webpack_require__(22665);
;// CONCATENATED MODULE: ./build/src/teardown.js









async function teardown(options, ports) {
    const { environment, access, mode, keep } = options;
    const owner = { environment: environment.metadata.name, repository: options.repository };
    const client = (0,hetzner_access/* openHetzner */.xK)(access, ports);
    const { catalogue } = await (0,hetzner_access/* marketOf */.mG)(client, access, ports);
    const estate = await (0,inventory/* takeInventory */.O)(client, (0,hetzner_labels/* environmentSelector */.b6)(owner), ports.signal);
    const plan = planTeardown(estate, { owner, keep, catalogue });
    ports.onPlan(plan);
    const remaining = () => ownItems(client, owner, catalogue, ports.signal);
    if (mode === "plan")
        return { plan, mode, kept: (await remaining()).filter((item) => isKept(item, keep)) };
    confirmed(plan, options);
    await (0,apply/* apply */.B)(plan, {
        client,
        clock: ports.clock,
        ...(0,hetzner_access/* waiting */.eg)(ports.random),
        signal: ports.signal,
        owner,
        report: ports.report,
        ...apply_ports/* makingNothing */.V,
    });
    const left = await (0,survivors/* survivors */.Q)(async () => (await remaining()).filter((item) => !isKept(item, keep)), ports);
    if (left.length > 0)
        throw (0,survivors/* orphanError */.v)(left, catalogue);
    return { plan, mode, kept: await remaining() };
}
async function ownItems(client, owner, ...[catalogue, signal]) {
    const { labelled } = await (0,inventory/* takeInventory */.O)(client, (0,hetzner_labels/* environmentSelector */.b6)(owner), signal);
    return (0,estate_items/* itemsOf */.S3)(ownOf(labelled, owner), catalogue);
}
function confirmed({ steps }, { environment: { metadata, spec }, confirm }) {
    const guarded = steps.filter((step) => step.guarded === true).map(({ on }) => `${on.kind} ${on.name}`);
    const declared = spec.server.provider === "hetzner" && spec.server.protection;
    if ((guarded.length === 0 && !declared) || confirm === metadata.name)
        return;
    throw new error/* SlipwayError */.GQ("SLW-HETZNER-PROTECTED", `${metadata.name} is protected against deletion: ${guarded.join(", ") || "its file says so"}`, {
        hint: confirm === undefined
            ? `Type its name: --confirm ${metadata.name}`
            : `What was typed is "${confirm}", not "${metadata.name}".`,
    });
}

// EXTERNAL MODULE: ./build/src/repository-label.js
var repository_label = __webpack_require__(57054);
// EXTERNAL MODULE: ./build/src/cli/hetzner/interrupted.js
var interrupted = __webpack_require__(4279);
// EXTERNAL MODULE: ./build/src/cli/hetzner/plan-text.js + 1 modules
var plan_text = __webpack_require__(46639);
// EXTERNAL MODULE: ./build/src/cli/hetzner/ports.js
var ports = __webpack_require__(71537);
// EXTERNAL MODULE: ./build/src/cli/hetzner/progress.js
var progress = __webpack_require__(10466);
;// CONCATENATED MODULE: ./build/src/cli/hetzner/teardown.js










async function runTeardown(name, options, terminal, signal) {
    const { root, mode, keep, confirm, format } = options;
    const environment = await (0,environments/* environmentNamed */.b6)(root, name);
    const repository = await (0,repository_label/* repositoryOf */._)(root, terminal.env);
    const paint = terminal.colour ? style.coloured : style.plain;
    return await (0,interrupted/* unlessInterrupted */.V)(terminal, signal, name, async () => {
        const { plan, kept } = await teardown({ environment, access: (0,ports/* accessFrom */.l)(terminal), mode, keep, confirm, repository }, {
            ...(0,ports/* hetznerPorts */.r)(terminal, signal),
            report: (0,progress/* applyProgress */.k)(terminal),
            onPlan: (plan) => format === "text" ? terminal.out(`${(0,plan_text/* planText */.Pt)(plan, paint, terminal.width ?? 100).join("\n")}\n`) : undefined,
            onWait: (left) => terminal.err(`waiting until Hetzner has let go of ${left.length} more\n`),
        });
        if (format === "json")
            terminal.out(`${JSON.stringify({ plan, kept }, null, 2)}\n`);
        else if (mode === "apply")
            terminal.out(`${outcome(name, kept)}\n`);
        return error/* exitCodes */.hS.fine;
    });
}
function outcome(name, kept) {
    if (kept.length === 0)
        return `nothing of ${name} is left at Hetzner, and nothing is paid for`;
    const sum = kept.reduce((total, { monthly = 0 }) => total + monthly, 0);
    const names = kept.map(({ kind, resource, detail }) => `  ${kind} ${resource.name}, ${detail}`);
    return `kept of ${name}, for €${(0,money/* formatEuro */.fI)(sum)} a month:\n${names.join("\n")}`;
}


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
