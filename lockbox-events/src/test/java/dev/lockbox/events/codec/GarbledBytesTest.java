package dev.lockbox.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockbox.events.message.Found;
import dev.lockbox.events.topic.Topic;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever becomes of a record's bytes, reading it ends with a value or with a quarantine cause.
 */
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS) // registering every schema takes longer than most tests
class GarbledBytesTest {
  private static final int RANDOM_RECORDS = 500;
  private static final int RANDOM_BYTES_MAX = 300;

  private final Wire wire = new Wire();

  @ParameterizedTest
  @MethodSource("oneOfEveryType")
  void everyBitFlipped(Topic topic, Object message) {
    var format = wire.format(topic);
    var good = wire.found(topic, message);
    for (var bit = 0; bit < good.value().length * Byte.SIZE; bit++) {
      read(format, good, flipped(good.value(), bit));
    }
    for (var bit = 0; bit < good.key().length * Byte.SIZE; bit++) {
      var key = flipped(good.key(), bit);
      assertThat(
              meansNothing(
                  format, new Found(good.topic(), good.partition(), 1, 1, key, good.value())))
          .as("a key with bit %d flipped", bit)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("oneOfEveryType")
  void cutOffAnywhere(Topic topic, Object message) {
    var format = wire.format(topic);
    var good = wire.found(topic, message);
    for (var length = 0; length < good.value().length; length++) {
      assertThat(read(format, good, Arrays.copyOf(good.value(), length)))
          .as("cut off after %d bytes", length)
          .isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("oneOfEveryType")
  void anythingAtAllBehindTheRightId(Topic topic, Object message) {
    var format = wire.format(topic);
    var good = wire.found(topic, message);
    var random = new Random(7);
    for (var count = 0; count < RANDOM_RECORDS; count++) {
      var garbage = new byte[Wire.HEADER_BYTES + random.nextInt(RANDOM_BYTES_MAX)];
      random.nextBytes(garbage);
      System.arraycopy(good.value(), 0, garbage, 0, Wire.HEADER_BYTES);
      read(format, good, garbage);
    }
  }

  private static boolean read(Format<?> format, Found good, byte[] value) {
    return meansNothing(format, new Found(good.topic(), good.partition(), 1, 1, good.key(), value));
  }

  /** True when it was refused by name; anything thrown but that fails the test. */
  private static boolean meansNothing(Format<?> format, Found found) {
    try {
      assertThat(format.read(found)).isNotNull();
      return false;
    } catch (Unreadable refused) {
      assertThat(refused.getMessage()).hasSizeLessThan(400).matches("[\\p{Print}…]*");
      return true;
    }
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    var flipped = bytes.clone();
    flipped[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    return flipped;
  }

  static Stream<Arguments> oneOfEveryType() {
    var seen = new HashSet<String>();
    return RoundTripTest.messages()
        .filter(
            one ->
                seen.add(Wire.wire((Topic) one.get()[0], one.get()[1]).getSchema().getFullName()));
  }
}
