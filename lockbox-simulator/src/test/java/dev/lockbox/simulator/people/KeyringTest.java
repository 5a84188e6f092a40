package dev.lockbox.simulator.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.domain.identity.PersonId;
import dev.lockbox.domain.signature.ApproverKey;
import dev.lockbox.domain.signature.ApproverKeys;
import dev.lockbox.domain.signature.Payload;
import dev.lockbox.domain.signature.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyringTest {
  private static final PersonId ANNA = new PersonId("anna");
  private static final Payload SAID = Payload.of(List.of("yes"));

  @Test
  void eachKeySignsForItsPublicHalf() {
    assertThat(all())
        .allSatisfy(
            key -> {
              var proof = new Proof(key.id(), key.signature(SAID), Optional.empty());
              assertThat(registered(key).signed(SAID, proof)).isTrue();
            });
  }

  @Test
  void noTwoAreAlike() {
    assertThat(all().map(Keyring.Key::id)).doesNotHaveDuplicates();
  }

  @Test
  void annaHasOneMoreThanThereIsRoomFor() {
    assertThat(all().filter(key -> key.holder().equals(ANNA)))
        .hasSize(ApproverKeys.KEYS_PER_PERSON_MAX + 1);
  }

  @Test
  void itSignsTheSameAlwaysInTheSameWay() {
    var key = Keyring.of(ANNA, 0);
    assertThat(key.signature(SAID)).isEqualTo(Keyring.of(ANNA, 0).signature(SAID));
  }

  private static Stream<Keyring.Key> all() {
    return Cast.PEOPLE.stream()
        .flatMap(person -> IntStream.range(0, 16).mapToObj(number -> Keyring.of(person, number)))
        .distinct();
  }

  private static ApproverKey registered(Keyring.Key key) {
    return new ApproverKey(
        key.holder(), key.open(), Optional.empty(), Instant.EPOCH, Optional.empty());
  }
}
