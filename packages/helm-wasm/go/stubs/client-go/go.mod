// Stands in for Kubernetes' client library: Helm's engine names its types for `lookup`, which never reaches a cluster here.
module k8s.io/client-go

go 1.26.0

require k8s.io/apimachinery v0.37.1
