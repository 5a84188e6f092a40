package dev.lockbox.notifier.channel;

import dev.lockbox.domain.identity.VisibleText;
import dev.lockbox.notifier.channel.Delivery.Scope;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** Reads what a mail server said no with. */
final class SmtpFailure {
  private static final int SHUTTING_DOWN = 421;

  /** What the library calls no answer at all. */
  private static final int HUNG_UP = -1;

  private static final int CHARS_MAX = 300;

  /** Mail addresses live with the tenant and nowhere else: not in a log, not in a notice. */
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

  private SmtpFailure() {}

  /** Of a failure on a line that had been opened. */
  static Scope scopeOf(MessagingException failure) {
    var fromServer =
        chain(failure)
            .anyMatch(
                link ->
                    switch (link) {
                      case IOException broken -> true;
                      case SMTPSenderFailedException sender -> true;
                      case SMTPSendFailedException said -> isGoodbye(said.getReturnCode());
                      case SMTPAddressFailedException said -> isGoodbye(said.getReturnCode());
                      default -> false;
                    });
    return fromServer ? Scope.SERVER : Scope.LETTER;
  }

  private static boolean isGoodbye(int code) {
    return code == SHUTTING_DOWN || code == HUNG_UP;
  }

  /** On one line, of bounded length, without addresses. */
  static String why(MessagingException failure) {
    var said =
        chain(failure)
            .map(link -> "%s: %s".formatted(link.getClass().getSimpleName(), link.getMessage()))
            .distinct()
            .collect(Collectors.joining("; "));
    var line = VisibleText.of(ADDRESS.matcher(said).replaceAll("(address)")).replace('\n', ' ');
    return line.length() <= CHARS_MAX ? line : line.substring(0, CHARS_MAX) + "…";
  }

  /** The failure and what it was caused by, which the mail API keeps in a field of its own. */
  private static Stream<Exception> chain(MessagingException failure) {
    var links = new ArrayList<Exception>();
    links.add(failure);
    while (links.getLast() instanceof MessagingException known
        && known.getNextException() instanceof Exception next) {
      links.add(next);
    }
    return links.stream();
  }
}
