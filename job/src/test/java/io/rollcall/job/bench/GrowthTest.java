package io.rollcall.job.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rollcall.job.bench.Growth.Point;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final Point MILLION = point(1_000_000, 1.5, 3, 100e6);
    private static final Point TEN = point(10_000_000, 2, 7, 1e9);

    @Test
    void theStateGrowsWithThePeopleAndTheCostByAsMuchAsLastTime() {
        Point guess = Growth.extrapolated(List.of(MILLION, TEN));

        assertThat(guess.people()).isEqualTo(100e6);
        assertThat(guess.load()).isCloseTo(2.5, EXACTLY);
        assertThat(guess.steady()).isCloseTo(11, EXACTLY);
        assertThat(guess.bytes()).isCloseTo(10e9, within(1.0));
    }

    @Test
    void whatNobodyMeasuredIsDashed() {
        List<Point> measured = List.of(MILLION, TEN);

        String plot = new GrowthPlot(measured, Growth.extrapolated(measured)).svg();

        assertThat(plot.split("stroke-dasharray")).hasSize(4);
        assertThat(plot).contains(">100,000,000<", "(extrapolated)").endsWith("</svg>\n");
    }

    private static Point point(double people, double load, double steady, double bytes) {
        return new Point(people, load, steady, bytes, 400, Duration.ofSeconds(2));
    }
}
