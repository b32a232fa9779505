export const id = 661;
export const ids = [661];
export const modules = {

/***/ 8661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runRender: () => (/* binding */ runRender)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/model/error.js
var error = __webpack_require__(1729);
// EXTERNAL MODULE: ./build/src/engine/index.js + 18 modules
var engine = __webpack_require__(6417);
// EXTERNAL MODULE: ./build/src/run/fetching.js
var fetching = __webpack_require__(4971);
// EXTERNAL MODULE: ./build/src/run/render-side.js + 73 modules
var render_side = __webpack_require__(5704);
// EXTERNAL MODULE: ./build/src/run/results.js + 2 modules
var run_results = __webpack_require__(9109);
// EXTERNAL MODULE: ./build/src/run/workspace.js + 1 modules
var run_workspace = __webpack_require__(7365);
;// CONCATENATED MODULE: ./build/src/render-only.js





async function renderOnly(options, ports) {
    const engines = (0,engine/* openEngines */.Uj)(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs });
    try {
        const workspace = await (0,run_workspace/* openWorkspace */.O)(options, ports);
        const sources = (0,fetching/* openSources */.Hv)(workspace.head, options, ports);
        const results = (0,run_results/* openResults */.B)(options, ports, workspace.head);
        const { applications } = await (0,render_side/* renderSide */.a)(workspace.head, { workspace, engines, sources, results });
        results.keep();
        return applications;
    }
    finally {
        await engines.close();
    }
}

// EXTERNAL MODULE: ./build/src/cli/progress.js
var cli_progress = __webpack_require__(69);
// EXTERNAL MODULE: ./build/src/cli/run-options.js
var run_options = __webpack_require__(490);
;// CONCATENATED MODULE: ./build/src/cli/render-command.js





async function runRender(name, options, terminal, signal) {
    const progress = (0,cli_progress/* progressLine */.o)(terminal);
    const applications = await renderOnly((0,run_options/* runOptions */.K)(options), (0,run_options/* runPorts */.G)(terminal, signal, progress.onProgress)).finally(progress.clear);
    const chosen = name === undefined ? applications : applications.filter(({ report }) => names(report).includes(name));
    if (chosen.length === 0) {
        throw new error/* SlipwayError */.GQ("SLW-USAGE", `There is no Application "${name ?? ""}"`, {
            hint: `There is: ${applications.map(({ report }) => report.name).join(", ") || "none at all"}`,
        });
    }
    for (const { report, rendered } of chosen) {
        if (report.reason !== undefined)
            terminal.err(`${report.name}: ${report.reason}\n`);
        const style = { lineWidth: 0, version: "1.1" };
        for (const { manifest } of rendered.resources)
            terminal.out(`---\n${(0,dist/* stringify */.As)(manifest, style)}`);
    }
    return chosen.some(({ report }) => report.status === "failed" || report.status === "not-rendered") ? 1 : 0;
}
const names = ({ name, sources }) => [name, ...sources];


/***/ })

};
