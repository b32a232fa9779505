// The wire between an engine and its host; its other side is src/protocol.ts, which describes it.

package host

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
)

// errHostFailed stands for an error that the host keeps and throws itself when the call ends.
var errHostFailed = errors.New("the host refused to answer")

// run answers one call with JSON: the operation's response, or an *Error.
func run(operation string, request []byte) (answer []byte, failed bool) {
	defer func() {
		if reason := recover(); reason != nil {
			crash := &Error{Code: "crashed", Message: fmt.Sprintf("the engine crashed: %v", reason), Detail: string(debug.Stack())}
			answer, _ = encode(crash)
			failed = true
		}
	}()
	response, err := dispatch(operation, request)
	if err == nil {
		answer, err = encode(response)
	}
	if err != nil {
		answer, _ = encode(asError(err))
		return answer, true
	}
	return answer, false
}

func dispatch(operation string, request []byte) (any, error) {
	known, ok := operations[operation]
	if !ok {
		return nil, &Error{Code: "crashed", Message: fmt.Sprintf("the engine has no operation %q", operation)}
	}
	return known(request)
}

// encode leaves <, > and & as they are: the JSON never meets a browser, and YAML is full of them.
func encode(value any) ([]byte, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
