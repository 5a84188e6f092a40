package dev.lockbox.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JavaScript program with its own dependencies, installed by its lock file. */
final class Node {
  private static final long INSTALL_MINUTES_MAX = 3;
  private static final long RUN_MINUTES_MAX = 2;

  private final Path directory;

  private Node(Path directory) {
    this.directory = directory;
  }

  /** Whether this machine has Node.js and npm. */
  static boolean isThere() {
    return Stream.of("node", "npm").allMatch(Node::runs);
  }

  private static boolean runs(String program) {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Copies the program aside and installs what its lock file names, and nothing else. */
  static Node install(Path program, Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    try (var files = Files.list(program)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = directory.resolve(file.getFileName());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    var node = new Node(directory);
    node.run(
        INSTALL_MINUTES_MAX,
        List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
    return node;
  }

  /** The lines that the script prints. */
  List<String> run(List<String> script) throws IOException, InterruptedException {
    return run(RUN_MINUTES_MAX, Stream.concat(Stream.of("node"), script.stream()).toList());
  }

  private List<String> run(long minutesMax, List<String> command)
      throws IOException, InterruptedException {
    var output = directory.resolve("output.txt");
    var errors = directory.resolve("errors.txt");
    var process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      if (!process.waitFor(minutesMax, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IllegalStateException(
            "%s failed:%n%s".formatted(command, Files.readString(errors, UTF_8)));
      }
    } finally {
      process.destroyForcibly();
    }
    return Files.readAllLines(output, UTF_8);
  }
}
