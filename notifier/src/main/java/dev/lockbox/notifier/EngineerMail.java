package dev.lockbox.notifier;

import dev.lockbox.domain.identity.Member;
import dev.lockbox.domain.identity.PersonId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where mail reaches the provider's engineers: their addresses are not on the topics, so a template
 * makes them.
 *
 * @param template an address with {@value #ID} in it, for example {@code {id}@provider.example};
 *     empty: engineers are not mailed
 */
public record EngineerMail(Optional<String> template) {
  private static final String ID = "{id}";
  private static final int LOCAL_CHARS_MAX = 64;

  /** What may stand before the {@code @} as it is; a person's id may hold more. */
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9|_+-]+(\\.[A-Za-z0-9|_+-]+)*");

  public EngineerMail {
    template.ifPresent(EngineerMail::check);
  }

  /** Empty when there is no template, or the id makes no address. */
  Optional<String> of(PersonId engineer) {
    return template.map(form -> form.replace(ID, engineer.value())).filter(EngineerMail::isAddress);
  }

  private static boolean isAddress(String made) {
    var at = made.indexOf('@');
    return at <= LOCAL_CHARS_MAX
        && at == made.lastIndexOf('@')
        && LOCAL.matcher(made.substring(0, at)).matches();
  }

  private static void check(String template) {
    var at = template.indexOf('@');
    var id = template.indexOf(ID);
    if (id < 0 || id > at) {
      throw new IllegalArgumentException(
          "engineer-mail must be an address with %s before the @, was '%s'"
              .formatted(ID, template));
    }
    Member.of("engineer", template.replace(ID, "engineer"));
  }
}
