# shellcheck shell=bash
# What every script here shares: where things are, how to speak, how to wait. Sourced, not run.
#
# A script needs bash, a JDK 17 or newer, Maven 3.8 or newer and curl; nothing else.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
LOCAL=${ROLLCALL_LOCAL:-$ROOT/.local}
[[ $LOCAL == /* ]] || LOCAL=$PWD/$LOCAL

say() { printf '%s\n' "$*" >&2; }

die() {
    say "${0##*/}: $*"
    exit 1
}

# usage: the header comment of the script is its help.
usage() { sed -n '2,/^[^#]/{/^#/!q;s/^# \{0,1\}//p;}' "$0"; }

# need COMMAND WHAT: says what to install rather than "command not found" half-way.
need() { command -v "$1" >/dev/null || die "$1 is missing: $2"; }

# jdk NAME: where that command of the JDK is, JAVA_HOME first.
jdk() {
    if [[ -n ${JAVA_HOME:-} && -x $JAVA_HOME/bin/$1 ]]; then
        printf '%s\n' "$JAVA_HOME/bin/$1"
    else
        command -v "$1" || die "$1 is missing: install a JDK 17 or newer, or set JAVA_HOME"
    fi
}

need_java() {
    local version
    JAVA=$(jdk java)
    version=$("$JAVA" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -1)
    ((${version:-0} >= 17)) || die "$JAVA is Java ${version:-of an unknown version}; set JAVA_HOME to a JDK 17 or newer"
}

# listening PORT: does anything on this machine answer there?
listening() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# await SECONDS WHAT COMMAND…: polls until the command succeeds, and says that it still waits.
await() {
    local limit=$1 what=$2 from=$SECONDS next=5
    shift 2
    until "$@"; do
        ((SECONDS - from < limit)) || return 1
        if ((SECONDS - from >= next)); then
            say "  waiting for $what ($((SECONDS - from)) s)"
            next=$((next + 5))
        fi
        sleep 0.3
    done
}

# watched LOG WHAT COUNT COMMAND…: runs a long command into a log. COUNT is a function that says how
# far it is; its words are shown every few seconds.
watched() {
    local log=$1 what=$2 count=$3 from=$SECONDS next=3 status=0
    shift 3
    set -m # a process group of its own, so that an interrupt ends all of it
    "$@" >"$log" 2>&1 </dev/null 9>&- &
    WATCHED=$!
    set +m
    while kill -0 "$WATCHED" 2>/dev/null; do
        if ((SECONDS - from >= next)); then
            say "  $what: $((SECONDS - from)) s$("$count" "$log")"
            next=$((SECONDS - from + 5))
        fi
        sleep 0.2
    done
    wait "$WATCHED" || status=$?
    WATCHED=
    return "$status"
}

end_watched() {
    if [[ -n ${WATCHED:-} ]]; then
        kill -- "-$WATCHED" 2>/dev/null || true
        wait "$WATCHED" || true
        WATCHED=
    fi
}

downloads() {
    local files
    files=$(grep -c 'Downloaded from' "$1" || true)
    ((files == 0)) || printf ', %s files fetched' "$files"
}

maven() { mvn -B "$@"; }

# build WHAT LOG MODULE…: packages modules of the reactor, without tests.
build() {
    local what=$1 log=$2 modules
    shift 2
    modules=$(IFS=,; printf '%s' "$*")
    need mvn "install Maven 3.8 or newer"
    mkdir -p "$(dirname "$log")"
    say "Building $what"
    watched "$log" "building $what" downloads \
        maven -f "$ROOT/pom.xml" -pl "$modules" -am package -DskipTests -Dspotless.check.skip=true ||
        die "the build of $what failed: $(first_error "$log") (whole log: $log)"
}

first_error() { grep -m1 '^\[ERROR\]' "$1" | cut -c1-300 || printf 'no error line'; }

# stale FILE SOURCE…: is the file missing, or older than anything it is built from?
stale() {
    local file=$1
    shift
    [[ ! -f $file ]] || [[ -n $(find "$@" -type f ! -path '*/target/*' -newer "$file" 2>/dev/null | head -1) ]]
}
