package dev.lockbox.verifier.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockbox.verifier.jose.Json.Items;
import dev.lockbox.verifier.jose.Json.Nothing;
import dev.lockbox.verifier.jose.Json.Text;
import dev.lockbox.verifier.jose.Json.Truth;
import dev.lockbox.verifier.jose.Json.Whole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void oneObjectIsReadAsItStands() throws Malformed {
    var read =
        read(
            """
             {"a": "x\\u00e9\\n\\"\\ud83d\\ude00", "b" : [1, -20, 0], "c": {"d": true, "e": false},
             "f": null, "g": [], "h": {}, "i": 999999999999999999}
            """);
    assertThat(read.text("a")).isEqualTo("xé\n\"😀");
    assertThat(read.items("b")).containsExactly(new Whole(1), new Whole(-20), new Whole(0));
    assertThat(read.members("c").get("d")).isEqualTo(new Truth(true));
    assertThat(read.members("c").truth("e")).isFalse();
    assertThat(read.get("f")).isEqualTo(new Nothing());
    assertThat(read.get("g")).isEqualTo(new Items(List.of()));
    assertThat(read.members("h").all()).isEmpty();
    assertThat(read.whole("i")).isEqualTo(999_999_999_999_999_999L);
    assertThat(read("{\"a\":[[[[[1]]]]]}").items("a")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"a\"",
        "{",
        "{}}",
        "{} {}",
        "{}\0",
        "\uFEFF{}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"a\":{\"b\":1,\"b\":1}}",
        "{\"a\":1,}",
        "{,\"a\":1}",
        "{\"a\" 1}",
        "{\"a\":}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":[1,]}",
        "{\"a\":[1 2]}",
        "{\"a\":[}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":-}",
        "{\"a\":1.0}",
        "{\"a\":1e3}",
        "{\"a\":1E3}",
        "{\"a\":1000000000000000000}",
        "{\"a\":NaN}",
        "{\"a\":tru}",
        "{\"a\":True}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"\\u12\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"a\":\"",
        "{\"a\":\"\\",
        "{\"a\":1}/**/",
        "{/**/}",
        "{\"a\":[[[[[[1]]]]]]}"
      })
  void whatCouldBeReadInTwoWaysIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(Malformed.class);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    for (var bytes : new byte[][] {{'{', '"', (byte) 0xc0, (byte) 0xaf}, {(byte) 0xff}}) {
      assertThatThrownBy(() -> Json.object(bytes)).hasMessage("UTF-8 was expected");
    }
  }

  @Test
  void aMemberIsOfItsKindOrNone() throws Malformed {
    var read = read("{\"text\":\"1\",\"whole\":1}");
    assertThat(read.get("text")).isEqualTo(new Text("1"));
    assertThatThrownBy(() -> read.text("whole")).hasMessage("whole must be a text");
    assertThatThrownBy(() -> read.whole("text")).hasMessage("text must be a whole number");
    assertThatThrownBy(() -> read.truth("text")).hasMessage("text must be true or false");
    assertThatThrownBy(() -> read.items("text")).hasMessage("text must be an array");
    assertThatThrownBy(() -> read.members("text")).hasMessage("text must be an object");
    assertThatThrownBy(() -> read.get("none")).hasMessage("none was expected");
  }

  private static Json.Members read(String text) throws Malformed {
    return Json.object(text.getBytes(StandardCharsets.UTF_8));
  }
}
