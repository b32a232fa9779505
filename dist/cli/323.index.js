export const id = 323;
export const ids = [323];
export const modules = {

/***/ 85323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  costOfEnvironment: () => (/* binding */ costOfEnvironment)
});

// EXTERNAL MODULE: ./build/src/environment/cost.js + 1 modules
var cost = __webpack_require__(97070);
// EXTERNAL MODULE: ./build/src/environment/money.js
var money = __webpack_require__(71531);
// EXTERNAL MODULE: ./build/src/environments.js
var src_environments = __webpack_require__(74715);
// EXTERNAL MODULE: ./build/src/report/text/style.js
var style = __webpack_require__(36179);
// EXTERNAL MODULE: ./build/src/environment/catalogue.js + 1 modules
var environment_catalogue = __webpack_require__(60884);
;// CONCATENATED MODULE: ./build/src/environment/cost-notes.js


function costNotes({ spec }, cost, catalogue) {
    const { placement, lines, monthly, alwaysOn } = cost;
    if (placement === undefined)
        return [];
    const { sleep } = spec;
    const offer = (0,environment_catalogue/* serverTypeOf */.P)(catalogue, placement.type)?.locations.find(({ name }) => name === placement.location);
    const traffic = offer?.includedTrafficTB;
    return [
        ...(sleep && monthly > alwaysOn
            ? [
                "Sleeping costs more than staying on: every server that is made anew has a monthly cap of its own, and none reaches it",
            ]
            : []),
        ...(sleep ? ["Hours round up: each time it comes back, the last hour counts in full"] : []),
        sleep
            ? "A server that is only powered off costs as much as one that runs: to sleep it is deleted"
            : "A server that is powered off costs as much as one that runs, until it is deleted",
        ...(sleep ? kept(lines) : []),
        ...(sleep
            ? ["Prices are those for new orders: a server from before a rise can be cheaper when it is left on"]
            : []),
        ...(traffic === undefined
            ? []
            : [
                `Outgoing traffic: ${traffic} TB a month are included, then € ${(0,money/* formatEuro */.fI)((0,money/* microEuros */.Hk)(catalogue.trafficPerTB))} for each`,
            ]),
    ];
}
function kept(lines) {
    const has = (kind) => lines.some((line) => line.kind === kind);
    if (has("volume"))
        return ["Addresses and volumes are kept while it sleeps, so that DNS and data stay"];
    return has("primary-ip") ? ["Its address is kept while it sleeps, so that DNS stays"] : [];
}

// EXTERNAL MODULE: ./build/src/environment/fallbacks.js
var fallbacks = __webpack_require__(33460);
// EXTERNAL MODULE: ./build/src/report/text/wrap.js
var wrap = __webpack_require__(78392);
// EXTERNAL MODULE: ./build/src/environment/days.js
var environment_days = __webpack_require__(89456);
// EXTERNAL MODULE: ./build/src/cli/environment/grid.js
var grid = __webpack_require__(85740);
;// CONCATENATED MODULE: ./build/src/cli/environment/cost-text.js







const kinds = {
    server: "server",
    agent: "agent",
    "primary-ip": "address",
    volume: "volume",
    snapshot: "snapshot",
    "load-balancer": "load balancer",
};
function costText(environment, catalogue, paint, width) {
    const { name } = environment.metadata;
    const { sleep } = environment.spec;
    if (environment.spec.server.provider === "none") {
        return `${paint("heading", name)}\n  The cluster is not slipway's, and so costs nothing here.\n`;
    }
    const sum = (0,cost/* cost */.y)(environment, catalogue);
    const notes = costNotes(environment, sum, catalogue).flatMap((note) => item(note, width));
    return `${[
        paint("heading", sleep === undefined ? `${name}, always on` : `${name}, awake ${awake(sleep)}`),
        "",
        ...table(sum, sleep !== undefined).map((line, index) => (index === 0 ? paint("dim", line) : line)),
        ...sum.unpriced.map((label) => paint("warning", `  no price is known for ${label}, so it is missing from the sum`)),
        "",
        ...summary(sum, sleep !== undefined, paint),
        ...otherTypes(environment, catalogue),
        "",
        ...notes.map((line) => paint("dim", line)),
    ].join("\n")}\n`;
}
const awake = ({ up, down, days, timezone }) => `${up}–${down} on ${(0,environment_days/* daysText */.D)(days)} (${timezone})`;
function table({ lines, hourly, monthly, alwaysOn }, sleeps) {
    const optional = (cells) => (sleeps ? [...cells] : []);
    const rows = [
        ["", "", "hourly", ...optional(["hours"]), "a month", ...optional(["always on"])],
        ...lines.map((line) => [
            `${line.count > 1 ? `${line.count} × ` : ""}${kinds[line.kind]}`,
            line.label,
            perHour(line.rate.hourly * line.count),
            ...optional([hoursOf(line)]),
            euro(line.monthly),
            ...optional([euro(line.alwaysOn)]),
        ]),
        ["together", "", perHour(hourly), ...optional([""]), euro(monthly), ...optional([euro(alwaysOn)])],
    ];
    const numbers = Array.from({ length: sleeps ? 4 : 2 }, () => "right");
    return (0,grid/* grid */.V)(rows, ["left", "left", ...numbers]).map((line) => `  ${line}`);
}
const euro = (amount) => `€ ${(0,money/* formatEuro */.fI)(amount)}`;
const perHour = (amount) => `€ ${(Math.round(amount / 100) / 10_000).toFixed(4)}`;
const hoursOf = ({ hours }) => (hours === undefined ? "all" : hours.toFixed(1));
const percent = (share) => `${Math.round(share * 100)} %`;
function summary({ monthly, alwaysOn, dearest, budget }, sleeps, paint) {
    const saved = alwaysOn - monthly;
    const effect = saved > 0 ? `Sleep saves ${euro(saved)} a month (${percent(saved / alwaysOn)})` : "Sleep saves nothing";
    return [
        ...(sleeps ? [`  ${effect}; the dearest month, ${monthName(dearest.month)}, costs ${euro(dearest.amount)}`] : []),
        ...(budget === undefined
            ? []
            : [
                paint(budget.isOver ? "error" : "added", `  ${budget.isOver ? "Over" : "Within"} the budget of ${euro(budget.limit)}: ${percent(budget.share)} of it is used`),
            ]),
    ];
}
const monthName = (month) => new Date(`${month}-01T00:00:00Z`).toLocaleString("en", { month: "long", year: "numeric", timeZone: "UTC" });
function otherTypes(environment, catalogue) {
    const [, ...others] = (0,fallbacks/* fallbacks */.a)(environment, catalogue);
    if (others.length === 0)
        return [];
    const parts = others.map((one) => {
        const over = one.cost.budget?.isOver === true ? ", over the budget" : "";
        return `${one.placement.type} ${euro(one.cost.monthly)}${over}`;
    });
    return [`  Out of stock? Then ${parts.join(" · ")}`];
}
function item(text, width) {
    return (0,wrap/* wrap */.LV)(text, "    ", width).map((line, index) => (index === 0 ? `  · ${line.slice(4)}` : line));
}
function pricesText({ date, source, estimates }, paint, width) {
    const lines = [
        ...(0,wrap/* wrap */.LV)(`Euros, net of VAT, with prices of ${date} for new orders; an average month of that year.`, "", width),
        ...(0,wrap/* wrap */.LV)(`Source: ${source}.`, "", width),
        ...(0,wrap/* wrap */.LV)(`Estimates: ${estimates.join("; ")}.`, "", width),
    ];
    return `${lines.map((line) => paint("dim", line)).join("\n")}\n`;
}

;// CONCATENATED MODULE: ./build/src/cli/environment/cost.js





async function costOfEnvironment(name, { root, format }, terminal) {
    const checked = await (0,src_environments/* checkedEnvironments */.ID)(root);
    const { catalogue } = checked;
    const environments = (0,src_environments/* valid */.rZ)(checked, name).map(({ environment }) => environment);
    if (format === "json") {
        const all = environments.map((environment) => costJson(environment, catalogue));
        terminal.out(`${JSON.stringify(name === undefined ? all : all[0], null, 2)}\n`);
        return 0;
    }
    const paint = terminal.colour ? style.coloured : style.plain;
    const width = terminal.width ?? 100;
    const texts = environments.map((environment) => costText(environment, catalogue, paint, width));
    const priced = environments.some(({ spec }) => spec.server.provider !== "none");
    terminal.out([...texts, ...(priced ? [pricesText(catalogue, paint, width)] : [])].join("\n"));
    return 0;
}
function costJson(environment, catalogue) {
    const { prices, placement, lines, monthly, alwaysOn, dearest, budget, unpriced } = (0,cost/* cost */.y)(environment, catalogue);
    return {
        environment: environment.metadata.name,
        currency: catalogue.currency,
        prices,
        placement: placement ?? null,
        monthly: (0,money/* decimalEuro */.$$)(monthly),
        alwaysOn: (0,money/* decimalEuro */.$$)(alwaysOn),
        dearest: { month: dearest.month, amount: (0,money/* decimalEuro */.$$)(dearest.amount) },
        budget: budget ? { limit: (0,money/* decimalEuro */.$$)(budget.limit), share: budget.share, isOver: budget.isOver } : null,
        lines: lines.map(({ kind, label, count, hours, rate, ...line }) => ({
            kind,
            label,
            count,
            hourly: (rate.hourly / 1_000_000).toFixed(6),
            hours: hours ?? null,
            monthly: (0,money/* decimalEuro */.$$)(line.monthly),
            alwaysOn: (0,money/* decimalEuro */.$$)(line.alwaysOn),
        })),
        unpriced,
    };
}


/***/ }),

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

/***/ 33460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ fallbacks)
/* harmony export */ });
/* harmony import */ var _cost_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97070);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37492);


function fallbacks(environment, catalogue) {
    const { server } = environment.spec;
    if (server.provider === "none")
        return [];
    return server.types.flatMap((type) => {
        const placement = (0,_placement_js__WEBPACK_IMPORTED_MODULE_1__/* .favourite */ .G)({ types: [type], locations: server.locations }, catalogue);
        return placement === undefined ? [] : [{ placement, cost: (0,_cost_js__WEBPACK_IMPORTED_MODULE_0__/* .cost */ .y)(environment, catalogue, { placement }) }];
    });
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
