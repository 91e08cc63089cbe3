package io.rollcall;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.Function;

/** Packages stand in the order in which records flow, and know only what comes before them. */
@AnalyzeClasses(packages = "io.rollcall", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Each package and what of ours it may name. */
    private static final Map<String, List<String>> KNOWS =
            Map.ofEntries(
                    Map.entry("pack", List.of()),
                    Map.entry("json", List.of()),
                    Map.entry("metric", List.of()),
                    Map.entry("event", List.of()),
                    Map.entry("secret", List.of()),
                    Map.entry("event.decode", List.of("event", "metric", "secret")),
                    Map.entry("activation", List.of()),
                    Map.entry("wish", List.of()),
                    Map.entry("report", List.of("event", "json")),
                    Map.entry("outcome", List.of("json")),
                    Map.entry("marketo", List.of("report")),
                    Map.entry("words", List.of()),
                    Map.entry(
                            "call",
                            List.of(
                                    "activation",
                                    "event",
                                    "marketo",
                                    "metric",
                                    "pack",
                                    "report",
                                    "secret",
                                    "words")),
                    Map.entry(
                            "ledger",
                            List.of(
                                    "activation",
                                    "event",
                                    "field",
                                    "marketo",
                                    "metric",
                                    "outcome",
                                    "pack",
                                    "report",
                                    "secret",
                                    "wish")),
                    Map.entry(
                            "schedule",
                            List.of(
                                    "activation",
                                    "call",
                                    "field",
                                    "marketo",
                                    "metric",
                                    "outcome",
                                    "pack",
                                    "report",
                                    "wish")),
                    Map.entry("field", List.of("activation", "report")),
                    Map.entry("sweep", List.of("event", "ledger", "metric")));

    @ArchTest
    static final ArchRule everyPackageIsInThePicture =
            classes()
                    .that()
                    .resideInAPackage("io.rollcall..")
                    .should()
                    .resideInAnyPackage(names(KNOWS.keySet().stream()));

    @ArchTest
    static final ArchRule onlyOperatorsAreNamedFunction =
            classes()
                    .that()
                    .areAssignableTo(Function.class)
                    .should()
                    .haveSimpleNameEndingWith("Function");

    /** Deciding classes are tested without Flink, so they must not need it. */
    @ArchTest
    static final ArchRule decidingClassesKnowNothingOfFlink =
            noClasses()
                    .that(
                            resideInAPackage("io.rollcall.ledger")
                                    .or(resideInAPackage("io.rollcall.schedule"))
                                    .or(resideInAPackage("io.rollcall.sweep"))
                                    .and(
                                            notOneOf(
                                                    "Function",
                                                    "Operator",
                                                    "Voice",
                                                    "Board",
                                                    "PlanState",
                                                    "ForgetKeyState",
                                                    "StateRows",
                                                    "Serializer",
                                                    "Type",
                                                    "StateStore")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.flink..");

    @ArchTest
    static void everyPackageKnowsOnlyWhatComesBefore(JavaClasses all) {
        KNOWS.forEach((name, others) -> knowsOnly(name, others).check(all));
    }

    private static ArchRule knowsOnly(String name, List<String> others) {
        String[] allowed = names(Stream.concat(Stream.of(name), others.stream()));
        DescribedPredicate<JavaClass> ours = resideInAnyPackage(allowed);
        return classes()
                .that()
                .resideInAPackage("io.rollcall." + name)
                .should(
                        onlyDependOnClassesThat(
                                ours.or(DescribedPredicate.not(resideInAPackage("io.rollcall..")))))
                .as(name + " knows only " + others);
    }

    private static String[] names(Stream<String> packages) {
        return packages.map(name -> "io.rollcall." + name).toArray(String[]::new);
    }

    /** Including what is nested in them. */
    private static DescribedPredicate<JavaClass> notOneOf(String... endings) {
        return DescribedPredicate.describe(
                "decide",
                type ->
                        Arrays.stream(endings)
                                .noneMatch(
                                        e -> type.getName().replaceFirst("\\$.*", "").endsWith(e)));
    }
}
