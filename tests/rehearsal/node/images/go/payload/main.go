// Command payload stands where Payload's image would: the same routes and commands as far as the manifests use them,
// with a real database behind them.
package main

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	pool, err := pgxpool.New(ctx, os.Getenv("DATABASE_URI"))
	if err != nil {
		log.Fatal(err)
	}
	defer pool.Close()
	switch {
	case slices.Contains(os.Args, "migrate"):
		err = migrate(ctx, pool)
	case slices.Contains(os.Args, "eat"):
		eat()
	default:
		err = serve(ctx, &site{pool: pool})
	}
	if err != nil {
		log.Fatal(err)
	}
}

func migrate(ctx context.Context, pool *pgxpool.Pool) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	_, err := pool.Exec(ctx, "CREATE TABLE IF NOT EXISTS notes (id bigserial PRIMARY KEY, text text NOT NULL)")
	if err == nil {
		log.Print("migrated")
	}
	return err
}

func serve(ctx context.Context, site *site) error {
	port := os.Getenv("PORT")
	if port == "" {
		port = "3000"
	}
	server := &http.Server{Addr: ":" + port, Handler: site.routes(), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		closing, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_ = server.Shutdown(closing)
	}()
	log.Print("listening on port ", port)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
