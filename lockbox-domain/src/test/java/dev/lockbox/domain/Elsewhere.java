package dev.lockbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Where else a JVM may run, and in which language: what is decided, written and shown is the same
 * in all of these places (T8). Arabic and Persian have digits of their own, Thai years of its own,
 * and a Turkish I is no capital i.
 */
public enum Elsewhere {
  KIRITIMATI("Pacific/Kiritimati", "tr-TR"),
  LOS_ANGELES("America/Los_Angeles", "ar-EG-u-nu-arab"),
  CHATHAM("Pacific/Chatham", "th-TH-u-ca-buddhist-nu-thai"),
  LORD_HOWE("Australia/Lord_Howe", "fa-IR-u-nu-arabext");

  /** In the middle of the hours that the clocks of some of these places leave out or have twice. */
  public static final List<Instant> CLOCKS_CHANGE =
      List.of(
          Instant.parse("2026-03-08T10:00:00Z"),
          Instant.parse("2026-04-04T14:45:00Z"),
          Instant.parse("2026-11-01T08:30:00Z"),
          Instant.parse("2026-12-31T23:59:59.999Z"));

  private final TimeZone zone;
  private final Locale locale;

  Elsewhere(String zone, String language) {
    this.zone = TimeZone.getTimeZone(zone);
    this.locale = Locale.forLanguageTag(language);
  }

  /** Something that is told, each time anew. */
  @FunctionalInterface
  public interface Telling<T> {
    T tell() throws Exception;
  }

  /** It is told here and in all of these places, and equal. */
  public static <T> void theSame(Telling<T> telling) throws Exception {
    var here = telling.tell();
    for (var place : values()) {
      assertThat(place.in(telling)).as("in %s", place).isEqualTo(here);
    }
  }

  private <T> T in(Telling<T> telling) throws Exception {
    var localeHere = Locale.getDefault();
    var zoneHere = TimeZone.getDefault();
    try {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
      return telling.tell();
    } finally {
      Locale.setDefault(localeHere);
      TimeZone.setDefault(zoneHere);
    }
  }
}
