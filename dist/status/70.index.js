export const id = 70;
export const ids = [70];
export const modules = {

/***/ 60884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ serverTypeOf)
});

// UNUSED EXPORTS: catalogueSchema, committedCatalogue

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
;// CONCATENATED MODULE: ./build/src/environment/hetzner-catalogue.json
const hetzner_catalogue_namespaceObject = {};
;// CONCATENATED MODULE: ./build/src/environment/catalogue.js


const day = iso/* date */.p6();
const amount = schemas/* string */.YjP().regex(/^\d+(\.\d+)?$/, 'an amount looks like "5.49"');
const deprecation = schemas/* strictObject */.rej({
    announced: day.describe("When the end was announced"),
    unavailableAfter: day.describe("From when on it can no longer be ordered"),
});
const offer = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    hourly: amount.optional().describe("Absent where it is not sold, or its price is not known"),
    monthly: amount.optional().describe("The most that a month of one server costs"),
    includedTrafficTB: schemas/* number */.aig().min(0).optional(),
    deprecation: deprecation.optional(),
});
const serverType = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    cores: schemas/* int */.Whr().min(1),
    memory: schemas/* number */.aig().positive().describe("GiB"),
    disk: schemas/* number */.aig().positive().describe("GB"),
    architecture: schemas/* enum */.k5n(["x86", "arm"]),
    cpuType: schemas/* enum */.k5n(["shared", "dedicated"]),
    locations: schemas/* array */.YOg(offer),
});
const rate = { hourly: amount, monthly: amount };
const catalogueSchema = schemas/* strictObject */.rej({
    date: day.describe("When the figures were read"),
    source: schemas/* string */.YjP().describe("Where they were read: an address"),
    estimates: schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe("Which of the figures are not the provider's own"),
    currency: schemas/* literal */.euz("EUR"),
    locations: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), city: schemas/* string */.YjP(), country: schemas/* string */.YjP(), networkZone: schemas/* string */.YjP() })),
    serverTypes: schemas/* array */.YOg(serverType),
    primaryIPs: schemas/* array */.YOg(schemas/* strictObject */.rej({ type: schemas/* enum */.k5n(["ipv4", "ipv6"]), ...rate })),
    volumePerGBMonth: amount,
    snapshotPerGBMonth: amount,
    serverBackupPercent: amount.describe("Of the server's price"),
    trafficPerTB: amount.describe("Beyond what is included"),
    loadBalancerTypes: schemas/* array */.YOg(schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), ...rate })),
});
let known;
function committedCatalogue() {
    known ??= catalogueSchema.parse(committed);
    return known;
}
function serverTypeOf({ serverTypes }, name) {
    return serverTypes.find((type) => type.name === name);
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
/* harmony export */   G: () => (/* binding */ favourite)
/* harmony export */ });
/* unused harmony export placements */
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
