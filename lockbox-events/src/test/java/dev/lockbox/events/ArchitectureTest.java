package dev.lockbox.events;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The walls of this module. */
@AnalyzeClasses(packages = "dev.lockbox", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String JDK = "java..";
  private static final String NULLNESS = "org.jspecify..";
  private static final String LOG = "org.slf4j..";
  private static final String DOMAIN = "dev.lockbox.domain..";
  private static final String IDENTITY = "dev.lockbox.domain.identity..";
  private static final String KAFKA = "org.apache.kafka..";
  private static final String AVRO = "org.apache.avro..";
  private static final String CONFLUENT = "io.confluent..";
  private static final String WIRE = "dev.lockbox.wire..";
  private static final String TOPIC = "dev.lockbox.events.topic..";
  private static final String MESSAGE = "dev.lockbox.events.message..";
  private static final String CODEC = "dev.lockbox.events.codec..";
  private static final String REGISTRY = "dev.lockbox.events.registry..";
  private static final String SIGNING = "dev.lockbox.events.signing..";
  private static final String SIGNATURES = "dev.lockbox.domain.signature..";
  private static final String ADMIN = "dev.lockbox.events.admin..";

  @ArchTest
  static final ArchRule ONLY_THE_CODEC_TOUCHES_GENERATED_CLASSES =
      noClasses()
          .that()
          .resideOutsideOfPackages(CODEC, WIRE)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(WIRE);

  @ArchTest static final ArchRule TOPIC_IMPORTS = only(TOPIC, JDK, NULLNESS, IDENTITY, KAFKA);

  @ArchTest static final ArchRule MESSAGE_IMPORTS = only(MESSAGE, JDK, NULLNESS, DOMAIN);

  @ArchTest
  static final ArchRule CODEC_IMPORTS =
      only(CODEC, JDK, NULLNESS, DOMAIN, TOPIC, MESSAGE, WIRE, AVRO, CONFLUENT, KAFKA);

  @ArchTest
  static final ArchRule REGISTRY_IMPORTS =
      only(REGISTRY, JDK, NULLNESS, LOG, MESSAGE, CODEC, AVRO, CONFLUENT);

  @ArchTest static final ArchRule SIGNING_IMPORTS = only(SIGNING, JDK, NULLNESS, SIGNATURES);

  @ArchTest static final ArchRule ADMIN_IMPORTS = only(ADMIN, JDK, NULLNESS, TOPIC, KAFKA);

  @ArchTest
  static final ArchRule NO_PACKAGE_CYCLES =
      slices().matching("dev.lockbox.events.(*)..").should().beFreeOfCycles();

  private static ArchRule only(String packageName, String... imported) {
    return classes()
        .that()
        .resideInAPackage(packageName)
        .should()
        .onlyDependOnClassesThat(
            resideInAPackage(packageName).or(resideInAnyPackage(imported)).or(primitiveArrays()));
  }

  private static DescribedPredicate<JavaClass> primitiveArrays() {
    return DescribedPredicate.describe(
        "primitives", type -> type.getBaseComponentType().isPrimitive());
  }

  @Test
  void onlyTheTopicTableSpellsATopic() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      var spelling =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.endsWith(Path.of("topic", "Topics.java")))
              .filter(ArchitectureTest::spellsATopic);
      assertThat(spelling).isEmpty();
    }
  }

  private static boolean spellsATopic(Path file) {
    try {
      return Files.readString(file).contains("\"lockbox.");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
