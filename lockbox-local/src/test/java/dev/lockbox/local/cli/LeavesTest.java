package dev.lockbox.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class LeavesTest {
  @Test
  void eachValueStandsBehindItsPlace() throws Exception {
    var document =
        new ObjectMapper()
            .readTree(
                """
                {"version":3,"settings":{"limits":null,"groups":[],"routes":[{"a/b":"x"},{"a/b":"\\u001b[2J"}]}}
                """);

    assertThat(Leaves.of(document))
        .isEqualTo(
            """
            /version  3
            /settings/limits  null
            /settings/groups  []
            /settings/routes/0/a~1b  "x"
            /settings/routes/1/a~1b  "\\u001B[2J\"\
            """);
  }
}
