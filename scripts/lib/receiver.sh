# shellcheck shell=bash
# The receiver: one jar, built when it is stale. Sourced, after common.sh.

RECEIVER_JAR=$ROOT/deploy/receiver/target/rollcall-receiver.jar

build_receiver() {
    need_java
    if stale "$RECEIVER_JAR" "$ROOT/pom.xml" "$ROOT"/{udfs,deploy/receiver}/{pom.xml,src/main}; then
        build "the receiver" "$LOCAL/logs/build-receiver.log" deploy/receiver
        [[ -f $RECEIVER_JAR ]] || die "the build made no ${RECEIVER_JAR#"$ROOT"/}"
        touch "$RECEIVER_JAR" # Maven leaves a jar alone that would not change
    fi
}
