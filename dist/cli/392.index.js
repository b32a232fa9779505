export const id = 392;
export const ids = [392];
export const modules = {

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
