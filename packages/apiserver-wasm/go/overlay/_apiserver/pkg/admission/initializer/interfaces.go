// Package initializer has the interfaces by which admission plugins say what they want from a cluster.
package initializer

import (
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
)

// WantsExternalKubeInformerFactory is a plugin that watches.
type WantsExternalKubeInformerFactory interface {
	SetExternalKubeInformerFactory(informers.SharedInformerFactory)
	admission.InitializationValidator
}

// WantsExternalKubeClientSet is a plugin that asks.
type WantsExternalKubeClientSet interface {
	SetExternalKubeClientSet(kubernetes.Interface)
	admission.InitializationValidator
}
