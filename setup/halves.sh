#!/usr/bin/env bash
# Runs all tests in two halves side by side, each with servers and a screen of its own:
#
#   setup/halves.sh PYTEST-OPTIONS...
#
# One half is of the controller and its pages, the other of everything else: each takes about as
# long. A line tells by its number which half it is of. What did not pass runs once more, alone, and
# is named: it fails only when a test fails then too (docs/testing.md).
set -euo pipefail
cd "$(dirname "$0")/.."

controller=(tests/browser tests/controller tests/docs tests/hardware tests/wire)
others=()
for each in tests/*/ tests/test_*.py; do
    each=${each%/}
    [[ -e $each && $each != */__pycache__ && " ${controller[*]} " != *" $each "* ]] && others+=("$each")
done

tests() {
    setup/servers.sh .venv/bin/python -m pytest -p tests.ledger "$@"
}

half() (
    number=$1
    shift
    tests --ledger "var/tests/half-$number" "$@" 2>&1 | sed -u "s/^/$number│ /"
)

set -m # so that each half is a group of its own, which an interrupt ends whole
trap 'kill -- -"$first" -"${second:-$first}" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM

rm -rf var/tests
half 1 "$@" "${controller[@]}" &
first=$!
half 2 "$@" "${others[@]}" &
second=$!
failed=0
wait "$first" || failed=$?
wait "$second" || failed=$?
trap - EXIT
[ "$failed" = 0 ] || tests --again var/tests/half-1 --again var/tests/half-2 "$@" tests
