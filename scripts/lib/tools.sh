# shellcheck shell=bash
# The tools that answer about a running job: one jar, built when it is stale. Sourced, after common.sh.

TOOLS_JAR=$ROOT/deploy/tools/target/rollcall-tools.jar

# tool COMMAND [argument…]: KAFKA is the local broker unless --kafka names another.
tool() {
    need_java
    if stale "$TOOLS_JAR" "$ROOT/pom.xml" "$ROOT"/{udfs,job,deploy/tools}/{pom.xml,src/main}; then
        build "the tools" "$LOCAL/logs/build-tools.log" deploy/tools
        [[ -f $TOOLS_JAR ]] || die "the build made no ${TOOLS_JAR#"$ROOT"/}"
        touch "$TOOLS_JAR" # Maven leaves a jar alone that would not change
    fi
    exec "$JAVA" -XX:+UseSerialGC -Xmx1g -jar "$TOOLS_JAR" "$@"
}
