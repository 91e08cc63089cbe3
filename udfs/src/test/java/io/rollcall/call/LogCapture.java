package io.rollcall.call;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** All that is logged at INFO and above, by whomever, while it is open. */
final class LogCapture implements AutoCloseable {

    final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final LoggerConfig root = context.getConfiguration().getRootLogger();
    private final Level levelBefore = root.getLevel();
    private final Lines appender = new Lines();

    private final class Lines extends AbstractAppender {
        Lines() {
            super("capture", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            lines.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
        }
    }

    LogCapture() {
        appender.start();
        root.addAppender(appender, Level.INFO, null);
        root.setLevel(Level.INFO);
        context.updateLoggers();
    }

    @Override
    public void close() {
        root.removeAppender("capture");
        root.setLevel(levelBefore);
        context.updateLoggers();
        appender.stop();
    }

    /** What the caller says of an instance; threads of earlier tests may still say farewell. */
    List<String> complaints() {
        return lines.stream().filter(line -> line.startsWith("Instance")).toList();
    }
}
