// consul fills a template in as consul-template does, with Go's own text/template and what Consul at the second argument
// answers now: the template's path as the first argument, the result on standard output. It has those of consul-template's
// functions that our template uses.
package main

import (
	"encoding/json"
	"fmt"
	"io/ioutil"
	"log"
	"net/http"
	"os"
	"regexp"
	"sort"
	"strings"
	"text/template"
)

type catalogService struct {
	Name string
	Tags []string
}

type healthService struct {
	ID, Name, Address string
	Tags              []string
	Port              int
}

func get(path string) ([]byte, bool) {
	answer, err := http.Get(os.Args[2] + path)
	if err != nil {
		log.Fatal(err)
	}
	defer answer.Body.Close()
	body, err := ioutil.ReadAll(answer.Body)
	if err != nil {
		log.Fatal(err)
	}
	if answer.StatusCode == 404 {
		return nil, false
	}
	if answer.StatusCode != 200 {
		log.Fatalf("GET %s: %s %s", path, answer.Status, body)
	}
	return body, true
}

func services() ([]catalogService, error) {
	body, _ := get("/v1/catalog/services")
	var names map[string][]string
	err := json.Unmarshal(body, &names)
	all := []catalogService{}
	for name, tags := range names {
		all = append(all, catalogService{name, tags})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	return all, err
}

func service(query string) ([]healthService, error) {
	if !strings.HasSuffix(query, "|passing") {
		return nil, fmt.Errorf("only NAME|passing is known here, not %s", query)
	}
	body, _ := get("/v1/health/service/" + strings.TrimSuffix(query, "|passing") + "?passing=1")
	var entries []struct {
		Node    struct{ Node, Address string }
		Service struct {
			ID, Service, Address string
			Tags                 []string
			Port                 int
		}
	}
	err := json.Unmarshal(body, &entries)
	all := []healthService{}
	for _, entry := range entries {
		address := entry.Service.Address
		if address == "" {
			address = entry.Node.Address
		}
		all = append(all, healthService{entry.Service.ID, entry.Service.Service, address, entry.Service.Tags, entry.Service.Port})
	}
	sort.Slice(all, func(i, j int) bool { return all[i].ID < all[j].ID })
	return all, err
}

func main() {
	text, err := ioutil.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	functions := template.FuncMap{
		"services": services,
		"service":  service,
		"keyOrDefault": func(key, otherwise string) string {
			if value, found := get("/v1/kv/" + key + "?raw"); found {
				return string(value)
			}
			return otherwise
		},
		"parseJSON": func(text string) (interface{}, error) {
			var value interface{}
			err := json.Unmarshal([]byte(text), &value)
			return value, err
		},
		"join":       func(separator string, all []string) string { return strings.Join(all, separator) },
		"regexMatch": func(pattern, text string) (bool, error) { return regexp.MatchString(pattern, text) },
	}
	if err := template.Must(template.New("haproxy").Funcs(functions).Parse(string(text))).Execute(os.Stdout, nil); err != nil {
		log.Fatal(err)
	}
}
