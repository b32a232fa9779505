// Stands in for the CRD types: Helm only registers their two versions, and the client-go stub lists those already.
module k8s.io/apiextensions-apiserver

go 1.26.0
