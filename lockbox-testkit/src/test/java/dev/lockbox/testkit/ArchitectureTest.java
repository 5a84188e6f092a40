package dev.lockbox.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lockbox.testkit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule thereAreNoPackageCycles =
      slices().matching("dev.lockbox.testkit.(**)").should().beFreeOfCycles();

  /** A judge that shares code with the accused would make the same mistakes. */
  @ArchTest
  static final ArchRule theKitKnowsTheServicesByTheirTopicsAndDoorsOnly =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.processor..",
              "dev.lockbox.api..",
              "dev.lockbox.audit..",
              "dev.lockbox.notifier..",
              "dev.lockbox.adapter..",
              "dev.lockbox.local..",
              "dev.lockbox.service..");

  @ArchTest
  static final ArchRule aPromiseIsJudgedByWhatWasSeenAlone =
      noClasses()
          .that()
          .resideInAnyPackage("..testkit.promise..", "..testkit.run..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "io.confluent..",
              "java.net..",
              "dev.lockbox.events.codec..",
              "dev.lockbox.broker..");

  @ArchTest
  static final ArchRule generatedClassesAreTheCodecsOwn =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.lockbox.wire..");
}
