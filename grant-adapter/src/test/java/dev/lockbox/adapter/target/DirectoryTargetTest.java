package dev.lockbox.adapter.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lockbox.adapter.target.TargetFailed.Scope;
import dev.lockbox.adapter.target.TargetServer.Trouble;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.ActionName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DirectoryTargetTest extends TargetContract {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LOGS = "g-logs";
  private static final String EVA = "2819c223";

  @TempDir Path directory;

  private final ScimServer server = ScimServer.start();
  private final DirectoryTarget target = target(UserBy.USER_NAME, Optional.empty());
  private Instant now = Cast.NOON;

  @BeforeEach
  void people() {
    server.group(LOGS);
    server.user(EVA, Cast.EVA.value());
    for (var number = 0; number < 10; number++) {
      server.user("id-" + number, Some.engineers(number).engineer().value());
    }
  }

  @AfterEach
  void stop() {
    target.close();
    server.close();
  }

  @Override
  Target target() {
    return target;
  }

  @Override
  Listed putStrange() {
    server.user("50%?&+\"]\\", "nobody's name");
    server.put(LOGS, "50%?&+\"]\\");
    return new Listed("logs/#50%?&+\"]\\", Optional.empty());
  }

  @Test
  void anEngineerIsAMemberOfTheGroupThatStandsForWhatIsGranted() throws TargetFailed {
    create(Some.assignment());
    assertThat(server.members(LOGS)).containsExactly(EVA);
    assertThat(target.list().listed())
        .containsExactly(
            new Listed(
                "logs/eva/k8s.pod.logs",
                Optional.of(
                    new Listed.Says(
                        Some.assignment().whose(),
                        Optional.empty(),
                        Some.assignment().action(),
                        Some.assignment().resource()))));
  }

  @Test
  void grantsOfOneEngineerShareAMembership() {
    assertThat(place(Some.numbered(1))).isEqualTo(place(Some.numbered(2)));
  }

  @Test
  void anEngineerIsFoundByTheOtherIdToo() throws TargetFailed {
    server.user(EVA, "e.example", Cast.EVA.value());
    var byExternalId = target(UserBy.EXTERNAL_ID, Optional.empty());
    byExternalId.create(Some.assignment(), place(Some.assignment()), Cast.NOON);
    assertThat(byExternalId.list().listed()).containsExactly(place(Some.assignment()));
    byExternalId.close();
  }

  @Test
  void whoIsNotOneUserToTheLetterIsNotAdded() {
    server.forget(EVA);
    assertThat(failure(() -> create(Some.assignment())).scope()).isEqualTo(Scope.ASSIGNMENT);
    server.user(EVA, "EVA");
    assertThat(failure(() -> create(Some.assignment())).scope()).isEqualTo(Scope.ASSIGNMENT);
    server.user(EVA, Cast.EVA.value());
    server.user("another", "Eva");
    assertThat(failure(() -> create(Some.assignment()))).hasMessageContaining("exactly one");
    assertThat(server.members(LOGS)).isEmpty();
    assertThat(server.asked()).as("not even for a moment").noneMatch(c -> c.startsWith("PATCH"));
  }

  @Test
  void whoIsSwitchedOffIsNotAdded() {
    server.switchOff(EVA);
    assertThat(failure(() -> create(Some.assignment())).scope()).isEqualTo(Scope.ASSIGNMENT);
    assertThat(server.members(LOGS)).isEmpty();
  }

  @Test
  void whoeverElseIsInAGroupIsListedUnderTheirOwnName() throws TargetFailed {
    server.put(LOGS, "id-3");
    server.put(LOGS, "gone");
    assertThat(target.list().listed())
        .containsExactlyInAnyOrder(
            place(Some.engineers(3)), new Listed("logs/#gone", Optional.empty()));
  }

  @Test
  void twoUsersOfOneIdAreNobody() throws TargetFailed {
    server.user("twin", "somebody", "x-eva");
    server.put(LOGS, EVA);
    server.put(LOGS, "twin");
    var byExternalId = target(UserBy.EXTERNAL_ID, Optional.empty());
    assertThat(byExternalId.list().listed())
        .containsExactlyInAnyOrder(
            new Listed("logs/#" + EVA, Optional.empty()),
            new Listed("logs/#twin", Optional.empty()));
    byExternalId.close();
  }

  @Test
  void theDirectoryIsAskedForANameOnceInAWhile() throws TargetFailed {
    create(Some.assignment());
    target.list();
    var user = "GET /scim/v2/Users/" + EVA;
    assertThat(server.asked()).containsOnlyOnce(user);
    server.user(EVA, "femi");
    now = now.plus(Names.KNOWN_FOR);
    assertThat(target.list().listed())
        .extracting(Listed::id)
        .containsExactly("logs/femi/k8s.pod.logs");
  }

  @Test
  void whatWouldNotBeListedIsTakenBack() {
    server.hideMembers();
    assertThat(failure(() -> create(Some.assignment()))).hasMessageContaining("taken back");
    assertThat(server.members(LOGS)).isEmpty();
  }

  @Test
  void ofAGroupThatIsNotThereNothingIsBelieved() throws TargetFailed {
    var groups = new Groups(List.of(group("other", "g-other", "secret.view")));
    var lost = target(UserBy.USER_NAME, Optional.empty(), groups);
    var listing = lost.list();
    assertThat(listing.listed()).isEmpty();
    assertThat(listing.unread())
        .containsExactly(Map.entry("other/", "group other: listing a group was answered 404"));
    assertThat(failure(() -> lost.remove("other/eva/secret.view")).scope())
        .isEqualTo(Scope.ASSIGNMENT);
    lost.close();
  }

  @Test
  void theTokenIsReadAnewForEachCall() throws Exception {
    var file = Files.writeString(directory.resolve("token"), "first\n");
    var signedIn = target(UserBy.USER_NAME, Optional.of(file));
    signedIn.list();
    assertThat(server.lastToken()).contains("Bearer first");
    Files.writeString(file, "second");
    signedIn.list();
    assertThat(server.lastToken()).contains("Bearer second");
    signedIn.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 401, 407, 502, 503, 504})
  void whereTheDirectoryIsInTroubleNothingMoreIsAskedOfIt(int status) {
    server.put(LOGS, EVA);
    everywhere(exchange -> TargetServer.answer(exchange, status, new byte[0]));
    assertThat(target.list().unread().get("logs/")).endsWith("answered " + status);
    assertThat(failure(() -> create(Some.assignment())).scope()).isEqualTo(Scope.TARGET);
    assertThat(failure(() -> target.remove("logs/eva/k8s.pod.logs")).scope())
        .isEqualTo(Scope.TARGET);
  }

  @Test
  void onceTheDirectoryIsInTroubleNobodyElseIsAskedFor() {
    server.put(LOGS, EVA);
    server.put(LOGS, "id-1");
    server.put(LOGS, "id-2");
    server.trouble(
        "GET",
        exchange -> {
          if (exchange.getRequestURI().getPath().contains("/Users")) {
            TargetServer.answer(exchange, 503, new byte[0]);
          } else {
            server.serveAsEver(exchange);
          }
        });
    assertThat(target.list().listed()).isEmpty();
    assertThat(server.asked()).filteredOn(call -> call.contains("/Users")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 405, 500})
  void whatItRefusesIsThatOnesTrouble(int status) throws TargetFailed {
    server.put(LOGS, EVA);
    target.list();
    server.trouble("PATCH", exchange -> TargetServer.answer(exchange, status, new byte[0]));
    assertThat(failure(() -> create(Some.engineers(1))).scope()).isEqualTo(Scope.ASSIGNMENT);
    assertThat(target.list().unread().isEmpty())
        .as("whoever was refused is not in, and owed no more")
        .isEqualTo(status < 500);
    assertThat(failure(() -> target.remove("logs/eva/k8s.pod.logs")).scope())
        .isEqualTo(Scope.ASSIGNMENT);
  }

  @Test
  void aClockThatWentBackMakesNoNameLastLonger() throws TargetFailed {
    now = now.plus(Duration.ofHours(5));
    server.put(LOGS, EVA);
    target.list();
    server.user(EVA, "femi");
    now = now.minus(Duration.ofHours(5));
    assertThat(target.list().listed())
        .extracting(Listed::id)
        .containsExactly("logs/femi/k8s.pod.logs");
  }

  @Test
  void whoIsGoneAlreadyIsRemoved() throws TargetFailed {
    create(Some.assignment());
    var noTarget =
        "{\"status\": \"400\", \"scimType\": \"noTarget\"}".getBytes(StandardCharsets.UTF_8);
    server.trouble("PATCH", exchange -> TargetServer.answer(exchange, 400, noTarget));
    target.remove("logs/eva/k8s.pod.logs");
    server.mend();
    assertThat(target.list().listed()).as("it is only believed until the next look").hasSize(1);
  }

  @Test
  void noRedirectIsFollowed() throws TargetFailed {
    try (var elsewhere = TargetServer.start()) {
      everywhere(
          exchange -> {
            exchange.getResponseHeaders().add("Location", elsewhere.base() + "/assignments");
            TargetServer.answer(exchange, 307, new byte[0]);
          });
      assertThat(target.list().unread()).containsOnlyKeys("logs/");
      failure(() -> create(Some.assignment()));
      assertThat(elsewhere.lastToken()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"id\": \"g-logs\", \"members\": [",
        "{\"id\": \"another\"}",
        "{\"members\": []}",
        "{\"id\": \"g-logs\", \"members\": {}}",
        "{\"id\": \"g-logs\", \"members\": [7]}",
        "{\"id\": \"g-logs\", \"members\": [{\"value\": \"a b\"}]}",
        "{\"id\": \"g-logs\", \"members\": [{\"display\": \"eva\"}]}",
        "{\"id\": \"g-logs\"} {\"id\": \"g-logs\"}"
      })
  void ofAGroupThatCannotBeReadNothingIsBelieved(String body) throws TargetFailed {
    everywhere(
        exchange -> TargetServer.answer(exchange, 200, body.getBytes(StandardCharsets.UTF_8)));
    assertThat(target.list().unread()).containsOnlyKeys("logs/");
    assertThat(failure(() -> create(Some.assignment())).scope()).isEqualTo(Scope.ASSIGNMENT);
  }

  private void everywhere(Trouble trouble) {
    for (var method : new String[] {"GET", "PATCH"}) {
      server.trouble(method, trouble);
    }
  }

  private DirectoryTarget target(UserBy userBy, Optional<Path> token) {
    return target(userBy, token, new Groups(List.of(group("logs", LOGS, "k8s.pod.logs"))));
  }

  private DirectoryTarget target(UserBy userBy, Optional<Path> token, Groups groups) {
    var http = new HttpSettings(server.base(), token, PATIENCE, PATIENCE);
    return new DirectoryTarget(new DirectoryTargetSettings(http, userBy, groups), () -> now);
  }

  private static Group group(String name, String id, String action) {
    return new Group(
        name, id, Cast.CONTOSO, Set.of(new ActionName(action)), Cast.RESOURCES.getFirst());
  }

  @FunctionalInterface
  private interface Call {
    void make() throws TargetFailed;
  }

  private static TargetFailed failure(Call call) {
    var failed = catchThrowableOfType(TargetFailed.class, call::make);
    assertThat(failed).isNotNull();
    return failed;
  }
}
