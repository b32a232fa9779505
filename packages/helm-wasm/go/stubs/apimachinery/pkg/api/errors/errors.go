// Package errors tells what a cluster answered. None is ever asked.
package errors

// IsNotFound reports whether the cluster has no such object.
func IsNotFound(error) bool { return false }
