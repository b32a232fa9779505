// Package v1 has the lister that the LimitRanger plugin names.
package v1

import (
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
)

// LimitRangeLister lists LimitRanges.
type LimitRangeLister interface {
	LimitRanges(namespace string) interface {
		List(selector labels.Selector) ([]*corev1.LimitRange, error)
	}
}
