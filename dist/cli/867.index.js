export const id = 867;
export const ids = [867,254];
export const modules = {

/***/ 6867:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var _model_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1729);
/* harmony import */ var _model_rule_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8073);
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2254);



const meanings = {
    "SLW-USAGE": "An option or argument is not one slipway has, or not a value it takes. See slipway --help.",
    "SLW-CONFIG": "slipway.yaml or the chart lock file is not valid. Mend the line that is named.",
    "SLW-NODE": "Node is older than 22.15. Install a newer one.",
    "SLW-BASE": "The base revision is not in this clone. Set fetch-depth: 0 on actions/checkout, or the depth that is named.",
    "SLW-GIT": "Git could not be run, or refused. Its own words are in the message.",
    "SLW-SOURCE": "A chart or repository could not be had. Check its address and the credentials.",
    "SLW-GITHUB": "GitHub did not answer as it should. Run again; the request id is in the message.",
    "SLW-ENGINE": "An engine is missing or damaged. Install slipway again; if it stays, report it.",
};
function explain(name, terminal) {
    const rule = _rules_js__WEBPACK_IMPORTED_MODULE_1__.allRules[name];
    if (rule) {
        terminal.out(`${name} (${rule[0]})\n${rule[1]}.\n${(0,_model_rule_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleDocs */ .y)(name)}\n`);
        return _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.fine;
    }
    const code = name.toUpperCase();
    if (isErrorCode(code)) {
        terminal.out(`${code} (exit ${_model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCodes */ .fv[code]})\n${meanings[code]}\n`);
        return _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.fine;
    }
    const known = [...Object.keys(_rules_js__WEBPACK_IMPORTED_MODULE_1__.allRules), ...Object.keys(_model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCodes */ .fv)].filter((one) => one.includes(name.toLowerCase()));
    const suggestions = known.length > 0 && known.length < 12 ? known : [...Object.keys(_rules_js__WEBPACK_IMPORTED_MODULE_1__.allRules), ...Object.keys(_model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCodes */ .fv)];
    terminal.err(`SLW-USAGE there is no rule or code "${name}"\n  There is: ${suggestions.join(", ")}\n`);
    return _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.usage;
}
function isErrorCode(name) {
    return name in _model_error_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCodes */ .fv;
}


/***/ }),

/***/ 2254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   allRules: () => (/* binding */ allRules)
/* harmony export */ });
/* harmony import */ var _checks_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2336);
/* harmony import */ var _diff_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8342);
/* harmony import */ var _gitops_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6553);



const allRules = { ..._checks_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .checkRules */ .M, ..._gitops_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .gitopsRules */ .G, ..._diff_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .diffRules */ .X };


/***/ })

};
