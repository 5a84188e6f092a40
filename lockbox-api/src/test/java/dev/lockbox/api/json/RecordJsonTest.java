package dev.lockbox.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordJsonTest {
  /** One component of each kind. */
  record Door(
      String name,
      int number,
      List<String> keys,
      @Nullable String sign,
      @Needed @Nullable Lock lock) {}

  record Lock(boolean open) {}

  @Test
  void whatCanBeNullMayBeLeftOutUnlessItIsRequired() {
    assertThat(read("{'name': 'north', 'number': 1, 'keys': [], 'lock': null}"))
        .isEqualTo(new Door("north", 1, List.of(), null, null));
  }

  @Test
  void everythingThatIsThereIsRead() {
    assertThat(
            read(
                "{'name': 'north', 'number': 1, 'keys': ['a'], 'sign': 'in', 'lock': {'open': true}}"))
        .isEqualTo(new Door("north", 1, List.of("a"), "in", new Lock(true)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'number': 1, 'keys': [], 'lock': null}                               | name is missing",
        "{'name': null, 'number': 1, 'keys': [], 'lock': null}                 | name must not be null",
        "{'name': 'n', 'number': null, 'keys': [], 'lock': null}               | number",
        "{'name': 'n', 'number': 'one', 'keys': [], 'lock': null}              | number is missing, or of another kind",
        "{'name': 'n', 'number': 1, 'keys': null, 'lock': null}                | keys must not be null",
        "{'name': 'n', 'number': 1, 'keys': ['a', null], 'lock': null}         | keys",
        "{'name': 'n', 'number': 1, 'keys': {}, 'lock': null}                  | keys is missing, or of another kind",
        "{'name': 'n', 'number': 1, 'keys': []}                                | lock is missing",
        "{'name': 'n', 'number': 1, 'keys': [], 'lock': {}}                    | lock.open is missing",
        "{'name': 'n', 'number': 1, 'keys': [], 'lock': {'open': null}}        | lock.open",
        "{'name': 'n', 'number': 1, 'keys': [], 'lock': null, 'other': 'text'} | other is not known",
      })
  void whateverElseIsRefusedByItsPlace(String json, String said) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(said)
        .hasMessageNotContainingAny("one", "text");
  }

  private static Door read(String json) {
    var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return RecordJson.read(StrictJson.object(bytes), Door.class);
  }
}
