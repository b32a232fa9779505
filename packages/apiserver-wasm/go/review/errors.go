package review

import (
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"regexp"
	"strings"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
)

// invalid fills in the status 422 that the API server answers with.
func (a *Answer) invalid(kind schema.GroupKind, name string, list field.ErrorList) {
	a.status(apierrors.NewInvalid(kind, name, list).Status())
	for _, err := range list {
		a.Errors = append(a.Errors, Error{
			Type:     string(causeOf(err.Type)),
			Field:    err.Field,
			Detail:   err.Detail,
			BadValue: scalar(err.BadValue),
			Message:  err.ErrorBody(),
		})
	}
}

// causeOf is how apierrors.NewInvalid names a type; InternalError is the status's own name for it.
func causeOf(kind field.ErrorType) metav1.CauseType { return metav1.CauseType(kind) }

// undecodable fills in the status 400 of an object that is not of its kind.
func (a *Answer) undecodable(kind schema.GroupVersionKind, err error) {
	// transformDecodeError in apiserver's pkg/endpoints/handlers/rest.go
	words := fmt.Sprintf("%s in version %q cannot be handled as a %s: %v", kind.Kind, kind.Version, kind.Kind, err)
	a.status(apierrors.NewBadRequest(words).Status())
	a.Errors = append(a.Errors, decodeErrors(err)...)
}

// refused fills in any other status.
func (a *Answer) refused(err error) {
	var known apierrors.APIStatus
	if !errors.As(err, &known) {
		known = apierrors.NewInternalError(err)
	}
	status := known.Status()
	a.status(status)
	if status.Details != nil && len(status.Details.Causes) > 0 {
		for _, cause := range status.Details.Causes {
			a.Errors = append(a.Errors, Error{Type: string(cause.Type), Field: cause.Field, Detail: cause.Message, Message: cause.Message})
		}
		return
	}
	a.Errors = append(a.Errors, Error{Type: string(status.Reason), Detail: status.Message, Message: status.Message})
}

func (a *Answer) status(status metav1.Status) {
	a.Verdict = Rejected
	a.Message = status.Message
	a.Reason = string(status.Reason)
	a.Code = status.Code
	if a.Code == 0 {
		a.Code = http.StatusInternalServerError
	}
}

var (
	strictField = regexp.MustCompile(`^(unknown|duplicate) field "(.*)"$`)
	wrongType   = regexp.MustCompile(`^json: cannot unmarshal (\S+(?: \S+)?) into Go struct field [^. ]*\.(\S+) of type (\S+)$`)
)

// decodeErrors takes a decoder's words apart: one error per field.
func decodeErrors(err error) []Error {
	strict, is := runtime.AsStrictDecodingError(err)
	if !is {
		return []Error{decodeError(err.Error())}
	}
	var list []Error
	for _, one := range strict.Errors() {
		list = append(list, decodeError(one.Error()))
	}
	return list
}

func decodeError(words string) Error {
	if found := strictField.FindStringSubmatch(words); found != nil {
		kind := map[string]string{"unknown": "UnknownField", "duplicate": "DuplicateField"}[found[1]]
		return Error{Type: kind, Field: found[2], Detail: words, Message: words}
	}
	decoded := Error{Type: string(metav1.StatusReasonBadRequest), Detail: words, Message: words}
	if found := wrongType.FindStringSubmatch(strings.TrimSpace(words)); found != nil {
		decoded.Near = found[2]
	}
	return decoded
}

// scalar keeps a bad value that says something on its own.
func scalar(value any) any {
	found := reflect.ValueOf(value)
	for found.Kind() == reflect.Pointer && !found.IsNil() {
		found = found.Elem()
	}
	switch found.Kind() {
	case reflect.String:
		if _, omitted := value.(field.OmitValueType); omitted {
			return nil
		}
		return found.String()
	case reflect.Bool:
		return found.Bool()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return found.Int()
	case reflect.Float32, reflect.Float64:
		return found.Float()
	}
	return nil
}
