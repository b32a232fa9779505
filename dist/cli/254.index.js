export const id = 254;
export const ids = [254];
export const modules = {

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
