package dev.lockbox.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class UnpackedTest {
  private static final Bytes KEY = Bytes.wrap(bytes("one"));

  private final List<String> unpacked = new ArrayList<>();
  private final Unpacked<String> texts =
      new Unpacked<>(
          bytes -> {
            var text = new String(bytes, StandardCharsets.UTF_8);
            unpacked.add(text);
            return text;
          });

  @Test
  void theSameBytesAreUnpackedOnce() {
    assertThat(texts.of(KEY, bytes("waits"))).isEqualTo("waits");
    assertThat(texts.of(KEY, bytes("waits"))).isEqualTo("waits");
    assertThat(unpacked).containsExactly("waits");
  }

  @Test
  void otherBytesAreNeverTakenForWhatWasThere() {
    texts.of(KEY, bytes("granted"));
    assertThat(texts.of(KEY, bytes("revoked"))).isEqualTo("revoked");
    assertThat(texts.of(KEY, bytes("granted"))).isEqualTo("granted");
    assertThat(unpacked).containsExactly("granted", "revoked", "granted");
  }

  @Test
  void eachKeyHasItsOwn() {
    texts.of(KEY, bytes("granted"));
    assertThat(texts.of(Bytes.wrap(bytes("other")), bytes("waits"))).isEqualTo("waits");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
