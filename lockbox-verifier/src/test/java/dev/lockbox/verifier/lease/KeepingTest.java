package dev.lockbox.verifier.lease;

import static dev.lockbox.verifier.lease.Scene.ALLOWED;
import static dev.lockbox.verifier.lease.Scene.CONDITIONS;
import static dev.lockbox.verifier.lease.Scene.TARGET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.verifier.lease.Clearance.Open;
import dev.lockbox.verifier.lease.Clearance.Shut;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Conditions are kept, all of them, or nothing opens. */
class KeepingTest {
  private static final String ALL =
      """
      {"obligations":["REDACT","RECORD"],"excluded":["PHI"],"channels":["REMOTE_SHELL"],
      "countries":["DE","FR"],"singleUse":true}""";

  private final Scene scene = new Scene();

  @Test
  void whoKeepsAllIsLetIn() {
    held(ALL);
    assertThat(ask(keeping("REMOTE_SHELL", "DE", true, "REDACT", "RECORD", "OTHER")))
        .isInstanceOf(Open.class);
  }

  @Test
  void whoKeepsNothingIsLetInWhereNothingIsAskedFor() {
    held(CONDITIONS);
    assertThat(ask(Keeping.NOTHING)).isInstanceOf(Open.class);
  }

  @Test
  void eachConditionThatIsNotKeptIsNamed() {
    held(ALL);
    assertThat(ask(Keeping.NOTHING))
        .isEqualTo(
            new Shut(
                Set.of(
                    Obstacle.OBLIGATION_NOT_KEPT,
                    Obstacle.EXCLUSION_NOT_KEPT,
                    Obstacle.CHANNEL_NOT_ALLOWED,
                    Obstacle.COUNTRY_NOT_ALLOWED,
                    Obstacle.ONE_USE_NOT_KEPT)));
    no(keeping("REMOTE_SHELL", "DE", true, "RECORD"), Obstacle.OBLIGATION_NOT_KEPT);
    no(keeping("RDP_GATEWAY", "DE", true, "REDACT", "RECORD"), Obstacle.CHANNEL_NOT_ALLOWED);
    no(keeping("REMOTE_SHELL", "US", true, "REDACT", "RECORD"), Obstacle.COUNTRY_NOT_ALLOWED);
    no(keeping("REMOTE_SHELL", "DE", false, "REDACT", "RECORD"), Obstacle.ONE_USE_NOT_KEPT);
  }

  @Test
  void noWayInIsNoWayIn() {
    held(CONDITIONS.replace("\"channels\":null", "\"channels\":[]"));
    no(keeping("REMOTE_SHELL", "DE", true), Obstacle.CHANNEL_NOT_ALLOWED);
    no(Keeping.NOTHING, Obstacle.CHANNEL_NOT_ALLOWED);
  }

  @Test
  void anObligationOrAConditionOfALaterLockboxMeansNo() {
    held(CONDITIONS.replace("[]", "[\"WATERMARK\"]"));
    assertThat(((Shut) ask(keeping("REMOTE_SHELL", "DE", true, "REDACT", "RECORD"))).why())
        .contains(Obstacle.OBLIGATION_NOT_KEPT);
    held(CONDITIONS.replace("{", "{\"watched\":true,"));
    no(keeping("REMOTE_SHELL", "DE", true, "REDACT", "RECORD"), Obstacle.UNKNOWN_CONDITION);
  }

  @Test
  void eachGrantIsLookedAtByItself() {
    held(CONDITIONS.replace("\"channels\":null", "\"channels\":[]"));
    var asking = scene.leases.ask();
    scene.leases.take(
        asking,
        scene.signer.sign(
            scene.claims(asking.nonce()).replace("req-1", "req-2").replace(ALLOWED, "other")));
    assertThat(ask(Keeping.NOTHING))
        .isEqualTo(new Shut(Set.of(Obstacle.CHANNEL_NOT_ALLOWED, Obstacle.ACTION_NOT_GRANTED)));
    assertThat(scene.ask("eva", "other", TARGET, Keeping.NOTHING)).isInstanceOf(Open.class);
  }

  private void held(String conditions) {
    var asking = scene.leases.ask();
    var claims = scene.claims(asking.nonce()).replace(CONDITIONS, conditions);
    assertThat(scene.leases.take(asking, scene.signer.sign(claims)))
        .isInstanceOf(Received.Held.class);
  }

  private void no(Keeping keeping, Obstacle why) {
    assertThat(ask(keeping)).isEqualTo(new Shut(Set.of(why)));
  }

  private Clearance ask(Keeping keeping) {
    return scene.ask("eva", ALLOWED, TARGET, keeping);
  }

  private static Keeping keeping(
      String channel, String country, boolean countsUses, String... obligations) {
    return new Keeping(
        Set.of(obligations),
        Set.of("PHI", "PCI"),
        Optional.of(channel),
        Optional.of(country),
        countsUses);
  }
}
