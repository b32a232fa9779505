package host

import (
	"io/fs"
	"unsafe"
)

//go:wasmimport slipway read
func hostRead(path string) int32

//go:wasmimport slipway list
func hostList(path string) int32

//go:wasmimport slipway real
func hostReal(path string) int32

//go:wasmimport slipway call
func hostCall(name, request string) int32

//go:wasmimport slipway take
func hostTake(at unsafe.Pointer)

//go:wasmimport slipway respond
func hostRespond(failed uint32, answer string)

type wire struct{}

var world = wire{}

func (wire) read(path string) ([]byte, error) { return take(hostRead(path)) }
func (wire) list(path string) ([]byte, error) { return take(hostList(path)) }
func (wire) real(path string) ([]byte, error) { return take(hostReal(path)) }
func (wire) call(name string, request []byte) ([]byte, error) {
	return take(hostCall(name, asString(request)))
}

func take(size int32) ([]byte, error) {
	switch size {
	case -1:
		return nil, fs.ErrNotExist
	case -2:
		return nil, errHostFailed
	}
	content := make([]byte, size)
	hostTake(unsafe.Pointer(unsafe.SliceData(content)))
	return content, nil
}

// input is kept here while the host fills it.
var input []byte

//go:wasmexport slipway_buffer
func buffer(size uint32) unsafe.Pointer {
	input = make([]byte, size)
	return unsafe.Pointer(unsafe.SliceData(input))
}

//go:wasmexport slipway_call
func call(operationSize, requestSize uint32) {
	received := input
	input = nil
	answer, failed := run(string(received[:operationSize]), received[operationSize:operationSize+requestSize])
	var flag uint32
	if failed {
		flag = 1
	}
	hostRespond(flag, asString(answer))
}

// asString lends bytes to the host for the time of one call.
func asString(content []byte) string { return unsafe.String(unsafe.SliceData(content), len(content)) }
