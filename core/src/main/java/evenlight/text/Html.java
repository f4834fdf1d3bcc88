package evenlight.text;

import java.io.IOException;
import java.util.Base64;
import java.util.stream.Collectors;

/** Text and pictures as they stand in a page. */
public final class Html {
  private Html() {}

  /** Text for the inside of an element or of a quoted attribute. */
  public static String text(String text) {
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
  public static String jpegAddress(byte[] jpeg) {
    return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
  }

  /** What all pages look like: colours for day and night, letters, margins. */
  public static String style() throws IOException {
    return Template.resource(Html.class, "page.css");
  }
}
