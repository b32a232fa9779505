// Package informers has what admission plugins watch, as interfaces that nothing implements.
package informers

import (
	"k8s.io/client-go/kubernetes"
	corelisters "k8s.io/client-go/listers/core/v1"
)

// SharedInformerFactory leads to informers.
type SharedInformerFactory interface {
	Core() interface {
		V1() interface {
			LimitRanges() LimitRangeInformer
		}
	}
}

// LimitRangeInformer watches LimitRanges.
type LimitRangeInformer interface {
	Informer() kubernetes.Synced
	Lister() corelisters.LimitRangeLister
}
