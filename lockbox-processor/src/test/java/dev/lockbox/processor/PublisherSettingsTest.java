package dev.lockbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.events.message.Found;
import dev.lockbox.events.message.QuarantineCause;
import dev.lockbox.events.signing.Keys;
import dev.lockbox.events.signing.Publication;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.processor.publisher.NotBelieved;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.service.ServiceContext;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class PublisherSettingsTest {
  private static final String JIT = Keys.ed25519();
  private static final String NEXT = Keys.p256();
  private static final String ADAPTERS = Keys.ed25519();

  @TempDir private Path directory;
  private String example = "";

  @BeforeEach
  void write() throws IOException {
    var next = Files.writeString(directory.resolve("next.pem"), Keys.publicHalf(NEXT));
    Files.writeString(directory.resolve("own.pem"), NEXT);
    example =
        """
        lockbox:
          services:
            %s:
              keys:
                - |
        %s
                - %s
              tenants: [contoso]
            grant-adapter:
              keys:
                - |
        %s
              tenants: ["*"]
        """
            .formatted(Cast.JIT, indented(JIT), next, indented(ADAPTERS));
  }

  private static String indented(String pem) {
    return Keys.publicHalf(pem).indent(10);
  }

  @Test
  void unsaidNobodyNeedSign() throws IOException {
    var publishers = publishers("lockbox:\n  data-dir: x\n");
    assertThat(publishers.mustSign()).isFalse();
    assertThat(publishers.count()).isZero();
  }

  /** The example of docs/configuration.md, but for where its files are. */
  @Test
  void theExampleOfThePageIsUnderstood() throws IOException {
    Files.writeString(directory.resolve("jit-emea.pem"), Keys.publicHalf(JIT));
    Files.writeString(directory.resolve("directory-1.pem"), Keys.publicHalf(ADAPTERS));
    var page = Files.readString(Path.of("..", "docs", "configuration.md"));
    var section = page.substring(page.indexOf("### Services"));
    var begin = section.indexOf("```yaml\n") + "```yaml\n".length();
    var yaml = section.substring(begin, section.indexOf("```", begin));
    assertThat(publishers(yaml.replace("/etc/lockbox", directory.toString())).count()).isEqualTo(2);
  }

  @Test
  void eachServiceHasItsKeysAndItsCustomers() throws Exception {
    var publishers = publishers(example);
    assertThat(publishers.count()).isEqualTo(2);
    check(publishers, Cast.JIT, "contoso", JIT);
    check(publishers, Cast.JIT, "contoso", NEXT);
    check(publishers, new PersonId("grant-adapter"), "fabrikam", ADAPTERS);
    assertThatThrownBy(() -> check(publishers, Cast.JIT, "fabrikam", JIT))
        .isInstanceOfSatisfying(
            NotBelieved.class,
            no -> assertThat(no.why()).isEqualTo(QuarantineCause.TENANT_NOT_SERVED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tenants: [contoso]|tenant: [contoso]|tenants is missing",
        "tenants: [contoso]|tenants: contoso|tenants must be a list, was contoso",
        "tenants: [contoso]|tenants: []|lockbox.services.jit-service: a service must serve"
            + " somebody",
        "tenants: [contoso]|tenants: [\"*\", contoso]|tenants must be customers or * alone",
        "tenants: [contoso]|tenants: [Con toso]|tenant",
        "grant-adapter:|grant-adapter:\\n      team: x|has what is not understood: [team]",
        "tenants: [\"*\"]|note: all|lockbox.services.grant-adapter",
        "next.pem|none.pem|none.pem cannot be read",
        "next.pem|own.pem|own.pem holds a private key",
        "BEGIN PUBLIC KEY|BEGIN PUBLIK KEY|there is no PUBLIC KEY in it",
        "MCowBQYDK2VwAyEA|MCowBQYDK2VxAyEA|must be a SubjectPublicKeyInfo of ED25519"
      })
  void whatIsNotUnderstoodStopsTheStartAndIsNamed(String right, String wrong, String message) {
    assertThat(example).contains(right);
    assertThatThrownBy(() -> publishers(example.replace(right, wrong.replace("\\n", "\n"))))
        .hasStackTraceContaining(message);
  }

  @Test
  void twoServicesShareNoKey() {
    var shared = example.replace(indented(ADAPTERS), indented(JIT));
    assertThatThrownBy(() -> publishers(shared))
        .hasStackTraceContaining("lockbox.services: key")
        .hasStackTraceContaining("is of");
  }

  /** What was meant to be believed of some must not be believed of all. */
  @ParameterizedTest
  @ValueSource(strings = {"x", "[x]", "[]", "{}", "7", "{jit: x}", "{jit: {}}", "{jit: []}", "~"})
  void whatNamesNoServiceStopsTheStart(String value) {
    assertThatThrownBy(() -> publishers("lockbox:\n  services: %s\n".formatted(value)))
        .hasStackTraceContaining("lockbox.services");
  }

  @Test
  void theProcessorDoesNotStartWithWhatIsNotUnderstood() throws IOException {
    var file = Files.writeString(directory.resolve("bad.yml"), "lockbox:\n  services: {a: {}}\n");
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), Optional.of(file))) {
      assertThatThrownBy(() -> context.bean(Tasks.class))
          .hasStackTraceContaining("lockbox.services");
    }
  }

  /** What a setting's name cannot hold. */
  @Test
  void aServiceMayHaveAnotherNameThanItsSettings() throws Exception {
    var named = example.replace("grant-adapter:", "adapter:\n      name: Grant.Adapter-1");
    check(publishers(named), new PersonId("Grant.Adapter-1"), "fabrikam", ADAPTERS);
    var twice = example.replace("grant-adapter:", "adapter:\n      name: " + Cast.JIT);
    assertThatThrownBy(() -> publishers(twice))
        .hasStackTraceContaining("service %s is twice".formatted(Cast.JIT));
  }

  /** As whoever starts it from a program says it. */
  @Test
  void settingsThatAreGivenOneByOneAreTheSame() throws Exception {
    var overrides =
        Map.<String, Object>of(
            "lockbox.services.demo-jit-service.keys",
            List.of(Keys.publicHalf(JIT)),
            "lockbox.services.demo-jit-service.tenants",
            List.of("*"));
    try (var context = ServiceContext.of(ProcessorService.NAME, overrides, Optional.empty())) {
      check(context.bean(Publishers.class), new PersonId("demo-jit-service"), "contoso", JIT);
    }
  }

  @Test
  void healthSaysWhetherServicesMustSignAndIsUpAllTheSame() throws Exception {
    assertThat(part(health(example), "requests"))
        .isEqualTo(Map.of("mustSign", true, "services", 2));
    var unsigned = health("");
    assertThat(unsigned.getStatus()).isEqualTo(HealthStatus.UP);
    assertThat(part(unsigned, "requests"))
        .containsEntry("mustSign", false)
        .containsEntry("services", 0)
        .extractingByKey("unsigned", InstanceOfAssertFactories.STRING)
        .contains("lockbox.services names no service", "lockbox.requests");
    assertThat(part(unsigned, "activity"))
        .containsEntry("mustSign", false)
        .extractingByKey("unsigned", InstanceOfAssertFactories.STRING)
        .contains("lockbox.reporters names no service", "lockbox.activity");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> part(HealthResult health, String name) {
    var details = (Map<String, Object>) Objects.requireNonNull(health.getDetails());
    return (Map<String, Object>) Objects.requireNonNull(details.get(name));
  }

  private HealthResult health(String yaml) throws IOException {
    var file = Files.writeString(directory.resolve("settings.yml"), yaml);
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), Optional.of(file))) {
      return Objects.requireNonNull(
          Mono.from(context.bean(IntakeHealth.class).getResult()).block());
    }
  }

  private static void check(Publishers publishers, PersonId service, String tenant, String key)
      throws NotBelieved {
    var topic = "lockbox.requests";
    var found = new Found(topic, 0, 0, 0, new byte[] {1}, new byte[] {2});
    var signature = SigningKey.of(key).sign(new Publication(topic, new byte[] {1}, new byte[] {2}));
    publishers.check(found, service, Optional.of(new TenantId(tenant)), signature);
  }

  private Publishers publishers(String yaml) throws IOException {
    var file = Files.writeString(directory.resolve("settings.yml"), yaml);
    try (var context = ServiceContext.of(ProcessorService.NAME, Map.of(), Optional.of(file))) {
      return context.bean(Publishers.class);
    }
  }
}
