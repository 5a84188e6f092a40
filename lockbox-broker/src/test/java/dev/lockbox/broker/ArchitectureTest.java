package dev.lockbox.broker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.lockbox.broker.registry.RegistryChild;

@AnalyzeClasses(packages = "dev.lockbox.broker", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule thereAreNoPackageCycles =
      slices().matching("dev.lockbox.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theBrokerKnowsNothingOfTheLockbox =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.domain..", "dev.lockbox.events..", "dev.lockbox.local..");

  @ArchTest
  static final ArchRule theRegistryIsSpokenToOverHttpOnly =
      noClasses()
          .that()
          .resideInAPackage("..registry..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("kafka..", "org.apache.kafka..", "io.apicurio..", "io.confluent..");

  /** It is copied alone to where the registry's process finds it. */
  @ArchTest
  static final ArchRule theRegistryChildIsOneClassOnTheJdk =
      classes()
          .that()
          .haveFullyQualifiedName(RegistryChild.class.getName())
          .should()
          .onlyDependOnClassesThat(
              resideInAPackage("java..").or(equivalentTo(RegistryChild.class)));
}
