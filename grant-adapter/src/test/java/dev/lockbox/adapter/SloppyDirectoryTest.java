package dev.lockbox.adapter;

import static dev.lockbox.adapter.Story.MINUTE;
import static dev.lockbox.adapter.Story.POINT;
import static dev.lockbox.adapter.Story.UNTIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.lockbox.adapter.target.DirectoryTarget;
import dev.lockbox.adapter.target.DirectoryTargetSettings;
import dev.lockbox.adapter.target.Groups;
import dev.lockbox.adapter.target.HttpSettings;
import dev.lockbox.adapter.target.ScimServer;
import dev.lockbox.adapter.target.Target;
import dev.lockbox.adapter.target.TargetServer;
import dev.lockbox.adapter.target.TargetServer.Trouble;
import dev.lockbox.adapter.target.UserBy;
import dev.lockbox.domain.Cast;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.events.message.RequestSnapshot;
import dev.lockbox.events.signing.Pem;
import dev.lockbox.events.signing.SigningKey;
import dev.lockbox.events.topic.Topics;
import dev.lockbox.service.Vitals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory that answers wrongly, or not, or hides somebody: nobody is left in by it. */
@Timeout(120)
class SloppyDirectoryTest {
  private static final String LOGS = "g-logs";
  private static final String OTHER = "g-other";
  private static final String EVA = "2819c223";
  private static final String STRANGER = "66aa";
  private static final String OTHER_LETTERS = "OTHER LETTERS";

  private final HandClock clock = new HandClock();
  private final Vitals vitals = new Vitals();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(
          true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
  private final ScimServer server = ScimServer.start();
  private final Grants grants = new Grants();
  private final Knowledge knowledge = new Knowledge(Duration.ofSeconds(10));
  private Target target = directory(UserBy.USER_NAME, Story.groups());
  private Round round = round();

  @BeforeEach
  void people() {
    server.group(LOGS);
    server.user(EVA, Cast.EVA.value());
  }

  @AfterEach
  void stop() {
    target.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "503", "403", "410", "400", "405", OTHER_LETTERS})
  void oneMemberWhomNobodyCanAskForKeepsNobodyElseIn(String answer) {
    server.put(LOGS, EVA);
    server.put(LOGS, STRANGER);
    answering("GET", "/Users/" + STRANGER, answer);
    end(Story.over());
    anHour();
    assertThat(server.members(LOGS)).doesNotContain(EVA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "403", "410", "400", "503"})
  void whomItAddedItselfItTakesOutWhateverIsAnsweredForOthers(String answer) {
    granted();
    server.put(LOGS, STRANGER);
    answering("GET", "/Users/" + STRANGER, answer);
    end(Story.over());
    anHour();
    assertThat(server.members(LOGS)).doesNotContain(EVA);
  }

  /** Of whom nobody can say who they are, nobody says that they are not the engineer. */
  @Test
  void whileAMemberIsUnreadNothingIsSaidToBeClosed() {
    granted();
    server.put(LOGS, STRANGER);
    answering("GET", "/Users/" + STRANGER, "503");
    end(Story.closing(POINT));
    anHour();
    assertThat(server.members(LOGS)).containsExactly(STRANGER);
    assertThat(saidToBeClosed()).isZero();
    assertThat(vitals.wrong().get(Condition.TARGET)).contains("group logs", "503");
    server.mend();
    server.user(STRANGER, "femi");
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
    assertThat(saidToBeClosed()).isEqualTo(1);
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void whoCameInLaterIsFoundBehindOneWhomNobodyCanAskFor() {
    granted();
    server.user("id-of-zoe", "zoe");
    server.put(LOGS, STRANGER);
    server.put(LOGS, "id-of-zoe");
    answering("GET", "/Users/" + STRANGER, "504");
    anHour();
    assertThat(server.members(LOGS)).containsExactlyInAnyOrder(EVA, STRANGER);
  }

  /** Who is refused is nobody who could be granted anything. */
  @ParameterizedTest
  @ValueSource(strings = {"500", "403"})
  void whoWasNeverKnownAndCannotBeIsTakenOut(String answer) {
    server.put(LOGS, STRANGER);
    answering("GET", "/Users/" + STRANGER, answer);
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
    assertThat(vitals.wrong()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "403", "503"})
  void whoIsGrantedAndKnownStaysInWhileNobodySaysWhoTheyAre(String answer) {
    granted();
    answering("GET", "/Users/" + EVA, answer);
    anHour();
    assertThat(server.members(LOGS)).containsExactly(EVA);
    assertThat(server.asked()).filteredOn(call -> call.startsWith("PATCH")).hasSize(1);
    end(Story.over());
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
  }

  @Test
  void oneMemberWhoseIdIsNoneKeepsNobodyElseIn() {
    server.put(LOGS, EVA);
    server.put(LOGS, "cn=odd one");
    end(Story.closing(POINT));
    anHour();
    assertThat(server.members(LOGS)).containsExactly("cn=odd one");
    assertThat(saidToBeClosed()).isZero();
    assertThat(vitals.wrong().get(Condition.TARGET)).contains("a member has an id that is none");
  }

  @Test
  void aListThatTakesLongerThanTheLogToMoveOnLetsInToo() {
    log(Story.active());
    server.trouble(
        "GET",
        exchange -> {
          clock.advance(Duration.ofSeconds(2));
          knowledge.readToEnd(grants, clock.instant());
          server.serveAsEver(exchange);
        });
    look();
    assertThat(server.members(LOGS)).containsExactly(EVA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"404", "500", "503", "403", OTHER_LETTERS})
  void oneGroupThatCannotBeReadKeepsNobodyInAnother(String answer) {
    server.group(OTHER);
    // Whichever of them is asked for first.
    for (var groups : List.of(groups("logs", "other"), groups("other", "logs"))) {
      start(groups);
      server.put(LOGS, EVA);
      answering("GET", "/Groups/" + OTHER, answer);
      end(Story.over());
      anHour();
      assertThat(server.members(LOGS)).isEmpty();
      assertThat(vitals.wrong()).containsKey(Condition.TARGET);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"403", "429", "503"})
  void oneGroupThatCannotBeChangedKeepsNobodyInAnother(String answer) {
    start(groups("logs", "other"));
    server.group(OTHER);
    for (var number = 0; number < 60; number++) {
      server.put(OTHER, "stranger-" + number);
    }
    server.put(LOGS, EVA);
    answering("PATCH", "/Groups/" + OTHER, answer);
    end(Story.over());
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
    assertThat(server.members(OTHER)).hasSize(60);
    assertThat(vitals.wrong()).containsKey(Condition.NOT_REMOVED);
  }

  @Test
  void removingManyStrangersIsNotTheSquareOfTheirNumber() {
    for (var number = 0; number < 60; number++) {
      server.put(LOGS, "gone-" + number);
    }
    look();
    look();
    assertThat(server.members(LOGS)).isEmpty();
    assertThat(server.asked()).hasSizeLessThan(60 * 4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "403", "410", "503"})
  void whoWasAddedAndCannotBeLookedAtIsTakenOut(String answer) {
    answering("GET", "/Users/" + EVA, answer);
    log(Story.active());
    look();
    anHour();
    end(Story.closing(POINT));
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
  }

  @Test
  void whoIsHiddenAndWasNotTakenBackIsTakenBackLater() {
    server.hideMembers();
    var patches = new AtomicInteger();
    server.trouble(
        "PATCH",
        exchange -> {
          if (patches.incrementAndGet() == 2) {
            TargetServer.answer(exchange, 503, new byte[0]);
          } else {
            server.serveAsEver(exchange);
          }
        });
    log(Story.active());
    look();
    assertThat(server.members(LOGS)).containsExactly(EVA);
    end(Story.over());
    look();
    assertThat(server.members(LOGS)).isEmpty();
  }

  @Test
  void whoIsHiddenAndWasAddedWithoutAnAnswerIsTakenOut() {
    server.hideMembers();
    server.trouble(
        "PATCH",
        exchange -> {
          server.put(LOGS, EVA);
          TargetServer.answer(exchange, 504, new byte[0]);
        });
    log(Story.active());
    look();
    end(Story.closing(POINT));
    look();
    assertThat(saidToBeClosed()).as("while nobody knows").isZero();
    server.mend();
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
    assertThat(saidToBeClosed()).isEqualTo(1);
  }

  /** It cannot be told from a group that has nobody. */
  @Test
  void whoIsListedNoMoreIsTakenOutOnceMore() {
    granted();
    server.hideMembers();
    end(Story.closing(POINT));
    look();
    look();
    assertThat(server.members(LOGS)).isEmpty();
    assertThat(saidToBeClosed()).isEqualTo(1);
  }

  /** Between two tries to take them out. */
  @Test
  void whoIsListedNoMoreIsTakenOutThoughTheNextTryIsNotDue() {
    server.user(STRANGER, "femi");
    server.put(LOGS, STRANGER);
    answering("PATCH", "/Groups/" + LOGS, "400");
    anHour();
    look();
    server.mend();
    server.hideMembers();
    clock.advance(Duration.ofSeconds(1));
    look();
    assertThat(server.members(LOGS)).containsExactly(STRANGER);
    clock.advance(Duration.ofSeconds(1));
    look();
    assertThat(server.members(LOGS)).isEmpty();
  }

  @Test
  void oneListThatLacksThemPutsNobodyOut() {
    granted();
    answering("GET", "/Groups/" + LOGS, exchange -> ok(exchange, "{\"id\": \"g-logs\"}"));
    look();
    server.mend();
    look();
    look();
    assertThat(server.asked()).filteredOn(call -> call.startsWith("PATCH")).hasSize(1);
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void whoWasTakenOutByHandIsLetInAgain() {
    granted();
    server.takeOut(LOGS, EVA);
    look();
    assertThat(vitals.wrong()).isEmpty();
    look();
    assertThat(server.members(LOGS)).containsExactly(EVA);
    assertThat(vitals.wrong()).isEmpty();
  }

  /** Whose removal the directory refuses, since it knows no such user. */
  @Test
  void aUserWhoIsGoneKeepsNoGroupUnread() {
    granted();
    server.takeOut(LOGS, EVA);
    server.forget(EVA);
    answering(
        "PATCH",
        "/Groups/" + LOGS,
        exchange ->
            TargetServer.answer(
                exchange,
                400,
                "{\"scimType\": \"invalidValue\"}".getBytes(StandardCharsets.UTF_8)));
    anHour();
    assertThat(vitals.wrong()).containsOnlyKeys(Condition.NOT_PROVISIONED);
  }

  /** Who is known again is not taken out as whom they were taken for before. */
  @Test
  void whoIsFoundToBeHerAfterAllStaysIn() {
    server.user(EVA, "e.example", "eva");
    server.user("twin", "t.example", "eva");
    server.put(LOGS, EVA);
    start(UserBy.EXTERNAL_ID);
    log(Story.active());
    answering("PATCH", "/Groups/" + LOGS, "503");
    look();
    server.forget("twin");
    server.mend();
    anHour();
    assertThat(server.members(LOGS)).containsExactly(EVA);
    assertThat(vitals.wrong()).isEmpty();
  }

  @Test
  void whileTheDirectoryIsDownNothingIsSaidAndAfterwardsAllIsAsItShouldBe() {
    granted();
    for (var method : List.of("GET", "PATCH")) {
      server.trouble(method, exchange -> TargetServer.answer(exchange, 503, new byte[0]));
    }
    anHour();
    server.mend();
    look();
    assertThat(server.asked()).filteredOn(call -> call.startsWith("PATCH")).hasSize(1);
    assertThat(vitals.wrong()).isEmpty();
    for (var method : List.of("GET", "PATCH")) {
      server.trouble(method, exchange -> TargetServer.answer(exchange, 503, new byte[0]));
    }
    end(Story.closing(POINT));
    anHour();
    assertThat(saidToBeClosed()).isZero();
    server.mend();
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
    assertThat(saidToBeClosed()).isEqualTo(1);
  }

  /** Nothing is red, and each call is made once. */
  @Test
  void aLifeWithoutFaultsIsGreen() {
    log(Story.active());
    log(Story.another());
    for (var number = 0; number < 20; number++) {
      look();
      assertThat(vitals.wrong()).isEmpty();
    }
    end(Story.closing(POINT));
    look();
    log(Story.over());
    for (var number = 0; number < 20; number++) {
      look();
      assertThat(vitals.wrong()).isEmpty();
    }
    assertThat(server.members(LOGS)).containsExactly(EVA);
    assertThat(saidToBeClosed()).isEqualTo(1);
    assertThat(server.asked()).filteredOn(call -> call.startsWith("PATCH")).hasSize(1);
    assertThat(server.asked()).filteredOn(call -> call.contains("/Users")).hasSizeLessThan(10);
  }

  /** RFC 7643, 2.1: the names of attributes are the same in other letters. */
  @Test
  void membersInOtherLettersAreMembers() {
    server.put(LOGS, EVA);
    answering("GET", "/Groups/" + LOGS, exchange -> ok(exchange, group("Members", "VALUE")));
    end(Story.closing(POINT));
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
  }

  @Test
  void membersThatAreToldTwiceAreNotBelieved() {
    server.put(LOGS, EVA);
    answering(
        "GET",
        "/Groups/" + LOGS,
        exchange -> ok(exchange, "{\"id\": \"g-logs\", \"members\": [], \"MEMBERS\": []}"));
    end(Story.closing(POINT));
    anHour();
    assertThat(saidToBeClosed()).isZero();
    assertThat(vitals.wrong().get(Condition.TARGET)).contains("says twice");
  }

  /** As when somebody leaves: the name goes with the grant. */
  @ParameterizedTest
  @ValueSource(strings = {"eva.left-2026", "eva, who left"})
  void whoGotAnotherNameAndIsInIsNotSaidToBeOut(String name) {
    granted();
    server.user(EVA, name);
    answering("PATCH", "/Groups/" + LOGS, "400");
    end(Story.closing(POINT));
    anHour();
    assertThat(server.members(LOGS)).containsExactly(EVA);
    assertThat(saidToBeClosed()).isZero();
    assertThat(vitals.wrong()).containsKey(Condition.NOT_REMOVED);
    server.mend();
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
    assertThat(saidToBeClosed()).isEqualTo(1);
  }

  @Test
  void whoIsInAGroupThatStandsForMoreSinceIsNotSaidToBeOut() {
    server.put(LOGS, EVA);
    var actions = new TreeSet<>(Story.terms().actions());
    actions.add(new ActionName("k8s.pod.get"));
    start(new Groups(List.of(Story.group("logs", actions))));
    answering("PATCH", "/Groups/" + LOGS, "400");
    end(Story.closing(POINT));
    look();
    look();
    assertThat(saidToBeClosed()).isZero();
  }

  /** Whichever of them is taken out first, the other does not become her by that. */
  @ParameterizedTest
  @CsvSource({"2819c223, 0twin", "2819c223, twin", "a, b", "b, a", "1, 2", "2, 1"})
  void ofTwoWithOneIdNobodyIsInByTheGrantOfTheOther(String eva, String twin) {
    server.user(eva, "e.example", "eva");
    server.user(twin, "t.example", "eva");
    server.put(LOGS, eva);
    server.put(LOGS, twin);
    start(UserBy.EXTERNAL_ID);
    log(Story.active());
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
  }

  @Test
  void whoSharesHerIdIsNotHer() {
    server.user(EVA, "e.example", "eva");
    server.user("twin", "t.example", "eva");
    server.put(LOGS, "twin");
    start(UserBy.EXTERNAL_ID);
    log(Story.active());
    anHour();
    assertThat(server.members(LOGS)).isEmpty();
  }

  @Test
  void whatIsRevokedWhileTheDirectoryListsIsRemovedInThatRound() {
    granted();
    server.trouble(
        "GET",
        exchange -> {
          log(Story.over());
          server.serveAsEver(exchange);
        });
    look();
    assertThat(server.members(LOGS)).isEmpty();
  }

  private void granted() {
    log(Story.active());
    look();
    look();
    assertThat(server.members(LOGS)).containsExactly(EVA);
  }

  private void end(RequestSnapshot snapshot) {
    if (clock.instant().isBefore(UNTIL)) {
      clock.advance(Duration.between(clock.instant(), UNTIL));
    }
    log(snapshot);
  }

  private void answering(String method, String path, String how) {
    answering(
        method,
        path,
        exchange -> {
          if (how.equals(OTHER_LETTERS)) {
            ok(exchange, "{\"id\": \"ANOTHER\", \"userName\": \"somebody\"}");
          } else {
            TargetServer.answer(exchange, Integer.parseInt(how), new byte[0]);
          }
        });
  }

  private void answering(String method, String path, Trouble trouble) {
    server.trouble(
        method,
        exchange -> {
          if (exchange.getRequestURI().getPath().endsWith(path)) {
            trouble.make(exchange);
          } else {
            server.serveAsEver(exchange);
          }
        });
  }

  private String group(String members, String value) {
    return server.members(LOGS).stream()
        .map("{\"%s\": \"%%s\"}".formatted(value)::formatted)
        .collect(
            Collectors.joining(",", "{\"id\": \"g-logs\", \"%s\": [".formatted(members), "]}"));
  }

  private static void ok(HttpExchange exchange, String body) throws IOException {
    TargetServer.answer(exchange, 200, body.getBytes(StandardCharsets.UTF_8));
  }

  /** In this order; one of them stands for what the grant allows. */
  private static Groups groups(String... names) {
    return new Groups(
        List.of(names).stream()
            .map(
                name ->
                    Story.group(
                        name,
                        name.equals("logs")
                            ? Set.copyOf(Story.terms().actions())
                            : Set.of(new ActionName("secret.view"))))
            .toList());
  }

  private void start(Groups groups) {
    start(directory(UserBy.USER_NAME, groups));
  }

  private void start(UserBy by) {
    start(directory(by, Story.groups()));
  }

  private void start(Target at) {
    target.close();
    target = at;
    round = round();
  }

  private DirectoryTarget directory(UserBy by, Groups groups) {
    var patience = Duration.ofSeconds(20);
    var http = new HttpSettings(server.base(), Optional.empty(), patience, patience);
    return new DirectoryTarget(new DirectoryTargetSettings(http, by, groups), clock);
  }

  private Round round() {
    var key = SigningKey.of(Pem.fresh());
    var reports = new Reports(producer, Wire.formats(), POINT, Optional.of(key), clock);
    var condition = new Condition(vitals, new SimpleMeterRegistry());
    return new Round(knowledge, target, reports, Story.practice(), condition, clock);
  }

  private void log(RequestSnapshot snapshot) {
    grants.hear(snapshot, clock.instant());
  }

  private void look() {
    knowledge.readToEnd(grants, clock.instant());
    round.look();
  }

  private void anHour() {
    for (var number = 0; number < 60; number++) {
      look();
      clock.advance(MINUTE);
    }
  }

  private long saidToBeClosed() {
    return producer.history().stream()
        .filter(record -> record.topic().equals(Topics.REQUESTS.name()))
        .count();
  }
}
