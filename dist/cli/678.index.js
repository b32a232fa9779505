export const id = 678;
export const ids = [678];
export const modules = {

/***/ 84678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runBootstrap: () => (/* binding */ runBootstrap)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/bootstrap/environment.js + 1 modules
var bootstrap_environment = __webpack_require__(34589);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/src/gitops/json.js
var json = __webpack_require__(25606);
// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(81729);
;// CONCATENATED MODULE: ./build/src/cluster/install/manifest.js



const clusterScoped = new Set(["Namespace", "CustomResourceDefinition", "ClusterRole", "ClusterRoleBinding"]);
function installationOf(text, namespace) {
    return placed(documentsOf(text), namespace);
}
function placed(objects, namespace) {
    return objects.map((object) => {
        if ((0,json/* stringAt */.bX)(object, "kind") === "ClusterRoleBinding")
            return withSubjectsIn(object, namespace);
        if (clusterScoped.has((0,json/* stringAt */.bX)(object, "kind") ?? ""))
            return object;
        const metadata = (0,json/* objectAt */.lJ)(object, "metadata") ?? {};
        return { ...object, metadata: { ...metadata, namespace: metadata["namespace"] ?? namespace } };
    });
}
function withSubjectsIn(binding, namespace) {
    const subjects = binding["subjects"];
    if (!Array.isArray(subjects))
        return binding;
    return {
        ...binding,
        subjects: subjects.map((one) => (0,json/* isObject */.Gv)(one) && one["kind"] === "ServiceAccount" && one["namespace"] === "argocd" ? { ...one, namespace } : one),
    };
}
function documentsOf(text) {
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { logLevel: "silent" });
    if (!Array.isArray(documents))
        return [];
    return documents.flatMap((document) => {
        const [problem] = document.errors;
        if (problem)
            throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", `Argo CD's install manifest is not YAML: ${problem.message}`);
        const value = document.toJS();
        return (0,json/* isObject */.Gv)(value) && (0,json/* isJson */.Fh)(value) ? [value] : [];
    });
}

;// CONCATENATED MODULE: ./build/src/cluster/install/release-digests.js
const releaseDigests = {
    "v3.5.7": {
        core: "sha256:a7ab521e55a511af9274294afafc87cddf9621a34ac255b4b20cd31989e1ecbc",
        standard: "sha256:09bfbb9041b4a8503c6e4fa22cf41c403fa62be17526de353648a4551f5beb77",
        ha: "sha256:d7b75669da63dc218de0ea67ac00183783cebabd52147c3cf012250faa5ced85",
    },
    "v3.6.0": {
        core: "sha256:99758c2c33266203d57b94c4daab2cf1d98639311eb00391c4cec3d9c14a193c",
        standard: "sha256:c1d7ec243fa63ce675d71e564775ae42bf11608d35436d5c5951365b6c86fa6a",
        ha: "sha256:467a782acfb34bb1a91290c2d5704fa822445aab80b2ad9b87553e6b108119b4",
    },
    "v3.6.1": {
        core: "sha256:0b38189d6e1fd76ef5c3db10355026c48a02020d82bf21a1a1b5ab16dffe4f3c",
        standard: "sha256:7be23ca7d9ca3d3074dee8332f1ca92a933b990cee7c9cf22cf3843ee8c2913e",
        ha: "sha256:37b0e8f5ff512017cda28578fecdb585267ec69e02954a67449296724635b05a",
    },
};

;// CONCATENATED MODULE: ./build/src/cluster/install/release.js


const files = {
    core: "manifests/core-install.yaml",
    standard: "manifests/install.yaml",
    ha: "manifests/ha/install.yaml",
};
const repository = "https://raw.githubusercontent.com/argoproj/argo-cd";
function releaseOf({ version, flavour, digest }, mirror = repository) {
    const expected = digest ?? releaseDigests[version]?.[flavour];
    const url = `${mirror.replace(/\/$/, "")}/${version}/${files[flavour]}`;
    if (expected !== undefined)
        return { url, digest: expected };
    throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", `nobody says what ${url} must hash to`, {
        hint: `put its sha256 into spec.argocd.digest; slipway knows the hashes of ${Object.keys(releaseDigests).join(", ")}`,
    });
}

// EXTERNAL MODULE: ./build/src/gitops/sources.js + 41 modules
var gitops_sources = __webpack_require__(44178);
// EXTERNAL MODULE: ./build/src/run/fetching.js
var fetching = __webpack_require__(14971);
;// CONCATENATED MODULE: ./build/src/bootstrap/installation.js






async function readInstallation({ spec }, namespace, options, ports) {
    const { kustomization } = spec.argocd;
    if (kustomization !== undefined)
        return placed(await rendered(kustomization, options, ports), namespace);
    return installationOf(await fetched(spec.argocd, options, ports), namespace);
}
async function fetched(argocd, { argocdMirror }, ports) {
    const { url, digest } = releaseOf(argocd, argocdMirror);
    const { toolCacheDir, archives, credentials } = (0,fetching/* environmentOf */.p7)(ports);
    const sources = (0,gitops_sources/* createSources */.LH)({
        lock: { ...gitops_sources/* emptyLock */.Vc, files: [{ url, digest }] },
        toolCacheDir,
        archives,
        credentials,
        env: ports.env,
        signal: ports.signal,
    });
    const found = await sources.file(url);
    if ("file" in found)
        return (0,promises_.readFile)(found.file, "utf8");
    throw new model_error/* SlipwayError */.GQ("SLW-SOURCE", `Argo CD's install manifest could not be had: ${found.unavailable}`, {
        hint: "is the address reachable from here? --argocd-mirror names another one",
    });
}
async function rendered(folder, { root }, ports) {
    const { renderOnly } = await __webpack_require__.e(/* import() */ 392).then(__webpack_require__.bind(__webpack_require__, 25392));
    const { clock, log, signal, env, sources } = ports;
    const run = { root, cache: true, offline: false, requireSources: true };
    const applications = await renderOnly(run, { clock, log, signal, env, ...(sources && { sources }) });
    const wanted = folder.replace(/^\.\//, "").replace(/\/$/, "");
    const found = applications.find(({ report }) => report.name === wanted || report.sources.includes(wanted));
    if (found?.report.status === "rendered")
        return found.rendered.resources.map(({ manifest }) => manifest);
    throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", `spec.argocd.kustomization: ${found?.report.reason ?? `nothing is rendered from ${folder}`}`, {
        hint: "`slipway render` shows what is rendered from the repository, and why something is not",
    });
}

// EXTERNAL MODULE: ./build/src/bootstrap/revisions.js
var revisions = __webpack_require__(74754);
// EXTERNAL MODULE: ./build/src/cluster/api/client.js
var client = __webpack_require__(77240);
// EXTERNAL MODULE: ./build/src/cluster/api/objects.js
var api_objects = __webpack_require__(32703);
// EXTERNAL MODULE: ./build/src/cluster/api/patience.js
var patience = __webpack_require__(60508);
// EXTERNAL MODULE: ./build/src/report/markdown/escape.js
var markdown_escape = __webpack_require__(96789);
// EXTERNAL MODULE: ./build/src/report/text/style.js
var style = __webpack_require__(36179);
// EXTERNAL MODULE: ./build/src/cluster/waiting/text.js
var waiting_text = __webpack_require__(4941);
;// CONCATENATED MODULE: ./build/src/cluster/diagnosis/diagnosis.js





const eventLimit = 200;
function diagnosisMarkdown({ headline, at, progress, world, surroundings }) {
    const { objects, logs } = world;
    const pods = [...objects.Pod.values()].filter((pod) => !isWell(pod));
    const claims = [...objects.PersistentVolumeClaim.values()].filter((claim) => (0,json/* stringAt */.bX)(claim, "status", "phase") !== "Bound");
    return [
        `# ${(0,markdown_escape/* text */.Qq)(headline)}`,
        `Written at ${at}.`,
        section("Applications", progress === undefined ? "" : (0,waiting_text/* treeLines */.Ww)(progress, style.plain).join("\n")),
        yamlSection("What Argo CD says of each", [...objects.Application.values()].map(applicationFacts)),
        yamlSection("ApplicationSets", [...objects.ApplicationSet.values()].map(statusOnly)),
        yamlSection("Pods that are not ready", pods.map(statusOnly)),
        yamlSection("PersistentVolumeClaims that are not bound", claims.map(withSpec)),
        yamlSection("Argo CD's own workloads", surroundings.argocd.map(statusOnly)),
        yamlSection("Nodes", surroundings.nodes.map(nodeFacts)),
        yamlSection("StorageClasses", surroundings.storageClasses.map(withoutManaged)),
        ...[...logs].filter(([, tail]) => tail !== "").map(([key, tail]) => section(`Last lines of ${key}`, tail)),
        section("Warnings, the newest last", warnings(objects.Event.values()).join("\n")),
    ]
        .filter((part) => part !== "")
        .join("\n\n");
}
const section = (title, content) => content === "" ? "" : `## ${(0,markdown_escape/* text */.Qq)(title)}\n\n${(0,markdown_escape/* block */.om)("text", content)}`;
const yamlSection = (title, objects) => objects.length === 0
    ? ""
    : `## ${(0,markdown_escape/* text */.Qq)(title)}\n\n${(0,markdown_escape/* block */.om)("yaml", objects.map((one) => (0,dist/* stringify */.As)(one)).join("---\n"))}`;
const named = (object) => {
    const { name = "", namespace } = (0,json/* objectAt */.lJ)(object, "metadata") ?? {};
    return namespace === undefined ? { name } : { namespace, name };
};
const statusOnly = (object) => ({ ...named(object), status: object["status"] ?? {} });
const withSpec = (object) => ({ ...statusOnly(object), spec: object["spec"] ?? {} });
function applicationFacts(object) {
    const { history: _, resources: __, ...status } = (0,json/* objectAt */.lJ)(object, "status") ?? {};
    return { ...named(object), spec: object["spec"] ?? {}, status };
}
function nodeFacts(object) {
    const { allocatable = {}, conditions = [] } = (0,json/* objectAt */.lJ)(object, "status") ?? {};
    return { ...named(object), allocatable, conditions, taints: (0,json/* objectAt */.lJ)(object, "spec")?.["taints"] ?? [] };
}
function withoutManaged(object) {
    const { managedFields: _, ...metadata } = (0,json/* objectAt */.lJ)(object, "metadata") ?? {};
    return { ...object, metadata };
}
function isWell(pod) {
    if ((0,json/* stringAt */.bX)(pod, "status", "phase") === "Succeeded")
        return true;
    const conditions = (0,json/* objectAt */.lJ)(pod, "status")?.["conditions"];
    const found = (Array.isArray(conditions) ? conditions : []).find((one) => (0,json/* stringAt */.bX)(one, "type") === "Ready");
    return (0,json/* stringAt */.bX)(found, "status") === "True";
}
function warnings(events) {
    const lines = [...events].map((event) => {
        const about = (0,json/* objectAt */.lJ)(event, "involvedObject") ?? {};
        const time = (0,json/* stringAt */.bX)(event, "lastTimestamp") ?? (0,json/* stringAt */.bX)(event, "metadata", "creationTimestamp") ?? "";
        const place = [about["namespace"], about["name"]].filter((part) => typeof part === "string").join("/");
        return `${time} ${String(about["kind"])} ${place} ${String(event["reason"])}: ${String(event["message"])}`;
    });
    return lines.toSorted().slice(-eventLimit);
}

// EXTERNAL MODULE: ./build/src/cluster/diagnosis/gather.js
var gather = __webpack_require__(55075);
// EXTERNAL MODULE: ./build/src/cluster/api/refusal.js
var refusal = __webpack_require__(24551);
;// CONCATENATED MODULE: ./build/src/cluster/install/admin.js


const initialSecret = "argocd-initial-admin-secret";
const cost = 10;
const secretRef = (namespace, name) => ({ apiVersion: "v1", kind: "Secret", namespace, name });
async function planAdmin({ namespace, password }, objects) {
    const why = await reasonToRotate({ namespace, ...(password !== undefined && { password }) }, objects);
    if (why === undefined)
        return [];
    const title = "replace the password that Argo CD made for admin";
    return [{ id: "rotate-admin", stage: "Argo CD's admin", title, why, action: { kind: "rotate-admin" } }];
}
async function reasonToRotate({ namespace, password }, objects) {
    if ((await objects.get(secretRef(namespace, initialSecret))) !== undefined)
        return "anybody who may read Secrets has it";
    if (password === undefined)
        return undefined;
    const hash = hashIn(await objects.get(secretRef(namespace, "argocd-secret")));
    const { compare } = await __webpack_require__.e(/* import() */ 242).then(__webpack_require__.bind(__webpack_require__, 36242));
    const isSet = hash !== undefined && (await compare(password, hash));
    return isSet ? undefined : "it is not the one that was asked for";
}
function hashIn(secret) {
    const encoded = (0,json/* stringAt */.bX)((0,json/* objectAt */.lJ)(secret, "data"), "admin.password");
    return encoded === undefined ? undefined : Buffer.from(encoded, "base64").toString();
}
async function rotateAdmin({ namespace, password }, { objects, now, randomPassword }) {
    const { hash } = await __webpack_require__.e(/* import() */ 242).then(__webpack_require__.bind(__webpack_require__, 36242));
    const texts = {
        "admin.password": await hash(password ?? randomPassword(), cost),
        "admin.passwordMtime": new Date(now()).toISOString().replace(/\.\d+Z$/, "Z"),
    };
    const data = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, Buffer.from(text).toString("base64")]));
    (0,refusal/* answered */.oQ)(await objects.mergePatch(secretRef(namespace, "argocd-secret"), { data }), "admin's new password");
    await objects.remove(secretRef(namespace, initialSecret));
}

;// CONCATENATED MODULE: ./build/src/cluster/install/credentials.js

const encoded = (texts) => Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, Buffer.from(text).toString("base64")]));
function repositorySecret(url, credentials, namespace) {
    const overSsh = /^(ssh:\/\/|[^/]+@[^/]+:)/.test(url);
    if (overSsh !== (credentials.kind === "deploy-key")) {
        throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", `a ${credentials.kind} does not open ${url}`, {
            hint: overSsh
                ? "an address over SSH is opened by a deploy key"
                : "a deploy key opens git@github.com:OWNER/NAME.git: write that in repoURL, or give a token or a GitHub App",
        });
    }
    return {
        apiVersion: "v1",
        kind: "Secret",
        metadata: {
            name: "slipway-repository",
            namespace,
            labels: { "argocd.argoproj.io/secret-type": "repository", "app.kubernetes.io/managed-by": "slipway" },
        },
        type: "Opaque",
        data: encoded({ type: "git", url, ...keysOf(credentials) }),
    };
}
function keysOf(credentials) {
    switch (credentials.kind) {
        case "deploy-key":
            return { sshPrivateKey: credentials.privateKey };
        case "github-app":
            return {
                githubAppID: credentials.appId,
                githubAppInstallationID: credentials.installationId,
                githubAppPrivateKey: credentials.privateKey,
            };
        case "token":
            return { username: credentials.username, password: credentials.token };
    }
}

;// CONCATENATED MODULE: ./build/src/cluster/install/declare.js

function stagesOf({ namespace, installation, repository, projects, bootstrap }) {
    const isDefinition = (object) => (0,json/* stringAt */.bX)(object, "kind") === "CustomResourceDefinition";
    const isNamespace = (object) => (0,json/* stringAt */.bX)(object, "kind") === "Namespace" && (0,json/* stringAt */.bX)(object, "metadata", "name") === namespace;
    const own = installation.filter(isNamespace);
    return [
        {
            name: "Argo CD's namespace",
            why: "everything else lives in it",
            objects: own.length > 0 ? own : [namespaceObject(namespace)],
        },
        {
            name: "Argo CD's definitions",
            why: "Applications are of kinds that they define",
            objects: installation.filter(isDefinition),
        },
        {
            name: "access to the repository",
            why: "Argo CD reads Git with it",
            objects: repository === undefined ? [] : [repository],
        },
        {
            name: "Argo CD",
            why: "it deploys everything else",
            objects: installation.filter((object) => !isDefinition(object) && !isNamespace(object)),
        },
        {
            name: "AppProjects",
            why: "an Application without its project is refused",
            objects: projects,
            whose: "unless-tracked",
        },
        {
            name: "the Application at the top",
            why: "it creates all the others",
            objects: [bootstrap],
            whose: "unless-tracked",
        },
    ];
}
const namespaceObject = (name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } });

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/src/diff/compare.js + 2 modules
var compare = __webpack_require__(45099);
// EXTERNAL MODULE: ./build/src/diff/equal.js
var equal = __webpack_require__(19585);
// EXTERNAL MODULE: ./build/src/diff/noise.js
var noise = __webpack_require__(82819);
// EXTERNAL MODULE: ./build/src/cluster/install/ready.js
var ready = __webpack_require__(87127);
;// CONCATENATED MODULE: ./build/src/cluster/install/observe.js








const width = 6;
async function observeStages(objects, stages) {
    const observed = [];
    for (const stage of stages) {
        const observations = [];
        for (let at = 0; at < stage.objects.length; at += width) {
            const batch = stage.objects.slice(at, at + width);
            const seen = await Promise.all(batch.map((object) => observe(objects, object, stage)));
            observations.push(...batch.map((object, index) => ({ object, observation: seen[index] ?? { state: "absent" } })));
        }
        observed.push({ stage, observations });
    }
    return observed;
}
async function observe(objects, object, stage) {
    const live = await objects.get((0,api_objects/* refOf */.H8)(object));
    if (live === undefined)
        return { state: "absent" };
    if (stage.whose === "unless-tracked" && isTracked(live))
        return { state: "left", readiness: (0,ready/* readinessOf */.co)(live) };
    const answer = await objects.apply(object, { dryRun: "All" });
    return answer === undefined ? { state: "absent" } : judge(object, live, answer);
}
const isTracked = (live) => (0,json/* stringAt */.bX)(live, "metadata", "annotations", "argocd.argoproj.io/tracking-id") !== undefined;
function judge(object, live, answer) {
    const { status, body } = answer;
    if (status === 409)
        return { state: "conflict", conflicts: conflictsOf(object, body) };
    if (status >= 300 || !(0,json/* isObject */.Gv)(body)) {
        const { message } = new refusal/* ApiRefusal */.n5((0,api_objects/* describeRef */.Ro)((0,api_objects/* refOf */.H8)(object)), answer);
        return { state: "refused", message };
    }
    const readiness = (0,ready/* readinessOf */.co)(live);
    const fields = (0,compare/* compareManifests */.k)((0,noise/* withoutNoise */.J)(live), (0,noise/* withoutNoise */.J)(body), [], true).map(({ path }) => path);
    const same = fields.length === 0 && (0,equal/* deepEqual */.bD)(ownedFields(live), ownedFields(body));
    return same ? { state: "same", readiness } : { state: "different", fields, readiness };
}
function ownedFields(object) {
    const entries = (0,json/* objectAt */.lJ)(object, "metadata")?.["managedFields"];
    const own = (Array.isArray(entries) ? entries.filter(json/* isObject */.Gv) : []).find(({ manager, operation, subresource }) => manager === api_objects/* fieldManager */.wM && operation === "Apply" && (subresource ?? "") === "");
    return own?.["fieldsV1"] ?? null;
}
const causes = schemas/* looseObject */._H3({
    details: schemas/* looseObject */._H3({
        causes: schemas/* array */.YOg(schemas/* looseObject */._H3({ message: schemas/* string */.YjP().default(""), field: schemas/* string */.YjP().default("") })).default([]),
    }),
});
function conflictsOf(object, body) {
    const found = causes.safeParse(body).data?.details.causes ?? [];
    return found.map(({ message, field }) => ({
        object: (0,api_objects/* describeRef */.Ro)((0,api_objects/* refOf */.H8)(object)),
        field: field.replace(/^\./, ""),
        manager: /conflict with "([^"]*)"/.exec(message)?.[1] ?? "somebody",
    }));
}

;// CONCATENATED MODULE: ./build/src/cluster/install/await-ready.js




async function awaitReady(refs, ports) {
    const { clock, deadline, signal } = ports;
    const over = new AbortController();
    const missing = new Map();
    const limit = clock.sleep(Math.max(0, deadline - clock.now()), over.signal).then(() => over.abort("time limit"), () => undefined);
    const within = AbortSignal.any([signal, over.signal]);
    try {
        await Promise.all(refs.map((ref) => awaitOne(ref, { ...ports, signal: within }, missing)));
    }
    finally {
        over.abort();
        await limit;
    }
    signal.throwIfAborted();
    if (over.signal.reason === "time limit") {
        const lines = [...missing].map(([object, what]) => `  ${object}: ${what}`);
        throw new model_error/* SlipwayError */.GQ("SLW-TIME-LIMIT", `Argo CD is not up in time:\n${lines.join("\n")}`);
    }
}
async function awaitOne(ref, ports, missing) {
    const { api, objects, signal, onMissing } = ports;
    const name = (0,api_objects/* describeRef */.Ro)(ref);
    const path = await objects.collection(ref);
    if (path === undefined)
        throw new refusal/* ApiRefusal */.n5(name, { status: 404, body: "its kind is not served" });
    const done = new AbortController();
    const judge = (object) => {
        const readiness = (0,ready/* readinessOf */.co)(object && { ...object, kind: ref.kind });
        if (readiness.ready) {
            missing.delete(name);
            return done.abort();
        }
        if (readiness.missing !== missing.get(name))
            onMissing(name, readiness.missing);
        missing.set(name, readiness.missing);
    };
    const query = { fieldSelector: `metadata.name=${ref.name}` };
    const watch = { path, query, onSet: judge, onGone: () => judge(undefined) };
    await api.watch(watch, AbortSignal.any([signal, done.signal]));
}

;// CONCATENATED MODULE: ./build/src/cluster/install/perform.js





async function performPlan(plan, ports, options) {
    if (plan.refused.length > 0) {
        throw new model_error/* SlipwayError */.GQ("SLW-CLUSTER", `the API server would refuse ${plan.refused.join("\n")}`);
    }
    if (plan.conflicts.length > 0 && options.conflicts === "report")
        throw conflictError(plan.conflicts);
    for (const step of plan.steps) {
        ports.signal.throwIfAborted();
        ports.log.info(step.title);
        await perform(step, ports, options);
    }
}
async function perform({ action }, ports, options) {
    switch (action.kind) {
        case "apply": {
            const name = (0,api_objects/* describeRef */.Ro)((0,api_objects/* refOf */.H8)(action.object));
            const force = options.conflicts === "take-over" ? { conflicts: "take over" } : {};
            const answer = await ports.objects.apply(action.object, force);
            if (answer === undefined)
                throw new refusal/* ApiRefusal */.n5(name, { status: 404, body: "its kind is not served" });
            if (answer.status === 409)
                throw conflictError(conflictsOf(action.object, answer.body));
            (0,refusal/* answered */.oQ)(answer, name);
            return;
        }
        case "await": {
            const onMissing = (object, missing) => ports.log.debug(`${object}: ${missing}`);
            return awaitReady(action.refs, { ...ports, onMissing });
        }
        case "rotate-admin":
            return ports.rotateAdmin();
    }
}
function conflictError(conflicts) {
    const lines = conflicts.map(({ object, field, manager }) => `  ${object}: ${field} is set by ${manager}`);
    const count = conflicts.length === 1 ? "1 field is" : `${conflicts.length} fields are`;
    return new model_error/* SlipwayError */.GQ("SLW-CONFLICT", `${count} set by somebody else:\n${lines.join("\n")}`, {
        hint: "take the change out there, or give --take-over to set them as declared",
    });
}

;// CONCATENATED MODULE: ./build/src/cluster/install/plan.js


function planInstallation(observed) {
    const all = observed.flatMap(({ observations }) => observations);
    return {
        steps: observed.flatMap(stepsOf),
        conflicts: all.flatMap(({ observation }) => (observation.state === "conflict" ? observation.conflicts : [])),
        refused: all.flatMap(({ object, observation }) => observation.state === "refused" ? [`${(0,api_objects/* describeRef */.Ro)((0,api_objects/* refOf */.H8)(object))}: ${observation.message}`] : []),
    };
}
function stepsOf({ stage, observations }) {
    const applied = observations.flatMap(({ object, observation }) => {
        const why = reasonToApply(observation);
        if (why === undefined)
            return [];
        const name = (0,api_objects/* describeRef */.Ro)((0,api_objects/* refOf */.H8)(object));
        const verb = observation.state === "absent" ? "create" : "update";
        return [
            { id: `apply ${name}`, stage: stage.name, title: `${verb} ${name}`, why, action: { kind: "apply", object } },
        ];
    });
    const awaited = observations.filter(({ object, observation }) => isToBeAwaited(object, observation, applied.length > 0));
    if (awaited.length === 0)
        return applied;
    const refs = awaited.map(({ object }) => (0,api_objects/* refOf */.H8)(object));
    const title = `wait for ${refs.map(api_objects/* describeRef */.Ro).join(", ")}`;
    const why = `what follows needs ${stage.name}`;
    return [...applied, { id: `await ${stage.name}`, stage: stage.name, title, why, action: { kind: "await", refs } }];
}
function reasonToApply(observation) {
    switch (observation.state) {
        case "absent":
            return "it is not there";
        case "different":
            return observation.fields.length === 0
                ? "slipway does not manage it yet"
                : `differs in ${few(observation.fields)}`;
        case "conflict":
            return `differs in ${few(observation.conflicts.map(({ field }) => field))}`;
        case "same":
        case "left":
        case "refused":
            return undefined;
    }
}
function isToBeAwaited(object, observation, changes) {
    if (!(0,ready/* isAwaited */.AJ)(String(object["kind"])))
        return false;
    return changes || !("readiness" in observation) || !observation.readiness.ready;
}
const few = (fields) => fields.length <= 3 ? fields.join(", ") : `${fields.slice(0, 3).join(", ")} and ${fields.length - 3} more`;

;// CONCATENATED MODULE: ./build/src/cluster/install/settings.js

const applicationHealth = `hs = {}
hs.status = "Progressing"
hs.message = ""
if obj.status ~= nil then
  if obj.status.health ~= nil then
    hs.status = obj.status.health.status
    if obj.status.health.message ~= nil then
      hs.message = obj.status.health.message
    end
  end
end
return hs
`;
const claimHealth = `hs = {}
local phase = ""
if obj.status ~= nil and obj.status.phase ~= nil then
  phase = obj.status.phase
end
local chosen = obj.metadata.annotations ~= nil and obj.metadata.annotations["volume.kubernetes.io/selected-node"] ~= nil
if phase == "Bound" then
  hs.status = "Healthy"
  hs.message = ""
elseif phase == "Lost" then
  hs.status = "Degraded"
  hs.message = "The volume is lost"
elseif phase == "Pending" and not chosen then
  hs.status = "Healthy"
  hs.message = "Waits for its first consumer"
else
  hs.status = "Progressing"
  hs.message = "Is being provisioned"
end
return hs
`;
const buildOptions = "kustomize.buildOptions";
function neededSettings(current) {
    const before = (0,json/* stringAt */.bX)(current, "data", buildOptions) ?? "";
    const inflates = before.split(/\s+/).includes("--enable-helm");
    return {
        [buildOptions]: inflates ? before : `${before} --enable-helm`.trim(),
        "resource.customizations.health.argoproj.io_Application": applicationHealth,
        "resource.customizations.health.PersistentVolumeClaim": claimHealth,
        "application.resourceTrackingMethod": "annotation",
    };
}
const isSettings = (object) => object["kind"] === "ConfigMap" && (0,json/* stringAt */.bX)(object, "metadata", "name") === "argocd-cm";
function withSettings(installation, current) {
    const settings = neededSettings(current);
    return installation.map((object) => isSettings(object) ? { ...object, data: { ...settings, ...(0,json/* objectAt */.lJ)(object, "data") } } : object);
}

;// CONCATENATED MODULE: ./build/src/cluster/lock/lease.js


const leaseSeconds = 30;
function leaseObject(namespace, name, identity, now) {
    const time = new Date(now).toISOString().replace("Z", "000Z");
    return {
        apiVersion: "coordination.k8s.io/v1",
        kind: "Lease",
        metadata: { name, namespace },
        spec: { holderIdentity: identity, leaseDurationSeconds: leaseSeconds, acquireTime: time, renewTime: time },
    };
}
function holderOf(lease) {
    const spec = (0,json/* objectAt */.lJ)(lease, "spec");
    const identity = (0,json/* stringAt */.bX)(spec, "holderIdentity");
    if (identity === undefined || identity === "")
        return undefined;
    return {
        identity,
        renewed: (0,json/* stringAt */.bX)(spec, "renewTime") ?? "",
        seconds: (0,ready/* numberAt */.tk)(spec, "leaseDurationSeconds") ?? leaseSeconds,
    };
}
const isDead = (holder, sighting, now) => holder.renewed === sighting.renewed && now - sighting.at > holder.seconds * 1000;

;// CONCATENATED MODULE: ./build/src/cluster/lock/hold-lease.js




const lookAgain = 2_000;
async function holdLease(options, ports) {
    await acquire(options, ports);
    const lost = new AbortController();
    const released = new AbortController();
    const renewing = keepRenewing(options, ports, AbortSignal.any([ports.signal, released.signal])).catch((error) => {
        if (!released.signal.aborted)
            lost.abort(error);
    });
    return {
        lost: lost.signal,
        async [Symbol.asyncDispose]() {
            released.abort();
            await renewing;
            if (!lost.signal.aborted)
                await release(options, ports.api);
        },
    };
}
const collection = ({ namespace }) => `/apis/coordination.k8s.io/v1/namespaces/${encodeURIComponent(namespace)}/leases`;
const pathOf = (options) => `${collection(options)}/${options.name}`;
async function acquire(options, { api, clock, log, signal }) {
    let sighting;
    for (let told = false;; told = true) {
        const found = await readOrCreate(options, { api, clock });
        if (found === "taken by us")
            return;
        const holder = holderOf(found);
        if (holder === undefined || (sighting !== undefined && isDead(holder, sighting, clock.now()))) {
            if (await takeOver(options, found, { api, clock }))
                return;
            continue;
        }
        if (sighting?.renewed !== holder.renewed)
            sighting = { renewed: holder.renewed, at: clock.now() };
        if (options.ifBusy === "leave")
            throw busy(holder.identity);
        if (!told)
            log.info(`${holder.identity} is at work on this cluster; waiting for it to finish`);
        await clock.sleep(lookAgain, signal);
    }
}
function busy(identity) {
    return new model_error/* SlipwayError */.GQ("SLW-BUSY", `${identity} is at work on this cluster`, {
        hint: `run again when it is done, or give --if-busy wait; a run that died frees the lock ${leaseSeconds} seconds later`,
    });
}
async function readOrCreate(options, { api, clock }) {
    const { namespace, name, identity } = options;
    const body = leaseObject(namespace, name, identity, clock.now());
    const created = await api.ask({ method: "POST", path: collection(options), body });
    if (created.status === 201)
        return "taken by us";
    if (created.status !== 409)
        (0,refusal/* answered */.oQ)(created, `lease ${name}`);
    const current = await api.ask({ method: "GET", path: pathOf(options) });
    if (current.status === 404)
        return {};
    const lease = (0,refusal/* answered */.oQ)(current, `lease ${name}`).body;
    return (0,json/* isObject */.Gv)(lease) ? lease : {};
}
async function takeOver(options, found, { api, clock }) {
    const resourceVersion = (0,json/* stringAt */.bX)(found, "metadata", "resourceVersion");
    if (resourceVersion === undefined)
        return false;
    const { namespace, name, identity } = options;
    const lease = leaseObject(namespace, name, identity, clock.now());
    const body = { ...lease, metadata: { name, namespace, resourceVersion } };
    const answer = await api.ask({ method: "PUT", path: pathOf(options), body });
    return answer.status === 200;
}
async function keepRenewing(options, { api, clock }, signal) {
    let renewed = clock.now();
    for (;;) {
        await clock.sleep((leaseSeconds * 1000) / 3, signal);
        const answer = await renew(options, { api, clock }).catch(() => undefined);
        if (answer === "renewed")
            renewed = clock.now();
        if (answer === "lost" || clock.now() - renewed > leaseSeconds * 1000) {
            throw new model_error/* SlipwayError */.GQ("SLW-BUSY", "the lock on this cluster was lost to another run", {
                hint: "run again when the other one is done",
            });
        }
    }
}
async function renew(options, { api, clock }) {
    const current = await api.ask({ method: "GET", path: pathOf(options) });
    if (current.status === 404)
        return "lost";
    if (current.status !== 200 || !(0,json/* isObject */.Gv)(current.body))
        return "unknown";
    if (holderOf(current.body)?.identity !== options.identity)
        return "lost";
    return (await takeOver(options, current.body, { api, clock })) ? "renewed" : "unknown";
}
async function release(options, api) {
    const current = await api.ask({ method: "GET", path: pathOf(options) }).catch(() => undefined);
    if (current?.status !== 200 || !(0,json/* isObject */.Gv)(current.body))
        return;
    if (holderOf(current.body)?.identity !== options.identity)
        return;
    const resourceVersion = (0,json/* stringAt */.bX)(current.body, "metadata", "resourceVersion") ?? "";
    const body = { apiVersion: "v1", kind: "DeleteOptions", preconditions: { resourceVersion } };
    await api.ask({ method: "DELETE", path: pathOf(options), body }).catch(() => undefined);
}

;// CONCATENATED MODULE: ./build/src/cluster/waiting/hosts.js

function hostsOf(world, { port } = {}) {
    const found = [...world.objects.Ingress.values()].flatMap((ingress) => {
        const namespace = (0,json/* stringAt */.bX)(ingress, "metadata", "namespace") ?? "";
        const secured = new Set(listAt(ingress, "spec", "tls").flatMap((one) => one["hosts"] ?? []));
        return listAt(ingress, "spec", "rules").flatMap((rule) => {
            const host = (0,json/* stringAt */.bX)(rule, "host");
            if (host === undefined)
                return [];
            const [path] = listAt(rule, "http", "paths");
            const service = (0,json/* stringAt */.bX)(path, "backend", "service", "name") ?? "";
            const url = secured.has(host) ? `https://${host}` : `http://${host}${port === undefined ? "" : `:${port}`}`;
            const login = logins.find(([pattern]) => pattern.test(service))?.[1](namespace);
            return [{ host, url, service, ...(login !== undefined && { login }) }];
        });
    });
    return found.toSorted((a, b) => (a.host < b.host ? -1 : 1));
}
const logins = [
    [/argocd-server/, () => "user admin, with the password given to bootstrap"],
    [
        /grafana/,
        (namespace) => `user and password: kubectl -n ${namespace} get secret grafana-admin -o jsonpath='{.data}' (base64)`,
    ],
];
function listAt(object, ...path) {
    const value = (0,json/* objectAt */.lJ)(object, ...path.slice(0, -1))?.[path.at(-1) ?? ""];
    return Array.isArray(value) ? value.filter(json/* isObject */.Gv) : [];
}

;// CONCATENATED MODULE: ./build/src/cluster/waiting/summary.js


function summaryMarkdown(waited, hosts, environment) {
    const { applications } = waited.progress;
    const rows = applications.map((one) => row(one, waited.timeline));
    const reasons = applications.flatMap(({ name, reasons: own }) => own.map((one) => `- **${text(name)}**: ${text(describeReason(one))}${tailBlock(one.tail)}`));
    const places = hosts.map(({ url, login }) => `- ${link(text(url), url)}${login === undefined ? "" : `: ${text(login)}`}`);
    return [
        `## ${headline(waited, environment)}`,
        "",
        "| Application | Wave | Sync | Health | Revision | Seen after | Healthy after |",
        "| --- | ---: | --- | --- | --- | ---: | ---: |",
        ...rows,
        ...(reasons.length > 0 ? ["", "### Why not", "", ...reasons] : []),
        ...(places.length > 0 ? ["", "### Where to look", "", ...places] : []),
        "",
    ].join("\n");
}
function headline({ outcome, progress, elapsed }, environment) {
    const { length } = progress.applications;
    const done = progress.applications.filter((one) => one.done).length;
    const all = length === 1 ? "The Application" : `All ${length} Applications`;
    switch (outcome.kind) {
        case "done":
            return `${environment}: ${all} synced and healthy after ${(0,waiting_text/* duration */.p0)(elapsed)}`;
        case "stuck":
            return `${environment}: ${outcome.application} cannot become healthy on its own (${done} of ${length} are there)`;
        case "time-limit":
            return `${environment}: not there after ${(0,waiting_text/* duration */.p0)(elapsed)} (${done} of ${length} are)`;
    }
}
function row(one, timeline) {
    const times = timeline.get(one.name);
    const name = `${"&nbsp;&nbsp;".repeat(one.depth)}${text(one.name)}`;
    const wave = one.depth === 0 ? "" : String(one.wave);
    const seen = times === undefined ? "" : duration(times.seen);
    const done = times?.done === undefined ? "" : duration(times.done);
    return `| ${[name, wave, text(one.sync), text(one.health), text(shortRevision(one.revision)), seen, done].join(" | ")} |`;
}
const tailBlock = (tail) => tail === undefined ? "" : `\n\n${block("text", tail).replaceAll(/^/gm, "  ")}`;

;// CONCATENATED MODULE: ./build/src/cluster/waiting/bell.js
class Bell {
    #isRung = false;
    #wake;
    ring() {
        this.#isRung = true;
        this.#wake?.();
    }
    async heard(milliseconds, clock, signal) {
        if (!this.#isRung) {
            const rung = new AbortController();
            this.#wake = () => rung.abort();
            const limit = Math.min(milliseconds, longestTimer);
            await clock.sleep(limit, AbortSignal.any([signal, rung.signal])).catch((error) => {
                if (!rung.signal.aborted)
                    throw error;
            });
            this.#wake = undefined;
        }
        this.#isRung = false;
    }
}
const longestTimer = 2 ** 31 - 1;
class Asked {
    #clock;
    #pause;
    #times = new Map();
    constructor(clock, pause) {
        this.#clock = clock;
        this.#pause = pause;
    }
    mayAsk(key, pause = this.#pause) {
        const last = this.#times.get(key);
        const now = this.#clock.now();
        if (last !== undefined && now - last < pause)
            return false;
        this.#times.set(key, now);
        return true;
    }
}

;// CONCATENATED MODULE: ./build/src/cluster/waiting/log-tail.js
const lines = "15";
async function readLogTail(api, key) {
    const [namespace = "", pod = "", container = ""] = key.split("/").map(encodeURIComponent);
    const path = `/api/v1/namespaces/${namespace}/pods/${pod}/log`;
    for (const previous of ["false", "true"]) {
        const query = { container: decodeURIComponent(container), tailLines: lines, previous };
        const answer = await api.ask({ method: "GET", path, query }).catch(() => undefined);
        if (answer?.status !== 200)
            continue;
        const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
        if (text.trim() !== "")
            return text.trimEnd();
    }
    return "";
}

;// CONCATENATED MODULE: ./build/src/cluster/waiting/outcome.js
const defaultPatience = { none: 20_000, little: 90_000 };
function outcome_judge({ applications, done }, before, now, patience) {
    const standing = new Map();
    let lookAgain;
    for (const application of applications) {
        for (const reason of application.reasons) {
            const limit = reason.hope === "good" ? undefined : patience[reason.hope];
            if (limit === undefined || !application.current)
                continue;
            const key = keyOf(application, reason);
            const since = before.get(key) ?? now;
            standing.set(key, since);
            if (now - since >= limit) {
                return { standing, outcome: { kind: "stuck", application: application.name, reason } };
            }
            lookAgain = Math.min(lookAgain ?? Infinity, since + limit);
        }
    }
    if (done)
        return { standing, outcome: { kind: "done" } };
    return { standing, outcome: { kind: "waiting", ...(lookAgain !== undefined && { lookAgain }) } };
}
const keyOf = ({ name }, { cause, resource = "", hope }) => `${name} ${cause} ${resource} ${hope}`;

// EXTERNAL MODULE: ./build/src/cluster/waiting/progress.js + 8 modules
var waiting_progress = __webpack_require__(57682);
;// CONCATENATED MODULE: ./build/src/cluster/waiting/times.js
function recordTimes(before, { applications }, elapsed) {
    const timeline = new Map(before);
    for (const { name, done, sync } of applications) {
        const known = timeline.get(name);
        if (known === undefined && sync === "Missing")
            continue;
        const { seen, first } = known ?? { seen: elapsed };
        const then = first === undefined ? {} : { first };
        timeline.set(name, done ? { seen, first: first ?? elapsed, done: known?.done ?? elapsed } : { seen, ...then });
    }
    return timeline;
}

// EXTERNAL MODULE: ./build/src/cluster/api/resource-paths.js
var resource_paths = __webpack_require__(87450);
// EXTERNAL MODULE: ./build/src/cluster/waiting/world.js
var waiting_world = __webpack_require__(18284);
;// CONCATENATED MODULE: ./build/src/cluster/waiting/watch-world.js



const argoKinds = new Set(["Application", "ApplicationSet"]);
async function watchWorld(namespace, { api, signal, onEvent, onDropped }) {
    const paths = (0,resource_paths/* resourcePaths */.H)(api);
    const listings = [];
    const watches = waiting_world/* watchedKinds */._.map(async ([kind, apiVersion]) => {
        const place = argoKinds.has(kind) ? { namespace } : {};
        const path = await paths.collection({ apiVersion, kind, ...place });
        if (path === undefined)
            throw new refusal/* ApiRefusal */.n5(kind, { status: 404, body: `it serves no ${kind} of ${apiVersion}` });
        return { kind, path };
    });
    const found = await Promise.all(watches);
    const running = found.map(({ kind, path }) => {
        const listing = Promise.withResolvers();
        listings.push(listing.promise);
        const watching = api.watch({
            path,
            ...(kind === "Event" && { query: { fieldSelector: "type=Warning" } }),
            onSet: (object) => onEvent({ type: "set", kind, object }),
            onGone: (object) => onEvent({ type: "gone", kind, object }),
            onListed: listing.resolve,
            onDropped,
        }, signal);
        watching.then(listing.resolve, listing.reject);
        return watching;
    });
    return { listed: Promise.all(listings).then(() => undefined), ended: Promise.all(running).then(() => undefined) };
}

;// CONCATENATED MODULE: ./build/src/cluster/waiting/wait.js







const settling = 50;
const askAgain = 15_000;
async function waitForApplications(options, ports) {
    const { clock, log, signal } = ports;
    const started = clock.now();
    const ended = new AbortController();
    const events = [];
    const bell = new Bell();
    const { listed, ended: watches } = await watchWorld(options.namespace, {
        api: ports.api,
        signal: AbortSignal.any([signal, ended.signal]),
        onEvent: (event) => {
            events.push(event);
            bell.ring();
        },
        onDropped: (why) => log.debug(`a watch was dropped and is taken up again: ${why}`),
    });
    let failure;
    watches.catch((error) => {
        failure = error;
        bell.ring();
    });
    const asked = new Asked(clock, askAgain);
    const revisions = new Map();
    const goal = { namespace: options.namespace, root: options.root, revisions, since: started };
    let [world, standing, timeline] = [(0,waiting_world/* emptyWorld */.wW)(), new Map(), new Map()];
    try {
        await listed;
        for (;;) {
            if (failure !== undefined)
                throw failure;
            signal.throwIfAborted();
            world = events.splice(0).reduce(waiting_world/* observe */.lB, world);
            await learnRevisions((0,waiting_progress/* progressOf */.j)(world, goal), revisions, asked, ports);
            const progress = (0,waiting_progress/* progressOf */.j)(world, goal);
            const elapsed = clock.now() - started;
            const judged = outcome_judge(progress, standing, clock.now(), options.patience ?? defaultPatience);
            standing = judged.standing;
            timeline = recordTimes(timeline, progress, elapsed);
            ports.onProgress(progress, elapsed);
            const { outcome } = judged;
            const fetched = await readTails(progress, asked, ports);
            events.push(...fetched);
            if (outcome.kind !== "waiting" && fetched.length === 0)
                return { outcome, progress, timeline, world, elapsed };
            if (elapsed >= options.timeLimit) {
                return { outcome: { kind: "time-limit" }, progress, timeline, world, elapsed };
            }
            await refreshBehind(progress, options.namespace, asked, ports);
            if (events.length > 0)
                continue;
            const lookAgain = outcome.kind === "waiting" ? (outcome.lookAgain ?? Infinity) : clock.now();
            const isBehind = progress.applications.some(({ behind }) => behind.length > 0);
            const askedLater = isBehind ? clock.now() + askAgain : Infinity;
            const until = Math.min(started + options.timeLimit, lookAgain, askedLater);
            await bell.heard(Math.max(0, until - clock.now()), clock, signal);
            await clock.sleep(settling, signal);
        }
    }
    finally {
        ended.abort();
        await watches.catch(() => undefined);
    }
}
async function learnRevisions({ applications }, revisions, asked, { resolve }) {
    const wanted = new Map(applications.flatMap(({ sources, behind }) => sources
        .filter((source) => behind.includes(source) || !revisions.has((0,waiting_progress/* revisionKey */.d)(source)))
        .map((source) => [(0,waiting_progress/* revisionKey */.d)(source), source])));
    for (const [key, { repoURL, targetRevision }] of wanted) {
        if (!asked.mayAsk(`revision ${key}`))
            continue;
        const commit = await resolve(repoURL, targetRevision === "" ? "HEAD" : targetRevision);
        if (commit !== undefined)
            revisions.set(key, commit);
    }
}
async function refreshBehind({ applications }, namespace, asked, ports) {
    for (const { name, behind, operation, revision } of applications) {
        if (behind.length === 0 || revision === "" || operation !== undefined || !asked.mayAsk(`refresh ${name}`))
            continue;
        ports.log.debug(`${name} is behind Git: Argo CD is asked to look`);
        const annotations = { "argocd.argoproj.io/refresh": "normal" };
        const ref = { apiVersion: "argoproj.io/v1alpha1", kind: "Application", namespace, name };
        await ports.objects.mergePatch(ref, { metadata: { annotations } });
    }
}
async function readTails({ applications }, asked, { api }) {
    const keys = new Set(applications.flatMap(({ reasons }) => reasons.flatMap(({ log }) => log ?? [])));
    const fresh = [...keys].filter((key) => asked.mayAsk(`log ${key}`, Infinity));
    return Promise.all(fresh.map(async (key) => ({ type: "log", key, tail: await readLogTail(api, key) })));
}

;// CONCATENATED MODULE: ./build/src/bootstrap.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});























async function bootstrap(options, ports) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const deadline = ports.clock.now() + options.timeLimit;
        const { environment, platform } = await (0,bootstrap_environment/* readDeclared */.D)(options.root, options.environment);
        const { namespace } = platform;
        const installation = await readInstallation(environment, namespace, options, ports);
        const access = __addDisposableResource(env_1, await ports.connect(environment), true);
        const api = (0,patience/* patientApi */.s)(await (0,client/* openApi */.N)(access.kubeconfig), ports);
        const objects = (0,api_objects/* openObjects */.dV)(api);
        const repository = options.credentials === undefined
            ? {}
            : { repository: repositorySecret(platform.repoURL, options.credentials, namespace) };
        const declared = { ...platform, installation, ...repository };
        const work = { ...ports, api, objects, deadline };
        const before = await prepareNamespace(declared, work, options);
        const identity = { name: "slipway-bootstrap", namespace, identity: options.identity, ifBusy: options.ifBusy };
        const lease = __addDisposableResource(env_1, await holdLease(identity, { ...ports, api }), true);
        const signal = AbortSignal.any([ports.signal, lease.lost]);
        const held = { ...work, signal };
        const steps = [
            ...before,
            ...(await orDiagnosis(() => install(declared, environment, options, held), namespace, options, held)),
        ];
        ports.onSection("Waiting for the Applications");
        const waited = await waitForApplications({
            namespace,
            root: platform.root,
            timeLimit: Math.max(0, deadline - ports.clock.now()),
            ...(options.patience && { patience: options.patience }),
        }, { ...held, resolve: (0,revisions/* revisionResolver */.k)(ports) });
        const hosts = hostsOf(waited.world, options.webPort === undefined ? {} : { port: options.webPort });
        const { version, flavour } = environment.spec.argocd;
        const result = { environment: environment.metadata.name, argocd: { version, flavour }, steps, waited, hosts };
        if (waited.outcome.kind === "done")
            return result;
        const told = { headline: headline(waited, options.environment), progress: waited.progress, world: waited.world };
        await writeDiagnosis(told, namespace, options, held);
        return { ...result, failure: failureOf(waited, options), diagnosisFile: options.diagnosisFile };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function prepareNamespace(declared, work, options) {
    const plan = planInstallation(await observeStages(work.objects, stagesOf(declared).slice(0, 1)));
    await performPlan(plan, { ...work, rotateAdmin: async () => undefined }, options);
    return plan.steps;
}
async function install(declared, { spec }, options, work) {
    const { objects, log, clock, randomPassword } = work;
    const { namespace } = declared;
    const { flavour, version } = spec.argocd;
    work.onSection(`Argo CD ${version} (${flavour})`);
    const settings = await objects.get({ apiVersion: "v1", kind: "ConfigMap", namespace, name: "argocd-cm" });
    const installation = withSettings(declared.installation, settings);
    const plan = planInstallation(await observeStages(objects, stagesOf({ ...declared, installation })));
    if (plan.steps.length === 0)
        log.info("everything is as declared; nothing to apply");
    const admin = { namespace, ...(options.adminPassword !== undefined && { password: options.adminPassword }) };
    const rotate = () => rotateAdmin(admin, { objects, now: () => clock.now(), randomPassword });
    await performPlan(plan, { ...work, rotateAdmin: rotate }, options);
    if (flavour === "core")
        return plan.steps;
    const steps = await planAdmin(admin, objects);
    await performPlan({ steps, conflicts: [], refused: [] }, { ...work, rotateAdmin: rotate }, options);
    return [...plan.steps, ...steps];
}
async function orDiagnosis(doing, namespace, options, work) {
    try {
        return await doing();
    }
    catch (error) {
        if (!(error instanceof model_error/* SlipwayError */.GQ) || error.code !== "SLW-TIME-LIMIT")
            throw error;
        const world = await (0,gather/* snapshotWorld */.D)(work.objects);
        await writeDiagnosis({ headline: error.message, world }, namespace, options, work);
        throw new model_error/* SlipwayError */.GQ(error.code, error.message, { hint: diagnosisHint(options), cause: error });
    }
}
async function writeDiagnosis(told, namespace, { diagnosisFile }, { objects, clock }) {
    const surroundings = await (0,gather/* gatherSurroundings */.x)(objects, namespace);
    const text = diagnosisMarkdown({ ...told, at: new Date(clock.now()).toISOString(), surroundings });
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(diagnosisFile), { recursive: true });
    await (0,promises_.writeFile)(diagnosisFile, `${text}\n`, { mode: 0o600 });
}
const diagnosisHint = ({ diagnosisFile }) => `${diagnosisFile} has everything that was known at the end`;
function failureOf(waited, options) {
    const hint = diagnosisHint(options);
    if (waited.outcome.kind === "stuck") {
        const { application, reason } = waited.outcome;
        return new model_error/* SlipwayError */.GQ("SLW-STUCK", `${application}: ${(0,waiting_text/* describeReason */.Gk)(reason)}`, { hint });
    }
    const waiting = waited.progress.applications.filter(({ done }) => !done).map(({ name }) => name);
    return new model_error/* SlipwayError */.GQ("SLW-TIME-LIMIT", `${headline(waited, options.environment)}: ${waiting.join(", ")}`, {
        hint,
    });
}

;// CONCATENATED MODULE: ./build/src/cluster/install/credentials-input.js

const names = {
    deployKey: "SLIPWAY_DEPLOY_KEY",
    token: "SLIPWAY_REPOSITORY_TOKEN",
    appId: "SLIPWAY_GITHUB_APP_ID",
    installationId: "SLIPWAY_GITHUB_APP_INSTALLATION_ID",
    appKey: "SLIPWAY_GITHUB_APP_PRIVATE_KEY",
};
function credentialsFrom(env) {
    const given = (name) => (env[name]?.trim() ? env[name] : undefined);
    const [deployKey, token, appId] = [given(names.deployKey), given(names.token), given(names.appId)];
    const [installationId, appKey] = [given(names.installationId), given(names.appKey)];
    const app = [appId, installationId, appKey];
    const kinds = [deployKey, token, app.find((part) => part !== undefined)].filter((one) => one !== undefined);
    if (kinds.length > 1) {
        throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", "more than one kind of repository credentials is given", {
            hint: `give one of ${names.deployKey}, ${names.token}, or the three of a GitHub App`,
        });
    }
    if (deployKey !== undefined)
        return { kind: "deploy-key", privateKey: withLineEnd(deployKey) };
    if (token !== undefined)
        return { kind: "token", username: "x-access-token", token };
    if (appId !== undefined && installationId !== undefined && appKey !== undefined) {
        return { kind: "github-app", appId, installationId, privateKey: withLineEnd(appKey) };
    }
    if (kinds.length === 0)
        return undefined;
    throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", "the GitHub App is given in part", {
        hint: `${names.appId}, ${names.installationId} and ${names.appKey} go together`,
    });
}
const withLineEnd = (key) => (key.endsWith("\n") ? key : `${key}\n`);

// EXTERNAL MODULE: ./build/src/cli/cluster-access.js
var cluster_access = __webpack_require__(98281);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/src/cli/progress-view.js



function progressView(terminal) {
    const paint = terminal.colour ? style.coloured : style.plain;
    let last;
    let height = 0;
    const clear = () => {
        if (height > 0)
            terminal.err(`\u001B[${height}A\u001B[J`);
        height = 0;
    };
    return {
        clear,
        onProgress(progress, elapsed) {
            const changes = (0,waiting_text/* changeLines */.Ow)(last, progress, elapsed, paint);
            last = progress;
            if (changes.length === 0)
                return;
            if (!terminal.live)
                return terminal.err(`${changes.join("\n")}\n`);
            const lines = (0,waiting_text/* treeLines */.Ww)(progress, paint).map((line) => clipped(line, terminal.width ?? 80));
            clear();
            terminal.err(`${lines.join("\n")}\n`);
            height = lines.length;
        },
    };
}
const clipped = (line, width) => {
    const bare = (0,external_node_util_.stripVTControlCharacters)(line);
    return bare.length < width ? line : `${bare.slice(0, width - 2)}…`;
};

// EXTERNAL MODULE: ./build/src/cli/run-options.js
var run_options = __webpack_require__(80490);
;// CONCATENATED MODULE: ./build/src/cli/bootstrap-command.js










async function runBootstrap(environment, options, terminal, signal, webPort) {
    const { env } = terminal;
    const view = progressView(terminal);
    const credentials = credentialsFrom(env);
    const password = env["SLIPWAY_ARGOCD_PASSWORD"];
    const result = await bootstrap({
        root: options.root,
        environment,
        ifBusy: options.ifBusy,
        conflicts: options.takeOver ? "take-over" : "report",
        timeLimit: options.timeLimit * 60_000,
        identity: `${env["USER"] ?? "somebody"} on ${(0,external_node_os_.hostname)()} (${(0,external_node_crypto_.randomBytes)(3).toString("hex")})`,
        diagnosisFile: options.diagnosis,
        ...(credentials !== undefined && { credentials }),
        ...(password !== undefined && password !== "" && { adminPassword: password }),
        ...(options.argocdMirror !== undefined && { argocdMirror: options.argocdMirror }),
        ...(webPort !== undefined && { webPort }),
    }, {
        ...(0,run_options/* runPorts */.G)(terminal, signal, undefined),
        connect: (0,cluster_access/* accessBy */.c)(options, "settle", terminal, signal),
        randomPassword: () => (0,external_node_crypto_.randomBytes)(24).toString("base64url"),
        onSection: (title) => terminal.err(`${title}\n`),
        onProgress: view.onProgress,
    }).finally(view.clear);
    terminal.out(bootstrapText(result, terminal));
    if (result.failure === undefined)
        return 0;
    throw result.failure;
}
function bootstrapText(result, terminal) {
    const paint = terminal.colour ? style.coloured : style.plain;
    const steps = result.steps.length === 0 ? "nothing had to be changed" : `${result.steps.length} steps taken`;
    const hosts = result.hosts.map(({ url, login }) => `  ${url}${login === undefined ? "" : `  (${login})`}`);
    return [
        ...(0,waiting_text/* treeLines */.Ww)(result.waited.progress, paint),
        "",
        `${headline(result.waited, result.environment)}; ${steps}`,
        ...hosts,
        "",
    ].join("\n");
}


/***/ })

};
