package dev.lockbox.audit.ocsf;

/** How much somebody should care, by OCSF's scale. */
enum Severity {
  INFORMATIONAL(1, "Informational"),
  LOW(2, "Low"),
  MEDIUM(3, "Medium"),
  HIGH(4, "High");

  private final int id;
  private final String caption;

  Severity(int id, String caption) {
    this.id = id;
    this.caption = caption;
  }

  Fields fields() {
    return new Fields().number("severity_id", id).text("severity", caption);
  }
}
