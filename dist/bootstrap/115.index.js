export const id = 115;
export const ids = [115];
export const modules = {

/***/ 58115:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderOnly: () => (/* binding */ renderOnly)
});

// EXTERNAL MODULE: ./build/src/tree/index.js + 20 modules
var src_tree = __webpack_require__(93910);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/engine/cache/format.js

const magic = Buffer.from("slipway-renders\n");
const headerLength = magic.length + 4 + 32;
const longestMeta = 256 * 1024 ** 2;
const format_digestOf = (bytes) => (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
function encodeHead(meta) {
    const text = Buffer.from(JSON.stringify(meta));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(text.length);
    return Buffer.concat([magic, length, Buffer.from(format_digestOf(text), "hex"), text]);
}
function metaLength(header) {
    if (header.length < headerLength || !header.subarray(0, magic.length).equals(magic))
        return undefined;
    const length = header.readUInt32LE(magic.length);
    return length > 0 && length <= longestMeta ? length : undefined;
}
function decodeMeta(header, text, stamp) {
    if (format_digestOf(text) !== header.toString("hex", magic.length + 4, headerLength))
        return undefined;
    try {
        const meta = JSON.parse(text.toString());
        return isMeta(meta) && meta.stamp === stamp ? meta : undefined;
    }
    catch {
        return undefined;
    }
}
function isMeta(value) {
    if (!isRecord(value) || typeof value["stamp"] !== "string")
        return false;
    const { files, listings, entries } = value;
    if (!isPairs(files) || !isPairs(listings) || !Array.isArray(entries))
        return false;
    return entries.every((entry) => isEntry(entry, files.length / 2, listings.length / 2));
}
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isPairs = (value) => Array.isArray(value) &&
    value.length % 2 === 0 &&
    value.every((each, at) => typeof each === "string" || (each === null && at % 2 === 1));
function isEntry(value, files, listings) {
    if (!isRecord(value) || typeof value["key"] !== "string" || typeof value["digest"] !== "string")
        return false;
    const numbers = [value["offset"], value["length"], value["unused"]];
    return (numbers.every((each) => isIndex(each, Infinity)) &&
        areIndexes(value["files"], files) &&
        areIndexes(value["listings"], listings));
}
const areIndexes = (value, limit) => Array.isArray(value) && value.every((each) => isIndex(each, limit));
const isIndex = (value, limit) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value < limit;

;// CONCATENATED MODULE: ./build/src/engine/cache/body.js


const longestBody = 512 * 1024 ** 2;
const quick = { params: { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: 1 } };
const packBody = (body) => (0,external_node_zlib_.zstdCompressSync)(JSON.stringify(body), quick);
function unpackBody(bytes, digest) {
    if (!bytes || format_digestOf(bytes) !== digest)
        return undefined;
    try {
        const body = JSON.parse((0,external_node_zlib_.zstdDecompressSync)(bytes, { maxOutputLength: longestBody }).toString());
        return { body };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/engine/cache/pairs.js

function createPairs(first = []) {
    const pairs = [];
    const numbers = new Map();
    const number = (path, id) => {
        const key = id === null ? path : `${id}\0${path}`;
        const known = numbers.get(key);
        if (known !== undefined)
            return known;
        numbers.set(key, pairs.length / 2);
        return pairs.push(path, id) / 2 - 1;
    };
    for (let at = 0; at < first.length; at += 2)
        number(first[at] ?? "", first[at + 1] ?? null);
    return { pairs, add: (found) => Object.entries(found).map(([path, id]) => number(path, id)) };
}
function recordOf(pairs, numbers) {
    return Object.fromEntries(numbers.map((number) => [pairs[2 * number] ?? "", pairs[2 * number + 1] ?? null]));
}
function comparePairs(pairs, kind, tree) {
    const known = new Map();
    const compare = (number) => {
        try {
            return (0,src_tree/* readId */.wh)(tree, kind, pairs[2 * number] ?? "") === pairs[2 * number + 1];
        }
        catch {
            return false;
        }
    };
    return (number) => {
        const same = known.get(number) ?? compare(number);
        known.set(number, same);
        return same;
    };
}

;// CONCATENATED MODULE: ./build/src/engine/cache/entry.js




function freshEntry(key, { reads, facts, body }) {
    const bytes = packBody(body);
    return {
        key,
        digest: format_digestOf(bytes),
        unused: 0,
        hit: { facts, reads, body: () => body },
        holds: (tree) => (0,src_tree/* sameReads */.iw)(reads, tree),
        packed: () => bytes,
    };
}
function storedEntries(file) {
    const { files, listings, entries } = file.meta;
    const comparisons = new WeakMap();
    const comparisonWith = (tree) => {
        const known = comparisons.get(tree);
        if (known)
            return known;
        const made = { file: comparePairs(files, "file", tree), listing: comparePairs(listings, "listing", tree) };
        comparisons.set(tree, made);
        return made;
    };
    return entries.map((entry) => {
        const packed = () => file.read(entry.offset, entry.length);
        let body;
        return {
            key: entry.key,
            digest: entry.digest,
            unused: entry.unused + 1,
            hit: {
                facts: entry.facts,
                get reads() {
                    return readsOf(entry, file);
                },
                body() {
                    body ??= unpackBody(packed(), entry.digest);
                    return body?.body;
                },
            },
            numbered: entry,
            holds(tree) {
                const same = comparisonWith(tree);
                return entry.files.every(same.file) && entry.listings.every(same.listing);
            },
            packed,
        };
    });
}
function readsOf(entry, { meta }) {
    return { files: recordOf(meta.files, entry.files), listings: recordOf(meta.listings, entry.listings) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/src/engine/cache/file.js




function openCacheFile(path, stamp, maxBytes) {
    let descriptor;
    try {
        descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0) | (external_node_fs_.constants.O_NONBLOCK ?? 0));
        const meta = isOurs(descriptor, maxBytes) ? readMeta(descriptor, stamp) : undefined;
        if (meta)
            return closable(meta, descriptor);
    }
    catch {
    }
    if (descriptor !== undefined)
        (0,external_node_fs_.closeSync)(descriptor);
    return undefined;
}
function writeCacheFile(path, meta, bodies) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
    const temporary = `${path}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    const descriptor = (0,external_node_fs_.openSync)(temporary, "wx", 0o600);
    try {
        writeWhole(descriptor, encodeHead(meta));
        for (const body of bodies)
            writeWhole(descriptor, body);
        (0,external_node_fs_.closeSync)(descriptor);
        (0,external_node_fs_.renameSync)(temporary, path);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}
function isOurs(descriptor, maxBytes) {
    const found = (0,external_node_fs_.fstatSync)(descriptor);
    const othersMayWrite = process.platform !== "win32" && (found.mode & 0o022) !== 0;
    const foreign = process.getuid !== undefined && found.uid !== process.getuid();
    return found.isFile() && found.size <= maxBytes && !othersMayWrite && !foreign;
}
function readMeta(descriptor, stamp) {
    const { size } = (0,external_node_fs_.fstatSync)(descriptor);
    const readPart = (position, length) => position + length > size ? undefined : readBytes(descriptor, position, length);
    const header = readPart(0, headerLength);
    const length = header && metaLength(header);
    const text = length === undefined ? undefined : readPart(headerLength, length);
    const meta = header && text && decodeMeta(header, text, stamp);
    if (!meta || length === undefined)
        return undefined;
    return { meta, read: (offset, bytes) => readPart(headerLength + length + offset, bytes) };
}
function readBytes(descriptor, position, length) {
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length;) {
        const read = (0,external_node_fs_.readSync)(descriptor, bytes, at, length - at, position + at);
        if (read === 0)
            return undefined;
        at += read;
    }
    return bytes;
}
function writeWhole(descriptor, bytes) {
    for (let at = 0; at < bytes.length;)
        at += (0,external_node_fs_.writeSync)(descriptor, bytes, at);
}
function closable({ meta, read }, descriptor) {
    let open = true;
    return {
        meta,
        read: (offset, length) => (open ? read(offset, length) : undefined),
        close() {
            if (open)
                (0,external_node_fs_.closeSync)(descriptor);
            open = false;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/engine/cache/assemble.js


const mostPerKey = 4;
function assemble({ stamp, entries, maxBytes, before }) {
    const kept = limitPerKey([...entries].sort((a, b) => a.unused - b.unused));
    for (let count = kept.length;; count = Math.floor(count * 0.8)) {
        const made = layOut(stamp, kept.slice(0, count), before);
        const size = encodeHead(made.meta).length + made.bodies.reduce((sum, { length }) => sum + length, 0);
        if (size <= maxBytes || count === 0)
            return made;
    }
}
function limitPerKey(entries) {
    const counts = new Map();
    return entries.filter(({ key }) => {
        const count = (counts.get(key) ?? 0) + 1;
        counts.set(key, count);
        return count <= mostPerKey;
    });
}
function layOut(stamp, entries, before) {
    const carried = before && mostAreOfUse(entries, before) ? before : undefined;
    const files = createPairs(carried?.files);
    const listings = createPairs(carried?.listings);
    const bodies = [];
    let offset = 0;
    const metas = entries.flatMap(({ key, digest, unused, hit, numbered, packed }) => {
        const body = packed();
        if (!body || format_digestOf(body) !== digest)
            return [];
        const place = { offset, length: body.length };
        bodies.push(body);
        offset += body.length;
        const reads = carried && numbered
            ? { files: numbered.files, listings: numbered.listings }
            : { files: files.add(hit.reads.files), listings: listings.add(hit.reads.listings) };
        return [{ key, ...reads, facts: hit.facts, ...place, digest, unused }];
    });
    return { meta: { stamp, files: files.pairs, listings: listings.pairs, entries: metas }, bodies };
}
function mostAreOfUse(entries, { files, listings }) {
    const [usedFiles, usedListings] = [new Set(), new Set()];
    for (const { numbered } of entries) {
        for (const number of numbered?.files ?? [])
            usedFiles.add(number);
        for (const number of numbered?.listings ?? [])
            usedListings.add(number);
    }
    return 4 * (usedFiles.size + usedListings.size) > files.length + listings.length;
}

;// CONCATENATED MODULE: ./build/src/engine/cache/cache.js



const defaultBytes = 256 * 1024 ** 2;
function openCache({ path, stamp, maxBytes = defaultBytes }) {
    const entries = new Map();
    const file = openCacheFile(path, stamp, maxBytes);
    const add = (entry) => entries.set(entry.key, [entry, ...(entries.get(entry.key) ?? [])]);
    if (file)
        for (const entry of storedEntries(file).toReversed())
            add(entry);
    let changed = false;
    return {
        find(key, tree) {
            const found = entries.get(key)?.find((entry) => entry.holds(tree));
            if (found)
                found.unused = 0;
            return found?.hit;
        },
        put(key, entry) {
            changed = true;
            add(freshEntry(key, entry));
        },
        save() {
            if (!changed)
                return {};
            try {
                const { meta, bodies } = assemble({
                    stamp,
                    entries: [...entries.values()].flat(),
                    maxBytes,
                    before: file?.meta,
                });
                writeCacheFile(path, meta, bodies);
                return {};
            }
            catch (error) {
                return { failed: error instanceof Error ? error.message : String(error) };
            }
            finally {
                changed = false;
            }
        },
        close: () => file?.close(),
    };
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./build/src/engine/location.js

const engineNames = ["kustomize", "helm", "kubeconform", "gotemplate", "apiserver"];
const here = import.meta.url;
function locate(from = here) {
    const engines = new URL("../engines/", from);
    if ((0,external_node_fs_.existsSync)(engines)) {
        return {
            worker: new URL("../worker/index.js", from),
            execArgv: [],
            engine: (name) => new URL(`${name}-wasm.wasm.zst`, engines),
            schemas: new URL("../schemas/", from),
            code: [new URL("./", from), new URL("../worker/", from)],
        };
    }
    const packages = new URL("../../packages/", from);
    return {
        worker: new URL("./worker.ts", from),
        execArgv: ["--conditions=source"],
        engine: (name) => new URL(`${name}-wasm/${name}-wasm.wasm.zst`, packages),
        schemas: new URL("kubeconform-wasm/schemas/", packages),
        code: [
            new URL("../", from),
            ...[...engineNames.map((name) => `${name}-wasm`), "go-wasm-host"].map((name) => new URL(`${name}/src/`, packages)),
        ],
    };
}

;// CONCATENATED MODULE: ./build/src/engine/cache/stamp.js





const sampled = 64 * 1024;
function buildStamp(location) {
    const engines = engineNames.map((name) => [name, sampleOf(location.engine(name))]);
    const code = [...location.code, location.schemas].map(digestsIn);
    return format_digestOf(JSON.stringify([engines, code]));
}
function digestsIn(folder) {
    const root = (0,external_node_url_.fileURLToPath)(folder);
    return (0,external_node_fs_.readdirSync)(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name))
        .sort()
        .map((file) => [(0,external_node_path_.relative)(root, file), format_digestOf((0,external_node_fs_.readFileSync)(file))]);
}
function sampleOf(file) {
    const descriptor = (0,external_node_fs_.openSync)(file, "r");
    try {
        const { size } = (0,external_node_fs_.fstatSync)(descriptor);
        const bytes = Buffer.alloc(2 * sampled);
        (0,external_node_fs_.readSync)(descriptor, bytes, 0, sampled, 0);
        (0,external_node_fs_.readSync)(descriptor, bytes, sampled, sampled, Math.max(0, size - sampled));
        return `${size} ${format_digestOf(bytes)}`;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./packages/go-wasm-host/dist/index.js
var dist = __webpack_require__(33065);
;// CONCATENATED MODULE: ./build/src/engine/batches.js
const batchCharacters = 400_000;
function inBatches(texts) {
    const batches = [];
    let size = Infinity;
    for (const text of texts) {
        if (size + text.length > batchCharacters) {
            batches.push([]);
            size = 0;
        }
        batches.at(-1)?.push(text);
        size += text.length;
    }
    return batches;
}

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
;// CONCATENATED MODULE: ./build/src/engine/compilation.js

const optimiseAfter = 2_000_000_000;
function preferQuickCompilation() {
    (0,external_node_v8_.setFlagsFromString)(`--wasm-tiering-budget=${optimiseAfter}`);
    (0,external_node_v8_.setFlagsFromString)("--wasm-lazy-validation");
}

// EXTERNAL MODULE: external "module"
var external_module_ = __webpack_require__(73339);
;// CONCATENATED MODULE: ./packages/helm-wasm/dist/index.js
var t={};(()=>{t.d=(e,r)=>{for(var n in r){if(t.o(r,n)&&!t.o(e,n)){Object.defineProperty(e,n,{enumerable:true,get:r[n]})}}}})();(()=>{t.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var r={};t.d(r,{NJ:()=>z,t2:()=>HelmError,Qk:()=>compileHelm,xs:()=>createHelm});const n=(0,external_module_.createRequire)(import.meta.url)("module");var o={};(()=>{o.d=(e,t)=>{for(var r in t){if(o.o(t,r)&&!o.o(e,r)){Object.defineProperty(e,r,{enumerable:true,get:t[r]})}}}})();(()=>{o.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var s={};o.d(s,{NJ:()=>EngineError,MT:()=>compileEngine,B4:()=>createReactor,in:()=>M});const i=(0,n.createRequire)(import.meta.url)("node:fs/promises");const a=(0,n.createRequire)(import.meta.url)("node:util");const c=(0,n.createRequire)(import.meta.url)("node:zlib");const u=4247762216;const l=[0,1,2,4];function contentSize(e){if(e.length<18||e.readUInt32LE(0)!==u)throw new TypeError("not an engine: no zstd frame");const t=e.readUInt8(4);const r=(t&32)!==0;const n=5+(r?0:1)+(l[t&3]??0);switch(t>>6){case 1:return e.readUInt16LE(n)+256;case 2:return e.readUInt32LE(n);case 3:return Number(e.readBigUInt64LE(n));default:if(r)return e.readUInt8(n);throw new TypeError("not an engine: a zstd frame that does not say how large its content is")}}async function compileEngine(e){const t=await(0,i.readFile)(e);const r=await(0,a.promisify)(c.zstdDecompress)(t,{chunkSize:contentSize(t)});return WebAssembly.compile(r)}const m=["refused","invalid","limit","crashed"];class EngineError extends Error{name="EngineError";code;detail;constructor(e,t,r={}){super(t,r.cause===undefined?undefined:{cause:r.cause});this.code=e;this.detail=r.detail}}const f={custom:0,import:2,memory:5,global:6,export:7,data:11,dataCount:12};const d=Uint8Array.of(0,97,115,109,1,0,0,0);function module_readModule(e){if(Buffer.compare(e.subarray(0,d.length),d)!==0)throw new TypeError("not a WebAssembly module");const t=[];for(let r=d.length;r<e.length;){const[n,o]=module_readNumber(e,r+1);t.push({id:e[r]??0,content:e.subarray(o,o+n)});r=o+n}return t}function module_writeModule(e){return module_joined([d,...e.flatMap(({id:e,content:t})=>[section(e,t.length),t])])}function module_joined(e){const t=new Uint8Array(e.reduce((e,{length:t})=>e+t,0));let r=0;for(const n of e){t.set(n,r);r+=n.length}return t}const section=(e,t)=>Uint8Array.from([e,...module_number(t)]);const module_name=e=>[...module_number(e.length),...Buffer.from(e)];function module_number(e){return e<128?[e]:[e&127|128,...module_number(e>>>7)]}function integer(e){const[t,r]=[Number(e&0x7fn),e>>7n];const n=r===0n&&(t&64)===0||r===-1n&&(t&64)!==0;return n?[t]:[t|128,...integer(r)]}function module_readNumber(e,t){const r=e[t];if(r===undefined)throw new TypeError("not an engine: the module ends too early");if(r<128)return[r,t+1];const[n,o]=module_readNumber(e,t+1);return[(r&127)+n*128,o]}const p=2;const h="slipway.memory-minimum";const g={module:"slipway",name:"memory"};const y=65536;function importMemory(e){const t=readModule(e);const r=t.find(({id:e})=>e===sections.import);const n=t.find(({id:e})=>e===sections.memory);if(!r||!n)throw new TypeError("not an engine: the module has no imports or no memory of its own");const[o]=readNumber(n.content,2);const[s,i]=readNumber(r.content,0);const a=[...name(g.module),...name(g.name),p,0,...number(o)];const c=Uint8Array.from([...number(s+1),...a]);const u={id:sections.import,content:joined([c,r.content.subarray(i)])};const l=Uint8Array.from([...name(h),...number(o)]);return writeModule([...t.filter(e=>e!==n).map(e=>e===r?u:e),{id:sections.custom,content:l}])}function minimumPages(e){const[t]=WebAssembly.Module.customSections(e,h);if(!t)throw new TypeError("not an engine: compile it with compileEngine");return module_readNumber(new Uint8Array(t),0)[0]}const w="slipway";const b=-1;const E=-2;class Trap extends Error{name="Trap"}function trapping(e){try{e()}catch(e){throw new Trap("the engine stopped",{cause:e})}}function createConversation(e,t){const bytes=(t,r)=>new Uint8Array(e.buffer,t>>>0,r>>>0);const text=(e,t)=>Buffer.from(bytes(e,t)).toString("utf8");let r;let n=new Uint8Array;let o;let s;const reply=e=>{try{const t=e();if(!t)return b;n=t;return t.length}catch(e){s??={thrown:e};return E}};return{imports:{read:(e=0,t=0)=>reply(()=>r?.read(text(e,t))),list:(e=0,t=0)=>reply(()=>{const n=r?.list(text(e,t));return n&&Buffer.from(JSON.stringify(n))}),real:(e=0,t=0)=>reply(()=>{const n=text(e,t);return Buffer.from(r?.realPath?.(n)??n)}),call:(e=0,r=0,n=0,o=0)=>reply(()=>{const s=text(e,r);const i=t[s];if(!i)throw new EngineError("crashed",`the engine asked for "${s}", which its host does not offer`);return Buffer.from(JSON.stringify(i(JSON.parse(text(n,o)))??null))}),take(e=0){bytes(e,n.length).set(n);n=new Uint8Array},respond(e=0,t=0,r=0){const n=JSON.parse(text(t,r));o=e?{error:parseError(n)}:{response:n}}},run(e,t,n,i){r=i;o=undefined;s=undefined;try{const r=Buffer.from(t);const i=Buffer.from(JSON.stringify(n??null));trapping(()=>{const t=e.buffer(r.length+i.length);bytes(t,r.length).set(r);bytes(t+r.length,i.length).set(i);e.call(r.length,i.length)});return result(o,s)}finally{r=undefined}}}}function result(e,t){if(t)throw t.thrown;if(!e)throw new EngineError("crashed","the engine ended the call without an answer");if("error"in e)throw e.error;return e.response}function parseError(e){const{code:t,message:r,detail:n}={code:"",message:"",detail:"",...e};return new EngineError(isErrorCode(t)?t:"crashed",r,{detail:n||undefined})}const isErrorCode=e=>m.some(t=>t===e);const _=(0,n.createRequire)(import.meta.url)("node:crypto");class ProgramExit extends Error{status;constructor(e){super(`exit status ${e}`);this.status=e}}const v={success:0,badf:8,inval:28,nosys:52};const B=[Buffer.from("engine\0")];const U=64*1024;function createWasi({wallClock:e,monotonicClock:t,environment:r,memory:n}){const view=()=>new DataView(n.buffer);const bytes=(e,t)=>new Uint8Array(n.buffer,e>>>0,t>>>0);const o=Object.entries(r).map(([e,t])=>Buffer.from(`${e}=${t}\0`));let s=Buffer.alloc(0);let i=randomBytes();const a={args_sizes_get:(e,t)=>putSizes(B,e,t),args_get:(e,t)=>put(B,e,t),environ_sizes_get:(e,t)=>putSizes(o,e,t),environ_get:(e,t)=>put(o,e,t),clock_time_get(r,n,o){const s=r===0?e:t();view().setBigUint64(o,BigInt(Math.round(s*1e6)),true);return v.success},random_get(e,t){bytes(e,t).set(i(t));return v.success},fd_write(e,t,r,n){if(e!==1&&e!==2)return v.badf;let o=0;for(let e=t;e<t+8*r;e+=8){const t=view().getUint32(e+4,true);s=Buffer.concat([s,bytes(view().getUint32(e,true),t)]).subarray(-U);o+=t}view().setUint32(n,o,true);return v.success},fd_fdstat_get(e,t){if(e>2)return v.badf;bytes(t,24).fill(0);return v.success},fd_fdstat_set_flags:e=>e>2?v.badf:v.success,fd_prestat_get:()=>v.badf,fd_close:()=>v.badf,fd_read:()=>v.badf,sched_yield:()=>v.success,poll_oneoff(e,t,r,n){for(let n=0;n<r;n++){const r=t+32*n;const o=e+48*n;bytes(r,32).fill(0);bytes(r,8).set(bytes(o,8));view().setUint8(r+10,view().getUint8(o+8))}view().setUint32(n,r,true);return r===0?v.inval:v.success},proc_exit(e){throw new ProgramExit(e)}};function putSizes(e,t,r){view().setUint32(t,e.length,true);view().setUint32(r,Buffer.concat(e).length,true);return v.success}function put(e,t,r){for(const[n,o]of e.entries()){view().setUint32(t+4*n,r,true);bytes(r,o.length).set(o);r+=o.length}return v.success}return{imports:a,output:()=>s.toString("utf8"),reseed(){i=randomBytes()}}}const unsupported=()=>v.nosys;function randomBytes(){let e=0;let t=Buffer.alloc(0);return r=>{const n=[t];for(let o=t.length;o<r;o+=64){n.push((0,_.createHash)("sha512").update(`slipway ${e++}`).digest())}const o=Buffer.concat(n);t=o.subarray(r);return o.subarray(0,r)}}const x="slipway.started";function instantiate(e,t){const{hostCalls:r,wallClock:n,monotonicClock:o,memoryLimitBytes:s}=t;const i=minimumPages(e);const a=Math.max(i,Math.min(65536,Math.floor(s/y)));const c=new WebAssembly.Memory({initial:i,maximum:a});const u=createWasi({wallClock:n,monotonicClock:o,environment:collectorSettings(t),memory:c});const l=createConversation(c,r);const m={};for(const{module:t,name:r}of WebAssembly.Module.imports(e)){const e=t===w?l.imports:u.imports;(m[t]??={})[r]=r===g.name?c:e[r]??unsupported}const{exports:f}=new WebAssembly.Instance(e,m);const d={initialize:exported(f,"_initialize"),buffer:exported(f,"slipway_buffer"),call:exported(f,"slipway_call")};const p=WebAssembly.Module.customSections(e,x).length>0;return{exports:f,memory:c,engine:d,conversation:l,wasi:u,started:p}}function start(e){if(!e.started)trapping(()=>e.engine.initialize());e.started=true;e.wasi.reseed()}function collectorSettings({memoryLimitBytes:e,growthPercent:t}){return{GOGC:String(t),GOMEMLIMIT:String(Math.floor(e*.8))}}function exported(e,t){const r=e[t];if(typeof r!=="function")throw new TypeError(`not an engine: the module does not export ${t}`);return(...e)=>Number(r(...e))}const M={read:()=>undefined,list:()=>undefined};function recordReads(e){const t=new Map;const ask=(e,r,n)=>{if(!isTreePath(r))throw new EngineError("refused",`"${r}" is outside the file tree`);const o=n(r);const s=`${e}:${r}`;if(!t.has(s))t.set(s,{op:e,path:r,found:o!==undefined});return o};const read=t=>ask("read",t,t=>e.read(t));const list=t=>ask("list",t,t=>e.list(t));return{tree:{read:read,list:list,realPath(t){const r=e.realPath?.(t)??t;if(r!==t&&read(t)===undefined)list(t);return r}},get reads(){return[...t.values()]}}}function isTreePath(e){return e===""||e.split("/").every(e=>e!==""&&e!=="."&&e!=="..")}const S=/^(fatal error|runtime): .*(out of memory|cannot allocate memory|arena already initialized)/m;function explainTrap(e,t,r){const{cause:n}=e;const o=t.trim()||String(n);if(S.test(t)){const e=Math.round(r/1024**2);return new EngineError("limit",`the engine needed more than the ${e} MB of memory it may use`,{detail:o,cause:n})}if(/^fatal error: stack overflow/m.test(t)||n instanceof RangeError){return new EngineError("limit","the engine called itself too deeply: something refers to itself without end",{detail:o,cause:n})}const[,s]=/^(?:panic|fatal error): (.*)$/m.exec(t)??[];return new EngineError("crashed",`the engine crashed: ${s??String(n)}`,{detail:o,cause:n})}const T=1e3;const N={memoryLimitBytes:1024**3,growthPercent:200,hostCalls:{},wallClock:Date.UTC(2024,0,1),monotonicClock:()=>T+performance.now()};function createReactor(e,t={}){const r={...N,...t};return reactorOver(()=>instantiate(e,r),r.memoryLimitBytes)}function reactorOver(e,t){let r;let n=false;return{call(o,s,i=M){if(n)throw new TypeError("a reactor runs one call at a time: use another reactor inside a host call");n=true;const a=recordReads(i);try{r??=e();start(r);const t=r.conversation.run(r.engine,o,s,a.tree);return{response:t,reads:a.reads}}catch(e){const n=e instanceof Trap?explainTrap(e,r?.wasi.output()??"",t):e;if(e instanceof Trap||n instanceof EngineError&&n.code==="crashed")r=undefined;throw n}finally{n=false}}}}var z=s.NJ;var A=s.MT;var O=s.B4;var k=s["in"];class HelmError extends z{location;constructor(e){super("invalid",e.message,{detail:e.detail});this.location=e.location}}const C=import.meta.url;function compileHelm(){return A(new URL("../helm-wasm.wasm.zst",C))}async function createHelm(e={}){const{module:t=await compileHelm(),...r}=e;const n=O(t,r);return{template({tree:e,...t}){const{response:r,reads:o}=n.call("template",t,e);if("failure"in r)throw new HelmError(r.failure);return{...r,reads:o}}}}var P=r.NJ;var H=r.t2;var $=r.Qk;var R=r.xs;
;// CONCATENATED MODULE: ./build/src/engine/failure.js


const codes = ["refused", "invalid", "limit", "crashed"];
function describeFailure(thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { message } = error;
    const code = codes.find((known) => "code" in error && error.code === known);
    if (error.name !== "EngineError" || code === undefined)
        return { code: "crashed", message, detail: error.stack };
    const detail = "detail" in error && typeof error.detail === "string" ? error.detail : undefined;
    return { code, message, detail, ...(error instanceof H ? { helm: { location: error.location } } : {}) };
}
function failureError({ code, message, detail, helm }) {
    if (!helm)
        return new dist/* EngineError */.NJ(code, message, { detail });
    const { location } = helm;
    return new H({ message, detail: detail ?? message, ...(location ? { location } : {}) });
}

;// CONCATENATED MODULE: ./build/src/engine/queue.js
function createQueue() {
    let calls = [];
    const isFor = (engine) => (call) => call.engines[0] === engine;
    const remove = (call) => {
        calls = calls.filter((other) => other !== call);
    };
    return {
        add: (call) => void calls.push(call),
        putBack: (call) => void calls.unshift(call),
        remove,
        waiting: (engine) => calls.filter(isFor(engine)).length,
        engines: () => [...new Set(calls.flatMap((call) => call.engines.slice(0, 1)))],
        take(engine) {
            const call = calls.find(isFor(engine));
            if (call)
                remove(call);
            return call;
        },
        clear: () => calls.splice(0),
    };
}

;// CONCATENATED MODULE: ./build/src/engine/slot.js

function openSlot(worker) {
    const engines = new Set();
    const sent = new Set();
    let settle;
    let dead;
    const end = (ending) => {
        worker.unref();
        settle?.(ending);
        settle = undefined;
    };
    const die = (error) => {
        dead ??= error;
        end({ died: dead });
    };
    worker.unref();
    worker.on("message", (answer) => end(answer));
    worker.on("messageerror", die);
    worker.on("error", (error) => die(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", (code) => die(new Error(`the worker ended with exit code ${code}`)));
    return {
        engines,
        get busy() {
            return settle !== undefined;
        },
        run(call, module, onSent) {
            return new Promise((resolve) => {
                settle = resolve;
                worker.ref();
                if (dead)
                    return end({ died: dead });
                const names = call.engines.filter((name) => !engines.has(name));
                const send = async () => {
                    const modules = await Promise.all(names.map(async (name) => [name, await module(name)]));
                    if (settle !== resolve)
                        return;
                    const attachments = call.attachments.filter(({ key }) => !sent.has(key));
                    for (const { key } of attachments)
                        sent.add(key);
                    const { operation, request } = call;
                    worker.postMessage({ operation, request, modules, attachments }, []);
                    onSent();
                };
                send().catch((error) => {
                    for (const name of names)
                        engines.delete(name);
                    if (settle === resolve)
                        end({ failure: describeFailure(error) });
                });
                for (const name of names)
                    engines.add(name);
            });
        },
        async stop() {
            worker.unref();
            await worker.terminate();
        },
    };
}

;// CONCATENATED MODULE: ./build/src/engine/workload.js
const assumed = {
    kustomize: { start: 250, call: 10 },
    helm: { start: 300, call: 20 },
    kubeconform: { start: 200, call: 10 },
    gotemplate: { start: 100, call: 5 },
    apiserver: { start: 400, call: 60 },
};
const weightOfNews = 0.2;
function createWorkload() {
    const costs = new Map();
    const cost = (engine) => costs.get(engine) ?? assumed[engine];
    return {
        worthAnother: (engine, waiting) => waiting * cost(engine).call > cost(engine).start,
        note(engine, milliseconds, instance) {
            const { start, call } = cost(engine);
            if (instance === "new")
                costs.set(engine, { start: Math.max(0, milliseconds - call), call });
            else
                costs.set(engine, { start, call: call + (milliseconds - call) * weightOfNews });
        },
    };
}

;// CONCATENATED MODULE: ./build/src/engine/pool.js





function openPool(options) {
    const queue = createQueue();
    const workload = createWorkload();
    const slots = new Set();
    const running = new Map();
    const stopping = new Set();
    let closed = false;
    const discard = (slot) => {
        slots.delete(slot);
        const stopped = slot.stop().finally(() => stopping.delete(stopped));
        stopping.add(stopped);
    };
    const schedule = () => {
        if (closed)
            return;
        for (const engine of queue.engines()) {
            const having = [...slots].filter((slot) => slot.engines.has(engine));
            const idle = having.find((slot) => !slot.busy) ?? newcomer(engine, having.length);
            const call = idle && queue.take(engine);
            if (!call)
                continue;
            void assign(idle, call);
            return schedule();
        }
    };
    const newcomer = (engine, having) => {
        if (having > 0 && !workload.worthAnother(engine, queue.waiting(engine)))
            return undefined;
        const idle = [...slots].find((slot) => !slot.busy);
        if (idle || slots.size >= options.workers)
            return idle;
        const slot = openSlot(options.spawn());
        slots.add(slot);
        return slot;
    };
    const assign = async (slot, call) => {
        const instance = call.engines.every((name) => slot.engines.has(name)) ? "used" : "new";
        let started = options.now();
        let timer;
        running.set(call, slot);
        const ending = await slot.run(call, options.module, () => {
            started = options.now();
            timer = setTimeout(() => {
                discard(slot);
                call.fail(tooLong(options.timeoutMs));
            }, options.timeoutMs);
        });
        clearTimeout(timer);
        running.delete(call);
        const [engine] = call.engines;
        if (engine && "response" in ending)
            workload.note(engine, options.now() - started, instance);
        finish(slot, call, ending);
        schedule();
    };
    const finish = (slot, call, ending) => {
        if (!slots.has(slot))
            return;
        if ("response" in ending)
            call.succeed(ending.response);
        else if ("failure" in ending)
            call.fail(failureError(ending.failure));
        else if ("wants" in ending) {
            call.engines = [...call.engines, ending.wants];
            queue.putBack(call);
        }
        else {
            discard(slot);
            call.fail(died(ending.died));
        }
    };
    return {
        run({ operation, engine, request, attachments = [], signal }) {
            return new Promise((succeed, fail) => {
                if (closed)
                    return fail(new dist/* EngineError */.NJ("crashed", "the engines are closed"));
                if (signal?.aborted)
                    return fail(signal.reason);
                const cancel = () => {
                    queue.remove(call);
                    const slot = running.get(call);
                    if (slot)
                        discard(slot);
                    fail(signal?.reason);
                    schedule();
                };
                signal?.addEventListener("abort", cancel, { once: true });
                const done = () => signal?.removeEventListener("abort", cancel);
                const call = {
                    operation,
                    request,
                    attachments,
                    engines: [engine],
                    succeed: (response) => (done(), succeed(response)),
                    fail: (error) => (done(), fail(error)),
                };
                queue.add(call);
                schedule();
            });
        },
        async close() {
            closed = true;
            const gone = new dist/* EngineError */.NJ("crashed", "the engines were closed before the call was done");
            for (const call of [...queue.clear(), ...running.keys()])
                call.fail(gone);
            for (const slot of slots)
                discard(slot);
            await Promise.all(stopping);
        },
    };
}
function tooLong(timeoutMs) {
    return new dist/* EngineError */.NJ("limit", `rendering took longer than the ${timeoutMs / 1000} s that one call may take`);
}
function died(cause) {
    if ("code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY") {
        return new dist/* EngineError */.NJ("limit", "rendering needed more memory than it may use", { detail: cause.message, cause });
    }
    return new dist/* EngineError */.NJ("crashed", `the engine's thread ended unexpectedly: ${cause.message}`, { cause });
}

;// CONCATENATED MODULE: ./build/src/engine/engines.js







function openEngines(options = {}) {
    const { workers = Math.min(4, (0,external_node_os_.availableParallelism)()), timeoutMs = 60_000, memoryLimitBytes = 1024 ** 3 } = options;
    const location = options.location ?? locate();
    preferQuickCompilation();
    const modules = new Map();
    const module = (name) => {
        const compiled = modules.get(name) ?? (0,dist/* compileEngine */.MT)(location.engine(name));
        modules.set(name, compiled);
        return compiled;
    };
    const settings = { memoryLimitBytes, schemas: location.schemas.href };
    const spawn = () => new external_node_worker_threads_.Worker(location.worker, { execArgv: location.execArgv, workerData: settings });
    const pool = openPool({ workers, timeoutMs, spawn, module, now: () => performance.now() });
    let troubled = false;
    const noteTrouble = (error) => {
        troubled ||= error instanceof dist/* EngineError */.NJ && (error.code === "limit" || error.code === "crashed");
        throw error;
    };
    const run = (operation, engine, request, { attachments, signal } = {}) => pool.run({ operation, engine, request, attachments, signal }).catch(noteTrouble);
    return {
        kustomize: (tree, request, rest) => run("kustomize", "kustomize", { ...request, tree: idOf(tree) }, { ...rest, attachments: partsOf(tree) }),
        helm: (tree, request, rest) => run("helm", "helm", { ...request, tree: idOf(tree) }, { ...rest, attachments: partsOf(tree) }),
        goTemplate: async (requests, rest) => requests.length === 0 ? [] : run("goTemplate", "gotemplate", requests, rest),
        async decode(texts, rest) {
            const batches = inBatches(texts).map((batch) => run("decode", "kubeconform", batch, rest));
            return (await Promise.all(batches)).flat();
        },
        validate({ schemas, ...request }, rest) {
            const attached = schemas && attachSchemas(schemas);
            return run("validate", "kubeconform", { ...request, schemas: attached?.key }, { ...rest, ...attached });
        },
        review({ definitions = [], ...about }, rest) {
            const attachment = definitions.length === 0 ? undefined : attachDefinitions(definitions);
            const request = { ...about, definitions: attachment?.key };
            return run("review", "apiserver", request, { ...rest, ...(attachment && { attachments: [attachment] }) });
        },
        quotas: (request, rest) => run("quotas", "apiserver", request, rest),
        warm: (name) => void run("start", name, name).catch(() => undefined),
        load: (name) => void module(name).catch(() => undefined),
        troubled: () => troubled,
        close: pool.close,
    };
}
const idOf = (tree) => tree.snapshot().at(-1)?.id ?? 0;
const partsOf = (tree) => tree.snapshot().map((part) => ({ key: `tree ${part.id}`, part }));
const schemaKeys = new WeakMap();
let schemaCount = 0;
function attachSchemas(set) {
    const key = schemaKeys.get(set) ?? `schemas ${++schemaCount}`;
    schemaKeys.set(set, key);
    const { tree, ...rest } = set;
    const schemas = { ...rest, ...(tree ? { tree: idOf(tree) } : {}) };
    return { key, attachments: [...(tree ? partsOf(tree) : []), { key, schemas }] };
}
const definitionKeys = new WeakMap();
let definitionCount = 0;
function attachDefinitions(definitions) {
    const key = definitionKeys.get(definitions) ?? `definitions ${++definitionCount}`;
    definitionKeys.set(definitions, key);
    return { key, definitions };
}

;// CONCATENATED MODULE: ./build/src/engine/index.js





// EXTERNAL MODULE: ./build/src/run/fetching.js
var fetching = __webpack_require__(14971);
;// CONCATENATED MODULE: ./build/src/gitops/content-id.js

const known = new WeakMap();
function content_id_contentId(tree) {
    const before = known.get(tree);
    if (before !== undefined)
        return before;
    const parts = tree.snapshot().map((part) => (part.type === "index" ? part.entries : part.mounts));
    const id = (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(parts)).digest("hex");
    known.set(tree, id);
    return id;
}

// EXTERNAL MODULE: ./build/src/model/error.js
var model_error = __webpack_require__(81729);
;// CONCATENATED MODULE: ./build/src/checks/wiring/environments.js

function environments_environmentsOf(applications) {
    const declared = applications.filter(({ kind }) => kind === "Application");
    const islands = applications.filter(({ kind }) => kind === "implicit");
    const clusters = groupsOf(declared).flatMap((group) => [
        ...Map.groupBy(group, ({ destination }) => destinationOf(destination)).values(),
    ]);
    return [
        ...clusters.map((group) => ({ kind: "cluster", applications: group })),
        ...islands.map((one) => ({ kind: "island", applications: [one] })),
    ];
}
const destinationOf = (destination) => destination === "in-cluster" ? "https://kubernetes.default.svc" : destination;
function groupsOf(applications) {
    const trees = Map.groupBy(applications, ({ root }) => root);
    const folders = new Map();
    for (const [root, members] of trees) {
        const folder = posix.dirname((members.find(({ name }) => name === root) ?? members[0])?.at[0]?.file ?? "");
        const own = folders.get(folder) ?? [];
        folders.set(folder, own);
        join(own, { folder, marks: marksOf(members), applications: members });
    }
    const groups = [];
    for (const group of [...folders.values()].flat())
        join(groups, group);
    return groups.map(({ applications: members }) => members);
}
function join(groups, group) {
    const [best] = groups
        .filter(({ marks }) => !contradict(marks, group.marks))
        .map((one) => ({ one, near: sharedFolders(one.folder, group.folder) }))
        .sort((a, b) => b.near - a.near);
    if (best === undefined) {
        groups.push({ ...group, marks: new Set(group.marks), applications: [...group.applications] });
        return;
    }
    for (const mark of group.marks)
        best.one.marks.add(mark);
    best.one.applications.push(...group.applications);
}
function marksOf(members) {
    const marks = new Set();
    for (const { name, declaredName, root, destination, at } of members) {
        marks.add(`name ${destinationOf(destination)} ${declaredName}`);
        const [place] = at;
        if (name !== root && place !== undefined)
            marks.add(`place ${place.file}:${place.line}`);
    }
    return marks;
}
function contradict(a, b) {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    for (const mark of small)
        if (large.has(mark))
            return true;
    return false;
}
function sharedFolders(a, b) {
    const other = b.split("/");
    const differs = a.split("/").findIndex((part, index) => part !== other[index]);
    return differs < 0 ? a.split("/").length : differs;
}

;// CONCATENATED MODULE: ./build/src/run/review-contexts.js


function clustersOf(deployed, rendered) {
    const byName = new Map(rendered.map((one) => [one.report.name, one]));
    return new Map(environmentsOf(deployed).flatMap(({ applications }) => {
        const cluster = clusterOf(applications.flatMap(({ name }) => byName.get(name) ?? []));
        return applications.map(({ name }) => [name, cluster]);
    }));
}
function clusterOf(applications) {
    const namespaces = new Map();
    const add = (name, more) => void namespaces.set(name, { ...namespaces.get(name), ...more });
    const admission = { policies: listOf(), bindings: listOf() };
    for (const { rendered, spec } of applications) {
        const managed = spec?.syncPolicy?.managedNamespaceMetadata?.labels;
        const target = spec?.destination.namespace;
        if (managed !== undefined && target !== undefined)
            add(target, { labels: managed });
        for (const { id, manifest } of rendered.resources) {
            const group = id.apiVersion.split("/")[0];
            if (id.apiVersion === "v1" && id.kind === "Namespace")
                add(id.name, { labels: labelsOf(manifest) });
            if (id.apiVersion === "v1" && id.kind === "LimitRange" && id.namespace !== undefined) {
                add(id.namespace, { limitRanges: [...(namespaces.get(id.namespace)?.limitRanges ?? []), manifest] });
            }
            if (group === "admissionregistration.k8s.io" && id.kind === "ValidatingAdmissionPolicy")
                admission.policies.push(manifest);
            if (group === "admissionregistration.k8s.io" && id.kind === "ValidatingAdmissionPolicyBinding")
                admission.bindings.push(manifest);
        }
    }
    const kinds = new Set(admission.policies.map(paramKind));
    const parameters = applications.flatMap(({ rendered }) => rendered.resources.flatMap(({ id, manifest }) => (kinds.has(`${id.apiVersion} ${id.kind}`) ? [manifest] : [])));
    const inForce = admission.policies.length === 0 ? {} : { ...admission, parameters };
    return { namespaces, admission: inForce, digest: review_contexts_digestOf([[...namespaces], inForce]) };
}
const unknownCluster = { namespaces: new Map(), admission: {}, digest: "" };
const review_contexts_digestOf = (value) => createHash("sha256").update(JSON.stringify(value)).digest("base64url");
const listOf = () => [];
function paramKind({ spec }) {
    const kind = objectIn(objectIn({ spec: spec ?? null }, "spec"), "paramKind");
    return `${String(kind["apiVersion"])} ${String(kind["kind"])}`;
}
function labelsOf(manifest) {
    const labels = objectIn(objectIn(manifest, "metadata"), "labels");
    return Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, String(value)]));
}
function objectIn(object, key) {
    const value = Object.hasOwn(object, key) ? object[key] : undefined;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/src/run/outside.js




function openOutside(root, sources) {
    const opened = new Map();
    return {
        sources,
        treeAt(ref) {
            const known = opened.get(ref) ?? openIfThere(root, ref);
            opened.set(ref, known);
            return known;
        },
    };
}
function recordedOutside(outside) {
    const answers = new Map();
    const noted = async (question, found) => {
        const answer = await found;
        answers.set(JSON.stringify(question), { question, digest: digestOf(plain(answer)) });
        return answer;
    };
    const { sources } = outside;
    return {
        sources: {
            chart: (...of) => noted({ kind: "chart", of }, sources.chart(...of)),
            git: (...of) => noted({ kind: "git", of }, sources.git(...of)),
            file: (...of) => noted({ kind: "file", of }, sources.file(...of)),
            resolver: sources.resolver,
        },
        treeAt: (...of) => noted({ kind: "revision", of }, outside.treeAt(...of)),
        answers: () => [...answers.values()],
    };
}
async function sameAnswers(answers, outside) {
    const same = await Promise.all(answers.map(async ({ question, digest }) => digestOf(plain(await ask(question, outside))) === digest));
    return same.every(Boolean);
}
function ask(question, { sources, treeAt }) {
    switch (question.kind) {
        case "chart":
            return sources.chart(...question.of);
        case "git":
            return sources.git(...question.of);
        case "file":
            return sources.file(...question.of);
        case "revision":
            return treeAt(...question.of);
    }
}
const plain = (answer) => (isTree(answer) ? contentId(answer) : (answer ?? null));
const isTree = (answer) => typeof answer === "object" && answer !== null && "snapshot" in answer;
async function openIfThere(root, ref) {
    try {
        return await (0,src_tree/* openRevision */.k3)(root, ref);
    }
    catch (error) {
        if (error instanceof model_error/* SlipwayError */.GQ && (error.code === "SLW-BASE" || error.code === "SLW-USAGE"))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/src/gitops/json.js
var gitops_json = __webpack_require__(25606);
;// CONCATENATED MODULE: ./build/src/gitops/argo-namespace.js

function argoNamespaceOf({ projects, applications, applicationSets }) {
    return mostUsed(projects) ?? mostUsed([...applications, ...applicationSets]) ?? "argocd";
}
function mostUsed(objects) {
    const counts = new Map();
    for (const { object } of objects) {
        const namespace = (0,gitops_json/* stringAt */.bX)(object, "metadata", "namespace");
        if (namespace)
            counts.set(namespace, (counts.get(namespace) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./build/src/gitops/glob.js + 1 modules
var glob = __webpack_require__(99357);
// EXTERNAL MODULE: ./build/src/gitops/yaml-read.js + 1 modules
var yaml_read = __webpack_require__(89555);
;// CONCATENATED MODULE: ./build/src/gitops/argo-settings.js




function readSettings(data) {
    return {
        kustomize: buildOptions(data["kustomize.buildOptions"] ?? ""),
        ignoreDifferences: ignoresOf(data),
        filters: {
            exclusions: [...coreExclusions, ...filtersOf(data["resource.exclusions"])],
            inclusions: filtersOf(data["resource.inclusions"]),
        },
    };
}
function settingsData(object) {
    if (object["kind"] !== "ConfigMap" || object["apiVersion"] !== "v1")
        return {};
    if ((0,gitops_json/* stringAt */.bX)(object, "metadata", "name") !== "argocd-cm")
        return {};
    const data = Object.entries((0,gitops_json/* objectAt */.lJ)(object, "data") ?? {});
    return Object.fromEntries(data.flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}
function isExcluded({ exclusions, inclusions }, id, cluster) {
    const group = id.apiVersion.includes("/") ? id.apiVersion.slice(0, id.apiVersion.indexOf("/")) : "";
    const inCluster = ({ clusters }) => clusters.length === 0 || clusters.some((pattern) => matchesGlob(pattern, cluster));
    const matches = (filter) => (filter.apiGroups.length === 0 || filter.apiGroups.some((pattern) => matchesGlob(pattern, group))) &&
        (filter.kinds.length === 0 || filter.kinds.some((kind) => kind === "*" || kind === id.kind)) &&
        inCluster(filter);
    if (exclusions.some(matches))
        return true;
    return !inclusions.some(matches) && inclusions.some(inCluster);
}
const coreExclusions = [
    { apiGroups: ["events.k8s.io", "metrics.k8s.io"], kinds: [], clusters: [] },
    { apiGroups: [""], kinds: ["Event"], clusters: [] },
    { apiGroups: ["coordination.k8s.io"], kinds: ["Lease"], clusters: [] },
];
function buildOptions(text) {
    const words = text.split(/\s+/).flatMap((word) => {
        const [flag = "", ...value] = word.split("=");
        return value.length === 0 ? [word] : [flag, value.join("=")];
    });
    const valuesOf = (flag) => words.flatMap((word, i) => (word === flag && words[i + 1] !== undefined ? [words[i + 1] ?? ""] : []));
    const restrictor = valuesOf("--load-restrictor").at(-1);
    return {
        loadRestrictor: restrictor === "LoadRestrictionsNone" || restrictor === "none" ? "none" : "rootOnly",
        apiVersions: valuesOf("--helm-api-versions").flatMap((value) => value.split(",")),
    };
}
const strings = schemas/* array */.YOg(schemas/* string */.YjP())
    .nullish()
    .transform((list) => list ?? []);
const filter = schemas/* object */.Ikc({ apiGroups: strings, kinds: strings, clusters: strings });
const ignore = schemas/* object */.Ikc({
    jsonPointers: strings,
    jqPathExpressions: strings,
    managedFieldsManagers: strings,
});
function filtersOf(text) {
    const read = schemas/* array */.YOg(filter).safeParse((0,yaml_read/* yamlOf */.hX)(text ?? ""));
    return read.success ? read.data : [];
}
const customizations = "resource.customizations";
const splitKey = `${customizations}.ignoreDifferences.`;
function ignoresOf(data) {
    const whole = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* looseObject */._H3({ ignoreDifferences: schemas/* string */.YjP().optional() }))
        .safeParse((0,yaml_read/* yamlOf */.hX)(data[customizations] ?? ""));
    const texts = new Map();
    if (whole.success)
        for (const [key, value] of Object.entries(whole.data))
            texts.set(key, value.ignoreDifferences);
    for (const [key, text] of Object.entries(data)) {
        if (!key.startsWith(splitKey))
            continue;
        const name = key.slice(splitKey.length);
        texts.set(name === "all" ? "*/*" : name.replace("_", "/"), text);
    }
    const named = [...texts].flatMap(([key, text]) => {
        const read = ignore.safeParse((0,yaml_read/* yamlOf */.hX)(text ?? ""));
        if (!read.success)
            return [];
        const slash = key.indexOf("/");
        return [{ group: slash < 0 ? "" : key.slice(0, slash), kind: key.slice(slash + 1), ...read.data }];
    });
    return [...named, ...comparedIn(data["resource.compareoptions"])];
}
const compareOptions = schemas/* object */.Ikc({ ignoreAggregatedRoles: schemas/* boolean */.zMY().optional() });
function comparedIn(text) {
    const read = compareOptions.safeParse((0,yaml_read/* yamlOf */.hX)(text ?? ""));
    if (!read.success || read.data.ignoreAggregatedRoles !== true)
        return [];
    const jqPathExpressions = ["select(.aggregationRule != null) | .rules"];
    return [{ group: "rbac.authorization.k8s.io", kind: "ClusterRole", jqPathExpressions }];
}

// EXTERNAL MODULE: ./build/src/gitops/if-readable.js
var if_readable = __webpack_require__(17656);
;// CONCATENATED MODULE: ./build/src/gitops/declared-settings.js




const declared_settings_name = "argocd-cm";
function declaredSettings(tree, { documents, chartAround }, remember) {
    const found = documents.flatMap((file) => {
        if (chartAround(file) !== undefined)
            return [];
        const read = () => settingsIn(tree.read(file) ?? new Uint8Array());
        return (0,if_readable/* ifReadable */.G)(() => remember("settings", tree.lookup(file)?.id ?? file, read)) ?? [];
    });
    return merged(found);
}
function settingsOf(declared, produced) {
    return readSettings({ ...declared, ...merged(produced.map(({ manifest }) => settingsData(manifest))) });
}
const merged = (found) => Object.fromEntries(found.flatMap((data) => Object.entries(data)));
function settingsIn(content) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (!bytes.includes(declared_settings_name))
        return [];
    return (0,yaml_read/* splitDocuments */.ZF)(bytes.toString("utf8")).flatMap(({ text }) => {
        const value = text.includes(declared_settings_name) ? (0,yaml_read/* yamlOf */.hX)(text) : undefined;
        return (0,gitops_json/* isObject */.Gv)(value) && (0,gitops_json/* isJson */.Fh)(value) ? [settingsData(value)] : [];
    });
}

// EXTERNAL MODULE: ./build/src/gitops/discover.js + 1 modules
var discover = __webpack_require__(20192);
// EXTERNAL MODULE: ./build/src/gitops/schema.js
var schema = __webpack_require__(85975);
;// CONCATENATED MODULE: ./build/src/gitops/application.js


const read = new WeakMap();
function readApplication(manifest, at) {
    const known = read.get(manifest) ?? parseApplication(manifest);
    read.set(manifest, known);
    return { ...known, at };
}
function parseApplication(manifest) {
    const object = (0,gitops_json/* withoutNulls */.Le)(manifest);
    const { metadata, spec } = schema/* applicationSchema */.Kv.parse(object);
    return {
        name: metadata.name ?? "",
        namespace: metadata.namespace ?? "",
        annotations: metadata.annotations ?? {},
        spec,
        object: (0,gitops_json/* isObject */.Gv)(object) ? object : {},
    };
}
function sourcesOf(spec) {
    if (spec.sourceHydrator !== undefined)
        return [spec.sourceHydrator.drySource];
    if (spec.sources !== undefined && spec.sources.length > 0)
        return spec.sources;
    return spec.source === undefined ? [] : [spec.source];
}
function sourceFields(spec) {
    if (spec.sourceHydrator !== undefined)
        return [["spec", "sourceHydrator", "drySource"]];
    if (hasMultipleSources(spec))
        return sourcesOf(spec).map((_, index) => ["spec", "sources", index]);
    return [["spec", "source"]];
}
function hasMultipleSources(spec) {
    return spec.sourceHydrator === undefined && (spec.sources?.length ?? 0) > 0;
}
function describeSource(source) {
    const revision = source.targetRevision ? `@${source.targetRevision}` : "";
    if (source.chart)
        return `${source.repoURL} ${source.chart}${revision}`;
    return `${source.repoURL}${source.path ? ` ${source.path}` : ""}${revision}`;
}
function waveOf(object) {
    for (const key of ["argocd.argoproj.io/sync-wave", "helm.sh/hook-weight"]) {
        const text = (0,gitops_json/* stringAt */.bX)(object, "metadata", "annotations", key);
        if (text !== undefined && /^[+-]?\d+$/.test(text))
            return Number(text);
    }
    return 0;
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/fasttemplate.js
function renderClassic(text, parameters) {
    if (!/\{\{.*\}\}/.test(text))
        return text;
    let out = "";
    let at = 0;
    for (;;) {
        const open = text.indexOf("{{", at);
        if (open < 0)
            return out + text.slice(at);
        const close = text.indexOf("}}", open + 2);
        if (close < 0)
            throw new Error(`Cannot find end tag="}}" in the template=${JSON.stringify(text)} starting from ${open + 2}`);
        const tag = text.slice(open + 2, close);
        const name = tag.trim();
        const value = name !== "" && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
        out += text.slice(at, open) + (typeof value === "string" ? value : `{{${tag}}}`);
        at = close + 2;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/context.js

class UnknownGenerator extends Error {
    generator;
    constructor(generator, why) {
        super(why);
        this.generator = generator;
    }
}
function templatingOf(spec) {
    let missingKey = "default";
    for (const option of spec.goTemplateOptions ?? []) {
        const value = /^missingkey=(default|invalid|zero|error)$/.exec(option)?.[1];
        if (value === undefined)
            throw new Error(`unrecognized goTemplateOptions entry ${JSON.stringify(option)}`);
        if (value === "default" || value === "invalid" || value === "zero" || value === "error")
            missingKey = value;
    }
    return { goTemplate: spec.goTemplate === true, missingKey };
}
async function renderTexts(texts, parameters, context, missingKey = context.missingKey) {
    if (!context.goTemplate)
        return texts.map((text) => renderClassic(text, parameters));
    const templated = texts.map((text, index) => ({ text, index })).filter(({ text }) => text.includes("{{"));
    if (templated.length === 0)
        return [...texts];
    const answers = await context.render(templated.map(({ text }) => ({ template: text, data: parameters, missingKey })));
    const rendered = [...texts];
    for (const [at, { index }] of templated.entries()) {
        const answer = answers[at];
        if (answer === undefined || "error" in answer)
            throw new Error(answer?.error ?? "the template engine did not answer");
        rendered[index] = answer.text;
    }
    return rendered;
}
async function withValues(parameters, values, context) {
    const keys = Object.keys(values ?? {});
    if (values === undefined || keys.length === 0)
        return parameters;
    const rendered = await renderTexts(keys.map((key) => values[key] ?? ""), parameters, context);
    const pairs = keys.map((key, index) => [key, rendered[index] ?? ""]);
    return context.goTemplate
        ? { ...parameters, values: Object.fromEntries(pairs) }
        : { ...parameters, ...Object.fromEntries(pairs.map(([key, value]) => [`values.${key}`, value])) };
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/deep-replace.js


async function deepReplace(value, parameters, context) {
    const texts = [];
    const collect = (text) => texts.push(text) - 1;
    const plan = walk(value, collect);
    const rendered = await renderTexts(texts, parameters, context);
    return plan((index) => rendered[index] ?? "");
}
function walk(value, collect) {
    if (typeof value === "string") {
        const index = collect(value);
        return (textOf) => textOf(index);
    }
    if (Array.isArray(value)) {
        const items = value.map((item) => walk(item, collect));
        return (textOf) => items.map((item) => item(textOf));
    }
    if (!(0,gitops_json/* isObject */.Gv)(value))
        return () => value;
    const entries = Object.entries(value).map(([key, item]) => ({ key: collect(key), item: walk(item, collect) }));
    return (textOf) => {
        const out = {};
        for (const { key, item } of entries)
            out[textOf(key)] = item(textOf);
        return out;
    };
}

// EXTERNAL MODULE: ./build/src/gitops/applicationset/names.js
var names = __webpack_require__(18349);
;// CONCATENATED MODULE: ./build/src/gitops/applicationset/selector.js
function selects(selector, labels) {
    if (selector === undefined)
        return true;
    const exact = Object.entries(selector.matchLabels ?? {}).map(([key, value]) => labels[key] === value);
    const sets = (selector.matchExpressions ?? []).map(({ key, operator, values = [] }) => {
        checkValues(operator, values);
        const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
        if (operator === "Exists")
            return value !== undefined;
        if (operator === "DoesNotExist")
            return value === undefined;
        const listed = value !== undefined && values.includes(value);
        return operator === "In" ? listed : !listed;
    });
    return [...exact, ...sets].every(Boolean);
}
function checkValues(operator, values) {
    const needsValues = operator === "In" || operator === "NotIn";
    if (!needsValues && operator !== "Exists" && operator !== "DoesNotExist") {
        throw new Error(`"${operator}" is not a valid selector operator; use In, NotIn, Exists or DoesNotExist`);
    }
    if (needsValues === (values.length === 0)) {
        throw new Error(`operator ${operator} ${needsValues ? "needs" : "must not have"} values`);
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/clusters.js



const inCluster = { name: "in-cluster", server: "https://kubernetes.default.svc" };
const privateAnnotations = new Set([
    "argocd.argoproj.io/refresh",
    "argocd.argoproj.io/refresh-timestamp",
    "argocd.argoproj.io/hydrate",
    "argocd.argoproj.io/hydrate-timestamp",
    "argocd.argoproj.io/tracking-id",
    "argocd.argoproj.io/installation-id",
    "kubectl.kubernetes.io/last-applied-configuration",
]);
async function clusterParameters(generator, context) {
    const { matchLabels = {}, matchExpressions = [] } = generator.selector ?? {};
    const selective = Object.keys(matchLabels).length > 0 || matchExpressions.length > 0;
    const declared = context.clusters.filter((cluster) => cluster.server !== inCluster.server || cluster.labels !== undefined);
    const chosen = declared
        .filter((cluster) => selects(generator.selector, { ...cluster.labels, "argocd.argoproj.io/secret-type": "cluster" }))
        .map((cluster) => parametersOf(cluster, context.goTemplate));
    if (!selective && !declared.some((cluster) => cluster.server === inCluster.server)) {
        chosen.push({ ...inCluster, nameNormalized: inCluster.name, project: "" });
    }
    const out = [];
    for (const parameters of chosen)
        out.push(await withValues(parameters, generator.values, context));
    return generator.flatList === true ? [{ clusters: out }] : out;
}
function parametersOf(cluster, goTemplate) {
    const base = {
        name: cluster.name,
        nameNormalized: (0,names/* normalizeName */.Pc)(cluster.name),
        server: cluster.server,
        project: cluster.project ?? "",
    };
    const labels = Object.entries(cluster.labels ?? {});
    const annotations = Object.entries(cluster.annotations ?? {}).filter(([key]) => !privateAnnotations.has(key));
    if (goTemplate) {
        const metadata = {
            ...(cluster.annotations && { annotations: Object.fromEntries(annotations) }),
            ...(labels.length > 0 && { labels: Object.fromEntries(labels) }),
        };
        return { ...base, metadata };
    }
    return {
        ...base,
        ...Object.fromEntries(annotations.map(([key, value]) => [`metadata.annotations.${key}`, value])),
        ...Object.fromEntries(labels.map(([key, value]) => [`metadata.labels.${key}`, value])),
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/parameters.js

function flatten(value, prefix = "", out = {}) {
    const entries = Array.isArray(value)
        ? value.map((item, index) => [String(index), item])
        : (0,gitops_json/* isObject */.Gv)(value)
            ? Object.entries(value)
            : [];
    for (const [key, item] of entries) {
        const name = prefix === "" ? key : `${prefix}.${key}`;
        if ((0,gitops_json/* isObject */.Gv)(item) || Array.isArray(item))
            flatten(item, name, out);
        else
            out[name] = item;
    }
    return out;
}
function printed(value) {
    if (value === null || value === undefined)
        return "<nil>";
    if (typeof value === "number")
        return printedNumber(value);
    if (Array.isArray(value))
        return `[${value.map(printed).join(" ")}]`;
    if ((0,gitops_json/* isObject */.Gv)(value)) {
        const keys = Object.keys(value).sort();
        return `map[${keys.map((key) => `${key}:${printed(value[key])}`).join(" ")}]`;
    }
    return String(value);
}
function printedNumber(value) {
    const size = Math.abs(value);
    const text = value !== 0 && (size < 1e-4 || size >= 1e6) ? value.toExponential() : String(value);
    return text.replace(/e([+-])(\d)$/, "e$10$2");
}
function flattenToText(value) {
    return Object.fromEntries(Object.entries(flatten(value)).map(([key, item]) => [key, printed(item)]));
}
function mergeDeep(base, override) {
    const out = { ...base };
    for (const [key, value] of Object.entries(override)) {
        const current = out[key];
        if ((0,gitops_json/* isObject */.Gv)(current) && (0,gitops_json/* isObject */.Gv)(value))
            out[key] = mergeDeep(current, value);
        else if (!isEmpty(value) || !(key in out))
            out[key] = value;
    }
    return out;
}
function isEmpty(value) {
    if (value === undefined || value === null || value === "" || value === 0 || value === false)
        return true;
    if (Array.isArray(value))
        return value.length === 0;
    return (0,gitops_json/* isObject */.Gv)(value) && Object.keys(value).length === 0;
}
function fillFrom(base, filler) {
    const out = { ...base };
    for (const [key, value] of Object.entries(filler)) {
        const current = out[key];
        if ((0,gitops_json/* isObject */.Gv)(current) && (0,gitops_json/* isObject */.Gv)(value))
            out[key] = fillFrom(current, value);
        else if (isEmpty(current))
            out[key] = value;
    }
    return out;
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/git.js






async function gitParameters(git, context) {
    const tree = await context.treeOf(git.repoURL, git.revision);
    if ("unavailable" in tree)
        throw new UnknownGenerator("git", `${git.repoURL} is not available: ${tree.unavailable}`);
    const found = git.directories !== undefined && git.directories.length > 0
        ? matching(directoriesOf(tree), git.directories, glob/* matchesPath */.$h).map((path) => pathParameters(path, git, context.goTemplate))
        : git.files !== undefined && git.files.length > 0
            ? matching([...tree.files()].sort(), git.files, glob/* matchesPathspec */.e5).flatMap((path) => fileParameters(tree, path, git, context))
            : undefined;
    if (found === undefined)
        throw new Error("the git generator has neither `directories` nor `files`");
    const out = [];
    for (const parameters of found)
        out.push(await withValues(parameters, git.values, context));
    return out;
}
function directoriesOf(tree) {
    const found = new Set();
    for (const file of tree.files()) {
        const segments = file.split("/").slice(0, -1);
        for (let depth = 1; depth <= segments.length; depth += 1) {
            if (segments[depth - 1]?.startsWith(".") === true)
                break;
            found.add(segments.slice(0, depth).join("/"));
        }
    }
    return [...found].sort();
}
function matching(paths, rules, matches) {
    const hit = (path, excluding) => rules.some((rule) => (rule.exclude === true) === excluding && matches(rule.path, path));
    return paths.filter((path) => hit(path, false) && !hit(path, true));
}
function pathParameters(path, git, goTemplate, file) {
    const own = { basename: (0,names/* baseName */.Fl)(path), basenameNormalized: (0,names/* normalizeName */.Pc)((0,names/* baseName */.Fl)(path)) };
    if (file !== undefined) {
        own["filename"] = (0,names/* baseName */.Fl)(file);
        own["filenameNormalized"] = (0,names/* normalizeName */.Pc)((0,names/* baseName */.Fl)(file));
    }
    const prefix = git.pathParamPrefix ?? "";
    if (goTemplate) {
        const nested = { path: { path, ...own, segments: path.split("/") } };
        return prefix === "" ? nested : { [prefix]: nested };
    }
    const name = prefix === "" ? "path" : `${prefix}.path`;
    const segments = path.split("/").map((segment, index) => [`${name}[${index}]`, segment]);
    return {
        [name]: path,
        ...Object.fromEntries(Object.entries(own).map(([key, value]) => [`${name}.${key}`, value])),
        ...Object.fromEntries(segments.filter(([, segment]) => segment !== "")),
    };
}
function fileParameters(tree, path, git, { goTemplate }) {
    const content = tree.read(path);
    const value = parseFile(path, content === undefined ? "" : new TextDecoder().decode(content));
    const objects = Array.isArray(value) ? value : [value ?? {}];
    return objects.map((object) => {
        if (!(0,gitops_json/* isObject */.Gv)(object))
            throw new Error(`${path} is neither an object nor a list of objects`);
        const parameters = goTemplate ? object : flattenToText(object);
        return { ...parameters, ...pathParameters((0,names/* directoryName */.jK)(path), git, goTemplate, path) };
    });
}
function parseFile(path, text) {
    try {
        return (0,yaml_read/* parseYaml */.hN)(text);
    }
    catch (error) {
        throw new Error(`${path} is not readable as YAML or JSON`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/list.js


function listParameters(list, { goTemplate }) {
    const elements = (list.elements ?? []).map((element, index) => {
        if (!(0,gitops_json/* isObject */.Gv)(element))
            throw new Error(`element ${index} of the list is not an object`);
        return goTemplate ? element : classicElement(element, index);
    });
    if (!list.elementsYaml)
        return elements;
    const more = (0,yaml_read/* parseYaml */.hN)(list.elementsYaml);
    if (!Array.isArray(more) || !more.every(gitops_json/* isObject */.Gv))
        throw new Error("`elementsYaml` is not a list of objects");
    return [...elements, ...more];
}
function classicElement(element, index) {
    const out = {};
    const put = (name, value) => {
        if (typeof value !== "string")
            throw new Error(`\`${name}\` of element ${index} is not a string, which only goTemplate accepts`);
        out[name] = value;
    };
    for (const [key, value] of Object.entries(element)) {
        if (key !== "values")
            put(key, value);
        else if ((0,gitops_json/* isObject */.Gv)(value))
            for (const [name, inner] of Object.entries(value))
                put(`values.${name}`, inner);
        else
            throw new Error(`\`values\` of element ${index} is not a map`);
    }
    return out;
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/matrix.js


async function matrixParameters(matrix, context, childParameters) {
    const [first, second, ...rest] = matrix.generators;
    if (first === undefined || second === undefined || rest.length > 0) {
        throw new Error(`the matrix generator takes exactly two generators and has ${matrix.generators.length}`);
    }
    const out = [];
    for (const outer of await childParameters(first, {})) {
        for (const inner of await childParameters(second, outer)) {
            out.push(context.goTemplate ? mergeDeep(mergeDeep({}, inner), outer) : combineTexts(outer, inner));
        }
    }
    return out;
}
function combineTexts(outer, inner) {
    const out = {};
    for (const [key, value] of [...Object.entries(outer), ...Object.entries(inner)]) {
        const text = printed(value);
        if (Object.hasOwn(out, key) && out[key] !== text) {
            throw new Error(`both generators of the matrix set \`${key}\`, to ${(0,gitops_json/* stableJson */._Y)(out[key])} and ${(0,gitops_json/* stableJson */._Y)(text)}`);
        }
        out[key] = text;
    }
    return out;
}
async function mergeParameters(merge, context, childParameters) {
    if (merge.generators.length < 2)
        throw new Error("the merge generator needs at least two generators");
    if (merge.mergeKeys.length === 0)
        throw new Error("the merge generator needs at least one of `mergeKeys`");
    const [base, ...overrides] = await Promise.all(merge.generators.map(async (generator) => byMergeKey(await childParameters(generator, {}), merge.mergeKeys)));
    const merged = base ?? new Map();
    for (const override of overrides) {
        for (const [key, parameters] of merged) {
            const own = override.get(key);
            if (own === undefined)
                continue;
            merged.set(key, context.goTemplate ? mergeDeep(parameters, own) : { ...parameters, ...own });
        }
    }
    return [...merged.values()];
}
function byMergeKey(sets, mergeKeys) {
    const out = new Map();
    for (const parameters of sets) {
        const key = (0,gitops_json/* stableJson */._Y)(Object.fromEntries(mergeKeys.map((name) => [name, parameters[name] ?? null])));
        if (out.has(key))
            throw new Error(`a generator inside merge has the merge key ${key} twice`);
        out.set(key, parameters);
    }
    return out;
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/pull-requests.js


async function pullRequestParameters(generator, context) {
    if (context.pullRequests.length === 0) {
        throw new UnknownGenerator("pullRequest", "open pull requests are known to the forge only, and no sample is given");
    }
    const out = [];
    for (const sample of context.pullRequests) {
        out.push(await withValues(pull_requests_parametersOf(sample, context.goTemplate), generator.values, context));
    }
    return out;
}
function pull_requests_parametersOf(sample, goTemplate) {
    return {
        number: String(sample.number),
        title: sample.title,
        branch: sample.branch,
        branch_slug: (0,names/* branchSlug */.W3)(sample.branch),
        target_branch: sample.targetBranch,
        target_branch_slug: (0,names/* branchSlug */.W3)(sample.targetBranch),
        head_sha: sample.headSha,
        head_short_sha: sample.headSha.slice(0, 8),
        head_short_sha_7: sample.headSha.slice(0, 7),
        author: sample.author,
        ...(goTemplate && { labels: [...(sample.labels ?? [])] }),
    };
}

// EXTERNAL MODULE: ./build/src/gitops/applicationset/schema.js
var applicationset_schema = __webpack_require__(88338);
;// CONCATENATED MODULE: ./build/src/gitops/applicationset/generators.js











const kinds = [
    "list",
    "clusters",
    "git",
    "scmProvider",
    "clusterDecisionResource",
    "pullRequest",
    "plugin",
    "oci",
    "matrix",
    "merge",
];
const depthLimit = 3;
async function generate(generator, template, context) {
    const present = kinds.filter((kind) => generator[kind] !== undefined);
    if (present.length === 0)
        throw new Error("an entry of `generators` names no generator that Argo CD has");
    const out = [];
    for (const kind of present) {
        const own = generator[kind];
        const ownTemplate = (0,gitops_json/* isObject */.Gv)(own) && (0,gitops_json/* isObject */.Gv)(own["template"]) && (0,gitops_json/* isJson */.Fh)(own["template"]) ? own["template"] : {};
        const found = await generators_parametersOf(kind, generator, context, 1);
        out.push({
            parameters: found.filter((parameters) => selects(generator.selector, flattenToText(parameters))),
            template: fillFrom(ownTemplate, template),
        });
    }
    return out;
}
async function generators_parametersOf(kind, generator, context, depth) {
    const child = (inner, outer) => childParameters(inner, outer, context, depth + 1);
    if (kind === "list" && generator.list)
        return listParameters(generator.list, context);
    if (kind === "git" && generator.git)
        return gitParameters(generator.git, context);
    if (kind === "clusters" && generator.clusters)
        return clusterParameters(generator.clusters, context);
    if (kind === "pullRequest" && generator.pullRequest)
        return pullRequestParameters(generator.pullRequest, context);
    if (kind === "matrix" && generator.matrix)
        return matrixParameters(generator.matrix, context, child);
    if (kind === "merge" && generator.merge)
        return mergeParameters(generator.merge, context, child);
    throw new UnknownGenerator(kind, "its result is known to a live system only");
}
async function childParameters(generator, outer, context, depth) {
    if (depth > depthLimit)
        throw new Error("matrix and merge generators nest at most twice");
    const rendered = Object.keys(outer).length === 0 ? generator : await interpolate(generator, outer, context);
    const present = kinds.filter((kind) => rendered[kind] !== undefined);
    const [kind] = present;
    if (kind === undefined)
        throw new Error("a nested generator names no generator that Argo CD has");
    if (present.length > 1)
        throw new Error(`a nested entry holds more than one generator: ${present.join(", ")}`);
    const found = await generators_parametersOf(kind, rendered, context, depth);
    return found.filter((parameters) => selects(generator.selector, flattenToText(parameters)));
}
async function interpolate(generator, outer, context) {
    const { own, values } = splitValues(generator);
    const rendered = await deepReplace(own, outer, context);
    if (!(0,gitops_json/* isObject */.Gv)(rendered))
        throw new Error("the nested generator is not an object");
    for (const [kind, texts] of Object.entries(values)) {
        const target = rendered[kind];
        if (!(0,gitops_json/* isObject */.Gv)(target))
            continue;
        const resolved = {};
        for (const [key, text] of Object.entries(texts))
            resolved[key] = await early(text, outer, context);
        target["values"] = resolved;
    }
    return applicationset_schema/* generatorSchema */.D.parse(rendered);
}
function splitValues(generator) {
    const own = {};
    const values = {};
    for (const [kind, options] of Object.entries(generator)) {
        if (!(0,gitops_json/* isJson */.Fh)(options) || kind === "selector")
            continue;
        const inner = (0,gitops_json/* isObject */.Gv)(options) ? options["values"] : undefined;
        if ((0,gitops_json/* isObject */.Gv)(options) && (0,gitops_json/* isObject */.Gv)(inner)) {
            const { values: _taken, ...rest } = options;
            own[kind] = rest;
            values[kind] = Object.fromEntries(Object.entries(inner).filter((pair) => typeof pair[1] === "string"));
        }
        else {
            own[kind] = options;
        }
    }
    return { own, values };
}
async function early(text, outer, context) {
    try {
        return String(await deepReplace(text, outer, { ...context, missingKey: "error" }));
    }
    catch (error) {
        if (error instanceof Error && /map has no entry for key|can't evaluate field/.test(error.message))
            return text;
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/template-patch.js


function applyTemplatePatch(application, patchText) {
    const patch = (0,yaml_read/* parseYaml */.hN)(patchText);
    if (patch === undefined || patch === null)
        return application;
    if (!(0,gitops_json/* isObject */.Gv)(patch) || !(0,gitops_json/* isJson */.Fh)(patch))
        throw new Error("`templatePatch` does not render to a YAML object");
    const patched = merge(application, patch);
    const project = (0,gitops_json/* isObject */.Gv)(application["spec"]) ? application["spec"]["project"] : undefined;
    const spec = patched["spec"];
    if ((0,gitops_json/* isObject */.Gv)(spec) && project !== undefined)
        spec["project"] = project;
    return patched;
}
function merge(base, patch) {
    if (patch["$patch"] === "replace")
        return clean(patch);
    const out = { ...base };
    for (const [key, value] of Object.entries(patch)) {
        if (key === "$patch" || key === "$retainKeys")
            continue;
        if (value === null || ((0,gitops_json/* isObject */.Gv)(value) && value["$patch"] === "delete"))
            delete out[key];
        else
            out[key] = (0,gitops_json/* isObject */.Gv)(value) ? merge(objectOr(out[key]), value) : value;
    }
    return out;
}
function objectOr(value) {
    return (0,gitops_json/* isObject */.Gv)(value) ? value : {};
}
function clean(value) {
    return Object.fromEntries(Object.entries(value).filter(([key, item]) => key !== "$patch" && item !== null));
}

;// CONCATENATED MODULE: ./build/src/gitops/applicationset/applications.js






const applicationsPerSetLimit = 2000;
async function generateApplications(object, world) {
    const { metadata, spec } = applicationset_schema/* applicationSetSchema */.e.parse(object);
    const out = { applications: [], problems: [] };
    let context;
    try {
        context = { ...world, ...templatingOf(spec) };
    }
    catch (error) {
        return { ...out, problems: [problem(error, 0)] };
    }
    for (const [index, generator] of spec.generators.entries()) {
        try {
            for (const { parameters, template } of await generate(generator, spec.template, context)) {
                for (const one of parameters) {
                    if (out.applications.length >= applicationsPerSetLimit) {
                        throw new Error(`it makes more than ${applicationsPerSetLimit} Applications; the rest is left out`);
                    }
                    await addApplication({ spec, template, parameters: one, generator: index, namespace: metadata.namespace }, context, out);
                }
            }
        }
        catch (error) {
            out.problems.push(problem(error, index));
        }
    }
    return out;
}
async function addApplication(draft, context, out) {
    try {
        const object = await applications_instantiate(draft, context);
        const name = (0,gitops_json/* stringAt */.bX)(object, "metadata", "name");
        if (!name)
            throw new Error("an Application it generates has no `metadata.name`");
        if (out.applications.some((other) => (0,gitops_json/* stringAt */.bX)(other.object, "metadata", "name") === name)) {
            const message = `it generates ${name} more than once, the second time from ${(0,gitops_json/* stableJson */._Y)(draft.parameters)}; Argo CD applies neither`;
            out.problems.push({ kind: "duplicate", message, generator: draft.generator });
            return;
        }
        out.applications.push({ object, generator: draft.generator, parameters: draft.parameters });
    }
    catch (error) {
        out.problems.push(problem(error, draft.generator));
    }
}
async function applications_instantiate(draft, context) {
    const { parameters, spec, template } = draft;
    const base = { metadata: (0,gitops_json/* objectAt */.lJ)(template, "metadata") ?? {}, spec: (0,gitops_json/* objectAt */.lJ)(template, "spec") ?? {} };
    const untouched = Object.keys(parameters).length === 0;
    const rendered = untouched ? base : await deepReplace(base, parameters, context);
    if (!(0,gitops_json/* isObject */.Gv)(rendered))
        throw new Error("the template is not an object");
    let patched = untouched ? rendered : withFinalizer(rendered, spec);
    if (spec.templatePatch !== undefined) {
        const [patch] = await renderTexts([spec.templatePatch], parameters, context);
        patched = applyTemplatePatch(patched, patch ?? "");
    }
    const { namespace: _ignored, ...metadata } = (0,gitops_json/* objectAt */.lJ)(patched, "metadata") ?? {};
    const home = draft.namespace === undefined ? {} : { namespace: draft.namespace };
    return {
        apiVersion: "argoproj.io/v1alpha1",
        kind: "Application",
        metadata: { ...metadata, ...home },
        spec: patched["spec"] ?? {},
    };
}
function withFinalizer(application, { syncPolicy }) {
    const metadata = (0,gitops_json/* objectAt */.lJ)(application, "metadata") ?? {};
    const { finalizers } = metadata;
    if (syncPolicy?.preserveResourcesOnDeletion === true)
        return application;
    if (Array.isArray(finalizers) && finalizers.length > 0)
        return application;
    return { ...application, metadata: { ...metadata, finalizers: ["resources-finalizer.argocd.argoproj.io"] } };
}
function problem(error, generator) {
    if (error instanceof UnknownGenerator) {
        return {
            kind: "unknown",
            message: `its ${error.generator} generator cannot be run here: ${error.message}`,
            generator,
        };
    }
    return { kind: "failed", message: error instanceof Error ? error.message : String(error), generator };
}

// EXTERNAL MODULE: ./build/src/gitops/finding.js
var finding = __webpack_require__(53875);
// EXTERNAL MODULE: ./build/src/gitops/object-issues.js
var object_issues = __webpack_require__(21904);
;// CONCATENATED MODULE: ./build/src/gitops/unit.js

function identityOf(unit) {
    return `${unit.kind} ${unit.namespace}/${unit.name}`;
}
function sameSpec(a, b) {
    return (0,gitops_json/* stableJson */._Y)(a.application.spec) === (0,gitops_json/* stableJson */._Y)(b.application.spec);
}
function* lineage(unit) {
    for (let at = unit; at !== undefined; at = at.parent)
        yield at;
}
function isBareChart({ kind, application }) {
    return kind === "implicit" && application.spec.source?.helm !== undefined;
}

// EXTERNAL MODULE: ./build/src/gitops/yaml-positions.js + 1 modules
var yaml_positions = __webpack_require__(57188);
;// CONCATENATED MODULE: ./build/src/gitops/children.js








async function offspring(produced, context) {
    const found = { units: [], projects: [], findings: [] };
    for (const { manifest, at } of produced) {
        const kind = (0,gitops_json/* stringAt */.bX)(manifest, "kind");
        if (manifest["apiVersion"] !== "argoproj.io/v1alpha1" || !(0,object_issues/* isArgoKind */.ck)(kind))
            continue;
        const object = (0,gitops_json/* withoutNulls */.Le)(manifest);
        if (!(0,gitops_json/* isObject */.Gv)(object))
            continue;
        const issues = (0,object_issues/* objectIssues */.Kr)(kind, object);
        const doubtful = context.parent && isBareChart(context.parent);
        for (const issue of issues) {
            const severity = issue.severity ?? (doubtful === true ? "warning" : undefined);
            found.findings.push(issueFinding(kind, { object, at, parent: context.parent }, { ...issue, severity }));
        }
        if (issues.some((issue) => issue.severity === undefined))
            continue;
        if (kind === "Application")
            found.units.push(unitOf(object, at, context));
        else if (kind === "ApplicationSet")
            await addGenerated(object, at, context, found);
        else
            found.projects.push(projectOf(object, context));
    }
    return found;
}
function issueFinding(kind, written, { path, message, severity }) {
    const name = (0,gitops_json/* stringAt */.bX)(written.object, "metadata", "name") ?? "without a name";
    const rest = { resource: (0,object_issues/* idOfObject */.Ay)(written.object), path: (0,yaml_positions/* formatPath */.jV)(path), ...(severity && { severity }) };
    const about = (0,finding/* finding */.g)(object_issues/* argoKinds */.XW[kind].rule, `${kind} ${name}: ${message}`, { ...rest, at: [...written.at] });
    return { finding: about, about: written, path };
}
function projectOf(object, { namespace }) {
    const { metadata, spec } = schema/* projectSchema */.$b.parse(object);
    return { project: { name: metadata.name ?? "", spec }, namespace: metadata.namespace ?? namespace };
}
function unitOf(object, at, { namespace, parent }) {
    const application = readApplication(object, at);
    return {
        kind: "Application",
        name: application.name,
        namespace: application.namespace || namespace,
        application,
        ...(parent && { parent }),
        depth: (parent?.depth ?? -1) + 1,
        at,
    };
}
const problemRules = {
    failed: "gitops/generator-failed",
    unknown: "gitops/generator-unknown",
    duplicate: "gitops/duplicate-application",
};
async function addGenerated(set, at, context, found) {
    const name = (0,gitops_json/* stringAt */.bX)(set, "metadata", "name") ?? "";
    const namespace = (0,gitops_json/* stringAt */.bX)(set, "metadata", "namespace") ?? context.namespace;
    const tell = (rule, message, field) => {
        const told = (0,finding/* finding */.g)(rule, `ApplicationSet ${name}${message}`, { path: (0,yaml_positions/* formatPath */.jV)(field), at });
        found.findings.push({ finding: told, about: { object: set, at, parent: context.parent }, path: field });
    };
    const { applications, problems } = await generateApplications(set, context.world);
    for (const { kind, message, generator } of problems) {
        tell(problemRules[kind], `: ${message}`, ["spec", "generators", generator]);
    }
    if ((0,gitops_json/* stringAt */.bX)(set, "spec", "strategy", "type") === "RollingSync") {
        const message = " syncs its Applications in steps; the order is not simulated here";
        tell("gitops/rolling-sync", message, ["spec", "strategy"]);
    }
    for (const { object, generator, parameters } of applications) {
        const via = `ApplicationSet ${name}, generator ${generator}, ${shorten((0,gitops_json/* stableJson */._Y)(parameters))}`;
        const origin = at.map((place, index) => (index === 0 ? { ...place, via } : place));
        const generated = { set, generator, parameters, at };
        const issues = (0,object_issues/* objectIssues */.Kr)("Application", object);
        for (const { severity, ...issue } of issues) {
            const written = { object, at: origin, generated, parent: context.parent };
            found.findings.push(issueFinding("Application", written, { ...issue, severity }));
        }
        if (issues.every((issue) => issue.severity === "warning")) {
            found.units.push({ ...unitOf(object, origin, { ...context, namespace }), generated });
        }
    }
}
function shorten(text) {
    return text.length <= 160 ? text : `${text.slice(0, 157)}...`;
}

;// CONCATENATED MODULE: ./build/src/gitops/options.js
const limits = {
    depth: 20,
    applications: 5000,
};

;// CONCATENATED MODULE: ./build/src/gitops/forest.js




class Forest {
    units = [];
    projects = [];
    findings = [];
    fieldFindings = [];
    byIdentity = new Map();
    read = new Set();
    context;
    full = false;
    constructor(context) {
        this.context = context;
    }
    async grow(seeds) {
        let generation = this.admit(seeds);
        while (generation.length > 0) {
            const outcomes = await Promise.all(generation.map((unit) => this.context.render(unit)));
            const children = [];
            for (const [index, unit] of generation.entries()) {
                const outcome = outcomes[index];
                if (outcome === undefined)
                    continue;
                unit.outcome = outcome;
                this.note(unit);
                if (outcome.ok)
                    children.push(...(await this.childrenOf(unit, outcome.rendering.produced)));
            }
            generation = this.admit(children);
        }
    }
    filesRead() {
        return this.read;
    }
    note({ outcome }) {
        const reads = outcome?.ok === true ? outcome.rendering.reads : outcome?.reads;
        for (const [file, id] of Object.entries(reads?.files ?? {}))
            if (id !== null)
                this.read.add(file);
    }
    async childrenOf(unit, produced) {
        const namespace = unit.application.spec.destination.namespace || this.context.argoNamespace;
        const found = await offspring(produced, { world: this.context.world, namespace, parent: unit });
        this.take(found);
        return found.units;
    }
    take(found) {
        this.projects.push(...found.projects.map(({ project }) => project));
        this.fieldFindings.push(...found.findings);
    }
    admit(candidates) {
        const admitted = [];
        for (const unit of candidates) {
            if (this.closesCycle(unit) || this.adopts(unit) || this.exceeds(unit))
                continue;
            const key = identityOf(unit);
            this.byIdentity.set(key, [...(this.byIdentity.get(key) ?? []), unit]);
            this.units.push(unit);
            admitted.push(unit);
        }
        return admitted;
    }
    closesCycle(unit) {
        if (unit.parent === undefined)
            return false;
        const path = [...lineage(unit.parent)];
        const again = path.findIndex((other) => identityOf(other) === identityOf(unit));
        if (again < 0)
            return false;
        this.reportCycle(path.slice(0, again + 1).reverse(), unit);
        return true;
    }
    reportCycle(loop, unit) {
        const names = [...loop.map(({ name }) => name), unit.name].join(" → ");
        const self = loop.length === 1;
        const message = self
            ? `Application ${unit.name} creates itself`
            : `Applications create each other in a circle: ${names}`;
        const hint = self
            ? "Argo CD accepts that, but a sync with pruning deletes the Application once its file is gone or it has another name; unless it is to manage itself, keep its file out of the path it watches"
            : "Let one of them be created by something outside the circle";
        this.findings.push((0,finding/* finding */.g)("gitops/cycle", message, {
            ...(self && { severity: "notice" }),
            hint,
            application: unit.name,
            at: distinct(unit.at),
        }));
    }
    adopts(unit) {
        const known = this.byIdentity.get(identityOf(unit))?.find((other) => sameSpec(other, unit));
        if (known === undefined)
            return false;
        if (unit.parent !== undefined && known.parent === undefined && known !== unit.parent) {
            const path = [...lineage(unit.parent)];
            const again = path.indexOf(known);
            if (again >= 0)
                this.reportCycle(path.slice(0, again + 1).reverse(), unit);
            else
                known.parent = unit.parent;
        }
        return true;
    }
    exceeds(unit) {
        const deep = unit.depth > limits.depth;
        if (!deep && this.units.length < limits.applications)
            return false;
        if (!deep && this.full)
            return true;
        this.full ||= !deep;
        const message = deep
            ? `Application ${unit.name} lies more than ${limits.depth} Applications deep and is not followed`
            : `The repository has more than ${limits.applications} Applications; the rest is not rendered`;
        this.findings.push((0,finding/* finding */.g)("render/limit", message, { application: unit.name, at: [...unit.at] }));
        return true;
    }
}
function distinct(places) {
    const told = new Set();
    return places.filter(({ file, line, column }) => {
        const place = `${file}:${line}:${column}`;
        return !told.has(place) && told.add(place);
    });
}

;// CONCATENATED MODULE: ./build/src/yaml/template.js
function looksLikeTemplate(text) {
    return /^[ \t]*(?:-[ \t]+)?(?:\{\{|\{%|<%)|:[ \t]+(?:\{\{|\{%|<%)/m.test(text);
}

// EXTERNAL MODULE: ./build/src/gitops/layout.js
var gitops_layout = __webpack_require__(40734);
;// CONCATENATED MODULE: ./build/src/gitops/implicit.js





const thisRepository = "slipway:this-repository";
function implicitUnit(name, source, at, namespace = "") {
    const application = {
        name,
        namespace: "",
        annotations: {},
        spec: {
            project: "default",
            destination: { server: "https://kubernetes.default.svc", ...(namespace !== "" && { namespace }) },
            source: { repoURL: thisRepository, ...source },
        },
        object: {},
        at: [],
    };
    return { kind: "implicit", name, namespace: "", application, depth: 0, at: [at] };
}
function nameOf(directory) {
    return directory === "" ? "(root)" : directory;
}
function kustomizationUnit(directory, layout) {
    const file = layout.kustomizations.get(directory)?.file ?? directory;
    return implicitUnit(nameOf(directory), { path: directory, kustomize: {} }, { file, line: 1, column: 1 });
}
function chartUnit(directory) {
    const releaseName = (0,names/* normalizeName */.Pc)((0,names/* baseName */.Fl)(directory === "" ? "release" : directory)).replaceAll(".", "-") || "release";
    const file = directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`;
    return implicitUnit(nameOf(directory), { path: directory, helm: { releaseName } }, { file, line: 1, column: 1 }, "default");
}
function uncoveredKustomizations(layout, read, pointedAt) {
    return layout.roots.filter((directory) => {
        const file = layout.kustomizations.get(directory)?.file;
        return file !== undefined && !read.has(file) && !pointedAt.has(directory) && !isHidden(directory);
    });
}
function manifestsUnit(directory, files, layout) {
    const [first = directory] = files;
    const unit = implicitUnit(`${nameOf(directory)} (manifests)`, { path: directory }, { file: first, line: 1, column: 1 });
    const aside = [directory, ...(0,gitops_layout/* ancestors */.T1)(directory)].some((above) => layout.kustomizations.has(above));
    return { ...unit, files, ...(aside && { aside }) };
}
function uncoveredCharts(layout, read, pointedAt) {
    return [...layout.charts.values()]
        .filter(({ directory, library }) => {
        const file = directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`;
        return !library && !read.has(file) && !pointedAt.has(directory) && !isHidden(directory);
    })
        .map(({ directory }) => directory)
        .sort();
}
const isHidden = (path) => /(?:^|\/)\./.test(path);
function uncoveredManifests(tree, layout, read, remember = gitops_layout/* rememberNothing */.b) {
    const folders = new Map();
    for (const file of layout.documents) {
        if (read.has(file) || layout.owned.has(file) || isHidden(file) || layout.chartAround(file) !== undefined)
            continue;
        if ((0,if_readable/* ifReadable */.G)(() => isManifest(tree, file, remember)) !== true)
            continue;
        const folder = (0,gitops_layout/* parent */.$t)(file);
        folders.set(folder, [...(folders.get(folder) ?? []), file]);
    }
    return new Map([...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
}
function isManifest(tree, file, remember) {
    const kind = file.endsWith(".json") ? "manifest in JSON" : "manifest in YAML";
    return remember(kind, tree.lookup(file)?.id ?? file, () => looksLikeManifest(file, (0,gitops_layout/* textOf */.b6)(tree, file)));
}
function isYaml(text) {
    try {
        for (const document of (0,yaml_read/* splitDocuments */.ZF)(text))
            (0,yaml_read/* parseYaml */.hN)(document.text);
        return true;
    }
    catch {
        return false;
    }
}
function looksLikeManifest(file, text) {
    const [version, kind] = file.endsWith(".json")
        ? [/"apiVersion"\s*:\s*"([^"]+)"/, /"kind"\s*:\s*"[^"]/]
        : [/^(?:--- *)?["']?apiVersion["']?\s*:\s*["']?([\w./-]+)/m, /^["']?kind["']?\s*:\s*["']?\w/m];
    const found = version.exec(text)?.[1];
    if (found === undefined || !kind.test(text))
        return false;
    if (looksLikeTemplate(text) && !isYaml(text))
        return false;
    return !found.startsWith("slipway.dev/") && !found.startsWith("kustomize.config.k8s.io/");
}

// EXTERNAL MODULE: ./build/src/gitops/failure.js
var gitops_failure = __webpack_require__(45380);
;// CONCATENATED MODULE: ./build/src/gitops/tar.js

class ArchiveRefused extends Error {
}
const block = 512;
const mostEntries = 100_000;
const longestName = 4096;
function unpackTar(tar) {
    const files = new Map();
    const links = new Set();
    for (const { name, type, target, content } of entriesOf(tar)) {
        if (files.size >= mostEntries)
            throw new ArchiveRefused(`it holds more than ${mostEntries.toLocaleString("en-US")} files`);
        const path = inside(name);
        if (path === "" || (type !== "file" && type !== "symlink"))
            continue;
        if (links.size > 0 && above(path).some((directory) => links.has(directory)))
            throw new ArchiveRefused(`"${name}" lies behind a symbolic link`);
        links.delete(path);
        if (type === "symlink")
            links.add(path);
        files.set(path, { type, content: type === "file" ? content : Buffer.from(within(path, target)) });
    }
    return files;
}
function inside(name) {
    if (name.length > longestName)
        throw new ArchiveRefused(`it has a name of ${name.length} characters`);
    const clean = external_node_path_.posix.normalize(name).replace(/^\/+|\/+$/g, "");
    if (clean === ".." || clean.startsWith("../"))
        throw new ArchiveRefused(`"${name}" leads out of it`);
    return clean === "." ? "" : clean;
}
function within(path, target) {
    if (target.length > longestName)
        throw new ArchiveRefused(`it has a link of ${target.length} characters`);
    const directory = external_node_path_.posix.dirname(path);
    const clean = external_node_path_.posix.normalize(external_node_path_.posix.join(directory, target));
    if (clean === ".." || clean.startsWith("../"))
        throw new ArchiveRefused(`the symbolic link "${path}" leads out of it, to "${target}"`);
    return external_node_path_.posix.relative(directory, clean) || ".";
}
function above(path) {
    const names = path.split("/").slice(0, -1);
    return names.map((_, i) => names.slice(0, i + 1).join("/"));
}
const types = { "": "file", "0": "file", "2": "symlink" };
function* entriesOf(tar) {
    let long = {};
    for (let at = 0; at + block <= tar.length;) {
        const header = tar.subarray(at, at + block);
        if (header.every((byte) => byte === 0))
            return;
        const flag = tar_text(header, 156, 1);
        const size = /[1-6]/.test(flag) ? 0 : ((/[xgLK]/.test(flag) ? undefined : long.size) ?? tar_number(header, 124, 12));
        const end = at + block + size;
        if (!Number.isSafeInteger(size) || end > tar.length)
            throw new ArchiveRefused("it is cut off");
        const content = tar.subarray(at + block, end);
        at = at + block + Math.ceil(size / block) * block;
        if (flag === "x")
            long = { ...long, ...paxRecords(content) };
        else if (flag === "L")
            long = { ...long, path: terminated(content) };
        else if (flag === "K")
            long = { ...long, linkpath: terminated(content) };
        else if (flag !== "g") {
            const prefix = tar_text(header, 257, 6) === "ustar" ? tar_text(header, 345, 155) : "";
            const name = long.path ?? (prefix === "" ? tar_text(header, 0, 100) : `${prefix}/${tar_text(header, 0, 100)}`);
            const type = name.endsWith("/") ? "other" : (types[flag] ?? "other");
            yield { name, type, target: long.linkpath ?? tar_text(header, 157, 100), content };
            long = {};
        }
    }
}
function terminated(bytes) {
    const end = bytes.indexOf(0);
    return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end)).toString("utf8");
}
const tar_text = (header, start, length) => terminated(header.subarray(start, start + length));
function tar_number(header, start, length) {
    const field = header.subarray(start, start + length);
    if (((field[0] ?? 0) & 0x80) === 0) {
        const digits = terminated(field).trim();
        return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || "0", 8) : Number.NaN;
    }
    return field.reduce((value, byte, i) => value * 256 + (i === 0 ? byte & 0x7f : byte), 0);
}
function paxRecords(bytes) {
    const found = {};
    for (let at = 0; at < bytes.length;) {
        const space = bytes.indexOf(0x20, at);
        const length = space < 0 || space - at > 20 ? Number.NaN : Number(Buffer.from(bytes.subarray(at, space)).toString("latin1"));
        if (!Number.isInteger(length) || length <= space - at || at + length > bytes.length)
            throw new ArchiveRefused("it has a damaged extended header");
        const record = Buffer.from(bytes.subarray(space + 1, at + length - 1)).toString("utf8");
        const [key, value] = [record.slice(0, record.indexOf("=")), record.slice(record.indexOf("=") + 1)];
        if (key === "path")
            found.path = value;
        if (key === "linkpath")
            found.linkpath = value;
        if (key === "size")
            found.size = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
        at += length;
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/gitops/archive-tree.js






const unpackedLimit = 100 * 2 ** 20;
const opened = new WeakMap();
function archiveTree(archive, sources) {
    const known = opened.get(sources) ?? new Map();
    opened.set(sources, known);
    const key = `${archive.id} ${archive.isChart ? "chart" : "files"}`;
    const tree = known.get(key) ?? (0,src_tree/* openFiles */.Km)(unpack({ ...archive, read: () => (0,external_node_fs_.readFileSync)(archive.file) }), archive.name);
    known.set(key, tree);
    return tree;
}
function chartTree(content, name) {
    return (0,src_tree/* openFiles */.Km)(unpack({ read: () => Buffer.from(content), isChart: true, name }), name);
}
function unpack({ read, isChart, name }) {
    try {
        const packed = read();
        const isGzip = packed[0] === 0x1f && packed[1] === 0x8b;
        const files = unpackTar(isGzip ? (0,external_node_zlib_.gunzipSync)(packed, { maxOutputLength: unpackedLimit }) : packed);
        return isChart ? withoutFolder(files, name) : files;
    }
    catch (error) {
        if (error instanceof gitops_failure/* RenderFailure */.bh)
            throw error;
        const refused = error instanceof ArchiveRefused;
        const why = error instanceof Error ? error.message : String(error);
        throw new gitops_failure/* RenderFailure */.bh(refused ? "render/refused" : "render/failed", `${name} is not unpacked: ${why}`, {
            cause: error,
        });
    }
}
function withoutFolder(files, name) {
    const chart = [...files.keys()].find((path) => external_node_path_.posix.basename(path) === "Chart.yaml" && path.split("/").length === 2);
    if (chart === undefined)
        throw new gitops_failure/* RenderFailure */.bh("render/failed", `${name} is no chart: it has no Chart.yaml in a folder of its own`);
    const folder = `${external_node_path_.posix.dirname(chart)}/`;
    const own = [...files].filter(([path]) => path.startsWith(folder));
    return new Map(own.map(([path, file]) => [path.slice(folder.length), file]));
}

;// CONCATENATED MODULE: ./build/src/gitops/placement.js



function followsBranch(revision, branches) {
    if (revision === undefined || revision === "" || revision === "HEAD")
        return true;
    return branches.has(revision.replace(/^refs\/heads\//, "").replace(/^origin\//, ""));
}
async function placeRepository(source, context) {
    const revision = source.targetRevision ?? "";
    if (context.identity.isThis(source.repoURL)) {
        if (followsBranch(revision, context.branches))
            return { tree: context.tree, kind: "working" };
        const tree = await context.trees.treeAt(revision);
        if (tree !== undefined)
            return { tree, kind: "revision" };
        throw new gitops_failure/* RenderFailure */.bh("gitops/pinned-revision", `The source is pinned to ${revision}, which this clone does not have`, {
            hint: "Fetch that revision (actions/checkout: fetch-depth: 0, fetch-tags: true) to have it rendered",
            field: ["targetRevision"],
        });
    }
    const found = await context.sources.git(source.repoURL, revision === "" ? "HEAD" : revision);
    if ("unavailable" in found)
        throw unavailableSource(`${source.repoURL} at ${revision || "HEAD"}`, found, { field: ["repoURL"] });
    const tree = await context.trees.open(found.directory, found.commit);
    return { tree, kind: "elsewhere", resolved: found.commit };
}
function unavailableSource(what, { unavailable: reason, hint, rule }, blame) {
    const own = rule === "sources/digest-mismatch" ? rule : "render/source-unavailable";
    return new gitops_failure/* RenderFailure */.bh(own, `${what} could not be fetched`, {
        detail: reason,
        hint,
        ...blame,
    });
}
function archiveOf(source) {
    const version = source.targetRevision ?? "";
    if (source.chart)
        return { repository: source.repoURL, chart: source.chart, version };
    return source.repoURL.startsWith("oci://") ? { repository: source.repoURL, chart: "", version } : undefined;
}
async function placeArchive(ref, { sources }, log) {
    const [found] = await fetchCharts([ref], sources, log);
    if (found === undefined)
        throw new TypeError("one chart was asked for");
    const { file, id, contents, version } = found;
    const isChart = contents !== "files";
    if (ref.chart !== "" && !isChart)
        throw noChart(ref);
    const name = `${ref.chart || ref.repository} ${version}`;
    return { tree: archiveTree({ file, id, isChart, name }, sources), kind: "elsewhere", resolved: version };
}
async function mountCharts(tree, refs, { sources, trees }, log) {
    const mounts = (await fetchCharts(refs, sources, log)).map(({ ref, file, id, contents }) => {
        if (contents === "files")
            throw noChart(ref);
        return { path: (0,src_tree/* chartPath */.YB)(ref), file, id };
    });
    return trees.mount(tree, mounts);
}
async function fetchCharts(refs, sources, log) {
    const asked = await Promise.all(refs.map(async (ref) => ({ ref, found: await sources.chart(ref) })));
    const missing = asked.flatMap(({ ref, found }) => ("unavailable" in found ? [{ ref, found }] : []));
    if (missing.length > 0)
        throw unavailableCharts(missing);
    return asked.flatMap(({ ref, found }) => {
        if ("unavailable" in found)
            return [];
        log.addChart({ ref, id: found.id, locked: found.locked ?? true });
        return [{ ref, ...found }];
    });
}
function noChart(ref) {
    const message = `${ref.chart || ref.repository} ${ref.version} holds plain files, but a chart is asked for`;
    return new gitops_failure/* RenderFailure */.bh("render/failed", message, { charts: [ref] });
}
function unavailableCharts(missing) {
    const gravest = missing.find(({ found }) => found.rule === "sources/digest-mismatch") ?? missing[0];
    const names = missing.map(({ ref }) => `${ref.chart || ref.repository} ${ref.version}`).join(", ");
    const unavailable = [...new Set(missing.map(({ found }) => found.unavailable))].join("\n");
    const charts = missing.map(({ ref }) => ref);
    const kind = missing.some(({ ref }) => ref.chart !== "") ? "Chart" : "Artifact";
    return unavailableSource(`${missing.length === 1 ? kind : `${kind}s`} ${names}`, { ...gravest?.found, unavailable }, { charts });
}

;// CONCATENATED MODULE: ./build/src/gitops/produced.js
const mounted = (path) => path.startsWith(".slipway/");
function sorted(record) {
    const own = Object.entries(record).filter(([path]) => !mounted(path));
    return Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1)));
}
class ReadLog {
    reads = { files: {}, listings: {} };
    used = new Map();
    fetched = new Map();
    watch(tree) {
        const { files, listings } = this.reads;
        return {
            read: (path) => {
                const content = tree.read(path);
                files[path] = content === undefined ? null : (tree.lookup(path)?.id ?? null);
                return content;
            },
            list: (path) => {
                listings[path] = tree.listingId(path) ?? null;
                return tree.list(path);
            },
            lookup: (path) => {
                const entry = tree.lookup(path);
                if (entry === undefined)
                    files[path] = null;
                return entry;
            },
            listingId: (path) => tree.listingId(path),
            files: (under) => tree.files(under),
            describe: () => tree.describe(),
            realPath: (path) => tree.realPath(path),
            snapshot: () => tree.snapshot(),
        };
    }
    add(reads) {
        Object.assign(this.reads.files, reads.files);
        Object.assign(this.reads.listings, reads.listings);
    }
    addChart(chart) {
        const { repository, chart: name, version } = chart.ref;
        this.used.set(JSON.stringify([repository, name, version]), chart);
    }
    addFile(file) {
        this.fetched.set(file.url, file);
    }
    files() {
        return [...this.fetched].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
    }
    charts() {
        return [...this.used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chart]) => chart);
    }
    result() {
        return { files: sorted(this.reads.files), listings: sorted(this.reads.listings) };
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/build-environment.js
function buildEnvironment(context) {
    return {
        ARGOCD_APP_NAME: context.applicationName,
        ARGOCD_APP_NAMESPACE: context.destinationNamespace,
        ARGOCD_APP_PROJECT_NAME: context.project,
        ARGOCD_APP_REVISION: context.revision,
        ARGOCD_APP_REVISION_SHORT: context.revision.slice(0, 7),
        ARGOCD_APP_REVISION_SHORT_8: context.revision.slice(0, 8),
        ARGOCD_APP_SOURCE_REPO_URL: context.repoURL,
        ARGOCD_APP_SOURCE_PATH: context.path,
        ARGOCD_APP_SOURCE_TARGET_REVISION: context.targetRevision,
    };
}
const reference = /\$(?:\{([^}]*)\}|(\{)|([A-Za-z_][A-Za-z0-9_]*|[*#$@!?\-0-9]))/g;
function substitute(text, environment) {
    if (!text.includes("$"))
        return text;
    return text.replace(reference, (_all, braced, _open, plain) => {
        const name = braced ?? plain ?? "";
        return name === "$" ? "$" : Object.hasOwn(environment, name) ? (environment[name] ?? "") : "";
    });
}
function namesRevision(text) {
    return text.includes("ARGOCD_APP_REVISION");
}

// EXTERNAL MODULE: ./build/src/gitops/sources/address.js
var sources_address = __webpack_require__(43899);
;// CONCATENATED MODULE: ./build/src/model/resource.js
function resourceKey(id) {
    const slash = id.apiVersion.indexOf("/");
    const group = slash < 0 ? "" : id.apiVersion.slice(0, slash);
    return `${group}/${id.kind} ${id.namespace ?? ""}/${id.name}`;
}

;// CONCATENATED MODULE: ./build/src/gitops/hooks.js

const syncPhases = ["PreSync", "Sync", "PostSync", "SyncFail"];
const argoHooks = [...syncPhases, "Skip", "PreDelete", "PostDelete"];
const helmHooks = {
    "pre-install": "PreSync",
    "pre-upgrade": "PreSync",
    "post-install": "PostSync",
    "post-upgrade": "PostSync",
};
const argoPolicies = (/* unused pure expression or super */ null && (["HookSucceeded", "HookFailed", "BeforeHookCreation"]));
const helmPolicies = {
    "hook-succeeded": "HookSucceeded",
    "hook-failed": "HookFailed",
    "before-hook-creation": "BeforeHookCreation",
};
function annotation(manifest, key) {
    return (0,gitops_json/* stringAt */.bX)(manifest, "metadata", "annotations", key);
}
function listed(manifest, key) {
    return (annotation(manifest, key) ?? "")
        .split(",")
        .map((item) => item.trim())
        .filter(Boolean);
}
function hookTypes(manifest) {
    const own = listed(manifest, "argocd.argoproj.io/hook").flatMap((text) => argoHooks.find((type) => type === text) ?? []);
    if (own.length > 0)
        return own;
    return listed(manifest, "helm.sh/hook").flatMap((text) => helmHooks[text] ?? []);
}
function isHook(manifest) {
    if (annotation(manifest, "argocd.argoproj.io/hook") !== undefined)
        return !isSkipped(manifest);
    const helm = annotation(manifest, "helm.sh/hook");
    return helm !== undefined && helm !== "crd-install";
}
function isSkipped(manifest) {
    const types = hookTypes(manifest);
    return types.length === 1 && types[0] === "Skip";
}
function isDropped(manifest) {
    return isHook(manifest) && hookTypes(manifest).length === 0;
}
function phasesOf(manifest) {
    if (isSkipped(manifest))
        return [];
    if (!isHook(manifest))
        return ["Sync"];
    const types = hookTypes(manifest);
    return syncPhases.filter((phase) => types.includes(phase));
}
function hookDeletePolicies(manifest) {
    const own = listed(manifest, "argocd.argoproj.io/hook-delete-policy").flatMap((text) => argoPolicies.find((policy) => policy === text) ?? []);
    const helm = listed(manifest, "helm.sh/hook-delete-policy").flatMap((text) => helmPolicies[text] ?? []);
    const all = [...own, ...helm];
    return all.length > 0 ? all : ["BeforeHookCreation"];
}

;// CONCATENATED MODULE: ./build/src/gitops/normalize.js



function flattenLists(produced) {
    return produced.flatMap((one) => {
        const { items, spec, status } = one.manifest;
        if (Array.isArray(items)) {
            return flattenLists(items.filter(gitops_json/* isObject */.Gv).map((manifest) => ({ manifest, at: one.at })));
        }
        const isNullList = items === null && spec === undefined && status === undefined;
        return isNullList ? [] : [one];
    });
}
function normalize(produced, destinationNamespace, scopeOf) {
    const byKey = new Map();
    for (const [index, one] of produced.entries()) {
        if (isDropped(one.manifest))
            continue;
        const manifest = withNamespace(one.manifest, destinationNamespace, scopeOf);
        const id = normalize_idOf(manifest, index);
        const resource = { id, manifest, origin: one.at };
        const key = resourceKey(id);
        const places = [...(byKey.get(key)?.places ?? []), one.at];
        byKey.set(key, { resource, places });
    }
    const entries = [...byKey.values()];
    return {
        resources: entries.map((entry) => entry.resource),
        repeated: entries
            .filter((entry) => entry.places.length > 1)
            .map(({ resource, places }) => ({ id: resource.id, times: places.length, places })),
    };
}
function withNamespace(manifest, destinationNamespace, scopeOf) {
    const scope = scopeOf(String(manifest["apiVersion"] ?? ""), String(manifest["kind"] ?? ""));
    const metadata = (0,gitops_json/* objectAt */.lJ)(manifest, "metadata");
    const current = (0,gitops_json/* stringAt */.bX)(metadata, "namespace") ?? "";
    if (scope === "Cluster") {
        if (current === "")
            return manifest;
        const { namespace: _gone, ...rest } = metadata ?? {};
        return { ...manifest, metadata: rest };
    }
    if (current !== "" || destinationNamespace === "")
        return manifest;
    return { ...manifest, metadata: { ...metadata, namespace: destinationNamespace } };
}
function normalize_idOf(manifest, index) {
    const metadata = (0,gitops_json/* objectAt */.lJ)(manifest, "metadata");
    const generated = (0,gitops_json/* stringAt */.bX)(metadata, "generateName");
    const namespace = (0,gitops_json/* stringAt */.bX)(metadata, "namespace");
    return {
        apiVersion: String(manifest["apiVersion"] ?? ""),
        kind: String(manifest["kind"] ?? ""),
        ...(namespace && { namespace }),
        name: (0,gitops_json/* stringAt */.bX)(metadata, "name") || (generated ? `${generated}${index}` : ""),
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/document-index.js



class IndexedDocument {
    source;
    line;
    parsed;
    positioned;
    constructor(source) {
        this.source = source;
        this.line = (0,yaml_read/* contentLine */.Yv)(source);
    }
    get value() {
        this.parsed ??= { value: document_index_valueOf(this.source.text) };
        return this.parsed.value;
    }
    get positions() {
        this.positioned ??= new yaml_positions/* PositionedDocument */.eP(this.source);
        return this.positioned;
    }
}
function document_index_valueOf(text) {
    try {
        return (0,yaml_read/* parseYaml */.hN)(text);
    }
    catch {
        return undefined;
    }
}
const documentsOf = (text) => (0,yaml_read/* splitDocuments */.ZF)(text).map((document) => new IndexedDocument(document));
const capacity = 8_000_000;
class DocumentIndex {
    tree;
    files = new Map();
    size = 0;
    constructor(tree) {
        this.tree = tree;
    }
    file(path) {
        if (this.files.has(path))
            return this.files.get(path);
        const content = (0,if_readable/* ifReadable */.G)(() => this.tree.read(path));
        const text = content && new TextDecoder().decode(content);
        const file = text === undefined ? undefined : { text, documents: documentsOf(text) };
        this.files.set(path, file);
        this.size += text?.length ?? 0;
        this.makeRoom(path);
        return file;
    }
    makeRoom(newest) {
        for (const [path, file] of this.files) {
            if (this.size <= capacity || path === newest)
                return;
            this.size -= file?.text.length ?? 0;
            this.files.delete(path);
        }
    }
}
const indexes = new WeakMap();
function documentIndex(tree) {
    const index = indexes.get(tree) ?? new DocumentIndex(tree);
    indexes.set(tree, index);
    return index;
}

// EXTERNAL MODULE: ./build/src/gitops/kustomization-facts.js
var kustomization_facts = __webpack_require__(64221);
;// CONCATENATED MODULE: ./build/src/gitops/named-entry.js

const bareNames = /\b(?:there is no chart at|the dependency) (\S+)/g;
function namesIn(sentence) {
    const about = sentence.replace(/^\S+ does not render: /, "");
    const captured = [...about.matchAll(/"([^"]*)"/g), ...about.matchAll(bareNames)].map(([, text = ""]) => text);
    const words = about.split(/\s+/).map((word) => word.replace(/[:,;.]+$/, ""));
    return new Set([...captured, ...words.filter((word) => /[./]/.test(word))].filter((name) => name !== ""));
}
const withoutAscent = (path) => path.replace(/^(?:\.\.\/)+/, "");
function resolvedPath({ text, directory }) {
    const path = text.startsWith("/") ? text.slice(1) : external_node_path_.posix.join(directory, text);
    return external_node_path_.posix.normalize(path).replace(/\/$/, "");
}
function leadsOut(entry) {
    return entry.text.startsWith("/") || resolvedPath(entry).startsWith("../");
}
function entryNaming(entries, names) {
    const exact = entries.find((entry) => {
        const path = resolvedPath(entry);
        return names.has(entry.text) || names.has(path) || names.has(withoutAscent(path));
    });
    const paths = [...names].filter((name) => name.includes("/"));
    return exact ?? entries.find((entry) => paths.some((name) => resolvedPath(entry).startsWith(`${name}/`)));
}

// EXTERNAL MODULE: ./build/src/gitops/source-paths.js
var source_paths = __webpack_require__(28028);
// EXTERNAL MODULE: ./build/src/gitops/source-type.js
var source_type = __webpack_require__(16958);
;// CONCATENATED MODULE: ./build/src/gitops/build-files.js







const mostDirectories = 200;
function kustomizationEntries(tree, directory) {
    return reachable(directory, (at) => {
        const files = source_type/* kustomizationNames */.KF.map((name) => (0,source_paths/* join */.fj)(at, name));
        const found = files.map((file) => ({ file, value: build_files_valueOf(tree, file) })).find(({ value }) => value !== undefined);
        if (found === undefined)
            return [];
        const { file, value } = found;
        const named = (0,kustomization_facts/* pathEntries */.ev)(value).map(({ field, text }) => ({
            field,
            text: (0,kustomization_facts/* localPath */.$S)(text) ?? text,
            file,
            directory: at,
        }));
        const charts = (0,gitops_json/* isObject */.Gv)(value) ? value["helmCharts"] : undefined;
        const inflated = (Array.isArray(charts) ? charts : []).map((item, index) => ({
            file,
            directory: at,
            field: ["helmCharts", index],
            text: (0,gitops_json/* stringAt */.bX)(item, "name") ?? "",
            chart: { name: (0,gitops_json/* stringAt */.bX)(item, "name") ?? "", repository: (0,gitops_json/* stringAt */.bX)(item, "repo") ?? "" },
        }));
        return [...named, ...inflated];
    });
}
const local = "file://";
function dependencyEntries(tree, directory) {
    return reachable(directory, (at) => {
        const file = (0,source_paths/* join */.fj)(at, "Chart.yaml");
        const value = build_files_valueOf(tree, file);
        const dependencies = (0,gitops_json/* isObject */.Gv)(value) ? value["dependencies"] : undefined;
        if (!Array.isArray(dependencies))
            return [];
        return dependencies.flatMap((item, index) => {
            const name = (0,gitops_json/* stringAt */.bX)(item, "name") ?? "";
            const repository = (0,gitops_json/* stringAt */.bX)(item, "repository") ?? "";
            const entry = { file, directory: at, field: ["dependencies", index] };
            if (repository.startsWith(local)) {
                return [{ ...entry, field: [...entry.field, "repository"], text: repository.slice(local.length) }];
            }
            if (repository === "")
                return [{ ...entry, text: name }];
            return [{ ...entry, text: name, chart: { name, repository } }];
        });
    });
}
function reachable(directory, entriesOf) {
    const visited = new Set();
    const pending = [external_node_path_.posix.join(directory, ".")];
    const found = [];
    for (let at = pending.shift(); at !== undefined && visited.size < mostDirectories; at = pending.shift()) {
        if (visited.has(at) || at.startsWith(".."))
            continue;
        visited.add(at);
        const entries = entriesOf(at === "." ? "" : at);
        found.push(...entries);
        pending.push(...entries.filter((entry) => entry.chart === undefined).map(resolvedPath));
    }
    return found;
}
function build_files_valueOf(tree, file) {
    return documentIndex(tree).file(file)?.documents[0]?.value;
}

;// CONCATENATED MODULE: ./build/src/gitops/blame.js





function blamed(failed, { source, directory, tree }) {
    const failure = atBrokenFile(failed);
    const names = namesIn(failure.message);
    const named = failure.field ?? chartField(source, failure) ?? entryNaming(sourceEntries(source, directory), names)?.field;
    const own = named === undefined ? failure : failure.with({ field: named });
    if (tree === undefined)
        return own;
    const entry = entryIn(tree, directory, failure, names);
    if (entry !== undefined)
        return own.with(atEntry(entry, failure, tree));
    const [place] = failure.at;
    if (named !== undefined && failure.field === undefined && isWholeKustomization(place)) {
        const message = failure.message.replace(`${place.file} refers to`, "the Application refers to");
        return own.with({ at: [], message });
    }
    const link = /symbolic link "([^"]+)"/.exec(failure.message)?.[1];
    if (named !== undefined || link === undefined || failure.at.length > 0)
        return own;
    return own.with({ at: [{ file: link, line: 1, column: 1 }] });
}
function atBrokenFile(failure) {
    const found = /^(.*?)the chart at (\S+) cannot be loaded: cannot load (\S+?): (.*)$/.exec(failure.message);
    if (found === null)
        return failure;
    const [, what = "", chart = "", name = "", chain = ""] = found;
    const file = external_node_path_.posix.join(chart, name);
    const [, line, reason = chain] = /(?:^|: )yaml: (?:line (\d+): )?(.*)$/.exec(chain) ?? [];
    const at = [{ file, line: Number(line ?? 1), column: 1 }];
    return failure.with({ message: `${what}${file} cannot be read: ${reason}`, at });
}
function isWholeKustomization(place) {
    return place?.line === 1 && source_type/* kustomizationNames */.KF.some((name) => place.file === name || place.file.endsWith(`/${name}`));
}
function chartField({ chart, repoURL }, { charts }) {
    const [missing] = charts;
    if (missing === undefined || missing.repository !== repoURL || missing.chart !== (chart ?? ""))
        return undefined;
    return [chart ? "chart" : "repoURL"];
}
function sourceEntries({ path, helm, kustomize }, directory) {
    const below = (field, text, from = directory) => text === undefined ? [] : [{ field, text, directory: from }];
    return [
        ...(helm?.valueFiles ?? []).flatMap((text, index) => valueFile(["helm", "valueFiles", index], text, directory)),
        ...(helm?.fileParameters ?? []).flatMap((one, index) => valueFile(["helm", "fileParameters", index, "path"], one.path ?? "", directory)),
        ...(kustomize?.components ?? []).flatMap((text, index) => below(["kustomize", "components", index], text)),
        ...(kustomize?.patches ?? []).flatMap((one, index) => below(["kustomize", "patches", index, "path"], one.path)),
        ...below(["path"], path, ""),
    ];
}
function valueFile(field, text, directory) {
    const referred = /^\$[^/]+\/(.+)$/.exec(text)?.[1];
    return [{ field, text, directory }, ...(referred === undefined ? [] : [{ field, text: `/${referred}`, directory }])];
}
function entryIn(tree, directory, { charts, at }, names) {
    const entries = [...kustomizationEntries(tree, directory), ...dependencyEntries(tree, directory)];
    const [chart] = charts;
    if (chart !== undefined) {
        return entries.find((entry) => entry.chart?.name === chart.chart && entry.chart.repository === chart.repository);
    }
    const [place] = at;
    const found = entryNaming(entries.filter((entry) => entry.chart === undefined), names);
    return place === undefined || place.file === found?.file ? found : undefined;
}
function atEntry({ file, field, text, directory }, failure, tree) {
    const position = documentIndex(tree).file(file)?.documents[0]?.positions.nearest(field).value;
    const at = [{ file, ...(position ?? { line: 1, column: 1 }) }];
    const written = JSON.stringify(text);
    if (failure.rule === "render/refused" && leadsOut({ field, text, directory })) {
        return { at, message: `${file} refers to ${written}, which leads out of the repository` };
    }
    return { at, message: failure.message.replace(/\S+ refers to "[^"]*"/, () => `${file} refers to ${written}`) };
}

// EXTERNAL MODULE: ./build/src/yaml/limits.js
var yaml_limits = __webpack_require__(90361);
;// CONCATENATED MODULE: ./build/src/gitops/directory-source.js







const skipMarker = "+argocd:skip-file-rendering";
function manifestFiles(tree, directory, options) {
    const below = (path) => (directory === "" ? path : path.slice(directory.length + 1));
    const isLink = (path) => tree.realPath(path) !== (0,source_paths/* join */.fj)(tree.realPath((0,gitops_layout/* parent */.$t)(path)), (0,names/* baseName */.Fl)(path));
    return [...(0,source_paths/* walk */.GG)(tree, directory, (path) => options.recurse === true && !isLink(path))].filter((path) => {
        if (options.disableExtensionFilter !== true && !/\.(?:yaml|yml|json|jsonnet)$/.test(path))
            return false;
        if (options.exclude && (0,glob/* matchesGlob */.kt)(options.exclude, below(path)))
            return false;
        return !options.include || (0,glob/* matchesGlob */.kt)(options.include, below(path));
    });
}
const combinedLimit = 10_000_000;
async function renderFiles(tree, files, engines) {
    const jsonnet = files.filter((file) => file.endsWith(".jsonnet"));
    const texts = new Map();
    let size = 0;
    for (const file of files) {
        if (file.endsWith(".jsonnet"))
            continue;
        const content = tree.read(file);
        size += content?.length ?? 0;
        if (size > combinedLimit)
            throw tooMuch(file);
        const text = decodeText(file, content);
        if (!text.includes(skipMarker))
            texts.set(file, text);
    }
    const decoded = await engines.decode([...texts.values()]);
    const produced = [];
    for (const [index, [file, text]] of [...texts].entries()) {
        produced.push(...manifestsOf(file, text, decoded[index] ?? { documents: [], errors: [] }));
    }
    return { produced, jsonnet };
}
function tooMuch(file) {
    const message = "The manifests of this directory have more than 10 MB together, which Argo CD refuses";
    return new gitops_failure/* RenderFailure */.bh("render/limit", message, {
        hint: "Leave out what is no manifest with `exclude`, or divide them among several Applications",
        at: [{ file, line: 1, column: 1 }],
        field: ["path"],
    });
}
function decodeText(file, content) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(content);
    }
    catch (error) {
        throw new gitops_failure/* RenderFailure */.bh("render/failed", `${file} is not UTF-8 text`, {
            at: [{ file, line: 1, column: 1 }],
            cause: error,
        });
    }
}
function sentence(message) {
    if (message.startsWith("invalid map key: map["))
        return "a value that begins with {{ is not in quotes";
    const number = /^json: unsupported value: (\S+)/.exec(message)?.[1];
    if (number !== undefined)
        return `the number ${number} does not exist in JSON`;
    return message.split("\n", 1)[0] ?? message;
}
function manifestsOf(file, text, decoded) {
    const found = [];
    let problem = decoded.errors.find((error) => error.rule !== "duplicate-key");
    for (const { manifest, line } of decoded.documents) {
        if (problem !== undefined && line > problem.line)
            break;
        if (manifest === null || manifest === undefined)
            continue;
        if (!(0,gitops_json/* isJson */.Fh)(manifest)) {
            problem = { message: `a document nests mappings and lists more than ${yaml_limits/* depthLimit */.z} levels deep`, line };
            break;
        }
        if (!(0,gitops_json/* isObject */.Gv)(manifest) || typeof manifest["kind"] !== "string" || manifest["kind"] === "") {
            problem = { message: "a document is not an object with a `kind`", line };
            break;
        }
        found.push({ manifest, at: [{ file, line, column: 1 }] });
    }
    const json = file.endsWith(".json");
    if (problem === undefined && json && found.length > 1) {
        problem = { message: "a JSON file may hold one object only", line: found[1]?.at[0]?.line ?? 1 };
    }
    if (problem === undefined)
        return found;
    const looksLikeResource = ["apiVersion:", "kind:", "metadata:"].every((word) => text.includes(word));
    if (!json && found.length === 0 && !looksLikeResource)
        return [];
    const reason = sentence(problem.message);
    throw new gitops_failure/* RenderFailure */.bh("render/failed", `${file} cannot be read as manifests: ${reason}`, {
        detail: reason === problem.message ? undefined : problem.message,
        at: [{ file, line: problem.line, column: 1 }],
    });
}

;// CONCATENATED MODULE: ./build/src/gitops/fetching.js



const fetchRounds = 6;
async function withCharts(tree, context, log, call) {
    const charts = new Map();
    for (let round = 0; round < fetchRounds; round += 1) {
        const mounted = charts.size === 0 ? tree : await mountCharts(tree, [...charts.values()], context, log);
        const result = await call(mounted, [...charts.values()]).catch((error) => {
            throw (0,gitops_failure/* asFailure */.h_)(error, `${context.applicationName} does not render`);
        });
        const missing = result.needs.filter((ref) => !charts.has((0,src_tree/* chartPath */.YB)(ref)));
        if (missing.length === 0 && result.needs.length > 0)
            throw notTaken(result.needs);
        if (missing.length === 0)
            return result;
        for (const ref of missing)
            charts.set((0,src_tree/* chartPath */.YB)(ref), ref);
    }
    throw new gitops_failure/* RenderFailure */.bh("render/limit", `The charts ask for more charts after ${fetchRounds} rounds of fetching`);
}
function notTaken(refs) {
    const names = refs.map(({ chart, version }) => `${chart} ${version}`).join(", ");
    return new gitops_failure/* RenderFailure */.bh("render/failed", `What was fetched as ${names} is not the chart that is asked for`);
}

;// CONCATENATED MODULE: ./build/src/gitops/kube-version.js

function kubeVersionOf(version) {
    if (version === "")
        return "";
    const numbers = /^\s*v?(\d+(?:\.\d+)+)/.exec(version)?.[1];
    if (numbers === undefined)
        throw new gitops_failure/* RenderFailure */.bh("render/failed", `${JSON.stringify(version)} is no Kubernetes version`);
    return numbers;
}

;// CONCATENATED MODULE: ./build/src/gitops/kustomize-source.js





function kustomizeRequest(source, context) {
    const { directory, environment } = context;
    const kubeVersion = kubeVersionOf(source?.kubeVersion || context.kubeVersion);
    const own = source?.apiVersions?.length ? source.apiVersions : context.apiVersions;
    const apiVersions = [...context.kustomizeBuild.apiVersions, ...own];
    const told = { ...(kubeVersion !== "" && { kubeVersion }), apiVersions };
    if (source === undefined)
        return { path: directory, options: told };
    const annotations = source.commonAnnotationsEnvsubst === true ? each(source.commonAnnotations, environment) : source.commonAnnotations;
    const options = {
        ...told,
        namePrefix: source.namePrefix,
        nameSuffix: source.nameSuffix,
        namespace: source.namespace,
        images: source.images?.map((image) => substitute(image, environment)),
        replicas: source.replicas?.map(({ name, count }, index) => ({ name, count: replicaCount(name, count, index) })),
        commonLabels: each(source.commonLabels, environment),
        commonAnnotations: annotations,
        forceCommonLabels: source.forceCommonLabels,
        forceCommonAnnotations: source.forceCommonAnnotations,
        labelWithoutSelector: source.labelWithoutSelector,
        labelIncludeTemplates: source.labelIncludeTemplates,
        patches: source.patches,
        components: componentsOf(source, context),
    };
    return { path: directory, options: withoutUndefined(options) };
}
function each(texts, environment) {
    return (texts && Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, substitute(value, environment)])));
}
function replicaCount(name, count, index) {
    if (typeof count === "number")
        return count;
    if (/^[+-]?\d+$/.test(count))
        return Number(count);
    throw new gitops_failure/* RenderFailure */.bh("render/failed", `kustomize.replicas of ${name} is ${JSON.stringify(count)}, which is no integer`, { field: ["kustomize", "replicas", index, "count"] });
}
function componentsOf(source, { tree, directory }) {
    if (source.ignoreMissingComponents !== true)
        return source.components;
    const found = source.components?.find((component) => source_type/* kustomizationNames */.KF.some((name) => tree.read((0,source_paths/* join */.fj)((0,source_paths/* fileInSource */.N0)(directory, component), name)) !== undefined));
    return found === undefined ? [] : [found];
}
function withoutUndefined(options) {
    return JSON.parse(JSON.stringify(options));
}

;// CONCATENATED MODULE: ./build/src/gitops/glob-order.js

function inGlobOrder(pattern, files) {
    const segments = pattern.includes("{") ? [] : pattern.split("/");
    const paths = files.map((file) => file.split("/"));
    return ordered(paths, 0, segments).map((parts) => parts.join("/"));
}
function ordered(paths, depth, segments) {
    if (paths.length < 2)
        return [...paths];
    const [segment, ...rest] = segments;
    if (segment !== "**")
        return byName(paths, depth, rest);
    const suffix = rest.join("/");
    const isHere = (path) => (0,glob/* matchesDoubleStar */.LC)(suffix, path.slice(depth).join("/"));
    const here = paths.filter(isHere);
    const below = paths.filter((path) => !isHere(path));
    return [...ordered(here, depth, rest), ...byName(below, depth, segments)];
}
function byName(paths, depth, segments) {
    const ended = paths.filter((path) => path.length <= depth);
    const groups = Map.groupBy(paths.filter((path) => path.length > depth), (path) => path[depth] ?? "");
    const names = [...groups.keys()].toSorted();
    return [...ended, ...names.flatMap((name) => ordered(groups.get(name) ?? [], depth + 1, segments))];
}

;// CONCATENATED MODULE: ./build/src/gitops/value-files.js





function resolveValueFiles(valueFiles, rules) {
    const resolved = valueFiles.map((raw) => ({ raw, file: resolveFile(raw, rules) }));
    const named = resolved.map(({ file }) => file).filter((file) => !isGlob(file.path));
    const out = [];
    const add = (file) => {
        if (!out.some((other) => same(other, file)))
            out.push(file);
    };
    for (const { raw, file } of resolved) {
        if (isGlob(file.path)) {
            for (const match of expand(raw, file, rules.ignoreMissing))
                if (!named.some((other) => same(other, match)))
                    add(match);
        }
        else if (!rules.ignoreMissing || isRemote(file, rules) || file.place.tree.read(file.path) !== undefined) {
            add(file);
        }
    }
    return out;
}
const same = (a, b) => a.place.tree === b.place.tree && a.path === b.path;
const isRemote = (file, { remote }) => [...remote.values()].includes(file);
const isGlob = (path) => /[*?[]/.test(path);
function expand(raw, { place, path }, ignoreMissing) {
    const fixed = path.slice(0, path.search(/[*?[]/));
    const directory = fixed.slice(0, Math.max(fixed.lastIndexOf("/"), 0));
    const found = [...(0,source_paths/* walk */.GG)(place.tree, directory, () => true)].filter((file) => (0,glob/* matchesDoubleStar */.LC)(path, file));
    const matches = inGlobOrder(path, found);
    if (matches.length === 0 && !ignoreMissing) {
        throw new gitops_failure/* RenderFailure */.bh("render/failed", `The value file pattern ${raw} matches no file`, {
            hint: "Add a file it matches, or set `ignoreMissingValueFiles: true`",
        });
    }
    return matches.map((match) => ({ place, path: match }));
}
function resolveFile(raw, rules) {
    const reference = raw.startsWith("$") ? (raw.split("/", 1)[0] ?? "") : "";
    const place = rules.references.get(reference.slice(1));
    if (reference !== "" && place !== undefined) {
        const rest = substitute(raw.slice(reference.length), rules.environment);
        return { place, path: (0,source_paths/* fileInSource */.N0)("", rest === "" ? "/" : rest) };
    }
    if (reference !== "" && rules.refNames !== undefined) {
        const known = rules.refNames.map((name) => `$${name}`).join(", ");
        const choice = known === "" ? "no source has a `ref`" : `the sources are ${known}`;
        throw new gitops_failure/* RenderFailure */.bh("render/failed", `${raw} names the source ${reference}, but ${choice}`);
    }
    const path = substitute(raw, rules.environment);
    const remote = rules.remote.get(path);
    if (remote !== undefined)
        return remote;
    const scheme = schemeOf(path);
    if (scheme !== undefined) {
        throw new gitops_failure/* RenderFailure */.bh("render/failed", `The value file ${path} is a URL of scheme "${scheme}", which is not allowed`, {
            hint: "Argo CD fetches value files by https and http",
        });
    }
    return { place: rules.own, path: (0,source_paths/* fileInSource */.N0)(rules.own.directory, path) };
}
function remoteAddress(raw, { references, environment }) {
    if (raw.startsWith("$") && references.has((raw.split("/", 1)[0] ?? "").slice(1)))
        return undefined;
    const path = substitute(raw, environment);
    return ["https", "http"].includes(schemeOf(path) ?? "") ? path : undefined;
}
const schemeOf = (path) => /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(path)?.[1]?.toLowerCase();

;// CONCATENATED MODULE: ./build/src/gitops/helm-source.js




function helmRequest(helm, context) {
    const { environment } = context;
    const rules = { ...context, ignoreMissing: helm.ignoreMissingValueFiles === true };
    const kubeVersion = kubeVersionOf(helm.kubeVersion || context.kubeVersion);
    return {
        chart: context.chart,
        releaseName: helm.releaseName || context.applicationName,
        namespace: helm.namespace || context.destinationNamespace,
        valuesFiles: resolveValueFiles(helm.valueFiles ?? [], rules).map(enginePath),
        values: valuesText(helm),
        parameters: lastOfEach(helm.parameters ?? []).map(({ name = "", value = "", forceString = false }) => ({
            name,
            value: substitute(value, environment),
            forceString,
        })),
        fileParameters: lastOfEach(helm.fileParameters ?? []).map(({ name = "", path = "" }) => ({
            name,
            path: enginePath(resolveFile(path, rules)),
        })),
        ...(kubeVersion !== "" && { kubeVersion }),
        apiVersions: helm.apiVersions?.length ? helm.apiVersions : context.apiVersions,
        includeCrds: helm.skipCrds !== true,
        skipHooks: false,
        skipTests: helm.skipTests === true,
        skipSchemaValidation: helm.skipSchemaValidation === true,
        dependencies: {},
    };
}
function valuesText(helm) {
    if (helm.valuesObject !== undefined)
        return [JSON.stringify(helm.valuesObject)];
    return helm.values ? [helm.values] : [];
}
function enginePath({ place, path }) {
    if (place.root !== "")
        place.tree.read(path);
    return (0,source_paths/* join */.fj)(place.root, path);
}
function lastOfEach(items) {
    return [...new Map(items.map((item) => [item.name ?? "", item])).values()];
}

// EXTERNAL MODULE: ./build/src/gitops/repository.js
var gitops_repository = __webpack_require__(96928);
;// CONCATENATED MODULE: ./build/src/gitops/references.js




async function referencedPlaces({ source, placement: own }, context, log) {
    const refs = declaredRefs(context.siblings);
    const found = { places: new Map(), mounts: [] };
    const placed = new Map();
    for (const { text, field } of namedFiles(source.helm)) {
        const name = text.startsWith("$") ? (text.split("/", 1)[0] ?? "").slice(1) : "";
        const sibling = refs.get(name);
        if (sibling === undefined || found.places.has(name))
            continue;
        if (sibling.chart) {
            const message = `The \`ref\` ${name} is a chart; only Git repositories can be referenced`;
            throw new gitops_failure/* RenderFailure */.bh("render/failed", message, { field });
        }
        const repository = (0,gitops_repository/* normalizeForProject */.cv)(sibling.repoURL);
        const other = placed.get(repository);
        if (other !== undefined && other.sibling.targetRevision !== sibling.targetRevision)
            throw severalRevisions(field, [name, sibling], [other.name, other.sibling]);
        const placement = await placeRepository(sibling, context);
        if (repository === (0,gitops_repository/* normalizeForProject */.cv)(source.repoURL) && !isSame(placement, own))
            throw anotherRevision(field, [name, sibling, placement], [source, own]);
        placed.set(repository, { name, sibling });
        const tree = placement.kind === "working" ? log.watch(placement.tree) : placement.tree;
        if (placement.kind === "working" && own.kind === "working") {
            found.places.set(name, { tree, directory: "", root: "" });
        }
        else {
            const root = `.slipway/sources/${name}`;
            found.mounts.push({ path: root, tree: placement.tree });
            found.places.set(name, { tree, directory: "", root });
        }
    }
    return found;
}
function namedFiles(helm) {
    return [
        ...(helm?.valueFiles ?? []).map((text, index) => ({ text, field: ["helm", "valueFiles", index] })),
        ...(helm?.fileParameters ?? []).map(({ path = "" }, index) => ({
            text: path,
            field: ["helm", "fileParameters", index, "path"],
        })),
    ];
}
function declaredRefs(siblings) {
    const refs = new Map();
    for (const sibling of siblings) {
        const { ref } = sibling;
        if (!ref)
            continue;
        const problem = refs.has(ref)
            ? `Two sources have the same \`ref\`, ${ref}`
            : !/^[a-zA-Z0-9_-]+$/.test(ref)
                ? `The \`ref\` ${ref} may only have letters, digits, "_" and "-"`
                : undefined;
        if (problem !== undefined)
            throw new gitops_failure/* RenderFailure */.bh("render/failed", problem);
        refs.set(ref, sibling);
    }
    return refs;
}
function isSame(a, b) {
    if (a.kind === "elsewhere" || b.kind === "elsewhere")
        return a.resolved === b.resolved;
    return (a.kind === "working" && b.kind === "working") || content_id_contentId(a.tree) === content_id_contentId(b.tree);
}
const meaning = ({ resolved, tree }) => JSON.stringify(resolved ?? tree.describe());
const revisionOf = ({ targetRevision = "" }) => JSON.stringify(targetRevision);
function severalRevisions(field, [name, source], [otherName, other]) {
    const which = `$${name} references ${revisionOf(source)} while $${otherName} references ${revisionOf(other)}`;
    const message = `Argo CD cannot reference multiple revisions for the same repository (${which})`;
    return new gitops_failure/* RenderFailure */.bh("render/failed", message, { field, hint: "Give both sources the same `targetRevision`" });
}
function anotherRevision(field, [name, source, placement], [application, own]) {
    const here = `the application references ${revisionOf(application)} which resolves to ${meaning(own)}`;
    const there = `$${name} references ${revisionOf(source)} which resolves to ${meaning(placement)}`;
    const message = `Argo CD cannot reference a different revision of the same repository (${there} while ${here})`;
    return new gitops_failure/* RenderFailure */.bh("render/failed", message, { field, hint: "Give both sources the same `targetRevision`" });
}

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./build/src/gitops/remote-files.js






async function remoteFiles(helm, rules, sources, log) {
    const wanted = namedFiles(helm).flatMap(({ text, field }) => {
        const address = remoteAddress(text, rules);
        return address === undefined ? [] : [{ address, field }];
    });
    const fetched = await Promise.all(wanted.map(async (one) => ({ ...one, found: await sources.file(one.address) })));
    const files = new Map();
    const mounts = [];
    for (const { address, field, found } of fetched) {
        if ("unavailable" in found)
            throw unavailableSource(`The value file ${(0,sources_address/* describeUrl */.Ng)(address)}`, found, { field });
        if (files.has(address))
            continue;
        const { file, id, locked = true } = found;
        log.addFile({ url: address, id, locked });
        const path = mountPath(address);
        mounts.push({ path, file, id });
        const tree = { read: () => undefined, list: () => undefined };
        files.set(address, { place: { tree, directory: "", root: "" }, path });
    }
    return { files, mounts };
}
function mountPath(address) {
    const digest = (0,external_node_crypto_.createHash)("sha256").update(address).digest("hex").slice(0, 12);
    const name = (0,posix_.basename)(URL.parse(address)?.pathname ?? "").replaceAll(/[^\w.-]/g, "_");
    return `.slipway/values/${digest}/${name === "" || name.startsWith(".") ? "values" : name}`;
}

;// CONCATENATED MODULE: ./build/src/gitops/values/mentions.js
class Mentions {
    root = { children: new Map(), whole: false };
    scan(text) {
        if (text.includes('"Values"'))
            this.root.whole = true;
        for (let at = text.indexOf(".Values"); at >= 0; at = text.indexOf(".Values", at + 7)) {
            const rest = text.slice(at + 7, at + 1007);
            if (/^\w/.test(rest))
                continue;
            const path = /^(?:\.[A-Za-z_]\w*)*/.exec(rest)?.[0] ?? "";
            if (path !== "")
                this.note(path.slice(1).split("."));
            else
                this.note([...(/^(?:[ \t]+"[^"\n]*")+/.exec(rest)?.[0] ?? "").matchAll(/"([^"]*)"/g)].map(([, key = ""]) => key));
        }
    }
    add(path) {
        if (path !== "")
            this.note(path.split("."));
    }
    get below() {
        return named(this.root);
    }
    note(path) {
        let node = this.root;
        for (const key of path) {
            const child = node.children.get(key) ?? { children: new Map(), whole: false };
            node.children.set(key, child);
            node = child;
        }
        node.whole = true;
    }
}
const named = (node) => ({
    whole: node.whole,
    keys: () => node.children.keys(),
    child: (key) => {
        const child = node.children.get(key);
        return child && named(child);
    },
});

;// CONCATENATED MODULE: ./build/src/gitops/values/named-templates.js

function namedTemplates(texts) {
    const defining = [];
    let includes = new Set();
    for (const text of texts) {
        const own = includesOf(text);
        includes = union(includes, own);
        const names = new Set([...text.matchAll(/\{\{-?\s*(?:define|block)\s+["`]([^"`]+)["`]/g)].map(([, name = ""]) => name));
        if (names.size === 0)
            continue;
        const mentions = new Mentions();
        mentions.scan(text);
        defining.push({ names, mentions, includes: own });
    }
    return { defining, includes };
}
function mentionsLentTo(chart, others) {
    const files = others.flatMap(({ defining }) => defining);
    const lent = new Set();
    let wanted = chart.includes;
    for (let found = true; found;) {
        const more = files.filter((file) => !lent.has(file) && isWanted(file, wanted));
        for (const file of more) {
            lent.add(file);
            wanted = union(wanted, file.includes);
        }
        found = more.length > 0;
    }
    return [...lent].map(({ mentions }) => mentions);
}
const isWanted = ({ names }, wanted) => wanted === "any" || [...names].some((name) => wanted.has(name));
const union = (a, b) => (a === "any" || b === "any" ? "any" : new Set([...a, ...b]));
function includesOf(text) {
    const names = new Set();
    for (const [, name, computed = ""] of text.matchAll(/\b(?:include|template)\s*(?:["`]([^"`]+)["`]|(\([^)]*))/g)) {
        if (name !== undefined)
            names.add(name);
        else if (!computed.includes("BasePath"))
            return "any";
    }
    return names;
}

;// CONCATENATED MODULE: ./build/src/gitops/values/value-templates.js

function scanTemplatesIn(values, chart) {
    for (const [key, value] of Object.entries(values)) {
        const dependency = chart.dependencies.get(key);
        if (dependency !== undefined && (0,gitops_json/* isObject */.Gv)(value))
            scanTemplatesIn(value, dependency);
        for (const template of templatesIn(value))
            chart.mentions.scan(template);
    }
}
function* templatesIn(value) {
    if (typeof value === "string") {
        if (value.includes(".Values"))
            yield value;
    }
    else if (typeof value === "object" && value !== null) {
        for (const item of Object.values(value))
            yield* templatesIn(item);
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/values/chart-facts.js








const largest = 512 * 1024;
const deepest = 5;
function chartFacts(tree, directory, fetched = () => undefined) {
    const beside = (dependency) => elsewhere(tree, directory, dependency, fetched);
    return factsAt(tree, directory, 0, beside);
}
function factsAt(tree, directory, depth, beside) {
    const about = yamlAt(tree, (0,source_paths/* join */.fj)(directory, "Chart.yaml"));
    if (!(0,gitops_json/* isObject */.Gv)(about))
        return undefined;
    const mentions = new Mentions();
    const subcharts = depth < deepest ? subchartsOf(tree, directory, depth) : [];
    const charts = (0,source_paths/* join */.fj)(directory, "charts");
    const texts = [];
    for (const file of (0,source_paths/* walk */.GG)(tree, directory, (path) => path !== charts)) {
        if (!/(?:\.md|values\.schema\.json)$/.test(file))
            texts.push(textAt(tree, file) ?? "");
    }
    for (const text of texts)
        mentions.scan(text);
    const declared = [...chart_facts_listed(about["dependencies"]), ...chart_facts_listed(yamlAt(tree, (0,source_paths/* join */.fj)(directory, "requirements.yaml")))];
    for (const one of declared)
        for (const path of ((0,gitops_json/* stringAt */.bX)(one, "condition") ?? "").split(","))
            mentions.add(path.trim());
    const dependencies = new Map();
    for (const { facts } of subcharts)
        dependencies.set(facts.name, facts);
    for (const one of declared) {
        const name = (0,gitops_json/* stringAt */.bX)(one, "name") ?? "";
        const inside = subcharts.find(({ facts }) => facts.name === name);
        const outside = inside === undefined ? beside(one) : undefined;
        if (outside !== undefined)
            subcharts.push(outside);
        dependencies.set((0,gitops_json/* stringAt */.bX)(one, "alias") ?? name, (inside ?? outside)?.facts);
    }
    const defaults = yamlAt(tree, (0,source_paths/* join */.fj)(directory, "values.yaml"));
    const schema = yamlAt(tree, (0,source_paths/* join */.fj)(directory, "values.schema.json"));
    const facts = {
        name: (0,gitops_json/* stringAt */.bX)(about, "name") ?? "",
        mentions,
        templates: namedTemplates(texts),
        defaults: (0,gitops_json/* isObject */.Gv)(defaults) ? defaults : {},
        schema: (0,gitops_json/* isObject */.Gv)(schema) ? schema : {},
        dependencies,
        libraries: subcharts.flatMap(({ library, facts: one }) => (library ? [one] : [])),
    };
    scanTemplatesIn(facts.defaults, facts);
    return facts;
}
function subchartsOf(tree, directory, depth) {
    const folder = (0,source_paths/* join */.fj)(directory, "charts");
    return (tree.list(folder) ?? []).flatMap(({ name, directory: isFolder }) => {
        const path = (0,source_paths/* join */.fj)(folder, name);
        if (isFolder)
            return subchart(tree, path, depth);
        const archive = name.endsWith(".tgz") ? tree.read(path) : undefined;
        return archive === undefined ? [] : subchart(chartTree(archive, name), "", depth);
    });
}
function elsewhere(tree, directory, dependency, fetched) {
    const repository = (0,gitops_json/* stringAt */.bX)(dependency, "repository") ?? "";
    if (repository.startsWith("file://")) {
        const path = external_node_path_.posix.join(directory, repository.slice("file://".length)).replace(/\/$/, "");
        return path.startsWith("../") ? undefined : subchart(tree, path, 0)[0];
    }
    const name = (0,gitops_json/* stringAt */.bX)(dependency, "name") ?? "";
    const archive = fetched(name);
    return archive === undefined ? undefined : subchart(chartTree(archive, name), "", 0)[0];
}
function subchart(tree, directory, depth) {
    const facts = factsAt(tree, directory, depth + 1, () => undefined);
    const about = yamlAt(tree, (0,source_paths/* join */.fj)(directory, "Chart.yaml"));
    return facts === undefined ? [] : [{ facts, library: (0,gitops_json/* stringAt */.bX)(about, "type") === "library" }];
}
function chart_facts_listed(value) {
    const list = (0,gitops_json/* isObject */.Gv)(value) ? value["dependencies"] : value;
    return Array.isArray(list) ? list.filter(gitops_json/* isObject */.Gv) : [];
}
function yamlAt(tree, path) {
    try {
        const value = (0,yaml_read/* parseYaml */.hN)(textAt(tree, path) ?? "");
        return (0,gitops_json/* isJson */.Fh)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function textAt(tree, path) {
    const content = tree.read(path);
    return content === undefined || content.length > largest ? undefined : new TextDecoder().decode(content);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var yaml_dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/src/gitops/values/lent-values.js

function lentValues(text) {
    if (!text.includes("&"))
        return () => false;
    const document = (0,yaml_dist/* parseDocument */.Tp)(text, { merge: true, uniqueKeys: false, logLevel: "silent" });
    return (path) => {
        const node = document.getIn(path, true);
        if (!(0,yaml_dist/* isNode */.Ll)(node))
            return false;
        const anchors = new Set();
        const inside = new Set();
        (0,yaml_dist/* visit */.YR)(node, {
            Node: (_key, one) => {
                inside.add(one);
                if (!(0,yaml_dist/* isAlias */.Vj)(one) && one.anchor !== undefined)
                    anchors.add(one.anchor);
            },
        });
        let lent = false;
        (0,yaml_dist/* visit */.YR)(document, {
            Alias: (_key, alias) => {
                if (!inside.has(alias) && anchors.has(alias.source))
                    lent = true;
            },
        });
        return lent;
    };
}

// EXTERNAL MODULE: ./build/src/model/closest.js
var closest = __webpack_require__(16072);
;// CONCATENATED MODULE: ./build/src/gitops/values/unread.js



function unreadValues(values, chart) {
    const all = chartsWithin(chart);
    return unread(values, readersOf(chart, all), { path: [], all });
}
const chartsWithin = (chart) => [
    chart,
    ...[...chart.dependencies.values(), ...chart.libraries].flatMap((one) => one === undefined ? [] : chartsWithin(one)),
];
function readersOf(chart, all) {
    const others = all.filter((one) => one !== chart).map(({ templates }) => templates);
    return [
        ...[chart, ...chart.libraries].map((one) => ({
            mentions: one.mentions.below,
            defaults: one.defaults,
            schema: one.schema,
            chart: one,
        })),
        ...mentionsLentTo(chart.templates, others).map(({ below: mentions }) => ({
            mentions,
            defaults: undefined,
            schema: undefined,
        })),
    ];
}
function unread(values, readers, { path, all }) {
    if (readers.some(isOpen))
        return [];
    return Object.entries(values).flatMap(([key, value]) => {
        const known = readers.flatMap((reader) => below(reader, key, all));
        if (known.includes("anything"))
            return [];
        const inside = known.filter((one) => one !== "anything");
        if (inside.length > 0)
            return (0,gitops_json/* isObject */.Gv)(value) ? unread(value, inside, { path: [...path, key], all }) : [];
        const near = (0,closest/* closest */.k)(key, new Set(readers.flatMap(keysOf)));
        return [{ path: [...path, key], ...(near !== undefined && { closest: near }) }];
    });
}
function isOpen({ mentions, schema, chart }) {
    return (mentions?.whole === true ||
        (chart !== undefined && [...chart.dependencies.values()].includes(undefined)) ||
        ["$ref", "allOf", "anyOf", "oneOf", "patternProperties"].some((key) => schema?.[key] !== undefined));
}
function below({ mentions, defaults, schema, chart }, key, all) {
    const found = [];
    if (chart !== undefined) {
        if (key === "global" || key === "tags")
            return ["anything"];
        if (chart.dependencies.has(key)) {
            const dependency = chart.dependencies.get(key);
            found.push(...(dependency === undefined ? ["anything"] : readersOf(dependency, all)));
        }
    }
    const named = mentions?.child(key);
    const property = (0,gitops_json/* objectAt */.lJ)(schema, "properties")?.[key];
    const hasDefault = (0,gitops_json/* isObject */.Gv)(defaults) && Object.hasOwn(defaults, key);
    if (named === undefined && !hasDefault && property === undefined)
        return found;
    if (named === undefined && found.length === 0)
        return ["anything"];
    const child = {
        mentions: named,
        defaults: hasDefault ? defaults[key] : undefined,
        schema: (0,gitops_json/* isObject */.Gv)(property) ? property : undefined,
    };
    return [...found, child];
}
function keysOf({ mentions, defaults, schema, chart }) {
    return [
        ...((0,gitops_json/* isObject */.Gv)(defaults) ? Object.keys(defaults) : []),
        ...Object.keys((0,gitops_json/* objectAt */.lJ)(schema, "properties") ?? {}),
        ...(mentions?.keys() ?? []),
        ...(chart?.dependencies.keys() ?? []),
    ];
}

;// CONCATENATED MODULE: ./build/src/gitops/values/values-notices.js






function valuesNotices(given, chart) {
    for (const { values } of given)
        if ((0,gitops_json/* isObject */.Gv)(values))
            scanTemplatesIn(values, chart);
    return given.flatMap(({ values, place, text = "" }) => {
        if (!(0,gitops_json/* isObject */.Gv)(values))
            return [];
        const unread = unreadValues(values, chart);
        const isLent = unread.length === 0 ? () => false : lentValues(text);
        return unread.flatMap(({ path, closest }) => {
            if (isLent(path))
                return [];
            const key = path.map((step) => (/^[\w-]+$/.test(step) ? step : JSON.stringify(step))).join(".");
            const message = `Chart ${chart.name} never reads the value ${key}, so it has no effect`;
            const meant = (0,yaml_positions/* formatPath */.jV)([...path.slice(0, -1), closest ?? ""]);
            const hint = closest === undefined
                ? "Compare with the chart's values.yaml: perhaps the key belongs elsewhere, or is of another version of the chart"
                : `Perhaps ${meant} is meant`;
            const at = place(path);
            return { rule: "wiring/unread-value", message, hint, at, ...(closest === undefined && { severity: "notice" }) };
        });
    });
}
function valuesInFile(file, content, prefix = []) {
    const text = new TextDecoder().decode(content);
    const [document] = (0,yaml_read/* splitDocuments */.ZF)(text);
    let positioned;
    return {
        values: prefix.reduce(child, parsed(text)),
        ...(prefix.length === 0 && { text }),
        place: (path) => {
            if (document === undefined)
                return [{ file, line: 1, column: 1 }];
            positioned ??= new yaml_positions/* PositionedDocument */.eP(document);
            return [{ file, ...positioned.nearest([...prefix, ...path]).position, via: "values" }];
        },
    };
}
function parsed(text) {
    try {
        const value = (0,yaml_read/* parseYaml */.hN)(text);
        return (0,gitops_json/* isJson */.Fh)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function child(value, step) {
    if (Array.isArray(value))
        return value[Number(step)];
    return (0,gitops_json/* isObject */.Gv)(value) && Object.hasOwn(value, String(step)) ? value[String(step)] : undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/values/given.js




const isMounted = (file) => file.startsWith(".slipway/");
function givenByApplication(source, { valuesFiles = [] }, { files, context }) {
    const { valuesObject, values = "", parameters = [] } = source.helm ?? {};
    const own = valuesFiles.filter((file) => files !== undefined && !isMounted(file));
    const inline = (field) => placeInDeclaration(source, ["helm", field], context);
    return [
        ...own.map((file) => valuesInFile(file, files?.read(file))),
        ...(valuesObject === undefined
            ? [{ values: parsed(values), place: inline("values") }]
            : [{ values: parsed(JSON.stringify(valuesObject)), place: inline("valuesObject") }]),
        ...parameters.map(({ name = "" }) => ({ values: parameterValues(name), place: inline("parameters") })),
    ];
}
function parameterValues(name) {
    const [plain = ""] = name.split("[", 1);
    const keys = plain
        .replaceAll("\\.", "\0")
        .split(".")
        .map((key) => key.replaceAll("\0", "."));
    return keys.reduceRight((inside, key) => ({ [key]: inside }), {});
}
function placeInDeclaration(source, field, { at, siblings, multiple, tree }) {
    return (path) => {
        const [place] = at;
        if (place === undefined)
            return [];
        const text = new TextDecoder().decode(tree.read(place.file));
        const document = (0,yaml_read/* splitDocuments */.ZF)(text).findLast((one) => (0,yaml_read/* contentLine */.Yv)(one) <= place.line);
        if (document === undefined)
            return [...at];
        const positioned = new yaml_positions/* PositionedDocument */.eP(document);
        const index = Math.max(0, siblings.findIndex(({ repoURL, path: own, chart }) => repoURL === source.repoURL && own === source.path && chart === source.chart));
        const steps = [...(multiple ? ["sources", index] : ["source"]), ...field];
        const found = [["spec"], ["spec", "template", "spec"]]
            .map((prefix) => ({ prefix, place: positioned.nearest([...prefix, ...steps, ...path]) }))
            .find(({ prefix, place: one }) => one.found >= prefix.length + steps.length);
        if (found === undefined)
            return [...at];
        const { embedded, position } = found.place;
        const inside = embedded === undefined ? position : new yaml_positions/* PositionedDocument */.eP(embedded).nearest(path).position;
        return [{ file: place.file, ...inside, via: "values" }, ...at];
    };
}
function givenByKustomization(file, index, chart, tree) {
    const folder = file.split("/").slice(0, -1).join("/");
    const additional = chart["additionalValuesFiles"];
    const files = [chart["valuesFile"], ...(Array.isArray(additional) ? additional : [])];
    return [
        ...files.flatMap((name) => {
            const path = typeof name === "string" ? localPath(folder, name) : undefined;
            return path === undefined ? [] : [valuesInFile(path, tree.read(path))];
        }),
        valuesInFile(file, tree.read(file), ["helmCharts", index, "valuesInline"]),
    ];
}
function localPath(folder, name) {
    const parts = [];
    for (const part of (0,source_paths/* join */.fj)(folder, name).split("/")) {
        if (part === "..") {
            if (parts.pop() === undefined)
                return undefined;
        }
        else if (part !== "." && part !== "")
            parts.push(part);
    }
    const path = parts.join("/");
    return isMounted(path) ? undefined : path;
}

;// CONCATENATED MODULE: ./build/src/gitops/render-helm.js








async function renderHelm(helm, context, logs, locate) {
    const { places, mounts } = await referencedPlaces(helm, context, logs.log);
    const rules = { ...helm, references: places, refNames: refNames(context) };
    const remote = await remoteFiles(helm.source.helm ?? {}, rules, context.sources, logs.log);
    const all = [...mounts, ...remote.mounts];
    const tree = all.length === 0 ? helm.tree : context.trees.mount(helm.tree, all);
    const request = helmRequest(helm.source.helm ?? {}, { ...context, ...rules, remote: remote.files });
    let fetched = () => undefined;
    const result = await withCharts(tree, context, logs.log, (mounted, charts) => {
        fetched = (name) => charts.filter(({ chart }) => chart === name).map((ref) => mounted.read((0,src_tree/* chartPath */.YB)(ref)))[0];
        return context.engines.helm(mounted, {
            ...request,
            dependencies: Object.fromEntries(charts.map((ref) => [`${ref.chart}-${ref.version}`, (0,src_tree/* chartPath */.YB)(ref)])),
        });
    });
    logs.reads.add(result.reads);
    const produced = result.resources.map(({ manifest, template }) => ({ manifest, at: locate(template) }));
    return { produced, notices: render_helm_unread(helm, request, { context, fetched }) };
}
function render_helm_unread({ source, tree, own, placement }, request, { context, fetched }) {
    const files = placement.kind === "working" ? tree : undefined;
    const given = givenByApplication(source, request, { files, context });
    if (given.every(({ values }) => values === undefined))
        return [];
    const facts = chartFacts(own.tree, own.directory, fetched);
    return facts === undefined ? [] : valuesNotices(given, facts);
}
function refNames({ multiple, siblings }) {
    return multiple ? siblings.flatMap(({ ref }) => ref || []) : undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/source-context.js

function environmentOf(source, context) {
    return buildEnvironment({
        ...context,
        repoURL: source.repoURL,
        path: source.path ?? "",
        targetRevision: source.targetRevision ?? "",
    });
}

;// CONCATENATED MODULE: ./build/src/gitops/values/kustomize-charts.js








function kustomizedValues(tree, filesRead) {
    return [...filesRead].flatMap((file) => {
        const name = file.slice(file.lastIndexOf("/") + 1);
        const content = source_type/* kustomizationNames */.KF.some((one) => one === name) ? tree.read(file) : undefined;
        const kustomization = content && parsed(new TextDecoder().decode(content));
        const charts = (0,gitops_json/* isObject */.Gv)(kustomization) ? kustomization["helmCharts"] : undefined;
        if (!(0,gitops_json/* isObject */.Gv)(kustomization) || !Array.isArray(charts))
            return [];
        const folder = file.slice(0, Math.max(0, file.length - name.length - 1));
        const home = (0,source_paths/* join */.fj)(folder, (0,gitops_json/* stringAt */.bX)((0,gitops_json/* objectAt */.lJ)(kustomization, "helmGlobals"), "chartHome") ?? "charts");
        return charts.flatMap((chart, index) => {
            if (!(0,gitops_json/* isObject */.Gv)(chart))
                return [];
            const facts = factsOf(tree, home, chart);
            return facts === undefined ? [] : valuesNotices(givenByKustomization(file, index, chart, tree), facts);
        });
    });
}
function factsOf(tree, home, chart) {
    const name = (0,gitops_json/* stringAt */.bX)(chart, "name") ?? "";
    const version = (0,gitops_json/* stringAt */.bX)(chart, "version") ?? "";
    if (name === "")
        return undefined;
    const local = chartFacts(tree, (0,source_paths/* join */.fj)(home, name)) ?? chartFacts(tree, (0,source_paths/* join */.fj)(home, `${name}-${version}/${name}`));
    if (local !== undefined)
        return local;
    const archive = tree.read((0,src_tree/* chartPath */.YB)({ repository: (0,gitops_json/* stringAt */.bX)(chart, "repo") ?? "", chart: name, version }));
    return archive && chartFacts(chartTree(archive, name), "");
}

;// CONCATENATED MODULE: ./build/src/gitops/where.js
class Where {
    own;
    at;
    origin;
    constructor(own, at, origin) {
        this.own = own;
        this.at = at;
        this.origin = origin;
    }
    file(path) {
        return this.moved([{ file: path, line: 1, column: 1 }]);
    }
    moved(found) {
        const declared = this.at.map((place) => ({ ...place, via: place.via ?? "Application" }));
        if (this.own)
            return [...found, ...declared];
        const [first, ...rest] = declared;
        if (first === undefined)
            return [];
        return [{ ...first, via: `${found[0]?.file ?? "a file"} of ${this.origin}` }, ...rest];
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/render-source.js
















async function renderSource(source, context, log) {
    if (source.ref && !source.path && !source.chart)
        return { produced: [], notices: [] };
    const archive = archiveOf(source);
    let own;
    try {
        const placement = await (archive ? placeArchive(archive, context, log) : placeRepository(source, context));
        own = placement.kind === "working" ? placement.tree : undefined;
        return await renderPlaced(source, placement, context, log);
    }
    catch (error) {
        const failure = (0,gitops_failure/* asFailure */.h_)(error, `${context.applicationName} does not render`);
        const placed = (0,gitops_failure/* placedIn */.T8)(failure, archive === undefined ? own : context.tree);
        throw blamed(placed, { source, directory: external_node_path_.posix.join(source.path ?? "", "."), tree: own });
    }
}
async function renderPlaced(source, placement, context, log) {
    const working = placement.kind === "working";
    const tree = working ? log.watch(placement.tree) : placement.tree;
    const directory = source.chart ? "" : (0,source_paths/* sourcePath */.Z3)(source.path ?? "");
    if (tree.lookup(directory)?.type !== "directory") {
        const message = `The source path ${source.path} does not exist in ${tree.describe()}`;
        throw new gitops_failure/* RenderFailure */.bh("render/failed", message, { field: ["path"] });
    }
    const merged = (0,source_type/* withOverrides */.Sn)(source, tree, directory, context.applicationName);
    const reads = working ? log : new ReadLog();
    const origin = source.chart ? `${source.chart} ${source.targetRevision}` : source.repoURL;
    const where = new Where(working, context.at, origin);
    const revision = placement.resolved ?? context.revision;
    return renderFound({ source: merged, tree, directory, reads, log, where, placement }, { ...context, revision });
}
async function renderFound(found, context) {
    const { source, tree, directory, reads, log, where, placement } = found;
    const type = (0,source_type/* sourceType */.Mx)(source, tree, directory);
    if (type === "plugin")
        return { produced: [], notices: [pluginNotice(source, context)] };
    if (type === "directory")
        return renderDirectory(found, context);
    if (type === "kustomize")
        return renderKustomize(found, context);
    const helm = {
        source,
        environment: environmentOf(source, context),
        tree,
        chart: directory,
        own: { tree, directory, root: "" },
        placement,
    };
    const locate = (template) => where.file(chartFile(directory, template));
    return renderHelm(helm, context, { reads, log }, locate);
}
function pluginNotice(source, context) {
    const name = source.plugin?.name ?? "that Argo CD would choose";
    const message = `The config-management plugin ${name} is not run here, so its output is not checked`;
    return { rule: "gitops/plugin", message, at: [...context.at], field: ["plugin"] };
}
async function renderDirectory({ source, tree, directory, where }, context) {
    const files = manifestFiles(tree, directory, source.directory ?? {});
    const { produced, jsonnet } = await renderFiles(tree, files, context.engines);
    const notices = jsonnet.map((file) => {
        const message = `${file} is Jsonnet, which is not evaluated here, so what it makes is not checked`;
        return { rule: "gitops/jsonnet", message, at: where.file(file) };
    });
    return { produced: produced.map(({ manifest, at }) => ({ manifest, at: where.moved(at) })), notices };
}
async function renderKustomize(found, context) {
    const { source, tree, directory, where } = found;
    const request = {
        ...kustomizeRequest(source.kustomize, {
            ...context,
            tree,
            directory,
            environment: environmentOf(source, context),
        }),
        loadRestrictor: source.repoURL === thisRepository ? "none" : context.kustomizeBuild.loadRestrictor,
    };
    let last = tree;
    const result = await withCharts(tree, context, found.log, (mounted) => {
        last = mounted;
        return context.engines.kustomize(mounted, request);
    });
    found.reads.add(result.reads);
    const fallback = (0,source_paths/* join */.fj)(directory, "kustomization.yaml");
    const produced = result.resources.flatMap(({ manifest, origin }) => (0,gitops_json/* isObject */.Gv)(manifest) ? [{ manifest, at: where.file(origin?.path ?? fallback) }] : []);
    return { produced, notices: found.reads === found.log ? kustomizedValues(last, filesIn(result.reads)) : [] };
}
const filesIn = ({ files }) => Object.keys(files).filter((file) => files[file] !== null);
function chartFile(directory, template) {
    return (0,source_paths/* join */.fj)(directory, template.slice(template.indexOf("/") + 1));
}

;// CONCATENATED MODULE: ./build/src/gitops/render-application.js











async function renderApplication(application, context) {
    const digest = await requestDigest(application, context);
    const known = digest === undefined ? undefined : context.cache?.lookup(digest, context.tree);
    if (known !== undefined && (await hasSameSources(known, context)))
        return { ok: true, rendering: known, reused: true };
    const log = new ReadLog();
    try {
        const rendering = await renderSources(application, context, log);
        if (digest !== undefined && !hasOverrides(rendering))
            context.cache?.store(digest, rendering);
        return { ok: true, rendering, reused: false };
    }
    catch (error) {
        return { ok: false, failure: (0,gitops_failure/* asFailure */.h_)(error, `${application.name} does not render`), reads: log.result() };
    }
}
async function renderSources(application, context, log) {
    const { spec } = application;
    const siblings = sourcesOf(spec);
    const fields = sourceFields(spec);
    const results = await Promise.all(siblings.map((source, index) => renderSource(source, {
        ...context,
        applicationName: application.name,
        destinationNamespace: spec.destination.namespace ?? "",
        project: spec.project,
        multiple: hasMultipleSources(spec),
        siblings,
        at: application.at,
    }, log).catch((error) => {
        throw inApplication(error, fields[index]);
    })));
    return {
        produced: flattenLists(results.flatMap((result) => result.produced)),
        notices: [
            ...results.flatMap(({ notices }, index) => notices.map((notice) => noticeInApplication(notice, fields[index]))),
            ...log.files().flatMap((file) => (file.locked ? [] : unlockedNotice(file, application))),
        ],
        reads: log.result(),
        charts: log.charts(),
        files: log.files(),
    };
}
function inApplication(error, source) {
    if (!(error instanceof gitops_failure/* RenderFailure */.bh) || error.field === undefined || source === undefined)
        return error;
    return error.with({ field: [...source, ...error.field] });
}
function noticeInApplication(notice, source = []) {
    return notice.field === undefined ? notice : { ...notice, field: [...source, ...notice.field] };
}
function unlockedNotice({ url }, { at }) {
    const message = `The value file ${(0,sources_address/* describeUrl */.Ng)(url)} is not in the lock file, so the next run may get other content`;
    return { rule: "sources/unlocked", message, at: [...at] };
}
async function hasSameSources({ charts, files }, { sources }) {
    const used = [...charts, ...files];
    const found = await Promise.all([
        ...charts.map(({ ref }) => sources.chart(ref)),
        ...files.map(({ url }) => sources.file(url)),
    ]);
    return found.every((one, index) => {
        const before = used[index];
        return !("unavailable" in one) && one.id === before?.id && (one.locked ?? true) === before.locked;
    });
}
function hasOverrides({ reads }) {
    return Object.entries(reads.files).some(([file, id]) => id !== null && file.includes(".argocd-source"));
}
async function requestDigest(application, context) {
    if (context.cache === undefined)
        return undefined;
    const { spec } = application;
    const sources = sourcesOf(spec);
    const usesRevision = namesRevision(JSON.stringify(sources));
    const elsewhere = await Promise.all(sources.map(async (source) => {
        if (source.chart || source.repoURL.startsWith("oci://"))
            return "";
        if (context.identity.isThis(source.repoURL)) {
            if (followsBranch(source.targetRevision, context.branches))
                return "";
            const pinned = await context.trees.treeAt(source.targetRevision ?? "");
            return pinned && content_id_contentId(pinned);
        }
        const found = await context.sources.git(source.repoURL, source.targetRevision || "HEAD");
        return "unavailable" in found ? undefined : found.commit;
    }));
    if (elsewhere.includes(undefined))
        return undefined;
    const request = {
        name: application.name,
        project: spec.project,
        namespace: spec.destination.namespace ?? "",
        sources,
        multiple: hasMultipleSources(spec),
        revision: usesRevision ? context.revision : "",
        kubeVersion: context.kubeVersion,
        apiVersions: digestOfList(context.apiVersions),
        kustomizeBuild: context.kustomizeBuild,
        at: application.at,
        declaration: sources.some(hasOwnValues) ? context.tree.lookup(application.at[0]?.file ?? "")?.id : "",
        own: sources.map((source) => context.identity.isThis(source.repoURL)),
        elsewhere,
    };
    return (0,external_node_crypto_.createHash)("sha256").update((0,gitops_json/* stableJson */._Y)(request)).digest("hex");
}
const listDigests = new WeakMap();
function digestOfList(list) {
    const digest = listDigests.get(list) ?? (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(list)).digest("hex");
    listDigests.set(list, digest);
    return digest;
}
const hasOwnValues = ({ helm }) => helm?.valuesObject !== undefined || helm?.values !== undefined || helm?.parameters !== undefined;

;// CONCATENATED MODULE: ./build/src/gitops/render-again.js







function rerenderer({ tree, trees, engines, options }, placement, kustomizeBuild) {
    return {
        async render(application, { files = new Map(), helm }) {
            const mounts = [...files].map(([path, text]) => {
                const bytes = new TextEncoder().encode(text);
                return { path, bytes, id: (0,external_node_crypto_.createHash)("sha1").update(bytes).digest("hex") };
            });
            const texts = [];
            const outcome = await renderApplication(helm === undefined ? application : withHelm(application, helm), {
                ...placement,
                tree: mounts.length === 0 ? tree : trees.mount(tree, mounts),
                engines: listening(engines, texts),
                revision: options.revision,
                kubeVersion: options.kubernetesVersion,
                kustomizeBuild,
                apiVersions: options.apiVersions ?? [],
            });
            return outcome.ok ? { produced: outcome.rendering.produced, texts } : undefined;
        },
        async chart(ref) {
            try {
                const mounted = await mountCharts(tree, [ref], placement, new ReadLog());
                const content = mounted.read((0,src_tree/* chartPath */.YB)(ref));
                return content && chartTree(content, ref.chart);
            }
            catch {
                return undefined;
            }
        },
    };
}
function listening(engines, texts) {
    return {
        ...engines,
        helm: async (...request) => {
            const result = await engines.helm(...request);
            texts.push(result.yaml);
            return result;
        },
    };
}
function withHelm(application, { source: index, options }) {
    const sources = sourcesOf(application.spec).map((source, at) => at === index ? { ...source, helm: options } : source);
    const { spec } = application;
    const [first] = sources;
    if ((spec.sources?.length ?? 0) > 0 && spec.sourceHydrator === undefined)
        return { ...application, spec: { ...spec, sources } };
    const { sourceHydrator: _unwritten, ...rest } = spec;
    return { ...application, spec: { ...rest, ...(first && { source: first }) } };
}

;// CONCATENATED MODULE: ./build/src/gitops/duplicates.js


function duplicateFindings(units, names, places) {
    const alike = new Map();
    for (const unit of units) {
        if (unit.kind !== "Application")
            continue;
        const key = JSON.stringify([identityOf(unit), meetingPlace(unit)]);
        const before = alike.get(key);
        if (before === undefined)
            alike.set(key, [unit]);
        else
            before.push(unit);
    }
    return [...alike.values()].flatMap(([first, ...others]) => others.flatMap((other) => (first === undefined ? [] : duplicate(first, other, names, places))));
}
function meetingPlace(unit) {
    const root = [...lineage(unit)].at(-1);
    return JSON.stringify([unit.parent !== undefined, root?.at[0]?.file, unit.parent && root?.at[0]?.line]);
}
function duplicate(first, other, names, places) {
    const { name } = other;
    const path = ["metadata", "name"];
    const about = {
        severity: "warning",
        application: names.get(other) ?? name,
        path: "metadata.name",
        at: [...places.ofUnit(other, path), ...places.ofUnit(first, path).slice(0, 1)],
    };
    if (other.parent === undefined) {
        const message = `Application ${name} is declared more than once in this file; kubectl applies the one that comes last`;
        return [(0,finding/* finding */.g)("gitops/duplicate-application", message, about)];
    }
    if (first.parent === undefined || first.parent === other.parent)
        return [];
    const parents = [first, other].map(({ parent }) => (parent && names.get(parent)) ?? "another").join(" and ");
    const message = `Application ${name} is created by ${parents}, and differently; the one that syncs last overwrites the other`;
    return [(0,finding/* finding */.g)("gitops/duplicate-application", message, about)];
}

;// CONCATENATED MODULE: ./build/src/gitops/field-place.js

function fieldPlaces(provenance, rendered) {
    const ofObject = ({ object, at, generated, parent }, path) => {
        const by = parent && rendered.get(parent);
        const { places } = provenance.placeIn({ object, at, generated, parent: by }, path);
        const [first, ...rest] = places.length > 0 ? places : at;
        if (first === undefined)
            return [];
        const { via, ...place } = first;
        return [via === undefined || via === "Application" ? place : first, ...rest];
    };
    return {
        ofObject,
        ofUnit: ({ application, at, generated, parent }, path) => ofObject({ object: application.object, at, generated, parent }, path),
        ofResource(unit, resource, path) {
            const application = rendered.get(unit);
            return application === undefined
                ? [...resource.origin]
                : provenance.locate(application, resource, (0,yaml_positions/* formatPath */.jV)(path));
        },
    };
}
const placed = ({ finding, about, path }, places) => ({
    ...finding,
    at: places.ofObject(about, path),
});

;// CONCATENATED MODULE: ./build/src/gitops/provenance/template-lines.js

function placeInText(text, steps, { from, to }) {
    const lines = text.split(/\r?\n/).slice(0, Number.isFinite(to) ? to : undefined);
    let next = Math.max(0, from - 1);
    const first = lines.findIndex((line, at) => at >= next && keyLine.test(line));
    let place = { at: first < 0 ? next : first, indent: -1 };
    let found = 0;
    for (const step of steps) {
        const line = typeof step === "object" && "index" in step
            ? findItem(lines, step, next, place.indent)
            : findKey(lines, keyOf(step), next, place.indent);
        if (line === undefined)
            break;
        place = line;
        next = typeof step === "object" ? line.at : line.at + 1;
        found += 1;
    }
    return { line: place.at + 1, column: (/\S/.exec(lines[place.at] ?? "")?.index ?? 0) + 1, found };
}
const keyOf = (step) => typeof step === "object" ? ("index" in step ? String(step.index) : step.value) : String(step);
const keyLine = /^([ \t-]*)["']?([\w./][\w./-]*)["']?[ \t]*:(?:[ \t]|$)/;
function findKey(lines, key, from, above) {
    let level;
    for (let at = from; at < lines.length; at += 1) {
        const [, lead, name] = keyLine.exec(lines[at] ?? "") ?? [];
        if (lead === undefined)
            continue;
        const indent = lead.length;
        if (indent <= above)
            return undefined;
        level ??= indent;
        if (name === key && indent <= level)
            return { at, indent };
        level = Math.min(level, indent);
    }
    return undefined;
}
function findItem(lines, { index, item }, from, above) {
    const items = [];
    for (let at = from; at < lines.length; at += 1) {
        const text = lines[at] ?? "";
        const dash = /^([ \t]*)-(?:[ \t]|$)/.exec(text)?.[1]?.length;
        const key = keyLine.exec(text)?.[1]?.length;
        if (dash === undefined && key !== undefined && key <= above)
            break;
        if (dash === undefined)
            continue;
        const level = items[0]?.indent ?? dash;
        if (dash < level || dash < above)
            break;
        if (dash === level)
            items.push({ at, indent: dash });
    }
    const name = (0,gitops_json/* isObject */.Gv)(item) ? item["name"] : item;
    const written = items.find(({ at }) => typeof name === "string" && itemText(lines, at).some((line) => writes(line, name)));
    return written ?? (items.length === 1 ? items[0] : items[index]);
}
const itemText = (lines, at) => lines.slice(at, at + 1);
function writes(line, name) {
    const value = line.replace(/^[ \t]*-[ \t]*(?:name[ \t]*:)?/, "").trim();
    return value.replace(/^["']|["']$/g, "") === name;
}

;// CONCATENATED MODULE: ./build/src/gitops/field-path.js

function parseFieldPath(path) {
    if (path.startsWith("/")) {
        return path
            .slice(1)
            .split("/")
            .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
            .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    }
    const steps = [];
    for (const [, bracket, key] of path.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)) {
        if (key !== undefined)
            steps.push(key);
        else if (bracket !== undefined)
            steps.push(bracketStep(bracket));
    }
    return steps;
}
function bracketStep(inside) {
    const text = inside.replace(/^["']|["']$/g, "");
    if (/^\d+$/.test(text))
        return Number(text);
    const equals = text.indexOf("=");
    return equals < 0 ? text : { key: text.slice(0, equals), value: text.slice(equals + 1) };
}
function valueAt(value, path) {
    const [step, ...rest] = path;
    if (step === undefined || value === undefined)
        return value;
    if (Array.isArray(value)) {
        const item = typeof step === "number" ? value[step] : value.find((one) => isItem(one, step));
        return valueAt(item, rest);
    }
    if (!(0,gitops_json/* isObject */.Gv)(value))
        return undefined;
    for (let steps = 1; steps <= path.length; steps += 1) {
        const key = path.slice(0, steps).join(".");
        if (Object.hasOwn(value, key))
            return valueAt(value[key], path.slice(steps));
    }
    return undefined;
}
function isItem(item, step) {
    return typeof step === "object" && (0,gitops_json/* isObject */.Gv)(item) && String(item[step.key]) === step.value;
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/question.js



function question_ask(application, resource, path, aspect, depth = 0) {
    const { manifest } = resource;
    const parsed = typeof path === "string" ? parseFieldPath(path) : path;
    const steps = (0,yaml_positions/* itemSteps */.X9)(manifest, parsed);
    return {
        application,
        resource,
        manifest,
        steps,
        names: steps.map((step) => typeof step === "object" ? ("index" in step ? String(step.index) : step.value) : String(step)),
        value: valueAt(manifest, parsed),
        aspect,
        depth,
    };
}
function at(file, { line, column }, via) {
    return { file, line, column, ...(via !== undefined && { via }) };
}
function atLine(answer, line) {
    const { embedded, places, sure } = answer;
    const [first, ...rest] = places;
    if (line === undefined || embedded === undefined || embedded.single || first === undefined)
        return answer;
    const position = { line: embedded.line + line - 1, column: embedded.column + 1 };
    return { places: [at(first.file, position, first.via), ...rest], sure };
}
const isLeaf = ({ value }) => typeof value !== "object" || value === null || (Array.isArray(value) && !value.some(gitops_json/* isObject */.Gv));
function holds(place, { steps, value }, extra = 0) {
    if (place.found !== steps.length + extra)
        return false;
    if (place.collection || place.scalar === undefined)
        return true;
    return place.scalar === value || String(place.scalar) === String(value);
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/application-set.js



function placeInSet(generated, path, { inSet, files, line }) {
    const { set, generator } = generated;
    const patched = inTemplatePatch(set, path, inSet);
    if (patched !== undefined)
        return patched;
    const generators = (0,gitops_json/* objectAt */.lJ)(set, "spec")?.["generators"];
    const own = Array.isArray(generators) ? generators[generator] : undefined;
    const kind = (0,gitops_json/* isObject */.Gv)(own) ? Object.keys(own).find((key) => (0,gitops_json/* isObject */.Gv)(own[key])) : undefined;
    const overriding = kind === undefined ? [] : ["spec", "generators", generator, kind, "template", ...path];
    const template = overriding.length > 0 && valueIn(set, overriding) !== undefined ? overriding : ["spec", "template", ...path];
    const written = atLine(inSet(template), line);
    const whole = valueIn(set, template);
    const text = line === undefined || typeof whole !== "string" ? whole : whole.split("\n")[line - 1];
    const value = parameterPlace(text, generated, { inSet, files });
    return value === undefined ? written : { places: [...value, ...written.places], sure: true };
}
function valueIn(value, path) {
    let at = value;
    for (const step of path) {
        at = Array.isArray(at)
            ? at[Number(step)]
            : (0,gitops_json/* isObject */.Gv)(at) && Object.hasOwn(at, String(step))
                ? at[String(step)]
                : undefined;
    }
    return at;
}
function inTemplatePatch(set, path, inSet) {
    const text = (0,gitops_json/* stringAt */.bX)(set, "spec", "templatePatch");
    if (text === undefined)
        return undefined;
    const place = placeInText(text, path.map((step) => (typeof step === "number" ? { index: step, item: null } : step)), {
        from: 1,
        to: Infinity,
    });
    if (place.found < path.length)
        return undefined;
    const around = inSet(["spec", "templatePatch"]);
    const { embedded } = around;
    const [first, ...rest] = around.places;
    if (embedded === undefined || first === undefined || embedded.single)
        return around;
    const position = { line: embedded.line + place.line - 1, column: place.column + embedded.column };
    return { places: [at(first.file, position, first.via), ...rest], sure: true };
}
function parameterPlace(text, { set, generator, parameters }, context) {
    const name = typeof text === "string" ? /\{\{-?\s*\.?([\w.-]+)(?![\w.-])[^{}]*\}\}["']?\s*$/.exec(text)?.[1] : undefined;
    if (name === undefined)
        return undefined;
    const generators = (0,gitops_json/* objectAt */.lJ)(set, "spec")?.["generators"];
    const own = Array.isArray(generators) ? generators[generator] : undefined;
    return inGenerator(own, ["spec", "generators", generator], { name, parameters, ...context }, 0);
}
const nesting = 4;
function inGenerator(generator, path, wanted, depth) {
    if (!(0,gitops_json/* isObject */.Gv)(generator) || depth > nesting)
        return undefined;
    for (const [kind, body] of Object.entries(generator)) {
        if (!(0,gitops_json/* isObject */.Gv)(body))
            continue;
        const at = [...path, kind];
        const found = inElements(body["elements"], [...at, "elements"], wanted) ?? inFile(kind, wanted) ?? inValues(body, at, wanted);
        if (found !== undefined)
            return found;
        const nested = body["generators"];
        for (const [index, one] of Array.isArray(nested) ? [...nested.entries()].reverse() : []) {
            const inside = inGenerator(one, [...at, "generators", index], wanted, depth + 1);
            if (inside !== undefined)
                return inside;
        }
    }
    return undefined;
}
function inElements(elements, path, { name, parameters, inSet }) {
    if (!Array.isArray(elements))
        return undefined;
    const keys = name.split(".");
    const index = elements.findIndex((element) => (0,gitops_json/* isObject */.Gv)(element) &&
        Object.entries(element).every(([key, value]) => key === "values" || JSON.stringify(parameters[key]) === JSON.stringify(value)) &&
        valueIn(element, keys) !== undefined);
    return index < 0 ? undefined : inSet([...path, index, ...keys]).places;
}
function inValues(body, path, { name, inSet }) {
    const keys = name.split(".");
    return keys[0] === "values" && valueIn(body, keys) !== undefined ? inSet([...path, ...keys]).places : undefined;
}
function inFile(kind, { name, parameters, files }) {
    const path = valueIn(parameters, ["path", "path"]) ?? parameters["path"];
    const filename = valueIn(parameters, ["path", "filename"]) ?? parameters["path.filename"];
    if (kind !== "git" || typeof path !== "string" || typeof filename !== "string")
        return undefined;
    const file = path === "." || path === "" ? filename : `${path}/${filename}`;
    const [document] = files.documents(file);
    const steps = name.split(".");
    const place = document?.positions.nearest(steps);
    return place !== undefined && place.found === steps.length ? [at(file, place.position, "generator")] : undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/scope.js

const clusterKinds = {
    "": ["Namespace", "Node", "PersistentVolume", "ComponentStatus"],
    "admissionregistration.k8s.io": [
        "MutatingAdmissionPolicy",
        "MutatingAdmissionPolicyBinding",
        "MutatingWebhookConfiguration",
        "ValidatingAdmissionPolicy",
        "ValidatingAdmissionPolicyBinding",
        "ValidatingWebhookConfiguration",
    ],
    "apiextensions.k8s.io": ["CustomResourceDefinition"],
    "apiregistration.k8s.io": ["APIService"],
    "authentication.k8s.io": ["SelfSubjectReview", "TokenReview"],
    "authorization.k8s.io": ["SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"],
    "certificates.k8s.io": ["CertificateSigningRequest", "ClusterTrustBundle"],
    "flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
    "internal.apiserver.k8s.io": ["StorageVersion"],
    "networking.k8s.io": ["IPAddress", "IngressClass", "ServiceCIDR"],
    "node.k8s.io": ["RuntimeClass"],
    policy: ["PodSecurityPolicy"],
    "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
    "resource.k8s.io": ["DeviceClass", "DeviceTaintRule", "ResourceSlice"],
    "scheduling.k8s.io": ["PriorityClass"],
    "storage.k8s.io": ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment", "VolumeAttributesClass"],
    "storagemigration.k8s.io": ["StorageVersionMigration"],
};
const builtInGroups = new Set([
    ...Object.keys(clusterKinds),
    "apps",
    "autoscaling",
    "batch",
    "coordination.k8s.io",
    "discovery.k8s.io",
    "events.k8s.io",
]);
function groupOf(apiVersion) {
    const slash = apiVersion.indexOf("/");
    return slash < 0 ? "" : apiVersion.slice(0, slash);
}
function builtInScope(apiVersion, kind) {
    const group = groupOf(apiVersion);
    if (Object.hasOwn(clusterKinds, group) && clusterKinds[group]?.includes(kind) === true)
        return "Cluster";
    return builtInGroups.has(group) ? "Namespaced" : undefined;
}
function scopeLookup(manifests, fallback = () => undefined) {
    const declared = new Map();
    for (const manifest of manifests) {
        if (manifest["kind"] !== "CustomResourceDefinition")
            continue;
        const spec = (0,gitops_json/* objectAt */.lJ)(manifest, "spec");
        const scope = (0,gitops_json/* stringAt */.bX)(spec, "scope");
        if (scope === "Namespaced" || scope === "Cluster") {
            declared.set(`${(0,gitops_json/* stringAt */.bX)(spec, "group")}/${(0,gitops_json/* stringAt */.bX)(spec, "names", "kind")}`, scope);
        }
    }
    return (apiVersion, kind) => builtInScope(apiVersion, kind) ?? declared.get(`${groupOf(apiVersion)}/${kind}`) ?? fallback(apiVersion, kind);
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/declared-object.js


function objectsIn(documents, mention, wanted) {
    return documents.flatMap((document) => {
        if (!document.source.text.includes(mention))
            return [];
        const { value } = document;
        if (!(0,gitops_json/* isObject */.Gv)(value))
            return [];
        const { items } = value;
        if (!Array.isArray(items) || (0,gitops_json/* stringAt */.bX)(value, "metadata", "name") !== undefined) {
            return wanted(value) ? [{ document, prefix: [], value }] : [];
        }
        return items.flatMap((item, index) => (0,gitops_json/* isObject */.Gv)(item) && wanted(item) ? [{ document, prefix: ["items", index], value: item }] : []);
    });
}
function isOfKind(value, id) {
    if ((0,gitops_json/* stringAt */.bX)(value, "kind") !== id.kind)
        return false;
    return groupOf((0,gitops_json/* stringAt */.bX)(value, "apiVersion") ?? "") === groupOf(id.apiVersion);
}
function declaredName(value) {
    return (0,gitops_json/* stringAt */.bX)(value, "metadata", "name") ?? (0,gitops_json/* stringAt */.bX)(value, "metadata", "generateName") ?? "";
}
function objectOf(files, file, id, line = 1) {
    const objects = objectsIn(files.documents(file), id.kind, (value) => isOfKind(value, id));
    const named = objects.filter(({ value }) => id.name === declaredName(value));
    const atLine = objects.filter(({ document }) => line > 1 && document.line === line);
    const byLine = atLine.find((one) => atLine.length === 1 || named.includes(one));
    if (byLine !== undefined)
        return byLine;
    const inNamespace = named.find(({ value }) => (0,gitops_json/* stringAt */.bX)(value, "metadata", "namespace") === id.namespace);
    const part = objects.filter(({ value }) => declaredName(value) !== "" && id.name.includes(declaredName(value)));
    return inNamespace ?? named[0] ?? longest(part) ?? (objects.length === 1 ? objects[0] : undefined);
}
function longest(objects) {
    return objects.toSorted((a, b) => declaredName(b.value).length - declaredName(a.value).length)[0];
}
function placeInObject({ document, prefix }, steps) {
    const place = document.positions.nearest([...prefix, ...steps]);
    const found = place.found - prefix.length;
    if (found > 0 || prefix.length > 0)
        return { ...place, found };
    const position = { line: document.line, column: 1 };
    return { position, value: position, found: 0, collection: true };
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/application-place.js







const application_place_depthLimit = 24;
function placeInApplication(declared, path, archive, { depth = 0, line } = {}) {
    const { generated, object } = declared;
    const isSets = generated !== undefined && path[0] === "metadata" && path[1] === "namespace";
    if (generated === undefined || isSets)
        return atLine(placeInDeclared({ ...declared, object: generated?.set ?? object }, path, archive, depth), line);
    const set = { ...declared, object: generated.set };
    const inSet = (inside) => placeInDeclared(set, inside, archive, depth);
    return placeInSet(generated, path, { inSet, files: archive.files, line });
}
function placeInDeclared({ object: wanted, at: places, parent }, path, archive, depth) {
    const kind = (0,gitops_json/* stringAt */.bX)(wanted, "kind") ?? "";
    const name = (0,gitops_json/* stringAt */.bX)(wanted, "metadata", "name") ?? "";
    const resource = parent?.rendered.resources.find(({ id }) => id.kind === kind && id.name === name && id.apiVersion.startsWith("argoproj.io/"));
    if (parent !== undefined && resource !== undefined && depth < application_place_depthLimit) {
        return archive.answer(question_ask(parent, resource, [...path], "value", depth + 1));
    }
    const [first, ...rest] = places;
    if (first === undefined)
        return { places: [], sure: true };
    const object = objectOf(archive.files, first.file, { apiVersion: "argoproj.io/v1alpha1", kind, name }, first.line);
    const via = first.via ?? "Application";
    if (object === undefined)
        return { places: [{ ...first, via }, ...rest], sure: true };
    const place = placeInObject(object, [...path]);
    return {
        places: [at(first.file, place.value, via), ...rest],
        sure: true,
        ...(place.embedded && { embedded: place.embedded }),
    };
}
function placedSource(rendered, index, archive) {
    const { spec } = rendered.application;
    const declared = sourcesOf(spec)[index];
    if (declared === undefined)
        return undefined;
    const base = spec.sourceHydrator !== undefined
        ? ["spec", "sourceHydrator", "drySource"]
        : (spec.sources?.length ?? 0) > 0
            ? ["spec", "sources", index]
            : ["spec", "source"];
    const directory = cleanPath(declared.path ?? "");
    const overrides = [`.argocd-source-${rendered.application.name}.yaml`, ".argocd-source.yaml"]
        .map((name) => (0,source_paths/* join */.fj)(directory, name))
        .filter((file) => declared.path !== undefined && archive.files.has(file));
    return {
        index,
        source: overrides.length === 0 ? declared : overridden(declared, directory, rendered, archive),
        directory,
        place(path, line) {
            for (const file of overrides) {
                const found = archive.files.documents(file)[0]?.positions.nearest([...path]);
                if (found?.found === path.length) {
                    const { position, embedded } = found;
                    const answer = { places: [at(file, position, "Application")], sure: true, ...(embedded && { embedded }) };
                    return atLine(answer, line);
                }
            }
            return archive.declared(rendered, [...base, ...path], line);
        },
    };
}
function overridden(source, directory, { application }, { files }) {
    try {
        return (0,source_type/* withOverrides */.Sn)(source, files.tree, directory, application.name);
    }
    catch {
        return source;
    }
}
function cleanPath(path) {
    try {
        return (0,source_paths/* sourcePath */.Z3)(path);
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/template-expression.js
const anyItem = "*";
const tokenPattern = /"(?:\\.|[^"\\])*"|`[^`]*`|\$\w*(?:\.\w+)*|\.\w+(?:\.\w+)*|\.|[A-Za-z_]\w*|[()|]|-?\d+(?:\.\d+)?/g;
function evaluate(expression, environment) {
    const tokens = [];
    let end = 0;
    for (const match of expression.matchAll(tokenPattern)) {
        tokens.push({ text: match[0], joined: match.index === end });
        end = match.index + match[0].length;
    }
    return new Reader(tokens, environment).pipeline(0);
}
const choices = 12;
const template_expression_nesting = 40;
class Reader {
    at = 0;
    tokens;
    environment;
    constructor(tokens, environment) {
        this.tokens = tokens;
        this.environment = environment;
    }
    pipeline(depth) {
        const references = [];
        let meaning;
        let piped;
        while (this.at < this.tokens.length && this.tokens[this.at]?.text !== ")") {
            const found = this.command(piped, references, depth);
            meaning = found ?? meaning;
            piped = meaning;
            if (this.tokens[this.at]?.text === "|")
                this.at += 1;
        }
        return { meaning, references };
    }
    command(piped, references, depth) {
        const words = [];
        for (let token = this.tokens[this.at]; token !== undefined && token.text !== "|" && token.text !== ")"; token = this.tokens[this.at]) {
            this.at += 1;
            if (token.text === "(" && depth < template_expression_nesting) {
                const inner = this.pipeline(depth + 1);
                this.at += 1;
                references.push(...inner.references);
                let meaning = inner.meaning;
                const next = this.tokens[this.at];
                if (next?.joined === true && next.text.startsWith(".") && next.text.length > 1) {
                    this.at += 1;
                    meaning = template_expression_within(meaning, next.text.slice(1).split("."));
                    note(meaning, references);
                }
                words.push({ meaning });
                continue;
            }
            const meaning = this.operand(token.text);
            note(meaning, references);
            words.push({ text: token.text, meaning });
        }
        return this.applied(words, piped, references);
    }
    operand(text) {
        const { dot, variables } = this.environment;
        if (text.startsWith("$")) {
            const [name = "", ...path] = text.slice(1).split(".");
            return template_expression_within(variables.get(name), path);
        }
        if (text.startsWith("."))
            return template_expression_within(dot, text === "." ? [] : text.slice(1).split("."));
        return undefined;
    }
    applied(words, piped, references) {
        const [first, ...given] = words;
        const [one, two] = given;
        switch (first?.text ?? "") {
            case "include":
            case "template":
                references.push(...this.environment.included(unquote(one?.text), two?.meaning ?? piped));
                return undefined;
            case "index":
            case "get": {
                const found = template_expression_within(one?.meaning, given.slice(1).map(({ text }) => unquote(text)));
                note(found, references);
                return found;
            }
            case "dict": {
                const entries = new Map();
                for (let at = 0; at + 1 < given.length; at += 2) {
                    const meaning = given[at + 1]?.meaning;
                    if (meaning !== undefined)
                        entries.set(unquote(given[at]?.text), meaning);
                }
                return { kind: "dict", entries };
            }
            default: {
                const all = [first?.meaning, ...given.map(({ meaning }) => meaning), piped].filter((one) => one !== undefined);
                return all.length > 1 ? { kind: "any", of: all.toReversed().flatMap(template_expression_plain).slice(0, choices) } : all[0];
            }
        }
    }
}
function note(meaning, references) {
    references.push(...template_expression_plain(meaning).filter(({ kind }) => kind === "values" || kind === "chart"));
}
function template_expression_plain(meaning) {
    if (meaning === undefined)
        return [];
    return meaning.kind === "any" ? meaning.of.flatMap(template_expression_plain) : [meaning];
}
const unquote = (text = "") => text.replace(/^["`]|["`]$/g, "");
function template_expression_within(meaning, path) {
    const [step, ...rest] = path;
    if (meaning === undefined || step === undefined)
        return meaning;
    switch (meaning.kind) {
        case "values":
            return { kind: "values", path: [...meaning.path, ...path] };
        case "chart":
            return { ...meaning, path: [...meaning.path, ...path] };
        case "any": {
            const of = meaning.of.flatMap((one) => template_expression_within(one, path) ?? []);
            return of.length > 0 ? { kind: "any", of: of.slice(0, choices) } : undefined;
        }
        case "dict":
            return template_expression_within(meaning.entries.get(step), rest);
        case "root":
            if (step === "Values")
                return { kind: "values", path: rest[0] === "global" ? rest : [...meaning.chart, ...rest] };
            if (step === "Chart")
                return { kind: "chart", path: rest, chart: meaning.chart };
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/chart-candidates.js



const candidatesLimit = 8;
function candidatesFor(source, question, view) {
    const named = view === undefined ? [] : fromTemplate(source.values, question, view);
    const all = named.length > 0 || source.chart?.owned === true ? named : alike(source, question);
    const seen = new Set();
    const distinct = all.filter(({ path }) => !seen.has(path.join("\0")) && seen.add(path.join("\0")));
    const fitting = distinct.filter(({ fits }) => fits);
    const ordered = question.value === undefined ? distinct : [...fitting, ...distinct.filter(({ fits }) => !fits)];
    return ordered.slice(0, candidatesLimit);
}
function fromTemplate(values, question, view) {
    const { steps, names, value } = question;
    const rest = names.slice(view.found);
    const onLine = view.printed.filter(({ action }) => action.line <= view.line && view.line <= action.endLine);
    const isPlain = value !== undefined && isLeaf(question);
    if (rest.length === 0 && isPlain) {
        const relevant = onLine.length > 0 ? onLine : blockBelow(view);
        const references = relevant.flatMap((one) => one.references);
        const direct = expanded(references.toReversed(), values, question);
        const single = references.length === 1 && direct.length === 1;
        return direct.map((one) => ({ ...one, certain: single && one.fits }));
    }
    if (steps.length === 0)
        return [];
    const printed = [...onLine, ...blockBelow(view)];
    const below = isPlain ? printed : printed.filter(({ action }) => printsInto(action, view));
    const certain = below.length === 1;
    const out = below.flatMap(({ meaning, references }) => [...template_expression_plain(meaning), ...references].flatMap((one) => one.kind === "values"
        ? withoutStars(one.path, values, question).flatMap((path) => printedWhole(path, rest, values, question) ?? [])
        : []));
    const far = out.length > 0 || !isPlain ? [] : below.flatMap((one) => one.references);
    const deepest = out.toSorted((a, b) => b.path.length - a.path.length).map((one) => ({ ...one, certain }));
    return [...deepest, ...expanded(far, values, question)];
}
function printedWhole(path, rest, values, question) {
    const { value } = question;
    if (value === undefined) {
        const nearest = values.nearest([...path, ...rest], path.length);
        return (0,gitops_json/* isObject */.Gv)(nearest?.value) ? { path: [...path, ...rest].slice(0, nearest.found), fits: true } : undefined;
    }
    for (let from = 0; from <= rest.length; from += 1) {
        const whole = [...path, ...rest.slice(from)];
        const written = values.writer(whole);
        const fits = isLeaf(question) ? shows(written?.value, value) : (0,gitops_json/* stableJson */._Y)(written?.value) === (0,gitops_json/* stableJson */._Y)(value);
        if (written !== undefined && fits)
            return { path: whole, fits };
    }
    return undefined;
}
function printsInto({ line, body }, view) {
    const lines = view.text.split("\n");
    const indent = Number(/\bn?indent\s+(\d+)/.exec(body)?.[1] ?? indentOf(lines[line - 1] ?? ""));
    for (let at = line - 1; at > view.line; at -= 1) {
        const text = lines[at - 1] ?? "";
        if (/^[ \t-]*["']?[\w./][\w./-]*["']?:/.test(text) && indentOf(text) < indent)
            return false;
    }
    return true;
}
function blockBelow({ text, line, printed }) {
    const lines = text.split("\n");
    const own = indentOf(lines[line - 1] ?? "");
    let last = line;
    for (let at = line; at < lines.length; at += 1) {
        const next = lines[at] ?? "";
        const isStatement = /^\s*(?:\{\{.*\}\}\s*)?$/.test(next);
        if (!isStatement && indentOf(next) <= own && !/^\s*-/.test(next))
            break;
        if (next.startsWith("---"))
            break;
        last = at + 1;
    }
    return printed.filter(({ action }) => action.line > line && action.line <= last);
}
const indentOf = (line) => /^[\s-]*/.exec(line)?.[0].length ?? 0;
function expanded(references, values, question) {
    return references.flatMap((one) => {
        if (one.kind !== "values")
            return [];
        return withoutStars(one.path, values, question).flatMap((path) => {
            const written = values.writer(path);
            if (written === undefined || (0,gitops_json/* isObject */.Gv)(written.value) || Array.isArray(written.value))
                return [];
            return [{ path, fits: question.value === undefined || shows(written.value, question.value), certain: false }];
        });
    });
}
function shows(value, rendered) {
    if (value === rendered)
        return true;
    if (typeof value === "object" || value === "")
        return false;
    return typeof rendered === "string" ? rendered.includes(String(value)) : String(value) === String(rendered);
}
const starsLimit = 12;
function withoutStars(path, values, question) {
    const star = path.indexOf(anyItem);
    if (star < 0)
        return [[...path]];
    const hints = new Set([
        ...question.names,
        question.resource.id.name,
        ...question.steps.flatMap((step) => typeof step === "object" && "item" in step && (0,gitops_json/* isObject */.Gv)(step.item) ? [String(step.item["name"])] : []),
    ]);
    const around = path.slice(0, star);
    const keys = values.keys(around);
    const named = keys.filter((key) => {
        if (hints.has(key))
            return Number.isNaN(Number(key));
        const own = values.writer([...around, key])?.value;
        return (0,gitops_json/* isObject */.Gv)(own) ? hints.has(String(own["name"])) : hints.has(String(own));
    });
    const next = (chosen) => chosen
        .slice(0, starsLimit)
        .flatMap((key) => withoutStars([...around, key, ...path.slice(star + 1)], values, question));
    if (named.length > 0)
        return next(named);
    const fitting = keys.filter((key) => shows(values.writer([...around, key, ...path.slice(star + 1)])?.value, question.value));
    const suffixed = keys.filter((key) => question.resource.id.name.endsWith(key) && Number.isNaN(Number(key)));
    return next(suffixed.length > 0 ? suffixed : fitting.length > 0 ? fitting : keys);
}
function alike({ values, template }, question) {
    const { names, value } = question;
    if (value === undefined || typeof value === "object")
        return [];
    const keys = /^charts\/([^/]+)\//.exec(template ?? "")?.[1];
    const words = new Set(question.resource.id.name.toLowerCase().split("-"));
    const scored = values.leaves().flatMap(({ path, value: written }) => {
        if (!shows(written, value))
            return [];
        const equal = String(written) === String(value);
        if (!equal && String(written).length < 4)
            return [];
        if (keys !== undefined && path[0] !== keys && path[0] !== "global")
            return [];
        let suffix = 0;
        while (suffix < path.length && path.at(-1 - suffix) === names.at(-1 - suffix))
            suffix += 1;
        const related = names.filter((name) => path.includes(name)).length;
        const called = path.filter((step) => words.has(step.toLowerCase())).length;
        return [{ path, score: suffix * 4 + related * 2 + called + (equal ? 2 : 0) }];
    });
    return scored
        .toSorted((a, b) => b.score - a.score)
        .slice(0, candidatesLimit)
        .map(({ path }) => ({ path, fits: true, certain: false }));
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/chart-answer.js




function answerIn(source, question, evidence = {}) {
    const view = viewOf(source, question, evidence);
    const candidates = candidatesFor(source, question, view);
    const known = evidence.follows === undefined ? candidates[0] : undefined;
    const path = evidence.follows ?? known?.path;
    const written = path === undefined || evidence.follows === null ? undefined : source.values.writer(path);
    const template = templatePlaces(source, question, view);
    const own = written?.places() ?? [];
    if (question.aspect === "key" && template.length > 0 && view?.found === question.steps.length) {
        return { places: [...template, ...own], sure: evidence.line !== undefined };
    }
    const confirmed = Array.isArray(evidence.follows);
    if (own.length === 0)
        return unwritten(template, written, source, { confirmed, question, evidence });
    const sure = confirmed || (known?.certain === true && (evidence.line !== undefined || source.chart?.owned !== true));
    const places = sure ? own : own.map((one, index) => (index === 0 ? doubtful(one) : one));
    if (!sure && template.length > 0 && known?.fits !== true)
        return { places: [...template, ...places], sure: false };
    return { places: [...places, ...template, ...(template.length === 0 ? source.around() : [])], sure };
}
function unwritten(template, written, source, { confirmed, question, evidence }) {
    if (template.length > 0)
        return {
            places: template,
            sure: evidence.line !== undefined && (evidence.follows !== undefined || question.value === undefined),
        };
    return { places: source.around(), sure: confirmed || written !== undefined || evidence.follows !== undefined };
}
const doubtful = (place) => ({ ...place, via: `perhaps ${place.via ?? "values"}` });
function templatePlaces({ chart }, question, view) {
    if (chart?.owned !== true || view === undefined)
        return [];
    const { file, line, column, found, printed } = view;
    const own = at(file, { line, column }, "chart template");
    const here = printed.filter(({ action }) => action.line <= line && line <= action.endLine);
    const [only] = here;
    const name = here.length === 1 && found === question.steps.length
        ? /^include\s+["`]([^"`]+)["`]/.exec(only?.action.body ?? "")?.[1]
        : undefined;
    const inner = name === undefined || question.aspect === "key" ? undefined : chart.templates.onlyLine(name);
    const helper = inner && [at(inner.file, { line: inner.line, column: 1 }, "chart template")];
    return [...(chartFileReference(chart, here) ?? chartFileRead(chart, here, question)), ...(helper ?? []), own];
}
function chartFileReference(chart, printed) {
    const references = printed.flatMap((one) => one.references);
    const [reference] = references;
    if (references.length !== 1 || reference?.kind !== "chart" || reference.chart.length > 0)
        return undefined;
    const [field = ""] = reference.path;
    const file = (0,source_paths/* join */.fj)(chart.directory, "Chart.yaml");
    const place = chart.files.documents(file)[0]?.positions.nearest([field.charAt(0).toLowerCase() + field.slice(1)]);
    return place?.found === 1 ? [at(file, place.position, "Chart.yaml")] : undefined;
}
function chartFileRead(chart, printed, { names }) {
    const [only, ...others] = printed.map(({ action }) => action.body);
    if (only === undefined || others.length > 0)
        return [];
    const [, how, name = ""] = /\.Files\.(Get|Lines|GetBytes|Glob)\s+["`]([^"`]+)["`]/.exec(only) ?? [];
    if (how === undefined)
        return [];
    const path = how === "Glob" ? chart.fileNamed(names.at(-1) ?? "", name) : (0,source_paths/* join */.fj)(chart.directory, name);
    return path !== undefined && chart.files.has(path) ? [at(path, { line: 1, column: 1 }, "file")] : [];
}
function viewOf({ chart, template }, question, { line: exact }) {
    if (chart === undefined)
        return undefined;
    const { file, chart: keys } = template === undefined ? { file: findTemplate(chart, question) ?? "", chart: [] } : chart.template(template);
    const text = chart.templates.file(exact?.file ?? file)?.text;
    if (text === undefined)
        return undefined;
    const printed = chart.templates.actionsIn(exact?.file ?? file, file, keys);
    if (exact !== undefined) {
        const column = (/\S/.exec(text.split("\n")[exact.line - 1] ?? "")?.index ?? 0) + 1;
        return { file: exact.file, text, line: exact.line, column, found: exact.found, printed, keys };
    }
    const place = placeInText(text, question.steps, documentOf(text, question));
    return { file, text, ...place, printed, keys };
}
const kindLine = (kind) => new RegExp(`^[ \\t]*["']?kind["']?:[ \\t]*["']?${kind.replace(/\W/g, "")}\\b`, "m");
function documentOf(text, { resource }) {
    const lines = text.split("\n");
    const parts = [];
    let from = 1;
    for (const [index, line] of [...lines, "---"].entries()) {
        if (!line.startsWith("---"))
            continue;
        parts.push({ from, to: index, text: lines.slice(from - 1, index).join("\n") });
        from = index + 1;
    }
    const kind = kindLine(resource.id.kind);
    const fitting = parts.filter((part) => kind.test(part.text));
    return scored(fitting, resource.id.name)[0] ?? { from: 1, to: lines.length };
}
function scored(parts, name) {
    const score = ({ text }) => {
        const written = /^[ \t]*name:[ \t]*(\S.*)$/m.exec(text)?.[1] ?? "";
        const literal = written
            .replace(/\{\{[^}]*\}\}/g, " ")
            .split(/[\s"']+/)
            .filter((part) => part !== "");
        return (literal.filter((part) => name.includes(part)).length - literal.filter((part) => !name.includes(part)).length * 2);
    };
    return parts.toSorted((a, b) => score(b) - score(a));
}
function findTemplate(chart, { resource }) {
    const kind = kindLine(resource.id.kind);
    const files = chart.templates.paths().filter((path) => kind.test(chart.templates.file(path)?.text ?? ""));
    return scored(files.map((path) => ({ path, text: chart.templates.file(path)?.text ?? "" })), resource.id.name)[0]?.path;
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/template-actions.js
function actionsOf(text) {
    const actions = [];
    let line = 1;
    let counted = 0;
    const lineAt = (offset) => {
        for (let at = text.indexOf("\n", counted); at >= 0 && at < offset; at = text.indexOf("\n", counted)) {
            line += 1;
            counted = at + 1;
        }
        return line;
    };
    for (let start = text.indexOf("{{"); start >= 0;) {
        const end = endOf(text, start + 2);
        if (end === undefined)
            return actions;
        const inner = text.slice(start + 2, end - 2);
        const trimsBefore = /^-\s/.test(inner);
        const trimsAfter = /\s-$/.test(inner);
        const body = inner.slice(trimsBefore ? 1 : 0, trimsAfter ? -1 : undefined).trim();
        actions.push({ start, end, line: lineAt(start), endLine: lineAt(end), body, trimsBefore, trimsAfter });
        start = text.indexOf("{{", end);
    }
    return actions;
}
function endOf(text, from) {
    for (let at = from; at < text.length; at += 1) {
        const char = text[at];
        if (char === "}" && text[at + 1] === "}")
            return at + 2;
        if (char === '"' || char === "'") {
            for (at += 1; at < text.length && text[at] !== char; at += 1)
                if (text[at] === "\\")
                    at += 1;
        }
        else if (char === "`") {
            at = text.indexOf("`", at + 1);
            if (at < 0)
                return undefined;
        }
        else if (char === "/" && text[at + 1] === "*") {
            at = text.indexOf("*/", at + 2);
            if (at < 0)
                return undefined;
            at += 1;
        }
    }
    return undefined;
}
function keywordOf({ body }) {
    if (body.startsWith("/*"))
        return "comment";
    const [word = ""] = /^[a-z]+/.exec(body) ?? [];
    if (["if", "else", "end", "with", "range", "define", "block", "break", "continue"].includes(word))
        return word;
    return /^\$\w*(?:\s*,\s*\$\w+)?\s*:?=/.test(body) ? "assign" : undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/chart-templates.js


const chart_templates_depthLimit = 8;
class ChartTemplates {
    files = new Map();
    definitions = new Map();
    printed = new Map();
    bodies = new Map();
    inner = new Map();
    constructor(texts) {
        for (const [path, text] of texts) {
            const file = { path, text, actions: actionsOf(text) };
            this.files.set(path, file);
            this.define(file);
        }
    }
    file(path) {
        return this.files.get(path);
    }
    paths() {
        return [...this.files.keys()];
    }
    onlyLine(name) {
        const definition = this.definitions.get(name);
        if (definition === undefined)
            return undefined;
        const { file, from, to, line, endLine } = definition;
        const lines = new Set(file.actions
            .slice(from, to)
            .filter((one) => keywordOf(one) === undefined)
            .map((one) => one.line));
        const texts = file.text.split("\n").slice(line, endLine - 1);
        for (const [index, text] of texts.entries()) {
            if (text.replace(/\{\{.*\}\}/, "").trim() !== "" && !text.includes("{{"))
                lines.add(line + index + 1);
        }
        const [only, ...others] = lines;
        return only === undefined || others.length > 0 ? undefined : { file: file.path, line: only };
    }
    actionsIn(file, template, chart) {
        const key = JSON.stringify([template, chart]);
        const known = this.printed.get(key) ?? this.printedBy(template, chart);
        this.printed.set(key, known);
        return known.get(file) ?? [];
    }
    printedBy(template, chart) {
        this.bodies = new Map();
        this.inner = new Map();
        const file = this.files.get(template);
        const own = file === undefined ? [] : this.walk(file, 0, file.actions.length, { kind: "root", chart }, 0);
        return new Map([...this.inner, [template, [...(this.inner.get(template) ?? []), ...own]]]);
    }
    define(file) {
        const open = [];
        for (const [at, action] of file.actions.entries()) {
            const word = keywordOf(action);
            if (word === "end") {
                const start = open.pop();
                const first = start && file.actions[start.at];
                if (start?.name === undefined || first === undefined)
                    continue;
                this.definitions.set(start.name, {
                    file,
                    from: start.at + 1,
                    to: at,
                    line: first.endLine,
                    endLine: action.line,
                });
            }
            else if (word === "define" || word === "block") {
                open.push({ name: /["`]([^"`]*)["`]/.exec(action.body)?.[1], at });
            }
            else if (word === "if" || word === "with" || word === "range") {
                open.push({ name: undefined, at });
            }
        }
    }
    included(name, argument, depth) {
        const definition = this.definitions.get(name);
        if (definition === undefined || depth > chart_templates_depthLimit)
            return [];
        const key = JSON.stringify([name, argument?.kind === "dict" ? [...argument.entries] : argument]);
        const known = this.bodies.get(key);
        if (known !== undefined)
            return known;
        this.bodies.set(key, []);
        const body = this.walk(definition.file, definition.from, definition.to, argument, depth + 1);
        const { path } = definition.file;
        this.inner.set(path, [...(this.inner.get(path) ?? []), ...body]);
        const references = body.flatMap((one) => one.references);
        this.bodies.set(key, references);
        return references;
    }
    walk(file, from, to, root, depth) {
        const printed = [];
        let frame = { dot: root, outer: root, variables: new Map([["", root]]) };
        const frames = [];
        for (const action of file.actions.slice(from, to)) {
            const word = keywordOf(action);
            const { names, expression } = parsedAction(action.body);
            const told = word === "define" || word === "comment" ? "" : expression;
            const included = (name, argument) => this.included(name, argument, depth);
            const { meaning, references } = evaluate(told, { ...frame, included });
            if (word === undefined)
                printed.push({ action, meaning, references });
            else if (word === "end")
                frame = frames.pop() ?? frame;
            else if (word === "else")
                frame = { ...frame, dot: frame.outer };
            else if (word === "assign")
                frame.variables.set(names[0] ?? "", meaning);
            else if (opening.has(word)) {
                frames.push(frame);
                frame = chart_templates_opened(word, frame, { meaning, names, root });
            }
        }
        return printed;
    }
}
const opening = new Set(["if", "with", "range", "block", "define"]);
function chart_templates_opened(word, { dot, variables }, { meaning, names, root }) {
    const inside = word === "range" ? template_expression_within(meaning, [anyItem]) : word === "with" ? meaning : word === "if" ? dot : root;
    const own = new Map(variables);
    const name = names.at(-1);
    if (name !== undefined)
        own.set(name, word === "range" ? inside : meaning);
    return { dot: inside, outer: dot, variables: own };
}
function parsedAction(body) {
    const told = body.replace(/^(?:else if|else with|if|with|range|else|block|define)\b/, "");
    const [assignment, first, second] = /^\s*\$(\w*)(?:\s*,\s*\$(\w+))?\s*:?=/.exec(told) ?? [];
    if (assignment === undefined || first === undefined)
        return { names: [], expression: told };
    return { names: second === undefined ? [first] : [first, second], expression: told.slice(assignment.length) };
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/kustomization.js




const waysLimit = 32;
const kustomization_depthLimit = 40;
const visitLimit = 4000;
class Kustomizations {
    files;
    known = new Map();
    found = new Map();
    visits = 0;
    constructor(files) {
        this.files = files;
    }
    at(directory) {
        if (!this.known.has(directory))
            this.known.set(directory, this.open(directory));
        return this.known.get(directory);
    }
    open(directory) {
        for (const name of source_type/* kustomizationNames */.KF) {
            const file = (0,source_paths/* join */.fj)(directory, name);
            const [document] = this.files.documents(file);
            if (document !== undefined && (0,gitops_json/* isObject */.Gv)(document.value))
                return { directory, file, document, value: document.value };
        }
        return undefined;
    }
    ways(entry, origin, components = []) {
        const key = JSON.stringify([entry, origin, components]);
        const known = this.found.get(key);
        if (known !== undefined)
            return known;
        this.visits = 0;
        const ways = this.search(entry, origin, components, new Set());
        this.found.set(key, ways);
        return ways;
    }
    search(directory, origin, added, above) {
        const own = this.at(directory);
        this.visits += 1;
        if (own === undefined || above.has(directory) || above.size > kustomization_depthLimit || this.visits > visitLimit)
            return [];
        const inside = new Set([...above, directory]);
        const components = [...pathsOf(own, ["components"]), ...added.map((path) => resolve(directory, path))];
        const resources = pathsOf(own, ["resources", "bases"]);
        const after = (from) => [
            ...components.slice(from).flatMap((path) => this.component(path, inside)),
            own,
        ];
        const ways = [];
        if (own.file === origin || resources.includes(origin))
            ways.push(after(0));
        for (const path of resources) {
            for (const way of this.search(path, origin, [], inside))
                if (ways.length < waysLimit)
                    ways.push([...way, ...after(0)]);
        }
        for (const [index, path] of components.entries()) {
            for (const way of this.search(path, origin, [], inside)) {
                if (ways.length < waysLimit)
                    ways.push([...way, ...after(index + 1)]);
            }
        }
        return ways;
    }
    component(directory, above) {
        const own = this.at(directory);
        this.visits += 1;
        if (own === undefined || above.has(directory) || above.size > kustomization_depthLimit || this.visits > visitLimit)
            return [];
        const inside = new Set([...above, directory]);
        return [...pathsOf(own, ["components"]).flatMap((path) => this.component(path, inside)), own];
    }
}
function pathsOf({ directory, value }, lists) {
    return lists.flatMap((list) => textsOf(value[list])).map((path) => resolve(directory, path));
}
const textsOf = (value) => Array.isArray(value) ? value.filter((item) => typeof item === "string") : typeof value === "string" ? [value] : [];
function resolve(directory, path) {
    try {
        return (0,source_paths/* fileInSource */.N0)(directory, path.startsWith("/") ? path : external_node_path_.posix.normalize(path))
            .replace(/\/$/, "")
            .replace(/^\.$/, "");
    }
    catch {
        return path;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/source-files.js


class SourceDocument {
    source;
    read;
    placed;
    constructor(source) {
        this.source = source;
    }
    get value() {
        this.read ??= { value: source_files_parsed(this.source.text) };
        return this.read.value;
    }
    get positions() {
        this.placed ??= new yaml_positions/* PositionedDocument */.eP(this.source);
        return this.placed;
    }
    get line() {
        return (0,yaml_read/* contentLine */.Yv)(this.source);
    }
}
function source_files_parsed(text) {
    try {
        return (0,yaml_read/* parseYaml */.hN)(text);
    }
    catch {
        return undefined;
    }
}
class SourceFiles {
    tree;
    texts = new Map();
    documentsOf = new Map();
    constructor(tree) {
        this.tree = tree;
    }
    has(file) {
        return this.text(file) !== undefined;
    }
    text(file) {
        if (!this.texts.has(file))
            this.texts.set(file, this.readText(file));
        return this.texts.get(file);
    }
    readText(file) {
        try {
            const content = this.tree.read(file);
            return content === undefined ? undefined : new TextDecoder().decode(content);
        }
        catch {
            return undefined;
        }
    }
    documents(file) {
        const known = this.documentsOf.get(file);
        if (known !== undefined)
            return known;
        const documents = (0,yaml_read/* splitDocuments */.ZF)(this.text(file) ?? "").map((one) => new SourceDocument(one));
        this.documentsOf.set(file, documents);
        return documents;
    }
}
function embeddedDocuments(embedded) {
    return (0,yaml_read/* splitDocuments */.ZF)(embedded.text).map((one) => new SourceDocument({ ...embedded, text: one.text, line: embedded.line + (embedded.single ? 0 : one.line - 1) }));
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/chart-files.js







const filesLimit = 2000;
class ChartFiles {
    files;
    directory;
    owned;
    tree;
    read;
    known = new Map();
    constructor(files, directory, owned) {
        this.files = files;
        this.tree = files.tree;
        this.directory = directory;
        this.owned = owned;
    }
    get templates() {
        this.read ??= new ChartTemplates(this.templateTexts(this.directory, 0));
        return this.read;
    }
    fileNamed(name, pattern) {
        const inside = this.directory === "" ? 0 : this.directory.length + 1;
        const fits = [...this.walk(this.directory, 0)].filter((path) => (0,posix_.basename)(path) === name && (0,glob/* matchesGlob */.kt)(pattern, path.slice(inside), "/"));
        return fits.length === 1 ? fits[0] : undefined;
    }
    templateTexts(directory, depth) {
        if (depth > 6)
            return [];
        const paths = [...this.walk((0,source_paths/* join */.fj)(directory, "templates"), 0)];
        const own = paths.map((path) => [path, this.files.text(path) ?? ""]);
        return [...own, ...this.subcharts(directory).flatMap((sub) => this.templateTexts(sub.directory, depth + 1))].slice(0, filesLimit);
    }
    *walk(directory, depth) {
        for (const entry of (depth < 10 && this.tree.list(directory)) || []) {
            const path = (0,source_paths/* join */.fj)(directory, entry.name);
            if (entry.directory)
                yield* this.walk(path, depth + 1);
            else
                yield path;
        }
    }
    subcharts(directory) {
        const known = this.known.get(directory);
        if (known !== undefined)
            return known;
        const value = this.files.documents((0,source_paths/* join */.fj)(directory, "Chart.yaml"))[0]?.value;
        const declared = (0,gitops_json/* isObject */.Gv)(value) && Array.isArray(value["dependencies"]) ? value["dependencies"] : [];
        const named = declared.flatMap((one) => {
            const name = (0,gitops_json/* stringAt */.bX)(one, "name");
            const repository = (0,gitops_json/* stringAt */.bX)(one, "repository") ?? "";
            if (name === undefined)
                return [];
            const beside = repository.startsWith("file://") ? resolve(directory, repository.slice(7)) : undefined;
            return [{ key: (0,gitops_json/* stringAt */.bX)(one, "alias") || name, directory: beside ?? (0,source_paths/* join */.fj)(directory, `charts/${name}`) }];
        });
        const lying = (this.tree.list((0,source_paths/* join */.fj)(directory, "charts")) ?? [])
            .filter((entry) => entry.directory)
            .map(({ name }) => ({ key: name, directory: (0,source_paths/* join */.fj)(directory, `charts/${name}`) }))
            .filter((one) => !named.some((other) => other.directory === one.directory));
        const all = [...named, ...lying];
        this.known.set(directory, all);
        return all;
    }
    template(path) {
        let directory = this.directory;
        const chart = [];
        let rest = path;
        for (let match = /^charts\/([^/]+)\/(.*)$/s.exec(rest); match !== null; match = /^charts\/([^/]+)\/(.*)$/s.exec(rest)) {
            const [, key = "", inside = ""] = match;
            const sub = this.subcharts(directory).find((one) => one.key === key);
            directory = sub?.directory ?? (0,source_paths/* join */.fj)(directory, `charts/${key}`);
            chart.push(key);
            rest = inside;
        }
        return { file: (0,source_paths/* join */.fj)(directory, rest), chart };
    }
    defaults() {
        const found = [];
        const visit = (directory, at) => {
            found.push({ file: (0,source_paths/* join */.fj)(directory, "values.yaml"), at });
            if (at.length < 6 && found.length < 100)
                for (const sub of this.subcharts(directory))
                    visit(sub.directory, [...at, sub.key]);
        };
        visit(this.directory, []);
        return found;
    }
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/values-stack.js

class ValuesStack {
    layers;
    plain;
    constructor(layers) {
        this.layers = layers;
    }
    writer(path) {
        for (const layer of this.layers) {
            const inside = values_stack_below(layer.at, path);
            if (inside === undefined)
                continue;
            const found = look(layer.value, inside);
            if (found === "replaced")
                return undefined;
            if (found !== undefined)
                return { value: found.value, places: () => layer.place(inside) };
        }
        return undefined;
    }
    nearest(path, least) {
        for (let found = path.length; found >= least; found -= 1) {
            const written = this.writer(path.slice(0, found));
            if (written !== undefined)
                return { ...written, found };
        }
        return undefined;
    }
    keys(path) {
        const keys = new Set();
        for (const layer of this.layers) {
            const inside = values_stack_below(layer.at, path);
            const found = inside === undefined ? undefined : look(layer.value, inside);
            if (found === "replaced")
                break;
            if (Array.isArray(found?.value))
                return found.value.slice(0, keysLimit).map((_, index) => String(index));
            for (const key of (0,gitops_json/* isObject */.Gv)(found?.value) ? Object.keys(found.value) : [])
                keys.add(key);
            if (found !== undefined && !(0,gitops_json/* isObject */.Gv)(found.value))
                break;
        }
        return [...keys].slice(0, keysLimit);
    }
    leaves() {
        this.plain ??= this.leafPaths().flatMap((path) => {
            const written = this.writer(path);
            return written === undefined ? [] : [{ path, value: written.value }];
        });
        return this.plain;
    }
    leafPaths() {
        const found = [];
        const visit = (value, path) => {
            if (found.length >= leavesLimit || path.length > 40)
                return;
            if (typeof value !== "object" || value === null)
                found.push(path);
            else
                for (const [key, inner] of Object.entries(value))
                    visit(inner, [...path, key]);
        };
        for (const { value, at, owned } of this.layers)
            if (owned)
                visit(value, [...at]);
        return found;
    }
}
const keysLimit = 500;
const leavesLimit = 4000;
function values_stack_below(at, path) {
    return at.every((step, index) => path[index] === step) ? path.slice(at.length) : undefined;
}
function look(value, path) {
    let at = value;
    let inList = false;
    for (const step of path) {
        if (Array.isArray(at)) {
            inList = true;
            at = at[Number(step)];
            if (at === undefined)
                return "replaced";
        }
        else if ((0,gitops_json/* isObject */.Gv)(at) && Object.hasOwn(at, step)) {
            at = at[step];
        }
        else {
            return ((0,gitops_json/* isObject */.Gv)(at) && !inList) || at === undefined ? undefined : "replaced";
        }
    }
    return at === undefined ? undefined : { value: at };
}
function parameterPath(name) {
    return (name.match(/\[\d+\]|(?:\\.|[^.[\\])+/g) ?? []).map((part) => /^\[\d+\]$/.test(part) ? part.slice(1, -1) : part.replaceAll(/\\(.)/g, "$1"));
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/chart-source.js









function documentLayer(document, file, owned, prefix = [], via = "values") {
    const value = prefix.reduce((found, step) => ((0,gitops_json/* isObject */.Gv)(found) ? found[step] : Array.isArray(found) ? found[Number(step)] : undefined), document.value);
    const numbers = (path) => {
        let node = value;
        return path.map((step) => {
            const key = Array.isArray(node) ? Number(step) : step;
            node = Array.isArray(node) ? node[Number(step)] : (0,gitops_json/* isObject */.Gv)(node) ? node[step] : undefined;
            return key;
        });
    };
    return {
        value,
        at: [],
        owned,
        place: (path) => (owned ? [at(file, document.positions.nearest([...prefix, ...numbers(path)]).position, via)] : []),
    };
}
function defaultLayers(chart) {
    return (chart?.defaults() ?? []).flatMap(({ file, at: keys }) => {
        const [document] = chart?.files.documents(file) ?? [];
        return document === undefined ? [] : [{ ...documentLayer(document, file, chart?.owned ?? false), at: keys }];
    });
}
function helmSource(placed, question, archive, chart) {
    const helm = placed.source.helm ?? {};
    const parameters = (helm.parameters ?? []).map((one, index) => ({
        value: typed(one.value ?? "", one.forceString === true),
        at: parameterPath(one.name ?? ""),
        owned: true,
        place: () => placed.place(["helm", "parameters", index, "value"]).places,
    }));
    const files = fileLayers(placed, question, archive, chart);
    const layers = [
        ...parameters.toReversed(),
        ...files.parameters.toReversed(),
        ...inlineLayers(placed),
        ...files.values.toReversed(),
        ...defaultLayers(chart),
    ];
    const field = placed.source.chart ? ["chart"] : ["repoURL"];
    return { ...(chart && { chart }), values: new ValuesStack(layers), around: () => placed.place(field).places };
}
function typed(value, forceString) {
    if (forceString)
        return value;
    if (value === "true" || value === "false")
        return value === "true";
    return /^-?(?:0|[1-9]\d*)$/.test(value) ? Number(value) : value;
}
function inlineLayers(placed) {
    const { valuesObject, values } = placed.source.helm ?? {};
    if (valuesObject !== undefined) {
        const steps = (path) => path.map((step) => (/^\d+$/.test(step) ? Number(step) : step));
        return [
            {
                value: valuesObject,
                at: [],
                owned: true,
                place: (path) => placed.place(["helm", "valuesObject", ...steps(path)]).places,
            },
        ];
    }
    if (!values)
        return [];
    const [document] = embeddedDocuments({ text: values, line: 1, column: 0, single: false });
    if (document === undefined)
        return [];
    const layer = documentLayer(document, "", true);
    return [{ ...layer, place: (path) => placed.place(["helm", "values"], layer.place(path)[0]?.line).places }];
}
function fileLayers({ source, directory, place }, { application }, { files }, chart) {
    const { name, spec } = application.application;
    const root = { tree: files.tree, directory: "", root: "" };
    const refs = sourcesOf(spec).flatMap(({ ref }) => ref || []);
    const inside = chart === undefined || chart.owned ? { ...root, directory } : { tree: chart.files.tree, directory: "", root: "" };
    const environment = buildEnvironment({
        applicationName: name,
        destinationNamespace: spec.destination.namespace ?? "",
        project: spec.project,
        revision: "",
        repoURL: source.repoURL,
        path: source.path ?? "",
        targetRevision: source.targetRevision ?? "",
    });
    const rules = {
        own: inside,
        references: new Map(refs.map((ref) => [ref, root])),
        environment,
        refNames: undefined,
        remote: new Map(),
        ignoreMissing: true,
    };
    const wasRead = (file) => typeof application.rendered.reads.files[file] === "string";
    const attempt = (work) => {
        try {
            return work();
        }
        catch {
            return [];
        }
    };
    const values = attempt(() => resolveValueFiles(source.helm?.valueFiles ?? [], rules)).flatMap(({ place: from, path }) => {
        const own = from.tree === files.tree;
        const [document] = own ? files.documents(path) : (chart?.files.documents(path) ?? []);
        return document === undefined || (own && !wasRead(path)) ? [] : [documentLayer(document, path, own)];
    });
    const parameters = (source.helm?.fileParameters ?? []).flatMap((one, index) => attempt(() => [resolveFile(one.path ?? "", rules)]).map(({ path }) => ({
        value: files.text(path) ?? "",
        at: parameterPath(one.name ?? ""),
        owned: true,
        place: () => [at(path, { line: 1, column: 1 }, "file"), ...place(["helm", "fileParameters", index]).places],
    })));
    return { values, parameters };
}
function inflatedSource({ value, document, file, directory }, index, { files }, fetched) {
    const list = value["helmCharts"];
    const entry = Array.isArray(list) ? list[index] : undefined;
    if (!(0,gitops_json/* isObject */.Gv)(entry))
        return undefined;
    const globals = value["helmGlobals"];
    const home = (0,gitops_json/* isObject */.Gv)(globals) && typeof globals["chartHome"] === "string" ? globals["chartHome"] : "charts";
    const own = resolve(directory, `${home}/${String(entry["name"])}`);
    const chart = files.has(`${own}/Chart.yaml`) ? new ChartFiles(files, own, true) : fetched(entry);
    const fromFiles = (field) => textsOf(entry[field]).flatMap((path) => {
        const [found] = files.documents(resolve(directory, path));
        return found === undefined ? [] : [documentLayer(found, resolve(directory, path), true)];
    });
    const inline = (0,gitops_json/* isObject */.Gv)(entry["valuesInline"])
        ? [documentLayer(document, file, true, ["helmCharts", index, "valuesInline"])]
        : [];
    const base = fromFiles("valuesFile");
    const merged = entry["valuesMerge"] === "merge"
        ? [...base, ...inline]
        : entry["valuesMerge"] === "replace" && inline.length > 0
            ? inline
            : [...inline, ...base];
    const layers = [...fromFiles("additionalValuesFiles").toReversed(), ...merged, ...defaultLayers(chart)];
    const around = () => [
        at(file, document.positions.nearest(["helmCharts", index]).position, "helmCharts"),
    ];
    return { ...(chart && { chart }), values: new ValuesStack(layers), around, entry: index };
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/patch-target.js

function patch_target_selects(target, names, { resource, manifest }) {
    const { apiVersion, kind } = resource.id;
    const slash = apiVersion.indexOf("/");
    const group = slash < 0 ? "" : apiVersion.slice(0, slash);
    const wanted = (field) => (0,gitops_json/* stringAt */.bX)(target, field) ?? "";
    const namespace = (0,gitops_json/* stringAt */.bX)(manifest, "metadata", "namespace") ?? "";
    return (matches(wanted("group"), [group]) &&
        matches(wanted("version"), [apiVersion.slice(slash + 1)]) &&
        matches(wanted("kind"), [kind]) &&
        matches(wanted("name"), [...names, resource.id.name]) &&
        (namespace === "" || matches(wanted("namespace"), [namespace, "default"])) &&
        selectsBy(wanted("labelSelector"), (0,gitops_json/* objectAt */.lJ)(manifest, "metadata", "labels")) &&
        selectsBy(wanted("annotationSelector"), (0,gitops_json/* objectAt */.lJ)(manifest, "metadata", "annotations")));
}
function matches(expression, names) {
    if (expression === "" || names.includes(expression))
        return true;
    const quantifiers = expression.match(/[*+?{]/g)?.length ?? 0;
    if (!/[*+?{}|()[\].\\^$]/.test(expression))
        return false;
    if (quantifiers > 2 || /\)[*+?{]/.test(expression) || expression.length > 200)
        return true;
    try {
        const pattern = new RegExp(`^(?:${expression})$`);
        return names.some((name) => pattern.test(name.slice(0, 300)));
    }
    catch {
        return true;
    }
}
function selectsBy(selector, values = {}) {
    const terms = selector.match(/[^,(]+(?:\([^)]*\))?/g) ?? [];
    return terms.every((term) => {
        const text = term.trim();
        if (text === "")
            return true;
        const set = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(text);
        if (set !== null) {
            const listed = (set[3] ?? "").split(",").some((one) => one.trim() === values[set[1] ?? ""]);
            return listed === (set[2] === "in");
        }
        const [key = "", value] = text.split(/!=|==?/).map((part) => part.trim());
        if (value === undefined)
            return text.startsWith("!") ? !Object.hasOwn(values, text.slice(1)) : Object.hasOwn(values, text);
        return (values[key] === value) !== text.includes("!=");
    });
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/patches.js





function inlinePatch(file, place, target) {
    const documents = place.embedded === undefined ? [] : embeddedDocuments(place.embedded);
    return { documents, file, target };
}
function placeInPatch(patch, names, question) {
    const targeted = (0,gitops_json/* isObject */.Gv)(patch.target);
    if (targeted && !patch_target_selects(patch.target, names, question))
        return undefined;
    for (const document of patch.documents.toReversed()) {
        const { value } = document;
        if (Array.isArray(value)) {
            const place = placeInOperations(document, value, question);
            if (place !== undefined)
                return at(patch.file, place, "patch");
        }
        else if ((0,gitops_json/* isObject */.Gv)(value) && (targeted || isFor(value, names, question))) {
            const place = placeInMerge(document, value, question);
            if (place !== undefined)
                return at(patch.file, place, "patch");
        }
    }
    return undefined;
}
function isFor(value, names, { resource }) {
    return isOfKind(value, resource.id) && names.includes(declaredName(value));
}
const identifying = new Set(["apiVersion", "kind", "metadata.name", "metadata.namespace", ""]);
function placeInMerge(document, value, question) {
    const { steps, names } = question;
    if (identifying.has(names.join(".")))
        return undefined;
    const place = document.positions.nearest(steps);
    if (place.found === steps.length)
        return isLeaf(question) || !place.collection ? place.position : undefined;
    if (question.value === undefined &&
        place.found > 0 &&
        (place.scalar === null || deletes(value, steps, place.found))) {
        return place.position;
    }
    return undefined;
}
function deletes(value, steps, found) {
    let node = value;
    for (const step of steps.slice(0, found))
        node = (0,gitops_json/* isObject */.Gv)(node) && typeof step === "string" ? node[step] : undefined;
    const directive = (0,gitops_json/* stringAt */.bX)(node, "$patch");
    return directive === "delete" || directive === "replace";
}
function placeInOperations(document, operations, question) {
    for (let index = operations.length - 1; index >= 0; index -= 1) {
        const operation = operations[index];
        const op = (0,gitops_json/* stringAt */.bX)(operation, "op");
        const pointer = (0,gitops_json/* stringAt */.bX)(operation, "path");
        if (op === undefined || op === "test" || pointer === undefined || !(0,gitops_json/* isObject */.Gv)(operation))
            continue;
        const rest = beyond(pointer, operation["value"], question.steps);
        if (rest === undefined)
            continue;
        const own = (field) => document.positions.nearest([index, field]);
        if (op === "remove") {
            if (question.value === undefined)
                return own("path").position;
            continue;
        }
        if (op !== "add" && op !== "replace")
            return own("from").position;
        if (rest.length === 0) {
            if (!isLeaf(question) && op === "add" && pointer.endsWith("/-"))
                return own("path").position;
            return own(question.aspect === "key" ? "path" : "value").position;
        }
        const place = document.positions.nearest([index, "value", ...rest]);
        if (place.found === rest.length + 2)
            return place.position;
    }
    return undefined;
}
function beyond(pointer, value, steps) {
    const parts = pointer
        .split("/")
        .slice(1)
        .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (parts.length > steps.length)
        return undefined;
    for (const [index, part] of parts.entries()) {
        const step = steps[index];
        if (typeof step === "object" && "index" in step) {
            const isItem = index === parts.length - 1 && value !== undefined && patches_isSame(value, step.item);
            if (!isItem && (part === "-" ? (0,gitops_json/* isObject */.Gv)(step.item) || step.item !== value : Number(part) !== step.index))
                return undefined;
            if (!isItem && index === parts.length - 1 && (0,gitops_json/* isObject */.Gv)(value) && differs(value, step.item))
                return undefined;
        }
        else if (String(step) !== part) {
            return undefined;
        }
    }
    return steps.slice(parts.length);
}
function patches_isSame(added, item) {
    if (!(0,gitops_json/* isObject */.Gv)(added) || !(0,gitops_json/* isObject */.Gv)(item))
        return added === item;
    return typeof added["name"] === "string"
        ? added["name"] === item["name"]
        : JSON.stringify(added) === JSON.stringify(item);
}
const differs = (added, item) => (0,gitops_json/* isObject */.Gv)(added) && (0,gitops_json/* isObject */.Gv)(item) && added["name"] !== undefined && added["name"] !== item["name"];

;// CONCATENATED MODULE: ./build/src/gitops/provenance/transformers.js


function transformed({ kustomization, names }, question) {
    const { value, document, file } = kustomization;
    const path = transformingField(value, names, question);
    return path === undefined ? [] : [at(file, document.positions.nearest(path).position, "kustomization")];
}
function transformingField(value, names, question) {
    return (imagePath(value["images"], question) ??
        replicasPath(value["replicas"], names, question) ??
        keyedPath(value["commonAnnotations"], ["commonAnnotations"], annotationMaps, question) ??
        labelsPath(value["labels"], question) ??
        keyedPath(value["commonLabels"], ["commonLabels"], labelMaps, question) ??
        affixPath(value, question) ??
        namespacePath(value["namespace"], question));
}
function parseImage(text) {
    const [rest = "", digest] = text.split("@", 2);
    const colon = rest.lastIndexOf(":");
    const tagged = colon > rest.lastIndexOf("/");
    return { name: tagged ? rest.slice(0, colon) : rest, tag: tagged ? rest.slice(colon + 1) : undefined, digest };
}
const isImage = ({ names }) => names.at(-1) === "image" && /^(?:initC|ephemeralC|c)ontainers$/.test(names.at(-3) ?? "");
function imagePath(images, question) {
    if (!Array.isArray(images) || !isImage(question) || typeof question.value !== "string")
        return undefined;
    const rendered = parseImage(question.value);
    for (let index = images.length - 1; index >= 0; index -= 1) {
        const entry = images[index];
        const field = (name) => (0,gitops_json/* isObject */.Gv)(entry) && entry[name] !== undefined ? String(entry[name]) : undefined;
        const [name, tag, digest] = [field("newName") || field("name"), field("newTag"), field("digest")];
        if (name !== rendered.name || (tag && !digest && tag !== rendered.tag) || (digest && digest !== rendered.digest))
            continue;
        const decisive = ["digest", "newTag", "newName"].find((one) => field(one));
        if (decisive !== undefined)
            return ["images", index, decisive];
    }
    return undefined;
}
const scaled = new Set(["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"]);
function replicasPath(replicas, names, { names: field, resource, value }) {
    if (!Array.isArray(replicas) || field.join(".") !== "spec.replicas" || !scaled.has(resource.id.kind))
        return undefined;
    const index = replicas.findLastIndex((one) => names.includes((0,gitops_json/* stringAt */.bX)(one, "name") ?? "") && (0,gitops_json/* isObject */.Gv)(one) && Number(one["count"]) === value);
    return index < 0 ? undefined : ["replicas", index, "count"];
}
const labelMaps = /(?:^|\.)(?:metadata\.labels|matchLabels|selector)$/;
const annotationMaps = /(?:^|\.)metadata\.annotations$/;
function keyedPath(pairs, at, maps, { names, value }) {
    const key = names.at(-1);
    if (!(0,gitops_json/* isObject */.Gv)(pairs) || key === undefined || !Object.hasOwn(pairs, key) || String(pairs[key]) !== value)
        return undefined;
    return maps.test(names.slice(0, -1).join(".")) ? [...at, key] : undefined;
}
function labelsPath(labels, question) {
    if (!Array.isArray(labels))
        return undefined;
    for (let index = labels.length - 1; index >= 0; index -= 1) {
        const entry = labels[index];
        if (!(0,gitops_json/* isObject */.Gv)(entry))
            continue;
        const { names } = question;
        const own = names.length === 3 && names[0] === "metadata";
        const reaches = own ||
            entry["includeSelectors"] === true ||
            Array.isArray(entry["fields"]) ||
            (entry["includeTemplates"] === true && names.at(-2) === "labels");
        const path = keyedPath(entry["pairs"], ["labels", index, "pairs"], labelMaps, question);
        if (reaches && path !== undefined)
            return path;
    }
    return undefined;
}
function affixPath(value, { names, resource }) {
    if (names.join(".") !== "metadata.name")
        return undefined;
    const affix = (field, fits) => {
        const text = value[field];
        return typeof text === "string" && text !== "" && fits(text) ? [field] : undefined;
    };
    const { name } = resource.id;
    return affix("namePrefix", (text) => name.includes(text)) ?? affix("nameSuffix", (text) => name.includes(text));
}
function namespacePath(namespace, { names, value, resource }) {
    if (typeof namespace !== "string" || namespace === "" || value !== namespace)
        return undefined;
    const text = names.join(".");
    const isSubject = names[0] === "subjects" && names.at(-1) === "namespace";
    const isOwn = text === "metadata.namespace" || (text === "metadata.name" && resource.id.kind === "Namespace");
    return isOwn || isSubject ? ["namespace"] : undefined;
}
function keyedOverride(options, question) {
    return (keyedPath(options.commonAnnotations, ["commonAnnotations"], annotationMaps, question) ??
        keyedPath(options.commonLabels, ["commonLabels"], labelMaps, question));
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/configured-transformers.js






function configured({ kustomization, names }, question, files) {
    const { directory, file, document, value } = kustomization;
    const all = [...names, question.resource.id.name];
    for (const [index, text] of [...textsOf(value["transformers"]).entries()].reverse()) {
        const inline = text.includes("\n");
        const place = inline ? document.positions.nearest(["transformers", index]) : undefined;
        const other = inline ? file : resolve(directory, text);
        const documents = place?.embedded ? embeddedDocuments(place.embedded) : files.documents(other);
        for (const one of documents.toReversed()) {
            const found = (0,gitops_json/* isObject */.Gv)(one.value)
                ? written(one, one.value, { file: other, directory, names: all, question, files })
                : undefined;
            if (found !== undefined)
                return [found];
        }
    }
    return [];
}
function written(document, value, context) {
    const { file, names, question } = context;
    const patch = patchOf(document, value, context);
    if (patch !== undefined)
        return placeInPatch(patch, names, question);
    const found = Object.entries(asKustomization(value)).flatMap(([field, { at: path, value: inside }]) => {
        const within = transformingField({ [field]: inside }, names, question);
        return within === undefined ? [] : [[...path, ...within.slice(field === "images" || field === "replicas" ? 2 : 1)]];
    });
    const [path] = found;
    return path && at(file, document.positions.nearest(path).position, "transformer");
}
function asKustomization(value) {
    switch (String(value["kind"])) {
        case "ImageTagTransformer":
            return { images: { at: ["imageTag"], value: [value["imageTag"]] } };
        case "ReplicaCountTransformer":
            return { replicas: { at: ["replica"], value: [value["replica"]] } };
        case "LabelTransformer":
            return { commonLabels: { at: ["labels"], value: value["labels"] } };
        case "AnnotationsTransformer":
            return { commonAnnotations: { at: ["annotations"], value: value["annotations"] } };
        case "PrefixTransformer":
            return { namePrefix: { at: ["prefix"], value: value["prefix"] } };
        case "SuffixTransformer":
            return { nameSuffix: { at: ["suffix"], value: value["suffix"] } };
        case "NamespaceTransformer":
            return { namespace: { at: ["metadata", "namespace"], value: (0,gitops_json/* objectAt */.lJ)(value, "metadata")?.["namespace"] } };
        default:
            return {};
    }
}
function patchOf(document, value, { file, directory, files }) {
    if (value["kind"] !== "PatchTransformer" && value["kind"] !== "PatchJson6902Transformer")
        return undefined;
    const { path, target } = value;
    if (typeof path === "string") {
        const other = resolve(directory, path);
        return { documents: files.documents(other), file: other, target };
    }
    const field = value["patch"] === undefined ? "jsonOp" : "patch";
    return inlinePatch(file, document.positions.nearest([field]), target);
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/stages.js


const generatorLists = (/* unused pure expression or super */ null && (["configMapGenerator", "secretGenerator"]));
const generatorListOf = (kind) => kind === "ConfigMap" ? "configMapGenerator" : kind === "Secret" ? "secretGenerator" : undefined;
const unprefixed = new Set(["CustomResourceDefinition", "APIService", "Namespace"]);
function wayOf({ resource }, { entry, components, affixes }, { files, kustomizations }) {
    const [origin] = resource.origin;
    if (origin === undefined)
        return undefined;
    const { id } = resource;
    const ways = kustomizations.ways(entry, origin.file, components);
    const objects = objectsIn(files.documents(origin.file), id.kind, (value) => isOfKind(value, id));
    let fallback;
    for (const way of ways) {
        const last = way.at(-1);
        const named = (name) => {
            let current = name;
            const names = [name];
            return way.map((kustomization) => {
                const stage = { kustomization, names: [...names] };
                current = affixed(current, id.kind, kustomization === last ? { ...kustomization.value, ...affixes } : kustomization.value);
                names.push(current);
                return stage;
            });
        };
        const becomes = (name) => way.reduce((at, one) => affixed(at, id.kind, one === last ? { ...one.value, ...affixes } : one.value), name);
        const generator = generatorIn(way, origin.file, id.kind, (name) => isGenerated(id.name, becomes(name)));
        if (generator !== undefined) {
            const stages = named(generator.name);
            const stage = stages.find(({ kustomization }) => kustomization.file === origin.file);
            if (stage !== undefined)
                return { stages, generator: { ...generator, stage } };
        }
        const fitting = objects.filter(({ value }) => becomes(declaredName(value)) === id.name);
        const chosen = fitting.find(({ value }) => (0,gitops_json/* stringAt */.bX)(value, "metadata", "namespace") === id.namespace) ?? fitting[0];
        if (chosen !== undefined)
            return { stages: named(declaredName(chosen.value)), object: chosen };
        const guess = objectOf(files, origin.file, id);
        fallback ??= { stages: named(guess ? declaredName(guess.value) : id.name), ...(guess && { object: guess }) };
    }
    return fallback;
}
function affixed(name, kind, { namePrefix, nameSuffix }) {
    if (unprefixed.has(kind))
        return name;
    return `${typeof namePrefix === "string" ? namePrefix : ""}${name}${typeof nameSuffix === "string" ? nameSuffix : ""}`;
}
const isGenerated = (rendered, name) => rendered === name || (rendered.startsWith(`${name}-`) && /^[a-z0-9]{10}$/.test(rendered.slice(name.length + 1)));
function generatorIn(way, file, kind, fits) {
    const own = way.find((one) => one.file === file);
    const list = generatorListOf(kind);
    const items = list === undefined ? undefined : own?.value[list];
    if (list === undefined || !Array.isArray(items))
        return undefined;
    for (const [index, item] of items.entries()) {
        const name = (0,gitops_json/* isObject */.Gv)(item) ? ((0,gitops_json/* stringAt */.bX)(item, "name") ?? "") : "";
        if (name !== "" && fits(name))
            return { list, index, name };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/generators.js





function generated(stage, question, files) {
    const list = generatorListOf(question.resource.id.kind);
    const items = list === undefined ? undefined : stage.kustomization.value[list];
    if (list === undefined || !Array.isArray(items))
        return [];
    for (const [index, item] of items.entries()) {
        if (!(0,gitops_json/* isObject */.Gv)(item) || !stage.names.includes((0,gitops_json/* stringAt */.bX)(item, "name") ?? ""))
            continue;
        const found = entryPlaces(list, index, item, { stage, question, files });
        if (found.length > 0)
            return found;
    }
    return [];
}
function generatorEntry(list, index, { kustomization }, { names }) {
    const { document, file } = kustomization;
    const field = names.join(".") === "metadata.name" ? ["name"] : names[0] === "type" ? ["type"] : [];
    return at(file, document.positions.nearest([list, index, ...field]).position, "generator");
}
function entryPlaces(list, index, item, { stage: { kustomization }, question, files }) {
    const { names } = question;
    const { directory, document, file } = kustomization;
    const place = (path) => at(file, document.positions.nearest([list, index, ...path]).position, "generator");
    const [section = "", key = ""] = names;
    if (section === "metadata") {
        for (const options of [["options"], ["generatorOptions"]]) {
            const path = [...options, ...names.slice(1)];
            const full = options[0] === "options" ? [list, index, ...path] : path;
            const found = document.positions.nearest(full);
            if (names.length === 3 && found.found === full.length)
                return [at(file, found.position, "generator")];
        }
        return [];
    }
    if (!["data", "binaryData", "stringData"].includes(section) || key === "")
        return [];
    const literal = textsOf(item["literals"]).findLastIndex((text) => text.split("=", 1)[0] === key);
    if (literal >= 0)
        return [place(["literals", literal])];
    const named = textsOf(item["files"]).findLastIndex((text) => fileKey(text) === key);
    if (named >= 0) {
        const path = resolve(directory, textsOf(item["files"])[named]?.replace(/^[^=/]+=/, "") ?? "");
        return [at(path, { line: 1, column: 1 }, "file"), place(["files", named])];
    }
    for (const [field, path] of envFiles(item)) {
        const env = resolve(directory, path);
        const line = (files.text(env) ?? "").split(/\r?\n/).findLastIndex((text) => envKey(text) === key);
        if (line >= 0)
            return [at(env, { line: line + 1, column: 1 }, "file"), place(field)];
    }
    return [];
}
const fileKey = (text) => /^([^=/]+)=/.exec(text)?.[1] ?? (0,names/* baseName */.Fl)(text);
const envKey = (text) => text.replace(/^\s+/, "").split("=", 1)[0] ?? "";
function envFiles(item) {
    const several = textsOf(item["envs"]).map((path, index) => [["envs", index], path]);
    const single = textsOf(item["env"]).map((path) => [["env"], path]);
    return [...several, ...single].reverse();
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/inflated.js


function entrySource(kustomization, question, archive, fetched = nothing) {
    const list = kustomization.value["helmCharts"];
    if (!Array.isArray(list) || list.length === 0)
        return undefined;
    const index = Math.max(0, list.length === 1 ? 0 : bestEntry(list, question));
    if (fetched !== nothing)
        return inflatedSource(kustomization, index, archive, fetched);
    const known = unfetched.get(kustomization) ?? new Map();
    unfetched.set(kustomization, known);
    if (!known.has(index))
        known.set(index, inflatedSource(kustomization, index, archive, nothing));
    return known.get(index);
}
const nothing = () => undefined;
const unfetched = new WeakMap();
function bestEntry(entries, { manifest, resource }) {
    const labels = (0,gitops_json/* isObject */.Gv)(manifest["metadata"]) ? manifest["metadata"]["labels"] : undefined;
    const label = (name) => (0,gitops_json/* stringAt */.bX)(labels, name) ?? "";
    const scores = entries.map((entry) => {
        const release = (0,gitops_json/* stringAt */.bX)(entry, "releaseName") ?? "";
        const chart = (0,gitops_json/* stringAt */.bX)(entry, "name") ?? "";
        return ((release !== "" && [label("app.kubernetes.io/instance"), label("release")].includes(release) ? 4 : 0) +
            (label("helm.sh/chart").startsWith(`${chart}-`) || label("chart").startsWith(`${chart}-`) ? 4 : 0) +
            (release !== "" && resource.id.name.startsWith(release) ? 2 : 0) +
            (resource.id.name.includes(chart) ? 1 : 0));
    });
    return scores.indexOf(Math.max(...scores));
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/overrides.js




function overrides_overridden({ source, directory, place }, names, question, { files }) {
    const options = source.kustomize;
    if (options === undefined)
        return [];
    const told = (path) => place(["kustomize", ...path]);
    const image = (options.images ?? []).findLastIndex((text) => setsImage(text, question));
    if (image >= 0)
        return told(["images", image]).places;
    const field = question.names.join(".");
    const replicas = (options.replicas ?? []).findLastIndex(({ name, count }) => names.includes(name) && Number(count) === question.value);
    if (field === "spec.replicas" && replicas >= 0)
        return told(["replicas", replicas, "count"]).places;
    const keyed = keyedOverride(options, question);
    if (keyed !== undefined)
        return told(keyed).places;
    const { name } = question.resource.id;
    if (field === "metadata.name" && options.namePrefix && name.startsWith(options.namePrefix))
        return told(["namePrefix"]).places;
    if (field === "metadata.name" && options.nameSuffix && name.endsWith(options.nameSuffix))
        return told(["nameSuffix"]).places;
    if (field === "metadata.namespace" && options.namespace === question.value && options.namespace)
        return told(["namespace"]).places;
    for (const [index, { path, patch = "", target }] of [...(options.patches ?? []).entries()].reverse()) {
        if (path) {
            const file = resolve(directory, path);
            const found = placeInPatch({ documents: files.documents(file), file, target }, names, question);
            if (found !== undefined)
                return [found, ...told(["patches", index, "path"]).places];
            continue;
        }
        const documents = embeddedDocuments({ text: patch, line: 1, column: 0, single: false });
        const found = placeInPatch({ documents, file: "", target }, names, question);
        if (found !== undefined)
            return place(["kustomize", "patches", index, "patch"], found.line).places;
    }
    return [];
}
function setsImage(text, question) {
    if (!isImage(question) || typeof question.value !== "string")
        return false;
    const wanted = parseImage(text.slice(text.indexOf("=") + 1));
    const rendered = parseImage(question.value);
    if (wanted.name !== rendered.name)
        return false;
    return (wanted.tag ?? rendered.tag) === rendered.tag && (wanted.digest ?? rendered.digest) === rendered.digest;
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/replacements.js





const replacements_depthLimit = 3;
function replaced(stage, question, archive) {
    for (const { document, file, path, value } of replacementsOf(stage, archive).toReversed()) {
        const targets = (0,gitops_json/* isObject */.Gv)(value) ? value["targets"] : undefined;
        if (!Array.isArray(targets) || !(0,gitops_json/* isObject */.Gv)(value))
            continue;
        for (const [index, target] of targets.entries()) {
            if (!(0,gitops_json/* isObject */.Gv)(target) || !patch_target_selects(target["select"], stage.names, question) || isRejected(target, stage, question))
                continue;
            const field = fieldOf(target, question);
            if (field === undefined)
                continue;
            const own = at(file, document.positions.nearest([...path, "targets", index, ...field]).position, "replacement");
            const name = (0,gitops_json/* stringAt */.bX)(value, "source", "fieldPath") ?? "metadata.name";
            return [...originOf(value["source"], name, question, archive), own];
        }
    }
    return [];
}
function replacementsOf({ kustomization }, { files }) {
    const { value, document, file, directory } = kustomization;
    const list = value["replacements"];
    if (!Array.isArray(list))
        return [];
    return list.flatMap((item, index) => {
        const path = (0,gitops_json/* stringAt */.bX)(item, "path");
        if (path === undefined)
            return [{ document, file, path: ["replacements", index], value: item }];
        const other = resolve(directory, path);
        return files.documents(other).flatMap((one) => {
            if (!Array.isArray(one.value))
                return [{ document: one, file: other, path: [], value: one.value }];
            return one.value.map((each, at) => ({ document: one, file: other, path: [at], value: each }));
        });
    });
}
function isRejected(target, { names }, question) {
    const list = target["reject"];
    return Array.isArray(list) && list.some((one) => patch_target_selects(one, names, question));
}
function fieldOf(target, { steps, names }) {
    const paths = target["fieldPaths"];
    if (!Array.isArray(paths))
        return names.join(".") === "metadata.name" ? [] : undefined;
    const index = paths.findIndex((path) => typeof path === "string" && leadsTo(replacementPath(path), steps, names));
    return index < 0 ? undefined : ["fieldPaths", index];
}
function leadsTo(path, steps, names) {
    if (path.length !== steps.length)
        return false;
    return path.every((part, index) => {
        const step = steps[index];
        if (typeof step !== "object" || !("index" in step))
            return part === names[index];
        const [, key = "", value = ""] = /^\[([^=]+)=(.*)\]$/.exec(part) ?? [];
        if (key !== "")
            return (0,gitops_json/* isObject */.Gv)(step.item) && String(step.item[key]) === value;
        return part === "*" || part === String(step.index);
    });
}
function replacementPath(text) {
    return (text.match(/(?:\\.|\[[^\]]*\]|[^.\\[])+/g) ?? []).map((part) => part.replaceAll("\\.", "."));
}
function originOf(source, field, question, archive) {
    if (question.depth >= replacements_depthLimit)
        return [];
    const kind = (0,gitops_json/* stringAt */.bX)(source, "kind");
    const name = (0,gitops_json/* stringAt */.bX)(source, "name");
    const { resources } = question.application.rendered;
    const candidates = resources.filter(({ id }) => id.kind === kind && (name === undefined || id.name.includes(name)));
    const found = candidates.find(({ id }) => id.name === name) ?? candidates[0];
    if (found === undefined)
        return [];
    const steps = replacementPath(field).map((part) => (part.startsWith("[") ? (parseFieldPath(part)[0] ?? part) : part));
    return archive.answer(question_ask(question.application, found, steps, "value", question.depth + 1)).places.slice(0, 2);
}
function variables(text, stages, question, archive) {
    if (typeof text !== "string" || text === question.value)
        return [];
    const used = new Set([...text.matchAll(/\$\(([A-Za-z0-9_.-]+)\)/g)].map(([, name = ""]) => name));
    if (used.size === 0)
        return [];
    for (const { kustomization } of stages.toReversed()) {
        const list = kustomization.value["vars"];
        if (!Array.isArray(list))
            continue;
        const index = list.findIndex((one) => used.has((0,gitops_json/* stringAt */.bX)(one, "name") ?? ""));
        const entry = list[index];
        if (!(0,gitops_json/* isObject */.Gv)(entry))
            continue;
        const field = (0,gitops_json/* stringAt */.bX)(entry, "fieldref", "fieldpath") ?? (0,gitops_json/* stringAt */.bX)(entry, "fieldref", "fieldPath") ?? "metadata.name";
        const own = at(kustomization.file, kustomization.document.positions.nearest(["vars", index]).position, "vars");
        return [...originOf(entry["objref"], field, question, archive), own];
    }
    return [];
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/kustomize-answer.js












function kustomizeAnswer(placed, question, archive, inChart) {
    const options = placed.source.kustomize ?? {};
    const affixes = {
        ...(options.namePrefix && { namePrefix: options.namePrefix }),
        ...(options.nameSuffix && { nameSuffix: options.nameSuffix }),
    };
    const entry = { entry: placed.directory, components: options.components ?? [], affixes };
    const way = wayOf(question, entry, archive);
    if (way === undefined)
        return undefined;
    const last = way.stages.at(-1);
    const writers = [
        ...overrides_overridden(placed, [...(last?.names ?? []), question.resource.id.name], question, archive),
        ...way.stages.toReversed().flatMap((stage) => writtenIn(stage, question, archive)),
    ];
    return concluded(writers, beginning(way, question, archive, inChart), question);
}
function concluded(writers, base, question) {
    const { places, complete } = base;
    const rest = base.embedded === undefined ? {} : { embedded: base.embedded };
    if (writers.length === 0)
        return { places, sure: base.sure, ...rest };
    if (!isLeaf(question) && complete)
        return { places: [...places, ...writers], sure: true, ...rest };
    return { places: [...writers, ...places], sure: true };
}
function writtenIn(stage, question, archive) {
    return [
        ...configured(stage, question, archive.files),
        ...replaced(stage, question, archive),
        ...transformed(stage, question),
        ...patchesOf(stage, question, archive),
    ];
}
function patchesOf(stage, question, { files }) {
    const { kustomization, names } = stage;
    const { value, document, file, directory } = kustomization;
    const all = [...names, question.resource.id.name];
    const found = [];
    for (const list of ["patchesJson6902", "patches", "patchesStrategicMerge"]) {
        const items = value[list];
        if (!Array.isArray(items))
            continue;
        for (const [index, item] of [...items.entries()].reverse()) {
            const target = (0,gitops_json/* isObject */.Gv)(item) ? item["target"] : undefined;
            const text = typeof item === "string" ? item : (0,gitops_json/* stringAt */.bX)(item, "path");
            const inline = typeof item === "string" ? isInline(item) : (0,gitops_json/* stringAt */.bX)(item, "patch") !== undefined;
            const path = typeof item === "string" ? [list, index] : [list, index, "patch"];
            const other = text === undefined || inline ? undefined : resolve(directory, text);
            const patch = other === undefined
                ? inlinePatch(file, document.positions.nearest(path), target)
                : { documents: files.documents(other), file: other, target };
            const place = placeInPatch(patch, all, question);
            if (place !== undefined)
                found.push(place);
        }
    }
    return found;
}
const isInline = (text) => text.includes("\n") || /^\s*\{/.test(text);
function beginning(way, question, archive, inChart) {
    const { object, generator, stages } = way;
    const [origin] = question.resource.origin;
    if (generator !== undefined) {
        const sources = stages.toReversed().flatMap((stage) => generated(stage, question, archive.files));
        const entry = generatorEntry(generator.list, generator.index, generator.stage, question);
        const [first] = sources;
        const alone = first?.file === entry.file && sources.length > 0 ? [] : [entry];
        return { places: sources.length > 0 ? [...sources, ...alone] : [entry], sure: true, complete: sources.length > 0 };
    }
    const last = stages.find(({ kustomization }) => kustomization.file === origin?.file);
    if (object === undefined && last !== undefined) {
        const inflated = entrySource(last.kustomization, question, archive);
        if (inflated !== undefined)
            return { ...inChart(inflated), complete: false };
    }
    if (object === undefined || origin === undefined) {
        return { places: question.resource.origin.slice(0, 1), sure: false, complete: false };
    }
    const place = placeInObject(object, question.steps);
    const through = place.through === undefined ? [] : [at(origin.file, place.through, "alias")];
    const own = [at(origin.file, place.position), ...through];
    const from = variables(place.scalar, stages, question, archive);
    return {
        places: from.length > 0 ? [...from, ...own] : own,
        sure: holds(place, question) || from.length > 0 || question.value === undefined,
        complete: place.found === question.steps.length,
        ...(place.embedded && { embedded: place.embedded }),
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/provenance/provenance.js











class Provenance {
    files;
    kustomizations;
    byName;
    charts = new Map();
    sources = new Map();
    aspects = new WeakMap();
    constructor(tree, applications) {
        this.files = new SourceFiles(tree);
        this.kustomizations = new Kustomizations(this.files);
        this.byName = new Map(applications.map((one) => [one.report.name, one]));
    }
    application(name) {
        return this.byName.get(name);
    }
    parentOf({ report }) {
        return report.parent === undefined ? undefined : this.byName.get(report.parent);
    }
    declared(application, path, line) {
        const { object, at: places } = application.application;
        const { generated } = application;
        return this.placeIn({ object, at: places, generated, parent: this.parentOf(application) }, path, line);
    }
    placeIn(declared, path, line) {
        return placeInApplication(declared, path, this, { line });
    }
    locate(application, resource, path, aspect = "value") {
        const { places } = this.answer(question_ask(application, resource, path ?? "", aspect));
        this.aspects.set(places, aspect);
        return places;
    }
    aspectOf(places) {
        return this.aspects.get(places);
    }
    isRendered({ origin }) {
        const [first] = origin;
        if (first === undefined)
            return false;
        return /(?:^|\/)(?:templates\/|kustomization\.ya?ml$|Kustomization$)/.test(first.file) || isElsewhere(first);
    }
    kustomizationOf({ resource }) {
        const file = resource.origin[0]?.file ?? "";
        const found = this.kustomizations.at((0,gitops_layout/* parent */.$t)(file));
        return found?.file === file ? found : undefined;
    }
    answer(question, inChart = (source) => answerIn(source, question)) {
        const { origin } = question.resource;
        const [first, ...rest] = origin;
        if (first === undefined)
            return { places: [], sure: true };
        const found = this.answerBySource(question, first, inChart);
        if (found === undefined || found.places.length === 0)
            return { places: [...origin], sure: true };
        return { ...found, places: chained(found.places, isElsewhere(first) ? origin : rest) };
    }
    answerBySource(question, first, inChart) {
        const chart = this.chartOf(question);
        if (chart !== undefined)
            return inChart(chart.source);
        if (isElsewhere(first))
            return undefined;
        if (/(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(first.file) ||
            question.application.application.spec.source?.kustomize !== undefined ||
            this.isKustomized(question)) {
            for (const placed of this.sourcesFor(question)) {
                const found = kustomizeAnswer(placed, question, this, inChart);
                if (found !== undefined)
                    return found;
            }
        }
        return this.plain(question, first);
    }
    isKustomized(question) {
        return this.sourcesFor(question).some(({ directory }) => this.kustomizations.at(directory) !== undefined);
    }
    plain(question, { file, line }) {
        const object = objectOf(this.files, file, question.resource.id, line);
        if (object === undefined)
            return undefined;
        const place = placeInObject(object, question.steps);
        const through = place.through === undefined ? [] : [at(file, place.through, "alias")];
        const sure = holds(place, question) || question.value === undefined;
        return {
            places: [at(file, place.position), ...through],
            sure,
            ...(place.embedded && { embedded: place.embedded }),
        };
    }
    sourcesFor({ application, resource }) {
        const file = resource.origin[0]?.file ?? "";
        const placed = sourcesOf(application.application.spec).flatMap((_, index) => placedSource(application, index, this) ?? []);
        const near = ({ directory }) => directory === "" || file.startsWith(`${directory}/`) ? directory.length : -1;
        return placed.length < 2 ? placed : placed.toSorted((a, b) => near(b) - near(a));
    }
    chartOf(question, fetched) {
        const [first] = question.resource.origin;
        if (first === undefined)
            return undefined;
        const elsewhere = /^(\S+) of (.*)$/s.exec(first.via ?? "");
        for (const placed of this.sourcesFor(question)) {
            const { source, directory, index } = placed;
            if (elsewhere !== null) {
                const name = `${source.chart ?? ""} ${source.targetRevision ?? ""}`;
                if (!source.chart && !source.repoURL.startsWith("oci://"))
                    continue;
                if (source.chart && name !== elsewhere[2])
                    continue;
                return {
                    source: { ...this.sourceOf(placed, question, fetched?.()), template: provenance_below(elsewhere[1] ?? "") },
                    index,
                };
            }
            if (!this.isChart(placed) || !(directory === "" || first.file.startsWith(`${directory}/`)))
                continue;
            const template = first.file.slice(directory === "" ? 0 : directory.length + 1);
            const chart = this.charts.get(directory) ?? new ChartFiles(this.files, directory, true);
            this.charts.set(directory, chart);
            return { source: { ...this.sourceOf(placed, question, chart), template }, index };
        }
        return undefined;
    }
    sourceOf(placed, question, chart) {
        const key = `${question.application.report.name} ${placed.index} ${chart === undefined}`;
        const known = this.sources.get(key) ?? helmSource(placed, question, this, chart);
        this.sources.set(key, known);
        return known;
    }
    isChart({ source, directory }) {
        if (source.helm !== undefined)
            return true;
        if (source.kustomize !== undefined || source.directory !== undefined || source.chart)
            return false;
        return (this.kustomizations.at(directory) === undefined &&
            this.files.has(directory === "" ? "Chart.yaml" : `${directory}/Chart.yaml`));
    }
}
const isElsewhere = ({ via }) => /^\S+ of /.test(via ?? "");
const provenance_below = (template) => template.slice(template.indexOf("/") + 1);
function chained(places, rest) {
    const seen = new Set();
    const files = new Set(places.map(({ file }) => file));
    const told = rest.filter(({ file, via }) => !(via?.startsWith("Application") === true &&
        files.has(file) &&
        places.some((one) => one.file === file && one.via?.startsWith("Application"))));
    return [...places, ...told].filter(({ file, line }) => {
        const key = `${file}:${line}`;
        return !seen.has(key) && seen.add(key);
    });
}

;// CONCATENATED MODULE: ./build/src/gitops/order.js


function withoutSuperseded(units) {
    const readers = order_readersOf(units);
    const gone = new Set();
    for (const unit of units) {
        if (unit.declaredIn === undefined || unit.parent !== undefined)
            continue;
        const others = readers.get(unit.declaredIn) ?? [];
        if (others.some((reader) => ![...lineage(reader)].includes(unit)))
            gone.add(unit);
    }
    return units.filter((unit) => ![...lineage(unit)].some((ancestor) => gone.has(ancestor)));
}
function order_readersOf(units) {
    const readers = new Map(units.flatMap(({ declaredIn }) => (declaredIn === undefined ? [] : [[declaredIn, []]])));
    for (const unit of units) {
        if (unit.outcome?.ok !== true)
            continue;
        for (const [file, id] of Object.entries(unit.outcome.rendering.reads.files))
            if (id !== null)
                readers.get(file)?.push(unit);
    }
    return readers;
}
function order_ordered(units) {
    const children = new Map();
    for (const unit of units) {
        const siblings = children.get(unit.parent);
        if (siblings === undefined)
            children.set(unit.parent, [unit]);
        else
            siblings.push(unit);
    }
    const out = [];
    const visit = (unit) => {
        out.push(unit);
        for (const child of (children.get(unit) ?? []).toSorted(byWave))
            visit(child);
    };
    for (const root of (children.get(undefined) ?? []).toSorted(byPlace))
        visit(root);
    return out;
}
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function byWave(a, b) {
    return waveOf(a.application.object) - waveOf(b.application.object) || compare(a.name, b.name) || byPlace(a, b);
}
function byPlace(a, b) {
    const [first, second] = [a.at[0], b.at[0]];
    return (Number(a.kind === "implicit") - Number(b.kind === "implicit") ||
        compare(first?.file ?? "", second?.file ?? "") ||
        (first?.line ?? 0) - (second?.line ?? 0) ||
        compare(a.name, b.name));
}
const candidates = (unit) => [
    unit.name,
    `${unit.namespace}/${unit.name}`,
    `${unit.namespace}/${unit.name} (${unit.at[0]?.file ?? ""}:${unit.at[0]?.line ?? 0})`,
];
function uniqueNames(units) {
    const counts = new Map();
    for (const unit of units)
        for (const name of candidates(unit))
            counts.set(name, (counts.get(name) ?? 0) + 1);
    const taken = new Map();
    return new Map(units.map((unit) => {
        const all = candidates(unit);
        const name = all.find((candidate) => counts.get(candidate) === 1) ?? all.at(-1) ?? unit.name;
        const times = (taken.get(name) ?? 0) + 1;
        taken.set(name, times);
        return [unit, times === 1 ? name : `${name} #${times}`];
    }));
}

;// CONCATENATED MODULE: ./build/src/gitops/sync-facts.js


function syncFactsOf(unit, project) {
    const { spec, object, name } = unit.application;
    const parent = unit.parent?.application.spec;
    const set = unit.generated?.set;
    return {
        ...automation(spec),
        options: spec.syncPolicy?.syncOptions ?? [],
        isDeleted: set === undefined ? parent !== undefined && automation(parent).prune : sync_facts_deletes(set),
        cascades: cascades(object, set),
        windows: windowsOf(project)
            .filter((window) => sync_facts_isFor(window, name, spec))
            .map(sync_facts_read),
    };
}
function sync_facts_deletes(set) {
    const policy = (0,gitops_json/* stringAt */.bX)(set, "spec", "syncPolicy", "applicationsSync");
    return policy !== "create-only" && policy !== "create-update";
}
function automation(spec) {
    const found = (0,gitops_json/* objectAt */.lJ)(spec, "syncPolicy", "automated");
    const automated = found !== undefined && found["enabled"] !== false;
    return { automated, prune: automated && found["prune"] === true, allowEmpty: found?.["allowEmpty"] === true };
}
const finalizer = "resources-finalizer.argocd.argoproj.io";
function cascades(object, set) {
    const listed = (0,gitops_json/* objectAt */.lJ)(object, "metadata")?.["finalizers"];
    const own = Array.isArray(listed) ? listed.filter((one) => typeof one === "string") : [];
    if (own.length === 0 && set !== undefined) {
        return (0,gitops_json/* objectAt */.lJ)(set, "spec", "syncPolicy")?.["preserveResourcesOnDeletion"] !== true;
    }
    return own.some((one) => one === finalizer || one.startsWith(`${finalizer}/`));
}
function windowsOf(project) {
    const windows = project?.spec["syncWindows"];
    return Array.isArray(windows) ? windows.filter(gitops_json/* isObject */.Gv) : [];
}
function sync_facts_isFor(window, name, { destination }) {
    const clusters = [destination.server ?? "", destination.name ?? ""];
    const matching = [
        ["applications", [name]],
        ["namespaces", [destination.namespace ?? ""]],
        ["clusters", clusters],
    ].flatMap(([key, values]) => {
        const patterns = window[key];
        if (!Array.isArray(patterns) || patterns.length === 0)
            return [];
        return [patterns.some((one) => typeof one === "string" && values.some((value) => (0,glob/* matchesGlob */.kt)(one, value)))];
    });
    return window["andOperator"] === true ? matching.length > 0 && matching.every(Boolean) : matching.some(Boolean);
}
function sync_facts_read(window) {
    return {
        kind: (0,gitops_json/* stringAt */.bX)(window, "kind") === "deny" ? "deny" : "allow",
        schedule: (0,gitops_json/* stringAt */.bX)(window, "schedule") ?? "",
        duration: (0,gitops_json/* stringAt */.bX)(window, "duration") ?? "",
        timeZone: (0,gitops_json/* stringAt */.bX)(window, "timeZone") ?? "",
        manualSync: window["manualSync"] === true,
    };
}

;// CONCATENATED MODULE: ./build/src/gitops/destination.js


function resolveDestination(destination, declared) {
    const { name = "", server = "" } = destination;
    if (name !== "" && server !== "")
        return { problem: `it has both \`server\` (${server}) and \`name\` (${name})` };
    if (name === "" && server === "")
        return { problem: "it has neither `server` nor `name`" };
    const known = declared.some((cluster) => cluster.server === inCluster.server) ? declared : [inCluster, ...declared];
    if (server !== "") {
        const url = server.replace(/\/+$/, "");
        const found = known.find((cluster) => cluster.server === url);
        if (found !== undefined)
            return { cluster: found };
        return declared.length === 0
            ? { cluster: { name: "", server: url } }
            : { problem: `no declared cluster has the server ${url}`, field: "server" };
    }
    const named = known.filter((cluster) => cluster.name === name);
    if (named.length > 1)
        return { problem: `${named.length} declared clusters have the name ${name}`, field: "name" };
    if (named[0] !== undefined)
        return { cluster: named[0] };
    return declared.length === 0
        ? { cluster: { name, server: "" } }
        : { problem: `no declared cluster has the name ${name}`, field: "name" };
}

;// CONCATENATED MODULE: ./build/src/gitops/project.js



const defaultProject = {
    name: "default",
    spec: {
        sourceRepos: ["*"],
        destinations: [{ server: "*", namespace: "*" }],
        clusterResourceWhitelist: [{ group: "*", kind: "*" }],
    },
};
const isDenial = (pattern) => pattern.startsWith("!");
function project_matches(pattern, value, separator = "") {
    if (isDenial(pattern))
        return !(0,glob/* matchesGlob */.kt)(pattern.slice(1), value, separator);
    return pattern === "*" || (0,glob/* matchesGlob */.kt)(pattern, value, separator);
}
function permitsSource(project, repoURL) {
    const wanted = (0,gitops_repository/* normalizeForProject */.cv)(repoURL);
    let permitted = false;
    for (const entry of project.spec.sourceRepos ?? []) {
        const pattern = isDenial(entry) ? `!${(0,gitops_repository/* normalizeForProject */.cv)(entry.slice(1))}` : (0,gitops_repository/* normalizeForProject */.cv)(entry);
        if (project_matches(pattern, wanted, "/"))
            permitted = true;
        else if (isDenial(pattern))
            return false;
    }
    return permitted;
}
function permitsDestination(project, cluster, namespace) {
    const permits = (pattern, value) => value === "" ? pattern !== "" && !isDenial(pattern) : project_matches(pattern, value);
    const denies = (pattern, value) => value !== "" && isDenial(pattern) && !project_matches(pattern, value);
    let permitted = false;
    for (const entry of project.spec.destinations ?? []) {
        const { name = "", server = "", namespace: wanted = "" } = entry;
        const byName = permits(name, cluster.name);
        const byServer = permits(server, cluster.server);
        const byNamespace = project_matches(wanted, namespace);
        if ((byName || byServer) && byNamespace)
            permitted = true;
        else if (byNamespace && (denies(name, cluster.name) || denies(server, cluster.server)))
            return false;
        else if (!byNamespace && isDenial(wanted) && byServer)
            return false;
    }
    return permitted;
}
function permitsKind(project, id, scope) {
    const { spec } = project;
    const listed = (list) => (list ?? []).some((item) => (0,glob/* matchesPath */.$h)(item.kind, id.kind) &&
        (0,glob/* matchesPath */.$h)(item.group, groupOf(id.apiVersion)) &&
        (scope === "Namespaced" || !item.name || (0,glob/* matchesPath */.$h)(item.name, id.name)));
    if (scope === "Cluster")
        return listed(spec.clusterResourceWhitelist) && !listed(spec.clusterResourceBlacklist);
    const allowed = spec.namespaceResourceWhitelist === undefined || listed(spec.namespaceResourceWhitelist);
    return allowed && !listed(spec.namespaceResourceBlacklist);
}
function permitsApplicationNamespace(project, namespace, argoNamespace) {
    if (namespace === "" || namespace === argoNamespace)
        return true;
    return (project.spec.sourceNamespaces ?? []).some((entry) => {
        const expression = /^\/(.+)\/$/.exec(entry)?.[1];
        return (expression !== undefined && matchesExpression(expression, namespace)) || (0,glob/* matchesGlob */.kt)(entry, namespace);
    });
}
const expressionLimit = 200;
const repetitionLimit = 3;
function matchesExpression(expression, text) {
    const repetitions = expression.match(/[*+{]/g) ?? [];
    if (expression.length > expressionLimit || repetitions.length > repetitionLimit || /\)[*+{]/.test(expression))
        return false;
    try {
        return new RegExp(expression, "u").test(text);
    }
    catch {
        return false;
    }
}
function signatureField({ spec }, repoURL) {
    const policies = spec.sourceIntegrity?.git?.policies;
    if (policies === undefined)
        return (spec.signatureKeys ?? []).length > 0 ? "signatureKeys" : undefined;
    const verified = policies.some(({ repos, gpg }) => {
        const urls = (repos ?? []).map(({ url = "" }) => url);
        const excluded = urls.some((url) => isDenial(url) && (0,glob/* matchesGlob */.kt)(url.slice(1), repoURL));
        const included = urls.some((url) => !isDenial(url) && (0,glob/* matchesGlob */.kt)(url, repoURL));
        return included && !excluded && gpg !== undefined && gpg.mode !== "none";
    });
    return verified ? "sourceIntegrity" : undefined;
}

;// CONCATENATED MODULE: ./build/src/gitops/unit-findings.js







function judge(unit, normalized, context) {
    const { outcome } = unit;
    const found = [];
    if (outcome !== undefined && !outcome.ok) {
        found.push(failureFinding(outcome.failure, unit, context));
    }
    else if (outcome !== undefined) {
        found.push(...outcome.rendering.notices.filter(context.isTold).map((notice) => noticeFinding(notice, unit, context)));
        found.push(...outcome.rendering.charts.filter(({ locked }) => !locked).map((chart) => unlocked(chart, unit, context)));
    }
    if (unit.files === undefined)
        found.push(...normalized.repeated.map(repeatedFinding));
    if (unit.kind === "Application")
        found.push(...judgeApplication(unit, normalized.resources, context));
    return found.map((one) => ({ ...one, application: unit.name }));
}
function failureFinding(failure, unit, { places }) {
    const { rule, message, detail, hint, at, field } = failure;
    const known = field !== undefined && unit.kind === "Application";
    const declared = known ? places.ofUnit(unit, field) : unit.at;
    const path = known && { path: (0,yaml_positions/* formatPath */.jV)(field) };
    const rest = { ...path, ...(detail && { detail }), ...(hint && { hint }), at: [...at, ...declared] };
    return (0,finding/* finding */.g)(rule, message, { ...rest, ...lenience(failure, unit) });
}
function noticeFinding({ rule, message, field, ...rest }, unit, { places }) {
    if (field === undefined)
        return (0,finding/* finding */.g)(rule, message, rest);
    return (0,finding/* finding */.g)(rule, message, { ...rest, path: (0,yaml_positions/* formatPath */.jV)(field), at: places.ofUnit(unit, field) });
}
function lenience({ rule, message }, unit) {
    if (unit.kind === "Application")
        return {};
    if (rule === "render/refused")
        return { severity: "warning" };
    if (rule !== "render/failed" || !isBareChart(unit) || / cannot be (?:read|loaded): /.test(message))
        return {};
    const hint = "No Application uses this chart, so it was rendered with its own values alone, and it may need others";
    return { severity: "warning", hint };
}
function unlocked({ ref }, unit, { places }) {
    const message = `Chart ${ref.chart || ref.repository} ${ref.version} is not in the lock file, so the next run may get other content`;
    const { spec } = unit.application;
    const index = sourcesOf(spec).findIndex(({ chart, repoURL }) => chart === ref.chart && repoURL === ref.repository);
    const source = sourceFields(spec)[index];
    const field = source && [...source, "targetRevision"];
    return (0,finding/* finding */.g)("sources/unlocked", message, {
        hint: "Run `slipway lock` and commit what it writes",
        ...(field && { path: (0,yaml_positions/* formatPath */.jV)(field) }),
        at: field && unit.kind === "Application" ? places.ofUnit(unit, field) : [...unit.at],
    });
}
function repeatedFinding({ id, times, places }) {
    const name = id.namespace ? `${id.namespace}/${id.name}` : id.name;
    const message = `${id.kind} ${name} is defined ${times} times in this Application; Argo CD keeps the last one`;
    return (0,finding/* finding */.g)("gitops/repeated-resource", message, {
        resource: id,
        at: places.toReversed().flatMap((place) => place.slice(0, 1)),
    });
}
function judgeApplication(unit, resources, context) {
    const { spec } = unit.application;
    const found = [];
    const add = (rule, message, field, doubtful = false) => {
        const at = context.places.ofUnit(unit, field);
        const details = { path: (0,yaml_positions/* formatPath */.jV)(field), at, ...(doubtful && { severity: "warning" }) };
        found.push((0,finding/* finding */.g)(rule, `Application ${unit.name}: ${message}`, details));
    };
    if (spec.sourceHydrator !== undefined) {
        add("gitops/hydrator", "its dry source is rendered here; what is on the sync branch is not read", [
            "spec",
            "sourceHydrator",
        ]);
    }
    const destination = resolveDestination(spec.destination, context.clusters);
    const lost = spec.destination.namespace ? [] : withoutNamespace(resources, context.scopeOf);
    if ("problem" in destination) {
        const field = ["spec", "destination", ...(destination.field === undefined ? [] : [destination.field])];
        add("gitops/destination", destination.problem, field, unit.parent && isBareChart(unit.parent));
    }
    else if (lost[0] !== undefined) {
        const also = lost.length === 1 ? "" : ` and ${lost.length - 1} more`;
        const message = `${lost[0].id.kind} ${lost[0].id.name}${also} would be in no namespace, as the destination has none either`;
        add("gitops/destination", message, ["spec", "destination", "namespace"], unit.parent && isBareChart(unit.parent));
    }
    const name = spec.project || "default";
    const project = context.projects.get(name);
    if (project === undefined)
        return found;
    if (!permitsApplicationNamespace(project, unit.namespace, context.argoNamespace)) {
        const message = `the AppProject ${name} does not list its namespace ${unit.namespace} in sourceNamespaces`;
        add("gitops/project-namespace", message, ["metadata", "namespace"]);
    }
    const fields = sourceFields(spec);
    for (const [index, { repoURL }] of sourcesOf(spec).entries()) {
        if (permitsSource(project, repoURL))
            continue;
        const message = `the AppProject ${name} does not allow the source ${repoURL}`;
        add("gitops/project-source", message, [...(fields[index] ?? ["spec"]), "repoURL"]);
    }
    const fromGit = sourcesOf(spec).filter(({ chart, repoURL }) => !chart && !repoURL.startsWith("oci://"));
    const signatures = fromGit
        .map(({ repoURL }) => signatureField(project, repoURL))
        .find((field) => field !== undefined);
    if (signatures !== undefined) {
        const message = `the AppProject ${name} wants signed commits (${signatures}), which are not verified here`;
        add("gitops/project-signature", message, ["spec", "project"]);
    }
    if ("cluster" in destination) {
        const { cluster } = destination;
        const { namespace = "" } = spec.destination;
        if (!permitsDestination(project, cluster, namespace)) {
            const where = cluster.name || cluster.server;
            const message = `the AppProject ${name} does not allow the destination ${where}, namespace ${namespace || "(none)"}`;
            add("gitops/project-destination", message, ["spec", "destination"]);
        }
        found.push(...judgeResources(unit, resources, { ...context, project, cluster }));
    }
    return found;
}
const withoutNamespace = (resources, scopeOf) => resources.filter(({ id, manifest }) => {
    return !id.namespace && !isSkipped(manifest) && scopeOf(id.apiVersion, id.kind) === "Namespaced";
});
function judgeResources(unit, resources, context) {
    const { project, cluster, scopeOf, places } = context;
    const { namespace = "" } = unit.application.spec.destination;
    const found = [];
    const add = (rule, message, resource, field) => {
        const at = places.ofResource(unit, resource, field);
        found.push((0,finding/* finding */.g)(rule, message, { resource: resource.id, path: (0,yaml_positions/* formatPath */.jV)(field), at }));
    };
    for (const resource of resources) {
        const { id, manifest } = resource;
        if (isSkipped(manifest))
            continue;
        const scope = scopeOf(id.apiVersion, id.kind) ?? "Namespaced";
        if (!permitsKind(project, id, scope)) {
            const message = `The AppProject ${project.name} does not allow ${scope === "Cluster" ? "the cluster-scoped kind" : "the kind"} ${id.kind} of ${id.apiVersion}`;
            add("gitops/project-resource", message, resource, ["kind"]);
        }
        else if (scope === "Namespaced" &&
            id.namespace &&
            id.namespace !== namespace &&
            !permitsDestination(project, cluster, id.namespace)) {
            const message = `The AppProject ${project.name} does not allow the namespace ${id.namespace}`;
            add("gitops/project-destination", message, resource, ["metadata", "namespace"]);
        }
    }
    return found;
}
function projectsByName(projects) {
    return new Map([defaultProject, ...projects].map((project) => [project.name, project]));
}

;// CONCATENATED MODULE: ./build/src/gitops/values/shared-files.js

function toldByAll(units) {
    const tellers = new Map();
    for (const unit of units) {
        for (const notice of noticesOf(unit)) {
            if (notice.rule !== "wiring/unread-value")
                continue;
            const key = placeOf(notice);
            tellers.set(key, (tellers.get(key) ?? new Set()).add(unit));
        }
    }
    return (notice) => {
        const told = notice.rule === "wiring/unread-value" ? tellers.get(placeOf(notice)) : undefined;
        const file = notice.at[0]?.file;
        return told === undefined || file === undefined || !units.some((unit) => !told.has(unit) && gives(unit, file));
    };
}
const noticesOf = ({ outcome }) => outcome?.ok === true ? outcome.rendering.notices : [];
const placeOf = ({ at: [place] }) => `${place?.file}:${place?.line}:${place?.column}`;
function gives({ outcome, application }, file) {
    if (outcome?.ok !== true || (outcome.rendering.reads.files[file] ?? null) === null)
        return false;
    const named = sourcesOf(application.spec).flatMap(({ helm }) => helm?.valueFiles ?? []);
    return named.some((name) => `/${file}`.endsWith(`/${name.replace(/^(?:\$[^/]*\/|\.{0,2}\/)+/, "")}`));
}

;// CONCATENATED MODULE: ./build/src/gitops/rendered-repository.js













function conclude({ forest, folders, discovered, options, argoNamespace, owned, tree, settings, }) {
    const units = [...order_ordered(withoutSuperseded(forest.units)), ...folders];
    const manifests = units.flatMap((unit) => producedOf(unit).map((one) => one.manifest));
    const declared = discovered.projects.map(({ object }) => {
        const { metadata, spec } = schema/* projectSchema */.$b.parse(object);
        return { name: metadata.name ?? "", spec };
    });
    const projects = projectsByName([...declared, ...forest.projects]);
    const scopeOf = scopeLookup(manifests, options.scopeOf);
    const names = uniqueNames(units);
    const concluded = units.map((unit) => {
        const normalized = normalize(producedOf(unit), unit.application.spec.destination.namespace ?? "", scopeOf);
        return { unit, normalized, application: conclusionOf(unit, normalized, names, projects) };
    });
    const applications = concluded.map(({ application }) => application);
    const rendered = new Map(concluded.map(({ unit, application }) => [unit, application]));
    const places = fieldPlaces(new Provenance(tree, applications), rendered);
    const clusters = options.clusters ?? [];
    const context = { projects, clusters, argoNamespace, scopeOf, places, isTold: toldByAll(units) };
    for (const { unit, normalized, application } of concluded) {
        const { name } = application.report;
        application.rendered.findings.push(...judge(unit, normalized, context).map((one) => ({ ...one, application: name })));
        if (unit.kind === "Application")
            application.placeOf = (path) => places.ofUnit(unit, path);
    }
    const findings = [
        ...rendered_repository_merged(discovered.findings, forest, { owned, places }),
        ...missingProjects(units, context),
        ...duplicateFindings(units, names, places),
    ];
    return { applications, findings, settings: settingsOf(settings, units.flatMap(producedOf)) };
}
function missingProjects(units, { projects, places }) {
    const members = new Map();
    for (const unit of units) {
        const project = unit.application.spec.project || "default";
        if (unit.kind === "Application" && !projects.has(project)) {
            members.set(project, [...(members.get(project) ?? []), unit]);
        }
    }
    return [...members].map(([project, [first, ...others]]) => {
        const also = others.length === 0 ? "" : ` and of ${others.length} more`;
        const message = `AppProject ${project}, that of Application ${first?.name}${also}, is not declared in this repository, so what it allows is not checked`;
        const at = first === undefined ? [] : places.ofUnit(first, ["spec", "project"]);
        return (0,finding/* finding */.g)("gitops/project-missing", message, { path: "spec.project", at });
    });
}
function rendered_repository_merged(declared, forest, { owned, places }) {
    const read = forest.filesRead();
    const kept = declared.filter((one) => !one.at.some(({ file }) => owned.has(file) && read.has(file)));
    const told = new Set(kept.map(({ message }) => message));
    const fields = forest.fieldFindings.filter(({ finding: { message } }) => !told.has(message));
    const others = forest.findings.filter(({ message }) => !told.has(message));
    return [...kept, ...others, ...fields.map((one) => placed(one, places))];
}
function producedOf({ outcome }) {
    return outcome?.ok === true ? outcome.rendering.produced : [];
}
function conclusionOf(unit, { resources }, names, projects) {
    const name = names.get(unit) ?? unit.name;
    const { outcome } = unit;
    const [place] = unit.at;
    const parent = unit.parent && names.get(unit.parent);
    const { spec } = unit.application;
    return {
        report: {
            name,
            kind: unit.kind,
            ...(parent !== undefined && { parent }),
            ...(unit.kind === "Application" && { project: spec.project || "default" }),
            wave: waveOf(unit.application.object),
            file: place?.file ?? "",
            line: place?.line ?? 1,
            sources: unit.kind === "implicit" ? [unit.name] : sourcesOf(spec).map(describeSource),
            ...statusOf(unit),
            resources: resources.length,
        },
        rendered: {
            application: name,
            resources,
            reads: outcome?.ok === true ? outcome.rendering.reads : (outcome?.reads ?? { files: {}, listings: {} }),
            findings: [],
        },
        application: unit.application,
        ...(unit.generated && { generated: unit.generated }),
        ...(unit.kind === "Application" && {
            spec,
            sync: syncFactsOf(unit, projects.get(spec.project || "default")),
        }),
        ...(outcome?.ok === true && { rendering: outcome.rendering }),
        reused: outcome?.ok === true && outcome.reused,
        ...(unit.aside === true && { aside: true }),
    };
}
const notRendered = new Set(["render/source-unavailable", "gitops/pinned-revision", "sources/digest-mismatch"]);
function statusOf({ outcome }) {
    if (outcome === undefined)
        return { status: "not-rendered", reason: "It was not reached" };
    if (!outcome.ok) {
        const { rule, message } = outcome.failure;
        return { status: notRendered.has(rule) ? "not-rendered" : "failed", reason: message };
    }
    const plugin = outcome.rendering.notices.find((notice) => notice.rule === "gitops/plugin");
    if (plugin !== undefined && outcome.rendering.produced.length === 0)
        return { status: "not-rendered", reason: plugin.message };
    return { status: "rendered" };
}

;// CONCATENATED MODULE: ./build/src/gitops/seeds.js



function seedsOf(discovered, context) {
    const { layout, argoNamespace } = context;
    const applications = discovered.applications.map((declared) => ({
        declared,
        unit: declaredUnit(declared, argoNamespace),
    }));
    const areas = new Map();
    for (const { declared, unit } of applications) {
        for (const directory of areasOf(unit, context.identity)) {
            areas.set(directory, (areas.get(directory) ?? new Set()).add(declared));
        }
    }
    const inside = (declared) => layout.owned.has(declared.file) ||
        [...(0,gitops_layout/* ancestors */.T1)(declared.file)].some((above) => [...(areas.get(above) ?? [])].some((other) => other !== declared));
    const own = applications.map(({ declared, unit }) => ({
        file: declared.file,
        units: async () => ({ units: [unit], findings: [] }),
        inside: inside(declared),
    }));
    const sets = discovered.applicationSets.map((declared) => ({
        file: declared.file,
        units: () => seeds_generated(declared, context),
        inside: inside(declared),
    }));
    return [...own, ...sets].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
function declaredUnit({ object, file, line }, argoNamespace) {
    const at = [{ file, line, column: 1 }];
    return { ...unitOf(object, at, { namespace: argoNamespace }), declaredIn: file };
}
async function seeds_generated({ object, file, line }, { world, argoNamespace }) {
    const at = [{ file, line, column: 1 }];
    const { units, findings } = await offspring([{ manifest: object, at }], { world, namespace: argoNamespace });
    return { units: units.map((unit) => ({ ...unit, declaredIn: file })), findings };
}
function areasOf(unit, identity) {
    return sourcesOf(unit.application.spec).flatMap(({ repoURL, path, chart }) => {
        if (chart || path === undefined || !identity.isThis(repoURL))
            return [];
        const clean = path.replace(/^(?:\.\/)+|\/+$/g, "");
        return [clean === "." ? "" : clean];
    });
}
function makesApplications(directory, tree) {
    const templates = directory === "" ? "templates" : `${directory}/templates`;
    for (const file of tree.files(templates)) {
        const content = tree.read(file);
        if (content !== undefined && Buffer.from(content).includes("argoproj.io/v1alpha1"))
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./build/src/gitops/stages.js


async function growDeclared(seeds, stage) {
    const { forest, layout, tree } = stage;
    await plant(seeds.filter((seed) => !seed.inside), forest);
    const argoFiles = new Set(seeds.map((seed) => seed.file));
    await forest.grow(implicitUnits(stage, (directory) => [...layout.closureOf(directory)].some((file) => argoFiles.has(file)), (directory) => makesApplications(directory, tree)));
    const read = new Set(forest.filesRead());
    await plant(seeds.filter((seed) => seed.inside && !read.has(seed.file)), forest);
}
async function growImplicit(stage) {
    await stage.forest.grow(implicitUnits(stage, () => true, () => true));
}
async function plant(seeds, forest) {
    const planted = [];
    for (const seed of seeds) {
        const { units, findings } = await seed.units();
        forest.fieldFindings.push(...findings);
        planted.push(...units);
    }
    await forest.grow(planted);
}
function implicitUnits({ forest, layout, identity }, kustomization, chart) {
    const read = forest.filesRead();
    const pointedAt = new Set(forest.units.flatMap((unit) => areasOf(unit, identity)));
    return [
        ...uncoveredKustomizations(layout, read, pointedAt)
            .filter(kustomization)
            .map((directory) => kustomizationUnit(directory, layout)),
        ...uncoveredCharts(layout, read, pointedAt).filter(chart).map(chartUnit),
    ];
}

;// CONCATENATED MODULE: ./build/src/gitops/identity.js







function identify(repositories, applications, sets, tree) {
    const declared = [...applications.flatMap((one) => sourcesOf(one.spec).map(declaredSource)), ...sets.flatMap(ofSet)];
    const exists = (path) => (0,if_readable/* ifReadable */.G)(() => tree.list(path === "." ? "" : path)) !== undefined;
    const found = (0,gitops_repository/* repositoryIdentity */.Rr)(repositories, declared, (path) => !path.startsWith("..") && !path.startsWith("/") && exists(path));
    return { isThis: (url) => url === thisRepository || found.isThis(url) };
}
function declaredSource({ repoURL, path, chart, }) {
    return { repoURL, path: chart ? undefined : path };
}
function ofSet({ object }) {
    const { spec } = applicationset_schema/* applicationSetSchema */.e.parse(object);
    const source = (0,gitops_json/* objectAt */.lJ)(spec.template, "spec", "source");
    const repoURL = (0,gitops_json/* stringAt */.bX)(source, "repoURL");
    const own = repoURL === undefined ? [] : [{ repoURL, path: (0,gitops_json/* stringAt */.bX)(source, "path") }];
    return [...own, ...spec.generators.flatMap(ofGenerator)].filter((one) => !one.repoURL.includes("{{"));
}
function ofGenerator({ git, matrix, merge }) {
    const nested = [...(matrix?.generators ?? []), ...(merge?.generators ?? [])].flatMap(ofGenerator);
    const rules = [...(git?.directories ?? []), ...(git?.files ?? [])];
    const fixed = rules.map(({ path }) => (0,gitops_layout/* parent */.$t)(path.replace(/[*?[{].*$/, "x"))).find((path) => path !== "");
    return git === undefined ? nested : [{ repoURL: git.repoURL, path: fixed }, ...nested];
}

;// CONCATENATED MODULE: ./build/src/gitops/workshop.js









function placementOf(request, discovered, argoNamespace) {
    const { tree, trees, sources, options } = request;
    const applications = discovered.applications.map((declared) => declaredUnit(declared, argoNamespace).application);
    const identity = identify(options.repositories, applications, discovered.applicationSets, tree);
    return { tree, trees, sources, identity, branches: new Set(options.branches) };
}
function worldOf({ engines, options }, placement) {
    return {
        clusters: options.clusters ?? [],
        pullRequests: options.pullRequests ?? [],
        render: (requests) => engines.goTemplate(requests),
        treeOf: async (repoURL, targetRevision) => {
            try {
                return (await placeRepository({ repoURL, targetRevision }, placement)).tree;
            }
            catch (error) {
                return { unavailable: (0,gitops_failure/* asFailure */.h_)(error, "The repository cannot be read").message };
            }
        },
    };
}
async function renderUnit(unit, request, placement, kustomizeBuild) {
    if (unit.files !== undefined)
        return renderLoose(unit.files, request);
    const { engines, options, cache } = request;
    return renderApplication(unit.application, {
        ...placement,
        engines,
        revision: options.revision,
        kubeVersion: options.kubernetesVersion,
        apiVersions: options.apiVersions ?? [],
        kustomizeBuild,
        cache,
    });
}
async function renderLoose(files, { tree, engines, cache }) {
    const digest = (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify(["manifests", files]))
        .digest("hex");
    const known = cache?.lookup(digest, tree);
    if (known !== undefined)
        return { ok: true, rendering: known, reused: true };
    const log = new ReadLog();
    const watched = log.watch(tree);
    const found = await Promise.all(files.map((file) => renderFiles(watched, [file], engines).catch(() => undefined)));
    const produced = found.flatMap((one) => one?.produced ?? []);
    const rendering = { produced: flattenLists(produced), notices: [], reads: log.result(), charts: [], files: [] };
    cache?.store(digest, rendering);
    return { ok: true, rendering, reused: false };
}

;// CONCATENATED MODULE: ./build/src/gitops/render.js













async function renderRepository(request) {
    const { tree, options, remember = gitops_layout/* rememberNothing */.b } = request;
    const ignored = (path) => (options.ignore ?? []).some((pattern) => (0,glob/* matchesDoubleStar */.LC)(pattern, path));
    const layout = (0,gitops_layout/* readLayout */.T4)(tree, ignored, remember);
    const discovered = (0,discover/* discover */.k)(tree, layout, remember);
    const argoNamespace = options.argoNamespace ?? argoNamespaceOf(discovered);
    const placement = placementOf(request, discovered, argoNamespace);
    const world = worldOf(request, placement);
    const settings = declaredSettings(tree, layout, remember);
    const { kustomize } = readSettings(settings);
    const forest = new Forest({
        world,
        argoNamespace,
        render: (unit) => renderUnit(unit, request, placement, kustomize),
    });
    const stage = { forest, layout, tree, identity: placement.identity };
    await growDeclared(seedsOf(discovered, { layout, identity: placement.identity, world, argoNamespace }), stage);
    await growImplicit(stage);
    const plain = uncoveredManifests(tree, layout, forest.filesRead(), remember);
    const folders = [...plain].map(([directory, files]) => manifestsUnit(directory, files, layout));
    for (const unit of folders)
        unit.outcome = await renderUnit(unit, request, placement, kustomize);
    const owned = layout.owned;
    const repository = conclude({ forest, folders, discovered, options, argoNamespace, owned, tree, settings });
    return { ...repository, again: rerenderer(request, placement, kustomize) };
}

;// CONCATENATED MODULE: ./build/src/run/api-versions.js
const argo = ["Application", "ApplicationSet", "AppProject"].map((kind) => ({
    apiVersion: "argoproj.io/v1alpha1",
    kind,
}));
function apiVersionsOf(schemas, version) {
    const kinds = [...schemas.builtInKinds(version), ...argo];
    return [...new Set(kinds.flatMap(({ apiVersion, kind }) => [apiVersion, `${apiVersion}/${kind}`]))].toSorted();
}

;// CONCATENATED MODULE: ./build/src/run/kept-engines.js

const noReads = { files: {}, listings: {} };
function keptEngines(engines, results, tree) {
    const wanting = (operation, over, request, make) => {
        const mounts = mountsOf(over);
        if (mounts === undefined)
            return make();
        return results.recall(kept_engines_keyOf(operation, [request, mounts]), over, async () => {
            const value = await make();
            return { value, reads: value.needs.length > 0 ? value.reads : undefined };
        });
    };
    return {
        ...engines,
        kustomize: (over, request, rest) => wanting("kustomize", over, request, () => engines.kustomize(over, request, rest)),
        helm: (over, request, rest) => wanting("helm", over, request, () => engines.helm(over, request, rest)),
        goTemplate: (requests, rest) => results.recall(kept_engines_keyOf("go template", requests), tree, async () => ({
            value: await engines.goTemplate(requests, rest),
            reads: noReads,
        })),
    };
}
const kept_engines_keyOf = (operation, request) => `${operation} ${(0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(request)).digest("hex")}`;
function mountsOf(tree) {
    const mounts = tree.snapshot().flatMap((part) => (part.type === "mount" ? part.mounts : []));
    const files = mounts.flatMap((mount) => ("id" in mount ? [[mount.path, mount.id]] : []));
    return files.length === mounts.length ? files : undefined;
}

;// CONCATENATED MODULE: ./build/src/run/warm.js




function warmFor(tree, engines, { results, ignore }) {
    results.remember("tree", contentId(tree), () => {
        const files = [...tree.files()];
        const has = (names) => files.some((file) => names.includes(posix.basename(file)) && !ignore.some((pattern) => matchesDoubleStar(pattern, file)));
        if (has(kustomizationNames))
            engines.warm("kustomize");
        if (has(["Chart.yaml"]))
            engines.warm("helm");
        engines.warm("kubeconform");
        return true;
    });
}
function warmingCache({ lookup, store }, engines) {
    let warm = false;
    let loaded = false;
    return {
        lookup(request, tree) {
            const known = lookup(request, tree);
            if (known === undefined && !warm) {
                warm = true;
                engines.warm("kubeconform");
            }
            return known;
        },
        store(request, rendering) {
            store(request, rendering);
            if (!loaded)
                engines.load("apiserver");
            loaded = true;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/run/render-side.js





async function renderSide(tree, { workspace, engines, outside, results }) {
    const { configuration, schemas, kubernetesVersion, repositories, branches, revision } = workspace;
    return renderRepository({
        tree,
        engines: keptEngines(engines, results, tree),
        sources: outside.sources,
        cache: warmingCache(results.renderings, engines),
        remember: results.remember,
        trees: {
            treeAt: outside.treeAt,
            open: (directory, commit) => (0,src_tree/* openRevision */.k3)(directory, commit),
            mount: src_tree/* mount */.Or,
        },
        options: {
            repositories,
            branches: [...branches, revision],
            revision,
            kubernetesVersion,
            apiVersions: apiVersionsOf(schemas, kubernetesVersion),
            clusters: configuration.clusters,
            pullRequests: configuration.pullRequests.map((sample) => ({ ...sample, headSha: sample.headSha ?? revision })),
            ignore: configuration.ignore,
            scopeOf: (apiVersion, kind) => schemas.scopeOf({ version: kubernetesVersion, apiVersion, kind }),
        },
    });
}

;// CONCATENATED MODULE: ./build/src/run/file-facts.js
const key = "file facts";
const file_facts_noReads = { files: {}, listings: {} };
function fileFacts(stored, tree) {
    const before = new Map(file_facts_entriesOf(stored?.find(key, tree)?.body()));
    const asked = new Map();
    const awaited = new Map();
    let added = false;
    return {
        remember(kind, id, make) {
            const name = `${kind} ${id}`;
            const known = asked.has(name) ? asked : before;
            if (!known.has(name))
                added = true;
            const fact = known.has(name) ? known.get(name) : make();
            asked.set(name, fact);
            return fact;
        },
        remembered(kind, id) {
            const name = `${kind} ${id}`;
            if (!asked.has(name) && before.has(name))
                asked.set(name, before.get(name));
            return asked.get(name);
        },
        async rememberLater(kind, id, make) {
            const name = `${kind} ${id}`;
            const known = asked.has(name) ? asked : before;
            if (!known.has(name)) {
                const waiting = awaited.get(name) ?? make();
                awaited.set(name, waiting);
                asked.set(name, await waiting);
                added = true;
            }
            const fact = asked.has(name) ? asked.get(name) : before.get(name);
            asked.set(name, fact);
            return fact;
        },
        put() {
            if (added)
                stored?.put(key, { reads: file_facts_noReads, facts: null, body: Object.fromEntries(asked) });
        },
    };
}
const file_facts_entriesOf = (body) => typeof body === "object" && body !== null ? Object.entries(body) : [];

;// CONCATENATED MODULE: ./build/src/run/render-cache.js

function renderResults(stored) {
    const renderings = new Map();
    const requests = new WeakMap();
    const note = (request, rendering) => {
        renderings.set(request, [...(renderings.get(request) ?? []), rendering]);
        requests.set(rendering, request);
    };
    return {
        lookup(request, tree) {
            const known = renderings.get(request)?.find(({ reads }) => (0,src_tree/* sameReads */.iw)(reads, tree));
            if (known !== undefined)
                return known;
            const kept = stored && storedRendering(stored, request, tree);
            if (kept !== undefined)
                note(request, kept);
            return kept;
        },
        store(request, rendering) {
            note(request, rendering);
            const { reads, ...body } = rendering;
            stored?.put(render_cache_keyOf(request), { reads, facts: null, body });
        },
        requestOf: (rendering) => requests.get(rendering),
    };
}
const render_cache_keyOf = (request) => `rendering ${request}`;
function storedRendering(stored, request, tree) {
    const hit = stored.find(render_cache_keyOf(request), tree);
    const body = hit?.body();
    if (hit === undefined || typeof body !== "object" || body === null)
        return undefined;
    return { ...body, reads: hit.reads };
}

;// CONCATENATED MODULE: ./build/src/run/results.js


function openResults(stored, tree) {
    const facts = fileFacts(stored, tree);
    return {
        renderings: renderResults(stored),
        remember: facts.remember,
        remembered: facts.remembered,
        rememberLater: facts.rememberLater,
        async recall(key, over, make) {
            const hit = stored?.find(key, over);
            if (hit)
                return hit.facts;
            const { value, reads } = await make();
            if (reads)
                stored?.put(key, { reads, facts: value, body: null });
            return value;
        },
        keep() {
            facts.put();
            const saved = stored?.save() ?? {};
            stored?.close();
            return saved;
        },
    };
}

;// CONCATENATED MODULE: ./build/src/run/stores.js





const mostReportBytes = 32 * 1024 ** 2;
function openStores({ root, cache }, ports) {
    if (!cache)
        return { results: () => undefined, reports: () => undefined };
    const { toolCacheDir } = (0,fetching/* environmentOf */.p7)(ports);
    const name = (0,external_node_crypto_.createHash)("sha256").update((0,external_node_fs_.realpathSync)(root)).digest("hex").slice(0, 32);
    const stamp = buildStamp(locate());
    return {
        results: () => openCache({ path: (0,external_node_path_.join)(toolCacheDir, "results", name), stamp }),
        reports: () => openCache({ path: (0,external_node_path_.join)(toolCacheDir, "reports", name), stamp, maxBytes: mostReportBytes }),
    };
}

;// CONCATENATED MODULE: ./packages/kubeconform-wasm/dist/index.js
var dist_t={};(()=>{dist_t.d=(e,n)=>{for(var r in n){if(dist_t.o(n,r)&&!dist_t.o(e,r)){Object.defineProperty(e,r,{enumerable:true,get:n[r]})}}}})();(()=>{dist_t.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var dist_n={};dist_t.d(dist_n,{Tf:()=>SchemaLocationError,ny:()=>Schemas,cO:()=>StructuralNode,Zv:()=>UnknownVersionError,WY:()=>bundledLocation,L2:()=>compileKubeconform,b:()=>crdLocation,CS:()=>crdSchemas,O9:()=>createKubeconform,I$:()=>exitCode,pW:()=>fetchSchemas,AR:()=>fileLocation,Kn:()=>httpLocation,Zc:()=>isHttp,bm:()=>nearestVersion,ZT:()=>openSchemas,QC:()=>parseTemplate,yb:()=>schemaLocations,z:()=>summary,D8:()=>dist_});const dist_r=(0,external_module_.createRequire)(import.meta.url)("module");var dist_s={};(()=>{dist_s.d=(e,t)=>{for(var n in t){if(dist_s.o(t,n)&&!dist_s.o(e,n)){Object.defineProperty(e,n,{enumerable:true,get:t[n]})}}}})();(()=>{dist_s.o=(e,t)=>Object.prototype.hasOwnProperty.call(e,t)})();var dist_i={};dist_s.d(dist_i,{NJ:()=>dist_EngineError,MT:()=>dist_compileEngine,B4:()=>dist_createReactor,in:()=>dist_$});const dist_o=(0,dist_r.createRequire)(import.meta.url)("node:fs/promises");const dist_c=(0,dist_r.createRequire)(import.meta.url)("node:util");const dist_a=(0,dist_r.createRequire)(import.meta.url)("node:zlib");const dist_u=4247762216;const dist_f=[0,1,2,4];function dist_contentSize(e){if(e.length<18||e.readUInt32LE(0)!==dist_u)throw new TypeError("not an engine: no zstd frame");const t=e.readUInt8(4);const n=(t&32)!==0;const r=5+(n?0:1)+(dist_f[t&3]??0);switch(t>>6){case 1:return e.readUInt16LE(r)+256;case 2:return e.readUInt32LE(r);case 3:return Number(e.readBigUInt64LE(r));default:if(n)return e.readUInt8(r);throw new TypeError("not an engine: a zstd frame that does not say how large its content is")}}async function dist_compileEngine(e){const t=await(0,dist_o.readFile)(e);const n=await(0,dist_c.promisify)(dist_a.zstdDecompress)(t,{chunkSize:dist_contentSize(t)});return WebAssembly.compile(n)}const dist_d=["refused","invalid","limit","crashed"];class dist_EngineError extends Error{name="EngineError";code;detail;constructor(e,t,n={}){super(t,n.cause===undefined?undefined:{cause:n.cause});this.code=e;this.detail=n.detail}}const dist_l={custom:0,import:2,memory:5,global:6,export:7,data:11,dataCount:12};const dist_m=Uint8Array.of(0,97,115,109,1,0,0,0);function dist_module_readModule(e){if(Buffer.compare(e.subarray(0,dist_m.length),dist_m)!==0)throw new TypeError("not a WebAssembly module");const t=[];for(let n=dist_m.length;n<e.length;){const[r,s]=dist_module_readNumber(e,n+1);t.push({id:e[n]??0,content:e.subarray(s,s+r)});n=s+r}return t}function dist_module_writeModule(e){return dist_module_joined([dist_m,...e.flatMap(({id:e,content:t})=>[dist_section(e,t.length),t])])}function dist_module_joined(e){const t=new Uint8Array(e.reduce((e,{length:t})=>e+t,0));let n=0;for(const r of e){t.set(r,n);n+=r.length}return t}const dist_section=(e,t)=>Uint8Array.from([e,...dist_module_number(t)]);const dist_module_name=e=>[...dist_module_number(e.length),...Buffer.from(e)];function dist_module_number(e){return e<128?[e]:[e&127|128,...dist_module_number(e>>>7)]}function dist_integer(e){const[t,n]=[Number(e&0x7fn),e>>7n];const r=n===0n&&(t&64)===0||n===-1n&&(t&64)!==0;return r?[t]:[t|128,...dist_integer(n)]}function dist_module_readNumber(e,t){const n=e[t];if(n===undefined)throw new TypeError("not an engine: the module ends too early");if(n<128)return[n,t+1];const[r,s]=dist_module_readNumber(e,t+1);return[(n&127)+r*128,s]}const dist_p=2;const dist_h="slipway.memory-minimum";const dist_g={module:"slipway",name:"memory"};const dist_b=65536;function dist_importMemory(e){const t=readModule(e);const n=t.find(({id:e})=>e===sections.import);const r=t.find(({id:e})=>e===sections.memory);if(!n||!r)throw new TypeError("not an engine: the module has no imports or no memory of its own");const[s]=readNumber(r.content,2);const[i,o]=readNumber(n.content,0);const c=[...name(dist_g.module),...name(dist_g.name),dist_p,0,...number(s)];const a=Uint8Array.from([...number(i+1),...c]);const u={id:sections.import,content:joined([a,n.content.subarray(o)])};const f=Uint8Array.from([...name(dist_h),...number(s)]);return writeModule([...t.filter(e=>e!==r).map(e=>e===n?u:e),{id:sections.custom,content:f}])}function dist_minimumPages(e){const[t]=WebAssembly.Module.customSections(e,dist_h);if(!t)throw new TypeError("not an engine: compile it with compileEngine");return dist_module_readNumber(new Uint8Array(t),0)[0]}const dist_y="slipway";const dist_w=-1;const dist_v=-2;class dist_Trap extends Error{name="Trap"}function dist_trapping(e){try{e()}catch(e){throw new dist_Trap("the engine stopped",{cause:e})}}function dist_createConversation(e,t){const bytes=(t,n)=>new Uint8Array(e.buffer,t>>>0,n>>>0);const text=(e,t)=>Buffer.from(bytes(e,t)).toString("utf8");let n;let r=new Uint8Array;let s;let i;const reply=e=>{try{const t=e();if(!t)return dist_w;r=t;return t.length}catch(e){i??={thrown:e};return dist_v}};return{imports:{read:(e=0,t=0)=>reply(()=>n?.read(text(e,t))),list:(e=0,t=0)=>reply(()=>{const r=n?.list(text(e,t));return r&&Buffer.from(JSON.stringify(r))}),real:(e=0,t=0)=>reply(()=>{const r=text(e,t);return Buffer.from(n?.realPath?.(r)??r)}),call:(e=0,n=0,r=0,s=0)=>reply(()=>{const i=text(e,n);const o=t[i];if(!o)throw new dist_EngineError("crashed",`the engine asked for "${i}", which its host does not offer`);return Buffer.from(JSON.stringify(o(JSON.parse(text(r,s)))??null))}),take(e=0){bytes(e,r.length).set(r);r=new Uint8Array},respond(e=0,t=0,n=0){const r=JSON.parse(text(t,n));s=e?{error:dist_parseError(r)}:{response:r}}},run(e,t,r,o){n=o;s=undefined;i=undefined;try{const n=Buffer.from(t);const o=Buffer.from(JSON.stringify(r??null));dist_trapping(()=>{const t=e.buffer(n.length+o.length);bytes(t,n.length).set(n);bytes(t+n.length,o.length).set(o);e.call(n.length,o.length)});return dist_result(s,i)}finally{n=undefined}}}}function dist_result(e,t){if(t)throw t.thrown;if(!e)throw new dist_EngineError("crashed","the engine ended the call without an answer");if("error"in e)throw e.error;return e.response}function dist_parseError(e){const{code:t,message:n,detail:r}={code:"",message:"",detail:"",...e};return new dist_EngineError(dist_isErrorCode(t)?t:"crashed",n,{detail:r||undefined})}const dist_isErrorCode=e=>dist_d.some(t=>t===e);const dist_k=(0,dist_r.createRequire)(import.meta.url)("node:crypto");class dist_ProgramExit extends Error{status;constructor(e){super(`exit status ${e}`);this.status=e}}const dist_O={success:0,badf:8,inval:28,nosys:52};const dist_S=[Buffer.from("engine\0")];const dist_A=64*1024;function dist_createWasi({wallClock:e,monotonicClock:t,environment:n,memory:r}){const view=()=>new DataView(r.buffer);const bytes=(e,t)=>new Uint8Array(r.buffer,e>>>0,t>>>0);const s=Object.entries(n).map(([e,t])=>Buffer.from(`${e}=${t}\0`));let i=Buffer.alloc(0);let o=dist_randomBytes();const c={args_sizes_get:(e,t)=>putSizes(dist_S,e,t),args_get:(e,t)=>put(dist_S,e,t),environ_sizes_get:(e,t)=>putSizes(s,e,t),environ_get:(e,t)=>put(s,e,t),clock_time_get(n,r,s){const i=n===0?e:t();view().setBigUint64(s,BigInt(Math.round(i*1e6)),true);return dist_O.success},random_get(e,t){bytes(e,t).set(o(t));return dist_O.success},fd_write(e,t,n,r){if(e!==1&&e!==2)return dist_O.badf;let s=0;for(let e=t;e<t+8*n;e+=8){const t=view().getUint32(e+4,true);i=Buffer.concat([i,bytes(view().getUint32(e,true),t)]).subarray(-dist_A);s+=t}view().setUint32(r,s,true);return dist_O.success},fd_fdstat_get(e,t){if(e>2)return dist_O.badf;bytes(t,24).fill(0);return dist_O.success},fd_fdstat_set_flags:e=>e>2?dist_O.badf:dist_O.success,fd_prestat_get:()=>dist_O.badf,fd_close:()=>dist_O.badf,fd_read:()=>dist_O.badf,sched_yield:()=>dist_O.success,poll_oneoff(e,t,n,r){for(let r=0;r<n;r++){const n=t+32*r;const s=e+48*r;bytes(n,32).fill(0);bytes(n,8).set(bytes(s,8));view().setUint8(n+10,view().getUint8(s+8))}view().setUint32(r,n,true);return n===0?dist_O.inval:dist_O.success},proc_exit(e){throw new dist_ProgramExit(e)}};function putSizes(e,t,n){view().setUint32(t,e.length,true);view().setUint32(n,Buffer.concat(e).length,true);return dist_O.success}function put(e,t,n){for(const[r,s]of e.entries()){view().setUint32(t+4*r,n,true);bytes(n,s.length).set(s);n+=s.length}return dist_O.success}return{imports:c,output:()=>i.toString("utf8"),reseed(){o=dist_randomBytes()}}}const dist_unsupported=()=>dist_O.nosys;function dist_randomBytes(){let e=0;let t=Buffer.alloc(0);return n=>{const r=[t];for(let s=t.length;s<n;s+=64){r.push((0,dist_k.createHash)("sha512").update(`slipway ${e++}`).digest())}const s=Buffer.concat(r);t=s.subarray(n);return s.subarray(0,n)}}const j="slipway.started";function dist_instantiate(e,t){const{hostCalls:n,wallClock:r,monotonicClock:s,memoryLimitBytes:i}=t;const o=dist_minimumPages(e);const c=Math.max(o,Math.min(65536,Math.floor(i/dist_b)));const a=new WebAssembly.Memory({initial:o,maximum:c});const u=dist_createWasi({wallClock:r,monotonicClock:s,environment:dist_collectorSettings(t),memory:a});const f=dist_createConversation(a,n);const d={};for(const{module:t,name:n}of WebAssembly.Module.imports(e)){const e=t===dist_y?f.imports:u.imports;(d[t]??={})[n]=n===dist_g.name?a:e[n]??dist_unsupported}const{exports:l}=new WebAssembly.Instance(e,d);const m={initialize:dist_exported(l,"_initialize"),buffer:dist_exported(l,"slipway_buffer"),call:dist_exported(l,"slipway_call")};const p=WebAssembly.Module.customSections(e,j).length>0;return{exports:l,memory:a,engine:m,conversation:f,wasi:u,started:p}}function dist_start(e){if(!e.started)dist_trapping(()=>e.engine.initialize());e.started=true;e.wasi.reseed()}function dist_collectorSettings({memoryLimitBytes:e,growthPercent:t}){return{GOGC:String(t),GOMEMLIMIT:String(Math.floor(e*.8))}}function dist_exported(e,t){const n=e[t];if(typeof n!=="function")throw new TypeError(`not an engine: the module does not export ${t}`);return(...e)=>Number(n(...e))}const dist_$={read:()=>undefined,list:()=>undefined};function dist_recordReads(e){const t=new Map;const ask=(e,n,r)=>{if(!dist_isTreePath(n))throw new dist_EngineError("refused",`"${n}" is outside the file tree`);const s=r(n);const i=`${e}:${n}`;if(!t.has(i))t.set(i,{op:e,path:n,found:s!==undefined});return s};const read=t=>ask("read",t,t=>e.read(t));const list=t=>ask("list",t,t=>e.list(t));return{tree:{read:read,list:list,realPath(t){const n=e.realPath?.(t)??t;if(n!==t&&read(t)===undefined)list(t);return n}},get reads(){return[...t.values()]}}}function dist_isTreePath(e){return e===""||e.split("/").every(e=>e!==""&&e!=="."&&e!=="..")}const dist_x=/^(fatal error|runtime): .*(out of memory|cannot allocate memory|arena already initialized)/m;function dist_explainTrap(e,t,n){const{cause:r}=e;const s=t.trim()||String(r);if(dist_x.test(t)){const e=Math.round(n/1024**2);return new dist_EngineError("limit",`the engine needed more than the ${e} MB of memory it may use`,{detail:s,cause:r})}if(/^fatal error: stack overflow/m.test(t)||r instanceof RangeError){return new dist_EngineError("limit","the engine called itself too deeply: something refers to itself without end",{detail:s,cause:r})}const[,i]=/^(?:panic|fatal error): (.*)$/m.exec(t)??[];return new dist_EngineError("crashed",`the engine crashed: ${i??String(r)}`,{detail:s,cause:r})}const dist_E=1e3;const L={memoryLimitBytes:1024**3,growthPercent:200,hostCalls:{},wallClock:Date.UTC(2024,0,1),monotonicClock:()=>dist_E+performance.now()};function dist_createReactor(e,t={}){const n={...L,...t};return dist_reactorOver(()=>dist_instantiate(e,n),n.memoryLimitBytes)}function dist_reactorOver(e,t){let n;let r=false;return{call(s,i,o=dist_$){if(r)throw new TypeError("a reactor runs one call at a time: use another reactor inside a host call");r=true;const c=dist_recordReads(o);try{n??=e();dist_start(n);const t=n.conversation.run(n.engine,s,i,c.tree);return{response:t,reads:c.reads}}catch(e){const r=e instanceof dist_Trap?dist_explainTrap(e,n?.wasi.output()??"",t):e;if(e instanceof dist_Trap||r instanceof dist_EngineError&&r.code==="crashed")n=undefined;throw r}finally{r=false}}}}var V=dist_i.NJ;var dist_M=dist_i.MT;var dist_C=dist_i.B4;var dist_U=dist_i["in"];function isObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)}function objectAt(e,t){const n=own(e,t);return isObject(n)?n:undefined}function stringAt(e,t){const n=own(e,t);return typeof n==="string"?n:undefined}function listAt(e,t){const n=own(e,t);return Array.isArray(n)?n:undefined}function stringsAt(e,t){return(listAt(e,t)??[]).filter(e=>typeof e==="string")}function own(e,t){return Object.hasOwn(e,t)?e[t]:undefined}function answersOf(e){const locationOf=t=>{const n=stringAt(t,"location");return e().find(e=>e.id===n)};return{schema:e=>answer(e,e=>{const text=t=>stringAt(e,t)??"";return locationOf(e)?.find({apiVersion:text("apiVersion"),kind:text("kind"),kubernetesVersion:text("kubernetesVersion"),strict:own(e,"strict")===true})}),document:e=>answer(e,e=>locationOf(e)?.document(stringAt(e,"url")??""))}}function answer(e,t){try{return(isObject(e)?t(e):undefined)??{}}catch(e){return{error:e instanceof Error?e.message:String(e)}}}const dist_N=import.meta.url;const dist_T=new URL("../kubeconform-wasm.wasm.zst",dist_N);const dist_=/^(?:master|\d+\.\d+\.\d+)$/;async function createKubeconform(e){const t=e??await compileKubeconform();let n=[];const r=dist_C(t,{hostCalls:answersOf(()=>n)});const decodeAll=e=>r.call("decode",{texts:e}).response;return{validate(e){const{locations:t,kubernetesVersion:s="master",...i}=e;if(!dist_.test(s)){throw new RangeError(`${s} is not a valid version: give "master" or a full version such as "1.36.3"`)}n=t;const o={...i,kubernetesVersion:s,locations:t.map(({id:e})=>e)};return r.call("validate",o).response.results},decode:e=>decodeAll([e])[0]??{documents:[],errors:[]},decodeAll:decodeAll}}function compileKubeconform(e=dist_T){return dist_M(e)}function summary(e){const count=t=>e.filter(e=>e.status===t).length;return{valid:count("statusValid"),invalid:count("statusInvalid"),errors:count("statusError"),skipped:count("statusSkipped")}}function exitCode(e){return e.some(({status:e})=>e==="statusInvalid"||e==="statusError")?1:0}const dist_P=(0,external_module_.createRequire)(import.meta.url)("node:crypto");const dist_z=(0,external_module_.createRequire)(import.meta.url)("node:fs");const dist_B=(0,external_module_.createRequire)(import.meta.url)("node:zlib");const J=1;class Pack{versions;kinds;#e;#t;#n;#r=new Map;constructor(e){this.#e=(0,dist_B.zstdDecompressSync)(e);this.#t=lineEnds(this.#e);const t=this.#s(0);if(own(t,"format")!==J)throw new Error("the bundled schemas are of another format than this reader");this.versions=stringsAt(t,"versions");this.#n=objectAt(t,"definitions")??{};this.kinds=readKinds(objectAt(t,"kinds")??{})}definition(e,t){let n=-1;for(const r of listAt(this.#n,e)??[]){const[e,s]=Array.isArray(r)?r:[];if(typeof e==="number"&&typeof s==="number"&&e<=t)n=s}return n<0?undefined:this.#s(n)}#s(e){const t=this.#r.get(e);if(t)return t;const n=this.#e.toString("utf8",e===0?0:(this.#t[e-1]??0)+1,this.#t[e]??0);const r=JSON.parse(n);if(!isObject(r))throw new Error(`line ${e+1} of the bundled schemas is no object`);this.#r.set(e,r);return r}}function lineEnds(e){const t=[];for(let n=e.indexOf(10);n>=0;n=e.indexOf(10,n+1))t.push(n);return Uint32Array.from(t)}const K={N:"Namespaced",C:"Cluster"};function readKinds(e){const t=new Map;for(const[n,r]of Object.entries(e)){for(const[e,s]of Object.entries(isObject(r)?r:{})){if(!isObject(s))continue;const r=own(s,"versions");t.set(`${n}/${e}`,{apiVersion:n,kind:e,definition:stringAt(s,"definition")??"",scope:K[stringAt(s,"scope")??""],versions:typeof r==="number"?r:0})}}return t}const dist_R=4;function shareSubtrees(e){const t=new Map;const n=new Map;function measure(e){let r=1;const s=(0,dist_P.createHash)("sha256");for(const[t,i]of Object.entries(e)){s.update(JSON.stringify(t));for(const e of childrenOf(t,i)){r+=measure(e.schema);s.update(`${JSON.stringify(e.name)}:${n.get(e.schema)}`)}if(!I.has(t)||!isObject(i))s.update(JSON.stringify(i))}const i=s.digest("hex").slice(0,16);n.set(e,i);const o=t.get(i);if(o)o.count++;else t.set(i,{count:1,size:r,name:i});return r}const r=new Map;function replace(e){const s=t.get(n.get(e)??"");if(!s||s.count<2||s.size<dist_R)return rebuild(e);if(!r.has(s.name))r.set(s.name,rebuild(e));return{$ref:s.name}}function rebuild(e){return Object.fromEntries(Object.entries(e).map(([e,t])=>[e,rebuildValue(e,t)]))}function rebuildValue(e,t){if(!I.has(e)||!isObject(t))return t;if(e!=="properties")return replace(t);const n=Object.entries(t).map(([e,t])=>[e,isObject(t)?replace(t):t]);return Object.fromEntries(n)}for(const t of e)measure(t);return{roots:e.map(rebuild),definitions:r}}const I=new Set(["properties","items","additionalProperties"]);function childrenOf(e,t){if(!I.has(e)||!isObject(t))return[];if(e!=="properties")return[{name:"",schema:t}];return Object.keys(t).flatMap(e=>{const n=objectAt(t,e);return n?[{name:e,schema:n}]:[]})}function kubernetesLayer(e){const t=new Map(e.versions.map((e,t)=>[e,t]));const known=(e,n)=>(n&1<<(t.get(e)??31))!==0;return{origin:"built-in",kinds:t=>[...e.kinds.values()].filter(({versions:e})=>known(t,e)),find(n,r,s){const i=e.kinds.get(`${n}/${r}`);const o=i&&known(s,i.versions)&&e.definition(i.definition,t.get(s)??-1);return o?{apiVersion:n,kind:r,scope:i.scope,schema:o}:undefined},resolve:(n,r)=>e.definition(n,t.get(r)??-1)}}function bundledCustomLayer(e){let t;const pack=()=>t??=e();return{origin:"custom",kinds:()=>pack().kinds.values(),find(e,t){if(!e.includes("."))return undefined;const n=pack().kinds.get(`${e}/${t}`);const r=n&&pack().definition(n.definition,0);return r?{apiVersion:e,kind:t,scope:n.scope,schema:r}:undefined},resolve:e=>e.includes(".")?undefined:pack().definition(e,0)}}function customLayer(e){const{roots:t,definitions:n}=shareSubtrees(e.map(({schema:e})=>e));const r=new Map;e.forEach(({apiVersion:e,kind:n,scope:s},i)=>{const o=t[i];if(o)r.set(`${e}/${n}`,{apiVersion:e,kind:n,scope:s,schema:o})});return{origin:"custom",kinds:()=>r.values(),find:(e,t)=>r.get(`${e}/${t}`),resolve:e=>n.get(e)}}class CanonicalVersions{#i;#o;#c=new WeakMap;#a=new Map;constructor(e,t){this.#i=e;this.#o=t}ofDefinition(e,t){const n=`${t} ${e}`;const r=this.#a.get(n);if(r!==undefined)return r;const s=this.of(t,t=>this.#o(e,t));this.#a.set(n,s);return s}of(e,t){const n=t(e);const r=this.#i.slice(this.#i.indexOf(e)+1).toReversed();return r.find(r=>n!==undefined&&t(r)===n&&this.#u(n,e,r))??e}#u(e,t,n){const r=new Set(this.#f(e));for(const e of r){const s=this.#o(e,t);if(s!==this.#o(e,n))return false;for(const e of s===undefined?[]:this.#f(s))r.add(e)}return true}#f(e){const t=this.#c.get(e);if(t)return t;const n=[...references(e)];this.#c.set(e,n);return n}}function*references(e){if(Array.isArray(e))for(const t of e)yield*references(t);if(!isObject(e))return;for(const[t,n]of Object.entries(e)){if(t==="$ref"&&typeof n==="string")yield n;else yield*references(n)}}const W="#/components/schemas/";const q=["type","format","required","enum","default","nullable","minimum","maximum","exclusiveMinimum","exclusiveMaximum","multipleOf","minLength","maxLength","pattern","minItems","maxItems","uniqueItems","minProperties","maxProperties","x-kubernetes-list-type","x-kubernetes-list-map-keys","x-kubernetes-preserve-unknown-fields","x-kubernetes-int-or-string","x-kubernetes-embedded-resource"];const D=["allOf","anyOf","oneOf"];const dist_H=200;function compactSchema(e,t=0){if(t>dist_H)return{"x-kubernetes-preserve-unknown-fields":true};const n={};const r=referenceOf(e);if(r!==undefined)n["$ref"]=r;for(const t of q){const r=own(e,t);if(r!==undefined&&(r!==false||t==="default"))n[t]=r}const s=own(e,"x-kubernetes-patch-merge-key");if(typeof s==="string"&&own(e,"x-kubernetes-list-type")===undefined){n["x-kubernetes-list-map-keys"]=[s];n["x-kubernetes-list-type"]="map"}const i=objectAt(e,"properties");if(i)n["properties"]=mapValues(i,t+1);for(const r of["items","additionalProperties","not"]){const s=own(e,r);if(isObject(s))n[r]=compactSchema(s,t+1);else if(r==="additionalProperties"&&typeof s==="boolean")n[r]=s}for(const s of D){const i=listAt(e,s)?.filter(isObject);if(i&&!(s==="allOf"&&r!==undefined))n[s]=i.map(e=>compactSchema(e,t+1))}return n}function mapValues(e,t){const n=Object.entries(e).flatMap(([e,n])=>isObject(n)?[[e,compactSchema(n,t)]]:[]);return Object.fromEntries(n)}function referenceOf(e){const t=listAt(e,"allOf");const n=t?.length===1&&isObject(t[0])?t[0]:e;const r=own(n,"$ref");return typeof r==="string"&&r.startsWith(W)?r.slice(W.length):undefined}const Z="io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";function crdSchemas(e){if(!isObject(e)||stringAt(e,"kind")!=="CustomResourceDefinition")return[];if(!stringAt(e,"apiVersion")?.startsWith("apiextensions.k8s.io/"))return[];const t=objectAt(e,"spec")??{};const n=stringAt(t,"group");const r=objectAt(t,"names")??{};const s=stringAt(r,"kind");if(n===undefined||s===undefined)return[];const i=own(t,"preserveUnknownFields")===true;return versionsOf(t).flatMap(e=>{const o=stringAt(e,"name");if(o===undefined)return[];const c=openApiSchema(e)??openApiSchema({schema:objectAt(t,"validation")??{}});return[{apiVersion:`${n}/${o}`,kind:s,plural:stringAt(r,"plural")??s.toLowerCase(),scope:stringAt(t,"scope")==="Cluster"?"Cluster":"Namespaced",served:own(e,"served")!==false,storage:own(e,"storage")!==false,schema:rootSchema(c,i)}]})}function versionsOf(e){const t=listAt(e,"versions")?.filter(isObject)??[];const n=stringAt(e,"version");return t.length===0&&n!==undefined?[{name:n}]:t}function openApiSchema(e){const t=objectAt(e,"schema");return t&&objectAt(t,"openAPIV3Schema")}function rootSchema(e,t){const n=e?compactSchema(e):{};const r=objectAt(n,"properties")??{};const s={...n,type:"object",properties:{...r,apiVersion:{type:"string"},kind:{type:"string"},metadata:{$ref:Z}}};if(!e||t)s["x-kubernetes-preserve-unknown-fields"]=true;return s}const F=["format","minimum","maximum","exclusiveMinimum","exclusiveMaximum","multipleOf","minLength","maxLength","pattern","minItems","maxItems","uniqueItems","minProperties","maxProperties"];function emitJunctors(e,{acceptsNull:t,types:n},r,s){const i={};for(const r of["allOf","anyOf","oneOf"]){const s=listAt(e,r)?.filter(isObject)??[];if(s.length===0||n.length>1&&r!=="allOf"&&s.every(isBareType))continue;const o=s.map(emitConstraint);i[r]=t&&r!=="allOf"?[...o,{type:"null"}]:o}const o=objectAt(e,"not");if(o)i["not"]=emitConstraint(o);const c=r==="custom"?defaultedIn(e,i):[];if(c.length===0)Object.assign(s,i);else s["anyOf"]=[i,...c.map(e=>({not:{required:[e]}}))]}function defaultedIn(e,t){const n=JSON.stringify(t);return Object.entries(objectAt(e,"properties")??{}).filter(([,e])=>isObject(e)&&own(e,"default")!==undefined).map(([e])=>e).filter(e=>n.includes(JSON.stringify(e)))}function emitConstraint(e){const t={};for(const n of[...F,"type","enum","required"]){const r=own(e,n);if(r!==undefined)t[n]=r}const n=objectAt(e,"properties");if(n){const e=Object.entries(n).flatMap(([e,t])=>isObject(t)?[[e,emitConstraint(t)]]:[]);t["properties"]=Object.fromEntries(e)}for(const n of["items","additionalProperties","not"]){const r=own(e,n);if(isObject(r))t[n]=emitConstraint(r)}for(const n of["allOf","anyOf","oneOf"]){const r=listAt(e,n)?.filter(isObject)??[];if(r.length>0)t[n]=r.map(emitConstraint)}return t}function isBareType(e){return Object.keys(e).length===1&&stringAt(e,"type")!==undefined}function emitJsonSchema(e,t,n=false){const r=stringAt(e,"$ref");if(r!==undefined){const e=t.resolve(r);if(e&&dist_isLeaf(e))return emitJsonSchema(e,t,n);return{$ref:t.reference(r,n)}}const s=n||own(e,"nullable")===true;const i=typesOf(e);const o={};if(i.length>0){const e=s?[...i,"null"]:i;o["type"]=e.length===1&&e[0]!==undefined?e[0]:e}for(const t of F){const n=own(e,t);if(n!==undefined&&!(t==="format"&&n==="int-or-string"))o[t]=n}const c=listAt(e,"enum");if(c)o["enum"]=s&&!c.includes(null)?[...c,null]:c;emitObject(e,t,o);const a=objectAt(e,"items");if(a)o["items"]=emitJsonSchema(a,t,nullElement(a,t));emitJunctors(e,{acceptsNull:s,types:i},t.origin,o);return o}function emitObject(e,t,n){const r=objectAt(e,"properties");const s=new Set(stringsAt(e,"required"));const i={};for(const[e,n]of Object.entries(r??{})){if(!isObject(n))continue;if(t.origin==="custom"&&own(n,"default")!==undefined)s.delete(e);i[e]=emitJsonSchema(n,t,!s.has(e))}if(own(e,"x-kubernetes-embedded-resource")===true){i["apiVersion"]={type:"string"};i["kind"]={type:"string"};i["metadata"]=emitJsonSchema({$ref:Z},t,true);s.add("apiVersion").add("kind")}if(Object.keys(i).length>0)n["properties"]=i;if(s.size>0)n["required"]=[...s];const o=own(e,"additionalProperties");if(isObject(o))n["additionalProperties"]=emitJsonSchema(o,t,true);else if(o===false)n["additionalProperties"]=false;else if(o===undefined&&t.strict&&r&&!preservesUnknown(e)){n["additionalProperties"]=false}}function typesOf(e){if(own(e,"x-kubernetes-int-or-string")===true||stringAt(e,"format")==="int-or-string"){return["integer","string"]}const t=stringAt(e,"type");if(t!==undefined)return[t];const n=(listAt(e,"oneOf")??listAt(e,"anyOf")??[]).filter(isObject);return n.length>0&&n.every(isBareType)?n.flatMap(e=>stringAt(e,"type")??[]):[]}function preservesUnknown(e){return own(e,"x-kubernetes-preserve-unknown-fields")===true}function dist_isLeaf(e){return["properties","items","additionalProperties","$ref"].every(t=>own(e,t)===undefined)}function nullElement(e,t){if(t.origin==="custom")return false;const n=stringAt(e,"$ref");const r=n===undefined?e:t.resolve(n)??{};return stringsAt(r,"required").length===0}const G={"io.k8s.apimachinery.pkg.api.resource.Quantity":"quantity","io.k8s.apimachinery.pkg.util.intstr.IntOrString":"int-or-string"};class StructuralNode{#d;#o;type;format;default;listType;mapKeys;preserveUnknown;required;#l;constructor(e,t){const n=stringAt(e,"$ref");const r=n===undefined?e:{...t(n),...e};this.#d=r;this.#o=t;this.type=stringAt(r,"type");const s=own(r,"x-kubernetes-int-or-string")===true?"int-or-string":stringAt(r,"format");this.format=(n===undefined?undefined:G[n])??s;this.default=own(r,"default");this.listType=this.type==="array"?listTypeOf(r):undefined;this.mapKeys=this.listType==="map"?stringsAt(r,"x-kubernetes-list-map-keys"):[];this.preserveUnknown=preservesUnknown(r);this.required=stringsAt(r,"required")}get properties(){this.#l??=new Map(Object.entries(objectAt(this.#d,"properties")??{}).flatMap(([e,t])=>isObject(t)?[[e,new StructuralNode(t,this.#o)]]:[]));return this.#l}property(e){return this.properties.get(e)??this.values}get values(){const e=objectAt(this.#d,"additionalProperties");return e&&new StructuralNode(e,this.#o)}get items(){const e=objectAt(this.#d,"items");return e&&new StructuralNode(e,this.#o)}get setList(){return this.listType==="set"}}function listTypeOf(e){const t=stringAt(e,"x-kubernetes-list-type");return t==="map"||t==="set"?t:"atomic"}class UnknownVersionError extends Error{name="UnknownVersionError";bundled;constructor(e,t){const n=t.map(e=>e.split(".").slice(0,2).join("."));super(`no schemas for Kubernetes ${JSON.stringify(e)}; bundled are ${n.join(", ")} (the newest patch of each)`);this.bundled=t}}function nearestVersion(e,t){const n=/^v?(\d+\.\d+)(?:\.\d+)?(?:[-+][0-9A-Za-z.+-]+)?$/.exec(e.trim())?.[1];const r=t.find(e=>n!==undefined&&e.startsWith(`${n}.`));if(r===undefined)throw new UnknownVersionError(e,t);return r}const Q="-or-null";class Schemas{versions;digest;#m;#p;constructor(e,t,n){this.versions=e;this.#m=t;this.digest=n;this.#p=new CanonicalVersions(e,(e,t)=>this.#o(e,t)?.schema)}version(e){return nearestVersion(e,this.versions)}extend(e){return e.length===0?this:new Schemas(this.versions,[customLayer(e),...this.#m],this.digest)}canonicalKind(e){return this.#p.of(e.version,t=>this.#h({...e,version:t})?.found.schema)}canonicalDefinition(e,t){return this.#p.ofDefinition(withoutNull(e),t)}kinds(e){const t=this.#m.flatMap(t=>[...t.kinds(e)].map(({apiVersion:e,kind:t,scope:n})=>({apiVersion:e,kind:t,scope:n})));return[...new Map(t.toReversed().map(e=>[`${e.apiVersion}/${e.kind}`,e])).values()].toReversed()}builtInKinds(e){const t=this.#m.filter(({origin:e})=>e==="built-in");return t.flatMap(t=>[...t.kinds(e)]).filter(({scope:e})=>e!==undefined)}scopeOf(e){return this.#h(e)?.found.scope}structureOf(e){const t=this.#h(e)?.found.schema;return t&&new StructuralNode(t,t=>this.#o(t,e.version)?.schema)}schemaFor(e){const t={};const reference=n=>{if(!Object.hasOwn(t,n)){t[n]={};t[n]=this.linkedDefinition(n,{...e,reference:reference})??{}}return`#/definitions/${n}`};const n=this.linkedSchema({...e,reference:reference});return n&&{$schema:"http://json-schema.org/draft-04/schema#",...n,definitions:t}}linkedSchema(e){const t=this.#h(e);if(!t)return undefined;const n=this.#g(t.found.schema,t.layer,e,false);const r=own(n,"properties");const s={apiVersion:{type:"string",enum:[e.apiVersion]},kind:{type:"string",enum:[e.kind]}};return{...n,properties:{...typeof r==="object"?r:{},...s}}}linkedDefinition(e,t){const n=this.#o(withoutNull(e),t.version);return n&&this.#g(n.schema,n.layer,t,e.endsWith(Q))}#g(e,t,n,r){const s={strict:n.strict,origin:t.origin,resolve:e=>this.#o(e,n.version)?.schema,reference:(e,t)=>n.reference(t?`${e}${Q}`:e)};return emitJsonSchema(e,s,r)}#h(e){for(const t of this.#m){const n=t.find(e.apiVersion,e.kind,e.version);if(n)return{layer:t,found:n}}return undefined}#o(e,t){for(const n of this.#m){const r=n.resolve(e,t);if(r)return{layer:n,schema:r}}return undefined}}const withoutNull=e=>e.endsWith(Q)?e.slice(0,-Q.length):e;const Y=import.meta.url;const X=new URL("../schemas/",Y);function openSchemas(e=X){const t={kubernetes:(0,dist_z.readFileSync)(new URL("kubernetes.zst",e)),custom:(0,dist_z.readFileSync)(new URL("custom.zst",e))};const n=(0,dist_P.createHash)("sha256").update(t.kubernetes).update(t.custom).digest("hex");const r=new Pack(t.kubernetes);const s=[kubernetesLayer(r),bundledCustomLayer(()=>new Pack(t.custom))];return new Schemas(r.versions,s,n.slice(0,16))}const ee="/{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json";class SchemaLocationError extends Error{name="SchemaLocationError"}function parseTemplate(e){const t=e.endsWith("json")?e:e+ee;for(const[n,r]of t.matchAll(/\{\{-?([^}]*?)-?\}\}/g)){const t=r?.trim()??"";if(!t.startsWith(".")||!isVariable(t.slice(1))){throw new SchemaLocationError(`schema location ${JSON.stringify(e)}: ${n} is not understood; known are ${te.map(e=>`{{ .${e} }}`).join(", ")}`)}}return e=>{const n=dist_variables(e);return t.replaceAll(/(\s*\{\{-|\{\{)\s*\.(\w+)\s*(-\}\}\s*|\}\})/g,(e,t,r)=>isVariable(r)?n[r]:"")}}const te=["NormalizedKubernetesVersion","StrictSuffix","ResourceKind","ResourceAPIVersion","Group","KindSuffix"];function isVariable(e){return te.some(t=>t===e)}function dist_variables({apiVersion:e,kind:t,kubernetesVersion:n,strict:r}){const[s="",...i]=e.split("/");const o=i[0];const c=s.split(".")[0]?.toLowerCase()??"";return{NormalizedKubernetesVersion:n==="master"?"master":`v${n}`,StrictSuffix:r?"-strict":"",ResourceKind:t.toLowerCase(),ResourceAPIVersion:i.at(-1)??s,Group:s,KindSuffix:o===undefined?`-${c}`:`-${c}-${o.toLowerCase()}`}}function bundledLocation(e){return catalogueLocation(`bundled-${e.digest}`,"bundled",e)}function crdLocation(e,t){const n=(0,dist_P.createHash)("sha256").update(JSON.stringify(e)).digest("hex").slice(0,16);const r=new Set(e.map(({apiVersion:e,kind:t})=>`${e}/${t}`));const s=catalogueLocation(`crds-${n}`,`crds-${n}`,t.extend(e));return{...s,find:e=>r.has(`${e.apiVersion}/${e.kind}`)?s.find(e):undefined}}function catalogueLocation(e,t,n){const folder=(e,n)=>`${t}:///v${e}-standalone${n?"-strict":""}`;const linked=(e,t)=>({version:e,strict:t,reference:r=>`${folder(n.canonicalDefinition(r,e),t)}/definitions/${r}.json`});return{id:e,find(e){const{apiVersion:t,kind:r,strict:s}=e;const i=bundledVersion(e.kubernetesVersion,n);const o=n.linkedSchema({apiVersion:t,kind:r,...linked(i,s)});if(o===undefined)return undefined;const{ResourceKind:c,KindSuffix:a}=dist_variables(e);const u=folder(n.canonicalKind({apiVersion:t,kind:r,version:i}),s);return{url:`${u}/${c}${a}.json`,schema:o}},document(e){const t=/^.*:\/\/\/v([\d.]+)-standalone(-strict)?\/definitions\/(.*)\.json$/.exec(e);const[,r="",s,i=""]=t??[];const o=t&&n.linkedDefinition(i,linked(r,s!==undefined));return o?{url:e,schema:o}:undefined}}}function bundledVersion(e,t){const n=t.versions.at(-1)??"";return e==="master"?n:t.version(e)}const ne="file:///";function fileLocation(e,t,n){if(e.startsWith("/")){throw new SchemaLocationError(`schema location ${JSON.stringify(e)} is absolute; give a path from the repository's root`)}const r=parseTemplate(e);const open=e=>{const n=t(e);return n&&{url:ne+e,text:Buffer.from(n).toString("utf8"),tolerant:false}};return{id:`file-${(0,dist_P.createHash)("sha256").update(`${n}\n${e}`).digest("hex").slice(0,16)}`,find:e=>open(dist_normalize(r(e))),document:e=>e.startsWith(ne)?open(e.slice(ne.length)):undefined}}function dist_normalize(e){return e.split("/").filter(e=>e!==""&&e!==".").join("/")}const isHttp=e=>e.startsWith("http");function httpLocation(e,t){const n=parseTemplate(e);const open=e=>{const n=t.get(e);if(!n)throw new Error(`schema ${e} was not fetched beforehand`);if("failed"in n)throw new Error(n.failed);return"text"in n?{url:e,text:n.text,tolerant:true}:undefined};const r=(0,dist_P.createHash)("sha256").update(JSON.stringify([e,[...t]]));return{id:`http-${r.digest("hex").slice(0,16)}`,find:e=>open(n(e)),document:open}}async function fetchSchemas(e,t,n){const r=new Map;const s=e.filter(isHttp).map(parseTemplate);let i=new Set(s.flatMap(e=>t.map(e)));while(i.size>0){const e=await inChunks([...i],8,async e=>[e,await fetchOne(e,n)]);for(const[t,n]of e)r.set(t,n);const t=e.flatMap(([e,t])=>"text"in t?http_references(t.text,e):[]);i=new Set(t.filter(e=>!r.has(e)))}return r}async function fetchOne(e,t){try{const n=await t(e);if(n.status===404)return{missing:true};if(n.status!==200){return{failed:`error while downloading schema at ${e} - received HTTP status ${n.status}`}}return{text:await n.text()}}catch(t){return{failed:`failed downloading schema at ${e}: ${t instanceof Error?t.message:String(t)}`}}}function http_references(e,t){const n=new Set;try{JSON.parse(e,(e,r)=>{if(e==="$ref"&&typeof r==="string"&&!r.startsWith("#")){n.add((URL.parse(r,t)?.href??t).replace(/#.*$/,""))}return r})}catch{return[]}return[...n].filter(e=>isHttp(e)&&e!==t)}async function inChunks(e,t,n){const r=[];for(let s=0;s<e.length;s+=t)r.push(...await Promise.all(e.slice(s,s+t).map(n)));return r}function schemaLocations(e){const{schemas:t,locations:n=["default"],crds:r=[],files:s,fetched:i=new Map}=e;const{read:o,revision:c}=s??{read:()=>undefined,revision:""};return n.flatMap(e=>{if(e==="default")return[...r.length>0?[crdLocation(r,t)]:[],bundledLocation(t)];return[isHttp(e)?httpLocation(e,i):fileLocation(e,o,c)]})}var re=dist_n.Tf;var se=dist_n.ny;var ie=dist_n.cO;var oe=dist_n.Zv;var ce=dist_n.WY;var ae=dist_n.L2;var ue=dist_n.b;var fe=dist_n.CS;var de=dist_n.O9;var le=dist_n.I$;var me=dist_n.pW;var pe=dist_n.AR;var he=dist_n.Kn;var ge=dist_n.Zc;var be=dist_n.bm;var ye=dist_n.ZT;var we=dist_n.QC;var ve=dist_n.yb;var ke=dist_n.z;var Oe=dist_n.D8;
// EXTERNAL MODULE: ./build/src/run/configuration.js + 7 modules
var run_configuration = __webpack_require__(83008);
;// CONCATENATED MODULE: ./build/src/run/workspace.js





async function openWorkspace(options, { env }) {
    const { root } = options;
    const opening = (0,src_tree/* openWorkingCopy */.Fs)(root);
    const [head, checkout] = await Promise.all([opening, (0,src_tree/* describeCheckout */.i2)(root)]);
    const base = await openBase(options, checkout.defaultBranch, opening);
    const configuration = (0,run_configuration/* readConfiguration */.T)(head);
    const schemas = ye(locate().schemas);
    const declared = options.kubernetesVersion ?? configuration.kubernetesVersion;
    return {
        root,
        head,
        ...(base && { base }),
        configuration,
        schemas,
        kubernetesVersion: workspace_bundledVersion(schemas, declared),
        repositories: [...checkout.remotes, ...configuration.repository, ...given(env["GITHUB_REPOSITORY"])],
        branches: [checkout.defaultBranch, env["GITHUB_BASE_REF"], options.base].flatMap(given),
        revision: checkout.commit ?? "",
    };
}
function given(value) {
    return value === undefined || value === "" ? [] : [value];
}
async function openBase({ root, base: asked }, defaultBranch, like) {
    const ref = asked ?? (defaultBranch === undefined ? undefined : `origin/${defaultBranch}`);
    if (ref === undefined)
        return undefined;
    try {
        const base = await (0,src_tree/* resolveBase */.gU)(root, ref);
        return { ...base, tree: await (0,src_tree/* openRevision */.k3)(root, base.commit, { like }) };
    }
    catch (error) {
        if (asked === undefined && error instanceof model_error/* SlipwayError */.GQ && error.code === "SLW-BASE")
            return undefined;
        throw error;
    }
}
function workspace_bundledVersion(schemas, declared) {
    const newest = schemas.versions.at(-1) ?? "";
    try {
        return schemas.version(declared ?? newest);
    }
    catch (error) {
        if (!(error instanceof oe))
            throw error;
        throw new model_error/* SlipwayError */.GQ("SLW-CONFIG", error.message, {
            hint: "Give --kubernetes-version, or kubernetesVersion in slipway.yaml, one of these.",
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/render-only.js







async function renderOnly(options, ports) {
    const engines = openEngines(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs });
    try {
        const workspace = await openWorkspace(options, ports);
        const outside = openOutside(options.root, (0,fetching/* openSources */.Hv)(workspace.head, options, ports));
        const results = openResults(openStores(options, ports).results(), workspace.head);
        const { applications } = await renderSide(workspace.head, { workspace, engines, outside, results });
        results.keep();
        return applications;
    }
    finally {
        await engines.close();
    }
}


/***/ })

};
