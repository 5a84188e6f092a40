package dev.lockbox.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lockbox.bench", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule thereAreNoPackageCycles =
      slices().matching("dev.lockbox.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theWireIsLeftToTheCodec =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.lockbox.wire..");

  @ArchTest
  static final ArchRule servicesAreMadeOnTheBedOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lockbox.bench.bed")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.lockbox.api..", "dev.lockbox.service..", "dev.lockbox.broker..");
}
