package dev.lockbox.local.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.adapter.GrantAdapterService;
import dev.lockbox.local.intake.JitService;
import dev.lockbox.local.people.Cast;
import dev.lockbox.local.signing.KeyFile;
import dev.lockbox.processor.ReporterSettings;
import dev.lockbox.processor.publisher.Publishers;
import dev.lockbox.service.ServiceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The try in containers, of which no engine is here: what its files say of one another is so. */
class ComposeTest {
  private static final Path DOCKER = Path.of("..", "docker");
  private static final List<String> NAMES = List.of("jit", "adapter", "gateway", "processor");
  private static final String PUBLIC = "/etc/lockbox/services/";

  private final Map<?, ?> compose = yaml(DOCKER.resolve("compose.yml"));
  private final Map<?, ?> lockbox = part(yaml(DOCKER.resolve("processor.yml")), "lockbox");

  /** By whose key each signs, and by the names that they publish under. */
  @Test
  void whoPublishesThereIsNamedAndSigns() {
    var adapter = GrantAdapterService.publishesAs(target(), Optional.empty()).orElseThrow();
    assertThat(keysOf("services"))
        .isEqualTo(
            Map.of(
                JitService.NAME.value(),
                "public-keys/jit.pem",
                adapter,
                "public-keys/adapter.pem"));
    assertThat(keysOf("reporters"))
        .isEqualTo(
            Map.of(
                Cast.GATEWAY.id(), "public-keys/gateway.pem", adapter, "public-keys/adapter.pem"));
    assertThat(mounted("processor", String.valueOf(part(lockbox, "processor").get("key-file"))))
        .isEqualTo("processor-key/key.pem");
    assertThat(mounted("request", "/etc/lockbox/gateway/key.pem")).isEqualTo("gateway-key/key.pem");
    assertThat(mounted("request", option("request", "--key="))).isEqualTo("jit-key/key.pem");
    var file = part(service("grant-adapter"), "environment").get("LOCKBOX_ADAPTER_KEY_FILE");
    assertThat(mounted("grant-adapter", String.valueOf(file))).isEqualTo("adapter-key/key.pem");
  }

  /** Nobody but a service sees its private half. */
  @Test
  void theKeysAreMadeWhereTheyAreReadAndSeenByNobodyElse() {
    var script = String.valueOf(list(service("service-keys"), "command").getFirst());
    assertThat(script)
        .contains("for name in jit adapter gateway processor", "keys new /keys/$$name/key.pem")
        .contains("/keys/$$name/key.pem > /keys/public/$$name.pem");
    for (var name : NAMES) {
      assertThat(mounted("service-keys", "/keys/%s/key.pem".formatted(name)))
          .isEqualTo(name + "-key/key.pem");
    }
    assertThat(mounted("service-keys", "/keys/public/jit.pem")).isEqualTo("public-keys/jit.pem");
    assertThat(whoMounts("jit-key")).containsExactlyInAnyOrder("service-keys", "request");
    assertThat(whoMounts("adapter-key")).containsExactlyInAnyOrder("service-keys", "grant-adapter");
    assertThat(whoMounts("gateway-key")).containsExactlyInAnyOrder("service-keys", "request");
    assertThat(whoMounts("processor-key")).containsExactlyInAnyOrder("service-keys", "processor");
    assertThat(whoMounts("public-keys")).containsExactlyInAnyOrder("service-keys", "processor");
    assertThat(part(compose, "volumes").keySet())
        .extracting(String::valueOf)
        .contains("jit-key", "adapter-key", "gateway-key", "processor-key", "public-keys");
    for (var name : List.of("processor", "grant-adapter")) {
      assertThat(part(service(name), "depends_on").keySet())
          .extracting(String::valueOf)
          .contains("service-keys");
    }
  }

  /** With keys as they are made there, in files of another directory. */
  @Test
  void theProcessorUnderstandsItsSettings(@TempDir Path directory) throws IOException {
    var settings = Files.readString(DOCKER.resolve("processor.yml"));
    assertThat(list(service("processor"), "command"))
        .isEqualTo(List.of("--config", "/etc/lockbox/processor.yml"));
    assertThat(mounted("processor", "/etc/lockbox/processor.yml")).isEqualTo("./processor.yml");
    for (var name : NAMES) {
      var key = KeyFile.create(directory.resolve(name + "-both.pem"));
      Files.writeString(directory.resolve(name + ".pem"), key.publicHalf());
    }
    var here =
        Files.writeString(
            directory.resolve("processor.yml"),
            settings
                .replace(PUBLIC, directory + "/")
                .replace("/etc/lockbox/processor/key.pem", directory + "/processor-both.pem"));
    try (var context = ServiceContext.of(Service.PROCESSOR.title(), Map.of(), Optional.of(here))) {
      assertThat(context.bean(Publishers.class).count()).isEqualTo(2);
      assertThat(context.bean(ReporterSettings.class).reporters().count()).isEqualTo(2);
    }
    var served = new HashSet<Object>();
    part(lockbox, "services")
        .values()
        .forEach(one -> served.addAll(list((Map<?, ?>) one, "tenants")));
    assertThat(served)
        .as("the customer of the try")
        .isEqualTo(Set.of(yaml(DOCKER.resolve("contoso.yml")).get("tenant")));
  }

  /** By the file, since the environment has no names for groups. */
  @Test
  void theAdapterUnderstandsADirectoryThatIsNamedInItsFile(@TempDir Path directory)
      throws IOException {
    assertThat(list(service("grant-adapter"), "command"))
        .isEqualTo(List.of("--config", "/etc/lockbox/grant-adapter.yml"));
    assertThat(mounted("grant-adapter", "/etc/lockbox/grant-adapter.yml"))
        .isEqualTo("./grant-adapter.yml");
    var environment = part(service("grant-adapter"), "environment");
    assertThat(environment.containsKey("LOCKBOX_ADAPTER_TARGET_URL")).isTrue();
    assertThat(environment.get("LOCKBOX_ADAPTER_TARGET_URL"))
        .as("passed on where it is set, and not there otherwise")
        .isNull();
    var settings = Files.readString(DOCKER.resolve("grant-adapter.yml"));
    assertThat(publishesAs(directory, settings)).isEmpty();
    assertThat(publishesAs(directory, settings.replaceAll("(?m)^#(?=    )", "")))
        .contains("grant-adapter");
  }

  private static Optional<String> publishesAs(Path directory, String settings) throws IOException {
    var file = Files.writeString(directory.resolve("grant-adapter.yml"), settings);
    return GrantAdapterService.publishesAs(Map.of(), Optional.of(file));
  }

  private static Map<String, Object> target() {
    return Map.of("lockbox.adapter.target.url", "http://127.0.0.1:1");
  }

  /** Where the one key of each lies outside of the processor's container. */
  private Map<String, String> keysOf(String as) {
    var named = part(lockbox, as);
    return named.keySet().stream()
        .map(String::valueOf)
        .collect(Collectors.toMap(name -> name, name -> keyOf(part(named, name))));
  }

  private String keyOf(Map<?, ?> service) {
    return mounted("processor", String.valueOf(list(service, "keys").getFirst()));
  }

  private String option(String service, String name) {
    return list(service(service), "command").stream()
        .map(String::valueOf)
        .filter(one -> one.startsWith(name))
        .map(one -> one.substring(name.length()))
        .findFirst()
        .orElseThrow();
  }

  /** What stands outside of the container at this place of it. */
  private String mounted(String service, String file) {
    return list(service(service), "volumes").stream()
        .map(one -> String.valueOf(one).split(":"))
        .filter(one -> file.equals(one[1]) || file.startsWith(one[1] + "/"))
        .map(one -> one[0] + file.substring(one[1].length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(file + " is not mounted in " + service));
  }

  private Stream<String> whoMounts(String volume) {
    return part(compose, "services").keySet().stream()
        .map(String::valueOf)
        .filter(
            name ->
                service(name).get("volumes") instanceof List<?> volumes
                    && volumes.stream()
                        .anyMatch(one -> String.valueOf(one).startsWith(volume + ":")));
  }

  private Map<?, ?> service(String name) {
    return part(part(compose, "services"), name);
  }

  private static Map<?, ?> part(Map<?, ?> of, String name) {
    return (Map<?, ?>) Objects.requireNonNull(of.get(name), name);
  }

  private static List<?> list(Map<?, ?> of, String name) {
    return (List<?>) Objects.requireNonNull(of.get(name), name);
  }

  private static Map<?, ?> yaml(Path file) {
    try {
      return new Yaml().load(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
