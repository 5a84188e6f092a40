package dev.lockbox.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;

@AnalyzeClasses(packages = "dev.lockbox.processor", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule hasNoPackageCycle =
      slices().matching("dev.lockbox.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule knowsNoOtherService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.api..",
              "dev.lockbox.audit..",
              "dev.lockbox.notifier..",
              "dev.lockbox.adapter..",
              "dev.lockbox.local..");

  @ArchTest
  static final ArchRule leavesTheWireToTheCodec =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.lockbox.wire..", "org.apache.avro..", "io.confluent..");

  @ArchTest
  static final ArchRule storesAndFaultsKnowNothingOfTheTopology =
      noClasses()
          .that()
          .resideInAnyPackage("dev.lockbox.processor.store..", "dev.lockbox.processor.fault..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.lockbox.processor");

  @ArchTest
  static final ArchRule storesKnowNothingOfMicronaut =
      noClasses()
          .that()
          .resideInAPackage("dev.lockbox.processor.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.micronaut..", "io.micrometer..", "dev.lockbox.service..");

  /** The only clocks are the log's append time and the one that Kafka Streams hands to an alarm. */
  @ArchTest
  static final ArchRule readsNoClock =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(InstantSource.class);
}
