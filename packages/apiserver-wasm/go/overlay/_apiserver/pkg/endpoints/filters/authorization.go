// Package filters has what strategies of status subresources name; statuses are not reviewed.
package filters

import (
	"context"
	"errors"

	"k8s.io/apiserver/pkg/authorization/authorizer"
)

// GetAuthorizerAttributes fails: there is no request.
func GetAuthorizerAttributes(context.Context) (authorizer.Attributes, error) {
	return nil, errors.New("no request to authorize")
}
