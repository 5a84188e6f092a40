package dev.lockbox.audit.ocsf;

import dev.lockbox.domain.identity.PersonalText;
import java.util.List;

/** What people, and those who only pretend, may write into a field of free text. */
public final class HostileTexts {
  private HostileTexts() {}

  public static List<String> all() {
    return List.of(
        "first line\nsecond line\r\nthird",
        "\"},\"status\":\"Success\",\"x\":{\"y\":\"",
        "back\\slash \\u0041 / solidus </script>",
        "\u001b[2J\u001b[31mred\u001b[0m \u009b31m \u0007 \b \f \t \u007f",
        "\u0000\u0001\u001f",
        "\u202eright to left\u202c \u2066isolated\u2069 \u05e9\u05dc\u05d5\u05dd",
        "line\u2028separator\u2029and\u0085next line",
        "\ud83d\udd10 \ud83d\udc69\u200d\ud83d\udcbb \ufeff \uffff e\u0301 \u00e9",
        "%s %n ${jndi:ldap://example} =cmd()",
        "x".repeat(PersonalText.BYTES_MAX));
  }
}
