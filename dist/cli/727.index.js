export const id = 727;
export const ids = [727];
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

/***/ 22727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runProvision: () => (/* binding */ runProvision)
});

// EXTERNAL MODULE: ./build/src/environments.js
var environments = __webpack_require__(74715);
// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(81729);
// EXTERNAL MODULE: ./build/src/first-contact.js + 16 modules
var first_contact = __webpack_require__(77688);
// EXTERNAL MODULE: ./build/src/hetzner/apply/apply.js + 12 modules
var apply = __webpack_require__(77110);
// EXTERNAL MODULE: ./build/src/hetzner/labels.js
var hetzner_labels = __webpack_require__(77485);
// EXTERNAL MODULE: ./build/src/hetzner/client/resource-types.js
var resource_types = __webpack_require__(25948);
;// CONCATENATED MODULE: ./build/src/hetzner/observe.js


const types = {
    sshKeys: resource_types/* sshKeys */.BK,
    firewalls: resource_types/* firewalls */.gk,
    networks: resource_types/* networks */.o8,
    placementGroups: resource_types/* placementGroups */.qy,
    primaryIps: resource_types/* primaryIps */.LX,
    volumes: resource_types/* volumes */.on,
    servers: resource_types/* servers */.b0,
};
async function observe(client, wanted, signal) {
    const look = async (kind) => seen(client, types[kind], { ...wanted, names: wanted.names[kind] }, signal);
    const [keys, firewalls, networks, groups, ips, volumes, servers] = await Promise.all([
        seenKeys(client, wanted, signal),
        look("firewalls"),
        look("networks"),
        look("placementGroups"),
        look("primaryIps"),
        look("volumes"),
        look("servers"),
    ]);
    const side = (of) => ({
        sshKeys: keys[of],
        firewalls: firewalls[of],
        networks: networks[of],
        placementGroups: groups[of],
        primaryIps: ips[of],
        volumes: volumes[of],
        servers: servers[of],
    });
    return { own: side("own"), foreign: side("foreign") };
}
async function seen(client, type, { owner, names }, signal) {
    const labelled = await client.list(type, { label_selector: (0,hetzner_labels/* environmentSelector */.b6)(owner) }, signal);
    const { own, foreign } = divide(labelled, owner, names);
    const missing = names.filter((name) => !labelled.some((one) => one.name === name));
    const [single] = missing;
    if (single === undefined)
        return { own, foreign };
    const others = await client.list(type, missing.length === 1 ? { name: single } : {}, signal);
    return { own, foreign: [...foreign, ...others.filter(({ name }) => missing.includes(name))] };
}
async function seenKeys(client, { owner, names, fingerprint }, signal) {
    const all = await client.list(resource_types/* sshKeys */.BK, {}, signal);
    const own = all.filter(({ labels }) => (0,hetzner_labels/* isOwn */.NP)(labels, owner));
    const foreign = all.filter((key) => !own.includes(key) && (names.sshKeys.includes(key.name) || key.fingerprint === fingerprint));
    return { own, foreign };
}
function divide(labelled, owner, names) {
    return {
        own: labelled.filter(({ labels }) => (0,hetzner_labels/* isOwn */.NP)(labels, owner)),
        foreign: labelled.filter(({ name, labels }) => !(0,hetzner_labels/* isOwn */.NP)(labels, owner) && names.includes(name)),
    };
}

// EXTERNAL MODULE: ./build/src/hetzner/own-servers.js
var own_servers = __webpack_require__(25721);
;// CONCATENATED MODULE: ./build/src/hetzner/plan/approve.js

const overriddenBy = {
    "SLW-HETZNER-LOSS": "destroy",
    "SLW-HETZNER-BUDGET": "over-budget",
};
function refusalsOf(plan, { allow, besides = [], protection }) {
    const lost = plan.steps.filter(({ destroys }) => destroys !== undefined);
    const guarded = plan.steps.filter((step) => step.guarded === true);
    const refusals = [
        ...plan.refusals,
        ...besides,
        ...lost.map(({ id, why, destroys = "" }) => ({
            code: "SLW-HETZNER-LOSS",
            message: `"${id}" loses ${destroys}, because ${why}`,
            hint: "If that is meant, pass --allow-destroy.",
        })),
        ...(protection === "on" ? guarded : []).map(({ id, on }) => ({
            code: "SLW-HETZNER-PROTECTED",
            message: `"${id}" would delete ${on.kind} ${on.name}, which is protected`,
            hint: "Set spec.server.protection to false and apply that first.",
        })),
    ];
    return refusals.filter(({ code }) => {
        const allowance = overriddenBy[code];
        return allowance === undefined || !allow.has(allowance);
    });
}
function approve(refusals) {
    const [first, ...others] = refusals;
    if (!first)
        return;
    const message = [first, ...others].map((one) => one.message).join("; ");
    throw new error/* SlipwayError */.GQ(first.code, `the plan is not applied: ${message}`, {
        hint: [...new Set(refusals.map(({ hint }) => hint))].join(" "),
    });
}

;// CONCATENATED MODULE: ./build/src/hetzner/plan/adopt.js

function adopting(declared, { own, foreign }) {
    const shared = foreign.sshKeys.filter(({ name }) => name !== declared.sshKey.name);
    return {
        own: {
            sshKeys: [...own.sshKeys, ...foreign.sshKeys.filter((key) => !shared.includes(key)).map(unmarked)],
            firewalls: [...own.firewalls, ...foreign.firewalls.map(unmarked)],
            networks: [...own.networks, ...foreign.networks.map(unmarked)],
            placementGroups: [...own.placementGroups, ...foreign.placementGroups.map(unmarked)],
            primaryIps: [...own.primaryIps, ...foreign.primaryIps.map(unmarked)],
            volumes: [...own.volumes, ...foreign.volumes.map(unmarked)],
            servers: [...own.servers, ...foreign.servers.map(unmarked)],
        },
        foreign: {
            sshKeys: shared,
            firewalls: [],
            networks: [],
            placementGroups: [],
            primaryIps: [],
            volumes: [],
            servers: [],
        },
    };
}
function unmarked(resource) {
    const { [hetzner_labels/* partLabel */.G5]: _, ...labels } = resource.labels;
    return { ...resource, labels };
}

// EXTERNAL MODULE: ./build/src/environment/cost.js + 1 modules
var cost = __webpack_require__(97070);
// EXTERNAL MODULE: ./build/src/environment/money.js
var money = __webpack_require__(71531);
;// CONCATENATED MODULE: ./build/src/hetzner/plan/budget.js


function costOfPlan({ placements }, environment, { catalogue }) {
    const [first] = Object.values(placements);
    return (0,cost/* cost */.y)(environment, catalogue, first && { placement: first });
}
function withinBudget(plan, environment, { catalogue }) {
    const isOver = (placement) => (0,cost/* cost */.y)(environment, catalogue, { placement }).budget?.isOver === true;
    const marked = (candidate) => isOver(candidate) ? { ...candidate, over: "budget" } : candidate;
    const operation = (one) => one.do === "create server" && one.order.node.role === "server"
        ? { ...one, order: { ...one.order, candidates: one.order.candidates.map(marked) } }
        : one;
    return { ...plan, steps: plan.steps.map((step) => ({ ...step, operations: step.operations.map(operation) })) };
}
function budgetRefusals({ budget, dearest }) {
    if (budget?.isOver !== true)
        return [];
    return [
        {
            code: "SLW-HETZNER-BUDGET",
            message: `${dearest.month} would cost €${(0,money/* formatEuro */.fI)(dearest.amount)}, and the budget is €${(0,money/* formatEuro */.fI)(budget.limit)} a month`,
            hint: "Choose a smaller type, sleep longer, raise spec.budget.monthlyEUR; or pass --over-budget.",
        },
    ];
}

// EXTERNAL MODULE: ./build/src/hetzner/plan/declared.js
var plan_declared = __webpack_require__(89814);
// EXTERNAL MODULE: ./build/src/hetzner/plan/draft.js + 1 modules
var plan_draft = __webpack_require__(59540);
// EXTERNAL MODULE: ./build/src/hetzner/plan/market.js
var plan_market = __webpack_require__(42248);
// EXTERNAL MODULE: ./build/src/hetzner/plan/price-of.js
var price_of = __webpack_require__(39701);
;// CONCATENATED MODULE: ./build/src/hetzner/plan/storage-plan.js


function protectionNeeds(on, declared, observed) {
    if (observed.protected === (declared === "on"))
        return plan_draft/* noNeeds */.JD;
    const reason = declared === "on" ? "it is not protected against deletion" : "its protection is no longer declared";
    return (0,plan_draft/* needing */.hB)(reason, { do: "protect", on, protection: declared });
}
const protecting = (on, protection) => protection === "on" ? [{ do: "protect", on, protection }] : [];
function addressStep({ declared, observed }, location, market) {
    const on = (0,plan_draft/* ref */.KR)("primary ip", declared.name);
    const price = (0,price_of/* priceOfAddress */.zR)(market.catalogue, declared);
    const create = [
        { do: "create primary ip", address: declared, location },
        ...protecting(on, declared.protection),
    ];
    if (!observed)
        return (0,plan_draft/* stepOn */.QM)("create", on, { why: "not there yet", operations: create, ...(0,price_of/* costOf */.ho)(0, price) });
    const cost = (0,price_of/* costOf */.ho)(price, price);
    if (observed.location !== location) {
        return (0,plan_draft/* stepOn */.QM)("replace", on, {
            why: `it is in ${observed.location}, the server will be in ${location}`,
            destroys: lossOfAddress(observed),
            operations: [{ do: "delete", on }, ...create],
            ...cost,
            ...(observed.protected && { guarded: true }),
        });
    }
    const outlive = observed.diesWithServer
        ? (0,plan_draft/* needing */.hB)("it would be deleted with its server", { do: "outlive server", on })
        : plan_draft/* noNeeds */.JD;
    return (0,plan_draft/* stepFor */.y5)(on, (0,plan_draft/* joined */.oR)((0,plan_draft/* identityNeeds */.aQ)(on, declared, observed), outlive, protectionNeeds(on, declared.protection, observed)), {
        title: `primary ip ${declared.name} (${observed.address})`,
        ...cost,
    });
}
const lossOfAddress = ({ address }) => `the address ${address}, which may be in DNS`;
function volumeStep({ declared, observed }, location, market) {
    const on = (0,plan_draft/* ref */.KR)("volume", declared.name);
    const price = (0,price_of/* priceOfVolume */.H1)(market.catalogue, declared);
    const title = `volume ${declared.name}, ${declared.sizeGB} GB`;
    const create = [
        { do: "create volume", volume: declared, location },
        ...protecting(on, declared.protection),
    ];
    if (!observed)
        return (0,plan_draft/* stepOn */.QM)("create", on, { title, why: "not there yet", operations: create, ...(0,price_of/* costOf */.ho)(0, price) });
    const cost = (0,price_of/* costOf */.ho)((0,price_of/* priceOfVolume */.H1)(market.catalogue, observed), price);
    const why = whyReplaceVolume(declared, observed, location);
    if (why !== undefined) {
        return (0,plan_draft/* stepOn */.QM)("replace", on, {
            title,
            why,
            destroys: lossOfVolume(observed),
            operations: [{ do: "detach volume", on }, { do: "delete", on }, ...create],
            ...cost,
            ...(observed.protected && { guarded: true }),
        });
    }
    const grow = observed.sizeGB < declared.sizeGB
        ? (0,plan_draft/* needing */.hB)(`it has ${observed.sizeGB} GB`, { do: "resize", on, sizeGB: declared.sizeGB })
        : plan_draft/* noNeeds */.JD;
    return (0,plan_draft/* stepFor */.y5)(on, (0,plan_draft/* joined */.oR)((0,plan_draft/* identityNeeds */.aQ)(on, declared, observed), grow, protectionNeeds(on, declared.protection, observed)), {
        title,
        ...cost,
    });
}
const lossOfVolume = ({ name, sizeGB }) => `everything on volume ${name} (${sizeGB} GB)`;
const willReplaceVolume = ({ declared, observed }, location) => observed !== undefined && whyReplaceVolume(declared, observed, location) !== undefined;
function whyReplaceVolume({ sizeGB, format }, observed, location) {
    if (observed.location !== location)
        return `it is in ${observed.location}, the server will be in ${location}`;
    if (observed.sizeGB > sizeGB)
        return `it has ${observed.sizeGB} GB, and volumes do not shrink`;
    if (observed.format !== undefined && observed.format !== format)
        return `it is formatted with ${observed.format}, not ${format}`;
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/hetzner/plan/node-needs.js





function updateStep(parts, stay, around) {
    const { node, server } = parts;
    const on = (0,plan_draft/* ref */.KR)("server", node.name);
    const needs = (0,plan_draft/* joined */.oR)((0,plan_draft/* identityNeeds */.aQ)(on, node, server), attachmentNeeds(parts, around), powerNeeds(parts, stay, around), server.labels[hetzner_labels/* readyLabel */.uB] === undefined ? (0,plan_draft/* needing */.hB)("its first contact is not over", { do: "finish", on }) : plan_draft/* noNeeds */.JD, protectionNeeds(on, node.protection, server));
    const price = (0,price_of/* priceOfServer */.gR)(around.market.catalogue, server);
    const after = stay.stays === "with another type" ? stay.candidates[0]?.monthly : price;
    return (0,plan_draft/* stepFor */.y5)(on, needs, { title: `server ${node.name}, ${(0,plan_market/* describePlacement */.BJ)(server)}`, ...(0,price_of/* costOf */.ho)(price, after) });
}
function attachmentNeeds({ node, server, volumes }, { network, firewall, placementGroup, ownGroups }) {
    const on = (0,plan_draft/* ref */.KR)("server", node.name);
    const needs = [];
    if (firewall.id === undefined || !server.firewalls.includes(firewall.id)) {
        needs.push((0,plan_draft/* needing */.hB)("the firewall is not applied to it", { do: "apply firewall", on, firewall: firewall.name }));
    }
    if (network && !server.networks.some((one) => one.network === network.id)) {
        needs.push((0,plan_draft/* needing */.hB)("it is not in the network", { do: "attach network", on, network: network.name }));
    }
    for (const pair of volumes) {
        const volume = (0,plan_draft/* ref */.KR)("volume", pair.declared.name);
        const replaced = willReplaceVolume(pair, server.location);
        if (pair.observed?.server === server.id && !replaced)
            continue;
        const elsewhere = pair.observed?.server !== undefined && !replaced;
        const operations = [
            ...(elsewhere ? [{ do: "detach volume", on: volume }] : []),
            { do: "attach volume", on: volume, server: node.name },
        ];
        needs.push((0,plan_draft/* needing */.hB)(`${pair.declared.name} is not attached to it`, ...operations));
    }
    const group = node.spread ? placementGroup?.id : undefined;
    if (server.placementGroup !== undefined &&
        server.placementGroup !== group &&
        (node.spread || ownGroups.includes(server.placementGroup))) {
        needs.push((0,plan_draft/* needing */.hB)("it is in a placement group that is not declared", { do: "leave placement group", on }));
    }
    return (0,plan_draft/* joined */.oR)(...needs);
}
function powerNeeds(parts, stay, around) {
    const { node, server } = parts;
    const on = (0,plan_draft/* ref */.KR)("server", node.name);
    const inside = [];
    const reasons = [];
    for (const type of ["ipv4", "ipv6"]) {
        const { operations, reason } = addressChange(parts, type);
        inside.push(...operations);
        if (reason !== undefined)
            reasons.push(reason);
    }
    const group = node.spread ? around.placementGroup : undefined;
    if (group && (group.id === undefined || server.placementGroup !== group.id)) {
        inside.push({ do: "join placement group", placementGroup: group.name });
        reasons.push("it is not in the placement group");
    }
    if (stay.stays === "with another type") {
        inside.push({ do: "change type", candidates: stay.candidates });
        reasons.push(`${stay.why}: ${stay.candidates[0]?.type ?? ""} takes its place`);
    }
    if (inside.length > 0)
        return { reasons: [...reasons, "restarts"], operations: [{ do: "while off", on, inside }] };
    if (server.status === "running")
        return plan_draft/* noNeeds */.JD;
    if (server.status === "off" || server.status === "stopping")
        return (0,plan_draft/* needing */.hB)("it is off, and billed all the same", { do: "power on", on });
    return (0,plan_draft/* needing */.hB)(`it is ${server.status}`, { do: "await", on });
}
function addressChange({ addresses, server }, type) {
    const wanted = addresses.find(({ declared }) => declared.type === type);
    const current = server[type];
    const replaced = wanted?.observed !== undefined && wanted.observed.location !== server.location;
    if (wanted?.observed !== undefined && current?.id === wanted.observed.id && !replaced)
        return { operations: [] };
    if (!wanted && !current)
        return { operations: [] };
    const leave = current?.id === undefined ? [] : [{ do: "unassign", id: current.id }];
    if (!wanted)
        return { operations: leave, reason: `its public ${type} address is no longer declared` };
    return {
        operations: [...leave, { do: "assign", address: wanted.declared.name }],
        reason: `${wanted.declared.name} is not its address`,
    };
}

// EXTERNAL MODULE: ./build/src/environment/catalogue.js + 1 modules
var catalogue = __webpack_require__(60884);
;// CONCATENATED MODULE: ./build/src/hetzner/plan/node-placement.js



function staying({ node, server }, market) {
    if (!node.locations.includes(server.location))
        return { stays: "not", why: `it is in ${server.location}, which is no longer listed` };
    if (server.image !== undefined && server.image !== node.image) {
        return { stays: "not", why: `it was made from ${server.image}, not ${node.image}` };
    }
    if (node.types.includes(server.type))
        return { stays: "as it is" };
    const fits = ({ type }) => {
        const known = (0,catalogue/* serverTypeOf */.P)(market.catalogue, type);
        return known !== undefined && known.architecture === server.architecture && known.disk >= (server.diskGB ?? 0);
    };
    const { candidates } = (0,plan_market/* candidatesFor */._j)({ types: node.types, locations: [server.location] }, market);
    const fitting = candidates.filter(fits);
    const why = `${server.type} is no longer listed`;
    if (fitting.length > 0)
        return { stays: "with another type", why, candidates: fitting };
    return { stays: "not", why: `${why}, and no listed type has its architecture and disk` };
}
function placementOf({ node, addresses, volumes }, zone, market) {
    const { candidates: sold, rejected } = (0,plan_market/* candidatesFor */._j)(node, market);
    const inZone = sold.filter(({ location }) => zone === undefined || (0,plan_market/* networkZone */.FX)(market, location) === zone);
    const volumePlaces = volumes.flatMap(({ observed }) => (observed ? [observed.location] : []));
    const besideVolumes = inZone.filter(({ location }) => volumePlaces.every((place) => place === location));
    const base = besideVolumes.length > 0 ? besideVolumes : inZone;
    const kept = addresses.flatMap(({ observed }) => observed ?? []);
    const atAddress = base.filter(({ location }) => kept.every((ip) => ip.location === location));
    const elsewhere = base.filter((one) => !atAddress.includes(one));
    const candidates = atAddress.length === 0
        ? base
        : [...atAddress, ...elsewhere.map((one) => ({ ...one, loses: kept.map(lossOfAddress).join(" and ") }))];
    return {
        candidates,
        notes: notesOf(node, candidates, rejected, kept, volumePlaces),
        ...refusalOf(node, candidates, rejected),
    };
}
function notesOf(node, candidates, rejected, kept, volumePlaces) {
    const soldOut = candidates.filter(({ stock }) => stock === "sold out");
    const pin = volumePlaces[0] ?? (candidates.some(({ loses }) => loses !== undefined) ? kept[0]?.location : undefined);
    const pinnedBy = volumePlaces.length > 0 ? "its volumes" : kept.map(({ address }) => address).join(" and ");
    return [
        ...rejected.map((reason) => `${node.name}: ${reason}`),
        ...(soldOut.length === 0
            ? []
            : [
                `${node.name}: sold out just now: ${soldOut.map(({ type, location }) => `${type} in ${location}`).join(", ")}`,
            ]),
        ...(pin === undefined || node.locations.length === 1
            ? []
            : [`${node.name}: ${pinnedBy} can only be used in ${pin}`]),
    ];
}
function refusalOf({ name }, candidates, rejected) {
    if (candidates.length > 0)
        return {};
    const why = rejected.length === 0 ? "none of its locations is in the network's zone" : rejected.join(", ");
    return {
        refusal: {
            code: "SLW-HETZNER-OFFER",
            message: `there is no type and location for ${name}: ${why}`,
            hint: "Change types or locations in the Environment file.",
        },
    };
}

;// CONCATENATED MODULE: ./build/src/hetzner/plan/node-plan.js






function planNode(draft, parts, around) {
    const { node, server } = parts;
    know(draft, parts);
    const stay = server ? staying({ ...parts, server }, around.market) : undefined;
    if (server && stay && stay.stays !== "not") {
        const type = stay.stays === "with another type" ? (stay.candidates[0]?.type ?? server.type) : server.type;
        draft.placements[node.name] = { type, location: server.location };
        storage(draft, parts, server.location, around.market);
        draft.steps.push(updateStep({ ...parts, server }, stay, around));
        return;
    }
    planNewServer(draft, parts, stay?.stays === "not" ? stay.why : undefined, around);
}
function planNewServer(draft, parts, whyReplace, around) {
    const { node, server } = parts;
    const on = (0,plan_draft/* ref */.KR)("server", node.name);
    const placing = placementOf(parts, around.zone, around.market);
    draft.notes.push(...placing.notes);
    if (placing.refusal) {
        draft.refusals.push(placing.refusal);
        return;
    }
    if (server && whyReplace !== undefined) {
        draft.steps.push((0,plan_draft/* stepOn */.QM)("replace", on, {
            title: `server ${node.name} makes room`,
            why: whyReplace,
            destroys: lossOfServer(server, node.role),
            operations: [{ do: "delete", on }],
            ...(0,price_of/* costOf */.ho)((0,price_of/* priceOfServer */.gR)(around.market.catalogue, server), 0),
            ...(server.protected && { guarded: true }),
        }));
    }
    const [first] = placing.candidates;
    if (!first)
        return;
    draft.placements[node.name] = { type: first.type, location: first.location };
    storage(draft, parts, first.location, around.market);
    draft.steps.push((0,plan_draft/* stepOn */.QM)("create", on, {
        title: `server ${node.name}, ${(0,plan_market/* describePlacement */.BJ)(first)}`,
        why: server ? "in place of the one before" : "not there yet",
        operations: [
            { do: "create server", order: orderOf(parts, placing.candidates, around) },
            { do: "finish", on },
            ...protecting(on, node.protection),
        ],
        ...(0,price_of/* costOf */.ho)(0, first.monthly),
    }));
}
function know({ known }, { node, server, addresses, volumes }) {
    if (server)
        known.push({ ...(0,plan_draft/* ref */.KR)("server", node.name), id: server.id });
    for (const { declared, observed } of addresses) {
        if (observed)
            known.push({ ...(0,plan_draft/* ref */.KR)("primary ip", declared.name), id: observed.id, location: observed.location });
    }
    for (const { declared, observed } of volumes) {
        if (observed)
            known.push({ ...(0,plan_draft/* ref */.KR)("volume", declared.name), id: observed.id, location: observed.location });
    }
}
function storage(draft, { addresses, volumes }, location, market) {
    draft.steps.push(...volumes.map((pair) => volumeStep(pair, location, market)), ...addresses.map((pair) => addressStep(pair, location, market)));
}
function orderOf({ node, addresses, volumes }, candidates, around) {
    return {
        node,
        candidates,
        addresses: addresses.map(({ declared }) => declared),
        volumes: volumes.map(({ declared }) => declared),
        firewall: around.firewall.name,
        sshKey: around.sshKey,
        ...(around.network && { network: around.network.name }),
        ...(node.spread && around.placementGroup && { placementGroup: around.placementGroup.name }),
    };
}
const lossOfServer = ({ name }, role) => role === "server"
    ? `the disk of ${name}: the cluster's database and all local volumes`
    : `the disk of ${name}: all local volumes`;

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/src/hetzner/plan/cidr.js
var plan_cidr = __webpack_require__(95826);
;// CONCATENATED MODULE: ./build/src/hetzner/plan/shared-plan.js



function planSshKey(draft, { sshKey }, { own, foreign }) {
    const on = (0,plan_draft/* ref */.KR)("ssh key", sshKey.name);
    const mine = (0,plan_draft/* matching */.wC)(own.sshKeys, sshKey);
    const same = [...own.sshKeys, ...foreign.sshKeys].find(({ fingerprint }) => fingerprint === sshKey.fingerprint);
    if (mine && mine === same) {
        draft.known.push({ ...on, id: mine.id });
        draft.steps.push((0,plan_draft/* stepFor */.y5)(on, (0,plan_draft/* identityNeeds */.aQ)(on, sshKey, mine)));
        return;
    }
    if (mine)
        draft.known.push({ ...on, id: mine.id });
    const remove = mine ? [{ do: "delete", on }] : [];
    if (same) {
        const shared = (0,plan_draft/* ref */.KR)("ssh key", same.name);
        draft.known.push({ ...shared, id: same.id });
        if (mine)
            draft.steps.push((0,plan_draft/* stepOn */.QM)("delete", on, { why: `the project has the new key as ${same.name}`, operations: remove }));
        draft.steps.push((0,plan_draft/* stepOn */.QM)("nothing", shared, { why: "the project has this key already; it is used and left alone", operations: [] }));
        return;
    }
    const why = mine ? "another public key; servers keep the keys they were made with" : "not there yet";
    draft.steps.push((0,plan_draft/* stepOn */.QM)(mine ? "replace" : "create", on, { why, operations: [...remove, { do: "create ssh key", key: sshKey }] }));
}
function sshKeyName({ sshKey }, { own, foreign }) {
    const same = [...own.sshKeys, ...foreign.sshKeys].find(({ fingerprint }) => fingerprint === sshKey.fingerprint);
    return same && same !== (0,plan_draft/* matching */.wC)(own.sshKeys, sshKey) ? same.name : sshKey.name;
}
function planFirewall(draft, { firewall }, { own }) {
    const on = (0,plan_draft/* ref */.KR)("firewall", firewall.name);
    const observed = (0,plan_draft/* matching */.wC)(own.firewalls, firewall);
    if (!observed) {
        draft.steps.push((0,plan_draft/* stepOn */.QM)("create", on, { why: "not there yet", operations: [{ do: "create firewall", firewall }] }));
        return;
    }
    draft.known.push({ ...on, id: observed.id });
    const wrong = ruleDifferences(observed.rules, firewall.rules);
    const rules = wrong === "" ? plan_draft/* noNeeds */.JD : (0,plan_draft/* needing */.hB)(wrong, { do: "set rules", on, rules: firewall.rules });
    draft.steps.push((0,plan_draft/* stepFor */.y5)(on, (0,plan_draft/* joined */.oR)((0,plan_draft/* identityNeeds */.aQ)(on, firewall, observed), rules)));
}
function ruleDifferences(observed, declared) {
    const [before, after] = [observed.map(canonicalRule), declared.map(canonicalRule)];
    const absentFrom = (others) => (rule) => !others.some((other) => (0,external_node_util_.isDeepStrictEqual)(rule, other));
    const describe = ({ direction, protocol, port, from, to }, verb) => `${protocol}${port === undefined ? "" : ` ${port}`} ${direction === "in" ? `from ${from.join(", ")}` : `to ${to.join(", ")}`} ${verb}`;
    return [
        ...before.filter(absentFrom(after)).map((rule) => describe(rule, "closes")),
        ...after.filter(absentFrom(before)).map((rule) => describe(rule, "opens")),
    ].join(", ");
}
function canonicalRule({ direction, protocol, port, from, to, }) {
    const sorted = (cidrs) => cidrs.map(plan_cidr/* canonicalCidr */.Z).toSorted();
    return { direction, protocol, port, from: sorted(from), to: sorted(to), description: undefined };
}
function planNetwork(draft, { network }, { own }, zone) {
    if (!network)
        return undefined;
    const on = (0,plan_draft/* ref */.KR)("network", network.name);
    const observed = (0,plan_draft/* matching */.wC)(own.networks, network);
    const create = { do: "create network", network, zone };
    if (!observed) {
        draft.steps.push((0,plan_draft/* stepOn */.QM)("create", on, { why: "not there yet", operations: [create] }));
        return { name: network.name, id: undefined };
    }
    draft.known.push({ ...on, id: observed.id });
    const wrong = networkDifference(observed, network.cidr, zone);
    if (wrong === undefined) {
        draft.steps.push((0,plan_draft/* stepFor */.y5)(on, (0,plan_draft/* identityNeeds */.aQ)(on, network, observed)));
        return { name: network.name, id: observed.id };
    }
    draft.steps.push((0,plan_draft/* stepOn */.QM)("replace", on, {
        why: wrong,
        destroys: "the private addresses of all servers, by which the nodes know each other",
        operations: [{ do: "delete", on }, create],
        ...(observed.protected && { guarded: true }),
    }));
    return { name: network.name, id: undefined };
}
function networkDifference(observed, cidr, zone) {
    if ((0,plan_cidr/* canonicalCidr */.Z)(observed.cidr) !== cidr)
        return `its range is ${observed.cidr}, not ${cidr}`;
    const subnet = observed.subnets[0];
    if (!subnet)
        return "it has no subnet";
    return subnet.zone === zone ? undefined : `it is in ${subnet.zone}, not ${zone}`;
}
function planPlacementGroup(draft, { placementGroup }, { own }) {
    if (!placementGroup)
        return undefined;
    const { name, labels } = placementGroup;
    const on = (0,plan_draft/* ref */.KR)("placement group", name);
    const observed = (0,plan_draft/* matching */.wC)(own.placementGroups, placementGroup);
    if (observed) {
        draft.known.push({ ...on, id: observed.id });
        draft.steps.push((0,plan_draft/* stepFor */.y5)(on, (0,plan_draft/* identityNeeds */.aQ)(on, placementGroup, observed)));
        return observed.id;
    }
    draft.steps.push((0,plan_draft/* stepOn */.QM)("create", on, { why: "not there yet", operations: [{ do: "create placement group", name, labels }] }));
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/hetzner/plan/plan.js







function wantedOf({ owner, sshKey, firewall, network, placementGroup, addresses, volumes, nodes, }) {
    return {
        owner,
        fingerprint: sshKey.fingerprint,
        names: {
            sshKeys: [sshKey.name],
            firewalls: [firewall.name],
            networks: network ? [network.name] : [],
            placementGroups: placementGroup ? [placementGroup.name] : [],
            primaryIps: addresses.map(({ name }) => name),
            volumes: volumes.map(({ name }) => name),
            servers: nodes.map(({ name }) => name),
        },
    };
}
function plan(declared, observed, market) {
    const draft = (0,plan_draft/* emptyDraft */.xW)();
    const { own } = observed;
    draft.refusals.push(...foreignRefusals(declared, observed));
    planSshKey(draft, declared, observed);
    planFirewall(draft, declared, observed);
    const zone = zoneOf(declared, observed, market);
    const network = planNetwork(draft, declared, observed, zone ?? "eu-central");
    const group = planPlacementGroup(draft, declared, observed);
    const around = {
        network,
        zone: network && zone,
        placementGroup: declared.placementGroup && { name: declared.placementGroup.name, id: group },
        ownGroups: own.placementGroups.map(({ id }) => id),
        firewall: { name: declared.firewall.name, id: (0,plan_draft/* matching */.wC)(own.firewalls, declared.firewall)?.id },
        sshKey: sshKeyName(declared, observed),
        market,
    };
    for (const node of declared.nodes) {
        const pairs = (all, found) => all.filter((one) => one.node === node.name).map((one) => ({ declared: one, observed: (0,plan_draft/* matching */.wC)(found, one) }));
        const parts = {
            node,
            server: (0,plan_draft/* matching */.wC)(own.servers, node),
            addresses: pairs(declared.addresses, own.primaryIps),
            volumes: pairs(declared.volumes, own.volumes),
        };
        planNode(draft, parts, around);
    }
    planRemovals(draft, own, market);
    return { environment: declared.owner.environment, ...draft };
}
function zoneOf({ network, nodes }, { own }, market) {
    const existing = network && (0,plan_draft/* matching */.wC)(own.networks, network)?.subnets[0]?.zone;
    const possible = nodes[0]?.locations.map((location) => (0,plan_market/* networkZone */.FX)(market, location)) ?? [];
    if (existing !== undefined && possible.includes(existing))
        return existing;
    const first = nodes[0] && (0,plan_market/* candidatesFor */._j)(nodes[0], market).candidates[0];
    return first && (0,plan_market/* networkZone */.FX)(market, first.location);
}
function foreignRefusals(declared, { foreign }) {
    const named = [
        [
            "ssh key",
            foreign.sshKeys.filter(({ name, fingerprint }) => name === declared.sshKey.name && fingerprint !== declared.sshKey.fingerprint),
        ],
        ["firewall", foreign.firewalls],
        ["network", foreign.networks],
        ["placement group", foreign.placementGroups],
        ["primary ip", foreign.primaryIps],
        ["volume", foreign.volumes],
        ["server", foreign.servers],
    ];
    return named.flatMap(([kind, all]) => all.map(({ name, id }) => ({
        code: "SLW-HETZNER-FOREIGN",
        message: `the project has a ${kind} called ${name} (${id}) that slipway did not make for this Environment`,
        hint: "Rename or remove it; or take it over, with everything that the plan then does to it, by --adopt.",
    })));
}
function planRemovals(draft, own, { catalogue }) {
    const known = new Set(draft.known.map(({ kind, id }) => `${kind} ${id}`));
    const left = (kind, all) => all.filter(({ id }) => !known.has(`${kind} ${id}`));
    const remove = (kind, one, extra, before = []) => {
        const on = (0,plan_draft/* ref */.KR)(kind, one.name);
        draft.known.push({ ...on, id: one.id });
        draft.steps.push((0,plan_draft/* stepOn */.QM)("delete", on, {
            why: "no longer declared",
            operations: [...before, { do: "delete", on }],
            ...extra,
            ...(one.protected === true && { guarded: true }),
        }));
    };
    for (const server of left("server", own.servers)) {
        remove("server", server, {
            destroys: lossOfServer(server, (0,hetzner_labels/* roleOf */.kp)(server)),
            ...(0,price_of/* costOf */.ho)((0,price_of/* priceOfServer */.gR)(catalogue, server), 0),
        });
    }
    for (const volume of left("volume", own.volumes)) {
        const detach = { do: "detach volume", on: (0,plan_draft/* ref */.KR)("volume", volume.name) };
        remove("volume", volume, { destroys: lossOfVolume(volume), ...(0,price_of/* costOf */.ho)((0,price_of/* priceOfVolume */.H1)(catalogue, volume), 0) }, [
            detach,
        ]);
    }
    for (const ip of left("primary ip", own.primaryIps)) {
        remove("primary ip", ip, { destroys: lossOfAddress(ip), ...(0,price_of/* costOf */.ho)((0,price_of/* priceOfAddress */.zR)(catalogue, ip), 0) });
    }
    for (const network of left("network", own.networks))
        remove("network", network, {});
    for (const group of left("placement group", own.placementGroups))
        remove("placement group", group, {});
    for (const firewall of left("firewall", own.firewalls))
        remove("firewall", firewall, {});
    for (const key of left("ssh key", own.sshKeys))
        remove("ssh key", key, {});
}

// EXTERNAL MODULE: ./build/src/hetzner-access.js + 10 modules
var hetzner_access = __webpack_require__(22665);
// EXTERNAL MODULE: ./build/src/hetzner-server.js
var hetzner_server = __webpack_require__(49243);
// EXTERNAL MODULE: ./build/src/server/trust/keys.js
var keys = __webpack_require__(91658);
;// CONCATENATED MODULE: ./build/src/provision.js













async function provision(options, ports) {
    const { environment, mode, allow, access } = options;
    const server = (0,hetzner_server/* hetznerServer */.q)(environment);
    const client = (0,hetzner_access/* openHetzner */.xK)(access, ports);
    const sshPublicKey = await (0,keys/* publicKeyOf */.kc)(options.sshPrivateKey, ports.processes);
    const declared = (0,plan_declared/* declare */.x)(environment, server, { sshPublicKey, repository: options.repository });
    const market = await (0,hetzner_access/* marketOf */.mG)(client, access, ports, options.unsuitable);
    const observed = await observe(client, wantedOf(declared), ports.signal);
    const planned = planning(options, server, { declared, observed, market });
    ports.onPlan(planned);
    if (mode === "apply") {
        approve(planned.refusals);
        await (0,apply/* apply */.B)(planned.plan, {
            client,
            clock: ports.clock,
            ...(0,hetzner_access/* waiting */.eg)(ports.random),
            signal: ports.signal,
            owner: declared.owner,
            allow: new Set(allow),
            prepareServer: () => (0,first_contact/* prepareServer */.TO)(sshPublicKey, ports.processes),
            afterCreate: async (contact) => {
                if (options.contact === "ssh")
                    await (0,first_contact/* meetServer */.PF)(contact, { ...ports, sshPrivateKey: options.sshPrivateKey });
            },
            report: ports.report,
        });
    }
    const present = mode === "apply" ? await (0,own_servers/* ownServers */.d)(client, declared.owner, ports.signal) : observed.own.servers;
    return { ...planned, mode, ...serverOutputs(present) };
}
function planning({ environment, allow }, server, { declared, observed, market }) {
    const seen = allow.includes("adopt") ? adopting(declared, observed) : observed;
    const made = withinBudget(plan(declared, seen, market), environment, market);
    const cost = costOfPlan(made, environment, market);
    const refusals = refusalsOf(made, {
        allow: new Set(allow),
        besides: budgetRefusals(cost),
        protection: server.protection ? "on" : "off",
    });
    return { plan: made, cost, refusals };
}
function serverOutputs(present) {
    const rank = (server) => `${(0,hetzner_labels/* roleOf */.kp)(server) === "server" ? 0 : 1} ${server.name}`;
    const ordered = present.toSorted((a, b) => rank(a).localeCompare(rank(b), "en", { numeric: true }));
    return {
        servers: ordered.map((one) => ({
            name: one.name,
            id: one.id,
            role: (0,hetzner_labels/* roleOf */.kp)(one),
            ...(one.ipv4 && { ipv4: one.ipv4.ip }),
            ...(one.ipv6 && { ipv6: one.ipv6.ip }),
        })),
        knownHosts: ordered.map(first_contact/* knownHostsOf */._h).join(""),
    };
}

// EXTERNAL MODULE: ./build/src/report/text/style.js
var style = __webpack_require__(36179);
// EXTERNAL MODULE: ./build/src/server/processes.js
var processes = __webpack_require__(68248);
// EXTERNAL MODULE: ./build/src/repository-label.js
var repository_label = __webpack_require__(57054);
// EXTERNAL MODULE: ./build/src/cli/hetzner/interrupted.js
var interrupted = __webpack_require__(4279);
// EXTERNAL MODULE: ./build/src/cli/hetzner/plan-text.js + 1 modules
var plan_text = __webpack_require__(46639);
// EXTERNAL MODULE: ./build/src/cli/hetzner/ports.js
var hetzner_ports = __webpack_require__(71537);
// EXTERNAL MODULE: ./build/src/cli/hetzner/private-key.js
var private_key = __webpack_require__(94748);
// EXTERNAL MODULE: ./build/src/cli/hetzner/progress.js
var progress = __webpack_require__(10466);
;// CONCATENATED MODULE: ./build/src/cli/hetzner/provision.js











async function runProvision(name, options, terminal, signal) {
    const { root, mode, contact, format } = options;
    const environment = await (0,environments/* environmentNamed */.b6)(root, name);
    const sshPrivateKey = await (0,private_key/* privateKey */.t)(options.sshKey, terminal);
    const repository = await (0,repository_label/* repositoryOf */._)(root, terminal.env);
    const started = Date.now();
    const ports = {
        ...(0,hetzner_ports/* hetznerPorts */.r)(terminal, signal),
        processes: processes/* systemProcesses */.x,
        onPlan: (planned) => (format === "text" ? tellPlan(planned, terminal) : undefined),
        report: (0,progress/* applyProgress */.k)(terminal),
    };
    return await (0,interrupted/* unlessInterrupted */.V)(terminal, signal, name, async () => {
        const access = (0,hetzner_ports/* accessFrom */.l)(terminal);
        const outputs = await provision({ environment, access, mode, allow: allowed(options), sshPrivateKey, repository, contact }, ports);
        if (format === "json")
            terminal.out(`${JSON.stringify(outputs, null, 2)}\n`);
        else if (mode === "apply")
            tellServers(outputs, Date.now() - started, terminal);
        return outputs.mode === "plan" && outputs.refusals.length > 0 ? error/* exitCodes */.hS.usage : error/* exitCodes */.hS.fine;
    });
}
const allowed = ({ allowDestroy, adopt, overBudget }) => [
    ...(allowDestroy ? ["destroy"] : []),
    ...(adopt ? ["adopt"] : []),
    ...(overBudget ? ["over-budget"] : []),
];
function tellPlan({ plan, cost, refusals }, terminal) {
    const paint = terminal.colour ? style.coloured : style.plain;
    const width = terminal.width ?? 100;
    const lines = [
        ...(0,plan_text/* planText */.Pt)(plan, paint, width),
        ...plan.notes.map((note) => paint("dim", `note: ${note}`)),
        ...(0,plan_text/* costText */.rs)(cost, cost.prices),
        ...(0,plan_text/* refusalText */.Kw)(refusals, paint, width),
    ];
    terminal.out(`${lines.join("\n")}\n`);
}
function tellServers({ servers, plan }, elapsed, terminal) {
    const lines = servers.map(({ name, id, ipv4, ipv6 }) => [`${name} (${id})`, ipv4, ipv6].filter((part) => part !== undefined).join("  "));
    terminal.out(`${[`${plan.environment} is as declared, after ${(0,progress/* seconds */.Y)(elapsed)}`, ...lines].join("\n")}\n`);
}


/***/ }),

/***/ 97070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ cost)
});

// EXTERNAL MODULE: ./build/src/environment/schedule.js
var schedule = __webpack_require__(31646);
;// CONCATENATED MODULE: ./build/src/environment/months.js

const hour = 3_600_000;
function awakeMonths(sleep, year) {
    return monthsOf(year).map(({ name, from, to }) => ({
        name,
        windows: (0,schedule/* awakeWindows */.pI)(sleep, from, to).map(({ up, down }) => Math.ceil((Math.min(down, to) - Math.max(up, from)) / hour)),
    }));
}
function monthsOf(year) {
    return Array.from({ length: 12 }, (_, index) => ({
        name: `${year}-${String(index + 1).padStart(2, "0")}`,
        from: Date.UTC(year, index, 1),
        to: Date.UTC(year, index + 1, 1),
    }));
}

// EXTERNAL MODULE: ./build/src/environment/placement.js
var environment_placement = __webpack_require__(37492);
// EXTERNAL MODULE: ./build/src/environment/price.js
var price = __webpack_require__(45734);
;// CONCATENATED MODULE: ./build/src/environment/cost.js



function cost(environment, catalogue, options = {}) {
    const { server, sleep, budget } = environment.spec;
    const year = Number(catalogue.date.slice(0, 4));
    const calendar = sleep && awakeMonths(sleep, year);
    const placement = server.provider === "hetzner" ? (options.placement ?? (0,environment_placement/* favourite */.G)(server, catalogue)) : undefined;
    const items = itemsOf(environment, catalogue, { ...options, ...(placement && { placement }) });
    const lines = items.flatMap((item) => item.rate === undefined ? [] : [lineOf(item, calendar, item.rate)]);
    const monthly = sum(lines.map((line) => line.monthly));
    const dearest = dearestMonth(lines, calendar, `${year}-01`);
    const { date, source, estimates } = catalogue;
    return {
        prices: { date, source, estimates },
        ...(placement && { placement }),
        lines,
        hourly: sum(lines.map(({ rate, count }) => rate.hourly * count)),
        monthly,
        dearest,
        alwaysOn: sum(lines.map((line) => line.alwaysOn)),
        ...(budget && { budget: budgetUse(Math.round(budget.monthlyEUR * 1_000_000), dearest.amount) }),
        unpriced: items.flatMap(({ label, rate }) => (rate === undefined ? [label] : [])),
    };
}
function itemsOf({ spec }, catalogue, options) {
    const { server, agents } = spec;
    if (server.provider === "none")
        return [];
    const { placement, snapshotGB = 0, loadBalancers = [] } = options;
    const machine = (kind, count, at, types) => ({
        kind,
        label: at === undefined ? types.join(" or ") : `${at.type} in ${at.location}`,
        count,
        rate: at && (0,price/* serverRate */.Ks)(catalogue, at.type, at.location),
    });
    const nodes = server.count + (agents?.count ?? 0);
    const wanted = agents && { types: agents.types ?? server.types, locations: agents.locations ?? server.locations };
    const agentPlacement = agents?.types === undefined && agents?.locations === undefined ? placement : undefined;
    const items = [
        machine("server", server.count, placement, server.types),
        ...(wanted && agents
            ? [machine("agent", agents.count, agentPlacement ?? (0,environment_placement/* favourite */.G)(wanted, catalogue), wanted.types)]
            : []),
        {
            kind: "primary-ip",
            label: "IPv4 address",
            count: server.publicIPv4 ? nodes : 0,
            rate: (0,price/* primaryIPRate */.ab)(catalogue, "ipv4"),
        },
        ...server.volumes.map(({ name, sizeGB }) => ({
            kind: "volume",
            label: `${name}, ${sizeGB} GB`,
            count: 1,
            rate: (0,price/* volumeRate */.v$)(catalogue, sizeGB),
        })),
        {
            kind: "snapshot",
            label: `${snapshotGB} GB`,
            count: snapshotGB > 0 ? 1 : 0,
            rate: (0,price/* snapshotRate */.Tq)(catalogue, snapshotGB),
        },
        ...loadBalancers.map((type) => ({
            kind: "load-balancer",
            label: type,
            count: 1,
            rate: (0,price/* loadBalancerRate */.N)(catalogue, type),
        })),
    ];
    return items.filter(({ count }) => count > 0);
}
const sleeps = (kind) => kind === "server" || kind === "agent";
function lineOf({ kind, label, count }, calendar, rate) {
    const alwaysOn = rate.monthly * count;
    if (calendar === undefined || !sleeps(kind))
        return { kind, label, count, rate, monthly: alwaysOn, alwaysOn };
    const hours = calendar.reduce((total, { windows }) => total + sum(windows), 0) / 12;
    const year = sum(calendar.map((month) => monthOf(month, rate)));
    return { kind, label, count, rate, hours, monthly: Math.round((year * count) / 12), alwaysOn };
}
const monthOf = ({ windows }, rate) => sum(windows.map((hours) => (0,price/* billed */.T3)(rate, hours)));
function dearestMonth(lines, calendar, first) {
    const amountOf = (month) => sum(lines.map(({ kind, rate, count, alwaysOn }) => (sleeps(kind) ? monthOf(month, rate) * count : alwaysOn)));
    const months = calendar?.map((month) => ({ month: month.name, amount: amountOf(month) }));
    const whole = { month: first, amount: sum(lines.map(({ alwaysOn }) => alwaysOn)) };
    return months?.toSorted((a, b) => b.amount - a.amount)[0] ?? whole;
}
function budgetUse(limit, amount) {
    return { limit, share: amount / limit, isOver: amount > limit };
}
const sum = (amounts) => amounts.reduce((total, one) => total + one, 0);


/***/ }),

/***/ 89456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ daysText),
/* harmony export */   m: () => (/* binding */ weekdays)
/* harmony export */ });
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
function daysText(days) {
    if (days.length === weekdays.length)
        return "every day";
    const runs = [];
    for (const day of weekdays.filter((one) => days.includes(one))) {
        const run = runs.at(-1);
        const last = run?.at(-1);
        if (run !== undefined && last !== undefined && weekdays.indexOf(last) === weekdays.indexOf(day) - 1)
            run.push(day);
        else
            runs.push([day]);
    }
    return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(", "))).join(", ");
}


/***/ }),

/***/ 31646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T1: () => (/* binding */ awakeAt),
/* harmony export */   pI: () => (/* binding */ awakeWindows)
/* harmony export */ });
/* unused harmony export nextTransition */
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48599);
/* harmony import */ var _days_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89456);


function awakeWindows(sleep, from, to) {
    if (from >= to)
        return [];
    const last = dateIn(sleep.timezone, to).add({ days: 1 });
    const found = [];
    for (let date = dateIn(sleep.timezone, from).subtract({ days: 2 }); temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
        const window = windowOf(sleep, date);
        const before = found.at(-1);
        if (window === undefined)
            continue;
        if (before !== undefined && window.up <= before.down)
            before.down = Math.max(before.down, window.down);
        else
            found.push(window);
    }
    return found.filter(({ up, down }) => down > from && up < to);
}
function awakeAt(sleep, instant) {
    return awakeWindows(sleep, instant, instant + 1).length > 0;
}
function nextTransition(sleep, instant) {
    const horizon = Temporal.Instant.fromEpochMilliseconds(instant).add({ hours: 8 * 24 });
    for (const { up, down } of awakeWindows(sleep, instant, horizon.epochMilliseconds)) {
        if (up > instant)
            return { at: up, to: "awake" };
        if (down > instant)
            return { at: down, to: "asleep" };
    }
    return undefined;
}
function windowOf({ timezone, up, down, days }, date) {
    const day = _days_js__WEBPACK_IMPORTED_MODULE_1__/* .weekdays */ .m[date.dayOfWeek - 1];
    if (day === undefined || !days.includes(day))
        return undefined;
    const end = down > up ? date : date.add({ days: 1 });
    const window = { up: instantOf(timezone, date, up), down: instantOf(timezone, end, down) };
    return window.up < window.down ? window : undefined;
}
function instantOf(timeZone, date, time) {
    return date.toZonedDateTime({ timeZone, plainTime: temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.PlainTime.from(time) }).epochMilliseconds;
}
function dateIn(timeZone, instant) {
    return temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__/* .Temporal */ .fE.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}


/***/ })

};
