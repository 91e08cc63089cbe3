package io.rollcall.sandbox;

import io.rollcall.sandbox.admin.AdminApi;
import io.rollcall.sandbox.http.Answer;
import io.rollcall.sandbox.http.Request;
import io.rollcall.sandbox.http.Server;
import io.rollcall.sandbox.marketo.ImportPace;
import io.rollcall.sandbox.marketo.Subscription;
import io.rollcall.sandbox.marketo.SubscriptionSpec;
import io.rollcall.sandbox.marketo.Subscriptions;
import io.rollcall.sandbox.rest.RestApi;
import java.io.IOException;
import java.util.Optional;

/** A Marketo Engage that behaves as documented and as observed, on loopback. */
public final class Sandbox implements AutoCloseable {
    private final RestApi rest = new RestApi();
    private final Subscriptions subscriptions;
    private final AdminApi admin;
    private final Server server;

    private Sandbox(int port, ImportPace importPace) throws IOException {
        subscriptions = new Subscriptions(importPace);
        admin = new AdminApi(subscriptions);
        server = Server.start(port, this::answer);
    }

    /** On this port, or on any free one for 0. */
    public static Sandbox start(int port) throws IOException {
        return new Sandbox(port, ImportPace.DEFAULT);
    }

    static Sandbox start(Options options) throws IOException {
        return new Sandbox(options.port(), options.importPace());
    }

    public static void main(String[] arguments) {
        try {
            Options options = Options.parse(arguments);
            System.out.println(
                    options.help()
                            ? Options.HELP
                            : "Marketo sandbox ready at " + start(options).url());
        } catch (IllegalArgumentException | IOException wrong) {
            System.err.println("sandbox: " + wrong.getMessage());
            System.exit(2);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Where a client of this subscription points its endpoint at. */
    public String url(String munchkinId) {
        return url() + "/" + munchkinId;
    }

    /** The subscription of this Munchkin id, made with defaults if missing. */
    public Subscription marketo(String munchkinId) {
        return subscriptions
                .find(munchkinId)
                .orElseGet(() -> subscriptions.create(SubscriptionSpec.of(munchkinId)));
    }

    public Subscription create(SubscriptionSpec spec) {
        return subscriptions.create(spec);
    }

    private Answer answer(Request request) throws InterruptedException {
        if (request.path().equals("/")) {
            return Answer.page(200, Resources.page());
        }
        if (request.path().startsWith(AdminApi.PREFIX)) {
            return admin.answer(request.under(AdminApi.PREFIX));
        }
        String munchkinId = request.path().replaceFirst("^/([^/]*).*$", "$1");
        Optional<Subscription> subscription = subscriptions.find(munchkinId);
        return subscription.isPresent()
                ? rest.answer(subscription.get(), request.under("/" + munchkinId))
                : Answer.html(404, "Not Found");
    }

    @Override
    public void close() {
        server.close();
    }
}
