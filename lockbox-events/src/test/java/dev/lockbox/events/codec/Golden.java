package dev.lockbox.events.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * Released bytes of one record type in one place, {@code golden/<place>/<type>/v<version>.avsc} and
 * {@code v<version>-<number>.hex}. A file is added, never edited: if a test wants it edited, the
 * change breaks somebody's history. What is missing is added by running the tests with {@code
 * -Dlockbox.golden=add}.
 */
final class Golden {
  static final String NEVER_EDITED =
      "golden bytes are added, never edited: bytes like these are on somebody's disk already";
  private static final Path ROOT = Path.of("src/test/resources/golden");
  private static final boolean ADDING = "add".equals(System.getProperty("lockbox.golden"));

  /** Never edited, so parsed once; most of them stand beside many bytes. */
  private static final Map<Path, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private final Path directory;

  Golden(String place, Schema type) {
    this.directory = ROOT.resolve(place).resolve(type.getName());
  }

  record Bytes(Path file, Schema writer, byte[] content) {
    @Override
    public String toString() {
      return ROOT.relativize(file).toString();
    }
  }

  /** Every schema ever released, oldest first. */
  List<Schema> released() {
    return files("v[0-9]+[.]avsc").stream().map(Golden::schema).toList();
  }

  /** All that was ever released. */
  List<Bytes> bytes() {
    return files("v[0-9]+-[0-9]+[.]hex").stream().map(this::bytes).toList();
  }

  private Bytes bytes(Path file) {
    var version = file.getFileName().toString().replaceAll("-.*", "");
    return new Bytes(
        file,
        schema(directory.resolve(version + ".avsc")),
        HexFormat.of().parseHex(text(file).strip()));
  }

  /** Today's schema must have been released as the newest; adding makes it so. */
  boolean newestIs(Schema today) {
    if (released().reversed().stream().findFirst().equals(Optional.of(today))) {
      return true;
    }
    return add("v%d.avsc".formatted(released().size() + 1), today.toString(true));
  }

  /** Bytes of today must be among the newest version's; adding makes it so. */
  boolean holds(byte[] today) {
    var newest = "v%d-".formatted(released().size());
    var there = bytes().stream().filter(one -> isOf(newest, one)).toList();
    if (there.stream().anyMatch(one -> Arrays.equals(one.content(), today))) {
      return true;
    }
    return add(newest + (there.size() + 1) + ".hex", HexFormat.of().formatHex(today));
  }

  private static boolean isOf(String version, Bytes one) {
    return one.file().getFileName().toString().startsWith(version);
  }

  private boolean add(String name, String content) {
    if (!ADDING) {
      return false;
    }
    try {
      Files.createDirectories(directory);
      Files.writeString(directory.resolve(name), content + "\n", StandardOpenOption.CREATE_NEW);
      return true;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private List<Path> files(String shape) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches(shape))
          .sorted(Comparator.comparing(Golden::numbers, Arrays::compare))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** So that v10 comes behind v9. */
  private static int[] numbers(Path file) {
    return Arrays.stream(file.getFileName().toString().split("[^0-9]+"))
        .filter(digits -> !digits.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static Schema schema(Path file) {
    return SCHEMAS.computeIfAbsent(file, one -> new Schema.Parser().parse(text(one)));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
