// Package rest has the one name Helm's engine takes from client-go's rest package.
package rest

// Config would say how to reach a cluster. Nothing here reaches one.
type Config struct{}
