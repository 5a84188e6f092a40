package dev.lockbox.adapter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lockbox", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule thereAreNoPackageCycles =
      slices().matching("dev.lockbox.adapter.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule servicesMeetInTopicsOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.lockbox.adapter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.processor..",
              "dev.lockbox.api..",
              "dev.lockbox.audit..",
              "dev.lockbox.notifier..",
              "dev.lockbox.local..",
              "dev.lockbox.wire..");

  @ArchTest
  static final ArchRule aTargetKnowsNothingOfKafkaOrOfWhatIsGranted =
      noClasses()
          .that()
          .resideInAPackage("dev.lockbox.adapter.target..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.adapter",
              "dev.lockbox.events..",
              "dev.lockbox.service..",
              "org.apache.kafka..",
              "io.micronaut..");

  @ArchTest
  static final ArchRule httpIsSpokenToTheTargetOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.lockbox.adapter")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "com.fasterxml..");

  @ArchTest
  static final ArchRule whatIsDoneIsDecidedWithoutIo =
      noClasses()
          .that()
          .haveSimpleName("Reconciliation")
          .or()
          .haveSimpleName("Grant")
          .or()
          .haveSimpleName("Provisioning")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.micronaut..", "org.slf4j..", "java.io..");
}
