# shellcheck shell=bash
# Processes that outlive the script that starts them: one pid file each under $LOCAL/pids. Sourced.
#
# A pid file alone proves little, since pids are used again: a process counts as ours only if its
# command line carries the mark of this folder and this name.

PIDS=$LOCAL/pids
LOGS=$LOCAL/logs
PORTS=$LOCAL/ports
STARTED=()

mark() { printf -- '-Drollcall.process=%s@%s' "$1" "$LOCAL"; }

command_line() {
    if [[ -d /proc/self ]]; then
        tr '\0' '\n' 2>/dev/null <"/proc/$1/cmdline"
    else
        ps -ww -o command= -p "$1" | tr ' ' '\n'
    fi
}

# pid_of NAME: its pid, or failure if it is not running.
pid_of() {
    local pid
    pid=$(cat "$PIDS/$1.pid" 2>/dev/null) && [[ $pid =~ ^[0-9]+$ ]] || return 1
    command_line "$pid" 2>/dev/null | grep -qxF -e "$(mark "$1")" || return 1
    printf '%s\n' "$pid"
}

running() { pid_of "$1" >/dev/null; }

# launch NAME OUTPUT JAVA-ARGUMENT…: starts a JVM that survives this script and its terminal.
launch() {
    local name=$1 output=$2
    shift 2
    mkdir -p "$PIDS" "$LOGS"
    STARTED+=("$name")
    set -m
    nohup "$JAVA" "$(mark "$name")" "$@" >"$output" 2>&1 </dev/null 9>&- &
    printf '%s\n' $! >"$PIDS/$name.pid"
    disown
    set +m
    # Until the exec, the command line is still this script's.
    await 5 "$name" running "$name" || true
}

# ready NAME SECONDS LOG COMMAND…: waits for a process to be of use, and notices if it dies.
ready() {
    local name=$1 limit=$2 log=$3
    shift 3
    settled() { ! running "$name" || "$@"; }
    await "$limit" "$name" settled "$@" || die "$name does not answer after $limit s; see $log"
    running "$name" || die "$name ended at once: $(last_words "$log") (whole log: $log)"
}

last_words() {
    { grep -E 'ERROR|FATAL|Exception|Error' "$1" || tail -n 1 "$1"; } 2>/dev/null | tail -n 1 | cut -c1-300
}

# end NAME: TERM, patience, KILL.
end() {
    local name=$1 pid
    if pid=$(pid_of "$name"); then
        kill -TERM "$pid" 2>/dev/null || true
        gone() { ! running "$name"; }
        if ! await 20 "$name to end" gone; then
            say "  $name does not end; killing it"
            kill -KILL "$pid" 2>/dev/null || true
            await 5 "$name to be gone" gone || die "cannot end $name (pid $pid)"
        fi
        say "$name stopped (pid $pid)"
    fi
    rm -f "$PIDS/$name.pid"
}

# remember NAME PORT, port_of NAME: what a process was started with.
remember() {
    mkdir -p "$PORTS"
    printf '%s\n' "$2" >"$PORTS/$1"
}

port_of() { cat "$PORTS/$1" 2>/dev/null; }

# port NAME VARIABLE DEFAULT: sets the variable. A running process keeps its port; else the
# environment counts, else the default.
port() {
    local name=$1 variable=$2 wanted=${!2:-} kept=
    if running "$name"; then kept=$(port_of "$name") || true; fi
    if [[ -n $kept && -n $wanted && $kept != "$wanted" && ${MOVING:-} == refuse ]]; then
        die "$name runs on port $kept, but $variable is $wanted: first \`scripts/local stop\`, or set another ROLLCALL_LOCAL"
    fi
    printf -v "$variable" '%s' "${kept:-${wanted:-$3}}"
    export "${variable?}"
}

# inner_port NAME: a port nobody needs to know, kept as long as it is free.
inner_port() {
    local candidate
    candidate=$(port_of "$1") || candidate=$((20000 + RANDOM % 10000))
    while listening "$candidate"; do candidate=$((20000 + RANDOM % 10000)); done
    remember "$1" "$candidate"
    printf '%s\n' "$candidate"
}

# must_be_free NAME VARIABLE: before anything is started. A process of ours that was killed a moment
# ago may hold its port a little longer than its command line.
must_be_free() {
    free() { ! listening "$1"; }
    running "$1" || free "${!2}" ||
        { [[ -f $PIDS/$1.pid ]] && await 10 "$1 to let go of its port" free "${!2}"; } ||
        die "port ${!2} is taken by another process, and $1 needs it: end that process, or set $2 to a free port"
}

use_ports() {
    port kafka KAFKA_PORT 9092
    port jobmanager FLINK_REST_PORT 8081
    port sandbox SANDBOX_PORT 8180
}
