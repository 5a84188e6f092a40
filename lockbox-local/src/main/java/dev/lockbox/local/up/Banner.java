package dev.lockbox.local.up;

import dev.lockbox.local.data.DataDirectory;
import dev.lockbox.local.data.Endpoints;

/** What {@code up} says when everything is well. */
public final class Banner {
  private Banner() {}

  public static String of(Endpoints endpoints, DataDirectory data) {
    return """
        Lockbox is ready

          Portal            %s
          API               %s
          API, to try       %s/docs
          Kafka             %s
          Schema registry   %s
          Issuer            %s
          SMTP              %s
          Mails             %s
          Data              %s

        LOCAL MODE: for one machine, to try things. Anybody on this machine can be anybody: the
        issuer asks for no password, and the mail server sends nothing on. Everything listens on
        loopback only. One broker keeps one copy of each record (replication 1, min ISR 1).

        Ctrl-C stops it; the data stays, and the next start finds it.
        """
        .formatted(
            endpoints.portal(),
            endpoints.api(),
            endpoints.api(),
            endpoints.bootstrapServers(),
            endpoints.schemaRegistry(),
            endpoints.issuer(),
            endpoints.smtp(),
            endpoints.mailDir(),
            data);
  }
}
