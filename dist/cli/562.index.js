export const id = 562;
export const ids = [562];
export const modules = {

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


/***/ })

};
