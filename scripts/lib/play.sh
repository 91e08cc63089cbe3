# shellcheck shell=bash
# A stack of its own for demo and benchmarks, beside that of scripts/local: another folder, always
# begun from nothing. Sourced, after common.sh.

DEMO_JAR=$ROOT/deploy/demo/target/rollcall-demo.jar
JOB_JAR=$ROOT/job/target/rollcall-job.jar

# own_stack NAME: from here on ROLLCALL_LOCAL is a folder of that name below what it was.
own_stack() {
    local base=$LOCAL
    export ROLLCALL_LOCAL=$base/$1
    mkdir -p "$ROLLCALL_LOCAL"
    # The jars are the same; they need not be fetched twice.
    [[ -e $ROLLCALL_LOCAL/lib || ! -f $base/lib/stamp ]] || ln -s "$base/lib" "$ROLLCALL_LOCAL/lib"
    unset FLINK_REST
    LOCAL=$ROLLCALL_LOCAL
}

# build_all: the job, the sandbox and the demo in one go, if any of them is stale.
build_all() {
    local jar
    if stale "$JOB_JAR" "$ROOT/pom.xml" "$ROOT"/{job,udfs}/{pom.xml,src} ||
        stale "$SANDBOX_JAR" "$ROOT/pom.xml" "$ROOT"/deploy/sandbox/{pom.xml,src} ||
        stale "$DEMO_JAR" "$ROOT/pom.xml" "$ROOT"/deploy/demo/{pom.xml,src}; then
        build "the job, the sandbox and the demo" "$LOGS/build.log" job deploy/sandbox deploy/demo
        for jar in "$JOB_JAR" "$SANDBOX_JAR" "$DEMO_JAR"; do
            [[ -f $jar ]] || die "the build made no ${jar#"$ROOT"/}"
            touch "$jar" # Maven leaves a jar alone that would not change
        done
    fi
}

# fresh_stack: ends what an earlier run with --keep left, and forgets its data.
fresh_stack() {
    if running kafka || running jobmanager || running taskmanager || running sandbox; then
        say "Ending what an earlier run kept"
        stop_stack
    fi
    rm -rf "${LOCAL:?}"/{kafka,flink,checkpoints,savepoints,tmp,logs,secrets}
    mkdir -p "$LOGS"
}

stop_stack() { "$ROOT/scripts/local" stop; }

# make_secrets NAME…: a random client id and secret for each instance; the job reads the files.
make_secrets() {
    local name part
    for name in "$@"; do
        mkdir -p "$LOCAL/secrets/$name"
        chmod 700 "$LOCAL/secrets" "$LOCAL/secrets/$name"
        for part in client-id client-secret; do
            (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$LOCAL/secrets/$name/$part")
        done
    done
}

# configuration TEMPLATE: the file for the job, with the place of the secrets filled in.
configuration() {
    local escaped
    escaped=$(printf '%s' "$LOCAL" | sed 's/[\&|]/\\&/g')
    sed "s|/ROLLCALL_LOCAL/|$escaped/|" "$1" >"$LOCAL/rollcall.yaml"
}

# play COMMAND ARGUMENT…: the program behind demo and benchmarks.
play() {
    local command=$1
    shift
    "$JAVA" -XX:+UseSerialGC -Xmx512m -jar "$DEMO_JAR" "$command" --kafka "127.0.0.1:$KAFKA_PORT" \
        --sandbox "http://127.0.0.1:$SANDBOX_PORT" --config "$LOCAL/rollcall.yaml" \
        --secrets "$LOCAL/secrets" "$@"
}

# start_job [job parameter…]: submits and waits until it runs; the id is in JOB. It goes on from the
# savepoint that START_FROM names.
start_job() {
    JOB=$("$ROOT/scripts/submit" ${START_FROM:+--from "$START_FROM"} --jar "$JOB_JAR" --parallelism 2 -- --config "$LOCAL/rollcall.yaml" \
        --kafka.bootstrap-servers "127.0.0.1:$KAFKA_PORT" \
        --marketo.endpoint "http://127.0.0.1:$SANDBOX_PORT" "$@")
    job_runs() { [[ $(rest GET "/jobs/$JOB" | field state) == RUNNING ]]; }
    await 60 "the job to run" job_runs || die "the job does not run; see http://127.0.0.1:$FLINK_REST_PORT"
}
