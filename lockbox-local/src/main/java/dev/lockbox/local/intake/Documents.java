package dev.lockbox.local.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads files that people write, strictly: no unknown name, no name twice, no value of another kind
 * than asked for. YAML, of which JSON is a part.
 */
public final class Documents {
  private static final int BYTES_MAX = 1024 * 1024;
  private static final int NAMES_SHOWN_MAX = 20;

  private static final JsonMapper STRICT = strict();

  private Documents() {}

  /**
   * @throws BadDocument when it is not there, or is not one of these
   */
  public static <T> T read(Path file, Class<T> type) {
    return parse(file.toString(), text(file), type);
  }

  static <T> T parse(String name, String text, Class<T> type) {
    try {
      var content = new Yaml(new SafeConstructor(options())).load(text);
      if (content == null) {
        throw new BadDocument(name, "is empty");
      }
      return STRICT.treeToValue(STRICT.valueToTree(content), type);
    } catch (YAMLException malformed) {
      throw new BadDocument(name, "is not YAML or JSON: " + malformed.getMessage(), malformed);
    } catch (UnrecognizedPropertyException unknown) {
      throw new BadDocument(name, unknownName(unknown), unknown);
    } catch (JsonMappingException other) {
      throw new BadDocument(
          name, "%s: %s".formatted(path(other), other.getOriginalMessage()), other);
    } catch (JsonProcessingException other) {
      throw new BadDocument(name, String.valueOf(other.getOriginalMessage()), other);
    }
  }

  /** What the domain makes of a document; its refusals name the document. */
  public static <T> T checked(String document, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException refused) {
      throw new BadDocument(document, String.valueOf(refused.getMessage()), refused);
    }
  }

  /** Refuses a name that was left out. */
  public static void require(Path document, String name, @Nullable Object value) {
    if (value == null) {
      throw new BadDocument(document.toString(), name + " is missing");
    }
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new BadDocument(file.toString(), "is larger than %d bytes".formatted(BYTES_MAX));
      }
      return Files.readString(file, UTF_8);
    } catch (NoSuchFileException absent) {
      throw new BadDocument(file.toString(), "there is no such file", absent);
    } catch (IOException unreadable) {
      throw new BadDocument(file.toString(), "cannot be read: " + unreadable, unreadable);
    }
  }

  private static String unknownName(UnrecognizedPropertyException unknown) {
    var known =
        unknown.getKnownPropertyIds().stream()
            .limit(NAMES_SHOWN_MAX)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return "%s is not a name it can hold; those are %s".formatted(path(unknown), known);
  }

  private static String path(JsonMappingException problem) {
    return problem.getPath().stream()
        .map(
            step ->
                step.getFieldName() == null
                    ? "[%d]".formatted(step.getIndex())
                    : step.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static LoaderOptions options() {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    return options;
  }

  private static JsonMapper strict() {
    var mapper =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    for (var shape :
        new CoercionInputShape[] {
          CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float
        }) {
      mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
    }
    return mapper;
  }
}
