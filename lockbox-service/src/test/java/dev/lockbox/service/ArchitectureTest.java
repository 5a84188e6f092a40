package dev.lockbox.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lockbox.service", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsNothingOfTheRulesOrTheWire =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.lockbox.domain..", "dev.lockbox.wire..", "org.apache.avro..");

  @ArchTest
  static final ArchRule knowsNoService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.processor..",
              "dev.lockbox.api..",
              "dev.lockbox.audit..",
              "dev.lockbox.notifier..",
              "dev.lockbox.adapter..");
}
