package host

import (
	"errors"
	"fmt"
)

// An Error tells the host what kind of failure it is; any other error an operation returns counts as invalid input.
type Error struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Detail  string `json:"detail,omitempty"`
}

func (e *Error) Error() string { return e.Message }

// Refused says that the input asks for something the sandbox never does.
func Refused(format string, args ...any) *Error {
	return &Error{Code: "refused", Message: fmt.Sprintf(format, args...)}
}

// Invalid says that the input is wrong.
func Invalid(format string, args ...any) *Error {
	return &Error{Code: "invalid", Message: fmt.Sprintf(format, args...)}
}

// WithDetail adds the tool's own words.
func (e *Error) WithDetail(detail string) *Error {
	return &Error{Code: e.Code, Message: e.Message, Detail: detail}
}

func asError(err error) *Error {
	var known *Error
	if errors.As(err, &known) {
		return known
	}
	return Invalid("%s", err)
}
