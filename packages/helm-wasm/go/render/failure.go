package render

import (
	"fmt"
	"io/fs"
	"strings"
)

// Location is where in the tree a template or file is to blame. Line and Column are 1-based, 0 when unknown.
type Location struct {
	// File is the path in the tree; the packed chart's, when the template is inside one.
	File string `json:"file"`
	// Template is the path as Helm prints it, when the blame is on a template.
	Template string `json:"template,omitempty"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
}

// Failure says in one sentence why nothing was rendered, and keeps Helm's own words.
type Failure struct {
	Message  string
	Detail   string
	Location *Location
}

func (failure *Failure) Error() string { return failure.Message }

// longest bounds each end of a detail: a template that includes itself repeats one sentence a thousand times.
const longest = 4000

// fail makes a Failure whose detail is the cause's text.
func fail(cause error, format string, arguments ...any) *Failure {
	detail := cause.Error()
	if len(detail) > 2*longest {
		detail = strings.ToValidUTF8(detail[:longest]+"\n…\n"+detail[len(detail)-longest:], "")
	}
	return &Failure{Message: fmt.Sprintf(format, arguments...), Detail: detail}
}

// notFound says that a file is absent in the words of Helm's command.
type notFound struct{ path string }

func (absent notFound) Error() string { return "open " + absent.path + ": no such file or directory" }
func (notFound) Is(target error) bool { return target == fs.ErrNotExist }

// at adds a file of the tree as the place to look.
func (failure *Failure) at(file string) *Failure {
	failure.Location = &Location{File: file}
	return failure
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}
