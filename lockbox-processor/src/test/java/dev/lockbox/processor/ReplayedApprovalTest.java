package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.FABRIKAM;
import static dev.lockbox.domain.Cast.FEMI;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.RESOURCES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest;
import dev.lockbox.domain.AccessRequest.Granted;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.CommandRefused;
import dev.lockbox.domain.RequestCommand;
import dev.lockbox.domain.RequestCommand.Approve;
import dev.lockbox.domain.decision.Refusal;
import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.identity.CommandId;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.ResourceName;
import dev.lockbox.domain.rules.Narrowing;
import dev.lockbox.events.message.LoggedCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An approval that was given is played again, as it was or altered (A7). */
class ReplayedApprovalTest {
  private static final LoggedCommand YES =
      new LoggedCommand(new CommandId("yes"), Say.approve("r1", ANNA, "d1", 1));

  /** The version at which both wait. */
  private static final long AS_READ = 1;

  private Rig rig;

  /** Two requests that differ in nothing but their ids; the first was approved. */
  @BeforeEach
  void start(@TempDir Path directory) {
    rig = Rig.at(directory.resolve("stores"), NOON);
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.register(FABRIKAM, "anna"));
    rig.append(Say.open("r1"));
    rig.append(Say.open("r2"));
    rig.append(YES, NOON);
    assertThat(state("r1")).isInstanceOf(Granted.class);
    rig.recorded();
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void asItWasItGrantsNothingElseThatWaits() {
    for (var again : List.of("once", "and-again")) {
      rig.append(new LoggedCommand(new CommandId(again), YES.command()), NOON);
    }
    assertThat(rig.events()).isEmpty();
    assertThat(state("r2")).isInstanceOf(Pending.class);
  }

  /**
   * Kafka's key is the tenant: under another's, nobody believes it, and their grants stand still.
   */
  @Test
  void underAnotherTenantsKeyItIsQuarantined() {
    rig.appendRaw("fabrikam".getBytes(UTF_8), rig.formats().commands().value(YES));
    assertThat(rig.quarantined()).hasSize(1);
    assertThat(state("r2")).isInstanceOf(Pending.class);
  }

  @Test
  void ofAnotherTenantsRequestOfThatNameItIsNone() {
    var other = new RequestId(FABRIKAM, "r1");
    refused(altered(other, AS_READ, Optional.empty()), Refusal.NO_SUCH_REQUEST);
  }

  @Test
  void underTheSameIdItSaysNothingElse() {
    for (var less : List.of(only(RESOURCES.getFirst()), onlyFor(Duration.ofHours(1)))) {
      refused(altered(Say.request("r1"), AS_READ, Optional.of(less)), Refusal.DECISION_ID_REUSED);
    }
    refused(altered(Say.request("r1"), 2, Optional.empty()), Refusal.DECISION_ID_REUSED);
  }

  /** What it was narrowed to was of the one request, and is wider than the other. */
  @Test
  void ofAnotherRequestItGrantsNothingThatWasNotAskedThere() {
    var elsewhere = only(new ResourceName("/clusters/aro2/ns/default"));
    var more =
        new Narrowing(
            Optional.of(List.of(new ActionName("k8s.object.get"))),
            Optional.empty(),
            Optional.empty());
    for (var wider : List.of(elsewhere, more, onlyFor(Duration.ofDays(30)))) {
      refused(altered(Say.request("r2"), AS_READ, Optional.of(wider)), Refusal.WIDER_THAN_ASKED);
    }
    refused(altered(Say.request("r2"), 2, Optional.empty()), Refusal.STALE_VERSION);
    assertThat(state("r2")).isInstanceOf(Pending.class);
  }

  /** The request cannot be made another one beneath it either: another scope, time or engineer. */
  @Test
  void whatItWasGivenForStaysWhatItWas() {
    var before = state("r1");
    refused(Say.openBy(FEMI, "r1"), Refusal.DECISION_ID_REUSED);
    refused(
        Say.open("r1", new ResourceName("/clusters/aro2/ns/default")), Refusal.DECISION_ID_REUSED);
    rig.append(new LoggedCommand(new CommandId("again"), YES.command()), NOON);
    assertThat(state("r1")).isEqualTo(before);
    assertThat(((Granted) state("r1")).opening().asked().engineer()).isEqualTo(EVA);
  }

  /** The same attempt, saying something else. */
  private static Approve altered(RequestId request, long ifVersion, Optional<Narrowing> less) {
    var given = (Approve) YES.command();
    return new Approve(request, given.by(), given.reason(), ifVersion, less);
  }

  private static Narrowing only(ResourceName resource) {
    return new Narrowing(Optional.empty(), Optional.of(List.of(resource)), Optional.empty());
  }

  private static Narrowing onlyFor(Duration time) {
    return new Narrowing(Optional.empty(), Optional.empty(), Optional.of(time));
  }

  private void refused(RequestCommand command, Refusal why) {
    rig.recorded();
    rig.append(command);
    assertThat(rig.events())
        .singleElement()
        .isInstanceOfSatisfying(
            CommandRefused.class, no -> assertThat(no.refusal()).as(no.detail()).isEqualTo(why));
  }

  private AccessRequest state(String id) {
    return rig.stored(Say.request(id));
  }
}
