export const id = 193;
export const ids = [193];
export const modules = {

/***/ 74193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runBaseline: () => (/* binding */ runBaseline)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _run_settle_baseline_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96512);
/* harmony import */ var _validate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76386);
/* harmony import */ var _progress_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10069);
/* harmony import */ var _run_options_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80490);






async function runBaseline(options, terminal, signal) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(options.root, _run_settle_baseline_js__WEBPACK_IMPORTED_MODULE_2__/* .baselineFile */ ._S);
    const before = (0,_run_settle_baseline_js__WEBPACK_IMPORTED_MODULE_2__/* .readBaseline */ .mF)({ read: () => bytesOf(file) });
    const progress = (0,_progress_js__WEBPACK_IMPORTED_MODULE_4__/* .progressLine */ .o)(terminal);
    const { report } = await (0,_validate_js__WEBPACK_IMPORTED_MODULE_3__/* .validate */ .t)({ ...(0,_run_options_js__WEBPACK_IMPORTED_MODULE_5__/* .runOptions */ .K)(options), failOn: "never", withoutBaseline: true }, (0,_run_options_js__WEBPACK_IMPORTED_MODULE_5__/* .runPorts */ .G)(terminal, signal, progress.onProgress)).finally(progress.clear);
    const { findings } = report;
    const after = options.update && before !== undefined ? (0,_run_settle_baseline_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutFixed */ .fm)(before, findings) : (0,_run_settle_baseline_js__WEBPACK_IMPORTED_MODULE_2__/* .baselineOf */ .Bv)(findings);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(file, textOf(after));
    const fixed = before === undefined ? 0 : countOf(before) - countOf((0,_run_settle_baseline_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutFixed */ .fm)(before, findings));
    terminal.out(`wrote ${_run_settle_baseline_js__WEBPACK_IMPORTED_MODULE_2__/* .baselineFile */ ._S}: ${findingsIn(after)}${fixed > 0 ? `, ${fixed} fixed` : ""}\n`);
    return 0;
}
const countOf = ({ findings }) => findings.reduce((sum, { count }) => sum + count, 0);
const findingsIn = (baseline) => countOf(baseline) === 1 ? "1 finding" : `${countOf(baseline)} findings`;
function textOf({ version, findings }) {
    const entries = findings.map((one) => `\n    ${JSON.stringify(one)}`).join(",");
    const schema = "https://raw.githubusercontent.com/slipway-dev/slipway/main/schemas/baseline.v1.json";
    const list = entries === "" ? "[]" : `[${entries}\n  ]`;
    return `{\n  "$schema": ${JSON.stringify(schema)},\n  "version": ${version},\n  "findings": ${list}\n}\n`;
}
function bytesOf(file) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
