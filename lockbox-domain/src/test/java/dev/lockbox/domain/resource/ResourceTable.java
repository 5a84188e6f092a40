package dev.lockbox.domain.resource;

import dev.lockbox.domain.resource.Standing.NeverGranted;
import dev.lockbox.domain.resource.Standing.Supported;
import dev.lockbox.domain.resource.Standing.UnsupportedModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A catalogue as Markdown. */
final class ResourceTable {
  private ResourceTable() {}

  static String markdown(Catalogue catalogue) {
    return catalogue.types().stream()
        .map(ResourceTable::described)
        .collect(Collectors.joining("\n"));
  }

  private static String described(ResourceType type) {
    return "### `%s`\n\n%s.\n\n%s\n%s"
        .formatted(type.id(), type.about(), forms(type), standing(type.standing()));
  }

  private static String forms(ResourceType type) {
    return type.forms().stream()
        .map(form -> "| %s | `%s` |\n".formatted(form.label(), form.pattern()))
        .collect(Collectors.joining("", "| | Names |\n|---|---|\n", ""));
  }

  private static String standing(Standing standing) {
    return switch (standing) {
      case Supported supported -> actions(supported.actions()) + denied(supported.denied());
      case UnsupportedModel model ->
          "Refused with `UNSUPPORTED_DEPLOYMENT_MODEL`; the answer names <%s>.\n"
              .formatted(model.help());
      case NeverGranted never -> "Refused with `NOT_GRANTABLE`, whatever is asked.\n";
    };
  }

  private static String actions(List<Action> actions) {
    return actions.stream()
        .map(ResourceTable::row)
        .collect(
            Collectors.joining("", "| Action | Of | Risk | Only where |\n|---|---|---|---|\n", ""));
  }

  private static String row(Action action) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(
            action.name(),
            String.join(", ", action.appliesTo()),
            action.risk().name().toLowerCase(Locale.ROOT),
            action.only().stream().map(Only::toString).collect(Collectors.joining("; ")));
  }

  private static String denied(List<Denial> denied) {
    return denied.stream()
        .map(denial -> "- `%s`\n".formatted(denial))
        .collect(
            Collectors.joining(
                "", denied.isEmpty() ? "" : "\nDenied, whatever allows it:\n\n", ""));
  }
}
