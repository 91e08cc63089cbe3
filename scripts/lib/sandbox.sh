# shellcheck shell=bash
# The Marketo sandbox. Sourced.

SANDBOX_JAR=$ROOT/deploy/sandbox/target/rollcall-sandbox.jar

build_sandbox() {
    stale "$SANDBOX_JAR" "$ROOT/pom.xml" "$ROOT"/deploy/sandbox/{pom.xml,src} || return 0
    build "the sandbox" "$LOGS/build-sandbox.log" deploy/sandbox
    [[ -f $SANDBOX_JAR ]] || die "the build made no ${SANDBOX_JAR#"$ROOT"/}; \`scripts/local start --no-sandbox\` goes without"
    touch "$SANDBOX_JAR" # Maven leaves a jar alone that would not change
}

start_sandbox() {
    remember sandbox "$SANDBOX_PORT"
    launch sandbox "$LOGS/sandbox.log" "-Xmx${SANDBOX_HEAP:-256m}" -jar "$SANDBOX_JAR" --port "$SANDBOX_PORT"
}

sandbox_answers() {
    curl -fsS --max-time 5 -o /dev/null "http://127.0.0.1:$SANDBOX_PORT/admin/api/subscriptions" 2>/dev/null
}
