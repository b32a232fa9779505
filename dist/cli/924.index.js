export const id = 924;
export const ids = [924];
export const modules = {

/***/ 85740:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ grid)
/* harmony export */ });
/* harmony import */ var _report_text_wrap_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78392);

function grid(rows, alignments) {
    const widths = alignments.map((_, index) => Math.max(0, ...rows.map((row) => (0,_report_text_wrap_js__WEBPACK_IMPORTED_MODULE_0__/* .columns */ .YB)(row[index] ?? ""))));
    return rows.map((row) => alignments
        .map((alignment, index) => {
        const cell = row[index] ?? "";
        const space = " ".repeat((widths[index] ?? 0) - (0,_report_text_wrap_js__WEBPACK_IMPORTED_MODULE_0__/* .columns */ .YB)(cell));
        return alignment === "left" ? cell + space : space + cell;
    })
        .join("  ")
        .trimEnd());
}


/***/ }),

/***/ 10466:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ seconds),
/* harmony export */   k: () => (/* binding */ applyProgress)
/* harmony export */ });
const silence = 10_000;
function applyProgress(terminal) {
    let told = 0;
    const clear = () => (terminal.live ? terminal.err("\r\u001B[K") : undefined);
    const line = (text) => {
        clear();
        terminal.err(`${text}\n`);
    };
    return (event) => {
        switch (event.kind) {
            case "started":
                told = 0;
                line(`${event.number}/${event.total} ${event.step.id} …`);
                break;
            case "waiting":
                if (terminal.live)
                    terminal.err(`\r\u001B[K    ${seconds(event.elapsed)} ${event.for}`);
                else if (event.elapsed - told >= silence) {
                    told = event.elapsed;
                    line(`    ${seconds(event.elapsed)} waiting: ${event.for}`);
                }
                break;
            case "attempt":
                line(`    ${event.placement}: ${event.outcome}`);
                break;
            case "finished":
                line(`    done in ${seconds(event.elapsed)}`);
                break;
            case "failed":
                line(`    failed after ${seconds(event.elapsed)}`);
                break;
            default:
                event;
        }
    };
}
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;


/***/ }),

/***/ 71531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ decimalEuro),
/* harmony export */   Hk: () => (/* binding */ microEuros),
/* harmony export */   fI: () => (/* binding */ formatEuro)
/* harmony export */ });
const perEuro = 1_000_000;
const perCent = 10_000;
const decimal = /^(\d+)(?:\.(\d+))?$/;
function microEuros(amount) {
    const [, whole = "", fraction = ""] = decimal.exec(amount) ?? [];
    if (whole === "")
        throw new RangeError(`"${amount}" is not an amount of euros`);
    const micro = Number(fraction.padEnd(6, "0").slice(0, 6));
    return Number(whole) * perEuro + micro + (Number(fraction[6] ?? "0") >= 5 ? 1 : 0);
}
function formatEuro(amount) {
    const cents = Math.round(Math.abs(amount) / perCent);
    const text = `${Math.floor(cents / 100).toLocaleString("en-US")}.${String(cents % 100).padStart(2, "0")}`;
    return amount < 0 && cents > 0 ? `-${text}` : text;
}
const decimalEuro = (amount) => formatEuro(amount).replaceAll(",", "");


/***/ }),

/***/ 37492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ placements),
/* harmony export */   G: () => (/* binding */ favourite)
/* harmony export */ });
/* harmony import */ var _price_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45734);

function placements({ types, locations }) {
    return types.flatMap((type) => locations.map((location) => ({ type, location })));
}
function favourite(preferences, catalogue) {
    return placements(preferences).find(({ type, location }) => (0,_price_js__WEBPACK_IMPORTED_MODULE_0__/* .serverRate */ .Ks)(catalogue, type, location) !== undefined);
}


/***/ }),

/***/ 45734:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ks: () => (/* binding */ serverRate),
/* harmony export */   N: () => (/* binding */ loadBalancerRate),
/* harmony export */   T3: () => (/* binding */ billed),
/* harmony export */   Tq: () => (/* binding */ snapshotRate),
/* harmony export */   ab: () => (/* binding */ primaryIPRate),
/* harmony export */   v$: () => (/* binding */ volumeRate)
/* harmony export */ });
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60884);
/* harmony import */ var _money_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71531);


function serverRate(catalogue, type, location) {
    const offer = (0,_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .serverTypeOf */ .P)(catalogue, type)?.locations.find(({ name }) => name === location);
    if (offer?.hourly === undefined || offer.monthly === undefined)
        return undefined;
    return { hourly: (0,_money_js__WEBPACK_IMPORTED_MODULE_1__/* .microEuros */ .Hk)(offer.hourly), monthly: (0,_money_js__WEBPACK_IMPORTED_MODULE_1__/* .microEuros */ .Hk)(offer.monthly) };
}
function primaryIPRate({ primaryIPs }, type) {
    return rateOf(primaryIPs.find((one) => one.type === type)) ?? { hourly: 0, monthly: 0 };
}
function loadBalancerRate({ loadBalancerTypes }, type) {
    return rateOf(loadBalancerTypes.find(({ name }) => name === type));
}
function volumeRate({ volumePerGBMonth }, sizeGB) {
    return storageRate(volumePerGBMonth, sizeGB);
}
function snapshotRate({ snapshotPerGBMonth }, sizeGB) {
    return storageRate(snapshotPerGBMonth, sizeGB);
}
function storageRate(perGB, sizeGB) {
    const monthly = Math.round((0,_money_js__WEBPACK_IMPORTED_MODULE_1__/* .microEuros */ .Hk)(perGB) * sizeGB);
    return { hourly: Math.round(monthly / 720), monthly };
}
function rateOf(listed) {
    return listed && { hourly: (0,_money_js__WEBPACK_IMPORTED_MODULE_1__/* .microEuros */ .Hk)(listed.hourly), monthly: (0,_money_js__WEBPACK_IMPORTED_MODULE_1__/* .microEuros */ .Hk)(listed.monthly) };
}
function billed({ hourly, monthly }, hours) {
    return Math.min(hourly * Math.ceil(hours), monthly);
}


/***/ }),

/***/ 74715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ID: () => (/* binding */ checkedEnvironments),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   b6: () => (/* binding */ environmentNamed),
/* harmony export */   rZ: () => (/* binding */ valid)
/* harmony export */ });
/* harmony import */ var kubeconform_wasm__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40999);
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66417);
/* harmony import */ var _environment_catalogue_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60884);
/* harmony import */ var _model_closest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16072);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81729);
/* harmony import */ var _run_configuration_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6785);
/* harmony import */ var _run_environments_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51293);
/* harmony import */ var _run_settle_ignores_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26505);
/* harmony import */ var _run_settle_levels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(77224);
/* harmony import */ var _tree_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(74869);










async function checkedEnvironments(root) {
    const tree = await (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_8__/* .openWorkingCopy */ .Fs)(root);
    const configuration = (0,_run_configuration_js__WEBPACK_IMPORTED_MODULE_4__/* .readConfiguration */ .T)(tree);
    const { ignore } = configuration;
    const documents = await (0,_run_environments_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentsIn */ .Ib)(tree, ignore);
    const catalogue = (0,_environment_catalogue_js__WEBPACK_IMPORTED_MODULE_2__/* .committedCatalogue */ .ab)();
    const { versions: kubernetesVersions } = (0,kubeconform_wasm__WEBPACK_IMPORTED_MODULE_0__/* .openSchemas */ .ZT)((0,_engine_index_js__WEBPACK_IMPORTED_MODULE_1__/* .locate */ .x5)().schemas);
    const found = await (0,_run_environments_js__WEBPACK_IMPORTED_MODULE_5__/* .checkEnvironmentFiles */ .zM)(documents, { tree, catalogue, kubernetesVersions });
    const files = new Set(documents.map(({ at: { file } }) => file));
    const theirs = { files: () => files, lookup: tree.lookup.bind(tree), read: tree.read.bind(tree) };
    const comments = (0,_run_settle_ignores_js__WEBPACK_IMPORTED_MODULE_6__/* .readComments */ .T)(theirs, ignore, (_kind, _id, make) => make());
    const { findings } = (0,_run_settle_ignores_js__WEBPACK_IMPORTED_MODULE_6__/* .heedIgnores */ .Y)((0,_run_settle_levels_js__WEBPACK_IMPORTED_MODULE_7__/* .levelled */ .Io)(found, configuration), comments, { complete: false, isOff: () => false });
    return { documents, findings, catalogue };
}
function named(documents, name) {
    if (documents.length === 0) {
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-USAGE", "There is no Environment here", {
            hint: "They are looked for in folders called environments, such as manifests/environments/dev.yaml",
        });
    }
    const chosen = documents.filter((one) => name === undefined || one.name === name);
    if (chosen.length > 0)
        return chosen;
    const names = documents.map((one) => one.name);
    const near = (0,_model_closest_js__WEBPACK_IMPORTED_MODULE_9__/* .closest */ .k)(name ?? "", names);
    throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-USAGE", `There is no Environment "${name ?? ""}"`, {
        hint: `${near === undefined ? "" : `Did you mean ${near}? `}There is: ${names.join(", ")}`,
    });
}
function valid({ documents }, name) {
    return named(documents, name).map((document) => {
        const { environment, problems, at } = document;
        if (environment !== undefined)
            return { ...document, environment };
        const lines = problems
            .filter(({ severity }) => severity === "error")
            .map(({ message, hint, at: [place = at] }) => {
            return `${place.file}:${place.line}:${place.column} ${message}${hint === undefined ? "" : `\n    ${hint}`}`;
        });
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-CONFIG", `Environment ${document.name} is not valid\n  ${lines.join("\n  ")}`, {
            hint: "docs/environments.md has every field, and schemas/environment.v1alpha1.json completes them in editors",
        });
    });
}
async function environmentNamed(root, name) {
    const [found] = valid(await checkedEnvironments(root), name);
    if (!found)
        throw new TypeError(`Environment ${name} was found and is missing`);
    return found.environment;
}


/***/ }),

/***/ 77110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  B: () => (/* binding */ apply)
});

// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(81729);
// EXTERNAL MODULE: ./build/src/hetzner/client/failure.js
var failure = __webpack_require__(49400);
;// CONCATENATED MODULE: ./build/src/hetzner/client/create-once.js


const attempts = 5;
async function createOnce(client, { type, body, lookup = { name: body.name } }, { clock, backoff, signal }) {
    for (let attempt = 1;; attempt++) {
        try {
            return await client.create(type, body, signal);
        }
        catch (error) {
            if (!(error instanceof failure/* HetznerError */.Bk))
                throw error;
            const taken = error.apiCode === "uniqueness_error";
            if (!taken && error.outcome === "refused")
                throw error;
            await clock.sleep(backoff(attempt), signal);
            const found = (await client.list(type, lookup, signal))[0];
            if (found && sameLabels(found.labels, body.labels))
                return { resource: found, actions: [] };
            if (found)
                throw foreign(type, body.name, error);
            if (attempt >= attempts)
                throw error;
        }
    }
}
function sameLabels(found, ordered) {
    return Object.entries(ordered).every(([key, value]) => found[key] === value);
}
function foreign({ one }, name, cause) {
    return new model_error/* SlipwayError */.GQ("SLW-HETZNER-FOREIGN", `the project has a ${one.replaceAll("_", " ")} called ${name} that somebody else made`, {
        hint: "Rename or remove it, or take it over with --adopt.",
        cause,
    });
}

// EXTERNAL MODULE: ./build/src/hetzner/client/resource-types.js
var resource_types = __webpack_require__(25948);
;// CONCATENATED MODULE: ./build/src/hetzner/kinds.js

const resourceTypes = {
    "ssh key": resource_types/* sshKeys */.BK,
    firewall: resource_types/* firewalls */.gk,
    network: resource_types/* networks */.o8,
    "placement group": resource_types/* placementGroups */.qy,
    "primary ip": resource_types/* primaryIps */.LX,
    volume: resource_types/* volumes */.on,
    server: resource_types/* servers */.b0,
    "load balancer": resource_types/* loadBalancers */.Cm,
    image: resource_types/* images */.zC,
};

// EXTERNAL MODULE: ./build/src/hetzner/plan/draft.js + 1 modules
var draft = __webpack_require__(59540);
;// CONCATENATED MODULE: ./build/src/hetzner/client/action-waiter.js

const chunk = 25;
class ActionFailed extends model_error/* SlipwayError */.GQ {
    apiCode;
    action;
    constructor(action, others) {
        const { code, message } = action.error ?? { code: "unknown", message: "no reason given" };
        const still = others.length === 0 ? "" : `; still running: ${others.map(describeAction).join(", ")}`;
        super("SLW-HETZNER-ACTION", `${describeAction(action)} failed: ${message} (${code})${still}`, {
            hint: "Run again: what was begun is found and finished.",
        });
        this.apiCode = code;
        this.action = action;
    }
}
async function waitForActions(client, actions, { clock, poll, limit, signal, onWait }) {
    const started = clock.now();
    let running = remaining(actions);
    for (let attempt = 1; running.length > 0; attempt++) {
        const elapsed = clock.now() - started;
        if (elapsed > limit)
            throw tooLong(running, elapsed);
        onWait({ elapsed, running });
        await clock.sleep(poll(attempt), signal);
        running = remaining(await current(client, running, signal));
    }
}
function remaining(actions) {
    const running = actions.filter(({ status }) => status === "running");
    const failed = actions.find(({ status }) => status === "error");
    if (failed)
        throw new ActionFailed(failed, running);
    return running;
}
async function current(client, asked, signal) {
    const found = new Map();
    for (let from = 0; from < asked.length; from += chunk) {
        const ids = asked.slice(from, from + chunk).map(({ id }) => id);
        for (const action of await client.actions(ids, signal))
            found.set(action.id, action);
    }
    return asked.map((one) => {
        const action = found.get(one.id);
        if (action)
            return action;
        throw new model_error/* SlipwayError */.GQ("SLW-HETZNER-ACTION", `${describeAction(one)} is not known to Hetzner any more`, {
            hint: "Run again: what it left is found and finished.",
        });
    });
}
function tooLong(running, elapsed) {
    return new model_error/* SlipwayError */.GQ("SLW-HETZNER-TIMEOUT", `waited ${Math.round(elapsed / 1000)} s for ${running.map(describeAction).join(", ")}`, { hint: "https://status.hetzner.com says whether something is wrong there. Run again to go on waiting." });
}
function describeAction({ command, id, progress, resources }) {
    const on = resources.map(({ type, id }) => `${type} ${id}`).join(", ");
    return `${command} (action ${id}${on === "" ? "" : ` on ${on}`}, ${progress} %)`;
}

;// CONCATENATED MODULE: ./build/src/hetzner/apply/context.js




const timeLimit = 10 * 60_000;
async function actionsDone({ ports, step }, actions) {
    const { client, clock, poll, signal, report } = ports;
    await waitForActions(client, actions, {
        clock,
        poll,
        signal,
        limit: timeLimit,
        onWait: ({ elapsed, running }) => report({
            kind: "waiting",
            step,
            elapsed,
            for: running.map(({ command, progress }) => `${command} ${progress} %`).join(", "),
        }),
    });
}
async function ensure(context, act, isThere) {
    try {
        await actionsDone(context, await act());
    }
    catch (error) {
        if (error instanceof failure/* HetznerError */.Bk && error.outcome === "refused" && (await isThere()))
            return;
        throw error;
    }
}
async function untilStatus(context, id, wanted, limit = timeLimit) {
    const { clock, poll, signal, report } = context.ports;
    const started = clock.now();
    for (let attempt = 1;; attempt++) {
        const server = await serverOf(context, id);
        if (server.status === wanted)
            return server;
        const elapsed = clock.now() - started;
        if (elapsed > limit) {
            throw new model_error/* SlipwayError */.GQ("SLW-HETZNER-TIMEOUT", `${server.name} is ${server.status}, not ${wanted}, after ${Math.round(elapsed / 1000)} s`, {
                hint: "Look at its console in the Hetzner Console; https://status.hetzner.com says whether something is wrong there.",
            });
        }
        report({
            kind: "waiting",
            step: context.step,
            elapsed,
            for: `${server.name} is ${server.status}, should be ${wanted}`,
        });
        await clock.sleep(poll(attempt), signal);
    }
}
async function serverOf({ ports: { client, signal } }, id) {
    try {
        return await client.get(resource_types/* servers */.b0, id, signal);
    }
    catch (error) {
        if (!(0,failure/* isNotFound */.c4)(error))
            throw error;
        throw new model_error/* SlipwayError */.GQ("SLW-HETZNER-ACTION", `server ${id} could not be made: it has vanished again`, {
            hint: "Run again: it is ordered anew.",
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/hetzner/apply/attach.js



async function attach(context, operation) {
    const { client, signal } = context.ports;
    const { registry } = context;
    const id = registry.id(operation.on);
    switch (operation.do) {
        case "resize":
            return ensure(context, () => client.act(resource_types/* volumes */.on, id, "resize", { size: operation.sizeGB }, signal), async () => (await client.get(resource_types/* volumes */.on, id, signal)).sizeGB >= operation.sizeGB);
        case "attach volume": {
            const server = registry.id((0,draft/* ref */.KR)("server", operation.server));
            return ensure(context, () => client.act(resource_types/* volumes */.on, id, "attach", { server, automount: false }, signal), async () => (await client.get(resource_types/* volumes */.on, id, signal)).server === server);
        }
        case "detach volume":
            return detach(context, id);
        case "attach network": {
            const network = registry.id((0,draft/* ref */.KR)("network", operation.network));
            return ensure(context, () => client.act(resource_types/* servers */.b0, id, "attach_to_network", { network }, signal), async () => (await client.get(resource_types/* servers */.b0, id, signal)).networks.some((one) => one.network === network));
        }
        case "apply firewall": {
            const firewall = registry.id((0,draft/* ref */.KR)("firewall", operation.firewall));
            const body = { apply_to: [{ type: "server", server: { id } }] };
            return ensure(context, () => client.act(resource_types/* firewalls */.gk, firewall, "apply_to_resources", body, signal), async () => (await client.get(resource_types/* servers */.b0, id, signal)).firewalls.includes(firewall));
        }
        case "leave placement group":
            return ensure(context, () => client.act(resource_types/* servers */.b0, id, "remove_from_placement_group", {}, signal), async () => (await client.get(resource_types/* servers */.b0, id, signal)).placementGroup === undefined);
        default:
            return operation;
    }
}
async function detach(context, id) {
    const { client, signal } = context.ports;
    const isFree = async () => (await client.get(resource_types/* volumes */.on, id, signal)).server === undefined;
    if (await isFree())
        return;
    await ensure(context, () => client.act(resource_types/* volumes */.on, id, "detach", {}, signal), isFree);
}

// EXTERNAL MODULE: ./build/src/hetzner/labels.js
var labels = __webpack_require__(77485);
;// CONCATENATED MODULE: ./build/src/hetzner/apply/finish.js



async function finish(context, id) {
    const { client, clock, signal, report, afterCreate } = context.ports;
    const server = await untilStatus(context, id, "running");
    const started = clock.now();
    const setLabels = async (changes) => {
        const { labels } = await client.get(resource_types/* servers */.b0, id, signal);
        const merged = Object.entries({ ...labels, ...changes }).filter(([, value]) => value !== undefined);
        await client.update(resource_types/* servers */.b0, id, { labels: Object.fromEntries(merged) }, signal);
    };
    const onWait = (waitingFor) => report({ kind: "waiting", step: context.step, for: waitingFor, elapsed: clock.now() - started });
    await afterCreate({ server, setLabels, signal, onWait });
    await setLabels({ [labels/* readyLabel */.uB]: "yes" });
}

;// CONCATENATED MODULE: ./build/src/hetzner/apply/remove.js






const lettingGo = new Set(["resource_in_use", "must_be_unassigned"]);
const remove_attempts = 12;
async function remove(context, on) {
    const { registry } = context;
    const id = registry.id(on);
    const type = resourceTypes[on.kind];
    const current = await present(context, on.kind, id);
    if (current) {
        if (!(0,labels/* isOwn */.NP)(current.labels, context.ports.owner))
            throw noLongerOurs(on, id);
        if (current.protected === true)
            await protect(context, on, "off");
        if (on.kind === "primary ip")
            await unassign(context, id);
        await deleted(context, () => context.ports.client.delete(type, id, context.ports.signal));
    }
    registry.removed(on);
}
async function present({ ports }, kind, id) {
    try {
        return await ports.client.get(resourceTypes[kind], id, ports.signal);
    }
    catch (error) {
        if ((0,failure/* isNotFound */.c4)(error))
            return undefined;
        throw error;
    }
}
async function deleted(context, act) {
    const { clock, poll, signal } = context.ports;
    for (let attempt = 1;; attempt++) {
        try {
            await actionsDone(context, await act());
            return;
        }
        catch (error) {
            if (!(error instanceof failure/* HetznerError */.Bk) || !lettingGo.has(error.apiCode) || attempt >= remove_attempts)
                throw error;
            await clock.sleep(poll(attempt), signal);
        }
    }
}
async function unassign(context, id) {
    const { client, signal } = context.ports;
    const { server } = await client.get(resource_types/* primaryIps */.LX, id, signal);
    if (server === undefined)
        return;
    await actionsDone(context, await client.act(resource_types/* primaryIps */.LX, id, "unassign", {}, signal));
}
async function protect(context, on, protection) {
    const { client, signal } = context.ports;
    const guarded = protection === "on";
    const body = on.kind === "server" ? { delete: guarded, rebuild: guarded } : { delete: guarded };
    const id = context.registry.id(on);
    await actionsDone(context, await client.act(resourceTypes[on.kind], id, "change_protection", body, signal));
}
function noLongerOurs({ kind, name }, id) {
    return new model_error/* SlipwayError */.GQ("SLW-HETZNER-FOREIGN", `${kind} ${name} (${id}) has lost the Environment's label and is left alone`, {
        hint: "Somebody changed its labels. Remove it by hand, or put the label back.",
    });
}

// EXTERNAL MODULE: ./build/src/hetzner/plan/market.js
var market = __webpack_require__(42248);
;// CONCATENATED MODULE: ./build/src/hetzner/apply/storage.js





async function createAddress(context, { name, type, labels }, location) {
    const body = { name, type, labels, location, assignee_type: "server", auto_delete: false };
    const { resource } = await createOnce(context.ports.client, { type: resource_types/* primaryIps */.LX, body }, context.ports);
    context.registry.made((0,draft/* ref */.KR)("primary ip", name), resource.id, resource.location);
}
async function createVolume(context, { name, sizeGB, format, labels }, location) {
    const body = { name, labels, location, size: sizeGB, format };
    const { resource, actions } = await createOnce(context.ports.client, { type: resource_types/* volumes */.on, body }, context.ports);
    context.registry.made((0,draft/* ref */.KR)("volume", name), resource.id, resource.location);
    await actionsDone(context, actions);
}
async function moveStorage(context, order, location) {
    const { registry } = context;
    for (const address of order.addresses) {
        const on = (0,draft/* ref */.KR)("primary ip", address.name);
        if (registry.find(on)?.location === location)
            continue;
        await remove(context, on);
        await createAddress(context, address, location);
        if (address.protection === "on")
            await protect(context, on, "on");
    }
    for (const volume of order.volumes) {
        const on = (0,draft/* ref */.KR)("volume", volume.name);
        const present = registry.find(on);
        if (present?.location === location)
            continue;
        if (present?.fresh !== true)
            throw new TypeError(`volume ${volume.name} has data and would have been moved`);
        await remove(context, on);
        await createVolume(context, volume, location);
        if (volume.protection === "on")
            await protect(context, on, "on");
    }
}

;// CONCATENATED MODULE: ./build/src/hetzner/apply/server.js










async function createServer(context, order) {
    const preparation = await context.ports.prepareServer(order.node.name);
    const outcomes = [];
    for (const candidate of order.candidates) {
        const outcome = refusalOf(candidate, context) ?? (await attempt(context, order, candidate, preparation));
        const placement = (0,market/* describePlacement */.BJ)(candidate);
        if (outcome !== undefined || outcomes.length > 0) {
            context.ports.report({ kind: "attempt", step: context.step, placement, outcome: outcome ?? "in stock" });
        }
        if (outcome === undefined)
            return;
        outcomes.push(`${placement}: ${outcome}`);
    }
    throw new model_error/* SlipwayError */.GQ("SLW-HETZNER-STOCK", `no server could be had for ${order.node.name}: ${outcomes.join("; ")}`, {
        hint: "Add a type or a location to spec.server, or run again later. What was made for it stays for the next run; slipway teardown removes it.",
    });
}
function refusalOf({ loses, over }, { ports: { allow } }) {
    if (loses !== undefined && !allow.has("destroy"))
        return `not tried, it would lose ${loses}; --allow-destroy does`;
    if (over !== undefined && !allow.has("over-budget"))
        return "not tried, it would be over the budget; --over-budget does";
    return undefined;
}
async function attempt(context, order, candidate, preparation) {
    const { registry, ports } = context;
    const on = (0,draft/* ref */.KR)("server", order.node.name);
    await moveStorage(context, order, candidate.location);
    try {
        const { resource, actions } = await createOnce(ports.client, { type: resource_types/* servers */.b0, body: bodyOf(context, order, candidate, preparation) }, ports);
        registry.made(on, resource.id, candidate.location);
        await actionsDone(context, actions);
        await untilStatus(context, resource.id, "running");
        return undefined;
    }
    catch (error) {
        if ((0,failure/* isOutOfStock */.yg)(error))
            return `sold out (${error.apiCode})`;
        if (error instanceof ActionFailed && failure/* outOfStockCodes */.Ug.has(error.apiCode)) {
            await remove(context, on);
            return `sold out (${error.apiCode})`;
        }
        throw error;
    }
}
function bodyOf({ registry }, order, { location, type }, { userData, labels }) {
    const { node, addresses, volumes } = order;
    const address = (version) => {
        const wanted = addresses.find(({ type }) => type === version);
        return wanted
            ? { [`enable_${version}`]: true, [version]: registry.id((0,draft/* ref */.KR)("primary ip", wanted.name)) }
            : { [`enable_${version}`]: false };
    };
    return {
        name: node.name,
        labels: { ...node.labels, ...labels },
        location,
        server_type: type,
        image: node.image,
        ssh_keys: [registry.id((0,draft/* ref */.KR)("ssh key", order.sshKey))],
        firewalls: [{ firewall: registry.id((0,draft/* ref */.KR)("firewall", order.firewall)) }],
        public_net: { ...address("ipv4"), ...address("ipv6") },
        ...(order.network !== undefined && { networks: [registry.id((0,draft/* ref */.KR)("network", order.network))] }),
        ...(order.placementGroup !== undefined && {
            placement_group: registry.id((0,draft/* ref */.KR)("placement group", order.placementGroup)),
        }),
        ...(volumes.length > 0 && {
            volumes: volumes.map(({ name }) => registry.id((0,draft/* ref */.KR)("volume", name))),
            automount: false,
        }),
        user_data: userData,
        start_after_create: true,
    };
}

;// CONCATENATED MODULE: ./build/src/hetzner/apply/while-off.js






const graceful = 90_000;
async function whileOff(context, on, inside) {
    const id = context.registry.id(on);
    await stop(context, id);
    try {
        for (const operation of inside)
            await perform(context, id, operation);
    }
    finally {
        if (!context.ports.signal.aborted)
            await start(context, id);
    }
}
async function start(context, id) {
    const { client, signal } = context.ports;
    await actionsDone(context, await client.act(resource_types/* servers */.b0, id, "poweron", {}, signal));
    await untilStatus(context, id, "running");
}
async function stop(context, id) {
    const { client, signal } = context.ports;
    if ((await client.get(resource_types/* servers */.b0, id, signal)).status === "off")
        return;
    await actionsDone(context, await client.act(resource_types/* servers */.b0, id, "shutdown", {}, signal));
    try {
        await untilStatus(context, id, "off", graceful);
    }
    catch (error) {
        if (!(error instanceof model_error/* SlipwayError */.GQ) || error.code !== "SLW-HETZNER-TIMEOUT")
            throw error;
        await actionsDone(context, await client.act(resource_types/* servers */.b0, id, "poweroff", {}, signal));
        await untilStatus(context, id, "off");
    }
}
async function perform(context, server, operation) {
    const { client, signal } = context.ports;
    const { registry } = context;
    switch (operation.do) {
        case "assign": {
            const id = registry.id((0,draft/* ref */.KR)("primary ip", operation.address));
            const body = { assignee_id: server, assignee_type: "server" };
            return ensure(context, () => client.act(resource_types/* primaryIps */.LX, id, "assign", body, signal), async () => (await client.get(resource_types/* primaryIps */.LX, id, signal)).server === server);
        }
        case "unassign":
            return ensure(context, () => client.act(resource_types/* primaryIps */.LX, operation.id, "unassign", {}, signal), async () => (await client.get(resource_types/* primaryIps */.LX, operation.id, signal)).server === undefined);
        case "join placement group": {
            const group = registry.id((0,draft/* ref */.KR)("placement group", operation.placementGroup));
            return ensure(context, () => client.act(resource_types/* servers */.b0, server, "add_to_placement_group", { placement_group: group }, signal), async () => (await client.get(resource_types/* servers */.b0, server, signal)).placementGroup === group);
        }
        case "change type":
            return changeType(context, server, operation.candidates);
        default:
            return operation;
    }
}
async function changeType(context, server, candidates) {
    const { client, signal, report } = context.ports;
    for (const candidate of candidates) {
        try {
            const body = { server_type: candidate.type, upgrade_disk: false };
            return await ensure(context, () => client.act(resource_types/* servers */.b0, server, "change_type", body, signal), async () => (await client.get(resource_types/* servers */.b0, server, signal)).type === candidate.type);
        }
        catch (error) {
            if (!(0,failure/* isOutOfStock */.yg)(error))
                throw error;
            report({
                kind: "attempt",
                step: context.step,
                placement: (0,market/* describePlacement */.BJ)(candidate),
                outcome: `sold out (${error.apiCode})`,
            });
        }
    }
    throw new model_error/* SlipwayError */.GQ("SLW-HETZNER-STOCK", `none of ${candidates.map(({ type }) => type).join(", ")} can be had just now`, {
        hint: "The server keeps its type. Run again later, or list another type.",
    });
}

;// CONCATENATED MODULE: ./build/src/hetzner/apply/perform.js











async function perform_perform(context, operation) {
    const { ports, registry } = context;
    const { client, signal } = ports;
    const made = async ({ kind, name }, created) => {
        const { resource, actions } = await created;
        registry.made({ kind, name }, resource.id);
        await actionsDone(context, actions);
    };
    switch (operation.do) {
        case "create ssh key": {
            const { name, labels, publicKey, fingerprint } = operation.key;
            const body = { name, labels, public_key: publicKey };
            return made((0,draft/* ref */.KR)("ssh key", name), createOnce(client, { type: resource_types/* sshKeys */.BK, body, lookup: { fingerprint } }, ports));
        }
        case "create firewall": {
            const { name, labels, rules } = operation.firewall;
            const body = { name, labels, rules: rules.map(ruleBody) };
            return made((0,draft/* ref */.KR)("firewall", name), createOnce(client, { type: resource_types/* firewalls */.gk, body }, ports));
        }
        case "create network": {
            const { name, labels, cidr } = operation.network;
            const subnets = [{ type: "cloud", ip_range: cidr, network_zone: operation.zone }];
            return made((0,draft/* ref */.KR)("network", name), createOnce(client, { type: resource_types/* networks */.o8, body: { name, labels, ip_range: cidr, subnets } }, ports));
        }
        case "create placement group": {
            const { name, labels } = operation;
            return made((0,draft/* ref */.KR)("placement group", name), createOnce(client, { type: resource_types/* placementGroups */.qy, body: { name, labels, type: "spread" } }, ports));
        }
        case "create primary ip":
            return createAddress(context, operation.address, operation.location);
        case "create volume":
            return createVolume(context, operation.volume, operation.location);
        case "create server":
            return createServer(context, operation.order);
        case "delete":
            return remove(context, operation.on);
        case "label": {
            const { on, name, labels } = operation;
            await client.update(resourceTypes[on.kind], registry.id(on), { name, labels }, signal);
            return undefined;
        }
        case "outlive server":
            await client.update(resource_types/* primaryIps */.LX, registry.id(operation.on), { auto_delete: false }, signal);
            return undefined;
        case "protect":
            return protect(context, operation.on, operation.protection);
        case "set rules":
            return actionsDone(context, await client.act(resource_types/* firewalls */.gk, registry.id(operation.on), "set_rules", { rules: operation.rules.map(ruleBody) }, signal));
        case "while off":
            return whileOff(context, operation.on, operation.inside);
        case "power on":
            return start(context, registry.id(operation.on));
        case "await":
            await untilStatus(context, registry.id(operation.on), "running");
            return undefined;
        case "finish":
            return finish(context, registry.id(operation.on));
        case "resize":
        case "attach volume":
        case "detach volume":
        case "attach network":
        case "apply firewall":
        case "leave placement group":
            return attach(context, operation);
        default:
            return operation;
    }
}
const ruleBody = ({ direction, protocol, port, from, to, description }) => ({
    direction,
    protocol,
    ...(port !== undefined && { port }),
    ...(direction === "in" ? { source_ips: from } : { destination_ips: to }),
    ...(description !== undefined && { description }),
});

;// CONCATENATED MODULE: ./build/src/hetzner/apply/registry.js
class Registry {
    #entries = new Map();
    constructor(known) {
        for (const { kind, name, ...entry } of known)
            this.#entries.set(`${kind}/${name}`, { ...entry, fresh: false });
    }
    find({ kind, name }) {
        return this.#entries.get(`${kind}/${name}`);
    }
    id(ref) {
        const entry = this.find(ref);
        if (!entry)
            throw new TypeError(`the plan uses ${ref.kind} ${ref.name} before it is there`);
        return entry.id;
    }
    made({ kind, name }, id, location) {
        this.#entries.set(`${kind}/${name}`, { id, fresh: true, ...(location !== undefined && { location }) });
    }
    removed({ kind, name }) {
        this.#entries.delete(`${kind}/${name}`);
    }
}

;// CONCATENATED MODULE: ./build/src/hetzner/apply/apply.js


async function apply(plan, ports) {
    const { clock, signal, report } = ports;
    const registry = new Registry(plan.known);
    const steps = plan.steps.filter(({ operations }) => operations.length > 0);
    for (const [index, step] of steps.entries()) {
        signal.throwIfAborted();
        const started = clock.now();
        report({ kind: "started", step, number: index + 1, total: steps.length });
        try {
            await take(step, ports, registry);
        }
        catch (error) {
            report({ kind: "failed", step, elapsed: clock.now() - started, error });
            throw error;
        }
        report({ kind: "finished", step, elapsed: clock.now() - started });
    }
}
async function take(step, ports, registry) {
    for (const operation of step.operations) {
        ports.signal.throwIfAborted();
        await perform_perform({ ports, registry, step }, operation);
    }
}


/***/ }),

/***/ 59540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xW: () => (/* binding */ emptyDraft),
  aQ: () => (/* binding */ identityNeeds),
  oR: () => (/* binding */ joined),
  wC: () => (/* binding */ matching),
  hB: () => (/* binding */ needing),
  JD: () => (/* binding */ noNeeds),
  KR: () => (/* binding */ ref),
  y5: () => (/* binding */ stepFor),
  QM: () => (/* binding */ stepOn)
});

// EXTERNAL MODULE: ./build/src/hetzner/labels.js
var hetzner_labels = __webpack_require__(77485);
;// CONCATENATED MODULE: ./build/src/hetzner/plan/step.js
const stepId = (action, { kind, name }) => `${action} ${kind} ${name}`;

;// CONCATENATED MODULE: ./build/src/hetzner/plan/draft.js


const emptyDraft = () => ({ steps: [], known: [], refusals: [], notes: [], placements: {} });
function matching(own, { part, name }) {
    return (own.find(({ labels }) => labels[hetzner_labels/* partLabel */.G5] === part) ??
        own.find((one) => one.name === name && one.labels[hetzner_labels/* partLabel */.G5] === undefined));
}
function identityNeeds(on, { labels, name }, observed) {
    const changed = Object.entries(labels).filter(([key, value]) => observed.labels[key] !== value);
    const reasons = [
        ...(observed.name === name ? [] : [`its name is ${observed.name}`]),
        ...(changed.length === 0
            ? []
            : [`label ${changed.map(([key, value]) => `${key}=${value}`).join(", ")} is missing`]),
    ];
    if (reasons.length === 0)
        return { reasons, operations: [] };
    return { reasons, operations: [{ do: "label", on, name, labels: { ...observed.labels, ...labels } }] };
}
const joined = (...needs) => ({
    reasons: needs.flatMap(({ reasons }) => reasons),
    operations: needs.flatMap(({ operations }) => operations),
});
const needing = (reason, ...operations) => ({ reasons: [reason], operations });
const noNeeds = { reasons: [], operations: [] };
function stepOn(action, on, { title, ...parts }) {
    return { id: stepId(action, on), action, on, title: title ?? `${on.kind} ${on.name}`, ...parts };
}
function stepFor(on, { reasons, operations }, parts = {}) {
    if (operations.length === 0)
        return stepOn("nothing", on, { ...parts, why: "as declared", operations });
    return stepOn("update", on, { ...parts, why: reasons.join("; "), operations });
}
const ref = (kind, name) => ({ kind, name });


/***/ }),

/***/ 42248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ describePlacement),
/* harmony export */   FX: () => (/* binding */ networkZone),
/* harmony export */   _j: () => (/* binding */ candidatesFor)
/* harmony export */ });
/* harmony import */ var _environment_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60884);
/* harmony import */ var _environment_placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37492);
/* harmony import */ var _environment_price_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45734);



function candidatesFor(wish, market) {
    const candidates = [];
    const rejected = [];
    for (const placement of (0,_environment_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .placements */ .D)(wish)) {
        const reason = whyNot(placement, market);
        if (reason === undefined)
            candidates.push(candidateAt(placement, market));
        else
            rejected.push(`${describePlacement(placement)}: ${reason}`);
    }
    const soldOut = candidates.filter(({ stock }) => stock === "sold out");
    return { candidates: [...candidates.filter((one) => !soldOut.includes(one)), ...soldOut], rejected };
}
const describePlacement = ({ type, location }) => `${type} in ${location}`;
const networkZone = ({ catalogue }, location) => catalogue.locations.find(({ name }) => name === location)?.networkZone;
function whyNot({ type, location }, { catalogue, today, unsuitable }) {
    const known = (0,_environment_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .serverTypeOf */ .P)(catalogue, type);
    if (!known)
        return "there is no such type";
    const offer = known.locations.find(({ name }) => name === location);
    if (!offer)
        return "not sold there";
    if (offer.deprecation && offer.deprecation.unavailableAfter <= today) {
        return `not sold since ${offer.deprecation.unavailableAfter}`;
    }
    return unsuitable[known.architecture];
}
function candidateAt({ type, location }, { catalogue, stock }) {
    const rate = (0,_environment_price_js__WEBPACK_IMPORTED_MODULE_2__/* .serverRate */ .Ks)(catalogue, type, location);
    const available = stock[type]?.[location];
    return {
        type,
        location,
        ...(rate && { monthly: rate.monthly }),
        stock: available === undefined ? "unknown" : available ? "in stock" : "sold out",
    };
}


/***/ }),

/***/ 39701:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H1: () => (/* binding */ priceOfVolume),
/* harmony export */   Zy: () => (/* binding */ priceOfLoadBalancer),
/* harmony export */   gR: () => (/* binding */ priceOfServer),
/* harmony export */   ho: () => (/* binding */ costOf),
/* harmony export */   yu: () => (/* binding */ priceOfImage),
/* harmony export */   zR: () => (/* binding */ priceOfAddress)
/* harmony export */ });
/* harmony import */ var _environment_price_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45734);

const priceOfServer = (catalogue, { type, location }) => (0,_environment_price_js__WEBPACK_IMPORTED_MODULE_0__/* .serverRate */ .Ks)(catalogue, type, location)?.monthly;
const priceOfAddress = (catalogue, { type }) => (0,_environment_price_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryIPRate */ .ab)(catalogue, type).monthly;
const priceOfVolume = (catalogue, { sizeGB }) => (0,_environment_price_js__WEBPACK_IMPORTED_MODULE_0__/* .volumeRate */ .v$)(catalogue, sizeGB).monthly;
const priceOfImage = (catalogue, { sizeGB }) => (0,_environment_price_js__WEBPACK_IMPORTED_MODULE_0__/* .snapshotRate */ .Tq)(catalogue, sizeGB).monthly;
const priceOfLoadBalancer = (catalogue, { type }) => (0,_environment_price_js__WEBPACK_IMPORTED_MODULE_0__/* .loadBalancerRate */ .N)(catalogue, type)?.monthly;
function costOf(before, after) {
    if (!before && !after)
        return {};
    return { cost: { before: before ?? 0, after: after ?? 0 } };
}


/***/ }),

/***/ 78392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   rh: () => (/* binding */ clipStart)
/* harmony export */ });
function columns(text) {
    return Array.from(text).length;
}
function wrap(text, indent, width) {
    const lines = [];
    let line = "";
    for (const word of text.split(" ")) {
        const longer = line === "" ? word : `${line} ${word}`;
        if (line !== "" && columns(indent) + columns(longer) > width) {
            lines.push(indent + line);
            line = word;
        }
        else
            line = longer;
    }
    return [...lines, indent + line];
}
function clip(text, width) {
    const characters = Array.from(text);
    return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join("")}…`;
}
function clipStart(text, width) {
    const characters = Array.from(text);
    return characters.length <= width
        ? text
        : `…${characters.slice(characters.length - Math.max(0, width - 1)).join("")}`;
}


/***/ })

};
