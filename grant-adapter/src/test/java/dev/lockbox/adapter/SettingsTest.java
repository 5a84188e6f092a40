package dev.lockbox.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.adapter.target.Assignment;
import dev.lockbox.adapter.target.DirectoryTarget;
import dev.lockbox.adapter.target.HttpSettings;
import dev.lockbox.adapter.target.HttpTargetSettings;
import dev.lockbox.adapter.target.Listed;
import dev.lockbox.adapter.target.UserBy;
import dev.lockbox.domain.gateway.Obligation;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.Code;
import dev.lockbox.domain.identity.Country;
import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.identity.PointId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.domain.rules.Conditions;
import dev.lockbox.events.signing.Pem;
import dev.lockbox.service.ServiceContext;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final String URL = "https://target.provider.example/lockbox";

  private static final Map<String, Object> LOGS =
      Map.of(
          "name", "logs",
          "id", "2819c223",
          "tenant", "contoso",
          "actions", List.of("k8s.pod.logs", "k8s.pod.get"),
          "resource", "/clusters/aro1");
  private static final Map<String, Object> DIRECTORY = directory(List.of(LOGS));

  @TempDir Path directory;

  @Test
  void areTheseUnlessSaidOtherwise() {
    try (var context = context(Map.of())) {
      assertThat(context.bean(AdapterSettings.class).practice(keeps(context)))
          .isEqualTo(
              new Practice(
                  new PointId("grant-adapter"),
                  Conditions.NONE,
                  Duration.ofSeconds(5),
                  Duration.ofMinutes(1),
                  Duration.ofMinutes(1)));
      assertThat(context.bean(AdapterSettings.class).lagMax()).isEqualTo(Duration.ofSeconds(10));
      assertThat(context.bean(AdapterSettings.class).key()).isEmpty();
      assertThat(context.bean(TargetSettings.class).http())
          .isEqualTo(
              new HttpTargetSettings(
                  new HttpSettings(
                      URI.create(URL),
                      Optional.empty(),
                      Duration.ofSeconds(5),
                      Duration.ofSeconds(10)),
                  500));
    }
  }

  @Test
  void whatATargetKeepsCanBeSaid() throws Exception {
    var token = Files.writeString(directory.resolve("token"), "secret");
    var said =
        Map.<String, Object>of(
            "lockbox.adapter.point", "directory-1",
            "lockbox.adapter.target.token-file", token.toString(),
            "lockbox.adapter.target.keeps.obligations", "RECORD,REDACT",
            "lockbox.adapter.target.keeps.excluded", "PHI",
            "lockbox.adapter.target.keeps.channels", "REMOTE_SHELL",
            "lockbox.adapter.target.keeps.countries", "DE,CH",
            "lockbox.adapter.target.keeps.single-use", "true");
    try (var context = context(said)) {
      assertThat(keeps(context))
          .isEqualTo(
              new Conditions(
                  Set.of(Obligation.RECORD, Obligation.REDACT),
                  Set.of(new Code("PHI")),
                  Optional.of(Set.of(new Code("REMOTE_SHELL"))),
                  Optional.of(Set.of(new Country("DE"), new Country("CH"))),
                  true));
      assertThat(context.bean(TargetSettings.class).http().http().tokenFile()).contains(token);
      assertThat(context.bean(TargetSettings.class).toString()).doesNotContain("secret");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "lockbox.adapter.every, PT0S, every must be from PT1S",
    "lockbox.adapter.lag-max, PT2M, lag-max must be from PT1S",
    "lockbox.adapter.removed-within, PT2H, removed-within must be from PT1S",
    "lockbox.adapter.not-provisioned-after, PT0S, not-provisioned-after must be from PT1S",
    "lockbox.adapter.point, two words, point must match",
    "lockbox.adapter.target.url, http://target.provider.example, must be https",
    "lockbox.adapter.target.answer-within, PT1H, answer-within must be from",
    "lockbox.adapter.target.page-size, 0, page-size must be from 1 to 5000",
    "lockbox.adapter.target.token-file, /nowhere, must be a file",
    "lockbox.adapter.target.keeps.obligations, WHISPER, WHISPER"
  })
  void whatIsOutOfBoundsIsRefused(String name, String value, String why) {
    assertThatThrownBy(() -> read(Map.of(name, value))).hasStackTraceContaining(why);
  }

  @Test
  void theKeyByWhichItSignsIsItsOwnersAlone() throws Exception {
    var file = Files.writeString(directory.resolve("key.pem"), Pem.fresh());
    var said = Map.<String, Object>of("lockbox.adapter.key-file", file.toString());
    try (var context = context(said)) {
      var settings = context.bean(AdapterSettings.class);
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
      assertThatThrownBy(settings::key).hasMessageContaining("readable by its owner alone");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      assertThat(settings.key()).isPresent();
      Files.writeString(file, "no key");
      assertThatThrownBy(settings::key)
          .hasMessageContaining("lockbox.adapter.key-file must hold both halves of a key");
    }
  }

  @Test
  void whatItPublishesAsIsItsPoint() {
    var there = Map.<String, Object>of("lockbox.adapter.target.url", URL);
    assertThat(GrantAdapterService.publishesAs(there, Optional.empty())).contains("grant-adapter");
    assertThat(GrantAdapterService.publishesAs(Map.of(), Optional.empty())).isEmpty();
  }

  @Test
  void withoutATargetThereIsNoAdapter() {
    refused(Map.of(), "must name the target, and not both");
  }

  @Test
  void aDirectoryIsATargetToo() {
    try (var context = of(DIRECTORY)) {
      var settings = Targets.directory(context);
      assertThat(settings.http())
          .isEqualTo(
              new HttpSettings(
                  URI.create(URL),
                  Optional.empty(),
                  Duration.ofSeconds(5),
                  Duration.ofSeconds(10)));
      assertThat(settings.userBy()).isEqualTo(UserBy.USER_NAME);
      var one =
          new Assignment(
              new RequestId(new TenantId("contoso"), "r"),
              new PersonId("eva"),
              new ActionName("k8s.pod.logs"),
              new ResourceName("/clusters/aro1"));
      var other =
          new Assignment(
              one.request(), one.engineer(), new ActionName("k8s.pod.get"), one.resource());
      assertThat(settings.groups().places(List.of(one, other)).values())
          .extracting(Listed::id)
          .containsExactly("logs/eva/k8s.pod.logs", "logs/eva/k8s.pod.get");
      try (var target = Targets.of(context)) {
        assertThat(target).isInstanceOf(DirectoryTarget.class);
      }
    }
    assertThat(GrantAdapterService.publishesAs(DIRECTORY, Optional.empty()))
        .contains("grant-adapter");
  }

  /** Lists and ids as a file has them. */
  @Test
  void aDirectoryIsReadFromAFile() throws Exception {
    var file =
        Files.writeString(
            directory.resolve("adapter.yml"),
            """
            lockbox:
              adapter:
                directory:
                  url: https://directory.provider.example/scim/v2
                  user-by: externalId
                  groups:
                    - name: etcd-logs
                      id: "0123"
                      tenant: contoso
                      actions: [k8s.pod.logs, k8s.pod.get]
                      resource: /clusters/contoso-1/ns/openshift-etcd
                    - name: vault
                      id: 902c246b-6245-4190-8e05-00816be7344a
                      tenant: fabrikam
                      actions: [secret.view]
                      resource: /keyvaults/prod
            """);
    try (var context = ServiceContext.of(GrantAdapterService.NAME, Map.of(), Optional.of(file))) {
      var groups = Targets.directory(context).groups();
      assertThat(groups.places(List.of(view())).values())
          .extracting(Listed::id)
          .containsExactly("vault/eva/secret.view");
      assertThat(Targets.directory(context).userBy()).isEqualTo(UserBy.EXTERNAL_ID);
    }
    assertThat(GrantAdapterService.isConfigured(Map.of(), Optional.of(file))).isTrue();
  }

  /** YAML makes numbers of them, of which 0123 is 83: the id of somebody else's group. */
  @ParameterizedTest
  @ValueSource(strings = {"0123", "1_000", "0x1f", "12:30", "42", "1.10"})
  void anIdThatIsNoTextIsRefused(String id) throws Exception {
    var file =
        Files.writeString(
            directory.resolve("adapter.yml"),
            """
            lockbox.adapter.directory:
              url: https://directory.provider.example/scim/v2
              groups: [{name: logs, id: %s, tenant: contoso, actions: [secret.view], resource: /r}]
            """
                .formatted(id));
    try (var context = ServiceContext.of(GrantAdapterService.NAME, Map.of(), Optional.of(file))) {
      assertThatThrownBy(() -> Targets.directory(context))
          .hasMessageContaining("lockbox.adapter.directory.groups[0].id must be text, was");
    }
  }

  @Test
  void thereIsOneTargetAndNotTwo() {
    var both = new HashMap<>(DIRECTORY);
    both.put("lockbox.adapter.target.url", URL);
    refused(both, "must name the target, and not both");
  }

  @ParameterizedTest
  @CsvSource({
    "url, http://directory.provider.example, must be https",
    "answer-within, PT1H, answer-within must be from",
    "token-file, /nowhere, must be a file",
    "user-by, mail, user-by must be userName or externalId",
    "keeps.single-use, true, lockbox.adapter.target.keeps says what is kept",
    "groups, none, groups must be a list"
  })
  void whatIsWrongWithADirectoryIsRefused(String name, String value, String why) {
    var said = new HashMap<>(DIRECTORY);
    said.put("lockbox.adapter.directory." + name, value);
    refused(said, why);
  }

  @ParameterizedTest
  @CsvSource({
    "name, etcdLogs, groups[0]: a group's name must be small letters",
    "tenant, Contoso, groups[0]: tenant must match",
    "resource, two words, groups[0]: resource must match",
    "actions, secret.view, groups[0].actions must be a list",
    "id, two words, group logs needs an id",
    "more, 7, groups[0] has what is not understood"
  })
  void whatIsWrongWithAGroupIsRefused(String name, String value, String why) {
    var group = new HashMap<>(LOGS);
    group.put(name, value);
    refused(directory(List.of(group)), why);
  }

  @Test
  void aDirectoryWithoutGroupsIsNone() {
    refused(Map.of("lockbox.adapter.directory.url", URL), "a directory needs 1 to 500 groups");
    refused(directory(List.of()), "a directory needs 1 to 500 groups");
    refused(directory(List.of(LOGS, LOGS)), "groups logs and logs have one name");
  }

  private static Map<String, Object> directory(List<?> groups) {
    return Map.of("lockbox.adapter.directory.url", URL, "lockbox.adapter.directory.groups", groups);
  }

  private static Assignment view() {
    return new Assignment(
        new RequestId(new TenantId("fabrikam"), "r"),
        new PersonId("eva"),
        new ActionName("secret.view"),
        new ResourceName("/keyvaults/prod"));
  }

  private static void refused(Map<String, Object> said, String why) {
    try (var context = of(said)) {
      assertThatThrownBy(() -> Targets.of(context).close()).hasStackTraceContaining(why);
    }
  }

  private static ServiceContext of(Map<String, Object> said) {
    return ServiceContext.of(GrantAdapterService.NAME, said, Optional.empty());
  }

  @Test
  void onThisMachineATargetMaySpeakInTheClear() {
    read(Map.of("lockbox.adapter.target.url", "http://127.0.0.1:8080/lockbox"));
  }

  private static void read(Map<String, Object> said) {
    try (var context = context(said)) {
      context.bean(TargetSettings.class).http();
      context.bean(AdapterSettings.class).practice(keeps(context));
    }
  }

  private static Conditions keeps(ServiceContext context) {
    return context.bean(KeepsSettings.class).conditions();
  }

  private static ServiceContext context(Map<String, Object> said) {
    var settings = new HashMap<>(Map.<String, Object>of("lockbox.adapter.target.url", URL));
    settings.putAll(said);
    return ServiceContext.of(GrantAdapterService.NAME, settings, Optional.empty());
  }
}
