package dev.lockbox.domain.identity;

import java.util.regex.Pattern;

/**
 * Somebody who acts for a tenant, and where mail reaches them. Mail addresses live here and nowhere
 * else.
 *
 * @param mail an address, about {@code person}; printable ASCII, at most 254 characters, without
 *     spaces or anything that means something in a mail header
 */
public record Member(PersonId person, PersonalText mail) {
  private static final Pattern ADDRESS =
      Pattern.compile("[!-~&&[^<>\"(),:;@\\[\\\\\\]]]{1,64}@[A-Za-z0-9.-]{1,189}");

  public Member {
    if (!mail.subject().equals(person)) {
      throw new IllegalArgumentException(
          "mail of %s must be about them, was about %s".formatted(person, mail.subject()));
    }
    if (!ADDRESS.matcher(mail.text()).matches()) {
      throw new IllegalArgumentException("mail of %s is not an address".formatted(person));
    }
  }

  public static Member of(String person, String mail) {
    var id = new PersonId(person);
    return new Member(id, new PersonalText(id, mail));
  }
}
