package host

import (
	"runtime"
	"runtime/debug"
)

// V8 collects its own garbage every time the memory of an instance grows, and Go's heap grows by 4 MiB at a time. Growing
// once, by about what a small call needs, saves most of that; pages that stay untouched cost nothing.
const reserve = 64 << 20

func init() {
	if debug.SetMemoryLimit(-1) >= 4*reserve {
		runtime.KeepAlive(make([]byte, reserve))
	}
}

// settle ends a warm-up: nothing that it left behind is kept, and from now on the collector is as lazy as told, in GOGC's percent.
//
//go:wasmexport slipway_settle
func settle(percent int32) {
	debug.SetGCPercent(int(percent))
	runtime.GC()
}
