#!/bin/sh
# Stops what its parent started when the parent is gone without a word (kill -9, a crash): nothing is left running.
# Reads lines "<signal> <pid>" in the order in which to stop, "forget <pid>" and "done" from stdin; the end of stdin
# without "done" means that the parent died. $1, if given, is a temporary directory to remove afterwards.
trap '' INT TERM HUP
wards=
while read -r word pid; do
  case $word in
    done) exit 0 ;;
    forget) wards=$(printf '%s' "$wards" | sed "s/ [A-Z]*:$pid;//") ;;
    *) wards="$wards $word:$pid;" ;;
  esac
done
for ward in $wards; do
  ward=${ward%;}
  pid=${ward#*:}
  kill -s "${ward%%:*}" "$pid" 2>/dev/null || continue
  tries=0
  # A zombie that nobody has collected yet still answers to kill -0.
  while kill -0 "$pid" 2>/dev/null && ! grep -qs '^State:.Z' "/proc/$pid/status" && [ $tries -lt 50 ]; do
    sleep 0.1
    tries=$((tries + 1))
  done
  kill -s KILL "$pid" 2>/dev/null
done
if [ -n "$1" ]; then rm -rf "$1"; fi
