package io.rollcall.simulation;

import io.rollcall.call.Call;
import io.rollcall.call.Sent;
import io.rollcall.report.CallKind;
import io.rollcall.report.ListPage;
import io.rollcall.report.Member;
import io.rollcall.report.MemberStatus;
import io.rollcall.report.Report;
import io.rollcall.report.SetUp;
import io.rollcall.report.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What becomes of a request on the wire: it is answered, refused, answered into a cut connection,
 * answered never, or carried out long after the client gave up, but within its endpoint's time-out.
 */
final class HttpModel {

    private final World world;
    private final ModelMarketo marketo;
    private boolean faults = true;

    HttpModel(World world, ModelMarketo marketo) {
        this.world = world;
        this.marketo = marketo;
    }

    void heal() {
        faults = false;
    }

    private enum Fate {
        ANSWERED,
        REFUSED,
        ANSWER_LOST,
        LATE,
        NEVER_RAN,
        MEMBER_REFUSED
    }

    void send(Call call, Consumer<Report> ended) {
        Fate fate = fate();
        long timeout = call.kind().timeout().toMillis();
        world.in(
                world.between(0, 80),
                () -> {
                    arrive(call);
                    Map<String, Long> known = marketo.known(call);
                    world.tell(() -> "wire: " + call.kind() + " " + call.id() + " is " + fate);
                    switch (fate) {
                        case ANSWERED, MEMBER_REFUSED ->
                                answer(call, known, fate, world.between(20, 1_500), ended);
                        case REFUSED -> {
                            String code = world.oneOf(codes(call));
                            world.in(
                                    world.between(5, 200),
                                    () -> {
                                        leave(call);
                                        ended.accept(
                                                end(
                                                        call,
                                                        Verdict.NOT_DONE,
                                                        code,
                                                        sent(call),
                                                        null));
                                    });
                        }
                        case ANSWER_LOST -> {
                            run(call, known, world.between(20, 3_000));
                            world.in(world.between(20, 4_000), () -> perhaps(call, "io", ended));
                        }
                        case LATE -> {
                            run(call, known, world.between(20, timeout));
                            world.in(
                                    world.between(20, timeout),
                                    () -> perhaps(call, "timeout", ended));
                        }
                        case NEVER_RAN ->
                                world.in(
                                        world.between(20, 2_000),
                                        () -> {
                                            leave(call);
                                            perhaps(call, "502", ended);
                                        });
                    }
                });
    }

    private static List<String> codes(Call call) {
        if (call.kind().isExtract()) {
            return List.of("601", "614", "1029", "1035");
        }
        return switch (call.kind()) {
            case IMPORT -> List.of("601", "1016", "1019");
            case INGEST -> List.of("401013", "429001", "4290801", "4000802");
            default -> List.of("601", "608", "614");
        };
    }

    /** What is ingested takes nothing of the limits of REST. */
    private void arrive(Call call) {
        if (call.kind().isRest()) {
            marketo.arrive();
        }
    }

    private void leave(Call call) {
        marketo.inFlight -= call.kind().isRest() ? 1 : 0;
    }

    private Fate fate() {
        if (!faults) {
            return Fate.ANSWERED;
        }
        double dice = world.random.nextDouble();
        return dice < 0.62
                ? Fate.ANSWERED
                : dice < 0.70
                        ? Fate.REFUSED
                        : dice < 0.80
                                ? Fate.ANSWER_LOST
                                : dice < 0.90
                                        ? Fate.LATE
                                        : dice < 0.96 ? Fate.NEVER_RAN : Fate.MEMBER_REFUSED;
    }

    private void run(Call call, Map<String, Long> known, long delay) {
        world.in(
                delay,
                () -> {
                    marketo.run(call, known);
                    leave(call);
                    world.tell(() -> "marketo ran " + call.kind() + " " + call.id());
                });
    }

    private void answer(
            Call call, Map<String, Long> known, Fate fate, long delay, Consumer<Report> ended) {
        world.in(
                delay,
                () -> {
                    leave(call);
                    boolean oneByOne = call.kind() != CallKind.INGEST;
                    Call done = fate == Fate.MEMBER_REFUSED && oneByOne ? withoutFirst(call) : call;
                    ModelMarketo.Answered answered = marketo.run(done, known);
                    world.tell(() -> "marketo ran " + call.kind() + " " + call.id());
                    List<Member> members = new ArrayList<>(answered.members());
                    if (done != call) {
                        members.add(call.members().get(0).report(MemberStatus.SKIPPED, "606"));
                    }
                    world.in(
                            world.between(1, 100),
                            () -> ended.accept(done(call, members, answered)));
                });
    }

    private static Report done(Call call, List<Member> members, ModelMarketo.Answered answered) {
        return end(call, Verdict.DONE, null, members, answered.page(), answered.setUp())
                .but()
                .batch(answered.batch())
                .build();
    }

    private static Call withoutFirst(Call call) {
        if (call.members().isEmpty()) {
            return call;
        }
        List<Sent> rest = call.members().subList(1, call.members().size());
        return new Call(
                call.id(),
                call.job(),
                call.instance(),
                call.kind(),
                call.list(),
                call.run(),
                call.sequence(),
                call.readBackAt(),
                rest,
                call.leftOut(),
                call.page(),
                call.setUp(),
                call.partition(),
                call.batch(),
                call.file());
    }

    private void perhaps(Call call, String code, Consumer<Report> ended) {
        ended.accept(end(call, Verdict.PERHAPS, code, sent(call), null));
    }

    static List<Member> sent(Call call) {
        return call.members().stream().map(s -> s.report(MemberStatus.SENT, null)).toList();
    }

    static Report end(
            Call call, Verdict verdict, String code, List<Member> members, String requestId) {
        return end(call, verdict, code, members, call.page(), call.setUp());
    }

    private static Report end(
            Call call,
            Verdict verdict,
            String code,
            List<Member> members,
            ListPage page,
            SetUp setUp) {
        return call.ended()
                .verdict(verdict)
                .code(code)
                .members(members)
                .page(page == null ? call.page() : page)
                .setUp(setUp)
                .batch(call.batch())
                .build();
    }
}
