#!/bin/sh
# reload.sh CANDIDATE LIVE PIDFILE: what a daemon runs after it has rendered a configuration.
#
# Takes over CANDIDATE as LIVE and has HAProxy's master process (its id is in PIDFILE) reload it without losing a
# connection, if HAProxy accepts it and it has servers. Otherwise LIVE stays, and HAProxy is left alone. The refused one
# is kept beside it as CANDIDATE.refused: a daemon that still found it in place would take it for done and not try again.
set -u
candidate=$1 live=$2 pidfile=$3

refuse() {
  echo "refused $candidate: $1; HAProxy keeps $live" >&2
  mv -f "$candidate" "$candidate.refused"
  exit 1
}

[ -s "$candidate" ] || refuse "it is empty"
grep -q '^ *server ' "$candidate" || refuse "it has no servers, as if Marathon had no apps"
says=$(haproxy -c -f "$candidate" 2>&1) || refuse "haproxy -c says: $says"
cp "$candidate" "$live.new" || refuse "$live.new cannot be written"
mv -f "$live.new" "$live" || refuse "$live cannot be written"

# Not done before the new worker is there: a second reload must not come in the middle of this one.
master=$(cat "$pidfile") && kill -0 "$master" || refuse "no HAProxy master process runs, see $pidfile"
workers() { cat "/proc/$master/task/$master/children" 2>/dev/null; }
before=" $(workers) "
kill -USR2 "$master" || refuse "HAProxy's master process $master cannot be told"
tries=0
while [ $tries -lt 100 ]; do
  for worker in $(workers); do
    case $before in *" $worker "*) ;; *) exit 0 ;; esac
  done
  tries=$((tries + 1))
  sleep 0.1
done
refuse "its new worker did not start within 10 s, see HAProxy's log"
