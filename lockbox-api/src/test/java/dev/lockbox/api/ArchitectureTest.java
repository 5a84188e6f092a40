package dev.lockbox.api;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.micronaut.http.annotation.Get;

@AnalyzeClasses(packages = "dev.lockbox.api", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule knowsNoOtherService =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lockbox.processor..",
              "dev.lockbox.audit..",
              "dev.lockbox.notifier..",
              "dev.lockbox.adapter..");

  @ArchTest
  static final ArchRule knowsNothingOfTheWire =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.lockbox.wire..", "org.apache.avro..", "io.confluent..");

  @ArchTest
  static final ArchRule decidesNothing =
      noClasses().should().dependOnClassesThat().haveSimpleNameEndingWith("Decider");

  @ArchTest
  static final ArchRule securityKnowsNothingOfKafka =
      noClasses()
          .that()
          .resideInAPackage("..security..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "dev.lockbox.events..", "..api.view..");

  @ArchTest
  static final ArchRule signingInKnowsNothingOfKafka =
      noClasses()
          .that()
          .resideInAPackage("..signin..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "dev.lockbox.events..", "..api.signout..");

  @ArchTest
  static final ArchRule theViewKnowsNothingOfCommands =
      noClasses()
          .that()
          .resideInAPackage("..view..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..api.command..");

  /** H6: what answers a GET has nothing at hand to ask for anything with. */
  @ArchTest
  static final ArchRule noPageAsksForAnythingWhenLookedAt =
      noClasses()
          .that()
          .resideInAPackage("..portal..")
          .and()
          .containAnyMethodsThat(annotatedWith(Get.class))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..api.command..");

  @ArchTest
  static final ArchRule roomsHaveNoCycles =
      slices().matching("dev.lockbox.api.(*)..").should().beFreeOfCycles();
}
