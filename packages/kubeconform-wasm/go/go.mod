module slipway.dev/kubeconform-wasm

go 1.27

require (
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
	github.com/yannh/kubeconform v0.8.0
	golang.org/x/text v0.37.0
	sigs.k8s.io/yaml v1.6.0
	slipway.dev/gowasmhost v0.0.0
)

require (
	go.yaml.in/yaml/v2 v2.4.4 // indirect
	k8s.io/kube-openapi v0.0.0-20260603220949-865597e52e25 // indirect
	k8s.io/utils v0.0.0-20260210185600-b8788abfbbc2 // indirect
)

replace (
	github.com/yannh/kubeconform => ./overlay/_upstream
	slipway.dev/gowasmhost => ../../go-wasm-host/go
)
