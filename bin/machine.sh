# What bin/rehearse and bin/verify need of a machine, and how they get it. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
started=$(mktemp -d "${TMPDIR:-/tmp}/cerebro-machine.XXXXXX")

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$1"
  exit 2
}

# package_of COMMAND: the Debian package that has it
package_of() {
  case $1 in
    java | javac | jlink) echo openjdk-17-jdk-headless ;;
    mvn) echo maven ;;
    haproxy) echo haproxy ;;
    docker | dockerd) echo docker.io ;;
    docker-registry) echo docker-registry ;;
    busybox) echo busybox-static ;;
    go) echo golang-go ;;
    rsyslogd) echo rsyslog ;;
    puppet) echo puppet-agent ;;
    *) echo "$1" ;;
  esac
}

# has COMMAND: also where root's directories are not on the path
has() {
  case $1 in
    # what rsyslogd loads for TLS, no command
    rsyslog-gnutls) compgen -G "/usr/lib/*/rsyslog/lmnsd_gtls.so" >/dev/null ;;
    *) PATH="$PATH:/usr/sbin:/sbin" command -v "$1" >/dev/null 2>&1 ;;
  esac
}

engine_answers() { has docker && docker info >/dev/null 2>&1; }

# missing COMMAND...: the Debian packages of those that are not there
missing() {
  local command
  for command in "$@"; do
    has "$command" || package_of "$command"
  done | sort -u
}

# without_services COMMAND...: meanwhile a package that is installed starts no service of its own, by Debian's own rule
without_services() {
  local policy=/usr/sbin/policy-rc.d status=0
  if [ -e "$policy" ]; then
    "$@"
    return
  fi
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
  "$@" || status=$?
  rm -f "$policy"
  return "$status"
}

# install PACKAGE...: with apt, or says what to install
install() {
  [ $# -eq 0 ] && return 0
  if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
    die "missing on this machine: $*
install them first, on Debian as root with: apt-get install --no-install-recommends $*"
  fi
  say "installing $* ..."
  {
    apt-get update -qq &&
      DEBIAN_FRONTEND=noninteractive without_services apt-get install -qq -y --no-install-recommends "$@"
  } >"$started/apt.log" 2>&1 || {
    tail -n 20 "$started/apt.log" >&2
    die "tried to install $* with apt-get but it failed, see above"
  }
}

# forget_dead FILE COMMAND: a pid file whose process is another command by now, or none: one that was killed has left it
forget_dead() {
  [ -f "$1" ] || return 0
  [ "$(cat "/proc/$(cat "$1")/comm" 2>/dev/null)" = "$2" ] || rm -f "$1"
}

# start_engine: a Docker Engine, where none answers; 1 if there is none to be had
start_engine() {
  engine_answers && return 0
  [ "$(id -u)" -eq 0 ] && has dockerd || return 1
  say "starting a Docker Engine ..."
  forget_dead /var/run/docker.pid dockerd
  forget_dead /var/run/docker/containerd/containerd.pid containerd
  PATH="$PATH:/usr/sbin:/sbin" setsid dockerd >"$started/dockerd.log" 2>&1 &
  echo $! >"$started/dockerd.pid"
  local tries
  for tries in $(seq 120); do
    engine_answers && return 0
    kill -0 "$(cat "$started/dockerd.pid")" 2>/dev/null || break
    sleep 0.5
  done
  say "tried to start dockerd but it does not answer; its last lines:"
  tail -n 5 "$started/dockerd.log" >&2
  return 1
}

# start_registry ADDRESS: a Docker registry with nothing in it, kept in a directory that goes with it
start_registry() {
  cat >"$started/registry.yml" <<EOF
version: 0.1
log: {level: warn}
storage: {filesystem: {rootdirectory: $started/registry}, delete: {enabled: true}}
http: {addr: "$1"}
EOF
  docker-registry serve "$started/registry.yml" >"$started/registry.log" 2>&1 &
  echo $! >"$started/registry.pid"
  local tries
  for tries in $(seq 60); do
    sleep 0.25
    kill -0 "$(cat "$started/registry.pid")" 2>/dev/null || break
    (exec 3<>"/dev/tcp/${1%:*}/${1#*:}") 2>/dev/null && return 0
  done
  tail -n 5 "$started/registry.log" >&2
  die "tried to start a Docker registry at $1 but it does not run, see above: is the port taken?"
}

# stop_started: ends what was started here, and nothing else
stop_started() {
  local pid_file pid tries
  for pid_file in "$started"/registry.pid "$started"/dockerd.pid; do
    [ -f "$pid_file" ] || continue
    pid=$(cat "$pid_file")
    kill "$pid" 2>/dev/null || continue
    for tries in $(seq 60); do
      kill -0 "$pid" 2>/dev/null || break
      sleep 0.25
    done
  done
  rm -rf "$started"
}
