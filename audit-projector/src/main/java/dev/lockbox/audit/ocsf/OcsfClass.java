package dev.lockbox.audit.ocsf;

/**
 * The OCSF classes our records are of.
 *
 * <p>Not among them is User Access Management (3005), the class one would look for at the end of a
 * grant: it demands the user and the privileges, which those events do not carry, and a record says
 * nothing that its event did not. The record of the opening, with the same correlation id, names
 * both.
 */
enum OcsfClass {
  DETECTION_FINDING(2, 2004),
  AUTHORIZE_SESSION(3, 3003),
  ENTITY_MANAGEMENT(3, 3004),
  API_ACTIVITY(6, 6003);

  private final int category;
  private final int number;

  OcsfClass(int category, int number) {
    this.category = category;
    this.number = number;
  }

  Fields fields(Activity activity) {
    return new Fields()
        .number("category_uid", category)
        .number("class_uid", number)
        .number("activity_id", activity.id())
        .text("activity_name", activity.caption())
        .number("type_uid", number * 100L + activity.id());
  }

  /**
   * What was done, in the terms of the class.
   *
   * @param id from the class's own list, or {@link #OTHER} with a caption of ours
   */
  record Activity(int id, String caption) {
    private static final int OTHER = 99;

    static Activity other(String caption) {
      return new Activity(OTHER, caption);
    }
  }
}
