package dev.lockbox.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.Decider;
import dev.lockbox.domain.DecisionPayload;
import dev.lockbox.domain.RequestDigest;
import dev.lockbox.domain.decision.Decision;
import dev.lockbox.domain.decision.Trail;
import dev.lockbox.domain.evaluation.Checks;
import dev.lockbox.domain.rules.ApprovalRules;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.ApproverKeys;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(packages = "dev.lockbox.simulator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule importsTheDomainAndTheJdkOnly =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.simulator..", "dev.lockbox.domain..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule thereAreNoPackageCycles =
      slices().matching("dev.lockbox.simulator.(*)..").should().beFreeOfCycles();

  /** An oracle that shares code with the core would make the same mistakes. */
  @ArchTest
  static final ArchRule theOracleKnowsRecordsOnlyAndNeverTheCore =
      noClasses()
          .that()
          .resideInAnyPackage("..simulator.oracle..", "..simulator.record..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              Decider.class,
              AccessRequest.class,
              Decision.class,
              Trail.class,
              ApprovalRules.class,
              Checks.class,
              ApproverKey.class,
              ApproverKeys.class,
              DecisionPayload.class,
              RequestDigest.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.domain.tenant..",
              "dev.lockbox.domain.time..",
              "dev.lockbox.domain.freeze..",
              "dev.lockbox.domain.exclusion..",
              "dev.lockbox.domain.session..",
              "dev.lockbox.domain.roles..",
              "..simulator.node..",
              "..simulator.variant..",
              "..simulator.history..",
              "..simulator.people..",
              "..simulator.bugs..");

  @ArchTest
  static final ArchRule theLogKnowsNothingOfTheLockbox =
      noClasses()
          .that()
          .resideInAPackage("..simulator.log..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.lockbox.domain..");

  /** A run is made from its seed alone. */
  @ArchTest
  static final ArchRule nothingInARunReadsAClockOrChance =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lockbox.simulator")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class);
}
