// render fills a template in as Qubit Bamboo does, with Go's own text/template: the data as JSON on standard input, the
// template's path as the argument, the result on standard output. The types have the names that templates see.
package main

import (
	"encoding/json"
	"io/ioutil"
	"log"
	"os"
	"strconv"
	"strings"
	"text/template"
)

type check struct {
	Protocol, Path string
	PortIndex      int
}

type task struct {
	Id, Host     string
	Port         int
	Ports        []int
	Alive, Ready bool
	State        string
}

type app struct {
	Id, MesosDnsId, EscapedId string
	HealthChecks              []check
	Tasks                     []task
	ServicePort               int
	ServicePorts              []int
	Env, Labels               map[string]string
	SplitId                   []string
}

type service struct {
	Id, Acl string
	Config  map[string]string
}

type data struct {
	Apps     []app
	Services map[string]service
}

func main() {
	text, err := ioutil.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var seen data
	if err := json.NewDecoder(os.Stdin).Decode(&seen); err != nil {
		log.Fatal(err)
	}
	functions := template.FuncMap{
		"hasKey":     func(services map[string]service, id string) bool { _, found := services[id]; return found },
		"getService": func(services map[string]service, id string) service { return services[id] },
		"Split":      strings.Split,
		"Contains":   strings.Contains,
		"Join":       strings.Join,
		"Replace":    strings.Replace,
		"ToUpper":    strings.ToUpper,
		"ToLower":    strings.ToLower,
		"ToInt":      strconv.Atoi,
	}
	if err := template.Must(template.New("haproxy").Funcs(functions).Parse(string(text))).Execute(os.Stdout, seen); err != nil {
		log.Fatal(err)
	}
}
