# shellcheck shell=bash
# The jars of the local stack: $LOCAL/lib/flink and $LOCAL/lib/kafka, copied by Maven. Sourced.

# Whatever can change the set of jars: the stack's poms and the versions in the parent.
jars_wanted() { cat "$ROOT/pom.xml" "$ROOT"/deploy/stack/pom.xml "$ROOT"/deploy/stack/*/pom.xml | cksum; }

fetch_jars() {
    local wanted
    wanted=$(jars_wanted)
    [[ $(cat "$LOCAL/lib/stamp" 2>/dev/null) != "$wanted" ]] || return 0
    if running kafka || running jobmanager || running taskmanager; then
        say "The poms have changed; the running stack keeps its jars until it is stopped and started"
        return 0
    fi
    need mvn "install Maven 3.8 or newer"
    say "Fetching the jars of Flink and Kafka (about 130 files; minutes the first time, seconds later)"
    rm -rf "${LOCAL:?}/lib"
    mkdir -p "$LOCAL/lib" "$LOGS"
    watched "$LOGS/fetch.log" "fetching jars" jars_so_far \
        maven -f "$ROOT/deploy/stack/pom.xml" dependency:copy-dependencies "-Drollcall.lib=$LOCAL/lib" ||
        die "the jars cannot be fetched: $(first_error "$LOGS/fetch.log") (whole log: $LOGS/fetch.log)"
    printf '%s\n' "$wanted" >"$LOCAL/lib/stamp"
}

jars_so_far() {
    downloads "$1"
    printf ', %s jars in place' "$(find "$LOCAL/lib" -name '*.jar' | wc -l | tr -d ' ')"
}

have_jars() { [[ -f $LOCAL/lib/stamp ]] || die "the jars are not there yet: run \`scripts/local start\` first"; }
