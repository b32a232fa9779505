export const id = 304;
export const ids = [304];
export const modules = {

/***/ 19304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  environmentChanges: () => (/* binding */ environmentChanges)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/src/environment/changed-fields.js

function changedFields(before, after) {
    return differences(before, after, "");
}
function differences(before, after, path) {
    if ((0,external_node_util_.isDeepStrictEqual)(before, after))
        return [];
    if (isObject(before) && isObject(after)) {
        return keysOf(before, after).flatMap((key) => differences(before[key], after[key], path === "" ? key : `${path}.${key}`));
    }
    const [left, right] = [byName(before), byName(after)];
    if (left && right) {
        return keysOf(left, right).flatMap((name) => differences(left[name], right[name], `${path}[name=${name}]`));
    }
    return [{ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }];
}
const keysOf = (before, after) => [
    ...new Set([...Object.keys(before), ...Object.keys(after)]),
];
function byName(list) {
    if (!Array.isArray(list))
        return undefined;
    const named = list.map((item) => isObject(item) && typeof item["name"] === "string" ? [item["name"], item] : undefined);
    return named.every((entry) => entry !== undefined) ? Object.fromEntries(named) : undefined;
}
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// EXTERNAL MODULE: ./build/src/environment/cost.js + 1 modules
var cost = __webpack_require__(97070);
// EXTERNAL MODULE: ./build/src/model/change.js
var change = __webpack_require__(54535);
// EXTERNAL MODULE: ./build/src/environment/cidr.js
var cidr = __webpack_require__(60637);
// EXTERNAL MODULE: ./build/src/environment/days.js
var days = __webpack_require__(89456);
;// CONCATENATED MODULE: ./build/src/environment/network.js
const usualRange = "10.0.0.0/16";
function privateNetwork({ spec: { server, agents } }) {
    if (server.provider === "none")
        return undefined;
    if (server.network !== undefined)
        return server.network.cidr;
    return server.count + (agents?.count ?? 0) > 1 ? usualRange : undefined;
}

;// CONCATENATED MODULE: ./build/src/environment/effects.js




function environmentEffects(before, after) {
    const [old, now] = [before.spec, after.spec];
    const found = [...clusterRules, ...serverRulesFor(old, now)].flatMap((rule) => rule(old, now));
    return [...found, moved(privateNetwork(before), privateNetwork(after))]
        .filter((one) => one !== undefined)
        .toSorted((a, b) => change/* effectLevels */.ng.indexOf(a.level) - change/* effectLevels */.ng.indexOf(b.level));
}
function moved(before, after) {
    if (before === after || before === undefined)
        return undefined;
    return danger("takes its servers out of their private network, for which they are replaced", lost);
}
function removalEffects({ spec, metadata }) {
    if (spec.server.provider === "none")
        return [];
    const hint = `Run teardown for ${metadata.name} before this is merged`;
    return [caution("leaves its server running, and nobody knows of it any more: it goes on costing", hint)];
}
const effect = (level) => (message, hint) => ({ level, message, ...(hint !== undefined && { hint }) });
const danger = effect("danger");
const caution = effect("caution");
const note = effect("note");
const lost = "Everything on its disk is lost that is not in a backup or on a volume";
const serverRules = [
    (before, after) => [
        replaced("type", before.types, after.types),
        replaced("location", before.locations, after.locations),
    ],
    (before, after) => [
        before.image === after.image
            ? undefined
            : danger(`replaces its server: image ${before.image} → ${after.image}`, lost),
        before.count === after.count
            ? undefined
            : danger(`makes its cluster anew: ${before.count} → ${after.count} servers, SQLite and etcd are not converted`, lost),
        before.publicIPv4 && !after.publicIPv4
            ? caution("gives up its IPv4 address: DNS must not point there any more")
            : undefined,
        before.protection && !after.protection ? caution("can be torn down without its name being typed") : undefined,
    ],
    (before, after) => [
        opened("SSH", before.sshFrom, after.sshFrom),
        opened("ports 80 and 443", before.webFrom, after.webFrom),
    ],
    (before, after) => before.volumes.map(({ name, sizeGB, format }) => {
        const now = after.volumes.find((volume) => volume.name === name);
        if (now === undefined)
            return danger(`no longer has the volume ${name} of ${sizeGB} GB: its data goes with it`);
        if (now.sizeGB < sizeGB)
            return danger(`makes the volume ${name} smaller, which is only possible with a new one: its data is lost`);
        if (now.format !== format)
            return danger(`formats the volume ${name} anew: its data is lost`);
        return undefined;
    }),
];
function replaced(what, before, after) {
    const [old, now] = [before[0], after[0]];
    if (old === now)
        return undefined;
    if (old !== undefined && after.includes(old))
        return note(`tries the ${what} ${now} first from now on; a server with ${old} stays as it is`);
    const address = what === "location" ? ", and its addresses change" : "";
    return danger(`replaces its server: ${what} ${old} → ${now}${address}`, lost);
}
const everywhere = new Set(["0.0.0.0/0", "::/0"]);
function opened(what, before, after) {
    const added = after.filter((network) => !before.some((known) => (0,cidr/* contains */.g)(known, network)));
    if (added.length === 0)
        return undefined;
    const whom = added.some((network) => everywhere.has(network)) ? "everybody" : added.join(", ");
    return caution(`lets ${whom} reach ${what}`);
}
function serverRulesFor(old, now) {
    const [before, after] = [old.server, now.server];
    if (before.provider === "hetzner" && after.provider === "hetzner") {
        return serverRules.map((rule) => () => rule(before, after));
    }
    if (before.provider === after.provider)
        return [];
    return before.provider === "none"
        ? [() => [note("gets a server of its own; what runs on the cluster it had stays there")]]
        : [
            () => [
                danger("no longer has a server of slipway's: the one it had stays, and goes on costing", "Run teardown before this is merged"),
            ],
        ];
}
const clusterRules = [
    (before, after) => [upgrade("Kubernetes", before.kubernetes.version, after.kubernetes.version)],
    (before, after) => [agents(before.agents?.count ?? 0, after.agents?.count ?? 0)],
    (before, after) => [upgrade("Argo CD", before.argocd.version, after.argocd.version)],
    (before, after) => [
        before.argocd.bootstrap === after.argocd.bootstrap
            ? undefined
            : danger("starts from another Application: what only the old one brings is no longer looked after"),
        before.backup && after.backup === undefined ? caution("is no longer backed up") : undefined,
        before.sleep === undefined && after.sleep
            ? caution(`is not there from ${after.sleep.down} to ${after.sleep.up}, and on other days than ${(0,days/* daysText */.D)(after.sleep.days)}`)
            : undefined,
        before.sleep && after.sleep === undefined ? note("stays on day and night") : undefined,
    ],
];
function agents(before, after) {
    if (before === after)
        return undefined;
    const change = `${before} → ${after} agents`;
    return after < before ? caution(`removes agents, and their pods move: ${change}`) : note(`gets more room: ${change}`);
}
function upgrade(what, before, after) {
    if (before === after)
        return undefined;
    const [old, now] = [numbersOf(before), numbersOf(after)];
    const difference = old.map((number, index) => (now[index] ?? 0) - number).find((one) => one !== 0) ?? 0;
    const change = `${what} ${before} → ${after}`;
    if (difference < 0)
        return danger(`goes back to an older ${change}`, "Its data may be newer than what the old version reads");
    const minors = (now[1] ?? 0) - (old[1] ?? 0);
    if (what === "Kubernetes" && minors > 1) {
        return danger(`skips a minor version: ${change}`, "Upgrade one minor version at a time");
    }
    return minors === 0 ? note(`updates ${change}`) : caution(`upgrades ${change}`);
}
const numbersOf = (version) => (version.match(/\d+/g) ?? []).map(Number);

// EXTERNAL MODULE: ./build/src/environment/money.js
var money = __webpack_require__(71531);
;// CONCATENATED MODULE: ./build/src/environment/changes.js





function environmentChanges(before, after, catalogue) {
    const [old, now] = [changes_byName(before), changes_byName(after)];
    const unclear = new Set([...before, ...after].filter(({ environment }) => !environment).map(({ name }) => name));
    return [...new Set([...old.keys(), ...now.keys()])]
        .filter((name) => !unclear.has(name))
        .toSorted()
        .flatMap((name) => changeOf(old.get(name), now.get(name), catalogue) ?? []);
}
function changes_byName(documents) {
    const valid = documents.flatMap(({ name, environment, at: { file } }) => environment ? [[name, { environment, file }]] : []);
    return new Map(valid.toReversed());
}
function changeOf(before, after, catalogue) {
    const file = (after ?? before)?.file ?? "";
    const bill = costChange(before?.environment, after?.environment, catalogue);
    const paid = bill && { cost: bill };
    if (before === undefined || after === undefined) {
        const environment = (after ?? before)?.environment;
        if (environment === undefined)
            return undefined;
        const effects = after === undefined ? removalEffects(environment) : [];
        const kind = after === undefined ? "removed" : "added";
        return { environment: environment.metadata.name, kind, file, fields: [], effects, ...paid };
    }
    const fields = changedFields(plain(before.environment), plain(after.environment));
    if (fields.length === 0)
        return undefined;
    const effects = environmentEffects(before.environment, after.environment);
    return { environment: after.environment.metadata.name, kind: "changed", file, fields, effects, ...paid };
}
const plain = (environment) => schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).parse(environment);
function costChange(before, after, catalogue) {
    const [old, now] = [before && priced(before, catalogue), after && priced(after, catalogue)];
    if ((before && !old) || (after && !now))
        return undefined;
    const [was, is] = [old?.monthly ?? 0, now?.monthly ?? 0];
    if (was === 0 && is === 0)
        return undefined;
    return {
        ...(was > 0 && { before: (0,money/* decimalEuro */.$$)(was) }),
        ...(is > 0 && { after: (0,money/* decimalEuro */.$$)(is) }),
        difference: `${is < was ? "" : "+"}${(0,money/* decimalEuro */.$$)(is - was)}`,
        ...(now?.budget && { budget: (0,money/* decimalEuro */.$$)(now.budget.limit) }),
        isOverBudget: now?.budget?.isOver ?? false,
        pricesOf: catalogue.date,
    };
}
function priced(environment, catalogue) {
    const sum = (0,cost/* cost */.y)(environment, catalogue);
    return sum.unpriced.length > 0 ? undefined : sum;
}


/***/ }),

/***/ 60637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ overlap),
/* harmony export */   g: () => (/* binding */ contains)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77030);

function contains(outer, inner) {
    const [around, within] = [networkOf(outer), networkOf(inner)];
    if (around.family !== within.family || around.prefix > within.prefix)
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(around.address, around.prefix, around.family);
    return list.check(within.address, within.family);
}
const overlap = (a, b) => contains(a, b) || contains(b, a);
function networkOf(cidr) {
    const [address = "", prefix = ""] = cidr.split("/");
    return { address, prefix: Number(prefix), family: (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) ? "ipv6" : "ipv4" };
}


/***/ })

};
