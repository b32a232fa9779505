// Package kubernetes has what admission plugins ask a cluster for, as interfaces that nothing implements.
package kubernetes

import (
	"context"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// Interface is a cluster.
type Interface interface {
	CoreV1() interface {
		LimitRanges(namespace string) LimitRangeInterface
	}
}

// LimitRangeInterface lists LimitRanges.
type LimitRangeInterface interface {
	List(ctx context.Context, opts metav1.ListOptions) (*corev1.LimitRangeList, error)
}

// Synced tells whether a watch has seen everything.
type Synced interface{ HasSynced() bool }
