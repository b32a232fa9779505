// Package responsewriters has what strategies of status subresources name; statuses are not reviewed.
package responsewriters

import (
	"errors"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/authorization/authorizer"
)

// ForbiddenStatusError says that a request is not permitted.
func ForbiddenStatusError(attributes authorizer.Attributes, reason string) *apierrors.StatusError {
	resource := schema.GroupResource{Group: attributes.GetAPIGroup(), Resource: attributes.GetResource()}
	return apierrors.NewForbidden(resource, attributes.GetName(), errors.New(reason))
}
