package dev.lockbox.simulator;

import java.util.List;
import java.util.Locale;

/** Lines of a table for people, the same in every locale. */
final class Columns {
  private static final int NAME_CHARS = 24;
  private static final int COLUMN_CHARS = 13;

  private Columns() {}

  static String row(String name, List<String> cells) {
    var row = new StringBuilder("  " + left(name, NAME_CHARS));
    cells.forEach(
        cell -> row.append(" ".repeat(Math.max(1, COLUMN_CHARS - cell.length()))).append(cell));
    return row.toString().stripTrailing();
  }

  static String left(String text, int chars) {
    return text + " ".repeat(Math.max(0, chars - text.length()));
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
