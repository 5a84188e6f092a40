package dev.lockbox.domain;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.random.RandomGenerator;

@AnalyzeClasses(packages = "dev.lockbox.domain", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String DOMAIN = "dev.lockbox.domain";
  private static final String IDENTITY = DOMAIN + ".identity";
  private static final String RULES = DOMAIN + ".rules";
  private static final String DECISION = DOMAIN + ".decision";
  private static final String RESOURCE = DOMAIN + ".resource";
  private static final String DIALOGUE = DOMAIN + ".dialogue";
  private static final String TIME = DOMAIN + ".time";
  private static final String EVALUATION = DOMAIN + ".evaluation";
  private static final String STAFF = DOMAIN + ".staff";
  private static final String GATEWAY = DOMAIN + ".gateway";
  private static final String REVIEW = DOMAIN + ".review";
  private static final String SIGNATURE = DOMAIN + ".signature";
  private static final String OPERATION = DOMAIN + ".operation";

  @ArchTest
  static final ArchRule importsTheJdksBaseAndNullnessOnly =
      classes()
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  DOMAIN + "..",
                  "java.lang..",
                  "java.util",
                  "java.util.function",
                  "java.util.regex",
                  "java.util.stream",
                  "java.time",
                  "java.nio",
                  "java.math",
                  "java.nio.charset",
                  "java.security",
                  "java.security.spec",
                  "org.jspecify.annotations"));

  @ArchTest
  static final ArchRule readsNoClock =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule drawsNoRandomNumber =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.UUID")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleName("SecureRandom")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(RandomGenerator.class)
          .orShould()
          .callMethod(Math.class, "random");

  @ArchTest
  static final ArchRule doesNoInputOrOutput =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(System.class, "getProperty", String.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class);

  @ArchTest static final ArchRule keepsNothingThatChanges = noFields().should().notBeFinal();

  @ArchTest
  static final ArchRule hasNoPackageCycle =
      slices().matching("dev.lockbox.(**)").should().beFreeOfCycles();

  @ArchTest static final ArchRule identityImportsNothingOfOurs = importsOnly(IDENTITY);

  @ArchTest
  static final ArchRule rulesImportIdentityResourceEvaluationGatewaySignatureAndTime =
      importsOnly(RULES, IDENTITY, RESOURCE, EVALUATION, GATEWAY, SIGNATURE, TIME);

  @ArchTest static final ArchRule signatureImportsIdentity = importsOnly(SIGNATURE, IDENTITY);

  @ArchTest
  static final ArchRule evaluationImportsIdentityAndTime = importsOnly(EVALUATION, IDENTITY, TIME);

  @ArchTest
  static final ArchRule decisionImportsIdentityAndEvaluation =
      importsOnly(DECISION, IDENTITY, EVALUATION);

  @ArchTest
  static final ArchRule dialogueImportsIdentityAndRules = importsOnly(DIALOGUE, IDENTITY, RULES);

  @ArchTest static final ArchRule reviewImportsIdentity = importsOnly(REVIEW, IDENTITY);

  @ArchTest static final ArchRule timeImportsIdentity = importsOnly(TIME, IDENTITY);

  @ArchTest
  static final ArchRule resourceImportsIdentityAndDecision =
      importsOnly(RESOURCE, IDENTITY, DECISION);

  @ArchTest
  static final ArchRule staffImportsIdentityEvaluationAndTime =
      importsOnly(STAFF, IDENTITY, EVALUATION, TIME);

  @ArchTest
  static final ArchRule theRequestDoesNotKnowTheTenantsAggregate =
      importsOnly(
          DOMAIN,
          IDENTITY,
          RULES,
          DECISION,
          RESOURCE,
          TIME,
          DIALOGUE,
          REVIEW,
          EVALUATION,
          STAFF,
          GATEWAY,
          SIGNATURE);

  @ArchTest static final ArchRule gatewayImportsIdentity = importsOnly(GATEWAY, IDENTITY);

  @ArchTest
  static final ArchRule operationImportsDomainAndEvaluation =
      importsOnly(OPERATION, DOMAIN, EVALUATION);

  private static ArchRule importsOnly(String own, String... others) {
    var allowed = new String[others.length + 1];
    System.arraycopy(others, 0, allowed, 0, others.length);
    allowed[others.length] = own;
    return noClasses()
        .that(resideInAPackage(own))
        .should()
        .dependOnClassesThat(resideInAPackage(DOMAIN + "..").and(not(resideInAnyPackage(allowed))));
  }
}
