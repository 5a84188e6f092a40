package dev.lockbox.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** What a bench printed. */
record Printed(List<JsonNode> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Runs it, which must go well. */
  static Printed by(String... arguments) throws IOException {
    var results = new ByteArrayOutputStream();
    var status = BenchMain.run(new PrintStream(results, true, UTF_8), System.err, arguments);
    assertThat(status).isZero();
    return new Printed(
        JSON.readerFor(JsonNode.class).<JsonNode>readValues(results.toString(UTF_8)).readAll());
  }

  JsonNode only(String name) {
    assertThat(metric(name)).hasSize(1);
    return metric(name).getFirst();
  }

  List<JsonNode> metric(String name) {
    return lines.stream().filter(line -> line.path("metric").asText().equals(name)).toList();
  }
}
