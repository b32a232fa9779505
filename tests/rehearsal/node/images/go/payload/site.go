package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"
)

type site struct {
	pool *pgxpool.Pool
	// sick makes the health route fail from now on.
	sick atomic.Bool
}

func (s *site) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /api/health", s.health)
	mux.HandleFunc("GET /api/metrics", s.metrics)
	mux.HandleFunc("GET /api/notes", s.list)
	mux.HandleFunc("POST /api/notes", s.add)
	mux.HandleFunc("POST /rehearsal/sicken", func(w http.ResponseWriter, _ *http.Request) { s.sick.Store(true) })
	mux.HandleFunc("POST /rehearsal/eat", func(http.ResponseWriter, *http.Request) { eat() })
	mux.HandleFunc("GET /{$}", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintln(w, "a rehearsal of Payload at", os.Getenv("PAYLOAD_PUBLIC_SERVER_URL"))
	})
	return mux
}

func (s *site) health(w http.ResponseWriter, r *http.Request) {
	if s.sick.Load() {
		http.Error(w, "sick, as asked", http.StatusServiceUnavailable)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	var version string
	if err := s.pool.QueryRow(ctx, "SHOW server_version").Scan(&version); err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	answer(w, http.StatusOK, map[string]string{"status": "ok", "database": "postgres " + version})
}

func (s *site) metrics(w http.ResponseWriter, _ *http.Request) {
	stat := s.pool.Stat()
	fmt.Fprintf(w, "# TYPE database_connections gauge\ndatabase_connections %d\n", stat.TotalConns())
}

func (s *site) list(w http.ResponseWriter, r *http.Request) {
	var count int
	var newest string
	query := "SELECT count(*), coalesce((SELECT text FROM notes ORDER BY id DESC LIMIT 1), '') FROM notes"
	if err := s.pool.QueryRow(r.Context(), query).Scan(&count, &newest); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answer(w, http.StatusOK, map[string]any{"count": count, "newest": newest})
}

func (s *site) add(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(io.LimitReader(r.Body, 1<<16))
	if err == nil {
		_, err = s.pool.Exec(r.Context(), "INSERT INTO notes (text) VALUES ($1)", string(text))
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	answer(w, http.StatusCreated, map[string]string{"text": string(text)})
}

// eat takes memory until the kernel objects.
func eat() {
	var eaten [][]byte
	for {
		block := make([]byte, 16<<20)
		for i := 0; i < len(block); i += 4096 {
			block[i] = 1
		}
		eaten = append(eaten, block)
	}
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("content-type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body)
}
