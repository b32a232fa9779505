export const id = 941;
export const ids = [941];
export const modules = {

/***/ 34589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ readDeclared)
});

// EXTERNAL MODULE: ./build/src/gitops/glob.js + 1 modules
var glob = __webpack_require__(99357);
// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(81729);
// EXTERNAL MODULE: ./build/src/run/configuration.js
var configuration = __webpack_require__(6785);
// EXTERNAL MODULE: ./build/src/run/environments.js
var environments = __webpack_require__(51293);
// EXTERNAL MODULE: ./build/src/gitops/discover.js + 1 modules
var discover = __webpack_require__(20192);
// EXTERNAL MODULE: ./build/src/gitops/json.js
var json = __webpack_require__(25606);
// EXTERNAL MODULE: ./build/src/gitops/layout.js
var gitops_layout = __webpack_require__(40734);
;// CONCATENATED MODULE: ./build/src/cluster/platform/platform.js




function readPlatform(tree, file, ignored) {
    const layout = (0,gitops_layout/* readLayout */.T4)(tree, ignored);
    const { applications, projects } = (0,discover/* discover */.k)(tree, layout);
    const here = applications.filter((one) => one.file === file);
    const [bootstrap] = here;
    if (bootstrap === undefined || here.length > 1) {
        const found = bootstrap === undefined ? "no Application" : `${here.length} Applications`;
        throw new error/* SlipwayError */.GQ("SLW-CONFIG", `${file} declares ${found}, and bootstrap wants one`, {
            hint: "spec.argocd.bootstrap of the Environment names the file of the Application at the top",
        });
    }
    const { object } = bootstrap;
    const namespace = (0,json/* stringAt */.bX)(object, "metadata", "namespace") ?? "argocd";
    const platform = {
        bootstrap: inNamespace(object, namespace),
        root: (0,json/* stringAt */.bX)(object, "metadata", "name") ?? "",
        namespace,
        repoURL: (0,json/* stringAt */.bX)(object, "spec", "source", "repoURL") ?? "",
        targetRevision: (0,json/* stringAt */.bX)(object, "spec", "source", "targetRevision") ?? "HEAD",
    };
    const declared = projects.map((one) => inNamespace(one.object, namespace));
    const byName = Map.groupBy(declared, (project) => (0,json/* stringAt */.bX)(project, "metadata", "name") ?? "");
    const single = [...byName.values()].filter((same) => new Set(same.map(json/* stableJson */._Y)).size === 1);
    const own = (0,json/* stringAt */.bX)(object, "spec", "project") ?? "default";
    if ((byName.get(own)?.length ?? 0) > 0 && !single.some(([one]) => (0,json/* stringAt */.bX)(one, "metadata", "name") === own)) {
        throw new error/* SlipwayError */.GQ("SLW-CONFIG", `AppProject ${own} is declared twice, differently`, {
            hint: `${platform.root} needs it before anything else; declare it once`,
        });
    }
    return { ...platform, projects: single.flatMap(([one]) => (one === undefined ? [] : [one])) };
}
function inNamespace(object, namespace) {
    const metadata = (0,json/* objectAt */.lJ)(object, "metadata") ?? {};
    return { ...object, metadata: { ...metadata, namespace: metadata["namespace"] ?? namespace } };
}

// EXTERNAL MODULE: ./build/src/tree/index.js + 19 modules
var src_tree = __webpack_require__(74869);
;// CONCATENATED MODULE: ./build/src/bootstrap/environment.js






async function readDeclared(root, name) {
    const tree = await (0,src_tree/* openWorkingCopy */.Fs)(root);
    const { ignore } = (0,configuration/* readConfiguration */.T)(tree);
    const environment = chosen(await (0,environments/* environmentsIn */.Ib)(tree, ignore), name);
    const file = environment.spec.argocd.bootstrap.replace(/^\.\//, "");
    const ignored = (path) => ignore.some((pattern) => (0,glob/* matchesDoubleStar */.LC)(pattern, path));
    return { environment, platform: readPlatform(tree, file, ignored), file };
}
function chosen(documents, name) {
    const found = documents.find((one) => one.name === name);
    if (found === undefined) {
        const names = documents.map((one) => one.name).join(", ");
        throw new error/* SlipwayError */.GQ("SLW-USAGE", `there is no Environment "${name}"`, {
            hint: names === "" ? "an Environment is a file in a folder called environments" : `there is ${names}`,
        });
    }
    const errors = found.problems.filter(({ severity }) => severity === "error");
    if (found.environment !== undefined && errors.length === 0)
        return found.environment;
    const lines = errors.map(({ at: [place], message }) => `${place?.file}:${place?.line}:${place?.column} ${message}`);
    throw new error/* SlipwayError */.GQ("SLW-CONFIG", `Environment ${name} is not valid:\n${lines.join("\n")}`);
}


/***/ }),

/***/ 74754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ revisionResolver)
/* harmony export */ });
/* harmony import */ var _gitops_sources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44178);
/* harmony import */ var _run_fetching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14971);


function revisionResolver(ports) {
    const { toolCacheDir, archives, credentials } = (0,_run_fetching_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentOf */ .p7)(ports);
    return async (repoURL, revision) => {
        const { resolver } = (0,_gitops_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .createSources */ .LH)({
            lock: _gitops_sources_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyLock */ .Vc,
            toolCacheDir,
            archives,
            credentials,
            env: ports.env,
            signal: ports.signal,
        });
        const found = await resolver.git({ repoURL, revision });
        if ("commit" in found)
            return found.commit;
        ports.log.debug(`what ${revision} of ${repoURL} is cannot be told from here: ${found.unavailable}`);
        return undefined;
    };
}


/***/ }),

/***/ 98281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ accessBy)
/* harmony export */ });
/* harmony import */ var _cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65061);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81729);


function accessBy({ root, kubeconfig, sshKey }, k3s, terminal, signal) {
    return async (environment) => {
        if (kubeconfig !== undefined) {
            return { kubeconfig: await (0,_cluster_kubeconfig_js__WEBPACK_IMPORTED_MODULE_0__/* .readKubeconfig */ .UU)(kubeconfig), [Symbol.asyncDispose]: async () => undefined };
        }
        const { metadata, spec } = environment;
        if (spec.server.provider === "none") {
            throw new _model_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ("SLW-USAGE", `which cluster is that of ${metadata.name}?`, {
                hint: "give --kubeconfig FILE",
            });
        }
        const { openProvisioned } = await Promise.all(/* import() */[__webpack_require__.e(43), __webpack_require__.e(81), __webpack_require__.e(589)]).then(__webpack_require__.bind(__webpack_require__, 4589));
        return openProvisioned(environment, { root, sshKey, k3s }, terminal, signal);
    };
}


/***/ }),

/***/ 77240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ openApi)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2503);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);
/* harmony import */ var _gitops_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25606);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24551);




const requestTimeout = 30_000;
const restartDelay = 500;
async function openApi(kubeconfig) {
    const client = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(310)]).then(__webpack_require__.bind(__webpack_require__, 32310));
    const config = new client.KubeConfig();
    config.loadFromString(kubeconfig);
    const server = config.getCurrentCluster()?.server;
    if (server === undefined) {
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ("SLW-KUBECONFIG", "the kubeconfig's current context has no cluster");
    }
    const { httpApi } = client.createConfiguration();
    let dispatcher;
    const ask = async (request) => {
        const url = new URL(server.replace(/\/$/, "") + request.path);
        for (const [name, value] of Object.entries(request.query ?? {}))
            url.searchParams.set(name, value);
        const context = new client.RequestContext(url.toString(), client.HttpMethod[request.method]);
        context.setHeaderParam("accept", "application/json");
        context.setSignal(AbortSignal.timeout(requestTimeout));
        if (request.body !== undefined) {
            context.setHeaderParam("content-type", request.contentType ?? "application/json");
            context.setBody(JSON.stringify(request.body));
        }
        try {
            await config.applySecurityAuthentication(context);
            dispatcher ??= context.getDispatcher();
            if (dispatcher !== undefined)
                context.setDispatcher(dispatcher);
            const response = await httpApi.send(context).toPromise();
            if (response.httpStatusCode === 401)
                dispatcher = undefined;
            return { status: response.httpStatusCode, body: parsed(await response.body.text()) };
        }
        catch (error) {
            dispatcher = undefined;
            throw (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .unanswered */ .bj)(server, error);
        }
    };
    const watch = (collection, signal) => new Promise((resolve, reject) => {
        const { path, query = {} } = collection;
        let hasListed = false;
        const list = async () => {
            const { body } = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .answered */ .oQ)(await ask({ method: "GET", path, query }), path);
            const found = listSchema.parse(body);
            hasListed = true;
            return found;
        };
        const { labelSelector, fieldSelector } = query;
        const watching = new client.ListWatch(path, new client.Watch(config), list, false, labelSelector, fieldSelector);
        let timer;
        const end = (error) => {
            clearTimeout(timer);
            signal.removeEventListener("abort", stop);
            void watching.stop();
            if (error === undefined)
                resolve();
            else
                reject(error);
        };
        const stop = () => end();
        const begin = async () => {
            try {
                await watching.start();
                if (hasListed && !signal.aborted)
                    collection.onListed?.();
            }
            catch (error) {
                end((0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .unanswered */ .bj)(server, error));
            }
        };
        watching.on("add", (object) => collection.onSet(plain(object)));
        watching.on("update", (object) => collection.onSet(plain(object)));
        watching.on("delete", (object) => collection.onGone(plain(object)));
        watching.on("error", (error) => {
            if (signal.aborted)
                return;
            if (error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .ApiRefusal */ .n5 && isFinal(error.status))
                return end(error);
            if (error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .NoAnswer */ .W_ && !error.mayPass)
                return end(error);
            collection.onDropped?.((0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .unanswered */ .bj)(server, error).message);
            timer = setTimeout(() => void begin(), restartDelay);
        });
        signal.addEventListener("abort", stop, { once: true });
        if (signal.aborted)
            stop();
        else
            void begin();
    });
    return { server, ask, watch };
}
const listSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({
    metadata: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ resourceVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().default("") }),
    items: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ metadata: zod__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }) })),
});
const isFinal = (status) => status >= 400 && status < 500 && status !== 429;
function plain(object) {
    const value = object;
    if (!(0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .Gv)(value))
        throw new TypeError("a watched object is no object");
    return value;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 32703:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   Ro: () => (/* binding */ describeRef),
/* harmony export */   dV: () => (/* binding */ openObjects),
/* harmony export */   wM: () => (/* binding */ fieldManager)
/* harmony export */ });
/* harmony import */ var _gitops_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25606);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24551);
/* harmony import */ var _resource_paths_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(87450);



const fieldManager = "slipway";
function refOf(object) {
    return {
        apiVersion: (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_2__/* .stringAt */ .bX)(object, "apiVersion") ?? "v1",
        kind: (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_2__/* .stringAt */ .bX)(object, "kind") ?? "",
        namespace: (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_2__/* .stringAt */ .bX)(object, "metadata", "namespace"),
        name: (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_2__/* .stringAt */ .bX)(object, "metadata", "name") ?? "",
    };
}
const describeRef = ({ kind, namespace, name }) => namespace === undefined || namespace === "" ? `${kind} ${name}` : `${kind} ${namespace}/${name}`;
function openObjects(api) {
    const paths = (0,_resource_paths_js__WEBPACK_IMPORTED_MODULE_1__/* .resourcePaths */ .H)(api);
    const pathOf = async (ref) => {
        const path = await paths.of(ref);
        if (path !== undefined)
            return path;
        throw new _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiRefusal */ .n5(describeRef(ref), { status: 404, body: `it serves no ${ref.kind} of ${ref.apiVersion}` });
    };
    return {
        collection: (ref) => paths.collection(ref),
        async get(ref) {
            const path = await paths.of(ref);
            if (path === undefined)
                return undefined;
            const answer = await api.ask({ method: "GET", path });
            if (answer.status === 404)
                return undefined;
            const { body } = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .answered */ .oQ)(answer, `to read ${describeRef(ref)}`);
            return (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv)(body) ? body : undefined;
        },
        async list(ref, query = {}) {
            const path = await paths.collection(ref);
            if (path === undefined)
                return [];
            const { body } = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .answered */ .oQ)(await api.ask({ method: "GET", path, query }), `to list ${ref.kind}`);
            return itemsOf(body).map((item) => ({ apiVersion: ref.apiVersion, kind: ref.kind, ...item }));
        },
        async apply(object, { dryRun, conflicts, manager = fieldManager } = {}) {
            const path = await paths.of(refOf(object));
            if (path === undefined)
                return undefined;
            const query = {
                fieldManager: manager,
                fieldValidation: "Strict",
                force: conflicts === "take over" ? "true" : "false",
                ...(dryRun !== undefined && { dryRun }),
            };
            return api.ask({ method: "PATCH", path, query, body: object, contentType: "application/apply-patch+yaml" });
        },
        async mergePatch(ref, patch) {
            const path = await pathOf(ref);
            const contentType = "application/merge-patch+json";
            return api.ask({ method: "PATCH", path, query: { fieldManager }, body: patch, contentType });
        },
        async remove(ref) {
            const answer = await api.ask({ method: "DELETE", path: await pathOf(ref) });
            if (answer.status !== 404)
                (0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .answered */ .oQ)(answer, `to delete ${describeRef(ref)}`);
        },
    };
}
function itemsOf(body) {
    const items = (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(body)?.["items"];
    return Array.isArray(items) ? items.filter(_gitops_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .Gv) : [];
}


/***/ }),

/***/ 60508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ patientApi)
/* harmony export */ });
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24551);

const defaultLimit = 60_000;
const longestDelay = 5_000;
function patientApi(api, { clock, log, signal, limit = defaultLimit }) {
    async function ask(request) {
        const deadline = clock.now() + limit;
        for (let delay = 250;; delay = Math.min(delay * 2, longestDelay)) {
            signal.throwIfAborted();
            const outcome = await api.ask(request).catch((error) => {
                if (error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .NoAnswer */ .W_ && error.mayPass)
                    return error;
                throw error;
            });
            const isUp = !(outcome instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .NoAnswer */ .W_) && !isBusy(outcome.status);
            if (isUp)
                return outcome;
            if (clock.now() + delay > deadline) {
                if (outcome instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .NoAnswer */ .W_)
                    throw outcome;
                return outcome;
            }
            const why = outcome instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .NoAnswer */ .W_ ? outcome.message : `${api.server} answered ${outcome.status}`;
            log.debug(`${why}; asking again in ${delay} ms`);
            await clock.sleep(delay, signal);
        }
    }
    return { ...api, ask };
}
const isBusy = (status) => [429, 500, 502, 503, 504].includes(status);


/***/ }),

/***/ 24551:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W_: () => (/* binding */ NoAnswer),
/* harmony export */   bj: () => (/* binding */ unanswered),
/* harmony export */   n5: () => (/* binding */ ApiRefusal),
/* harmony export */   oQ: () => (/* binding */ answered)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2503);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);


const statusSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ message: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(), reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional() });
class ApiRefusal extends _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ {
    status;
    reason;
    body;
    constructor(what, { status, body }) {
        const said = statusSchema.safeParse(body).data;
        const words = said?.message ?? (typeof body === "string" && body !== "" ? body : `status ${status}`);
        const hint = hints[status];
        super("SLW-CLUSTER", `the API server refused ${what}: ${words}`, hint === undefined ? {} : { hint });
        this.status = status;
        this.reason = said?.reason ?? "";
        this.body = body;
    }
}
const hints = {
    401: "the credentials in the kubeconfig are not valid (any more)",
    403: "bootstrap needs the rights of a cluster administrator",
};
function answered(answer, what) {
    if (answer.status >= 200 && answer.status < 300)
        return answer;
    throw new ApiRefusal(what, answer);
}
const withCode = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ code: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP() });
const withCause = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ cause: zod__WEBPACK_IMPORTED_MODULE_1__/* .unknown */ .L5J() });
class NoAnswer extends _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ {
    mayPass;
    constructor(server, words, cause) {
        const mayPass = !/certificate|CERT|self.signed|protocol is not allowed/i.test(words);
        super("SLW-CLUSTER", `no answer from ${server}: ${words}`, {
            hint: mayPass
                ? "is the cluster running, and reachable from here?"
                : "the certificate is not of the cluster's own authority: is this the right cluster, and the right kubeconfig?",
            cause,
        });
        this.mayPass = mayPass;
    }
}
function unanswered(server, error) {
    if (error instanceof _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ)
        return error;
    let inner = error;
    for (let depth = 0; depth < 5 && withCause.safeParse(inner).data?.cause !== undefined; depth += 1)
        inner = withCause.parse(inner).cause;
    const words = inner instanceof Error ? inner.message : String(inner);
    return new NoAnswer(server, words || (withCode.safeParse(inner).data?.code ?? "the connection was closed"), error);
}


/***/ }),

/***/ 87450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ resourcePaths)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2503);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24551);


const resourceList = zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({
    resources: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), namespaced: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() })),
});
function resourcePaths(api) {
    const known = new Map();
    async function resourceOf(apiVersion, kind) {
        const find = () => known.get(apiVersion)?.find((one) => one.kind === kind && !one.name.includes("/"));
        const found = find();
        if (found !== undefined)
            return found;
        const path = groupPath(apiVersion);
        const answer = await api.ask({ method: "GET", path });
        if (answer.status === 404)
            return undefined;
        known.set(apiVersion, resourceList.parse((0,_refusal_js__WEBPACK_IMPORTED_MODULE_0__/* .answered */ .oQ)(answer, path).body).resources);
        return find();
    }
    const collection = async ({ apiVersion, kind, namespace }) => {
        const resource = await resourceOf(apiVersion, kind);
        if (resource === undefined)
            return undefined;
        const place = resource.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : "";
        return `${groupPath(apiVersion)}${place}/${resource.name}`;
    };
    return {
        collection,
        async of(ref) {
            const path = await collection(ref);
            return path === undefined ? undefined : `${path}/${encodeURIComponent(ref.name)}`;
        },
    };
}
const groupPath = (apiVersion) => `/${apiVersion.includes("/") ? "apis" : "api"}/${apiVersion}`;


/***/ }),

/***/ 55075:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ snapshotWorld),
/* harmony export */   x: () => (/* binding */ gatherSurroundings)
/* harmony export */ });
/* harmony import */ var _waiting_world_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18284);

async function gatherSurroundings(objects, namespace) {
    const list = (apiVersion, kind, place) => objects.list({ apiVersion, kind, namespace: place }).catch(() => []);
    const [nodes, storageClasses, deployments, sets] = await Promise.all([
        list("v1", "Node"),
        list("storage.k8s.io/v1", "StorageClass"),
        list("apps/v1", "Deployment", namespace),
        list("apps/v1", "StatefulSet", namespace),
    ]);
    return { nodes, storageClasses, argocd: [...deployments, ...sets] };
}
async function snapshotWorld(objects) {
    const lists = _waiting_world_js__WEBPACK_IMPORTED_MODULE_0__/* .watchedKinds */ ._.map(async ([kind, apiVersion]) => {
        const query = kind === "Event" ? { fieldSelector: "type=Warning" } : {};
        const found = await objects.list({ apiVersion, kind }, query).catch(() => []);
        return found.map((object) => ({ type: "set", kind, object }));
    });
    return (await Promise.all(lists)).flat().reduce(_waiting_world_js__WEBPACK_IMPORTED_MODULE_0__/* .observe */ .lB, (0,_waiting_world_js__WEBPACK_IMPORTED_MODULE_0__/* .emptyWorld */ .wW)());
}


/***/ }),

/***/ 87127:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ isAwaited),
/* harmony export */   co: () => (/* binding */ readinessOf),
/* harmony export */   rI: () => (/* binding */ conditionOf),
/* harmony export */   tk: () => (/* binding */ numberAt),
/* harmony export */   yb: () => (/* binding */ conditionsOf)
/* harmony export */ });
/* harmony import */ var _gitops_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25606);

const ready = { ready: true };
const missing = (words) => ({ ready: false, missing: words });
const isAwaited = (kind) => kind in checks;
function readinessOf(object) {
    if (object === undefined)
        return missing("is not there");
    return checks[(0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(object, "kind") ?? ""]?.(object) ?? ready;
}
const checks = {
    CustomResourceDefinition: (object) => conditionOf(object, "Established")?.["status"] === "True" ? ready : missing("is not established"),
    Deployment: (object) => {
        const { spec, status } = workload(object);
        const replicas = numberAt(spec, "replicas") ?? 1;
        const counts = `${numberAt(status, "availableReplicas") ?? 0} of ${replicas} pods available`;
        return isObserved(object) &&
            (numberAt(status, "updatedReplicas") ?? 0) >= replicas &&
            (numberAt(status, "replicas") ?? 0) === (numberAt(status, "updatedReplicas") ?? 0) &&
            (numberAt(status, "availableReplicas") ?? 0) >= replicas
            ? ready
            : missing(counts);
    },
    StatefulSet: (object) => {
        const { spec, status } = workload(object);
        const replicas = numberAt(spec, "replicas") ?? 1;
        const isCurrent = status?.["updateRevision"] === status?.["currentRevision"];
        return isObserved(object) && isCurrent && (numberAt(status, "readyReplicas") ?? 0) >= replicas
            ? ready
            : missing(`${numberAt(status, "readyReplicas") ?? 0} of ${replicas} pods ready`);
    },
};
const workload = (object) => ({ spec: (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(object, "spec"), status: (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(object, "status") });
const isObserved = (object) => (numberAt((0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(object, "status"), "observedGeneration") ?? 0) >=
    (numberAt((0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(object, "metadata"), "generation") ?? 0);
function numberAt(object, key) {
    const value = object?.[key];
    return typeof value === "number" ? value : undefined;
}
const conditionsOf = (object) => {
    const conditions = (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(object, "status")?.["conditions"];
    return Array.isArray(conditions) ? conditions.filter(_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv) : [];
};
const conditionOf = (object, type) => conditionsOf(object).find((one) => one["type"] === type);


/***/ }),

/***/ 65061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UU: () => (/* binding */ readKubeconfig),
/* harmony export */   cP: () => (/* binding */ redirected),
/* harmony export */   fQ: () => (/* binding */ writeKubeconfig)
/* harmony export */ });
/* unused harmony exports checkKubeconfig, kubeconfigSecrets */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2503);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81729);





const named = zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP() });
const schema = zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({
    kind: zod__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .euz("Config"),
    clusters: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(named.extend({ cluster: zod__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H3({ server: zod__WEBPACK_IMPORTED_MODULE_4__/* .url */ .OZ5() }) })).nonempty(),
    users: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(named.extend({ user: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5J()) })).default([]),
    contexts: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(named).nonempty(),
    "current-context": zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1),
});
const secretKeys = (/* unused pure expression or super */ null && (["client-key-data", "token", "password"]));
function checkKubeconfig(text, origin) {
    const parsed = schema.safeParse(yamlOf(text, origin));
    if (parsed.success)
        return parsed.data;
    const [issue] = parsed.error.issues;
    throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-KUBECONFIG", `${origin}: ${issue?.path.join(".")}: ${issue?.message}`, {
        hint: "`kubectl config view --minify --flatten` prints one that is complete",
        cause: parsed.error,
    });
}
function yamlOf(text, origin) {
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_2__/* .parse */ .qg)(text);
    }
    catch (error) {
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-KUBECONFIG", `${origin} is not YAML`, { cause: error });
    }
}
async function readKubeconfig(file) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch((error) => {
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_3__/* .SlipwayError */ .GQ("SLW-KUBECONFIG", `${file} cannot be read`, {
            hint: "--kubeconfig takes the path of a kubeconfig file",
            cause: error,
        });
    });
    checkKubeconfig(text, file);
    return text;
}
async function writeKubeconfig(file, text) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, text, { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)(file, 0o600);
}
function redirected(text, server) {
    const config = checkKubeconfig(text, "kubeconfig");
    const clusters = config.clusters.map((one) => ({ ...one, cluster: { ...one.cluster, server } }));
    return `${JSON.stringify({ ...config, clusters })}\n`;
}
function kubeconfigSecrets(text) {
    const { users } = checkKubeconfig(text, "kubeconfig");
    return users.flatMap(({ user }) => secretKeys.flatMap((key) => {
        const value = user[key];
        if (typeof value !== "string" || value === "")
            return [];
        return key.endsWith("-data") ? [value, Buffer.from(value, "base64").toString()] : [value];
    }));
}


/***/ }),

/***/ 59578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ revisionsOf),
/* harmony export */   Tm: () => (/* binding */ liveApplication),
/* harmony export */   j5: () => (/* binding */ waveOf),
/* harmony export */   u0: () => (/* binding */ sourcesOf)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2503);

const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional();
const source = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    repoURL: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    targetRevision: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    chart: text,
    path: text,
    ref: text,
});
const resource = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    group: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default("v1"),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    namespace: text,
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: text,
    health: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ status: text, message: text }).optional(),
    hook: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false),
    requiresPruning: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().default(false),
});
const result = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    group: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    namespace: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    status: text,
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    hookType: text,
    hookPhase: text,
});
const operation = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    phase: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
    retryCount: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().default(0),
    startedAt: text,
    finishedAt: text,
    operation: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ retry: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ limit: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().optional() }).optional() }).default({}),
    syncResult: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
        revisions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
        resources: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(result).default([]),
    })
        .optional(),
});
const condition = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), message: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""), status: text, reason: text });
const application = zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
    metadata: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        annotations: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).default({}),
        ownerReferences: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).default([]),
        deletionTimestamp: text,
        creationTimestamp: text,
        resourceVersion: text,
    }),
    operation: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional(),
    spec: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        project: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default("default"),
        source: source.optional(),
        sources: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(source).optional(),
        destination: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ namespace: text }).default({}),
        syncPolicy: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ automated: zod__WEBPACK_IMPORTED_MODULE_0__/* .unknown */ .L5J().optional() }).optional(),
    }),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
        sync: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({
            status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default("Unknown"),
            revision: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default(""),
            revisions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
            comparedTo: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ source: source.optional(), sources: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(source).optional() }).optional(),
        })
            .default({ status: "Unknown", revision: "" }),
        health: zod__WEBPACK_IMPORTED_MODULE_0__/* .looseObject */ ._H3({ status: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().default("Unknown"), message: text }).default({ status: "Unknown" }),
        conditions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(condition).default([]),
        operationState: operation.optional(),
        resources: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(resource).default([]),
        reconciledAt: text,
    })
        .prefault({}),
});
const liveApplication = (object) => application.safeParse(object).data;
const sourcesOf = ({ spec }) => spec.sources ?? (spec.source === undefined ? [] : [spec.source]);
const revisionsOf = ({ status: { sync } }) => sync.revisions ?? [sync.revision];
function waveOf({ metadata }) {
    const wave = Number(metadata.annotations["argocd.argoproj.io/sync-wave"] ?? "0");
    return Number.isInteger(wave) ? wave : 0;
}


/***/ }),

/***/ 57682:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  j: () => (/* binding */ progressOf),
  d: () => (/* binding */ revisionKey)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/src/diff/equal.js
var equal = __webpack_require__(19585);
// EXTERNAL MODULE: ./build/src/gitops/json.js
var json = __webpack_require__(25606);
// EXTERNAL MODULE: ./build/src/cluster/install/ready.js
var ready = __webpack_require__(87127);
// EXTERNAL MODULE: ./build/src/cluster/waiting/application.js
var waiting_application = __webpack_require__(59578);
// EXTERNAL MODULE: ./build/src/cluster/waiting/world.js
var waiting_world = __webpack_require__(18284);
;// CONCATENATED MODULE: ./build/src/cluster/waiting/belongings.js


const workloadKinds = ["Deployment", "StatefulSet", "DaemonSet", "Job"];
const frontKinds = ["Service", "Ingress"];
function ownersOf(applications) {
    const owners = new Map();
    for (const application of applications) {
        const { metadata, status } = application;
        const hooks = status.operationState?.syncResult?.resources.filter(({ hookType }) => hookType !== undefined) ?? [];
        for (const { kind, namespace = "", name } of [...status.resources, ...hooks]) {
            owners.set(`${kind} ${namespace}/${name}`, metadata.name);
        }
    }
    return owners;
}
function belongingsOf(application, world, owners) {
    const { name } = application.metadata;
    const isOwn = (kind, key) => owners.get(`${kind} ${key}`) === name;
    const own = (kind) => [...world.objects[kind].values()]
        .filter((object) => isOwn(kind, (0,waiting_world/* keyOf */.TN)(object)))
        .map((object) => ({ ...object, kind }));
    const namespace = application.spec.destination.namespace;
    const pods = [...world.objects.Pod.values()].filter((pod) => {
        const owner = ownerOfPod(pod, world, owners);
        return owner === undefined ? (0,json/* stringAt */.bX)(pod, "metadata", "namespace") === namespace : owner === name;
    });
    const claimed = new Set(pods.flatMap(claimsOf));
    const claims = [...world.objects.PersistentVolumeClaim.values()].filter((claim) => claimed.has((0,waiting_world/* keyOf */.TN)(claim)) || isOwn("PersistentVolumeClaim", (0,waiting_world/* keyOf */.TN)(claim)));
    return { workloads: workloadKinds.flatMap(own), pods, claims, fronts: frontKinds.flatMap(own) };
}
function ownerOfPod(pod, world, owners) {
    const namespace = (0,json/* stringAt */.bX)(pod, "metadata", "namespace") ?? "";
    const workload = (0,waiting_world/* workloadOf */.Rc)(pod) ?? { kind: "Pod", name: (0,json/* stringAt */.bX)(pod, "metadata", "name") ?? "" };
    const own = owners.get(`${workload.kind} ${namespace}/${workload.name}`);
    if (own !== undefined || workload.kind !== "Job")
        return own;
    const job = world.objects.Job.get(`${namespace}/${workload.name}`);
    const above = job && (0,waiting_world/* controllerOf */.Oo)(job);
    return above && owners.get(`${above.kind} ${namespace}/${above.name}`);
}
function claimsOf(pod) {
    const namespace = (0,json/* stringAt */.bX)(pod, "metadata", "namespace") ?? "";
    const spec = pod["spec"];
    const volumes = typeof spec === "object" && spec !== null && !Array.isArray(spec) ? spec["volumes"] : undefined;
    return (Array.isArray(volumes) ? volumes : []).flatMap((volume) => {
        const claim = (0,json/* stringAt */.bX)(volume, "persistentVolumeClaim", "claimName");
        return claim === undefined ? [] : [`${namespace}/${claim}`];
    });
}

;// CONCATENATED MODULE: ./build/src/cluster/waiting/reasons/sync.js
const passing = /connection refused|connection reset|code = Unavailable|deadline exceeded|DeadlineExceeded|i\/o timeout|no such host|TLS handshake|EOF$|error getting cached app|transport is closing|context canceled|failed to sync cluster/i;
const conditionCauses = {
    ComparisonError: "comparison",
    InvalidSpecError: "refused",
    SyncError: "sync",
    UnknownError: "sync",
    DeletionError: "sync",
};
function syncReasons(application) {
    const { status } = application;
    const said = status.conditions.flatMap(({ type, message }) => {
        const cause = conditionCauses[type];
        if (cause === undefined)
            return [];
        return [{ cause, message: `${type}: ${tidy(message)}`, hope: passing.test(message) ? "good" : "none" }];
    });
    if (status.reconciledAt === undefined && said.length === 0) {
        return [{ cause: "comparison", message: "Argo CD has not looked at it yet", hope: "good" }];
    }
    const operated = operationReasons(application);
    const kept = operated.length > 0 ? said.filter(({ cause }) => cause !== "sync") : said;
    return [...kept, ...operated, ...manualReasons(application)];
}
function operationReasons({ status, ...application }) {
    const state = status.operationState;
    if (state === undefined || status.sync.status === "Synced")
        return [];
    const isOver = state.phase === "Failed" || state.phase === "Error";
    const isRetrying = state.phase === "Running" && state.retryCount > 0;
    if (!isOver && !isRetrying)
        return [];
    const hope = isOver && application.operation === undefined && !passing.test(state.message) ? "none" : "good";
    const results = state.syncResult?.resources ?? [];
    const failed = results.filter(({ status: synced, hookPhase }) => synced === "SyncFailed" || isFailure(hookPhase));
    const attempts = state.retryCount === 0 ? "" : ` (attempt ${state.retryCount + 1})`;
    if (failed.length === 0)
        return [{ cause: "sync", message: `the sync failed${attempts}: ${tidy(state.message)}`, hope }];
    return failed.map(({ kind, namespace, name, message, hookType, hookPhase }) => {
        const resource = `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
        const isHook = isFailure(hookPhase);
        const what = isHook ? `${hookType ?? "hook"} hook failed` : "is refused";
        return { cause: isHook ? "hook" : "sync", resource, message: `${what}${attempts}: ${tidy(message)}`, hope };
    });
}
const isFailure = (phase) => phase === "Failed" || phase === "Error";
function manualReasons({ spec, status, operation }) {
    const isManual = spec.syncPolicy?.automated === undefined || spec.syncPolicy.automated === null;
    if (!isManual || status.sync.status !== "OutOfSync" || operation !== undefined)
        return [];
    const message = "has changes and no automated sync, so it waits for a person";
    return [{ cause: "manual", message, hope: "little" }];
}
const tidy = (message) => message
    .replaceAll(/rpc error: code = \w+ desc = /g, "")
    .replaceAll(/ --(?:helm-)?api-versions \S+/g, "")
    .replaceAll("<path to cached source>/", "")
    .replace(/^Failed to load target state: /, "")
    .replace(/^failed to generate manifest for source \d+ of \d+: /i, "")
    .trim();

;// CONCATENATED MODULE: ./build/src/cluster/waiting/reasons/claims.js


function claimReasons(claim, world) {
    if ((0,json/* stringAt */.bX)(claim, "status", "phase") === "Bound")
        return [];
    const [namespace, name] = [(0,json/* stringAt */.bX)(claim, "metadata", "namespace") ?? "", (0,json/* stringAt */.bX)(claim, "metadata", "name") ?? ""];
    const resource = `PersistentVolumeClaim ${namespace}/${name}`;
    const warning = (0,waiting_world/* warningsAbout */.v5)(world, "PersistentVolumeClaim", namespace, name).at(-1);
    if (warning !== undefined) {
        return [{ cause: "volume", resource, message: `is not bound: ${String(warning["message"])}`, hope: "little" }];
    }
    if ((0,json/* stringAt */.bX)(claim, "spec", "storageClassName") === undefined) {
        const message = "is not bound: it names no StorageClass, and the cluster has no default one";
        return [{ cause: "volume", resource, message, hope: "little" }];
    }
    return [];
}

;// CONCATENATED MODULE: ./build/src/cluster/waiting/reasons/container-status.js

const state = schemas/* looseObject */._H3({
    waiting: schemas/* looseObject */._H3({ reason: schemas/* string */.YjP().default(""), message: schemas/* string */.YjP().default("") }).optional(),
    running: schemas/* looseObject */._H3({ startedAt: schemas/* string */.YjP().default("") }).nullish(),
    terminated: schemas/* looseObject */._H3({ reason: schemas/* string */.YjP().default(""), exitCode: schemas/* number */.aig().default(0) }).optional(),
})
    .default({});
const containerStatus = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    image: schemas/* string */.YjP().default(""),
    ready: schemas/* boolean */.zMY().default(false),
    started: schemas/* boolean */.zMY().nullish(),
    restartCount: schemas/* number */.aig().default(0),
    state,
    lastState: state,
});

;// CONCATENATED MODULE: ./build/src/cluster/waiting/reasons/crashes.js

function crashOf(container, news) {
    const { name, ready, restartCount, state, lastState } = container;
    const ended = state.terminated ?? lastState.terminated;
    const isOut = ended?.reason === "OOMKilled";
    const isDown = state.waiting?.reason === "CrashLoopBackOff";
    if (!isDown && (ready || !(isOut || isLooping(container, news))))
        return undefined;
    const restarts = `${times(restartCount)} restarted`;
    if (isOut)
        return { cause: "crash", message: `${name} was killed because it used more memory than its limit, ${restarts}` };
    const probe = wasStopped(ended?.exitCode) ? probeThatKills(name, news.warnings) : undefined;
    if (probe !== undefined)
        return { cause: "probe", message: `${name} ${restarts}: ${probe}` };
    return { cause: "crash", message: `${name} ends with exit code ${ended?.exitCode ?? "unknown"}, ${restarts}` };
}
const isLooping = ({ restartCount, state, lastState }, { unreadySince }) => restartCount >= 2 &&
    lastState.terminated !== undefined &&
    lastState.terminated.reason !== "Unknown" &&
    (unreadySince ?? "") <= (state.running?.startedAt ?? "");
const wasStopped = (exitCode) => [0, 137, 143].includes(exitCode ?? NaN);
function probeThatKills(container, warnings) {
    const event = warnings.findLast(({ reason, message, involvedObject }) => reason === "Unhealthy" &&
        /^(?:Liveness|Startup) probe /.test(String(message)) &&
        (0,json/* isObject */.Gv)(involvedObject) &&
        String(involvedObject["fieldPath"]).endsWith(`{${container}}`));
    return event && String(event["message"]).trim();
}
const times = (count) => (count < 3 ? (["never", "once", "twice"][count] ?? "") : `${count} times`);

;// CONCATENATED MODULE: ./build/src/cluster/waiting/reasons/pods.js






const podSchema = schemas/* looseObject */._H3({
    metadata: schemas/* looseObject */._H3({
        name: schemas/* string */.YjP(),
        namespace: schemas/* string */.YjP().default(""),
        deletionTimestamp: schemas/* string */.YjP().optional(),
    }),
    spec: schemas/* looseObject */._H3({
        containers: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), image: schemas/* string */.YjP().default("") })).default([]),
    }),
    status: schemas/* looseObject */._H3({
        phase: schemas/* string */.YjP().default(""),
        message: schemas/* string */.YjP().optional(),
        reason: schemas/* string */.YjP().optional(),
        containerStatuses: schemas/* array */.YOg(containerStatus).default([]),
        initContainerStatuses: schemas/* array */.YOg(containerStatus).default([]),
    })
        .prefault({}),
});
const pods_image = new Set([
    "ImagePullBackOff",
    "ErrImagePull",
    "InvalidImageName",
    "ErrImageNeverPull",
    "RegistryUnavailable",
]);
const configuration = new Set(["CreateContainerConfigError", "CreateContainerError", "RunContainerError"]);
function podReasons(object, world) {
    const parsed = podSchema.safeParse(object);
    if (!parsed.success || parsed.data.metadata.deletionTimestamp !== undefined)
        return [];
    const pod = parsed.data;
    const resource = `Pod ${pod.metadata.namespace}/${pod.metadata.name}`;
    const scheduled = (0,ready/* conditionOf */.rI)(object, "PodScheduled");
    if (pod.status.phase === "Pending" && scheduled?.["status"] === "False") {
        return [unscheduled(resource, String(scheduled["message"] ?? scheduled["reason"] ?? ""))];
    }
    const containers = [...pod.status.initContainerStatuses, ...pod.status.containerStatuses];
    const warnings = (0,waiting_world/* warningsAbout */.v5)(world, "Pod", pod.metadata.namespace, pod.metadata.name);
    const unreadySince = (0,json/* stringAt */.bX)((0,ready/* conditionOf */.rI)(object, "Ready"), "lastTransitionTime");
    const found = containers.flatMap((container) => containerReasons(container, pod, resource, { warnings, unreadySince }));
    if (found.length > 0)
        return found;
    if (pod.status.phase === "Failed")
        return [{ ...failed(pod, resource), ...logOf(pod, pod.spec.containers[0]?.name) }];
    return probeReasons(pod, resource, warnings);
}
function unscheduled(resource, message) {
    const cause = /PersistentVolumeClaim/i.test(message) ? "volume" : "scheduling";
    return { cause, resource, message: `cannot be scheduled: ${message}`, hope: "little" };
}
function containerReasons(container, pod, resource, { warnings, unreadySince }) {
    const { waiting } = container.state;
    const said = waiting?.message === undefined || waiting.message === "" ? "" : `: ${waiting.message}`;
    if (waiting !== undefined && pods_image.has(waiting.reason)) {
        const wanted = pod.spec.containers.find(({ name }) => name === container.name)?.image ?? container.image;
        return [{ cause: "image", resource, message: `${waiting.reason}: ${wanted}${said}`, hope: "little" }];
    }
    if (waiting !== undefined && configuration.has(waiting.reason)) {
        return [
            { cause: "configuration", resource, message: `${waiting.reason} in ${container.name}${said}`, hope: "little" },
        ];
    }
    const crash = crashOf(container, { warnings, unreadySince });
    return crash === undefined ? [] : [{ ...crash, resource, hope: "little", ...logOf(pod, container.name) }];
}
function failed({ status }, resource) {
    const ended = status.containerStatuses.find(({ state: { terminated } }) => (terminated?.exitCode ?? 0) !== 0);
    const code = ended?.state.terminated?.exitCode;
    const why = status.message ?? status.reason ?? (code === undefined ? "" : `${ended?.name} ended with exit code ${code}`);
    return { cause: "crash", resource, message: `failed${why === "" ? "" : `: ${why}`}`, hope: "little" };
}
function probeReasons(pod, resource, warnings) {
    if (pod.status.phase !== "Running" || pod.status.containerStatuses.every(({ ready }) => ready))
        return [];
    const probe = warnings.findLast(({ reason }) => reason === "Unhealthy");
    if (probe === undefined)
        return [];
    const unready = pod.status.containerStatuses.find(({ ready }) => !ready);
    return [{ cause: "probe", resource, message: String(probe["message"]), hope: "good", ...logOf(pod, unready?.name) }];
}
const logOf = ({ metadata }, container) => container === undefined ? {} : { log: `${metadata.namespace}/${metadata.name}/${container}` };

// EXTERNAL MODULE: ./build/src/cluster/api/objects.js
var objects = __webpack_require__(32703);
;// CONCATENATED MODULE: ./build/src/cluster/waiting/reasons/workloads.js




function workloadReasons(object, world) {
    const ref = (0,objects/* refOf */.H8)(object);
    const resource = (0,objects/* describeRef */.Ro)(ref);
    const refusedPods = (0,ready/* conditionOf */.rI)(object, "ReplicaFailure");
    if (refusedPods?.["status"] === "True") {
        return [{ cause: "refused", resource, message: `gets no pods: ${String(refusedPods["message"])}`, hope: "little" }];
    }
    const failedJob = (0,ready/* conditionOf */.rI)(object, "Failed");
    if (ref.kind === "Job" && failedJob?.["status"] === "True") {
        const message = `failed: ${String(failedJob["message"] ?? failedJob["reason"])}`;
        return [{ cause: "degraded", resource, message, hope: "little" }];
    }
    const progressing = (0,ready/* conditionOf */.rI)(object, "Progressing");
    if (progressing?.["status"] === "False") {
        return [{ cause: "degraded", resource, message: String(progressing["message"]), hope: "little" }];
    }
    const creation = (0,waiting_world/* warningsAbout */.v5)(world, ref.kind, ref.namespace ?? "", ref.name).findLast(({ reason }) => reason === "FailedCreate");
    return creation !== undefined && isShort(object)
        ? [{ cause: "refused", resource, message: `gets no pods: ${String(creation["message"])}`, hope: "little" }]
        : [];
}
function isShort(object) {
    const { replicas } = (0,json/* objectAt */.lJ)(object, "spec") ?? {};
    const ready = (0,json/* objectAt */.lJ)(object, "status")?.["readyReplicas"];
    return (typeof ready === "number" ? ready : 0) < (typeof replicas === "number" ? replicas : 1);
}
function addressReasons(object) {
    const { kind } = object;
    if (kind === "Service" && (0,json/* stringAt */.bX)(object, "spec", "type") !== "LoadBalancer")
        return [];
    const addresses = (0,json/* objectAt */.lJ)(object, "status", "loadBalancer")?.["ingress"];
    if (Array.isArray(addresses) && addresses.some(json/* isObject */.Gv))
        return [];
    const who = kind === "Service" ? "load balancer" : "ingress controller";
    const message = `has no address: no ${who} has taken it up`;
    return [{ cause: "address", resource: (0,objects/* describeRef */.Ro)((0,objects/* refOf */.H8)(object)), message, hope: "good" }];
}

;// CONCATENATED MODULE: ./build/src/cluster/waiting/reasons/reasons.js





const order = ["none", "little", "good"];
const told = 4;
function reasonsOf(application, world, owners) {
    const { workloads, pods, claims, fronts } = belongingsOf(application, world, owners);
    const found = [
        ...syncReasons(application),
        ...claims.flatMap((claim) => claimReasons(claim, world)),
        ...pods.flatMap((pod) => podReasons(pod, world)),
        ...workloads.flatMap((workload) => workloadReasons(workload, world)),
        ...fronts.flatMap(addressReasons),
    ];
    return withoutEchoes(found)
        .map((reason) => withTail(reason, world))
        .toSorted((a, b) => order.indexOf(a.hope) - order.indexOf(b.hope))
        .slice(0, told);
}
function withoutEchoes(reasons) {
    const hasPod = reasons.some(({ resource }) => resource?.startsWith("Pod "));
    const unique = new Map(reasons.map((reason) => [`${reason.resource} ${reason.message}`, reason]));
    return [...unique.values()].filter(({ cause, resource }) => !(hasPod && cause === "degraded" && !resource?.startsWith("Job ")));
}
function withTail(reason, { logs }) {
    const tail = reason.log === undefined ? undefined : logs.get(reason.log);
    return tail === undefined || tail === "" ? reason : { ...reason, tail };
}

;// CONCATENATED MODULE: ./build/src/cluster/waiting/progress.js








const revisionKey = ({ repoURL, targetRevision }) => `${repoURL} ${targetRevision === "" ? "HEAD" : targetRevision}`;
const isArgoKind = (group, kind) => group === "argoproj.io" && (kind === "Application" || kind === "ApplicationSet");
function progressOf(world, goal) {
    const live = new Map();
    for (const object of world.objects.Application.values()) {
        const application = (0,waiting_application/* liveApplication */.Tm)(object);
        if (application !== undefined)
            live.set(application.metadata.name, application);
    }
    const context = { world, goal, live, owners: ownersOf([...live.values()]) };
    const applications = branch({ kind: "Application", name: goal.root, depth: 0 }, context, new Set());
    return { applications, done: applications.every(({ done }) => done) };
}
function branch(node, context, seen) {
    const id = `${node.kind} ${node.name}`;
    if (seen.has(id))
        return [];
    seen.add(id);
    const application = context.live.get(node.name);
    const own = node.kind === "ApplicationSet"
        ? setProgress(node, context.world, context.goal)
        : application === undefined
            ? absent(node)
            : applicationProgress(node, application, context);
    const children = childrenOf(node, application, context)
        .map((child) => ({ ...child, parent: node.name, depth: node.depth + 1 }))
        .map((child) => branch(child, context, seen))
        .filter((below) => below.length > 0);
    const byWave = children.toSorted(([a], [b]) => (a?.wave ?? 0) - (b?.wave ?? 0) || (a && b && a.name < b.name ? -1 : 1));
    return [own, ...byWave.flat()];
}
function childrenOf(node, application, { live }) {
    if (node.kind === "ApplicationSet") {
        const isChild = ({ metadata }) => metadata.ownerReferences.some(({ kind, name }) => kind === "ApplicationSet" && name === node.name);
        return [...live.values()].filter(isChild).map(({ metadata }) => ({ kind: "Application", name: metadata.name }));
    }
    return (application?.status.resources ?? []).flatMap(({ group, kind, name, requiresPruning }) => isArgoKind(group, kind) && !requiresPruning ? [{ kind, name }] : []);
}
const absent = ({ kind, name, parent, depth }) => ({
    name,
    kind,
    depth,
    wave: 0,
    sync: "Missing",
    health: "Missing",
    revision: "",
    sources: [],
    behind: [],
    done: false,
    current: true,
    reasons: [],
    ...(parent !== undefined && { parent }),
});
function applicationProgress(node, application, context) {
    const { status, metadata } = application;
    const behind = sourcesBehind(application, context.goal);
    const isSettled = application.operation === undefined &&
        status.operationState?.phase !== "Running" &&
        metadata.annotations["argocd.argoproj.io/refresh"] === undefined &&
        metadata.deletionTimestamp === undefined;
    const isThere = status.sync.status === "Synced" && status.health.status === "Healthy";
    const done = isThere && isSettled && isOfThisSpec(application) && behind.length === 0;
    const operation = operationOf(application);
    return {
        name: node.name,
        kind: node.kind,
        depth: node.depth,
        wave: (0,waiting_application/* waveOf */.j5)(application),
        sync: status.sync.status,
        health: status.health.status,
        revision: (0,waiting_application/* revisionsOf */.Ow)(application)[0] ?? "",
        sources: (0,waiting_application/* sourcesOf */.u0)(application).filter(isFromGit),
        behind,
        done,
        current: behind.length === 0 || Date.parse(status.reconciledAt ?? "") >= context.goal.since,
        reasons: done ? [] : reasonsOf(application, context.world, context.owners),
        ...(node.parent !== undefined && { parent: node.parent }),
        ...(operation !== undefined && { operation }),
    };
}
function operationOf({ status: { operationState: state } }) {
    return state?.phase === "Running" ? tidy(state.message) || "syncing" : undefined;
}
function sourcesBehind(application, { revisions }) {
    const at = (0,waiting_application/* revisionsOf */.Ow)(application);
    return (0,waiting_application/* sourcesOf */.u0)(application).filter((source, index) => {
        const expected = revisions.get(revisionKey(source));
        return isFromGit(source) && expected !== undefined && at[index] !== expected;
    });
}
const isFromGit = ({ chart = "" }) => chart === "";
function isOfThisSpec(application) {
    const compared = application.status.sync.comparedTo;
    if (compared === undefined)
        return false;
    const then = compared.sources ?? (compared.source === undefined ? [] : [compared.source]);
    const now = (0,waiting_application/* sourcesOf */.u0)(application);
    return (0,json/* isJson */.Fh)(then) && (0,json/* isJson */.Fh)(now) && (0,equal/* deepEqual */.bD)(then, now);
}
const condition = schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), status: schemas/* string */.YjP(), message: schemas/* string */.YjP().default("") });
function setProgress(node, world, { namespace }) {
    const object = world.objects.ApplicationSet.get(`${namespace}/${node.name}`);
    if (object === undefined)
        return absent(node);
    const conditions = (0,ready/* conditionsOf */.yb)(object).flatMap((one) => condition.safeParse(one).data ?? []);
    const holds = (type) => conditions.find((one) => one.type === type && one.status === "True");
    const error = holds("ErrorOccurred");
    const done = error === undefined && holds("ResourcesUpToDate") !== undefined;
    const metadata = schemas/* looseObject */._H3({ annotations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}) })
        .safeParse(object["metadata"]);
    return {
        ...absent(node),
        wave: Number(metadata.data?.annotations["argocd.argoproj.io/sync-wave"] ?? 0) || 0,
        sync: done ? "Generated" : "Generating",
        health: error === undefined ? (done ? "Healthy" : "Progressing") : "Degraded",
        done,
        reasons: error === undefined ? [] : [{ cause: "generator", message: tidy(error.message), hope: "little" }],
    };
}


/***/ }),

/***/ 4941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gk: () => (/* binding */ describeReason),
/* harmony export */   Ow: () => (/* binding */ changeLines),
/* harmony export */   Ww: () => (/* binding */ treeLines),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* unused harmony export shortRevision */
const nameWidth = 34;
function duration(milliseconds) {
    const seconds = Math.round(milliseconds / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
const shortRevision = (revision) => /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;
function treeLines({ applications }, paint) {
    return applications.flatMap((one) => {
        const mark = markOf(one, paint);
        const indent = "  ".repeat(one.depth);
        const name = `${indent}${one.name}`.padEnd(nameWidth);
        return [`${mark} ${name} ${stateOf(one)}`, ...reasonLines(one, `${indent}    `, paint)];
    });
}
function markOf({ done, reasons }, paint) {
    if (done)
        return paint("added", "✓");
    return reasons.some(({ hope }) => hope !== "good") ? paint("error", "✗") : paint("dim", "·");
}
function stateOf({ depth, wave, sync, health, revision, operation }) {
    const place = (depth === 0 ? "" : `wave ${wave}`).padEnd(8);
    const state = `${place} ${sync.padEnd(10)} ${health.padEnd(11)} ${shortRevision(revision).padEnd(8)}`;
    return `${state}${operation === undefined ? "" : ` ${operation}`}`.trimEnd();
}
function reasonLines({ reasons }, indent, paint) {
    return reasons.flatMap((reason) => [
        `${indent}${paint(reason.hope === "good" ? "warning" : "error", describeReason(reason))}`,
        ...(reason.tail ?? "")
            .split("\n")
            .filter((line) => line !== "")
            .map((line) => `${indent}  ${paint("dim", `| ${line}`)}`),
    ]);
}
const describeReason = ({ resource, message }) => resource === undefined ? message : `${resource} ${message}`;
function changeLines(before, after, elapsed, paint) {
    const known = new Map(before?.applications.map((one) => [one.name, signature(one)]));
    const time = duration(elapsed).padStart(11);
    return after.applications
        .filter((one) => known.get(one.name) !== signature(one))
        .flatMap((one) => {
        const mark = markOf(one, paint);
        return [
            `${time} ${mark} ${one.name.padEnd(nameWidth - 10)} ${stateOf(one)}`,
            ...reasonLines(one, " ".repeat(14), paint),
        ];
    });
}
const signature = ({ sync, health, revision, operation, done, reasons }) => JSON.stringify([
    sync,
    health,
    revision,
    operation?.replaceAll(/\d+/g, "#"),
    done,
    ...reasons.map(({ cause, resource, tail }) => [cause, resource, tail]),
]);


/***/ }),

/***/ 18284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Oo: () => (/* binding */ controllerOf),
/* harmony export */   Rc: () => (/* binding */ workloadOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   _: () => (/* binding */ watchedKinds),
/* harmony export */   lB: () => (/* binding */ observe),
/* harmony export */   v5: () => (/* binding */ warningsAbout),
/* harmony export */   wW: () => (/* binding */ emptyWorld)
/* harmony export */ });
/* harmony import */ var _gitops_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25606);

const watched = [
    ["Application", "argoproj.io/v1alpha1"],
    ["ApplicationSet", "argoproj.io/v1alpha1"],
    ["Pod", "v1"],
    ["PersistentVolumeClaim", "v1"],
    ["Service", "v1"],
    ["Event", "v1"],
    ["Deployment", "apps/v1"],
    ["StatefulSet", "apps/v1"],
    ["DaemonSet", "apps/v1"],
    ["Job", "batch/v1"],
    ["Ingress", "networking.k8s.io/v1"],
];
const watchedKinds = watched;
function emptyWorld() {
    const none = new Map();
    return {
        objects: {
            Application: none,
            ApplicationSet: none,
            Pod: none,
            PersistentVolumeClaim: none,
            Service: none,
            Event: none,
            Deployment: none,
            StatefulSet: none,
            DaemonSet: none,
            Job: none,
            Ingress: none,
        },
        logs: new Map(),
    };
}
function observe(world, event) {
    if (event.type === "log")
        return { ...world, logs: new Map(world.logs).set(event.key, event.tail) };
    const { kind, object } = event;
    const objects = new Map(world.objects[kind]);
    if (event.type === "gone")
        objects.delete(keyOf(object));
    else
        objects.set(keyOf(object), object);
    return { ...world, objects: { ...world.objects, [kind]: objects } };
}
const keyOf = (object) => `${(0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(object, "metadata", "namespace") ?? ""}/${(0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(object, "metadata", "name") ?? ""}`;
function controllerOf(object) {
    const owners = (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(object, "metadata")?.["ownerReferences"];
    const found = (Array.isArray(owners) ? owners.filter(_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .Gv) : []).find((one) => one["controller"] === true);
    return found && { kind: String(found["kind"]), name: String(found["name"]) };
}
function workloadOf(pod) {
    const controller = controllerOf(pod);
    if (controller?.kind !== "ReplicaSet")
        return controller;
    const hash = (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(pod, "metadata", "labels", "pod-template-hash");
    const ending = `-${hash}`;
    if (hash === undefined || !controller.name.endsWith(ending))
        return controller;
    return { kind: "Deployment", name: controller.name.slice(0, -ending.length) };
}
function warningsAbout(world, kind, namespace, name) {
    return [...world.objects.Event.values()]
        .filter((event) => {
        const about = (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(event, "involvedObject");
        return about?.["kind"] === kind && (about["namespace"] ?? "") === namespace && about["name"] === name;
    })
        .toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1));
}
const timeOf = (event) => (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(event, "lastTimestamp") ??
    (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(event, "eventTime") ??
    (0,_gitops_json_js__WEBPACK_IMPORTED_MODULE_0__/* .stringAt */ .bX)(event, "metadata", "creationTimestamp") ??
    "";


/***/ }),

/***/ 96789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   om: () => (/* binding */ block),
/* harmony export */   qy: () => (/* binding */ html)
/* harmony export */ });
/* harmony import */ var _visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81018);

const breaker = "\u200b";
function text(foreign, limit = 300) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P)(foreign, limit)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll(/[\\`*_[\]()#!|~$]|^[-+=]/g, (character) => `\\${character}`)
        .replaceAll(/^(\d+)([.)])/g, "$1\\$2")
        .replaceAll("@", `@${breaker}`)
        .replaceAll(/(#|GH-)(?=\d)/gi, `$1${breaker}`)
        .replaceAll("://", `:${breaker}//`)
        .replaceAll(/www\./gi, (www) => `${www.slice(0, 3)}${breaker}.`);
}
function code(foreign, limit = 200) {
    const line = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P)(foreign, limit);
    if (line.trim() === "")
        return "``` ```";
    const fence = "`".repeat(longestRun(line) + 1);
    const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return `${fence}${pad}${line}${pad}${fence}`;
}
function html(foreign, limit = 300) {
    return (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleLine */ .P)(foreign, limit)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replaceAll('"', "&quot;")
        .replaceAll("@", `@${breaker}`)
        .replaceAll(/(#|GH-)(?=\d)/gi, `$1${breaker}`)
        .replaceAll("://", `:${breaker}//`);
}
function block(language, content) {
    const shown = (0,_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .R)(content);
    const fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
    return `${fence}${language}\n${shown}\n${fence}`;
}
function longestRun(line) {
    return Math.max(0, ...(line.match(/`+/g) ?? []).slice(0, 10_000).map((run) => run.length));
}
function link(markdown, address) {
    if (address === undefined || !/^https?:\/\//.test(address))
        return markdown;
    const safe = encodeURI(address.toWellFormed())
        .replaceAll(/%25(?=[0-9A-Fa-f]{2})/g, "%")
        .replaceAll(/[()<>|'"\\]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
    return `[${markdown}](${safe})`;
}


/***/ }),

/***/ 81018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ visibleLine),
/* harmony export */   R: () => (/* binding */ visible)
/* harmony export */ });
const invisible = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
function visible(text) {
    return text.replaceAll("\r\n", "\n").replaceAll(invisible, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
    });
}
function visibleLine(text, limit = 300) {
    const line = visible(text.slice(0, limit + 1).replaceAll(/\s*\n\s*/g, " "));
    return line.length <= limit ? line : `${line.slice(0, limit - 1).toWellFormed()}…`;
}


/***/ })

};
