export const id = 318;
export const ids = [318];
export const modules = {

/***/ 8318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  environmentChanges: () => (/* binding */ environmentChanges)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(6921);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
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
var cost = __webpack_require__(7070);
;// CONCATENATED MODULE: ./build/src/model/change.js
const changeKinds = (/* unused pure expression or super */ null && (["added", "removed", "changed", "moved", "renamed"]));
const effectKinds = (/* unused pure expression or super */ null && ([
    "deletes-data",
    "rejected",
    "wave-order",
    "widens-access",
    "exposes",
    "recreated",
    "rollout",
    "scales",
    "secret",
    "image",
    "manual-sync",
    "orphaned",
    "pruned",
    "not-picked-up",
    "runs",
    "fit",
    "breadth",
    "follows",
]));
const effectLevels = ["danger", "caution", "note"];

// EXTERNAL MODULE: ./build/src/environment/cidr.js
var cidr = __webpack_require__(3018);
// EXTERNAL MODULE: ./build/src/environment/days.js
var days = __webpack_require__(9456);
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
        .toSorted((a, b) => effectLevels.indexOf(a.level) - effectLevels.indexOf(b.level));
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
var money = __webpack_require__(1531);
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

/***/ 3018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ overlap),
/* harmony export */   g: () => (/* binding */ contains)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

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


/***/ }),

/***/ 7070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ cost)
});

// EXTERNAL MODULE: ./build/src/environment/schedule.js
var schedule = __webpack_require__(1646);
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
var environment_placement = __webpack_require__(7492);
// EXTERNAL MODULE: ./build/src/environment/price.js
var price = __webpack_require__(5734);
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

/***/ 9456:
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

/***/ 1646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T1: () => (/* binding */ awakeAt),
/* harmony export */   pI: () => (/* binding */ awakeWindows)
/* harmony export */ });
/* unused harmony export nextTransition */
/* harmony import */ var temporal_polyfill__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8599);
/* harmony import */ var _days_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9456);


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
