package dev.lockbox.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one look found.
 *
 * @param about in a word
 * @param grade how bad it is
 * @param words for an operator, one line
 */
public record Symptom(String about, Grade grade, String words) {
  /** How bad something is. */
  public enum Grade {
    WELL("ok"),
    /** It works, and somebody should know what it leaves open. */
    WARNING("WARN"),
    BAD("BAD");

    private final String sign;

    Grade(String sign) {
      this.sign = sign;
    }
  }

  public static Symptom well(String about, String words) {
    return new Symptom(about, Grade.WELL, words);
  }

  public static Symptom warning(String about, String words) {
    return new Symptom(about, Grade.WARNING, words);
  }

  public static Symptom bad(String about, String words) {
    return new Symptom(about, Grade.BAD, words);
  }

  /** Whether nothing is wrong; what is only warned of is not. */
  public boolean isWell() {
    return grade != Grade.BAD;
  }

  /** One for each problem; where there is none, that it is well. */
  public static Stream<Symptom> of(String about, List<String> problems, String whereWell) {
    return problems.isEmpty()
        ? Stream.of(well(about, whereWell))
        : problems.stream().map(problem -> bad(about, problem));
  }

  /** Whether all is as it must be. */
  public static boolean areWell(List<Symptom> all) {
    return all.stream().allMatch(Symptom::isWell);
  }

  /** The same for programs. */
  public static JsonNode json(List<Symptom> all) {
    var json = JsonNodeFactory.instance.objectNode().put("isWell", areWell(all));
    var symptoms = json.putArray("symptoms");
    all.forEach(
        one ->
            symptoms
                .addObject()
                .put("about", one.about)
                .put("isWell", one.isWell())
                .put("grade", one.grade.name())
                .put("words", one.words));
    return json;
  }

  /** A line each, in columns. */
  public static String sheet(List<Symptom> all) {
    return all.stream()
        .map(one -> "%-4s  %-10s  %s".formatted(one.grade.sign, one.about, one.words))
        .collect(Collectors.joining("\n"));
  }
}
