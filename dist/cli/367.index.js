export const id = 367;
export const ids = [367,562];
export const modules = {

/***/ 85367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runK3sLock: () => (/* binding */ runK3sLock)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79157);
/* harmony import */ var _environments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74715);
/* harmony import */ var _k3s_lock_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41120);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(81729);
/* harmony import */ var _server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80205);
/* harmony import */ var _server_k3s_lock_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(68634);
/* harmony import */ var _lock_command_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78562);









async function runK3sLock({ root, offline, update, k3sMirror }, terminal, signal) {
    const environments = (0,_environments_js__WEBPACK_IMPORTED_MODULE_3__/* .valid */ .rZ)(await (0,_environments_js__WEBPACK_IMPORTED_MODULE_3__/* .checkedEnvironments */ .ID)(root), undefined).map(({ environment }) => environment);
    const { lock: current, text } = await (0,_k3s_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .readK3sLock */ .ve)(root);
    const download = (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .downloadBy */ .O)(fetch, signal);
    const mirror = k3sMirror?.replace(/\/+$/, "");
    const places = mirror === undefined ? undefined : { releases: mirror, sources: mirror };
    const pin = async (version) => {
        if (offline)
            throw new _model_error_js__WEBPACK_IMPORTED_MODULE_5__/* .SlipwayError */ .GQ("SLW-SOURCE", "not pinned, because --offline was given");
        return (0,_server_k3s_lock_js__WEBPACK_IMPORTED_MODULE_7__/* .pinRelease */ .$5)(version, download, places);
    };
    const versions = (0,_k3s_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .k3sVersions */ .B2)(environments);
    const plan = await (0,_k3s_lock_js__WEBPACK_IMPORTED_MODULE_4__/* .planK3sLock */ .aF)({ current, versions, pinned: update === false ? "keep" : "read anew" }, pin);
    for (const change of plan.changes)
        terminal.out(`${(0,_lock_command_js__WEBPACK_IMPORTED_MODULE_8__/* .describe */ .q)(change)}\n`);
    const isEmpty = Object.keys(plan.lock.releases).length === 0;
    const wanted = isEmpty && text === undefined ? undefined : (0,_server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_6__/* .formatK3sLock */ .gg)(plan.lock);
    if (wanted !== undefined && wanted !== text) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, _server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_6__/* .k3sLockFile */ .Fw);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, wanted);
        terminal.out(`wrote ${_server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_6__/* .k3sLockFile */ .Fw}\n`);
    }
    else if (versions.length === 0)
        terminal.out("no Environment has servers that slipway installs k3s on\n");
    else
        terminal.out(text === undefined ? `${_server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_6__/* .k3sLockFile */ .Fw} was not written\n` : `${_server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_6__/* .k3sLockFile */ .Fw} stays as it is\n`);
    return plan.changes.some(({ kind }) => kind === "failed") ? _model_error_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .hS.outside : _model_error_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .hS.fine;
}


/***/ }),

/***/ 78562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ describe),
  runLock: () => (/* binding */ runLock)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/src/engine/index.js + 18 modules
var engine = __webpack_require__(66417);
// EXTERNAL MODULE: ./build/src/gitops/sources.js + 41 modules
var gitops_sources = __webpack_require__(44178);
// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(81729);
// EXTERNAL MODULE: ./build/src/run/fetching.js
var fetching = __webpack_require__(14971);
// EXTERNAL MODULE: ./build/src/run/outside.js
var outside = __webpack_require__(30680);
// EXTERNAL MODULE: ./build/src/run/render-side.js + 67 modules
var render_side = __webpack_require__(81578);
// EXTERNAL MODULE: ./build/src/run/results.js + 2 modules
var run_results = __webpack_require__(39109);
// EXTERNAL MODULE: ./build/src/run/workspace.js
var run_workspace = __webpack_require__(81994);
;// CONCATENATED MODULE: ./build/src/lock.js








async function planSources(options, ports) {
    const engines = (0,engine/* openEngines */.Uj)();
    try {
        const workspace = await (0,run_workspace/* openWorkspace */.O)(options, ports);
        const sources = (0,fetching/* openSources */.Hv)(workspace.head, options, ports);
        const charts = [];
        const git = [];
        const files = [];
        const noting = {
            chart: (ref) => {
                charts.push(ref);
                return sources.chart(ref);
            },
            file: (url) => {
                files.push({ url });
                return sources.file(url);
            },
            git: (repoURL, revision) => {
                git.push({ repoURL, revision });
                return sources.git(repoURL, revision);
            },
            resolver: sources.resolver,
        };
        const results = (0,run_results/* openResults */.B)(undefined, workspace.head);
        await (0,render_side/* renderSide */.a)(workspace.head, { workspace, engines, outside: (0,outside/* openOutside */.A9)(options.root, noting), results });
        const current = (0,fetching/* lockOf */.Vx)(workspace.head) ?? gitops_sources/* emptyLock */.Vc;
        const needed = { charts, git, files };
        checkNames(options.update, needed);
        return await (0,gitops_sources/* planLock */.$Z)(current, needed, sources.resolver, { update: options.update });
    }
    finally {
        await engines.close();
    }
}
function checkNames(update, { charts, git, files }) {
    if (typeof update === "boolean")
        return;
    const known = [...charts, ...git, ...files].map(gitops_sources/* namesOf */.eZ);
    const absent = update.filter((name) => !known.some((names) => names.includes(name)));
    if (absent.length === 0)
        return;
    const names = [...new Set(known.flatMap(([name]) => name ?? []))].toSorted((a, b) => (a < b ? -1 : 1));
    throw new error/* SlipwayError */.GQ("SLW-USAGE", `no source from elsewhere is called ${absent.join(" or ")}`, {
        hint: names.length === 0 ? "nothing here comes from elsewhere" : `there are ${names.join(", ")}`,
    });
}

// EXTERNAL MODULE: ./build/src/cli/progress.js
var cli_progress = __webpack_require__(10069);
// EXTERNAL MODULE: ./build/src/cli/run-options.js
var run_options = __webpack_require__(80490);
;// CONCATENATED MODULE: ./build/src/cli/lock-command.js






const marks = { added: "+", updated: "~", removed: "-", kept: " ", failed: "!" };
async function runLock(options, terminal, signal) {
    const progress = (0,cli_progress/* progressLine */.o)(terminal);
    const run = (0,run_options/* runOptions */.K)(options);
    const plan = await planSources({ ...run, update: options.update }, (0,run_options/* runPorts */.G)(terminal, signal, progress.onProgress)).finally(progress.clear);
    for (const change of plan.changes)
        terminal.out(`${describe(change)}\n`);
    if (plan.changes.some(({ kind }) => kind === "added" || kind === "updated" || kind === "removed")) {
        const { writeLock } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 44178));
        const file = (0,external_node_path_.join)(options.root, fetching/* lockFile */.Ke);
        await writeLock(file, plan.lock, textOf(file));
        terminal.out(`wrote ${fetching/* lockFile */.Ke}\n`);
    }
    else
        terminal.out(`${fetching/* lockFile */.Ke} stays as it is\n`);
    return plan.changes.some(({ kind }) => kind === "failed") ? 3 : 0;
}
function describe({ kind, name, from, to, reason }) {
    const pins = [from, to].filter((pin) => pin !== undefined).join(" → ");
    return `${marks[kind]} ${name}${pins === "" ? "" : `  ${pins}`}${reason === undefined ? "" : `  ${reason}`}`;
}
function textOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, "utf8");
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 79157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ downloadBy)
/* harmony export */ });
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81729);

const limit = 300_000;
function downloadBy(fetch, signal) {
    return async (url) => {
        const time = AbortSignal.timeout(limit);
        try {
            const response = await fetch(new URL(url), { signal: AbortSignal.any([signal, time]) });
            if (response.ok)
                return new Uint8Array(await response.arrayBuffer());
            throw new _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ("SLW-SOURCE", `${url} answered ${response.status}`);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ)
                throw error;
            const why = time.aborted ? `did not arrive within ${limit / 1000} s` : `could not be read: ${wordsOf(error)}`;
            throw new _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .SlipwayError */ .GQ("SLW-SOURCE", `${url} ${why}`, { hint: "is it reachable from here?", cause: error });
        }
    };
}
function wordsOf(error) {
    if (!(error instanceof Error))
        return String(error);
    return error.cause instanceof Error ? wordsOf(error.cause) : error.message;
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

/***/ 41120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ k3sVersions),
/* harmony export */   aF: () => (/* binding */ planK3sLock),
/* harmony export */   ve: () => (/* binding */ readK3sLock)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81729);
/* harmony import */ var _server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80205);




async function readK3sLock(root) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, _server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_3__/* .k3sLockFile */ .Fw), "utf8").catch((error) => {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    });
    return text === undefined ? { lock: { releases: {} } } : { lock: (0,_server_k3s_lock_file_js__WEBPACK_IMPORTED_MODULE_3__/* .parseK3sLock */ .Qp)(text), text };
}
function k3sVersions(environments) {
    const made = environments.filter(({ spec }) => spec.server.provider !== "none");
    return [...new Set(made.map(({ spec }) => spec.kubernetes.version))].toSorted();
}
async function planK3sLock({ current, versions, pinned }, pin) {
    const releases = {};
    const changes = [];
    for (const version of versions) {
        const before = current.releases[version];
        const name = `k3s ${version}`;
        const after = before && pinned === "keep" ? before : await pin(version).catch(reasonOf);
        const release = typeof after === "string" ? before : after;
        if (release)
            releases[version] = release;
        changes.push(typeof after === "string" ? { kind: "failed", name, reason: after } : changeOf(name, before, after));
    }
    for (const version of Object.keys(current.releases)) {
        if (!versions.includes(version))
            changes.push({ kind: "removed", name: `k3s ${version}` });
    }
    return { lock: { releases }, changes };
}
function changeOf(name, before, after) {
    const to = hashesOf(after);
    if (before === undefined)
        return { kind: "added", name, to };
    if (JSON.stringify(before) === JSON.stringify(after))
        return { kind: "kept", name };
    return { kind: "updated", name, from: hashesOf(before), to };
}
function hashesOf({ installer, binaries }) {
    const files = Object.entries({ ...binaries, installer });
    return files.flatMap(([file, pin]) => (pin ? `${file} ${pin.sha256.slice(0, 12)}` : [])).join(", ");
}
function reasonOf(error) {
    if (error instanceof _model_error_js__WEBPACK_IMPORTED_MODULE_2__/* .SlipwayError */ .GQ)
        return error.message;
    throw error;
}


/***/ }),

/***/ 80205:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ k3sLockFile),
/* harmony export */   Qp: () => (/* binding */ parseK3sLock),
/* harmony export */   gg: () => (/* binding */ formatK3sLock)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2503);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81729);
/* harmony import */ var _lock_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68634);




const k3sLockFile = "manifests/k3s.lock.yaml";
const head = { apiVersion: "slipway.dev/v1alpha1", kind: "K3sLock" };
const schema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    apiVersion: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(head.apiVersion),
    kind: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(head.kind),
    ..._lock_js__WEBPACK_IMPORTED_MODULE_2__/* .k3sLockSchema */ .m_.shape,
});
function parseK3sLock(text) {
    const parsed = schema.safeParse(yamlOf(text));
    if (parsed.success)
        return { releases: parsed.data.releases };
    throw notValid(parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("\n"));
}
function yamlOf(text) {
    try {
        return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parse */ .qg)(text);
    }
    catch (error) {
        throw notValid(error instanceof Error ? error.message : String(error));
    }
}
const notValid = (what) => new _model_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ("SLW-CONFIG", `${k3sLockFile}: ${what}`, {
    hint: "`slipway lock --k3s` writes it anew once it is gone",
});
const header = '# Written by "slipway lock --k3s": the files that k3s is installed from, pinned to their content.\n\n';
function formatK3sLock({ releases }) {
    const sorted = Object.fromEntries(Object.entries(releases).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    return header + (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)({ ...head, releases: sorted }, { lineWidth: 0 });
}


/***/ }),

/***/ 68634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ pinRelease),
/* harmony export */   Nu: () => (/* binding */ pinnedReleaseOf),
/* harmony export */   OF: () => (/* binding */ pinnedFiles),
/* harmony export */   m_: () => (/* binding */ k3sLockSchema),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2503);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81729);



const architectures = ["amd64", "arm64"];
const pinnedFile = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    url: zod__WEBPACK_IMPORTED_MODULE_2__/* .url */ .OZ5().describe("Where the file is."),
    sha256: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
        .regex(/^[0-9a-f]{64}$/)
        .describe("Its SHA-256; another file is refused."),
});
const pinnedRelease = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    installer: pinnedFile.describe("The install script, as of the release's tag."),
    binaries: zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ amd64: pinnedFile, arm64: pinnedFile })
        .partial()
        .describe("The program, by architecture."),
});
const k3sLockSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ releases: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), pinnedRelease) });
function pinnedFiles(lock, version, architecture) {
    const { installer, binaries } = pinnedReleaseOf(lock, version);
    const binary = binaries[architecture];
    if (binary)
        return { installer, binary };
    throw notPinned(`k3s ${version} on ${architecture}`, lock);
}
function pinnedReleaseOf(lock, version) {
    const release = lock.releases[version];
    if (release)
        return release;
    throw notPinned(`k3s ${version}`, lock);
}
const notPinned = (what, { releases }) => new _model_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ("SLW-K3S-HASH", `no hashes are pinned for ${what}; there are: ${Object.keys(releases).join(", ") || "none"}`, {
    hint: "`slipway lock --k3s` pins what the Environments declare; look at the change, commit it, and run this again",
});
const official = {
    releases: "https://github.com/k3s-io/k3s/releases/download",
    sources: "https://raw.githubusercontent.com/k3s-io/k3s",
};
const binaryNames = { amd64: "k3s", arm64: "k3s-arm64" };
async function pinRelease(version, download, { releases, sources } = official) {
    const tag = encodeURIComponent(version);
    const installerUrl = `${sources}/${tag}/install.sh`;
    const installer = { url: installerUrl, sha256: sha256(await download(installerUrl)) };
    const binaries = await Promise.all(architectures.map(async (architecture) => {
        const sums = new TextDecoder().decode(await download(`${releases}/${tag}/sha256sum-${architecture}.txt`));
        const name = binaryNames[architecture];
        return [architecture, { url: `${releases}/${tag}/${name}`, sha256: hashOf(sums, name, version) }];
    }));
    return pinnedRelease.parse({ installer, binaries: Object.fromEntries(binaries) });
}
function hashOf(sums, name, version) {
    const found = sums
        .split("\n")
        .map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line.trim()))
        .find((match) => match?.[2] === name);
    if (found?.[1])
        return found[1];
    throw new _model_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ("SLW-K3S-HASH", `the release ${version} has no hash of ${name}`);
}
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex");


/***/ })

};
