export const id = 43;
export const ids = [43];
export const modules = {

/***/ 71537:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ accessFrom),
/* harmony export */   r: () => (/* binding */ hetznerPorts)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);

const accessFrom = ({ env }) => ({
    token: env["HCLOUD_TOKEN"] ?? "",
    endpoint: env["HCLOUD_ENDPOINT"] || undefined,
});
function hetznerPorts(terminal, signal) {
    const say = (message) => terminal.err(`${message}\n`);
    const debug = (terminal.env["SLIPWAY_DEBUG"] ?? "") === "" ? () => undefined : say;
    return {
        fetch,
        clock: {
            now: () => Date.now(),
            sleep: async (milliseconds, aborted) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(milliseconds, undefined, aborted ? { signal: aborted } : {}),
        },
        random: Math.random,
        log: { debug, info: say, warning: say },
        signal,
    };
}


/***/ }),

/***/ 22665:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mG: () => (/* binding */ marketOf),
  xK: () => (/* binding */ openHetzner),
  eg: () => (/* binding */ waiting)
});

// EXTERNAL MODULE: ./build/package.json
var build_package = __webpack_require__(78797);
;// CONCATENATED MODULE: ./build/src/hetzner/client/backoff.js
function exponentialBackoff({ base, cap, random }) {
    return (attempt) => {
        const full = Math.min(cap, base * 2 ** (attempt - 1));
        return Math.round(full / 2 + (full / 2) * random());
    };
}
function constantBackoff(milliseconds) {
    return () => milliseconds;
}

// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(81729);
;// CONCATENATED MODULE: ./build/src/hetzner/client/access.js

const defaultEndpoint = "https://api.hetzner.cloud/v1";
function checkedToken(token) {
    if (/^[\w-]+$/.test(token))
        return token;
    throw new error/* SlipwayError */.GQ("SLW-HETZNER-TOKEN", token === ""
        ? "there is no token for Hetzner Cloud"
        : "the token for Hetzner Cloud has characters that no token has", {
        hint: "Set HCLOUD_TOKEN to a token of the project, from its Security page in the Hetzner Console.",
    });
}
function endpointOf(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === "https:" || url?.protocol === "http:")
        return url;
    throw new error/* SlipwayError */.GQ("SLW-USAGE", `HCLOUD_ENDPOINT is not an http(s) address: ${text}`, {
        hint: `Leave it unset for ${defaultEndpoint}.`,
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/src/hetzner/client/failure.js
var failure = __webpack_require__(49400);
// EXTERNAL MODULE: ./build/src/hetzner/client/request.js
var client_request = __webpack_require__(34147);
;// CONCATENATED MODULE: ./build/src/hetzner/client/answer.js



const errorBody = schemas/* object */.Ikc({ error: schemas/* object */.Ikc({ code: schemas/* string */.YjP(), message: schemas/* string */.YjP() }) });
function raisingErrors(mask) {
    return (next) => async (request) => {
        const reply = await next(request);
        const json = jsonOf(reply);
        const facts = { request, status: reply.status, correlationId: (0,client_request/* correlationOf */["in"])(reply.headers) };
        if (reply.status >= 200 && reply.status < 300) {
            if (reply.status === 204 || json !== undefined)
                return { ...reply, json };
            throw new failure/* HetznerError */.Bk({ ...facts, apiCode: "truncated", message: "the answer ends too early" });
        }
        const said = errorBody.safeParse(json);
        if (said.success) {
            throw new failure/* HetznerError */.Bk({ ...facts, apiCode: said.data.error.code, message: mask(said.data.error.message) });
        }
        throw new failure/* HetznerError */.Bk({ ...facts, apiCode: codeOf(reply.status), message: `HTTP status ${reply.status}` });
    };
}
function codeOf(status) {
    if (status === 429)
        return "rate_limit_exceeded";
    if (status === 401)
        return "unauthorized";
    if (status === 504)
        return "timeout";
    return status >= 500 ? "bad_gateway" : `http_${status}`;
}
function jsonOf({ text }) {
    try {
        return text === "" ? undefined : JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function parseAnswer(schema, request, { json, headers, status }) {
    const parsed = schema.safeParse(json);
    if (parsed.success)
        return parsed.data;
    const issue = parsed.error.issues[0];
    throw new failure/* HetznerError */.Bk({
        request,
        status,
        correlationId: (0,client_request/* correlationOf */["in"])(headers),
        apiCode: "unexpected_answer",
        message: `the answer is not what slipway knows: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
        cause: parsed.error,
    });
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/pricing.js

const price = schemas/* object */.Ikc({ net: schemas/* string */.YjP() });
const rate = schemas/* object */.Ikc({ location: schemas/* string */.YjP(), price_hourly: price, price_monthly: price });
const included = schemas/* object */.Ikc({
    ...rate.shape,
    included_traffic: schemas/* number */.aig().optional(),
    price_per_tb_traffic: price.optional(),
});
const perGB = schemas/* object */.Ikc({ price_per_gb_month: price });
const deprecation = schemas/* object */.Ikc({ announced: schemas/* string */.YjP(), unavailable_after: schemas/* string */.YjP() }).nullish();
const pricingSchema = schemas/* object */.Ikc({
    currency: schemas/* string */.YjP(),
    image: perGB,
    volume: perGB,
    server_backup: schemas/* object */.Ikc({ percentage: schemas/* string */.YjP() }),
    primary_ips: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* enum */.k5n(["ipv4", "ipv6"]), prices: schemas/* array */.YOg(rate) })),
    load_balancer_types: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), prices: schemas/* array */.YOg(rate) })),
    server_types: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), prices: schemas/* array */.YOg(included) })),
});
const serverTypeSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    cores: schemas/* number */.aig(),
    memory: schemas/* number */.aig(),
    disk: schemas/* number */.aig(),
    architecture: schemas/* enum */.k5n(["x86", "arm"]),
    cpu_type: schemas/* enum */.k5n(["shared", "dedicated"]),
    locations: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), available: schemas/* boolean */.zMY().optional(), deprecation })).default([]),
});
const locationSchema = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP(),
    city: schemas/* string */.YjP(),
    country: schemas/* string */.YjP(),
    network_zone: schemas/* string */.YjP(),
});

;// CONCATENATED MODULE: ./build/src/hetzner/client/rate-limit.js
const reserve = 5;
const refill = 1000;
function respectingRateLimit(clock) {
    let known;
    return (next) => async (request) => {
        if (known !== undefined && known.remaining + (clock.now() - known.at) / refill < reserve) {
            await clock.sleep(refill, request.signal);
        }
        const reply = await next(request);
        const remaining = Number(reply.headers.get("ratelimit-remaining") ?? Number.NaN);
        if (Number.isFinite(remaining))
            known = { remaining, at: clock.now() };
        return reply;
    };
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/retry.js


const attempts = {
    conflict: 6,
    locked: 9,
    rate_limit_exceeded: 60,
    bad_gateway: 6,
    timeout: 6,
    service_error: 6,
    network: 6,
    truncated: 6,
};
function retrying({ clock, backoff, rateLimitBackoff, onRetry }) {
    return (next) => async (request) => {
        for (let attempt = 1;; attempt++) {
            try {
                return await next(request);
            }
            catch (error) {
                if (!(error instanceof failure/* HetznerError */.Bk) || !mayRetry(error, request, attempt))
                    throw error;
                const wait = error.apiCode === "rate_limit_exceeded" ? rateLimitBackoff(attempt) : backoff(attempt);
                onRetry(`${(0,client_request/* describeRequest */.Ng)(request)}: ${error.apiCode}, trying again in ${(wait / 1000).toFixed(1)} s`);
                await clock.sleep(wait, request.signal);
            }
        }
    };
}
function mayRetry(error, { repeat }, attempt) {
    if (error.outcome === "unknown" && repeat === "once")
        return false;
    return attempt < (attempts[error.apiCode] ?? 1);
}

;// CONCATENATED MODULE: ./build/src/hetzner/client/send.js


function sending({ endpoint, token, userAgent, fetch, timeout }) {
    return async (request) => {
        const signal = AbortSignal.any([request.signal, AbortSignal.timeout(timeout)]);
        try {
            const response = await fetch(urlOf(endpoint, request), {
                method: request.method,
                headers: {
                    authorization: `Bearer ${token}`,
                    "user-agent": userAgent,
                    accept: "application/json",
                    ...(request.body !== undefined && { "content-type": "application/json" }),
                },
                ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
                redirect: "error",
                signal,
            });
            return { status: response.status, headers: response.headers, text: await response.text() };
        }
        catch (cause) {
            request.signal.throwIfAborted();
            const message = signal.aborted ? `no answer within ${timeout / 1000} s` : reasonOf(cause);
            throw new failure/* HetznerError */.Bk({ request, apiCode: "network", message, cause });
        }
    };
}
function debugging(clock, debug) {
    return (next) => async (request) => {
        const started = clock.now();
        const tell = (outcome) => debug(`hetzner ${(0,client_request/* describeRequest */.Ng)(request)} ${outcome} ${clock.now() - started} ms`);
        try {
            const reply = await next(request);
            tell([reply.status, (0,client_request/* correlationOf */["in"])(reply.headers)].filter((part) => part !== undefined).join(" "));
            return reply;
        }
        catch (error) {
            tell(error instanceof failure/* HetznerError */.Bk ? error.apiCode : "stopped");
            throw error;
        }
    };
}
function urlOf(endpoint, { path, query = {} }) {
    const url = new URL(endpoint.href.replace(/\/$/, "") + path);
    for (const [name, value] of Object.entries(query)) {
        for (const one of Array.isArray(value) ? value : [value])
            url.searchParams.append(name, String(one));
    }
    return url;
}
function reasonOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? error.cause.message || error.message : error.message;
}

// EXTERNAL MODULE: ./build/src/hetzner/client/wire.js
var wire = __webpack_require__(29001);
;// CONCATENATED MODULE: ./build/src/hetzner/client/client.js











const perPage = 50;
function hetznerClient(options, ports) {
    const { token, endpoint = defaultEndpoint, userAgent = "slipway", requestTimeout = 30_000 } = options;
    const { clock, random } = ports;
    const mask = (text) => text.replaceAll(token, "***");
    const handle = (0,client_request/* chain */.cy)(sending({
        endpoint: endpointOf(endpoint),
        token: checkedToken(token),
        userAgent,
        fetch: ports.fetch,
        timeout: requestTimeout,
    }), [
        retrying({
            clock,
            backoff: exponentialBackoff({ base: 1000, cap: 60_000, random }),
            rateLimitBackoff: exponentialBackoff({ base: 2000, cap: 2000, random }),
            onRetry: (message) => ports.onRetry(mask(message)),
        }),
        raisingErrors(mask),
        respectingRateLimit(clock),
        debugging(clock, (message) => ports.debug(mask(message))),
    ]);
    const read = (key, schema, request, reply) => parseAnswer(schema, request, { ...reply, json: parseAnswer(answerSchema, request, reply)[key] });
    const changed = async ({ one, schema }, request) => {
        const reply = await handle(request);
        return { resource: read(one, schema, request, reply), actions: actionsOf(request, reply) };
    };
    async function pages(path, many, query, signal) {
        const found = [];
        for (let page = 1; page;) {
            const request = get(`/${path}`, { ...query, page, per_page: perPage }, signal);
            const reply = await handle(request);
            found.push(...read(path, many, request, reply));
            const next = parseAnswer(paging, request, reply).meta?.pagination?.next_page;
            page = next !== undefined && next !== null && next > page ? next : undefined;
        }
        return found;
    }
    return {
        async list({ path, many }, query, signal) {
            const all = await pages(path, many, query, signal);
            return [...new Map(all.map((one) => [one.id, one])).values()];
        },
        async get({ path, one, schema }, id, signal) {
            const request = get(`/${path}/${id}`, {}, signal);
            return read(one, schema, request, await handle(request));
        },
        create: (type, body, signal) => changed(type, { method: "POST", path: `/${type.path}`, body, repeat: "once", signal }),
        update: (type, id, body, signal) => changed(type, { method: "PUT", path: `/${type.path}/${id}`, body, repeat: "harmless", signal }),
        async delete({ path }, id, signal) {
            const request = { method: "DELETE", path: `/${path}/${id}`, repeat: "harmless", signal };
            try {
                return actionsOf(request, await handle(request));
            }
            catch (error) {
                if ((0,failure/* isNotFound */.c4)(error))
                    return [];
                throw error;
            }
        },
        async act({ path }, id, command, body, signal) {
            const request = {
                method: "POST",
                path: `/${path}/${id}/actions/${command}`,
                body,
                repeat: "harmless",
                signal,
            };
            return actionsOf(request, await handle(request));
        },
        actions: (ids, signal) => pages("actions", actionsSchema, { id: ids }, signal),
        serverTypes: (signal) => pages("server_types", serverTypesSchema, {}, signal),
        locations: (signal) => pages("locations", locationsSchema, {}, signal),
        async pricing(signal) {
            const request = get("/pricing", {}, signal);
            return read("pricing", pricingSchema, request, await handle(request));
        },
    };
}
const get = (path, query, signal) => ({
    method: "GET",
    path,
    query,
    repeat: "harmless",
    signal,
});
const answerSchema = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
const actionsSchema = schemas/* array */.YOg(wire/* actionSchema */.wh);
const serverTypesSchema = schemas/* array */.YOg(serverTypeSchema);
const locationsSchema = schemas/* array */.YOg(locationSchema);
const paging = schemas/* object */.Ikc({
    meta: schemas/* object */.Ikc({ pagination: schemas/* object */.Ikc({ next_page: schemas/* number */.aig().nullish() }).nullish() }).nullish(),
});
const actionsAnswer = schemas/* object */.Ikc({
    action: wire/* actionSchema */.wh.nullish(),
    actions: schemas/* array */.YOg(wire/* actionSchema */.wh).nullish(),
    next_actions: schemas/* array */.YOg(wire/* actionSchema */.wh).nullish(),
})
    .nullish();
function actionsOf(request, reply) {
    const { action, actions, next_actions: next } = parseAnswer(actionsAnswer, request, reply) ?? {};
    return [...(action ? [action] : []), ...(actions ?? []), ...(next ?? [])];
}

;// CONCATENATED MODULE: ./build/src/hetzner/catalogue-from.js
const terabyte = 2 ** 40;
function catalogueFrom(answers, read) {
    const { pricing, serverTypes, locations } = answers;
    if (pricing.currency !== "EUR")
        throw new RangeError(`prices are in ${pricing.currency}, not in EUR`);
    return {
        ...read,
        estimates: [],
        currency: "EUR",
        locations: locations.map(({ name, city, country, network_zone: networkZone }) => ({
            name,
            city,
            country,
            networkZone,
        })),
        serverTypes: serverTypes.map((type) => ({
            name: type.name,
            cores: type.cores,
            memory: type.memory,
            disk: type.disk,
            architecture: type.architecture,
            cpuType: type.cpu_type,
            locations: type.locations.map((location) => offerOf(type.name, location, pricing)),
        })),
        primaryIPs: pricing.primary_ips.flatMap(({ type, prices: [first] }) => (first ? [{ type, ...rateOf(first) }] : [])),
        volumePerGBMonth: pricing.volume.price_per_gb_month.net,
        snapshotPerGBMonth: pricing.image.price_per_gb_month.net,
        serverBackupPercent: pricing.server_backup.percentage,
        trafficPerTB: pricing.server_types.flatMap(({ prices }) => prices[0]?.price_per_tb_traffic?.net ?? [])[0] ?? "0",
        loadBalancerTypes: pricing.load_balancer_types.flatMap(({ name, prices: [first] }) => first ? [{ name, ...rateOf(first) }] : []),
    };
}
function offerOf(type, { name, deprecation }, { server_types: all }) {
    const price = all.find((one) => one.name === type)?.prices.find(({ location }) => location === name);
    const { included_traffic: included } = price ?? {};
    return {
        name,
        ...(price && rateOf(price)),
        ...(included !== undefined && { includedTrafficTB: included / terabyte }),
        ...(deprecation && {
            deprecation: { announced: dayOf(deprecation.announced), unavailableAfter: dayOf(deprecation.unavailable_after) },
        }),
    };
}
function stockFrom(serverTypes) {
    return Object.fromEntries(serverTypes.map(({ name, locations }) => [
        name,
        Object.fromEntries(locations.flatMap((one) => (one.available === undefined ? [] : [[one.name, one.available]]))),
    ]));
}
const rateOf = ({ price_hourly: hourly, price_monthly: monthly, }) => ({
    hourly: hourly.net,
    monthly: monthly.net,
});
const dayOf = (moment) => moment.slice(0, 10);

;// CONCATENATED MODULE: ./build/src/hetzner/market.js

async function askMarket(client, { now, source, unsuitable = {} }, signal) {
    const [pricing, serverTypes, locations] = await Promise.all([
        client.pricing(signal),
        client.serverTypes(signal),
        client.locations(signal),
    ]);
    const today = new Date(now).toISOString().slice(0, 10);
    return {
        catalogue: catalogueFrom({ pricing, serverTypes, locations }, { date: today, source }),
        stock: stockFrom(serverTypes),
        today,
        unsuitable,
    };
}

;// CONCATENATED MODULE: ./build/src/hetzner-access.js





function openHetzner({ token, endpoint }, { fetch, clock, random, log }) {
    return hetznerClient({ token, endpoint, userAgent: `slipway/${build_package/* version */.rE}` }, { fetch, clock, random, debug: log.debug, onRetry: log.info });
}
const marketOf = (client, { endpoint = defaultEndpoint }, { clock, signal }, unsuitable = {}) => askMarket(client, { now: clock.now(), source: endpoint, unsuitable }, signal);
const waiting = (random) => ({
    poll: exponentialBackoff({ base: 700, cap: 3000, random }),
    backoff: exponentialBackoff({ base: 1000, cap: 15_000, random }),
});


/***/ }),

/***/ 49400:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ HetznerError),
/* harmony export */   Ug: () => (/* binding */ outOfStockCodes),
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   yg: () => (/* binding */ isOutOfStock)
/* harmony export */ });
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);
/* harmony import */ var _request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34147);


const again = { code: "SLW-HETZNER-API", outcome: "refused", hint: "Run again in a minute." };
const unclear = { ...again, outcome: "unknown" };
const token = (hint) => ({ code: "SLW-HETZNER-TOKEN", outcome: "refused", hint });
const stock = {
    code: "SLW-HETZNER-STOCK",
    outcome: "refused",
    hint: "Add another type or location to spec.server, or try again later.",
};
const kinds = {
    unauthorized: token("Give a token of the right project in HCLOUD_TOKEN."),
    token_readonly: token("This needs a token with read and write access; the one in HCLOUD_TOKEN may only read."),
    forbidden: token("The token in HCLOUD_TOKEN may not do this."),
    conflict: again,
    locked: again,
    rate_limit_exceeded: {
        code: "SLW-HETZNER-RATE",
        outcome: "refused",
        hint: "Another client uses up the project's requests.",
    },
    bad_gateway: unclear,
    timeout: unclear,
    service_error: unclear,
    server_error: unclear,
    network: { ...unclear, hint: "Check the connection and HCLOUD_ENDPOINT." },
    truncated: unclear,
    resource_unavailable: stock,
    placement_error: stock,
    resource_limit_exceeded: {
        code: "SLW-HETZNER-LIMIT",
        outcome: "refused",
        hint: "Ask for a higher limit in the Hetzner Console, or remove what is not needed: slipway sweep lists it.",
    },
};
const refused = { code: "SLW-HETZNER-REFUSED", outcome: "refused" };
class HetznerError extends _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ {
    apiCode;
    status;
    correlationId;
    outcome;
    constructor({ request, apiCode, message, status, correlationId, cause }) {
        const kind = kinds[apiCode] ?? (status !== undefined && status >= 500 ? unclear : refused);
        const id = correlationId === undefined ? "" : `, request id ${correlationId}`;
        super(kind.code, `${(0,_request_js__WEBPACK_IMPORTED_MODULE_1__/* .describeRequest */ .Ng)(request)} at Hetzner failed: ${message} (${apiCode}${id})`, {
            ...(kind.hint !== undefined && { hint: kind.hint }),
            cause,
        });
        this.apiCode = apiCode;
        this.status = status;
        this.correlationId = correlationId;
        this.outcome = kind.outcome;
    }
}
const isOutOfStock = (error) => error instanceof HetznerError && outOfStockCodes.has(error.apiCode);
const outOfStockCodes = new Set(["resource_unavailable", "placement_error"]);
const isNotFound = (error) => error instanceof HetznerError && error.apiCode === "not_found";


/***/ }),

/***/ 34147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ describeRequest),
/* harmony export */   cy: () => (/* binding */ chain),
/* harmony export */   "in": () => (/* binding */ correlationOf)
/* harmony export */ });
function chain(innermost, layers) {
    return layers.reduceRight((handler, layer) => layer(handler), innermost);
}
const correlationOf = (headers) => headers.get("x-correlation-id") ?? undefined;
const describeRequest = ({ method, path }) => `${method} ${path}`;


/***/ }),

/***/ 25948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BK: () => (/* binding */ sshKeys),
/* harmony export */   Cm: () => (/* binding */ loadBalancers),
/* harmony export */   LX: () => (/* binding */ primaryIps),
/* harmony export */   b0: () => (/* binding */ servers),
/* harmony export */   gk: () => (/* binding */ firewalls),
/* harmony export */   o8: () => (/* binding */ networks),
/* harmony export */   on: () => (/* binding */ volumes),
/* harmony export */   qy: () => (/* binding */ placementGroups),
/* harmony export */   zC: () => (/* binding */ images)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2503);
/* harmony import */ var _wire_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29001);


const type = (path, one, schema) => ({
    path,
    one,
    schema,
    many: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(schema),
});
const servers = type("servers", "server", _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .serverSchema */ .zT);
const primaryIps = type("primary_ips", "primary_ip", _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .primaryIpSchema */ .Hy);
const volumes = type("volumes", "volume", _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .volumeSchema */ .gh);
const networks = type("networks", "network", _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .networkSchema */ .uT);
const firewalls = type("firewalls", "firewall", _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .firewallSchema */ .m3);
const placementGroups = type("placement_groups", "placement_group", _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .placementGroupSchema */ .Yh);
const sshKeys = type("ssh_keys", "ssh_key", _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .sshKeySchema */ .zq);
const loadBalancers = type("load_balancers", "load_balancer", _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .loadBalancerSchema */ .m6);
const images = type("images", "image", _wire_js__WEBPACK_IMPORTED_MODULE_0__/* .imageSchema */ .Fi);


/***/ }),

/***/ 29001:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fi: () => (/* binding */ imageSchema),
/* harmony export */   Hy: () => (/* binding */ primaryIpSchema),
/* harmony export */   Yh: () => (/* binding */ placementGroupSchema),
/* harmony export */   gh: () => (/* binding */ volumeSchema),
/* harmony export */   m3: () => (/* binding */ firewallSchema),
/* harmony export */   m6: () => (/* binding */ loadBalancerSchema),
/* harmony export */   uT: () => (/* binding */ networkSchema),
/* harmony export */   wh: () => (/* binding */ actionSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zq: () => (/* binding */ sshKeySchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);

const id = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr();
const absent = (schema) => schema.nullish().transform((value) => value ?? undefined);
const labels = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default({});
const located = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const deleteProtection = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ delete: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() });
const named = { id, name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), labels };
const address = absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id: absent(id), ip: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }));
const serverSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...named,
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    location: located,
    server_type: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), architecture: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    primary_disk_size: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    image: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()) })),
    public_net: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ipv4: address, ipv6: address, firewalls: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id })).default([]) }),
    private_net: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ network: id, ip: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).default([]),
    volumes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(id).default([]),
    placement_group: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id })),
    protection: deleteProtection,
})
    .transform((server) => ({
    id: server.id,
    name: server.name,
    labels: server.labels,
    status: server.status,
    location: server.location.name,
    type: server.server_type.name,
    architecture: server.server_type.architecture,
    diskGB: server.primary_disk_size,
    image: server.image?.name,
    ipv4: server.public_net.ipv4,
    ipv6: server.public_net.ipv6,
    firewalls: server.public_net.firewalls.map(({ id }) => id),
    networks: server.private_net,
    volumes: server.volumes,
    placementGroup: server.placement_group?.id,
    protected: server.protection.delete,
}));
const primaryIpSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...named,
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["ipv4", "ipv6"]),
    ip: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    assignee_id: absent(id),
    auto_delete: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    location: located,
    protection: deleteProtection,
})
    .transform((ip) => ({
    id: ip.id,
    name: ip.name,
    labels: ip.labels,
    type: ip.type,
    address: ip.ip,
    server: ip.assignee_id,
    diesWithServer: ip.auto_delete,
    location: ip.location.name,
    protected: ip.protection.delete,
}));
const volumeSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...named,
    size: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig(),
    format: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    server: absent(id),
    location: located,
    protection: deleteProtection,
})
    .transform(({ size, location, protection, ...volume }) => ({
    ...volume,
    sizeGB: size,
    location: location.name,
    protected: protection.delete,
}));
const networkSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...named,
    ip_range: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    subnets: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ip_range: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), network_zone: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).default([]),
    servers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(id).default([]),
    protection: deleteProtection,
})
    .transform(({ ip_range: cidr, subnets, protection, ...network }) => ({
    ...network,
    cidr,
    subnets: subnets.map(({ ip_range: cidr, network_zone: zone }) => ({ cidr, zone })),
    protected: protection.delete,
}));
const ruleSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    direction: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["in", "out"]),
    protocol: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    port: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    source_ips: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]),
    destination_ips: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default([]),
    description: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
})
    .transform(({ direction, protocol, port, source_ips: from, destination_ips: to, description }) => ({
    direction,
    protocol,
    port,
    from,
    to,
    description,
}));
const firewallSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ...named, rules: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(ruleSchema) });
const placementGroupSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ...named, servers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(id).default([]) });
const sshKeySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ ...named, fingerprint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), public_key: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })
    .transform(({ public_key: publicKey, ...key }) => ({ ...key, publicKey }));
const loadBalancerSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    ...named,
    location: located,
    load_balancer_type: zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    private_net: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ network: id })).default([]),
    targets: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ server: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id })) })).default([]),
    protection: deleteProtection,
})
    .transform((balancer) => ({
    id: balancer.id,
    name: balancer.name,
    labels: balancer.labels,
    location: balancer.location.name,
    type: balancer.load_balancer_type.name,
    networks: balancer.private_net.map(({ network }) => network),
    servers: balancer.targets.flatMap(({ server }) => server?.id ?? []),
    protected: balancer.protection.delete,
}));
const imageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id,
    labels,
    name: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()),
    description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    image_size: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig()),
    protection: deleteProtection,
})
    .transform((image) => ({
    id: image.id,
    name: image.name ?? `${image.description} (${image.id})`,
    labels: image.labels,
    type: image.type,
    sizeGB: image.image_size ?? 0,
    protected: image.protection.delete,
}));
const actionSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({
    id,
    command: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["running", "success", "error"]),
    progress: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().default(0),
    resources: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ id, type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).default([]),
    error: absent(zod__WEBPACK_IMPORTED_MODULE_0__/* .object */ .Ikc({ code: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })),
});


/***/ }),

/***/ 77485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ partLabel),
/* harmony export */   H0: () => (/* binding */ ownerLabels),
/* harmony export */   NP: () => (/* binding */ isOwn),
/* harmony export */   WG: () => (/* binding */ environmentLabel),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   b6: () => (/* binding */ environmentSelector),
/* harmony export */   kp: () => (/* binding */ roleOf),
/* harmony export */   uB: () => (/* binding */ readyLabel),
/* harmony export */   v7: () => (/* binding */ repositoryLabel)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

const environmentLabel = "slipway.dev/environment";
const repositoryLabel = "slipway.dev/repository";
const partLabel = "slipway.dev/part";
const readyLabel = "slipway.dev/ready";
function ownerLabels({ environment, repository }) {
    return { [environmentLabel]: environment, ...(repository !== undefined && { [repositoryLabel]: repository }) };
}
const environmentSelector = ({ environment }) => `${environmentLabel}=${environment}`;
function isOwn(labels, { environment, repository }) {
    const made = labels[repositoryLabel];
    return labels[environmentLabel] === environment && (made === undefined || made === repository);
}
function repositoryName(url) {
    const name = (url.split("/").at(-1) ?? "")
        .replace(/[^a-zA-Z0-9._-]/g, "-")
        .replace(/^[._-]+/, "")
        .slice(0, 40);
    return `${name}-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(url).digest("hex").slice(0, 12)}`.replace(/^-/, "");
}
const roleOf = ({ labels }) => (labels[partLabel] ?? "").startsWith("agent-") ? "agent" : "server";


/***/ }),

/***/ 57054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ repositoryOf)
/* harmony export */ });
/* harmony import */ var _gitops_repository_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96928);
/* harmony import */ var _hetzner_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77485);
/* harmony import */ var _tree_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74869);



async function repositoryOf(root, env) {
    const onGitHub = env["GITHUB_REPOSITORY"];
    if (onGitHub !== undefined && onGitHub !== "")
        return (0,_hetzner_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryName */ .aR)(`github.com/${onGitHub.toLowerCase()}`);
    const [remote] = (await (0,_tree_index_js__WEBPACK_IMPORTED_MODULE_2__/* .describeCheckout */ .i2)(root)).remotes;
    return remote === undefined ? undefined : (0,_hetzner_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryName */ .aR)((0,_gitops_repository_js__WEBPACK_IMPORTED_MODULE_0__/* .normalizeRepoURL */ .li)(remote));
}


/***/ })

};
