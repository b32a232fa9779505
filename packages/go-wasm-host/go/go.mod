module slipway.dev/gowasmhost

go 1.27
