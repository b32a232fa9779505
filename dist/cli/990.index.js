export const id = 990;
export const ids = [990,392];
export const modules = {

/***/ 87990:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runRender: () => (/* binding */ runRender)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81729);
/* harmony import */ var _render_only_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25392);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(10069);
/* harmony import */ var _run_options_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80490);





async function runRender(name, options, terminal, signal) {
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_3__/* .progressLine */ .o)(terminal);
    const applications = await (0,_render_only_js__WEBPACK_IMPORTED_MODULE_2__.renderOnly)((0,_run_options_js__WEBPACK_IMPORTED_MODULE_4__/* .runOptions */ .K)(options), (0,_run_options_js__WEBPACK_IMPORTED_MODULE_4__/* .runPorts */ .G)(terminal, signal, progress.onProgress)).finally(progress.clear);
    const chosen = name === undefined ? applications : applications.filter(({ report }) => names(report).includes(name));
    if (chosen.length === 0) {
        throw new _model_error_js__WEBPACK_IMPORTED_MODULE_1__/* .SlipwayError */ .GQ("SLW-USAGE", `There is no Application "${name ?? ""}"`, {
            hint: `There is: ${applications.map(({ report }) => report.name).join(", ") || "none at all"}`,
        });
    }
    for (const { report, rendered } of chosen) {
        if (report.reason !== undefined)
            terminal.err(`${report.name}: ${report.reason}\n`);
        const style = { lineWidth: 0, version: "1.1" };
        for (const { manifest } of rendered.resources)
            terminal.out(`---\n${(0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .stringify */ .As)(manifest, style)}`);
    }
    return chosen.some(({ report }) => report.status === "failed" || report.status === "not-rendered") ? 1 : 0;
}
const names = ({ name, sources }) => [name, ...sources];


/***/ }),

/***/ 25392:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   renderOnly: () => (/* binding */ renderOnly)
/* harmony export */ });
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66417);
/* harmony import */ var _run_fetching_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14971);
/* harmony import */ var _run_outside_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30680);
/* harmony import */ var _run_render_side_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(81578);
/* harmony import */ var _run_results_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39109);
/* harmony import */ var _run_stores_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79245);
/* harmony import */ var _run_workspace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81994);







async function renderOnly(options, ports) {
    const engines = (0,_engine_index_js__WEBPACK_IMPORTED_MODULE_0__/* .openEngines */ .Uj)(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs });
    try {
        const workspace = await (0,_run_workspace_js__WEBPACK_IMPORTED_MODULE_6__/* .openWorkspace */ .O)(options, ports);
        const outside = (0,_run_outside_js__WEBPACK_IMPORTED_MODULE_2__/* .openOutside */ .A9)(options.root, (0,_run_fetching_js__WEBPACK_IMPORTED_MODULE_1__/* .openSources */ .Hv)(workspace.head, options, ports));
        const results = (0,_run_results_js__WEBPACK_IMPORTED_MODULE_4__/* .openResults */ .B)((0,_run_stores_js__WEBPACK_IMPORTED_MODULE_5__/* .openStores */ .j)(options, ports).results(), workspace.head);
        const { applications } = await (0,_run_render_side_js__WEBPACK_IMPORTED_MODULE_3__/* .renderSide */ .a)(workspace.head, { workspace, engines, outside, results });
        results.keep();
        return applications;
    }
    finally {
        await engines.close();
    }
}


/***/ })

};
