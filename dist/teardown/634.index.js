export const id = 634;
export const ids = [634];
export const modules = {

/***/ 1634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkEnvironments: () => (/* binding */ checkEnvironments)
});

// EXTERNAL MODULE: ./build/src/model/closest.js
var closest = __webpack_require__(6072);
// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__(5814);
// EXTERNAL MODULE: ./build/src/environment/rules.js
var rules = __webpack_require__(8124);
// EXTERNAL MODULE: ./build/src/environment/schedule.js
var schedule = __webpack_require__(1646);
;// CONCATENATED MODULE: ./build/src/environment/check-backup.js



const runs = 31;
function checkBackup({ environment, place }) {
    const { backup, sleep } = environment?.spec ?? {};
    if (backup === undefined || sleep === undefined)
        return [];
    const cron = new croner/* Cron */.l4(backup.schedule, { paused: true, timezone: "UTC" });
    const due = cron.nextRuns(runs, new Date("2026-01-01T00:00:00Z"));
    if (due.some((run) => (0,schedule/* awakeAt */.T1)(sleep, run.getTime())))
        return [];
    const message = `The backup is due at "${backup.schedule}" in UTC, when the server always sleeps`;
    const hint = `Choose a time between ${sleep.up} and ${sleep.down} in ${sleep.timezone}`;
    const path = "spec.backup.schedule";
    return [(0,rules/* finding */.g)("environment/conflict", message, { severity: "warning", path, at: [place(path.split("."))], hint })];
}

// EXTERNAL MODULE: ./build/src/environment/cost.js + 1 modules
var cost = __webpack_require__(7070);
// EXTERNAL MODULE: ./build/src/environment/placement.js
var environment_placement = __webpack_require__(7492);
;// CONCATENATED MODULE: ./build/src/environment/fallbacks.js


function fallbacks(environment, catalogue) {
    const { server } = environment.spec;
    if (server.provider === "none")
        return [];
    return server.types.flatMap((type) => {
        const placement = (0,environment_placement/* favourite */.G)({ types: [type], locations: server.locations }, catalogue);
        return placement === undefined ? [] : [{ placement, cost: (0,cost/* cost */.y)(environment, catalogue, { placement }) }];
    });
}

// EXTERNAL MODULE: ./build/src/environment/money.js
var money = __webpack_require__(1531);
;// CONCATENATED MODULE: ./build/src/environment/check-budget.js



function checkBudget({ environment, place }, catalogue) {
    const { sleep, budget } = environment?.spec ?? {};
    if (environment === undefined || budget === undefined)
        return [];
    const choices = fallbacks(environment, catalogue);
    const over = choices.filter(({ cost }) => cost.budget?.isOver === true);
    const [favourite, first] = [choices[0], over[0]];
    if (favourite === undefined || first === undefined)
        return [];
    const details = { path: "spec.budget.monthlyEUR", at: [place(["spec", "budget", "monthlyEUR"])] };
    const what = `Environment ${environment.metadata.name} costs ${upTo(first)}, over its budget of € ${budget.monthlyEUR}`;
    if (first === favourite) {
        const smaller = "choose a smaller type, or raise the budget";
        const advice = sleep === undefined ? `Let it sleep, ${smaller}` : `${smaller.slice(0, 1).toUpperCase()}${smaller.slice(1)}`;
        return [
            (0,rules/* finding */.g)("environment/budget", what, { ...details, hint: `${advice}. Prices are of ${catalogue.date}, net` }),
        ];
    }
    const types = over.map(({ placement }) => placement.type).join(" or ");
    const message = `With ${types}, tried when ${favourite.placement.type} is out of stock, ${what}`;
    const hint = "It would be refused then: raise the budget, or take it off the list";
    return [(0,rules/* finding */.g)("environment/budget", message, { ...details, severity: "notice", hint })];
}
const upTo = ({ placement, cost }) => `up to € ${(0,money/* formatEuro */.fI)(cost.dearest.amount)} a month with ${placement.type}`;

// EXTERNAL MODULE: ./build/src/model/field-path.js
var field_path = __webpack_require__(9923);
// EXTERNAL MODULE: ./build/src/environment/catalogue.js + 2 modules
var environment_catalogue = __webpack_require__(8169);
// EXTERNAL MODULE: ./build/src/environment/price.js
var price = __webpack_require__(5734);
;// CONCATENATED MODULE: ./build/src/environment/check-offers.js





function checkOffers({ environment, place }, catalogue) {
    const { server, agents } = environment?.spec ?? {};
    if (server?.provider !== "hetzner")
        return [];
    const lists = [
        { base: ["spec", "server"], declared: server, locations: server.locations },
        { base: ["spec", "agents"], declared: agents ?? {}, locations: agents?.locations ?? server.locations },
    ];
    return lists.flatMap(({ base, declared: { types = [], locations: named = [] }, locations }) => {
        const missing = [
            ...named.flatMap((name, index) => missingLocation(name, [...base, "locations", index], catalogue)),
            ...types.flatMap((name, index) => missingType(name, locations, [...base, "types", index], catalogue)),
        ];
        return [
            ...missing.map(({ path, message, hint }) => (0,rules/* finding */.g)("environment/not-sold", message, { path: (0,field_path/* fieldPath */.c)(path), at: [place(path)], hint })),
            ...mixedTypes(types, [...base, "types"], catalogue).map(({ path, message, hint }) => (0,rules/* finding */.g)("environment/architecture", message, { path: (0,field_path/* fieldPath */.c)(path), at: [place(path)], hint })),
        ];
    });
}
function missingLocation(name, path, { locations, date }) {
    const known = locations.map((one) => one.name);
    if (known.includes(name))
        return [];
    const message = `The catalogue of ${date} has no location ${name}`;
    return [{ path, message, hint: didYouMean(name, known) ?? `It has: ${known.join(", ")}` }];
}
function missingType(name, locations, path, catalogue) {
    const { serverTypes, date } = catalogue;
    const type = (0,environment_catalogue/* serverTypeOf */.P)(catalogue, name);
    const sold = serverTypes.filter((one) => locations.some((location) => (0,price/* serverRate */.Ks)(catalogue, one.name, location)));
    const names = sold.map((one) => one.name);
    const alternatives = `It has: ${names.join(", ")}`;
    if (type === undefined) {
        const message = `The catalogue of ${date} has no server type ${name}: neither its size nor its price is known`;
        return [{ path, message, hint: didYouMean(name, names) ?? alternatives }];
    }
    const offers = type.locations.filter((offer) => locations.includes(offer.name));
    const ending = offers.find(({ deprecation }) => deprecation !== undefined)?.deprecation;
    const where = locations.join(", ");
    if (!sold.includes(type)) {
        const since = ending === undefined ? "" : ` since ${ending.unavailableAfter}`;
        const message = `${name} is not sold in ${where}${since}, says the catalogue of ${date}`;
        return [{ path, message, hint: `Of its size there is ${alike(type, sold).join(", ") || "nothing"}` }];
    }
    if (ending === undefined)
        return [];
    const message = `${name} can be ordered until ${ending.unavailableAfter} only`;
    return [{ path, message, hint: "A server that is deleted for the night could then not come back" }];
}
function alike(type, sold) {
    return sold.filter(({ cores, memory }) => cores === type.cores && memory === type.memory).map(({ name }) => name);
}
function mixedTypes(types, path, catalogue) {
    const known = types.map((name) => (0,environment_catalogue/* serverTypeOf */.P)(catalogue, name));
    const first = known.find((type) => type !== undefined);
    const index = known.findIndex((type) => type !== undefined && type.architecture !== first?.architecture);
    const other = known[index];
    if (first === undefined || other === undefined)
        return [];
    const names = { arm: "Arm", x86: "x86" };
    const message = `${first.name} is ${names[first.architecture]} and ${other.name} is ${names[other.architecture]}: which one it is depends on the stock of the day`;
    const hint = "List types of one architecture, or make sure that every image is built for both";
    return [{ path: [...path, index], message, hint }];
}
function didYouMean(word, candidates) {
    const near = (0,closest/* closest */.k)(word, candidates);
    return near === undefined ? undefined : `Did you mean ${near}?`;
}

;// CONCATENATED MODULE: ./build/src/environment/check.js





function checkEnvironments(documents, around) {
    return [
        ...documents.flatMap((document) => [
            ...document.problems,
            ...checkBootstrap(document, around),
            ...checkKubernetes(document, around.kubernetesVersions),
            ...checkOffers(document, around.catalogue),
            ...checkBudget(document, around.catalogue),
            ...checkBackup(document),
        ]),
        ...sameNames(documents),
    ];
}
function checkBootstrap({ name, bootstrap, place }, around) {
    if (bootstrap === undefined)
        return [];
    const declares = around.declaresApplication(bootstrap);
    if (declares === true)
        return [];
    const details = { path: "spec.argocd.bootstrap", at: [place(["spec", "argocd", "bootstrap"])] };
    if (declares === false) {
        const message = `${bootstrap}, which Environment ${name} starts from, declares no Application`;
        return [
            (0,rules/* finding */.g)("environment/bootstrap", message, { ...details, hint: "Name the file of the Application at the top" }),
        ];
    }
    const near = (0,closest/* closest */.k)(bootstrap, around.files);
    const hint = near === undefined ? "The path counts from the repository's root" : `Did you mean ${near}?`;
    return [
        (0,rules/* finding */.g)("environment/bootstrap", `There is no file ${bootstrap}, which Environment ${name} starts from`, {
            ...details,
            hint,
        }),
    ];
}
function checkKubernetes({ environment, place }, versions) {
    const version = environment?.spec.kubernetes.version;
    const minors = versions.map(minorOf);
    const [oldest, newest] = [minors[0], minors.at(-1)];
    if (version === undefined || oldest === undefined || newest === undefined)
        return [];
    const minor = minorOf(version);
    if (minors.includes(minor))
        return [];
    const message = `Kubernetes ${version} cannot be checked: schemas and rules of 1.${oldest} to 1.${newest} are known`;
    const near = minor < oldest ? oldest : newest;
    const details = { path: "spec.kubernetes.version", at: [place(["spec", "kubernetes", "version"])] };
    return [(0,rules/* finding */.g)("environment/kubernetes-version", message, { ...details, hint: `The nearest is 1.${near}` })];
}
const minorOf = (version) => Number(/1\.(\d+)/.exec(version)?.[1] ?? Number.NaN);
function sameNames(documents) {
    const first = new Map();
    return documents.flatMap(({ name, unreadable, place }) => {
        const at = place(["metadata", "name"]);
        const other = first.get(name);
        if (unreadable || other === undefined) {
            if (!unreadable)
                first.set(name, at);
            return [];
        }
        const message = `There is another Environment ${name}: each would take the other's server for its own`;
        const hint = "Give every Environment its own name";
        return [(0,rules/* finding */.g)("environment/conflict", message, { path: "metadata.name", at: [at, other], hint })];
    });
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


/***/ }),

/***/ 9923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ fieldPath)
/* harmony export */ });
function fieldPath(segments) {
    return segments
        .map((segment, index) => {
        if (typeof segment === "number" || /^\d+$/.test(segment))
            return `[${segment}]`;
        if (!/^[A-Za-z_$][\w$-]*$/.test(segment))
            return `[${JSON.stringify(segment)}]`;
        return index === 0 ? segment : `.${segment}`;
    })
        .join("");
}


/***/ })

};
