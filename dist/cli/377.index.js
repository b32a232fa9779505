export const id = 377;
export const ids = [377];
export const modules = {

/***/ 65377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lineReader: () => (/* binding */ lineReader)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


const excerptLimit = 1024 * 1024;
function lineReader(root) {
    const files = new Map();
    const linesOf = (file) => {
        try {
            const real = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, file));
            const below = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(root), real);
            if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(below) || below.split(/[\\/]/, 1)[0] === "..")
                return [];
            const bytes = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(real);
            return bytes.length > excerptLimit ? [] : bytes.toString("utf8").split(/\r?\n/);
        }
        catch {
            return [];
        }
    };
    return (file, line) => {
        const lines = files.get(file) ?? linesOf(file);
        files.set(file, lines);
        return lines[line - 1];
    };
}


/***/ })

};
