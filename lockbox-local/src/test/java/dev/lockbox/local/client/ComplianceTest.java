package dev.lockbox.local.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ComplianceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aSubscriptionIsALineWithTheRailsItBreaks() throws Exception {
    var found =
        json(
            """
            [{"subscription":"/clusters/aro1","tags":["env=prod"],"tagsComplete":true,"seen":true,
              "enrolled":false,"breaks":[{"rail":"prod","provider":true},{"rail":"own","provider":false}]},
             {"subscription":"/v/1","tags":["a"],"tagsComplete":false,"seen":true,"enrolled":true,"breaks":[]}]
            """);
    assertThat(Compliance.of(found))
        .isEqualTo(
            """
            SUBSCRIPTION    ENROLLED  BREAKS               TAGS
            /clusters/aro1  no        prod (provider),own  env=prod
            /v/1            yes                            a,…\
            """
                .stripIndent());
    assertThat(Compliance.isBroken(found)).isTrue();
    assertThat(Compliance.isBroken(json("[" + found.get(1) + "]"))).isFalse();
    assertThat(Compliance.of(json("[]"))).isEqualTo("none");
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }
}
