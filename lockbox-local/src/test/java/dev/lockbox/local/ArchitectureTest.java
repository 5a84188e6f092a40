package dev.lockbox.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.lockbox.local", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] SERVICES = {
    "dev.lockbox.processor..",
    "dev.lockbox.api..",
    "dev.lockbox.audit..",
    "dev.lockbox.notifier..",
    "dev.lockbox.adapter.."
  };

  @ArchTest
  static final ArchRule thereAreNoPackageCycles =
      slices().matching("dev.lockbox.local.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyUpStartsServices =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lockbox.local.up..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVICES);

  @ArchTest
  static final ArchRule nobodyTouchesGeneratedClasses =
      noClasses().should().dependOnClassesThat().resideInAPackage("dev.lockbox.wire..");

  @ArchTest
  static final ArchRule theIssuerStaysInItsRoom =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lockbox.local.issuer..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("no.nav..", "com.nimbusds..");

  @ArchTest
  static final ArchRule theMailServerStaysInItsRoom =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.lockbox.local.mail..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.icegreen..", "jakarta.mail..");
}
