package dev.lockbox.notifier;

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
      slices().matching("dev.lockbox.notifier.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule servicesMeetInTopicsOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.lockbox.notifier..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.processor..",
              "dev.lockbox.api..",
              "dev.lockbox.audit..",
              "dev.lockbox.adapter..",
              "dev.lockbox.local..",
              "dev.lockbox.wire..");

  @ArchTest
  static final ArchRule aChannelKnowsNothingOfKafkaOrOfWhoIsTold =
      noClasses()
          .that()
          .resideInAPackage("dev.lockbox.notifier.channel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.notifier",
              "dev.lockbox.events..",
              "dev.lockbox.service..",
              "org.apache.kafka..",
              "io.micronaut..");

  @ArchTest
  static final ArchRule mailIsSpokenInTheChannelOnly =
      noClasses()
          .that()
          .resideInAPackage("dev.lockbox.notifier")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

  @ArchTest
  static final ArchRule whoIsToldIsDecidedWithoutIo =
      noClasses()
          .that()
          .haveSimpleName("WhoToTell")
          .or()
          .haveSimpleName("TenantHistory")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.micronaut..", "org.slf4j..", "java.io..");
}
