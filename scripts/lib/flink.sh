# shellcheck shell=bash
# A standalone Flink session cluster, one JobManager and its TaskManagers, and its REST API. Sourced.

FLINK=$LOCAL/flink
FLINK_MAIN=org.apache.flink.runtime

# What Flink reflects on under Java 17; flink-dist's own scripts open the same.
FLINK_OPENS=(
    --add-exports=java.base/sun.net.util=ALL-UNNAMED
    --add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED
    --add-exports=java.security.jgss/sun.security.krb5=ALL-UNNAMED
)
for package in java.lang java.lang.reflect java.net java.io java.nio sun.nio.ch java.text java.time \
    java.util java.util.concurrent java.util.concurrent.atomic java.util.concurrent.locks; do
    FLINK_OPENS+=("--add-opens=java.base/$package=ALL-UNNAMED")
done

flink_local_settings() {
    cat <<EOF
jobmanager.rpc.address: 127.0.0.1
jobmanager.rpc.port: $1
jobmanager.bind-host: 127.0.0.1
jobmanager.memory.process.size: 1024m
taskmanager.host: 127.0.0.1
taskmanager.bind-host: 127.0.0.1
taskmanager.memory.process.size: ${ROLLCALL_TM_MEMORY:-1728m}
taskmanager.memory.managed.fraction: 0.17
state.backend.rocksdb.memory.write-buffer-ratio: 0.7
taskmanager.numberOfTaskSlots: ${ROLLCALL_TM_SLOTS:-4}
rest.address: 127.0.0.1
rest.bind-address: 127.0.0.1
rest.port: $FLINK_REST_PORT
web.upload.dir: "$FLINK/upload"
execution.checkpointing.dir: "file://$LOCAL/checkpoints"
execution.checkpointing.savepoint-dir: "file://$LOCAL/savepoints"
${ROLLCALL_FLINK:-}
EOF
}

# The production configuration, with the lines replaced that differ here, and no metrics reporter,
# because it would listen on every interface.
flink_config() {
    local settings
    settings=$(flink_local_settings "$1")
    mkdir -p "$FLINK/conf" "$FLINK/plugins" "$FLINK/upload" "$LOCAL/checkpoints" "$LOCAL/savepoints"
    {
        awk -F': ' '
            NR == FNR { local[$1]; next }
            !($1 in local) && $1 !~ /^metrics\.reporter/
        ' <(printf '%s\n' "$settings") "$ROOT/deploy/flink/config.yaml"
        printf '\n# --- From here on: this machine, by scripts/local ---\n\n%s\n' "$settings"
    } >"$FLINK/conf/config.yaml"
}

# flink_memory GET_JM_RESOURCE_PARAMS|GET_TM_RESOURCE_PARAMS: asks Flink to turn its memory settings
# into JVM options (first line) and dynamic properties (second line), as flink-dist's scripts do.
flink_memory() {
    local answer
    answer=$("$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$LOCAL/lib/flink/*" \
        org.apache.flink.runtime.util.bash.BashJavaUtils "$1" --configDir "$FLINK/conf" 2>&1) ||
        die "Flink does not accept its memory settings: $(grep -m1 Exception <<<"$answer")"
    sed -n 's/^BASH_JAVA_UTILS_EXEC_RESULT://p' <<<"$answer"
}

# start_flink NAME MEMORY-QUESTION CLASS ARGUMENT…
start_flink() {
    local name=$1 question=$2 class=$3 memory
    local -a jvm properties opts
    shift 3
    memory=$(flink_memory "$question")
    read -r -a jvm <<<"$(sed -n 1p <<<"$memory")"
    read -r -a properties <<<"$(sed -n 2p <<<"$memory")"
    read -r -a opts <<<"$(sed -n "s/^env\\.java\\.opts\\.${name%%-*}: //p" "$FLINK/conf/config.yaml")"
    # What a killed predecessor left behind; nothing in it is needed for recovery.
    rm -rf "$LOCAL/tmp/$name"
    mkdir -p "$LOCAL/tmp/$name"
    FLINK_CONF_DIR=$FLINK/conf FLINK_LIB_DIR=$LOCAL/lib/flink FLINK_PLUGINS_DIR=$FLINK/plugins \
        MALLOC_ARENA_MAX=2 \
        launch "$name" "$LOGS/$name.out" "${jvm[@]}" ${opts[@]+"${opts[@]}"} "${FLINK_OPENS[@]}" \
        "-Dlog.file=$LOGS/$name.log" \
        "-Dlog4j.configurationFile=$ROOT/deploy/flink/log4j.properties" \
        "-Djava.io.tmpdir=$LOCAL/tmp/$name" \
        -cp "$LOCAL/lib/flink/*" "$class" --configDir "$FLINK/conf" "$@" \
        "${properties[@]}" -D "io.tmp.dirs=$LOCAL/tmp/$name"
}

start_jobmanager() {
    remember jobmanager "$FLINK_REST_PORT"
    start_flink jobmanager GET_JM_RESOURCE_PARAMS \
        $FLINK_MAIN.entrypoint.StandaloneSessionClusterEntrypoint --executionMode cluster
}

# taskmanagers: the names of all that are wanted or running, taskmanager, taskmanager-2, …
taskmanagers() {
    local i file
    {
        for ((i = 1; i <= ${ROLLCALL_TASKMANAGERS:-1}; i++)); do
            if ((i == 1)); then echo taskmanager; else echo "taskmanager-$i"; fi
        done
        for file in "$PIDS"/taskmanager*.pid; do
            [[ ! -f $file ]] || basename "$file" .pid
        done
    } | sort -u
}

# Every TaskManager gets an id of its own, so that a new one is not taken for the one that died.
start_taskmanager() {
    local name=$1
    printf '%s-%s\n' "$name" "$(date +%Y%m%d-%H%M%S)" >"$FLINK/$name.id"
    start_flink "$name" GET_TM_RESOURCE_PARAMS $FLINK_MAIN.taskexecutor.TaskManagerRunner \
        -D "taskmanager.resource-id=$(cat "$FLINK/$name.id")"
}

jobmanager_answers() { rest GET /overview >/dev/null 2>&1; }

# Ready means: the JobManager knows this TaskManager and its slots.
taskmanager_answers() { (($(taskmanager_slots "$1") > 0)); }

taskmanager_slots() {
    local answer
    if answer=$(rest GET "/taskmanagers/$(cat "$FLINK/$1.id")" 2>/dev/null); then
        field slotsNumber <<<"$answer"
    else
        echo 0
    fi
}

slots() { rest GET /overview | field slots-total; }

# --- REST ------------------------------------------------------------------------------------------

rest_address() { printf '%s\n' "${FLINK_REST:-http://127.0.0.1:$FLINK_REST_PORT}"; }

# rest METHOD PATH [CURL-ARGUMENT…]: prints the answer; fails, and prints it too, from status 400 on.
rest() {
    local method=$1 path=$2 answer status
    shift 2
    answer=$(curl -sS --max-time 120 -X "$method" -w '\n%{http_code}' "$@" "$(rest_address)/v1$path" 2>&1) || {
        printf '%s\n' "${answer%$'\n'*}"
        return 1
    }
    status=${answer##*$'\n'}
    printf '%s\n' "${answer%$'\n'*}"
    ((status < 400))
}

# The little JSON that the REST API needs. field NAME: the first value of that name on standard input.
field() {
    grep -oE "\"$1\":(\"([^\"\\\\]|\\\\.)*\"|[^],}]+)" |
        sed -nE '1{s/^"[^"]*"://;s/^"(.*)"$/\1/;p;}'
}

# json_string TEXT: quoted.
json_string() {
    local text=$1
    text=${text//\\/\\\\}
    text=${text//\"/\\\"}
    text=${text//$'\n'/\\n}
    text=${text//$'\t'/\\t}
    printf '"%s"' "$text"
}

# root_cause: of a REST error on standard input, the innermost message; further lines of it that are
# indented belong to it, such as a list of faults.
root_cause() {
    local text cause
    text=$(cat)
    text=${text//\\r/}
    text=${text//\\n/$'\n'}
    text=${text//\\t/ }
    text=${text//\\\"/\"}
    text=${text//\\\\/\\}
    cause=$(awk '
        /^ *Caused by: / { cause = $0; inside = 1; next }
        inside && /^  / && !/^ *(at |[.][.][.] |\[CIRCULAR)/ { cause = cause "\n" $0; next }
        { inside = 0 }
        END { sub(/^ *Caused by: /, "", cause); print cause }' <<<"$text")
    [[ -n $cause ]] ||
        cause=$(sed 's/^{"errors":\["//; s/"\]}$//' <<<"$text" | grep -v '^ *at ' | sed -n '/[^ ]/{p;q;}')
    # The exception's class says little when a message follows.
    sed -E 's/^([A-Za-z_$][A-Za-z0-9_$]*\.)+[A-Za-z0-9_$]+: (.+)$/\2/' <<<"$cause" | cut -c1-500 | sed -n 1,50p
}

# need_cluster: before anything is asked of it.
need_cluster() {
    need curl "install curl"
    local answer
    answer=$(rest GET /overview) ||
        die "no Flink cluster answers at $(rest_address): run \`scripts/local start\`, or set FLINK_REST (${answer##*$'\n'})"
}
