package io.rollcall.call;

import java.util.concurrent.CompletableFuture;

/** One HTTP request and its answer. The only thing between a call and the network. */
public interface Exchange extends AutoCloseable {

    /** Always completes, never exceptionally: a failure is an answer without a status. */
    CompletableFuture<HttpAnswer> send(HttpAsk ask);

    /** Ends what is under way and leaves no thread behind. */
    @Override
    void close();
}
