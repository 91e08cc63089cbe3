package io.rollcall.call;

import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Looks host names up away from the calling thread, which is the task's, and with one thread per
 * host, so that an instance whose name server hangs delays no other instance.
 */
final class HostResolver extends InetNameResolver {

    /** More than an instance can have in flight; beyond it the name server hangs. */
    private static final int MAX_WAITING = 50;

    private final NameService names;
    private final Map<String, ExecutorService> threads = new ConcurrentHashMap<>();

    HostResolver(EventExecutor executor, NameService names) {
        super(executor);
        this.names = names;
    }

    @Override
    protected void doResolve(String host, Promise<InetAddress> promise) {
        inThreadOf(host, promise, () -> promise.trySuccess(names.lookup(host)[0]));
    }

    @Override
    protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
        inThreadOf(host, promise, () -> promise.trySuccess(List.of(names.lookup(host))));
    }

    private interface Lookup {
        void run() throws UnknownHostException;
    }

    private void inThreadOf(String host, Promise<?> promise, Lookup lookup) {
        try {
            threads.computeIfAbsent(host, HostResolver::thread)
                    .execute(() -> orFail(promise, lookup));
        } catch (RejectedExecutionException full) {
            promise.tryFailure(new UnknownHostException(host));
        }
    }

    private static void orFail(Promise<?> promise, Lookup lookup) {
        try {
            lookup.run();
        } catch (UnknownHostException | RuntimeException e) {
            promise.tryFailure(e);
        }
    }

    private static ExecutorService thread(String host) {
        ThreadPoolExecutor thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        10,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(MAX_WAITING),
                        new DefaultThreadFactory("rollcall-dns-" + host, true));
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }

    @Override
    public void close() {
        threads.values().forEach(ExecutorService::shutdownNow);
    }
}
