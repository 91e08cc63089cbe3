package io.rollcall.demo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void theDemoUsesBothMarketosAndEveryKindOfList() throws IOException {
        Plan plan = Plan.read(Path.of("../rollcall.demo.yaml"));
        assertThat(plan.instances()).extracting(Target.Instance::creates).contains(true, false);
        assertThat(plan.targets()).hasSizeGreaterThan(5);
        assertThat(plan.targets()).anyMatch(Target::addOnly);
        assertThat(plan.targets()).anyMatch(target -> target.consent() != null);
        assertThat(plan.targets()).anyMatch(target -> "ups".equals(target.namespace()));
        assertThat(plan.emailPaths()).containsExactly("personalEmail.address", "person.email");
    }
}
