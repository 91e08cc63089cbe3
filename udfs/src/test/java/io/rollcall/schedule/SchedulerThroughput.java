package io.rollcall.schedule;

import io.rollcall.activation.Limits;
import io.rollcall.call.Call;
import java.util.List;
import java.util.stream.LongStream;

/** By hand: {@code [LISTS] [WISHES]}; how fast wishes are taken and sent, state on the heap. */
final class SchedulerThroughput {

    private SchedulerThroughput() {}

    public static void main(String[] args) {
        int lists = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        int wishes = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        Limits unlimited = new Limits(1_000_000, 10, 10_000_000, 20_000_000, 0, 0.1, 10_000_000);
        Bench bench = Bench.ready(unlimited, LongStream.rangeClosed(1, lists).toArray());
        long started = System.nanoTime();
        for (int i = 0; i < wishes; i++) {
            bench.wish(Bench.add(1 + i % lists, 1 + i));
        }
        print("taken", wishes, started);
        started = System.nanoTime();
        int ended = 0;
        while (!bench.isClean()) {
            bench.pass(300);
            bench.readAll();
            List<Call> open = List.copyOf(bench.released.subList(ended, bench.released.size()));
            ended = bench.released.size();
            open.forEach(bench::done);
        }
        print("sent", wishes, started);
    }

    private static void print(String what, int wishes, long started) {
        double seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf(
                "%,d wishes %s in %.1f s, %,.0f a second%n",
                wishes, what, seconds, wishes / seconds);
    }
}
