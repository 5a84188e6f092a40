package dev.lockbox.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A promise is worth the test that is named beside it: each of those must be there. */
class NamedTestsTest {
  private static final Path ROOT = Path.of("..");

  /** A class that is a test, and of it one method; or a method of the class that was named last. */
  private static final Pattern NAME =
      Pattern.compile("`(?:([A-Z]\\w*(?:Test|IT)))?(?:\\.([a-z]\\w*))?`");

  private static final Pattern METHOD = Pattern.compile("\\bvoid (\\w+)\\(");

  @ParameterizedTest
  @ValueSource(strings = {"features.md", "faults.md"})
  void everyTestThatADocumentNamesIsThere(String document) throws IOException {
    var tests = tests();
    var missing = new HashSet<String>();
    var named = 0;
    for (var line : Files.readAllLines(ROOT.resolve("docs").resolve(document))) {
      var type = "";
      var names = NAME.matcher(line);
      while (names.find()) {
        if (names.group(1) == null && names.group(2) == null) {
          continue;
        }
        named++;
        type = names.group(1) == null ? type : names.group(1);
        var methods = tests.get(type);
        if (methods == null || names.group(2) != null && !methods.contains(names.group(2))) {
          missing.add(type + names.group());
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(named).isPositive();
  }

  /** By simple name, since that is how people find them; the methods of those that share one. */
  private static Map<String, Set<String>> tests() throws IOException {
    var tests = new HashMap<String, Set<String>>();
    try (var modules = Files.list(ROOT)) {
      for (var module : modules.map(one -> one.resolve("src/test/java")).toList()) {
        if (Files.isDirectory(module)) {
          addTo(tests, module);
        }
      }
    }
    return tests;
  }

  private static void addTo(Map<String, Set<String>> tests, Path module) throws IOException {
    try (var files = Files.walk(module)) {
      for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        var type = file.getFileName().toString().replace(".java", "");
        var methods = METHOD.matcher(Files.readString(file));
        var all = tests.computeIfAbsent(type, unused -> new HashSet<>());
        while (methods.find()) {
          all.add(methods.group(1));
        }
      }
    }
  }
}
