export const id = 255;
export const ids = [255];
export const modules = {

/***/ 33255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderJson: () => (/* binding */ renderJson)
});

// EXTERNAL MODULE: ./build/src/report/overview.js
var overview = __webpack_require__(86173);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(2503);
// EXTERNAL MODULE: ./build/src/model/change.js
var change = __webpack_require__(54535);
// EXTERNAL MODULE: ./build/src/model/finding.js
var finding = __webpack_require__(85382);
// EXTERNAL MODULE: ./build/src/model/report.js
var report = __webpack_require__(18205);
;// CONCATENATED MODULE: ./build/src/report/schema.js




const position = schemas/* int */.Whr().min(1);
const schema_location = schemas/* object */.Ikc({
    file: schemas/* string */.YjP().describe("Path from the root that was validated, separated by '/'"),
    line: position,
    column: position,
    via: schemas/* string */.YjP().exactOptional().describe("The step that led here: base, patch, chart template, values, Application"),
});
const resource = schemas/* object */.Ikc({
    apiVersion: schemas/* string */.YjP(),
    kind: schemas/* string */.YjP(),
    namespace: schemas/* string */.YjP().exactOptional().describe("Absent on cluster-scoped resources"),
    name: schemas/* string */.YjP(),
});
const application = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(["Application", "implicit"])
        .describe("implicit: a kustomization, chart or folder no Application points to"),
    parent: schemas/* string */.YjP().exactOptional().describe("The Application that creates this one"),
    project: schemas/* string */.YjP().exactOptional(),
    wave: schemas/* int */.Whr().describe("Sync wave among its siblings"),
    file: schemas/* string */.YjP().describe("Where it is declared"),
    line: position,
    sources: schemas/* array */.YOg(schemas/* string */.YjP()),
    status: schemas/* enum */.k5n(["rendered", "unchanged", "not-rendered", "failed"]),
    reason: schemas/* string */.YjP().exactOptional().describe("Why it is not rendered or failed"),
    resources: schemas/* int */.Whr().min(0),
});
const schema_finding = schemas/* object */.Ikc({
    rule: schemas/* string */.YjP().describe("Stable id, family/name"),
    severity: schemas/* enum */.k5n(finding/* severities */.g),
    message: schemas/* string */.YjP(),
    detail: schemas/* string */.YjP().exactOptional().describe("The tool's own words"),
    hint: schemas/* string */.YjP().exactOptional().describe("What to do next"),
    application: schemas/* string */.YjP().exactOptional(),
    alsoIn: schemas/* array */.YOg(schemas/* object */.Ikc({ application: schemas/* string */.YjP(), severity: schemas/* enum */.k5n(finding/* severities */.g) }))
        .exactOptional()
        .describe("Other Applications that have it from the same place"),
    resource: resource.exactOptional(),
    path: schemas/* string */.YjP().exactOptional().describe("Field path within the resource"),
    at: schemas/* array */.YOg(schema_location).describe("Most specific first; empty when nothing in the repository is to blame"),
    docs: schemas/* string */.YjP(),
});
const field = schemas/* object */.Ikc({
    path: schemas/* string */.YjP().describe("Field path with list-map keys; empty for the resource as a whole"),
    before: schemas/* json */.Pq9().exactOptional().describe("Absent on an added field"),
    after: schemas/* json */.Pq9().exactOptional().describe("Absent on a removed field"),
    text: schemas/* string */.YjP().exactOptional().describe("The body of a unified diff, in place of before and after"),
});
const effectFields = {
    kind: schemas/* enum */.k5n(change/* effectKinds */.Vn).describe("Readers should expect kinds they do not know"),
    level: schemas/* enum */.k5n(change/* effectLevels */.ng)
        .describe("danger: hard to take back, or the sync fails; caution: felt by users, or wider access"),
    message: schemas/* string */.YjP().describe("Reads after the resource's name"),
    hint: schemas/* string */.YjP().exactOptional().describe("The way out"),
    because: schemas/* array */.YOg(resource).exactOptional().describe("The resources whose change brought this about"),
    pods: schemas/* int */.Whr().min(0).exactOptional().describe("How many pods are replaced or stopped"),
    downtime: schemas/* number */.aig().min(0).exactOptional().describe("Seconds without a pod that answers, estimated"),
    hosts: schemas/* array */.YOg(schemas/* string */.YjP()).exactOptional().describe("Hosts that answer nothing meanwhile"),
};
const effect = schemas/* object */.Ikc(effectFields);
const widerEffect = schemas/* object */.Ikc({ application: schemas/* string */.YjP().exactOptional(), ...effectFields });
const schema_change = schemas/* object */.Ikc({
    application: schemas/* string */.YjP(),
    resource,
    kind: schemas/* enum */.k5n(change/* changeKinds */.cz),
    previous: schemas/* object */.Ikc({ application: schemas/* string */.YjP().exactOptional(), resource: resource.exactOptional() })
        .exactOptional()
        .describe("The identity in the base, where it differs"),
    fields: schemas/* array */.YOg(field),
    effects: schemas/* array */.YOg(effect),
    at: schemas/* array */.YOg(schema_location),
});
const euros = schemas/* string */.YjP().regex(/^[+-]?\d+\.\d{2}$/);
const environment = schemas/* object */.Ikc({
    environment: schemas/* string */.YjP(),
    kind: schemas/* enum */.k5n(["added", "removed", "changed"]),
    file: schemas/* string */.YjP().describe("Its file in the working tree; in the base for a removed one"),
    fields: schemas/* array */.YOg(field),
    effects: schemas/* array */.YOg(schemas/* object */.Ikc({
        level: effectFields.level,
        message: schemas/* string */.YjP().describe("Reads after the Environment's name"),
        hint: effectFields.hint,
    })),
    cost: schemas/* object */.Ikc({
        before: euros.exactOptional().describe("Absent where there was no such Environment, or nothing to pay for"),
        after: euros.exactOptional(),
        difference: euros.describe("With its sign"),
        budget: euros.exactOptional().describe("What a month may cost now"),
        isOverBudget: schemas/* boolean */.zMY(),
        pricesOf: schemas/* string */.YjP().describe("The day of the prices"),
    })
        .exactOptional()
        .describe("Euros of an average month, net of VAT; absent where it costs nothing, or a price is not known"),
});
const stats = schemas/* object */.Ikc({
    applications: schemas/* int */.Whr().min(0),
    resources: schemas/* int */.Whr().min(0),
    rendered: schemas/* int */.Whr().min(0),
    cached: schemas/* int */.Whr().min(0),
    ignored: schemas/* int */.Whr().min(0).exactOptional().describe("Findings that slipway-ignore comments leave out"),
    baselined: schemas/* int */.Whr().min(0).exactOptional().describe("Findings that the baseline hides"),
    durations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* number */.aig().min(0)).describe("Milliseconds by phase"),
    peakMemoryBytes: schemas/* int */.Whr().min(0),
});
const reportSchema = schemas/* object */.Ikc({
    version: schemas/* literal */.euz(report/* reportVersion */.f),
    slipway: schemas/* string */.YjP().describe("Version of slipway"),
    kubernetesVersion: schemas/* string */.YjP(),
    base: schemas/* object */.Ikc({ ref: schemas/* string */.YjP(), commit: schemas/* string */.YjP() }).exactOptional(),
    applications: schemas/* array */.YOg(application),
    findings: schemas/* array */.YOg(schema_finding),
    changes: schemas/* array */.YOg(schema_change),
    applicationChanges: schemas/* array */.YOg(schemas/* object */.Ikc({
        application: schemas/* string */.YjP(),
        kind: schemas/* enum */.k5n(["added", "removed", "renamed"]),
        previous: schemas/* string */.YjP().exactOptional(),
    }))
        .exactOptional()
        .describe("Applications that one side lacks; absent where there was no base"),
    effects: schemas/* array */.YOg(widerEffect)
        .exactOptional()
        .describe("Effects of no single resource: of an Application, or of the whole"),
    headline: schemas/* string */.YjP().exactOptional().describe("All effects in a line"),
    environments: schemas/* array */.YOg(environment)
        .exactOptional()
        .describe("Environments that differ; absent where there was no base"),
    stats,
});
function reportJsonSchema() {
    const { $schema, ...schema } = z.toJSONSchema(reportSchema, { io: "input" });
    return {
        $schema,
        $id: `https://github.com/slipway-dev/slipway/blob/main/schemas/report.v${reportVersion}.json`,
        title: "slipway report",
        description: "The outcome of `slipway validate --format json`",
        ...schema,
    };
}

;// CONCATENATED MODULE: ./build/src/report/json.js


function renderJson(report) {
    const applications = (0,overview/* sortApplications */.S9)(report.applications);
    const findings = (0,overview/* sortFindings */.Tc)(report.findings);
    return `${JSON.stringify(reportSchema.parse({ ...report, applications, findings }), null, 2)}\n`;
}


/***/ }),

/***/ 86173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M0: () => (/* binding */ overview),
/* harmony export */   R: () => (/* binding */ inWaveOrder),
/* harmony export */   S9: () => (/* binding */ sortApplications),
/* harmony export */   Tc: () => (/* binding */ sortFindings),
/* harmony export */   qh: () => (/* binding */ effectsOfLevel)
/* harmony export */ });
/* harmony import */ var _model_change_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54535);
/* harmony import */ var _model_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85382);


function overview(report) {
    const sections = new Map();
    for (const application of sortApplications(report.applications)) {
        sections.set(application.name, { name: application.name, application, changes: [], findings: [], shared: [] });
    }
    const section = (name) => {
        const known = sections.get(name) ?? { name, changes: [], findings: [], shared: [] };
        sections.set(name, known);
        return known;
    };
    for (const change of report.changes)
        section(change.application).changes.push(change);
    for (const change of report.applicationChanges ?? [])
        section(change.application).applicationChange = change;
    const repository = [];
    for (const finding of sortFindings(report.findings)) {
        (finding.application === undefined ? repository : section(finding.application).findings).push(finding);
        for (const { application, severity } of finding.alsoIn ?? [])
            section(application).shared.push({ ...finding, severity });
    }
    const all = [...sections.values()];
    return { sections: byGravity(all.filter(hasNews)), quiet: all.filter((one) => !hasNews(one)), repository };
}
function byGravity(sections) {
    const rank = ({ changes }) => Math.min(_model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.length * 2, ...changes.flatMap(({ effects }) => effects.map(effectRank)));
    return sections.toSorted((a, b) => rank(a) - rank(b));
}
function effectRank({ level, kind }) {
    const place = _model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.indexOf(kind);
    return { danger: place, caution: _model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.length + place, note: _model_change_js__WEBPACK_IMPORTED_MODULE_0__/* .effectKinds */ .Vn.length * 2 }[level];
}
function effectsOfLevel({ changes }, level) {
    return changes
        .flatMap((change) => change.effects.filter((effect) => effect.level === level).map((effect) => ({ effect, change })))
        .toSorted((a, b) => effectRank(a.effect) - effectRank(b.effect));
}
function hasNews({ application, applicationChange, changes, findings, shared }) {
    const status = application?.status;
    return (changes.length + findings.length + shared.length > 0 ||
        applicationChange !== undefined ||
        status === "not-rendered" ||
        status === "failed");
}
function inWaveOrder(sections) {
    const wave = ({ application }) => application?.wave ?? Number.MAX_SAFE_INTEGER;
    return sections.toSorted((a, b) => wave(a) - wave(b) || compare(a.name, b.name));
}
function sortApplications(applications) {
    return applications.toSorted((a, b) => a.wave - b.wave || compare(a.name, b.name) || compare(a.file, b.file));
}
function sortFindings(findings) {
    return findings.toSorted((a, b) => {
        const [left, right] = [a.at[0], b.at[0]];
        return (_model_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.indexOf(a.severity) - _model_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .severities */ .g.indexOf(b.severity) ||
            compare(left?.file ?? "", right?.file ?? "") ||
            (left?.line ?? 0) - (right?.line ?? 0) ||
            (left?.column ?? 0) - (right?.column ?? 0) ||
            compare(a.rule, b.rule) ||
            compare(a.message, b.message));
    });
}
function compare(a, b) {
    return a < b ? -1 : Number(a > b);
}


/***/ })

};
