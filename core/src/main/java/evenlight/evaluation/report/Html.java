package evenlight.evaluation.report;

import java.util.Base64;
import java.util.stream.Collectors;

/** Text and pictures as they stand in a page. */
final class Html {
  private Html() {}

  /** Text for the inside of an element or of a quoted attribute. */
  static String text(String text) {
    return text.chars().mapToObj(Html::letter).collect(Collectors.joining());
  }

  private static String letter(int c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> Character.toString((char) c);
    };
  }

  /** A JPEG as an address that holds it. */
  static String jpegAddress(byte[] jpeg) {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }

  /** A class attribute for a mark, with a space before it; empty for none. */
  static String mark(Mark mark) {
    return switch (mark) {
      case NONE -> "";
      case BEST -> " class=\"best\"";
      case SECOND -> " class=\"second\"";
    };
  }
}
