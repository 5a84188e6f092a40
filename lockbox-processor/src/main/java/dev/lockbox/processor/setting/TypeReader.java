package dev.lockbox.processor.setting;

import dev.lockbox.domain.identity.ActionName;
import dev.lockbox.domain.resource.Action;
import dev.lockbox.domain.resource.Denial;
import dev.lockbox.domain.resource.Glob;
import dev.lockbox.domain.resource.NameForm;
import dev.lockbox.domain.resource.Only;
import dev.lockbox.domain.resource.ResourceType;
import dev.lockbox.domain.resource.Risk;
import dev.lockbox.domain.resource.Standing;
import dev.lockbox.domain.resource.Standing.NeverGranted;
import dev.lockbox.domain.resource.Standing.Supported;
import dev.lockbox.domain.resource.Standing.UnsupportedModel;
import dev.lockbox.service.setting.Given;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Types of resources, as docs/configuration.md has them written down. */
public final class TypeReader {
  private TypeReader() {}

  /**
   * @param setting its name, for the message
   * @throws IllegalArgumentException naming the place of what is not understood
   */
  public static List<ResourceType> read(String setting, Object given) {
    if (!(given instanceof List<?> types)) {
      throw new IllegalArgumentException("%s must be a list, was %s".formatted(setting, given));
    }
    return IntStream.range(0, types.size())
        .mapToObj(i -> Given.read("%s[%s]".formatted(setting, i), types.get(i), TypeReader::type))
        .toList();
  }

  private static ResourceType type(Given given) {
    return new ResourceType(
        given.text("id"),
        given.text("about"),
        given.parts("names", TypeReader::form),
        standing(given));
  }

  private static NameForm form(Given given) {
    return NameForm.of(given.text("label"), given.text("pattern"));
  }

  /** Without a word, it is supported; nothing can be asked of it but what is listed. */
  private static Standing standing(Given given) {
    var standing = given.maybeText("standing").orElse("SUPPORTED");
    return switch (standing) {
      case "SUPPORTED" ->
          new Supported(
              given.parts("actions", TypeReader::action),
              given.parts("denied", TypeReader::denial));
      case "UNSUPPORTED_MODEL" -> new UnsupportedModel(given.text("help"));
      case "NEVER_GRANTED" -> new NeverGranted();
      default ->
          throw new IllegalArgumentException(
              "standing must be SUPPORTED, UNSUPPORTED_MODEL or NEVER_GRANTED, was " + standing);
    };
  }

  private static Action action(Given given) {
    return new Action(
        new ActionName(given.text("name")),
        risk(given.text("risk")),
        given.texts("of"),
        given.parts("only", TypeReader::only));
  }

  private static Risk risk(String text) {
    return Arrays.stream(Risk.values())
        .filter(risk -> risk.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("risk must be LOW or HIGH, was " + text));
  }

  private static Only only(Given given) {
    return new Only(given.text("part"), given.texts("is").stream().map(Glob::new).toList());
  }

  private static Denial denial(Given given) {
    return Denial.of(given.texts("actions"), given.text("at"));
  }
}
