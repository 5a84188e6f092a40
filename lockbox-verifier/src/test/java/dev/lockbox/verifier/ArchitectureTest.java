package dev.lockbox.verifier;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "dev.lockbox.verifier", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule importsTheJdksBaseAndNullnessOnly =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  "dev.lockbox.verifier..",
                  "java.lang..",
                  "java.math",
                  "java.nio",
                  "java.nio.charset",
                  "java.security",
                  "java.security.spec",
                  "java.time",
                  "java.util",
                  "java.util.function",
                  "java.util.regex",
                  "java.util.stream",
                  "org.jspecify.annotations"));

  @ArchTest
  static final ArchRule isHandedItsClocks =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule joseKnowsNothingOfLeases =
      noClasses()
          .that()
          .resideInAPackage("..jose..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..lease..");

  @ArchTest
  static final ArchRule signaturesKnowNothingOfLeases =
      noClasses()
          .that()
          .resideInAPackage("..signature..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..lease..");

  @ArchTest
  static final ArchRule hasNoPackageCycle =
      slices().matching("dev.lockbox.verifier.(*)..").should().beFreeOfCycles();
}
