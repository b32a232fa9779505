// Package client has the types through which strategies would find a kubelet.
package client

import (
	"context"
	"net/http"

	"k8s.io/apimachinery/pkg/types"
)

// ConnectionInfo says where a kubelet listens.
type ConnectionInfo struct {
	Scheme, Hostname, Port                    string
	Transport, InsecureSkipTLSVerifyTransport http.RoundTripper
	NodeFeatures                              []string
}

// ConnectionInfoGetter finds the kubelet of a node.
type ConnectionInfoGetter interface {
	GetConnectionInfo(ctx context.Context, nodeName types.NodeName) (*ConnectionInfo, error)
}
