package dev.lockbox.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One result: a JSON object on one line, with its fields in the order in which they were put. */
final class Line {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double THOUSANDTHS = 1000;

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private Line(String metric) {
    fields.put("metric", metric);
  }

  static Line of(String metric) {
    return new Line(metric);
  }

  Line with(String name, Object value) {
    fields.put(name, value instanceof Double number ? rounded(number) : value);
    return this;
  }

  /** The median of what the rounds found, and what they found. */
  Line median(String name, List<Double> rounds) {
    return with(name, Medians.of(rounds))
        .with(name + "_rounds", rounds.stream().map(Line::rounded).toList());
  }

  /** Beside a value that has been put. */
  Line aim(String name, Aim aim) {
    var value = ((Number) fields.getOrDefault(name, Double.NaN)).doubleValue();
    return with("aim", aim.toString()).with("aim_met", aim.isMetBy(value));
  }

  String json() {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("numbers and texts are always JSON", impossible);
    }
  }

  private static double rounded(double value) {
    return Math.round(value * THOUSANDTHS) / THOUSANDTHS;
  }
}
