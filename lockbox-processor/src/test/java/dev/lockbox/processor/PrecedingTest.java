package dev.lockbox.processor;

import static dev.lockbox.domain.Cast.ACTIONS;
import static dev.lockbox.domain.Cast.ANNA;
import static dev.lockbox.domain.Cast.CONTOSO;
import static dev.lockbox.domain.Cast.EVA;
import static dev.lockbox.domain.Cast.NOON;
import static dev.lockbox.domain.Cast.RESOURCES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.AccessRequest.Closed;
import dev.lockbox.domain.AccessRequest.Pending;
import dev.lockbox.domain.EvaluationEvent.RequestEvaluated;
import dev.lockbox.domain.Outcome;
import dev.lockbox.domain.RequestCommand.OpenRequest;
import dev.lockbox.domain.Said;
import dev.lockbox.domain.evaluation.Before;
import dev.lockbox.domain.evaluation.Facts;
import dev.lockbox.domain.evaluation.Previous;
import dev.lockbox.domain.identity.RequestId;
import dev.lockbox.domain.identity.TenantId;
import dev.lockbox.processor.store.Stores;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands of the previous request is read where the request is decided. */
class PrecedingTest {
  private static final TenantId FABRIKAM = new TenantId("fabrikam");
  private static final Before GRANT =
      new Before(EVA, true, Set.copyOf(ACTIONS), Set.copyOf(RESOURCES));

  @TempDir private Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = Rig.at(directory, NOON);
    rig.append(Say.register(CONTOSO, "anna"));
    rig.append(Say.open("r1"));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void whatStandsOfThePreviousRequestIsRecordedWithTheOther() {
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    assertThat(known(extension("r2", "r1"))).contains(GRANT);
    assertThat(rig.stored(Say.request("r2"))).isInstanceOf(Pending.class);
  }

  @Test
  void itIsReadAgainAfterARestart() {
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig = rig.restarted();
    assertThat(known(extension("r2", "r1"))).contains(GRANT);
  }

  @Test
  void whatACommandClaimsOfItCountsForNothing() {
    var claimed = extension("r2", "r1").knowing(Facts.NONE.after(Optional.of(GRANT)));
    assertThat(known(claimed)).isNotEqualTo(Optional.of(GRANT));
    assertThat(outcome("r2")).isEqualTo(Outcome.REJECTED);
    var invented = extension("r3", "r0").knowing(Facts.NONE.after(Optional.of(GRANT)));
    assertThat(known(invented)).isEmpty();
    assertThat(outcome("r3")).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void anotherTenantsRequestIsNotKnown() {
    rig.append(Say.register(FABRIKAM, "anna"));
    rig.append(Say.open(new RequestId(FABRIKAM, "theirs")));
    assertThat(known(following("r2", "theirs", Previous.Kind.AGAIN))).isEmpty();
    assertThat(outcome("r2")).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void aRequestDoesNotFollowItself() {
    assertThat(known(following("r2", "r2", Previous.Kind.AGAIN))).isEmpty();
    assertThat(outcome("r2")).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void whatCannotBeReadIsNotKnown() {
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.<String, byte[]>store(Stores.REQUESTS).put("contoso/r1", new byte[] {1, 2, 3});
    assertThat(known(extension("r2", "r1"))).isEmpty();
    assertThat(outcome("r2")).isEqualTo(Outcome.REJECTED);
  }

  @Test
  void theSameIsOpenedOnceWhateverBecameOfThePreviousOneMeanwhile() {
    var again = following("r2", "r1", Previous.Kind.AGAIN);
    assertThat(known(again)).isPresent();
    rig.append(Say.approve("r1", ANNA, "d1", 1));
    rig.recorded();
    rig.append(again);
    assertThat(rig.events()).isEmpty();
  }

  private Optional<Before> known(OpenRequest open) {
    rig.events();
    rig.append(open);
    return ((RequestEvaluated) rig.events().getFirst()).evaluation().facts().previous();
  }

  private Outcome outcome(String id) {
    return ((Closed) rig.stored(Say.request(id))).outcome();
  }

  private static OpenRequest extension(String id, String of) {
    return following(id, of, Previous.Kind.EXTENSION);
  }

  private static OpenRequest following(String id, String previous, Previous.Kind kind) {
    var open = Say.open(id);
    var said = Said.nothing().previous(new Previous(kind, Say.request(previous))).details();
    return new OpenRequest(open.request(), open.by(), open.asked(), said, open.facts());
  }
}
