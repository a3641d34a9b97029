#!/usr/bin/env bash
# Runs all tests in two halves side by side, each with servers and a screen of its own:
#
#   setup/halves.sh PYTEST-OPTIONS...
#
# One half is of the controller and its pages, the other of everything else: each takes about as
# long. A line tells by its number which half it is of. Fails when either half fails.
set -euo pipefail
cd "$(dirname "$0")/.."

controller=(tests/browser tests/controller tests/docs tests/hardware tests/wire)
others=()
for each in tests/*/ tests/test_*.py; do
    each=${each%/}
    [[ -e $each && $each != */__pycache__ && " ${controller[*]} " != *" $each "* ]] && others+=("$each")
done

half() (
    number=$1
    shift
    setup/servers.sh .venv/bin/pytest "$@" 2>&1 | sed -u "s/^/$number│ /"
)

set -m # so that each half is a group of its own, which an interrupt ends whole
trap 'kill -- -"$first" -"${second:-$first}" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM

half 1 "$@" "${controller[@]}" &
first=$!
half 2 "$@" "${others[@]}" &
second=$!
failed=0
wait "$first" || failed=$?
wait "$second" || failed=$?
exit "$failed"
