package dev.lockbox.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.lockbox.audit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule thereAreNoPackageCycles =
      slices().matching("dev.lockbox.(**)").should().beFreeOfCycles();

  /** What is here decides what is in every record, for ever: no library may have a say in it. */
  @ArchTest
  static final ArchRule theMappingKnowsNothingButDomainAndEvents =
      classes()
          .that()
          .resideInAPackage("..audit.ocsf..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "dev.lockbox.domain..",
              "dev.lockbox.events.message..",
              "dev.lockbox.events.topic..",
              "dev.lockbox.audit.ocsf..");

  @ArchTest
  static final ArchRule theMappingReadsNoClockNoChanceAndNoPlace =
      noClasses()
          .that()
          .resideInAPackage("..audit.ocsf..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              Clock.class,
              InstantSource.class,
              Locale.class,
              TimeZone.class,
              Random.class,
              UUID.class,
              System.class);

  @ArchTest
  static final ArchRule nobodyHereTouchesAGeneratedClass =
      noClasses().should().dependOnClassesThat().resideInAnyPackage("dev.lockbox.wire..");

  @ArchTest
  static final ArchRule servicesNeverImportEachOther =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.processor..",
              "dev.lockbox.api..",
              "dev.lockbox.notifier..",
              "dev.lockbox.adapter..",
              "dev.lockbox.local..",
              "dev.lockbox.broker..");
}
