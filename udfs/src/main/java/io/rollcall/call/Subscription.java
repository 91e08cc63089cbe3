package io.rollcall.call;

import io.rollcall.activation.Instance;
import io.rollcall.marketo.ErrorLevel;
import io.rollcall.marketo.ErrorTable;
import io.rollcall.marketo.Reaction;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One instance of Marketo, with its access token and the way to it. */
final class Subscription {

    private final Instance instance;
    private final IdentityService identity;
    private final Exchange exchange;
    private final Admission admission;

    Subscription(
            Instance instance, IdentityService identity, Exchange exchange, Admission admission) {
        this.instance = instance;
        this.identity = identity;
        this.exchange = exchange;
        this.admission = admission;
    }

    Instance instance() {
        return instance;
    }

    IdentityService identity() {
        return identity;
    }

    CompletableFuture<End> ask(Call call) {
        if (nobodyToAskAbout(call)) {
            return CompletableFuture.completedFuture(nothingAsked(call));
        }
        MarketoRequest request = Endpoint.of(call.kind()).request(call, instance);
        if (request.tooLarge()) {
            return ended(call, "too-large");
        }
        return identity.token()
                .thenCompose(
                        token ->
                                token.map(t -> send(call, request, t))
                                        .orElseGet(() -> ended(call, "token")));
    }

    private CompletableFuture<End> send(Call call, MarketoRequest request, AccessToken token) {
        if (admission.stale(call)) {
            // The token took long.
            return ended(call, "stale");
        }
        long lastMoment = admission.lastMoment(call);
        HttpAsk ask = request.to(request.host(instance), token, call.kind().timeout(), lastMoment);
        Endpoint endpoint = Endpoint.of(call.kind());
        return exchange.send(ask).thenApply(got -> read(call, token, endpoint.answer(got)));
    }

    private End read(Call call, AccessToken token, Answer answer) {
        if (answer.code() != null) {
            return failed(call, token, answer);
        }
        Asked asked = new Asked(call, instance, token.apiUser());
        Endpoint endpoint = Endpoint.of(call.kind());
        if (answer.hasResult()) {
            return endpoint.read(asked, answer);
        }
        return endpoint.mayBeEmpty() && answer.foundNoAssets()
                ? endpoint.nobody(asked, answer)
                : End.failed(call, "unreadable", answer.requestId());
    }

    private End failed(Call call, AccessToken token, Answer answer) {
        Reaction reaction = ErrorTable.verdict(answer.code(), ErrorLevel.RESPONSE).reaction();
        if (reaction == Reaction.NEW_TOKEN) {
            identity.refused(token);
        }
        return reaction == Reaction.NOBODY_FOUND
                ? Endpoint.of(call.kind())
                        .nobody(new Asked(call, instance, token.apiUser()), answer)
                : End.failed(call, answer.code(), answer.requestId());
    }

    private static boolean nobodyToAskAbout(Call call) {
        return switch (call.kind()) {
            case LOOKUP -> call.members().stream().noneMatch(LookupValues::searchable);
            case UPSERT, ADD, REMOVE, DELETE, INGEST -> call.members().isEmpty();
            default -> false;
        };
    }

    /** Members of a look-up without a value that can be looked up are said to be so. */
    private End nothingAsked(Call call) {
        Answer nobody = new Answer(null, null, Answer.JSON.createObjectNode());
        return call.members().isEmpty()
                ? End.done(null, List.of())
                : new LeadLookup().read(new Asked(call, instance, ""), nobody);
    }

    static CompletableFuture<End> ended(Call call, String code) {
        return CompletableFuture.completedFuture(End.failed(call, code, null));
    }
}
