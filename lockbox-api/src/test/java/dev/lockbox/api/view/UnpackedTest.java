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
  private final Unpacked<String> texts = new Unpacked<>();

  @Test
  void theSameBytesAreUnpackedOnce() {
    assertThat(of(KEY, "waits")).isEqualTo("waits");
    assertThat(of(KEY, "waits")).isEqualTo("waits");
    assertThat(unpacked).containsExactly("waits");
  }

  @Test
  void otherBytesAreNeverTakenForWhatWasThere() {
    of(KEY, "granted");
    assertThat(of(KEY, "revoked")).isEqualTo("revoked");
    assertThat(of(KEY, "granted")).isEqualTo("granted");
    assertThat(unpacked).containsExactly("granted", "revoked", "granted");
  }

  @Test
  void eachKeyHasItsOwn() {
    of(KEY, "granted");
    assertThat(of(Bytes.wrap(bytes("other")), "waits")).isEqualTo("waits");
  }

  private String of(Bytes key, String bytes) {
    return texts.of(key, bytes(bytes), this::unpack);
  }

  private String unpack(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    unpacked.add(text);
    return text;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
