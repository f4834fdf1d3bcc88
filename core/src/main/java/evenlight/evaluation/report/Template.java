package evenlight.evaluation.report;

import evenlight.image.io.IoConsumer;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places, written as {@code {{name}}}, that are filled in while it is written. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private Template() {}

  /** Writes a resource of this package, each place by what stands for its name. */
  static void write(String resource, Map<String, IoConsumer<Writer>> places, Writer out)
      throws IOException {
    String template = resource(resource);
    Matcher place = PLACE.matcher(template);
    int from = 0;
    while (place.find()) {
      IoConsumer<Writer> content = places.get(place.group(1));
      if (content == null) {
        throw new IllegalArgumentException(
            "every place of %s must be filled, but %s is not".formatted(resource, place.group(1)));
      }
      out.write(template, from, place.start() - from);
      content.accept(out);
      from = place.end();
    }
    out.write(template, from, template.length() - from);
  }

  /** A resource of this package as text. */
  static String resource(String name) throws IOException {
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " must be there, but is not");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
