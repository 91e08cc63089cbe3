# shellcheck shell=bash
# One Kafka broker, which is its own controller, and Kafka's command-line tools. Sourced.

KAFKA=$LOCAL/kafka

# What is different on this machine: ports and folders.
kafka_config() {
    mkdir -p "$KAFKA"
    {
        cat "$ROOT/deploy/stack/kafka/server.properties"
        printf '\n# --- From here on: added by scripts/local ---\n'
        cat <<EOF
listeners=PLAINTEXT://127.0.0.1:$KAFKA_PORT,CONTROLLER://127.0.0.1:$1
advertised.listeners=PLAINTEXT://127.0.0.1:$KAFKA_PORT
controller.quorum.voters=1@127.0.0.1:$1
log.dirs=$KAFKA/data
EOF
    } >"$KAFKA/server.properties"
}

# kafka_java LOG4J-FILE CLASS ARGUMENT…: quick to start, for tools.
kafka_java() {
    local log4j=$1
    shift
    "$JAVA" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m \
        "-Dlog4j2.configurationFile=$ROOT/deploy/stack/kafka/$log4j" \
        -cp "$LOCAL/lib/kafka/*" "$@"
}

kafka_tool() { kafka_java tools-log4j2.properties "$@"; }

# A cluster id, as Kafka makes them: 16 random bytes in URL-safe base64, not beginning with a dash.
kafka_cluster_id() {
    local id
    id=$(head -c 16 /dev/urandom | base64 | tr '+/' '-_' | tr -d '=')
    printf '%s\n' "${id/#-/A}"
}

start_kafka() {
    kafka_config "$(inner_port kafka-controller)"
    if [[ ! -f $KAFKA/data/meta.properties ]]; then
        rm -rf "$KAFKA/data"
        kafka_java log4j2.properties kafka.tools.StorageTool format \
            -t "$(kafka_cluster_id)" -c "$KAFKA/server.properties" >"$LOGS/kafka-format.log" 2>&1 ||
            die "Kafka cannot prepare $KAFKA/data: $(last_words "$LOGS/kafka-format.log")"
    fi
    remember kafka "$KAFKA_PORT"
    launch kafka "$LOGS/kafka.log" -Xms128m -Xmx512m -XX:+UseG1GC -XX:MaxGCPauseMillis=20 \
        "-Dlog4j2.configurationFile=$ROOT/deploy/stack/kafka/log4j2.properties" \
        -cp "$LOCAL/lib/kafka/*" kafka.Kafka "$KAFKA/server.properties"
}

# Ready means: a client gets the metadata of the cluster.
kafka_answers() {
    listening "$KAFKA_PORT" &&
        kafka_tool org.apache.kafka.tools.TopicCommand --bootstrap-server "127.0.0.1:$KAFKA_PORT" --list >/dev/null 2>&1
}
